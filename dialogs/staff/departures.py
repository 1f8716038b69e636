"""Somebody stops working at a unit or gets another role there: what that leaves, who goes on with it, who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import queue_button
from dialogs.staff.elements import initial, person_button, role_label, role_name, staff_callback
from dialogs.ui.callback_data import OfficerComplaintCallback
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.casework.reassignment import Sharing
from domain.staff.membership import DECIDING, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Html, Texts
    from domain.casework.reassignment import LeftWork, Share
    from domain.staff.membership import Membership, Officer
    from services.staff.appointments import EndedAppointment

MOST_RECEIVERS = 30  # buttons
MOST_NUMBERS = 50  # in each row: four full rows are about 3000 of the 4096 characters of a message
ENDED, REROLED = "ended", "reroled"


def rerole_screen(ended: EndedAppointment, who: Membership, places: Places, texts: Texts) -> Screen:
    """Offers other roles at this office, and says what the change would entail."""
    officer = ended.officer
    at = (officer.user_id, officer.unit)
    fitting = [role for role in Role if places.fitting(role, (officer.unit,))]
    roles = [role for role in fitting if role in who.appointable_roles and role is not officer.role]
    text = paragraphs(
        texts(
            "staff-rerole",
            name=officer.name,
            unit=places.name(officer.unit, texts),
            role=role_name(officer.role, texts),
        ),
        texts("staff-rerole-frees", count=len(ended.left.cases)) if ended.left.cases else None,
        texts("staff-rerole-closes") if ended.closes and not set(roles) <= DECIDING else None,
    )
    buttons = (Button(role_label(role, texts), staff_callback(REROLED, *at, role)) for role in roles)
    return Screen(text, column(*buttons, person_button(officer, texts)))


def end_screen(ended: EndedAppointment, places: Places, texts: Texts, warning: Html | None = None) -> Screen:
    """Asks for confirmation; where work is left, who is to go on with it is the confirmation."""
    officer, left = ended.officer, ended.left
    title = texts("staff-end", name=officer.name, unit=places.name(officer.unit, texts))
    closes = texts("staff-end-closes") if ended.closes else None
    if left.is_any:
        at = (officer.user_id, officer.unit)
        return Screen(paragraphs(warning, title, _left(left, texts), closes), _choices(left, ENDED, at, texts))
    text = paragraphs(warning, title, texts("staff-end-cases"), closes)
    yes = Button(texts.plain("staff-end-yes-button"), staff_callback(ENDED, officer.user_id, officer.unit))
    return Screen(text, column(yes, person_button(officer, texts)))


def rerole_left_screen(
    ended: EndedAppointment, role: Role, places: Places, texts: Texts, warning: Html | None = None
) -> Screen:
    """Asks who is to go on with the work that somebody in this role does not have; that confirms the change."""
    officer, left = ended.officer, ended.left
    unit = places.name(officer.unit, texts)
    title = texts("staff-rerole-left", name=officer.name, unit=unit, role=role_name(role, texts))
    closes = texts("staff-end-closes") if ended.closes else None
    at = (officer.user_id, officer.unit, initial(role))
    return Screen(paragraphs(warning, title, _left(left, texts), closes), _choices(left, REROLED, at, texts))


def notice_ended(officer: Officer, places: Places, texts: Texts) -> Screen:
    """To a person whose binding to an office ended."""
    text = paragraphs(texts("notice-staff-ended"), places.names((officer.unit,), texts))
    return Screen(text, column(home_button(texts)))


def notice_share(share: Share, texts: Texts) -> Screen:
    """To a colleague: what of somebody's work is theirs now, and what waits for anybody who may do it."""
    cases = [[case_number(each) for each in found] for found in (share.cases, share.waiting_cases)]
    complaints = [[each.filing.number for each in found] for found in (share.complaints, share.waiting_complaints)]
    text = paragraphs(
        texts("told-left", name=share.left_by.name),
        _numbers("told-left-cases", cases[0], texts),
        _numbers("told-left-complaints", complaints[0], texts),
        _numbers("told-left-waiting-cases", cases[1], texts),
        _numbers("told-left-waiting-complaints", complaints[1], texts),
    )
    to_complaints = Button(texts.plain("hnd-queue-button"), OfficerComplaintCallback("queue").pack())
    return Screen(text, column(queue_button(texts) if any(cases) else None, to_complaints if any(complaints) else None))


def _left(left: LeftWork, texts: Texts) -> Html:
    rows = lines(
        texts("staff-left-cases", count=len(left.cases)) if left.cases else None,
        texts("staff-left-complaints", count=len(left.complaints)) if left.complaints else None,
    )
    if not left.receivers:
        return paragraphs(rows, texts("staff-left-nobody"))
    rest = None if left.any_may_take_all else texts("staff-left-rest")
    return paragraphs(rows, texts("staff-left-ask"), rest)


def _choices(left: LeftWork, action: str, at: Sequence[object], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The receivers by their place, which the mark of the work covers: their user ids would not fit a button."""

    def button(label: str, to: object) -> Button:
        named = initial(to) if isinstance(to, Sharing) else to
        return Button(label, staff_callback(action, *at, named, version=left.mark))

    receivers = left.receivers
    each = (
        button(texts.plain("staff-left-to-button", name=one.name, role=texts.plain(f"role-{one.role}")), place)
        for place, one in enumerate(receivers[:MOST_RECEIVERS])
    )
    evenly = button(texts.plain("staff-left-evenly-button"), Sharing.EVENLY) if len(receivers) > 1 else None
    queue = button(texts.plain("staff-left-queue-button"), Sharing.QUEUE)
    return column(*each, evenly, queue, person_button(left.officer, texts))


def _numbers(text_id: str, numbers: Sequence[str], texts: Texts) -> Html | None:
    """The numbers of some records, as many as fit, and how many more there are."""
    if not numbers:
        return None
    more = texts("staff-more", count=len(numbers) - MOST_NUMBERS) if len(numbers) > MOST_NUMBERS else None
    return lines(texts(text_id, number=", ".join(numbers[:MOST_NUMBERS])), more)
