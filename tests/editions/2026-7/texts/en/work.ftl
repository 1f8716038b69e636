### Terms, the card, and what officers and applicants are told of them.

term-card-term = term of the card
term-return-term = term of a refusal
term-in-line = waiting
term-at-the-desk = service
term-card-in-hand = handing over the card
pause-answer-from-abroad = an answer from another country is awaited
pause-answer-from-abroad-button = Inquiry abroad
ground-untrue-particulars = the particulars in the petition are untrue
ground-untrue-particulars-button = Untrue particulars
clock-card-term = <b>Term of the card</b> ({ $cites })
clock-return-term = <b>Term of a refusal</b> ({ $cites })
case-card-term = The card is due no later than: <b>{ $date }</b> ({ CITE("result") }).
case-return-term = Not all is handed in. If the chancellery refuses, it answers no later than: <b>{ $date }</b> ({ CITE("refusal") }).
work-term-card-term = The card is due no later than: <b>{ $date }</b> ({ CITE("result") }). { $unit ->
        [calendar-days] Calendar days left: { $count }.
       *[working-days] Working days left: { $count }.
    }
work-term-card-term-late = <b>The term of the card has passed: { $date }</b> ({ CITE("result") }).
work-term-return-term = A refusal is due no later than: <b>{ $date }</b> ({ CITE("refusal") }). { $unit ->
        [calendar-days] Calendar days left: { $count }.
       *[working-days] Working days left: { $count }.
    }
work-term-return-term-late = <b>The term of a refusal has passed: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>What was handed in for case No { $number }?</b>

    Once all is there, these run from the next day: { $unit ->
        [calendar-days] { $days } calendar days
       *[working-days] { $days } working days
    } ({ CITE("result") }).
head-ahead-card-term = The card is needed no later than: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-return-term = Not all is handed in. A refusal is due no later than: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-card-term = The card was needed no later than: <b>{ $date }</b> ({ CITE("result") }).
head-missed-return-term = Not all is handed in. A refusal was due no later than: <b>{ $date }</b> ({ CITE("refusal") }).
late-card-term = <b>Petition No { $number }: the term was missed</b>

    The card had to be ready no later than: <b>{ $date }</b> ({ CITE("result") }). This is the fault of the chancellery, not yours.
late-return-term = <b>Petition No { $number }: no answer</b>

    The chancellery had to answer no later than: <b>{ $date }</b> ({ CITE("refusal") }). This is the fault of the chancellery, not yours.
paper-roaming-preacher = card
work-approve-roaming-preacher = <b>Card for case No { $number }</b>

    { $name }. Compare the lines with the documents:
work-certificate-roaming-preacher = Card No { $number }, { $date }
told-approved-roaming-preacher = A card is to be given for petition No { $number }. The bot will write when it is ready.
told-ready-roaming-preacher = <b>The card for petition No { $number } is ready.</b>

    Collect it with your identity document; an attorney brings the power of attorney as well ({ CITE("handover") }).
told-issued-roaming-preacher = Card No { $number } was handed over on { $date }. Collected by: { $name }. If this is neither you nor your attorney, call the chancellery at once.
work-mend-community = Write which community sent them. Example: <b>Community “Ark”</b>
work-mend-community-button = Correct: community
work-mend-desk-town = Write where the card is given. Example: <b>Akshatyr</b>
work-mend-desk-town-button = Correct: place of issue
work-mend-until-day = Write until which day the card is good. Example: <b>05.03.2028</b>
work-mend-until-day-button = Correct: last day
work-mend-land = Write where they preach. Example: <b>Zheltau territory</b>
work-mend-land-button = Correct: where
label-desk-town = Place of issue
state-approved = The chancellery decided to give a card for the petition filed on { $filed }. It is being prepared.
apply-not-on-form = The petition has no such line: the answer is for the card.
review-row-certificate = { $row } (for the card)
toast-not-issued = Anew is for a card that was issued.
