### The papers that are issued: as officers make them, and as applicants are told.

work-certificate-missionary = № { $number } куәлік, { $date }
work-certificate-group = № { $number } анықтама, { $date }
work-approve-missionary = <b>№ { $number } іс бойынша куәлік</b>

    { $name }. Жолдарды құжаттармен салыстырып тексеріңіз:
work-approve-group = <b>№ { $number } іс бойынша анықтама</b>

    { $name }. Жолдарды құжаттармен салыстырып тексеріңіз:
work-mend-citizenship-button = Түзету: азаматтығы
work-mend-association-button = Түзету: бірлестік
work-mend-city-button = Түзету: қала
work-mend-term-to-button = Түзету: мерзімнің соңы
work-mend-territory-button = Түзету: аумақ
work-mend-office-city-button = Түзету: бөлімнің қаласы
work-mend-citizenship = Азаматтығын жазыңыз. Мысалы: <b>Қазақстан Республикасы</b>
work-mend-association = Миссионерлік қызмет қай бірлестіктің атынан жүргізілетінін жазыңыз. Мысалы: <b>«Қазақстан мұсылмандары діни басқармасы» ДБ</b>
work-mend-city = Қаланы немесе елді мекенді жазыңыз. Мысалы: <b>Көкшетау</b>
work-mend-term-to = Куәліктің қай күнге дейін жарамды екенін жазыңыз. Мысалы: <b>05.03.2028</b>
work-mend-territory = Діни қызмет жүргізілетін аумақты жазыңыз. Мысалы: <b>Ақмола облысы: Көкшетау қ.</b>
work-mend-office-city = Бөлім орналасқан қаланы жазыңыз. Мысалы: <b>Көкшетау</b>
paper-missionary = куәлік
paper-group = анықтама
told-approved-missionary = № { $number } өтініш бойынша куәлік беруге шешім шықты. Ол дайындалып жатыр: қашан алуға болатыны туралы хабар келеді.
told-approved-group = № { $number } өтініш бойынша анықтама беруге шешім шықты. Ол дайындалып жатыр: қашан алуға болатыны туралы хабар келеді.
told-ready-missionary = <b>№ { $number } өтініш бойынша куәлік дайын.</b>

    Оны өзіңіз келіп алыңыз: жеке куәлігіңізді немесе паспортыңызды ала келіңіз. Өкіл бұған қоса сенімхатты да ала келеді ({ CITE("handover") }).
told-ready-group = <b>№ { $number } өтініш бойынша анықтама дайын.</b>

    Оны өзіңіз келіп алыңыз: жеке куәлігіңізді немесе паспортыңызды ала келіңіз. Өкіл бұған қоса сенімхатты да ала келеді ({ CITE("handover") }).
told-issued-missionary = № { $number } куәлік { $date } күні берілді. Алған адам: { $name }. Бұл Сіз де, өкіліңіз де болмаса, бірден бөлімге қоңырау шалыңыз.
told-issued-group = № { $number } анықтама { $date } күні берілді. Алған адам: { $name }. Бұл Сіз де, өкіліңіз де болмаса, бірден бөлімге қоңырау шалыңыз.
