home-apply-button = Apply
home-mine-button = My applications
command-apply = Apply
command-my = My applications

apply-needed-row = • { $item } ({ $cites })
apply-needed-usual = • { $item }
apply-needed-cites = Source: { $cites }.
apply-needed-if = { $row } — { $condition }
apply-needed-way = The bot fills in the application from your answers. They are kept at once: you can stop and come back any day.
apply-begin-button = Begin
apply-like-button = With my earlier answers
apply-back-button = Back
apply-consent = The bot will ask for personal data to fill in the application. Do you agree?
apply-agree-button = I agree, begin
apply-consent-short = The bot will ask for personal data to fill in the application. Only the officers of the office you apply to will see it; you can erase it on any day.
apply-notice-button = Which data, and why
apply-later-button = Later, the answers are kept
apply-previous-button = Back to the last question
apply-keep-button = Leave as it is
apply-place = Question { $number } of { $total }
apply-now = Now: <b>{ $answer }</b>
apply-now-guessed = The bot guesses: <b>{ $answer }</b>
apply-not-on-form = The application form has no such line: the answer is for the certificate.
apply-new-button = New application
apply-which = <b>You have a draft</b>

    Its answers are kept. Go on with it, or begin a new application?

bad-empty = The answer is empty. Please type it.
bad-choose = Choose the answer with a button.
bad-declare = Answer “I have it” or “not yet”, or tap a button.
bad-declare-all = If everything is ready, write “I have it” or tap the button. Mark with a button what is not there.
bad-place-many = Several places are called that: { $names }. Tap the region, then the district.
bad-place-unknown = There is no such district or city in the list. Write its name, such as “Kokshetau”, share a place on the map, or tap a button.
bad-other-kind = A text is needed here: please write the answer as a message. Files, voice messages, videos and stickers are not accepted here.
bad-other-kind-evidence = You can send a text, a photo or a PDF here. The bot does not accept voice messages, videos or stickers.
typed-yes = yes
typed-no = no
bad-too-long = Too long: { $given ->
        [one] { $given } character
       *[other] { $given } characters
    }, at most { $most } are allowed.
bad-no-letters = The answer has neither letters nor digits.
bad-doubtful-random = This looks like random letters or figures. If it is right, send the same once more.
bad-doubtful-figures = Words are wanted here, not figures alone. If it is right, send the same once more.
bad-doubtful-short = This does not look like the whole answer. If it is right, send the same once more.
bad-doubtful-mixed = One word has both Latin and Cyrillic letters. If it is right, send the same once more.
bad-doubtful-title = If this is the title of a book or another material, send it once more, better with a number: Book “The Way” — 10 copies. Mark with a button which document is not there.
bad-name-letter = “{ $letter }” cannot stand in a name. Letters, space, hyphen, apostrophe and full stop can.
bad-name-short = This is too short for a name.
bad-number-digits = The number has no digit in it.
bad-count-digits = Write the number in digits, for example: <b>12</b>
bad-count-range = The number must be from 1 to { $most }.
date-as-read = Noted: { $date }.
bad-date-unreadable = The date could not be read.
bad-date-impossible = The calendar has no such day.
bad-date-century = Write the year in four figures.
bad-date-future = This date has not come yet.
bad-date-early = This date is too long ago.
bad-date-past = This date has passed. The term begins today or later.
bad-date-far = This date is too far ahead.
bad-date-before-start = The end of the term must be later than its start.
bad-materials-empty = There is no title in the message.
bad-materials-title = The line “{ $row }” has no title.
bad-materials-long = A title is longer than { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }. Please shorten it.
bad-materials-count = The line “{ $row }” cannot have such a number.

date-pick-button = Choose in the calendar
term-year-button = 1 year from { $day }
date-choose-year = { $question }

    Choose the year.
date-choose-month = { $question }

    Year { $year }. Choose the month.
date-choose-day = { $question }

    { $month } { $year }. Choose the day.
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December

territory-districts = <b>{ $region }</b>

    Mark the districts and towns where the activity will be. Then tap “Done”.
territory-done-button = Done, marked: { $count }
territory-whole-button = The whole region
territory-region-button = Another region
territory-change-button = Change the territory
office-proposed = Territory: <b>{ $territory }</b>

    This is where you apply ({ CITE("who-serves") }):
office-connected = This office takes applications through the bot: you get an incoming number and a stamped copy. The documents are still handed over in person.
office-not-connected = This office does not take applications through the bot yet. The bot prepares the whole package for you to print and bring. The office itself gives the incoming number and the stamp.
office-keep-button = Apply here
office-other-button = Choose another office
office-choose = <b>Another office</b>

    Choose where to apply.

card-item = <b>Do you have this: { $item }?</b>
card-copies = How many copies: <b>{ $count }</b>
card-source = In the standard: “{ $title }” ({ $cites }).
card-place = Document { $number } of { $total }
card-said-have = Marked now: have it.
card-said-not-yet = Marked now: not yet.
card-have-button = I have it
card-not-yet-button = Not yet
card-what-button = What is this?
materials-how = Write the list: one title a line, then how many copies. Several messages are fine.

    Example:
    <b>Book “The Way” — 10 copies</b>
    <b>Disc with recordings — 2</b>
materials-row = • { $title } — { $count } { $kind }
materials-more = … and { $count } more
materials-done-button = The list is ready
materials-clear-button = Start the list again
materials-none-button = There will be no materials
materials-said-none = Marked now: there will be no materials.
materials-too-many = The list can hold no more than { $most ->
        [one] { $most } title
       *[other] { $most } titles
    }.
checklist-title = <b>Documents</b>
checklist-have = ✓ { $item }
checklist-not-yet = ✗ { $item } — not yet
checklist-unseen = ? { $item }
checklist-none = — { $item }: there will be none
checklist-copies = { $row }: { $count }
checklist-ask = <b>Documents. Is everything ready?</b>

    Mark with a button what is not there yet: without it you cannot apply.
checklist-list-how = Write literature and materials as a message, one title a line: <b>Book “The Way” — 10 copies</b>
checklist-list-more = For more titles, send another message.
checklist-all-button = I have everything
checklist-all-none-button = Have all, no materials
checklist-rest-button = I have the rest
checklist-rest-none-button = Have the rest, no materials
checklist-lack-button = No: { $item }
checklist-have-button = Yes: { $item }
checklist-more-button = What is it? Attach a copy
checklist-button = All documents

review-title = <b>Please check: { $subject }</b>
review-row = { $label }: <b>{ $answer }</b>
review-row-certificate = { $row } (for the certificate)
review-row-guessed = { $row } — a guess of the bot, please check
review-unanswered = no answer
recorded = Recorded:
review-lacking = <b>What is missing.</b> Without it the office will refuse ({ CITE("refusal") }), so you cannot apply yet:
review-lacking-row = • { $item } ({ $cites })
review-file-warning = After filing, the answers cannot be changed. Until a decision the application can be withdrawn.
review-materials = <b>Literature and materials</b>
review-file-button = Apply
review-package-button = Get the package to print
review-preview-button = See the application
review-edit-button = Change an answer
review-checklist-button = Change the document marks
review-discard-button = Erase the draft
review-button = Back to the check
review-edit = <b>Which answer do you want to change?</b>
preview-caption = This is how the application looks now. The signature and date are written by hand.
file-confirm = <b>File the application?</b>

    { $office }

    Once it is filed the answers cannot be changed. Until the decision the application can be withdrawn.
file-button = Yes, file it
discard-confirm = <b>Erase the draft?</b>

    All answers will be erased for good.
discard-button = Yes, erase it
discarded = The draft is erased.
toast-not-complete = The package is not complete yet.
toast-not-connected = This office does not take applications through the bot.
toast-not-issued = Re-registration is for a certificate or note that was issued.
toast-preparation-only = Here an application is only prepared: it cannot be filed through the bot.
prepared-basis = <i>{ $basis }. Text checked on { $date }. Nothing is filed here.</i>
prepared-unknown = <b>What the bot does not know:</b>
prepared-unknown-row = • { $what }
prepared-law-button = What the law says: term, refusal, complaint
toast-too-many = Too many drafts. Erase one you do not need.
package-title = <b>The package is ready to print</b>
package-bring = <b>Print, sign and bring:</b>
package-no-receipt = The application is not filed yet and has no incoming number: the office gives it when it takes the documents.
package-caption = The application to print. Sign and date it by hand.
card-attach-button = Attach a copy
upload-title = <b>Attach: { $item }</b>
upload-how = Send a photo or a PDF, several if need be. You do not have to: the documents themselves are handed over at the office anyway. Only the officers of the office see the copy; the bot takes it out of the chat.
upload-count = Files sent: { $count }. The bot takes kept files out of the chat.
upload-done-button = Done
upload-drop-button = Erase these copies
upload-refused = <b>The file was not taken: { $item }</b>
upload-too-big = The file is over { $most } MB. Take the photo again, or make the file smaller.
upload-no-room = All copies together are over { $most } MB. Keep only what is needed.
upload-too-many = There is room for { $most ->
        [one] { $most } file
       *[other] { $most } files
    } at most. Erase some.
upload-too-many-pages = The file has more than { $most ->
        [one] { $most } page
       *[other] { $most } pages
    }. Please split it.
upload-not-a-picture = This is neither a photo nor a PDF. Send a photo of the document, or a PDF.
upload-active = This PDF holds programs or attachments; the bot does not take such files. Send a photo of the document.
upload-encrypted = This PDF is locked with a password. Send it without one, or send a photo of the document.
upload-too-hard = This file is too heavy to read. Send an ordinary photo of the document.
upload-broken = The file does not open. Send it again, or send a photo of the document.
bad-name-accents = More than { $most ->
        [one] { $most } mark
       *[other] { $most } marks
    } over one letter. Write the name as in the document.
toast-consent = Without consent the bot asks for no personal data.
upload-send = A file is needed here: a photo or a PDF.

mine-title = <b>My applications</b>
mine-none = <b>My applications</b>

    None yet.
mine-draft = Draft: { $subject }
mine-draft-of-several = Draft { $number }: { $name }, { $date }, { $time }
mine-case = { $number }: { $state }
mine-button = My applications
filed-title = <b>The application is registered: No { $number }</b>
filed-at = Date and time: { $date }, { $time }. The number above is the office’s incoming number: give it whenever you ask about the application ({ CITE("receipt") }).
filed-nothing-received = The office has not received the documents yet: only the application is registered.
receipt-caption = The stamped copy of the application. Please keep it.
handover-title = <b>What to hand over at the office:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>Application No { $number }</b>
state-registered = The application was registered on { $filed }. Now hand over the documents at the office.
state-in-review = All documents are handed over; the office is examining the application filed on { $filed }.
state-approved = The office decided to give the certificate or reference note for the application filed on { $filed }. The document is being prepared.
state-ready = The document is ready. Collect it in person or through a representative by power of attorney ({ CITE("handover") }). The application was filed on { $filed }.
state-issued = The document has been handed over. The application was filed on { $filed }.
state-refused = The office refused. The application was filed on { $filed }. The reason is in the letter from the office ({ CITE("refusal") }).
state-refused-on-substance = The office refused. The application was filed on { $filed }. The ground is in the letter from the office.
state-withdrawn = You withdrew the application filed on { $filed }.
state-not-accepted = The office did not accept the documents: the package is not complete. The application was filed on { $filed }. What was missing is in the letter from the office.
state-registered-short = hand over the documents
state-in-review-short = being examined
state-approved-short = decided
state-ready-short = ready
state-issued-short = handed over
state-refused-short = refused
state-withdrawn-short = withdrawn
state-not-accepted-short = not accepted
case-coming-button = I am coming: name the day
case-papers-button = Stamped copy
case-clocks-button = How the term is counted
case-history-button = What has happened
case-further-button = Agree on new materials
case-renew-button = Re-registration
case-again-button = Apply again
case-withdraw-button = Withdraw the application
case-back-button = Back to the application
clock-moved = You were told before: <b>{ $said }</b>. The last day was moved. By: { $source }
case-paused = The term of the result stands still since <b>{ $date }</b>. Reason: { $reason }. Once it goes on, the bot will write which day is the last.
no-term-runs = No term is running now.
history-title = <b>What has happened</b>
event-filed = { $date }, { $time }: the application was registered.
event-received = { $date }, { $time }: the office received documents.
event-complete = { $date }, { $time }: all documents handed over, the term began.
event-withdrawn = { $date }, { $time }: you withdrew the application.
event-coming = { $date }, { $time }: you said that you are coming.
event-not-coming = { $date }, { $time }: you said that you are not coming.
event-further-materials = { $date }, { $time }: you asked to agree on materials.
event-items = { "    " }{ $items }
withdraw-confirm = <b>Withdraw the application?</b>

    It cannot be brought back; you can only file a new one.
withdraw-yes-button = Yes, withdraw it
coming-told = The officers know: <b>{ $name }</b> will come on <b>{ $day }</b>.
coming-late = If you are held up, please call: { $phones }
coming-when = <b>When are you coming?</b>

    Choose the day: these are the days on which the office works.
coming-closed = The office sees nobody on that day, or it has passed.
coming-day-button = { $day }
coming-change-button = Another day
coming-other-button = { $name } will come
coming-not-button = Nobody will come
further-question = <b>Which materials are to be agreed on?</b>

    Write the titles and how many of each in one message ({ CITE("further-materials") }).

    Example: <b>Book “The Way” — 20 copies</b>
further-told = The request is with the officers. They will answer you.
notice-filed = <b>New application No { $number }</b>

    { $office }

    The applicant will bring the documents. They have not been received yet.
notice-withdrawn = Application No { $number } was withdrawn by the applicant.{ $detail }
notice-further-materials = Case No { $number }: a request to agree on materials ({ CITE("further-materials") }):

    { $detail }
received-all = <b>All documents for application No { $number } are received.</b>
received-some = <b>The office received some of the documents for application No { $number }.</b>
reminder-draft = You have a draft application. The answers are kept: you can go on.
warning-draft = Your draft application has not been changed for a long time. If nothing is changed, it will be erased with its answers on { $date }.
erased-draft = The draft application was erased with its answers: it had not been changed for a long time.
draft-continue-button = Continue
receipt-check = Check this copy: { $link }
receipt-authentic = <b>The copy is authentic.</b>
receipt-states = { $office }
    Incoming number: <b>{ $number }</b>
    Registered: { $date }, { $time }
receipt-received = Documents received: { $date }.
receipt-not-received = On the day of this copy no complete package had been handed over.
receipt-altered = <b>The copy was altered.</b> The signature does not fit the text. Ask the applicant or the office for the true copy.
receipt-unknown-key = <b>Unknown key.</b> Another bot signed this copy; it cannot be checked here.
receipt-another-edition = <b>Another edition of the standard.</b> The signature is good, but there is nothing here to compare the text with.
receipt-not-ours = <b>This is no copy of an application.</b> Send the whole text of the QR code.
case-calendar-button = To calendar
calendar-caption = Open the file: the phone adds the days to its calendar and reminds you beforehand. Should a day change, get the file again: the new entry replaces the old one. The file has nothing but the application's number and the office.
calendar-term = Application No { $number }: last day of the term
calendar-visit = Application No { $number }: go to the office
reminder-result-tomorrow = <b>Application No { $number }: tomorrow, { $date }, is the last day for the result.</b>
reminder-result = <b>Application No { $number }: the next working day, { $date }, is the last one for the result.</b>
reminder-result-else = If there is no result by then, the bot will write how to complain.
reminder-renewal = <b>Document No { $certificate } was issued until { $date }.</b>
reminder-renewal-how = If the activity goes on, apply for re-registration beforehand: the bot fills in your earlier answers.
reminder-off-button = Do not remind
reminder-on-button = Remind me
reminder-off = The bot will not remind you again.
reminder-on = The bot will remind you of the day.
forward-button = For the representative
forward-toast = Forward this message: it has no personal data.
forward-title = <b>Whoever goes to the office, bring your identity document.</b>
forward-visit = The office expects you on: <b>{ $day }</b>
forward-day = The next day when the office is open: <b>{ $day }</b>
forward-collect = The document is ready. A representative gets it on a power of attorney ({ CITE("handover") }).
pin-button = Pin
unpin-button = Unpin
pinned-toast = Pinned. When something changes, the bot updates this message without a sound.
