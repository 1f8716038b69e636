home-work-button = Істер кезегі
home-people-button = Адамдар мен шақырулар

role-registrar = тіркеуші
role-officer = қызметкер
role-head = басшы
role-admin = әкімші
role-can-registrar = Құжаттарды қабылдайды, құжаттың дайын екенін хабарлайды, оны береді, журнал мен рұқсатнамаларды көреді.
role-can-officer = Істерді алады, құжаттарды қабылдайды, өз істері бойынша шешім шығарады, куәліктер мен анықтамалар береді.
role-can-head = Бөлімнің барлық ісін көреді, бөліп береді және шешім шығарады. Қызметкерлер мен тіркеушілерді шақырады.
role-can-admin = Адамдарды шақырады және қай бөлімдер қосылғанын көреді. Істерді көрмейді.

staff-people = <b>Адамдар</b>

    { $all } бөлімнен { $connected } бөлім қосылған.

    Атауының қасында сонда қанша адам бары көрсетілген.
staff-units = <b>Бөлімдер</b>

    { $all } бөлімнен { $connected } бөлім қосылған. Қызметкері немесе басшысы бар бөлім қосылған болып саналады: ол өтініштерді бот арқылы қабылдайды.
staff-units-row = { $region }: { $connected } / { $all }
staff-region = <b>{ $region }</b>

    { $all } бөлімнен { $connected } бөлім қосылған. Атауының қасында сонда қанша адам бары көрсетілген.
staff-own-units = <b>Сіздің бөлімдеріңіз</b>

    Атауының қасында сонда қанша адам бары көрсетілген.
staff-former = <b>Бұрынғы бөлімдер мен әкімдіктер</b>

    Олар қолданыстағы редакцияда жоқ, бірақ онда әлі адамдар немесе аяқталмаған жұмыс бар. Олар жаңа өтініш пен шағым қабылдамайды, ал басталғанын аяғына дейін жеткізеді. Ол жерге аяқталмаған жұмыс болғанда ғана адам шақыруға болады.
staff-former-button = Бұрынғы бөлім мен әкімдіктер
staff-former-back-button = Бұрынғыларға оралу
staff-unit-former = Қолданыстағы редакцияда ол жоқ: жаңа өтініш пен шағым қабылдамайды, ал басталғанын аяғына дейін жеткізеді.
staff-nobody-left = Мұнда ешкім жоқ, аяқталмаған жұмыс та жоқ.
staff-unit-number = Нөмірі: { $number }
staff-unit-numbers = Пәрмендерге арналған нөмірлер — { $names }
staff-department-button = Басқарма
staff-connected = Өтініштерді бот арқылы қабылдайды.
staff-not-connected = Өтініштерді бот арқылы қабылдамайды: шешім шығаратын адам жоқ.
staff-nobody = Әзірге ешкім жоқ. Бірінші адамды шақырыңыз.
staff-row = • { $name } — { $role }
staff-more = … тағы: { $count }
staff-person = <b>{ $name }</b>
staff-person-row = { $unit }: { $role }
staff-person-own = Бұл — өзіңіз. Рөліңізді өзіңіз емес, басқа басшы немесе әкімші өзгертеді.
staff-person-theirs = Бұл рөлді әкімші өзгертеді.
staff-admins = <b>Әкімшілер</b>

    Шақыру бойынша: { $invited }. Баптаулардан (ADMIN_IDS): { $settings }.
staff-admins-button = Әкімшілер
staff-open-button = Ашық шақырулар: { $count }
staff-invite-button = Шақыру
staff-people-button = Адамдарға оралу
staff-unit-button = Бөлімге оралу
staff-region-button = Облысқа оралу
staff-person-button = Артқа
staff-units-button = Бөлімдерге оралу
staff-back-button = Артқа

staff-rerole-button = Рөлін өзгерту
staff-bind-button = Бөлім қосу
staff-end-button = Осындағы жұмысын аяқтау
staff-rerole = <b>{ $name } кім болады?</b>

    { $unit }
    Қазір: { $role }.
staff-rerole-frees = Тіркеуші іс жүргізбейді. Осы рөлді таңдасаңыз, бот істерді кімге тапсыру керегін сұрайды: { $count }.
staff-rerole-closes = Бөлімде шешім шығаратын басқа адам жоқ. Тіркеушіні таңдасаңыз, <b>бөлім жаңа өтініштерді бот арқылы қабылдай алмайды</b>.
staff-bind = <b>{ $name } тағы қай бөлімде жұмыс істейді?</b>

    Ондағы рөлі осындай болады: { $role }. Кейін өзгертуге болады.
staff-bind-none = Қосатын басқа бөлім жоқ.
staff-end = <b>{ $name } енді мұнда жұмыс істемей ме?</b>

    { $unit }
staff-end-cases = Бұл адамның ісі жоқ.
staff-end-closes = <b>Бөлімде шешім шығаратын адам қалмайды</b>: жаңа өтініштерді бот арқылы қабылдай алмайды.
staff-end-yes-button = Иә, аяқтау
staff-rerole-left = <b>{ $name } енді осындай рөлде бола ма: { $role }?</b>

    { $unit }
staff-left-cases = Ашық істер: { $count }.
staff-left-complaints = Жауап берілмеген шағымдар: { $count }.
staff-left-ask = <b>Оларды кімге тапсырасыз?</b> Бассаңыз, өзгеріс бірден күшіне енеді. Жаңа орындаушыларға нөмірлері жіберіледі, өтініш берушілер мазаланбайды.
staff-left-rest = Адамның рөлі рұқсат етпейтін жұмыс кезекте қалады.
staff-left-nobody = Мұнда оларды тапсыратын адам әзірге жоқ: кезекте қалады.
staff-left-to-button = { $name } ({ $role })
staff-left-evenly-button = Бәріне тең бөлу
staff-left-queue-button = Жалпы кезекке
staff-left-changed = <b>Сіз қарап отырғанда мұнда бірдеңе өзгерді.</b> Қайта таңдаңыз.
staff-admin-end = <b>{ $name } енді әкімші емес пе?</b>
staff-done-toast = Дайын.

invite-role = <b>Кімді шақырасыз?</b>
invite-role-row = <b>{ $role }</b>
    { $can }
invite-unit = <b>Қай бөлімге?</b>

    Рөлі: { $role }.
invite-region = <b>Қай облыста?</b>

    Рөлі: { $role }.
invite-admin = <b>Әкімші шақырасыз ба?</b>
invite-admin-button = Сілтеме жасау
invite-all-button = Барлық бөлімдеріме
invite-made = <b>Шақыру дайын.</b>

    Сілтеме келесі хабарда. Оны шақырып отырған адамыңыздың өзіне жіберіңіз.
invite-more-button = Тағы біреуді шақыру
invite-link = <b>Tirkeu ботына шақыру: { $role }</b>
invite-link-open = Кіру үшін сілтемені ашыңыз: { $link }
invite-link-until = Сілтеме бір рет қана жұмыс істейді. Соңғы мерзімі: { $date }, { $time }. Оны бірінші ашып, атын жазған адам кіреді.
invite-revoke-button = Шақыруды қайтарып алу
invite-open = <b>Ашық шақырулар</b>
invite-open-none = <b>Ашық шақырулар</b>

    Қазір бірде-бір шақыру жоқ.
invite-open-row = { $number }. { $role }, { $units } — мерзімі: { $date }, { $time }
invite-open-admin = { $number }. { $role } — мерзімі: { $date }, { $time }
invite-open-button = { $number }-шақыруды қайтарып алу
invite-revoked-toast = Шақыру қайтарып алынды, сілтеме енді жұмыс істемейді.
invite-gone-toast = Бұл шақыру енді жарамсыз.
invite-too-many = Ашық шақырулар саны { $most } болды, одан көп болмайды. Артығын қайтарып алыңыз.
invite-example = Оқи алмадым. Алдымен рөлді, сосын бөлімдердің нөмірін жазыңыз: қосымша мен жол.

    Мысалы: <b>/invite officer 2/65 2/66</b>

    Рөлдер: registrar — тіркеуші, officer — қызметкер, head — басшы, admin — әкімші (бөлімсіз).

    Бөлімнің нөмірін іздемесеңіз де болады: «Шақыру» түймесін басып, тізімнен таңдаңыз.

join-title = <b>Сізді мына рөлге шақырып отыр: { $role }</b>
join-question = Тегіңізді және атыңыз бен әкеңіздің атының бас әріптерін бір хабармен жазыңыз.

    Мысалы: <b>Ахметова А. Б.</b>
join-why = Атыңыз ботта сақталады. Оны әріптестеріңіз көреді, ол журналдар мен талондарда тұрады.
join-keep = Өтініштеріңіз бен аяқталмаған өтініштеріңіз сол күйінде қалады.
join-later-button = Қазір емес
join-bad = <b>Бұл сілтеме жұмыс істемейді.</b>

    Оны біреу пайдаланған, қайтарып алған немесе бір тәулік өткен. Шақырған адамнан жаңасын сұраңыз.
join-nothing-new = <b>Бұл сілтеме Сізге ештеңе қоспайды.</b>

    Сізде мұндай рөл бар. Басқа адамды шақырсаңыз, сілтемені соған жіберіңіз.
join-welcome = <b>Сәлеметсіз бе, { $name }!</b>

    Рөліңіз: { $role }.
join-first-work = <b>Неден бастау керек</b>

    /queue — қандай істер күтіп тұр
    /help — бот тағы не істей алады

    Барлық пәрмен хабар жолының сол жағындағы мәзірде.
join-first-admin = <b>Неден бастау керек</b>

    /invite — адамдарды шақыру
    /units — қай бөлімдер қосылған

    Барлық пәрмен хабар жолының сол жағындағы мәзірде.
bad-units-needed = Кемінде бір бөлімді көрсетіңіз.
bad-units-none = Әкімшіні бөлімсіз шақырады.
bad-units-many = Бір шақыруда { $most } бөлімнен артық болмайды.
bad-units-unknown = { CITE("offices", case: "locative") } { $unit } бөлімі жоқ.
bad-units-former = { $unit } тек бұрынғы редакцияда бар, онда аяқталмаған жұмыс жоқ: жаңа адам шақырылмайды.
bad-signature-initials = Бас әріптер жетіспейді.
bad-signature-full = Тек тегі және бір немесе екі бас әріп керек, атын толық жазудың қажеті жоқ.
bad-signature-order = Алдымен тегі, сосын бас әріптер.

notice-staff-joined = <b>{ $name }</b> енді ботта. Рөлі: { $role }.
notice-staff-bound = <b>Рөліңіз: { $role }</b>
told-left = <b>{ $name } өз жұмысын тапсырады.</b>
told-left-cases = Енді бұл істерді Сіз жүргізесіз: { $number }
told-left-complaints = Енді бұл шағымдарға Сіз жауап бересіз: { $number }
told-left-waiting-cases = Бұл істерді әзірге ешкім алмаған: { $number }
told-left-waiting-complaints = Бұл шағымдар жауап күтіп тұр, шағымдарға жауап беретін кез келген қызметкер жауап бере алады: { $number }
notice-staff-ended = Енді ботта бұл бөлім үшін жұмыс істемейсіз:
notice-staff-admin-ended = Енді боттың әкімшісі емессіз.

staff-officers-example = Бөлім нөмірін жазыңыз, мысалы: <b>/officers 2/3</b>
staff-denied = Бөлім адамдарымен және шақырулармен бөлім басшысы мен әкімшілер айналысады. Сізде қазір мұндай құқық жоқ: басшыңызға айтыңыз.
command-queue = Істер кезегі
command-case = Істі нөмірі бойынша ашу
command-take = Істі алу
command-release = Істі ортақ кезекке қайтару
command-assign = Істі қызметкерге тапсыру
command-receive = Құжаттарды қабылдау
command-need = Жетіспейтінін сұрау
command-approve = Құжат беру туралы шешім
command-refuse = Себебін көрсетіп бас тарту
command-ready = Құжат беруге дайын
command-issue = Құжатты беру
command-status = Істің күйін өзгерту
command-journal = Берілгендер журналы
command-passes = Кім келе жатыр: рұқсатнамалар
command-export = Кезеңдегі істерді жүктеп алу
command-officers = Бөлімнің адамдары
command-invite = Ботқа шақыру
command-units = Бөлімдер және ондағы адамдар саны
staff-akimat-button = Әкімдік: { $region }
staff-takes-complaints = Шағымдарды бот арқылы қабылдайды.
staff-takes-no-complaints = Шағымдарды бот арқылы қабылдамайды: мұнда жауап беретін адам жоқ.
