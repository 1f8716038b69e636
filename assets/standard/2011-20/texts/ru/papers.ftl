### The papers that are issued: as officers make them, and as applicants are told.

work-certificate-missionary = Свидетельство № { $number }, { $date }
work-certificate-group = Справка № { $number }, { $date }
work-approve-missionary = <b>Свидетельство по делу № { $number }</b>

    { $name }. Проверьте строки по документам:
work-approve-group = <b>Справка по делу № { $number }</b>

    { $name }. Проверьте строки по документам:
work-mend-citizenship-button = Исправить: гражданство
work-mend-association-button = Исправить: объединение
work-mend-city-button = Исправить: город
work-mend-term-to-button = Исправить: конец срока
work-mend-territory-button = Исправить: территорию
work-mend-office-city-button = Исправить: город отдела
work-mend-citizenship = Напишите гражданство. Пример: <b>Республика Казахстан</b>
work-mend-association = Напишите, какое объединение представляет миссионер. Пример: <b>РО «Духовное управление мусульман Казахстана»</b>
work-mend-city = Напишите город или населённый пункт. Пример: <b>Кокшетау</b>
work-mend-term-to = Напишите, до какого дня действует свидетельство. Пример: <b>05.03.2028</b>
work-mend-territory = Напишите территорию деятельности. Пример: <b>Акмолинская область: г. Кокшетау</b>
work-mend-office-city = Напишите город отдела. Пример: <b>Кокшетау</b>
paper-missionary = свидетельство
paper-group = справка
told-approved-missionary = По заявлению № { $number } решено выдать свидетельство. Его готовят: когда можно забрать, придёт сообщение.
told-approved-group = По заявлению № { $number } решено выдать справку. Её готовят: когда можно забрать, придёт сообщение.
told-ready-missionary = <b>Свидетельство по заявлению № { $number } готово.</b>

    Заберите его лично: возьмите удостоверение личности или паспорт. Представитель берёт ещё и доверенность ({ CITE("handover") }).
told-ready-group = <b>Справка по заявлению № { $number } готова.</b>

    Заберите её лично: возьмите удостоверение личности или паспорт. Представитель берёт ещё и доверенность ({ CITE("handover") }).
told-issued-missionary = Свидетельство № { $number } выдано { $date }. Получил(а): { $name }. Если это не вы и не ваш представитель, сразу позвоните в отдел.
told-issued-group = Справка № { $number } выдана { $date }. Получил(а): { $name }. Если это не вы и не ваш представитель, сразу позвоните в отдел.
