"""Words that put a mention in the past: over, resolved, done before.

For the form of the lines see `triggers.py`.
"""

PHRASES = """
historical after list 30: last pregnancy; last preg; prior pregnancy; previous pregnancy; prior pregnancies;
  previous pregnancies; with first pregnancy; first pregnancy; history of; hx of; hx; h/o; past history of;
  prior history of; past medical history of; previous history of; personal history of; remote history of;
  pmh of; pmhx of; past hx of; pmh; pmhx; pmh significant for; history significant for; history notable for;
  past surgical history; psh; pshx; past surg hx; past sx; surgical history; surgical hx; surg hx; sx hx;
  surgeries; past surgeries; past operations; pmh sig for; pmhx sig for; pmh notable for; hx notable for; hx
  sig for; hx significant for; medical history significant for; medical history notable for; medical history
  includes; pmh includes; pmh :; pmhx :; psh :; pshx :; surgeries :; prior surgeries; prior procedures;
  prior surgeries include; s/p multiple; resolved :; cleared up :; resolved problems :; resolved problem :;
  resolved issues :; inactive :; inactive problems :; remote :; prior :; past :; previous :; previously :;
  old :; past history :; past dx; past diagnoses :; past problems :
historical after tight 8: s/p; status post; previous; prior; past; previously; previously had; formerly;
  former; recovered from; healed; childhood; was treated for; treated for; had been treated for; previously
  diagnosed with; underwent; ex; old; years ago had; resolved; recent history of; history of prior; remote;
  last year had; one episode of; an episode of; treated as; had an episode of; one prior; h/o prior;
  hospitalized for; was hospitalized for; was admitted for; had previously; recent admission for; recent
  hospitalization for; recent hospital stay for; recently admitted for; recently admitted with; recently
  hospitalized for; recently hospitalized with; recently hospitalized; recently treated for; was recently
  treated for; recently had; recent episode of; prior admission for; prior admissions for; previous
  admission for; hospitalization for; hospitalized with; admitted last month with; admitted last month for;
  admitted last year for; admitted last year with; admitted last week for; admission last month for;
  completed treatment for; completed antibiotics for; completed abx for; finished treatment for; completed
  course for; survivor; used to have; used to get; used to be; one time; previous episode of; previous
  episodes of; prior episode of; prior episodes of; past episode of; two episodes of; s/p treatment for; s/p
  rx for; no longer smokes; had past; outgrew; outgrown; overcame; cured of; bout of; had bout of;
  recovering from; recovered after; treated in past for; past issues with; past problems with; previous
  trouble with; distant; quit; in past had; cured; hx prior; previous dx; prior dx; previous diagnosis of;
  prior diagnosis of; last; prev; prev dx; had prior; prev hx of; interval resolution of; resolution of;
  complete resolution of; interval healing of; once had; has had in past; history remarkable for; remission
  from; previously treated for; recovery from; since recovering from; recovered fully from; s/p recent;
  after recent; recent bout of; first episode of; had a prior; had old; former dx of; earlier episode of;
  carried diagnosis of; carried dx of; carried a past diagnosis of; previously dx with; previously dx'd
  with; no further episodes of; stopped for; was stopped for; was stopped due to; stopped due to; d/c'd for;
  discontinued for; discontinued due to; discontinued because of; came off for
historical before tight 6: in the past; years ago; yrs ago; year ago; yr ago; in childhood; as a child; has
  resolved; have resolved; now resolved; since resolved; months ago; mos ago; previously; was treated;
  healed; in her youth; in his youth; as a teen; as a teenager; when younger; in her 20s; in his 20s; in
  remote past; is resolved; repaired; in college; in high school; as an infant; survivor; has since
  resolved; had resolved; resolved after; resolved with; resolved last; completely resolved; now gone; since
  recovered; fully recovered; recovered; s/p; status post; removed; excised; previously treated; previously
  resolved; which resolved; that resolved; that has resolved; which has resolved; outgrown; cured;
  extracted; last pregnancy; first pregnancy; with first; pretx; pre tx; years prior; yrs prior; long ago;
  long since resolved; has not recurred; have not recurred; not recurred; no recurrence; without recurrence;
  no recurrence since; none since; none now; none this time; none this pregnancy; none recently; now healed;
  back to baseline; now back to baseline; self converted; that converted; spontaneously resolved; closed
  spontaneously; resolved spontaneously; self resolved; self limited; resolved on its own; resolved w;
  resolved without; prev dx; previously dx; fully resolved; since reversed; was reversed; now closed; caught
  up; has caught up; regressed; outgrew; outgrew it; grew out; grew out of; as toddler; when nursing;
  earlier this year; earlier this month; in another state; before surgery; before transplant; before
  pregnancy; with both kids; last seen; last episode; while in college; during college; in infancy; in first
  preg; in first pregnancy; in prior pregnancy; in last pregnancy; in previous pregnancy; with previous
  pregnancy; with prior pregnancy; w/ first; w/ last; since normalized; ned since; in past; treated and
  resolved; treated with resolution; is gone; are gone; went away; has gone; gone away; have subsided; has
  subsided; has abated; improved and resolved; which stopped; that stopped; has stopped; have stopped; has
  settled; settled; no longer an issue; no longer a problem; none in years; years back; until 2 years ago;
  last summer; last winter; last spring; last month; last fall; at outside hospital years ago; in her teens;
  in his teens; in teens; in 20s; in 30s; in 40s; , healed; since healed
historical before near 3: resolved; gone; cleared; s/p; ( resolved; , resolved; , now resolved; , since
  resolved; : resolved; , treated; ( treated; ( past; ( remote; ( old; , remote; , healed; ( healed; ,
  outgrown; ( hx; hx; history; gone now; gone since; , gone; , cleared; - closed; - healed; - resolved; -
  gone; - cured; - treated; , recovered; , regressed; , converted; , self converted; , none since; , none
  now; , none this; , self limited; , reversed; , now healed; , now gone; ( regressed; ( outgrew; ( cured; (
  cleared; ( repaired; ( prior; ( gone; , repaired; , cured; , treated and; , no recurrence; , no longer;
  tx'd; , tx'd; treated; s/p tx; s/p treatment; x prior; prior; yes , outgrew; yes , resolved; , has
  resolved; , which resolved; , which has resolved; , that resolved; , no further; , no further episodes; ,
  back to baseline; : healed; : gone; now over; , over; , now over; , fixed; , none in; , none recently; ,
  past; , prior; remote
procedure historical after tight 5: post; had; has had; had prior; last; most recent; recent; outside;
  outside hospital; osh; outpatient; earlier; prior; previous; old; underwent; undergone; has undergone; had
  undergone; underwent outpatient; reviewed; review; i reviewed; seen on; noted on; found on; s/p recent;
  received; previously underwent; reviewed outside; reviewed prior; compared to; compared with; comparison;
  unchanged from; had initial; prior to this had; postop from; post op from; recovering from; pod; prev;
  post op; postop; post op day; s/p; status post; recovering after; weeks after; days after; months after;
  years after; wk post; weeks post; mo post; months post; month post; wks post; day post; days post;
  recently had; recently underwent; already had; previously had; just had; after failed; underwent an; has
  had multiple; remote; from prior; from previous; last yr; on last; on prior; on recent; on previous;
  incidentally on; surveillance after; after previous; after recent; path from
procedure historical before tight 5: from outside hospital; outside hospital; at outside hospital; at osh;
  from osh; done elsewhere; elsewhere; reviewed; was reviewed; years ago; already done; previously; earlier
  this year; out already; fixed it; in past; showed; confirms; revealed; demonstrated; last year; last yr;
  last month; last week; yesterday; in remote past; prior; with last; as kid; as child; wires; per records;
  per outside records; by outside; since reversed; done at outside; already had
historical after told 20: in past; in remote past; years ago; yrs ago; year ago; yr ago; last year; last yr;
  last summer; last winter; last spring; last fall; last month; as child; as kid; as teen; as teenager; as
  infant; as baby; as toddler; as young adult; in college; in high school; in childhood; during childhood;
  when younger; in youth; during last pregnancy; during prior pregnancy; with last pregnancy; last
  pregnancy; first pregnancy; prior pregnancy; during that admission; during last admission; during prior
  admission; during last hospitalization; during prior hospitalization; last admission; last
  hospitalization; prior admission; prior hospitalization; previous admission; previous hospitalization;
  earlier in life; in infancy; once had; formerly; in remission from; recent admission; recent
  hospitalization; decades ago
passing historical after told 8: had; he had; she had; pt had; patient had; they had; i had; did have; got;
  caught; went into; suffered
event historical before tight 6: in jail; in prison; in military; in rehab; in nicu; in 90s; in 80s; in 70s;
  in 2000s; on earlier study; recovered fully; got better
event historical after told 12: in rehab; while in rehab; in nicu; nicu :; birth :
passing historical after tight 3: since his; since her; since their; after his; after her; after their; when
  he had; when she had; when pt had; during his; during her; before his; before her; following his;
  following her
procedure historical after tight 5: got; she had; he had; pt had; patient had; they had; out from; tried;
  has tried; had tried; since her; since his; after her; after his; following her; following his; months
  from; weeks from; years from
event historical before near 3: fixed then; fixed; cauterized; sutured; lasered; cleared; broke; finished;
  closed; settled; stopped; none after; none here; none since; never again; subsided; lanced; drained; self
  resolved
event historical before tight 5: has cleared; have cleared; had cleared; seen then; on earlier study; on
  prior study; on last study; both settled; all settled; since cleared; since gone; went away by itself;
  went away on its own
pseudo after list 0: if he had; if she had; if you had; if they had; has had; have had; having had; if pt
  had; not had
historical after tight 8: er visit for; er trip for; ed visit for; ed trip for; er visits for; trip to er
  for; visit to er for; trip to ed for; seen in er for; seen in ed for; urgent care visit for; seen at
  urgent care for; icu stay for; hospital stay for; stay for; finished antibiotics for; finished course for;
  finished course of antibiotics for; last bout of; last flare of; earlier bout of; old scar from
historical before tight 6: dealt with; was dealt with; taken care of; long over; behind him;
  years earlier; that went away; that cleared; that is over; put to rest; came and went; and recovered; with
  full recovery; full recovery; complete recovery; with good recovery; fully resolved; w full recovery; made
  full recovery; stopped after; corrected; normalized; recovered
historical before list 12: it went away; they went away; that went away; and went away; which went away; all
  gone; long gone
event historical before list 12: it corrected; both corrected; which corrected; and corrected; corrected by;
  it cleared; both cleared; both of which cleared; both of which corrected; both of which resolved; cleared
  by; cleared after; cleared with; it resolved; they resolved; resolved by; resolved within; went away; they
  went away; it went away; passed spontaneously; passed on own; nsr since; sr since; back in nsr; back in
  sr; back to sinus; none since; that converted; converted with; converted to; full recovery; no recurrence;
  cast off; no evidence of disease; ned; graduated
historical before near 3: - - resolved; - - healed; - - gone; - - cured; ( removed; ( excised; ( passed
event historical before near 3: relieved; relief by; reversed; broke; abated; lysed
historical after tight 8: gave up; given up; has given up; stopped using; stopped smoking
event historical before near 3: x1 before; x2 before; x3 before; once before; twice before; before this
historical after list 30: pmh other than; pmhx other than; past medical history other than; psh other than;
  surgical history other than; past history other than; history other than
event historical before list 12: , none since; , none now; , none further; , nil since; , none for
event historical before list 12: both of which settled; which settled; and settled; both settled; all of
  which resolved; which passed; that settled
passing historical after told 8: recalls having; recalls; remembers having; remembers; recalled having
procedure historical before tight 5: before that; before this; at that time; back then; did nothing; helped
event historical before tight 4: at that time; back then
historical after tight 8: tx'd for; txd for; rx'd for; previously tx'd for
event historical before list 12: none today; , none today; none this am; , none this am; gone this am; none
  overnight
"""
