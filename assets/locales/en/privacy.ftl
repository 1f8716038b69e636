command-mydata = My data: get it, erase it
data-button = My data
data-title = <b>My data</b>

    The bot will send everything it holds about you: a ZIP archive with a data file and your documents: the stamped copy of each application, the copies you attached, papers you were given, complaints and slips. A README in it tells what is in which file.
data-belief = ⚠️ The archive holds data about your belief, your address, your documents. The file stays in this chat, on the phone and on Telegram’s servers. Do not ask for it on somebody else’s phone. The bot itself keeps no archive.
data-parts = The archive is large and comes in parts: { $parts }.
data-send-button = Send the archive
data-erase-button = What can be erased
data-privacy-button = Privacy and consent
data-erase-back-button = Back
data-back-button = Back to my data
data-sent = <b>Your data</b> on { $date }, { $time }.
data-sent-part = <b>Your data</b> on { $date }, { $time }. Part { $number } of { $parts }.
data-sent-toast = Preparing the archive.
data-again-toast = The archive was sent already. Again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.

data-erase = <b>What can be erased</b>
data-unsent-none = <b>Now:</b> nothing, there are no drafts.
data-unsent = <b>Now, with one tap:</b> drafts of applications: { $cases }, complaints and letters that were not sent: { $complaints }. With their answers and attached copies.
data-set-aside = Your messages that the bot could not read or process: { $count }.
data-planned = <b>By itself, when its time has come:</b>
data-planned-row = • { $what }: { $date }
data-planned-open = • { $what }: not finished yet
data-planned-more = • and more: { $count }
data-planned-none = <b>Later:</b> there are no applications or complaints that were filed.
data-term = What is finished is kept for { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the outcome, a certificate while it is in force. The bot tells you { $notice } days before, and sends a proof afterwards.
data-stays = <b>What stays with the office</b> are numbers and days, without a name: the incoming number ({ CITE("receipt") }), the number of the certificate or reference note and the journal entry ({ CITE("handover") }), of a refusal which documents were missing ({ CITE("refusal") }), the number of a complaint ({ CITE("slip") }). And the hashes of the history, without contents, so that it cannot be forged.
data-why = <b>Why not earlier</b>

    Until the term ends you and the office may be asked about it: after a complaint ({ CITE("appeals") }) or in court ({ CITE("court") }). The body that runs the bot sets the term: the standard names none.
data-stays-button = What stays, and why
data-drop-button = Erase the drafts
data-drop = <b>Erase the drafts?</b>

    Applications: { $cases }. Complaints and letters: { $complaints }. Answers and attached copies are erased for good.
data-drop-yes-button = Yes, erase
data-dropped = Drafts erased: { $count }.

data-case = application No { $number }
data-complaint = complaint No { $number }
data-complaint-draft = a complaint that was not sent
data-complaint-letter = a letter of complaint

data-notice = <b>Soon to be erased: { $what }</b>

    On { $date } the bot erases its answers, attached copies and messages: the term for which they are kept ends. If you need them, take a copy before.
data-notice-button = Take a copy
data-erased = <b>Erased: { $what }</b>

    On { $date }, { $time } its answers, attached copies, events and messages were erased, and the key that seals them is being destroyed. They cannot be read here or in older copies of the data. Backups of the keys are kept for 30 days at most.
data-erased-proof = The history of the bot tells of it: entry { $entry }, its hash is <code>{ $hash }</code>
data-erased-check = The file holds the hashes of all entries, without contents. The office checks it with <code>audit verify --proof</code>, you yourself with the program in the description of the history. The entry <code>erased</code> stands at the end of <code>entries</code>.

withdraw-consent = <b>Withdraw your consent?</b>

    Without it drafts may not be kept: they are erased at once. Applications: { $cases }. Complaints and letters: { $complaints }. What was filed stays with the office until its term ends.
withdraw-consent-button = Yes, withdraw and erase

data-readme = This is everything the bot holds about you. The archive was made because you asked for it; the bot keeps none.

    my-data.json: the data. Who you are to the bot (account number, language, consent), applications with answers and events, complaints with answers and ratings, your roles, invitations, denied requests, messages. Open it with any browser or text editor. Times carry the time zone of Kazakhstan.

    applications/NUMBER/: the documents of an application: the stamped copy (of a draft the application as it stands), the certificate or reference note that was issued, the letter of refusal. The folder attached holds the copies you attached, cleaned of hidden data.

    complaints/NUMBER/: the slip or the letter; the folder attached holds your photos and files, and the file of an answer.

    Parts of the archive: { $parts }. Attached files may lie in any part, all the rest in the first.

    What is not here, and why:
    - Accounts of officers: they are their data. The names of those who signed papers are here.
    - What officers note for a decision that is not made yet: it becomes your data with the decision.
    - What other people’s cases say, where you are an officer: only your acts are counted.
    - Files that the bot has not fetched yet: they are in your chat.
    - Encryption keys and numbers of Telegram’s updates: they say nothing about you.
    - What Telegram itself keeps: the chat is there.
    - Answers to the survey, where you gave none. They are kept without a name; one about your case stands with the application as survey.

work-erased = data erased
work-journal-erased = Entries erased after their term: { $count }. Their numbers and days are in the file.
