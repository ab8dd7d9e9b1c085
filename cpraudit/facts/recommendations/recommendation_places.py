"""Where recommendations stand: under their heading, among the actions for improvement, in a plan, or anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind
from cpraudit.facts.recommendations import recommendation_elsewhere
from cpraudit.facts.recommendations.recommendation_drafts import Draft
from cpraudit.facts.recommendations.recommendation_tables import of_table
from cpraudit.facts.recommendations.recommendation_walk import Walk
from cpraudit.facts.text.lexicon import pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

K = SectionKind
_FOREIGN = (K.TERMS, K.STATEMENT, K.CHRONOLOGY, K.WELSH_GOVERNMENT, K.REFERENCES, K.GLOSSARY, K.CONTENTS, K.PROCESS)
"""What may stand under the heading of recommendations, where the headings of a report have no ranks, and is none."""

_FEWEST_SHORTENED = 6
"""Words from which a recommendation may be a shorter form of another one."""


def drafts(review: Review) -> tuple[Draft, ...]:
    """The recommendations where they stand.

    Under their heading, else as actions for improvement, else in an action plan, else under a heading that asks
    for something, else wherever they are labelled, led in, or voiced.
    """
    placed = [found for kind in (K.RECOMMENDATIONS, K.IMPROVING) if (found := _in_sections(review, kind))]
    apart = next((found for found in placed if any(draft.separate for draft in found)), None)
    if found := apart or next(iter(placed), ()):
        plan = _planned(review)
        return tuple(_as_planned(draft, plan) for draft in found)
    return (
        _planned(review)
        or _distinct([recommendation_elsewhere.labelled(review)])
        or _unplaced(review)
        or _in_sections(review, K.RECOMMENDATIONS, questions=True)
    )


def _in_sections(review: Review, kind: SectionKind, *, questions: bool = False) -> tuple[Draft, ...]:
    """Those under the headings of a kind; in a summary only where there are no others."""
    sections = review.outline.of_kind(kind)
    main = [s for s in sections if not review.outline.within(s.first - 1, K.SUMMARY)]
    return next(
        (
            found
            for some in (main, sections)
            if (found := _distinct(_in_stretch(review, s.first, s.end, kind, questions=questions) for s in some))
        ),
        (),
    )


def _planned(review: Review) -> tuple[Draft, ...]:
    """What stands apart in an action plan."""
    plans = review.outline.of_kind(K.ACTION_PLAN)
    planned = _distinct(_in_stretch(review, s.first, s.end, s.kind) for s in plans)
    return tuple(draft for draft in planned if draft.separate)


def _as_planned(draft: Draft, plan: tuple[Draft, ...]) -> Draft:
    """A recommendation with the lead and the date that the row of an action plan gives it."""
    row = next((row for row in plan if row.columns and _same(draft, row)), None)
    return draft if row is None else replace(draft, columns={**row.columns, **draft.columns})


def _unplaced(review: Review) -> tuple[Draft, ...]:
    """Those of a report with neither a section nor a label for them."""
    asking = pattern("recommendations", "places.headings")
    stretches = [
        _in_stretch(review, section.first, section.end, K.IMPROVING)
        for section in review.outline.of_kind(K.OTHER, K.LEARNING, K.CONCLUSION)
        if asking.fullmatch(re.sub(r"^[\d.]+\s+", "", section.title).strip(" :."))
    ]
    found = (
        _distinct(stretches)
        or _distinct([recommendation_elsewhere.tabled(review)])
        or _distinct([recommendation_elsewhere.led(review)])
    )
    return (
        found
        or _distinct([recommendation_elsewhere.voiced(review)])
        or _distinct([recommendation_elsewhere.set_apart(review)])
    )


def _distinct(stretches: Iterable[list[Draft]]) -> tuple[Draft, ...]:
    """Each once: a summary, or a plan, may give them again in much the same words."""
    found: list[Draft] = []
    for stretch in stretches:
        before = len(found)
        for draft in stretch:
            again = next((at for at, other in enumerate(found[:before]) if _same(other, draft)), None)
            if again is None:
                found.append(draft)
            elif len(draft.text) > len(found[again].text):
                found[again] = draft
    return tuple(found)


def _same(one: Draft, other: Draft) -> bool:
    from rapidfuzz import fuzz

    texts = one.text.lower(), other.text.lower()
    same_number = bool(one.label) and one.label == other.label
    if fuzz.ratio(*texts) >= (75 if same_number else 93):
        return True
    shortened = min(len(text.split()) for text in texts) >= _FEWEST_SHORTENED
    return shortened and fuzz.token_set_ratio(*texts) >= 95


def _in_stretch(review: Review, first: int, end: int, kind: SectionKind, *, questions: bool = False) -> list[Draft]:
    """The recommendations in a run of blocks."""
    walk = Walk(review, kind, questions=questions)
    tables: dict[int, list[Draft] | None] = {}
    for block in review.document.blocks[first:end]:
        if review.outline.kind(block.index) in _FOREIGN:
            continue
        if block.cell is not None:
            index = block.cell.table
            if index not in tables:
                tables[index] = of_table(review, review.document.tables[index], placed=True)
                walk.found += tables[index] or []
            if tables[index] is not None:
                continue
        walk.read(block)
    return walk.settled()
