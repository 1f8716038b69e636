work-denied = Бұлай істеуге болмайды. Не бөлімдеріңізде мұндай іс жоқ, не бұл әрекетті қазір жасай алмайсыз.
toast-denied = Бұлай істеуге болмайды.
work-take-first = <b>Алдымен істі өзіңізге алыңыз:</b> шешімді істі жүргізетін қызметкер қабылдайды. «Істі алу» түймесі төменде.
toast-changed = Іс өзгерді. Қазіргі күйі көрсетілді.
work-changed = <b>Сіз қарап отырғанда іс өзгерді:</b>
work-changed-own = <b>Мұны басқа экранда өзіңіз өзгерткенсіз.</b> Қазіргі жағдай мынадай.
work-not-kept = Мәтініңіз жазылмады. Оны жоғарыдағы өз хабарыңыздан көшіріп алуға болады. Міне, ол:

    { $text }
work-items = { "    " }{ $items }
work-by-applicant = өтініш беруші
work-by-office = бөлім
bad-nothing-ticked = Ештеңе белгіленген жоқ. Құжаттарды белгілеп, содан кейін олардың астындағы түймені басыңыз.

work-queue-title = <b>Істер кезегі</b>
work-heap-all = Барлық ашық іс: { $count }
work-heap-mine = Менің істерім: { $count }
work-heap-unassigned = Ешкім алмаған: { $count }
work-heap-overdue = Мерзімі өткен: { $count }
work-heap-today = Соңғы күні — бүгін: { $count }
work-heap-empty = Мұнда ештеңе жоқ.
work-heap-all-button = Барлығы: { $count }
work-heap-mine-button = Менікі: { $count }
work-heap-unassigned-button = Алынбаған: { $count }
work-heap-overdue-button = Мерзімі өткен: { $count }
work-heap-today-button = Бүгін: { $count }
work-row = • { $number } — { $state }
work-row-due = • { $number } — { $state }. Мерзімі: { $date }
work-row-late = • <b>{ $number } — { $state }. Мерзімі өтіп кетті: { $date }</b>
work-row-recounted = { "    " }⚠️ күнтізбе өзгерді: ол бойынша { $date }
work-row-paused = { "    " }⏸ мерзім { $date } күнінен бастап тоқтап тұр
unreached = ❗ <b>Жеткізілмеді, қоңырау шалыңыз.</b> Бұл адам ботты тоқтатқан: хабарлар ол қайтып келгенше күтеді.
unreached-phone = Жазған телефоны: <b>{ $phone }</b>
unreached-address = Телефонын жазбаған. Мекенжайы: { $address }
unreached-row = { "    " }❗ жеткізілмеді, қоңырау шалыңыз
unreached-row-phone = { "    " }❗ жеткізілмеді, қоңырау шалыңыз: { $phone }
work-case-button = { $number }: { $state }
work-case-colleague-button = { $number }: { $state }, әріптесіңізде
work-cut = { $total } істің алғашқы { $most } ісі көрсетілді. Басқа істі нөмірі бойынша ашыңыз.
work-page = { $pages } беттің { $page }-беті
work-earlier-button = ◀ Алдыңғы
work-later-button = Келесі ▶
work-queue-button = Кезекке оралу
work-card-button = Іс бетіне
work-books-button = Журнал, рұқсатнама, жүктеп алу
work-example = Нөмірін бірден жазуға да болады, мысалы: <b>/{ $command } 2-65/2026-17</b>
work-no-number = Бөлімдеріңіздің журналында мұндай нөмір жоқ: { $typed }.
work-which-number = Қай іс? Бұл нөмір бірнеше журналда бар.
work-bad-number = «{ $typed }» — кіріс нөмірі емес.
work-status-how = Нөмірі мен күйін жазыңыз: <b>/status 2-65/2026-17 дайын</b>. Күйлері: қабылданды, мақұлданды, бас тартылды, дайын, берілді.
work-pick-see = <b>Қай істі ашасыз?</b>
work-pick-receive = <b>Қай іс бойынша құжаттар қабылданды?</b>
work-pick-need = <b>Қай іс бойынша құжат жетіспейді?</b>
work-pick-take = <b>Қай істі аласыз?</b>
work-pick-release = <b>Қай істі кезекке қайтарасыз?</b>
work-pick-assign = <b>Қай істі басқаға тапсырасыз?</b>
work-pick-approve = <b>Қай іс бойынша құжат беруге шешім шықты?</b>
work-pick-refuse = <b>Қай іс бойынша бас тартасыз?</b>
work-pick-ready = <b>Қай іс бойынша құжат дайын?</b>
work-pick-issue = <b>Қай іс бойынша құжат бересіз?</b>
work-pick-none = Қазір мұндай іс жоқ.

work-card-title = <b>№ { $number } іс</b>
work-applicant = Өтініш беруші: <b>{ $name }</b>
work-representative = Өкілі: { $name }
work-assigned = Істі жүргізетін қызметкер: { $name }
work-unassigned = Істі ешкім алмаған
work-assigned-before = Істі жүргізген қызметкер: { $name }
work-assigned-gone = Істі жүргізген қызметкер енді мұнда жұмыс істемейді
work-unassigned-since = Істі ешкім алмаған. Бұрын жүргізген қызметкер: { $name } (соңғы күні: { $date })
work-state-registered = Тіркелді, құжаттар толық тапсырылмаған
work-state-in-review = Барлық құжат тапсырылды, қаралып жатыр
work-state-approved = Құжат беруге шешім шықты, ол дайындалып жатыр
work-state-ready = Құжат дайын, өтініш беруші әлі алған жоқ
work-state-issued = Құжат берілді
work-state-refused = Бас тартылды
work-state-withdrawn = Өтініш беруші өтінішін қайтарып алды
work-state-not-accepted = Құжаттар қабылданбады
work-state-registered-short = құжат күтіліп тұр
work-state-in-review-short = қаралып жатыр
work-state-approved-short = дайындалып жатыр
work-state-ready-short = беруге дайын
work-state-issued-short = берілді
work-state-refused-short = бас тартылды
work-state-withdrawn-short = қайтарып алынды
work-state-not-accepted-short = қабылданбады
work-recounted = <b>⚠️ Күнтізбе өзгерді.</b> Басшы басқаша шешкенше, айтылған күн қалады.
work-recounted-result = • Нәтиже: айтылған күн — <b>{ $said }</b>, бүгінгі күнтізбе бойынша — { $now }
work-recounted-refusal = • Бас тарту: айтылған күн — <b>{ $said }</b>, бүгінгі күнтізбе бойынша — { $now }
work-term-paused = <b>Мерзім { $date } күнінен бастап тоқтап тұр.</b> Себебі: { $reason }
work-handed-over = <b>Құжаттар:</b>
work-ticked = ✅ { $item }
work-unticked = ▫️ { $item }
work-handed-out = Берілді: { $date }, { $time }. Алған адам: { $name }. Құжаты: { $document }
work-refused-late = Бас тарту кешікті: соңғы күні { $date } болатын.
work-take-button = Істі алу
work-release-button = Кезекке қайтару
work-assign-button = Басқаға тапсыру
work-receive-button = Құжаттарды қабылдау
work-need-button = Жетіспейтінін сұрау
work-approve-button = Құжат беру туралы шешім
work-refuse-button = Бас тарту
work-refuse-on-substance-button = Мәні бойынша бас тарту
work-refuse-to-accept-button = Құжаттарды қабылдамау
work-ready-button = Құжат дайын
work-issue-button = Құжатты беру
work-settle-button = Күнтізбе өзгерді: шешу
work-pause-button = Мерзімді тоқтату
work-resume-button = Мерзім әрі қарай жүреді
work-answers-button = Жауаптар
work-copies-button = Көшірмелер
work-papers-button = Құжаттар (PDF, DOCX)
work-history-button = Тарихы
work-clocks-button = Мерзімдер
work-answers = <b>№ { $number } өтініш</b>
work-copies = Өтініш беруші тіркеген көшірмелер: { $count }. Түпнұсқалар мен қағаз көшірмелерді бөлімге әкеледі.
work-copies-none = Өтініш беруші көшірме тіркеген жоқ.
work-copy-button = { $number }. { $item }
work-file = № { $number } іс
work-certificate-file = № { $number } іс. Басып шығарып, қол қойыңыз да, мөр басыңыз. Содан кейін «Құжат дайын» түймесін басыңыз.
work-letter-file = № { $number } іс. Бас тарту туралы хат: басып шығарып, қол қойыңыз.
work-event-filed = { $date }, { $time }: өтініш берді — { $who }
work-event-received = { $date }, { $time }: құжаттарды қабылдады — { $who }
work-event-complete = { $date }, { $time }: топтама толық, мерзім басталды — { $who }
work-event-withdrawn = { $date }, { $time }: өтінішті қайтарып алды — { $who }
work-event-not-coming = { $date }, { $time }: бөлімге келмейді — { $who }
work-event-coming = { $date }, { $time }: бөлімге келе жатыр — { $who }
work-event-further-materials = { $date }, { $time }: материалдарды келісуді сұрады — { $who }
work-event-taken = { $date }, { $time }: істі алды — { $who }
work-event-released = { $date }, { $time }: істі кезекке қайтарды — { $who }
work-event-assigned = { $date }, { $time }: істі қызметкерге тапсырды — { $who }
work-event-assigned-to = { $date }, { $time }: істі тапсырды, енді жүргізетін қызметкер: { $to } — { $who }
work-event-passed-on = { $date }, { $time }: іс тапсырылды: { $had } → { $to } — { $who }
work-event-released-by = { $date }, { $time }: істі кезекке қайтарды, бұрын жүргізген қызметкер: { $had } — { $who }
work-event-needed = { $date }, { $time }: өтініш берушіден жетіспейтінін сұрады — { $who }
work-event-approved = { $date }, { $time }: құжат беруге шешім қабылдады — { $who }
work-event-refused = { $date }, { $time }: бас тартты — { $who }
work-event-not-accepted = { $date }, { $time }: құжаттар қабылданбады — { $who }
work-event-ready = { $date }, { $time }: құжаттың дайын екенін белгіледі — { $who }
work-event-issued = { $date }, { $time }: құжатты берді — { $who }
work-event-term-kept = { $date }, { $time }: күнтізбе өзгерді, айтылған күн қалдырылды — { $who }
work-event-term-moved = { $date }, { $time }: соңғы күн ауыстырылды — { $who }
work-event-term-days = { "    " }айтылған күн { $said }, күнтізбе бойынша { $now }
work-event-paused = { $date }, { $time }: мерзім тоқтатылды — { $who }
work-event-resumed = { $date }, { $time }: мерзім қайта жүре бастады — { $who }
work-event-pause = { "    " }себебі: { $reason }
work-event-pause-days = { "    " }соңғы күн: { $now }

work-assign = <b>№ { $number } істі кімге тапсырасыз?</b>
work-assign-nobody = Бөлімде бұл істі тапсыратын басқа адам жоқ.
toast-taken = Іс енді Сізде.
toast-released = Іс қайтадан кезекте.
toast-assigned = Іс тапсырылды.
work-receive-again = <b>№ { $number } іс бойынша не қайта әкелінді?</b>

    Құжаттар топтамасы толық: бұдан мерзімдер өзгермейді.
work-received-button = Белгіленгенін жазу
work-receive-all-button = Бәрі тапсырылды
work-receiving = <b>№ { $number } іс. Не жазылатынын тексеріңіз:</b>
work-receiving-row = • { $item }
work-receiving-whole = Топтама толық болады, нәтиже мерзімі басталады ({ CITE("result") }). Соңғы күні: <b>{ $date }</b>.
work-receiving-first = Бұл алғашқы құжаттар: топтама толық болмағаны үшін бас тарту мерзімі басталады ({ CITE("refusal") }). Соңғы күні: <b>{ $date }</b>.
work-receiving-runs = Топтама әлі толық емес. Бас тарту мерзімі басталған ({ CITE("refusal") }). Соңғы күні: <b>{ $date }</b>.
work-receiving-same = Бұдан мерзімдер өзгермейді.
work-receiving-told = Өтініш берушіге бірден өз тілінде мынадай хабар барады:
work-receiving-told-copy = Өтініш берушіге бірден өтініштің мөртабанды көшірмесі және өз тілінде мынадай хабар барады:
work-recorded-button = Жазу және хабарлау
work-receiving-back-button = Белгілерді өзгерту
work-day-changed = <b>Сіз қарап отырғанда басқа күн басталды.</b> Ештеңе жазылған жоқ. Қайта тексеріңіз:
toast-day-changed = Басқа күн басталды. Қайта тексеріңіз.
toast-received = Жазылды, өтініш берушіге хабар жіберіліп жатыр.
work-need = <b>№ { $number } іс бойынша не жетіспейді?</b>

    Құжаттарды белгілеңіз. Өтініш берушіге хабар барады, мерзімдер тоқтамайды.
work-need-noted = Түсіндірме: { $note }
work-need-note-button = Түсіндірме қосу
work-need-note-drop-button = Түсіндірмені алып тастау
work-needed-button = Өтініш берушіге жіберу
work-ask-need-note = Өтініш берушіге не дұрыс емес екенін және не әкелу керегін жазыңыз.

    Мысалы: <b>Сенімхаттың мерзімі көрсетілмеген. Жаңасын әкеліңіз.</b>
toast-needed = Өтініш берушіге жіберілді.
work-refuse = <b>№ { $number } іс бойынша бас тарту</b>

    Топтама толық болмаса ғана бас тартуға болады ({ CITE("refusal") }). Жоқ құжатты (▫️) немесе тапсырылған, бірақ жарамайтынын (📥) басыңыз.
work-refuse-term = Жазбаша жауап беретін соңғы күн: <b>{ $date }</b>.
work-refuse-late = <b>Бас тарту мерзімі өтіп кетті: { $date }.</b> Бас тарту кешіккен деп жазылады.
work-refuse-told = Өтініш берушіге себептері мен бас тарту туралы хат бірден барады.
work-refused-button = Бас тарту
work-received-mark = 📥 { $item }
work-defective = ❗ { $item }
shortfall-missing = • тапсырылмаған: { $item }
shortfall-defect = • жарамайды: { $item } — { $defect }
work-refuse-words-button = ✏️ { $item }
work-refuse-unexplained = Түсіндірмесіз не дұрыс емес екені белгісіз. ✏️ басып, жазыңыз: { $items }.
work-refuse-loose = Бұрынғы себебіңіз ешбір құжатқа қатысты емес. Міне, ол; керегін құжаттың қасына қайта жазыңыз:

    { $text }
work-defect = <b>№ { $number } іс: { $item }</b>

    Тапсырылған күні: { $date }. Не дұрыс емес?
work-defect-none-button = Бәрі дұрыс
work-defect-back-button = Бас тартуға оралу
work-ask-first = <b>{ $item }: алдымен қайта әкелуді сұраңыз.</b> Бұл үшін сұрағаннан кейін ғана бас тартуға болады. Құжат белгіленді, жіберу ғана қалды.
work-ask-first-button = { $defect }: сұрау
work-writing-item = <b>№ { $number } іс: { $item }</b>
work-ask-refuse-words = Не дұрыс емес екенін жазыңыз. Бұл хатқа енеді.

    Мысалы: <b>Сенімхаттың мерзімі 1 қарашада бітті.</b>
bad-no-ground = Бас тартуға негіз жоқ: аталғанның бір бөлігі тапсырылған және жарайды. «Бас тарту» түймесін басып, не жоқ немесе не дұрыс емес екенін атаңыз. Бәрі бар болса, беру туралы шешім қабылдаңыз. Тағы бірдеңе керек болса, жетіспейтінін сұраңыз.
bad-unexplained = Бас тарту жазылған жоқ: құжатқа түсіндірме керек. «Бас тарту» түймесін, содан кейін ✏️ басыңыз.
bad-reason-for-all = Бас тарту жазылған жоқ. Енді себеп әр құжатта аталады. «Бас тарту» түймесін басып, тексеріңіз: бұрынғы мәтініңіз сонда.
work-substance = <b>Мәні бойынша бас тарту: № { $number } іс</b>

    Топтама толық. Заңдағы мына негіздердің біреуі болса ғана бас тартуға болады. Соны таңдаңыз.
work-substance-term = Нәтиже мерзімі ішінде жауап беретін соңғы күн: <b>{ $date }</b>.
work-substance-late = <b>Нәтиже мерзімі өтіп кетті: { $date }.</b> Бас тарту кешіккен деп жазылады.
work-ground-words-button = ✏️ Түсіндірме
work-ground-unexplained = Бұл негізді түсіндірмесіз атауға болмайды: ✏️ басып, оның неге сүйенетінін жазыңыз.
work-ask-ground-words = Бұл негіздің неге сүйенетінін жазыңыз. Бұл хатқа және өтініш берушіге баратын хабарға енеді.

    Мысалы: <b>«Жол» кітабы туралы сараптаманың 2026 жылғы 1 қарашадағы № 12 теріс қорытындысы.</b>
bad-no-refusal-for-documents = Бұл істің заңында топтама толық болмағаны үшін бас тартылмайды. Ештеңе жазылған жоқ.
bad-must-be-accepted = Бұл істің заңы бойынша топтама толық болмаса да, құжаттар қабылданады. Ештеңе жазылған жоқ.
work-not-accept = <b>Құжаттар қабылданбайды: № { $number } іс</b>

    Заң толық емес топтаманы қабылдамауға рұқсат береді ({ $cites }). Жоқ немесе жарамайтын құжатты басыңыз.
work-not-accept-item = <b>№ { $number } іс: { $item }</b> Не дұрыс емес?
work-missing-button = Әкелмеді
work-not-accept-told = Өтініш берушіге не жетіспегені туралы хабар мен хат бірден барады. Хатты басып шығарып, қол қойып, сол жерде беріңіз.
work-not-accepted-button = Қабылдамау
work-not-accepted-file = № { $number } іс бойынша хат: басып шығарып, қол қойып, сол жерде беріңіз.
toast-not-accepted = Жазылды: құжаттар қабылданбады. Өтініш берушіге хабар жіберіліп жатыр.
bad-no-ground-on-substance = Бұл істің заңында мұндай негіз жоқ: бұлай бас тартуға болмайды. Ештеңе жазылған жоқ.
bad-unexplained-ground = Бас тарту жазылмады: негізге түсіндірме керек. «Мәні бойынша бас тарту» түймесін, содан кейін ✏️ басыңыз.
toast-refused = Бас тарту жазылды, өтініш берушіге хабар жіберіліп жатыр.
work-approve-final = Нөмір бірден беріледі, содан кейін жолдарды өзгертуге болмайды. Өтініш берушіге құжат беру туралы шешім шыққаны хабарланады.
work-approved-button = Дұрыс, нөмір беру
toast-approved = Нөмір берілді, құжат төменде.
work-ready = <b>№ { $number } іс: № { $certificate } құжат</b>

    Қол қойылып, мөр басылды ма? Құжатты қашан және қайдан алуға болатыны туралы өтініш берушіге хабар барады.
work-made-ready-button = Иә, алуға болады
toast-ready = Жазылды, өтініш берушіге хабар жіберіліп жатыр.
work-issue = <b>№ { $number } іс бойынша құжат беру</b>

    Құжат алушының өз қолына беріледі ({ CITE("handover") }). Бұл журналға жазылады.
work-issue-collector = Алушы: { $text }
work-issue-document = Құжаты: { $text }
work-issue-power-of-attorney = Сенімхат: { $text }
work-handover = <b>№ { $number } іс. Журналға былай жазылады ({ CITE("handover") }):</b>
work-handover-entry = жазылған кезде беріледі
work-handover-correct = Қате бар ма? Қалай болуы керегін жазыңыз: атын немесе құжатты нөмірімен. Жол қайта көрсетіледі.
work-reword-collector-button = Түзету: кім алады
work-reword-document-button = Түзету: құжат
work-reword-power-of-attorney-button = Түзету: сенімхат
work-issue-again-button = Қайта бастау
work-issued-button = Берілді, журналға жазу
work-ask-by = Кім алады?
work-collector-self-button = Өтініш берушінің өзі
work-collector-other-button = Сенімхат бойынша өкіл
work-ask-collector = Алушының тегін, атын, әкесінің атын жазыңыз.

    Мысалы: <b>Ахметова Айгүл Серікқызы</b>
work-ask-document = Қандай құжат көрсетілді? Түрі мен нөмірін жазыңыз.

    Мысалы: <b>жеке куәлік № 012345678</b>
work-ask-power-of-attorney = Сенімхаттың нөмірі мен күнін жазыңыз.

    Мысалы: <b>№ 15, 01.11.2026</b>
work-writing = <b>№ { $number } іс</b>
toast-issued = Журналға жазылды.
work-settle = <b>№ { $number } іс: күнтізбе өзгерді</b>
work-settle-days = <b>Не өзгерді:</b>
work-settle-day = • { $date }: бұрын — { $was }; енді — { $now }
work-settle-working = жұмыс күні
work-settle-no-days = Мерзім бот оның күндерін сақтай бастағанға дейін басталған: айтылған күннің қалай есептелгені жазылмаған.
work-settle-how = <b>Қалдыру:</b> өтініш беруші үшін ештеңе өзгермейді, бот бұл айырмашылық туралы енді сұрамайды.

    <b>Ауыстыру:</b> шешімнің атауы, нөмірі мен күні керек. Өтініш беруші не айтылғанын, енді қандай екенін және неге екенін бірден біледі. Жауап берілмегені туралы шағымды ол бұрынғыша өзіне айтылған ең ерте күннен кейін бере алады.
work-kept-button = Айтылғандай қалдыру
work-move-button = Ауыстыру: шешімді жазу
work-ask-decree = Күнтізбе қай шешіммен өзгерді? Атауын, нөмірі мен күнін жазыңыз: оны өтініш беруші көреді.

    Мысалы: <b>Үкіметтің № 905 қаулысы, 12.11.2026</b>
work-moving = <b>№ { $number } іс. Не жазылатынын тексеріңіз:</b>
work-moved-button = Ауыстыру және хабарлау
work-decree-button = Шешімді түзету
work-calendar-changed = <b>Сіз қарап отырғанда күнтізбе тағы өзгерді.</b> Ештеңе жазылған жоқ. Қайта тексеріңіз:
toast-term-kept = Айтылған күн қалдырылды.
toast-term-moved = Жазылды, өтініш берушіге хабар жіберіліп жатыр.
bad-nothing-to-settle = Шешетін ештеңе жоқ: күнтізбе бойынша мерзім айтылған күні бітеді.
bad-no-decree = Мерзім ауыстырылған жоқ: күнтізбені өзгерткен шешім жазылмаған. «Күнтізбе өзгерді: шешу», содан кейін «Ауыстыру» түймесін басыңыз.
bad-doubtful-decree = Мұнда атауы, нөмірі мен күні керек. Бәрі дұрыс болса, соны тағы бір рет жіберіңіз.
work-pause = <b>№ { $number } іс: мерзім неге тоқтатылады?</b>

    Мерзім тоқтап тұрғанда іс бойынша шешім қабылданбайды. Өтініш беруші себебін бірден біледі.
work-pausing = <b>№ { $number } іс. Не жазылатынын тексеріңіз:</b> мерзім бүгіннен бастап тоқтайды. Ол тоқтап тұрғанда іс бойынша шешім қабылданбайды.
work-paused-button = Тоқтату және хабарлау
work-resuming = <b>№ { $number } іс. Не жазылатынын тексеріңіз:</b> мерзім әрі қарай жүреді, бүгінгі күн де есептеледі.
work-resumed-button = Жазу және хабарлау
toast-paused = Мерзім тоқтатылды, өтініш берушіге хабар жіберіліп жатыр.
toast-resumed = Мерзім әрі қарай жүреді, өтініш берушіге хабар жіберіліп жатыр.
bad-nothing-to-pause = Мерзімді тоқтатуға болмайды: оған негіз жоқ немесе соңғы күн өтіп кетті.

work-books = <b>Журнал, рұқсатнамалар, істерді жүктеп алу</b>
work-journal-button = Берілгендер журналы
work-passes-button = Кім келе жатыр: рұқсатнамалар
work-export-button = Істерді жүктеп алу
work-journal-unit = Қай бөлімнің журналы?
work-journal-how = Жылды, ал бөлім бірнеше болса, бөлім нөмірін де жазыңыз, мысалы: <b>/journal 2/3 2026</b>
work-export-unit = Қай бөлімнің істері?
work-journal = <b>Берілгендер журналы, { $year } жыл</b>

    { $unit }. Жазбалар: { $count }
work-journal-none = Әзірге ештеңе жоқ.
work-journal-row = { $entry }. { $date }: { $name }, № { $number } іс
work-journal-file-button = Журнал файлы (XLSX)
work-journal-title = Берілгендер журналы, { $year } жыл. { $unit }
work-passes-none = Соңғы күндері келе жатқанын ешкім хабарлаған жоқ.
work-pass-not = • <s>{ $name }</s>, № { $number } іс. Келмейді, хабарлаған уақыты: { $date }, { $time }
work-pass = • <b>{ $name }</b>, № { $number } іс. Хабарлаған уақыты: { $date }, { $time }
work-pass-day = • <b>{ $day }</b>: <b>{ $name }</b>, № { $number } іс. Хабарлаған уақыты: { $date }, { $time }
work-export = <b>Істерді жүктеп алу</b>

    { $unit }. Қай кезең үшін?
work-export-how = Кезеңнің бірінші және соңғы күнін жазыңыз, мысалы: <b>/export 01.01.2026 31.03.2026</b>
work-export-title = Істер. { $unit }
work-period = { $first } – { $last }
work-table = Жолдар: { $count }. Файлда жеке деректер бар: оны тиісті жерде сақтаңыз.
table-made = Жасалған уақыты: { $date }, { $time }.
column-entry = Жазба №
column-kind = Түрі
column-certificate = Құжат №
column-given = Құжаттың күні
column-name = Өтініш беруші
column-collector = Кім алды
column-document = Жеке басын куәландыратын құжат
column-power = Сенімхат
column-handed = Берілген күні
column-officer = Кім берді
column-number = Кіріс нөмірі
column-filed = Тіркелген күні
column-state = Күйі
column-handed-over = Алғашқы құжаттар
column-complete = Толық топтама
column-decided = Шешім
column-late = Бас тарту кешікті
column-late-yes = иә
column-ready = Дайын болған күні

told-taken = № { $number } істі енді { $name } жүргізеді.
told-released = № { $number } іс енді Сізде емес. Өзгерткен: { $name }
told-assigned = Сізге № { $number } іс тапсырылды. Тапсырған: { $name }
told-settled = № { $number } істе соңғы күн ауыстырылды. Шешкен: { $name }
told-stopped = № { $number } істе мерзім тоқтатылды. Тоқтатқан: { $name }
told-going-on = № { $number } істе мерзім қайта жүре бастады. Шешкен: { $name }
told-paused = <b>№ { $number } өтініш: мерзім тоқтатылды</b>
told-paused-why = Себебі: { $reason } ({ $cites }).
told-paused-then = Мерзім қайта жүре бастағанда, бот соңғы күнді бірден жазады.
told-resumed = <b>№ { $number } өтініш: мерзім қайта жүре бастады</b>

    Енді соңғы күн — <b>{ $date }</b>.
told-resumed-why = Мерзім { $since } күнінен бастап тоқтап тұрды. Себебі: { $reason }
told-moved = <b>№ { $number } өтініш: соңғы күн өзгерді</b>
told-moved-result = Нәтиже: Сізге айтылған күн — <b>{ $said }</b>, енді соңғы күні — <b>{ $now }</b> ({ CITE("result") }).
told-moved-refusal = Топтама толық болмаса, бас тарту: Сізге айтылған күн — <b>{ $said }</b>, енді соңғы күні — <b>{ $now }</b> ({ CITE("refusal") }).
told-moved-source = Себебі: { $source }
told-moved-silence = Жауап болмаса, { $date } өткен соң бірден шағымдана аласыз: күннің ауыстырылуы Сізді бұл құқықтан айырмайды.
told-needed = <b>№ { $number } өтініш бойынша бөлімге мыналар да керек:</b>
told-needed-clock = Мерзімдер бұған бола тоқтамайды.
told-refused = <b>№ { $number } өтініш бойынша бөлім бас тартты:</b> құжаттар топтамасы толық емес ({ CITE("refusal") }).
told-refused-late = Бас тарту кешікті: жауап беруге тиіс соңғы күн { $date } болатын ({ CITE("refusal") }).
told-refused-ways = Не істеуге болады? Осының бәрін жинап, кез келген күні осы бөлімге жаңа өтініш бере аласыз. Келіспесеңіз, әкімдік басшылығына шағымдана аласыз: { $akimat }, { $phones } ({ CITE("complain-result") }). Оның жауабымен де келіспесеңіз, сотқа жүгіне аласыз ({ CITE("court") }).
told-not-accepted = <b>№ { $number } өтініш бойынша бөлім құжаттарды қабылдамады:</b> топтама толық емес ({ $cites }). Не жетіспеді:
told-not-accepted-ways = Бұл қызметтен бас тарту емес. Бәрін жинап, кез келген күні қайта өтініш беріңіз: «Қайта беру» түймесін басыңыз, жауаптарыңыз сақталған. Келіспесеңіз, шағым беріңіз.
told-not-accepted-letter = Не жетіспегені туралы бөлімнің хаты. Қол қойылғаны Сізге сол жерде беріледі.
told-refused-on-substance = <b>№ { $number } өтініш бойынша бөлім бас тартты.</b> Құжаттардың бәрін тапсырдыңыз, мәселе оларда емес.
told-ground = Негізі: { $ground } ({ $cites }).
told-refused-on-substance-late = Бас тарту кешікті: жауап беруге тиіс соңғы күн { $date } болатын ({ CITE("result") }).
told-refused-on-substance-ways = Не істеуге болады? Бұл негіз жойылса, кез келген күні осы бөлімге жаңа өтініш бере аласыз. Келіспесеңіз, әкімдік басшылығына шағымдана аласыз: { $akimat }, { $phones } ({ CITE("complain-result") }). Оның жауабымен де келіспесеңіз, сотқа жүгіне аласыз ({ CITE("court") }).
told-letter = Бөлімнің бас тарту туралы хаты. Қол қойылған хат — бөлімде.
event-taken = { $date }, { $time }: қызметкер істі алды.
event-released = { $date }, { $time }: іс қызметкерді күтіп тұр.
event-assigned = { $date }, { $time }: іс қызметкерге тапсырылды.
event-needed = { $date }, { $time }: бөлім жетіспейтінін сұрады.
event-approved = { $date }, { $time }: бөлім құжат беруге шешім қабылдады.
event-refused = { $date }, { $time }: бөлім бас тартты.
event-not-accepted = { $date }, { $time }: бөлім құжаттарды қабылдамады.
event-ground = { "    " }негізі: { $ground }
event-ready = { $date }, { $time }: құжат дайын.
event-issued = { $date }, { $time }: құжат берілді.
event-term-kept = { $date }, { $time }: күнтізбе өзгерді, бөлім айтылған күнді қалдырды.
event-term-moved = { $date }, { $time }: бөлім соңғы күнді ауыстырды.
event-paused = { $date }, { $time }: бөлім мерзімді тоқтатты.
event-resumed = { $date }, { $time }: мерзім қайта жүре бастады.
event-pause = { "    " }себебі: { $reason }
received-more = <b>Бөлім № { $number } өтініш бойынша тағы да құжаттар алды.</b> Мерзім бұрынғыша қалды.

work-print-button = Іс түгел (PDF)
work-print-file = № { $number } іс түгел, басып шығару үшін. Құжат көшірмелері: { $copies }/{ $of }.
