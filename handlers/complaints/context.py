"""What the handlers of one's own complaints share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.core.context import ActionContext
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard
    from services.applications.deadlines import DeadlineService
    from services.applications.drafting import ApplicationDrafts
    from services.complaints.filing import ComplaintFiling
    from services.complaints.follow_up import ComplaintFollowUp
    from services.offices.finder import OfficeFinder
    from services.uploads import ComplaintFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintContext(ActionContext):
    """Somebody writes a complaint, or follows one they sent."""

    standard: Standard
    finder: OfficeFinder
    drafts: ApplicationDrafts
    deadlines: DeadlineService
    complaints: ComplaintFiling
    complaint_files: ComplaintFiles
    follow_up: ComplaintFollowUp


def page_of(complaint: Complaint, *screens: Screen) -> Reply:
    """Pages about a complaint."""
    return Reply(screens, case_id=complaint.id)
