"""Thirty applications of a month, as they come to the three offices and fare there."""

from __future__ import annotations

from bot.demo.forms import DISTRICTS, MUFTIATE, MUFTIATE_KK, PARISH, SOUTH, TOWN, abroad, group, missionary, through
from bot.demo.people import AIGUL, DAUREN, GULNAR, TIMUR
from bot.demo.steps import Story, approved, filed, issued, needed, ready, received, refused, taken, withdrawn
from bot.demo.stories import CLOSED_IN_TOWN, OPEN_IN_TOWN

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
            needed("9 15:20", GULNAR, "Үй иесінің келісімін әкеліңіз.", "premises", "owner-consent"),
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
