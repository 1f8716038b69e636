"""Plays the applications of the demo act by act, with the use cases behind the chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.demo.people import AIGUL, FIRST_NEIGHBOUR
from bot.demo.steps import StepKind
from domain.applications.case import Declaration
from domain.applications.checklist import cards
from domain.applications.parties import applicant_name, representative_name
from domain.calendar import day_of
from domain.casework.permissions import CaseAction
from domain.languages import Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.questions import Kind, Role
from services.casework.access import ActionRequest
from services.casework.paperwork import DOCUMENT, NEED_NOTE, POWER, REFUSE_WORDS, about

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.container import Container
    from bot.demo.people import Form
    from bot.demo.steps import Step, Story
    from domain.applications.case import Case
    from domain.calendar import WorkingCalendar
    from domain.standard.edition import Standard
    from services.people import PersonSettings

BEFORE_FILING = timedelta(minutes=25)  # how long it takes to fill in an application
TERM_BEGINS, TERM = timedelta(days=30), timedelta(days=365)
ABOUT = {"intent": "registration", "by": "self"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A step and its time."""

    at: datetime
    story: int
    step: Step


def cues(stories: tuple[Story, ...], now: datetime, calendar: WorkingCalendar) -> list[Cue]:
    """All steps of all stories in order of time."""
    today = day_of(now)
    all_cues = [
        Cue(step.moment(today, calendar), number, step) for number, story in enumerate(stories) for step in story.steps
    ]
    return sorted(all_cues, key=lambda each: (each.at, each.story))


def applicant_of(story: Story, number: int) -> int:
    """The applicant of a story: a person with a phone on the page, or a neighbour."""
    return story.applicant or FIRST_NEIGHBOUR + number


class Player:
    """Plays stories in one transaction, and remembers the case of each."""

    def __init__(
        self, services: Container, people: PersonSettings, standard: Standard, stories: tuple[Story, ...]
    ) -> None:
        self._services = services
        self._people = people
        self._standard = standard
        self._stories = stories
        self._cases: dict[int, str] = {}
        self._deeds: dict[StepKind, Callable[[Case, Step, datetime], Awaitable[object]]] = {
            StepKind.WITHDRAW: self._withdraw,
            StepKind.COME: self._come,
            StepKind.RECEIVE: self._receive,
            StepKind.NEED: self._need,
            StepKind.TAKE: self._take,
            StepKind.RELEASE: self._release,
            StepKind.ASSIGN: self._assign,
            StepKind.APPROVE: self._approve,
            StepKind.REFUSE: self._refuse,
            StepKind.READY: self._ready,
            StepKind.ISSUE: self._issue,
        }

    async def play(self, cue: Cue) -> None:
        """Plays one step."""
        if cue.step.deed is StepKind.FILE:
            draft = await self._prepare(cue.story, cue.at - BEFORE_FILING)
            await self._services.filing.file(draft, cue.at)
            return
        applicant = applicant_of(self._stories[cue.story], cue.story)
        case = await self._services.drafts.get_own(applicant, self._cases[cue.story])
        await self._deeds[cue.step.deed](case, cue.step, cue.at)

    async def draft(self, number: int, at: datetime) -> None:
        """Starts an application and leaves it unfinished."""
        story = self._stories[number]
        case = await self._begin(number, at)
        await self._answer(case, story.form, at, story.answered)

    async def _prepare(self, number: int, at: datetime) -> Case:
        """Completes an application so that it can be filed."""
        form, apply = self._stories[number].form, self._services.drafts
        case = await self._answer(await self._begin(number, at), form, at)
        if form.materials:
            case = await apply.add_materials(case, form.materials, at)
        for card in cards(case, self._standard):
            case = await apply.declare(case, card.item.id, Declaration.HAVE, at)
        return case

    async def _begin(self, number: int, at: datetime) -> Case:
        story = self._stories[number]
        who = Person(applicant_of(story, number))
        language = Language.KK if who.id == AIGUL else Language.RU
        who = await self._people.agree(await self._people.choose_language(who, language), NOTICE_VERSION, at)
        case = await self._services.drafts.begin(who, story.form.subject, at)
        self._cases[number] = case.id
        return case

    async def _answer(self, case: Case, form: Form, at: datetime, most: int | None = None) -> Case:
        begins = day_of(at + TERM_BEGINS)
        term = {"term_from": begins.isoformat(), "term_to": (begins + TERM).isoformat()}
        answers = {**ABOUT, **term, **form.answers}
        for question in self._standard.questions[case.subject].asked(answers)[:most]:
            if question.role is Role.TERRITORY:
                case = await self._choose_place(case, form, at)
            elif question.kind is not Kind.PLACE:
                case = await self._services.drafts.answer(case, question.id, answers[question.id], at)
        return case

    async def _choose_place(self, case: Case, form: Form, at: datetime) -> Case:
        apply = self._services.drafts
        case = await apply.choose_region(case, form.place.region, at)
        for district in form.place.districts:
            case = await apply.toggle_district(case, district, at)
        return await apply.choose_office(await apply.fix_territory(case, at), form.place.office, at)

    async def _withdraw(self, case: Case, _step: Step, at: datetime) -> None:
        await self._services.filing.withdraw(case, at)

    async def _come(self, case: Case, _step: Step, at: datetime) -> None:
        visitor = representative_name(case, self._standard) or applicant_name(case, self._standard)
        await self._services.filing.coming(case, visitor, day_of(at), at)

    async def _receive(self, case: Case, step: Step, at: datetime) -> None:
        case = await self._ticked(CaseAction.RECEIVE, case, step, at)
        await self._services.review.receive(_request(case, step, at), everything=not step.items)

    async def _need(self, case: Case, step: Step, at: datetime) -> None:
        case = await self._ticked(CaseAction.NEED, case, step, at)
        written = await self._services.review.write(CaseAction.NEED, _request(case, step, at), NEED_NOTE, step.words[0])
        await self._services.review.need(_request(written.case, step, at))

    async def _take(self, case: Case, step: Step, at: datetime) -> None:
        await self._services.review.take(_request(case, step, at))

    async def _release(self, case: Case, step: Step, at: datetime) -> None:
        await self._services.review.release(_request(case, step, at))

    async def _assign(self, case: Case, step: Step, at: datetime) -> None:
        await self._services.review.assign(_request(case, step, at), int(step.words[0]))

    async def _approve(self, case: Case, step: Step, at: datetime) -> None:
        await self._services.decisions.approve(_request(case, step, at))

    async def _refuse(self, case: Case, step: Step, at: datetime) -> None:
        for each in step.items:
            item, _, defect = each.partition("=")
            named = (
                await self._services.refusals.find(_request(case, step, at), item, defect)
                if defect
                else await self._services.refusals.toggle(_request(case, step, at), item)
            )
            case = named.seen.case
        key = about(REFUSE_WORDS, step.items[0].partition("=")[0])
        written = await self._services.review.write(CaseAction.REFUSE, _request(case, step, at), key, step.words[0])
        await self._services.decisions.refuse(_request(written.case, step, at))

    async def _ready(self, case: Case, step: Step, at: datetime) -> None:
        await self._services.decisions.ready(_request(case, step, at))

    async def _issue(self, case: Case, step: Step, at: datetime) -> None:
        document, power = step.words
        sent = bool(representative_name(case, self._standard))
        seen = await self._services.decisions.choose_collector(_request(case, step, at), representative=sent)
        seen = await self._services.review.write(CaseAction.ISSUE, _request(seen.case, step, at), DOCUMENT, document)
        if power:
            seen = await self._services.review.write(CaseAction.ISSUE, _request(seen.case, step, at), POWER, power)
        await self._services.decisions.issue(_request(seen.case, step, at))

    async def _ticked(self, act: CaseAction, case: Case, step: Step, at: datetime) -> Case:
        for item in step.items:
            case = (await self._services.review.tick(act, _request(case, step, at), item)).case
        return case


def _request(case: Case, step: Step, at: datetime) -> ActionRequest:
    return ActionRequest(step.by, case.id, case.version, at)
