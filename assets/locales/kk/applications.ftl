home-apply-button = Өтініш беру
home-mine-button = Менің өтініштерім
command-apply = Өтініш беру
command-my = Менің өтініштерім

apply-needed-row = • { $item } ({ $cites })
apply-needed-usual = • { $item }
apply-needed-cites = Негізі: { $cites }.
apply-needed-if = { $row } — { $condition }
apply-needed-way = Өтінішті бот жауаптарыңыз бойынша толтырады. Жауаптар бірден сақталады: тоқтап, кез келген күні қайта оралуға болады.
apply-begin-button = Бастау
apply-like-button = Бұрынғы жауаптармен
apply-back-button = Артқа
apply-consent = Өтінішті толтыру үшін бот жеке деректеріңізді сұрайды. Келісесіз бе?
apply-agree-button = Келісім беремін, бастаймын
apply-consent-short = Өтінішті толтыру үшін бот жеке деректеріңізді сұрайды. Оларды Сіз өтініш беретін бөлімнің қызметкерлері ғана көреді; кез келген күні өшіруге болады.
apply-notice-button = Қандай деректер, не үшін
apply-later-button = Кейінірек, жауаптар сақталды
apply-previous-button = Алдыңғы сұраққа оралу
apply-keep-button = Осылай қалдыру
apply-place = { $total } сұрақтың { $number }-сұрағы
apply-now = Қазір: <b>{ $answer }</b>
apply-now-guessed = Боттың болжамы: <b>{ $answer }</b>
apply-not-on-form = Өтініш нысанында бұл жол жоқ: жауап куәлікке керек.
apply-new-button = Жаңа өтініш
apply-which = <b>Сізде аяқталмаған өтініш бар</b>

    Ондағы жауаптар сақталған. Соны жалғастырасыз ба, әлде жаңа өтініш бастайсыз ба?

bad-empty = Жауап бос. Мәтінмен жазыңыз.
bad-choose = Жауапты түймемен таңдаңыз.
bad-declare = «Бар» немесе «әзірге жоқ» деп жазыңыз, не түймені басыңыз.
bad-declare-all = Бәрі дайын болса, «бәрі бар» деп жазыңыз немесе түймені басыңыз. Жоғын түймемен белгілеңіз.
bad-place-many = Бұлай аталатын жер біреу емес: { $names }. Алдымен облыстың, сосын ауданның түймесін басыңыз.
bad-place-unknown = Тізімде мұндай аудан не қала жоқ. Атауын жазыңыз, мысалы «Көкшетау», картадағы нүктені жіберіңіз немесе түймені басыңыз.
bad-other-kind = Мұнда мәтін керек: жауапты хабармен жазыңыз. Файл, дауыстық хабар, бейне және стикер мұнда қабылданбайды.
bad-other-kind-evidence = Мұнда мәтін, фото немесе PDF жіберуге болады. Дауыстық хабарды, бейнені және стикерді бот қабылдамайды.
typed-yes = иә, бар
typed-no = жоқ
bad-too-long = Тым ұзын: { $given } таңба, ал { $most } таңбадан аспауы керек.
bad-no-letters = Жауапта әріп те, цифр да жоқ.
bad-doubtful-random = Бұл кездейсоқ әріптер не цифрлар сияқты. Бәрі дұрыс болса, дәл соны тағы бір рет жіберіңіз.
bad-doubtful-figures = Мұнда тек цифр емес, сөз керек. Бәрі дұрыс болса, дәл соны тағы бір рет жіберіңіз.
bad-doubtful-short = Бұл толық жауап емес сияқты. Бәрі дұрыс болса, дәл соны тағы бір рет жіберіңіз.
bad-doubtful-mixed = Бір сөзде латын әріптері де, кирилл әріптері де бар. Бәрі дұрыс болса, дәл соны тағы бір рет жіберіңіз.
bad-doubtful-title = Бұл кітаптың не басқа материалдың атауы болса, оны тағы бір рет жіберіңіз, санымен болғаны жақсы: «Жол» кітабы — 10 дана. Жоқ құжатты түймемен белгілеңіз.
bad-name-letter = Аты-жөнінде «{ $letter }» болмауы керек. Әріп, бос орын, сызықша, апостроф және нүкте қоюға болады.
bad-name-short = Аты-жөні үшін бұл тым қысқа.
bad-number-digits = Нөмірде бірде-бір цифр жоқ.
bad-count-digits = Санды цифрмен жазыңыз, мысалы: <b>12</b>
bad-count-range = Сан 1 мен { $most } аралығында болуы керек.
date-as-read = Жазылды: { $date }.
bad-date-unreadable = Күнді оқу мүмкін болмады.
bad-date-impossible = Күнтізбеде мұндай күн жоқ.
bad-date-century = Жылды төрт цифрмен жазыңыз.
bad-date-future = Бұл күн әлі келген жоқ.
bad-date-early = Бұл күн тым ескі.
bad-date-past = Бұл күн өтіп кеткен. Мерзім бүгін немесе кейінірек басталады.
bad-date-far = Бұл күн тым алыс.
bad-date-before-start = Мерзімнің соңы оның басынан кейін болуы керек.
bad-materials-empty = Хабарда бірде-бір атау жоқ.
bad-materials-title = «{ $row }» деген жолда атау жоқ.
bad-materials-long = Атау { $most } таңбадан ұзын. Қысқартыңыз.
bad-materials-count = «{ $row }» деген жолда мұндай сан болмауы керек.

date-pick-button = Күнтізбеден таңдау
term-year-button = { $day } күнінен 1 жыл
date-choose-year = { $question }

    Жылды таңдаңыз.
date-choose-month = { $question }

    { $year } жыл. Айды таңдаңыз.
date-choose-day = { $question }

    { $year } жыл, { $month }. Күнді таңдаңыз.
month-name-1 = Қаңтар
month-name-2 = Ақпан
month-name-3 = Наурыз
month-name-4 = Сәуір
month-name-5 = Мамыр
month-name-6 = Маусым
month-name-7 = Шілде
month-name-8 = Тамыз
month-name-9 = Қыркүйек
month-name-10 = Қазан
month-name-11 = Қараша
month-name-12 = Желтоқсан

territory-districts = <b>{ $region }</b>

    Діни қызмет жүргізілетін аудандар мен қалаларды белгілеңіз. Содан кейін «Дайын» түймесін басыңыз.
territory-done-button = Дайын, белгіленгені: { $count }
territory-whole-button = Бүкіл облыс
territory-region-button = Басқа облыс
territory-change-button = Аумақты өзгерту
office-proposed = Аумақ: <b>{ $territory }</b>

    Өтініш мына жерге беріледі ({ CITE("who-serves") }):
office-connected = Бұл бөлім өтінішті бот арқылы қабылдайды: кіріс нөмірін және мөртабанды көшірме аласыз. Құжаттарды бәрібір өзіңіз апарып тапсырасыз.
office-not-connected = Бұл бөлім өтінішті бот арқылы әзірге қабылдамайды. Бот басып шығарып апаруға арналған топтаманы түгел дайындайды. Кіріс нөмірі мен мөртабанды бөлімнің өзі қояды.
office-keep-button = Өтінішті осында беру
office-other-button = Басқа бөлімді таңдау
office-choose = <b>Басқа бөлім</b>

    Өтінішті қайда беретініңізді таңдаңыз.

card-item = <b>Мынау Сізде бар ма: { $item }?</b>
card-copies = Көшірме саны: <b>{ $count }</b>
card-source = Стандартта: «{ $title }» ({ $cites }).
card-place = { $total } құжаттың { $number }-құжаты
card-said-have = Қазір белгіленгені: бар.
card-said-not-yet = Қазір белгіленгені: әзірге жоқ.
card-have-button = Бар
card-not-yet-button = Әзірге жоқ
card-what-button = Бұл не?
materials-how = Тізімді жазыңыз: әр жолға бір атау, одан кейін неше дана екені. Бірнеше хабармен жіберуге болады.

    Мысалы:
    <b>«Жол» кітабы — 10 дана</b>
    <b>Жазбалар дискісі — 2</b>
materials-row = • { $title } — { $count } { $kind }
materials-more = … және тағы { $count }
materials-done-button = Тізім дайын
materials-clear-button = Тізімді қайта бастау
materials-none-button = Материалдар болмайды
materials-said-none = Қазір белгіленгені: материалдар болмайды.
materials-too-many = Тізімде { $most } атаудан артық болмауы керек.
checklist-title = <b>Құжаттар</b>
checklist-have = ✓ { $item }
checklist-not-yet = ✗ { $item } — әзірге жоқ
checklist-unseen = ? { $item }
checklist-none = — { $item }: материалдар болмайды
checklist-copies = { $row }: { $count }
checklist-ask = <b>Құжаттар. Бәрі дайын ба?</b>

    Әлі жоғын түймемен белгілеңіз: онсыз өтініш беруге болмайды.
checklist-list-how = Әдебиет пен материалдарды хабармен жазыңыз, әр жолға бір атау: <b>«Жол» кітабы — 10 дана</b>
checklist-list-more = Басқа атауларды тағы бір хабармен жазыңыз.
checklist-all-button = Бәрі бар
checklist-all-none-button = Бәрі бар, материал болмайды
checklist-rest-button = Қалғаны бар
checklist-rest-none-button = Қалғаны бар, материал жоқ
checklist-lack-button = Жоқ: { $item }
checklist-have-button = Бар: { $item }
checklist-more-button = Бұл не? Көшірме тіркеу
checklist-button = Барлық құжат

review-title = <b>Тексеріңіз: { $subject }</b>
review-row = { $label }: <b>{ $answer }</b>
review-row-certificate = { $row } (куәлік үшін)
review-row-guessed = { $row } — боттың болжамы, тексеріңіз
review-unanswered = жауап жоқ
recorded = Жазылды:
review-lacking = <b>Не жетіспейді.</b> Бұларсыз бөлім бас тартады ({ CITE("refusal") }), сондықтан өтінішті әзірге беруге болмайды:
review-lacking-row = • { $item } ({ $cites })
review-file-warning = Берілгеннен кейін жауаптарды өзгертуге болмайды. Шешім шыққанға дейін өтінішті кері қайтарып алуға болады.
review-materials = <b>Әдебиет пен материалдар</b>
review-file-button = Өтініш беру
review-package-button = Топтаманы басып шығаруға алу
review-preview-button = Өтінішті көру
review-edit-button = Жауапты өзгерту
review-checklist-button = Құжат белгілерін өзгерту
review-discard-button = Аяқталмаған өтінішті өшіру
review-button = Тексеруге оралу
review-edit = <b>Қай жауапты өзгертесіз?</b>
preview-caption = Өтініш қазір осындай. Қолтаңба мен күн қағазға қолмен жазылады.
file-confirm = <b>Өтініш бересіз бе?</b>

    { $office }

    Өтініш берілгеннен кейін жауаптарды өзгертуге болмайды. Шешім шыққанға дейін өтінішті қайтарып алуға болады.
file-button = Иә, беремін
discard-confirm = <b>Аяқталмаған өтінішті өшіресіз бе?</b>

    Барлық жауап біржола өшеді.
discard-button = Иә, өшіремін
discarded = Аяқталмаған өтініш өшірілді.
toast-not-complete = Топтама әлі толық емес.
toast-not-connected = Бұл бөлім өтінішті бот арқылы қабылдамайды.
toast-not-issued = Қайта тіркеу куәлік немесе анықтама берілгеннен кейін ғана болады.
toast-preparation-only = Мұнда өтініш тек дайындалады: оны бот арқылы беруге болмайды.
prepared-basis = <i>{ $basis }. Мәтіні { $date } күні тексерілді. Мұнда ештеңе берілмейді.</i>
prepared-unknown = <b>Бот мыналарды білмейді:</b>
prepared-unknown-row = • { $what }
prepared-law-button = Заң: мерзім, бас тарту, шағым
toast-too-many = Аяқталмаған өтініш тым көп. Керексізін өшіріңіз.
package-title = <b>Топтама басып шығаруға дайын</b>
package-bring = <b>Басып шығарыңыз, қол қойыңыз және әкеліңіз:</b>
package-no-receipt = Өтініш әлі берілген жоқ, кіріс нөмірі де жоқ: оны бөлім құжаттарды қабылдағанда береді.
package-caption = Басып шығаруға арналған өтініш. Қол қойып, күнін қолмен жазыңыз.
card-attach-button = Көшірме тіркеу
upload-title = <b>Тіркелетін құжат: { $item }</b>
upload-how = Фото немесе PDF жіберіңіз, бірнешеуін жіберуге болады. Бұл міндетті емес: түпнұсқалар бәрібір бөлімге тапсырылады. Көшірмені тек бөлім қызметкерлері көреді, бот оны чаттан алып тастайды.
upload-count = Жіберілген файл саны: { $count }. Сақталған файлдарды бот чаттан алып тастайды.
upload-done-button = Дайын
upload-drop-button = Бұл көшірмелерді өшіру
upload-refused = <b>Файл алынбады: { $item }</b>
upload-too-big = Файл { $most } МБ-тан үлкен. Қайта суретке түсіріңіз немесе файлды кішірейтіңіз.
upload-no-room = Барлық көшірме бірге { $most } МБ-тан үлкен. Тек керегін қалдырыңыз.
upload-too-many = { $most } файлдан артық сыймайды. Артығын өшіріңіз.
upload-too-many-pages = Файлда { $most } беттен көп. Оны бөліңіз.
upload-not-a-picture = Бұл фото да, PDF те емес. Құжаттың фотосын немесе PDF файлын жіберіңіз.
upload-active = Бұл PDF файлында бағдарлама немесе қосымша файл бар, бот ондайды алмайды. Құжаттың фотосын жіберіңіз.
upload-encrypted = Бұл PDF құпиясөзбен жабылған. Құпиясөзсіз түрін немесе құжаттың фотосын жіберіңіз.
upload-too-hard = Бұл файл тым күрделі. Құжаттың кәдімгі фотосын жіберіңіз.
upload-broken = Файл ашылмады. Оны қайта жіберіңіз немесе құжаттың фотосын жіберіңіз.
bad-name-accents = Бір әріптің үстінде { $most } белгіден көп. Атыңызды құжаттағыдай жазыңыз.
toast-consent = Келісімсіз бот жеке деректерді сұрамайды.
upload-send = Мұнда файл керек: фото немесе PDF.

mine-title = <b>Менің өтініштерім</b>
mine-none = <b>Менің өтініштерім</b>

    Әзірге бірде-бір өтініш жоқ.
mine-draft = Аяқталмаған: { $subject }
mine-draft-of-several = Аяқталмаған { $number }: { $name }, { $date }, { $time }
mine-case = { $number }: { $state }
mine-button = Менің өтініштерім
filed-title = <b>Өтініш тіркелді: № { $number }</b>
filed-at = Күні мен уақыты: { $date }, { $time }. Жоғарыдағы нөмір — бөлімнің кіріс нөмірі, хабарласқанда соны айтыңыз ({ CITE("receipt") }).
filed-nothing-received = Бөлім құжаттарды әлі алған жоқ: тек өтініш тіркелді.
receipt-caption = Өтініштің мөртабанды көшірмесі. Сақтап қойыңыз.
handover-title = <b>Бөлімге не тапсыру керек:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>№ { $number } өтініш</b>
state-registered = Өтініш { $filed } күні тіркелді. Енді құжаттарды бөлімге тапсырыңыз.
state-in-review = Құжаттар түгел тапсырылды, бөлім { $filed } күні берілген өтінішті қарап жатыр.
state-approved = Бөлім { $filed } күні берілген өтініш бойынша куәлік немесе анықтама беруге шешім қабылдады. Құжат дайындалып жатыр.
state-ready = Құжат дайын. Оны өзіңіз немесе сенімхат бойынша өкіліңіз ала алады ({ CITE("handover") }). Өтініш { $filed } күні берілген.
state-issued = Құжат берілді. Өтініш { $filed } күні берілген.
state-refused = Бөлім бас тартты. Өтініш { $filed } күні берілген. Себебі бөлімнің хатында жазылған ({ CITE("refusal") }).
state-refused-on-substance = Бөлім бас тартты. Өтініш { $filed } күні берілген. Негізі бөлімнің хатында жазылған.
state-withdrawn = { $filed } күні берілген өтінішті қайтарып алдыңыз.
state-not-accepted = Бөлім құжаттарды қабылдамады: топтама толық емес. Өтініш { $filed } күні берілген. Не жетіспегені бөлімнің хатында жазылған.
state-registered-short = құжаттарды тапсырыңыз
state-in-review-short = қаралып жатыр
state-approved-short = шешім шықты
state-ready-short = дайын
state-issued-short = берілді
state-refused-short = бас тартылды
state-withdrawn-short = қайтарып алынды
state-not-accepted-short = қабылданбады
case-coming-button = Барамын: күнін айту
case-papers-button = Мөртабанды көшірме
case-clocks-button = Мерзім қалай есептелді
case-history-button = Істің тарихы
case-further-button = Жаңа материалдарды келісу
case-renew-button = Қайта тіркеу
case-again-button = Қайта беру
case-withdraw-button = Өтінішті қайтарып алу
case-back-button = Өтінішке оралу
clock-moved = Бұрын айтылған күн: <b>{ $said }</b>. Соңғы күн ауыстырылды. Негізі: { $source }
case-paused = Нәтиже мерзімі <b>{ $date }</b> күнінен бастап тоқтап тұр. Себебі: { $reason }. Ол қайта жүре бастағанда, бот соңғы күнді жазады.
no-term-runs = Қазір ешбір мерзім жүріп жатқан жоқ.
history-title = <b>Істің тарихы</b>
event-filed = { $date }, { $time }: өтініш тіркелді.
event-received = { $date }, { $time }: бөлім құжаттарды алды.
event-complete = { $date }, { $time }: барлық құжат тапсырылды, мерзім басталды.
event-withdrawn = { $date }, { $time }: өтінішті қайтарып алдыңыз.
event-coming = { $date }, { $time }: баратыныңызды хабарладыңыз.
event-not-coming = { $date }, { $time }: бармайтыныңызды хабарладыңыз.
event-further-materials = { $date }, { $time }: материалдарды келісуді сұрадыңыз.
event-items = { "    " }{ $items }
withdraw-confirm = <b>Өтінішті қайтарып аласыз ба?</b>

    Кейін оны қалпына келтіруге болмайды, тек жаңасын беруге болады.
withdraw-yes-button = Иә, қайтарып аламын
coming-told = Бөлім қызметкерлері біледі: <b>{ $day }</b> күні <b>{ $name }</b> келеді.
coming-late = Кешіксеңіз, қоңырау шалыңыз: { $phones }
coming-when = <b>Қашан келесіз?</b>

    Күнді таңдаңыз: мұнда бөлім жұмыс істейтін күндер ғана.
coming-closed = Бұл күні бөлім қабылдамайды, немесе ол күн өтіп кеткен.
coming-day-button = { $day }
coming-change-button = Басқа күн
coming-other-button = { $name } барады
coming-not-button = Ешкім бармайды
further-question = <b>Қандай материалдарды келісу керек?</b>

    Атауы мен санын бір хабармен жазыңыз ({ CITE("further-materials") }).

    Мысалы: <b>«Жол» кітабы — 20 дана</b>
further-told = Сұрауыңыз бөлім қызметкерлеріне жеткізілді. Жауапты солар береді.
notice-filed = <b>Жаңа өтініш: № { $number }</b>

    { $office }

    Өтініш беруші құжаттарды әкеледі. Құжаттар әлі алынған жоқ.
notice-withdrawn = № { $number } өтінішті өтініш беруші қайтарып алды.{ $detail }
notice-further-materials = № { $number } іс бойынша материалдарды келісу сұралды ({ CITE("further-materials") }):

    { $detail }
received-all = <b>№ { $number } өтініш бойынша барлық құжат алынды.</b>
received-some = <b>Бөлім № { $number } өтініш бойынша құжаттардың бір бөлігін алды.</b>
reminder-draft = Сізде аяқталмаған өтініш бар. Жауаптар сақталған: жалғастыруға болады.
warning-draft = Аяқталмаған өтініш көптен бері өзгертілген жоқ. Ештеңе өзгертпесеңіз, ол { $date } күні жауаптарымен бірге өшіріледі.
erased-draft = Аяқталмаған өтініш жауаптарымен бірге өшірілді: ол ұзақ уақыт өзгертілмеген.
draft-continue-button = Жалғастыру
receipt-check = Көшірмені тексеру: { $link }
receipt-authentic = <b>Көшірме түпнұсқаға сай.</b>
receipt-states = { $office }
    Кіріс нөмірі: <b>{ $number }</b>
    Тіркелген уақыты: { $date }, { $time }
receipt-received = Құжаттар қабылданған күн: { $date }.
receipt-not-received = Осы көшірме берілген күні құжаттар әлі тапсырылмаған.
receipt-altered = <b>Көшірме өзгертілген.</b> Қолтаңба мәтінге сай келмейді. Дұрыс көшірмені өтініш берушіден немесе бөлімнен сұраңыз.
receipt-unknown-key = <b>Белгісіз кілт.</b> Бұл көшірмеге басқа бот қол қойған, оны мұнда тексеру мүмкін емес.
receipt-another-edition = <b>Стандарттың басқа редакциясы.</b> Қолтаңба дұрыс, бірақ көшірменің мәтінін мұнда салыстыратын ештеңе жоқ.
receipt-not-ours = <b>Бұл өтініш көшірмесі емес.</b> QR-кодтың мәтінін толық жіберіңіз.
case-calendar-button = Күнтізбеге
calendar-caption = Файлды ашыңыз: телефон күндерді күнтізбеге қосып, алдын ала еске салады. Күн өзгерсе, файлды қайта алыңыз: жаңа жазба ескісінің орнына түседі. Файлда тек өтініш нөмірі мен бөлім бар.
calendar-term = № { $number } өтініш: мерзімнің соңғы күні
calendar-visit = № { $number } өтініш: бөлімге бару
reminder-result-tomorrow = <b>№ { $number } өтініш: нәтиже дайын болуға тиіс соңғы күн — ертең, { $date }.</b>
reminder-result = <b>№ { $number } өтініш: нәтиже дайын болуға тиіс соңғы күн — келесі жұмыс күні, { $date }.</b>
reminder-result-else = Сол күнге дейін нәтиже болмаса, қалай шағымдануға болатынын бот жазады.
reminder-renewal = <b>№ { $certificate } құжаттың мерзімі { $date } күні бітеді.</b>
reminder-renewal-how = Қызметті жалғастырсаңыз, қайта тіркеуге алдын ала өтініш беріңіз: бот бұрынғы жауаптарды қояды.
reminder-off-button = Еске салмау
reminder-on-button = Еске салу
reminder-off = Бот енді еске салмайды.
reminder-on = Бот мерзімді еске салады.
forward-button = Өкілге жіберу
forward-toast = Осы хабарды әрі қарай жіберіңіз: онда жеке деректер жоқ.
forward-title = <b>Бөлімге кім барса да, жеке куәлігін ала барсын.</b>
forward-visit = Бөлім күтетін күн: <b>{ $day }</b>
forward-day = Бөлім жұмыс істейтін ең жақын күн: <b>{ $day }</b>
forward-collect = Құжат дайын. Өкілге ол сенімхат бойынша беріледі ({ CITE("handover") }).
pin-button = Бекіту
unpin-button = Бекітуден алу
pinned-toast = Бекітілді. Бірдеңе өзгерсе, бот осы хабарды дыбыссыз жаңартады.
