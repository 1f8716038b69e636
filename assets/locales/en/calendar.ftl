month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-on-1 = January
month-on-2 = February
month-on-3 = March
month-on-4 = April
month-on-5 = May
month-on-6 = June
month-on-7 = July
month-on-8 = August
month-on-9 = September
month-on-10 = October
month-on-11 = November
month-on-12 = December
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
date-long = { $weekday }, { $day } { $month } { $year }
date-day = { $weekday }, { $day } { $month }
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }
date-on = { $day } { $month }

holiday-new-year = New Year
holiday-christmas = Orthodox Christmas
holiday-womens-day = International Women’s Day
holiday-nauryz = Nauryz
holiday-unity-day = Unity Day of the people of Kazakhstan
holiday-defender-day = Defender of the Fatherland Day
holiday-victory-day = Victory Day
holiday-capital-day = Capital Day
holiday-constitution-day = Constitution Day
holiday-republic-day = Republic Day
holiday-first-president-day = First President Day
holiday-independence-day = Independence Day
holiday-kurban-ait = Kurban Ait

reason-weekend = weekend
reason-holiday = holiday: { $holiday }
reason-holiday-observed = day off for a holiday: { $holiday }
reason-day-off-moved = day off, moved from { $day }
reason-day-off-decree = day off by Government decree
reason-worked-weekend = worked instead of { $day }
reason-worked-decree = worked by Government decree
reason-estimated = (estimated date)

deadline-title = Term: <b>{ $unit ->
        [calendar-days] { $days ->
            [one] { $days } calendar day
           *[other] { $days } calendar days
        }
       *[working-days] { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }
    }</b>. The day of the event ({ $start }) does not count.
deadline-counted = day { $number }: { $date }
deadline-counted-because = day { $number }: { $date } ({ $reason })
deadline-skipped = does not count: { $date } — { $reason }
deadline-due = Last day of the term: <b>{ $date }</b>.
deadline-stood = the term stood still: { $first } — { $last }. Reason: { $reason }
deadline-stands = the term stands still from this day on: { $date }. Reason: { $reason }
deadline-left = Left: <b>{ $unit ->
        [calendar-days] { $days ->
            [one] { $days } calendar day
           *[other] { $days } calendar days
        }
       *[working-days] { $days ->
            [one] { $days } working day
           *[other] { $days } working days
        }
    }</b>. The last day will be known once the term goes on.
deadline-carried = The term would have ended on a day off, so its last day is the next working day.
deadline-estimated = The date of Kurban Ait is an estimate: it follows the moon. The term may shift by a day.
