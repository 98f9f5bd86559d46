"""Words that end the scope of others, and ones that only look like a trigger.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
stop after list 0: personal history; personal history of; but; however; although; though; except; yet;
  which; admits; admits to; endorses; endorsed; endorsing; complains; complains of; complaining of; c/o;
  positive for; pos for; presents; presents with; presented; presented with; who; because; still; now;
  currently; aside from; apart from; other than; secondary to; due to; d/t; from; has; had; presenting with;
  developed; noted to have; found to have; diagnosed with; does have; who has; continues to have; remains;
  showed; shows; revealed; reveals; therefore; so; then; caused; treated with; started; source of; seen on;
  on exam; noted; she has; he has; pt has; patient has; they have; i have; positive; exam; given; after; ,
  +; ( +; ( + ); and is; pos; persists; persist; continues; continue; while; whereas; despite; , has; ,
  with; +ve; reports; but reports; but has; does report; does endorse; : y; : yes; describes; not otherwise
halt after list 0: reports; reported; reporting; states; stated; says; said; says that; notes; called;
  lives; lives with; worried; worries; brought; called about; asks; wants; helps; concerned; here; present;
  thinks; wonders about; wonders if; noticed; notices; gave; gives; observed; observes; feels; believes;
  found; requests; attended; accompanied; concerned about; worried about; agrees; declined; was told; denies
  that
pseudo after list 0: having had; no increase in; no change in; no change; no changes; not only; no
  significant change; no interval change; without difficulty; not certain if; not certain whether; not
  necessarily; gram negative; gram neg; no longer than; no more than; no worsening; not improved; no
  improvement; no better; not well controlled; not controlled; not resolved; not yet resolved; history and
  physical; hx and physical; history taking; not able to; unable to; not well; no relief; no doubt; social
  history; medical history; risk factors; post op; post operative; last night; last week; last month; last
  year; due date; plan of care; non compliant; non adherent; non productive; non healing; non smoker; non
  displaced; non tender; pain plan; on plan; care plan; safety plan; treatment plan; no deficits; no premed;
  per mom; per dad; per mother; per father; mother reports; father reports; mom reports; dad reports; mom
  says; dad says; mother states; father states; mother says; father says; with mother; with mom; with
  father; with dad; with sister; with brother; mother present; father present; mother here; by mother; by
  mom; by father; sister in law; mother in law; brother in law; father in law; his mother reports; her
  mother reports; no complaints; if needed; if possible; as needed; not limited to; more likely; any
  further; at risk; low risk; no charge; not currently; likely source of; risk assessment; ordered
  by; for past; over past; during past; within past; since past; past few; past several; past couple; past
  week; past day; past month; past hour; past 24; year old; yr old; y old; yo; month old; mo old; week old;
  wk old; day old; old man; old woman; old male; old female; old boy; old girl; old lady; old gentleman; old
  patient; old pt; prior auth; prior authorization; prior to; prior to admission; prior to arrival;
  previously healthy; previously well; since childhood; from childhood; since last; from last; worse than
  before; in past few; past medical; worse since last; likely side effect; possible side effect; after
  exertion; after meal; after eating; after fall; last dose; last seen; last visit; last pm; post void; post
  nasal; post prandial; post partum; post menopausal; post traumatic; postop day; ex wife; ex husband; ex
  boyfriend; ex girlfriend; ex partner; in case management; not tolerate; does not tolerate; cannot walk;
  cannot sleep; not sleeping; not sleep; not eating; cannot work; no med; no meds; without improvement;
  without relief; no response; not helping; not help; does not help; not responding; not currently treated;
  not adherent; not taking; not optimally controlled; not at goal; missed; my daughter; my son; her daughter
  reports; son reports; daughter reports; son states; daughter states; per son; per daughter; per wife; per
  husband; per family; by daughter; by son; with daughter; with son; with wife; with husband; daughter says;
  son says; by dad for; brought by dad; brought by mom; brought by mother; brought by father; lives with
  father; lives with; to discuss; after mother's death; mother's death; father's death; death of mother;
  death of father; loss of mother; loss of father; death of; conflict with mother; conflict with father;
  conflict with; argues with; argument with; fight with; fights with; fighting with; arguing with; caring
  for mother; caring for father; caregiver for; visit for; follow up for; returns for; return for follow up;
  denies that; partly treated; partially treated; being treated; currently treated; now treated; not
  treated; never treated; untreated; under treated; undertreated; is treated; risk stratification; no rush;
  no show; none other; not just; not always; no wonder; no matter; no problem; not sure when; no shows;
  status quo; if so; if any; if not; if indicated; if able; if tolerated; last name; last menstrual; post
  anesthesia; as old; old records; prior records; past records; old chart; old film; old films; prior film;
  prior films; prior imaging; prior study; prior exam; no prior study; no prior for comparison; no
  comparison; not recently; likely to; more likely to; likely to need; prior level; previous level; previous
  dose; prior dose; previous visit; prior visit; last appointment; last appt; last session; previous
  session; prior session; family meeting; family session; family present; family at bedside; family therapy;
  family reports; family says; family states; return to work; return to school; return to play; return to
  clinic; return to sport; order of; in order to; in order; expected weight; as expected; than expected;
  next to
stop after list 0: we will; i will; she will; he will; we would; i would; we
  plan; we should
halt after list 0: will; call about; will call; will bring; bring in; has noticed; has concern; have
  concern; has question; has concerns about; calls in
pseudo after list 0: mother call; mom call; dad call; father call; wife call; husband call; daughter call;
  son call; parent call; mom given; mom prn; mom po; mom has concern; mother has concern; dad has concern;
  father has concern; parent has concern; mom concerned; mother concerned; mom will; mother will; dad will;
  father will; parent will; wife will; husband will; daughter will; son will; he return for; she
  return for; pt return for; patient return for; come
  back to clinic; come back to discuss; discussed with;
  not until
pseudo after list 0: advised parent; told parent; parent advised; parent told; mother know; mom know; dad
  know; parent know; parent aware; mother aware; mom aware; taught parent; taught wife; taught husband;
  taught daughter; taught son; parent taught; educated parent; counseled parent; counselled parent;
  instructed parent; parent instructed; parent verbalize; parent understand; mom understand; mother
  understand; parent asked; mom asked; mother asked; discussed with parent; discussed with mom; discussed
  with mother; reviewed with parent; reviewed with mom; advised mother; advised mom; told mother; told mom
pseudo after list 0: hes got; he's got; she's got; shes got; ive got; i've got; have got; has got; got an
  appointment; got better
stop after list 0: pmh other than; pmhx other than; past medical history other than; psh other than;
  surgical history other than; past history other than; history other than
halt after list 0: worried re; worry re; concern for; concerned re; wondering if; wondering about; would
  like; asking about; concern about; worry about; worried for
pseudo after list 0: last jan; last feb; last mar; last march; last apr; last april; last may; last june;
  last july; last aug; last august; last sept; last september; last oct; last october; last nov; last
  november; last dec; last december; last january; last february; last monday; last tuesday; last wednesday;
  last thursday; last friday; last saturday; last sunday
pseudo after list 0: return visit; patient call; pt call; , mom given; , mom prn; , mom po
"""
