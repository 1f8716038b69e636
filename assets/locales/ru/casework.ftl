work-denied = Так сделать нельзя. Либо такого дела в ваших отделах нет, либо это действие вам сейчас недоступно.
toast-denied = Так сделать нельзя.
work-take-first = <b>Сначала возьмите дело:</b> решает тот, кто его ведёт. Кнопка «Взять дело» ниже.
toast-changed = Дело изменилось. Вот что есть сейчас.
work-changed = <b>Пока вы смотрели, дело изменилось:</b>
work-changed-own = <b>Вы сами уже изменили это на другом экране.</b> Вот что есть сейчас.
work-not-kept = Ваш текст не записан. Скопировать его можно из вашего сообщения выше. Вот он:

    { $text }
work-items = { "    " }{ $items }
work-by-applicant = заявитель
work-by-office = отдел
bad-nothing-ticked = Ничего не отмечено. Отметьте документы, потом нажмите кнопку под ними.

work-queue-title = <b>Очередь дел</b>
work-heap-all = Все открытые: { $count }
work-heap-mine = Мои: { $count }
work-heap-unassigned = Никто не взял: { $count }
work-heap-overdue = Просрочены: { $count }
work-heap-today = Срок сегодня: { $count }
work-heap-empty = Здесь пусто.
work-heap-all-button = Все: { $count }
work-heap-mine-button = Мои: { $count }
work-heap-unassigned-button = Свободные: { $count }
work-heap-overdue-button = Просрочены: { $count }
work-heap-today-button = Сегодня: { $count }
work-row = • { $number } — { $state }
work-row-due = • { $number } — { $state }. Срок: { $date }
work-row-late = • <b>{ $number } — { $state }. Срок прошёл: { $date }</b>
work-row-recounted = { "    " }⚠️ календарь изменился: по нему { $date }
work-row-paused = { "    " }⏸ срок стоит с { $date }
unreached = ❗ <b>Не доставлено, позвоните.</b> Этот человек остановил бота: сообщения ждут, пока он не вернётся.
unreached-phone = Телефон, который он написал: <b>{ $phone }</b>
unreached-address = Телефона он не написал. Адрес: { $address }
unreached-row = { "    " }❗ не доставлено, позвоните
unreached-row-phone = { "    " }❗ не доставлено, позвоните: { $phone }
work-case-button = { $number }: { $state }
work-case-colleague-button = { $number }: { $state }, ведёт коллега
work-cut = Показаны первые { $most }, всего { $total }. Другое дело откройте по номеру.
work-page = Страница { $page } из { $pages }
work-earlier-button = ◀ Раньше
work-later-button = Дальше ▶
work-queue-button = К очереди
work-card-button = К делу
work-books-button = Журнал, пропуска, выгрузка
work-example = Можно сразу с номером, например: <b>/{ $command } 2-65/2026-17</b>
work-no-number = Такого номера нет в журнале ваших отделов: { $typed }.
work-which-number = Какое дело? Этот номер есть в нескольких журналах.
work-bad-number = «{ $typed }» — не входящий номер.
work-status-how = Напишите номер и состояние: <b>/status 2-65/2026-17 готово</b>. Состояния: приняты, решено, отказ, готово, выдано.
work-pick-see = <b>Какое дело открыть?</b>
work-pick-receive = <b>По какому делу приняты документы?</b>
work-pick-need = <b>По какому делу чего-то не хватает?</b>
work-pick-take = <b>Какое дело взять?</b>
work-pick-release = <b>Какое дело вернуть в очередь?</b>
work-pick-assign = <b>Какое дело передать?</b>
work-pick-approve = <b>По какому делу решено выдать документ?</b>
work-pick-refuse = <b>По какому делу отказать?</b>
work-pick-ready = <b>По какому делу документ готов?</b>
work-pick-issue = <b>По какому делу выдать документ?</b>
work-pick-none = Сейчас таких дел нет.

work-card-title = <b>Дело № { $number }</b>
work-applicant = Заявитель: <b>{ $name }</b>
work-representative = Представитель: { $name }
work-assigned = Ведёт: { $name }
work-unassigned = Никто не взял
work-assigned-before = Вёл(а): { $name }
work-assigned-gone = Кто вёл дело, здесь больше не работает
work-unassigned-since = Никто не взял. До { $date } вёл(а): { $name }
work-state-registered = Зарегистрировано, сданы не все документы
work-state-in-review = Все документы сданы, на рассмотрении
work-state-approved = Решено выдать, документ готовят
work-state-ready = Документ готов, ждёт заявителя
work-state-issued = Документ выдан
work-state-refused = Отказано
work-state-withdrawn = Заявитель отозвал заявление
work-state-not-accepted = Документы не приняты
work-state-registered-short = ждём документы
work-state-in-review-short = рассмотрение
work-state-approved-short = готовим
work-state-ready-short = к выдаче
work-state-issued-short = выдано
work-state-refused-short = отказ
work-state-withdrawn-short = отозвано
work-state-not-accepted-short = не приняты
work-recounted = <b>⚠️ Календарь изменился.</b> Действует названный день, пока руководитель не решит иначе.
work-recounted-result = • Результат: назван <b>{ $said }</b>, по сегодняшнему календарю — { $now }
work-recounted-refusal = • Отказ: назван <b>{ $said }</b>, по сегодняшнему календарю — { $now }
work-term-paused = <b>Срок стоит с { $date }.</b> Причина: { $reason }
work-handed-over = <b>Документы:</b>
work-ticked = ✅ { $item }
work-unticked = ▫️ { $item }
work-handed-out = Выдано { $date }, { $time }: { $name }. Документ: { $document }
work-refused-late = Отказ опоздал: срок был { $date }.
work-take-button = Взять дело
work-release-button = Вернуть в очередь
work-assign-button = Передать другому
work-receive-button = Принять документы
work-need-button = Попросить недостающее
work-approve-button = Решить: выдать
work-refuse-button = Отказать
work-refuse-on-substance-button = Отказать по существу
work-refuse-to-accept-button = Не принимать документы
work-ready-button = Документ готов
work-issue-button = Выдать документ
work-settle-button = Календарь изменился: решить
work-pause-button = Остановить срок
work-resume-button = Срок идёт дальше
work-answers-button = Ответы
work-copies-button = Копии
work-papers-button = Документы (PDF, DOCX)
work-history-button = История
work-clocks-button = Сроки
work-answers = <b>Заявление № { $number }</b>
work-copies = Копии, которые приложил заявитель: { $count }. Подлинники и бумажные копии приносят в отдел.
work-copies-none = Заявитель копий не прикладывал.
work-copy-button = { $number }. { $item }
work-file = Дело № { $number }
work-certificate-file = Дело № { $number }. Распечатайте, подпишите, поставьте печать. Потом нажмите «Документ готов».
work-letter-file = Дело № { $number }. Письмо об отказе: распечатайте и подпишите.
work-event-filed = { $date }, { $time }: подано — { $who }
work-event-received = { $date }, { $time }: приняты документы — { $who }
work-event-complete = { $date }, { $time }: пакет полный, срок пошёл — { $who }
work-event-withdrawn = { $date }, { $time }: отозвано — { $who }
work-event-not-coming = { $date }, { $time }: не приедет — { $who }
work-event-coming = { $date }, { $time }: едет в отдел — { $who }
work-event-further-materials = { $date }, { $time }: просит согласовать материалы — { $who }
work-event-taken = { $date }, { $time }: дело взято — { $who }
work-event-released = { $date }, { $time }: дело вернулось в очередь — { $who }
work-event-assigned = { $date }, { $time }: передал(а) дело — { $who }
work-event-assigned-to = { $date }, { $time }: передал(а) дело, теперь его ведёт { $to } — { $who }
work-event-passed-on = { $date }, { $time }: дело передано: { $had } → { $to } — { $who }
work-event-released-by = { $date }, { $time }: дело вернулось в очередь, до этого его вёл(а) { $had } — { $who }
work-event-needed = { $date }, { $time }: у заявителя попросили недостающее — { $who }
work-event-approved = { $date }, { $time }: решено выдать — { $who }
work-event-refused = { $date }, { $time }: отказано — { $who }
work-event-not-accepted = { $date }, { $time }: документы не приняты — { $who }
work-event-ready = { $date }, { $time }: документ готов — { $who }
work-event-issued = { $date }, { $time }: выдал(а) документ — { $who }
work-event-term-kept = { $date }, { $time }: календарь изменился, названный день оставлен — { $who }
work-event-term-moved = { $date }, { $time }: последний день перенесён — { $who }
work-event-term-days = { "    " }назван { $said }, по календарю { $now }
work-event-paused = { $date }, { $time }: срок остановлен — { $who }
work-event-resumed = { $date }, { $time }: срок идёт дальше — { $who }
work-event-pause = { "    " }причина: { $reason }
work-event-pause-days = { "    " }последний день: { $now }

work-assign = <b>Кому передать дело № { $number }?</b>
work-assign-nobody = В отделе больше некому передать это дело.
toast-taken = Дело за вами.
toast-released = Дело снова в очереди.
toast-assigned = Дело передано.
work-receive-again = <b>Что принесли снова по делу № { $number }?</b>

    Пакет уже полный: сроки от этого не меняются.
work-received-button = Записать отмеченное
work-receive-all-button = Сдано всё
work-receiving = <b>Дело № { $number }. Проверьте, что запишется:</b>
work-receiving-row = • { $item }
work-receiving-whole = Пакет станет полным, пойдёт срок результата ({ CITE("result") }). Последний день: <b>{ $date }</b>.
work-receiving-first = Это первые документы: пойдёт срок для отказа за неполный пакет ({ CITE("refusal") }). Последний день: <b>{ $date }</b>.
work-receiving-runs = Пакет ещё неполный. Срок для отказа уже идёт ({ CITE("refusal") }). Последний день: <b>{ $date }</b>.
work-receiving-same = Сроки от этого не меняются.
work-receiving-told = Заявителю сразу придёт на его языке:
work-receiving-told-copy = Заявителю сразу придут копия заявления со штампом и сообщение на его языке:
work-recorded-button = Записать и сообщить заявителю
work-receiving-back-button = Изменить отметки
work-day-changed = <b>Пока вы смотрели, наступил другой день.</b> Ничего не записано. Проверьте ещё раз:
toast-day-changed = Наступил другой день. Проверьте ещё раз.
toast-received = Записано, заявителю уходит сообщение.
work-need = <b>Чего не хватает по делу № { $number }?</b>

    Отметьте документы. Заявителю придёт сообщение; сроки не останавливаются.
work-need-noted = Пояснение: { $note }
work-need-note-button = Добавить пояснение
work-need-note-drop-button = Убрать пояснение
work-needed-button = Отправить заявителю
work-ask-need-note = Напишите заявителю, что не так и что принести.

    Пример: <b>В доверенности нет срока. Принесите новую.</b>
toast-needed = Заявителю отправлено.
work-refuse = <b>Отказ по делу № { $number }</b>

    Отказать можно только за неполный пакет ({ CITE("refusal") }). Нажмите на то, чего нет (▫️), или на то, что сдано, но не годится (📥).
work-refuse-term = Ответить письменно надо не позже: <b>{ $date }</b>.
work-refuse-late = <b>Срок отказа прошёл: { $date }.</b> Отказ запишется как опоздавший.
work-refuse-told = Заявителю сразу придут причины и письмо об отказе.
work-refused-button = Отказать
work-received-mark = 📥 { $item }
work-defective = ❗ { $item }
shortfall-missing = • не сдано: { $item }
shortfall-defect = • не годится: { $item } — { $defect }
work-refuse-words-button = ✏️ { $item }
work-refuse-unexplained = Без пояснения не понять, что не так. Нажмите ✏️ и напишите: { $items }.
work-refuse-loose = Ваша прежняя причина ни к одному документу не относится. Вот она; что нужно, наберите у документа ещё раз:

    { $text }
work-defect = <b>Дело № { $number }: { $item }</b>

    Сдано { $date }. Что не так?
work-defect-none-button = Всё в порядке
work-defect-back-button = К отказу
work-ask-first = <b>{ $item }: сначала попросите принести снова.</b> Отказать из-за этого можно только после просьбы. Документ отмечен, осталось отправить.
work-ask-first-button = { $defect }: попросить
work-writing-item = <b>Дело № { $number }: { $item }</b>
work-ask-refuse-words = Напишите, что не так. Это войдёт в письмо.

    Пример: <b>Срок доверенности закончился 1 ноября.</b>
bad-no-ground = Отказать не за что: что-то из названного сдано и годится. Нажмите «Отказать» и назовите, чего нет или что не так. Если всё есть, оформите выдачу. Если нужно что-то ещё, попросите донести.
bad-unexplained = Отказ не записан: к документу нужно пояснение. Нажмите «Отказать», потом ✏️.
bad-reason-for-all = Отказ не записан. Теперь причину называют у каждого документа. Нажмите «Отказать» и проверьте: ваш прежний текст там.
work-substance = <b>Отказ по существу: дело № { $number }</b>

    Пакет полный. Отказать можно только на одном из этих оснований закона. Выберите его.
work-substance-term = Ответить надо в срок результата, не позже: <b>{ $date }</b>.
work-substance-late = <b>Срок результата прошёл: { $date }.</b> Отказ запишется как опоздавший.
work-ground-words-button = ✏️ Пояснение
work-ground-unexplained = Без пояснения это основание назвать нельзя: нажмите ✏️ и напишите, на чём оно держится.
work-ask-ground-words = Напишите, на чём держится это основание. Это войдёт в письмо и в сообщение заявителю.

    Пример: <b>Отрицательное заключение экспертизы № 12 от 1 ноября 2026 года о книге «Путь».</b>
bad-no-refusal-for-documents = По закону этого дела за неполный пакет не отказывают. Ничего не записано.
bad-must-be-accepted = По закону этого дела документы принимают и тогда, когда пакет неполный. Ничего не записано.
work-not-accept = <b>Документы не принимаются: дело № { $number }</b>

    Закон разрешает не принять неполный пакет ({ $cites }). Нажмите на то, чего нет или что не годится.
work-not-accept-item = <b>Дело № { $number }: { $item }</b> Что не так?
work-missing-button = Не принесли
work-not-accept-told = Заявителю сразу придёт, чего не хватило, и письмо. Распечатайте его, подпишите и отдайте на месте.
work-not-accepted-button = Не принимать
work-not-accepted-file = Письмо по делу № { $number }: распечатайте, подпишите и отдайте на месте.
toast-not-accepted = Записано: документы не приняты. Заявителю уходит сообщение.
bad-no-ground-on-substance = По закону этого дела такого основания нет: отказать так нельзя. Ничего не записано.
bad-unexplained-ground = Отказ не записан: к основанию нужно пояснение. Нажмите «Отказать по существу», потом ✏️.
toast-refused = Отказ записан, заявителю уходит сообщение.
work-approve-final = Номер присвоится сразу, потом строки не изменить. Заявителю придёт сообщение, что решено выдать.
work-approved-button = Верно, присвоить номер
toast-approved = Номер присвоен, документ ниже.
work-ready = <b>Дело № { $number }: документ № { $certificate }</b>

    Подписан и с печатью? Заявителю придёт сообщение, когда и где забрать.
work-made-ready-button = Да, можно забирать
toast-ready = Записано, заявителю уходит сообщение.
work-issue = <b>Выдача по делу № { $number }</b>

    Документ отдают лично ({ CITE("handover") }). Запись попадёт в журнал.
work-issue-collector = Получает: { $text }
work-issue-document = Документ: { $text }
work-issue-power-of-attorney = Доверенность: { $text }
work-handover = <b>Дело № { $number }. Так запишется в журнал ({ CITE("handover") }):</b>
work-handover-entry = присвоится при записи
work-handover-correct = Есть ошибка? Напишите, как должно быть: имя или документ с номером. Строка покажется заново.
work-reword-collector-button = Исправить: кто получает
work-reword-document-button = Исправить: документ
work-reword-power-of-attorney-button = Исправить: доверенность
work-issue-again-button = Начать заново
work-issued-button = Выдано, записать в журнал
work-ask-by = Кто получает?
work-collector-self-button = Сам заявитель
work-collector-other-button = Представитель по доверенности
work-ask-collector = Напишите фамилию, имя, отчество того, кто получает.

    Пример: <b>Ахметова Айгуль Сериковна</b>
work-ask-document = Какой документ показали? Напишите вид и номер.

    Пример: <b>удостоверение личности № 012345678</b>
work-ask-power-of-attorney = Напишите номер и дату доверенности.

    Пример: <b>№ 15 от 01.11.2026</b>
work-writing = <b>Дело № { $number }</b>
toast-issued = Записано в журнал.
work-settle = <b>Дело № { $number }: календарь изменился</b>
work-settle-days = <b>Что изменилось:</b>
work-settle-day = • { $date }: было — { $was }; стало — { $now }
work-settle-working = рабочий день
work-settle-no-days = Срок начался до того, как бот стал хранить его дни: как считали названный день, не записано.
work-settle-how = <b>Оставить:</b> для заявителя ничего не меняется, об этой разнице бот больше не спросит.

    <b>Перенести:</b> нужны название, номер и дата решения. Заявитель сразу узнает, что было сказано, что теперь и почему. Пожаловаться на молчание он по-прежнему сможет после самого раннего из названных ему дней.
work-kept-button = Оставить, как сказано
work-move-button = Перенести: назвать решение
work-ask-decree = Каким решением изменён календарь? Напишите название, номер и дату: их увидит заявитель.

    Пример: <b>Постановление Правительства № 905 от 12.11.2026</b>
work-moving = <b>Дело № { $number }. Проверьте, что запишется:</b>
work-moved-button = Перенести и сообщить заявителю
work-decree-button = Исправить решение
work-calendar-changed = <b>Пока вы смотрели, календарь снова изменился.</b> Ничего не записано. Проверьте ещё раз:
toast-term-kept = Названный день оставлен.
toast-term-moved = Записано, заявителю уходит сообщение.
bad-nothing-to-settle = Решать нечего: по календарю срок кончается в названный день.
bad-no-decree = Срок не перенесён: не названо решение, которым изменён календарь. Нажмите «Календарь изменился: решить», потом «Перенести».
bad-doubtful-decree = Здесь нужны название, номер и дата. Если всё верно, отправьте то же самое ещё раз.
work-pause = <b>Дело № { $number }: почему остановить срок?</b>

    Пока срок стоит, решения по делу не принимают. Заявитель сразу узнает причину.
work-pausing = <b>Дело № { $number }. Проверьте, что запишется:</b> срок останавливается с сегодняшнего дня. Пока он стоит, решения по делу не принимают.
work-paused-button = Остановить и сообщить заявителю
work-resuming = <b>Дело № { $number }. Проверьте, что запишется:</b> срок идёт дальше, сегодняшний день уже считается.
work-resumed-button = Записать и сообщить заявителю
toast-paused = Срок остановлен, заявителю уходит сообщение.
toast-resumed = Срок идёт дальше, заявителю уходит сообщение.
bad-nothing-to-pause = Остановить срок нельзя: для этого нет основания или последний день уже прошёл.

work-books = <b>Журнал, пропуска, выгрузка</b>
work-journal-button = Журнал выданных
work-passes-button = Кто едет: пропуска
work-export-button = Выгрузка дел
work-journal-unit = Журнал какого отдела?
work-journal-how = Напишите год, а если отделов несколько, то и номер отдела, например: <b>/journal 2/3 2026</b>
work-export-unit = Дела какого отдела?
work-journal = <b>Журнал выданных, { $year } год</b>

    { $unit }. Записей: { $count }
work-journal-none = Пока пусто.
work-journal-row = { $entry }. { $date }: { $name }, дело № { $number }
work-journal-file-button = Журнал файлом (XLSX)
work-journal-title = Журнал выданных, { $year } год. { $unit }
work-passes-none = За последние дни никто не писал, что едет.
work-pass-not = • <s>{ $name }</s>, дело № { $number }. Не приедет: сообщено { $date }, { $time }
work-pass = • <b>{ $name }</b>, дело № { $number }. Сообщено { $date }, { $time }
work-pass-day = • <b>{ $day }</b>: <b>{ $name }</b>, дело № { $number }. Сообщено { $date }, { $time }
work-export = <b>Выгрузка дел</b>

    { $unit }. За какое время?
work-export-how = Напишите первый и последний день, например: <b>/export 01.01.2026 31.03.2026</b>
work-export-title = Дела. { $unit }
work-period = { $first } – { $last }
work-table = Строк: { $count }. В файле личные данные: храните его там, где положено.
table-made = Составлено { $date }, { $time }.
column-entry = № записи
column-kind = Вид
column-certificate = № документа
column-given = Дата документа
column-name = Кому
column-collector = Кто получил
column-document = Документ, удостоверяющий личность
column-power = Доверенность
column-handed = Выдано
column-officer = Кто выдал
column-number = Входящий номер
column-filed = Зарегистрировано
column-state = Состояние
column-handed-over = Первые документы
column-complete = Полный пакет
column-decided = Решение
column-late = Отказ опоздал
column-late-yes = да
column-ready = Готово

told-taken = Дело № { $number } теперь ведёт { $name }
told-released = Дело № { $number } больше не за вами. Изменил(а): { $name }
told-assigned = Вам передали дело № { $number }. Передал(а): { $name }
told-settled = В деле № { $number } последний день перенесён. Решил(а): { $name }
told-stopped = В деле № { $number } срок остановлен. Остановил(а): { $name }
told-going-on = В деле № { $number } срок идёт дальше. Решил(а): { $name }
told-paused = <b>Заявление № { $number }: срок остановлен</b>
told-paused-why = Причина: { $reason } ({ $cites }).
told-paused-then = Когда срок пойдёт дальше, бот сразу напишет, какой день теперь последний.
told-resumed = <b>Заявление № { $number }: срок снова идёт</b>

    Теперь последний день — <b>{ $date }</b>.
told-resumed-why = Срок стоял с { $since }. Причина: { $reason }
told-moved = <b>Заявление № { $number }: изменился последний день</b>
told-moved-result = Результат: вам называли <b>{ $said }</b>, теперь — не позже: <b>{ $now }</b> ({ CITE("result") }).
told-moved-refusal = Отказ, если пакет не полон: вам называли <b>{ $said }</b>, теперь — не позже: <b>{ $now }</b> ({ CITE("refusal") }).
told-moved-source = Почему: { $source }
told-moved-silence = Если ответа не будет, пожаловаться можно сразу после { $date }: перенос вас этого права не лишает.
told-needed = <b>По заявлению № { $number } отделу нужно ещё:</b>
told-needed-clock = Сроки от этого не останавливаются.
told-refused = <b>По заявлению № { $number } отдел отказал:</b> пакет документов не полон ({ CITE("refusal") }).
told-refused-late = Отказ опоздал: ответить надо было не позже { $date } ({ CITE("refusal") }).
told-refused-ways = Что можно сделать. Собрать всё это и подать новое заявление — в любой день, в этот же отдел. Если не согласны, пожаловаться руководителю: { $akimat }, { $phones } ({ CITE("complain-result") }). Если и ответ не устроит, обратиться в суд ({ CITE("court") }).
told-not-accepted = <b>По заявлению № { $number } отдел не принял документы:</b> пакет неполный ({ $cites }). Чего не хватило:
told-not-accepted-ways = Это не отказ в услуге. Соберите всё и подайте заявление снова, в любой день: нажмите «Подать снова», ответы сохранены. Если не согласны, подайте жалобу.
told-not-accepted-letter = Письмо отдела о том, чего не хватило. Подписанное вам отдают на месте.
told-refused-on-substance = <b>По заявлению № { $number } отдел отказал.</b> Документы вы сдали все, дело не в них.
told-ground = Основание: { $ground } ({ $cites }).
told-refused-on-substance-late = Отказ опоздал: ответить надо было не позже { $date } ({ CITE("result") }).
told-refused-on-substance-ways = Что можно сделать. Если этого основания больше нет, подать новое заявление — в любой день, в этот же отдел. Если не согласны, пожаловаться руководителю: { $akimat }, { $phones } ({ CITE("complain-result") }). Если и ответ не устроит, обратиться в суд ({ CITE("court") }).
told-letter = Письмо отдела об отказе. Подписанное письмо — в отделе.
event-taken = { $date }, { $time }: сотрудник взял дело.
event-released = { $date }, { $time }: дело ждёт сотрудника.
event-assigned = { $date }, { $time }: дело передали сотруднику.
event-needed = { $date }, { $time }: отдел попросил недостающее.
event-approved = { $date }, { $time }: отдел решил выдать документ.
event-refused = { $date }, { $time }: отдел отказал.
event-not-accepted = { $date }, { $time }: отдел не принял документы.
event-ground = { "    " }основание: { $ground }
event-ready = { $date }, { $time }: документ готов.
event-issued = { $date }, { $time }: документ выдан.
event-term-kept = { $date }, { $time }: календарь изменился, отдел оставил названный день.
event-term-moved = { $date }, { $time }: отдел перенёс последний день.
event-paused = { $date }, { $time }: отдел остановил срок.
event-resumed = { $date }, { $time }: срок пошёл дальше.
event-pause = { "    " }причина: { $reason }
received-more = <b>Отдел получил ещё документы по заявлению № { $number }.</b> Срок остался прежним.

work-print-button = Дело целиком (PDF)
work-print-file = Дело № { $number } целиком, для печати. Копий документов: { $copies } из { $of }.
