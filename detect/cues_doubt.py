"""Words that leave a mention in doubt: suspected, possible, to be excluded.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
uncertain after tight 10: possible; possibly; probable; probably; likely; suspected; suspect; suspicion for;
  suspicion of; suspicious for; concern for; concerning for; concern of; concerns for; worrisome for;
  questionable; r/o; rule out; to rule out; to r/o; to exclude; may have; may be; might be; might have;
  could be; could have; appears to be; presumed; presumptive; presumably; differential includes;
  differential diagnosis; differential; ddx; consider; considering; cannot exclude; can't exclude; cannot
  rule out; can't rule out; question of; query; c/w; suggestive of; suggests; suggesting; suspicious; less
  likely; unlikely; doubt; doubtful; equivocal for; low suspicion for; high suspicion for; perhaps;
  compatible with; working diagnosis; provisional; presume; thought to be; suspecting; workup for; work up
  for; workup of; likely to have; maybe; believed to be; potential; indeterminate for; wonders about;
  wonders if; worried about; concern about; concerned about; concerned for; consistent with; evaluate for
  possible; versus; vs; does that mean; looks like; seems like; think i have; thinks she has; thinks he has;
  could this be; prob; poss; susp; is this; vs .; versus .; c/f; evaluate for; evaluation for possible;
  favor; favors; favored; favoring; may represent; could represent; might represent; may reflect; could
  reflect; might reflect; appears to have; appear to have; seems to have; questions whether; question
  whether; unclear if; unclear whether; unsure if; unsure if this is; unsure whether; not sure if; not sure
  whether; possible new; tentative diagnosis; tentative; tentative dx; working dx; working dx :; provisional
  dx; provisional diagnosis; likely due to; likely secondary to; likely from; likely related to; probably
  due to; probably from; probably secondary to; probably related to; possibly due to; possibly from;
  possibly related to; possibly secondary to; may be due to; may be from; might be due to; could be due to;
  could be from; likely 2/2; prob 2/2; probably 2/2; likely d/t; prob d/t; suspect d/t; presumed due to;
  presumed secondary to; presumably from; worked up for; being worked up for; does not exclude; doesn't
  exclude; not exclude; unable to exclude; unable to rule out; not able to exclude; can not exclude; can not
  rule out; wondering if; wondering about; wonder if; worry about; worry for; ?new; ? new; hint of; suspect
  she has; suspect he has; suspect pt has; suspect patient has; whether he has; whether she has; raises
  question of; raises concern for; indeterminate; equivocal; cf; seems to be; low likelihood of; low
  probability of; less concerned for; not convinced of; trial of treatment for; empirically treated for;
  empiric treatment for; empiric coverage for; r/o'ing; ro; needs to be ruled out for; thinks it is; thinks
  its; thinks this is; says it might be; query :; impression possible; felt to be; versus possible; vs
  possible; possibility; most likely; concern :; concerns :; worry :; worry is; worry is for; worried re;
  worry re; worried for; high pretest for; high pretest probability for; high pretest probability of; low
  pretest for; impending; likely remote; likely old; possible old; possible prior; not convinced; w/u for;
  wu for; dx to consider; await path for; awaiting path for; path pending for; await bx for; await biopsy
  for; pending for; pending workup for; being evaluated for; undergoing evaluation for; under evaluation
  for; under investigation for; cx for; workup to exclude; screening positive for; screened positive for;
  screens positive for; positive screen for; positive screening for; treating empirically for; treat
  empirically for; treated empirically for; covering for; empirically covering for; cannot r/o; can't r/o;
  cant r/o; cant rule out; cant exclude; need to exclude; needs to exclude; need to rule out; must exclude;
  must rule out; want to exclude; want to rule out; would raise; raising; raises possibility of; raising
  possibility of; raising concern for; possibility of; alleged; allegedly; self diagnosed; told might have;
  told may have; was told she had; was told he had; was told she has; was told he has; was told had; thinks
  she may have; thinks he may have; thinks he might have; thinks she might have; wonders whether; feels like
  he has; feels he may have; fear of having; picture c/w; pattern c/w; would fit; would fit with; in keeping
  with; fitting with; leaning toward; leaning towards; lean toward; leading dx; leading diagnosis; leading
  diagnosis is; top dx; most consistent with; most suggestive of; more consistent with; consistent with
  possible; most c/w; could well be; could still be; may still be; may well be; might well be; might still
  have; may also have; could also be; may be early; could be early; ? component of; component of possible;
  some element of; ?early; rather likely; probable underlying; probable old; not yet excluded; not yet ruled
  out; as yet unproven; borderline for; unsure about; not sure about; unclear about; possible component of;
  question possible; could this represent; concerning features for; suspicious appearing; suspicion is for;
  suspect this is; suspect that this is; suspect underlying; suspect component of; screening + for;
  suggestive for
uncertain before tight 5: is possible; is likely; is suspected; unlikely; less likely; not excluded; cannot
  be excluded; can't be excluded; is considered; was considered; to be ruled out; not ruled out; cannot be
  ruled out; is in the differential; is unlikely; seems unlikely; is doubted; is questioned; possible
  overlap; in ddx; on ddx; is probable; not entirely excluded; until proven otherwise; is in ddx; remains on
  differential; on differential; in differential; remains a possibility; remains possibility; is
  possibility; must be excluded; needs to be excluded; should be excluded; to be excluded; must be ruled
  out; needs to be ruled out; should be ruled out; not definitively excluded; felt unlikely; felt to be
  unlikely; thought unlikely; not likely; not confirmed; unconfirmed; is in question; questioned; seems
  likely; seems less likely; appears likely; seems possible; not entirely ruled out; improbable
uncertain before near 1: possible; likely; suspected; questionable; probable; considered; vs; versus; vs .
uncertain after list 30: ddx; ddx :; ddx includes; ddx include; differential; differential :; differential
  dx; differential dx :; differential diagnosis; differential diagnosis :; differential includes;
  differential include; dd :; diff dx
uncertain before near 2: ( probable; ( possible; ( likely; ( suspected; ( presumed; ( provisional; (
  questionable; ( ?; favored; is favored; felt to be likely; possibility
uncertain before near 3: probably; maybe; perhaps; possibly; likely; presumably; presumed; , presumed; ,
  suspected; , probable; , possible; , likely; equivocal; doubtful; label doubtful; is doubtful; unlikely;
  unlikely clinically; poss; suspected; not yet proven; not proven; unproven; never confirmed; but never
  confirmed; never proven; not confirmed; , not confirmed; , unconfirmed; r/o; rule out; workup pending; w/u
  pending; being worked up; can't r/o; cannot r/o; can't rule out; can't be excluded; cant exclude; cannot
  exclude; not fully excluded; not yet excluded; not yet ruled out; on table; still on table; low prob; low
  probability; alleged; to be determined; to be checked; not dx'd; never dx'd; never diagnosed; may be
  contributing; might be contributing; could be contributing; possibly contributing; as possible; favored;
  favoured; most likely; thought likely; felt likely; is favored; less favored; still possible; remains
  possible; cannot be ruled out; not certain; in differential; on differential; on ddx; in ddx; under
  investigation; under evaluation; being evaluated; being considered; considered less likely; not
  established; undetermined; ( suspected; ( unlikely; ( doubtful; ( maybe; ( likely; ( r/o; ( query; ( rule
  out; ( not confirmed; ( unconfirmed; ( self diagnosed; - likely; - possible; - probable; - unlikely; -
  doubt; - doubtful; - suspected; - r/o; - rule out; : possible; : suspected; : likely; : unlikely; :
  probable; : doubtful; : equivocal; : r/o; : query; : cannot exclude; : indeterminate; maybe ?; tbd; query
uncertain before near 4: raised by; suggested by; may contribute; might contribute; could contribute;
  possibility; is suggested; is raised; was raised; has been raised; may play role; could play role; less so
uncertain after tight 8: alt; alternatively; alternative; less so; screen positive for; wary of;
  entertained; mimicking; mimics; would explain; asks about; asks if; asks whether; ask re; worry
uncertain after list 30: differential here includes; differential is broad; differential is broad and
  includes; differential would include; differential remains broad; differential is; considered; also
  considered; i considered; we considered; things considered; considerations include; possibilities include;
  possibilities are; thoughts include; diagnoses considered; dx considered
uncertain after tight 10: not clear whether; not clear if; not certain whether; not certain if; hard to say
  whether; hard to know if; hard to tell whether; sounds like; sounds most like; could all be; question is
  whether; might well be; has been called; label of; this is most likely; presumptively for; treat
  presumptively for; treated presumptively for; cover for; favoring; cannot completely exclude; cannot
  entirely exclude; cannot fully exclude; has concern for; has concern about; mom has concern about; teacher
  concern for; parent concern for; parental concern for
uncertain before tight 6: has to be excluded; have to be excluded; has to be ruled out; still needs to be
  excluded; most probable; most probable explanation; most likely explanation; most likely diagnosis; most
  likely cause; likely cause; probable cause; likely explanation; leading diagnosis; are possible; are
  likely; is most likely; most likely; is possible; is in question; is a thought; comes to mind; crossed my
  mind; not out of question; is high on list; high on differential; top of list; cannot be completely
  excluded; cannot be entirely excluded; could be; not off table
uncertain before near 2: suspect
uncertain after tight 10: for possible; for suspected; for presumed; for probable; for likely; more likely;
  can't be sure; cannot be sure; can't be sure it isn't; cannot be sure it isn't; not sure it isn't; top of
  my list is; top of list is; first on my list is; high on list is; wonders if she has; wonders if he has;
  wonder if i have; wonder if she has; wonder if he has; wondering if i have; wondering if she has;
  wondering if he has; thinks he has; thinks she has; whether this is; whether it is; unclear whether this
  is; asks if she has; asks if he has; asks if this is; could have been; may have been; might have been;
  given diagnosis of
uncertain after list 30: ddx includes but not limited to; differential includes but not limited to;
  differential including but not limited to; ddx including; differential including
uncertain before near 3: suggested; also in play; also possible; also considered; is worry; is concern; not
  proved; which she doubts; which he doubts
uncertain after tight 8: what was called; what they called; so called; labeled as; labelled as; called it;
  was called
uncertain before tight 6: to be reconsidered; to be considered; should be considered; must be considered;
  needs to be considered; worth considering; bears consideration; is entertained; remains in play
"""
