from __future__ import annotations

import json

from dialogs.history import MOST_SHOWN, proof_screen, which_screen
from dialogs.ui.callback_data import MAX_CALLBACK_BYTES
from dialogs.ui.texts import Texts, unmark
from domain.history import ChainHead, Proof
from domain.standard.edition import Standard
from tests.factories.cases import registered

LONGEST_CAPTION = 1024  # Bot API: characters after the entities are parsed


def test_a_proof(texts: Texts, standard: Standard) -> None:
    """The file is JSON and named after the number; its description fits a caption in every language."""
    case = registered(standard)
    screen = proof_screen(Proof(case, [], ChainHead(7, "ab")), texts)
    assert screen.file
    assert screen.file.name == "istoriya-2-3-2026-1.json"
    assert json.loads(screen.file.content)["head"] == {"id": 7, "hash": "ab"}
    assert len(unmark(screen.text).encode("utf-16-le")) // 2 <= LONGEST_CAPTION
    assert "2-3/2026-1" in screen.text
    assert screen.rows


def test_which_case(texts: Texts, standard: Standard) -> None:
    """One button for each case, as many as fit, and a way back; without cases, that there is nothing to prove."""
    case = registered(standard)
    screen = which_screen([case] * (MOST_SHOWN + 1), texts)
    assert len(screen.rows) == MOST_SHOWN + 1
    assert all(len(button.data.encode()) <= MAX_CALLBACK_BYTES for row in screen.rows for button in row)
    assert which_screen([], texts).text == texts("proof-none")
    assert len(which_screen([], texts).rows) == 1
