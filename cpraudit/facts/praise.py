"""Good practice: specific examples (an agency or role and an act) and general praise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

NOT_READ = (SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.REFERENCES, SectionKind.CONTENTS,
            SectionKind.STATEMENT)  # fmt: skip
NONE_FOUND = re.compile(
    r"\bno (?:examples? of )?(?:good|effective|notable) practice (?:was|were|could be|has been) (?:found|identified)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Praise:
    """What is praised."""

    specific: tuple[Span, ...]
    general: tuple[Span, ...]
    section: bool
    none_found: tuple[Span, ...]
    """The report says that none was found."""


def find(review: Review) -> Praise:
    """Entries of a good-practice section, and sentences elsewhere that praise."""
    cues, general = lexicon.pattern("analysis", "praise.cues"), lexicon.pattern("analysis", "praise.general")
    specific: list[Span] = []
    vague: list[Span] = []
    sections = review.outline.of_kind(SectionKind.GOOD_PRACTICE)
    for sentence in review.prose.sentences_outside(*NOT_READ):
        if sentence.block in review.outline.headings:
            continue
        inside = review.outline.within(sentence.block, SectionKind.GOOD_PRACTICE)
        praised = cues.search(sentence.text) or re.match(r"Good practice:", sentence.text)
        if not (inside or praised or general.search(sentence.text)):
            continue
        acted = len(sentence.text.split()) >= 7 and _says_who_and_what(review, sentence.block, sentence.text)
        if (inside or praised) and acted and not (general.search(sentence.text) and not praised):
            specific.append(sentence.span)
        elif praised or general.search(sentence.text):
            vague.append(sentence.span)
    none = tuple(sentence.span for sentence, _ in review.prose.search(NONE_FOUND))
    return Praise(tuple(specific), tuple(vague), bool(sections), none)


def _says_who_and_what(review: Review, block: int, text: str) -> bool:
    """A role or service, and an act told of it."""
    role = lexicon.pattern("analysis", "blame.roles").search(text)
    sentence_mentions = any(mention.span.block == block for mention in review.agencies.mentions)
    act = re.search(r"\b\w{3,}(?:ed|ew|ave|aw|oke|ote|ook|ade|ept|ent|old|ang|ung|ought|ound)\b", text)
    return bool((role or sentence_mentions) and act)
