"""Screens that belong to no capability (home, language, privacy, help, faults), and the menus of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.screens import notice
from dialogs.prepared import offer_buttons, offer_texts
from dialogs.ui.callback_data import (
    WITHIN,
    ApplicationCallback,
    CaseworkCallback,
    ComplaintCallback,
    HomeCallback,
    OfficerComplaintCallback,
    PrivacyCallback,
    StaffCallback,
)
from dialogs.ui.dates import full_date
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.indicators.scope import own_scopes
from domain.languages import LANGUAGES
from domain.people import NOTICE_VERSION
from domain.staff.membership import Role
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.law import Law
    from dialogs.ui.texts import Html, Texts
    from domain.offices.units import Units
    from domain.people import Person
    from domain.staff.membership import Membership
    from domain.standard.edition import Standard

COMMANDS = ("start", "apply", "my", "complain", "proof", "offices", "language", "privacy", "mydata", "about", "help")


def language_screen(texts: Texts, office: str = "") -> Screen:
    """Offers the languages of the bot; `office` is what a newcomer's link opens after that."""
    then = f"{WITHIN}{office}" if office else ""
    buttons = [
        Button(texts.plain(f"language-{each}"), HomeCallback("speak", f"{each}{then}").pack()) for each in LANGUAGES
    ]
    return Screen(texts("language-choose"), column(*buttons))


def home_screen(
    texts: Texts,
    message: Html | None = None,
    *,
    prepared: Sequence[Law] = (),
    working: bool = False,
    handling: bool = False,
    managing: bool = False,
) -> Screen:
    """Offers everything a person can do here.

    Args:
        texts: the texts of the person's language.
        message: a message shown above.
        prepared: laws by which an application can only be prepared: each is offered with a sentence of its own.
        working: add the queue, for officers.
        handling: add the queue of complaints, for those who answer them.
        managing: add people and invitations, for admins and heads.
    """
    actions = (
        ("apply", ApplicationCallback("intro").pack()),
        ("mine", ApplicationCallback("mine").pack()),
        ("complaints", ComplaintCallback("mine").pack()),
        ("offices", HomeCallback("offices").pack()),
        ("about", HomeCallback("about").pack()),
        ("privacy", HomeCallback("privacy").pack()),
        ("help", HomeCallback("help").pack()),
        ("language", HomeCallback("language").pack()),
    )
    queue = Button(texts.plain("home-work-button"), CaseworkCallback("queue").pack()) if working else None
    complaints = (
        Button(texts.plain("home-handling-button"), OfficerComplaintCallback("queue").pack()) if handling else None
    )
    people = Button(texts.plain("home-people-button"), StaffCallback("people").pack()) if managing else None
    buttons = {name: Button(texts.plain(f"home-{name}-button"), data) for name, data in actions}
    wide = ("mine", "complaints", "offices", "about")
    rows = (
        *column(queue, complaints, people, buttons["apply"], *offer_buttons(prepared)),
        *column(*(buttons[name] for name in wide)),
        (buttons["privacy"], buttons["help"]),
        (buttons["language"],),
    )
    return Screen(paragraphs(message, texts("home"), *offer_texts(prepared)), rows)


def about_screen(standard: Standard, texts: Texts) -> Screen:
    """Describes the service, the standard behind it, and that the standard is repealed."""
    result = standard.term(TermRole.RESULT)
    text = paragraphs(
        texts("about", days=result.amount, unit=result.unit, fee=standard.price),
        texts("about-basis", basis=standard.status.legal_basis_in(texts.language)),
        notice(standard.status, texts),
    )
    return Screen(text, column(home_button(texts)))


def privacy_screen(person: Person, texts: Texts) -> Screen:
    """Shows the privacy notice in force and the person's consent to it."""
    if person.consents and person.consent:
        state = texts("privacy-agreed", date=full_date(person.consent.given_at.date(), texts))
        choice = Button(texts.plain("privacy-withdraw-button"), HomeCallback("withdraw").pack())
    else:
        state = texts("privacy-not-agreed")
        choice = Button(texts.plain("privacy-agree-button"), HomeCallback("agree", NOTICE_VERSION).pack())
    text = paragraphs(texts("privacy", version=NOTICE_VERSION), state)
    data = Button(texts.plain("data-button"), PrivacyCallback("show").pack())
    erase = Button(texts.plain("data-erase-button"), PrivacyCallback("erase").pack())
    return Screen(text, column(choice, data, erase, home_button(texts)))


def help_screen(texts: Texts, standing: Membership, units: Units) -> Screen:
    """How to use the bot; with the commands for the person's work, if they have any."""
    own = [each for each in commands_of(standing, units) if each not in COMMANDS]
    rows = [texts("help-command", command=each, act=texts.plain(f"command-{each}")) for each in own]
    text = paragraphs(texts("help"), lines(texts("help-work"), *rows) if rows else None)
    return Screen(text, column(home_button(texts)))


def not_understood_screen(texts: Texts) -> Screen:
    """Says what the bot understands, with an example."""
    offices = Button(texts.plain("home-offices-button"), HomeCallback("offices").pack())
    return Screen(texts("not-understood"), column(offices, home_button(texts)))


def fault_screen(texts: Texts) -> Screen:
    """Apologizes for a fault of the program."""
    return Screen(texts("fault"), column(home_button(texts)))


def unread_screen(texts: Texts) -> Screen:
    """Says that what was sent could not be read, and how to send it so that it can."""
    return Screen(texts("not-read"), column(home_button(texts)))


def bad_place_screen(texts: Texts) -> Screen:
    """Says that the shared location lies outside the globe."""
    return Screen(texts("bad-place"), column(home_button(texts)))


def edition_missing_screen(texts: Texts) -> Screen:
    """Says why a record is not shown: its edition of the standard is not here."""
    return Screen(texts("edition-missing"), column(home_button(texts)))


def group_screen(texts: Texts) -> Screen:
    """Says that the bot works only in private chats."""
    return Screen(texts("group-only-private"))


_DESK = ("queue", "case", "receive", "need", "ready", "issue", "status", "journal", "passes", "export")
_COMPLAINTS = ("complaints", "complaint", "accept", "answer", "extend")
_DECIDING = ("take", "release", "approve", "refuse")
FIGURES = "indicators"  # for staff of offices, and for admins
PEOPLE = ("officers", "invite", "units", "lock", "unlock")
OF_ROLE = {
    Role.REGISTRAR: (*_DESK, *_COMPLAINTS),
    Role.OFFICER: (*_DESK, *_DECIDING),
    Role.HEAD: (*_DESK, *_DECIDING, "assign", *_COMPLAINTS, *PEOPLE),
}


def commands_of(standing: Membership, units: Units) -> tuple[str, ...]:
    """The commands of a person's menu, those for their work first; empty if the default menu is enough."""
    roles = {each.role for each in standing.bindings}
    work = [name for role in Role if role in roles for name in OF_ROLE[role]]
    figures = (FIGURES,) if own_scopes(standing, units) else ()
    own = dict.fromkeys((*work, *figures, *(PEOPLE if standing.admin else ())))
    return (*own, *COMMANDS) if own else ()
