### Terms, the card, and what officers and applicants are told of them.

term-card-term = карточка мерзімі
term-return-term = бас тарту мерзімі
term-in-line = күту
term-at-the-desk = қабылдау
term-card-in-hand = карточка беру
pause-answer-from-abroad = басқа елден жауап күтіліп тұр
pause-answer-from-abroad-button = Басқа елге сұрау салу
ground-untrue-particulars = өтінімдегі мәліметтер шындыққа сай емес
ground-untrue-particulars-button = Мәліметтер шындыққа сай емес
clock-card-term = <b>Карточка мерзімі</b> ({ $cites })
clock-return-term = <b>Бас тарту мерзімі</b> ({ $cites })
case-card-term = Карточка дайын болатын соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
case-return-term = Бәрі тапсырылған жоқ. Кеңсе бас тартса, жауап беретін соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }).
work-term-card-term = Карточка дайын болатын соңғы күн: <b>{ $date }</b> ({ CITE("result") }). { $unit ->
        [calendar-days] Қалған күнтізбелік күн: { $count }.
       *[working-days] Қалған жұмыс күні: { $count }.
    }
work-term-card-term-late = <b>Карточка мерзімі өтіп кетті: { $date }</b> ({ CITE("result") }).
work-term-return-term = Бас тартатын соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). { $unit ->
        [calendar-days] Қалған күнтізбелік күн: { $count }.
       *[working-days] Қалған жұмыс күні: { $count }.
    }
work-term-return-term-late = <b>Бас тарту мерзімі өтіп кетті: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>№ { $number } іс бойынша не тапсырылды?</b>

    Бәрі тапсырылса, келесі күннен бастап { $unit ->
        [calendar-days] күнтізбелік { $days } күн
       *[working-days] { $days } жұмыс күні
    } есептеледі ({ CITE("result") }).
head-ahead-card-term = Карточка керек соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-return-term = Бәрі тапсырылған жоқ. Бас тартатын соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-card-term = Карточка керек болған соңғы күн: <b>{ $date }</b> ({ CITE("result") }).
head-missed-return-term = Бәрі тапсырылған жоқ. Бас тартатын соңғы күн болған: <b>{ $date }</b> ({ CITE("refusal") }).
late-card-term = <b>№ { $number } өтінім: мерзім өтіп кетті</b>

    Карточка дайын болуға тиіс соңғы күн: <b>{ $date }</b> ({ CITE("result") }). Бұған Сіз емес, кеңсе кінәлі.
late-return-term = <b>№ { $number } өтінім: жауап жоқ</b>

    Кеңсе жауап беруге тиіс соңғы күн: <b>{ $date }</b> ({ CITE("refusal") }). Бұған Сіз емес, кеңсе кінәлі.
paper-roaming-preacher = карточка
work-approve-roaming-preacher = <b>№ { $number } іс бойынша карточка</b>

    { $name }. Жолдарды құжаттармен салыстырыңыз:
work-certificate-roaming-preacher = № { $number } карточка, { $date }
told-approved-roaming-preacher = № { $number } өтінім бойынша карточка беруге шешім шықты. Ол дайын болғанда, бот жазады.
told-ready-roaming-preacher = <b>№ { $number } өтінім бойынша карточка дайын.</b>

    Оны жеке куәлікпен келіп алыңыз; сенім білдірілген адам сенімхатын да ала келеді ({ CITE("handover") }).
told-issued-roaming-preacher = № { $number } карточка { $date } күні берілді. Алған адам: { $name }. Бұл Сіз де, сенім білдірілген адамыңыз да болмаса, бірден кеңсеге қоңырау шалыңыз.
work-mend-community = Оны қай қауым жібергенін жазыңыз. Мысалы: <b>«Кеме» қауымы</b>
work-mend-community-button = Түзету: қауым
work-mend-desk-town = Карточка қай жерде берілгенін жазыңыз. Мысалы: <b>Ақшатыр</b>
work-mend-desk-town-button = Түзету: берілген жері
work-mend-until-day = Карточка қай күнге дейін жарамды екенін жазыңыз. Мысалы: <b>05.03.2028</b>
work-mend-until-day-button = Түзету: соңғы күн
work-mend-land = Қай жерде уағыз айтатынын жазыңыз. Мысалы: <b>Желтау өлкесі</b>
work-mend-land-button = Түзету: қай жерде
label-desk-town = Берілген жері
state-approved = Кеңсе { $filed } күні берілген өтінім бойынша карточка беруге шешім қабылдады. Ол дайындалып жатыр.
apply-not-on-form = Өтінімде бұл жол жоқ: жауап карточкаға керек.
review-row-certificate = { $row } (карточка үшін)
toast-not-issued = Қайтадан — карточка берілгеннен кейін ғана.
