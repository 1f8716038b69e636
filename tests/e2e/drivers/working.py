"""The staff of an office and applicants, each in their own chat with the real bot."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn

from tests.e2e.drivers.chatting import Chatting, Seen, last, shown

NUMBER = re.compile(r"\d+-\d+/\d{4}-\d+")  # an incoming number
LOOKS = ("answers", "copies", "papers", "history", "clocks", "print", "queue")


@dataclass
class Applicant:
    """A person whose complete application can be filed with one tap."""

    chat: Chatting
    case_id: str
    number: str = ""

    async def file(self) -> Seen:
        await self.chat.say("/start")
        seen = await self.chat.press(f"app:file:{self.case_id}.:0")
        if self.chat.word("offer-stay-button") in seen.labels:  # another edition counts by now
            await self.chat.tap("offer-stay-button")
            seen = await self.chat.press(f"app:file:{self.case_id}.:1")
        self.number = NUMBER.findall(seen.text)[0]
        return seen

    async def opens(self) -> Seen:
        """Opens their own case as a new message."""
        await self.chat.say("/my")
        return await self.chat.press(f"app:open:{self.case_id}:")

    async def tap(self, label: str) -> Seen:
        """Opens their own case and taps one of its buttons."""
        await self.opens()
        return await self.chat.tap(label)

    def told(self) -> list[str]:
        """Returns what the messages say; the PDF that comes with a paper says nothing."""
        return [each.text for each in self.chat.seen() if each.text]


@dataclass
class AtWork:
    """A member of an office's staff."""

    chat: Chatting

    async def opens(self, applicant: Applicant) -> Seen:
        """Opens the card of a case by its number."""
        return await self.chat.say(f"/case {applicant.number}")

    async def does(self, applicant: Applicant, *labels: str) -> Seen:
        """Opens the card and taps these buttons one after another."""
        seen = await self.opens(applicant)
        for label in labels:
            seen = await self.chat.tap(label)
        return seen

    async def says(self, text: str) -> Seen:
        return await self.chat.say(text)

    async def taps(self, label: str) -> Seen:
        return await self.chat.tap(label)

    async def presses(self, data: str) -> Seen:
        """Sends callback data, as anybody can who knows how buttons are made."""
        return await self.chat.press(data)

    async def ticks(self, *items: str) -> Seen:
        """Ticks these items of the checklist on the open page."""
        seen = newest(self)
        for item in items:
            seen = await self.taps(self.word("work-unticked", item=self.word(f"item-{item}-button")))
        return seen

    async def receives(self, applicant: Applicant, *items: str) -> Seen:
        """Records these items as handed over, or all that are missing, after a look at what comes of it."""
        await self.does(applicant, "work-receive-button")
        await self.ticks(*items)
        await self.taps("work-received-button" if items else "work-receive-all-button")
        return await self.taps("work-recorded-button")

    async def stops_the_term(self, applicant: Applicant) -> Seen:
        """Stops it for the only reason there is."""
        return await self.does(applicant, "work-pause-button", "work-paused-button")

    async def lets_the_term_go_on(self, applicant: Applicant) -> Seen:
        return await self.does(applicant, "work-resume-button", "work-resumed-button")

    async def approves(self, applicant: Applicant, **corrections: str) -> Seen:
        """Decides in the applicant's favour, after correcting these lines of the certificate."""
        await self.does(applicant, "work-approve-button")
        for line, text in corrections.items():
            await self.taps(f"work-mend-{line}-button")
            await self.says(text)
        return await self.taps("work-approved-button")

    async def makes_ready(self, applicant: Applicant) -> Seen:
        return await self.does(applicant, "work-ready-button", "work-made-ready-button")

    async def issues(self, applicant: Applicant, document: str) -> Seen:
        """Hands the document over to the applicant, who shows this proof of identity."""
        await self.does(applicant, "work-issue-button", "work-collector-self-button")
        await self.says(document)
        return await self.taps("work-issued-button")

    async def issues_to_representative(self, applicant: Applicant, name: str, document: str, power: str) -> Seen:
        """Hands it over to a representative with this power of attorney."""
        await self.does(applicant, "work-issue-button", "work-collector-other-button")
        for line in (name, document, power):
            await self.says(line)
        return await self.taps("work-issued-button")

    async def refuses(self, applicant: Applicant, item: str, words: str, defect: str = "expired") -> Seen:
        """Names the item as missing, or as received with this defect, and explains it."""
        seen, name = await self.does(applicant, "work-refuse-button"), self.word(f"item-{item}-button")
        missing = self.word("work-unticked", item=name)
        if missing in seen.labels:
            await self.taps(missing)
        else:
            await self.taps(self.word("work-received-mark", item=name))
            await self.taps(f"defect-{defect}-button")
        await self.explains(item, words)
        return await self.taps("work-refused-button")

    async def refuses_on_substance(self, applicant: Applicant, ground: str, words: str) -> Seen:
        """Names a ground that asks for an explanation, and gives it."""
        await self.does(applicant, "work-refuse-on-substance-button")
        await self.taps(self.word("work-unticked", item=self.word(f"ground-{ground}-button")))
        await self.says(words)
        return await self.taps("work-refused-button")

    async def explains(self, item: str, words: str) -> Seen:
        """Explains an item that is named on the page of a refusal; some defects ask for words by themselves."""
        button = self.word("work-refuse-words-button", item=self.word(f"item-{item}-button"))
        if button in newest(self).labels:
            await self.taps(button)
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
        """Returns the buttons of a card that can only be looked at."""
        return {self.word(f"work-{each}-button") for each in LOOKS}

    def word(self, text_id: str, **values: str) -> str:
        return self.chat.texts.plain(text_id, **values)


def files_of(chat: Chatting) -> dict[str, bytes]:
    """Returns the files in a chat by name; of those with the same name, the newest."""
    files = [each.content["document"] for each in chat.seen() if "document" in each.content]
    return {each["file_name"]: chat.driven.world.files.by_id[each["file_id"]].upload.data for each in files}


def words_of(chat: Chatting, name: str) -> str:
    """Returns the text of the newest DOCX whose name starts like this."""
    found = [content for file, content in files_of(chat).items() if file.startswith(name) and file.endswith(".docx")]
    paragraphs = Document(io.BytesIO(found[-1])).element.body.iter(qn("w:p"))
    return "\n".join("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in paragraphs)


def texts_of(person: AtWork | Applicant) -> list[str]:
    """Returns what the messages say; the PDF that comes with a paper says nothing."""
    return [each.text for each in shown(person.chat.person) if each.text]


def newest(person: AtWork | Applicant) -> Seen:
    return last(person.chat.person)
