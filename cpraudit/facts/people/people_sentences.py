"""Sentences that tell who chaired the panel and who reviewed: verb and noun, active and passive, named or by post alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.people import names, posts
from cpraudit.patterns import Phrases, compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

NOT_READ = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.RECOMMENDATIONS)
REVIEWER = r"(?:(?:independent|external|internal|lead|joint|co-?|overview|second|first|agency)[ -]?)*(?:reviewers?|(?:overview |report |review )authors?)"
_WORK = r"(?:the|this|our|an? (?:independent )?)? ?(?:(?:child )?practice |concise |extended |overview |final )*(?:review|report)\b(?! panel)"
_PANEL = r"(?:(?:the|our|its|this|both|all|every|each|these|most|of) )*(?:\w+ of (?:the|its|our) )?(?:multi[ -]agency )?(?:child practice |practice |cpr )?(?:review )?(?:panel(?: meetings?)?|panel’s \w+|panel's \w+|meetings|it)\b"
_CHAIR = r"(?:independent )?(?:(?:review )?panel )?chair(?:person|man|woman)?(?! of (?!(?:(?:the|this|our|its|each) )?(?:[\w-]+ ){0,3}(?:panel|review\b)))(?: of (?:the |this |our |its )?(?:[\w-]+ ){0,3}?(?:panel|review)\b)?"
_TO_THE_CHAIR = compile_pattern(
    rf"(?<!conference )(?<!conference was )(?<!group )(?<!group was )(?<!board )(?<!board is )(?<!event )(?<!event was )(?<!workshop )(?<!meeting )(?<!meeting was )\bchaired (?:jointly )?by\s+|"
    r"\b(?:under|with) the chairmanship of\s+|"
    rf"\bchairing\s+{_PANEL} (?:was|were)\s+|"
    rf"\b(?:the|our|its|whose|panel|panel’s|panel's|and) {_CHAIR}(?:,| (?:was|is|were)(?:,|:)?|\s*[:(–—])\s+(?!of\b)|\bchair(?:person)? of (?:the )?(?:review )?panel(?:,| (?:was|is))\s+",
    re.IGNORECASE,
)
"""What leads to the name of the chair, or to the post where nobody is named."""
_LEFT_BLANK = compile_pattern(r"(?:\[[^\[\]]{0,40}\]|_{3,}|…+|\.{3,}|X{2,}|TB[ACD])(?:,| \(| of\b| from\b)\s*(?:the )?(?=[A-Z])")
"""A name that a draft leaves to be filled in, with whom it is of."""
_FROM_CHAIRING = compile_pattern(
    rf"\b(?:chaired|chairs|to chair|presided over|led)\s+{_PANEL}(?! by)|\b(?:was|is|acted as|acts as|served as|became|as|appointed) (?:the |its |our |as )?{_CHAIR}\b(?!,? (?-i:[A-Z]))|"
    rf"\btook the chair\b|\bwho chaired(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
"""What follows the name of the chair, or the post."""
_CHAIR_BESIDE = compile_pattern(
    r"\s*(?:[,(–—-]\s*(?:an? |the |our )?(?:independent )?(?:(?:review )?panel chair\b|chair(?:person|man|woman)? of (?:the )?(?:child practice )?(?:review )?panel\b)|\((?:independent |panel )?chair\))",
    re.IGNORECASE,
)
_BETWEEN = compile_pattern(
    r"(?:,?(?-i: [A-Z]{2,5}\b))*(?:\s*\([^)]*\))?(?:,[^.;]{0,160}?,?|\s(?:of|from|at)\s[^.;]{0,90}?)?\s*,?\s*(?:who|and|then)?\s*(?:\w+ly |also |has |had |again |agreed |was (?:asked|invited|appointed|chosen) )?",
    re.IGNORECASE,
)
"""What may stand between a name and what is said of it: a post behind a comma, a bracket, 'who'."""
_TO_REVIEWERS = Phrases(
    (
        rf"{REVIEWER}(?: (?:for|of) (?:this|the) (?:review|report))?\s+(?:is|are|was|were|has been|have been)\s+(?:both )?(?:appointed\b[^:.]{{0,80}}?[:,–]\s*|appointed\s+)?",
        rf"{REVIEWER} (?:were|was) appointed\b[^.]{{0,60}}?[:,]\s*",
        rf"report (?:of|by) the {REVIEWER}\b",
        rf"{REVIEWER}(?:,| [–-]|:)?\s+",
        r"the authors? (?:(?:of (?:this|the) (?:report|review) )?(?:is|are|was|were)|of (?:this|the) (?:report|review),)\s+",
        r"I(?: am|,)\s+(?=[A-Z])",
        r"I (?:was|have been|had been) (?:\w+ )?(?:asked|appointed|commissioned|invited|engaged)\b[^.;]{0,60}?\b(?:(?:together|jointly|along) with|alongside)\s+(?=[A-Z])",
        r"(?:review|report)\b(?! panel)[^.;]{0,60}?\b(?:undertaken|written|completed|carried out|prepared|authored|conducted|led|done|drafted) (?:jointly )?by\s+(?:two |an? )?",
        rf"(?:appointed|asked|commissioned|engaged|invited)\s+(?=[A-Z][^.;]{{3,90}}\b(?:to (?:\w+ )?(?:carry out|undertake|lead|write|conduct|do|complete)\b|as\b[^.;]{{0,30}}{REVIEWER}))",
    ),
    re.IGNORECASE,
    before=r"\b",
    kept=True,
)
_FROM_REVIEWING = compile_pattern(
    rf"^[^.;]{{0,140}}?\b(?:was|were|has been|have been|is|are|am) (?:\w+ )?(?:appointed|commissioned|engaged|selected|asked to act|invited to act|identified)\b[^.;]{{0,40}}?\b{REVIEWER}\b|"
    rf"^\s*(?:\([^)]*\)\s*)?[,(–-]\s*(?:an? |the |our )?(?:two |both )?{REVIEWER}\b|"
    rf"^[^.;]{{0,90}}?\b(?:was|were|is|are) (?:the |an? |both )?(?:two )?{REVIEWER}\b|"
    rf"^(?:\s*\([^)]*\))?(?:,[^.;]{{0,140}}?,?)?\s*,?\s*(?:who|and [^.;]{{3,60}}?)?\s*(?:has |have |had |were (?:asked|commissioned|appointed) to |was (?:asked|commissioned|appointed) to )?(?:jointly |together |both )?"
    rf"(?:wrote|written|write|led|lead|carried out|carry out|undertook|undertake|undertaken|conducted|conduct|authored|completed|complete|prepared|drafted|reviewed (?:the|this) case)\s+{_WORK}",
    re.IGNORECASE,
)
"""What follows the name of a reviewer."""
_BY_LINE = compile_pattern(r"\s*(?:(?:a |this )?(?:report|review) )?(?:written |prepared )?by\s+(?=[A-Z])", re.IGNORECASE)
"""The line of a title page that says whose the report is."""
_JOINED = compile_pattern(r"\s*(?:,|&|,? and)\s*")
_PLURAL = compile_pattern(r"\s*[,(–-]\s*(?:the |our )?(?:two |both )?(?:(?:independent|external|internal|lead|joint)\s+)*(?:reviewers|authors)\b", re.IGNORECASE)
_REVIEWERS_NEXT = compile_pattern(
    rf"\b{REVIEWER}\b|\b(?:review|report) (?:was|is) (?:written|led|undertaken|conducted|carried out)\b", re.IGNORECASE
)
"""A sentence that speaks of reviewers and names none: they may be named at the head of those after it."""
_DESCRIBED = compile_pattern(r"\s*(?:[,(]|(?:is|was|has|had|brings?|works?|worked|led|holds?|comes|spent|qualified|trained)\b)")
_UNNAMED = compile_pattern(rf"\b(?:an?|one|two|the|our|its) ({REVIEWER})\b(?! (?:panel|process|group))", re.IGNORECASE)
_IN_BLOCK = compile_pattern(
    r"\breviewers?\b|\bauthors?\b|\bI(?: am|,) (?-i:[A-Z])|\bI (?:was|have been|had been)\b|\bchair|\b(?:wrote|written|led|carried out|undertaken|undertook|conducted|authored|completed|prepared)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody said to have led the review."""

    name: str | None
    """None where a post or role stands for the name."""
    about: str
    """The words beside the name that may tell a post or an agency."""
    span: Span
    how: str = "text"


def readable(review: Review, block: Block) -> bool:
    """Whether a block may tell who led the review: a note may, the printed block of signatures and a plan may not."""
    if block.kind is BlockKind.NOTE:
        return True
    if review.outline.within(block.index, *NOT_READ):
        return False
    return block.cell is None or not review.outline.within(block.index, SectionKind.STATEMENT)


def chairs(review: Review) -> Iterator[Told]:
    """Who is told to have chaired the panel; those named first."""
    unnamed: list[Told] = []
    for block in review.prose.blocks:
        if not readable(review, block) or "chair" not in block.text.lower():
            continue
        for sentence in review.prose.by_block.get(block.index, ()):
            for told in _chairs_in(sentence):
                if told.name:
                    yield told
                else:
                    unnamed.append(told)
    yield from unnamed


def _chairs_in(sentence: Sentence) -> Iterator[Told]:
    text = sentence.text
    people = names.names_in(text)

    def told(name: str | None, about: str, start: int, end: int) -> Told:
        return Told(name, about, Span(sentence.block, sentence.start + start, sentence.start + end))

    for cue in _TO_THE_CHAIR.finditer(text):
        nearest = next(((n, s, e) for n, s, e in people if s >= cue.end()), None)
        before = text[cue.end() : nearest[1]] if nearest else ""
        if nearest and _leads(before):
            yield told(nearest[0], f"{before} {_rest(text, nearest[2], people)}", cue.start(), nearest[2])
        elif _posts(text[cue.end() : cue.end() + 90]) or _LEFT_BLANK.match(text, cue.end()):
            yield told(None, _clause(text[cue.end() :]), cue.start(), len(text))
    for cue in _FROM_CHAIRING.finditer(text):
        nearest = next(((n, s, e) for n, s, e in reversed(people) if e <= cue.start()), None)
        between = text[nearest[2] : cue.start()] if nearest else ""
        if nearest and _BETWEEN.fullmatch(between):
            yield told(nearest[0], f"{between} {_rest(text, cue.end(), people)}", nearest[1], cue.end())
        elif nearest is None and re.match(r"(?:the|our|its|an?) ", text, re.IGNORECASE) and _posts(text[: cue.start()]):
            yield told(None, text[: cue.start()], 0, cue.end())
    for name, start, end in people:
        if _CHAIR_BESIDE.match(text[end:]):
            yield told(name, _rest(text, end, people), start, end)


def reviewers(review: Review) -> Iterator[Told]:
    """Every named person told to be a reviewer, in reading order."""
    titled = False
    for block in review.prose.blocks:
        if not readable(review, block):
            titled = False
            continue
        title = review.outline.kind(block.index) is SectionKind.TITLE
        if title:
            if titled:
                yield from all_in(block.text, block.index, 0)
            titled = bool(_TO_REVIEWERS.search(block.text)) and not names.names_in(block.text)
            if line := _BY_LINE.match(block.text):
                yield from all_in(block.text[line.end() :], block.index, line.end(), near=True)
        elif _IN_BLOCK.search(block.text):
            yield from _reviewers_in(review, block)
        yield from _beside(block, title=title)


def _reviewers_in(review: Review, block: Block) -> Iterator[Told]:
    """Names behind a word for the reviewers, in its sentence or at the head of those that follow it."""
    expected = False
    for sentence in review.prose.by_block.get(block.index, ()):
        text = sentence.text
        people = names.names_in(text)
        for cue in _TO_REVIEWERS.finditer(text):
            if people and any(cue.end() <= start <= cue.end() + 4 for _, start, _ in people):
                yield from all_in(text[cue.end() :], sentence.block, sentence.start + cue.end(), near=True)
        chair = re.search(r"\bchair", text, re.IGNORECASE)
        if expected and people and not chair and people[0][1] <= 4 and _DESCRIBED.match(text[people[0][2] :]):
            for name, start, end in people:
                if start <= 4 or re.search(r"(?:;|\band)\s*$", text[:start]):
                    place = Span(block.index, sentence.start + start, sentence.start + end)
                    yield Told(name, _rest(text, end, people), place)
        expected = not chair and (expected or (not people and bool(_REVIEWERS_NEXT.search(text))))


def _beside(block: Block, *, title: bool) -> Iterator[Told]:
    """Names that a word for the reviewers, or for their work, follows."""
    text = block.text
    together: list[Told] = []
    until = 0
    for name, begin, end in names.names_in(text):
        after = text[end:]
        role = _FROM_REVIEWING.match(after)
        together = together if _JOINED.fullmatch(text, until, begin) else []
        if role and (title or not _another(after, role.end())):
            if _PLURAL.match(after):  # 'A and B, independent reviewers'
                yield from together
            yield Told(name, after[: role.end() + 80], Span(block.index, begin, end))
            together = []
        else:
            together.append(Told(name, "reviewer", Span(block.index, begin, end)))
        until = end


def unnamed(review: Review) -> tuple[str | None, Span] | None:
    """The role of a reviewer of whom no name is told (None for 'the reviewer' and no more), and where it stands."""
    bare: Span | None = None
    for sentence in review.prose.sentences:
        block = review.document.blocks[sentence.block]
        if block.index in review.outline.headings or not readable(review, block):
            continue
        if match := _UNNAMED.search(sentence.text):
            if match.group().lower() not in ("the reviewer", "the reviewers", "the author", "the authors"):
                return re.sub(r"s$", "", match.group(1)).title(), sentence.span
            bare = bare or sentence.span
    return (None, bare) if bare else None


def _leads(before: str) -> bool:
    """Whether the words between 'chaired by' and a name are its post: no verb, no second clause."""
    return len(before) <= 90 and not re.search(r"^and\b|\b(?:who|was|were|is|and (?:met|the)|met|which)\b|[.;]", before)


def _posts(text: str) -> bool:
    return bool(posts.posts_in(_clause(text)))


def _clause(text: str) -> str:
    return re.split(r"[.;]|\band met\b|, and\b|\bwho\b", text)[0]


def _rest(text: str, start: int, people: list[tuple[str, int, int]]) -> str:
    """The words after a name, up to the next name."""
    until = min((s for _, s, _ in people if s > start), default=len(text))
    return text[start:until]


def _another(after: str, end: int) -> bool:
    """Another name stands between a name and the words that make a reviewer of somebody."""
    return bool(names.names_in(after[:end])) and " and " not in after[:8]


def all_in(value: str, block: int, at: int, label: str = "reviewer", near: bool = False) -> Iterator[Told]:
    """Every name of a value; with `near`, only those that follow one another as a list of people."""
    found = names.names_in(value)
    if near and (not found or found[0][1] > 4):
        return
    for place, (name, start, end) in enumerate(found):
        until = found[place + 1][1] if place + 1 < len(found) else len(value)
        between = value[found[place - 1][2] : start] if place else ""
        if place and near and not re.search(r"\band\s*$|;\s*$", between):
            return
        yield Told(name, value[end:until] or label, Span(block, at + start, at + end), label)


def consecutive(review: Review) -> Iterator[tuple[Block, Block]]:
    """Each two blocks that stand one above the other where people may be told."""
    blocks = [b for b in review.prose.blocks if not review.outline.within(b.index, *NOT_READ, SectionKind.STATEMENT)]
    return pairwise(blocks)
