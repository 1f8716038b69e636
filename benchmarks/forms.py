"""Form 7: our engine against python-docx and docxtpl, with the same slim template in one run; and its PDF."""

from __future__ import annotations

from itertools import count
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from benchmarks.form_peers import with_docxtpl, with_python_docx
from benchmarks.measure import Figure
from documents.applications import Forms
from documents.formats.docx import Template
from documents.formats.pdf import pdf_of
from domain.applications.form_lines import line

if TYPE_CHECKING:
    from collections.abc import Callable

PDF_MS = 10.0  # beside a DOCX, a PDF may take so long
ROUNDS, FORMS_A_ROUND = 30, 10  # a single form would find the processor's caches full of the peers' data
ANSWERS = {
    "office_name": "Управление внутренней политики г. Астана",
    "office_address": "г. Астана, ул. Бейбітшілік, 11",
    "full_name": "Иванова Анна Петровна",
    "address": "г. Астана, ул. Абая, 87, кв. 4",
    "document_kind": "passport",
    "document_number": "N12345678",
    "document_date": "2020-03-05",
    "document_issuer": "МВД РК",
    "confession": "христианство",
    "term_from": "2027-03-05",
    "term_to": "2028-03-05",
    "territory": "г. Астана",
}


def run() -> list[Figure]:
    """Measures filling form 7."""
    standard = load_standard()
    content = standard.printed_templates[7]
    lines = {field.id: line(field, ANSWERS) for field in standard.printed_forms[7].fields if field.parts}
    template, forms = Template.load(content), Forms(standard.printed_forms, standard.printed_templates)
    ours, whole, python_docx, docxtpl = _interleaved(
        lambda: template.fill(lines),
        lambda: forms.filled(7, ANSWERS),
        lambda: with_python_docx(content, lines),
        lambda: with_docxtpl(content, lines),
    )
    note = f"ours {median(ours):.3f} ms; with its lines made from the answers {median(whole):.3f} ms"
    peers = f"python-docx {median(python_docx):.1f} ms, docxtpl {median(docxtpl):.1f} ms"
    return [
        Figure("fill form 7: python-docx / ours", _ratio(python_docx, ours), 100, "times", note),
        Figure("fill form 7: docxtpl / ours", _ratio(docxtpl, ours), 100, "times", peers),
        _pdf(forms),
    ]


def _pdf(forms: Forms) -> Figure:
    """Each form has another name in it: the typesetter remembers what it has laid out."""
    numbers = count()

    def make() -> None:
        pdf_of(forms.filled(7, {**ANSWERS, "full_name": f"Әбдіқалықова Гүлнұр {next(numbers)}"}), "form")

    make()  # reads the fonts
    (times,) = _interleaved(make)
    return Figure(f"PDF of form 7: {PDF_MS:g} ms / ours", PDF_MS / min(times), 1, "times", f"ours {min(times):.1f} ms")


def _interleaved(*calls: Callable[[], object]) -> list[list[float]]:
    """Milliseconds for a form, round by round, so that other load on the machine affects all alike."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, durations in zip(calls, times, strict=True):
            started = perf_counter()
            for _ in range(FORMS_A_ROUND):
                call()
            durations.append((perf_counter() - started) * 1000 / FORMS_A_ROUND)
    return times


def _ratio(peer: list[float], ours: list[float]) -> float:
    return median(theirs / mine for theirs, mine in zip(peer, ours, strict=True))
