mine-title = <b>My applications</b>
mine-none = <b>My applications</b>

    None yet.
mine-draft = Draft: { $subject }
mine-case = { $number }: { $state }
mine-button = My applications
filed-title = <b>The application is registered: No { $number }</b>
filed-at = Date and time: { $date }, { $time }. The number above is the office’s incoming number: give it whenever you ask about the application (point 14).
filed-when = Come during opening hours; there is no booking. If everything is handed over on <b>{ $day }</b>, the result is due by <b>{ $last }</b> (point 7). Print and sign the application first.
filed-nothing-received = The office has not received the documents yet: only the application is registered.
receipt-caption = The stamped copy of the application. Please keep it.
handover-title = <b>What to hand over at the office:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>Application No { $number }</b>
case-decision = Result no later than: <b>{ $date }</b> (point 7).
case-refusal = Not all the documents are handed over. If the office refuses, it must answer in writing, with the reason, no later than: <b>{ $date }</b> (point 16).
state-registered = The application was registered on { $filed }. Now hand over the documents at the office.
state-in-review = All documents are handed over; the office is examining the application filed on { $filed }.
state-approved = The office decided to give the certificate or reference note for the application filed on { $filed }. The document is being prepared.
state-ready = The document is ready. Collect it in person or through a representative by power of attorney (point 15). The application was filed on { $filed }.
state-issued = The document has been handed over. The application was filed on { $filed }.
state-refused = The office refused. The application was filed on { $filed }. The reason is in the letter from the office (point 16).
state-withdrawn = You withdrew the application filed on { $filed }.
state-registered-short = hand over the documents
state-in-review-short = being examined
state-approved-short = decided
state-ready-short = ready
state-issued-short = handed over
state-refused-short = refused
state-withdrawn-short = withdrawn
case-coming-button = I am coming: order a pass
case-papers-button = Stamped copy (DOCX)
case-clocks-button = How the term is counted
case-history-button = What has happened
case-further-button = Agree on new materials
case-renew-button = Re-registration
case-withdraw-button = Withdraw the application
case-back-button = Back to the application
clock-decision = <b>Term of the result</b> ({ $cites })
clock-refusal = <b>Term of a refusal with its reason</b> ({ $cites })
clock-none = No term is running now.
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
coming-told = The officers know that <b>{ $name }</b> is coming and will order a pass (point 10). There is no booking: you are seen in the order of the queue (point 9). If you are held up, please call: { $phones }
coming-other-button = { $name } will come
coming-not-button = Nobody will come
coming-not-told = The officers know that nobody will come: no pass is needed. Should your plans change, tap "I am coming".
further-question = <b>Which materials are to be agreed on?</b>

    Write the titles and how many of each in one message (point 11.1).

    Example: <b>Book “The Way” — 20 copies</b>
further-told = The request is with the officers. They will answer you.
notice-filed = <b>New application No { $number }</b>

    { $office }

    The applicant will bring the documents. They have not been received yet.
notice-coming = Coming about application No { $number }: <b>{ $detail }</b>. A one-time pass is needed (point 10).
notice-not-coming = Not coming about application No { $number }: <b>{ $detail }</b>. No pass is needed.
notice-withdrawn = Application No { $number } was withdrawn by the applicant.{ $detail }
notice-further-materials = Case No { $number }: a request to agree on materials (point 11.1):

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
