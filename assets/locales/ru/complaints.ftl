home-complaints-button = Жалобы
home-handling-button = Жалобы нам: очередь
command-complain = Пожаловаться
command-complaints = Жалобы: очередь
command-complaint = Открыть жалобу
command-accept = Принять жалобу
command-answer = Ответить на жалобу
command-extend = Продлить срок жалобы

cmp-mine = <b>Мои жалобы</b>
cmp-mine-none = <b>Мои жалобы</b>

    Пока ни одной. Жалобу можно написать за пару минут: своими словами, с фотографиями.
cmp-mine-button = Мои жалобы
cmp-new-button = Пожаловаться
cmp-how-button = Как обжаловать
cmp-open-button = Открыть жалобу
cmp-back-button = Назад к жалобе
cmp-label = № { $number }: { $state }
cmp-label-draft = Не отправлена: { $kind }
cmp-label-letter = Письмо: { $kind }
cmp-stage-draft = не отправлена
cmp-stage-letter = письмо для печати
cmp-stage-filed = подана
cmp-stage-accepted = рассматривают
cmp-stage-answered = есть ответ
cmp-stage-closed = закрыта
cmp-stage-late = срок прошёл

cmp-kind = <b>На что жалоба?</b>
cmp-kind-of = <b>На что жалоба по заявлению № { $number }?</b>
cmp-kind-cases = Жалоба по вашему заявлению? Выберите его: копию бот приложит сам ({ CITE("complaint-form") }).
cmp-kind-case-button = По заявлению № { $number }
cmp-kind-result = <b>На результат</b> ({ $cites })
cmp-kind-result-what = Отказали, ошиблись в документе, дали не то. Такую жалобу рассматривает руководство акимата.
cmp-kind-result-button = Жалоба на результат
cmp-kind-result-short = результат
cmp-kind-service = <b>На обслуживание</b> ({ $cites })
cmp-kind-service-what = Нагрубили, не приняли документы, заставили ждать, пропустили срок. Такую жалобу рассматривает отдел, управление или акимат — на ваш выбор.
cmp-kind-service-button = Жалоба на обслуживание
cmp-kind-service-short = обслуживание
cmp-consent = Чтобы подготовить жалобу, нужно ваше согласие.
cmp-agree-button = Даю согласие, начать
cmp-too-many = Открытых и неотправленных жалоб у вас уже { $most }, больше пока нельзя. Дождитесь ответа или сотрите неотправленную: она в этом списке.
cmp-too-many-toast = Открытых жалоб уже слишком много.

cmp-region = <b>Где вас обслуживали?</b>

    Выберите область или город.
cmp-office = <b>{ $region }</b>

    Какой отдел вас обслуживал? Управление — одно на всю область или город.
cmp-department-button = Управление
cmp-other-office-button = Меня обслуживали не здесь
cmp-to = <b>Кому направить жалобу?</b>
cmp-why-own-akimat = При этом акимате работает { $office ->
        [department] ваше управление
       *[other] ваш отдел
    } ({ $cites }).
cmp-why-region-akimat = Акимат всей области, он выше ({ $cites }).
cmp-why-office = Здесь вас обслуживали ({ $cites }).
cmp-why-department = Управление всей области, оно выше отдела ({ $cites }).
cmp-to-own-akimat = Акимат
cmp-to-region-akimat = Акимат области
cmp-to-office = Там, где обслуживали
cmp-to-department = Управление
cmp-to-button = { $number }. { $body }
cmp-taken = ☑ Прямо здесь: номер дадут сразу.
cmp-by-post = ✉️ Письмом: по почте или лично.

cmp-ask-name = <b>Ваши фамилия, имя, отчество?</b>

    Пример: <b>Иванов Пётр Сергеевич</b>
cmp-ask-address = <b>На какой адрес прислать ответ?</b>

    Пример: <b>г. Кокшетау, ул. Ауэзова, 141, кв. 5</b>
cmp-addressed = Кому: <b>{ $body }</b>
cmp-will-be-letter = ✉️ Здесь жалобы в боте пока не принимают. Бот сделает письмо: распечатайте, подпишите, отправьте по почте или отнесите ({ CITE("complain-service") }). Номер и талон дадут там.
cmp-ask-text = <b>Напишите, что случилось.</b>

    Своими словами: что, когда, кто, чего вы хотите. Можно несколькими сообщениями, с фото или PDF.

    Пример: <b>12 ноября сотрудник не принял документы и не сказал почему. Прошу принять их и объяснить причину.</b>
cmp-ask-more = Записано сообщений: { $count }. Можно дописать ещё или прислать фото. Когда всё, отправьте кнопкой.
cmp-photos = Фото и файлов: { $count }.
cmp-done-button = Проверить и изменить
cmp-rewrite-button = Написать заново
cmp-drop-button = Убрать фото и файлы
cmp-other-body-button = Изменить адресата
cmp-kept = Файл к жалобе сохранён, из чата он убран.
cmp-not-kept = <b>Файл к жалобе взять не удалось</b>
cmp-too-many-texts = Больше в эту жалобу не поместится: в одной — до { $most ->
        [one] { $most } сообщения
       *[other] { $most } сообщений
    } и до 20 000 знаков. Написанное сохранено.
cmp-review = <b>Проверьте жалобу</b>
cmp-about = Жалоба на { $kind }
cmp-from = От кого: { $name }
cmp-answer-to = Адрес для ответа: { $address }
cmp-with = <b>Приложено:</b>
cmp-with-copy = • копия заявления № { $number } со штампом: бот приложил сам ({ CITE("complaint-form") })
cmp-with-own-copy = Если вы подавали заявление, пришлите и фото его копии ({ CITE("complaint-form") }).
cmp-with-first = • прежняя жалоба № { $number } и ответ на неё
cmp-with-photos = • ваши фото и файлы: { $count }
cmp-file-button = Подать жалобу
cmp-letter-button = Получить письмо для печати
cmp-edit-text-button = Изменить текст
cmp-edit-unit-button = Изменить адресата
cmp-edit-name-button = Изменить имя
cmp-edit-address-button = Изменить адрес
cmp-whole-button = Весь текст
cmp-discard-button = Стереть жалобу
cmp-discard = <b>Стереть жалобу?</b>

    Она ещё не подана. Текст и фото сотрутся насовсем.
cmp-erase-button = Да, стереть
cmp-erased = Жалоба стёрта.

cmp-filed = <b>Жалоба подана: № { $number }</b>
cmp-filed-at = Кому: <b>{ $body }</b>
    Когда: { $date }, { $time }
cmp-due = Ответ — не позже: <b>{ $date }</b>
cmp-term = <b>Почему такой срок.</b> На ответ даётся { $unit ->
        [working-days] { $days ->
            [one] { $days } рабочий день
            [few] { $days } рабочих дня
           *[other] { $days } рабочих дней
        }
       *[calendar-days] { $days ->
            [one] { $days } календарный день
            [few] { $days } календарных дня
           *[other] { $days } календарных дней
        }
    }, считая со дня после подачи. Если нужна проверка — до { $longest }: тогда вам сообщат причину.
cmp-term-source = Основание: { $source }.
cmp-filed-slip = Когда сотрудник примет жалобу, сюда придёт талон с его фамилией и инициалами ({ CITE("slip") }).
cmp-letter = <b>Письмо готово, оно выше.</b>

    Распечатайте всё, что пришло выше, подпишите письмо. Отправьте по почте или отнесите в службу документационного обеспечения ({ CITE("complain-service") }):
cmp-letter-then = Там же дадут талон с датой, временем и фамилией того, кто принял, а по телефону скажут, как идёт дело ({ CITE("slip", "progress") }).
cmp-letter-file = Жалоба: распечатайте и подпишите.
cmp-letter-again-button = Прислать письмо ещё раз
cmp-copy-file = Копия заявления со штампом: приложите её к жалобе ({ CITE("complaint-form") }).
cmp-letter-photo = Ваш файл { $number } из { $of }: распечатайте и приложите к письму.

cmp-title = <b>Жалоба № { $number }</b>
cmp-state-filed = Подана. Ждём, когда её примет сотрудник.
cmp-state-accepted = Принята, её рассматривают.
cmp-state-answered = <b>Пришёл ответ.</b>
cmp-state-closed = Закрыта.
cmp-rate = Оцените его: 1 — плохо, 5 — хорошо. Оценка закрывает жалобу.
cmp-rate-last = Не устроил? Сначала попросите рассмотреть ещё раз: после оценки это уже нельзя.
cmp-accepted-by = Кто принял: { $name }, { $date }, { $time }
cmp-extended = Срок продлён до <b>{ $date }</b>. Причина: { $reason }
cmp-late = <b>Срок ответа прошёл: { $date }.</b>
cmp-answer = <b>Ответ</b> ({ $date }, { $time }, { $name })
cmp-answer-in-file = Ответ — в файле.
cmp-answer-file = Жалоба № { $number }: ответ.
cmp-answer-whole-button = Открыть ответ
cmp-rated = Ваша оценка: { $rating } из 5
cmp-rated-toast = Спасибо, оценка записана.
cmp-reopened = Вы попросили рассмотреть ещё раз, срок пошёл заново.
cmp-ways-court = С результатом услуги можно не согласиться и в суде ({ CITE("court") }).
cmp-phones = Узнать, как идёт дело, можно по телефону: { $phones } ({ CITE("progress") }).
cmp-star-button = { $rating } ⭐
cmp-slip-button = Талон (PDF, DOCX)
cmp-slip-file = Талон к жалобе № { $number } ({ CITE("slip") }).
cmp-mytext-button = Текст жалобы
cmp-reopen-button = Попросить рассмотреть ещё раз
cmp-further-button = Пожаловаться дальше, в акимат
cmp-ask-reopen = <b>Что в ответе не так?</b>

    Напишите одним сообщением. Попросить ещё раз можно только однажды; срок пойдёт заново.

    Пример: <b>В ответе не сказано, почему не приняли документы.</b>

cmp-told-accepted = <b>Жалоба № { $number } принята</b>

    { $body }
    Когда: { $date }, { $time }
    Кто принял: <b>{ $name }</b> ({ CITE("slip") })

    Талон — в следующем сообщении.
cmp-told-extended = <b>По жалобе № { $number } срок продлён до { $date }</b>

    Причина: { $reason }
cmp-told-answered = <b>Ответ на жалобу № { $number }</b>

    Кто ответил: { $name }
cmp-told-then = Ответ устроил — оцените его. Не устроил — попросите рассмотреть ещё раз или пожалуйтесь дальше: всё это на странице жалобы. С результатом услуги можно не согласиться и в суде ({ CITE("court") }).

cmp-silence-moved = По заявлению № { $number } от { $filed } отдел назвал мне последний день: { $said }, а потом перенёс его на { $date }. Названный мне день прошёл, ответа нет. Прошу разобраться и ответить мне по существу.
cmp-silent = <b>На жалобу № { $number } не ответили в срок</b>

    Последний день был: <b>{ $date }</b>. Вашей вины здесь нет.
cmp-silent-call = <b>1. Позвонить</b> и спросить, когда будет ответ ({ CITE("progress") }).
cmp-silent-further = <b>2. Пожаловаться дальше</b> ({ CITE("complain-result") }): прежняя жалоба приложится сама.
cmp-silent-court = <b>2. Обратиться в суд</b>, если вы не согласны с результатом услуги ({ CITE("court") }).
cmp-ready-taken = Подать можно одной кнопкой, номер будет сразу. Текст:
cmp-ready-by-post = Здесь жалобы в боте не принимают: бот сделает письмо для печати, его отправляют по почте или относят. Текст:
cmp-silent-edit-button = Изменить перед отправкой

cmp-how = <b>Как обжаловать</b>
cmp-how-where = <b>Как обжаловать</b>

    Какой отдел вас обслуживает?

hnd-cut = Показаны первые { $most }, всего { $total }. Другую жалобу откройте по номеру.
hnd-queue = <b>Жалобы без ответа: { $count }</b>
hnd-queue-none = <b>Жалоб без ответа нет</b>
hnd-queue-button = К жалобам
hnd-row = • № { $number } — { $kind }, { $stage }; ответить не позже { $date }.
hnd-row-late = • <b>№ { $number } — { $kind }, срок прошёл { $day }.</b>
hnd-button = № { $number }
hnd-late-button = ❗ № { $number }
hnd-example = Можно сразу с номером: <b>/complaint 3/2026</b>, <b>/accept 3/2026</b>, <b>/answer 3/2026</b>, <b>/extend 3/2026</b>
hnd-bad-number = «{ $typed }» — не номер жалобы.
hnd-no-number = В журналах ваших органов нет жалобы № { $typed }.
hnd-which-number = Какая жалоба? Этот номер есть в нескольких журналах или годах.
hnd-which = • № { $number } — { $body }
hnd-title = <b>Жалоба № { $number }</b>
hnd-stage = Состояние: { $stage }
hnd-late = <b>Срок ответа прошёл: { $date }.</b>
hnd-reopened = <b>Просят рассмотреть ещё раз:</b> { $reason }
hnd-answered = <b>Ответ</b> ({ $date }, { $name }):
hnd-accept-button = Принять
hnd-answer-button = Ответить
hnd-extend-button = Продлить срок
hnd-files-button = Приложения
hnd-answer-file-button = Файл ответа
hnd-history-button = История
hnd-card-button = К жалобе
hnd-by-author = автор жалобы
hnd-by-body = орган
hnd-accept = <b>Принять жалобу № { $number }?</b>

    Автору сразу придёт талон: дата, время, номер и ваша фамилия с инициалами ({ CITE("slip") }).
hnd-accepted-button = Да, принять
hnd-accepted-toast = Принята, талон уходит автору.
hnd-answer = <b>Ответ на жалобу № { $number }</b>
hnd-answer-ask = Напишите ответ одним сообщением, или пришлите файл (PDF или фото), или и то и другое.
hnd-answer-text = <b>Текст:</b>
hnd-answer-file = <b>Файл:</b> приложен.
hnd-answer-file-waits = <b>Файл:</b> проверяем, придёт сообщение.
hnd-answer-then = Новое сообщение заменит написанное. Автор увидит ответ, когда вы нажмёте «Отправить ответ».
hnd-answered-button = Отправить ответ
hnd-drop-button = Убрать файл
hnd-drop-text-button = Убрать текст
hnd-answered-toast = Отправлено автору.
hnd-extend = <b>Продлить срок по жалобе № { $number }</b>

    Новый срок: <b>{ $date }</b>. Продлить можно один раз, если нужна проверка. Основание: { $source }.
hnd-extend-ask = Напишите причину: её увидит автор.

    Пример: <b>Запросили журнал посещений у бюро пропусков.</b>
hnd-extend-reason = Причина: { $reason }
hnd-extended-button = Продлить и сообщить автору
hnd-extended-toast = Срок продлён, автору уходит сообщение.
hnd-changed = <b>Пока вы смотрели, жалоба изменилась:</b>
hnd-changed-own = <b>Вы сами уже изменили это на другом экране.</b> Вот что есть сейчас.
hnd-changed-toast = Жалоба изменилась. Вот что есть сейчас.
hnd-files = <b>Приложения к жалобе № { $number }</b>
hnd-files-none = Приложений нет.
hnd-copy-button = Копия заявления № { $number }
hnd-first-button = Прежняя жалоба
hnd-photo-button = Файл { $number }
hnd-first = <b>Прежняя жалоба № { $number }</b>

    { $body }
hnd-first-silent = На неё не ответили.
hnd-file = Приложение к жалобе № { $number }
hnd-new = <b>Новая жалоба № { $number }</b>

    { $body }

    Ответить не позже: <b>{ $date }</b>.
hnd-again = <b>Жалобу № { $number } просят рассмотреть ещё раз</b>

    Ответить не позже: <b>{ $date }</b>.
hnd-kept = Файл для ответа готов: его можно отправить автору жалобы.
hnd-not-kept = <b>Файл для ответа взять не удалось</b>
hnd-event-complained = { $date }, { $time }: подана — { $who }
hnd-event-complaint-accepted = { $date }, { $time }: принята — { $who }
hnd-event-complaint-extended = { $date }, { $time }: срок продлён — { $who }
hnd-event-complaint-answered = { $date }, { $time }: дан ответ — { $who }
hnd-event-rated = { $date }, { $time }: ответ оценён — { $who }
hnd-event-reopened = { $date }, { $time }: просят рассмотреть ещё раз — { $who }
bad-complaint-missing = В жалобе не хватает: { $what }.
bad-file-waiting = Файл ещё проверяется. Подождите сообщения о нём.

reminder-complaint = У вас есть жалоба, которая не отправлена. Всё написанное сохранено: можно продолжить.
warning-complaint = Неотправленную жалобу давно не меняли. Если ничего не изменить, { $date } она сотрётся вместе с фото и файлами.
erased-complaint = Неотправленная жалоба стёрта вместе с фото и файлами: её долго не меняли.

cmp-letter-whole = Всё вместе одним файлом, для печати: жалоба и, если есть, копия заявления и ваши файлы.
