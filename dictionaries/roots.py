"""Greek and Latin words of medicine, taken apart: "nephrolithiasis" is a stone of the kidney.

`parts(word)` reads a word as roots and an ending and gives what they mean in the words that titles use. It
serves search where a word is in no phrase. Origin: written for chartveil.
"""

from functools import lru_cache

_ROOTS = """
abdomino:abdomen acantho:spine acro:extremity adeno:gland adreno:adrenal aero:air amygdal:tonsil
andr:male angio:vessel ankyl:stiff aort:aorta append:appendix arachn:arachnoid arteri:artery arthr:joint
atri:atrium audi:hearing balan:glans bili:bile blephar:eyelid brachi:arm bronchi:bronchus bronch:bronchus
bucc:cheek burs:bursa canth:canthus carcin:cancer cardi:heart carp:wrist cec:cecum
cephal:head cerebell:cerebellum cerebr:brain cervic:cervix cheil:lip chol:bile cholangi:bile_duct
cholecyst:gallbladder choledoch:bile_duct chondr:cartilage chori:chorion choroid:choroid
coccy:coccyx col:colon colp:vagina conjunctiv:conjunctiva corne:cornea cost:rib cox:hip crani:skull
cyst:bladder cyt:cell dacry:lacrimal dacryoaden:lacrimal_gland dacryocyst:lacrimal_sac
dactyl:finger dent:tooth dermat:skin derm:skin dipl:double diverticul:diverticulum duoden:duodenum dur:dura
embry:embryo encephal:brain endocardi:endocardium endometri:endometrium enter:intestine
epididym:epididymis epiglott:epiglottis episi:vulva erythr:red esophag:esophagus fasci:fascia fibr:fibrous
fung:fungus ganglion:ganglion gangli:ganglion gastr:stomach gastroenter:stomach_intestine gingiv:gum
glomerul:glomerulus gloss:tongue gluc:glucose glyc:glucose gnath:jaw gonad:gonad
gynec:female hem:blood hemat:blood hepat:liver hidr:sweat hist:tissue hydr:water hymen:hymen
hyster:uterus ile:ileum immun:immune irid:iris ir:iris ischi:ischium jejun:jejunum kerat:cornea
labyrinth:labyrinth lacrim:tear lapar:abdomen laryng:larynx leuk:white leuc:white lip:fat lith:stone
lob:lobe lymph:lymph lymphaden:lymph_node lymphangi:lymphatic_vessel mast:breast mamm:breast mastoid:mastoid
maxill:maxilla mediastin:mediastinum mening:meninges menisc:meniscus ment:chin metr:uterus
metri:uterus mon:single muc:mucus my:muscle myc:fungus myel:spinal_cord myocardi:myocardium
myring:eardrum nas:nose nephr:kidney neur:nerve ocul:eye odont:tooth omphal:navel onych:nail
oophor:ovary ophthalm:eye orch:testis orchi:testis orchid:testis oste:bone osteoarthr:bone_joint
osteochondr:bone_cartilage osteomyel:bone_marrow ot:ear ovari:ovary pancreat:pancreas pannicul:fat
parathyroid:parathyroid parot:parotid ped:child pelv:pelvis peritone:peritoneum pericardi:pericardium
periost:periosteum phak:lens phac:lens pharyng:pharynx phleb:vein phren:diaphragm
pleur:pleura pneum:lung pneumon:lung pod:foot poli:gray proct:rectum prostat:prostate psych:mind
pulmon:lung py:pus pyel:kidney_pelvis pylor:pylorus rachi:spine radicul:nerve_root rect:rectum ren:kidney
retin:retina rhin:nose sacr:sacrum salping:fallopian_tube sarc:flesh scapul:scapula scler:sclera
sial:salivary sialaden:salivary_gland sigmoid:sigmoid sinus:sinus skelet:skeleton somat:body
sperm:sperm splen:spleen spondyl:vertebra stern:sternum stomat:mouth synov:synovium tars:tarsus
tendin:tendon ten:tendon tenosynov:tendon_sheath test:testis thorac:thorax thromb:thrombosis thym:thymus
thyroid:thyroid thyr:thyroid tonsill:tonsil trache:trachea trich:hair turbin:turbinate tympan:eardrum
typhl:cecum ureter:ureter urethr:urethra ur:urine uter:uterus uve:uvea uvul:uvula vagin:vagina
valv:valve varic:varices vas:vessel vascul:vessel ven:vein ventricul:ventricle vertebr:vertebra
vesic:bladder vesicul:vesicle viscer:viscera vitre:vitreous vulv:vulva xer:dry
"""
_ENDINGS = """
itis:inflammation osis:disease opathy:disease pathy:disease iasis:disease algia:pain dynia:pain odynia:pain
oma:neoplasm omatosis:neoplasm lithiasis:stone lith:stone megaly:enlargement malacia:softening
sclerosis:sclerosis stenosis:stenosis rrhagia:hemorrhage rrhage:hemorrhage rrhea:discharge rrhoea:discharge
ectasia:dilatation ectasis:dilatation cele:hernia ptosis:prolapse plegia:paralysis paresis:paralysis
spasm:spasm rrhexis:rupture atresia:atresia plasia:dysplasia trophy:dystrophy blastoma:cancer
carcinoma:cancer sarcoma:cancer genesis:development dysplasia:dysplasia atrophy:atrophy edema:edema
ectomy:excision otomy:incision tomy:incision ostomy:stoma stomy:stoma plasty:repair rrhaphy:repair
pexy:fixation scopy:inspection oscopy:inspection centesis:puncture graphy:imaging gram:imaging
phobia:fear mania:mania emia:blood uria:urine tripsy:fragmentation desis:fusion lysis:release
thorax:thorax fibrosis:fibrosis dystrophy:dystrophy phagia:swallowing
"""
ROOTS = dict(pair.split(":") for pair in _ROOTS.split())
ENDINGS = dict(pair.split(":") for pair in _ENDINGS.split())
LINKS = ("", "o", "i", "a", "e")
SHORTEST = 7


@lru_cache(maxsize=4096)
def parts(word: str) -> tuple[str, ...]:
    """What a word of roots and an ending means, in plain words; nothing for a word that isn't made so."""
    if len(word) < SHORTEST:
        return ()
    for cut in range(3, len(word) - 2):
        ending = ENDINGS.get(word[cut:])
        roots = _roots(word[:cut]) if ending else ()
        if ending and roots:
            return tuple(dict.fromkeys((*roots, ending)))
    return ()


def _roots(text: str) -> tuple[str, ...]:
    """The meanings of the roots that spell `text`, longest first; nothing where some of it is left over."""
    for length in range(len(text), 1, -1):
        meaning = ROOTS.get(text[:length]) or ROOTS.get(text[:length].removesuffix("o"))
        rest = text[length:]
        if meaning is None:
            continue
        if rest in LINKS:
            return tuple(meaning.split("_"))
        for link in LINKS:
            following = _roots(rest.removeprefix(link)) if rest.startswith(link) else ()
            if following:
                return (*meaning.split("_"), *following)
    return ()
