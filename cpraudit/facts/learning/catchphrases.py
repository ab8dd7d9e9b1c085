"""Catch-phrases of the field, and whether each use is taken apart or leant on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

NOT_READ = (SectionKind.REFERENCES, SectionKind.GLOSSARY, SectionKind.TERMS, SectionKind.CONTENTS)
POLICY = compile_pattern(r"\b(?:policy|pathway|procedure|protocol|guidance|category|code)\b", re.IGNORECASE)
ADULT = compile_pattern(
    r"\b(?:mother|father|mum|dad|partner|parents?|practitioners?|member|staff|agency|service|GP|officers?)\b[^.]{0,40}$",
    re.IGNORECASE,
)

_CAUSE_BEFORE = compile_pattern(r"\b(?:because of|due to|owing to|by reason of|as a result of|on account of|because)\b[^.;]{0,25}$", re.IGNORECASE)
_CAUSE_AFTER = compile_pattern(
    r"^\W*(?:was|is|were|being|had been|remained|became)?(?: \w+){0,3} (?:reasons?|explanations?|grounds?|causes?)\b"
    r"(?: (?:given|cited|recorded|offered|stated|noted))?",
    re.IGNORECASE,
)
"""'Lack of engagement was the reason given' gives it as the reason, as 'closed due to it' does."""
_OPPOSES = compile_pattern(r"\W*(?:I|We|Some|Others|My|Our)\b")
"""How one begins that may go on about a phrase that was quoted."""
_DENIED = compile_pattern(r"\b(?:she|he|they|it|this|that)(?: (?:is|was|were|are)(?: not|n['’]t)|['’]s not)(?: (?:really|in truth|simply|just))?(?: an? (?:\w+ of )?)? ?[“‘\"]?$", re.IGNORECASE)
"""'She was not hard to reach': a phrase about a family is denied."""
_OF_FAMILY = frozenset({"disguised compliance", "lack of engagement", "hard to reach"})
_TAKES_UP = compile_pattern(
    r"\W*(?:This|That|It|She|He|They|These|Those|There|The|Her|His|Their|In|What|Why|One|An?|When|Had|No(?:body)?|Instead|For|But|And|Staff|Practitioners|(?:I|We) (?:would|should) (?:rather|sooner|prefer))\b"
)
"""How a sentence begins that may go on about the one before it."""


@dataclass(frozen=True, slots=True)
class CatchPhrase:
    """One use of one phrase."""

    phrase: str
    span: Span
    unpacked: bool
    """Explained, questioned, or followed by its reason, in its own sentence or the next two."""


def find(review: Review) -> tuple[CatchPhrase, ...]:
    """Every use, in reading order."""
    data = lexicon.load("publication")["catch_phrases"]
    patterns = {phrase: lexicon.pattern("publication", f"catch_phrases.{phrase}") for phrase in data}
    found = []
    for sentence in review.prose.sentences_outside(*NOT_READ):
        for phrase, pattern in patterns.items():
            for match in pattern.finditer(sentence.text):
                if phrase == "did not attend" and not _of_a_child(sentence, match):
                    continue
                span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                found.append(CatchPhrase(phrase, span, _unpacked(review, sentence, phrase, match)))
    return tuple(found)


def _of_a_child(sentence: Sentence, match: re.Match[str]) -> bool:
    """'The practitioner did not attend the meeting' is no catch-phrase; an appointment that a child missed is."""
    after = sentence.text[match.end() : match.end() + 60].lower()
    if re.match(r"\s+(?:the |a )?(?:learning event|meeting|conference|core group|panel|school|because)", after):
        return False
    return not ADULT.search(sentence.text[: match.start()])


def _unpacked(review: Review, sentence: Sentence, phrase: str, match: re.Match[str]) -> bool:
    if sentence.block in review.outline.headings:
        return True  # a heading announces; what stands under it is judged
    around = sentence.text
    quoted = around[max(0, match.start() - 1) : match.start()] in ("“", "‘", '"', "'")
    if quoted and lexicon.pattern("publication", "unpacked").search(around):
        return True
    if (phrase in _OF_FAMILY and _DENIED.search(around[: match.start()])) or POLICY.search(around[match.end() : match.end() + 40]):
        return True
    sentences = review.prose.by_block[sentence.block]
    at = sentences.index(sentence)
    unpacked = lexicon.pattern("publication", "unpacked")
    led = _CAUSE_BEFORE.search(around[: match.start()])  # 'closed due to lack of engagement' gives it as the reason
    after = _CAUSE_AFTER.sub("", around[match.end() :], count=1)
    own = (around[: led.start()] if led else around[: match.start()]) + " " + after
    following = (s.text for s in sentences[at + 1 : at + 3] if _TAKES_UP.match(s.text) or (quoted and _OPPOSES.match(s.text)))
    return any(unpacked.search(text) for text in (own, *following))
