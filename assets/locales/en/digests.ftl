digest-title = <b>This morning: { $date }</b>
digest-overdue = <b>Overdue: { $count }</b>
digest-today = <b>Last day is today: { $count }</b>
digest-in-two = <b>Due within two working days: { $count }</b>
digest-recounted = <b>The calendar has changed, the head decides: { $count }</b>
digest-unreached = <b>Not delivered, please call: { $count }</b>
digest-new = <b>New: { $count }</b>
digest-lacking = <b>Waiting for documents: { $count }</b>
digest-ready = <b>Ready to be handed over: { $count }</b>
digest-row = • No { $number }
digest-row-day = • No { $number } — { $date }
digest-row-due = • No { $number } — due { $date }
digest-row-recounted = • No { $number } — told { $said }, by the calendar { $now }
digest-paused = <b>The term stands still: { $count }</b>
digest-row-paused = • No { $number } — since { $date }
digest-more = and { $count } more
digest-case-button = No { $number }
digest-queue-button = Open the queue
head-ahead = <b>Application No { $number }: the term is near its end</b>
head-missed = <b>Application No { $number }: the term is missed</b>
head-missed-then = The applicant was told of this and of how to complain.
head-worker = The case is with: { $name }
head-nobody = Nobody works on the case.
head-card-button = Open the case
late-moved = <b>Application No { $number }: the day that you were told has passed</b>

    You were told: <b>{ $date }</b>. The office has moved the last day to <b>{ $now }</b>. By: { $source }

    This does not take from you the right to complain: you can wait for the new day, or complain now.
late-then = <b>What you can do now</b>
late-call = <b>1. Call the office</b> and ask when you will have an answer.
late-complain = <b>2. Complain</b> ({ CITE("complain-service") }). The complaint is ready; the copy of the application goes along by itself ({ CITE("complaint-form") }).
late-case-button = Open the application
