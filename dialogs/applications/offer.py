"""Asks once whether a draft moves to the current edition: what would change, what is asked again, what is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, later_button
from dialogs.difference import common_rows, document_name, kind_rows, question_name, subject_rows, unit_rows
from dialogs.ui.dates import full_date
from dialogs.ui.length import fitting
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import Html, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.ui.law import Law
    from services.applications.offers import Offer

ROOM = 2200  # units of what changes, beside the other lists
LISTED = 500  # units of each of these


def offer_screen(offer: Offer, before: Law, after: Law) -> Screen:
    """Both ways, or only staying where the current edition has no such application."""
    texts, argument = after.texts, after.standard.status.id
    stay = application_button(offer.case, texts, "offer-stay-button", "stay", argument)
    if offer.moved is None:
        return Screen(paragraphs(_title(before, after), texts("offer-no-kind")), column(stay, later_button(texts)))
    move = application_button(offer.case, texts, "offer-move-button", "move", argument)
    again = [question_name(each, texts) for each in offer.moved.asked_again]
    known = {each.id for each in before.standard.checklists[offer.case.subject]}
    renamed = [
        texts("offer-copies", was=document_name(was, before.texts), now=document_name(now, texts))
        for was, now in offer.renamed.items()
    ]
    erased = [document_name(each, before.texts) for each in offer.erased if each in known]
    text = paragraphs(
        _title(before, after),
        _changes(offer, before, after),
        texts("offer-kept"),
        texts("offer-again", items=_listed(again)) if again else None,
        texts("offer-renamed", items=_listed(renamed)) if renamed else None,
        texts("offer-erased", items=_listed(erased)) if erased else None,
    )
    return Screen(text, column(move, stay, later_button(texts)))


def _title(before: Law, after: Law) -> Html:
    texts, both = after.texts, (before.standard.status, after.standard.status)
    was, now = (texts("offer-edition", number=each.number, date=full_date(each.adopted, texts)) for each in both)
    return texts("offer-title", was=was, now=now)


def _changes(offer: Offer, before: Law, after: Law) -> Html:
    """For this kind of application and this office, not for others."""
    found = offer.difference
    own = [each for each in found.units if each.was and each.was.id == offer.case.office]
    rows = [
        *subject_rows([each for each in found.subjects if each.was == offer.case.subject], before, after),
        *kind_rows(found.kinds[offer.case.subject], before, after),
        *common_rows(found, before, after),
        *unit_rows(own, before, after),
    ]
    if not rows:
        return after.texts("offer-same")
    return lines(after.texts("offer-changes"), *fitting(rows, ROOM))


def _listed(names: Iterable[Html]) -> Html:
    return Html(", ".join(fitting(names, LISTED)))
