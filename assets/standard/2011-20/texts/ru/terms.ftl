### The terms of the result and of a refusal: while they run, when they come near, when they have passed.

case-decision = Результат — не позже: <b>{ $date }</b> ({ CITE("result") }).
case-refusal = Сданы не все документы. Если отдел откажет, он должен ответить письменно с причиной не позже: <b>{ $date }</b> ({ CITE("refusal") }).
clock-decision = <b>Срок результата</b> ({ $cites })
clock-refusal = <b>Срок отказа с причиной</b> ({ $cites })
work-term-decision = Результат — не позже: <b>{ $date }</b> ({ CITE("result") }). { $count ->
        [0] Это сегодня.
        [one] Остался { $count } рабочий день.
        [few] Осталось { $count } рабочих дня.
       *[other] Осталось { $count } рабочих дней.
    }
work-term-decision-late = <b>Срок прошёл: { $date }</b> ({ CITE("result") }).
work-term-refusal = Если пакет не полон, отказ с причиной — не позже: <b>{ $date }</b> ({ CITE("refusal") }). { $count ->
        [0] Это сегодня.
        [one] Остался { $count } рабочий день.
        [few] Осталось { $count } рабочих дня.
       *[other] Осталось { $count } рабочих дней.
    }
work-term-refusal-late = <b>Срок отказа прошёл: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>Что сдали по делу № { $number }?</b>

    Отметьте и нажмите «Записать отмеченное». Когда сдано всё, со следующего рабочего дня { $days ->
        [one] идёт { $days } рабочий день
        [few] идут { $days } рабочих дня
       *[other] идут { $days } рабочих дней
    } ({ CITE("result") }).
head-ahead-decision = Результат должен быть готов не позже: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-refusal = Сданы не все документы. Если отказывать, нужен письменный ответ с причиной не позже: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-decision = Результат должен был быть готов не позже: <b>{ $date }</b> ({ CITE("result") }).
head-missed-refusal = Сданы не все документы. Если отказывать, письменный ответ с причиной нужен был не позже: <b>{ $date }</b> ({ CITE("refusal") }). Ответа нет.
late-decision = <b>Заявление № { $number }: отдел пропустил срок</b>

    Результат должен был быть готов не позже: <b>{ $date }</b> ({ CITE("result") }). Отметки о том, что он готов, до сих пор нет.

    Соблюдать срок — обязанность отдела. Вашей вины здесь нет.
late-refusal = <b>Заявление № { $number }: отдел не ответил в срок</b>

    Отдел получил не все документы. Если он отказывает, он должен был ответить вам письменно, с причиной, не позже: <b>{ $date }</b> ({ CITE("refusal") }). Отметки об ответе до сих пор нет.

    Отвечать в срок — обязанность отдела. Недостающие документы по-прежнему можно сдать.
term-decision = срок решения
term-refusal = срок отказа
term-waiting = ожидание в день обращения
term-serving = обслуживание в день обращения
term-collecting = ожидание при получении
