"""Who sat on the review panel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.agencies.gazetteer import listed_words
from cpraudit.facts.people import posts
from cpraudit.facts.text import listing, places
from cpraudit.facts.text.lexicon import any_of, load
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NEVER_MEMBERS = frozenset({"inspectorate", "professional body", "coroner", "prosecution", "police complaints"})
_CHAIR_CLAUSE = compile_pattern(r"\bchaired by\b[^.;]*", re.IGNORECASE)
_UNTICKED = compile_pattern(r"☐[^☐☒☑✓✔]*")
"""What a tick-box that is left empty stands before."""
_MEMBER = compile_pattern(r"[(\[–—-]\s*(?:on (?:the )?)?panel(?: member| representative)?\s*[)\]]?\s*$", re.IGNORECASE)
_LEVEL = compile_pattern(
    r"\b(?:members?|representatives?|all|each|those)\b[^.;]*\b(?:(?:strategic|operational|senior|managerial|management|"
    r"head[- ]of[- ]service|service[- ]manager|director)\b[^.;]{0,25}\b(?:grade|level|rank|position|seniority|posts?|officers?|managers?)|"
    r"(?:grade|level|rank|seniority) of\b)|\b(?:senior|strategic|operational) (?:managers|officers|leads|representatives|members)\b",
    re.IGNORECASE,
)
_OF_ALL = compile_pattern(
    r"\b(?:heads of (?:service|safeguarding)|(?:senior |service |team |operations? |safeguarding )*(?:managers|leads|directors|officers|leaders)|(?:deputy |assistant )directors)\b"
    r"[^.;:]{0,40}?\b(?:from|in|of|for|representing|at)\b",
    re.IGNORECASE,
)
"""A post in the plural over a list of services: each member held it."""
FEWEST_LINES = 3
"""Lines under a panel's heading that make a list of members even where no service in them is known."""
MANY = 4
"""Services in a sentence that make it a list of members, where it stands beside one on the panel."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel as the report tells it."""

    services: tuple[str, ...]
    """Kinds of service represented, in the order told."""
    spans: tuple[Span, ...]
    """Where the members are listed."""
    mentions: tuple[Span, ...]
    """Where a panel is said to have met or been set up, without who."""
    posts: tuple[Span, ...] = ()
    """Posts and job roles among the members."""
    lines: int = 0
    """Number of lines of the list, where it is one."""
    level: tuple[Span, ...] = ()
    """Where it is said of what grade or level the members were ('each member was a head of service')."""


@dataclass(frozen=True, slots=True)
class _Cues:
    members: Pattern
    panel: Pattern
    other: Pattern
    acts: Pattern
    heading: Pattern
    sits: Pattern
    does: Pattern


def find(review: Review) -> Panel:
    """From a list, table row or passage on the panel; the form's tasks of the panel are no evidence."""
    told: list[Span] = []
    lines = 0
    for lead, passage, points in _passages(review):
        spans = [Span(lead.block, lead.start + passage, lead.end), *(review.document.whole(point) for point in points)]
        if len(services_in(review, spans)) >= 2 or len(points) >= FEWEST_LINES:
            told += [span for span in spans if any(letter.isalnum() for letter in review.document.quote(span))]
            lines += len({_row(review, point) for point in points})
    told = list(dict.fromkeys([*told, *_marked(review)]))
    return Panel(
        services=tuple(services_in(review, told)),
        spans=tuple(told),
        mentions=tuple(_mentions(review)),
        posts=tuple(_posts(review, told)),
        lines=lines,
        level=tuple(_level(review, told)),
    )


def services_in(review: Review, spans: Iterable[Span]) -> list[str]:
    """Kinds of service named in a list of members, attenders or contributors, bare words included."""
    found: list[str] = []
    for span in spans:
        text = review.document.quote(span)
        chair = [match.span() for form in (_CHAIR_CLAUSE, _UNTICKED) for match in form.finditer(text)]
        named = [
            m
            for m in review.agencies.within(span)
            if m.service not in _NEVER_MEMBERS
            and not any(start <= m.span.start - span.start < end for start, end in chair)
        ]
        found += [mention.service for mention in named]
        taken = [(m.span.start - span.start, m.span.end - span.start) for m in named]
        for kind, word in listed_words():
            for match in word.finditer(text):
                if not any(s < match.end() and match.start() < e for s, e in (*taken, *chair)):
                    found.append(kind)
    kinds = list(dict.fromkeys(found))
    return [kind for kind in kinds if kind != "local authority" or len(kinds) == 1]


def _passages(review: Review) -> Iterator[tuple[Sentence, int, list[int]]]:
    """Each lead-in to the members: its sentence, where in it the members begin, and the points that follow it."""
    cues = _cues()
    for block in review.prose.blocks:
        if not (
            places.tells_review(review.outline, block.index) or block.kind is BlockKind.NOTE
        ) or review.outline.within(block.index, SectionKind.LEARNING_EVENT):
            continue
        about_panel = _near_panel(review, block.index, cues)
        if block.kind is BlockKind.NOTE and _is_panel(block.text, cues) and not cues.members.search(block.text):
            # a note to the word 'panel' that gives its members, and no more
            yield from ((s, 0, []) for s in review.prose.by_block.get(block.index, ())[:1])
            continue
        for sentence in review.prose.by_block.get(block.index, ()):
            here = _is_panel(sentence.text, cues)
            cue = cues.members.search(sentence.text) if here or about_panel else None
            heads = cue is None and block.index in review.outline.headings and cues.heading.search(sentence.text)
            if cue is None and not heads and (here or about_panel) and _lists_many(review, sentence, cues):
                yield sentence, 0, []
                about_panel = True
                continue
            if cue is None and not heads:
                about_panel = about_panel or here
                continue
            last = sentence.end >= len(block.text.rstrip())
            passage = cue.end() if cue else len(sentence.text)
            points = (
                listing.points_after(review, block.index)
                if last and _opens_list(sentence.text, passage, block.cell is not None)
                else []
            )
            yield sentence, (0 if _lists_before(sentence.text, cue) else passage), points
            about_panel = about_panel or here


def _row(review: Review, point: int) -> tuple[int, ...]:
    """What makes one line of a list: a row of a table, else a block."""
    cell = review.document.blocks[point].cell
    return (point,) if cell is None else (cell.table, cell.row)


def _lists_many(review: Review, sentence: Sentence, cues: _Cues) -> bool:
    """Whether a sentence beside the panel's does little but list services, and tells of no act or event."""
    if cues.does.search(sentence.text) or not cues.sits.search(sentence.text):
        return False
    return len(services_in(review, [sentence.span])) >= MANY


def _marked(review: Review) -> list[Span]:
    """The lines of a list or table of agencies that are marked '(Panel member)'."""
    marked = [
        review.document.whole(block.index)
        for block in review.prose.blocks
        if _MEMBER.search(block.text) and places.tells_review(review.outline, block.index)
        and len(services_in(review, [review.document.whole(block.index)])) >= 1
    ]  # fmt: skip
    return marked if len(marked) >= 2 else []


def _level(review: Review, told: list[Span]) -> Iterator[Span]:
    """Sentences on the grade or level of the panel's members as a whole."""
    cues = _cues()
    listed = {span.block for span in told}
    for sentence in review.prose.sentences:
        of_review = places.tells_review(review.outline, sentence.block)
        if of_review and _LEVEL.search(sentence.text) and _is_panel(sentence.text, cues):
            yield sentence.span
        elif sentence.block in listed and (match := _OF_ALL.search(sentence.text)):
            rest = Span(sentence.block, sentence.start + match.end(), sentence.end)
            if len(services_in(review, [rest])) >= FEWEST_LINES:
                yield sentence.span


def _lists_before(text: str, cue: re.Match[str] | None) -> bool:
    """Whether the members stand before the cue: 'Police, Health and Education were represented on the panel.'"""
    return cue is not None and len(text) - cue.end() < 25 and text.rstrip().endswith(".") and cue.start() > 20


def _opens_list(text: str, passage: int, in_cell: bool) -> bool:
    return in_cell or text.rstrip().endswith((":", ":-", "–", "-")) or len(text) - passage < 25


def _near_panel(review: Review, block: int, cues: _Cues) -> bool:
    """Whether the sentence before, or the heading above, is about the panel."""
    titles = review.outline.path(block)
    if titles and _is_panel(titles[-1], cues):
        return True
    before = [b for b in range(max(0, block - 3), block) if b in review.prose.by_block]
    return bool(before) and any(_is_panel(s.text, cues) for s in review.prose.by_block[before[-1]])


def _is_panel(text: str, cues: _Cues) -> bool:
    return bool(cues.panel.search(text)) and not cues.other.search(text)


def _mentions(review: Review) -> Iterator[Span]:
    cues = _cues()
    for sentence in review.prose.sentences:
        if places.tells_review(review.outline, sentence.block) and sentence.block not in review.outline.headings:
            match = cues.acts.search(sentence.text)
            if match and not cues.other.search(sentence.text):
                yield sentence.span


def _posts(review: Review, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        text = _CHAIR_CLAUSE.sub(lambda match: " " * len(match.group()), review.document.quote(span))
        for start, end in posts.posts_in(text):
            yield Span(span.block, span.start + start, span.start + end)


@cache
def _cues() -> _Cues:
    data = load("panel")
    panel = "|".join(data["panel"])
    return _Cues(
        members=any_of(data["members"]),
        panel=any_of(data["panel"]),
        other=any_of([f"{word}(?: \\w+)? panels?" for word in data["other"]]),
        acts=compile_pattern(
            rf"\b(?:{panel})(?:,? (?:which|that|who)\b[^.;]{{1,60}}?)?\s+(?:\w+\s+)?(?:{'|'.join(data['acts'])})\b|\b(?:to|by) (?:the|a) (?:{panel})\b",
            re.IGNORECASE,
        ),
        sits=any_of(data["sits"]),
        does=any_of(data["does"]),
        heading=compile_pattern(rf"^\W*(?:the\s+)?(?:{panel})(?:\s+and\s+\w+)?\W*$", re.IGNORECASE),
    )
