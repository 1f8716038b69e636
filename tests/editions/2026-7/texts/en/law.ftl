### The law and the service in its words; some of them stand in the place of the program's own.

home = <b>Tirkeu</b>: the roll of roaming preachers.

    Here you can put the documents together, file a petition, follow it, and find a chancellery.
apply-intro = <b>The roll of preachers</b>

    For those who preach outside their own community. The fee is { $fee } tenge ({ CITE("fee") }).

    It takes { $unit ->
        [calendar-days] { $days } calendar days
       *[working-days] { $days } working days
    } after the whole package is taken in ({ CITE("result") }). The card is paper, and handed over in person ({ CITE("handover") }).
about = <b>The roll</b>

    It is for natural persons ({ CITE("persons") }). The fee is { $fee } tenge ({ CITE("fee") }).

    The card takes { $unit ->
        [calendar-days] { $days } calendar days
       *[working-days] { $days } working days
    } ({ CITE("result") }) and is paper ({ CITE("paper-only") }).
about-basis = By law: { $basis } ({ CITE("basis") }).
bot-description = The roll of roaming preachers: what to bring, where to, a petition without mistakes.
subject-roaming-preacher = Roaming preacher
apply-needed-roaming-preacher = <b>What a preacher brings</b>
condition-from-abroad = if the preacher is a foreigner or has no citizenship
condition-some-help = if helpers come along
condition-by-attorney = if an attorney hands it in
forms-for-roaming-preacher = <b>Petition of a preacher</b>, sheet{ "\u00A0" }{ $appendix }
forms-get-roaming-preacher-button = Download the petition
visit-title = <b>How you are received</b>
visit-pass = No pass is needed ({ CITE("pass") }).
visit-call = You can book by phone: { $phones }
visit-bureau = The entrance is the common one, from the street ({ CITE("pass") }).
visit-ramp = You can get in with a wheelchair ({ CITE("ramp") }).
visit-queue = You are received by booking or in the order of the queue ({ CITE("queue") }).
visit-times = You wait at most { $waiting } minutes, are served within { $serving }, and get the card within { $collecting } ({ CITE("waiting-times") }).
visit-free = The fee is { $fee } tenge; bring the receipt ({ CITE("fee") }).
offices-department-button = Several counties: territory chancellery
offices-department-of = { $region }: territory chancellery
card-department-button = Several counties: territory chancellery
cmp-how-ask = <b>Ask.</b> Whoever is on duty at the chancellery explains how to appeal ({ CITE("explain-appeal") }):
cmp-how-result = <b>You disagree with the decision:</b> a complaint to the prefect ({ CITE("complain-result") }):
cmp-how-service = <b>You were received badly:</b> a complaint to the head of the chancellery or the prefect ({ CITE("complain-service") }).
cmp-how-write = <b>How to write it.</b> Freely. The bot attaches a copy of the petition ({ CITE("complaint-form") }).
cmp-how-then = <b>What happens then.</b> You get a slip ({ CITE("slip") }). The answer comes within { $unit ->
        [working-days] { $days } working days
       *[calendar-days] { $days } calendar days
    }, with a check within { $longest } ({ CITE("answer") }; { $source }).
cmp-how-court = <b>Court.</b> You can dispute the decision there, too ({ CITE("court") }).
cmp-kind-service-what = Rudeness, documents not taken, a long wait, a missed term. The chancellery or the prefecture considers it: you choose.
cmp-term-edition = The law itself names this term ({ CITE("answer") }).
cmp-term-own = This term was set by those who run the bot; the law has another ({ CITE("answer") }).
cmp-silence-card-term = For petition No { $number } of { $filed } the card was due not later than { $date } ({ CITE("result") }). There is none. Please give it and explain the delay.
cmp-silence-return-term = For petition No { $number } of { $filed } the chancellery had to answer not later than { $date } ({ CITE("refusal") }). There is no answer. Please answer me.
cmp-silence-complaint = Complaint No { $number } of { $filed } ({ $body }) was to be answered not later than { $date } ({ CITE("answer") }). There is no answer. Please answer me.
filed-when = Come during opening hours, by booking or in the order of the queue. If everything is handed in on <b>{ $day }</b>, the card is due by <b>{ $last }</b> ({ CITE("result") }). Print and sign the petition first.
coming-not-told = The chancellery knows that nobody will come. Should your plans change, tap "I am coming".
notice-coming = Coming about petition No { $number }: <b>{ $detail }</b>, on <b>{ $day }</b>. No pass is needed ({ CITE("pass") }).
notice-not-coming = Not coming about petition No { $number }: <b>{ $detail }</b>.
work-passes = <b>Who is coming</b>
