language-choose = Тілді таңдаңыз.
    Выберите язык.
    Choose a language.
language-ru = Русский
language-kk = Қазақша
language-en = English
language-chosen = Language: English.

home-offices-button = Find an office
home-about-button = The service and its standard
home-privacy-button = Personal data
home-help-button = Help
home-language-button = Тіл / Язык / Language
home-button = To the start

privacy = <b>Personal data</b>

    The bot keeps the number of your Telegram account, the language you chose, and your consent. Answers for an application, what you said of the documents, complaints with their text and photos, and messages not yet sent are kept encrypted, each application and each complaint with a key of its own.

    An application you have filed is seen by the officers of the office you filed it with, a complaint by those of the body you sent it to. A draft is seen by you alone: you can erase it at any time, and a forgotten one erases itself. Answers to the survey about the service are kept without your name.

    What is finished is kept no longer than the term that the body that runs the bot has set; it stands under “What can be erased”. The bot tells you 14 days before it erases, and sends a proof afterwards. The command /mydata gives you everything there is about you.

    What you write to the bot passes through Telegram, whose servers can see it. Do not write here what you would not entrust to them.

    Your consent is needed to prepare an application or a complaint. You can withdraw it here at any time: drafts are erased at once then.

    Version of this notice: { $version }.
privacy-agreed = You agreed on { $date }.
privacy-not-agreed = There is no consent from you now.
privacy-agree-button = I agree
privacy-withdraw-button = Withdraw consent
privacy-agreed-toast = Consent recorded.
privacy-withdrawn-toast = Consent withdrawn.
help = <b>How to use it</b>

    Tap the buttons under the messages. To find an office you can simply type the name of a town, district or street, for example: <b>Kokshetau</b>. Or share your location: paper clip → “Location”.

    /start — to the start
    /apply — file an application
    /my — my applications
    /complain — complain
    /proof — proof of an application’s history
    /offices — find an office
    /language — change the language
    /privacy — personal data
    /mydata — my data: get it, erase it
    /about — the service and its standard
    /help — this help
help-work = <b>For your work:</b>
help-command = /{ $command } — { $act }
not-understood = I understand text, buttons and a place on the map.

    Type the name of a town or district, for example: <b>Kokshetau</b>. Or tap a button.
stale = This button is out of date. Here is what there is now.
bad-place = There is no such place on the map. Share the location again, or type the name of a town.
edition-missing = This record follows an edition of the standard that the bot does not have now. It is not shown under another one, so that nothing wrong is said. The record is kept. Please tell the administrator of the bot.
fault = Something went wrong. Your answers are kept.

    Please try again, or tap /start.
not-read = This message could not be read: Telegram passed it on in a form that is new to me, and it does not count as sent. Your earlier answers are kept.

    Please send the same again: type the text yourself instead of forwarding it; attach the photo or file once more. What could not be read is set aside, you find it in /mydata.
group-only-private = I work in private chats only: what concerns belief does not belong in a group. Please write to me in private. I am leaving the group.

command-start = To the start
command-offices = Find an office
command-language = Тіл / Язык / Language
command-privacy = Personal data
command-about = The service and its standard
command-help = Help

bot-name = Tirkeu: accounting registration
