digest-title = <b>Сводка: { $date }</b>
digest-overdue = <b>Срок прошёл: { $count }</b>
digest-today = <b>Последний день — сегодня: { $count }</b>
digest-in-two = <b>Срок в ближайшие два рабочих дня: { $count }</b>
digest-recounted = <b>Календарь изменился, решает руководитель: { $count }</b>
digest-unreached = <b>Не доставлено, позвоните: { $count }</b>
digest-new = <b>Новые: { $count }</b>
digest-lacking = <b>Ждём документы: { $count }</b>
digest-ready = <b>Готово, можно выдавать: { $count }</b>
digest-row = • № { $number }
digest-row-day = • № { $number } — { $date }
digest-row-due = • № { $number } — срок { $date }
digest-row-recounted = • № { $number } — назван { $said }, по календарю { $now }
digest-paused = <b>Срок стоит: { $count }</b>
digest-row-paused = • № { $number } — с { $date }
digest-more = и ещё { $count }
digest-case-button = № { $number }
digest-queue-button = Открыть очередь
head-ahead = <b>Заявление № { $number }: подходит срок</b>
head-missed = <b>Заявление № { $number }: срок пропущен</b>
head-missed-then = Заявителю сообщили об этом и о том, как пожаловаться.
head-worker = Дело ведёт: { $name }
head-nobody = Дело никто не ведёт.
head-card-button = Открыть дело
late-moved = <b>Заявление № { $number }: прошёл день, который вам называли</b>

    Вам называли: <b>{ $date }</b>. Отдел перенёс последний день на <b>{ $now }</b>. Основание: { $source }

    Перенос не лишает вас права жаловаться: можно подождать нового дня, а можно пожаловаться уже сейчас.
late-then = <b>Что можно сделать сейчас</b>
late-call = <b>1. Позвонить в отдел</b> и спросить, когда будет ответ.
late-complain = <b>2. Пожаловаться</b> ({ CITE("complain-service") }). Жалоба готова, копия заявления приложится сама ({ CITE("complaint-form") }).
late-case-button = Открыть заявление
