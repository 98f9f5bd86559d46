"""One word for each organ and finding: adjectives, abbreviations and spellings that mean the same in any
phrase.

`ALIASES` maps a folded word (or its singular) to the form that is compared. Only words that can stand for
each other everywhere belong here; whatever depends on its neighbours is a lexicon entry. Origin: written for
chartveil.
"""

_GROUPS = """
kidney: renal nephric
liver: hepatic
lung: pulmonary pulm pulmonic
heart: cardiac
stomach: gastric
brain: cerebral cerebrum
eye: ocular ophthalmic
skin: cutaneous dermal
bladder: vesical
spleen: splenic
pancreas: pancreatic
esophagus: esophageal esoph
colon: colonic
rectum: rectal
anus: anal
uterus: uterine
ovary: ovarian
testis: testicular testicle teste
prostate: prostatic
vagina: vaginal vag
vulva: vulvar vulval vulvae
penis: penile
urethra: urethral
ureter: ureteral ureteric
trachea: tracheal
bronchus: bronchial bronchi
larynx: laryngeal
pharynx: pharyngeal
tonsil: tonsillar
tongue: lingual
mouth: oral
nose: nasal
ear: aural otic
tooth: dental teeth
gum: gingival gingiva
mandible: mandibular
maxilla: maxillary
femur: femoral
tibia: tibial
fibula: fibular
humerus: humeral
radius: radial
ulna: ulnar
patella: patellar
pelvis: pelvic
spine: spinal
vertebra: vertebral vertebrae
sacrum: sacral
coccyx: coccygeal
rib: costal
sternum: sternal
clavicle: clavicular collarbone
scapula: scapular
breast: mammary
umbilicus: umbilical
groin: inguinal
cornea: corneal
retina: retinal
sclera: scleral
conjunctiva: conjunctival
orbit: orbital
artery: arterial
vein: venous
aorta: aortic
peritoneum: peritoneal
pleura: pleural
pericardium: pericardial
intestine: intestinal bowel
duodenum: duodenal
ileum: ileal
cecum: cecal caecum
adrenal: suprarenal
lymph: lymphatic
abdomen: abdominal abd
thorax: thoracic
urine: urinary
bone: osseous
muscle: muscular
nerve: neural
scrotum: scrotal
calcaneus: calcaneal calcaneum heelbone
shin: shinbone
cancer: carcinoma malignancy adenocarcinoma adenoca
neoplasm: tumor
fracture: fx fractured frx
laceration: lac lacerated
pain: ache aching painful pn achy
swelling: swollen
distended: distention distension
infection: infected
inflammation: inflamed
obstruction: obstructed
perforation: perforated
rupture: ruptured
hemorrhage: haemorrhage
dislocation: dislocated
sprain: sprained
strain: strained
ulcer: ulceration ulcerated
mets: metastasis metastatic metastases metastase
staph: staphylococcal staphylococcus staphylococci
strep: streptococcal streptococcus streptococci
with: w/
without: w/o
due: d/t 2/2
disorder: d/o
syndrome: synd
chronic: chr chron
severe: sev
infarct: infarction
necrosis: necrotic
stenosis: stenotic
thrombosis: thrombotic
embolism: embolus emboli embolic
abscess: abscessed
atrophy: atrophic
hypertrophy: hypertrophic
congenital: congenitally
anomaly: malformation deformation
pots:
tear: torn
diabetes: diabetic diabete
pathological: pathologic
graves:
aids:
runs:
followup:
alcohol: etoh
extremity: extremitie
resp: respiratory
intermittent: intermittant
"""

ALIASES: dict[str, str] = {
    word: head.strip()
    for head, words in (line.split(":") for line in _GROUPS.strip().splitlines())
    for word in (head.strip(), *words.split())
}
