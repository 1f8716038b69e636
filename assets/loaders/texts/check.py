"""Texts of an edition: all that it needs, alike in every language, and none that nobody draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.loaders import edition_files as files
from assets.loaders.templates import MESSAGE, load_messages
from assets.loaders.texts.grammar import find_fault, find_unknown_citations, find_variables
from assets.loaders.texts.needed import needed_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.files import FolderReader, TextFile
    from domain.languages import Language


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in a file."""

    file: str
    id: str
    source: str


class TextsCheck:
    """Checks the texts of one edition; what is wrong is noted with the faults of its reader.

    A text that the program has, too, may stand in its place, with no other variables.
    """

    def __init__(self, edition: EditionFiles, reader: FolderReader) -> None:
        self._faults = reader.faults
        self._unread = reader.unread | reader.lacking
        self._needed = needed_texts(edition)
        self._found = {language: self._read(texts) for language, texts in edition.texts.items()}
        self._whole = {language: self._is_whole(language) for language in self._found}

    def run(self) -> None:
        """Checks everything."""
        for language, messages in self._found.items():
            for each in messages.values():
                self._check(each, language)
        self._check_alike()
        self._check_needed()

    def _is_whole(self, language: Language) -> bool:
        """Whether all files of a language were read, so that a text that is not in them is missing."""
        folder = files.texts_folder(language)
        if any(each.startswith(f"{folder}/") for each in self._unread):
            return False
        if not self._found[language]:
            self._faults.add(folder, "", "", "no-file")
        return bool(self._found[language])

    def _read(self, texts: Iterable[TextFile]) -> dict[str, Message]:
        found: dict[str, Message] = {}
        for text in texts:
            before, *sources = MESSAGE.split(text.content)
            if said := find_fault(before):
                self._faults.add(text.file, "", "", "unreadable", said=said)
            for source in sources:
                message = Message(text.file, source.partition(" =")[0], source)
                if message.id in found:
                    self._add(message, "twice", value=message.id)
                found[message.id] = message
        return found

    def _check(self, message: Message, language: Language) -> None:
        """Checks that the program draws a message, and can."""
        if said := find_fault(message.source):
            self._add(message, "unreadable", said=said)
            return
        for unknown in find_unknown_citations(message.source, language):
            self._add(message, "unknown", value=unknown, file=files.CITES)
        given = self._given(message.id, language)
        for name in sorted(find_variables(message.source) - given) if given is not None else ():
            self._add(message, "unknown-variable", value=name)
        if given is None and not self._unread & {
            files.CHECKLISTS,
            files.DEFECTS,
            files.KINDS,
        }:  # they would say that it is needed
            self._add(message, "stray-text")

    def _given(self, name: str, language: Language) -> frozenset[str] | None:
        """The variables that the program gives to a text; None if it shows no such text."""
        if name in self._needed.given:
            return self._needed.given[name]
        program = load_messages(language)
        return find_variables(program[name]) if name in program else None

    def _check_alike(self) -> None:
        """Checks that each language has the texts that another has, with the same variables."""
        first, *others = self._found
        for language in others:
            here, there = self._found[language], self._found[first]
            for name in sorted(here.keys() & there.keys()):
                expected = find_variables(there[name].source)
                if find_variables(here[name].source) != expected:
                    told = ", ".join(sorted(expected)) or "—"
                    self._add(here[name], "other-variables", language=first, value=told)
        free = {name: each for messages in self._found.values() for name, each in messages.items()}
        for name in sorted(free.keys() - self._needed.ids):
            for language in self._found if self._given(name, first) is not None else ():
                self._check_there((name,), language, free[name].file, name)

    def _check_needed(self) -> None:
        """Checks that every text that a row needs is there; missing ones are told at the row."""
        for entry, ids in self._needed.needing:
            for language in self._found:
                if entry is None:
                    self._check_there(ids, language, files.texts_folder(language))
                elif entry.row is not None:
                    self._check_there(ids, language, entry.file, entry.name, "id")

    def _check_there(self, ids: Iterable[str], language: Language, file: str, row: str = "", field: str = "") -> None:
        missing = [each for each in ids if each not in self._found[language]]
        if missing and self._whole[language]:
            self._faults.add(file, row, field, "no-text", language=language, value=", ".join(missing))

    def _add(self, message: Message, reason: str, **details: object) -> None:
        self._faults.add(message.file, message.id, "", reason, **details)
