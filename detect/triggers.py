"""The words that change what a mention means, after ConText (Harkema et al. 2009); written for chartveil.

Each line: KIND DIRECTION REACH: phrases. KIND is an assertion, `stop` (ends the scope of what stands before it) or
`pseudo` (looks like a trigger and is none). DIRECTION says where the mention stands: `after` the trigger or `before`
it. REACH is the farthest distance in words.
"""

from dataclasses import dataclass

from ..dictionaries.words import tokens

_TABLE = """
negated after 30: denies; denied; denying; deny; denies any; negative for; neg for; no evidence of; no signs of; no sign of; no symptoms of; absence of; free of; fails to reveal; no complaints of; no findings of; no hx of; no history of; without evidence of; without any; no known; never had; has never had; did not have; does not have; do not have; doesn't have; don't have; didn't have; no indication of; no suggestion of; no documented; not complaining of; no report of; no reports of; never developed; not had any; nor; no further; not consistent with; rules out; ruled out for; not suggestive of; without signs of; without symptoms of; no clinical evidence of; no radiographic evidence of; no longer has; no longer have; no longer; no current; no active; no acute; no new; no recent; no prior; no past; denies hx of; denies history of
negated after 10: no; not; without; none; non; never; isn't; wasn't; aren't; weren't; neg; cannot; can't; negative; nil; zero; doesn't; didn't; hasn't; won't
negated before 6: was ruled out; were ruled out; ruled out; is ruled out; has been ruled out; have been ruled out; r/o'd; negative; neg; absent; denied; was negative; not present; not seen; not identified; not detected; not noted; not found; none; not appreciated; unlikely to be; excluded; was excluded; not demonstrated; not visualized; not elicited; not evident; are absent; is absent; : no; : none; : denies; : negative; declined; refused; not done; deferred; not performed; canceled; cancelled; not indicated; not needed; not charged; not billed; not given
historical after 10: history of; hx of; hx; h/o; s/p; status post; post; previous; prior; past; previously; previously had; formerly; former; resolved; recovered from; healed; childhood; remote; past history of; prior history of; past medical history of; had a; had; treated for; was diagnosed with; underwent; ex; old; in the past; years ago had; in childhood; recent; recently had; last; since
historical before 8: in the past; years ago; year ago; in childhood; as a child; resolved; has resolved; have resolved; now resolved; months ago; previously; was treated; healed; in remission since; s/p; in her youth; in his youth; gone; pre tx; as a teen; as a teenager; in remote past; when younger; no longer; since resolved; stopped; quit
family after 25: family history of; family hx of; fh of; fhx of; fh; fhx; fam hx; family history; family hx; mother; father; mom; dad; brother; sister; aunt; uncle; grandmother; grandfather; grandparents; cousin; maternal; paternal; parents; sibling; siblings; son; daughter; mgm; mgf; pgm; pgf; grandma; grandpa; niece; nephew; half brother; half sister; twin
family before 8: in his mother; in her mother; in mother; in father; in sister; in brother; in his father; in her father; runs in the family; in the family; aunt; mother; father; mom; dad; mat aunt; grandmother; grandfather; in a sister; in a brother; in first degree relative; uncle; cousin
uncertain after 12: possible; possibly; probable; probably; likely; suspected; suspect; suspicion for; suspicion of; suspicious for; concern for; concerning for; concern of; concerns for; worrisome for; questionable; ?; r/o; rule out; rule-out; r/o for; to rule out; to r/o; may have; may be; might be; might have; could be; could have; appears to be; presumed; presumptive; presumably; versus; vs; differential includes; differential diagnosis; differential; ddx; consider; considering; cannot exclude; can't exclude; cannot rule out; can't rule out; not ruled out; not excluded; question of; query; consistent with; c/w; suggestive of; suggests; suggesting; suspicious; less likely; unlikely; doubt; equivocal for; low suspicion for; perhaps; compatible with; working diagnosis; provisional; presume; ? of; thought to be; suspecting; evaluate for; evaluated for; workup for; work up for; workup of; eval for; assess for; likely to have; maybe; believed to be; impression of; potential; indeterminate for; wonders about; worried about
uncertain before 6: versus; vs; ?; possible; is possible; likely; suspected; is suspected; unlikely; less likely; not excluded; cannot be excluded; can't be excluded; is considered; was considered; to be ruled out; not ruled out; cannot be ruled out; is in the differential; probable; is unlikely; seems unlikely; doubted; considered; questionable; is questioned; possible overlap; in ddx
hypothetical after 25: if; return if; return for; call if; call for; return precautions; should; in case of; in the event of; risk of; risk for; at risk for; at risk of; increased risk of; high risk for; high risk of; risks of; risks include; risks including; screening for; screen for; prevention of; prevent; prevents; prophylaxis; prophylaxis for; prophylaxis against; ppx; to prevent; watch for; monitor for; monitoring for; look for; precautions; risk; unless; in order to avoid; avoid; side effects; side effects include; side effects including; education on; educated on; counseled on; planned; plan for; schedule; scheduled; scheduled for; refer for; referral for; referred for; order; ordered; will order; will need; needs; recommend; recommended; plan; plans; planning; consider; offered; discussed; pending; due for; to be done; to get; awaiting; upcoming; prn for; as needed for; prn; prior auth for; prior authorization for; request; requesting; to start; will start; advised; candidate for; evaluation for; consent for; obtain; will obtain; will get; repeat; arrange; complications include; complications including; including but not limited to; or if; whenever; warning signs; red flags; er for; ed if; seek care for; seek care if; potential for; sooner for; sooner if; next visit; when; to assess for
hypothetical before 6: precautions; prophylaxis; ppx; risk; screening; screen; scheduled; planned; is planned; ordered; pending; next week; next visit; next month; recommended; to be scheduled; in am; this am; tomorrow; to start; referral; watch; prevention; evaluation scheduled
stop after 0: but; however; although; though; except; yet; which; reports; reported; reporting; admits; admits to; endorses; endorsed; endorsing; complains; complains of; complaining of; c/o; positive for; pos for; presents; presents with; presented; presented with; notes; states; who; because; still; now; today; currently; aside from; apart from; other than; secondary to; due to; d/t; with; has; had; presenting with; developed; noted to have; found to have; diagnosed with; does have; who has; continues to have; remains; is; are; was; were; showed; shows; revealed; reveals; therefore; so; then; cause; caused; treated; started; given; known
pseudo after 0: no increase in; no change in; no change; no changes; not only; no significant change; no interval change; without difficulty; not certain if; not certain whether; not necessarily; no further increase; gram negative; gram neg; not drain; no longer than; no more than; no worsening; not improved; no improvement; no better; not well controlled; not controlled; not resolved; not yet resolved; history and physical; hx and physical; history taking; not been able to; not able to; unable to; can not; not well; no relief; no doubt; social history; past medical history; medical history; risk factors; post op; post operative; last night; last week; last month; last year; due date; plan of care; non compliant; non adherent; non productive; non healing; non smoker; non displaced; non tender; pain plan; on plan
"""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger phrase means, on which side of it the mention stands, and how far it reaches in words."""

    kind: str
    direction: str
    reach: int


def _read() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for line in _TABLE.strip().splitlines():
        head, _, phrases = line.partition(": ")
        kind, direction, reach = head.split()
        trigger = Trigger(kind, direction, int(reach))
        for phrase in phrases.split(";"):
            key = " ".join(tokens(phrase)) or phrase.strip()
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), trigger)))
    return found


TRIGGERS: dict[str, tuple[Trigger, ...]] = _read()
