"""The words that change what a mention means, after ConText (Harkema et al. 2009); written for chartveil.

Each line: KIND DIRECTION SCOPE REACH: phrases. KIND is an assertion, `stop` (ends the scope of what stands
before it) or `pseudo` (looks like a trigger and is none). DIRECTION says where the mention stands: `after`
the trigger or `before` it. SCOPE is `list` (runs on over commas) or `tight` (only over "or" and its like).
REACH is the farthest distance in words. A line that begins with `procedure` holds for procedures only.
"""

from dataclasses import dataclass

from ..dictionaries.words import normal, split

_TABLE = """
negated after list 40: denies; denied; denying; deny; denies any; denies having; denies having had; denied
  having had; negative for; neg for; no evidence of; no signs of; no sign of; no symptoms of; absence of; free
  of; no complaints of; no complaint of; no findings of; no hx of; no history of; no h/o; without evidence of;
  never had; has never had; did not have; does not have; do not have; doesn't have; don't have; didn't have;
  no indication of; no suggestion of; not complaining of; no reports of; no report of; nor; without signs of;
  without symptoms of; no clinical evidence of; no radiographic evidence of; no clinical signs of; no longer
  has; no longer have; denies hx of; denies history of; denies h/o; denies any history of; negative ros for;
  ros negative for; no known history of; no prior history of; no personal history of; no past history of; no
  significant; not had; has not had; have not had; hasnt had; hasn't had; havent had; haven't had; did not
  report; does not report; didn't report; reports no; reported no; reporting no; no reported; unremarkable
  for; neither; does not endorse; did not endorse; not endorsing; not having; not experiencing; has had no;
  had no; not reporting; ruled out; rule out negative; not found to have; never diagnosed with; negative :;
  neg :; denies :; pertinent negatives :; pertinent negatives
negated after tight 8: no; not; no c/o; without; w/o; none; non; never; isn't; wasn't; aren't; weren't; neg;
  cannot; can't; nil; zero; doesn't; didn't; hasn't; won't; not consistent with; ruled out; not suggestive of;
  no acute; no new; no recent; no prior; no current; no active; no obvious; no further; no known; no longer;
  no overt; no frank; no focal; no gross; no definite; without any; no documented; ruled out for; r/o'd for;
  rather than; instead of; fails to reveal; lack of; lacks; delete; remove; never developed; opposed to;
  argues against; argue against; against; criteria not met for; does not meet criteria for; screened negative
  for; tested negative for; unlikely to have had; no recurrence of; no recurrent; no associated; no concern
  for; no concerns for; no suspicion for; no suspicion of; no worrisome; denies current; no complaint
negated before tight 5: was ruled out; were ruled out; ruled out; is ruled out; has been ruled out; have been
  ruled out; r/o'd; was negative; were negative; is negative; not present; not seen; not identified; not
  detected; not noted; not found; not appreciated; excluded; was excluded; not demonstrated; not visualized;
  not elicited; not evident; are absent; is absent; was absent; were absent; refused; was declined; declined;
  not done; was not done; not performed; not indicated; not needed; not charged; not billed; not given; not
  supported; not documented; rejected; is denied; are denied; was denied; was not present; not met; not
  supplied; not reported; not endorsed; was canceled; was cancelled; cancelled; canceled; aborted; not for
  this; have been excluded; has been excluded; effectively ruled out
negated after near 1: ∅; ( - )
negated before near 2: negative; neg; absent; denied; denies; none; no; not yet; nil; ∅; ( - ); : n; ( neg );
  ( negative ); ( none ); ( no ); criteria not met; not met
historical after list 30: last pregnancy; last preg; prior pregnancy; previous pregnancy; prior pregnancies;
  previous pregnancies; with first pregnancy; first pregnancy; history of; hx of; hx; h/o; past history of;
  prior history of; past medical history of; previous history of; personal history of; remote history of; pmh
  of; pmhx of; past hx of; pmh; pmhx; pmh significant for; history significant for; history notable for; past
  surgical history; psh; pshx; past surg hx; past sx; surgical history; surgical hx; surg hx; sx hx;
  surgeries; past surgeries; past operations; pmh sig for; pmhx sig for; pmh notable for; hx notable for; hx
  sig for; hx significant for; medical history significant for; medical history notable for; medical history
  includes; pmh includes; pmh :; pmhx :; psh :; pshx :; surgeries :; prior surgeries; prior procedures; prior
  surgeries include; s/p multiple
historical after tight 8: s/p; status post; previous; prior; past; previously; previously had; formerly;
  former; recovered from; healed; childhood; was treated for; treated for; had been treated for; previously
  diagnosed with; underwent; ex; old; years ago had; resolved; recent history of; history of prior; remote;
  last year had; one episode of; an episode of; treated as; had an episode of; one prior; h/o prior;
  hospitalized for; was hospitalized for; was admitted for; had previously; recent admission for; recent
  hospitalization for; recent hospital stay for; recently admitted for; recently admitted with; recently
  hospitalized for; recently hospitalized with; recently hospitalized; recently treated for; was recently
  treated for; recently had; recent episode of; prior admission for; prior admissions for; previous admission
  for; hospitalization for; hospitalized with; admitted last month with; admitted last month for; admitted
  last year for; admitted last year with; admitted last week for; admission last month for; completed
  treatment for; completed antibiotics for; completed abx for; finished treatment for; completed course for;
  survivor; used to have; used to get; used to be; one time; previous episode of; previous episodes of; prior
  episode of; prior episodes of; past episode of; two episodes of; s/p treatment for; s/p rx for; no longer
  smokes; had past; outgrew; outgrown; overcame; cured of; bout of; had bout of; recovering from; recovered
  after; treated in past for; past issues with; past problems with; previous trouble with; distant; quit; in
  past had; cured; hx prior; previous dx; prior dx; previous diagnosis of; prior diagnosis of; last
historical before tight 6: in the past; years ago; yrs ago; year ago; yr ago; in childhood; as a child; has
  resolved; have resolved; now resolved; since resolved; months ago; mos ago; previously; was treated; healed;
  in her youth; in his youth; as a teen; as a teenager; when younger; in her 20s; in his 20s; in remote past;
  is resolved; repaired; in college; in high school; as an infant; survivor; has since resolved; had resolved;
  resolved after; resolved with; resolved last; completely resolved; now gone; since recovered; fully
  recovered; recovered; s/p; status post; treated; removed; excised; previously treated; previously resolved;
  which resolved; that resolved; that has resolved; which has resolved; outgrown; cured; extracted; last
  pregnancy; first pregnancy; with first; pretx; pre tx
historical before near 3: resolved; gone; cleared; s/p; ( resolved; , resolved; , now resolved; , since
  resolved; : resolved; , treated; ( treated; ( past; ( remote; ( old; , remote; , healed; ( healed; ,
  outgrown; ( hx; hx; history
family after kin 8: mother; father; mom; dad; brother; sister; aunt; uncle; grandmother; grandfather;
  grandparents; cousin; maternal; paternal; parents; sibling; siblings; mgm; mgf; pgm; pgf; grandma; grandpa;
  niece; nephew; half brother; half sister; twin sister; twin brother; mother's; father's; sister's;
  brother's; parent; mat aunt; pat uncle; gm; gf; mat gm; pat gf; son has; daughter has; son had; daughter
  had; son with; daughter with; wife has; wife had; husband has; husband had; wife with; husband with;
  children have; children had; children with; one with; first degree relative; first degree relatives; second
  degree relative; relatives with; relatives have; relative with; several relatives; multiple relatives;
  family members with; family member with; family members have; mat; pat; biological mother; biological
  father; bio mom; bio dad; great grandmother; great aunt; great uncle; stepbrother; siblings with; ggm; ggf;
  kids have; kid has; twin
family after list 30: family history of; family hx of; fh of; fhx of; fh; fhx; fam hx; family history; family
  hx; fam hx of; family hx significant for; fhx significant for; family history significant for; family
  history positive for; strong family history of; +fh; + fh; + fhx; fh significant for; fhx notable for; fh
  notable for; fh sig for; fhx sig for; family hx sig for; family history notable for; family history
  includes; neg fh for; fam hx sig for; fh :; fhx :
family before tight 4: runs in the family; in first degree relative; in multiple family members; on mother's
  side; on father's side; mother's side; father's side; maternal side; paternal side; runs in family; run in
  family; in several relatives; in brother; in both parents
family before near 1: aunt; mother; father; mom; dad; grandmother; grandfather; uncle; cousin; mgm; mgf; pgm;
  pgf; sister; brother; sibling; maternal; paternal
uncertain after tight 10: possible; possibly; probable; probably; likely; suspected; suspect; suspicion for;
  suspicion of; suspicious for; concern for; concerning for; concern of; concerns for; worrisome for;
  questionable; r/o; rule out; to rule out; to r/o; to exclude; may have; may be; might be; might have; could
  be; could have; appears to be; presumed; presumptive; presumably; differential includes; differential
  diagnosis; differential; ddx; consider; considering; cannot exclude; can't exclude; cannot rule out; can't
  rule out; question of; query; c/w; suggestive of; suggests; suggesting; suspicious; less likely; unlikely;
  doubt; doubtful; equivocal for; low suspicion for; high suspicion for; perhaps; compatible with; working
  diagnosis; provisional; presume; thought to be; suspecting; workup for; work up for; workup of; likely to
  have; maybe; believed to be; potential; indeterminate for; wonders about; wonders if; worried about; concern
  about; concerned about; concerned for; consistent with; evaluate for possible; versus; vs; does that mean;
  looks like; seems like; think i have; thinks she has; thinks he has; could this be; prob; poss; susp; dx'd
  at; is this; vs .; versus .; c/f; evaluate for; evaluation for possible; favor; favors; favored; favoring;
  may represent; could represent; might represent; may reflect; could reflect; might reflect; appears to have;
  appear to have; seems to have; questions whether; question whether; unclear if; unclear whether; unsure if;
  unsure if this is; unsure whether; not sure if; not sure whether; possible new; tentative diagnosis;
  tentative; tentative dx; working dx; working dx :; provisional dx; provisional diagnosis; likely due to;
  likely secondary to; likely from; likely related to; probably due to; probably from; probably secondary to;
  probably related to; possibly due to; possibly from; possibly related to; possibly secondary to; may be due
  to; may be from; might be due to; could be due to; could be from; likely 2/2; prob 2/2; probably 2/2; likely
  d/t; prob d/t; suspect d/t; presumed due to; presumed secondary to; presumably from; worked up for; being
  worked up for; does not exclude; doesn't exclude; not exclude; unable to exclude; unable to rule out; not
  able to exclude; can not exclude; can not rule out; wondering if; wondering about; wonder if; worry about;
  worry for; ?new; ? new; hint of; suspect she has; suspect he has; suspect pt has; suspect patient has;
  whether he has; whether she has; raises question of; raises concern for; indeterminate; equivocal; cf; seems
  to be; low likelihood of; low probability of; less concerned for; not convinced of; trial of treatment for;
  empirically treated for; empiric treatment for; empiric coverage for; r/o'ing; ro; needs to be ruled out
  for; thinks it is; thinks its; thinks this is; says it might be; query :; impression possible; felt to be;
  versus possible; vs possible; possibility; most likely
uncertain before tight 5: is possible; is likely; is suspected; unlikely; less likely; not excluded; cannot be
  excluded; can't be excluded; is considered; was considered; to be ruled out; not ruled out; cannot be ruled
  out; is in the differential; is unlikely; seems unlikely; is doubted; is questioned; possible overlap; in
  ddx; on ddx; is probable; not entirely excluded; until proven otherwise; is in ddx; remains on differential;
  on differential; in differential; remains a possibility; remains possibility; is possibility; must be
  excluded; needs to be excluded; should be excluded; to be excluded; must be ruled out; needs to be ruled
  out; should be ruled out; not definitively excluded; felt unlikely; felt to be unlikely; thought unlikely;
  not likely; not confirmed; unconfirmed; is in question; questioned; seems likely; seems less likely; appears
  likely; seems possible; not entirely ruled out; improbable
uncertain before near 1: possible; likely; suspected; questionable; probable; considered; vs; versus; vs .
hypothetical after list 30: if; return if; return for; call if; call for; call us for; call with; call with
  any; with any; for any; should; in case of; in the event of; risk of; risk for; at risk for; at risk of;
  increased risk of; high risk for; high risk of; risks of; risks include; risks including; risks; screening
  for; screen for; prevention of; prevent; prevents; prophylaxis for; prophylaxis against; to prevent; watch
  for; watching for; monitor for; monitoring for; look for; unless; avoid; to avoid; side effects; side
  effects include; side effects including; education on; educated on; educated about; risk; worsening or;
  complications include; complications including; including but not limited to; warning signs; red flags; er
  for; ed for; ed if; er if; seek care for; seek care if; potential for; sooner for; sooner if; go to the er
  for; go to ed for; advised return for; precautions for; next; the worry is; may set off; could set off; may
  cause; could cause; can cause; would cause; wants to know about; wants to know abt; questions about; asked
  about; prn for; as needed for; develops; develop; alert for; rtc for; rtc if; rtc with; return precautions
  given for; return precautions; return with; precautions given for; precautions discussed for; ed precautions
  for; er precautions for; strict return precautions for; go to ed with; go to ed if; go to er with; go to er
  if; go to er for; to er for; to ed for; er with; come back for; come back if; come back with; report any;
  instructed to report; notify if; notify for; notify md for; notify md if; observe for; observing for; r/b/a;
  b/a; risk benefit; risks/benefits; risk / benefit; risk and benefit; risks discussed; risks benefits;
  benefit discussed including; discussed including; side effects discussed; se discussed; adverse effects;
  potential side effects; s/e; s/s of; signs of; symptoms of; signs and symptoms of; education provided on;
  educated re; education re; education regarding; counseled on risk of; counseled about risk of; reduces risk
  of; reduce risk of; lowers risk of; watch out for; be alert for; alert to; ppx for; prophylaxis; prevention;
  for prevention of; prone to; susceptible to; predisposed to; seek care with; seek medical care for; call 911
  for; call 911 if; call clinic for; call office for; call us with; call md for; call for any; worry if;
  looking for; check for; checking for; surveillance for; concern if; complication of; complications of;
  complications such as; emergency if; prn
procedure hypothetical after list 10: planned; plan for; schedule; scheduled; scheduled for; refer for;
  referral for; referral to; referred for; order; will order; will need; recommend; recommended; plans;
  planning; offered; pending; due for; to be done; awaiting; upcoming; prior auth for; prior authorization
  for; request; requesting; to start; will start; advised; candidate for; consent for; obtain; will obtain;
  will get; repeat; recheck; rpt; arrange; next visit; would like; agreeable to; set up; book; booked for;
  need for; proceed with; proceed to; consider repeat; pre op for; preop for; clearance for; waiting for; once
  the; consult for; rec; offer
hypothetical before near 3: if; unless; occurs; develops; recurs; worsens; arises; returns; risk; precautions;
  prophylaxis; ppx; prevention; recur; awareness; prevention education
hypothetical before tight 5: precautions; prophylaxis; ppx; screening; screen; scheduled; planned; is planned;
  pending; next week; next visit; next month; recommended; to be scheduled; tomorrow; watch; prevention;
  referral; was ordered; is scheduled; is recommended; to be done; prn; if worse; if no better; stat; to
  follow
stop after list 0: personal history; personal history of; but; however; although; though; except; yet; which;
  admits; admits to; endorses; endorsed; endorsing; complains; complains of; complaining of; c/o; positive
  for; pos for; presents; presents with; presented; presented with; who; because; still; now; currently; aside
  from; apart from; other than; secondary to; due to; d/t; from; has; had; presenting with; developed; noted
  to have; found to have; diagnosed with; does have; who has; continues to have; remains; showed; shows;
  revealed; reveals; therefore; so; then; caused; treated with; started; source of; seen on; on exam; noted;
  she has; he has; pt has; patient has; they have; i have; positive; exam; given; after; , +; ( +; ( + ); and
  is; pos; persists; persist; continues; continue; while; whereas; despite; , has; , with; +ve; reports; but
  reports; but has; does report; does endorse; : y; : yes; describes; not otherwise
halt after list 0: reports; reported; reporting; states; stated; says; said; says that; notes; called; lives;
  lives with; worried; worries; brought; called about; asks; wants; helps; concerned; here; present; thinks;
  wonders about; wonders if; noticed; notices; gave; gives; observed; observes; feels; believes; found;
  requests; attended; accompanied; concerned about; worried about; agrees; declined; was told; denies that
pseudo after list 0: having had; no increase in; no change in; no change; no changes; not only; no significant
  change; no interval change; without difficulty; not certain if; not certain whether; not necessarily; gram
  negative; gram neg; no longer than; no more than; no worsening; not improved; no improvement; no better; not
  well controlled; not controlled; not resolved; not yet resolved; history and physical; hx and physical;
  history taking; not able to; unable to; not well; no relief; no doubt; social history; medical history; risk
  factors; post op; post operative; last night; last week; last month; last year; due date; plan of care; non
  compliant; non adherent; non productive; non healing; non smoker; non displaced; non tender; pain plan; on
  plan; care plan; safety plan; treatment plan; no deficits; no premed; per mom; per dad; per mother; per
  father; mother reports; father reports; mom reports; dad reports; mom says; dad says; mother states; father
  states; mother says; father says; with mother; with mom; with father; with dad; with sister; with brother;
  mother present; father present; mother here; by mother; by mom; by father; sister in law; mother in law;
  brother in law; father in law; his mother reports; her mother reports; no complaints; if needed; if
  possible; as needed; not limited to; more likely; any further; at risk; low risk; no charge; not currently;
  likely source of; risk assessment; no cp; ordered by; for past; over past; during past; within past; since
  past; past few; past several; past couple; past week; past day; past month; past hour; past 24; year old; yr
  old; y old; yo; month old; mo old; week old; wk old; day old; old man; old woman; old male; old female; old
  boy; old girl; old lady; old gentleman; old patient; old pt; prior auth; prior authorization; prior to;
  prior to admission; prior to arrival; previously healthy; previously well; since childhood; from childhood;
  since last; from last; worse than before; in past few; past medical; worse since last; likely side effect;
  possible side effect; after exertion; after meal; after eating; after fall; last dose; last seen; last
  visit; last pm; post void; post nasal; post prandial; post partum; post menopausal; post traumatic; postop
  day; ex wife; ex husband; ex boyfriend; ex girlfriend; ex partner; in case management; not tolerate; does
  not tolerate; cannot walk; cannot sleep; not sleeping; not sleep; not eating; cannot work; no med; no meds;
  without improvement; without relief; no response; not helping; not help; does not help; not responding; not
  currently treated; not adherent; not taking; not optimally controlled; not at goal; missed; my daughter; my
  son; her daughter reports; son reports; daughter reports; son states; daughter states; per son; per
  daughter; per wife; per husband; per family; by daughter; by son; with daughter; with son; with wife; with
  husband; daughter says; son says; by dad for; brought by dad; brought by mom; brought by mother; brought by
  father; lives with father; lives with; to discuss; after mother's death; mother's death; father's death;
  death of mother; death of father; loss of mother; loss of father; death of; conflict with mother; conflict
  with father; conflict with; argues with; argument with; fight with; fights with; fighting with; arguing
  with; caring for mother; caring for father; caregiver for; visit for; follow up for; returns for; return for
  follow up; denies that
procedure negated after tight 5: declined; declines; refused; refuses; declining; refusing; cannot tolerate;
  deferred; no indication for; no need for; not indicated for; opted against; does not want; did not want;
  held off on
procedure negated before tight 5: deferred; on hold; not required; not necessary; not obtained; was not
  obtained; not available; contraindicated; postponed
uncertain after list 30: ddx; ddx :; ddx includes; ddx include; differential; differential :; differential dx;
  differential dx :; differential diagnosis; differential diagnosis :; differential includes; differential
  include; dd :; diff dx
uncertain before near 2: ( probable; ( possible; ( likely; ( suspected; ( presumed; ( provisional; (
  questionable; ( ?; favored; is favored; felt to be likely; possibility
procedure historical after tight 5: post; had; has had; had prior; last; most recent; recent; outside; outside
  hospital; osh; outpatient; earlier; prior; previous; old; underwent; undergone; has undergone; had
  undergone; underwent outpatient; reviewed; review; i reviewed; seen on; noted on; found on; s/p recent;
  received; previously underwent; reviewed outside; reviewed prior; compared to; compared with; comparison;
  unchanged from; had initial; prior to this had; postop from; post op from; recovering from; pod
procedure historical before tight 5: from outside hospital; outside hospital; at outside hospital; at osh;
  from osh; done elsewhere; elsewhere; reviewed; was reviewed; years ago; was done in; already done;
  previously; earlier this year; before
procedure hypothetical after tight 8: ordered; order; check; sched; scheduling; needs; need; due for; overdue
  for; due for repeat; consider; considering; discussed; discuss; discussing; benefit from; would benefit
  from; may need; might need; will likely need; undergo; to undergo; will undergo; will have; going for; f/u;
  followup; follow up; consented for; consent for; consented to; auth submitted for; prior auth submitted for;
  auth for; prior auth for; prior auth; going to have; is going to get; wants; want; desires; interested in;
  elects; elected; opted for; counseled on; arrange for; send for; sent for; refer; referred; referral; await;
  awaits; planned for; to get; will do; will perform; will proceed with; proceed with; proceeding with; plan
  :; rec :; orders :; should have; should get; should undergo; must have; needs repeat; repeat; requested;
  insurance approval for; approved for; waitlisted for; waiting for; on waitlist for; on list for; listed for;
  encourage; encouraged; rtc for; possible; poss; likely; goal; suggest; suggested; prep for; preparing for;
  preparation for; clearance for; risk of; until; awaiting; eligible for; evaluate for; eval for; will
  schedule; will recommend; strongly recommend; advise; urged
procedure hypothetical before tight 5: due; is due; overdue; ordered; was ordered; requested; sched; to be
  scheduled; needed; will be needed; may be needed; is needed; is recommended; was recommended; was discussed;
  discussed; planned for; scheduled for; to be arranged; to be ordered; tbd; tmrw; candidate; consult;
  referral placed; referral; consent; was offered; offered; is pending; will be done; will be scheduled; is
  set; set for; set up for; at next visit
hypothetical after tight 4: as needed for; prn for; prn; for prn; with any; signs of; symptoms of; triggers
  of; avoid triggers of; prior to onset of; next; recurrent risk of; vaccinate against; vaccine for; when;
  whenever; may lead to; can lead to; could lead to
family before near 2: ( mother; ( father; ( mom; ( dad; ( sister; ( brother; ( mgm; ( mgf; ( pgm; ( pgf; (
  aunt; ( uncle; ( cousin; ( maternal; ( paternal; ( parents; ( both parents; ( grandmother; ( grandfather; (
  mat; ( pat; - mother; - father; - mom; - dad; - sister; - brother; - mgm; - mgf; - pgm; - pgf; - aunt; -
  uncle; parents
"""

NEAR, TIGHT, LIST, KIN = "near", "tight", "list", "kin"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger phrase means, on which side of it the mention stands, and how its scope runs."""

    kind: str
    direction: str
    scope: str
    reach: int
    procedures: bool = False


def _key(phrase: str) -> str:
    return " ".join(word for raw, _ in split(phrase) if (word := normal(raw)))


def _read() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        head, _, phrases = line.partition(": ")
        *only, kind, direction, scope, reach = head.split()
        trigger = Trigger(kind, direction, scope, int(reach), bool(only))
        for phrase in phrases.split("; "):
            found[_key(phrase)] = tuple(dict.fromkeys((*found.get(_key(phrase), ()), trigger)))
    return found


TRIGGERS: dict[str, tuple[Trigger, ...]] = _read()
