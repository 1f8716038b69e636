"""The papers that a call of the bot brought: alone, or in an album with their PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.world.journal import Call

FILES = frozenset({"sendDocument", "sendMediaGroup"})
PDF = ".pdf"


def sent_paper(call: Call) -> dict[str, Any] | None:
    """The document as the chat shows it, of an album the last one; None where the call sent none."""
    if call.method not in FILES or not call.answer or not call.answer["ok"]:
        return None
    result = call.answer["result"]
    message = result[-1] if isinstance(result, list) else result
    document: dict[str, Any] = message["document"]
    return document


def is_pdf_alone(call: Call) -> bool:
    """Whether it brought only the PDF of a paper that comes next."""
    paper = sent_paper(call)
    return paper is not None and str(paper["file_name"]).endswith(PDF)
