"""The ethnicity or heritage of the index child or of the family, and whether its bearing on the case is weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.children import child_particulars
from cpraudit.facts.children.children import NOT_READ
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review

_LABEL = compile_pattern(r"(?i)^\W*(?:child(?:['’]s)? )?(?:ethnic\w*|heritage|race|nationality|cultur\w+)\b")
_UNKNOWN = compile_pattern(r"(?i)\bnot (?:known|recorded|given|stated|available|shared)\b|^\W*(?:n/?a|unknown|none)\W*$")
_NOT_A_PERSON = compile_pattern(
    r"\s+(?:Government|Ambulance|language|Women|speak|bag|box|market|Assembly|Office|Paper|guidance|NHS|schools?|law|boards?)"
    r"|-(?:speak|language|medium)"
)
_PLAIN = compile_pattern(
    r"\b(?:is|are|was|were|as|both|all)\s+(?P<word>Welsh|English|Scottish|British)\b(?!\s+(?:speak|Gov|lang|Amb|first))"
)
_NOTED = compile_pattern(r"\s*(?:[;,.]|$)")
"""Behind a note that opens with it: 'White Welsh; Welsh at home'."""
_TITLED = compile_pattern(r"\b(?:languages?|cultur\w+|ethnic\w*|heritage|faith|identity|racis\w+)\b", re.IGNORECASE)
_FINDINGS = (SectionKind.LEARNING, SectionKind.CORE_TASKS, SectionKind.CONCLUSION)
_ANAPHOR = compile_pattern(r"(?i)\b(?:this|these|it|that|they)\b")


def find(review: Review, cast: Cast) -> Fact[str] | None:
    """As written; the words count only beside one that tells whose they are ('of ... heritage', 'is White Welsh')."""
    for row in child_particulars.rows(review, cast):
        withheld = pattern("children", "withheld").search(row.value)
        if _LABEL.match(row.label) and not withheld and not _UNKNOWN.search(row.value):
            return Fact(row.value, (row.span,), "particulars")
    words = any_of(load("children")["ethnic"], case=True)
    beside = pattern("children", "ethnic_beside")
    for sentence in review.prose.sentences_outside(*NOT_READ):
        if plain := _PLAIN.search(sentence.text):
            span = Span(sentence.block, sentence.start + plain.start("word"), sentence.start + plain.end("word"))
            return Fact(plain["word"], (span,), "text", Confidence.MEDIUM)
        match = words.search(sentence.text)
        if not match or _NOT_A_PERSON.match(sentence.text[match.end() :]):
            continue
        in_cell = review.document.blocks[sentence.block].cell is not None
        noted = match.start() == 0 and _NOTED.match(sentence.text, match.end())
        if in_cell or noted or beside.search(sentence.text[max(0, match.start() - 40) : match.start()]):
            span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
            return Fact(match.group().removeprefix("of "), (span,), "text", Confidence.MEDIUM)
    return None


def considered(review: Review) -> tuple[Span, ...]:
    """Where the bearing of ethnicity, heritage, faith or language on the case is weighed, or said to have been none."""
    headed = [point.heading for point in review.learning.points if _TITLED.search(point.title)]
    return (*headed, *_weighed(review))


def _weighed(review: Review) -> Iterator[Span]:
    """Sentences that weigh it, findings on it, and sentences after one on it that weigh 'this'."""
    subject, bearing, weighs, finding = (
        pattern("standing", key) for key in ("ethnic_subject", "bearing", "weighs", "ethnic_finding")
    )
    for block, sentences in review.prose.by_block.items():
        if block in review.outline.headings or review.outline.within(block, *NOT_READ):
            continue
        before = False
        for sentence in sentences:
            follows = before and _ANAPHOR.search(sentence.text) and weighs.search(sentence.text)
            found = review.outline.within(block, *_FINDINGS) and finding.search(sentence.text)
            if bearing.search(sentence.text) or follows or found:
                yield sentence.span
            before = subject.search(sentence.text) is not None
