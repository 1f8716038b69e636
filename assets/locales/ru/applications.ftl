home-apply-button = Подать заявление
home-mine-button = Мои заявления
command-apply = Подать заявление
command-my = Мои заявления

apply-intro = <b>Учётная регистрация</b>

    Для миссионеров и малочисленных религиозных групп. Услуга бесплатная ({ CITE("fee") }).

    Срок — { $days ->
            [one] { $days } рабочий день
            [few] { $days } рабочих дня
           *[other] { $days } рабочих дней
        } со дня сдачи полного пакета документов ({ CITE("result") }). Свидетельство или справка — бумажные, их выдают лично в отделе ({ CITE("paper-only", "handover") }).

    Бот поможет собрать пакет и заполнит заявление. Кого регистрируем?
subject-missionary = Миссионер
subject-group = Малочисленная религиозная группа
apply-needed-missionary = <b>Что понадобится миссионеру</b>
apply-needed-group = <b>Что понадобится группе</b>
apply-needed-row = • { $item } ({ $cites })
apply-needed-if = { $row } — { $condition }
apply-needed-way = Заявление бот заполнит по вашим ответам. Ответы сохраняются сразу: можно прерваться и вернуться в любой день.
condition-owner-is-natural-person = если помещение принадлежит физическому лицу
condition-representative = если подаёт представитель
apply-begin-button = Начать
apply-back-button = Назад
apply-consent = Бот спросит личные данные, чтобы заполнить заявление. Согласны?
apply-agree-button = Даю согласие, начать
apply-later-button = Отложить, ответы сохранены
apply-previous-button = Назад к прошлому вопросу
apply-keep-button = Оставить как есть
apply-place = Вопрос { $number } из { $total }
apply-now = Сейчас: <b>{ $answer }</b>
apply-not-on-form = В форме заявления этой строки нет: ответ нужен для свидетельства.
apply-new-button = Новое заявление
apply-which = <b>У вас есть черновик</b>

    Ответы в нём сохранены. Продолжить его или начать новое заявление?

q-intent = <b>Регистрация или перерегистрация?</b>
q-intent-why = Перерегистрация — если свидетельство или справка уже есть ({ $cites }).
q-by = <b>Кто подаёт заявление?</b>
q-by-why = Представителю нужна доверенность ({ $cites }).
q-territory = <b>Где будет деятельность?</b>
q-territory-why = От территории зависит, в какой отдел подавать ({ $cites }). Выберите область или город.
q-earlier-number = <b>Номер прежнего свидетельства или справки?</b>
q-earlier-number-why = По номеру отдел найдёт прежнюю запись в журнале ({ $cites }).
q-earlier-number-example = Пример: <b>17</b> или <b>2-65/17</b>
q-earlier-date = <b>Дата прежнего свидетельства или справки?</b>
q-earlier-date-why = Она стоит рядом с номером ({ $cites }).
q-earlier-date-example = Пример: <b>05.03.2025</b> или <b>5 марта 2025</b>
q-representative-name = <b>Фамилия, имя, отчество представителя?</b>
q-representative-name-why = На это имя должна быть доверенность ({ $cites }).
q-representative-name-example = Пример: <b>Ахметова Айгуль Сериковна</b>
q-full-name = <b>Фамилия, имя, отчество заявителя?</b>
q-full-name-why = Так, как в документе, удостоверяющем личность ({ $cites }).
q-full-name-example = Пример: <b>Иванов Пётр Сергеевич</b>
q-address = <b>Адрес местонахождения?</b>
q-address-why = Где вы живёте сейчас ({ $cites }).
q-address-example = Пример: <b>г. Кокшетау, ул. Ауэзова, 141, кв. 5</b>
q-document-kind = <b>Какой у вас документ, удостоверяющий личность?</b>
q-document-kind-why = Он войдёт в заявление ({ $cites }). Если нужного нет среди кнопок, напишите название.
q-document-number = <b>Номер документа?</b>
q-document-number-why = Как напечатан в документе ({ $cites }).
q-document-number-example = Пример: <b>N12345678</b>
q-document-date = <b>Когда выдан документ?</b>
q-document-date-why = Дата выдачи нужна в заявлении ({ $cites }).
q-document-date-example = Пример: <b>05.03.2020</b> или <b>5 марта 2020</b>
q-document-issuer = <b>Кем выдан документ?</b>
q-document-issuer-why = Орган, который указан в документе ({ $cites }).
q-document-issuer-example = Пример: <b>МВД Республики Казахстан</b>
q-confession = <b>Вероисповедная принадлежность?</b>
q-confession-why = Напишите так, как называете её сами ({ $cites }).
q-confession-example = Пример: <b>ислам суннитского направления</b> или <b>православие</b>
q-term-from = <b>С какого дня начнётся миссионерская деятельность?</b>
q-term-from-why = Начало срока в заявлении ({ $cites }).
q-term-from-example = Пример: <b>05.03.2027</b> или <b>5 марта 2027</b>
q-term-to = <b>До какого дня?</b>
q-term-to-why = Конец срока в заявлении ({ $cites }).
q-term-to-example = Пример: <b>05.03.2028</b> или <b>5 марта 2028</b>
q-citizenship = <b>Гражданство?</b>
q-citizenship-why = Строка свидетельства ({ $cites }).
q-citizenship-example = Пример: <b>Республика Казахстан</b>
q-association = <b>Какое религиозное объединение вы представляете?</b>
q-association-why = Строка свидетельства ({ $cites }).
q-association-example = Пример: <b>РО «Духовное управление мусульман Казахстана»</b>
q-city = <b>Какой город или населённый пункт указать в свидетельстве?</b>
q-city-why = Строка «г.» в свидетельстве ({ $cites }).
q-city-example = Пример: <b>Кокшетау</b>
q-group-name = <b>Наименование религиозной группы?</b>
q-group-name-why = Так, как группа себя называет ({ $cites }).
q-group-name-example = Пример: <b>Группа «Надежда»</b>
q-leader-name = <b>Фамилия, имя, отчество руководителя группы?</b>
q-leader-name-why = Так, как в документе, удостоверяющем личность ({ $cites }).
q-leader-name-example = Пример: <b>Қожахметов Әлімжан Өтепұлы</b>
q-adult-members = <b>Сколько в группе совершеннолетних членов?</b>
q-adult-members-why = Число стоит в заявлении, и от него зависит, сколько копий документов нужно ({ $cites }).
q-adult-members-example = Пример: <b>12</b>
q-location = <b>Где расположена группа?</b>
q-location-why = Адрес, где группа собирается ({ $cites }).
q-location-example = Пример: <b>г. Кокшетау, ул. Ауэзова, 141</b>
q-place-of-worship = <b>Есть ли культовое сооружение?</b>
q-place-of-worship-why = Если есть, напишите, какое и где ({ $cites }).
q-place-of-worship-example = Пример: <b>молитвенный дом, ул. Абая, 5</b>
q-leader-counted = <b>Руководитель входит в названное число членов?</b>
q-leader-counted-why = Нужны копии документов руководителя и всех членов ({ $cites }): если руководитель не посчитан, копий на одну больше.
q-premises-owner = <b>Кто владелец помещения группы?</b>
q-premises-owner-why = Если владелец — физическое лицо, нужно его согласие ({ $cites }).

choice-intent-registration = Регистрация, впервые
choice-intent-reregistration = Перерегистрация
choice-by-self = Я сам или сама
choice-by-representative = Представитель по доверенности
choice-document-kind-passport = Паспорт
choice-document-kind-identity-card = Удостоверение личности
choice-document-kind-residence-permit = Вид на жительство
choice-document-kind-refugee = Удостоверение беженца
choice-document-kind-stateless = Удостоверение лица без гражданства
choice-place-of-worship-none = Нет
choice-leader-counted-yes = Да, входит
choice-leader-counted-no = Нет, он сверх этого числа
choice-premises-owner-person = Физическое лицо
choice-premises-owner-entity = Организация или государство

label-intent = Вид
label-by = Кто подаёт
label-territory = Территория
label-office = Куда
label-earlier-number = Прежний номер
label-earlier-date = Прежняя дата
label-representative-name = Представитель
label-full-name = Фамилия, имя, отчество
label-address = Адрес
label-document-kind = Документ
label-document-number = Номер документа
label-document-date = Дата выдачи
label-document-issuer = Кем выдан
label-confession = Вероисповедание
label-term-from = Начало срока
label-term-to = Конец срока
label-citizenship = Гражданство
label-association = Объединение
label-city = Город
label-group-name = Наименование группы
label-leader-name = Руководитель
label-adult-members = Число членов
label-location = Расположение
label-place-of-worship = Культовое сооружение
label-leader-counted = Руководитель в числе членов
label-premises-owner = Владелец помещения

bad-empty = Ответ пустой. Напишите его текстом.
bad-choose = Выберите ответ кнопкой.
bad-declare = Ответьте «есть» или «пока нет», или нажмите кнопку.
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

item-application = заявление
item-mission-authority = копия доверенности от религиозного объединения на миссионерскую деятельность
item-association-registration = копия документа о регистрации религиозного объединения
item-invitation = вызов от религиозного объединения, зарегистрированного в Казахстане
item-materials = литература и другие материалы религиозного назначения
item-identity = паспорт или удостоверение личности для показа при подаче
item-power-of-attorney = доверенность представителя
item-identity-copies = копии удостоверений или паспортов руководителя и членов группы
item-premises = копия документа на помещение
item-owner-consent = согласие владельца помещения
item-mission-authority-button = Доверенность от объединения
item-association-registration-button = Регистрация объединения
item-invitation-button = Вызов
item-materials-button = Литература и материалы
item-identity-button = Паспорт или удостоверение
item-power-of-attorney-button = Доверенность представителя
item-identity-copies-button = Копии документов членов
item-premises-button = Документ на помещение
item-owner-consent-button = Согласие владельца
item-mission-authority-what = Объединение пишет, что доверяет вам вести миссионерскую деятельность от его имени. Нужна копия. Подойдёт и другой его документ о том же.
item-association-registration-what = Документ о том, что объединение официально зарегистрировано по законам своей страны. Нужна копия.
item-invitation-what = Приглашение от объединения, которое зарегистрировано в Казахстане. Нужен сам документ.
item-materials-what = Книги, записи, предметы, которые вы будете использовать. Их приносят в отдел. Новые материалы потом согласуют отдельно ({ CITE("further-materials") }).
item-identity-what = Документ показывают при подаче. Копию в бот не присылайте: так ваши данные целее.
item-power-of-attorney-what = Доверенность на имя представителя: подать заявление и получить результат.
item-identity-copies-what = По одной копии на каждого: руководителя и всех совершеннолетних членов. В бот их не присылайте, принесите в отдел.
item-premises-what = Договор аренды, купли-продажи или другой документ о праве на помещение со штампом о регистрации прав.
item-owner-consent-what = Владелец пишет, что не против, чтобы помещение было местом нахождения группы.
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
checklist-button = Все документы

review-title = <b>Проверьте: { $subject }</b>
review-row = { $label }: <b>{ $answer }</b>
review-row-certificate = { $row } (для свидетельства)
review-unanswered = нет ответа
review-lacking = <b>Чего не хватает.</b> Без этого отдел откажет ({ CITE("refusal") }), поэтому подать пока нельзя:
review-lacking-row = • { $item } ({ $cites })
review-materials = <b>Литература и материалы</b>
review-file-button = Подать заявление
review-package-button = Получить пакет для печати
review-preview-button = Посмотреть заявление (DOCX)
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
filed-when = Приходите в часы работы, запись не нужна. Если сдать всё в такой день: <b>{ $day }</b>, результат будет не позже: <b>{ $last }</b> ({ CITE("result") }). Перед этим распечатайте и подпишите заявление.
filed-nothing-received = Документы отдел ещё не получил: зарегистрировано только заявление.
receipt-caption = Копия заявления со штампом. Сохраните её.
handover-title = <b>Что сдать в отделе:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>Заявление № { $number }</b>
case-decision = Результат — не позже: <b>{ $date }</b> ({ CITE("result") }).
case-refusal = Сданы не все документы. Если отдел откажет, он должен ответить письменно с причиной не позже: <b>{ $date }</b> ({ CITE("refusal") }).
state-registered = Заявление зарегистрировано { $filed }. Теперь сдайте документы в отделе.
state-in-review = Все документы сданы, отдел рассматривает заявление, поданное { $filed }.
state-approved = Отдел решил дать свидетельство или справку по заявлению, поданному { $filed }. Документ готовят.
state-ready = Документ готов. Заберите его лично или через представителя по доверенности ({ CITE("handover") }). Заявление подано { $filed }.
state-issued = Документ выдан. Заявление подано { $filed }.
state-refused = Отдел отказал. Заявление подано { $filed }. Причина — в письме отдела ({ CITE("refusal") }).
state-withdrawn = Вы отозвали заявление, поданное { $filed }.
state-registered-short = сдайте документы
state-in-review-short = рассматривают
state-approved-short = решено
state-ready-short = готово
state-issued-short = выдано
state-refused-short = отказ
state-withdrawn-short = отозвано
case-coming-button = Я еду: назвать день
case-papers-button = Копия со штампом (DOCX)
case-clocks-button = Как посчитан срок
case-history-button = Что уже было
case-further-button = Согласовать новые материалы
case-renew-button = Перерегистрация
case-withdraw-button = Отозвать заявление
case-back-button = Назад к заявлению
clock-decision = <b>Срок результата</b> ({ $cites })
clock-refusal = <b>Срок отказа с причиной</b> ({ $cites })
clock-moved = Раньше вам называли: <b>{ $said }</b>. Последний день перенесён. Основание: { $source }
clock-none = Сейчас ни один срок не идёт.
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
coming-not-told = Сотрудники отдела знают, что никто не приедет: пропуск не нужен. Если планы изменятся, нажмите «Я еду».
further-question = <b>Какие материалы согласовать?</b>

    Напишите названия и количество одним сообщением ({ CITE("further-materials") }).

    Пример: <b>Книга «Путь» — 20 экз.</b>
further-told = Запрос передан сотрудникам отдела. Ответ придёт от них.
notice-filed = <b>Новое заявление № { $number }</b>

    { $office }

    Заявитель принесёт документы. Документы ещё не получены.
notice-coming = По заявлению № { $number } едет: <b>{ $detail }</b>, день: <b>{ $day }</b>. Нужен разовый пропуск ({ CITE("pass") }).
notice-not-coming = По заявлению № { $number } не приедет: <b>{ $detail }</b>. Пропуск не нужен.
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
