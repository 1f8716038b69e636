"""People of an office and applicants, each in their own chat with the real bot: their steps in words."""

from __future__ import annotations

import io
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn

from tests.e2e.drivers.chatting import Chatting, Seen, last, shown

LOOKS = ("answers", "copies", "papers", "history", "clocks", "queue")


@dataclass
class Applicant:
    """Somebody whose whole application waits to be filed with one tap."""

    chat: Chatting
    case_id: str
    number: str = ""

    async def file(self) -> Seen:
        await self.chat.say("/start")
        seen = await self.chat.press(f"app:file:{self.case_id}.:0")
        self.number = next(each for each in seen.text.split() if each.startswith("2-3/")).strip("№.")
        return seen

    async def opens(self) -> Seen:
        """The own case, as a new message."""
        await self.chat.say("/my")
        return await self.chat.press(f"app:open:{self.case_id}:")

    async def tap(self, label: str) -> Seen:
        """Open the own case, and tap one of its buttons."""
        await self.opens()
        return await self.chat.tap(label)

    def told(self) -> list[str]:
        return [each.text for each in self.chat.seen()]


@dataclass
class AtWork:
    """Somebody of an office."""

    chat: Chatting

    async def opens(self, applicant: Applicant) -> Seen:
        """The card of a case, by its number."""
        return await self.chat.say(f"/case {applicant.number}")

    async def does(self, applicant: Applicant, *labels: str) -> Seen:
        """Open the card and tap these buttons, one after another."""
        seen = await self.opens(applicant)
        for label in labels:
            seen = await self.chat.tap(label)
        return seen

    async def says(self, text: str) -> Seen:
        return await self.chat.say(text)

    async def taps(self, label: str) -> Seen:
        return await self.chat.tap(label)

    async def presses(self, data: str) -> Seen:
        """What anybody can send who knows how buttons are made."""
        return await self.chat.press(data)

    async def ticks(self, *items: str) -> Seen:
        """Tick these items of the checklist on the page that is open."""
        seen = newest(self)
        for item in items:
            seen = await self.taps(self.word("work-unticked", item=self.word(f"item-{item}-button")))
        return seen

    async def receives(self, applicant: Applicant, *items: str) -> Seen:
        """Record what was handed over: these items, or with none named all that is left."""
        await self.does(applicant, "work-receive-button")
        await self.ticks(*items)
        return await self.taps("work-received-button" if items else "work-receive-all-button")

    async def approves(self, applicant: Applicant, **corrections: str) -> Seen:
        """Decide for the applicant, with these lines of the certificate put right before."""
        await self.does(applicant, "work-approve-button")
        for line, text in corrections.items():
            await self.taps(f"work-mend-{line.replace('_', '-')}-button")
            await self.says(text)
        return await self.taps("work-approved-button")

    async def makes_ready(self, applicant: Applicant) -> Seen:
        return await self.does(applicant, "work-ready-button", "work-made-ready-button")

    async def issues(self, applicant: Applicant, document: str) -> Seen:
        """Hand it over to the applicant, who shows this document."""
        await self.does(applicant, "work-issue-button", "work-collector-self-button")
        await self.says(document)
        return await self.taps("work-issued-button")

    async def issues_to_representative(self, applicant: Applicant, name: str, document: str, power: str) -> Seen:
        """Hand it over to somebody with this power of attorney."""
        await self.does(applicant, "work-issue-button", "work-collector-other-button")
        for line in (name, document, power):
            await self.says(line)
        return await self.taps("work-issued-button")

    async def refuses(self, applicant: Applicant, item: str, words: str, defect: str = "expired") -> Seen:
        """Name the item as missing, or as received with this defect; then the words about it."""
        seen, name = await self.does(applicant, "work-refuse-button"), self.word(f"item-{item}-button")
        missing = self.word("work-unticked", item=name)
        if missing in seen.labels:
            await self.taps(missing)
        else:
            await self.taps(self.word("work-received-mark", item=name))
            await self.taps(f"defect-{defect}-button")
        await self.explains(item, words)
        return await self.taps("work-refused-button")

    async def explains(self, item: str, words: str) -> Seen:
        """Words about an item that is named on the page of a refusal."""
        await self.taps(self.word("work-refuse-words-button", item=self.word(f"item-{item}-button")))
        return await self.says(words)

    async def asks_for(self, applicant: Applicant, item: str, note: str) -> Seen:
        await self.does(applicant, "work-need-button")
        await self.ticks(item)
        await self.taps("work-need-note-button")
        await self.says(note)
        return await self.taps("work-needed-button")

    def told(self) -> list[str]:
        return texts_of(self)

    def looks(self) -> set[str]:
        """The buttons of a card on which nothing can be done but look."""
        return {self.word(f"work-{each}-button") for each in LOOKS}

    def word(self, text_id: str, **values: str) -> str:
        return self.chat.texts.plain(text_id, **values)


def files_of(chat: Chatting) -> dict[str, bytes]:
    """The files in a chat; of those with the same name the newest."""
    files = [each.content["document"] for each in chat.seen() if "document" in each.content]
    return {each["file_name"]: chat.driven.world.files.by_id[each["file_id"]].upload.data for each in files}


def words_of(chat: Chatting, name: str) -> str:
    """The words of the newest DOCX whose name begins so."""
    found = [content for file, content in files_of(chat).items() if file.startswith(name)]
    paragraphs = Document(io.BytesIO(found[-1])).element.body.iter(qn("w:p"))
    return "\n".join("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in paragraphs)


def texts_of(person: AtWork | Applicant) -> list[str]:
    return [each.text for each in shown(person.chat.person)]


def newest(person: AtWork | Applicant) -> Seen:
    return last(person.chat.person)
