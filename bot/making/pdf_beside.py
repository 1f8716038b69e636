"""The PDF of a paper, sent with its DOCX: in one album, or as a message of its own before one with buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.delivery.messages import FILE_METHOD
from bot.monitoring import fault_name, log_event
from documents.formats.docx_looks import UnknownMarkup
from documents.formats.pdf import Unprintable, pdf_of
from domain.files import Attachment
from storage.messaging.bot_api_request import BESIDE_FIELD, FILE_FIELD, BotApiRequest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from documents.formats.paper import Block

BUTTONS = "reply_markup"
OF_THE_CAPTION = frozenset({"caption", "parse_mode"})


def add_pdf(request: BotApiRequest, *, alone: bool) -> BotApiRequest | None:
    """The call that sends the paper of `request` with its PDF; with buttons, as it is; `alone`, only the PDF.

    In an album the PDF comes first and the DOCX has the caption, which stands below both. A paper whose PDF cannot be
    made is sent without it: None if there is nothing else to send.
    """
    if BUTTONS in request.parameters and not alone:
        return request
    assert request.file is not None  # noqa: S101  # a paper is a file
    chat_id: int = request.parameters["chat_id"]
    pdf = request.beside or make_pdf(request.file, chat_id)
    if alone:
        bare = BotApiRequest(FILE_METHOD, {"chat_id": chat_id}, pdf, protected=request.protected, as_pdf=True)
        return None if pdf is None else bare
    if pdf is None:
        return request
    return replace(request, method="sendMediaGroup", parameters=_album(request.parameters), beside=pdf)


def make_pdf(docx: Attachment, chat_id: int, then: Sequence[Block] = ()) -> Attachment | None:
    """The PDF of a paper with what follows it; None, and a line in the log, if it cannot be made."""
    name = docx.name.removesuffix(".docx")
    try:
        return Attachment(f"{name}.pdf", pdf_of(docx.content, name, then))
    except (UnknownMarkup, Unprintable) as fault:
        log_event("pdf-not-made", chat=chat_id, fault=fault_name(fault))
        return None


def _album(parameters: dict[str, Any]) -> dict[str, Any]:
    """The same for an album: the words go to its last file, all else stays."""
    caption = {name: value for name, value in parameters.items() if name in OF_THE_CAPTION}
    media = [
        {"type": "document", "media": f"attach://{BESIDE_FIELD}"},
        {"type": "document", "media": f"attach://{FILE_FIELD}", **caption},
    ]
    return {**{name: value for name, value in parameters.items() if name not in OF_THE_CAPTION}, "media": media}
