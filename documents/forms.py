"""The forms of appendices 5 to 8, blank or filled."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from documents.formats.docx import Template
from domain.applications.form_lines import TOWN, blank, label, line
from domain.standard.edition import FieldSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.standard.edition import Form, FormField

_NONE: Mapping[str, bytes] = MappingProxyType({})
# Appendix → number of ruled lines for handwriting, where one is not enough; typed text takes as many as it needs.
RULED_LINES: Mapping[int, Mapping[str, int]] = {
    5: {"territory": 2},
    6: {"group_name": 2, "confession": 2, "territory": 2},
    7: {"body": 2, "address": 2, "document": 2, "territory": 3},
    8: {"body": 2, "group": 2, "location": 2, "place_of_worship": 2, "territory": 3},
}
LABEL = "_label"  # suffix of a place that holds a label which may be dropped
_TO_THE_NEXT_LINE = "\t\n"  # in the template, a tab rules each line to its end


class Forms:
    """The forms of one edition with their templates."""

    def __init__(self, forms: Mapping[int, Form], templates: Mapping[int, bytes]) -> None:
        """Parses the templates.

        Args:
            forms: appendix → the form with its lines.
            templates: appendix → the DOCX with a place for each line that is not filled in by hand.
        """
        self._forms = forms
        self._templates = {appendix: Template.load(content) for appendix, content in templates.items()}
        self._blanks: dict[int, bytes] = {}

    def blank(self, appendix: int) -> bytes:
        """The form to fill in by hand, cached.

        Raises:
            KeyError: no template for this appendix.
        """
        if appendix not in self._blanks:
            self._blanks[appendix] = self.filled(appendix, {})
        return self._blanks[appendix]

    def filled(
        self, appendix: int, answers: Mapping[str, str], *, block: str = "", parts: Mapping[str, bytes] = _NONE
    ) -> bytes:
        """The form with the answers; a line without an answer is ruled for handwriting.

        Args:
            appendix: 5 to 8.
            answers: part → text, as `domain.applications.form_lines.line` reads them.
            block: WordprocessingML for the place of the stamp.
            parts: files to add to the DOCX, see `Template.fill`.

        Raises:
            IllegalCharacter: an answer contains a character that XML cannot hold; `field` is the id of the line.
            KeyError: no template for this appendix.
            ValueError: a date is not ISO.
        """
        fields = [field for field in self._forms[appendix].fields if field.source is not FieldSource.HAND]
        ruled = RULED_LINES[appendix]
        lines = {field.id: line(field, answers) or _handwriting(field, ruled) for field in fields}
        lines |= {f"{field.id}{LABEL}": _with_space(label(field, answers)) for field in fields if field.label == TOWN}
        return self._templates[appendix].fill(lines, block=block, parts=parts)


def _handwriting(field: FormField, ruled: Mapping[str, int]) -> str:
    return blank(field) or _TO_THE_NEXT_LINE * (ruled.get(field.id, 1) - 1)


def _with_space(words: str) -> str:
    return f"{words} " if words else ""
