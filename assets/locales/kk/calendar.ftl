month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
month-on-1 = қаңтарда
month-on-2 = ақпанда
month-on-3 = наурызда
month-on-4 = сәуірде
month-on-5 = мамырда
month-on-6 = маусымда
month-on-7 = шілдеде
month-on-8 = тамызда
month-on-9 = қыркүйекте
month-on-10 = қазанда
month-on-11 = қарашада
month-on-12 = желтоқсанда
weekday-0 = дүйсенбі
weekday-1 = сейсенбі
weekday-2 = сәрсенбі
weekday-3 = бейсенбі
weekday-4 = жұма
weekday-5 = сенбі
weekday-6 = жексенбі
date-long = { $year } жылғы { $day } { $month }, { $weekday }
date-day = { $day } { $month }, { $weekday }
date-full = { $year } жылғы { $day } { $month }
date-short = { $day } { $month }
date-on = { $day } { $month }

holiday-new-year = Жаңа жыл
holiday-christmas = православиелік Рождество
holiday-womens-day = Халықаралық әйелдер күні
holiday-nauryz = Наурыз мейрамы
holiday-unity-day = Қазақстан халқының бірлігі мерекесі
holiday-defender-day = Отан қорғаушы күні
holiday-victory-day = Жеңіс күні
holiday-capital-day = Астана күні
holiday-constitution-day = Конституция күні
holiday-republic-day = Республика күні
holiday-first-president-day = Тұңғыш Президент күні
holiday-independence-day = Тәуелсіздік күні
holiday-kurban-ait = Құрбан айт

reason-weekend = демалыс күні
reason-holiday = мереке: { $holiday }
reason-holiday-observed = мереке үшін берілген демалыс күні: { $holiday }
reason-day-off-moved = демалыс күні, { $day } күнінен ауыстырылған
reason-day-off-decree = Үкіметтің шешімі бойынша демалыс күні
reason-worked-weekend = { $day } күнінің орнына жұмыс күні
reason-worked-decree = Үкіметтің шешімі бойынша жұмыс күні
reason-estimated = (күні болжамды)

deadline-title = Мерзім: <b>{ $unit ->
        [calendar-days] { $days ->
           *[other] күнтізбелік { $days } күн
        }
       *[working-days] { $days ->
           *[other] { $days } жұмыс күні
        }
    }</b>. Оқиға болған күн ({ $start }) есептелмейді.
deadline-counted = { $number }-күн: { $date }
deadline-counted-because = { $number }-күн: { $date } ({ $reason })
deadline-skipped = есептелмейді: { $date } — { $reason }
deadline-due = Мерзімнің соңғы күні: <b>{ $date }</b>.
deadline-stood = мерзім тоқтап тұрды: { $first } — { $last }. Себебі: { $reason }
deadline-stands = мерзім осы күннен бастап тоқтап тұр: { $date }. Себебі: { $reason }
deadline-left = Қалғаны: <b>{ $unit ->
        [calendar-days] { $days ->
           *[other] күнтізбелік { $days } күн
        }
       *[working-days] { $days ->
           *[other] { $days } жұмыс күні
        }
    }</b>. Соңғы күн мерзім қайта жүре бастағанда белгілі болады.
deadline-carried = Мерзім демалыс күні бітетін еді, сондықтан соңғы күн — келесі жұмыс күні.
deadline-estimated = Құрбан айттың күні болжамды: ол айдың тууына байланысты. Мерзім бір күнге жылжуы мүмкін.
