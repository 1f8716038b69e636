home-apply-button = Подать заявление
home-mine-button = Мои заявления
command-apply = Подать заявление
command-my = Мои заявления

apply-needed-row = • { $item } ({ $cites })
apply-needed-usual = • { $item }
apply-needed-cites = Основание: { $cites }.
apply-needed-if = { $row } — { $condition }
apply-needed-way = Заявление бот заполнит по вашим ответам. Ответы сохраняются сразу: можно прерваться и вернуться в любой день.
apply-begin-button = Начать
apply-like-button = С прежними ответами
apply-back-button = Назад
apply-consent = Бот спросит личные данные, чтобы заполнить заявление. Согласны?
apply-agree-button = Даю согласие, начать
apply-consent-short = Бот спросит личные данные, чтобы заполнить заявление. Увидят их только сотрудники отдела, куда вы подаёте; стереть их можно в любой день.
apply-notice-button = Какие данные и зачем
apply-later-button = Отложить, ответы сохранены
apply-previous-button = Назад к прошлому вопросу
apply-keep-button = Оставить как есть
apply-place = Вопрос { $number } из { $total }
apply-now = Сейчас: <b>{ $answer }</b>
apply-now-guessed = Бот предполагает: <b>{ $answer }</b>
apply-not-on-form = В форме заявления этой строки нет: ответ нужен для свидетельства.
apply-new-button = Новое заявление
apply-which = <b>У вас есть черновик</b>

    Ответы в нём сохранены. Продолжить его или начать новое заявление?

bad-empty = Ответ пустой. Напишите его текстом.
bad-choose = Выберите ответ кнопкой.
bad-declare = Ответьте «есть» или «пока нет», или нажмите кнопку.
bad-declare-all = Если всё готово, напишите «всё есть» или нажмите кнопку. Чего нет, отметьте кнопкой.
bad-place-many = Так называется не одно место: { $names }. Нажмите кнопку области, потом района.
bad-place-unknown = Такого района или города нет в списке. Напишите название, например «Кокшетау», отправьте точку на карте или нажмите кнопку.
bad-other-kind = Здесь нужен текст: напишите ответ сообщением. Файлы, голосовые, видео и стикеры здесь не принимаются.
bad-other-kind-evidence = Здесь можно отправить текст, фото или PDF. Голосовые, видео и стикеры бот не принимает.
typed-yes = да, есть
typed-no = нет
bad-too-long = Слишком длинно: { $given ->
        [one] { $given } знак
        [few] { $given } знака
       *[other] { $given } знаков
    }, а можно не больше { $most }.
bad-no-letters = В ответе нет ни букв, ни цифр.
bad-doubtful-random = Похоже на случайный набор букв или цифр. Если всё верно, отправьте то же самое ещё раз.
bad-doubtful-figures = Здесь нужны слова, а не одни цифры. Если всё верно, отправьте то же самое ещё раз.
bad-doubtful-short = Похоже, это не весь ответ. Если всё верно, отправьте то же самое ещё раз.
bad-doubtful-mixed = В одном слове стоят и латинские буквы, и кириллица. Если всё верно, отправьте то же самое ещё раз.
bad-doubtful-title = Если это название книги или другого материала, отправьте его ещё раз, лучше с числом: «Книга «Путь» — 10 экз.» Чего нет из документов, отметьте кнопкой.
bad-name-letter = В имени не может стоять «{ $letter }». Можно буквы, пробел, дефис, апостроф и точку.
bad-name-short = Это слишком коротко для имени.
bad-number-digits = В номере нет ни одной цифры.
bad-count-digits = Напишите число цифрами, например: <b>12</b>
bad-count-range = Число должно быть от 1 до { $most }.
date-as-read = Записано: { $date }.
bad-date-unreadable = Не получилось прочитать дату.
bad-date-impossible = Такого дня в календаре нет.
bad-date-century = Напишите год четырьмя цифрами.
bad-date-future = Эта дата ещё не наступила.
bad-date-early = Эта дата слишком давняя.
bad-date-past = Эта дата уже прошла. Срок начинается сегодня или позже.
bad-date-far = Эта дата слишком далёкая.
bad-date-before-start = Конец срока должен быть позже его начала.
bad-materials-empty = В сообщении нет ни одного названия.
bad-materials-title = В строке «{ $row }» нет названия.
bad-materials-long = Название длиннее { $most ->
        [one] { $most } знака
       *[other] { $most } знаков
    }. Сократите его.
bad-materials-count = В строке «{ $row }» не может быть такое число.

date-pick-button = Выбрать в календаре
term-year-button = 1 год с { $day }
date-choose-year = { $question }

    Выберите год.
date-choose-month = { $question }

    { $year } год. Выберите месяц.
date-choose-day = { $question }

    { $month } { $year } года. Выберите день.
month-name-1 = Январь
month-name-2 = Февраль
month-name-3 = Март
month-name-4 = Апрель
month-name-5 = Май
month-name-6 = Июнь
month-name-7 = Июль
month-name-8 = Август
month-name-9 = Сентябрь
month-name-10 = Октябрь
month-name-11 = Ноябрь
month-name-12 = Декабрь

territory-districts = <b>{ $region }</b>

    Отметьте районы и города, где будет деятельность. Потом нажмите «Готово».
territory-done-button = Готово, отмечено: { $count }
territory-whole-button = Вся область
territory-region-button = Другая область
territory-change-button = Изменить территорию
office-proposed = Территория: <b>{ $territory }</b>

    Заявление подают сюда ({ CITE("who-serves") }):
office-connected = Этот отдел принимает заявления через бот: вы получите входящий номер и копию со штампом. Документы всё равно сдают лично.
office-not-connected = Этот отдел пока не принимает заявления через бот. Бот подготовит весь пакет, чтобы распечатать и принести. Входящий номер и штамп поставит сам отдел.
office-keep-button = Подавать сюда
office-other-button = Выбрать другой отдел
office-choose = <b>Другой отдел</b>

    Выберите, куда подавать.

card-item = <b>Есть ли у вас: { $item }?</b>
card-copies = Сколько копий: <b>{ $count }</b>
card-source = В стандарте: «{ $title }» ({ $cites }).
card-place = Документ { $number } из { $total }
card-said-have = Сейчас отмечено: есть.
card-said-not-yet = Сейчас отмечено: пока нет.
card-have-button = Есть
card-not-yet-button = Пока нет
card-what-button = Что это?
materials-how = Напишите список: одно название в строке, потом сколько экземпляров. Можно несколькими сообщениями.

    Пример:
    <b>Книга «Путь» — 10 экз.</b>
    <b>Диск с записями — 2</b>
materials-row = • { $title } — { $count } { $kind }
materials-more = … и ещё { $count }
materials-done-button = Список готов
materials-clear-button = Начать список заново
materials-none-button = Материалов не будет
materials-said-none = Сейчас отмечено: материалов не будет.
materials-too-many = В списке может быть не больше { $most ->
        [one] { $most } названия
       *[other] { $most } названий
    }.
checklist-title = <b>Документы</b>
checklist-have = ✓ { $item }
checklist-not-yet = ✗ { $item } — пока нет
checklist-unseen = ? { $item }
checklist-none = — { $item }: материалов не будет
checklist-copies = { $row }: { $count }
checklist-ask = <b>Документы. Всё ли готово?</b>

    Чего ещё нет, отметьте кнопкой: без этого подать нельзя.
checklist-list-how = Литературу и материалы напишите сообщением, по названию в строке: <b>Книга «Путь» — 10 экз.</b>
checklist-list-more = Ещё названия — ещё одним сообщением.
checklist-all-button = Всё есть
checklist-all-none-button = Всё есть, материалов не будет
checklist-rest-button = Остальное есть
checklist-rest-none-button = Прочее есть, материалов нет
checklist-lack-button = Нет: { $item }
checklist-have-button = Есть: { $item }
checklist-more-button = Что это? Приложить копию
checklist-button = Все документы

review-title = <b>Проверьте: { $subject }</b>
review-row = { $label }: <b>{ $answer }</b>
review-row-certificate = { $row } (для свидетельства)
review-row-guessed = { $row } — догадка бота, проверьте
review-unanswered = нет ответа
recorded = Записано:
review-lacking = <b>Чего не хватает.</b> Без этого отдел откажет ({ CITE("refusal") }), поэтому подать пока нельзя:
review-lacking-row = • { $item } ({ $cites })
review-file-warning = После подачи ответы изменить нельзя. До решения заявление можно отозвать.
review-materials = <b>Литература и материалы</b>
review-file-button = Подать заявление
review-package-button = Получить пакет для печати
review-preview-button = Посмотреть заявление
review-edit-button = Изменить ответ
review-checklist-button = Изменить отметки о документах
review-discard-button = Стереть черновик
review-button = Назад к проверке
review-edit = <b>Какой ответ изменить?</b>
preview-caption = Так выглядит заявление сейчас. Подпись и дату ставят от руки.
file-confirm = <b>Подать заявление?</b>

    { $office }

    После подачи ответы изменить нельзя. До решения заявление можно отозвать.
file-button = Да, подать
discard-confirm = <b>Стереть черновик?</b>

    Все ответы сотрутся насовсем.
discard-button = Да, стереть
discarded = Черновик стёрт.
toast-not-complete = Пакет ещё не полный.
toast-not-connected = Этот отдел не принимает заявления через бот.
toast-not-issued = Перерегистрация — когда свидетельство или справка уже выданы.
toast-preparation-only = Здесь заявление только готовят: подать его через бот нельзя.
prepared-basis = <i>{ $basis }. Текст проверен { $date }. Здесь ничего не подаётся.</i>
prepared-unknown = <b>Чего бот не знает:</b>
prepared-unknown-row = • { $what }
prepared-law-button = Что говорит закон: срок, отказ, жалоба
toast-too-many = Слишком много черновиков. Сотрите ненужный.
package-title = <b>Пакет готов к печати</b>
package-bring = <b>Распечатайте, подпишите и принесите:</b>
package-no-receipt = Заявление ещё не подано и входящего номера нет: его даст отдел, когда примет документы.
package-caption = Заявление для печати. Подпишите и поставьте дату от руки.
card-attach-button = Приложить копию
upload-title = <b>Приложить: { $item }</b>
upload-how = Пришлите фото или PDF, можно несколько. Это не обязательно: оригиналы всё равно сдают в отделе. Копию увидят только сотрудники отдела; из чата бот её уберёт.
upload-count = Прислано файлов: { $count }. Сохранённые файлы бот убирает из чата.
upload-done-button = Готово
upload-drop-button = Стереть эти копии
upload-refused = <b>Файл взять не удалось: { $item }</b>
upload-too-big = Файл больше { $most } МБ. Сфотографируйте заново или уменьшите файл.
upload-no-room = Все копии вместе больше { $most } МБ. Оставьте только нужное.
upload-too-many = Больше { $most ->
        [one] { $most } файла
       *[other] { $most } файлов
    } не помещается. Сотрите лишние.
upload-too-many-pages = В файле больше { $most ->
        [one] { $most } страницы
       *[other] { $most } страниц
    }. Разделите его.
upload-not-a-picture = Это не фотография и не PDF. Пришлите фото документа или PDF.
upload-active = В этом PDF есть программы или вложения, такие бот не берёт. Пришлите фото документа.
upload-encrypted = Этот PDF закрыт паролем. Пришлите его без пароля или фото документа.
upload-too-hard = Этот файл слишком сложный. Пришлите обычное фото документа.
upload-broken = Файл не открылся. Пришлите его ещё раз или фото документа.
bad-name-accents = Над одной буквой больше { $most ->
        [one] { $most } знака
       *[other] { $most } знаков
    }. Напишите имя так, как в документе.
toast-consent = Без согласия бот не спрашивает личных данных.
upload-send = Здесь нужен файл: фото или PDF.

mine-title = <b>Мои заявления</b>
mine-none = <b>Мои заявления</b>

    Пока ни одного.
mine-draft = Черновик: { $subject }
mine-draft-of-several = Черновик { $number }: { $name }, { $date }, { $time }
mine-case = { $number }: { $state }
mine-button = Мои заявления
filed-title = <b>Заявление зарегистрировано: № { $number }</b>
filed-at = Дата и время: { $date }, { $time }. Номер выше — входящий номер отдела, называйте его при обращении ({ CITE("receipt") }).
filed-nothing-received = Документы отдел ещё не получил: зарегистрировано только заявление.
receipt-caption = Копия заявления со штампом. Сохраните её.
handover-title = <b>Что сдать в отделе:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>Заявление № { $number }</b>
state-registered = Заявление зарегистрировано { $filed }. Теперь сдайте документы в отделе.
state-in-review = Все документы сданы, отдел рассматривает заявление, поданное { $filed }.
state-approved = Отдел решил дать свидетельство или справку по заявлению, поданному { $filed }. Документ готовят.
state-ready = Документ готов. Заберите его лично или через представителя по доверенности ({ CITE("handover") }). Заявление подано { $filed }.
state-issued = Документ выдан. Заявление подано { $filed }.
state-refused = Отдел отказал. Заявление подано { $filed }. Причина — в письме отдела ({ CITE("refusal") }).
state-refused-on-substance = Отдел отказал. Заявление подано { $filed }. Основание — в письме отдела.
state-withdrawn = Вы отозвали заявление, поданное { $filed }.
state-not-accepted = Отдел не принял документы: пакет неполный. Заявление подано { $filed }. Чего не хватило — в письме отдела.
state-registered-short = сдайте документы
state-in-review-short = рассматривают
state-approved-short = решено
state-ready-short = готово
state-issued-short = выдано
state-refused-short = отказ
state-withdrawn-short = отозвано
state-not-accepted-short = не приняты
case-coming-button = Я еду: назвать день
case-papers-button = Копия со штампом
case-clocks-button = Как посчитан срок
case-history-button = Что уже было
case-further-button = Согласовать новые материалы
case-renew-button = Перерегистрация
case-again-button = Подать снова
case-withdraw-button = Отозвать заявление
case-back-button = Назад к заявлению
clock-moved = Раньше вам называли: <b>{ $said }</b>. Последний день перенесён. Основание: { $source }
case-paused = Срок результата стоит с <b>{ $date }</b>. Причина: { $reason }. Когда он пойдёт дальше, бот напишет, какой день последний.
no-term-runs = Сейчас ни один срок не идёт.
history-title = <b>Что уже было</b>
event-filed = { $date }, { $time }: заявление зарегистрировано.
event-received = { $date }, { $time }: отдел получил документы.
event-complete = { $date }, { $time }: все документы сданы, срок пошёл.
event-withdrawn = { $date }, { $time }: вы отозвали заявление.
event-coming = { $date }, { $time }: вы сообщили, что едете.
event-not-coming = { $date }, { $time }: вы сообщили, что не приедете.
event-further-materials = { $date }, { $time }: вы попросили согласовать материалы.
event-items = { "    " }{ $items }
withdraw-confirm = <b>Отозвать заявление?</b>

    Вернуть его нельзя, можно только подать новое.
withdraw-yes-button = Да, отозвать
coming-told = Сотрудники отдела знают: <b>{ $day }</b> приедет <b>{ $name }</b>.
coming-late = Если задержитесь, позвоните: { $phones }
coming-when = <b>Когда приедете?</b>

    Выберите день: здесь только дни, когда отдел работает.
coming-closed = В этот день отдел не принимает, или он уже прошёл.
coming-day-button = { $day }
coming-change-button = Другой день
coming-other-button = Приедет { $name }
coming-not-button = Никто не приедет
further-question = <b>Какие материалы согласовать?</b>

    Напишите названия и количество одним сообщением ({ CITE("further-materials") }).

    Пример: <b>Книга «Путь» — 20 экз.</b>
further-told = Запрос передан сотрудникам отдела. Ответ придёт от них.
notice-filed = <b>Новое заявление № { $number }</b>

    { $office }

    Заявитель принесёт документы. Документы ещё не получены.
notice-withdrawn = Заявление № { $number } отозвано заявителем.{ $detail }
notice-further-materials = По делу № { $number } просят согласовать материалы ({ CITE("further-materials") }):

    { $detail }
received-all = <b>Все документы по заявлению № { $number } получены.</b>
received-some = <b>Отдел получил часть документов по заявлению № { $number }.</b>
reminder-draft = У вас есть черновик заявления. Ответы сохранены: можно продолжить.
warning-draft = Черновик заявления давно не меняли. Если ничего не изменить, { $date } он сотрётся вместе с ответами.
erased-draft = Черновик заявления стёрт вместе с ответами: его долго не меняли.
draft-continue-button = Продолжить
receipt-check = Проверить копию: { $link }
receipt-authentic = <b>Копия подлинная.</b>
receipt-states = { $office }
    Входящий номер: <b>{ $number }</b>
    Зарегистрировано: { $date }, { $time }
receipt-received = Документы приняты: { $date }.
receipt-not-received = На день этой копии документы ещё не сданы.
receipt-altered = <b>Копия изменена.</b> Подпись не сходится с текстом. Спросите подлинную копию у заявителя или в отделе.
receipt-unknown-key = <b>Неизвестный ключ.</b> Эту копию подписал не этот бот, проверить её здесь нельзя.
receipt-another-edition = <b>Другая редакция стандарта.</b> Подпись верна, но текст этой копии здесь сравнить не с чем.
receipt-not-ours = <b>Это не копия заявления.</b> Пришлите текст QR-кода целиком.
case-calendar-button = В календарь
calendar-caption = Откройте файл: телефон добавит дни в календарь и напомнит о них заранее. Если день изменится, возьмите файл снова: новая запись заменит старую. В файле только номер заявления и отдел.
calendar-term = Заявление № { $number }: последний день срока
calendar-visit = Заявление № { $number }: приехать в отдел
reminder-result-tomorrow = <b>Заявление № { $number }: завтра, { $date }, последний день, когда должен быть результат.</b>
reminder-result = <b>Заявление № { $number }: следующий рабочий день, { $date }, — последний, когда должен быть результат.</b>
reminder-result-else = Если к этому дню результата не будет, бот напишет, как пожаловаться.
reminder-renewal = <b>Документ № { $certificate } выдан на срок до { $date }.</b>
reminder-renewal-how = Если деятельность продолжится, подайте на перерегистрацию заранее: бот подставит прежние ответы.
reminder-off-button = Не напоминать
reminder-on-button = Напоминать
reminder-off = Бот больше не напомнит.
reminder-on = Бот напомнит о сроке.
forward-button = Переслать представителю
forward-toast = Перешлите это сообщение: личных данных в нём нет.
forward-title = <b>Кто едет в отдел, возьмите с собой удостоверение личности.</b>
forward-visit = Отдел ждёт: <b>{ $day }</b>
forward-day = Ближайший день, когда отдел работает: <b>{ $day }</b>
forward-collect = Документ готов. Представителю его выдают по доверенности ({ CITE("handover") }).
pin-button = Закрепить
unpin-button = Открепить
pinned-toast = Закреплено. Когда что-то изменится, бот обновит это сообщение без звука.
