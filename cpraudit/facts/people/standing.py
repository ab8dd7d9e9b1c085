"""The reviewers' standing: what qualifies each of them, and what post or agency is told of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.people import names, posts
from cpraudit.facts.people.signatures import Signer
from cpraudit.facts.text import lexicon, places, quoting
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.found import Fact
    from cpraudit.facts.people.people import Person
    from cpraudit.facts.review import Review

_SAYS_WHAT = compile_pattern(
    r"\s*(?:\([^)]*\)\s*)?(?:[,(–—:-]\s*(?!who\b)|,?\s*(?:who )?(?:is|was|has been|had been|remains|becomes?|became)\s+"
    r"(?:(?:now|then|also|currently|previously|formerly|both|herself|himself|\w+ly)\s+)*(?=(?i:an?|the|one of|our)\s|[A-Z])|"
    r",?\s*(?:who )?(?:works?|worked|served|serves|trained|practi[sc]ed|spent|comes|came|manages|leads) (?:\w+ ){0,4}?(?:as|for|at|with|from|in)\s+)"
)
"""What may stand between a person and the post that is theirs; other verbs lead to somebody else's."""
_TOGETHER = compile_pattern(
    r"^\W*(?:both\b|each of (?:us|them)\b|between (?:us|them)\b|(?:we|they) (?:are|have|were) (?:both|each)\b|(?:the |our )?(?:two )?(?:independent )?reviewers (?:are|have|were|bring|hold|both)\b)",
    re.IGNORECASE,
)
"""What is said of all the reviewers at once."""
_BOTH = compile_pattern(r",? (?:who are |are )?(?:both|each|all)\b", re.IGNORECASE)
"""The same behind their names ('A and B, both social workers')."""


_I_WAS = compile_pattern(
    r"\b(?:I (?:am|was|have been|had been)(?: \w+ly| once| now| then| still| also| first| for (?:\w+[ -]){1,4}years?,?)? (?=an?\b|the\b)|"
    r"I (?:\w+ )?(?:worked|work|served|trained|train|qualified|practised|registered|started out|began|spent)\b[^.;]{0,40}?\bas\b|"
    r"I (?:\w+ )?(?:retired|come|came) (?:\w+ ){0,3}from (?:an?|the|my)\b|I used to (?:manage|lead|run|teach|be|work)\b|"
    r"I (?:\w+ )?(?:led|lead|managed|manage|ran|run|headed|head|taught|worked|served)\b(?! (?:the|this|our) (?:review|work|day|event|discussion|panel|group)\b)|"
    r"(?:my (?:own )?(?:background|profession|career|training|working life|work) (?:is|was|has been|had been)\b|by (?:training|profession|background),? I am\b))",
    re.IGNORECASE,
)
"""What a reviewer who says 'I' begins to tell of a post or a training with."""
_LED = compile_pattern(r"^I (?:\w+ )?(?:led|lead|managed|manage|ran|run|headed|head|taught|worked|served)$", re.IGNORECASE)
"""Where it is one only with a number of years."""
_YEARS = compile_pattern(r"\byears\b|\buntil I retired\b|\bcareer\b|\bmy (?:whole )?working life\b", re.IGNORECASE)
_FIELD = compile_pattern(
    r"\b(?:nurs(?:e|es|ing)|midwi(?:fe|ves|fery)|police|policing|social (?:work|care)|teach(?:er|ers|ing)|education|probation|law|paediatrics|medicine|health visiting|youth work|"
    r"schools?|hospitals?|wards?|family centres?|children['’]s services|child protection|safeguarding)\b",
    re.IGNORECASE,
)
"""A field of work, where no post in it is named."""


_NAME_ALONE = 5
"""Words of a line that is a name, with a title before it."""


def qualifications(review: Review) -> tuple[tuple[Span, ...], ...]:
    """For each reviewer, where a specific qualification, post or experience is told (empty where none is)."""
    cues = lexicon.pattern("standing", "qualified")
    reviewers = review.people.reviewers
    told = tuple(_told_of(review, fact.value, fact.spans, cues) for fact in reviewers)
    if len(reviewers) == 1 and not told[0] and reviewers[0].value.name:
        return (tuple(_told_by_self(review)),)
    return told


def in_general(review: Review) -> tuple[Span, ...]:
    """Where reviewers are only said to be experienced or qualified ('a reviewer with experience in safeguarding')."""
    told = lexicon.pattern("standing", "in_general")
    return tuple(
        sentence.span
        for sentence in review.prose.sentences_outside(SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.STATEMENT)
        if told.search(sentence.text)
    )


def without_place(review: Review) -> tuple[Fact[Person], ...]:
    """Reviewers named elsewhere for whom the signature block has no place at all."""
    lines = review.signoff.by(Signer.REVIEWER)
    named = [fact for fact in review.people.reviewers if fact.value.name]
    if not lines or len(lines) >= len(named) or any(place.name is None for place in lines):
        return ()
    return tuple(
        fact for fact in named
        if not any(names.same(fact.value.name or "", place.name or "") for place in lines)
    )  # fmt: skip


def roles(review: Review) -> tuple[tuple[Span, ...], ...]:
    """For each reviewer, where an agency, a post, or 'independent' or 'external' reviewer is told."""
    cues = lexicon.any_of(lexicon.load("standing")["qualified"] + lexicon.load("standing")["independent"])
    found = []
    for fact in review.people.reviewers:
        known = fact.value.agency or (fact.value.role and cues.search(fact.value.role))
        found.append(tuple(fact.spans[:1]) if known else _told_of(review, fact.value, fact.spans, cues))
    if len(found) == 1 and not found[0] and review.people.reviewers[0].value.name:
        return (tuple(_told_by_self(review)),)
    return tuple(found)


def _told_of(review: Review, person: Person, spans: tuple[Span, ...], cues: Pattern) -> tuple[Span, ...]:
    """Sentences about a reviewer: with the surname, beside the name, 'I am' and 'She is' in the same block, or of all."""
    if person.name is None:
        return ()
    surname = person.name.split()[-1]
    beside = {span.block for span in spans}
    others = [f.value.name.split()[-1] for f in review.people.reviewers if f.value.name and f.value.name != person.name]
    found: list[Span] = []
    for block in review.prose.blocks:
        near = surname in block.text or block.index in beside
        if near:
            found += _sentences_of(review, block, surname, others, cues)
        elif places.may_tell_review(review.outline, block.index) or review.outline.within(
            block.index, SectionKind.STATEMENT
        ):
            found += _by_first_name(review, block, person.name.split()[0], cues)
        if near or review.outline.within(block.index, SectionKind.STATEMENT):
            found += _of_all(review, block, cues)
        if _stands_over(review, block, person.name) and _tells(f", {block.text}", cues):
            found.append(review.document.whole(block.index))
    return tuple(found)


def _stands_over(review: Review, block: Block, name: str) -> bool:
    """Whether the line above holds a name and nothing else, as where a report is signed."""
    above = review.document.blocks[block.index - 1].text.strip(" ,.:") if block.index else ""
    return len(above.split()) <= _NAME_ALONE and names.same(above, name)


def _by_first_name(review: Review, block: Block, first: str, cues: Pattern) -> Iterator[Span]:
    """Sentences that open with a reviewer's first name, as reports do that are written for families."""
    for sentence in review.prose.by_block.get(block.index, ()):
        if re.match(rf"\W*{re.escape(first)}\b(?!['’]s)", sentence.text) and _tells(sentence.text.split(first, 1)[1], cues):
            yield sentence.span


def _told_by_self(review: Review) -> Iterator[Span]:
    """What the only reviewer says of a post or a training, in the first person and where the report tells how it was done."""
    for sentence in review.prose.sentences:
        if not places.may_tell_review(review.outline, sentence.block) and not review.outline.within(
            sentence.block, SectionKind.STATEMENT
        ):
            continue
        text = quoting.masked(sentence.text)
        says = _I_WAS.search(text)
        if says is None:
            continue
        rest = re.split(r"[.;]", text[says.end() :])[0]
        led = _LED.search(says.group()) is not None
        if (led and _YEARS.search(text) and _FIELD.search(rest)) or (not led and (posts.posts_in(rest) or _FIELD.search(rest))):
            yield sentence.span


def _of_all(review: Review, block: Block, cues: Pattern) -> Iterator[Span]:
    for sentence in review.prose.by_block.get(block.index, ()):
        people = names.names_in(sentence.text)
        together = _BOTH.match(sentence.text, people[-1][2]) if len(people) > 1 else None
        together = together if people else _TOGETHER.match(sentence.text)
        told = sentence.text[together.end() :] if together else ""
        if cues.search(told) or posts.posts_in(re.split(r"[,.;]", told)[0]):
            yield sentence.span


def _tells(text: str, cues: Pattern) -> bool:
    """Whether words about somebody tell what they are: a cue, or a post that is theirs."""
    if cues.search(text):
        return True
    says = _SAYS_WHAT.match(text) or _SAYS_WHAT.match(f" {text}")
    return says is not None and bool(posts.posts_in(re.split(r"[.;]", text)[0]))


def _sentences_of(review: Review, block: Block, surname: str, others: list[str], cues: Pattern) -> list[Span]:
    found = []
    current = ""
    for sentence in review.prose.by_block.get(block.index, ()):
        named = [name for name in (surname, *others) if name in sentence.text]
        if not named and names.names_in(sentence.text):
            current = "somebody else"
        current = named[-1] if named else current
        if surname in named:
            start = sentence.text.index(surname)
            ends = [
                sentence.text.index(other)
                for other in others
                if other in sentence.text[start:] and sentence.text.index(other) > start
            ]
            text = sentence.text[start + len(surname) : min(ends, default=len(sentence.text))]
        elif current in (surname, "") and not named:
            text = re.sub(r"^\W*(?:She|He|They|I)\b", "", sentence.text)
        else:
            text = ""
        if _tells(text, cues):
            found.append(sentence.span)
    return found
