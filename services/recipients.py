"""What a person may still have at the moment a file is made for them: their own records, and those they work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.casework.permissions import CaseAction
from domain.complaints.permissions import ComplaintAction
from domain.errors import Denied
from services.casework.access import ActionRequest
from services.uploads import kept_file

if TYPE_CHECKING:
    from datetime import datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.retention import Record
    from services.casework.access import CaseAccess
    from services.complaints.handling import ComplaintHandling
    from services.complaints.ports import ComplaintRepositories
    from services.uploads import UploadStore


class Recipients:
    """Checks rights again on sending, so that a right lost since the request counts at once.

    Every method raises Denied if the person may not have it, or it no longer exists: the error does not tell which.
    """

    def __init__(
        self, access: CaseAccess, complaints: ComplaintRepositories, work: ComplaintHandling, uploads: UploadStore
    ) -> None:
        self._access = access
        self._complaints = complaints
        self._work = work
        self._uploads = uploads

    async def case(self, user_id: int, case_id: str, now: datetime) -> Case:
        """A case, for its applicant and for officers who may see it."""
        found = await self._access.repositories.cases.get(case_id)
        if found is not None and found.applicant == user_id:
            return found
        return (await self._access.authorize(CaseAction.SEE, ActionRequest(user_id, case_id, None, now))).case

    async def own_case(self, user_id: int, case_id: str) -> Case:
        """A case, for its applicant only."""
        found = await self._access.repositories.cases.get(case_id)
        if found is None or found.applicant != user_id:
            raise Denied(CaseAction.SEE, case_id)
        return found

    async def complaint(self, user_id: int, complaint_id: str, now: datetime) -> Complaint:
        """A complaint, for its author and for those who may handle it."""
        found = await self._complaints.complaints.get(complaint_id)
        if found is not None and found.author == user_id:
            return found
        return (
            await self._work.authorize(ComplaintAction.SEE, ActionRequest(user_id, complaint_id, None, now))
        ).complaint

    async def case_of_complaint(self, user_id: int, complaint_id: str, case_id: str, now: datetime) -> Case:
        """The case a complaint is about, for everybody who may have the complaint."""
        complaint = await self.complaint(user_id, complaint_id, now)
        found = await self._complaints.cases.get(case_id) if complaint.case_id == case_id else None
        if found is None:
            raise Denied(ComplaintAction.SEE, complaint_id)
        return found

    async def about(self, complaint: Complaint) -> tuple[Case | None, Complaint | None]:
        """The case that a complaint is about, and the complaint that it follows as an appeal."""
        repositories = self._complaints
        case = await repositories.cases.get(complaint.case_id) if complaint.case_id else None
        return case, await repositories.complaints.get(complaint.earlier) if complaint.earlier else None

    async def file(self, record: Record, upload_id: int) -> bytes:
        """The contents of a cleaned file; the caller has checked the record.

        Raises:
            BadAnswer: it is erased.
        """
        return await self._uploads.content(record, (await kept_file(self._uploads, record, upload_id)).id)
