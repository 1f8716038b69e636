digest-title = <b>Сводка: { $date }</b>
digest-overdue = <b>Срок прошёл: { $count }</b>
digest-today = <b>Последний день — сегодня: { $count }</b>
digest-in-two = <b>Срок в ближайшие два рабочих дня: { $count }</b>
digest-recounted = <b>Календарь изменился, решает руководитель: { $count }</b>
digest-unreached = <b>Не доставлено, позвоните: { $count }</b>
digest-new = <b>Новые: { $count }</b>
digest-waiting = <b>Ждём документы: { $count }</b>
digest-ready = <b>Готово, можно выдавать: { $count }</b>
digest-row = • № { $number }
digest-row-day = • № { $number } — { $date }
digest-row-due = • № { $number } — срок { $date }
digest-row-recounted = • № { $number } — назван { $said }, по календарю { $now }
digest-more = и ещё { $count }
digest-case-button = № { $number }
digest-queue-button = Открыть очередь
head-ahead = <b>Заявление № { $number }: подходит срок</b>
head-ahead-decision = Результат должен быть готов не позже: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Сданы не все документы. Если отказывать, нужен письменный ответ с причиной не позже: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed = <b>Заявление № { $number }: срок пропущен</b>
head-missed-decision = Результат должен был быть готов не позже: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Сданы не все документы. Если отказывать, письменный ответ с причиной нужен был не позже: <b>{ $date }</b> ({ CITE("refusal") }). Ответа нет.
head-missed-then = Заявителю сообщили об этом и о том, как пожаловаться.
head-worker = Дело ведёт: { $name }
head-nobody = Дело никто не ведёт.
head-card-button = Открыть дело
late-decision = <b>Заявление № { $number }: отдел пропустил срок</b>

    Результат должен был быть готов не позже: <b>{ $date }</b> ({ CITE("result") }). Отметки о том, что он готов, до сих пор нет.

    Соблюдать срок — обязанность отдела. Вашей вины здесь нет.
late-refusal = <b>Заявление № { $number }: отдел не ответил в срок</b>

    Отдел получил не все документы. Если он отказывает, он должен был ответить вам письменно, с причиной, не позже: <b>{ $date }</b> ({ CITE("refusal") }). Отметки об ответе до сих пор нет.

    Отвечать в срок — обязанность отдела. Недостающие документы по-прежнему можно сдать.
late-moved = <b>Заявление № { $number }: прошёл день, который вам называли</b>

    Вам называли: <b>{ $date }</b>. Отдел перенёс последний день на <b>{ $now }</b>. Основание: { $source }

    Перенос не лишает вас права жаловаться: можно подождать нового дня, а можно пожаловаться уже сейчас.
late-then = <b>Что можно сделать сейчас</b>
late-call = <b>1. Позвонить в отдел</b> и спросить, когда будет ответ.
late-complain = <b>2. Пожаловаться</b> ({ CITE("complain-service") }). Жалоба готова, копия заявления приложится сама ({ CITE("complaint-form") }).
late-case-button = Открыть заявление
