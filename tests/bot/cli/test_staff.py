"""`officer` and `receive` on the command line: the administrator's work while the bot is stopped."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.container import Container, ContainerOptions
from bot.process import only_instance
from bot.resources import load_library, load_texts
from domain.applications.case import Case, CaseState
from domain.calendar import day_of
from domain.history import Event, EventKind
from storage.applications import SqlCases
from storage.history.events import SqlHistory
from storage.messaging.outbox import Outgoing
from tests.factories.cases import complete
from tests.factories.editions import NEWER, remove_units, write_edition
from tests.factories.folders import opened_stores, settings_of
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.terms import Terms
from tests.factories.units import EDITION, KOKSHETAU
from tests.waiting import waiting

ADD = ("officer", "add", "--user", "4001", "--unit", "2/3", "--name", "Ахметова А.")
OFFICE = "Отдел внутренней политики г. Кокшетау"
NUMBER = "2-3/2026-1"
ITEMS = ["application", "mission-authority", "association-registration", "invitation", "materials", "identity"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands' data folder."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LANGUAGE", "ru")
    return tmp_path


@pytest.fixture
def filed(folder: Path, capsys: pytest.CaptureFixture[str]) -> Case:
    """A missionary's application, filed at the office of Kokshetau."""
    assert main(ADD) == 0
    capsys.readouterr()
    return asyncio.run(_file(folder))


async def _file(folder: Path) -> Case:
    library = load_library(settings_of(folder))
    async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
        filing = Container(ContainerOptions(library), transaction, keys).filing
        draft = complete(library.standard)
        await SqlCases(transaction, keys).add(draft)
        return (await filing.file(draft, NOW)).case


def kept(folder: Path) -> tuple[Case, list[Event], list[Outgoing]]:
    """Returns the filed case, its history, and what waits to be sent to the applicant."""

    async def read() -> tuple[Case, list[Event], list[Outgoing]]:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            cases = SqlCases(transaction, keys)
            case = await cases.get_by_number(NUMBER)
            assert case
            return (
                case,
                await SqlHistory(transaction, keys).events(case),
                await waiting(transaction, keys, APPLICANT),
            )

    return asyncio.run(read())


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Returns the lines printed by a command that succeeds."""
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Returns the one line of a command that fails."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err.rstrip("\n")


def test_binding_and_releasing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Officers are appointed, listed by unit, renamed by a new appointment, and dismissed."""
    assert folder.exists()
    assert told(capsys, "officer", "list") == ["сотрудников нет"]
    assert told(capsys, *ADD) == [f"4001  2/3  {OFFICE}"]
    told(capsys, "officer", "add", "--user", "4000", "--unit", "1/3", "--name", "Ли Б.")
    told(capsys, *ADD[:-1], "Ахметова Ә.")
    assert told(capsys, "officer", "list") == ["4000  1/3  Ли Б.", "4001  2/3  Ахметова Ә."]
    assert told(capsys, "officer", "remove", "--user", "4001", "--unit", "2/3") == ["готово"]
    assert main(("officer", "remove", "--user", "4001", "--unit", "2/3")) == 1
    assert "id 4001" in capsys.readouterr().out
    assert told(capsys, "officer", "list") == ["4000  1/3  Ли Б."]


def take(folder: Path, user_id: int) -> None:
    """Gives the filed case to an officer."""

    async def write() -> None:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            cases = SqlCases(transaction, keys)
            case = await cases.get_by_number(NUMBER)
            assert case
            await cases.save(replace(case, assigned=user_id))

    asyncio.run(write())


def letters(folder: Path, user_id: int) -> list[str]:
    """Returns what waits to be sent to a person."""

    async def read() -> list[str]:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            found = await waiting(transaction, keys, user_id)
            return [each.request.parameters["text"] for each in found if "text" in each.request.parameters]

    return asyncio.run(read())


REMOVE = ("officer", "remove", "--user", "4001", "--unit", "2/3")
LOWER = (*ADD, "--role", "registrar")


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize("command", [REMOVE, LOWER], ids=["remove", "add"])
def test_open_cases_are_asked_for(folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    """One line says how many there are and to whom they may go; nothing changes until it is said, and so it is told."""
    told(capsys, "officer", "add", "--user", "4002", "--unit", "2/3", "--name", "Ли Б.")
    told(capsys, "officer", "add", "--user", "4003", "--unit", "2/3", "--name", "Ким А.", "--role", "registrar")
    take(folder, 4001)
    before = kept(folder)
    line = "Открытых дел: 1. Кому их передать? Добавьте --cases-to и одно из: queue, evenly, 4002 (Ли Б.)"
    assert refused(capsys, *command) == line
    assert refused(capsys, *command, "--cases-to", "4003") == line
    assert kept(folder) == before
    told(capsys, *command, "--cases-to", "4002")
    case, events, messages = kept(folder)
    assert case.assigned == 4002
    assert messages == []
    names = {"from_name": "Ахметова А.", "to_name": "Ли Б."}
    assert events[-1].details == {"from": "4001", "to": "4002"} | names
    (letter,) = letters(folder, 4002)
    assert NUMBER in letter
    assert letters(folder, 4003) == []


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(("to", "holder"), [("queue", None), ("evenly", 4002)])
def test_where_cases_may_go(folder: Path, capsys: pytest.CaptureFixture[str], to: str, holder: int | None) -> None:
    """To the queue or to all evenly; where nothing is open it makes no difference."""
    told(capsys, "officer", "add", "--user", "4002", "--unit", "2/3", "--name", "Ли Б.")
    told(capsys, *ADD, "--cases-to", to)
    take(folder, 4001)
    told(capsys, *REMOVE, "--cases-to", to)
    assert kept(folder)[0].assigned == holder
    assert len(letters(folder, 4002)) == 1


@pytest.mark.parametrize("to", ["", "me", "-5", "0", "queue,evenly"])
def test_a_destination_that_is_none(capsys: pytest.CaptureFixture[str], to: str) -> None:
    """The choices are named; the exit code is 2."""
    with pytest.raises(SystemExit) as ended:
        main([*REMOVE, "--cases-to", to])
    assert ended.value.code == 2
    assert "queue, evenly" in capsys.readouterr().err


@pytest.mark.parametrize("unit", ["4/65", "3/1", "2/999", "5/1", "Кокшетау", "no-where", "2/", "/3", "2/3/4"])
def test_a_unit_that_is_no_office(folder: Path, capsys: pytest.CaptureFixture[str], unit: str) -> None:
    """An akimat, a missing row and something that is not a unit are named; nobody is appointed."""
    line = refused(capsys, "officer", "add", "--user", "1", "--unit", unit, "--name", "Ли Б.")
    assert line == f"Отдела {unit} нет в приложениях 1 и 2. {load_texts('ru').plain('terminal-find-unit')}"
    assert folder.exists()
    assert told(capsys, "officer", "list") == ["сотрудников нет"]


def test_a_unit_that_only_an_earlier_edition_has(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody new is appointed there, as in the chat; whoever works there gets another role, and goes."""
    told(capsys, *ADD)
    write_edition(folder / "editions", NEWER, remove_units(str(KOKSHETAU)))
    monkeypatch.setenv("EDITIONS_DIR", str(folder / "editions"))
    monkeypatch.setenv("EDITION", NEWER)
    line = refused(capsys, "officer", "add", "--user", "4000", "--unit", "2/3", "--name", "Ли Б.")
    assert line == load_texts("ru").plain("bad-units-former", unit="2/3")
    assert told(capsys, *LOWER) == [f"4001  2/3  {OFFICE}"]
    assert told(capsys, *REMOVE) == ["готово"]


@pytest.mark.parametrize(
    "missing",
    [
        ("add",),
        ("add", "--unit", "2/3", "--name", "Ли Б."),
        ("add", "--user", "1", "--name", "Ли Б."),
        ("add", "--user", "1", "--unit", "2/3"),
        ("remove",),
        ("remove", "--user", "1"),
        ("remove", "--unit", "2/3"),
    ],
)
def test_missing_arguments(folder: Path, capsys: pytest.CaptureFixture[str], missing: tuple[str, ...]) -> None:
    """An example shows what is missing; the data folder is not touched."""
    assert refused(capsys, "officer", *missing).startswith("например officer add --user ")
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_a_bad_unit_cannot_be_released(capsys: pytest.CaptureFixture[str]) -> None:
    """Dismissal, too, reports something that is not a unit."""
    assert refused(capsys, "officer", "remove", "--user", "1", "--unit", "x").startswith("Отдела x нет")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("arguments", [("officer",), ("officer", "nonsense"), (*ADD[:3], "me"), ("receive",)])
def test_arguments_that_are_none(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """Anything unknown to the command line ends with code 2."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "как вызывать:" in capsys.readouterr().err


def test_received_in_two_parts(folder: Path, filed: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """First the named items, then all the rest: the case is in review, and the applicant hears of both."""
    assert filed.state is CaseState.REGISTERED
    assert told(capsys, "receive", NUMBER, "application", "identity") == [
        f"{NUMBER}  registered",
        f"осталось: {', '.join(ITEMS[1:-1])}",
    ]
    case, _, messages = kept(folder)
    assert set(case.received) == {"application", "identity"}
    assert [row.request.method for row in messages] == ["sendMessage"]
    assert told(capsys, "receive", NUMBER) == [f"{NUMBER}  in_review", "осталось: ничего"]
    case, events, messages = kept(folder)
    assert case.state is CaseState.IN_REVIEW
    assert case.complete_at == max(case.received.values())
    assert [(event.kind, event.actor) for event in events] == [
        (EventKind.FILED, APPLICANT),
        (EventKind.RECEIVED, 0),
        (EventKind.RECEIVED, 0),
        (EventKind.COMPLETE, 0),
    ]
    assert [row.request.method for row in messages] == ["sendMessage", "sendDocument", "sendMessage"]
    assert messages[1].request.parameters["caption"] == str(load_texts("ru")("receipt-caption"))
    assert len({row.origin for row in messages}) == 3


def test_a_term_told_before_terms_were_kept(
    folder: Path, filed: Case, capsys: pytest.CaptureFixture[str], terms: Terms
) -> None:
    """Documents received before the bot has started again do not move the last day on record."""
    told(capsys, "receive", NUMBER, "identity")

    async def age() -> str:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            case = await SqlCases(transaction, keys).get(filed.id)
            assert case
            await SqlCases(transaction, keys).save(replace(case, terms={}))
            day = terms.after(day_of(case.received["identity"]), 2 * terms.days("refusal")).isoformat()
            await transaction.write("UPDATE terms SET due = ?", (day,))
        return day

    day = asyncio.run(age())
    told(capsys, "receive", NUMBER, "application")
    term = kept(folder)[0].terms["refusal"]
    assert term.last.isoformat() == day
    assert term.recounted

    async def on_record() -> list[tuple[object, ...]]:
        async with opened_stores(folder) as (database, _):
            return await database.read("SELECT due FROM terms")

    assert asyncio.run(on_record()) == [(day,)]


def test_received_at_once(folder: Path, filed: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """With no items named, the whole package is received."""
    assert told(capsys, "receive", NUMBER)[0] == f"{NUMBER}  in_review"
    assert list(kept(folder)[0].received) == ITEMS
    assert filed.received == {}


@pytest.mark.parametrize("number", ["2-3/2026-2", "2-3/2025-1", "", "1", "%", "' OR 1=1 --"])
def test_an_unknown_number(filed: Case, capsys: pytest.CaptureFixture[str], number: str) -> None:
    """A number that is in no register is reported in one line."""
    assert filed.registration
    assert refused(capsys, "receive", number) == load_texts("ru").plain("terminal-no-case", number=number).replace(
        "  ", " "
    )


def test_what_cannot_be_received(folder: Path, filed: Case, capsys: pytest.CaptureFixture[str]) -> None:
    """An item off the list, or received already, changes nothing; in review an item may come again."""
    assert refused(capsys, "receive", NUMBER, "identity", "premises").startswith("Такого документа нет в перечне")
    assert kept(folder) == (filed, kept(folder)[1], [])
    told(capsys, "receive", NUMBER, "identity")
    assert refused(capsys, "receive", NUMBER, "identity").startswith("Такого документа нет в перечне")
    told(capsys, "receive", NUMBER)
    assert "его состояние: рассматривают" in refused(capsys, "receive", NUMBER)
    assert refused(capsys, "receive", NUMBER, "premises").startswith("Такого документа нет в перечне")
    assert len(kept(folder)[2]) == 3
    assert told(capsys, "receive", NUMBER, "identity")


@pytest.mark.parametrize("command", [ADD, ("officer", "remove", *ADD[2:6]), ("receive", NUMBER)], ids=" ".join)
def test_not_while_the_bot_runs(
    folder: Path, filed: Case, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """SQLite has one writer: the commands refuse while the bot holds the folder, and work afterwards."""
    with only_instance(folder):
        told_so = refused(capsys, *command)
        assert re.fullmatch(r"DATA_DIR: с .+ уже работает другой бот; сначала остановите его .+", told_so)
    assert kept(folder)[0] == filed
    assert told(capsys, *command)


@pytest.mark.parametrize(
    "wrong",
    [("--name", ""), ("--name", " \n"), ("--name", "я" * 101), ("--user", "-5"), ("--user", "0"), ("--user", "9" * 23)],
)
def test_a_name_or_an_id_that_is_none(capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]) -> None:
    """One line says what belongs there; the exit code is 2."""
    with pytest.raises(SystemExit) as ended:
        main(["officer", "add", "--user", "1", "--unit", "2/3", "--name", "Ли Б.", *wrong])
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Иванов Иван Иванович", "Иванов", "И. И. Иванов", "Ли Б2"])
def test_a_name_that_the_chat_refuses(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """It is refused here, too, with an example; nobody is appointed. What the chat mends is mended."""
    assert refused(capsys, *ADD[:-1], name).endswith("Напишите так: Ахметова А. Б.")
    assert list(folder.iterdir()) == []
    told(capsys, *ADD[:-1], "иванов и и")
    assert told(capsys, "officer", "list") == ["4001  2/3  Иванов И. И."]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_refusals_are_in_the_language_of_the_setting(
    filed: Case, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """LANGUAGE reaches what the commands refuse; no class of an error stands in the line."""
    assert filed.registration
    monkeypatch.setenv("LANGUAGE", language)
    texts = load_texts(language, EDITION)
    assert refused(capsys, "receive", "9") == texts.plain("terminal-no-case", number="9")
    assert texts.plain("terminal-find-unit") in refused(capsys, *ADD[:4], "--unit", "9/999", *ADD[6:])
    told(capsys, "receive", NUMBER)
    state = texts.plain("state-in-review-short")
    assert refused(capsys, "receive", NUMBER) == texts.plain("terminal-state", state=state)
    assert refused(capsys, "receive", NUMBER, "premises") == texts.plain("terminal-item", item="premises")


@pytest.mark.usefixtures("filed")
def test_what_only_reads_works_beside_the_bot(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Staff and quarantine are listed while the bot holds the folder; nothing is made in an empty one."""
    with only_instance(folder):
        assert told(capsys, "officer", "list") == ["4001  2/3  Ахметова А."]
        assert told(capsys, "quarantine", "list") == ["отложенных обновлений нет"]


def test_listing_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without data stays without."""
    assert told(capsys, "officer", "list") == ["сотрудников нет"]
    assert told(capsys, "quarantine", "list") == ["отложенных обновлений нет"]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("lines", "code"), [(["5  done", "6  failed again"], 1), (["5  done"], 0)])
def test_a_replay_that_failed_is_no_success(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lines: list[str], code: int
) -> None:
    """Its exit code tells whether anything is left in quarantine."""

    async def replay(_settings: object) -> list[str]:
        return lines

    monkeypatch.setattr("bot.cli.quarantine.replay_quarantine", replay)
    assert main(("quarantine", "replay")) == code
    assert capsys.readouterr().out.splitlines() == lines


@pytest.mark.parametrize(("called", "name"), [("/opt/x/bin/tirkeu", "tirkeu"), ("/x/bot/__main__.py", "python -m bot")])
def test_usage_names_the_program_as_it_was_called(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, called: str, name: str
) -> None:
    """`tirkeu` where it is installed; its version is told, too."""
    monkeypatch.setattr("sys.argv", [called])
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as ended:
            main([option])
        assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: {name} ")
    assert re.search(r"^tirkeu \d+\.\d+\.\d+$", out, flags=re.MULTILINE)


def test_offices_show_the_number_that_officer_add_takes(capsys: pytest.CaptureFixture[str]) -> None:
    """Appendix and row stand above each card."""
    assert "2/3" in told(capsys, "offices", "Кокшетау")


def test_a_data_folder_that_is_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the variable, without a traceback."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file"))
    assert refused(capsys, *ADD).startswith("DATA_DIR: ")
