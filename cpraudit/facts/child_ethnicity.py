"""The ethnicity or heritage of the index child or of the family."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts import child_particulars
from cpraudit.facts.children import NOT_READ
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.lexicon import any_of, load, pattern

if TYPE_CHECKING:
    from cpraudit.facts.cast import Cast
    from cpraudit.facts.review import Review

_LABEL = re.compile(r"(?i)^\W*(?:child(?:['’]s)? )?(?:ethnic\w*|heritage|race|nationality|cultur\w+)\b")
_NOT_A_PERSON = re.compile(
    r"\s+(?:Government|Ambulance|language|Women|speak|bag|box|market|Assembly|Office|Paper|"
    r"guidance|NHS|schools?)"
)


def find(review: Review, cast: Cast) -> Fact[str] | None:
    """As written; the words count only beside one that tells whose they are ('of ... heritage', 'is White Welsh')."""
    for row in child_particulars.rows(review, cast):
        if (
            _LABEL.match(row.label)
            and not pattern("children", "withheld").search(row.value)
            and not re.search(r"(?i)\bnot (?:known|recorded|given|stated)\b", row.value)
        ):
            return Fact(row.value, (row.span,), "particulars")
    words = any_of(load("children")["ethnic"], case=True)
    beside = pattern("children", "ethnic_beside")
    for sentence in review.prose.sentences_outside(*NOT_READ):
        match = words.search(sentence.text)
        if not match or _NOT_A_PERSON.match(sentence.text[match.end() :]):
            continue
        in_cell = review.document.blocks[sentence.block].cell is not None
        if in_cell or beside.search(sentence.text[max(0, match.start() - 40) : match.start()]):
            span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
            return Fact(match.group().removeprefix("of "), (span,), "text", Confidence.MEDIUM)
    return None
