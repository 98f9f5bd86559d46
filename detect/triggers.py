"""The words that change what a mention means, after ConText (Harkema et al. 2009); written for chartveil.

Each line: KIND DIRECTION SCOPE REACH: phrases. KIND is an assertion, `stop` (ends the scope of what stands
before it) or `pseudo` (looks like a trigger and is none). DIRECTION says where the mention stands: `after`
the trigger or `before` it. SCOPE is `list` (runs on over commas) or `tight` (only over "or" and its like).
REACH is the farthest distance in words.
"""

from dataclasses import dataclass

from ..dictionaries.words import normal, split

_TABLE = """
negated after list 40: denies; denied; denying; deny; denies any; denies having; denies having had; denied
  having had; negative for; neg for; no
  evidence of; no signs of; no sign of; no symptoms of; absence of; free of; no complaints of; no
  complaint of; no findings of; no hx of; no history of; no h/o; without evidence of; never had; has never
  had; did not have; does not have; do not have; doesn't have; don't have; didn't have; no indication of;
  no suggestion of; not complaining of; no reports of; no report of; nor; without signs of; without
  symptoms of; no clinical evidence of; no radiographic evidence of; no clinical signs of; no longer has;
  no longer have; denies hx of; denies history of; denies h/o; denies any history of; negative ros for;
  ros negative for; no known history of; no prior history of; no personal history of; no past history of;
  no significant
negated after tight 8: no; not; no c/o; without; w/o; none; non; never; isn't; wasn't; aren't; weren't;
  neg; cannot; can't; nil; zero; doesn't; didn't; hasn't; won't; not consistent with; ruled out; not
  suggestive of; no acute; no new; no recent; no prior; no current; no active; no obvious; no further; no
  known; no longer; no overt; no frank; no focal; no gross; no definite; without any; no documented; ruled
  out for; r/o'd for; rather than; instead of; fails to reveal; lack of; lacks; delete; remove; never
  developed; opposed to
negated before tight 5: was ruled out; were ruled out; ruled out; is ruled out; has been ruled out; have
  been ruled out; r/o'd; was negative; were negative; is negative; not present; not seen; not identified;
  not detected; not noted; not found; not appreciated; excluded; was excluded; not demonstrated; not
  visualized; not elicited; not evident; are absent; is absent; was absent; were absent; refused; was
  declined; declined; not done; was not done; not performed; not indicated; not needed; not charged; not
  billed; not given; not supported; not documented; rejected; is denied; are denied; was denied; was not
  present; not met; not supplied; not reported; not endorsed; was canceled; was cancelled; cancelled;
  canceled; aborted; not for this
negated after near 1: ∅; ( - )
negated after list 30: negative :; neg :; denies :; pertinent negatives :; pertinent negatives
negated before near 2: negative; neg; absent; denied; denies; none; no; not yet; nil; ∅; ( - )
historical after list 30: last pregnancy; last preg; prior pregnancy; previous pregnancy; prior
  pregnancies; previous pregnancies; with first pregnancy; first pregnancy; history of; hx of; hx; h/o;
  past history of; prior history of; past medical history of; previous history of; personal history of;
  remote history of; pmh of; pmhx of; past hx of; pmh; pmhx; pmh significant for; history significant for;
  history notable for
historical after tight 8: s/p; status post; previous; prior; past; previously; previously had; formerly;
  former; recovered from; healed; childhood; was treated for; treated for; had been treated for;
  previously diagnosed with; underwent; ex; old; years ago had; resolved; recent history of; history of
  prior; remote; last year had; one episode of; an episode of; treated as; had an episode of; one prior;
  h/o prior; hospitalized for; was hospitalized for; was admitted for
historical before tight 6: in the past; years ago; yrs ago; year ago; yr ago; in childhood; as a child;
  has resolved; have resolved; now resolved; since resolved; months ago; mos ago; previously; was treated;
  healed; in her youth; in his youth; as a teen; as a teenager; when younger; in her 20s; in his 20s; in
  remote past; is resolved; repaired; in college; in high school; as an infant
historical before near 2: resolved; gone; cleared; s/p
family after kin 8: mother; father; mom; dad; brother; sister; aunt; uncle; grandmother; grandfather;
  grandparents; cousin; maternal; paternal; parents; sibling; siblings; mgm; mgf; pgm; pgf; grandma;
  grandpa; niece; nephew; half brother; half sister; twin sister; twin brother; mother's; father's;
  sister's; brother's; parent; mat aunt; pat uncle; gm; gf; mat gm; pat gf
family after list 30: family history of; family hx of; fh of; fhx of; fh; fhx; fam hx; family history;
  family hx; fam hx of; family hx significant for; fhx significant for; family history significant for;
  family history positive for; strong family history of
family before tight 4: runs in the family; in first degree relative; in multiple family members
family before near 1: aunt; mother; father; mom; dad; grandmother; grandfather; uncle; cousin; mgm; mgf;
  pgm; pgf; sister; brother; sibling; maternal; paternal
uncertain after tight 10: possible; possibly; probable; probably; likely; suspected; suspect; suspicion
  for; suspicion of; suspicious for; concern for; concerning for; concern of; concerns for; worrisome for;
  questionable; r/o; rule out; to rule out; to r/o; to exclude; may have; may be; might be; might have;
  could be; could have; appears to be; presumed; presumptive; presumably; differential includes;
  differential diagnosis; differential; ddx; consider; considering; cannot exclude; can't exclude; cannot
  rule out; can't rule out; question of; query; c/w; suggestive of; suggests; suggesting; suspicious; less
  likely; unlikely; doubt; doubtful; equivocal for; low suspicion for; high suspicion for; perhaps;
  compatible with; working diagnosis; provisional; presume; thought to be; suspecting; workup for; work up
  for; workup of; likely to have; maybe; believed to be; potential; indeterminate for; wonders about;
  wonders if; worried about; concern about; concerned about; concerned for; consistent with; evaluate for
  possible; versus; vs; does that mean; looks like; seems like; think i have; thinks she has; thinks he
  has; could this be; prob; poss; susp; dx'd at; is this
uncertain before tight 4: is possible; is likely; is suspected; unlikely; less likely; not excluded;
  cannot be excluded; can't be excluded; is considered; was considered; to be ruled out; not ruled out;
  cannot be ruled out; is in the differential; is unlikely; seems unlikely; is doubted; is questioned;
  possible overlap; in ddx; on ddx; is probable; not entirely excluded; until proven otherwise; is in ddx
uncertain before near 1: possible; likely; suspected; questionable; probable; considered; vs; versus
hypothetical after list 30: if; return if; return for; call if; call for; call us for; call with; call
  with any; with any; for any; should; in case of; in the event of; risk of; risk for; at risk for; at
  risk of; increased risk of; high risk for; high risk of; risks of; risks include; risks including;
  risks; screening for; screen for; prevention of; prevent; prevents; prophylaxis for; prophylaxis
  against; to prevent; watch for; watching for; monitor for; monitoring for; look for; unless; avoid; to
  avoid; side effects; side effects include; side effects including; education on; educated on; educated
  about; risk; worsening or; complications include; complications including; including but not limited to;
  whenever; warning signs; red flags; er for; ed for; ed if; er if; seek care for; seek care if; potential
  for; sooner for; sooner if; go to the er for; go to ed for; advised return for; precautions for; next;
  the worry is; may set off; could set off; may cause; could cause; can cause; would cause; lead to; wants
  to know about; wants to know abt; questions about; asked about; prn for; as needed for; develops;
  develop; alert for
hypothetical after tight 10: planned; plan for; schedule; scheduled; scheduled for; refer for; referral
  for; referral to; referred for; order; will order; will need; recommend; recommended; plans; planning;
  offered; pending; due for; to be done; awaiting; upcoming; prior auth for; prior authorization for;
  request; requesting; to start; will start; advised; candidate for; consent for; obtain; will obtain;
  will get; repeat; recheck; rpt; arrange; next visit; would like; agreeable to; set up; book; booked for;
  need for; proceed with; proceed to; consider repeat;  pre op for; preop for; clearance for; waiting for;
  once the; consult for; rec; offer
hypothetical before near 1: if; unless
hypothetical before tight 5: precautions; prophylaxis; ppx; screening; screen; scheduled; planned; is
  planned; pending; next week; next visit; next month; recommended; to be scheduled; tomorrow; watch;
  prevention; referral; was ordered; is scheduled; is recommended; to be done; prn; if worse; if no
  better; stat; to follow
stop after list 0: personal history; personal history of; but; however; although; though; except; yet;
  which; admits; admits to; endorses; endorsed; endorsing; complains; complains of; complaining of; c/o;
  positive for; pos for; presents; presents with; presented; presented with; who; because; still; now;
  currently; aside from; apart from; other than; secondary to; due to; d/t; from; has; had; presenting
  with; developed; noted to have; found to have; diagnosed with; does have; who has; continues to have;
  remains; showed; shows; revealed; reveals; therefore; so; then; caused; treated with; started; source
  of; seen on; on exam; noted; she has; he has; pt has; patient has; they have; i have; positive; exam;
  given; after
halt after list 0: reports; reported; reporting; states; stated; says; said; says that; notes; called;
  lives; lives with; worried; worries; brought; called about; asks; wants; helps; concerned; here;
  present; thinks
pseudo after list 0: having had; no increase in; no change in; no change; no changes; not only; no
  significant change;
  no interval change; without difficulty; not certain if; not certain whether; not necessarily; gram
  negative; gram neg; no longer than; no more than; no worsening; not improved; no improvement; no better;
  not well controlled; not controlled; not resolved; not yet resolved; history and physical; hx and
  physical; history taking; not able to; unable to; not well; no relief; no doubt; social history; medical
  history; risk factors; post op; post operative; last night; last week; last month; last year; due date;
  plan of care; non compliant; non adherent; non productive; non healing; non smoker; non displaced; non
  tender; pain plan; on plan; care plan; safety plan; treatment plan; no deficits; no premed; per mom; per
  dad; per mother; per father; mother reports; father reports; mom reports; dad reports; mom says; dad
  says; mother states; father states; mother says; father says; with mother; with mom; with father; with
  dad; with sister; with brother; mother present; father present; mother here; by mother; by mom; by
  father; sister in law; mother in law; brother in law; father in law; his mother reports; her mother
  reports; no complaints; if needed; if possible; as needed; not limited to; more likely; any further; at
  risk; low risk; no charge; not currently; likely due to; likely secondary to; likely from; likely source
  of; probably from; likely related to; probably due to; probably related to; risk assessment; no cp
"""

NEAR, TIGHT, LIST, KIN = "near", "tight", "list", "kin"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger phrase means, on which side of it the mention stands, and how its scope runs."""

    kind: str
    direction: str
    scope: str
    reach: int


def _key(phrase: str) -> str:
    return " ".join(word for raw, _ in split(phrase) if (word := normal(raw)))


def _read() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        head, _, phrases = line.partition(": ")
        kind, direction, scope, reach = head.split()
        trigger = Trigger(kind, direction, scope, int(reach))
        for phrase in phrases.split("; "):
            found[_key(phrase)] = tuple(dict.fromkeys((*found.get(_key(phrase), ()), trigger)))
    return found


TRIGGERS: dict[str, tuple[Trigger, ...]] = _read()
