"""Whatever people do, an answer is only ever what was sent while its question stood on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.conversations.campaign import PEOPLE, Verdict, run
from benchmarks.conversations.reading import place_of, question_on
from benchmarks.conversations.report import Tally, story
from benchmarks.conversations.wire import Shown

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

GROUPS = 8
KEPT = Path(__file__).with_name("seeds.txt")  # each has once found a fault


def faultless(verdicts: list[Verdict]) -> None:
    tally = Tally()
    tally.add(len(verdicts), failing := [each for each in verdicts if each.faults])
    if failing:
        pytest.fail(f"{tally}\n\n{story(failing[0])}", pytrace=False)


@pytest.mark.parametrize("group", range(GROUPS))
async def test_an_answer_is_what_was_sent_while_its_question_stood_on_the_screen(group: int) -> None:
    """250 people at once: commands, old buttons, towns, pins, edits, pastes, albums, languages, outages and kills."""
    verdicts = await run(range(group * PEOPLE, (group + 1) * PEOPLE))
    faultless(verdicts)
    shown = [each for verdict in verdicts for each in verdict.played.log if isinstance(each, Shown)]
    asking = [each for each in shown if place_of(each.text)]
    assert len(asking) > PEOPLE
    assert all(question_on(each.text) for each in asking)
    assert sum(len(each.values) for verdict in verdicts for each in verdict.played.kept) > PEOPLE


async def test_conversations_that_found_a_fault_once_find_none() -> None:
    """Those whose seeds were kept."""
    seeds = [int(line.partition("#")[0]) for line in KEPT.read_text("utf-8").splitlines() if line.strip()]
    assert seeds
    faultless(await run(seeds))


async def test_a_seed_gives_the_same_conversation_alone_and_in_company() -> None:
    """So that what a campaign finds can be found again."""
    alone, (beside, *_) = await run([7]), await run(range(7, 12))
    assert [type(each) for each in alone[0].played.log] == [type(each) for each in beside.played.log]
    assert alone[0].played.kept == beside.played.kept
