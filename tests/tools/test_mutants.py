from __future__ import annotations

import ast
from pathlib import Path

from tools.affected_tests import PRODUCT, ROOT
from tools.mutants import Mutant, Places, draw


def broken(source: str) -> list[str]:
    places = Places("some.py", source.encode())
    places.visit(ast.parse(source))
    return [f"{each.before} -> {each.after}" for each in places.found]


def test_a_seed_draws_the_same_places_again() -> None:
    """Before and after a change of the tests the same places are broken, from every package."""
    drawn = draw(7, 40)
    assert drawn == draw(7, 40)
    assert drawn != draw(8, 40)
    assert len(set(drawn)) == 40
    assert {Path(each.path).parts[0] for each in drawn} == set(PRODUCT)


def test_a_broken_file_still_is_python(tmp_path: Path) -> None:
    """Each mutant parses and differs only in its place; reverted, it equals the original."""
    for mutant in draw(3, 60):
        original = (ROOT / mutant.path).read_bytes()
        (tmp_path / mutant.path).parent.mkdir(parents=True, exist_ok=True)
        mutant.write(tmp_path)
        written = (tmp_path / mutant.path).read_bytes()
        assert ast.dump(ast.parse(written)) != ast.dump(ast.parse(original))
        assert written.startswith(original[: mutant.start])
        assert written.endswith(original[mutant.end :])
        mutant.mend(tmp_path)
        assert (tmp_path / mutant.path).read_bytes() == original


def test_what_is_broken() -> None:
    """Comparisons, conditions, sums, numbers, booleans, calls for their effect; offsets count bytes, not characters."""
    assert broken("x = 'Ә' and a < b") == ["'Ә' and a < b -> ('Ә' or a < b)", "a < b -> (a <= b)"]
    assert broken("if not done: save(1)") == ["not done -> (done)", "save(1) -> pass", "1 -> 2"]
    assert broken("async def f(): await save()") == ["await save() -> pass"]
    assert broken("x = True is not y") == ["True is not y -> (True is y)", "True -> False"]


def test_what_no_test_could_notice_is_left_alone() -> None:
    """Types, decorators, documentation, and the content of formatted strings."""
    assert broken('@frozen(1)\ndef f(x: A[1]) -> B[2]:\n    "Says 1."\n    return f"{x + 1}"') == []
    assert broken("if TYPE_CHECKING:\n    x = 1") == []
    assert broken("x = 'a' + y") == []


def test_a_mutant_says_where_it_is() -> None:
    """It gives a line to be read beside the source."""
    assert str(Mutant("a/b.py", 3, 0, 1, "1", "2")) == "a/b.py:3: 1  ->  2"
