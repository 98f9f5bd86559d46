"""Words that give a mention to a relative.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
family after kin 8: mother; father; mom; dad; brother; sister; aunt; uncle; grandmother; grandfather;
  grandparents; cousin; maternal; paternal; parents; sibling; siblings; mgm; mgf; pgm; pgf; grandma;
  grandpa; niece; nephew; half brother; half sister; twin sister; twin brother; mother's; father's;
  sister's; brother's; parent; mat aunt; pat uncle; gm; gf; mat gm; pat gf; son has; daughter has; son had;
  daughter had; son with; daughter with; wife has; wife had; husband has; husband had; wife with; husband
  with; children have; children had; children with; one with; first degree relative; first degree relatives;
  second degree relative; relatives with; relatives have; relative with; several relatives; multiple
  relatives; family members with; family member with; family members have; mat; pat; biological mother;
  biological father; bio mom; bio dad; great grandmother; great aunt; great uncle; stepbrother; siblings
  with; ggm; ggf; kids have; kid has; twin; half sib; older sib; younger sib; sib with; sib has; sib had;
  step father; husband died of; husband died; wife died of; wife died; biologic mother; biologic father;
  birth mother; birth father; older brother; younger brother; older sister; younger sister; nana; gma; gpa;
  mgma; mgpa; pgma; pgpa; father died of; mother died of; died of; m aunt; m uncle; p aunt; p uncle; fob;
  partner had; partner has; partner with; spouse has; spouse had; girlfriend has; boyfriend has; roommate
  has; roommate had; classmate with; coworker with; contact with; sick contact with; bro has; sis has; bro
  had; sis had; dad and uncle; cousins; nephew has; granddaughter has; grandson has; relative
family after list 30: family history of; family hx of; fh of; fhx of; fh; fhx; fam hx; family history;
  family hx; fam hx of; family hx significant for; fhx significant for; family history significant for;
  family history positive for; strong family history of; +fh; + fh; + fhx; fh significant for; fhx notable
  for; fh notable for; fh sig for; fhx sig for; family hx sig for; family history notable for; family
  history includes; neg fh for; fam hx sig for; fh :; fhx :
family before tight 4: runs in the family; in first degree relative; in multiple family members; on mother's
  side; on father's side; mother's side; father's side; maternal side; paternal side; runs in family; run in
  family; in several relatives; in brother; in both parents
family before near 1: aunt; mother; father; mom; dad; grandmother; grandfather; uncle; cousin; mgm; mgf;
  pgm; pgf; sister; brother; sibling; maternal; paternal
family before near 2: ( mother; ( father; ( mom; ( dad; ( sister; ( brother; ( mgm; ( mgf; ( pgm; ( pgf; (
  aunt; ( uncle; ( cousin; ( maternal; ( paternal; ( parents; ( both parents; ( grandmother; ( grandfather;
  ( mat; ( pat; - mother; - father; - mom; - dad; - sister; - brother; - mgm; - mgf; - pgm; - pgf; - aunt; -
  uncle; parents
family before near 3: in both parents; in first degree; both parents; ( dad; ( mom; ( brother; ( sister; (
  son; ( daughter; ( mat; ( pat; ( twin; ( siblings; ( sibling; , mother; , father; , dad; , mom
family after kin 8: son being treated for; daughter being treated for; son is being treated for; partner
  struggles with; husband struggles with; wife struggles with
"""
