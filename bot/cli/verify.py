"""The commands `verify` and `public-key`: check whether a stamped copy or the text of its QR code is authentic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.data_folder import SIGNING_KEY, paper_library
from bot.resources import load_library, load_texts
from bot.settings import BadSettings
from documents.formats.zip_files import LONGEST_FILE
from documents.receipts.qr_code import PREFIX
from documents.receipts.signing import BadSigningKey, Verifier, load_or_make_signer, load_public_key, load_signer
from documents.receipts.stamp import ZONE, StampPlace
from documents.receipts.verification import Finding, Part, Verdict, verify_docx, verify_text
from domain.errors import EditionMissing, UnknownUnit

if TYPE_CHECKING:
    from argparse import Namespace

    from bot.settings import Settings
    from dialogs.ui.texts import Texts
    from documents.receipts.verification import Place
    from domain.receipts import Statement
    from domain.standard.editions import Editions
    from domain.standard.forms import Form

NOT_AUTHENTIC = 1
NO_PLACE = "verify-altered-text"


def verify(options: Namespace, settings: Settings) -> int:
    """Prints one line about a stamped copy or QR text: authentic, altered and where, or no receipt."""
    library = load_library(settings)
    verifier = _verifier(settings, options.key)
    if options.receipt.lstrip().startswith(f"{PREFIX}."):
        verdict = verify_text(options.receipt, verifier)
    else:
        verdict = verify_docx(_content(Path(options.receipt)), verifier, paper_library(library))
    sys.stdout.write(f"{worded(verdict, library.editions, load_texts(settings.language))}\n")
    return 0 if verdict.finding is Finding.AUTHENTIC else NOT_AUTHENTIC


def public_key(_options: Namespace, settings: Settings) -> int:
    """Prints the bot's key id and public key; creates the key if there is none."""
    try:
        signer = load_or_make_signer(settings.data_dir / SIGNING_KEY)
    except (BadSigningKey, OSError) as error:
        raise _fault(error, "folder-signing-key") from None
    key_id = load_texts(settings.language).plain("verify-key-id", id=signer.key_id.hex())
    sys.stdout.write(f"{key_id}\n{signer.public_pem()}")
    return 0


def worded(verdict: Verdict, editions: Editions, texts: Texts) -> str:
    """The verdict as one line."""
    if verdict.finding in {Finding.UNKNOWN_KEY, Finding.NOT_OURS}:
        return texts.plain(f"verify-{verdict.finding}")
    resaved = "-resaved" if Part.FILE in verdict.places else ""
    if verdict.statement is None:
        places = _places(verdict, None, texts)
        return texts.plain(f"verify-altered-unsigned{resaved}", places=places) if places else texts.plain(NO_PLACE)
    facts = _described(verdict.statement, editions, texts)
    if verdict.finding is Finding.AUTHENTIC:
        return texts.plain("verify-authentic", facts=facts)
    if verdict.finding is Finding.ANOTHER_EDITION:
        return texts.plain("verify-another-edition", edition=verdict.statement.edition, facts=facts)
    form = editions.get(verdict.statement.edition).printed_forms[verdict.statement.appendix]
    places = _places(verdict, form, texts)
    return texts.plain(f"verify-altered{resaved}", places=places, facts=facts)


def _described(statement: Statement, editions: Editions, texts: Texts) -> str:
    try:
        law = editions.get(statement.edition)
        office = law.unit(law.find_unit_id(statement.office)).corrected().name
    except (EditionMissing, UnknownUnit):
        office = texts.plain("verify-office", unit=statement.office)
    received = (
        texts.plain("verify-received", date=str(statement.received))
        if statement.received
        else texts.plain("verify-not-received")
    )
    at = f"{statement.at.astimezone(ZONE):%Y-%m-%d %H:%M}"
    return texts.plain("verify-facts", office=office, number=statement.number, at=at, received=received)


def _places(verdict: Verdict, form: Form | None, texts: Texts) -> str:
    fields = form.fields if form else ()
    labels = {field.id: texts.plain("verify-line", line=field.label or field.caption) for field in fields}
    return ", ".join(_place(place, labels, texts) for place in verdict.places)


def _place(place: Place, labels: dict[str, str], texts: Texts) -> str:
    if isinstance(place, (Part, StampPlace)):
        return texts.plain(f"verify-place-{place}")
    return labels.get(place, place)


def _verifier(settings: Settings, key_file: Path | None) -> Verifier:
    own = settings.data_dir / SIGNING_KEY
    trusted = [*sorted(settings.data_dir.glob("*.pub")), *([key_file] if key_file else [])]
    try:
        keys = [load_public_key(path) for path in trusted]
        if own.exists():
            keys.append(load_signer(own).public)
    except (BadSigningKey, OSError) as error:
        raise _fault(error) from None
    return Verifier(keys)


def _fault(error: BadSigningKey | OSError, prefix: str = "") -> BadSettings:
    """What is wrong with a key file; `prefix` is the message that names the setting it belongs to."""
    if isinstance(error, OSError):
        error = BadSigningKey("terminal-file", file=str(error.filename), why=str(error.strerror))
    return BadSettings(prefix, why=error) if prefix else BadSettings.of(error)


def _content(path: Path) -> bytes:
    """Reads only as much as a check would: a longer file cannot be ours."""
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadSettings("terminal-file", file=str(path), why=str(reason)) from None
