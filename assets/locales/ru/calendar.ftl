month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-on-1 = января
month-on-2 = февраля
month-on-3 = марта
month-on-4 = апреля
month-on-5 = мая
month-on-6 = июня
month-on-7 = июля
month-on-8 = августа
month-on-9 = сентября
month-on-10 = октября
month-on-11 = ноября
month-on-12 = декабря
weekday-0 = понедельник
weekday-1 = вторник
weekday-2 = среда
weekday-3 = четверг
weekday-4 = пятница
weekday-5 = суббота
weekday-6 = воскресенье
date-long = { $weekday }, { $day } { $month } { $year } года
date-day = { $weekday }, { $day } { $month }
date-full = { $day } { $month } { $year } года
date-short = { $day } { $month }
date-on = { $day } { $month }

holiday-new-year = Новый год
holiday-christmas = православное Рождество
holiday-womens-day = Международный женский день
holiday-nauryz = Наурыз мейрамы
holiday-unity-day = Праздник единства народа Казахстана
holiday-defender-day = День защитника Отечества
holiday-victory-day = День Победы
holiday-capital-day = День столицы
holiday-constitution-day = День Конституции
holiday-republic-day = День Республики
holiday-first-president-day = День Первого Президента
holiday-independence-day = День Независимости
holiday-kurban-ait = Курбан айт

reason-weekend = выходной
reason-holiday = праздник: { $holiday }
reason-holiday-observed = выходной за праздник: { $holiday }
reason-day-off-moved = выходной, перенесён с { $day }
reason-day-off-decree = выходной по решению Правительства
reason-worked-weekend = рабочий день вместо { $day }
reason-worked-decree = рабочий день по решению Правительства
reason-estimated = (дата предварительная)

deadline-title = Срок: <b>{ $unit ->
        [calendar-days] { $days ->
            [one] { $days } календарный день
            [few] { $days } календарных дня
           *[other] { $days } календарных дней
        }
       *[working-days] { $days ->
            [one] { $days } рабочий день
            [few] { $days } рабочих дня
           *[other] { $days } рабочих дней
        }
    }</b>. День события ({ $start }) не считается.
deadline-counted = { $number }-й день: { $date }
deadline-counted-because = { $number }-й день: { $date } ({ $reason })
deadline-skipped = не считается: { $date } — { $reason }
deadline-due = Последний день срока: <b>{ $date }</b>.
deadline-stood = срок стоял: { $first } — { $last }. Причина: { $reason }
deadline-stands = срок стоит с этого дня: { $date }. Причина: { $reason }
deadline-left = Осталось: <b>{ $unit ->
        [calendar-days] { $days ->
            [one] { $days } календарный день
            [few] { $days } календарных дня
           *[other] { $days } календарных дней
        }
       *[working-days] { $days ->
            [one] { $days } рабочий день
            [few] { $days } рабочих дня
           *[other] { $days } рабочих дней
        }
    }</b>. Последний день станет известен, когда срок пойдёт дальше.
deadline-carried = Срок кончался в выходной, поэтому последний день — ближайший рабочий.
deadline-estimated = Дата Курбан айта предварительная: она зависит от луны. Срок может сдвинуться на день.
