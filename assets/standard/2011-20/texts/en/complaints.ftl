### How to complain, by which law, and what is written for those who get no answer.

cmp-term-edition = { CITE("answer", case: "start") } of the standard refers to the law; this is the law of its time. Another one may be in force now.
cmp-term-own = { CITE("answer", case: "start") } of the standard refers to the law; this term was set by those who run the bot.
cmp-silence-decision = For application No { $number } of { $filed } the result was due not later than { $date } ({ CITE("result") } of the standard). The term has passed and there is no result. Please look into it, give the result, and tell me the reason of the delay.
cmp-silence-refusal = For application No { $number } of { $filed } the office received some of the documents and had to answer in writing not later than { $date } ({ CITE("refusal") } of the standard). The term has passed and there is no answer. Please look into it and answer me.
cmp-silence-complaint = Complaint No { $number } of { $filed } ({ $body }) was to be answered not later than { $date } ({ CITE("answer") } of the standard). The term has passed and there is no answer. Please look into it and answer me.
cmp-how-ask = <b>Ask.</b> The documentation service of the office explains how to appeal ({ CITE("explain-appeal") }):
cmp-how-result = <b>You disagree with the result:</b> a complaint to the head of the akimat ({ CITE("complain-result") }):
cmp-how-service = <b>You were served badly:</b> a complaint to the office, the department or the akimat, by post or in person, through the documentation service ({ CITE("complain-service") }). Here you can write it, and file it where complaints are taken in the bot.
cmp-how-write = <b>How to write it.</b> In free form, in your own words. A copy of the application goes along: the bot attaches it ({ CITE("complaint-form") }).
cmp-how-then = <b>What happens then.</b> The complaint is registered and you get a slip: date, time, who received it. The answer comes within { $unit ->
        [working-days] { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }
       *[calendar-days] { $days ->
            [one] { $days } calendar day
           *[other] { $days } calendar days
        }
    }, with a check within { $longest } ({ CITE("slip", "answer") }; { $source }).
cmp-how-court = <b>Court.</b> You can disagree with the result of the service in court, too ({ CITE("court") }).
