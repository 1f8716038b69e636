home-complaints-button = Шағымдар
home-handling-button = Бізге түскен шағымдар
command-complain = Шағымдану
command-complaints = Шағымдар кезегі
command-complaint = Шағымды ашу
command-accept = Шағымды қабылдау
command-answer = Шағымға жауап беру
command-extend = Шағым мерзімін ұзарту

cmp-mine = <b>Менің шағымдарым</b>
cmp-mine-none = <b>Менің шағымдарым</b>

    Әзірге шағым жоқ. Шағымды екі-үш минутта жазуға болады: өз сөзіңізбен, фотоларымен.
cmp-mine-button = Менің шағымдарым
cmp-new-button = Шағымдану
cmp-how-button = Қалай шағымдануға болады
cmp-open-button = Шағымды ашу
cmp-back-button = Шағымға оралу
cmp-label = № { $number }: { $state }
cmp-label-draft = Жіберілмеген: { $kind }
cmp-label-letter = Хат: { $kind }
cmp-stage-draft = жіберілмеген
cmp-stage-letter = басып шығарылатын хат
cmp-stage-filed = берілді
cmp-stage-accepted = қаралып жатыр
cmp-stage-answered = жауап бар
cmp-stage-closed = жабылды
cmp-stage-late = мерзімі өтті

cmp-kind = <b>Шағым не туралы?</b>
cmp-kind-of = <b>№ { $number } өтініш бойынша шағым не туралы?</b>
cmp-kind-cases = Шағым өтінішіңіз бойынша ма? Оны таңдаңыз: көшірмесін бот өзі тіркейді ({ CITE("complaint-form") }).
cmp-kind-case-button = № { $number } өтініш бойынша
cmp-kind-result = <b>Нәтиже туралы</b> ({ $cites })
cmp-kind-result-what = Бас тартты, құжатта қате жіберді, сұрағаныңызды бермеді. Мұндай шағымды әкімдік басшылығы қарайды.
cmp-kind-result-button = Нәтиже туралы шағым
cmp-kind-result-short = нәтиже
cmp-kind-service = <b>Қызмет көрсету туралы</b> ({ $cites })
cmp-kind-service-what = Дөрекі сөйледі, құжаттарды алмады, көп күттірді, мерзімді өткізіп жіберді. Мұндай шағымды бөлім, басқарма немесе әкімдік қарайды — өзіңіз таңдайсыз.
cmp-kind-service-button = Қызмет көрсету туралы шағым
cmp-kind-service-short = қызмет көрсету
cmp-consent = Шағым дайындау үшін келісіміңіз керек.
cmp-agree-button = Келісемін, бастау
cmp-too-many = Ашық және жіберілмеген шағымдарыңыздың саны — { $most }, әзірге бұдан көп болмайды. Жауап күтіңіз немесе осы тізімдегі жіберілмегенін өшіріңіз.
cmp-too-many-toast = Ашық шағымдарыңыз тым көп.

cmp-region = <b>Сізге қай жерде қызмет көрсетілді?</b>

    Облысты немесе қаланы таңдаңыз.
cmp-office = <b>{ $region }</b>

    Сізге қай бөлім қызмет көрсетті? Басқарма бүкіл облысқа немесе қалаға ортақ.
cmp-department-button = Басқарма
cmp-other-office-button = Басқа жерде қызмет көрсетілді
cmp-to = <b>Шағымды кімге жібереміз?</b>
cmp-why-own-akimat = { $office ->
        [department] Басқармаңыз
       *[other] Бөліміңіз
    } осы әкімдікке қарайды ({ $cites }).
cmp-why-region-akimat = Бүкіл облыстың әкімдігі, жоғары тұр ({ $cites }).
cmp-why-office = Сізге осында қызмет көрсетілді ({ $cites }).
cmp-why-department = Бүкіл облыстың басқармасы, бөлімнен жоғары тұр ({ $cites }).
cmp-to-own-akimat = Әкімдік
cmp-to-region-akimat = Облыс әкімдігі
cmp-to-office = Қызмет көрсетілген жер
cmp-to-department = Басқарма
cmp-to-button = { $number }. { $body }
cmp-taken = ☑ Ботта: нөмірі бірден беріледі.
cmp-by-post = ✉️ Хатпен: поштамен не өзіңіз.

cmp-ask-name = <b>Тегіңіз, атыңыз, әкеңіздің аты?</b>

    Мысалы: <b>Қожахметов Әлімжан Өтепұлы</b>
cmp-ask-address = <b>Жауапты қай мекенжайға жібереміз?</b>

    Мысалы: <b>Көкшетау қ., Әуезов к-сі, 141, 5-пәтер</b>
cmp-addressed = Кімге: <b>{ $body }</b>
cmp-will-be-letter = ✉️ Мұнда шағымды бот арқылы әзірге қабылдамайды. Бот хат дайындайды: басып шығарып, қол қойып, поштамен жібересіз немесе апарып бересіз ({ CITE("complain-service") }). Нөмір мен талонды сол жерден аласыз.
cmp-ask-text = <b>Не болғанын жазыңыз.</b>

    Өз сөзіңізбен: не болды, қашан, кім, не қалайсыз. Бірнеше хабармен жазуға, фото немесе PDF қосуға болады.

    Мысалы: <b>12 қарашада қызметкер құжаттарымды алмады, себебін айтпады. Құжаттарымды алып, себебін түсіндіруіңізді сұраймын.</b>
cmp-ask-more = Жазылған хабарлар: { $count }. Тағы жазуға немесе фото жіберуге болады. Болған соң түймемен жіберіңіз.
cmp-photos = Фото мен файлдар: { $count }.
cmp-done-button = Тексеру, өзгерту
cmp-rewrite-button = Қайта жазу
cmp-drop-button = Фото мен файлдарды алып тастау
cmp-other-body-button = Басқа жерге жіберу
cmp-kept = Шағымға тіркелген файл сақталды, чаттан алынды.
cmp-not-kept = <b>Шағымға тіркелген файлды алу мүмкін болмады</b>
cmp-too-many-texts = Бұл шағымға бұдан артық сыймайды: бір шағымда { $most } хабарға және 20 000 таңбаға дейін. Жазғаныңыз сақталды.
cmp-review = <b>Шағымды тексеріңіз</b>
cmp-about = Не туралы: { $kind }
cmp-from = Кімнен: { $name }
cmp-answer-to = Жауап жіберілетін мекенжай: { $address }
cmp-with = <b>Тіркелді:</b>
cmp-with-copy = • № { $number } өтініштің мөртабанды көшірмесі: бот өзі тіркеді ({ CITE("complaint-form") })
cmp-with-own-copy = Өтініш берген болсаңыз, оның көшірмесінің фотосын да жіберіңіз ({ CITE("complaint-form") }).
cmp-with-first = • бұрынғы № { $number } шағым және оның жауабы
cmp-with-photos = • фотоларыңыз бен файлдарыңыз: { $count }
cmp-file-button = Шағым беру
cmp-letter-button = Басып шығарылатын хатты алу
cmp-edit-text-button = Мәтінді өзгерту
cmp-edit-unit-button = Басқа жерге жіберу
cmp-edit-name-button = Аты-жөнін өзгерту
cmp-edit-address-button = Мекенжайды өзгерту
cmp-whole-button = Толық мәтін
cmp-discard-button = Шағымды өшіру
cmp-discard = <b>Шағымды өшіресіз бе?</b>

    Ол әлі берілген жоқ. Мәтіні мен фотолары біржола өшіріледі.
cmp-erase-button = Иә, өшіру
cmp-erased = Шағым өшірілді.

cmp-filed = <b>Шағым берілді: № { $number }</b>
cmp-filed-at = Кімге: <b>{ $body }</b>
    Қашан: { $date }, { $time }
cmp-due = Жауап беретін соңғы күн: <b>{ $date }</b>
cmp-term = <b>Мерзім неге осындай?</b> Жауап беруге шағым түскен күннің ертеңінен бастап { $unit ->
        [working-days] { $days } жұмыс күні
       *[calendar-days] күнтізбелік { $days } күн
    } беріледі. Тексеру керек болса — { $unit ->
        [working-days] { $longest } жұмыс күніне
       *[calendar-days] { $longest } күнге
    } дейін: онда Сізге себебі хабарланады.
cmp-term-source = Негізі: { $source }.
cmp-filed-slip = Қызметкер шағымды қабылдағанда, осында оның тегі, аты мен әкесінің атының бас әріптері жазылған талон келеді ({ CITE("slip") }).
cmp-letter = <b>Хат дайын, ол жоғарыда.</b>

    Жоғарыда келгеннің бәрін басып шығарып, хатқа қол қойыңыз. Поштамен жіберіңіз немесе құжаттамалық қамтамасыз ету қызметіне апарыңыз ({ CITE("complain-service") }):
cmp-letter-then = Күні, уақыты және қабылдаған адамның тегі жазылған талонды сол жерден аласыз, шағымның барысын телефонмен білесіз ({ CITE("slip", "progress") }).
cmp-letter-file = Шағым: басып шығарып, қол қойыңыз.
cmp-letter-again-button = Хатты қайта жіберу
cmp-copy-file = Өтініштің мөртабанды көшірмесі: оны шағымға қоса беріңіз ({ CITE("complaint-form") }).
cmp-letter-photo = { $of } файлыңыздың { $number }-файлы: басып шығарып, хатқа тіркеңіз.

cmp-title = <b>№ { $number } шағым</b>
cmp-state-filed = Берілді. Қызметкердің қабылдауын күтіп отырмыз.
cmp-state-accepted = Қабылданды, қаралып жатыр.
cmp-state-answered = <b>Жауап келді.</b>
cmp-state-closed = Жабылды.
cmp-rate = Оны бағалаңыз: 1 — нашар, 5 — жақсы. Бағалаған соң шағым жабылады.
cmp-rate-last = Көңіліңіз толмаса, алдымен қайта қарауды сұраңыз: бағалаған соң сұрауға болмайды.
cmp-accepted-by = Қабылдаған: { $name }, { $date }, { $time }
cmp-extended = Мерзім <b>{ $date }</b> күніне дейін ұзартылды. Себебі: { $reason }
cmp-late = <b>Жауап мерзімі өтті: { $date }.</b>
cmp-answer = <b>Жауап</b> ({ $date }, { $time }, { $name })
cmp-answer-in-file = Жауап файлда.
cmp-answer-file = № { $number } шағым: жауап.
cmp-answer-whole-button = Жауапты ашу
cmp-rated = Сіздің бағаңыз: 5 балдан { $rating }
cmp-rated-toast = Рақмет, бағаңыз жазылды.
cmp-reopened = Сіз қайта қарауды сұрадыңыз, мерзім жаңадан басталды.
cmp-ways-court = Қызмет нәтижесімен келіспесеңіз, сотқа да жүгіне аласыз ({ CITE("court") }).
cmp-phones = Шағымның барысын телефонмен білуге болады: { $phones } ({ CITE("progress") }).
cmp-star-button = { $rating } ⭐
cmp-slip-button = Талон (PDF, DOCX)
cmp-slip-file = № { $number } шағымның талоны ({ CITE("slip") }).
cmp-mytext-button = Шағым мәтіні
cmp-reopen-button = Қайта қарауды сұрау
cmp-further-button = Әкімдікке шағымдану
cmp-ask-reopen = <b>Жауапта не дұрыс емес?</b>

    Бір хабармен жазыңыз. Қайта қарауды тек бір рет сұрауға болады; мерзім жаңадан басталады.

    Мысалы: <b>Жауапта құжаттарды неге алмағаны айтылмаған.</b>

cmp-told-accepted = <b>№ { $number } шағым қабылданды</b>

    { $body }
    Қашан: { $date }, { $time }
    Қабылдаған: <b>{ $name }</b> ({ CITE("slip") })

    Талон — келесі хабарда.
cmp-told-extended = <b>№ { $number } шағымның мерзімі { $date } күніне дейін ұзартылды</b>

    Себебі: { $reason }
cmp-told-answered = <b>№ { $number } шағымға жауап</b>

    Жауап берген: { $name }
cmp-told-then = Жауапқа көңіліңіз толса — бағалаңыз. Толмаса — қайта қарауды сұраңыз немесе әрі қарай шағымданыңыз: бәрі шағымның бетінде. Қызмет нәтижесімен келіспесеңіз, сотқа да жүгіне аласыз ({ CITE("court") }).

cmp-silence-moved = { $filed } күні берілген № { $number } өтініш бойынша бөлім маған соңғы күнді айтты: { $said }, кейін оны { $date } күніне ауыстырды. Маған айтылған күн өтті, жауап жоқ. Мән-жайды анықтап, маған жауап беруіңізді сұраймын.
cmp-silent = <b>№ { $number } шағымға мерзімінде жауап берілмеді</b>

    Соңғы күн: <b>{ $date }</b>. Бұған Сіз кінәлі емессіз.
cmp-silent-call = <b>1. Қоңырау шалыңыз</b>, жауап қашан болатынын сұраңыз ({ CITE("progress") }).
cmp-silent-further = <b>2. Әрі қарай шағымданыңыз</b> ({ CITE("complain-result") }): бұрынғы шағым өзі тіркеледі.
cmp-silent-court = <b>2. Қызмет нәтижесімен келіспесеңіз, сотқа жүгініңіз</b> ({ CITE("court") }).
cmp-ready-taken = Бір түймемен беруге болады, нөмірі бірден беріледі. Мәтіні:
cmp-ready-by-post = Мұнда шағымды бот арқылы қабылдамайды: бот басып шығаруға хат дайындайды, оны поштамен жібересіз немесе апарып бересіз. Мәтіні:
cmp-silent-edit-button = Жіберер алдында өзгерту

cmp-how = <b>Қалай шағымдануға болады</b>
cmp-how-where = <b>Қалай шағымдануға болады</b>

    Сізге қай бөлім қызмет көрсетеді?

hnd-cut = { $total } шағымның алғашқы { $most } шағымы көрсетілді. Басқа шағымды нөмірі бойынша ашыңыз.
hnd-queue = <b>Жауап күтіп тұрған шағымдар: { $count }</b>
hnd-queue-none = <b>Жауап күтіп тұрған шағым жоқ</b>
hnd-queue-button = Шағымдарға
hnd-row = • № { $number } — { $kind }, { $stage }; жауаптың соңғы күні — { $date }.
hnd-row-late = • <b>№ { $number } — { $kind }, мерзімі { $day } өтті.</b>
hnd-button = № { $number }
hnd-late-button = ❗ № { $number }
hnd-example = Нөмірімен бірден жазуға болады: <b>/complaint 3/2026</b>, <b>/accept 3/2026</b>, <b>/answer 3/2026</b>, <b>/extend 3/2026</b>
hnd-bad-number = «{ $typed }» — шағымның нөмірі емес.
hnd-no-number = Органдарыңыздың журналдарында № { $typed } шағым жоқ.
hnd-which-number = Қай шағым? Бұл нөмір бірнеше журналда немесе жылда бар.
hnd-which = • № { $number } — { $body }
hnd-title = <b>№ { $number } шағым</b>
hnd-stage = Күйі: { $stage }
hnd-late = <b>Жауап мерзімі өтті: { $date }.</b>
hnd-reopened = <b>Қайта қарауды сұрайды:</b> { $reason }
hnd-answered = <b>Жауап</b> ({ $date }, { $name }):
hnd-accept-button = Қабылдау
hnd-answer-button = Жауап беру
hnd-extend-button = Мерзімді ұзарту
hnd-files-button = Қосымшалар
hnd-answer-file-button = Жауап файлы
hnd-history-button = Тарихы
hnd-card-button = Шағымға
hnd-by-author = шағым беруші
hnd-by-body = орган
hnd-accept = <b>№ { $number } шағымды қабылдайсыз ба?</b>

    Шағым берушіге бірден талон келеді: күні, уақыты, нөмірі, тегіңіз, атыңыз бен әкеңіздің атының бас әріптері ({ CITE("slip") }).
hnd-accepted-button = Иә, қабылдау
hnd-accepted-toast = Қабылданды, талон шағым берушіге жіберіліп жатыр.
hnd-answer = <b>№ { $number } шағымға жауап</b>
hnd-answer-ask = Жауапты бір хабармен жазыңыз немесе файл (PDF немесе фото) жіберіңіз, екеуін де жіберуге болады.
hnd-answer-text = <b>Мәтіні:</b>
hnd-answer-file = <b>Файл:</b> тіркелді.
hnd-answer-file-waits = <b>Файл:</b> тексеріліп жатыр, хабар келеді.
hnd-answer-then = Жаңа хабар бұрын жазылғанның орнын басады. Шағым беруші жауапты «Жауапты жіберу» түймесін басқаныңызда көреді.
hnd-answered-button = Жауапты жіберу
hnd-drop-button = Файлды алып тастау
hnd-drop-text-button = Мәтінді алып тастау
hnd-answered-toast = Шағым берушіге жіберілді.
hnd-extend = <b>№ { $number } шағымның мерзімін ұзарту</b>

    Жаңа мерзім: <b>{ $date }</b>. Тексеру керек болса, бір рет ұзартуға болады. Негізі: { $source }.
hnd-extend-ask = Себебін жазыңыз: оны шағым беруші көреді.

    Мысалы: <b>Рұқсатнама бюросынан келушілер журналын сұраттық.</b>
hnd-extend-reason = Себебі: { $reason }
hnd-extended-button = Ұзарту және хабарлау
hnd-extended-toast = Мерзім ұзартылды, шағым берушіге хабар жіберіліп жатыр.
hnd-changed = <b>Сіз қарап отырғанда шағым өзгерді:</b>
hnd-changed-own = <b>Мұны басқа экранда өзіңіз өзгерткенсіз.</b> Қазіргі жағдай мынадай.
hnd-changed-toast = Шағым өзгерді. Қазіргі күйі көрсетілді.
hnd-files = <b>№ { $number } шағымның қосымшалары</b>
hnd-files-none = Қосымша жоқ.
hnd-copy-button = № { $number } өтініш көшірмесі
hnd-first-button = Бұрынғы шағым
hnd-photo-button = { $number }-файл
hnd-first = <b>Бұрынғы № { $number } шағым</b>

    { $body }
hnd-first-silent = Оған жауап берілмеді.
hnd-file = № { $number } шағымның қосымшасы
hnd-new = <b>Жаңа шағым: № { $number }</b>

    { $body }

    Жауап беретін соңғы күн: <b>{ $date }</b>.
hnd-again = <b>№ { $number } шағымды қайта қарауды сұрайды</b>

    Жауап беретін соңғы күн: <b>{ $date }</b>.
hnd-kept = Жауап файлы дайын: оны шағым берушіге жіберуге болады.
hnd-not-kept = <b>Жауап файлын алу мүмкін болмады</b>
hnd-event-complained = { $date }, { $time }: берілді — { $who }
hnd-event-complaint-accepted = { $date }, { $time }: қабылданды — { $who }
hnd-event-complaint-extended = { $date }, { $time }: мерзім ұзартылды — { $who }
hnd-event-complaint-answered = { $date }, { $time }: жауап берілді — { $who }
hnd-event-rated = { $date }, { $time }: жауап бағаланды — { $who }
hnd-event-reopened = { $date }, { $time }: қайта қарау сұралды — { $who }
bad-complaint-missing = Шағымда жетіспейді: { $what }.
bad-file-waiting = Файл әлі тексеріліп жатыр. Ол туралы хабарды күтіңіз.

reminder-complaint = Сізде жіберілмеген шағым бар. Жазғаныңыз сақталған: жалғастыруға болады.
warning-complaint = Жіберілмеген шағым көптен бері өзгертілген жоқ. Ештеңе өзгертпесеңіз, ол { $date } күні фотолары және файлдарымен бірге өшіріледі.
erased-complaint = Жіберілмеген шағым фотолары және файлдарымен бірге өшірілді: ол ұзақ уақыт өзгертілмеген.

cmp-letter-whole = Бәрі бір файлда, басып шығару үшін: шағым, болса — өтініштің көшірмесі мен файлдарыңыз.
