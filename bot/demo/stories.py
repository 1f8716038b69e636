"""Thirty applications of one month, finished and open ones."""

from __future__ import annotations

from bot.demo.people import (
    AIGUL,
    DAUREN,
    DISTRICTS,
    GULNAR,
    MUFTIATE,
    MUFTIATE_KK,
    PARISH,
    ROZA,
    SAULE,
    SOUTH,
    TIMUR,
    TOWN,
    VIKTOR,
    abroad,
    again,
    group,
    missionary,
    through,
)
from bot.demo.steps import (
    Story,
    approved,
    assigned,
    coming,
    filed,
    issued,
    needed,
    ready,
    received,
    refused,
    released,
    taken,
    withdrawn,
)

FORM, ASSOCIATION, AUTHORITY, CALL = "application", "association-registration", "mission-authority", "invitation"
IDENTITY, COPIES, PREMISES, CONSENT = "identity", "identity-copies", "premises", "owner-consent"

CLOSED_IN_TOWN = (
    Story(
        missionary(TOWN, "Абдрахманов Ерлан Маратұлы", "ислам", MUFTIATE, "Кокшетау"),
        (
            *(filed("22 10:05"), received("20 09:40", ROZA), taken("20 11:15", VIKTOR), approved("16 16:20", VIKTOR)),
            *(ready("15 10:30", VIKTOR), coming("14 19:10")),
            issued("13 11:05", ROZA, "удостоверение личности № 037412905"),
        ),
    ),
    Story(
        group(TOWN, "Группа «Надежда»", "православие", "Соколова Ирина Павловна", "г. Кокшетау, ул. Абая, 5"),
        (
            *(filed("21 20:45"), received("19 14:10", ROZA, FORM, COPIES)),
            needed("19 14:25", ROZA, "Договор аренды без подписи. Принесите подписанный.", PREMISES, CONSENT),
            *(received("18 10:10", ROZA), taken("18 10:40", VIKTOR), approved("14 15:00", VIKTOR)),
            *(ready("13 09:50", VIKTOR), issued("11 12:15", ROZA, "паспорт № N10482213")),
        ),
    ),
    Story(
        missionary(
            *(TOWN, "Петренко Андрей Николаевич", "православие", PARISH, "Кокшетау"),
            abroad("Украина") | again("17/2025", "2025-03-12") | through("Ли Елена Викторовна"),
        ),
        (
            *(filed("20 12:30"), received("18 15:35", ROZA), taken("18 16:20", SAULE), approved("15 11:10", SAULE)),
            ready("14 16:40", SAULE),
            issued("10 10:25", ROZA, "удостоверение личности № 029118744", "№ 15 от 01.10.2026, нотариус Ахметова"),
        ),
    ),
    Story(
        missionary(
            TOWN,
            "Ким Сон Хо",
            "пресвитерианство",
            "Церковь «Сонрак»",
            "Кокшетау",
            abroad("Республика Корея"),
        ),
        (
            *(filed("19 09:20"), received("17 11:30", ROZA, FORM, AUTHORITY, IDENTITY), taken("17 12:00", VIKTOR)),
            needed("17 12:10", VIKTOR, "Нужен вызов казахстанского объединения.", CALL, ASSOCIATION),
            refused(
                "15 17:05", VIKTOR, "Нет вызова от объединения, зарегистрированного в Казахстане.", CALL, ASSOCIATION
            ),
        ),
    ),
    Story(
        group(TOWN, "Группа «Рассвет»", "адвентизм", "Мюллер Виктор Давидович", "г. Кокшетау, ул. Горького, 31"),
        (
            *(filed("18 18:50"), received("16 10:20", ROZA, FORM, COPIES, PREMISES)),
            refused("11 16:45", SAULE, "Нет согласия владельца дома.", CONSENT),
        ),
    ),
    Story(
        missionary(TOWN, "Нұрланов Асқар Болатұлы", "ислам", MUFTIATE, "Кокшетау"),
        (filed("17 13:15"), withdrawn("14 21:30")),
    ),
)
OPEN_IN_TOWN = (
    Story(
        group(TOWN, "Группа «Хлеб жизни»", "баптизм", "Шевченко Олег Иванович", "г. Кокшетау, ул. Пушкина, 18"),
        (filed("13 11:40"), received("9 10:15", ROZA), taken("9 10:50", VIKTOR)),
    ),
    Story(
        missionary(TOWN, "Жаксыбеков Данияр Серикович", "ислам", MUFTIATE, "Кокшетау"),
        (filed("9 10:10"), received("7 14:40", ROZA), taken("7 15:05", VIKTOR)),
    ),
    Story(
        group(TOWN, "Группа «Исток»", "православие", "Лебедева Анна Юрьевна", "г. Кокшетау, ул. Ауельбекова, 90"),
        (filed("6 16:00"), received("4 09:35", ROZA), taken("4 12:20", SAULE)),
    ),
    Story(
        missionary(TOWN, "Браун Томас", "лютеранство", "Лютеранская община", "Кокшетау", abroad("Германия")),
        (filed("8 14:20"), received("5 11:45", ROZA)),
    ),
    Story(
        missionary(TOWN, "Ахметов Тимур Рустемович", "ислам", MUFTIATE, "Кокшетау"),
        (filed("5 19:25"), received("3 10:30", ROZA), assigned("3 11:00", SAULE, VIKTOR)),
        applicant=TIMUR,
    ),
    Story(
        group(TOWN, "Группа «Бірлік»", "ислам", "Омарғазин Нұржан Ертайұлы", "г. Кокшетау, ул. Сатпаева, 12"),
        (filed("3 09:10"), taken("2 16:30", VIKTOR), received("1 10:05", ROZA), released("1 17:20", VIKTOR)),
    ),
    Story(
        missionary(TOWN, "Гончаров Павел Олегович", "православие", PARISH, "Кокшетау"),
        (filed("7 12:05"), received("5 15:50", ROZA, FORM, AUTHORITY, CALL, IDENTITY), taken("5 16:15", VIKTOR)),
    ),
    Story(
        group(TOWN, "Группа «Мир вам»", "католичество", "Новак Станислав Казимирович", "г. Кокшетау, ул. Мира, 4"),
        (
            *(filed("4 17:35"), received("2 12:10", ROZA, FORM, PREMISES)),
            needed("2 12:20", ROZA, "Не хватает копии паспорта одного из членов группы.", COPIES, CONSENT),
        ),
    ),
    Story(
        missionary(TOWN, "Сүлейменов Бауыржан Қайратұлы", "ислам", MUFTIATE, "Кокшетау"),
        (filed("2 20:15"), coming("0 19:10")),
    ),
    Story(
        group(TOWN, "Группа «Ковчег»", "пятидесятники", "Павлов Сергей Андреевич", "г. Кокшетау, ул. Кирова, 7"),
        (filed("0 20:40"),),
    ),
    Story(
        missionary(TOWN, "Орлов Михаил Евгеньевич", "православие", PARISH, "Кокшетау"),
        (filed("7 11:20"), received("5 09:25", ROZA), taken("5 09:50", SAULE), approved("2 15:30", SAULE)),
    ),
    Story(
        group(TOWN, "Группа «Шапағат»", "ислам", "Тілеуова Мадина Асанқызы", "г. Кокшетау, мкр. Васильковский, 22"),
        (
            *(filed("14 10:55"), received("11 09:45", ROZA), taken("11 10:20", VIKTOR), approved("6 14:15", VIKTOR)),
            *(ready("4 16:10", ROZA), coming("0 18:35")),
        ),
    ),
)


OF_THE_REGION = (
    Story(
        missionary(DISTRICTS, "Сағындықов Мейрам Тоқтарұлы", "ислам", MUFTIATE, "Щучинск"),
        (
            *(filed("22 15:40"), received("19 10:05", DAUREN), taken("19 10:10", DAUREN), approved("15 12:00", DAUREN)),
            *(ready("14 11:20", DAUREN), issued("12 15:45", DAUREN, "удостоверение личности № 041277390")),
        ),
    ),
    Story(
        group(
            *(DISTRICTS, "Группа «Благовест»", "православие", "Кравчук Наталья Петровна", "г. Щучинск, ул. Ленина, 40"),
            through("Кравчук Роман Игоревич"),
        ),
        (
            *(filed("21 11:10"), received("18 14:30", DAUREN), taken("18 14:35", DAUREN), approved("13 10:40", DAUREN)),
            ready("12 16:00", DAUREN),
            issued("8 11:30", DAUREN, "паспорт № N11903346", "№ 4 от 20.10.2026"),
        ),
    ),
    Story(
        missionary(DISTRICTS, "Джонсон Марк", "адвентизм", "Церковь адвентистов", "Бурабай", abroad("США")),
        (
            *(filed("18 16:25"), received("16 12:40", DAUREN), taken("16 12:45", DAUREN)),
            refused("14 17:30", DAUREN, "Сдан устав, а не документ о регистрации.", "association-registration=other"),
        ),
    ),
    Story(
        missionary(DISTRICTS, "Ибраева Ляззат Кайратовна", "ислам", MUFTIATE, "Зеренда"),
        (filed("4 12:50"), received("2 10:45", DAUREN), taken("2 10:55", DAUREN)),
    ),
    Story(
        group(DISTRICTS, "Группа «Сион»", "баптизм", "Вагнер Иван Карлович", "с. Зеренда, ул. Мира, 11"),
        (filed("1 15:25"),),
    ),
    Story(
        missionary(DISTRICTS, "Дьяченко Роман Сергеевич", "православие", PARISH, "Щучинск"),
        (filed("6 10:30"), received("4 11:15", DAUREN), taken("4 11:20", DAUREN), approved("1 16:50", DAUREN)),
    ),
)
IN_THE_SOUTH = (
    Story(
        missionary(SOUTH, "Қожахметов Әлімжан Өтепұлы", "ислам", MUFTIATE_KK, "Қызылорда"),
        (
            *(filed("20 09:55"), received("17 10:30", GULNAR), taken("17 10:35", GULNAR), approved("13 11:50", GULNAR)),
            *(ready("12 09:30", GULNAR), issued("9 16:15", GULNAR, "жеке куәлік № 035520186")),
        ),
    ),
    Story(
        group(SOUTH, "«Үміт» тобы", "ислам", "Серікқызы Айгүл", "Қызылорда қ., Әйтеке би көшесі, 12"),
        (
            *(filed("12 18:20"), received("9 15:10", GULNAR, "application", "identity-copies")),
            needed("9 15:20", GULNAR, "Үй-жай иесінің келісімін әкеліңіз.", "premises", "owner-consent"),
            *(received("8 10:40", GULNAR), taken("8 10:45", GULNAR), approved("3 14:30", GULNAR)),
            ready("2 11:00", GULNAR),
        ),
        applicant=AIGUL,
    ),
    Story(
        group(SOUTH, "«Иман» тобы", "ислам", "Бекмұратов Ержан Сәбитұлы", "Қызылорда қ., Желтоқсан көшесі, 3"),
        (filed("8 17:05"), received("6 16:35", GULNAR), taken("6 16:40", GULNAR)),
    ),
    Story(
        missionary(SOUTH, "Әлиев Рүстем Ғалымұлы", "ислам", MUFTIATE_KK, "Қызылорда"),
        (filed("15 10:15"), received("11 12:25", GULNAR), withdrawn("10 20:05")),
    ),
)
DRAFTS = (
    Story(
        group(TOWN, "Группа «Свет»", "ислам", "Ахметов Тимур Рустемович", "г. Кокшетау, ул. Абая, 77"),
        applicant=TIMUR,
        answered=4,
    ),
    Story(
        missionary(SOUTH, "Серікқызы Айгүл", "ислам", MUFTIATE_KK, "Қызылорда"),
        applicant=AIGUL,
        answered=2,
    ),
)
STORIES = (*CLOSED_IN_TOWN, *OPEN_IN_TOWN, *OF_THE_REGION, *IN_THE_SOUTH, *DRAFTS)
