mine-title = <b>Мои заявления</b>
mine-none = <b>Мои заявления</b>

    Пока ни одного.
mine-draft = Черновик: { $subject }
mine-case = { $number }: { $state }
mine-button = Мои заявления
filed-title = <b>Заявление зарегистрировано: № { $number }</b>
filed-at = Дата и время: { $date }, { $time }. Номер выше — входящий номер отдела, называйте его при обращении (пункт 14).
filed-when = Приходите в часы работы, запись не нужна. Если сдать всё в такой день: <b>{ $day }</b>, результат будет не позже: <b>{ $last }</b> (пункт 7). Перед этим распечатайте и подпишите заявление.
filed-nothing-received = Документы отдел ещё не получил: зарегистрировано только заявление.
receipt-caption = Копия заявления со штампом. Сохраните её.
handover-title = <b>Что сдать в отделе:</b>
handover-row = • { $item }{ $count ->
        [0] { "" }
        [1] { "" }
       *[other] : { $count }
    }
case-title = <b>Заявление № { $number }</b>
case-decision = Результат — не позже: <b>{ $date }</b> (пункт 7).
case-refusal = Сданы не все документы. Если отдел откажет, он должен ответить письменно с причиной не позже: <b>{ $date }</b> (пункт 16).
state-registered = Заявление зарегистрировано { $filed }. Теперь сдайте документы в отделе.
state-in-review = Все документы сданы, отдел рассматривает заявление, поданное { $filed }.
state-approved = Отдел решил дать свидетельство или справку по заявлению, поданному { $filed }. Документ готовят.
state-ready = Документ готов. Заберите его лично или через представителя по доверенности (пункт 15). Заявление подано { $filed }.
state-issued = Документ выдан. Заявление подано { $filed }.
state-refused = Отдел отказал. Заявление подано { $filed }. Причина — в письме отдела (пункт 16).
state-withdrawn = Вы отозвали заявление, поданное { $filed }.
state-registered-short = сдайте документы
state-in-review-short = рассматривают
state-approved-short = решено
state-ready-short = готово
state-issued-short = выдано
state-refused-short = отказ
state-withdrawn-short = отозвано
case-coming-button = Я еду: заказать пропуск
case-papers-button = Копия со штампом (DOCX)
case-clocks-button = Как посчитан срок
case-history-button = Что уже было
case-further-button = Согласовать новые материалы
case-renew-button = Перерегистрация
case-withdraw-button = Отозвать заявление
case-back-button = Назад к заявлению
clock-decision = <b>Срок результата</b> ({ $cites })
clock-refusal = <b>Срок отказа с причиной</b> ({ $cites })
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
coming-told = Сотрудники отдела знают, что едет <b>{ $name }</b>, и закажут пропуск (пункт 10). Записи нет: принимают в порядке очереди (пункт 9). Если задержитесь, позвоните: { $phones }
coming-other-button = Приедет { $name }
coming-not-button = Никто не приедет
coming-not-told = Сотрудники отдела знают, что никто не приедет: пропуск не нужен. Если планы изменятся, нажмите «Я еду».
further-question = <b>Какие материалы согласовать?</b>

    Напишите названия и количество одним сообщением (пункт 11.1).

    Пример: <b>Книга «Путь» — 20 экз.</b>
further-told = Запрос передан сотрудникам отдела. Ответ придёт от них.
notice-filed = <b>Новое заявление № { $number }</b>

    { $office }

    Заявитель принесёт документы. Документы ещё не получены.
notice-coming = По заявлению № { $number } едет: <b>{ $detail }</b>. Нужен разовый пропуск (пункт 10).
notice-not-coming = По заявлению № { $number } не приедет: <b>{ $detail }</b>. Пропуск не нужен.
notice-withdrawn = Заявление № { $number } отозвано заявителем.{ $detail }
notice-further-materials = По делу № { $number } просят согласовать материалы (пункт 11.1):

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
