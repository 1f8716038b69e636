offices-regions = <b>Құжаттарды қайда тапсыру керек</b>

    Діни қызмет жүргізілетін облысты немесе қаланы таңдаңыз.

    Немесе қаланың, ауданның не көшенің атауын жазыңыз.
offices-districts = <b>{ $region }</b>

    Діни қызмет бір ауданда немесе бір қалада жүргізілсе, соны таңдаңыз.
    Бірнеше ауданда жүргізілсе, басқарманы таңдаңыз.
offices-department-button = Бірнеше аудан болса: басқарма
offices-department-of = { $region }: басқарма
offices-found = <b>«{ $query }» сұрауы бойынша табылды</b>

    Керегіңізді таңдаңыз. Атауы бірдей аудандар бар, сондықтан облысы да көрсетілген.
offices-renamed = «{ $name }» стандартта <b>{ $printed }</b> деп аталады.
offices-not-found = «{ $query }» сұрауы бойынша ештеңе табылмады.

    Қаланың, ауылдың немесе ауданның атауын жазыңыз, мысалы: <b>Көкшетау</b>. Немесе облысты таңдаңыз.
offices-nearest = <b>Сізге ең жақын бөлімдер</b>

    Қашықтық жол бойымен емес, түзу сызықпен есептелген.
offices-nearest-button = { $district }: { $km } км, { $direction }
offices-far = Бұл жер Қазақстаннан алыс. Соған қарамастан ең жақын бөлімдер көрсетілді.
direction-n = солтүстік
direction-ne = солтүстік-шығыс
direction-e = шығыс
direction-se = оңтүстік-шығыс
direction-s = оңтүстік
direction-sw = оңтүстік-батыс
direction-w = батыс
direction-nw = солтүстік-батыс

card-address = Мекенжайы: { $address }
card-phone = Телефон: { $phones }
card-fax = Факс: { $faxes }
card-email = Эл. пошта: { $emails }
card-website = Сайт: { $websites }
card-hours = Жұмыс уақыты: дүйсенбі–жұма, { $open }–{ $close }, үзіліс { $break-start }–{ $break-end }
card-no-hours = Стандартта жұмыс уақыты көрсетілмеген. Телефон арқылы сұрап біліңіз.
card-open = <b>Қазір ашық</b>. Жабылатын уақыты: { $until }.
card-open-lunch = <b>Қазір ашық</b>. Үзіліс басталатын уақыт: { $until }.
card-closed-lunch = <b>Қазір үзіліс</b>. Ашылатын уақыты: { $opens }.
card-closed-before-hours = <b>Қазір жабық</b>. Бүгін ашылатын уақыты: { $opens }.
card-closed = <b>Қазір жабық</b>. Ашылатын уақыты: { $day }, { $opens }.
card-closed-day-off = <b>Бүгін жабық</b> — { $reason }. Ашылатын уақыты: { $day }, { $opens }.
name-unofficial = { $name } (бейресми атауы)
card-akimat = { $name }: { $websites }
card-printed = Стандартта «{ $printed }» деп басылған. Қате кеткен болса керек.
card-visit-button = Кіру және қабылдау тәртібі
card-map-button = Картадан көрсету
map-place = қаланың не ауылдың орталығы, нақты орны — мекенжай бойынша: { $address }
map-search-button = Мекенжайды картадан іздеу
card-akimat-button = Әкімдік: мекенжайы мен сайты
card-office-button = Бөлімге оралу
card-department-button = Бірнеше аудан болса: басқарма

notice-short = Бот { $adopted } күні бекітілген № { $number } стандарт бойынша жұмыс істейді. Стандарттың күші { $repealed } күні жойылған. Қазіргі тәртіпті бөлімнен сұрап біліңіз.
notice-repealed = Бот негізге алатын стандарттың күші { $repealed } күні жойылған. Қазіргі тәртіпті бөлімнен сұрап біліңіз.

    Стандартты бекіткен құжат: { $act }.
    Күшін жойған құжат: { $by }.
back-regions-button = Облыстар тізіміне оралу
back-districts-button = Тізімге оралу
offices-link-unknown = Сілтемеде аталған бөлім ботта жоқ. Өз бөліміңізді табыңыз: облысты таңдаңыз немесе қаланың, ауданның, көшенің атауын жазыңыз.
