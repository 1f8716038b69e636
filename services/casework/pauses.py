"""Stopping the terms of a case for a reason that its edition names, and letting them go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.calendar import day_of
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.history import EventKind
from services.casework.paperwork import SEPARATOR
from services.casework.term_decisions import COUNTED, SAID, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.applications.case import Case
    from domain.applications.kept_terms import KeptTerm
    from domain.calendar import Pause
    from domain.standard.terms import PauseReason
    from services.applications.deadlines import DeadlineService
    from services.casework.access import ActionRequest, CaseAccess, OfficerCase

PAUSE, SINCE = "pause", "since"  # details of the events: the id of the reason, and the day it began


@dataclass(frozen=True, slots=True)
class Stopping:
    """A case whose terms run, and the case as it would be with them stopped for a reason."""

    seen: OfficerCase
    reason: PauseReason
    after: Case


@dataclass(frozen=True, slots=True)
class Resuming:
    """A case whose terms stand still, why, and the case as it would be with them going on."""

    seen: OfficerCase
    pause: Pause
    after: Case


class CasePauses:
    """Stops terms and lets them go on. Every act raises Denied and Changed as `CaseAccess.authorize` does."""

    def __init__(self, access: CaseAccess, deadlines: DeadlineService) -> None:
        self._access = access
        self._deadlines = deadlines

    async def find_reasons(self, request: ActionRequest) -> tuple[OfficerCase, tuple[PauseReason, ...]]:
        """The reasons for which the terms may be stopped today.

        Raises:
            BadAnswer: there is none, or the last day has passed.
        """
        seen = await self._access.authorize(CaseAction.PAUSE, request)
        reasons = self._deadlines.pause_reasons(seen.case, day_of(request.now))
        if not reasons:
            raise BadAnswer("nothing-to-pause")
        return seen, reasons

    async def foresee_pause(self, request: ActionRequest, reason: str) -> Stopping:
        """What comes of it when the terms are stopped for the reason with this id.

        Raises:
            BadAnswer: it is not one of those for which they may be.
        """
        seen, reasons = await self.find_reasons(request)
        for each in reasons:
            if each.id == reason:
                return Stopping(seen, each, self._deadlines.stopped(seen.case, each, day_of(request.now)))
        raise BadAnswer("nothing-to-pause")

    async def pause(self, request: ActionRequest, reason: str) -> OfficerCase:
        """Stops the terms from today on; no result is owed until they go on.

        Raises:
            BadAnswer: they may not be stopped for this reason.
        """
        found = await self.foresee_pause(request, reason)
        stopped = [each for each, _ in self._deadlines.paused(found.after)]
        details = {TERMS: _names(stopped), SAID: _lasts(stopped), PAUSE: reason}
        return await self._save(found.seen, found.after, EventKind.PAUSED, request, details)

    async def foresee_resuming(self, request: ActionRequest) -> Resuming:
        """What comes of it when the terms go on."""
        seen = await self._access.authorize(CaseAction.RESUME, request)
        ((_, pause), *_) = self._deadlines.paused(seen.case)
        return Resuming(seen, pause, self._deadlines.resumed(seen.case, day_of(request.now)))

    async def resume(self, request: ActionRequest) -> OfficerCase:
        """Lets the terms go on: today counts again, and a new last day is told."""
        found = await self.foresee_resuming(request)
        stood = [each for each, _ in self._deadlines.paused(found.seen.case)]
        details = {
            TERMS: _names(stood),
            SAID: _lasts(stood),
            COUNTED: _lasts(found.after.terms[each.name] for each in stood),
            PAUSE: found.pause.reason,
            SINCE: found.pause.first.isoformat(),
        }
        return await self._save(found.seen, found.after, EventKind.RESUMED, request, details)

    async def _save(
        self, seen: OfficerCase, after: Case, kind: EventKind, request: ActionRequest, details: dict[str, str]
    ) -> OfficerCase:
        """Stores the case with its entry, and the record of its term, by which its office is measured."""
        saved = await self._access.save_action(seen, after, kind, request.now, **details)
        await self._deadlines.record(saved.case)
        return saved


def _names(terms: Iterable[KeptTerm]) -> str:
    return SEPARATOR.join(each.name for each in terms)


def _lasts(terms: Iterable[KeptTerm]) -> str:
    return SEPARATOR.join(each.last.isoformat() for each in terms)
