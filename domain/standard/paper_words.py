"""What papers say in words of the edition's own: how they call the act, and what its law says to whom is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Words in Russian, as papers are; what the edition does not say of itself is the program's own wording.

    Attributes:
        act: Follows a citation: `пункт 16 стандарта`; may be empty.
        heading: Stands between the number of an appendix and the title of the service; may be empty.
        heading_of_point: The same after a point, where that asks for a form.
        refused: What cannot be done, with places for `title` and `act` of the edition.
        shortfalls: Stands above the documents in which the package falls short.
        missing: The same in letters that give one reason for all.
        ground: Stands above a ground on substance.
        lacks: Stands above the documents for whose lack a package is not accepted.
        complain: To whom to complain of the refusal, with places for the citations `result` and `form`.
        court: That one may go to court, with a place for its citation.
        service: Names the service in a complaint, with a place for the `title`.
        of_result, of_service: What a complaint is about.
        unfiled_copy: The copy to enclose where no application was registered.
        table: The title of the table of indicators.
        columns: The heads of its columns.
    """

    act: str
    heading: str
    heading_of_point: str
    refused: str
    shortfalls: str
    missing: str
    ground: str
    lacks: str
    complain: str
    court: str
    service: str
    of_result: str
    of_service: str
    unfiled_copy: str
    table: str
    columns: tuple[str, str, str, str]

    def after(self, citation: str) -> str:
        """A citation with the name of the act, if papers say it."""
        return f"{citation} {self.act}" if self.act else citation
