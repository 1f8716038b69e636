home-work-button = Очередь дел
home-people-button = Люди и приглашения

role-registrar = регистратор
role-officer = сотрудник
role-head = руководитель
role-admin = администратор
role-can-registrar = Принимает документы, сообщает, что документ готов, выдаёт его, видит журнал и пропуска.
role-can-officer = Берёт дела, принимает документы, решает по своим делам, выдаёт свидетельства и справки.
role-can-head = Видит все дела отдела, распределяет их и решает по ним. Приглашает сотрудников и регистраторов.
role-can-admin = Приглашает людей и видит, какие отделы подключены. Дел не видит.

staff-people = <b>Люди</b>

    Подключённых отделов: { $connected } из { $all }.

    Рядом с названием — сколько там людей.
staff-units = <b>Отделы</b>

    Подключено: { $connected } из { $all }. Отдел подключён, когда в нём есть сотрудник или руководитель: тогда он принимает заявления через бот.
staff-units-row = { $region }: { $connected } из { $all }
staff-region = <b>{ $region }</b>

    Подключено отделов: { $connected } из { $all }. Рядом с названием — сколько там людей.
staff-own-units = <b>Ваши отделы</b>

    Рядом с названием — сколько там людей.
staff-former = <b>Прежние отделы и акиматы</b>

    Их нет в действующей редакции, но там ещё есть люди или незаконченная работа. Новых заявлений и жалоб они не принимают, а начатое доводят до конца. Пригласить туда можно, только пока есть что заканчивать.
staff-former-button = Прежние отделы и акиматы
staff-former-back-button = К прежним отделам и акиматам
staff-unit-former = В действующей редакции его нет: новых заявлений и жалоб он не принимает, а начатое доводит до конца.
staff-nobody-left = Здесь никого нет и заканчивать нечего.
staff-unit-number = Номер: { $number }
staff-unit-numbers = Номера для команд — { $names }
staff-department-button = Управление
staff-connected = Принимает заявления через бот.
staff-not-connected = Заявлений через бот не принимает: здесь некому решать.
staff-nobody = Пока никого нет. Пригласите первого.
staff-row = • { $name } — { $role }
staff-more = … и ещё: { $count }
staff-person = <b>{ $name }</b>
staff-person-row = { $unit }: { $role }
staff-person-own = Это вы. Свою роль меняет не сам человек, а другой руководитель или администратор.
staff-person-theirs = Эту роль меняет администратор.
staff-admins = <b>Администраторы</b>

    По приглашению: { $invited }. Из настроек (ADMIN_IDS): { $settings }.
staff-admins-button = Администраторы
staff-open-button = Открытые приглашения: { $count }
staff-invite-button = Пригласить
staff-people-button = К людям
staff-unit-button = К отделу
staff-region-button = К области
staff-person-button = Назад
staff-units-button = К отделам
staff-back-button = Назад

staff-rerole-button = Сменить роль
staff-bind-button = Добавить отдел
staff-end-button = Закончить работу здесь
staff-rerole = <b>Кем будет { $name }?</b>

    { $unit }
    Сейчас: { $role }.
staff-rerole-frees = Регистратор дел не ведёт. Если выбрать эту роль, бот спросит, кому передать дела: { $count }.
staff-rerole-closes = Других, кто решает, в отделе нет. Если выбрать регистратора, <b>новых заявлений через бот отдел принимать не сможет</b>.
staff-bind = <b>В каком ещё отделе работает { $name }?</b>

    Роль там будет та же: { $role }. Потом её можно сменить.
staff-bind-none = Больше добавить нечего: других отделов здесь нет.
staff-end = <b>{ $name } больше не работает здесь?</b>

    { $unit }
staff-end-cases = Дел за этим человеком нет.
staff-end-closes = <b>Решать в отделе будет некому</b>: новых заявлений через бот он принимать не сможет.
staff-end-yes-button = Да, закончить
staff-rerole-left = <b>{ $name } теперь { $role }?</b>

    { $unit }
staff-left-cases = Открытых дел: { $count }.
staff-left-complaints = Жалоб, на которые ещё нет ответа: { $count }.
staff-left-ask = <b>Кому их передать?</b> Нажмите, и изменение вступит в силу. Новые исполнители получат номера, заявителей бот не тревожит.
staff-left-rest = То, с чем человек по своей роли работать не может, останется в очереди.
staff-left-nobody = Передать это здесь пока некому: останется в очереди.
staff-left-to-button = { $name } ({ $role })
staff-left-evenly-button = Поровну между всеми
staff-left-queue-button = В общую очередь
staff-left-changed = <b>Пока вы смотрели, здесь кое-что изменилось.</b> Выберите ещё раз.
staff-admin-end = <b>{ $name } больше не администратор?</b>
staff-done-toast = Готово.

invite-role = <b>Кого пригласить?</b>
invite-role-row = <b>{ $role }</b>
    { $can }
invite-unit = <b>В какой отдел?</b>

    Роль: { $role }.
invite-region = <b>В какой области?</b>

    Роль: { $role }.
invite-admin = <b>Пригласить администратора?</b>
invite-admin-button = Сделать ссылку
invite-all-button = Во все мои отделы
invite-made = <b>Приглашение готово.</b>

    Ссылка — в следующем сообщении. Отправьте её лично тому, кого приглашаете.
invite-more-button = Пригласить ещё
invite-link = <b>Приглашение в Tirkeu: { $role }</b>
invite-link-open = Чтобы войти, откройте ссылку: { $link }
invite-link-until = Ссылка работает один раз, до { $time }, { $date }. Войдёт тот, кто откроет её первым и напишет своё имя.
invite-revoke-button = Отозвать приглашение
invite-open = <b>Открытые приглашения</b>
invite-open-none = <b>Открытые приглашения</b>

    Сейчас нет ни одного.
invite-open-row = { $number }. { $role }, { $units } — до { $time }, { $date }
invite-open-admin = { $number }. { $role } — до { $time }, { $date }
invite-open-button = Отозвать { $number }
invite-revoked-toast = Приглашение отозвано, ссылка больше не работает.
invite-gone-toast = Это приглашение уже не действует.
invite-too-many = Открытых приглашений уже { $most }: больше нельзя. Отзовите лишние.
invite-example = Не получилось прочитать. Сначала роль, потом номера отделов: приложение и строка.

    Пример: <b>/invite officer 2/65 2/66</b>

    Роли: registrar — регистратор, officer — сотрудник, head — руководитель, admin — администратор (без отделов).

    Номер отдела можно не искать: нажмите «Пригласить» и выберите из списка.

join-title = <b>Вас приглашают: { $role }</b>
join-question = Напишите свою фамилию и инициалы одним сообщением.

    Пример: <b>Ахметова А. Б.</b>
join-why = Имя хранится в боте. Его видят коллеги, оно стоит в журналах и на талонах.
join-keep = Ваши заявления и черновики останутся как есть.
join-later-button = Не сейчас
join-bad = <b>Эта ссылка не работает.</b>

    Ею уже воспользовались, её отозвали или прошли сутки. Попросите новую у того, кто вас пригласил.
join-nothing-new = <b>Эта ссылка ничего вам не добавит.</b>

    Такая роль у вас уже есть. Если вы приглашаете другого человека, отправьте ссылку ему.
join-welcome = <b>Здравствуйте, { $name }!</b>

    Ваша роль: { $role }.
join-first-work = <b>С чего начать</b>

    /queue — какие дела ждут
    /help — что ещё умеет бот

    Все команды — в меню слева от поля для сообщения.
join-first-admin = <b>С чего начать</b>

    /invite — пригласить людей
    /units — какие отделы подключены

    Все команды — в меню слева от поля для сообщения.
bad-units-needed = Укажите хотя бы один отдел.
bad-units-none = Администратора приглашают без отделов.
bad-units-many = Отделов в одном приглашении — не больше { $most }.
bad-units-unknown = Отдела { $unit } нет в { CITE("offices", case: "prepositional") }.
bad-units-former = { $unit } есть только в прежней редакции, и заканчивать там нечего: никого нового туда не приглашают.
bad-signature-initials = Не хватает инициалов.
bad-signature-full = Нужна одна фамилия и один или два инициала, имя целиком писать не надо.
bad-signature-order = Сначала фамилия, потом инициалы.

notice-staff-joined = <b>{ $name }</b> теперь в боте. Роль: { $role }.
notice-staff-bound = <b>Ваша роль: { $role }</b>
told-left = <b>{ $name } передаёт свою работу.</b>
told-left-cases = Теперь эти дела ведёте вы: { $number }
told-left-complaints = На эти жалобы теперь отвечаете вы: { $number }
told-left-waiting-cases = Эти дела ждут, кто их возьмёт: { $number }
told-left-waiting-complaints = Эти жалобы ждут ответа, ответить может любой, кто отвечает на жалобы: { $number }
notice-staff-ended = Вы больше не работаете в боте за этот отдел:
notice-staff-admin-ended = Вы больше не администратор бота.

staff-officers-example = Напишите номер отдела, например: <b>/officers 2/3</b>
staff-denied = Людьми отдела и приглашениями занимаются руководитель отдела и администраторы. Вам это сейчас недоступно: обратитесь к своему руководителю.
command-queue = Очередь дел
command-case = Открыть дело по номеру
command-take = Взять дело
command-release = Вернуть дело в общую очередь
command-assign = Назначить дело сотруднику
command-receive = Принять документы
command-need = Попросить недостающее
command-approve = Решить: дать документ
command-refuse = Отказать с причиной
command-ready = Документ готов к выдаче
command-issue = Выдать документ
command-status = Сменить состояние дела
command-journal = Журнал выданных
command-passes = Кто едет: пропуска
command-export = Выгрузить дела за период
command-officers = Люди отдела
command-invite = Пригласить в бот
command-units = Отделы и сколько в них людей
staff-akimat-button = Акимат: { $region }
staff-takes-complaints = Принимает жалобы через бот.
staff-takes-no-complaints = Жалоб через бот не принимает: здесь некому отвечать.
