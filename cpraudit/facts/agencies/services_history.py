"""How children's services had known the child or the family before the event, in the national review's categories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.case.identity import ReviewType
from cpraudit.facts.children import legal_status
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

CHILDRENS_SERVICES = "children's services"
"""The gazetteer's kind of service."""


class History(StrEnum):
    """The closest that the child came to children's services before the event (Table 5 of the 2023 review)."""

    EXCLUDED = "excluded"
    """A historical review: not counted."""
    ADOPTED = "adopted"
    LOOKED_AFTER = "looked-after"
    REGISTER = "register"
    SUPPORTED = "supported"
    """Assessed or supported, neither registered nor looked after (a category of this project's: the 2023 table has none)."""
    BELOW_THRESHOLD = "referred-below-threshold"
    """Referred, and nothing beyond that is told."""
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class ServicesHistory:
    """The category, and the passage that it rests on."""

    history: History
    span: Span | None


def find(review: Review) -> ServicesHistory:
    """The first category, from adoption down, that the account tells of."""
    kind = review.identity.type
    if kind is not None and kind.value is ReviewType.HISTORICAL:
        return ServicesHistory(History.EXCLUDED, None)
    held = {stated.status: stated.span for stated in reversed(review.legal_status.stated) if stated.held}
    adopted = _told(review, "adopted")
    for history, span in (
        (History.ADOPTED, adopted),
        (History.LOOKED_AFTER, held.get(legal_status.Status.LOOKED_AFTER)),
        (History.REGISTER, held.get(legal_status.Status.REGISTER)),
        (History.SUPPORTED, _told(review, "supported", with_services=True)),
        (History.BELOW_THRESHOLD, _told(review, "below_threshold", with_services=True)),
    ):
        if span is not None:
            return ServicesHistory(history, span)
    if _told(review, "unknown_to") is None and (span := _told(review, "referred", with_services=True)):
        return ServicesHistory(History.BELOW_THRESHOLD, span)
    return ServicesHistory(History.NOT_KNOWN, None)


def _told(review: Review, words: str, *, with_services: bool = False) -> Span | None:
    """The first sentence of the account with such words, and, where asked, with children's services in it."""
    for sentence, _ in review.prose.search(pattern("services_history", words)):
        if places.tells_case(review.outline, sentence.block) and (
            not with_services
            or any(mention.service == CHILDRENS_SERVICES for mention in review.agencies.within(sentence.span))
        ):
            return sentence.span
    return None
