from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import Case, CaseState, Declaration
from domain.applications.materials import MOST_MATERIALS, Material
from domain.errors import (
    BadAnswer,
    Changed,
    ConsentNeeded,
    NoSuchCase,
    TooMany,
    UnknownRegion,
    UnknownUnit,
)
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.applications.drafting import MOST_DRAFTS, ApplicationDrafts
from tests.factories.cases import complete, registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import DEPARTMENT, EDITION, GROUP, KOKSHETAU, MISSIONARY, NEIGHBOUR, unit_id
from tests.services.fakes import Rooms

LATER = NOW + timedelta(minutes=5)
SOMEBODY_ELSE = 701
PERSON = Person(APPLICANT).consenting(NOTICE_VERSION, NOW)


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def applications(rooms: Rooms, standard: Standard) -> ApplicationDrafts:
    return ApplicationDrafts(rooms.cases, Editions(standard), rooms.chance)


@pytest.fixture
async def draft(applications: ApplicationDrafts) -> Case:
    return await applications.begin(PERSON, MISSIONARY, NOW)


async def test_a_new_draft(applications: ApplicationDrafts) -> None:
    """A draft begins empty, with an id that nobody can guess and that fits a button."""
    begun = await applications.begin(PERSON, GROUP, NOW)
    assert begun == Case(begun.id, APPLICANT, GROUP, NOW, edition=EDITION)
    assert len(begun.id) == 16
    assert begun.id.isalnum()
    assert begun.id == begun.id.lower()
    assert await applications.get_own(APPLICANT, begun.id) == begun


async def test_no_draft_without_consent(applications: ApplicationDrafts, rooms: Rooms) -> None:
    """Personal data is asked for neither before consent nor after its withdrawal."""
    for person in (Person(APPLICANT), PERSON.withdrawn()):
        with pytest.raises(ConsentNeeded):
            await applications.begin(person, GROUP, NOW)
    assert rooms.cases.kept == {}


async def test_too_many_drafts(applications: ApplicationDrafts) -> None:
    """Five drafts are the limit; discarding one makes room; other people's do not count."""
    drafts = [await applications.begin(PERSON, GROUP, NOW) for _ in range(MOST_DRAFTS)]
    with pytest.raises(TooMany):
        await applications.begin(PERSON, GROUP, NOW)
    other = Person(SOMEBODY_ELSE).consenting(NOTICE_VERSION, NOW)
    await applications.begin(other, GROUP, NOW)
    await applications.discard(drafts[0])
    await applications.begin(PERSON, GROUP, NOW)
    assert len(await applications.list_for_person(APPLICANT)) == MOST_DRAFTS


async def test_registered_cases_are_no_drafts(
    applications: ApplicationDrafts, rooms: Rooms, standard: Standard
) -> None:
    """A filed application does not count as a draft."""
    for number in range(MOST_DRAFTS):
        await rooms.cases.add(replace(registered(standard), id=f"case{number}"))
    assert (await applications.begin(PERSON, GROUP, NOW)).state is CaseState.DRAFT


async def test_somebody_elses_and_a_missing_case_are_answered_alike(
    applications: ApplicationDrafts, rooms: Rooms, standard: Standard
) -> None:
    """Guessing an id reveals nothing."""
    await rooms.cases.add(replace(started(), id="theirs"))
    await rooms.cases.add(replace(registered(standard), id="filed"))
    for case_id in ("theirs", "filed", "nonsense", ""):
        for use in (applications.get_own, applications.draft):
            with pytest.raises(NoSuchCase) as refused:
                await use(SOMEBODY_ELSE, case_id)
            assert refused.value.args == (case_id,)
    assert await applications.list_for_person(SOMEBODY_ELSE) == []


async def test_all_of_a_person(applications: ApplicationDrafts) -> None:
    """The most recently touched one comes first."""
    first = await applications.begin(PERSON, GROUP, NOW)
    second = await applications.begin(PERSON, MISSIONARY, LATER)
    assert await applications.list_for_person(APPLICANT) == [second, first]
    touched = await applications.answer(first, "by", "self", LATER + timedelta(minutes=1))
    assert await applications.list_for_person(APPLICANT) == [touched, second]


async def test_a_draft_as_of_a_version(
    applications: ApplicationDrafts, rooms: Rooms, standard: Standard, draft: Case
) -> None:
    """A button of an earlier version, or of a draft filed since, is reported as outdated."""
    assert await applications.draft(APPLICANT, draft.id) == draft
    assert await applications.draft(APPLICANT, draft.id, 0) == draft
    answered = await applications.answer(draft, "by", "self", NOW)
    assert await applications.draft(APPLICANT, draft.id, 1) == answered
    with pytest.raises(Changed):
        await applications.draft(APPLICANT, draft.id, 0)
    await rooms.cases.add(replace(registered(standard), id="filed"))
    for version in (None, 0):
        with pytest.raises(Changed):
            await applications.draft(APPLICANT, "filed", version)


async def test_every_answer_is_kept_at_once(applications: ApplicationDrafts, draft: Case) -> None:
    """The parsed answer is stored, the version goes up, and the draft counts as touched."""
    kept = await applications.answer(draft, "full_name", " Айша\u200b  Ким ", LATER)
    assert kept.answers == {"full_name": "Айша Ким"}
    assert (kept.version, kept.touched_at) == (1, LATER)
    assert await applications.get_own(APPLICANT, draft.id) == kept


async def test_a_bad_answer_changes_nothing(applications: ApplicationDrafts, draft: Case) -> None:
    """Neither a wrong answer nor an answer to a question that the form does not have is stored."""
    for question_id, text in (("full_name", "1"), ("leader_name", "Айша Ким"), ("nonsense", "x"), ("office", "2/3")):
        with pytest.raises(BadAnswer):
            await applications.answer(draft, question_id, text, LATER)
    assert await applications.get_own(APPLICANT, draft.id) == draft


async def test_an_answer_to_an_earlier_version(applications: ApplicationDrafts, draft: Case) -> None:
    """Of two answers to the same version, the second is rejected and does not overwrite the first."""
    kept = await applications.answer(draft, "full_name", "Айша Ким", NOW)
    with pytest.raises(Changed):
        await applications.answer(draft, "full_name", "Мадина Ли", LATER)
    assert await applications.get_own(APPLICANT, draft.id) == kept


async def test_a_choice_takes_out_what_it_makes_needless(applications: ApplicationDrafts, draft: Case) -> None:
    """Without a representative, the representative's name is removed."""
    case = await applications.answer(draft, "by", "representative", NOW)
    case = await applications.answer(case, "representative_name", "Айша Ким", NOW)
    case = await applications.answer(case, "by", "self", NOW)
    assert case.answers == {"by": "self"}


async def test_a_term_that_would_end_before_it_begins(applications: ApplicationDrafts, draft: Case) -> None:
    """A later first day keeps the last day if possible; otherwise the last day is asked for again."""
    case = await applications.answer(draft, "term_from", "05.03.2027", NOW)
    case = await applications.answer(case, "term_to", "05.03.2028", NOW)
    case = await applications.answer(case, "term_from", "04.03.2028", NOW)
    assert case.answers["term_to"] == "2028-03-05"
    case = await applications.answer(case, "term_from", "05.03.2028", NOW)
    assert case.answers == {"term_from": "2028-03-05"}


async def test_today_is_a_day_of_kazakhstan(applications: ApplicationDrafts, draft: Case) -> None:
    """At 20:00 UTC the office's next day has begun: a term may not begin on the old one."""
    evening = NOW.replace(hour=20)
    with pytest.raises(BadAnswer, match="date-past"):
        await applications.answer(draft, "term_from", "22.11.2026", evening)
    assert (await applications.answer(draft, "term_from", "23.11.2026", evening)).answers


async def test_territory_and_office(applications: ApplicationDrafts, draft: Case) -> None:
    """A district's division is proposed; another office may be chosen; a new region starts over."""
    case = await applications.choose_region(draft, "akmola", NOW)
    assert case.answers == {"region": "akmola"}
    case = await applications.toggle_district(case, str(KOKSHETAU), NOW)
    case = await applications.fix_territory(case, NOW)
    assert case.office == KOKSHETAU
    assert case.answers["territory"] == "Акмолинская область: г. Кокшетау"
    assert "office" not in case.answers
    case = await applications.choose_office(case, DEPARTMENT, NOW)
    assert (case.office, case.answers["office"]) == (DEPARTMENT, str(DEPARTMENT))
    more = await applications.toggle_district(case, str(NEIGHBOUR), LATER)
    assert (more.answers["districts"], "territory" in more.answers) == (f"{KOKSHETAU},{NEIGHBOUR}", False)
    whole = await applications.whole_region(more, LATER)
    assert (whole.office, whole.answers["territory"]) == (DEPARTMENT, "Акмолинская область")
    assert "office" not in whole.answers
    anew = await applications.choose_region(whole, "astana", LATER)
    assert anew.answers == {"region": "astana"}
    assert anew.touched_at == LATER


async def test_no_territory(applications: ApplicationDrafts, draft: Case) -> None:
    """A territory without districts or region, or with a district elsewhere, is refused."""
    case = await applications.choose_region(draft, "akmola", NOW)
    with pytest.raises(BadAnswer, match="territory-empty"):
        await applications.fix_territory(case, NOW)
    with pytest.raises(UnknownRegion):
        await applications.choose_region(case, "nowhere", NOW)
    with pytest.raises(BadAnswer):
        await applications.toggle_district(case, "astana-ip", NOW)


async def test_an_office_that_takes_no_applications(applications: ApplicationDrafts, draft: Case) -> None:
    """Neither an akimat nor a row that the appendices lack takes applications."""
    for unit in (unit_id("4/65"), unit_id("2/999")):
        with pytest.raises(UnknownUnit):
            await applications.choose_office(draft, unit, NOW)


async def test_declaring(applications: ApplicationDrafts, draft: Case) -> None:
    """What a person has and lacks is stored by item; items that are not on the checklist now are refused."""
    case = await applications.declare(draft, "invitation", Declaration.NOT_YET, NOW)
    case = await applications.declare(case, "invitation", Declaration.HAVE, NOW)
    case = await applications.declare(case, "identity", Declaration.NOT_YET, LATER)
    assert case.declared == {"invitation": Declaration.HAVE, "identity": Declaration.NOT_YET}
    assert case.touched_at == LATER
    for item in ("application", "power-of-attorney", "premises", "nonsense"):
        with pytest.raises(BadAnswer):
            await applications.declare(case, item, Declaration.HAVE, NOW)


async def test_materials(applications: ApplicationDrafts, draft: Case) -> None:
    """Lists add up over several messages; whoever lists has them; starting over asks for it again."""
    case = await applications.declare(draft, "materials", Declaration.NOT_YET, NOW)
    case = await applications.add_materials(case, "Книга — 10 экз.\nДиск", NOW)
    case = await applications.add_materials(case, "Икона: 2", LATER)
    assert case.materials == (Material("Книга", 10, "экз"), Material("Диск"), Material("Икона", 2))
    assert case.declared == {"materials": Declaration.HAVE}
    case = await applications.declare(case, "invitation", Declaration.HAVE, NOW)
    cleared = await applications.clear_materials(case, LATER)
    assert (cleared.materials, cleared.declared) == ((), {"invitation": Declaration.HAVE})
    assert await applications.get_own(APPLICANT, draft.id) == cleared


async def test_materials_of_a_kind_without_any(applications: ApplicationDrafts) -> None:
    """A list of which nothing is made is not kept."""
    group = await applications.begin(PERSON, GROUP, NOW)
    case = await applications.add_materials(group, "Книга", NOW)
    assert (case.materials, case.declared) == ((), {})


async def test_too_many_materials(applications: ApplicationDrafts, draft: Case) -> None:
    """A list that grows too long is refused as a whole; earlier entries stay."""
    case = await applications.add_materials(draft, "\n".join(["Книга"] * MOST_MATERIALS), NOW)
    with pytest.raises(TooMany):
        await applications.add_materials(case, "Диск", NOW)
    with pytest.raises(BadAnswer):
        await applications.add_materials(case, "—", NOW)
    assert await applications.get_own(APPLICANT, draft.id) == case


async def test_discarding(applications: ApplicationDrafts, draft: Case) -> None:
    """A discarded draft is gone and takes no more answers."""
    await applications.discard(draft)
    with pytest.raises(NoSuchCase):
        await applications.get_own(APPLICANT, draft.id)
    with pytest.raises(Changed):
        await applications.answer(draft, "by", "self", NOW)


async def test_a_filed_application_takes_no_answers(
    applications: ApplicationDrafts, rooms: Rooms, standard: Standard
) -> None:
    """A button from before the filing cannot change what was filed."""
    stale = complete(standard)
    await rooms.cases.add(stale)
    await rooms.cases.save(replace(registered(standard), id=stale.id))
    with pytest.raises(Changed):
        await applications.answer(stale, "full_name", "Мадина Ли", LATER)


async def test_a_list_of_materials_is_put_right(applications: ApplicationDrafts, draft: Case) -> None:
    """What a message listed is replaced where it stood; an empty text takes it out."""
    case = await applications.add_materials(draft, "Книга — 10 экз.\nДиск", NOW)
    case = await applications.add_materials(case, "Икона: 2", NOW)
    case = await applications.replace_materials(case, "Книга — 10 экз.\nДиск", "Книга — 12 экз.", LATER)
    assert case.materials == (Material("Книга", 12, "экз"), Material("Икона", 2))
    case = await applications.replace_materials(case, "Книга — 12 экз.", "", LATER)
    assert case.materials == (Material("Икона", 2),)
    with pytest.raises(BadAnswer):
        await applications.replace_materials(case, "Икона: 2", "—", LATER)
    case = await applications.replace_materials(case, "Икона: 2", "", LATER)
    assert (case.materials, case.declared) == ((), {}), "what is no more listed is asked about again"


@pytest.mark.parametrize("before", [None, Declaration.NOT_YET, Declaration.HAVE])
async def test_a_copy_says_that_they_have_it(
    applications: ApplicationDrafts, draft: Case, before: Declaration | None
) -> None:
    """Whoever sends a copy has the document, whatever was said before; only a change makes a new version."""
    case = await applications.declare(draft, "invitation", before, NOW) if before else draft
    noted = await applications.note_copy(case, "invitation", LATER)
    assert noted.declared == {"invitation": Declaration.HAVE}
    assert (noted.version == case.version) == (before is Declaration.HAVE)
