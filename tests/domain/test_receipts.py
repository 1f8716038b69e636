"""Which facts of a receipt are signed, and that they have only one encoding."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.receipts import NotAStatement, Receipt, Stamp, Statement

AT = datetime(2027, 3, 5, 9, 7, 3, 250, tzinfo=UTC)
RECEIPT = Receipt("2011-20", 7, Stamp("2/65", "Отдел", "2-65/2027-15", AT), None, b"s" * 16, {"full_name": "Иванов"})
SHORT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
STATEMENTS = st.builds(
    Statement,
    edition=SHORT,
    appendix=st.integers(0, 255),
    office=SHORT,
    number=SHORT,
    at=st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 30), timezones=st.just(UTC)).map(  # noqa: DTZ001  # made aware
        lambda at: at.replace(microsecond=0)
    ),
    received=st.none() | st.dates(),
    digest=st.binary(min_size=32, max_size=32),
    handle=SHORT,
)


def digest(answers: dict[str, str]) -> bytes:
    return replace(RECEIPT, answers=answers).digest()


@given(STATEMENTS)
def test_a_statement_survives_its_encoding(statement: Statement) -> None:
    """A decoded statement equals the encoded one."""
    assert Statement.decode(statement.encode()) == statement


@given(STATEMENTS, STATEMENTS)
def test_different_statements_have_different_encodings(one: Statement, other: Statement) -> None:
    """No two statements share an encoding."""
    assert (one.encode() == other.encode()) == (one == other)


def test_text_cannot_move_between_neighbouring_fields() -> None:
    """A field's end is encoded, whatever the field contains."""
    whole = RECEIPT.statement("h")
    assert replace(whole, office="2/6", number="5" + whole.number).encode() != whole.encode()


@pytest.mark.parametrize("cut", [0, 1, 5, 9, 20, 41, 43, 60, -1])
def test_an_incomplete_statement_is_refused(cut: int) -> None:
    """A truncated statement is refused."""
    with pytest.raises(NotAStatement):
        Statement.decode(RECEIPT.statement("handle").encode()[:cut])


@pytest.mark.parametrize(
    "changed",
    [
        b"\2" + RECEIPT.statement("h").encode()[1:],
        RECEIPT.statement("h").encode() + b"\0",
        RECEIPT.statement("h").encode()[:2] + b"\xff" * 8 + RECEIPT.statement("h").encode()[10:],
        RECEIPT.statement("h").encode()[:-1] + b"\xff",
    ],
    ids=["another version", "more than a statement", "no date", "no UTF-8"],
)
def test_what_is_no_statement_is_refused(changed: bytes) -> None:
    """Only the one encoding of a statement is read."""
    with pytest.raises(NotAStatement):
        Statement.decode(changed)


@pytest.mark.parametrize(
    "change",
    [
        {"number": "5" * 256},
        {"appendix": 256},
        {"appendix": -1},
        {"at": datetime(1969, 12, 31, tzinfo=UTC)},
        {"digest": b"short"},
        {"handle": "\ud800"},
    ],
)
def test_what_cannot_be_encoded_is_refused(change: dict[str, object]) -> None:
    """A value out of range is refused, not truncated."""
    statement = replace(RECEIPT.statement("h"), **change)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r".+"):
        statement.encode()


def test_the_statement_tells_the_second_in_any_zone() -> None:
    """The same moment in another zone, or with fractions of a second, gives the same statement."""
    elsewhere = replace(RECEIPT.stamp, at=AT.astimezone(timezone(timedelta(hours=5))).replace(microsecond=9))
    assert replace(RECEIPT, stamp=elsewhere).statement("h") == RECEIPT.statement("h")
    assert RECEIPT.statement("h").at == AT.replace(microsecond=0)


def test_the_statement_names_no_person() -> None:
    """None of the answers can be read in what is signed."""
    told = RECEIPT.statement("h").encode()
    assert "Иванов".encode() not in told
    assert RECEIPT.digest() in told


def test_the_second_stamp_is_signed() -> None:
    """A copy stamped for received documents gives another statement than one without."""
    assert replace(RECEIPT, received=date(2027, 3, 12)).statement("h") != RECEIPT.statement("h")


def test_the_digest_is_salted() -> None:
    """With another salt the same application has another digest, so trying names does not find it."""
    assert replace(RECEIPT, salt=b"t" * 16).digest() != RECEIPT.digest()


def test_the_digest_binds_the_stamps_office() -> None:
    """Another office's name on the stamp gives another digest."""
    assert replace(RECEIPT, stamp=replace(RECEIPT.stamp, office_name="Управление")).digest() != RECEIPT.digest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": ""}, {}),
        ({"a": "b", "c": "d"}, {"a": 'b","c":"d'}),
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}),
        ({"a": "x\n"}, {"a": "x"}),
        ({"a": "\\n"}, {"a": "\n"}),
        ({"ab": "c"}, {"a": "bc"}),
    ],
)
def test_different_answers_have_different_digests(one: dict[str, str], other: dict[str, str]) -> None:
    """Separators, blanks, and an empty answer instead of a missing one make a difference."""
    assert digest(one) != digest(other)


def test_order_and_composition_make_no_difference() -> None:
    """The same answers in another order, or with decomposed accents, are the same application."""
    assert digest({"a": "й", "b": "2"}) == digest({"b": "2", "a": "и\u0306"})
    assert replace(RECEIPT, answers={"b": "и\u0306", "a": ""}).fields() == {"a": "", "b": "й"}
