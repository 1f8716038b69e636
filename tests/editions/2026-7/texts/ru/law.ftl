### The law and the service in its words; some of them stand in the place of the program's own.

home = <b>Tirkeu</b> — учет странствующих проповедников.

    Здесь можно собрать документы, подать ходатайство, следить за ним и найти канцелярию.
apply-intro = <b>Учет проповедников</b>

    Для тех, кто проповедует вне своей общины. Сбор — { $fee } тенге ({ CITE("fee") }).

    Срок — { $unit ->
        [calendar-days] { $days } календарных дней
       *[working-days] { $days } рабочих дней
    } после приема полного пакета ({ CITE("result") }). Карточка — бумажная, ее выдают лично ({ CITE("handover") }).
about = <b>Об учете</b>

    На учет становятся физические лица ({ CITE("persons") }). Сбор — { $fee } тенге ({ CITE("fee") }).

    Карточку готовят за { $unit ->
        [calendar-days] { $days } календарных дней
       *[working-days] { $days } рабочих дней
    } ({ CITE("result") }), на бумаге ({ CITE("paper-only") }).
about-basis = По закону: { $basis } ({ CITE("basis") }).
bot-description = Учет странствующих проповедников: что собрать, куда отнести, ходатайство без ошибок.
subject-roaming-preacher = Странствующий проповедник
apply-needed-roaming-preacher = <b>Что собрать проповеднику</b>
condition-from-abroad = если проповедник — иностранец или лицо без гражданства
condition-some-help = если с ним идут помощники
condition-by-attorney = если сдает поверенный
forms-for-roaming-preacher = <b>Ходатайство проповедника</b>, лист{ "\u00A0" }{ $appendix }
forms-get-roaming-preacher-button = Скачать ходатайство
visit-title = <b>Как вас примут</b>
visit-pass = Пропуск не нужен ({ CITE("pass") }).
visit-call = Записаться можно по телефону: { $phones }
visit-bureau = Вход общий, с улицы ({ CITE("pass") }).
visit-ramp = На инвалидной коляске войти можно ({ CITE("ramp") }).
visit-queue = Принимают по записи или в порядке живой очереди ({ CITE("queue") }).
visit-times = Ждать — не больше { $waiting } минут, прием — { $serving }, выдача карточки — { $collecting } ({ CITE("waiting-times") }).
visit-free = Сбор — { $fee } тенге, квитанцию возьмите с собой ({ CITE("fee") }).
offices-department-button = Несколько округов: канцелярия края
offices-department-of = { $region }: канцелярия края
card-department-button = Несколько округов: канцелярия края
cmp-how-ask = <b>Спросить.</b> Порядок объяснит дежурный канцелярии ({ CITE("explain-appeal") }):
cmp-how-result = <b>Не согласны с решением</b> — жалоба префекту ({ CITE("complain-result") }):
cmp-how-service = <b>Плохо приняли</b> — жалоба начальнику канцелярии или префекту ({ CITE("complain-service") }).
cmp-how-write = <b>Как писать.</b> Свободно. Копию ходатайства бот приложит сам ({ CITE("complaint-form") }).
cmp-how-then = <b>Потом.</b> Дадут талон ({ CITE("slip") }). Ответят за { $unit ->
        [working-days] { $days } рабочих дней
       *[calendar-days] { $days } календарных дней
    }, с проверкой — за { $longest } ({ CITE("answer") }; { $source }).
cmp-how-court = <b>Суд.</b> С решением можно спорить и там ({ CITE("court") }).
cmp-kind-service-what = Нагрубили, не приняли документы, заставили ждать, пропустили срок. Жалобу рассматривает канцелярия или префектура — на ваш выбор.
cmp-term-edition = Этот срок называет сам закон ({ CITE("answer") }).
cmp-term-own = Этот срок задали те, кто ведет бот; в законе он другой ({ CITE("answer") }).
cmp-silence-card-term = По ходатайству № { $number } от { $filed } карточка должна была быть готова не позже { $date } ({ CITE("result") }). Карточки нет. Прошу выдать ее и объяснить задержку.
cmp-silence-return-term = По ходатайству № { $number } от { $filed } канцелярия должна была ответить не позже { $date } ({ CITE("refusal") }). Ответа нет. Прошу ответить по существу.
cmp-silence-complaint = На жалобу № { $number } от { $filed } ({ $body }) должны были ответить не позже { $date } ({ CITE("answer") }). Ответа нет. Прошу ответить по существу.
filed-when = Приходите в часы работы: по записи или в порядке очереди. Если сдать всё в такой день: <b>{ $day }</b>, карточка будет не позже: <b>{ $last }</b> ({ CITE("result") }). Перед этим распечатайте и подпишите ходатайство.
coming-not-told = В канцелярии знают, что никто не приедет. Если планы изменятся, нажмите «Я еду».
notice-coming = По ходатайству № { $number } едет: <b>{ $detail }</b>, день: <b>{ $day }</b>. Пропуск не нужен ({ CITE("pass") }).
notice-not-coming = По ходатайству № { $number } не приедет: <b>{ $detail }</b>.
work-passes = <b>Кто едет</b>
