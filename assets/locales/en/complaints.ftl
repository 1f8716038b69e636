home-complaints-button = Complaints
home-handling-button = Complaints to us: queue
command-complain = Complain
command-complaints = Complaints: queue
command-complaint = Open a complaint
command-accept = Accept a complaint
command-answer = Answer a complaint
command-extend = Extend the term of a complaint

cmp-mine = <b>My complaints</b>
cmp-mine-none = <b>My complaints</b>

    None yet. A complaint takes a couple of minutes: in your own words, with photos.
cmp-mine-button = My complaints
cmp-new-button = Complain
cmp-how-button = How to appeal
cmp-open-button = Open the complaint
cmp-back-button = Back to the complaint
cmp-label = No { $number }: { $state }
cmp-label-draft = Not sent: { $kind }
cmp-label-letter = Letter: { $kind }
cmp-stage-draft = not sent
cmp-stage-letter = letter to print
cmp-stage-filed = filed
cmp-stage-accepted = being considered
cmp-stage-answered = answered
cmp-stage-closed = closed
cmp-stage-late = term has passed

cmp-kind = <b>What is the complaint about?</b>
cmp-kind-of = <b>What is the complaint about, for application No { $number }?</b>
cmp-kind-cases = Is it about your application? Choose it: the bot attaches the copy ({ CITE("complaint-form") }).
cmp-kind-case-button = About application No { $number }
cmp-kind-result = <b>The result</b> ({ $cites })
cmp-kind-result-what = A refusal, a mistake in the document, not what you applied for. The head of the akimat considers such a complaint.
cmp-kind-result-button = About the result
cmp-kind-result-short = the result
cmp-kind-service = <b>The service</b> ({ $cites })
cmp-kind-service-what = Rudeness, documents not taken, a long wait, a missed term. The office, the department or the akimat considers such a complaint: you choose.
cmp-kind-service-button = About the service
cmp-kind-service-short = the service
cmp-consent = To prepare a complaint we need your consent.
cmp-agree-button = I agree, begin
cmp-too-many = You have { $most ->
        [one] { $most } complaint that is open or not sent
       *[other] { $most } complaints that are open or not sent
    }: no more for now. Wait for an answer, or erase one that is not sent: it is in this list.
cmp-too-many-toast = Too many complaints are open.

cmp-region = <b>Where were you served?</b>

    Choose the region or city.
cmp-office = <b>{ $region }</b>

    Which office served you? There is one department for the whole region or city.
cmp-department-button = Department
cmp-other-office-button = I was served elsewhere
cmp-to = <b>To whom should the complaint go?</b>
cmp-why-own-akimat = Your { $office ->
        [department] department
       *[other] office
    } works under this akimat ({ $cites }).
cmp-why-region-akimat = The akimat of the whole region, one step up ({ $cites }).
cmp-why-office = You were served here ({ $cites }).
cmp-why-department = The department of the whole region, one step above the office ({ $cites }).
cmp-to-own-akimat = Akimat
cmp-to-region-akimat = Akimat of the region
cmp-to-office = Where I was served
cmp-to-department = Department
cmp-to-button = { $number }. { $body }
cmp-taken = ☑ Right here: you get a number at once.
cmp-by-post = ✉️ By letter: by post or in person.

cmp-ask-name = <b>Your surname and names?</b>

    Example: <b>Иванов Пётр Сергеевич</b>
cmp-ask-address = <b>To which address should the answer be sent?</b>

    Example: <b>г. Кокшетау, ул. Ауэзова, 141, кв. 5</b>
cmp-addressed = To: <b>{ $body }</b>
cmp-will-be-letter = ✉️ Complaints are not taken in the bot here yet. The bot makes a letter: print it, sign it, and post it or bring it ({ CITE("complain-service") }). You get the number and the slip there.
cmp-ask-text = <b>Write what happened.</b>

    In your own words: what, when, who, and what you want. In several messages if you like, with photos or PDF files.

    Example: <b>On 12 November the officer did not take my documents and did not say why. Please take them and explain.</b>
cmp-ask-more = Messages written: { $count }. You can add more or send photos. When all is said, send it with the button.
cmp-photos = Photos and files: { $count }.
cmp-done-button = Check and change
cmp-rewrite-button = Write it anew
cmp-drop-button = Remove photos and files
cmp-other-body-button = Change the addressee
cmp-kept = The file for the complaint is kept, and gone from the chat.
cmp-not-kept = <b>The file for the complaint could not be taken</b>
cmp-too-many-texts = This complaint holds no more: one takes up to { $most ->
        [one] { $most } message
       *[other] { $most } messages
    } and 20,000 characters. What you wrote is kept.
cmp-review = <b>Check the complaint</b>
cmp-about = About: { $kind }
cmp-from = From: { $name }
cmp-answer-to = Address for the answer: { $address }
cmp-with = <b>Attached:</b>
cmp-with-copy = • the stamped copy of application No { $number }: the bot attached it ({ CITE("complaint-form") })
cmp-with-own-copy = If you have applied, send a photo of the copy of your application, too ({ CITE("complaint-form") }).
cmp-with-first = • the earlier complaint No { $number } and its answer
cmp-with-photos = • your photos and files: { $count }
cmp-file-button = File the complaint
cmp-letter-button = Get the letter to print
cmp-edit-text-button = Change the text
cmp-edit-unit-button = Change the addressee
cmp-edit-name-button = Change the name
cmp-edit-address-button = Change the address
cmp-whole-button = The whole text
cmp-discard-button = Erase the complaint
cmp-discard = <b>Erase the complaint?</b>

    It is not filed yet. The text and the photos are erased for good.
cmp-erase-button = Yes, erase
cmp-erased = The complaint is erased.

cmp-filed = <b>The complaint is filed: No { $number }</b>
cmp-filed-at = To: <b>{ $body }</b>
    When: { $date }, { $time }
cmp-due = Answer not later than: <b>{ $date }</b>
cmp-term = <b>Why this term.</b> The answer is given within { $unit ->
        [working-days] { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }
       *[calendar-days] { $days ->
            [one] { $days } calendar day
           *[other] { $days } calendar days
        }
    }, counted from the day after filing. Where a check is needed, within { $longest }: you are told, with the reason.
cmp-term-source = By: { $source }.
cmp-filed-slip = When an officer accepts the complaint, a slip with their surname and initials comes here ({ CITE("slip") }).
cmp-letter = <b>The letter is ready, above.</b>

    Print all that came above and sign the letter. Send it by post or bring it to the documentation service ({ CITE("complain-service") }):
cmp-letter-then = There you get a slip with date, time and the name of who received it; by phone they tell how the complaint goes on ({ CITE("slip", "progress") }).
cmp-letter-file = The complaint: print and sign it.
cmp-letter-again-button = Send the letter once more
cmp-copy-file = The stamped copy of the application: attach it to the complaint ({ CITE("complaint-form") }).
cmp-letter-photo = Your file { $number } of { $of }: print it and add it to the letter.

cmp-title = <b>Complaint No { $number }</b>
cmp-state-filed = Filed. An officer has yet to accept it.
cmp-state-accepted = Accepted, being considered.
cmp-state-answered = <b>There is an answer.</b>
cmp-state-closed = Closed.
cmp-rate = Rate it: 1 is bad, 5 is good. The rating closes the complaint.
cmp-rate-last = Not content? Ask to look once more first: after the rating you cannot.
cmp-accepted-by = Accepted by: { $name }, { $date }, { $time }
cmp-extended = The term is extended to <b>{ $date }</b>. Reason: { $reason }
cmp-late = <b>The term of the answer has passed: { $date }.</b>
cmp-answer = <b>Answer</b> ({ $date }, { $time }, { $name })
cmp-answer-in-file = The answer is in a file.
cmp-answer-file = Complaint No { $number }: the answer.
cmp-answer-whole-button = Open the answer
cmp-rated = Your rating: { $rating } of 5
cmp-rated-toast = Thank you, the rating is recorded.
cmp-reopened = You asked to look once more; the term began anew.
cmp-ways-court = You can disagree with the result of the service in court, too ({ CITE("court") }).
cmp-phones = How it goes on is told by phone: { $phones } ({ CITE("progress") }).
cmp-star-button = { $rating } ⭐
cmp-slip-button = Slip (PDF, DOCX)
cmp-slip-file = Slip for complaint No { $number } ({ CITE("slip") }).
cmp-mytext-button = Text of the complaint
cmp-reopen-button = Ask to look once more
cmp-further-button = Go on, to the akimat
cmp-ask-reopen = <b>What is wrong with the answer?</b>

    Write it in one message. You can ask once only; the term begins anew.

    Example: <b>The answer does not say why the documents were not taken.</b>

cmp-told-accepted = <b>Complaint No { $number } is accepted</b>

    { $body }
    When: { $date }, { $time }
    Received by: <b>{ $name }</b> ({ CITE("slip") })

    The slip is the next message.
cmp-told-extended = <b>Complaint No { $number }: the term is extended to { $date }</b>

    Reason: { $reason }
cmp-told-answered = <b>Answer to complaint No { $number }</b>

    Answered by: { $name }
cmp-told-then = Content with it? Rate it. If not, ask to look once more or go on to the akimat: all on the page of the complaint. You can disagree with the result of the service in court, too ({ CITE("court") }).

cmp-silence-moved = For application No { $number } of { $filed } the office told me the last day: { $said }, and later moved it to { $date }. The day that I was told has passed, and there is no answer. Please look into it and give me an answer.
cmp-silent = <b>Complaint No { $number } was not answered in time</b>

    The last day was <b>{ $date }</b>. It is not your fault.
cmp-silent-call = <b>1. Call</b> and ask when you will have an answer ({ CITE("progress") }).
cmp-silent-further = <b>2. Take it further</b> ({ CITE("complain-result") }): the earlier complaint goes along by itself.
cmp-silent-court = <b>2. Go to court</b>, if you disagree with the result of the service ({ CITE("court") }).
cmp-ready-taken = One button files it, and the number comes at once. The text:
cmp-ready-by-post = Complaints are not taken in the bot here: the bot makes a letter to print, for post or by hand. The text:
cmp-silent-edit-button = Change it before sending

cmp-how = <b>How to appeal</b>
cmp-how-where = <b>How to appeal</b>

    Which office serves you?

hnd-cut = The first { $most } of { $total } are shown. Open any other complaint by its number.
hnd-queue = <b>Complaints without an answer: { $count }</b>
hnd-queue-none = <b>No complaint waits for an answer</b>
hnd-queue-button = To the complaints
hnd-row = • No { $number }: { $kind }, { $stage }; answer by { $date }.
hnd-row-late = • <b>No { $number }: { $kind }, the term passed on { $day }.</b>
hnd-button = No { $number }
hnd-late-button = ❗ No { $number }
hnd-example = With a number at once: <b>/complaint 3/2026</b>, <b>/accept 3/2026</b>, <b>/answer 3/2026</b>, <b>/extend 3/2026</b>
hnd-bad-number = “{ $typed }” is no number of a complaint.
hnd-no-number = No register of your bodies has a complaint No { $typed }.
hnd-which-number = Which complaint? Several registers or years have this number.
hnd-which = • No { $number }: { $body }
hnd-title = <b>Complaint No { $number }</b>
hnd-stage = State: { $stage }
hnd-late = <b>The term of the answer has passed: { $date }.</b>
hnd-reopened = <b>Asked to look once more:</b> { $reason }
hnd-answered = <b>Answer</b> ({ $date }, { $name }):
hnd-accept-button = Accept
hnd-answer-button = Answer
hnd-extend-button = Extend the term
hnd-files-button = Attachments
hnd-answer-file-button = The answer's file
hnd-history-button = History
hnd-card-button = To the complaint
hnd-by-author = the author
hnd-by-body = the body
hnd-accept = <b>Accept complaint No { $number }?</b>

    The author gets a slip at once: date, time, number, and your surname with initials ({ CITE("slip") }).
hnd-accepted-button = Yes, accept
hnd-accepted-toast = Accepted; the slip is on its way to the author.
hnd-answer = <b>Answer to complaint No { $number }</b>
hnd-answer-ask = Write the answer in one message, or send a file (PDF or photo), or both.
hnd-answer-text = <b>Text:</b>
hnd-answer-file = <b>File:</b> attached.
hnd-answer-file-waits = <b>File:</b> being checked; a message will tell.
hnd-answer-then = A new message takes the place of what is written. The author sees the answer when you tap “Send the answer”.
hnd-answered-button = Send the answer
hnd-drop-button = Remove the file
hnd-drop-text-button = Remove the text
hnd-answered-toast = Sent to the author.
hnd-extend = <b>Extend the term of complaint No { $number }</b>

    New term: <b>{ $date }</b>. It can be extended once, where a check is needed. By: { $source }.
hnd-extend-ask = Write the reason: the author will see it.

    Example: <b>We asked the pass bureau for the list of visits.</b>
hnd-extend-reason = Reason: { $reason }
hnd-extended-button = Extend and tell the author
hnd-extended-toast = The term is extended; a message is on its way to the author.
hnd-changed = <b>While you were looking, the complaint changed:</b>
hnd-changed-own = <b>You have changed this yourself on another screen.</b> This is how it stands now.
hnd-changed-toast = The complaint has changed. Here is what there is now.
hnd-files = <b>Attachments of complaint No { $number }</b>
hnd-files-none = There are no attachments.
hnd-copy-button = Copy of application No { $number }
hnd-first-button = The earlier complaint
hnd-photo-button = File { $number }
hnd-first = <b>The earlier complaint No { $number }</b>

    { $body }
hnd-first-silent = It was not answered.
hnd-file = Attachment of complaint No { $number }
hnd-new = <b>New complaint No { $number }</b>

    { $body }

    Answer not later than: <b>{ $date }</b>.
hnd-again = <b>Complaint No { $number }: the author asks to look once more</b>

    Answer not later than: <b>{ $date }</b>.
hnd-kept = The file to answer with is ready: you can send it to the author.
hnd-not-kept = <b>The file to answer with could not be taken</b>
hnd-event-complained = { $date }, { $time }: filed by { $who }
hnd-event-complaint-accepted = { $date }, { $time }: accepted by { $who }
hnd-event-complaint-extended = { $date }, { $time }: term extended by { $who }
hnd-event-complaint-answered = { $date }, { $time }: answered by { $who }
hnd-event-rated = { $date }, { $time }: answer rated by { $who }
hnd-event-reopened = { $date }, { $time }: asked to look once more by { $who }
bad-complaint-missing = The complaint lacks: { $what }.
bad-file-waiting = The file is still being checked. Wait for the message about it.

reminder-complaint = You have a complaint that is not sent. All you wrote is kept: you can go on.
warning-complaint = Your unsent complaint has not been changed for a long time. If nothing is changed, it will be erased with its photos and files on { $date }.
erased-complaint = The unsent complaint was erased with its photos and files: it had not been changed for a long time.

cmp-letter-whole = Everything in one file, to print: the complaint and, if there are any, the copy of the application and your files.
