"""That messages do not reach somebody, for those who have to call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.texts import lines
from domain.text import clipped, find_phone

if TYPE_CHECKING:
    from collections.abc import Collection

    from dialogs.ui.texts import Html, Texts

ADDRESS_ROOM = 300  # units


def unreached_text(words: Collection[str], address: str, texts: Texts) -> Html:
    """Says so on a card, with the phone number among these words, or else the address that was given."""
    phone = find_phone(words)
    if phone:
        return lines(texts("unreached"), texts("unreached-phone", phone=phone))
    return lines(texts("unreached"), texts("unreached-address", address=clipped(address, ADDRESS_ROOM)))


def with_unreached(row: Html, words: Collection[str], texts: Texts) -> Html:
    """The row of a queue with a second line that says so."""
    phone = find_phone(words)
    return lines(row, texts("unreached-row-phone", phone=phone) if phone else texts("unreached-row"))
