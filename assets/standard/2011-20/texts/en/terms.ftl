### The terms of the result and of a refusal: while they run, when they come near, when they have passed.

case-decision = Result no later than: <b>{ $date }</b> ({ CITE("result") }).
case-refusal = Not all the documents are handed over. If the office refuses, it must answer in writing, with the reason, no later than: <b>{ $date }</b> ({ CITE("refusal") }).
clock-decision = <b>Term of the result</b> ({ $cites })
clock-refusal = <b>Term of a refusal with its reason</b> ({ $cites })
work-term-decision = Result no later than: <b>{ $date }</b> ({ CITE("result") }). { $count ->
        [0] That is today.
        [one] { $count } working day left.
       *[other] { $count } working days left.
    }
work-term-decision-late = <b>The term has passed: { $date }</b> ({ CITE("result") }).
work-term-refusal = If the package is not complete, a refusal with its reason is due no later than: <b>{ $date }</b> ({ CITE("refusal") }). { $count ->
        [0] That is today.
        [one] { $count } working day left.
       *[other] { $count } working days left.
    }
work-term-refusal-late = <b>The term of a refusal has passed: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>What was handed over for case No { $number }?</b>

    Tick it and tap “Record what is ticked”. Once everything is handed over, { $days ->
        [one] { $days } working day runs
       *[other] { $days } working days run
    } from the next working day ({ CITE("result") }).
head-ahead-decision = The result must be ready no later than: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Not all the documents are handed over. If the answer is a refusal, it must be given in writing, with the reason, no later than: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-decision = The result had to be ready no later than: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Not all the documents are handed over. If the answer is a refusal, it had to be given in writing, with the reason, by: <b>{ $date }</b> ({ CITE("refusal") }). There is none.
late-decision = <b>Application No { $number }: the office missed the term</b>

    The result had to be ready no later than: <b>{ $date }</b> ({ CITE("result") }). There is still no word that it is.

    Keeping the term is the duty of the office. This is not your fault.
late-refusal = <b>Application No { $number }: the office did not answer in time</b>

    The office did not receive all the documents. If it refuses, it had to answer you in writing, with the reason, no later than: <b>{ $date }</b> ({ CITE("refusal") }). There is still no word of an answer.

    Answering in time is the duty of the office. The missing documents can still be handed over.
term-decision = term of the decision
term-refusal = term of a refusal
term-waiting = waiting on the day of the visit
term-serving = service on the day of the visit
term-collecting = waiting when collecting
