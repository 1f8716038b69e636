"""What officers tick or write before an act: it is theirs alone until the act is done, and disturbs nobody's screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Draft:
    """What one officer has entered, and the version of the record that their last entry made."""

    lines: Mapping[str, str]
    version: int


@dataclass(frozen=True, slots=True)
class Drafts:
    """What each officer has entered.

    The versions from `since` to `to` differ in nothing else. `office` is set while one officer's lines are looked at.
    """

    by: Mapping[int, Draft] = field(default_factory=dict)
    since: int = 0
    to: int = 0
    office: Mapping[str, str] = field(default_factory=dict, compare=False)

    def lines(self, officer: int | None) -> Mapping[str, str]:
        """What this officer has entered."""
        return self._of(officer).lines

    def enter(self, officer: int, values: Mapping[str, str]) -> Drafts:
        """Returns them after an officer entered these lines; an empty one is removed, an older common one too."""
        before = self._of(officer)
        kept = replace(before, lines=_merged(before.lines, values))
        office = {key: text for key, text in self.office.items() if values.get(key, text)}
        return replace(self, by={**self.by, officer: kept}, office=office)

    def marked(self, officer: int, version: int) -> Drafts:
        """Returns them after the change that makes this version, in which nothing but an officer's lines changed."""
        since = self.since if self.to == version - 1 else version - 1
        by = {**self.by, officer: Draft(self.lines(officer), version)}
        return replace(self, by=by, since=since, to=version)

    def without(self, officer: int, version: int) -> Drafts:
        """Returns them after the change that makes this version, and takes out what an officer has entered.

        Screens that show it are outdated; those of colleagues are not.
        """
        emptied = replace(self, by={**self.by, officer: Draft({}, self._of(officer).version)})
        return emptied.marked(officer, version)

    def is_same(self, version: int, latest: int, officer: int | None) -> bool:
        """Whether the record looks to this officer at `version` as it does at `latest`."""
        unchanged_since = max(self.since, self._of(officer).version)
        return version == latest or (latest == self.to and unchanged_since <= version <= latest)

    def _of(self, officer: int | None) -> Draft:
        return Draft({}, 0) if officer is None else self.by.get(officer, Draft({}, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRecord:
    """A record for which officers prepare acts.

    `prepared` belongs to the office, as does what was stored before lines had an owner; while `viewer` looks at the
    record, it holds their lines, too.
    """

    prepared: Mapping[str, str] = field(default_factory=dict)
    viewer: int | None = field(default=None, compare=False)
    drafts: Drafts = field(default_factory=Drafts)

    def seen_by(self, officer: int | None) -> Self:
        """Returns the record with what this officer has prepared; None: with what belongs to the office."""
        office = self.prepared if self.viewer is None else self.drafts.office
        prepared = {**office, **self.drafts.lines(officer)}
        kept = replace(self.drafts, office={} if officer is None else office)
        return replace(self, viewer=officer, prepared=prepared, drafts=kept)

    def preparing(self, **values: str) -> Self:
        """Returns the record with these prepared lines of the viewer; an empty value removes its key."""
        drafts = self.drafts if self.viewer is None else self.drafts.enter(self.viewer, values)
        return replace(self, prepared=_merged(self.prepared, values), drafts=drafts)

    def preparing_for_all(self, **values: str) -> Self:
        """Returns the record with these lines of the office."""
        return self.seen_by(None).preparing(**values).seen_by(self.viewer)

    def with_nothing_prepared(self) -> Self:
        """Returns the record after an act that leaves nothing to do with anybody's lines."""
        return replace(self, prepared={}, drafts=Drafts())


def _merged(lines: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in {**lines, **values}.items() if text}
