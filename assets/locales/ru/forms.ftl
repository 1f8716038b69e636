forms = <b>Бланки заявлений</b>

    Скачайте, распечатайте и заполните от руки. Или нажмите «{ $button }»: бот заполнит бланк по вашим ответам.
forms-for-missionary = <b>Для миссионера</b>, приложение{ "\u00A0" }{ $appendix }
forms-for-group = <b>Для малочисленной религиозной группы</b>, приложение{ "\u00A0" }{ $appendix }
forms-get-missionary-button = Скачать бланк для миссионера
forms-get-group-button = Скачать бланк для группы
card-forms-button = Бланки заявлений
