"""The commands `verify` and `public-key`: check whether a stamped copy or the text of its QR code is authentic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assets.loaders.templates import form_templates
from bot.data_folder import SIGNING_KEY
from bot.resources import load_library
from bot.settings import BadSettings
from documents.applications import Forms
from documents.formats.zip_files import LONGEST_FILE
from documents.receipts.qr_code import PREFIX
from documents.receipts.signing import BadSigningKey, Verifier, load_or_make_signer, load_public_key, load_signer
from documents.receipts.stamp import ZONE, StampPlace
from documents.receipts.verification import Finding, Part, Verdict, verify_docx, verify_text
from domain.errors import UnknownUnit
from domain.offices.units import UnitId

if TYPE_CHECKING:
    from argparse import Namespace

    from bot.settings import Settings
    from documents.receipts.verification import Place
    from domain.receipts import Statement
    from domain.standard.edition import Form, Standard

NOT_AUTHENTIC = 1
PLACES = {
    Part.QR: "the QR code",
    Part.RECORD: "the data embedded for the check",
    Part.TEXT: "text that is no line of the form",
    Part.LOOK: "formatting or something hidden",
    Part.FILE: "parts of the file",
    StampPlace.OFFICE: "the stamp's office",
    StampPlace.WORDS: "the stamp's words",
    StampPlace.NUMBER: "the stamp's incoming number",
    StampPlace.DATE: "the stamp's date and time",
    StampPlace.RECEIVED_WORDS: "the second stamp's words",
    StampPlace.RECEIVED: "the second stamp's date",
}
RESAVED_HINT = "; a copy saved anew by a word processor looks like this too: check the text of its QR code instead"
NO_RECEIPT = {
    Finding.UNKNOWN_KEY: "unknown key: signed by a bot whose public key is not here (--key FILE)",
    Finding.NOT_OURS: "not a receipt",
}


def verify(options: Namespace, settings: Settings) -> int:
    """Prints one line about a stamped copy or QR text: authentic, altered and where, or no receipt."""
    standard = load_library(settings).standard
    verifier = _verifier(settings, options.key)
    if options.receipt.lstrip().startswith(f"{PREFIX}."):
        verdict = verify_text(options.receipt, verifier)
    else:
        forms = Forms(standard.forms, form_templates())
        verdict = verify_docx(_content(Path(options.receipt)), verifier, forms, standard)
    sys.stdout.write(f"{worded(verdict, standard)}\n")
    return 0 if verdict.finding is Finding.AUTHENTIC else NOT_AUTHENTIC


def public_key(_options: Namespace, settings: Settings) -> int:
    """Prints the bot's key id and public key; creates the key if there is none."""
    try:
        signer = load_or_make_signer(settings.data_dir / SIGNING_KEY)
    except (BadSigningKey, OSError) as error:
        raise BadSettings(f"DATA_DIR: {error}") from None
    sys.stdout.write(f"key id {signer.key_id.hex()}\n{signer.public_pem()}")
    return 0


def worded(verdict: Verdict, standard: Standard) -> str:
    """The verdict as one line."""
    if verdict.finding in NO_RECEIPT:
        return NO_RECEIPT[verdict.finding]
    hint = RESAVED_HINT if Part.FILE in verdict.places else ""
    if verdict.statement is None:
        return f"altered: {_places(verdict, None) or 'the text is incomplete or changed'}{hint}"
    signed = _described(verdict.statement, standard)
    if verdict.finding is Finding.AUTHENTIC:
        return f"authentic: {signed}"
    if verdict.finding is Finding.ANOTHER_EDITION:
        return f"signed, but its form ({verdict.statement.edition}) is not here to compare: {signed}"
    return f"altered: {_places(verdict, standard.forms[verdict.statement.appendix])} (signed was: {signed}){hint}"


def _described(statement: Statement, standard: Standard) -> str:
    try:
        office = standard.unit(UnitId.parse(statement.office)).corrected().name
    except UnknownUnit:
        office = f"office {statement.office}"
    received = f"documents received {statement.received}" if statement.received else "documents not yet received then"
    return f"{office}, incoming number {statement.number}, {statement.at.astimezone(ZONE):%Y-%m-%d %H:%M}, {received}"


def _places(verdict: Verdict, form: Form | None) -> str:
    labels = {field.id: f'line "{field.label or field.caption}"' for field in form.fields} if form else {}
    return ", ".join(_place(place, labels) for place in verdict.places)


def _place(place: Place, labels: dict[str, str]) -> str:
    if isinstance(place, (Part, StampPlace)):
        return PLACES[place]
    return labels.get(place, place)


def _verifier(settings: Settings, key_file: Path | None) -> Verifier:
    own = settings.data_dir / SIGNING_KEY
    trusted = [*sorted(settings.data_dir.glob("*.pub")), *([key_file] if key_file else [])]
    try:
        keys = [load_public_key(path) for path in trusted]
        if own.exists():
            keys.append(load_signer(own).public)
    except (BadSigningKey, OSError) as error:
        raise BadSettings(str(error)) from None
    return Verifier(keys)


def _content(path: Path) -> bytes:
    """Reads only as much as a check would: a longer file cannot be ours."""
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadSettings(f"{path}: {reason}") from None
