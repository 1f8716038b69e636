"""Writing a complaint: several messages and photos, everything editable before it is sent, within limits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.applications.test_uploads import pdf, photo
from tests.e2e.drivers.bureau import Bureau
from tests.e2e.drivers.complaining import CLERK, TEXT, begins, kinds, opened
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant, newest, texts_of
from tests.factories.units import AKIMAT, KOKSHETAU

pytestmark = pytest.mark.e2e

DAY = timedelta(days=1, seconds=1)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


@pytest.mark.standard("24")
async def test_everything_can_be_changed_before_it_is_sent(town: Bureau) -> None:
    """Name, address, body, text and photos can be changed; the rest stays; the body gets what the last page showed."""
    who = await town.filed()
    await begins(town, who, KOKSHETAU)
    for part in ("Первое.", "Второе."):
        await who.chat.say(part)
    who.chat.person.send_photo(photo())
    await eventually("fetched", lambda: kinds(town) == ["jpeg"])
    await town.driven.settle()
    await who.chat.tap("cmp-done-button")
    for button, typed in (("cmp-edit-name-button", "Ли Борис"), ("cmp-edit-address-button", "г. Степногорск, 4")):
        await who.chat.tap(button)
        seen = await who.chat.say(typed)
        for part in ("Первое.", "Второе.", typed):
            assert part in seen.text
    await who.chat.tap("cmp-edit-text-button")
    await who.chat.tap("cmp-rewrite-button")
    seen = await who.chat.say("Иначе.")
    await who.chat.tap("cmp-drop-button")
    seen = await who.chat.tap("cmp-other-body-button")
    seen = await who.chat.press(next(data for _, data in seen.buttons if f".{AKIMAT}:" in data))
    for part in ("Иначе.", "Ли Борис", "г. Степногорск, 4", "Акимат г. Кокшетау"):
        assert part in seen.text
    assert "Первое." not in seen.text
    await who.chat.tap("cmp-file-button")
    card = await town.person(CLERK).says("/complaint 1/2026")
    for part in ("Иначе.", "Ли Борис", "г. Степногорск, 4"):
        assert part in card.text
    assert kinds(town) == []


async def test_photos_and_files_reach_the_body(town: Bureau) -> None:
    """An album without a caption is accepted; the registrar can open each file."""
    who, clerk = await town.filed(), town.person(CLERK)
    await begins(town, who)
    who.chat.person.send_photo(photo(), media_group_id="1")
    who.chat.person.send_photo(photo("blue"), media_group_id="1")
    who.chat.person.send_document(pdf())
    await eventually("fetched", lambda: kinds(town) == ["jpeg", "jpeg", "pdf"])
    await who.chat.say(TEXT)
    seen = await who.chat.tap("cmp-done-button")
    assert who.chat.texts.plain("cmp-with-photos", count=3) in seen.text
    await who.chat.tap("cmp-file-button")
    await clerk.says("/complaint 1/2026")
    for at in (1, 2, 3):
        await clerk.taps("hnd-files-button")
        seen = await clerk.taps(clerk.chat.texts.plain("hnd-photo-button", number=str(at)))
        assert "document" in seen.content
        await clerk.taps("hnd-card-button")


async def test_what_is_discarded_is_gone(town: Bureau) -> None:
    """It is confirmed first; then the list no longer has it, and an old button says that things have changed."""
    who = await town.filed()
    await begins(town, who)
    await who.chat.say(TEXT)
    seen = await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-discard-button")
    await who.chat.tap("cmp-erase-button")
    assert town.driven.rows("SELECT id FROM complaints") == []
    await who.chat.press(seen.data(who.chat.texts.plain("cmp-file-button")))
    assert who.chat.texts.plain("stale") in newest(who).text
    assert town.driven.rows("SELECT * FROM registers WHERE book = 'complaints'") == []


def told_of_files(who: Applicant) -> str:
    """Returns the beginning of the message about too many files."""
    return who.chat.texts.plain("limit-file", most=1, again="").splitlines()[0]


async def test_limits_are_told_politely(tmp_path: Path) -> None:
    """One more complaint, or one more file, than is allowed gets a polite answer."""
    async with opened(tmp_path, max_open_complaints=1, max_files_a_day=1) as town:
        who = await town.filed()
        await begins(town, who)
        for _ in range(2):
            who.chat.person.send_photo(photo())
            await town.driven.settle()
        await eventually("fetched", lambda: kinds(town) == ["jpeg"])
        await town.driven.settle()
        assert sum(told_of_files(who) in each for each in texts_of(who)) == 1
        await who.tap("cmp-new-button")
        seen = await who.chat.tap("cmp-kind-result-button")
        assert who.chat.texts.plain("cmp-too-many", most=1) in seen.text


async def test_erasing_files_makes_no_room(tmp_path: Path) -> None:
    """Everything sent today counts, even if erased; tomorrow there is room."""
    async with opened(tmp_path, max_files_a_day=1) as town:
        who = await town.filed()
        await begins(town, who)
        many = told_of_files(who)
        who.chat.person.send_photo(photo())
        await town.driven.settle()
        await who.chat.say(TEXT)
        await who.chat.tap("cmp-drop-button")
        who.chat.person.send_photo(photo())
        await town.driven.settle()
        assert many in newest(who).text
        town.clock.ahead += DAY
        who.chat.person.send_photo(photo())
        await town.driven.settle()
        assert many not in newest(who).text
        assert len(kinds(town)) == 1
