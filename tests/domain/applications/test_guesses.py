"""What the bot guesses from other answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.applications.case import Case
from domain.applications.guesses import guess_answers, without_guesses
from domain.offices.units import UnitKind, UnitLevel
from domain.standard.edition import Standard
from domain.standard.questions import DISTRICTS
from tests.factories.cases import started
from tests.factories.units import unit_id

ASKED = ("document_issuer", "citizenship", "city")


def without(**answers: str) -> Case:
    """A draft with these answers, and none to what may be guessed."""
    case = started(**answers)
    left = {key: text for key, text in case.answers.items() if key not in ASKED or key in answers}
    return replace(case, answers=left | {DISTRICTS: answers.get(DISTRICTS, str(unit_id("2/3")))})


def guessed(case: Case, standard: Standard) -> dict[str, str]:
    """The guesses by question."""
    made = guess_answers(case, standard)
    assert {key: text for key, text in made.answers.items() if key not in made.guessed} == case.answers
    return {key: made.answers[key] for key in made.guessed}


@pytest.mark.parametrize(
    ("kind", "issuer", "citizenship"),
    [
        ("passport", "МВД РК", "Республика Казахстан"),
        ("identity-card", "Министерство внутренних дел Республики Казахстан", "Республика Казахстан"),
        ("passport", "Қазақстан Республикасының Ішкі істер министрлігі", "Республика Казахстан"),
        ("passport", "ҚР ІІМ", "Республика Казахстан"),
        ("residence-permit", "МВД РК", ""),
        ("refugee", "МВД РК", ""),
        ("stateless", "МВД РК", ""),
        ("загранпаспорт", "МВД РК", ""),
        ("passport", "МВД России", ""),
        ("passport", "посольство, ранее МВД РК", ""),
    ],
)
def test_the_citizenship(standard: Standard, kind: str, issuer: str, citizenship: str) -> None:
    """By who issued a document that citizens alone have; foreigners get theirs from the same ministry."""
    found = guessed(without(document_kind=kind, document_issuer=issuer), standard)
    assert found.get("citizenship", "") == citizenship


@pytest.mark.parametrize("name", ["Қожахметов Әлімжан", "Иванов Пётр"])
@pytest.mark.parametrize("confession", ["ислам", "православие"])
def test_no_name_and_no_confession_says_it(standard: Standard, name: str, confession: str) -> None:
    """Nothing is concluded from either."""
    case = without(full_name=name, confession=confession, document_issuer="паспортный стол")
    assert guessed(case, standard) == {"city": "Кокшетау"}


@pytest.mark.parametrize(
    ("kind", "number", "issuer"),
    [
        ("identity-card", "045678912", "МВД Республики Казахстан"),
        ("identity-card", "ID1234567", ""),
        ("passport", "045678912", ""),
    ],
)
def test_the_issuer(standard: Standard, kind: str, number: str, issuer: str) -> None:
    """Of an identity card with a number of nine figures; the citizenship follows from the guess, too."""
    found = guessed(without(document_kind=kind, document_number=number), standard)
    assert found.get("document_issuer", "") == issuer
    assert ("citizenship" in found) is bool(issuer)


def test_the_city(standard: Standard) -> None:
    """The one that is the whole territory; none of a district of villages, of several districts, or of a region."""
    assert guessed(without(), standard)["city"] == "Кокшетау"
    several = f"{unit_id('2/3')},{unit_id('2/4')}"
    districts = standard.of_kind(UnitKind.OFFICE, UnitLevel.DISTRICT)
    village = next(each for each in districts if each.region == "akmola" and not each.city and each.place.names)
    for chosen in (several, "all", str(village.id)):
        assert "city" not in guessed(without(districts=chosen), standard)
    assert "city" not in guessed(replace(without(), answers={}), standard)


def test_what_was_said_counts(standard: Standard) -> None:
    """An answer is never guessed over, and what was guessed goes with its reason."""
    assert guessed(without(city="Астана", citizenship="Германия"), standard) == {}
    made = guess_answers(without(), standard)
    assert "city" in made.guessed
    assert without_guesses(made) == replace(made, answers=without_guesses(made).answers, guessed=frozenset())
    assert "city" not in without_guesses(made).answers
    again = replace(made, answers={**made.answers, DISTRICTS: "all"})
    assert "city" not in guess_answers(without_guesses(again), standard).answers
