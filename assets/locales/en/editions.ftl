### What differs between two editions of a standard, and the question whether a draft moves to the current one.

offer-title = <b>The rules for this application have changed</b>

    You began this application under { $was }. New applications begin under { $now }. Move to the new rules or stay with the earlier ones?
offer-edition = standard No { $number } of { $date }
offer-changes = <b>What would change for your application:</b>
offer-same = Nothing would change for your application.
offer-kept = Answers that fit are kept.
offer-again = We would ask again: { $items }.
offer-renamed = Copies are kept with the documents that are called otherwise now: { $items }.
offer-copies = { $was } → { $now }
offer-erased = Copies of these documents would be erased: { $items }.
offer-no-kind = The new rules have no such application. You can finish and file it under the earlier ones.
offer-move-button = Move to the new rules
offer-stay-button = Stay with the earlier ones
offer-moved = The application has been moved to the new rules.
offer-stayed = The application stays with the earlier rules. We will not ask about these rules again.

diff-title = <b>What changes for an applicant: { $was } → { $now }</b>
diff-same = Nothing changes.
diff-prepared = { $edition } is for preparation only: what it has not got may still be law, it is just not known.
diff-subject = <b>{ $name }</b>
diff-common = <b>For all applications</b>
diff-offices = <b>Offices and akimats</b>
diff-kind-added = • a new kind of application: { $now }
diff-kind-removed = • there is no such application any more: { $was }
diff-kind-renamed = • an application is called otherwise: { $was } → { $now }
diff-kind-otherwise = • the application is called otherwise in other languages: { $now }
diff-document-added = • one more document is needed: { $now }
diff-document-removed = • a document is no longer needed: { $was }
diff-document-renamed = • a document is called otherwise: { $was } → { $now }
diff-document-otherwise = • other requirements for a document: { $now }
diff-question-added = • a new question: { $now }
diff-question-removed = • no longer asked: { $was }
diff-question-renamed = • a question is worded otherwise: { $was } → { $now }
diff-question-otherwise = • a question is asked otherwise: { $now }
diff-form-added = • a new form: { $now }
diff-form-removed = • there is no such form any more: { $was }
diff-form-renamed = • a form is called otherwise: { $was } → { $now }
diff-form-otherwise = • other lines in a form: { $now }
diff-term-added = • a new term, { $name }: { $now }
diff-term-removed = • a term is no more, { $name }: { $was }
diff-term-otherwise = • { $name }: was { $was }, will be { $now }
diff-answer = answer to a complaint
diff-answer-longest = longest answer to a complaint
diff-length =
    { $unit ->
        [working-days] { $count ->
            [one] { $count } working day
           *[other] { $count } working days
        }
        [calendar-days] { $count ->
            [one] { $count } calendar day
           *[other] { $count } calendar days
        }
       *[minutes] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
    }
diff-pause-added = • the term of the result may stand still while: { $now }
diff-pause-removed = • the term no longer stands still for this: { $was }
diff-ground-added = • a complete package may be refused if: { $now }
diff-ground-removed = • this is no ground for a refusal any more: { $was }
diff-acceptance-added = • an incomplete package may not be accepted
diff-acceptance-removed = • an incomplete package is no longer refused acceptance
diff-fee = • fee: was { $was }, will be { $now }
diff-money =
    { $count ->
        [0] free of charge
       *[other] { $count } tenge
    }
diff-unit-added = • a new office or akimat: { $now }
diff-unit-removed = • an office or akimat is no more: { $was }
diff-unit-renamed = • an office or akimat is called otherwise: { $was } → { $now }
diff-unit-otherwise = • an office or akimat serves another place or stands in another list: { $was } → { $now }
diff-units-gone = • none of the offices and akimats that there were is left; there were { $count }
diff-unit = { $code } { $name }, { $district }
