"""How citations are written: several at once, ranges, appendices, and grammatical cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.standard.cites import CASES, CitedRange, CiteRole, Cites
from domain.standard.edition import Standard


@pytest.fixture
def cites(standard: Standard) -> Cites:
    roles = {
        CiteRole.RESULT: (CitedRange("7"),),
        CiteRole.REFUSAL: (CitedRange("16"),),
        CiteRole.ANSWER: (CitedRange("25.1"),),
        CiteRole.APPEALS: (CitedRange("18"), CitedRange("20", "25")),
        CiteRole.INDICATORS: (CitedRange("app.9"),),
        CiteRole.OFFICES: (CitedRange("app.1", "app.4"),),
        CiteRole.DOCUMENTS: (CitedRange("7"), CitedRange("Annex"), CitedRange("app.9.2")),
    }
    return replace(standard.cites, roles=roles, appendices={"app.1": "1", "app.4": "4", "app.9": "9", "Annex": "Annex"})


@pytest.mark.parametrize(
    ("roles", "written"),
    [
        (["result"], "point 7"),
        (["result", "refusal"], "points 7 and 16"),
        (["result", "refusal", "answer"], "points 7, 16 and 25.1"),
        (["result", "result"], "point 7"),
        (["appeals"], "points 18 and 20–25"),
        (["result", "appeals"], "points 7, 18 and 20–25"),
        (["indicators"], "appendix 9"),
        (["offices"], "appendices 1–4"),
        (["indicators", "result"], "point 7, appendix 9"),
        (["documents"], "point 7, appendices Annex and 9.2"),
    ],
)
def test_several_are_one_citation(cites: Cites, roles: list[str], written: str) -> None:
    """Points come before appendices, each once; a range counts as several."""
    assert cites.write("en", roles) == written


@pytest.mark.parametrize(
    ("language", "roles", "case", "written"),
    [
        ("ru", ["result", "refusal"], "", "пункты\u00a07 и 16"),
        ("ru", ["indicators"], "genitive", "приложения\u00a09"),
        ("ru", ["offices"], "prepositional", "приложениях\u00a01–4"),
        ("ru", ["result"], "start", "Пункт\u00a07"),
        ("kk", ["result", "refusal"], "", "7 және 16‑тармақтар"),
        ("kk", ["answer"], "possessive", "25.1‑тармағы"),
        ("kk", ["indicators"], "genitive", "9‑қосымшаның"),
        ("kk", ["offices"], "locative", "1–4‑қосымшаларда"),
        ("en", ["offices"], "start", "Appendices 1–4"),
    ],
)
def test_each_language_has_its_words_and_cases(
    cites: Cites, language: str, roles: list[str], case: str, written: str
) -> None:
    """In Kazakh the word follows the number with a hyphen that does not break, in Russian after such a space."""
    assert cites.write(language, roles, case) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("11.2", "point 11.2"), ("app.9", "appendix 9"), ("app.9.2", "appendix 9.2"), ("Annex", "appendix Annex")],
)
def test_a_rule_is_cited_as_it_stands(cites: Cites, text: str, written: str) -> None:
    """Sub-points follow the number; an appendix without a number has its name."""
    assert cites.write_citation("en", text) == written


def test_an_unknown_role_or_case_is_not_written(cites: Cites) -> None:
    """Neither is passed over in silence."""
    with pytest.raises(ValueError, match="nobody"):
        cites.write("ru", ["nobody"])
    with pytest.raises(KeyError, match="vocative"):
        cites.write("ru", ["result"], "vocative")


def test_the_edition_has_every_role_and_case(standard: Standard) -> None:
    """Whatever a message may cite, it can be written in each language."""
    assert set(standard.cites.roles) == set(CiteRole)
    for language, cases in CASES.items():
        for role in CiteRole:
            for case in ("", *cases):
                assert standard.cites.write(language, [role], case), (language, role, case)
