"""What somebody carries or posts to a body, as one PDF to print."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.making.pdf_beside import make_pdf
from dialogs.applications.review import package_screen
from dialogs.casework.card import answers_text, history_text
from dialogs.ui.texts import unmark
from documents.formats.pdf import pdf_of
from documents.formats.text_pages import text_pages
from documents.uploads.worker import join_apart
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer
from domain.files import Attachment
from services.casework.access import ActionRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.making.reading import Reading
    from dialogs.made import ApplicationPackage, ComplaintPackage, WholeCase
    from documents.factory import DocumentFactory

COMPLAINT, CASE = "zhaloba-dlya-pechati.pdf", "delo"
WHOLE = 1_000_000  # units: nothing is cut


async def make_application_package(
    reading: Reading, user_id: int, spec: ApplicationPackage
) -> Callable[[DocumentFactory], tuple[Attachment, Attachment | None]]:
    """The application, and as PDF with a page that says what to bring and where, in the words of the chat."""
    case = await reading.recipients.own_case(user_id, spec.case)
    law, texts = reading.options.library.served(case.edition), reading.texts(spec.language, case.edition)
    page = package_screen(case, law.finder.card_of(case, reading.now), law.standard, texts)

    def write(papers: DocumentFactory) -> tuple[Attachment, Attachment | None]:
        form = papers.application(case)
        return form, make_pdf(form, user_id, text_pages(unmark(page.text)))

    return write


async def make_complaint_package(
    reading: Reading, user_id: int, spec: ComplaintPackage
) -> Callable[[DocumentFactory], Attachment]:
    """The letter, the stamped copy and the author's files, without what was erased since.

    Their files are opened in the process that is shut in.
    """
    complaint = await reading.recipients.complaint(user_id, spec.complaint, reading.now)
    case, earlier = await reading.recipients.about(complaint)
    files = []
    for each in spec.uploads:
        with suppress(BadAnswer):
            files.append((await reading.my_data.copy(user_id, each)).content)

    def write(papers: DocumentFactory) -> Attachment:
        ours = [papers.complaint_letter(complaint, case, earlier, len(files))]
        if case is not None and case.registration is not None:
            ours.append(papers.stamped(case))
        printed = [pdf_of(each.content, each.name.removesuffix(".docx")) for each in ours]
        return Attachment(COMPLAINT, join_apart([*printed, *files]).content)

    return write


async def make_whole_case(reading: Reading, user_id: int, spec: WholeCase) -> Callable[[DocumentFactory], Attachment]:
    """The stamped copy, all answers, the whole history, what was decided, and the copies of documents."""
    seen = await reading.access.authorize(CaseAction.SEE, ActionRequest(user_id, spec.case, None, reading.now))
    case, events = seen.case, await reading.access.events(seen)
    standard, texts = reading.editions.of(case), reading.texts(spec.language, case.edition)
    told = (answers_text(case, standard, texts, WHOLE, WHOLE), history_text(seen, events, texts))
    files = []
    for each in spec.uploads:
        with suppress(BadAnswer):
            files.append(await reading.recipients.file(case, each))

    def write(papers: DocumentFactory) -> Attachment:
        copy = papers.stamped(case)
        printed = [pdf_of(copy.content, CASE, [block for each in told for block in text_pages(unmark(each))])]
        if case.certificate:
            printed.append(pdf_of(papers.certificate(case).content, CASE))
        if case.refusal or case.not_accepted:
            printed.append(pdf_of(papers.refusal_letter(case).content, CASE))
        number = case.filing.number.replace("/", "-")
        return Attachment(f"{CASE}-{number}.pdf", join_apart([*printed, *files]).content)

    return write
