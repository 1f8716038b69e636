"""Kinds of application: what an edition registers, the form each is made on, and the paper it ends with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.standard.cites import Citation


@dataclass(frozen=True, slots=True)
class ResultPaper:
    """What an approved application ends with, such as a certificate.

    Attributes:
        form: The id of its form.
        file_name: What the file's name begins with.
        refused: Its name in the genitive, for a letter of refusal.
        confirmed: The parts that an officer confirms before the number is assigned; others are the applicant's words.
    """

    form: str
    file_name: str
    refused: str
    confirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicationKind:
    """One kind of application.

    Attributes:
        id: What cases and buttons keep.
        form: The id of the form to apply on.
        file_name: What the name of the application's file begins with.
        paper: What it ends with; None where applications are only prepared.
        continues: Kinds of earlier editions of which a further registration is one of this kind.
        further_materials: The rule by which materials that are used later are agreed; None if there is none.
    """

    id: str
    form: str
    file_name: str
    paper: ResultPaper | None
    continues: tuple[str, ...] = ()
    further_materials: Citation | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The ids of its forms: to apply on, and of the paper."""
        return (self.form,) if self.paper is None else (self.form, self.paper.form)

    @property
    def result(self) -> ResultPaper:
        """The paper of a filed application.

        Raises:
            ValueError: it ends with none, as it is only prepared.
        """
        if self.paper is None:
            raise ValueError(f"{self.id} ends with no paper")
        return self.paper
