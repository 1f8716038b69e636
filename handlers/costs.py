"""What a tap, a command or a message costs of a person's limits: the one table that is asked before it is handled.

A test holds it to the tables of the handlers: whoever adds an action says here what it costs, or that it is free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import forms
from dialogs.ui.callback_data import (
    ApplicationCallback,
    BadTap,
    CaseworkCallback,
    ComplaintCallback,
    ConversationCallback,
    FormCallback,
    HomeCallback,
    IndicatorCallback,
    OfficeCallback,
    OfficerComplaintCallback,
    PrivacyCallback,
    StaffCallback,
    SurveyCallback,
    unpack,
)
from domain.limits import Cost
from handlers.complaints.status import REOPEN
from handlers.core.filters import command_parts
from handlers.core.reply import COMPLAINING, FURTHER, HANDLING, JOINING, UPLOADING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.types import Message

    from dialogs.ui.callback_data import CallbackData

_A, _D, _N = Cost.ACTION, Cost.DOCUMENT, Cost.DRAFT

TAPS: Mapping[type[CallbackData], Mapping[str, Cost]] = {
    ApplicationCallback: {
        **dict.fromkeys(("begin", "like", "agree", "renew", "again"), _N),
        **dict.fromkeys(("preview", "package", "papers", "calendar", "proof"), _D),
        **dict.fromkeys(("file", "coming", "coming-other", "not-coming"), _A),
    },
    HomeCallback: {"agree": _A},
    ComplaintCallback: {
        **dict.fromkeys(("begin", "agree", "silent", "further"), _N),
        **dict.fromkeys(("letter", "slip", "answer", "paper"), _D),
        "file": _A,
    },
    FormCallback: {forms.GET: _D},
    OfficerComplaintCallback: {
        **dict.fromkeys(("accepted", "answered", "extended"), _A),
        **dict.fromkeys(("photo", "copy"), _D),
    },
    IndicatorCallback: dict.fromkeys(("chart", "docx", "xlsx"), _D),
    PrivacyCallback: {"send": _D},
    StaffCallback: dict.fromkeys(("reroled", "bound", "ended", "admin-ended", "locked", "make", "revoke"), _A),
    CaseworkCallback: {
        **dict.fromkeys(
            (
                *("take", "release", "give", "recorded", "needed"),
                *(
                    "approved",
                    "refused",
                    "refused-on",
                    "not-accepted",
                    "made-ready",
                    "issued",
                    "kept",
                    "moved",
                    "paused",
                    "resumed",
                ),
            ),
            _A,
        ),
        **dict.fromkeys(("copy", "papers", "print", "journal-file", "export-file"), _D),
    },
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FREE: Mapping[type[CallbackData], frozenset[str]] = {
    ApplicationCallback: _words(
        "intro subject law mine open next edit ans date term cal region district placed offices office item what"
        " have lack all clear attach drop documents list review answers confirm discard erase clocks history withdraw"
        " withdrawn further stay move quiet remind forward pin unpin status"
    ),
    HomeCallback: _words("home speak withdraw language privacy about help offices"),
    ComplaintCallback: _words(
        "mine kind open next review regions region office units unit edit rewrite drop whole discard"
        " erase rate reopen text how how-regions how-region how-office"
    ),
    FormCallback: frozenset(),
    OfficerComplaintCallback: _words("queue card whole files first history accept answer drop extend"),
    IndicatorCallback: _words("how parts own"),
    PrivacyCallback: _words("show erase stays ask drop"),
    OfficeCallback: _words("regions region card visit forms map"),
    ConversationCallback: _words("resume take drop"),
    StaffCallback: _words(
        "people region former unit person rerole bind bind-in end admins admin invite role in open lock unlock unlocked"
    ),
    SurveyCallback: _words("yes no stop"),
    CaseworkCallback: _words(
        "queue books passes journal export card answers copies history clocks assign receive"
        " receive-tick receive-all received need need-tick need-note approve mend ready refuse"
        " refuse-tick refuse-as refuse-words refuse-reason issue collector reword settle move decree pause pausing"
        " resume substance ground ground-words"
        " not-accept short short-as short-words"
    ),
}
"""Nothing but a tap: they show something, or change what stands there and is bounded by itself.

Taking a consent back and withdrawing an application are rights: they are never counted."""

COMMANDS: Mapping[str, Cost] = {
    **dict.fromkeys(("proof", "export", "indicators"), _D),
    **dict.fromkeys(("invite", "take", "release"), _A),
}
FREE_COMMANDS = _words(
    "start language privacy about help apply my complain offices mydata officers units queue case"
    " receive need assign approve refuse ready issue status journal passes complaints complaint"
    " accept answer extend lock unlock"
)
FILES = frozenset({UPLOADING, COMPLAINING, HANDLING})


def cost_of_tap(data: str) -> Cost | None:
    """What a tapped button costs beside the tap; None: nothing."""
    try:
        callback = unpack(data)
    except BadTap:
        return None
    return TAPS.get(type(callback), {}).get(callback.action)


def cost_of_message(message: Message, expecting: str | None, question: str) -> Cost | None:
    """What a message costs, which `question` of which kind it answers; None: nothing."""
    if message.photo or message.document:
        return Cost.FILE if expecting in FILES else None
    text = message.text or ""
    if text.startswith("/"):
        return COMMANDS.get(command_parts(text)[0])
    recorded = expecting in {FURTHER, JOINING} or (expecting, question) == (COMPLAINING, REOPEN)
    return Cost.ACTION if text and recorded else None
