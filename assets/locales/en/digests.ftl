digest-title = <b>This morning: { $date }</b>
digest-overdue = <b>Overdue: { $count }</b>
digest-today = <b>Last day is today: { $count }</b>
digest-in-two = <b>Due within two working days: { $count }</b>
digest-recounted = <b>The calendar has changed, the head decides: { $count }</b>
digest-unreached = <b>Not delivered, please call: { $count }</b>
digest-new = <b>New: { $count }</b>
digest-waiting = <b>Waiting for documents: { $count }</b>
digest-ready = <b>Ready to be handed over: { $count }</b>
digest-row = • No { $number }
digest-row-day = • No { $number } — { $date }
digest-row-due = • No { $number } — due { $date }
digest-row-recounted = • No { $number } — told { $said }, by the calendar { $now }
digest-more = and { $count } more
digest-case-button = No { $number }
digest-queue-button = Open the queue
head-ahead = <b>Application No { $number }: the term is near its end</b>
head-ahead-decision = The result must be ready no later than: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Not all the documents are handed over. If the answer is a refusal, it must be given in writing, with the reason, no later than: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed = <b>Application No { $number }: the term is missed</b>
head-missed-decision = The result had to be ready no later than: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Not all the documents are handed over. If the answer is a refusal, it had to be given in writing, with the reason, by: <b>{ $date }</b> ({ CITE("refusal") }). There is none.
head-missed-then = The applicant was told of this and of how to complain.
head-worker = The case is with: { $name }
head-nobody = Nobody works on the case.
head-card-button = Open the case
late-decision = <b>Application No { $number }: the office missed the term</b>

    The result had to be ready no later than: <b>{ $date }</b> ({ CITE("result") }). There is still no word that it is.

    Keeping the term is the duty of the office. This is not your fault.
late-refusal = <b>Application No { $number }: the office did not answer in time</b>

    The office did not receive all the documents. If it refuses, it had to answer you in writing, with the reason, no later than: <b>{ $date }</b> ({ CITE("refusal") }). There is still no word of an answer.

    Answering in time is the duty of the office. The missing documents can still be handed over.
late-moved = <b>Application No { $number }: the day that you were told has passed</b>

    You were told: <b>{ $date }</b>. The office has moved the last day to <b>{ $now }</b>. By: { $source }

    This does not take from you the right to complain: you can wait for the new day, or complain now.
late-then = <b>What you can do now</b>
late-call = <b>1. Call the office</b> and ask when you will have an answer.
late-complain = <b>2. Complain</b> ({ CITE("complain-service") }). The complaint is ready; the copy of the application goes along by itself ({ CITE("complaint-form") }).
late-case-button = Open the application
