"""Locking and unlocking an account: whom, are you sure, done; and what its person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff.elements import back_to_people_button, role_name, staff_callback
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Html, Texts
    from services.staff.locks import StaffAccount

MOST_SHOWN = 30  # buttons
LOCK, UNLOCK = "lock", "unlock"


def choice_screen(action: str, accounts: Sequence[StaffAccount], texts: Texts, problem: Html | None = None) -> Screen:
    """Offers the people who can be locked, or unlocked."""
    title = texts(f"lock-{action}-whom") if accounts else texts(f"lock-{action}-nobody")
    more = texts("lock-more", most=MOST_SHOWN) if len(accounts) > MOST_SHOWN else None
    buttons = (Button(_name(each), staff_callback(action, each.user_id)) for each in accounts[:MOST_SHOWN])
    text = paragraphs(problem, title, more, texts(f"lock-{action}-example") if accounts else None)
    return Screen(text, column(*buttons, back_to_people_button(texts)))


def lock_screen(account: StaffAccount, places: Places, texts: Texts, *, closes: bool) -> Screen:
    """Asks for confirmation, and says what happens."""
    text = paragraphs(
        texts("lock-ask", name=_name(account)),
        _roles(account, places, texts),
        texts("lock-effect"),
        texts("staff-end-closes") if closes else None,
    )
    yes = Button(texts.plain("lock-yes-button"), staff_callback("locked", account.user_id))
    return Screen(text, column(yes, back_to_people_button(texts)))


def locked_screen(account: StaffAccount, texts: Texts) -> Screen:
    """Says that the account is locked, and how that ends."""
    undo = Button(texts.plain("lock-unlock-button"), staff_callback(UNLOCK, account.user_id))
    text = paragraphs(texts("lock-done", name=_name(account)), texts("lock-next"))
    return Screen(text, column(undo, back_to_people_button(texts)))


def unlock_screen(account: StaffAccount, places: Places, texts: Texts) -> Screen:
    """Asks whether the person has their phone again."""
    text = paragraphs(texts("lock-unlock-ask", name=_name(account)), _roles(account, places, texts))
    yes = Button(texts.plain("lock-unlock-yes-button"), staff_callback("unlocked", account.user_id))
    return Screen(text, column(yes, back_to_people_button(texts)))


def unlocked_screen(account: StaffAccount, texts: Texts) -> Screen:
    """Says that the account works again."""
    return Screen(texts("lock-unlocked", name=_name(account)), column(back_to_people_button(texts)))


def own_lock_screen(texts: Texts) -> Screen:
    """Says that nobody locks themselves, and who does it."""
    return Screen(texts("lock-own"), column(back_to_people_button(texts)))


def notice_locked(texts: Texts) -> Screen:
    """To whoever holds the phone: it says nothing of anybody."""
    return Screen(texts("notice-lock"), column(home_button(texts)))


def notice_unlocked(texts: Texts) -> Screen:
    """To the person who can work again."""
    return Screen(texts("notice-unlock"), column(home_button(texts)))


def _name(account: StaffAccount) -> str:
    return account.name or str(account.user_id)


def _roles(account: StaffAccount, places: Places, texts: Texts) -> Html:
    membership = account.membership
    rows = [
        texts("staff-person-row", unit=places.name(each.unit, texts), role=role_name(each.role, texts))
        for each in membership.bindings[:MOST_SHOWN]
    ]
    return lines(*rows, role_name("admin", texts) if membership.admin else None, safe(f"id {account.user_id}"))
