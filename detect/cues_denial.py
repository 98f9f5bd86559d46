"""Words that deny a mention, or tell that something was not done.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
negated after list 40: denies; denied; denying; deny; denies any; denies having; denies having had; denied
  having had; negative for; neg for; no evidence of; no signs of; no sign of; no symptoms of; absence of; no
  complaints of; no complaint of; no findings of; no hx of; no history of; no h/o; without evidence of;
  never had; has never had; did not have; does not have; do not have; doesn't have; don't have; didn't have;
  no indication of; no suggestion of; not complaining of; no reports of; no report of; nor; without signs
  of; without symptoms of; no clinical evidence of; no radiographic evidence of; no clinical signs of; no
  longer has; no longer have; denies hx of; denies history of; denies h/o; denies any history of; negative
  ros for; ros negative for; no known history of; no prior history of; no personal history of; no past
  history of; no significant; not had; has not had; have not had; hasnt had; hasn't had; havent had; haven't
  had; did not report; does not report; didn't report; reports no; reported no; reporting no; no reported;
  unremarkable for; neither; does not endorse; did not endorse; not endorsing; not having; not experiencing;
  has had no; had no; not reporting; ruled out; rule out negative; not found to have; never diagnosed with;
  negative :; neg :; denies :; pertinent negatives :; pertinent negatives; no evidence for; nothing to
  suggest; nothing suggesting; nothing to indicate; not occurred :; not found :; did not find :; didn't find
  :; not found despite looking :; no complications of; no complication of; never been diagnosed with; never
  diagnosed; not diagnosed with; was never diagnosed with; not known to have; no known; no personal or
  family; no personal or family history of; negatives :; not present :; absent :; ruled out :; excluded :;
  does not carry a diagnosis of; not had any; no further; no concerns for; no concerns re
negated after tight 8: no; not; no c/o; without; w/o; none; non; never; isn't; wasn't; aren't; weren't; neg;
  cannot; can't; nil; zero; doesn't; didn't; hasn't; won't; not consistent with; ruled out; not suggestive
  of; no acute; no new; no recent; no prior; no current; no active; no obvious; no further; no known; no
  longer; no overt; no frank; no focal; no gross; no definite; without any; no documented; ruled out for;
  r/o'd for; rather than; instead of; fails to reveal; lack of; lacks; delete; remove; never developed;
  opposed to; argues against; argue against; against; criteria not met for; does not meet criteria for;
  screened negative for; tested negative for; unlikely to have had; no recurrence of; no recurrent; no
  associated; no concern for; no concerns for; no suspicion for; no suspicion of; no worrisome; denies
  current; no complaint; not yet on; not on; not yet needing; nothing for; not a candidate for; not thought
  to be; not felt to be; not thought to represent; not due to; not from; unremarkable for; not meeting
  criteria for; does not meet criteria; not meet criteria for; no suspected; not suspicious for; no
  suspicious; no residual; no true; no real; no clear; no visible; no palpable; no appreciable; no
  underlying; no concerning; no mention of; no discrete; no convincing; r/o'd; dx of exclusion not; not an;
  misdiagnosed with; misdiagnosed as; mislabeled as
negated before tight 5: was ruled out; were ruled out; ruled out; is ruled out; has been ruled out; have
  been ruled out; r/o'd; not present; not seen; not identified; not detected; not noted; not found; not
  appreciated; excluded; was excluded; not demonstrated; not visualized; not elicited; not evident; are
  absent; is absent; was absent; were absent; not done; was not done; not performed; not indicated; not
  needed; not charged; not billed; not given; not supported; not documented; rejected; is denied; are
  denied; was denied; was not present; not met; not supplied; not reported; not endorsed; was canceled; was
  cancelled; cancelled; canceled; aborted; not for this; have been excluded; has been excluded; effectively
  ruled out
negated after near 1: ∅; ( - )
negated before near 2: negative; neg; absent; denied; denies; none; no; not yet; nil; ∅; ( - ); : n; ( neg
  ); ( negative ); ( none ); ( no ); criteria not met; not met
procedure negated after tight 5: declined; declines; refused; refuses; declining; refusing; cannot tolerate;
  deferred; no indication for; no need for; not indicated for; opted against; does not want; did not want;
  held off on; would not want; not want; does not desire; do not; did not undergo; never underwent; has not
  had; not had; without need for; no need of; not a candidate for; not requiring; avoid; avoided; not
  interested in; uninterested in; not ready for; prefers not; wishes to avoid; not candidate for; never had;
  no
procedure negated before tight 5: deferred; on hold; not required; not necessary; not obtained; was not
  obtained; not available; contraindicated; postponed; declined; refused; was declined; was refused; not
  recommended; not offered; was not done; not pursued; withheld; not tolerated; not desired; not wanted; not
  completed; not attempted; was aborted; avoided; was avoided; no show; not billable; void; voided; not
  authorized; denied by; not approved; deferred per
negated before near 3: no evidence; no sign; no signs; is none; were none; not a concern; not concern;
  never; never had; avoided; was avoided; excl; excl by; ruled out; r/o'd; taken off list; was taken off
  list; not encountered; not supported; not likely at all; = error; listed in error; entered in error; both
  deny; not in place; absent; was normal; test was normal; not felt to be present; not a problem; not an
  issue; unfounded; not the case; - none; - no; - never; - denies; - neg; - negative; - absent; : denies; :
  negative; : none; : never; : absent; : neg; : not present; : ruled out; none seen; none noted; none found;
  none today; none reported; none identified; : no concerns; no concerns; not seen on; : clear; 0 times; :
  none seen; : none found; : none noted; : none today; - none seen
negated after tight 8: did not show; does not show; do not show; didn't show; doesn't show; did not reveal;
  does not reveal; did not demonstrate; does not demonstrate; does not support; do not support; did not
  support; do not suspect; don't suspect; does not suspect; do not think; don't think; do not think he has;
  do not think she has; don't think he has; don't think she has; do not think this is; don't think this is;
  do not believe; don't believe; does not have features of; lacks features of; scare about; scare of
negated before near 4: was never made; never made; did not develop; has not developed; never developed;
  never materialized; not thought to be present
finding negated before tight 5: was negative; were negative; is negative; are negative; came back negative;
  returned negative; negative today
negated after list 40: is negative for; was negative for; were negative for; are negative for; be negative
  for; came back negative for; nobody has; no one has; nobody with; no one with; none has; none of them has
negated after list 40: free from; is free of; are free of; was free of; remains free of; remain free of;
  been free of; seizure free; symptom free
"""
