### Terms, the card, and what officers and applicants are told of them.

term-card-term = срок карточки
term-return-term = срок отказа
term-in-line = ожидание
term-at-the-desk = прием
term-card-in-hand = выдача карточки
pause-answer-from-abroad = ждут ответа из другой страны
pause-answer-from-abroad-button = Запрос в другую страну
ground-untrue-particulars = сведения в ходатайстве недостоверны
ground-untrue-particulars-button = Сведения недостоверны
clock-card-term = <b>Срок карточки</b> ({ $cites })
clock-return-term = <b>Срок отказа</b> ({ $cites })
case-card-term = Карточка — не позже: <b>{ $date }</b> ({ CITE("result") }).
case-return-term = Сдано не все. Если канцелярия откажет, ответ — не позже: <b>{ $date }</b> ({ CITE("refusal") }).
work-term-card-term = Карточка — не позже: <b>{ $date }</b> ({ CITE("result") }). Осталось { $unit ->
        [calendar-days] календарных дней: { $count }.
       *[working-days] рабочих дней: { $count }.
    }
work-term-card-term-late = <b>Срок карточки прошел: { $date }</b> ({ CITE("result") }).
work-term-return-term = Отказ — не позже: <b>{ $date }</b> ({ CITE("refusal") }). Осталось { $unit ->
        [calendar-days] календарных дней: { $count }.
       *[working-days] рабочих дней: { $count }.
    }
work-term-return-term-late = <b>Срок отказа прошел: { $date }</b> ({ CITE("refusal") }).
work-receive = <b>Что сдано по делу № { $number }?</b>

    Когда сдано все, со следующего дня { $unit ->
        [calendar-days] идут календарные дни: { $days }
       *[working-days] идут рабочие дни: { $days }
    } ({ CITE("result") }).
head-ahead-card-term = Карточка нужна не позже: <b>{ $date }</b> ({ CITE("result") }).
head-ahead-return-term = Сдано не все. Отказ — не позже: <b>{ $date }</b> ({ CITE("refusal") }).
head-missed-card-term = Карточка нужна была не позже: <b>{ $date }</b> ({ CITE("result") }).
head-missed-return-term = Сдано не все. Отказ нужен был не позже: <b>{ $date }</b> ({ CITE("refusal") }).
late-card-term = <b>Ходатайство № { $number }: срок пропущен</b>

    Карточка должна была быть готова не позже: <b>{ $date }</b> ({ CITE("result") }). В этом виновата канцелярия, а не вы.
late-return-term = <b>Ходатайство № { $number }: ответа нет</b>

    Канцелярия должна была ответить не позже: <b>{ $date }</b> ({ CITE("refusal") }). В этом виновата канцелярия, а не вы.
paper-roaming-preacher = карточка
work-approve-roaming-preacher = <b>Карточка по делу № { $number }</b>

    { $name }. Сверьте строки с документами:
work-certificate-roaming-preacher = Карточка № { $number }, { $date }
told-approved-roaming-preacher = По ходатайству № { $number } решено выдать карточку. Когда она будет готова, бот напишет.
told-ready-roaming-preacher = <b>Карточка по ходатайству № { $number } готова.</b>

    Заберите ее с удостоверением личности; поверенный — еще и с доверенностью ({ CITE("handover") }).
told-issued-roaming-preacher = Карточка № { $number } выдана { $date }. Получил(а): { $name }. Если это не вы и не ваш поверенный, сразу позвоните в канцелярию.
work-mend-community = Напишите, какая община его послала. Пример: <b>община «Ковчег»</b>
work-mend-community-button = Исправить: община
work-mend-desk-town = Напишите, где выдана карточка. Пример: <b>Акшатыр</b>
work-mend-desk-town-button = Исправить: место выдачи
work-mend-until-day = Напишите, по какой день действует карточка. Пример: <b>05.03.2028</b>
work-mend-until-day-button = Исправить: последний день
work-mend-land = Напишите, где он проповедует. Пример: <b>Желтауский край</b>
work-mend-land-button = Исправить: где
label-desk-town = Место выдачи
state-approved = Канцелярия решила выдать карточку по ходатайству, поданному { $filed }. Ее готовят.
apply-not-on-form = В ходатайстве этой строки нет: ответ нужен для карточки.
review-row-certificate = { $row } (для карточки)
toast-not-issued = Заново — когда карточка уже выдана.
