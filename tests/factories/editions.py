"""Editions that differ from that of 2011 in named ways, written to a folder of a test."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assets.loaders.edition import EDITIONS, load_standard
from assets.loaders.faults import AssetFaults
from assets.loaders.templates import MESSAGE
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.units import EDITION
from tools.papers.build_letter import not_accepted, refusal_on_substance

OFFICES = "units/appendix-2.jsonl"
NEWER, MARK, BY = (
    "2031-1",
    "⟦E⟧",
    30,
)  # an edition unlike that of 2011: its id, its mark, how much higher it counts points
CITING = re.compile(r"(?:cites|through|appendices|further_materials) = ")
# What the texts of 2011 say of a service that costs nothing, and what they would say of one that does.
COSTS = {
    "ru": ("Услуга бесплатная|Бесплатно", "Услуга стоит { $fee } тенге"),
    "kk": ("Қызмет тегін(?: көрсетіледі)?|Тегін", "Қызмет ақысы — { $fee } теңге"),
    "en": ("The service is free of charge|Free of charge", "The service costs { $fee } tenge"),
}
Change = Callable[[Path], None]


def beside_another(standard: Standard, other: str = "1994-7") -> Editions:
    """The edition as the current one, and the same under another id."""
    return Editions(standard, {other: replace(standard, status=replace(standard.status, id=other))})


def write_edition(root: Path, edition: str, *changes: Change) -> Path:
    """Copies the edition of 2011 to a folder with another id, makes the changes there, and returns the folder."""
    folder = root / edition
    shutil.copytree(EDITIONS / EDITION, folder)
    for change in (set_id(edition), *changes):
        change(folder)
    return folder


def set_id(edition: str) -> Change:
    """Another id, as the folder's name must be."""
    return lambda folder: _replace(folder / "edition.toml", f'id = "{EDITION}"', f'id = "{edition}"')


def set_term(timing: str, amount: int) -> Change:
    """Another length of a term, in its own unit."""
    return lambda folder: _sub(folder / "terms.toml", rf'(id = "{re.escape(timing)}"\namount = )\d+', rf"\g<1>{amount}")


def set_calendar_days(timing: str, amount: int, ends_on_day_off: str) -> Change:
    """A term in calendar days, which stays on a day off or goes on to a working day."""
    unit = rf'(id = "{re.escape(timing)}"\namount = )\d+\nunit = "working-days"'
    rule = rf'\g<1>{amount}\nunit = "calendar-days"\nends_on_day_off = "{ends_on_day_off}"'
    return lambda folder: _sub(folder / "terms.toml", unit, rule)


def add_pause(reason: str, *stops: str, names: Mapping[str, str]) -> Change:
    """A reason for which these terms stop, with its name in each language."""
    return lambda folder: _add_pause(folder, reason, stops, names)


def add_ground(ground: str, names: Mapping[str, str], *, explain: bool = False) -> Change:
    """A ground of refusal on substance, with its name in each language, and the template of its letter."""
    return lambda folder: _add_ground(folder, ground, names, explain=explain)


def add_acceptance() -> Change:
    """An incomplete package may be refused acceptance; with the template of its letter."""
    return _add_acceptance


def refuse_for_no_documents() -> Change:
    """An incomplete package is no ground of refusal any more: there is no term of one, and no text about it."""
    return _refuse_for_no_documents


def set_fee(tenge: int) -> Change:
    """Another price of the service."""
    return lambda folder: _sub(folder / "terms.toml", r"(\[fee\]\namount = )\d+", rf"\g<1>{tenge}")


def set_answer_term(days: int, days_with_check: int, source: str, unit: str = "") -> Change:
    """Another law of complaints."""
    return lambda folder: _answer(folder / "complaints.toml", days, days_with_check, source, unit)


def swap_offices(one: int, other: int) -> Change:
    """Two rows of appendix 2 with each other's number and code."""
    return lambda folder: _swap(folder, one, other)


def give_code(code: str, to: str) -> Change:
    """A unit of appendix 2 with another code."""
    return lambda folder: _give(folder, code, to)


def reprint_offices(one: int, other: int) -> Change:
    """Two rows of appendix 2 in each other's place, each with its own code."""
    return lambda folder: _swap(folder, one, other, codes=False)


def shuffle_units(seed: int) -> Change:
    """The rows of all units and places in another order."""
    return lambda folder: _shuffle(folder, Random(seed))


def remove_document(item: str) -> Change:
    """A document that is no longer asked for; defects that named it alone go with it, and so do the texts of both."""
    return lambda folder: _remove(folder, item)


def remove_kind(kind: str) -> Change:
    """A kind of application that is no longer registered; with it go its questions, documents, forms and texts."""
    return lambda folder: _remove_kind(folder, kind)


def rename_kind(kind: str, name: str) -> Change:
    """A kind of application with another id, which continues the former one."""
    return lambda folder: _rename_kind(folder, kind, name)


def set_text(name: str, text: str) -> Change:
    """Another text of the edition, the same in each language."""
    return lambda folder: _set_text(folder, name, text)


def mark_texts(mark: str) -> Change:
    """Every text of the edition, in each language, begins with a mark."""
    return lambda folder: _mark(folder, mark)


def add_day_off(day: date, worked: date) -> Change:
    """A day off moved by decree, and the weekend worked instead."""
    return lambda folder: _move(folder / "calendar.toml", day, worked)


def charge_fee(amount: int, text: str) -> Change:
    """A fee, in tenge, in the words of the law; the texts of each language say how much it is."""
    return lambda folder: _charge(folder, amount, text)


def add_question(question: str, after: str, line: str) -> Change:
    """A question of missionaries that follows another one, answered in words on a line of the application."""
    return lambda folder: _add_question(folder, question, after, line)


def add_choice(question: str, after: str, *values: str) -> Change:
    """A question of missionaries that follows another one and is answered by a button; it stands on no form."""
    return lambda folder: _add_choice(folder, question, after, values)


def add_document(item: str, condition: str, when: str) -> Change:
    """A document of missionaries that is needed where these answers, in TOML, were given: a condition of this name."""
    return lambda folder: _add_document(folder, item, condition, when)


def remove_question(question: str) -> Change:
    """A question that is no longer asked; the lines of forms that it shared go on without it."""
    return lambda folder: _remove_question(folder, question)


def rename_question(question: str, new: str) -> Change:
    """A question under another id, on the same lines and with the same texts."""
    return lambda folder: _rename(folder, ("questions.toml", "forms.toml"), ("q", "label", "choice"), question, new)


def rename_document(item: str, new: str) -> Change:
    """A document under another id, with the same texts."""
    return lambda folder: _rename(folder, ("checklists.toml", "defects.toml"), ("item",), item, new)


def unlike_2011() -> tuple[Change, ...]:
    """As different as an edition can be so far."""
    return (
        set_term("decision", 5),
        set_term("refusal", 1),
        set_answer_term(11, 20, "другой закон"),
        charge_fee(500, "Пошлина 500 тенге."),
        remove_document("invitation"),
        rename_document("mission-authority", "mandate"),
        add_question("phone", after="address", line="address"),
        remove_question("place_of_worship"),
        rename_question("full_name", "person"),
        renumber_points(BY),
        mark_texts(MARK),
    )


def renumber_points(by: int) -> Change:
    """Points, and the appendices that messages name, are cited under numbers so much higher; their texts stay."""
    return lambda folder: _renumber(folder, by)


def _add_pause(folder: Path, reason: str, stops: tuple[str, ...], names: Mapping[str, str]) -> None:
    row = f'\n[[pause]]\nid = "{reason}"\nstops = {json.dumps(stops)}\ncites = "7"\n'
    terms = folder / "terms.toml"
    terms.write_text(terms.read_text("utf-8") + row, "utf-8")
    for language, name in names.items():
        texts = folder / "texts" / language / "terms.ftl"
        added = f"pause-{reason} = {name}\npause-{reason}-button = {name}\n"
        texts.write_text(texts.read_text("utf-8") + added, "utf-8")


def _add_ground(folder: Path, ground: str, names: Mapping[str, str], *, explain: bool) -> None:
    row = f'\n[[refusal_ground]]\nid = "{ground}"\ntext = "{names["ru"]}"\ncites = "7"\nabout = "substance"\n'
    terms = folder / "terms.toml"
    terms.write_text(f"{terms.read_text('utf-8')}{row}explain = {json.dumps(explain)}\n", "utf-8")
    for language, name in names.items():
        texts = folder / "texts" / language / "terms.ftl"
        added = f"\nground-{ground} = {name}\nground-{ground}-button = {name}\n"
        texts.write_text(texts.read_text("utf-8") + added, "utf-8")
    built = refusal_on_substance(load_standard(folder.name, folder.parent))
    (folder / "papers" / "refusal-on-substance.docx").write_bytes(built)


def _add_acceptance(folder: Path) -> None:
    terms = folder / "terms.toml"
    terms.write_text(f'{terms.read_text("utf-8")}\n[acceptance]\ncites = "11"\n', "utf-8")
    built = not_accepted(load_standard(folder.name, folder.parent))
    (folder / "papers" / "not-accepted.docx").write_bytes(built)


def _refuse_for_no_documents(folder: Path) -> None:
    for pattern in (
        r'\[\[refusal_ground\]\]\nid = "incomplete-package"\n(?:[^\n\[][^\n]*\n)*',
        _row_of("timing", "refusal"),
    ):
        _sub(folder / "terms.toml", pattern, "")
    terms = folder / "terms.toml"
    if "[[refusal_ground]]" not in (text := terms.read_text("utf-8")):
        terms.write_text(f"refusal_ground = []\n{text}", "utf-8")
    for name in ("refusal", "refusal-with-reason"):
        (folder / "papers" / f"{name}.docx").unlink()
    _drop_texts(folder, r"(?:clock|case|work-term|head-ahead|head-missed|late|cmp-silence|term)-refusal(?:-late)?")


def _renumber(folder: Path, by: int) -> None:
    points = folder / "points.toml"
    points.write_text(
        re.sub(
            r"^number = (\d+)$",
            lambda found: f'{found[0]}\nid = "{int(found[1]) + by}"',
            points.read_text("utf-8"),
            flags=re.MULTILINE,
        ),
        "utf-8",
    )
    for path in folder.glob("*.toml"):
        rows = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(_renumbered(row, by) if CITING.match(row) else row for row in rows), "utf-8")


def _renumbered(row: str, by: int) -> str:
    """Forms stay appendices 5 to 8, as their templates are called."""
    return re.sub(r'"(app\.(?=[129]")|(?=\d))(\d+)', lambda found: f'"{found[1]}{int(found[2]) + by}', row)


def _give(folder: Path, code: str, to: str) -> None:
    path = folder / OFFICES
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        if row["id"] == to:
            row["code"] = code
    _write_rows(path, rows)


def _swap(folder: Path, one: int, other: int, *, codes: bool = True) -> None:
    path = folder / OFFICES
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    first, second = rows[one - 1], rows[other - 1]
    for row, at in ((first, other), (second, one)):
        row |= {"number": at, "code": f"2/{at}" if codes else row["code"]}
    _write_rows(path, rows)


def _shuffle(folder: Path, dice: Random) -> None:
    for path in (*sorted(folder.glob("units/*.jsonl")), folder / "places.jsonl"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        dice.shuffle(lines)
        path.write_text("".join(lines), "utf-8")


def _write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), "utf-8")


def _remove(folder: Path, item: str) -> None:
    _sub(folder / "checklists.toml", rf'\[\[\w+\]\]\nid = "{re.escape(item)}"\n(?:[^\n\[][^\n]*\n)*\n?', "", most=2)
    defects = folder / "defects.toml"
    text = re.sub(rf'"{re.escape(item)}", |, "{re.escape(item)}"', "", defects.read_text("utf-8"))
    alone = rf'\[\[defect\]\]\n(?:[^\n\[][^\n]*\n)*?items = \["{re.escape(item)}"\]\n(?:[^\n\[][^\n]*\n)*\n?'
    defects.write_text(re.sub(alone, "", text), "utf-8")
    _remove_texts(folder, "item", {item})
    _remove_texts(folder, "defect", set(re.findall(r'id = "([^"]+)"', "".join(re.findall(alone, text)))))


def _remove_texts(folder: Path, family: str, names: set[str]) -> None:
    if names:
        _drop_texts(folder, rf"{family}-(?:{'|'.join(names)})(?:-button|-what)?")


def _remove_kind(folder: Path, kind: str) -> None:
    kinds, forms, questions = folder / "kinds.toml", folder / "forms.toml", folder / "questions.toml"
    gone = re.search(rf'\[\[kind\]\]\nid = "{kind}"\n(?:(?!\[\[).*\n)*', kinds.read_text("utf-8"))
    assert gone
    _replace(kinds, gone[0], "")
    named = re.findall(r'^form = "(.+)"', gone[0], re.MULTILINE)
    for form in named:
        _sub(forms, rf'\[\[form\]\]\nid = "{form}"\n(?:(?!\[\[form\]\]).*\n)*', "")
    _sub(
        folder / "edition.toml",
        r"(?m)^forms = \d+",
        f"forms = {len(re.findall('appendix = ', forms.read_text('utf-8')))}",
    )
    _sub(questions, rf'\[\[question\]\]\n.*\nof = \["{kind}"\]\n(?:(?!\[\[).*\n)*', "", most=20)
    asked = re.sub(rf', "{kind}"|"{kind}", ', "", questions.read_text("utf-8"))
    questions.write_text(asked, "utf-8")
    checklists = folder / "checklists.toml"
    items = {
        name: set(re.findall(rf'\[\[{name}\]\]\nid = "(.+)"', checklists.read_text("utf-8"))) for name in _kinds(folder)
    }
    theirs = set(re.findall(rf'\[\[{kind}\]\]\nid = "(.+)"', checklists.read_text("utf-8")))
    for item in theirs.difference(*items.values()):
        _remove(folder, item)
    _sub(checklists, rf"\[\[{kind}\]\]\n(?:(?!\[).*\n)*", "", most=9)
    ids = set(re.findall(r'^id = "(.+)"', asked, re.MULTILINE))
    kept = [
        line
        for line in checklists.read_text("utf-8").splitlines(keepends=True)
        if not (found := re.match(r"[\w-]+ = \{ (\w+) = ", line)) or found[1] in ids
    ]
    checklists.write_text("".join(kept), "utf-8")
    _drop_stray_texts(folder)


def _rename_kind(folder: Path, kind: str, name: str) -> None:
    _replace(folder / "kinds.toml", f'id = "{kind}"\n', f'id = "{name}"\ncontinues = ["{kind}"]\n')
    _sub(folder / "questions.toml", rf'(of = \[.*)"{kind}"', rf'\1"{name}"', most=50)
    _sub(folder / "checklists.toml", rf"\[\[{kind}\]\]", f"[[{name}]]", most=50)
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        named = (re.sub(rf"^([a-z-]+-){kind}\b(?=[a-z-]* =)", rf"\1{name}", each) for each in messages)
        path.write_text("".join((before, *named)), "utf-8")


def _set_text(folder: Path, name: str, text: str) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        said = (f"{name} = {text}\n\n" if each.startswith(f"{name} =") else each for each in messages)
        path.write_text("".join((before, *said)), "utf-8")


def _items(checklists: Path, kind: str) -> set[str]:
    return set(re.findall(rf'\[\[{kind}\]\]\nid = "(.+)"', checklists.read_text("utf-8")))


def _kinds(folder: Path) -> list[str]:
    return re.findall(r'\[\[kind\]\]\nid = "(.+)"', (folder / "kinds.toml").read_text("utf-8"))


def _drop_stray_texts(folder: Path) -> None:
    with pytest.raises(AssetFaults) as found:
        load_standard(folder.name, folder.parent, served=True)
    assert {each.reason for each in found.value.faults} == {"stray-text"}
    _drop_texts(folder, "|".join(re.escape(each.row) for each in found.value.faults))


def _drop_texts(folder: Path, gone: str) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        kept = (each for each in messages if not re.fullmatch(gone, each.partition(" =")[0]))
        path.write_text("".join((before, *kept)), "utf-8")


def _charge(folder: Path, amount: int, text: str) -> None:
    _sub(folder / "terms.toml", r'amount = 0\ntext = "[^"\n]*"', f'amount = {amount}\ntext = "{text}"')
    for language, (free, costs) in COSTS.items():
        path = folder / "texts" / language / "service.ftl"
        _sub(path, free, costs, most=9)


def _add_question(folder: Path, question: str, after: str, line: str) -> None:
    row = f'[[question]]\nid = "{question}"\nof = ["missionary"]\nkind = "text"\npart = "form"\ncites = "app.7"\n\n'
    _sub(folder / "questions.toml", _row_of("question", after), rf"\g<0>{row}")
    _sub(folder / "forms.toml", rf'parts = \["{line}"\]', f'parts = ["{line}", "{question}"]')
    _add_texts(folder, {f"q-{question}": question, f"q-{question}-why": "{ $cites }", f"label-{question}": question})


def _add_choice(folder: Path, question: str, after: str, values: tuple[str, ...]) -> None:
    choices = ", ".join(f'{{ value = "{each}" }}' for each in values)
    row = f'[[question]]\nid = "{question}"\nof = ["missionary"]\nkind = "choice"\npart = "checklist"\ncites = "11.1"\n'
    _sub(folder / "questions.toml", _row_of("question", after), rf"\g<0>{row}choices = [{choices}]\n\n")
    named = {f"choice-{question}-{each}": each for each in values}
    _add_texts(
        folder, {f"q-{question}": question, f"q-{question}-why": "{ $cites }", f"label-{question}": question, **named}
    )


def _add_document(folder: Path, item: str, condition: str, when: str) -> None:
    checklists = folder / "checklists.toml"
    row = f'id = "{item}"\ntitle = "{item}"\npresentation = "copy"\ncondition = "{condition}"'
    text = checklists.read_text("utf-8").replace("[conditions]\n", f"[conditions]\n{condition} = {when}\n")
    checklists.write_text(f'{text}\n[[missionary]]\n{row}\nupload = false\ncites = "11.1"\n', "utf-8")
    _add_texts(
        folder,
        {f"condition-{condition}": condition, **{f"item-{item}{each}": item for each in ("", "-button", "-what")}},
    )


def _add_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Texts that are the same in each language."""
    rows = "".join(f"{name} = {text}\n" for name, text in texts.items())
    for path in folder.glob("texts/*/questions.ftl"):
        path.write_text(f"{path.read_text('utf-8')}\n{rows}", "utf-8")


def _remove_question(folder: Path, question: str) -> None:
    _sub(folder / "questions.toml", _row_of("question", question), "")
    _sub(folder / "forms.toml", rf'"{question}", |, "{question}"|(?<=\[)"{question}"(?=\])', "")
    name = question.replace("_", "-")
    _drop_texts(folder, rf"(?:q-{name}(?:-why|-example)?|label-{name}|choice-{name}-[a-z-]+)")


def _rename(folder: Path, files: tuple[str, ...], families: tuple[str, ...], old: str, new: str) -> None:
    for name in files:
        rows = (folder / name).read_text("utf-8").split("\n")
        named, kept = re.compile(rf'"{re.escape(old)}"'), 'id = "' if name == "forms.toml" else "\n"
        renamed = (row if row.startswith(kept) else named.sub(f'"{new}"', row) for row in rows)
        (folder / name).write_text("\n".join(renamed), "utf-8")
    for path in folder.glob("texts/*/*.ftl"):
        text = path.read_text("utf-8")
        ids = rf"(?m)^({'|'.join(families)})-{re.escape(old.replace('_', '-'))}(?=[- ])"
        path.write_text(re.sub(ids, rf"\1-{new.replace('_', '-')}", text), "utf-8")


def _row_of(table: str, name: str) -> str:
    """The pattern of one row of a TOML file, with the empty line after it."""
    return rf'\[\[{table}\]\]\nid = "{re.escape(name)}"\n(?:[^\n\[][^\n]*\n|\n(?!\[))*\n?'


def _mark(folder: Path, mark: str) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^([a-z][a-z0-9-]* =)", rf"\1 {mark}", text, flags=re.MULTILINE), "utf-8")


def _answer(path: Path, days: int, days_with_check: int, source: str, unit: str) -> None:
    rows = [f"days = {days}", f"days_with_check = {days_with_check}", f'source = "{source}"', 'cites = "25"']
    counted = [f'unit = "{unit}"'] if unit else []
    path.write_text("\n".join(("[term]", *rows, *counted, "")), "utf-8")


def _move(path: Path, day: date, worked: date) -> None:
    path.write_text(
        f'[[day]]\nwhen = {day}\nkind = "day-off-moved"\ninstead_of = {worked}\nsource = "a decree"\n'
        f'[[day]]\nwhen = {worked}\nkind = "worked-weekend"\ninstead_of = {day}\nsource = "a decree"\n',
        "utf-8",
    )


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def _sub(path: Path, pattern: str, new: str, most: int = 1) -> None:
    text, count = re.subn(pattern, new, path.read_text("utf-8"))
    assert 1 <= count <= most, pattern
    path.write_text(text, "utf-8")
