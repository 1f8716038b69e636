from __future__ import annotations

from collections.abc import Sequence

import pytest

from benchmarks.conversations.judging.oracle import (
    ASIDE,
    EARLY,
    EDIT,
    ELSEWHERE,
    HALF,
    LOST,
    NOBODY,
    SAME_SECOND,
    SILENCE,
    Judge,
)
from benchmarks.conversations.wire import Edited, Event, Noted, Said, Shown, Tapped

NAME, ADDRESS, ISSUER = "Фамилия, имя, отчество заявителя?", "Адрес местонахождения?", "Кем выдан документ?"
WHO = "Кто подаёт заявление?"
ISSUED, KIND = "Когда выдан документ?", "Какой у вас документ, удостоверяющий личность?"
COMPLAINT = "Напишите, что случилось."
WRITTEN = "Записано сообщений: 1. Можно дописать ещё или прислать фото. Когда всё, нажмите «Готово»."
OFFICES = "Куда подавать документы\n\nВыберите область или город, где вы будете вести деятельность."
EMPTY = "Ответ пустой. Напишите его текстом."
BEFORE = "Это пришло до вопроса, ответом оно не станет."
OFFER = "Это ответ на вопрос 6?"
IVANOV, ABAY, STREET, TOWN = "Баженов Айдар", "Калинов Айдар", "г. Кокшетау, ул. Далинова, 5", "Кокшетау"
LONG = ("Бажунов начало: " + "снова " * 600 + ".", "Багинов конец: " + "снова " * 60)


def asks(date: int, number: int, question: str, note: str = "") -> Shown:
    return Shown(date, number, "\n\n".join(each for each in (note, "Вопрос 6 из 16", question, "Пример: 17") if each))


def shows(date: int, number: int, text: str, *data: str) -> Shown:
    return Shown(date, number, text, tuple((each, each) for each in data or ("base:home::",)))


def kinds(*log: Event, **kept: str | Sequence[str]) -> list[str]:
    answers = {
        question.replace("_", "-"): (value,) if isinstance(value, str) else tuple(value)
        for question, value in kept.items()
    }
    return [each.kind for each in Judge(list(log), answers).faults()]


BEGUN = (Tapped(0, 0, "app:agree"), asks(1, 1, NAME))
GOOD = (*BEGUN, Said(5, 2, IVANOV), asks(6, 3, ADDRESS), Said(9, 4, STREET), asks(10, 5, ISSUER))


def test_answers_sent_to_their_questions_are_good() -> None:
    """Each is kept under the question that stood on the screen."""
    assert kinds(*GOOD, full_name=IVANOV, address=STREET, document_issuer=()) == []


def test_a_town_typed_at_the_offices_is_no_name() -> None:
    """What was called up stands on the screen, and the question below it no longer does."""
    log = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES), Said(9, 4, TOWN))
    assert kinds(*log, asks(10, 5, ADDRESS), full_name=TOWN) == [ELSEWHERE]
    assert kinds(*log, shows(10, 5, "Нашлось"), full_name=()) == []


@pytest.mark.parametrize("act", [Tapped(5, 1, "base:home::"), Said(5, 2, "", "pin")])
def test_a_tap_and_a_pin_go_elsewhere_too(act: Tapped | Said) -> None:
    """Whatever answers them without the question."""
    log = (*BEGUN, act, shows(6, 3, OFFICES), Said(9, 4, IVANOV), shows(10, 5, "Ничего не нашлось"))
    assert kinds(*log, full_name=IVANOV) == [ELSEWHERE]


def test_who_comes_back_to_the_question_answers_it() -> None:
    """It is shown again, in place or below."""
    away = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES, "q:resume:1"))
    log = (*away, Tapped(8, 3, "q:resume:1"), asks(9, 3, NAME), Said(12, 4, IVANOV), asks(13, 5, ADDRESS))
    assert kinds(*log, full_name=IVANOV, address=()) == []


@pytest.mark.parametrize("note", [Said(5, 2, "", "sticker"), Said(5, 2, "?"), Tapped(5, 1, "q:drop:1")])
def test_a_note_leaves_the_question_where_it_is(note: Said | Tapped) -> None:
    """Whoever is told what is wrong with a message goes on answering."""
    log = (*BEGUN, note, shows(6, 3, EMPTY), Said(9, 4, IVANOV), asks(10, 5, ADDRESS))
    assert kinds(*log, full_name=IVANOV, address=()) == []


def test_texts_sent_while_the_bot_was_down_answer_no_later_question() -> None:
    """They were all sent to the question that stood there."""
    sent = (Noted(2, "stopped"), Said(5, 2, IVANOV), Said(20, 3, STREET), Said(30, 4, ABAY))
    filled = (*BEGUN, *sent, asks(60, 5, ADDRESS), asks(60, 6, ISSUER), asks(60, 7, ISSUED))
    assert kinds(*filled, full_name=IVANOV, address=STREET, document_issuer=ABAY) == [EARLY, EARLY]
    told = (*BEGUN, *sent, asks(60, 5, ADDRESS), shows(60, 6, BEFORE), shows(60, 7, BEFORE))
    assert kinds(*told, full_name=IVANOV, address=(), document_issuer=()) == []


def test_a_text_of_the_questions_own_second_has_to_be_confirmed() -> None:
    """Nobody can tell whether the person had seen the question."""
    log = (*BEGUN, Said(5, 2, IVANOV), asks(6, 3, ADDRESS), Said(6, 4, STREET))
    assert kinds(*log, asks(7, 5, ISSUER), full_name=IVANOV, address=STREET) == [SAME_SECOND]
    offered = (*log, shows(7, 5, OFFER, "q:take:4:", "q:drop:4:"))
    assert kinds(*offered, Tapped(9, 5, "q:drop:1"), asks(10, 6, ISSUER), full_name=IVANOV, address=STREET) == [
        SAME_SECOND
    ]
    assert kinds(*offered, Tapped(9, 5, "q:take:4:"), asks(10, 6, ISSUER), full_name=IVANOV, address=STREET) == []


def test_an_edit_in_place_shows_a_question_when_it_is_made() -> None:
    """Not when the message was first sent, which was much earlier and below which others stand."""
    log = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES), Tapped(8, 1, "app:next"), asks(9, 1, NAME))
    assert kinds(*log, Said(12, 4, IVANOV), asks(13, 5, ADDRESS), full_name=IVANOV) == []
    assert kinds(*log, Said(9, 4, IVANOV), asks(13, 5, ADDRESS), full_name=IVANOV) == [SAME_SECOND]


def test_an_edit_that_changed_nothing_shows_what_stood_there() -> None:
    """A second tap on the same button, or a message that a killed bot sends once more."""
    log = (*BEGUN, Tapped(5, 1, "app:next"), Shown(1, 1, BEGUN[1].text, again=True), Said(9, 4, IVANOV))
    assert kinds(*log, asks(10, 5, ADDRESS), full_name=IVANOV) == []


def test_an_answer_that_nobody_sent_is_found() -> None:
    """Of what is typed; a choice is tapped, and a date may be."""
    assert kinds(*GOOD, full_name="Сидоров") == [NOBODY, LOST]
    assert kinds(*GOOD, full_name=IVANOV, document_kind="Паспорт", document_date="5 марта 2020 года") == []


def test_a_date_is_found_again_in_whatever_words() -> None:
    """By its day and year."""
    log = (*BEGUN[:1], asks(1, 1, ISSUED), Said(5, 2, "05.03.1931"), asks(6, 3, ISSUER))
    assert kinds(*log, document_date="5 марта 1931 года", document_issuer=()) == []
    elsewhere = (*BEGUN, Said(5, 2, "05.03.1931"), asks(6, 3, ISSUED))
    assert kinds(*elsewhere, document_date="1931 жылғы 5 наурыз") == [EARLY]


def test_a_long_text_is_kept_whole_or_not_at_all() -> None:
    """The client has cut it into two messages of one second."""
    pasted = (Said(5, 2, LONG[0], paste=1), Said(5, 3, LONG[1], paste=1))
    log = (*BEGUN[:1], shows(1, 1, COMPLAINT), *pasted, shows(6, 4, WRITTEN), shows(6, 5, WRITTEN))
    assert kinds(*log, cmp_text=LONG[1]) == [HALF]
    assert kinds(*log, cmp_text=LONG) == []
    assert kinds(*log, cmp_text=f"{LONG[0]} {LONG[1]}") == []
    assert kinds(*log, cmp_text=()) == []


def test_an_edit_is_taken_or_refused_aloud() -> None:
    """The person sees the new words in the chat, and would believe that they are kept."""
    edited = (*GOOD, Edited(12, 2, ABAY))
    assert kinds(*edited, Said(20, 6, "/my"), shows(21, 7, "…"), full_name=IVANOV, address=STREET) == [EDIT]
    assert kinds(*edited, shows(13, 6, "Правка не принята."), full_name=IVANOV, address=STREET) == []
    assert kinds(*edited, Said(20, 6, "/my"), shows(21, 7, "…"), full_name=ABAY, address=STREET) == []


def test_an_edit_makes_an_answer_of_nothing() -> None:
    """A town sent to the office finder stays one, whatever question is asked when its words change."""
    away = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES), Said(9, 4, TOWN), shows(10, 5, "Нашлось"))
    log = (*away, Tapped(12, 3, "q:resume:1"), asks(13, 3, NAME), Edited(15, 4, IVANOV), asks(16, 6, ADDRESS))
    assert kinds(*log, full_name=IVANOV) == [ELSEWHERE]


def test_an_answer_that_was_taken_must_be_kept() -> None:
    """The next question says that it was."""
    assert kinds(*GOOD, full_name=(), address=STREET) == [LOST]
    refused = (*BEGUN, Said(5, 2, "?"), asks(6, 3, NAME, "Слишком коротко."))
    assert kinds(*refused, full_name=()) == []


def test_an_answer_may_be_replaced_and_erased_later() -> None:
    """By another one, or with its draft."""
    again = (*GOOD, Tapped(12, 5, "app:edit"), asks(13, 5, NAME), Said(15, 6, ABAY), asks(16, 7, ISSUER))
    assert kinds(*again, full_name=ABAY, address=STREET) == []
    erased = (*GOOD, Tapped(12, 5, "app:erase:x.:3"), shows(13, 5, "Черновик стёрт."))
    assert kinds(*erased, full_name=(), address=()) == []


def test_no_message_stays_without_a_word() -> None:
    """Unless the next act came before the bot could answer, or it was down."""
    later = (Said(20, 6, "/my"), shows(21, 7, "…"))
    assert kinds(*BEGUN, Said(5, 2, IVANOV), *later, full_name=()) == [SILENCE]
    assert kinds(*BEGUN, Said(5, 2, IVANOV), full_name=()) == [SILENCE]
    assert kinds(*BEGUN, Said(5, 2, IVANOV), Said(5, 3, IVANOV), asks(6, 4, ADDRESS), full_name=IVANOV) == []
    assert kinds(*BEGUN, Said(5, 2, IVANOV), Noted(6, "killed"), *later, full_name=IVANOV) == []


def test_where_two_acts_were_answered_together_either_may_be_meant() -> None:
    """A command and a text at once, and one screen: nobody can tell which of them it answers."""
    log = (*BEGUN, Said(5, 2, "/offices"), Said(5, 3, "?"), shows(6, 4, OFFICES), Said(9, 5, IVANOV))
    assert kinds(*log, asks(10, 6, ADDRESS), full_name=IVANOV) == []
    told_apart = (*BEGUN, Said(5, 2, "?"), Said(5, 3, "/offices"), shows(6, 4, EMPTY), shows(6, 5, OFFICES))
    assert kinds(*told_apart, Said(9, 6, IVANOV), asks(10, 7, ADDRESS), full_name=IVANOV) == [ELSEWHERE]


def test_words_under_a_photo_answer_where_they_were_sent() -> None:
    """As a text does."""
    log = (*BEGUN[:1], shows(1, 1, COMPLAINT), Said(5, 2, STREET, "caption"), Said(5, 3, "", "album"))
    assert kinds(*log, shows(6, 4, WRITTEN), shows(6, 5, WRITTEN), cmp_text=STREET) == []
    early = (*BEGUN, Said(5, 2, STREET, "caption"), shows(6, 4, COMPLAINT))
    assert kinds(*early, cmp_text=STREET) == [EARLY]


def test_a_question_that_a_killed_bot_shows_again_stood_there_all_the_time() -> None:
    """It is below the message that was sent while the bot was down."""
    log = (*BEGUN, Noted(2, "killed"), Said(5, 2, IVANOV), asks(30, 3, NAME), asks(30, 4, ADDRESS))
    assert kinds(*log, full_name=IVANOV, address=()) == []


def test_a_choice_is_replaced_by_a_tap() -> None:
    """The words that were typed before it are gone, and nothing is lost."""
    log = (*BEGUN[:1], asks(1, 1, KIND), Said(5, 2, "Загранпаспорт"), asks(6, 3, ISSUER))
    again = (Tapped(9, 3, "app:edit"), asks(10, 3, KIND), Tapped(12, 3, "app:ans"), asks(13, 3, ISSUER))
    assert kinds(*log, *again, document_kind="Паспорт") == []
    assert kinds(*log, document_kind="Паспорт") == [LOST]


def test_what_a_killed_bot_sends_again_answers_nothing_new() -> None:
    """A note that was shown before the kill is no screen that the tap after it has called up."""
    log = (*BEGUN, Said(5, 2, "?"), shows(6, 3, EMPTY), Noted(7, "killed"), Tapped(9, 1, "x"), shows(20, 4, EMPTY))
    assert kinds(*log, Said(25, 5, IVANOV), asks(26, 6, ADDRESS), full_name=IVANOV) == []
    away = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES), Noted(7, "killed"), Said(9, 4, "?"))
    assert kinds(*away, shows(20, 5, OFFICES), shows(20, 6, "Ничего"), Said(25, 7, IVANOV), full_name=IVANOV) == [
        ELSEWHERE,
        SILENCE,
    ]


def test_an_edit_that_a_killed_bot_answers_late_was_answered() -> None:
    """What it had committed it sends when it is there again."""
    log = (
        *GOOD,
        Edited(12, 2, ABAY),
        Noted(13, "killed"),
        Said(20, 6, "", "sticker"),
        shows(30, 7, "Правка не принята."),
    )
    assert kinds(*log, full_name=IVANOV, address=STREET) == []


def test_a_label_typed_too_early_may_be_tapped_later() -> None:
    """The answer is the button's."""
    early = (*BEGUN, Said(5, 2, "Паспорт"), asks(6, 3, KIND))
    assert kinds(*early, document_kind="Паспорт") == [EARLY]
    assert kinds(*early, Tapped(9, 3, "app:ans", "Паспорт"), asks(10, 3, ISSUER), document_kind="Паспорт") == []


def test_a_confirmation_is_of_what_was_sent_before_it() -> None:
    """An earlier one was of something else."""
    log = (*BEGUN, Tapped(3, 1, "q:take:1"), asks(6, 3, ADDRESS), Said(6, 4, STREET), asks(7, 5, ISSUER))
    assert kinds(*log, address=STREET) == [SAME_SECOND]


def test_the_last_edit_is_the_one_that_must_be_answered() -> None:
    """The words of those before it are gone."""
    edits = (Edited(12, 2, "Калинов"), Edited(15, 2, ABAY), shows(16, 6, "Правка не принята."))
    assert kinds(*GOOD, *edits, full_name=IVANOV, address=STREET) == []


def test_an_edit_of_what_was_no_answer_needs_no_answer() -> None:
    """Though the same words are an answer elsewhere."""
    town = (*BEGUN, Said(5, 2, "/offices"), shows(6, 3, OFFICES), Said(9, 4, TOWN), shows(10, 5, "Нашлось"))
    named = (*town, Tapped(12, 3, "q:resume:1"), asks(13, 3, NAME), Said(15, 6, TOWN), asks(16, 7, ADDRESS))
    assert kinds(*named, Edited(20, 4, "Аксу"), Said(25, 8, "/my"), shows(26, 9, "…"), full_name=TOWN) == []


def test_what_cannot_be_told_is_not_judged() -> None:
    """Whether the question still stood after a command and a text that one screen answered."""
    log = (*BEGUN, Said(5, 2, "/offices"), Said(5, 3, "?"), shows(6, 4, OFFICES), Said(9, 5, IVANOV))
    assert kinds(*log, asks(10, 6, ADDRESS), full_name=()) == []


def test_an_answer_sent_while_the_bot_was_down_is_kept_or_refused() -> None:
    """Its question stood there all the time."""
    log = (*BEGUN, Noted(2, "stopped"), Said(5, 2, IVANOV), asks(30, 3, ADDRESS))
    assert kinds(*log, full_name=IVANOV) == []
    assert kinds(*log, full_name=()) == [LOST]


def test_screens_of_a_killed_bot_are_told_from_those_sent_again() -> None:
    """Each of the others answers an act in its turn, and what is called up anew ends the question anew."""
    killed = (*BEGUN, Said(5, 2, "?"), shows(6, 3, EMPTY), Noted(7, "killed"), Tapped(9, 1, "x"), Said(12, 4, "?"))
    log = (*killed, shows(20, 5, EMPTY), shows(20, 6, OFFICES), shows(20, 7, BEFORE), Said(25, 8, IVANOV))
    assert kinds(*log, asks(26, 9, ADDRESS), full_name=IVANOV) == [ELSEWHERE]
    away = (
        *BEGUN,
        Said(5, 2, "/offices"),
        shows(6, 3, OFFICES),
        Noted(7, "killed"),
        Tapped(9, 1, "x"),
        asks(20, 1, NAME),
    )
    again = (*away, Said(25, 4, "/offices"), shows(26, 5, OFFICES), Said(30, 6, IVANOV), asks(31, 7, ADDRESS))
    assert kinds(*again, full_name=IVANOV) == [ELSEWHERE]


@pytest.mark.parametrize("act", [Said(5, 2, "Сам"), Said(5, 2, "", "pin")])
def test_a_message_at_a_question_with_buttons_is_an_answer_or_is_told_to_be_none(act: Said) -> None:
    """Anything else would be about something that the person does not see."""
    begun = (*BEGUN[:1], asks(1, 1, WHO))
    assert kinds(*begun, act, shows(6, 3, "Нашлось по запросу")) == [ASIDE]
    assert kinds(*begun, act, asks(6, 3, WHO, "Выберите ответ кнопкой.")) == []
    assert kinds(*begun, act, asks(6, 3, NAME)) == []
    away = (*begun, Said(3, 2, "/offices"), shows(4, 3, OFFICES))
    assert kinds(*away, act, shows(6, 4, "Нашлось по запросу")) == []


def test_a_screen_called_up_while_the_bot_was_down_may_look_as_it_did_before() -> None:
    """Whether it is sent again or answers the command cannot be told, so nothing is said against what follows."""
    begun = (*BEGUN[:1], Said(1, 2, "/offices"), shows(2, 3, OFFICES), Tapped(3, 3, "app:next"), asks(4, 3, WHO))
    down = (Noted(5, "killed"), Said(6, 4, "?"), Said(8, 5, "/offices"))
    log = (*begun, *down, asks(20, 6, WHO), shows(20, 7, OFFICES), Said(25, 8, TOWN), shows(26, 9, "Нашлось"))
    assert kinds(*log) == []


def test_an_offer_is_an_answer_to_what_was_sent_at_a_question_with_buttons() -> None:
    """It asks whether that was meant, and leaves the question as it is."""
    log = (Tapped(0, 0, "app:agree"), asks(1, 1, WHO), Said(5, 2, "🎲"))
    assert kinds(*log, shows(6, 3, OFFER, "q:take:2:", "q:drop:2:")) == []
    assert kinds(*log, shows(6, 3, OFFICES)) == [ASIDE]


def test_a_date_may_be_a_button_s() -> None:
    """Whoever typed the same day at another question."""
    log = (*BEGUN, Said(2, 2, "1 марта 2028"), asks(3, 1, ISSUED), Tapped(9, 1, "app:date", "1 марта 2028 года"))
    assert kinds(*log, asks(10, 1, ISSUER), document_date="1 марта 2028 года") == []


def test_a_variant_of_an_emoji_is_no_word() -> None:
    """What nobody sees is not kept."""
    log = (*BEGUN, Said(5, 2, f"❤\ufe0f {IVANOV}"), asks(6, 3, ADDRESS))
    assert kinds(*log, full_name=f"❤ {IVANOV}") == []
