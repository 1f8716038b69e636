### The service in the words of this edition: what it is, who applies, how people are received, blank forms.

apply-intro = <b>Accounting registration</b>

    For missionaries and small religious groups. The service is free of charge ({ CITE("fee") }).

    It takes { $unit ->
        [calendar-days] { $days ->
                [one] { $days } calendar day
               *[other] { $days } calendar days
            }
       *[working-days] { $days ->
                [one] { $days } working day
               *[other] { $days } working days
            }
    } from the day the complete package is handed over ({ CITE("result") }). The certificate or reference note is paper; the office hands it over in person ({ CITE("paper-only", "handover") }).

    The bot helps you to put the package together and fills in the application. Who is to be registered?
subject-missionary = Missionary
subject-group = Small religious group
apply-needed-missionary = <b>What a missionary needs</b>
apply-needed-group = <b>What a group needs</b>
condition-owner-is-natural-person = if the premises belong to a natural person
condition-representative = if a representative applies
forms-for-missionary = <b>For a missionary</b>, appendix{ "\u00A0" }{ $appendix }
forms-for-group = <b>For a small religious group</b>, appendix{ "\u00A0" }{ $appendix }
forms-get-missionary-button = Download the missionary form
forms-get-group-button = Download the group form
about = <b>The service</b>

    Accounting registration and re-registration of missionaries and of small religious groups that are not legal entities. For natural persons ({ CITE("persons") }). Free of charge ({ CITE("fee") }).

    It takes { $unit ->
        [calendar-days] { $days ->
                [one] { $days } calendar day
               *[other] { $days } calendar days
            }
       *[working-days] { $days ->
                [one] { $days } working day
               *[other] { $days } working days
            }
    } from the day the complete package is handed over ({ CITE("result") }).

    The service is not automated ({ CITE("paper-only") }). The certificate or reference note is paper; the office hands it over in person, to you or to a representative by power of attorney ({ CITE("result-paper", "handover") }).
about-basis = Legal basis: { $basis } ({ CITE("basis") }).
bot-description = Accounting registration of missionaries and small religious groups in Kazakhstan: which documents, which office, an application without mistakes. Free of charge.
visit-title = <b>Getting in, and what to expect</b>
visit-pass = You enter with a one-time pass: the officer who will see you orders it by phone ({ CITE("pass") }).
visit-call = Call beforehand: { $phones }
visit-bureau = The pass is handed out at the pass bureau, which has an entrance of its own ({ CITE("pass") }).
visit-ramp = There is a ramp at the entrance ({ CITE("ramp") }).
visit-queue = You are seen in the order of the queue. There is no booking and no fast track ({ CITE("queue") }).
visit-times = You wait no more than { $waiting ->
        [one] { $waiting } minute
       *[other] { $waiting } minutes
    } and are served within { $serving ->
        [one] { $serving } minute
       *[other] { $serving } minutes
    }. When you collect the result you wait no more than { $collecting ->
        [one] { $collecting } minute
       *[other] { $collecting } minutes
    } ({ CITE("waiting-times") }).
visit-free = The service is free of charge ({ CITE("fee") }).

home = <b>Tirkeu</b>: accounting registration of missionaries and small religious groups.

    Here you can put the documents together, file an application, follow it, and find an office.
filed-when = Come during opening hours; there is no booking. If everything is handed over on <b>{ $day }</b>, the result is due by <b>{ $last }</b> ({ CITE("result") }). Print and sign the application first.
coming-not-told = The officers know that nobody will come: no pass is needed. Should your plans change, tap "I am coming".
notice-coming = Coming about application No { $number }: <b>{ $detail }</b>, on <b>{ $day }</b>. A one-time pass is needed ({ CITE("pass") }).
notice-not-coming = Not coming about application No { $number }: <b>{ $detail }</b>. No pass is needed.
work-passes = <b>Who needs a one-time pass</b> ({ CITE("pass") })
ind-formula-electronic = Formula: kinds of the service of which the bot tells everything ÷ all kinds. There are two: for missionaries and for small religious groups. Everything is what to bring, forms, term, and where to go. Source: { CITE("indicators") }, row { $row }; { CITE("information", "documents") }.
