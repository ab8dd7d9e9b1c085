"""Ages that several children are told by at once, and ages that follow from a date of birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.children import ages
from cpraudit.facts.children.children import NOT_READ, Age
from cpraudit.facts.dates.partial_dates import PartialDate, months_between
from cpraudit.facts.family.cast import ALL, OTHER
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import numbers
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_ONE = rf"(?:{numbers.NUMBER})(?:[ -]{ages.UNIT})?(?:[ -]old)?"
_LISTED = compile_pattern(
    rf"\b(?:(?:who )?(?:were|was|are)(?: then| aged)?|aged|at the ages? of|\(aged) (?P<ages>{_ONE}(?:, {_ONE})*,? and {_ONE})\b"
    r"(?! (?:siblings|children|others|times|occasions|weeks? later))",
    re.IGNORECASE,
)
_SPLIT = compile_pattern(r",? and |, ", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|and|&|, and)\s*")
_BORN = compile_pattern(
    r"\b(?:was born|born (?:on|in)|date of birth|d\.?o\.?b|(?<!before )(?<!prior to )birth)\b", re.IGNORECASE
)
_OLDEST = 19 * 12
_LONGEST = 80
"""Characters between the children's names and their ages."""


def respective(review: Review, cast: Cast) -> dict[int, Fact[Age]]:
    """'Ivor and Non, aged nine and seven': each child's in the order of their names."""
    unnamed = not cast.names[0][:1].isupper()
    for sentence in () if cast.alone else review.prose.sentences_outside(*NOT_READ):
        if unnamed and (found := _one_by_one(sentence, len(cast.names))):
            return found
        for match in _LISTED.finditer(sentence.text):
            told = [piece for piece in _SPLIT.split(match["ages"]) if piece]
            run = _run(sentence.text, cast, match) or _all(sentence.text, cast, match, len(told))
            if len(run) == len(told) > 1 and (found := _each(sentence, match, run, told)):
                return found
    return {}


_AGED_CHILD = compile_pattern(
    rf"\ban? (?:\w+ )?(?:girl|boy|son|daughter|baby)(?:,? (?:aged|of) | \()(?P<age>{_ONE})(?!\w)(?! (?:\w+ )?(?:children|siblings|times|occasions|others)\b)", re.IGNORECASE
)
_AGED_SIBLING = compile_pattern(rf"\b(?:his|her) (?:\w+ )?(?:brother|sister),? (?:who was |aged |of |\()(?P<age>{_ONE})(?!\w)(?! (?:\w+ )?(?:children|siblings|times|occasions|others)\b)", re.IGNORECASE)


def _one_by_one(sentence: Sentence, children: int) -> dict[int, Fact[Age]]:
    """'A girl aged six and a boy aged four', 'a girl of seven and her brother, who was five': children without names."""
    told = [match for form in (_AGED_CHILD, _AGED_SIBLING) for match in form.finditer(sentence.text)]
    if len(told) != children:
        return {}
    found: dict[int, Fact[Age]] = {}
    for who, match in enumerate(sorted(told, key=lambda match: match.start())):
        words = match["age"]
        written = ages.find(f"aged {words if re.search(ages.UNIT, words) else f'{words} years'}")
        span = Span(sentence.block, sentence.start + match.start("age"), sentence.start + match.end("age"))
        if written:
            found[who] = Fact(Age(words, written[0].months), (span,), "text", Confidence.HIGH)
    return found


def _run(text: str, cast: Cast, match: re.Match[str]) -> list[int]:
    """The children named one after the other nearest to their ages."""
    named = [m for m in cast.mentions(text) if m.who >= 0]
    runs: list[list[int]] = []
    ends: list[tuple[int, int]] = []
    for place, mention in enumerate(named):
        joined = place and _JOINS.fullmatch(text[named[place - 1].end : mention.start])
        if joined:
            runs[-1].append(mention.who)
            ends[-1] = (ends[-1][0], mention.end)
        else:
            runs.append([mention.who])
            ends.append((mention.start, mention.end))
    near = [
        (min(abs(match.start() - end), abs(start - match.end())), run)
        for run, (start, end) in zip(runs, ends, strict=True)
        if len(run) > 1 and len(set(run)) == len(run)
    ]
    distance, best = min(near, default=(_LONGEST + 1, []))
    return best if distance <= _LONGEST else []


def _all(text: str, cast: Cast, match: re.Match[str], ages_told: int) -> list[int]:
    """Every child in order, where they are told together ('Sisters A and B', 'the two brothers') or stood for by 'they'."""
    if ages_told != len(cast.names):
        return []
    before = [m for m in cast.mentions(text) if m.start < match.start()]
    together = before[-1].who == ALL if before else re.search(r"(?i)\bthey\b", text[: match.start()]) is not None
    return list(range(ages_told)) if together else []


def _each(sentence: Sentence, match: re.Match[str], run: list[int], told: list[str]) -> dict[int, Fact[Age]]:
    unit = next((found.group() for piece in reversed(told) if (found := re.search(ages.UNIT, piece))), "years")
    span = Span(sentence.block, sentence.start + match.start("ages"), sentence.start + match.end("ages"))
    each: dict[int, Fact[Age]] = {}
    for who, piece in zip(run, told, strict=True):
        written = ages.find(f"aged {piece if re.search(ages.UNIT, piece) else f'{piece} {unit}'}")
        if not written:
            return {}
        each[who] = Fact(Age(piece, written[0].months), (span,), "text", Confidence.HIGH)
    return each


def since_birth(review: Review, cast: Cast) -> dict[int, Fact[Age]]:
    """The age at the event, of a child whose date of birth a report tells (by month at least)."""
    event = review.dates.incident.date
    if event is None:
        return {}
    found: dict[int, Fact[Age]] = {}
    for who, value, span in _births(review, cast):
        least, most = months_between(value, event.value)
        if who not in found and least >= 0 and most < _OLDEST:
            months = int(most)
            found[who] = Fact(Age(f"born {value.words}", months), (span,), "date of birth", Confidence.MEDIUM)
    return found


def _births(review: Review, cast: Cast) -> Iterator[tuple[int, PartialDate, Span]]:
    for statement in review.statements:
        dates = [dated for dated in statement.dates if dated.value is not None and dated.value.at_least_month]
        if not dates or not _BORN.search(statement.text) or review.outline.within(statement.block, *NOT_READ):
            continue
        told = dates if len(dates) == 1 else [dated for dated in dates if _told_of_birth(review, dated.span)]
        if len(told) != 1:
            continue
        value, span = told[0].value, told[0].span
        who = _whose(review, cast, statement.spans[0], statement.text)
        if value is not None and who is not None:
            yield who, value, span


def _told_of_birth(review: Review, date: Span) -> bool:
    """Whether a date among several stands right after the words for a birth ('born in May 2015 and ..')."""
    before = review.document.blocks[date.block].text[: date.start]
    return (
        re.search(r"(?i)\b(?:born|birth|d\.?o\.?b\.?)(?: was)?(?: prematurely)?(?: on| in|:)?(?: the)?\W*$", before)
        is not None
    )


def _whose(review: Review, cast: Cast, place: Span, text: str) -> int | None:
    """Whose birth a statement tells: a child that it names, or the one whom its pronoun stands for."""
    born = _BORN.search(text)
    mentions = cast.mentions(text)
    if any(m.who in (OTHER, ALL) for m in mentions if born is None or m.start < born.start() + 8):
        return None
    named = [m.who for m in mentions if m.who >= 0]
    if named:
        return named[0]
    sentences = review.prose.by_block.get(place.block, ())
    at = next((n for n, s in enumerate(sentences) if s.start == place.start), None)
    if at is None or born is None:
        return (
            0 if cast.alone and born is not None and re.match(r"(?i)\W*(?:date of birth|d\.?o\.?b)\b", text) else None
        )
    who = cast.subject_before(sentences[at], sentences[:at], born.start())
    return who if who is not None and who >= 0 else None
