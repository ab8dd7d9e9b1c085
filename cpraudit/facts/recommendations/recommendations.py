"""The register of recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.agencies.local_names import LocalAgencies
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.recommendations import (
    recommendation_marks,
    recommendation_owners,
    recommendation_places,
    recommendation_text,
)
from cpraudit.facts.recommendations.recommendation_drafts import Draft
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Kind(StrEnum):
    """Strategic or operational."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"


class Level(StrEnum):
    """Local, regional or national."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"


class Layout(StrEnum):
    """How the recommendations stand."""

    SEPARATE = "separate"
    """Numbered, bulleted, or in table rows under a heading of recommendations or actions."""
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation."""

    id: str
    text: str
    span: Span
    owners: tuple[str, ...]
    """Agencies or bodies, collectives included ('all agencies'); not 'practitioners' or 'staff'."""
    collective_only: bool
    """Its only owners are 'all agencies', 'partners', 'agencies'."""
    kind: Kind | None
    level: Level | None
    timing: str | None
    """Its timescale or date, as written."""
    actionable: bool
    """It names an act and a product or verifiable end state."""
    training_only: bool
    outcome: Span | None = None
    """What it is expected to improve, where stated."""
    learning: tuple[str, ...] = ()
    """The learning points it cites."""
    layout: Layout = Layout.SEPARATE
    like: str = ""
    """The number of an earlier one in much the same words; empty where there is none."""


_CITED = compile_pattern(
    r"\b(?:(?:(?:learning )?points?|findings?|(?:learning )?themes?|lessons?|learning)\s+|"
    r"(?:LPs?|(?:KL|[LFT])(?=[ .]?\d[^()\[\]]{0,40}[)\]]))[ .]?)"
    r"(\d{1,2}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2})*)",
    re.IGNORECASE,
)
"""'Learning points 2 and 3', 'LP2', '(F2, F3)'; a bare letter counts only within brackets."""
_TIMED = compile_pattern(
    r"\bimmediate|\bwithin (?:the )?(?:next |first )?(?:\w+ )?(?:weeks?|months?|years?)\b|\b(?:short|medium|long(?:er)?)[- ]term\b",
    re.IGNORECASE,
)
"""A group of recommendations by their time."""
_LABEL_OF_TIME = compile_pattern(
    r"^(?:the )?(?:dates?|time ?(?:scales?|frames?)|deadlines?)\W+(?:is |are )?", re.IGNORECASE
)
"""What a placeholder may be introduced by ('Date to be agreed')."""
_BLANK = " \t\n.,;:?*–—-()[]"
"""What may stand about a placeholder."""
_TICK = compile_pattern(r"[✓✔☑☒√xX●•]|\byes\b", re.IGNORECASE)


def find(review: Review) -> Fact[tuple[Recommendation, ...]]:
    """The recommendations in order, with where they stand; empty where the report makes none.

    Actions under 'Improving systems and practice' count where a report has no other.
    """
    drafts = recommendation_places.drafts(review)
    marked = recommendation_marks.of_all(review) if drafts else ""
    kind = next((kind for kind in Kind if kind.value == marked), None)
    level = next((level for level in Level if level.value == marked), None)
    shared = _Shared(_timing_of_all(review), _owners_of_all(review), kind, level) if drafts else _Shared()
    labels = [draft.label for draft in drafts]
    unique = len(set(labels)) == len(labels)
    found = _likened(
        _weighed(review, draft, draft.label if unique and draft.label else str(number), shared)
        for number, draft in enumerate(drafts, 1)
    )
    spans = tuple(recommendation.span for recommendation in found)
    separate = any(recommendation.layout is Layout.SEPARATE for recommendation in found)
    how = "set apart" if separate else "running prose" if found else ""
    return Fact(found, spans, how, Confidence.HIGH if separate or not found else Confidence.MEDIUM)


_ALIKE = 88
"""Likeness of two recommendations, their words sorted, from which one repeats the other; of 100 (this project's own)."""


def _likened(weighed: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """Each with the earlier one that it repeats in much the same words, if any."""
    from rapidfuzz import fuzz

    found: list[Recommendation] = []
    for one in weighed:
        words = one.text.lower()
        like = next((other.id for other in found if fuzz.token_sort_ratio(words, other.text.lower()) >= _ALIKE), "")
        found.append(replace(one, like=like))
    return tuple(found)


def numbers_in_words(some: Iterable[Recommendation]) -> str:
    """'no. 2', 'nos 2, 4 and 5', as messages name recommendations."""
    ids = [recommendation.id for recommendation in some]
    return f"no. {ids[0]}" if len(ids) == 1 else f"nos {', '.join(ids[:-1])} and {ids[-1]}"


@dataclass(frozen=True, slots=True)
class _Shared:
    """What one sentence says of all the recommendations."""

    timing: str | None = None
    owners: tuple[str, ...] = ()
    kind: Kind | None = None
    level: Level | None = None


def _weighed(review: Review, draft: Draft, label: str, shared: _Shared) -> Recommendation:
    """A recommendation with what its words, its row and its headings say of it."""
    cell = draft.columns.get("owner")
    local = review.local.agencies
    owners = recommendation_owners.in_cell(cell[0], local) if cell else ()
    asked = f"{draft.around.rstrip(_LEADING)} {draft.text}" if _completes(draft) else draft.text
    owners = (
        owners
        or recommendation_owners.in_text(draft.text, draft.around, local)
        or recommendation_owners.in_text(asked, "", local)
        or _owners_of_group(draft, local)
        or shared.owners
    )
    timing = _timing(draft) or shared.timing
    outcome = draft.columns.get("outcome")
    acts = draft.columns["acts"][0] if "acts" in draft.columns else ""
    return Recommendation(
        id=label,
        text=draft.text,
        span=draft.spans[0],
        owners=owners,
        collective_only=recommendation_owners.collective(owners),
        kind=_kind(draft) or shared.kind,
        level=_level(draft) or shared.level,
        timing=timing,
        actionable=any(recommendation_text.actionable(words, dated=timing is not None) for words in (asked, acts)),
        training_only=recommendation_text.training_only(f"{asked} {acts}".strip()),
        outcome=outcome[1] if outcome else _aim(review, draft),
        learning=_learning(draft),
        layout=Layout.SEPARATE if draft.separate else Layout.PROSE,
    )


def _aim(review: Review, draft: Draft) -> Span | None:
    """Where its words say what should improve."""
    for span in draft.spans:
        place = recommendation_text.outcome_in(review.document.quote(span))
        if place is not None:
            return Span(span.block, span.start + place[0], span.start + place[1])
    return None


_LEADING = " :–-"
"""What a lead-in may end in."""


def _completes(draft: Draft) -> bool:
    """Whether it completes its lead-in ('The Health Board should: ...')."""
    return (bool(draft.around) and draft.text[:1].islower()) or draft.around.rstrip(_LEADING).endswith(
        (" should", " must", " to", " will", " that")
    )


def _owners_of_group(draft: Draft, local: LocalAgencies) -> tuple[str, ...]:
    """'For the Health Board' over a group of recommendations; the section's own heading names nobody."""
    return recommendation_owners.in_text_of_group(draft.groups[-1], local) if draft.groups else ()


def _timing(draft: Draft) -> str | None:
    """Its timescale: from its row, its words, or the group it stands in."""
    cell = draft.columns["timing"][0] if "timing" in draft.columns else ""
    if re.search(r"\w{2}", cell) and not _is_unset(cell):
        return cell
    place = recommendation_text.timing_in(draft.text)
    if place is not None:
        return draft.text[slice(*place)]
    return next(
        (group for group in draft.groups if _TIMED.search(group) or recommendation_text.timing_in(group)), None
    )


def _is_unset(cell: str) -> bool:
    """Whether nothing but a placeholder stands where the time would: 'TBC', but not 'TBC, by June'."""
    written = _LABEL_OF_TIME.sub("", cell.strip(_BLANK))
    unset = pattern("roles", "loose.unset").search(written)
    return unset is not None and unset.span() == (0, len(written))


def _owners_of_all(review: Review) -> tuple[str, ...]:
    """The bodies to which one sentence addresses all the recommendations."""
    local = review.local.agencies
    asking = review.prose.sentences_in(SectionKind.RECOMMENDATIONS, SectionKind.IMPROVING)
    return next((owners for sentence in asking if (owners := recommendation_owners.of_all(sentence.text, local))), ())


def _timing_of_all(review: Review) -> str | None:
    """A timescale that one sentence gives to all the recommendations."""
    for sentence, _ in review.prose.search(
        pattern("recommendations", "timing.whole"),
        SectionKind.RECOMMENDATIONS,
        SectionKind.IMPROVING,
        SectionKind.ACTION_PLAN,
    ):
        place = recommendation_text.timing_in(sentence.text)
        if place is not None:
            return sentence.text[slice(*place)]
    return None


def _kind(draft: Draft) -> Kind | None:
    """Strategic or operational: by a ticked column, a column of kinds, or the group."""
    ticked = [kind for kind in Kind if _TICK.search(draft.columns.get(kind.value, ("",))[0])]
    if len(ticked) == 1:
        return ticked[0]
    column = draft.columns.get("kind", ("",))[0]
    for words in (column, recommendation_marks.beside(draft), " ".join(draft.groups)):
        named = [kind for kind in Kind if kind.value in words.lower() or kind.value[0] in _letters(words)]
        if len(named) == 1:
            return named[0]
    return None


def _level(draft: Draft) -> Level | None:
    """Local, regional or national: by a column, a note beside it, or the innermost group that says."""
    beside = (recommendation_marks.beside(draft), recommendation_marks.lead(draft))
    columns = (draft.columns.get(key, ("",))[0] for key in ("level", "kind"))
    for words in (*columns, *beside, *reversed(draft.groups)):
        named = [
            level for level in Level
            if pattern("recommendations", f"groups.{level.value}").search(words) or level.value[0] in _letters(words)
        ]  # fmt: skip
        if len(named) == 1:
            return named[0]
    return None


def _letters(words: str) -> set[str]:
    """Initials that stand for whole words in a cell ('S', 'O, local', 'R/S')."""
    parts = re.split(r"[\s,;/.]+", words.lower())
    return {part for part in parts if len(part) == 1} if len(parts) <= _MOST_INITIALS else set()


_MOST_INITIALS = 4


def _learning(draft: Draft) -> tuple[str, ...]:
    """The learning points that it cites, by number."""
    cited = draft.columns.get("learning", ("",))[0] or " ".join(m.group(1) for m in _CITED.finditer(draft.text))
    return tuple(re.findall(r"\d{1,2}", cited)) or ((cited,) if cited else ())
