"""All data held about a person as readable JSON: plain English keys, times with their zone."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from domain.applications.case import Case
from domain.calendar import KAZAKHSTAN
from domain.files import safe_name
from domain.history import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.applications.kept_terms import KeptTerm
    from domain.calendar import CountedDay
    from domain.complaints.complaint import ComplaintRegistration
    from domain.history import Entry
    from domain.offices.units import UnitId
    from domain.people import Person
    from domain.retention import Record
    from services.privacy.my_data import Dossier, PersonalRecord
    from services.uploads import Upload

    CodeOf = Callable[[UnitId], str]

FORMAT = "tirkeu-my-data-1"
SHORT = 6  # characters of an id, enough to tell folders without a number apart


def my_data_json(dossier: Dossier, code: CodeOf) -> bytes:
    """Serializes the dossier; the same data gives the same bytes."""
    value = my_data_value(dossier, code)
    written = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    return written.encode("utf-8", "replace")  # an update set aside may contain a lone surrogate


def my_data_value(dossier: Dossier, code: CodeOf) -> dict[str, Any]:
    """The content of the file, section by section."""
    records = dossier.records
    applications = [each for each in dossier.held if isinstance(each.record, Case)]
    complaints = [each for each in dossier.held if not isinstance(each.record, Case)]
    return {
        "format": FORMAT,
        "made_at": dossier.made_at,
        "person": _person(dossier.person),
        "consent_history": records.consents,
        "question_that_waits_for_an_answer": records.session,
        "applications": [
            _application(each, dossier.person.id, code) | {"term": records.terms.get(each.record.id)}
            for each in applications
        ],
        "complaints": [_complaint(each, dossier.person.id, code) for each in complaints],
        "roles": {
            "at_units": [{"unit": str(each.unit), "role": each.role, "name": each.name} for each in dossier.roles],
            "admin_named": dossier.admin.name if dossier.admin else None,
            "history": records.roles_history,
            "locked_since": records.locked_since,
            "invitations_made": records.invitations_made,
            "invitations_used": records.invitations_used,
            "acts_on_cases_of_others": records.acts,
        },
        "denied_requests": records.denials,
        "messages": {
            "waiting_to_be_sent": records.waiting,
            "not_deliverable": records.dead_letters,
            "chat_blocks_the_bot_since": records.blocked_since,
            "told_once": records.told,
            "pinned": records.pinned,
            "counted_for_limits": records.counted,
        },
        "messages_set_aside_after_a_fault": records.quarantine,
        "messages_that_gave_answers": records.given_answers,
    }


def folder_of(record: Record, code: CodeOf) -> str:
    """The folder of a record in the archive: ASCII, with the number or else the beginning of the id.

    `code` says by what a unit is printed: numbers of complaints are counted by each body.
    """
    if isinstance(record, Case):
        number = record.registration.number if record.registration else f"draft-{record.id[:SHORT]}"
        return f"applications/{safe_name(number)}"
    number = f"{record.stage}-{record.id[:SHORT]}"
    if record.filed:
        number = f"{code(record.addressee)}-{record.filed.number}"
    return f"complaints/{safe_name(number)}"


def copy_name(record: Record, upload: Upload, code: CodeOf) -> str:
    """The path of an attached file in the archive."""
    return f"{folder_of(record, code)}/attached/{safe_name(upload.item)}-{upload.id}.{upload.extension}"


def _person(person: Person) -> dict[str, Any]:
    consent = person.consent
    return {
        "telegram_account": person.id,
        "language": person.language,
        "consent": {"notice_version": consent.version, "given_at": consent.given_at} if consent else None,
    }


def _application(personal: PersonalRecord, user_id: int, code: CodeOf) -> dict[str, Any]:
    case = personal.record
    assert isinstance(case, Case)  # noqa: S101  # the caller selected it
    return {
        "id": case.id,
        "edition": case.edition,
        "edition_offered": case.offered or None,
        "subject": case.subject,
        "state": case.state,
        "version": case.version,
        "last_changed_at": case.touched_at,
        "office": str(case.office) if case.office else None,
        "answers": dict(case.answers),
        "said_of_documents": dict(case.declared),
        "materials": [asdict(each) for each in case.materials],
        "registration": asdict(case.registration) if case.registration else None,
        "documents_received_at": dict(case.received),
        "package_complete_at": case.complete_at,
        "terms_as_told": {name: _kept_term(each) for name, each in case.terms.items()},
        "an_officer_works_on_it": case.assigned is not None,
        "certificate": asdict(case.certificate) if case.certificate else None,
        "ready_at": case.ready_at,
        "journal": asdict(case.handing) if case.handing else None,
        "refusal": asdict(case.refusal) if case.refusal else None,
        "not_accepted": asdict(case.not_accepted) if case.not_accepted else None,
        **_common(personal, user_id, code),
    }


def _kept_term(term: KeptTerm) -> dict[str, Any]:
    """A term with every day that was counted; `recounted_later_to` is another last day, found when it was kept.

    `kept_although` is one by a later calendar against which the office decided; `moved` says what was told before.
    """
    return {
        "started_at": term.since,
        "last_day": term.last,
        "length": term.amount,
        "counted_in": term.unit,
        "by": term.cites,
        "days": [_counted_day(each) for each in term.days],
        "recounted_later_to": term.recounted,
        "kept_although": term.kept_against,
        "moved": {"told_before": term.moved.told, "by": term.moved.source} if term.moved else None,
        "last_day_off": term.ends_on_day_off,
        "paused": [{"reason": each.reason, "first_day": each.first, "goes_on": each.until} for each in term.pauses],
    }


def _counted_day(counted: CountedDay) -> dict[str, Any]:
    day = counted.day
    said: dict[str, Any] = {"day": day.when, "number": counted.number, "is": day.kind}
    reasons = {"holiday": day.holiday, "instead_of": day.instead_of, "not_confirmed_yet": day.estimated or None}
    return said | {name: value for name, value in reasons.items() if value is not None}


def _complaint(personal: PersonalRecord, user_id: int, code: CodeOf) -> dict[str, Any]:
    of = personal.record
    assert not isinstance(of, Case)  # noqa: S101  # the caller selected it
    return {
        "id": of.id,
        "edition": of.edition,
        "kind": of.grievance,
        "stage": of.stage,
        "version": of.version,
        "last_changed_at": of.touched_at,
        "to": str(of.unit) if of.unit else None,
        "about_office": str(of.office) if of.office else None,
        "about_application": of.case_id or None,
        "takes_further": of.earlier or None,
        "name": of.name,
        "address": of.address,
        "texts": list(of.texts),
        "filed": _filed(of.filed) if of.filed else None,
        "slip": asdict(of.slip) if of.slip else None,
        "longer_term": asdict(of.extension) if of.extension else None,
        "answers": [asdict(each) for each in of.answers],
        "reason_to_look_once_more": of.reopened or None,
        "your_rating": of.rating or None,
        "officers_who_may_not_handle_it": len(of.about),
        **_common(personal, user_id, code),
    }


def _filed(filed: ComplaintRegistration) -> dict[str, Any]:
    """The registration with the term as it was told; `by_those_who_run_the_bot`: they set the law of the term."""
    term = filed.term
    told = (
        {
            "started_on": term.start,
            "last_day": term.last,
            "last_day_with_a_check": term.longest,
            "length": term.law.days,
            "length_with_a_check": term.law.days_with_check,
            "counted_in": term.law.unit,
            "by_those_who_run_the_bot": term.law.own,
            "days": [_counted_day(each) for each in term.days],
        }
        if term
        else None
    )
    return {"number": filed.number, "at": filed.at, "due": filed.due, "source": filed.source, "term_as_told": told}


def _common(personal: PersonalRecord, user_id: int, code: CodeOf) -> dict[str, Any]:
    return {
        "attached_files": [_upload(personal.record, each, code) for each in personal.uploads],
        "history": [_entry(each, user_id) for each in personal.entries],
        "survey": dict(personal.survey) or None,
        "folder_in_the_archive": folder_of(personal.record, code),
    }


def _upload(record: Record, upload: Upload, code: CodeOf) -> dict[str, Any]:
    entry = {"item": upload.item, "bytes": upload.size, "fetched": upload.kept}
    return entry | ({"file": copy_name(record, upload, code)} if upload.kept else {})


def _entry(entry: Entry, user_id: int) -> dict[str, Any]:
    """Like an entry of a proof, it names no account but the person's own."""
    event = entry.event
    return {
        "entry": entry.link.id,
        "what": event.kind,
        "at": event.at,
        "by": "you" if event.actor == user_id else "office",
        "details": None if event.kind in WITHHELD else dict(event.details),
        "hash": entry.link.hash,
    }


def _plain(value: object) -> str:
    """Times and days as ISO 8601; times in the zone of Kazakhstan.

    Raises:
        TypeError: any other value.
    """
    if isinstance(value, datetime):
        return value.astimezone(KAZAKHSTAN).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
