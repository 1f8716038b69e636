### The law and the service in its words; some of them stand in the place of the program's own.

home = <b>Tirkeu</b> — көшпелі уағызшыларды есепке алу.

    Мұнда құжаттарды жинап, өтінім беруге, оның барысын бақылауға және кеңсені табуға болады.
apply-intro = <b>Уағызшыларды есепке алу</b>

    Өз қауымынан тыс жерде уағыз айтатындарға арналған. Алымы — { $fee } теңге ({ CITE("fee") }).

    Мерзімі — толық топтама қабылданғаннан кейін { $unit ->
        [calendar-days] күнтізбелік { $days } күн
       *[working-days] { $days } жұмыс күні
    } ({ CITE("result") }). Карточка қағаз түрінде болады, оны өз қолыңызға береді ({ CITE("handover") }).
about = <b>Есепке алу туралы</b>

    Есепке жеке тұлғалар тұрады ({ CITE("persons") }). Алымы — { $fee } теңге ({ CITE("fee") }).

    Карточка { $unit ->
        [calendar-days] күнтізбелік { $days } күнде
       *[working-days] { $days } жұмыс күнінде
    } дайындалады ({ CITE("result") }), ол қағаз түрінде болады ({ CITE("paper-only") }).
about-basis = Заң бойынша: { $basis } ({ CITE("basis") }).
bot-description = Көшпелі уағызшыларды есепке алу: нені жинау керек, қайда апару керек, қатесіз өтінім.
subject-roaming-preacher = Көшпелі уағызшы
apply-needed-roaming-preacher = <b>Уағызшы нені жинайды</b>
condition-from-abroad = уағызшы шетелдік немесе азаматтығы жоқ адам болса
condition-some-help = онымен бірге көмекшілер жүрсе
condition-by-attorney = өтінімді сенім білдірілген адам тапсырса
forms-for-roaming-preacher = <b>Уағызшының өтінімі</b>, { $appendix }‑парақ
forms-get-roaming-preacher-button = Өтінімді жүктеу
visit-title = <b>Сізді қалай қабылдайды</b>
visit-pass = Рұқсатнама керек емес ({ CITE("pass") }).
visit-call = Телефон арқылы жазылуға болады: { $phones }
visit-bureau = Кіреберіс ортақ, көше жағынан ({ CITE("pass") }).
visit-ramp = Мүгедектер арбасымен кіруге болады ({ CITE("ramp") }).
visit-queue = Жазылу бойынша немесе тірі кезекпен қабылдайды ({ CITE("queue") }).
visit-times = { $waiting } минуттан артық күтпейсіз, қабылдау { $serving } минуттан, карточка беру { $collecting } минуттан аспайды ({ CITE("waiting-times") }).
visit-free = Алымы — { $fee } теңге, түбіртегін ала келіңіз ({ CITE("fee") }).
offices-department-button = Бірнеше округ болса: өлке кеңсесі
offices-department-of = { $region }: өлке кеңсесі
card-department-button = Бірнеше округ болса: өлке кеңсесі
cmp-how-ask = <b>Сұраңыз.</b> Тәртібін кеңсенің кезекшісі түсіндіреді ({ CITE("explain-appeal") }):
cmp-how-result = <b>Шешіммен келіспесеңіз</b> — префектке шағым ({ CITE("complain-result") }):
cmp-how-service = <b>Нашар қабылдаса</b> — кеңсе бастығына немесе префектке шағым ({ CITE("complain-service") }).
cmp-how-write = <b>Қалай жазу керек?</b> Еркін түрде. Өтінімнің көшірмесін бот өзі тіркейді ({ CITE("complaint-form") }).
cmp-how-then = <b>Кейін не болады?</b> Талон беріледі ({ CITE("slip") }). Жауап — { $unit ->
        [working-days] { $days } жұмыс күнінде
       *[calendar-days] күнтізбелік { $days } күнде
    }, тексеру керек болса — { $longest } күнде ({ CITE("answer") }; { $source }).
cmp-how-court = <b>Сот.</b> Шешіммен онда да дауласуға болады ({ CITE("court") }).
cmp-kind-service-what = Дөрекі сөйледі, құжаттарды алмады, көп күттірді, мерзімді өткізіп жіберді. Шағымды кеңсе немесе префектура қарайды — өзіңіз таңдайсыз.
cmp-term-edition = Бұл мерзім заңның өзінде айтылған ({ CITE("answer") }).
cmp-term-own = Бұл мерзімді ботты жүргізетіндер белгіледі; заңда ол басқа ({ CITE("answer") }).
cmp-silence-card-term = { $filed } күні берілген № { $number } өтінім бойынша карточка { $date } күнінен кешікпей дайын болуға тиіс еді ({ CITE("result") }). Карточка жоқ. Оны беруіңізді және кешігу себебін түсіндіруіңізді сұраймын.
cmp-silence-return-term = { $filed } күні берілген № { $number } өтінім бойынша кеңсе { $date } күнінен кешікпей жауап беруге тиіс еді ({ CITE("refusal") }). Жауап жоқ. Маған жауап беруіңізді сұраймын.
cmp-silence-complaint = { $filed } күні берілген № { $number } шағымға ({ $body }) { $date } күнінен кешікпей жауап берілуге тиіс еді ({ CITE("answer") }). Жауап жоқ. Маған жауап беруіңізді сұраймын.
filed-when = Жұмыс уақытында келіңіз: жазылу бойынша немесе кезекпен. Бәрін мына күні тапсырсаңыз: <b>{ $day }</b>, карточка мына күннен кешікпейді: <b>{ $last }</b> ({ CITE("result") }). Алдымен өтінімді басып шығарып, қол қойыңыз.
coming-not-told = Кеңсе ешкім келмейтінін біледі. Жоспар өзгерсе, «Барамын» түймесін басыңыз.
notice-coming = № { $number } өтінім бойынша келетін адам: <b>{ $detail }</b>, күні: <b>{ $day }</b>. Рұқсатнама керек емес ({ CITE("pass") }).
notice-not-coming = № { $number } өтінім бойынша келмейді: <b>{ $detail }</b>.
work-passes = <b>Кім келеді</b>
