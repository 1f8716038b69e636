"""Compares a form's labels with its appendix in the published text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.standard.source import SOURCE, squeeze

if TYPE_CHECKING:
    from domain.standard.forms import Form


def check_words(form: Form, first: int, last: int) -> None:
    """Checks that heading, labels and captions occur in these lines of the text, one after the other.

    Fill-in lines are ignored on both sides, as their length was the printer's choice. A caption may stand
    its label or under it.
    """
    text, at = squeeze("\n".join(SOURCE[first - 1 : last - 1])).replace("_", ""), 0
    for words in (form.heading, form.subheading):
        at = text.index(_bare(words), at) + len(_bare(words))
    for field in form.fields:
        start = 0 if field.id in {"body", "area"} else at
        for words in (field.label, field.caption):
            if words:
                start = text.index(_bare(words), start) + len(_bare(words))
        at = max(at, start)


def _bare(words: str) -> str:
    return squeeze(words).replace("_", "")
