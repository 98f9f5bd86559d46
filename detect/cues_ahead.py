"""Words that put a mention ahead or in a condition: planned, feared, to be watched for.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
hypothetical after list 30: call with any; with any; for any; risk of; risk for; at risk for; at risk of;
  increased risk of; high risk for; high risk of; risks of; risks include; risks including; risks; screening
  for; screen for; prevention of; prevent; prevents; prophylaxis for; prophylaxis against; to prevent; watch
  for; watching for; monitor for; monitoring for; look for; avoid; to avoid; side effects; side effects
  include; side effects including; education on; educated on; educated about; risk; worsening or;
  complications include; complications including; including but not limited to; warning signs; red flags; er
  for; ed for; seek care for; potential for; sooner for; go to the er for; advised return for; precautions
  for; next; the worry is; may set off; could set off; may cause; could cause; can cause; would cause; wants
  to know about; wants to know abt; questions about; asked about; prn for; as needed for; develops; develop;
  alert for; return precautions given for; return precautions; precautions given for; precautions discussed
  for; ed precautions for; er precautions for; strict return precautions for; go to ed with; go to er with;
  to er for; to ed for; er with; report any; instructed to report; notify for; notify md for; notify md if;
  observe for; observing for; r/b/a; b/a; risk benefit; risks/benefits; risk / benefit; risk and benefit;
  risks discussed; risks benefits; benefit discussed including; discussed including; side effects discussed;
  se discussed; adverse effects; potential side effects; s/e; education provided on; educated re; education
  re; education regarding; counseled on risk of; counseled about risk of; reduces risk of; reduce risk of;
  lowers risk of; watch out for; be alert for; alert to; ppx for; prophylaxis; prevention; for prevention
  of; prone to; susceptible to; predisposed to; seek care with; seek medical care for; call 911 for; call
  911 if; call clinic for; call office for; call md for; call for any; worry if; looking for; check for;
  checking for; surveillance for; concern if; complications such as; emergency if; prn; warned :; warn :;
  warned re; warned about; warn about; warn re; ppx :; prophylaxis :; to watch for; watch :; monitor :;
  vigilant for; plan for; crisis plan for; action plan for; emergency plan for; safety plan for; epi pen
  for; epipen for; rescue for; rescue med for; protocol for; watching closely for; to look for; to screen
  for; screened for; screening labs for; reviewed signs of; signs/symptoms of; low risk for; low risk of;
  moderate risk of; moderate risk for; higher risk of; higher risk for; greater risk of; lifetime risk of;
  minimize risk of; minimise risk of; lower chance of; may mean; might mean; may lead to; might lead to; can
  lead to; could lead to; may progress to; could progress to; can progress to; may develop; might develop;
  could develop; may result in; could result in; can result in; untreated could; could →; could - >; late
  effect screening; late effect screening -; late effects :; screening -; surveillance -; surveillance :;
  screening :; risk -; risks -; risks :; risk :; risk incl; risks incl; discussed risk of; discussed risks
  of; discussed risks; discussed possibility of; possibility of future; potential complications; potential
  complications :; possible complications; possible complications :; possible complications include;
  anticipate; anticipating; expect some; prevented; protects against; protect against; protection against;
  ppx against; vaccine against; vaccination against; vaccinated against; immunized against; immunization
  against; immunization for; at high risk for; at high risk of; at increased risk of; at increased risk for;
  at low risk for; at some risk for; at risk of developing; risk of developing; risk of recurrent; concern
  about future; concern for future; worried about future; just in case of; decrease risk of; expect; kit at
  bedside; in case of any; prep for; rtc stat w; in the event that; warned; warned that; could progress; may
  progress
procedure hypothetical after list 10: planned; plan for; schedule; scheduled; scheduled for; refer for;
  referral for; referral to; referred for; order; will order; will need; recommend; recommended; plans;
  planning; offered; pending; due for; to be done; awaiting; upcoming; prior auth for; prior authorization
  for; request; requesting; to start; will start; advised; candidate for; consent for; obtain; will obtain;
  will get; repeat; recheck; rpt; arrange; next visit; would like; agreeable to; set up; book; booked for;
  need for; proceed with; proceed to; consider repeat; pre op for; preop for; clearance for; waiting for;
  once the; consult for; rec; offer
hypothetical before near 3: if; unless; occurs; develops; recurs; worsens; arises; returns; risk;
  precautions; prophylaxis; ppx; prevention; recur; awareness; prevention education; watch; monitoring;
  surveillance; screening; screen; signs reviewed; sx reviewed; warning signs; symptoms reviewed; kit at
  bedside; precautions reviewed; precautions in place; precautions given; action plan; risk discussed; risk
  reviewed; risk low; risk high; risk moderate; risks reviewed; risks discussed; is risk; rule out protocol;
  develop; happens; reoccurs; reappears; persists or; vaccine; ( if; , if
hypothetical before tight 5: precautions; prophylaxis; ppx; screening; screen; scheduled; planned; is
  planned; pending; next week; next visit; next month; recommended; to be scheduled; tomorrow; watch;
  prevention; referral; was ordered; is scheduled; is recommended; to be done; prn; if worse; if no better;
  stat; to follow
procedure hypothetical after tight 8: ordered; order; check; sched; scheduling; needs; need; due for;
  overdue for; due for repeat; consider; considering; discussed; discuss; discussing; benefit from; would
  benefit from; may need; might need; will likely need; undergo; to undergo; will undergo; will have; going
  for; f/u; followup; follow up; consented for; consent for; consented to; auth submitted for; prior auth
  submitted for; auth for; prior auth for; prior auth; going to have; is going to get; wants; want; desires;
  interested in; elects; elected; opted for; counseled on; arrange for; send for; sent for; refer; referred;
  referral; await; awaits; planned for; to get; will do; will perform; will proceed with; proceed with;
  proceeding with; plan :; rec :; orders :; should have; should get; should undergo; must have; needs
  repeat; repeat; requested; insurance approval for; approved for; waitlisted for; waiting for; on waitlist
  for; on list for; listed for; encourage; encouraged; rtc for; possible; poss; likely; goal; suggest;
  suggested; prep for; preparing for; preparation for; clearance for; risk of; until; awaiting; eligible
  for; evaluate for; eval for; will schedule; will recommend; strongly recommend; advise; urged
procedure hypothetical before tight 5: due; is due; overdue; ordered; was ordered; requested; sched; to be
  scheduled; needed; will be needed; may be needed; is needed; is recommended; was recommended; was
  discussed; discussed; planned for; scheduled for; to be arranged; to be ordered; tbd; candidate; consult;
  referral placed; referral; consent; was offered; offered; is pending; will be done; will be scheduled; is
  set; set for; set up for; at next visit; rec; recs; advised; recommended; suggested; tonight; tomorrow;
  this afternoon; this evening; later today; next wk; next week; next yr; next year; next mo; next month; on
  standby; on hold for; as outpt; as outpatient; outpt; when stable; when able; once stable; once cleared;
  once approved; prn; pending; still pending; booked; on schedule; before dc; before d/c; before discharge;
  before starting; before start; before surgery; before stimulant; before next; prior to dc; prior to
  discharge; prior to starting; prior to surgery; at follow up; at f/u; considered; being considered; under
  consideration; to follow; sometime; for staging; for surveillance; for restaging; per protocol; eval
  pending; consent signed; auth pending; authorization; waitlist; referral sent; order sent; ordered today;
  scheduling; tmrw
hypothetical after tight 4: as needed for; prn for; prn; for prn; with any; avoid triggers of; prior to
  onset of; next; recurrent risk of; vaccinate against; vaccine for; may lead to; can lead to; could lead to
hypothetical after rest 30: return if; call if; er if; ed if; seek care if; rtc if; go to ed if; go to er
  if; come back if; notify if; sooner if; unless; call us if; return sooner if; return for; call for; call
  us for; call with; call us with; return with; come back for; come back with; return precautions for; rtc
  for; rtc with; go to ed for; go to er for; call 911 for; call 911 if; return :; return to ed for; return
  to ed if; return to ed with; return here for; come in if; present to ed for; present to ed if; call or
  return for; call/return for; return or call for; advised to return for; advised to return if; told to
  return for; told to return with; told to return if; call right away for; call right away if; call
  immediately if; call immediately for; stop drug if; hold if; stop if; seek care for; rtc stat with; rtc
  asap with; rtc stat for; rtc asap for; should; should she develop; should he develop; if new; if
  worsening; phone if; ring if; page for; page if; report if; alert if; return promptly for; return
  immediately for; return immediately if; er precautions :; return precautions :; reasons to return :;
  reasons to call :; to ed for; to ed with; to er with; strict return for; return asap for; return asap if;
  come right back for; if
event hypothetical after list 20: instructed on; instructed about; counseled; counseled :; counselled;
  counseled re; counseled on; counseled about; counseled regarding; taught about; handout on; reviewed risk
  of; r/b incl; consent incl; consent includes
procedure hypothetical after tight 5: pending :; pending -; regarding; next :; next up :; for elective;
  scheduled :; schedule :; for possible; for repeat; for formal; for outpt; for outpatient; will arrange;
  book for; books; low threshold for; standby for; on standby for; clears for; cleared for; return for; here
  to discuss; to discuss; presents to discuss; thinking about; think about; contemplating; declines now but;
  may require; will require; would require; requiring eventual; may eventually need; eventual; f/u with;
  recommending; recs; recs :; recommends; rec'd; will set up; will plan; plan is for; plan is; plan on;
  plans to; plans for; plans to have; slated for; on schedule for; to be scheduled for; to go for; to
  proceed with; to arrange; to order; to obtain; arranging; booked :; outstanding :; outstanding; to do :;
  needs new; next step; next step is; first then; candidate :; re refer for; re consult for; referral :; to
  see about; on the schedule for; for upcoming; in prep for; in preparation for; get; send; start; begin;
  try; appt for; appointment for; slot for; we will do; we'll do; we'll get; lets do; let's do; let's get;
  going to do; gonna get; gonna do; have ordered; has ordered; signed up for; up for; would do; would get;
  would obtain; would repeat; would consider; would recommend; might do; might get; may do; may get; could
  do; could consider; could get; want to do; want to get; hoping for; hopes for; hope for; pencilled in for;
  next is; return after; back after; repeat after; confirm with; assess with; evaluate with; clarify with;
  further evaluation with; image with; follow with; recheck with
hypothetical after rest 20: call when; return when; come in when; go when; call for
procedure hypothetical after tight 3: re; next
procedure hypothetical after tight 1: →; - >
event hypothetical after tight 2: screen; return; watch
hypothetical after list 30: teach :; teaching :; return precautions include; sick day rules; sick day rules
  :; sick day plan; naloxone kit for; rescue kit for; pen for; discussed risks incl; warned of delayed; warn
  of; cautioned about; cautioned re; caution :; r/b; r/b :; rba; rba :; rbas :; could lose; may lose; might
  lose; chance of; odds of; chance that; danger of; vulnerable to; guard against; protective against;
  fearful of; risk factors for; contingency for
event hypothetical after list 20: warn; discussed; er; s/e :; se :; ae :; aes
procedure hypothetical after tight 8: upcoming; options; options :; choices :; preop; scheduled to; appt :
hypothetical before near 3: sx discussed; sx explained; d/w pt; would need; precautions explained; can
  happen; may happen; may occur; could occur; might occur; may develop; could develop; may recur; could
  recur; may return; anticipated
procedure hypothetical before near 3: when needed; q6mo; yearly; annually; later; auth; due
hypothetical after list 30: told that; explained that; understands possibility of; aware of possibility of;
  can be followed by; may be followed by; understands that; discussed possibility of; was discussed
  including; were discussed including; was reviewed including; reviewed including; raises chance of; raises
  risk of; raise chance of; raise risk of; increases risk of; increases chance of; untreated; fear of; fears
  of; among them; chiefly; namely risk of; side effects of; dangers of; could include; can include; may
  include; may bring on; should there be; can bring on; let know about; let us know about; let me know
  about; lookout for; on lookout for
event hypothetical after list 20: counselled re; counselled on; counselled about; expect; some expected
hypothetical before near 3: are common; is common; common; is to be expected; expected; possible later; can
  follow; may follow; should occur; can result; may result; would be concerning; would be red flag; may
  appear; might appear; appears
procedure hypothetical after tight 8: see; like to see; would like to see; i'd like to see; she'll have;
  he'll have; we'll have; we'll try; will try; we could try; could try; can try; might try; i have ordered;
  have arranged; i have arranged; has been arranged; has arranged; asked to schedule; asked her to schedule;
  asked him to schedule; i've asked; i've ordered; he'll get; she'll get; she'll need; he'll need; we'll
  need; will also get; wishes to proceed with; wish to proceed with; would be candidate for; candidate for;
  set up for; still needs; bring back for; come back for; return for; back for; wants to think about;
  prepare for; outpatient; eval for
procedure hypothetical before tight 6: done before; before she comes back; before he comes back; before next
  visit; if no better; if not better; has been arranged; have been arranged; pend; again in; at next; when
  back; explained; might be worthwhile; may be worthwhile; would be reasonable; is reasonable; would be next
  step; is next step; next step
hypothetical before tight 6: can occur; may occur; could occur; might occur; can happen; may happen; could
  happen; may develop; can develop; warrant; warrants; would warrant; should prompt; prompt return; would be
  reason to; merit
event hypothetical after list 20: afraid of; scared of; turn into; turning into; could become; might become;
  may become
hypothetical after list 30: strict precautions given; strict precautions; precautions given; precautions :;
  precautions given :; what to look for; things to look for; look for; r/b/a incl; rba incl; consented for
  risk of; spoke about; explained how
procedure hypothetical before near 3: should
event hypothetical after list 20: consent :; consents :; informed consent :; consented :
hypothetical after list 30: teach s/s of; taught s/s of; teach signs of; taught signs of; teach symptoms of;
  taught symptoms of; reviewed s/s of; review s/s of; review signs of; reviewed symptoms of; discussed signs
  of; discussed symptoms of; discussed s/s of; education on s/s of; educated on s/s of; educated on signs
  of; know signs of; knows signs of; aware of signs of; aware of s/s of; report s/s of; report signs of;
  report symptoms of; recognize signs of; recognise signs of; recognize symptoms of; recognise symptoms of;
  education :; edu :; teaching on; how to recognize; how to recognise; instructed on s/s of; instructed on
  signs of; instructed in s/s of; possible complications of; to avoid complications of; prevent
  complications of
hypothetical after rest 30: if no better; if not better; if worse; if no improvement; if not improved
"""
