"""Preparing an application: every answer is stored at once, for the version of the draft it was given to."""

from __future__ import annotations

from base64 import b32encode
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.applications.answers import is_valid_term, read_answer
from domain.applications.case import Case, CaseState, Declaration
from domain.applications.checklist import cards
from domain.applications.guesses import guess_answers, without_guesses
from domain.applications.materials import append_materials, read_materials, replace_materials
from domain.applications.territory import WHOLE, read_territory, toggle_district
from domain.calendar import day_of
from domain.errors import BadAnswer, Changed, NoSuchCase, TooMany
from domain.offices.units import UnitKind
from domain.standard.edition import ItemRole
from domain.standard.questions import DISTRICTS, REGION, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from domain.applications.materials import Material
    from domain.offices.units import UnitId
    from domain.people import Person
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.applications.ports import CaseStore

MOST_DRAFTS = 5
ID_BYTES = 10  # 80 bits: the id is in callback data, and nobody must guess another's


class ApplicationDrafts:
    """The drafts of applicants."""

    def __init__(self, store: CaseStore, editions: Editions, random: Callable[[int], bytes]) -> None:
        self._store = store
        self._editions = editions
        self._random = random

    async def begin(self, person: Person, subject: str, now: datetime, edition: str = "") -> Case:
        """Starts an empty draft under the current edition, or under one in preparation that is named.

        Raises:
            EditionMissing: nothing begins under the edition of this id.
            ConsentNeeded: personal data is asked for only after consent.
            TooMany: the person has too many drafts.
        """
        return await self.add(person, self.make(person, subject, now, edition))

    async def get_own(self, user_id: int, case_id: str) -> Case:
        """One of the person's own applications, in any state.

        Raises:
            NoSuchCase: there is none, or it is somebody else's.
        """
        case = await self._store.get(case_id)
        if case is None or case.applicant != user_id:
            raise NoSuchCase(case_id)
        return case

    async def list_for_person(self, user_id: int) -> Sequence[Case]:
        """All of a person's applications, the last changed first."""
        return await self._store.list_for_person(user_id)

    async def list_drafts(self, user_id: int) -> list[Case]:
        """Their drafts, the last changed first."""
        return [each for each in await self._store.list_for_person(user_id) if each.state is CaseState.DRAFT]

    async def list_alike(self, user_id: int, edition: Standard) -> list[Case]:
        """Their drafts of the same purpose as those of an edition: to file, or prepared under this very edition."""
        return [each for each in await self.list_drafts(user_id) if self._is_alike(each, edition)]

    def _is_alike(self, draft: Case, edition: Standard) -> bool:
        own = self._editions.of(draft)
        return own is edition if edition.preparation is not None else own.preparation is None

    async def draft(self, user_id: int, case_id: str, version: int | None = None) -> Case:
        """A draft of the person's own, in this version if one is given.

        Raises:
            NoSuchCase: there is none, or it is somebody else's.
            Changed: it has changed since, or is no longer a draft.
        """
        case = await self.get_own(user_id, case_id)
        case.require_version(version)
        if case.state is not CaseState.DRAFT:
            raise Changed(case_id)
        return case

    async def answer(self, case: Case, question_id: str, text: str, now: datetime, *, sure: bool = False) -> Case:
        """Reads and stores the answer to a question; `sure`: it was given a second time.

        Raises:
            BadAnswer: the text does not answer the question, or is doubtful and not `sure`.
            Changed: the draft has changed in the meantime.
        """
        return await self.answer_together(case, {question_id: text}, now, sure=sure)

    async def answer_together(self, case: Case, said: Mapping[str, str], now: datetime, *, sure: bool = False) -> Case:
        """Reads and stores the answers to questions that were given with one message or button, in their order.

        Raises:
            BadAnswer: one of the texts does not answer its question, or is doubtful and not `sure`.
            Changed: the draft has changed in the meantime.
        """
        questions = self._editions.of(case).questions[case.subject]
        answers, end = dict(case.answers), questions.with_role(Role.END)
        for question_id, text in said.items():
            asked = questions.find(question_id)
            if asked is None:
                raise BadAnswer("choose")
            answers[question_id] = read_answer(asked, text, answers, day_of(now), sure=sure)
            if end and end.after == question_id and not is_valid_term(answers[question_id], answers.get(end.id)):
                answers.pop(end.id, None)  # it would end before it begins, or too late: ask again
        said_now = replace(case, answers=questions.relevant(answers), guessed=case.guessed - said.keys())
        return await self._save(said_now, now)

    async def choose_region(self, case: Case, region_id: str, now: datetime) -> Case:
        """Starts choosing the territory again, in this region.

        Raises:
            UnknownRegion: the edition has no such region.
        """
        region = self._editions.of(case).region(region_id)
        return await self._save(self._answering(case, {REGION: region.id, DISTRICTS: "", Role.TERRITORY: ""}), now)

    async def toggle_district(self, case: Case, district: str, now: datetime) -> Case:
        """Adds a district to the territory, or removes it; its division names it.

        Raises:
            BadAnswer, UnknownUnit: the region has no such district.
        """
        chosen = toggle_district(case.answers, district, self._editions.of(case))
        return await self._save(self._answering(case, {DISTRICTS: chosen, Role.TERRITORY: ""}), now)

    async def whole_region(self, case: Case, now: datetime) -> Case:
        """Chooses the whole region as the territory."""
        return await self.fix_territory(case.answering(**{DISTRICTS: WHOLE}), now)

    async def fix_territory(self, case: Case, now: datetime) -> Case:
        """Finishes choosing the territory: puts its words on the form and proposes its office.

        Raises:
            BadAnswer: nothing is chosen yet.
        """
        territory = read_territory(case.answers, self._editions.of(case))
        if territory is None:
            raise BadAnswer("territory-empty")
        edition = self._editions.of(case)
        only = len(edition.units_of(territory.region, UnitKind.OFFICE)) == 1
        # Whoever files is told first whether the office takes applications here; else there is nothing to choose.
        office = str(territory.office) if only and edition.preparation is not None else ""
        answered = self._answering(case, {Role.TERRITORY: territory.words, Role.OFFICE: office})
        chosen = replace(answered, office=territory.office)
        return await self._save(chosen, now)

    async def choose_office(self, case: Case, office: UnitId, now: datetime) -> Case:
        """Accepts the proposed office or sets another one (point 1).

        Raises:
            UnknownUnit: the edition has no such unit, or it is not an office.
        """
        self._editions.of(case).office(office)
        return await self._save(replace(self._answering(case, {Role.OFFICE: str(office)}), office=office), now)

    async def declare(self, case: Case, item_id: str, declared: Declaration, now: datetime) -> Case:
        """Stores whether the applicant has an item of the checklist.

        Raises:
            BadAnswer: the checklist has no such item now.
        """
        if item_id not in {each.item.id for each in cards(case, self._editions.of(case))}:
            raise BadAnswer("choose")
        return await self._save(replace(case, declared={**case.declared, item_id: declared}), now)

    async def declare_rest(self, case: Case, now: datetime) -> Case:
        """Stores that the applicant has every item of which they have not said anything yet."""
        rest = [each.item.id for each in cards(case, self._editions.of(case)) if each.declared is None]
        declared = {**case.declared, **dict.fromkeys(rest, Declaration.HAVE)}
        return await self._save(replace(case, declared=declared), now)

    async def note_copy(self, case: Case, item_id: str, now: datetime) -> Case:
        """Takes a copy that was sent to mean that the applicant has the document.

        Raises:
            BadAnswer: the checklist has no such item now.
        """
        if case.declared.get(item_id) is Declaration.HAVE:
            return case
        return await self.declare(case, item_id, Declaration.HAVE, now)

    async def add_materials(self, case: Case, text: str, now: datetime, *, sure: bool = False) -> Case:
        """Adds lines to the list of literature and other materials.

        Raises:
            BadAnswer, TooMany: the text is no list, or not `sure` and a doubtful one, or the list would be too long.
        """
        materials = append_materials(case.materials, read_materials(text, sure=sure))
        return await self._save(_with_materials(case, materials, self._editions.of(case)), now)

    async def replace_materials(self, case: Case, old: str, text: str, now: datetime, *, sure: bool = False) -> Case:
        """Put what a message lists now in the place of what it listed; an empty text takes that out.

        Raises:
            BadAnswer, TooMany: the text is no list, or not `sure` and a doubtful one, or the list would be too long.
        """
        listed = read_materials(text, sure=sure) if text else ()
        kept = replace_materials(case.materials, read_materials(old, sure=True), listed)
        return await self._save(_with_materials(case, kept, self._editions.of(case)), now)

    async def clear_materials(self, case: Case, now: datetime) -> Case:
        """Empties the list of materials."""
        return await self._save(_with_materials(case, (), self._editions.of(case)), now)

    async def discard(self, case: Case) -> None:
        """Erases a draft."""
        await self._store.erase(case)

    def make(self, person: Person, subject: str, now: datetime, edition: str = "") -> Case:
        """An empty draft that is not stored yet.

        Raises:
            EditionMissing: nothing begins under the edition of this id.
        """
        begun = self._editions.to_begin(edition).status.id
        return Case(self._new_id(), person.id, subject, now, edition=begun)

    async def add(self, person: Person, draft: Case) -> Case:
        """Stores a new draft, with what its answers suggest.

        Raises:
            ConsentNeeded, TooMany: as `begin`.
        """
        person.check_consent()
        if len(await self.list_drafts(person.id)) >= MOST_DRAFTS:
            raise TooMany(MOST_DRAFTS)
        begun = guess_answers(draft, self._editions.of(draft))
        await self._store.add(begun)
        return begun

    def _answering(self, case: Case, answers: Mapping[str, str]) -> Case:
        """The case with these answers, by key or by the role of their question."""
        asked = self._editions.of(case).questions[case.subject]
        keys = {each.role: each.id for each in asked.all if each.role}
        return case.answering(**{keys[key] if isinstance(key, Role) else key: text for key, text in answers.items()})

    async def _save(self, case: Case, now: datetime) -> Case:
        """Stores a draft; what was only guessed is guessed anew."""
        guessed = guess_answers(without_guesses(case), self._editions.of(case))
        return await self._store.save(replace(guessed, touched_at=now))

    def _new_id(self) -> str:
        return b32encode(self._random(ID_BYTES)).decode().lower()


def _with_materials(case: Case, materials: tuple[Material, ...], edition: Standard) -> Case:
    """The draft with this list: whoever lists materials has them, and an empty list is asked about again."""
    item = edition.with_role(case.subject, ItemRole.MATERIALS)
    if item is None:
        return case
    declared = {key: value for key, value in case.declared.items() if key != item.id}
    if materials:
        declared[item.id] = Declaration.HAVE
    return replace(case, materials=materials, declared=declared)
