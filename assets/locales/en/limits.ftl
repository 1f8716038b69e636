# Limits on what one person may do in a period, and when they can continue.
limit-tap = <b>Too many taps in a row</b>

    In a minute the bot can answer { $most } of your taps and messages. You can go on { $again }: please repeat what you tapped or sent beyond that. Everything the bot has answered is kept.
limit-document = <b>Too many documents in an hour</b>

    Up to { $most ->
        [one] { $most } document or table
       *[other] { $most } documents and tables
    } can be had in an hour, and you have had as many. The next one: { $again }. The other buttons work.
limit-file = <b>Too many files in a day</b>

    Up to { $most ->
        [one] { $most } photo or file
       *[other] { $most } photos and files
    } can be sent within 24 hours, and you have sent as many. Send the others { $again }. What you sent is kept, and you can go on writing.
limit-draft = <b>Too many new applications and complaints in a day</b>

    Up to { $most ->
        [one] { $most } application or complaint
       *[other] { $most } applications and complaints
    } can be begun within 24 hours, and you have begun as many. A new one can be begun { $again }. Those begun before are kept: you can go on with them and send them.
limit-action = <b>Too many actions in a day</b>

    Within 24 hours the bot records up to { $most } of your actions that others are told of, and there were as many. The next one: { $again }. What was done is kept. If it is urgent, please call the office.
limit-today = For one case this can be done up to { $most ->
        [one] { $most } time
       *[other] { $most } times
    } a day, and today it was. It can be done again tomorrow; what is recorded stays. If it is urgent, please call.
limit-filed-toast = You have { $most ->
        [one] { $most } application
       *[other] { $most } applications
    } without a decision at this office. A new one can be filed once one of them is decided, or you withdraw it.
limit-toast = No more for now. Again { $again }.
limit-again = on { $date } from { $time }
limit-again-today = today from { $time }
