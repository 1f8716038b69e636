### The service in the words of this edition: what it is, who applies, how people are received, blank forms.

apply-intro = <b>Учётная регистрация</b>

    Для миссионеров и малочисленных религиозных групп. Услуга бесплатная ({ CITE("fee") }).

    Срок — { $unit ->
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
    } со дня сдачи полного пакета документов ({ CITE("result") }). Свидетельство или справка — бумажные, их выдают лично в отделе ({ CITE("paper-only", "handover") }).

    Бот поможет собрать пакет и заполнит заявление. Кого регистрируем?
subject-missionary = Миссионер
subject-group = Малочисленная религиозная группа
apply-needed-missionary = <b>Что понадобится миссионеру</b>
apply-needed-group = <b>Что понадобится группе</b>
condition-owner-is-natural-person = если помещение принадлежит физическому лицу
condition-representative = если подаёт представитель
forms-for-missionary = <b>Для миссионера</b>, приложение{ "\u00A0" }{ $appendix }
forms-for-group = <b>Для малочисленной религиозной группы</b>, приложение{ "\u00A0" }{ $appendix }
forms-get-missionary-button = Скачать бланк для миссионера
forms-get-group-button = Скачать бланк для группы
about = <b>Об услуге</b>

    Учётная регистрация и перерегистрация миссионеров и малочисленных религиозных групп без признаков юридического лица. Для физических лиц ({ CITE("persons") }). Бесплатно ({ CITE("fee") }).

    Срок — { $unit ->
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
    } со дня сдачи полного пакета документов ({ CITE("result") }).

    Услуга не автоматизирована ({ CITE("paper-only") }). Свидетельство или справка — бумажные, их выдают лично в отделе, вам или представителю по доверенности ({ CITE("result-paper", "handover") }).
about-basis = Основание: { $basis } ({ CITE("basis") }).
bot-description = Учётная регистрация миссионеров и малочисленных религиозных групп в Казахстане: какие документы нужны, куда их нести, заявление без ошибок. Бесплатно.
visit-title = <b>Как войти и чего ждать</b>
visit-pass = Вход по разовому пропуску: его заказывает по телефону сотрудник отдела, который вас примет ({ CITE("pass") }).
visit-call = Позвоните заранее: { $phones }
visit-bureau = Пропуск выдают в бюро пропусков, у него отдельный вход ({ CITE("pass") }).
visit-ramp = У входа есть пандус ({ CITE("ramp") }).
visit-queue = Принимают в порядке очереди. Записи нет, ускоренного приёма тоже ({ CITE("queue") }).
visit-times = Ждать в очереди — не больше { $waiting ->
        [one] { $waiting } минуты
       *[other] { $waiting } минут
    }, сам приём — до { $serving ->
        [one] { $serving } минуты
       *[other] { $serving } минут
    }. При получении результата ждать не больше { $collecting ->
        [one] { $collecting } минуты
       *[other] { $collecting } минут
    } ({ CITE("waiting-times") }).
visit-free = Услуга бесплатная ({ CITE("fee") }).
