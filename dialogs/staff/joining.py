"""Joining with an invitation: the offer, the name, the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.staff.elements import Places, role_name, staff_callback
from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from domain.staff.membership import ADMIN

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.errors import BadAnswer
    from domain.staff.invitations import Invitation

START = "i_"  # the payload of a deep link of an invitation starts with this


def work_button(texts: Texts) -> Button:
    """Opens the queue of cases."""
    return Button(texts.plain("home-work-button"), CaseworkCallback("queue").pack())


def people_button(texts: Texts) -> Button:
    """Opens people and invitations."""
    return Button(texts.plain("home-people-button"), staff_callback("people"))


def question_screen(invitation: Invitation, places: Places, texts: Texts, problem: BadAnswer | None = None) -> Screen:
    """Shows the offer and asks for the name; `problem` is what was wrong with the previous one."""
    text = paragraphs(
        answer_problem_text(problem, texts) if problem else None,
        texts("join-title", role=role_name(invitation.post, texts)),
        places.names(invitation.units),
        None if problem else texts(f"role-can-{invitation.post}"),
        texts("join-question"),
        texts("join-why"),
        None if problem else texts("join-keep"),
    )
    later = Button(texts.plain("join-later-button"), home_button(texts).data)
    return Screen(text, column(later))


def welcome_screen(invitation: Invitation, name: str, places: Places, texts: Texts) -> Screen:
    """Welcomes the person, and says what they can do and where to begin."""
    admin = invitation.post == ADMIN
    text = paragraphs(
        texts("join-welcome", name=name, role=role_name(invitation.post, texts)),
        places.names(invitation.units),
        texts(f"role-can-{invitation.post}"),
        texts("join-first-admin" if admin else "join-first-work"),
    )
    return Screen(text, column(people_button(texts) if admin else work_button(texts), home_button(texts)))


def bad_link_screen(texts: Texts) -> Screen:
    """The same reply for every link that is not valid."""
    return Screen(texts("join-bad"), column(home_button(texts)))


def nothing_new_screen(texts: Texts) -> Screen:
    """The person has this role already."""
    return Screen(texts("join-nothing-new"), column(home_button(texts)))


def notice_joined(invitation: Invitation, name: str, places: Places, texts: Texts) -> Screen:
    """Tells the inviter that the invitation was used, and by whom."""
    text = texts("notice-staff-joined", name=name, role=role_name(invitation.post, texts))
    return Screen(paragraphs(text, places.names(invitation.units)), column(people_button(texts)))
