"""`python -m bot form`, called in this process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from domain.standard.edition import Standard
from tests.documents.reading import values
from tests.documents.samples import GROUP, MISSIONARY

ROOT = Path(__file__).parents[3]


def ask(tmp_path: Path, appendix: int, content: object) -> tuple[int, Path]:
    """Runs the command; returns its exit code and the path for the form."""
    answers, form = tmp_path / "answers.json", tmp_path / "form.docx"
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    answers.write_bytes(text)
    return main(["form", str(appendix), str(answers), "-o", str(form)]), form


def test_a_form_from_a_file_of_answers(tmp_path: Path, standard: Standard) -> None:
    """Answers from a JSON file stand on the form, even if Notepad put a byte order mark before them."""
    code, form = ask(tmp_path, 7, MISSIONARY)
    assert code == 0
    assert values(form.read_bytes(), standard.printed_forms[7])["term"] == "с 05.03.2027 по 05.03.2028"
    code, form = ask(tmp_path, 8, b"\xef\xbb\xbf" + json.dumps(GROUP).encode())
    assert code == 0
    assert values(form.read_bytes(), standard.printed_forms[8])["group"] == "«Надежда», христианство"


@pytest.mark.parametrize("appendix", ["7", "8"])
def test_a_blank_form(tmp_path: Path, standard: Standard, appendix: str) -> None:
    """`--blank` needs no answers."""
    form = tmp_path / "form.docx"
    assert main(["form", appendix, "--blank", "-o", str(form)]) == 0
    assert not "".join(values(form.read_bytes(), standard.printed_forms[int(appendix)]).values()).strip()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "answers.json: not JSON: Expecting property name"),
        (b"\xff", "answers.json: not JSON: 'utf-8' codec"),
        (b"[" * 100_000, "answers.json: not JSON: "),
        (["full_name"], "answers.json: an object is wanted"),
        (
            {"fullname": "Анна"},
            "'fullname': this form has no such field; it has office_name, office_address",
        ),
        ({"signature": "Анна"}, "'signature': this form has no such field"),
        ({"adult_members": "3"}, "'adult_members': this form has no such field"),
        ({"territory": ["г. Астана"]}, "territory: text in quotes is wanted"),
        ({"full_name": None}, "full_name: text in quotes is wanted"),
        ({"term_from": "05.03.2027"}, "term_from: '05.03.2027' is no date, e.g. 2027-03-05"),
        ({"term_to": "2027-02-30"}, "term_to: '2027-02-30' is no date"),
        ({"document_date": "20200305"}, "document_date: '20200305' is no date"),
        ({"full_name": "Анна\0"}, "full_name: the character U+0000 cannot be printed"),
        ({"document_issuer": "\ud800"}, "document_issuer: the character U+D800 cannot be printed"),
    ],
)
def test_what_is_wrong_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: object, told: str
) -> None:
    """One line names the field and the mistake; the exit code is 2, and no form is written."""
    code, form = ask(tmp_path, 7, content)
    error = capsys.readouterr().err
    assert (code, error.count("\n")) == (2, 1)
    assert told in error
    assert not form.exists()


@pytest.mark.parametrize("arguments", [["answers.json", "--blank"], []])
def test_answers_or_blank(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """The command needs exactly one of the two."""
    assert main(["form", "7", *arguments, "-o", str(tmp_path / "form.docx")]) == 2
    assert capsys.readouterr().err.startswith("either a file of answers or --blank")


def test_files_that_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a missing file of answers nor a missing folder gives a form."""
    assert main(["form", "7", str(tmp_path / "none.json"), "-o", str(tmp_path / "form.docx")]) == 2
    assert "none.json: No such file" in capsys.readouterr().err
    assert main(["form", "7", "--blank", "-o", str(tmp_path / "none" / "form.docx")]) == 2
    assert "form.docx: No such file" in capsys.readouterr().err


def test_without_telegram(tmp_path: Path) -> None:
    """The command starts fast because it does not import Telegram's library."""
    script = (
        "import sys; from bot.__main__ import main;"
        f"assert main(['form', '7', '--blank', '-o', {str(tmp_path / 'f.docx')!r}]) == 0;"
        "sys.exit('aiogram' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0  # noqa: S603
