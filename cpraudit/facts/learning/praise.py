"""Good practice: specific examples (an agency or role and an act) and general praise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span, leadins
from cpraudit.facts.learning.learning import TOLD
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

NOT_READ = (SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.REFERENCES, SectionKind.CONTENTS,
            SectionKind.STATEMENT)  # fmt: skip
NAMED_FIRST = compile_pattern(r"Good practice:")
ACT = compile_pattern(r"\bfor \w{3,}ing\b|\b\w{3,}(?:ed|ew|ave|aw|oke|ote|itten|ook|ade|ept|old|ang|ung|ought|ound)\b")
FEWEST_WORDS = 7
"""Words that it takes to say who did what."""
FEWEST_IN_ROW = 5
SHORT = 14
"""Words of a sentence that only announces or points back to good practice."""
POINTING = compile_pattern(r"(?:that|this|it (?:was|is)|it|both|these|those|all this)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Praise:
    """What is praised."""

    specific: tuple[Span, ...]
    general: tuple[Span, ...]
    examples: int
    """Specific examples; a sentence that tells of two services holds two."""
    section: bool
    none_found: tuple[Span, ...]
    """The report says that none was found."""


def find(review: Review) -> Praise:
    """Entries of a good-practice section, table or paragraph, and sentences elsewhere that praise."""
    cues, general = lexicon.pattern("analysis", "praise.cues"), lexicon.pattern("analysis", "praise.general")
    no_praise = lexicon.pattern("analysis", "praise.not_praise")
    sharing = lexicon.pattern("analysis", "praise.joint")
    weak, unlike = lexicon.pattern("analysis", "praise.weak"), lexicon.pattern("analysis", "praise.not_of_practice")
    none = tuple(_none_found(review))
    specific: list[Span] = []
    vague: list[Span] = []
    unsaid: list[Span] = []  # in a section of good practice, in words that do not praise
    rows, in_tables = _rows(review)
    led, announced = _led(review), _announced(review, cues, no_praise)
    for sentence in review.prose.sentences_outside(*NOT_READ):
        if sentence.block in review.outline.headings or sentence.block in in_tables:
            continue
        inside = (
            sentence.block in led
            or sentence.span in announced
            or review.outline.within(sentence.block, SectionKind.GOOD_PRACTICE)
        )
        said = sentence.span not in none and not no_praise.search(sentence.text) and not sentence.text.endswith("?")
        together = sharing.search(sentence.text)
        own = f"{sentence.text[: together.start()]} {sentence.text[together.end() :]}" if together else sentence.text
        praised = said and (cues.search(own) or NAMED_FIRST.match(own)) and not unlike.search(own)
        generally = said and (_of_workers(review, sentence.block, sentence.text) and general.search(sentence.text))
        generally = generally or (said and not review.outline.within(sentence.block, *_TELLING) and weak.search(sentence.text))
        inside = inside and sentence.span not in none
        if not (inside or praised or generally) or sentence.text in led.values():
            continue
        acted = len(sentence.text.split()) >= FEWEST_WORDS and (
            _says_who_and_what(review, sentence.block, sentence.text) or (inside and _acts(sentence.text))
        )
        acted = acted or (inside and _listed(review, sentence.block))
        everybody = (generally or inside) and _EVERYBODY.search(sentence.text)
        if (inside or praised) and acted and not (generally and not praised) and not everybody:
            specific.append(sentence.span)
        elif praised or generally:
            vague.append(sentence.span)
        elif inside and said:
            unsaid.append(sentence.span)
    sections = review.outline.of_kind(SectionKind.GOOD_PRACTICE)
    examples = len(rows) + sum(1 + _tells_of_two(review, span) for span in specific)
    general_words = vague or ([] if specific or rows else unsaid)
    return Praise((*specific, *rows), tuple(general_words), examples, bool(sections), none)


def _of_workers(review: Review, block: int, text: str) -> bool:
    """Whether a sentence is of those who work with the family, or of what they do."""
    return bool(_WORKERS.search(text) or lexicon.pattern("analysis", "blame.roles").search(text) or review.agencies.by_block.get(block))


def _tells_of_two(review: Review, span: Span) -> bool:
    """'The nurse's weekly visits ..., and the report made by the dentist ...': two services in two halves, or in a list."""
    roles = lexicon.pattern("analysis", "blame.roles")
    if sum(bool(roles.search(part)) for part in review.document.quote(span).split(";")) > 1:
        return True
    joint = re.search(r"[,;] and (?:the|a|an)\b", review.document.quote(span))
    if joint is None:
        return False
    middle = span.start + joint.start()
    before = {m.service for m in review.agencies.within(span) if m.span.end <= middle}
    after = {m.service for m in review.agencies.within(span) if m.span.start >= middle}
    return bool(before and after - before)


def _rows(review: Review) -> tuple[list[Span], frozenset[int]]:
    """The rows of tables that are headed as good practice, and the blocks of those tables."""
    heads = lexicon.pattern("analysis", "praise.heads")
    rows: list[Span] = []
    blocks: set[int] = set()
    for table in review.document.tables:
        if len(table.rows) < 2 or table.width < 2 or review.outline.within(table.blocks[0], *NOT_READ):
            continue
        header = [review.document.cell_text(cell) for cell in table.rows[0]]
        if not any(heads.search(title) and len(title.split()) <= FEWEST_WORDS for title in header):
            continue
        blocks |= set(table.blocks)
        for row in table.rows[1:]:
            longest = max(
                (index for cell in row for index in cell.blocks),
                key=lambda i: len(review.document.blocks[i].text),
                default=None,
            )
            words = sum(len(review.document.cell_text(cell).split()) for cell in row)
            if longest is not None and words >= FEWEST_IN_ROW:
                rows.append(review.document.whole(longest))
    return rows, frozenset(blocks)


_TELLING = (SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND, SectionKind.CIRCUMSTANCES, SectionKind.FAMILY,
            SectionKind.CHILD, SectionKind.PROCESS, SectionKind.SCOPE)  # fmt: skip
"""Where work is told and not weighed."""
_WORKERS = compile_pattern(
    r"\b(?:staff|practitioners?|professionals?|workers?|agencies|services|teams?|those who worked|people who worked|everyone|practice|(?:good|their|much|hard) work|work(?:ed)? hard)\b",
    re.IGNORECASE,
)
_EVERYBODY = compile_pattern(
    r"\b(?:all|everyone|everybody|many|staff|practitioners|professionals) (?:of )?(?:those|the|who|in|working|involved|concerned)\b",
    re.IGNORECASE,
)
"""Praise for everybody is no example."""
_DENIED = compile_pattern(r"\b(?:nothing|no|not|none|never|little|hardly|scarcely)\b", re.IGNORECASE)
_NOWADAYS = compile_pattern(r"\b(?:now|today|nowadays|has been|have been|has since|have since)\b", re.IGNORECASE)
"""What has changed since is no good practice in the case."""


def _led(review: Review) -> dict[int, str]:
    """Paragraphs that a lead-in opens as good practice ('Strengths. The tutor met ...'), with that lead-in."""
    heads = lexicon.pattern("analysis", "praise.heads")
    return {
        block.index: f"{title}."
        for block in review.prose.blocks
        if (title := leadins.title(block.text)) and heads.search(title)
    }


def _announced(review: Review, cues: Pattern, no_praise: Pattern) -> frozenset[Span]:
    """What follows 'Good work deserves notice too.', and the act before 'That was exactly right.'"""
    found: set[Span] = set()
    for block, sentences in review.prose.by_block.items():
        if block in review.outline.headings:
            continue
        for number, sentence in enumerate(sentences):
            words = sentence.text.split()
            praises = cues.may_match(sentence.text) and not sentence.text.endswith("?") and not no_praise.search(sentence.text) and cues.search(" ".join(words[:SHORT])) and not _DENIED.search(sentence.text)
            if praises and len(words) <= SHORT and number == 0 and not _says_who_and_what(review, block, sentence.text):
                found |= {s.span for s in sentences[1:]}
            elif (
                praises
                and number
                and POINTING.match(sentence.text)
                and not _NOWADAYS.search(sentences[number - 1].text)
            ):
                found.add(sentences[number - 1].span)
                if POINTING.match(sentences[number - 1].text) and number > 1:  # 'That visit saved him.'
                    found.add(sentences[number - 2].span)
    return frozenset(found)


def _none_found(review: Review) -> Iterator[Span]:
    """Where the report says that it found no good practice, in one sentence or in two."""
    none, sought, of_it = (lexicon.pattern("analysis", f"praise.{key}") for key in ("none", "sought", "none_of_it"))
    for sentences in review.prose.by_block.values():
        for number, sentence in enumerate(sentences):
            following = sentences[number + 1].text if number + 1 < len(sentences) else ""
            if none.search(sentence.text) or (
                sought.search(sentence.text) and of_it.search(f"{sentence.text} {following}")
            ):
                yield sentence.span


_PRAISING = compile_pattern(
    r"\b(?:(?:was|were|is|are|been|be) )?(?:impressed|commended|praised|applauded|acknowledged|thanked|pleased|credited|valued|appreciated)\b",
    re.IGNORECASE,
)
"""What those who praise do: no act of those whom they praise."""
_ANNOUNCING = compile_pattern(
    r"\b(?:examples?|evidence|instances|areas) of (?:\w+ ){0,3}(?:good|effective|positive|strong)\b|"
    r"\b(?:panel|review|reviewers?|board|authors?|we) (?:\w+ )?(?:found|saw|noted|identified|wish\w*|would|sought|heard)\b",
    re.IGNORECASE,
)
"""That there was some, which is no act of its own."""
_IRREGULAR = compile_pattern(
    r"\b(?:drove|rode|ran|saw|got|met|put|let|set|read|sat|rang|went|came|began|swam|stood|hid|hung)\b"
)


def _acts(text: str) -> bool:
    """An act told in a section of good practice, where whoever did it is praised by being there."""
    told = _PRAISING.sub("", text)
    return bool(ACT.search(told) or _IRREGULAR.search(told)) and not (_EVERYBODY.search(text) or _ANNOUNCING.search(text))


def _listed(review: Review, block: int) -> bool:
    """An entry of a list of good practice that says whose it was ('Timely referrals by the midwife')."""
    told = review.document.blocks[block]
    named = lexicon.pattern("analysis", "blame.roles").search(told.text) or review.agencies.by_block.get(block)
    return told.kind is BlockKind.LIST_ITEM and len(told.text.split()) >= FEWEST_IN_ROW - 1 and bool(named)


def _says_who_and_what(review: Review, block: int, text: str) -> bool:
    """A role or service, and an act told of it."""
    role = lexicon.pattern("analysis", "blame.roles").search(text) or review.agencies.by_block.get(block)
    told = _PRAISING.sub("", text)
    return bool(role and (ACT.search(told) or TOLD.search(told)))
