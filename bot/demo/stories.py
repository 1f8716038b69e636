"""The demonstration's applications at the division of Kokshetau: those that have ended, and those that wait."""

from __future__ import annotations

from bot.demo.forms import MUFTIATE, PARISH, TOWN, abroad, again, group, missionary, through
from bot.demo.people import ROZA, SAULE, TIMUR, VIKTOR
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
