"""The services that a child's age, status and circumstances lead one to expect, and whether each has an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cpraudit.document import Span
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Cover(StrEnum):
    """How far a service is covered."""

    TOLD = "told"
    """What it did is told in the account of the case."""
    REASON = "reason"
    """The report says why there is no account of it, or that it had no part."""
    LISTED = "listed"
    """It is named on the panel, in a list or a recommendation only."""
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One service that is expected, and what the report has of it."""

    circumstance: str
    """What leads one to expect it ('a school-age child')."""
    services: tuple[str, ...]
    """Kinds of service, any one of which will do."""
    core: bool
    """Expected of age or status, so that its absence counts."""
    cover: Cover
    because: tuple[Span, ...]
    """What in the report shows the circumstance."""
    spans: tuple[Span, ...]
    """Where the service is told, excused or listed."""


def find(review: Review) -> tuple[Expectation, ...]:
    """Each expected service once, in the order of the list; age is the index children's at the event."""
    found: dict[tuple[str, ...], Expectation] = {}
    for row in load("circumstances")["circumstance"]:
        shown = _shown(review, row)
        if shown is None:
            continue
        for services in row["expects"]:
            key = tuple(services)
            if key not in found or (row["core"] and not found[key].core):
                cover, spans = _cover(review, key)
                found[key] = Expectation(row["name"], key, row["core"], cover, shown, spans)
    return tuple(found.values())


def _shown(review: Review, row: dict[str, Any]) -> tuple[Span, ...] | None:
    """Where a circumstance is shown; None where it is not."""
    held = [stated.span for stated in review.legal_status.stated if stated.held and stated.status == row.get("status")]
    if "shows" in row:
        return tuple(held[:2]) or _told_of(review, row)
    ages = [child.age for child in review.children.index if child.age is not None]
    if row.get("ageless"):
        return () if not ages else None
    if "months" not in row:
        return ()
    first, end = row["months"]
    stages = any_of(row["stages"]) if row["stages"] else None
    for age in ages:
        months = age.value.months
        by_stage = months is None and stages is not None and stages.search(age.value.text)
        if by_stage or (months is not None and first <= months < end):
            return age.spans
    return None


def _told_of(review: Review, row: dict[str, Any]) -> tuple[Span, ...] | None:
    shows = compile_pattern(rf"\b(?:{'|'.join(row['shows'])})", re.IGNORECASE)
    denies = compile_pattern(rf"\b(?:{'|'.join(row['denies'])})", re.IGNORECASE) if row["denies"] else None
    spans = [
        sentence.span
        for sentence in review.prose.sentences
        if places.tells_case(review.outline, sentence.block)
        and shows.search(sentence.text)
        and not (denies and denies.search(sentence.text))
    ]
    return tuple(spans[:2]) if len(spans) >= row["times"] else None


def _cover(review: Review, services: tuple[str, ...]) -> tuple[Cover, tuple[Span, ...]]:
    named = [m for m in review.agencies.mentions if m.service in services]
    told = list(_with(review, (m.span for m in review.agencies.told if m.service in services), "words.acts"))
    if told:
        return Cover.TOLD, tuple(told[:2])
    outside = [m.span for m in named if places.tells_review(review.outline, m.span.block)]
    reasons = list(_with(review, outside, "words.reasons"))
    if reasons:
        return Cover.REASON, tuple(reasons[:1])
    listed = [span for span in review.panel.spans if any(m.service in services for m in review.agencies.within(span))]
    if listed or named or any(kind in services for kind in review.panel.services):
        return Cover.LISTED, tuple([*listed, *(m.span for m in named)][:2])
    return Cover.ABSENT, ()


def _with(review: Review, spans: Iterable[Span], words: str) -> Iterator[Span]:
    wanted = pattern("circumstances", words)
    for span in spans:
        sentence = review.prose.sentence_at(span)
        if sentence is not None and wanted.search(sentence.text):
            yield sentence.span
