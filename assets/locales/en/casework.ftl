work-denied = This cannot be done. Either your offices have no such case, or you cannot do this now.
toast-denied = This cannot be done.
work-take-first = <b>Take the case first:</b> whoever works on it decides. The button is below.
toast-changed = The case has changed. Here is what there is now.
work-changed = <b>While you were looking, the case changed:</b>
work-changed-own = <b>You have changed this yourself on another screen.</b> This is how it stands now.
work-not-kept = Your text was not saved. It can be copied from your message above. Here it is:

    { $text }
work-items = { "    " }{ $items }
work-by-applicant = applicant
work-by-office = office
bad-nothing-ticked = Nothing is ticked. Tick the documents, then tap the button under them.

work-queue-title = <b>Queue of cases</b>
work-heap-all = All open: { $count }
work-heap-mine = Mine: { $count }
work-heap-unassigned = Taken by nobody: { $count }
work-heap-overdue = Overdue: { $count }
work-heap-today = Last day is today: { $count }
work-heap-empty = Nothing here.
work-heap-all-button = All: { $count }
work-heap-mine-button = Mine: { $count }
work-heap-unassigned-button = Not taken: { $count }
work-heap-overdue-button = Overdue: { $count }
work-heap-today-button = Today: { $count }
work-row = • { $number } — { $state }
work-row-due = • { $number } — { $state }. Due: { $date }
work-row-late = • <b>{ $number } — { $state }. Was due: { $date }</b>
work-row-recounted = { "    " }⚠️ the calendar has changed: by it { $date }
work-row-paused = { "    " }⏸ the term stands still since { $date }
unreached = ❗ <b>Not delivered, please call.</b> This person has stopped the bot: messages wait until they come back.
unreached-phone = The phone they wrote: <b>{ $phone }</b>
unreached-address = They wrote no phone. Address: { $address }
unreached-row = { "    " }❗ not delivered, please call
unreached-row-phone = { "    " }❗ not delivered, please call: { $phone }
work-case-button = { $number }: { $state }
work-case-colleague-button = { $number }: { $state }, a colleague has it
work-cut = The first { $most } of { $total } are shown. Open any other case by its number.
work-page = Page { $page } of { $pages }
work-earlier-button = ◀ Earlier
work-later-button = Later ▶
work-queue-button = To the queue
work-card-button = To the case
work-books-button = Journal, passes, export
work-example = You can give the number at once, for example: <b>/{ $command } 2-65/2026-17</b>
work-no-number = No register of your offices has this number: { $typed }.
work-which-number = Which case? Several registers have this number.
work-bad-number = “{ $typed }” is not an incoming number.
work-status-how = Write the number and the state: <b>/status 2-65/2026-17 ready</b>. States: received, approved, refused, ready, issued.
work-pick-see = <b>Which case do you want to open?</b>
work-pick-receive = <b>For which case were documents received?</b>
work-pick-need = <b>For which case is something missing?</b>
work-pick-take = <b>Which case do you take?</b>
work-pick-release = <b>Which case goes back to the queue?</b>
work-pick-assign = <b>Which case do you want to reassign?</b>
work-pick-approve = <b>For which case is it decided to give the document?</b>
work-pick-refuse = <b>Which case do you refuse?</b>
work-pick-ready = <b>For which case is the document ready?</b>
work-pick-issue = <b>For which case do you hand out the document?</b>
work-pick-none = There are no such cases now.

work-card-title = <b>Case No { $number }</b>
work-applicant = Applicant: <b>{ $name }</b>
work-representative = Representative: { $name }
work-assigned = The case is with: { $name }
work-unassigned = Taken by nobody
work-assigned-before = The case was with: { $name }
work-assigned-gone = Whoever had the case works here no more
work-unassigned-since = Taken by nobody. Until { $date } it was with: { $name }
work-state-registered = Registered, not all documents handed over
work-state-in-review = All documents handed over, being examined
work-state-approved = Decided to give the document, it is being prepared
work-state-ready = The document is ready, not collected yet
work-state-issued = The document has been handed out
work-state-refused = Refused
work-state-withdrawn = The applicant withdrew the application
work-state-not-accepted = The documents were not accepted
work-state-registered-short = needs documents
work-state-in-review-short = being examined
work-state-approved-short = being prepared
work-state-ready-short = to hand out
work-state-issued-short = issued
work-state-refused-short = refused
work-state-withdrawn-short = withdrawn
work-state-not-accepted-short = not accepted
work-recounted = <b>⚠️ The calendar has changed.</b> The day that was told holds until the head decides otherwise.
work-recounted-result = • Result: told <b>{ $said }</b>, by the calendar of today { $now }
work-recounted-refusal = • Refusal: told <b>{ $said }</b>, by the calendar of today { $now }
work-term-paused = <b>The term stands still since { $date }.</b> Reason: { $reason }
work-handed-over = <b>Documents:</b>
work-ticked = ✅ { $item }
work-unticked = ▫️ { $item }
work-handed-out = Handed out on { $date }, { $time }: { $name }. Document shown: { $document }
work-refused-late = The refusal came late: it was due by { $date }.
work-take-button = Take the case
work-release-button = Give back to the queue
work-assign-button = Assign to another
work-receive-button = Receive documents
work-need-button = Ask for what is missing
work-approve-button = Decide: give the document
work-refuse-button = Refuse
work-refuse-on-substance-button = Refuse on substance
work-refuse-to-accept-button = Do not accept the documents
work-ready-button = The document is ready
work-issue-button = Hand out the document
work-settle-button = The calendar changed: decide
work-pause-button = Stop the term
work-resume-button = The term goes on
work-answers-button = Answers
work-copies-button = Copies
work-papers-button = Documents (PDF, DOCX)
work-history-button = History
work-clocks-button = Terms
work-answers = <b>Application No { $number }</b>
work-copies = Copies attached by the applicant: { $count }. The documents themselves and paper copies are brought to the office.
work-copies-none = The applicant attached no copies.
work-copy-button = { $number }. { $item }
work-file = Case No { $number }
work-certificate-file = Case No { $number }. Print it, sign it, seal it. Then tap “The document is ready”.
work-letter-file = Case No { $number }. Letter of refusal: print it and sign it.
work-event-filed = { $date }, { $time }: application filed — { $who }
work-event-received = { $date }, { $time }: documents received — { $who }
work-event-complete = { $date }, { $time }: package complete, the term began — { $who }
work-event-withdrawn = { $date }, { $time }: application withdrawn — { $who }
work-event-not-coming = { $date }, { $time }: not coming — { $who }
work-event-coming = { $date }, { $time }: coming to the office — { $who }
work-event-further-materials = { $date }, { $time }: asks to agree on materials — { $who }
work-event-taken = { $date }, { $time }: case taken — { $who }
work-event-released = { $date }, { $time }: case given back to the queue — { $who }
work-event-assigned = { $date }, { $time }: case given to an officer — by { $who }
work-event-assigned-to = { $date }, { $time }: case given to { $to } — by { $who }
work-event-passed-on = { $date }, { $time }: case passed on: { $had } → { $to } — by { $who }
work-event-released-by = { $date }, { $time }: case of { $had } given back to the queue — { $who }
work-event-needed = { $date }, { $time }: asked the applicant for what is missing — { $who }
work-event-approved = { $date }, { $time }: decided to give — { $who }
work-event-refused = { $date }, { $time }: refused — { $who }
work-event-not-accepted = { $date }, { $time }: the documents were not accepted — { $who }
work-event-ready = { $date }, { $time }: document ready — { $who }
work-event-issued = { $date }, { $time }: document handed out — by { $who }
work-event-term-kept = { $date }, { $time }: the calendar changed, the day that was told is kept — { $who }
work-event-term-moved = { $date }, { $time }: the last day is moved — { $who }
work-event-term-days = { "    " }told { $said }, by the calendar { $now }
work-event-paused = { $date }, { $time }: the term is stopped — { $who }
work-event-resumed = { $date }, { $time }: the term goes on — { $who }
work-event-pause = { "    " }reason: { $reason }
work-event-pause-days = { "    " }last day: { $now }

work-assign = <b>Who will work on case No { $number }?</b>
work-assign-nobody = The office has nobody else for this case.
toast-taken = The case is with you.
toast-released = The case is in the queue again.
toast-assigned = The case is assigned.
work-receive-again = <b>What was brought again for case No { $number }?</b>

    The package is complete already: no term changes by this.
work-received-button = Record what is ticked
work-receive-all-button = Everything is handed over
work-receiving = <b>Case No { $number }. Check what will be recorded:</b>
work-receiving-row = • { $item }
work-receiving-whole = The package becomes complete and the term of the result starts ({ CITE("result") }). Last day: <b>{ $date }</b>.
work-receiving-first = These are the first documents: the term for refusing an incomplete package starts ({ CITE("refusal") }). Last day: <b>{ $date }</b>.
work-receiving-runs = The package is still incomplete. The term for a refusal runs already ({ CITE("refusal") }). Last day: <b>{ $date }</b>.
work-receiving-same = No term changes by this.
work-receiving-told = The applicant will get this at once, in their own language:
work-receiving-told-copy = The applicant will get the stamped copy at once, and this message in their own language:
work-recorded-button = Record it and tell the applicant
work-receiving-back-button = Change the ticks
work-day-changed = <b>Another day has begun while you were looking.</b> Nothing is recorded. Check once more:
toast-day-changed = Another day has begun. Check once more.
toast-received = Recorded; the applicant is being told.
work-need = <b>What is missing for case No { $number }?</b>

    Tick the documents. The applicant will get a message; no term stops.
work-need-noted = Note: { $note }
work-need-note-button = Add a note
work-need-note-drop-button = Remove the note
work-needed-button = Send to the applicant
work-ask-need-note = Write to the applicant what is wrong and what to bring.

    Example: <b>The power of attorney has no term. Please bring a new one.</b>
toast-needed = Sent to the applicant.
work-refuse = <b>Refusal: case No { $number }</b>

    You can refuse only because the package is not complete ({ CITE("refusal") }). Tap what is missing (▫️), or was handed over and is no good (📥).
work-refuse-term = The answer in writing is due no later than: <b>{ $date }</b>.
work-refuse-late = <b>The term of a refusal has passed: { $date }.</b> The refusal will be recorded as late.
work-refuse-told = The applicant will get the reasons and the letter at once.
work-refused-button = Refuse
work-received-mark = 📥 { $item }
work-defective = ❗ { $item }
shortfall-missing = • not handed over: { $item }
shortfall-defect = • no good: { $item } — { $defect }
work-refuse-words-button = ✏️ { $item }
work-refuse-unexplained = Without a note nobody can tell what is wrong. Tap ✏️ and write: { $items }.
work-refuse-loose = Your earlier reason belongs to none of the documents. Here it is; type what is needed again at the document:

    { $text }
work-defect = <b>Case No { $number }: { $item }</b>

    Handed over on { $date }. What is wrong?
work-defect-none-button = All is well
work-defect-back-button = To the refusal
work-ask-first = <b>{ $item }: ask for it again first.</b> You can refuse because of this only after you have asked. It is ticked; all that is left is to send.
work-ask-first-button = { $defect }: ask again
work-writing-item = <b>Case No { $number }: { $item }</b>
work-ask-refuse-words = Write what is wrong. It goes into the letter.

    Example: <b>The power of attorney ended on 1 November.</b>
bad-no-ground = There is nothing to refuse for: some of what is named was handed over and is good. Tap “Refuse” and name what is missing or what is wrong. If all is there, approve. If you need more, ask for what is missing.
bad-unexplained = The refusal is not recorded: a document needs a note. Tap “Refuse”, then ✏️.
bad-reason-for-all = The refusal is not recorded. The reason is now given at each document. Tap “Refuse” and check: your earlier text is there.
work-substance = <b>Refusal on substance: case No { $number }</b>

    The package is complete. You can refuse only on one of these grounds of the law. Choose it.
work-substance-term = The answer is due within the term of the result, no later than: <b>{ $date }</b>.
work-substance-late = <b>The term of the result has passed: { $date }.</b> The refusal will be recorded as late.
work-ground-words-button = ✏️ Explanation
work-ground-unexplained = This ground cannot be named without an explanation: tap ✏️ and write what it rests on.
work-ask-ground-words = Write what this ground rests on. It goes into the letter and the message to the applicant.

    Example: <b>Negative conclusion No 12 of the examination of 1 November 2026 on the book “The Way”.</b>
bad-no-refusal-for-documents = The law of this case has no refusal for an incomplete package. Nothing was recorded.
bad-must-be-accepted = By the law of this case documents are accepted even if the package is not complete. Nothing was recorded.
work-not-accept = <b>Documents not accepted: case No { $number }</b>

    The law lets you not accept an incomplete package ({ $cites }). Tap what is missing or is no good.
work-not-accept-item = <b>Case No { $number }: { $item }</b> What is wrong?
work-missing-button = Not brought
work-not-accept-told = The applicant will get at once what was missing, and the letter. Print it, sign it and give it on the spot.
work-not-accepted-button = Do not accept
work-not-accepted-file = Letter of case No { $number }: print it, sign it and give it on the spot.
toast-not-accepted = Recorded: the documents were not accepted. The applicant is being told.
bad-no-ground-on-substance = The law of this case has no such ground: it cannot be refused like this. Nothing was recorded.
bad-unexplained-ground = The refusal was not recorded: the ground needs an explanation. Tap “Refuse on substance”, then ✏️.
toast-refused = Refusal recorded; the applicant is being told.
work-approve-final = The number is given at once; then the lines cannot be changed. The applicant will be told that the document will be given.
work-approved-button = Correct, give the number
toast-approved = The number is given, the document is below.
work-ready = <b>Case No { $number }: document No { $certificate }</b>

    Is it signed and sealed? The applicant will get a message saying when and where to collect it.
work-made-ready-button = Yes, it can be collected
toast-ready = Recorded; the applicant is being told.
work-issue = <b>Handing out: case No { $number }</b>

    The document is handed out in person ({ CITE("handover") }). This is recorded in the journal.
work-issue-collector = Collected by: { $text }
work-issue-document = Document shown: { $text }
work-issue-power-of-attorney = Power of attorney: { $text }
work-handover = <b>Case No { $number }. The journal will say ({ CITE("handover") }):</b>
work-handover-entry = given when it is written
work-handover-correct = Anything wrong? Write how it should be: the name, or the document with its number. The line is shown anew.
work-reword-collector-button = Correct: who collects
work-reword-document-button = Correct: document
work-reword-power-of-attorney-button = Correct: power of attorney
work-issue-again-button = Start again
work-issued-button = Handed out, record it
work-ask-by = Who collects it?
work-collector-self-button = The applicant
work-collector-other-button = A representative
work-ask-collector = Write the full name of who collects it.

    Example: <b>Akhmetova Aigul Serikovna</b>
work-ask-document = Which document was shown? Write its kind and number.

    Example: <b>identity card No 012345678</b>
work-ask-power-of-attorney = Write the number and date of the power of attorney.

    Example: <b>No 15 of 01.11.2026</b>
work-writing = <b>Case No { $number }</b>
toast-issued = Recorded in the journal.
work-settle = <b>Case No { $number }: the calendar has changed</b>
work-settle-days = <b>What has changed:</b>
work-settle-day = • { $date }: was — { $was }; is — { $now }
work-settle-working = a working day
work-settle-no-days = The term began before the bot kept its days: how the day that was told had been counted is not on record.
work-settle-how = <b>Keep:</b> nothing changes for the applicant, and the bot does not ask about this difference again.

    <b>Move:</b> name the decree with its title, number and date. The applicant is told at once what was said, what it is now, and why. They can still complain of silence after the earliest day that they were told.
work-kept-button = Keep what was told
work-move-button = Move: name the decree
work-ask-decree = Which decree changed the calendar? Write its title, number and date: the applicant will see them.

    Example: <b>Resolution of the Government No 905 of 12.11.2026</b>
work-moving = <b>Case No { $number }. Check what will be recorded:</b>
work-moved-button = Move, and tell the applicant
work-decree-button = Correct the decree
work-calendar-changed = <b>The calendar has changed again while you were looking.</b> Nothing is recorded. Check once more:
toast-term-kept = The day that was told is kept.
toast-term-moved = Recorded; the applicant is being told.
bad-nothing-to-settle = There is nothing to decide: by the calendar the term ends on the day that was told.
bad-no-decree = The day is not moved: the decree that changed the calendar is not named. Press “The calendar changed: decide”, then “Move”.
bad-doubtful-decree = A title, a number and a date belong here. If it is right, send the same once more.
work-pause = <b>Case No { $number }: why is the term to be stopped?</b>

    While the term stands still, nothing is decided. The applicant is told the reason at once.
work-pausing = <b>Case No { $number }. Check what will be recorded:</b> the term stops from today on. While it stands still, nothing is decided.
work-paused-button = Stop it and tell the applicant
work-resuming = <b>Case No { $number }. Check what will be recorded:</b> the term goes on, and today counts already.
work-resumed-button = Record it and tell the applicant
toast-paused = The term is stopped; the applicant is being told.
toast-resumed = The term goes on; the applicant is being told.
bad-nothing-to-pause = The term cannot be stopped: there is no reason for it, or the last day has passed.

work-books = <b>Journal, passes, export</b>
work-journal-button = Journal of what was issued
work-passes-button = Who is coming: passes
work-export-button = Export of cases
work-journal-unit = The journal of which office?
work-journal-how = Write the year, and the number of the office if you have several, for example: <b>/journal 2/3 2026</b>
work-export-unit = The cases of which office?
work-journal = <b>Journal of what was issued, { $year }</b>

    { $unit }. Entries: { $count }
work-journal-none = Nothing yet.
work-journal-row = { $entry }. { $date }: { $name }, case No { $number }
work-journal-file-button = Journal as a file (XLSX)
work-journal-title = Journal of what was issued, { $year }. { $unit }
work-passes-none = In the last days nobody wrote that they are coming.
work-pass-not = • <s>{ $name }</s>, case No { $number }. Is not coming: wrote on { $date }, { $time }
work-pass = • <b>{ $name }</b>, case No { $number }. Wrote on { $date }, { $time }
work-pass-day = • <b>{ $day }</b>: <b>{ $name }</b>, case No { $number }. Wrote on { $date }, { $time }
work-export = <b>Export of cases</b>

    { $unit }. For which time?
work-export-how = Write the first and the last day, for example: <b>/export 01.01.2026 31.03.2026</b>
work-export-title = Cases. { $unit }
work-period = { $first } – { $last }
work-table = Rows: { $count }. The file holds personal data: keep it where such data belong.
table-made = Made on { $date }, { $time }.
column-entry = Entry No
column-kind = Kind
column-certificate = Document No
column-given = Date of the document
column-name = Applicant
column-collector = Collected by
column-document = Identity document
column-power = Power of attorney
column-handed = Handed out
column-officer = Handed out by
column-number = Incoming number
column-filed = Registered
column-state = State
column-handed-over = First documents
column-complete = Complete package
column-decided = Decision
column-late = Refusal late
column-late-yes = yes
column-ready = Ready

told-taken = { $name } now works on case No { $number }.
told-released = Case No { $number } is no longer with you. Changed by: { $name }
told-assigned = You were given case No { $number }. Given by: { $name }
told-settled = In case No { $number } the last day is moved. Decided by: { $name }
told-stopped = In case No { $number } the term is stopped. Stopped by: { $name }
told-going-on = In case No { $number } the term goes on. Decided by: { $name }
told-paused = <b>Application No { $number }: the term is stopped</b>
told-paused-why = Reason: { $reason } ({ $cites }).
told-paused-then = As soon as the term goes on, the bot will write which day is the last.
told-resumed = <b>Application No { $number }: the term goes on</b>

    The last day is <b>{ $date }</b> now.
told-resumed-why = The term stood still since { $since }. Reason: { $reason }
told-moved = <b>Application No { $number }: the last day has changed</b>
told-moved-result = The result: you were told <b>{ $said }</b>, now it is due no later than: <b>{ $now }</b> ({ CITE("result") }).
told-moved-refusal = A refusal, if documents are missing: you were told <b>{ $said }</b>, now it is due no later than: <b>{ $now }</b> ({ CITE("refusal") }).
told-moved-source = Why: { $source }
told-moved-silence = If there is no answer, you may complain right after { $date }: moving the day does not take this right from you.
told-needed = <b>For application No { $number } the office also needs:</b>
told-needed-clock = No term stops because of this.
told-refused = <b>The office refused application No { $number }:</b> the package of documents is not complete ({ CITE("refusal") }).
told-refused-late = The refusal came late: the answer was due no later than { $date } ({ CITE("refusal") }).
told-refused-ways = What you can do. Get all this and file a new application, on any day, at the same office. If you disagree, complain to the head of the akimat: { $akimat }, { $phones } ({ CITE("complain-result") }). If that answer does not satisfy you either, go to court ({ CITE("court") }).
told-not-accepted = <b>The office did not accept the documents of application No { $number }:</b> the package is not complete ({ $cites }). What was missing:
told-not-accepted-ways = This is no refusal of the service. Get everything and apply again, on any day: tap “Apply again”, your answers are kept. If you disagree, complain.
told-not-accepted-letter = The office’s letter about what was missing. The signed one is given to you on the spot.
told-refused-on-substance = <b>The office refused application No { $number }.</b> You handed over all documents; they are not the reason.
told-ground = Ground: { $ground } ({ $cites }).
told-refused-on-substance-late = The refusal came late: the answer was due no later than { $date } ({ CITE("result") }).
told-refused-on-substance-ways = What you can do. If this ground no longer holds, file a new application, on any day, at the same office. If you disagree, complain to the head of the akimat: { $akimat }, { $phones } ({ CITE("complain-result") }). If that answer does not satisfy you either, go to court ({ CITE("court") }).
told-letter = The office’s letter of refusal. The signed letter is at the office.
event-taken = { $date }, { $time }: an officer took the case.
event-released = { $date }, { $time }: the case waits for an officer.
event-assigned = { $date }, { $time }: the case was given to an officer.
event-needed = { $date }, { $time }: the office asked for what is missing.
event-approved = { $date }, { $time }: the office decided to give the document.
event-refused = { $date }, { $time }: the office refused.
event-not-accepted = { $date }, { $time }: the office did not accept the documents.
event-ground = { "    " }ground: { $ground }
event-ready = { $date }, { $time }: the document is ready.
event-issued = { $date }, { $time }: the document was handed out.
event-term-kept = { $date }, { $time }: the calendar changed, the office kept the day that was told.
event-term-moved = { $date }, { $time }: the office moved the last day.
event-paused = { $date }, { $time }: the office stopped the term.
event-resumed = { $date }, { $time }: the term went on.
event-pause = { "    " }reason: { $reason }
received-more = <b>The office received more documents for application No { $number }.</b> The term stays as it was.

work-print-button = Whole case (PDF)
work-print-file = Case No { $number }, the whole of it, to print. Copies of documents: { $copies } of { $of }.
