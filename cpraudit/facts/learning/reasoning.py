"""How a report reasons: why decisions were made, what else was open, what surrounded them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.learning.learning import GENERAL, TOLD
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

ANALYSED = (SectionKind.LEARNING, SectionKind.CORE_TASKS, SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES,
            SectionKind.GOOD_PRACTICE, SectionKind.CONCLUSION, SectionKind.OTHER, SectionKind.CHILD)  # fmt: skip

NEAR = 240
"""Characters after a factor within which its effect counts."""
CONDITIONAL = compile_pattern(r"\b(?:could|might|would|ought to) (?:\w+ ){0,2}have\b", re.IGNORECASE)
"""What was not done and is imagined, told without a past tense."""
FEWEST_IN_LEARNING = 2
"""Reasons in the learning from which those given in the narrative count with them (this project's own)."""
WHY = compile_pattern(r"\W*(?:so )?why\b.*\?$", re.IGNORECASE)
HEADED_WHY = compile_pattern(r"\W*(?:[\d.]+\s+)?(?:so )?why\b(?!.*\b(?:matters?|important|review|report|not)\b)", re.IGNORECASE)
"""A heading that asks why: each paragraph under it answers."""
WHO_DECIDED = compile_pattern(
    r"\b(?:practitioners?|staff|workers?|managers?|professionals?|those|officers?|clinicians?|nobody|no one|none|people|team)\b",
    re.IGNORECASE,
)
DECIDED = compile_pattern(
    r"\b(?:why|reasons?|reasoning|rationale|thinking|decisions?|what lay behind|understanding)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Where a report explains, weighs and sets in context."""

    explanations: tuple[Span, ...]
    """Sentences of the learning that say why."""
    alternatives: tuple[Span, ...]
    """Sentences of the learning that weigh what else could have been done."""
    unexplained: tuple[Span, ...]
    """Sentences that ask why and give no answer."""
    words: int
    """Words of the learning that tell what was done."""
    unavailable: tuple[Span, ...]
    """Where the report says that why could not be known, as those who knew were gone or did not remember."""
    points_explained: int
    """Learning points with at least one explanation, or with a contextual factor at work."""
    points: int
    """Learning points in all, without those that only praise."""
    factors: tuple[Span, ...]
    """Contextual factors that are only mentioned."""
    factors_at_work: tuple[Span, ...]
    """Contextual factors with their effect on practice, in the same or the next sentence."""


def find(review: Review) -> Reasoning:
    """Read the learning for reasons and alternatives, and the whole account for its context."""
    analysis = list(review.prose.sentences_in(SectionKind.LEARNING, SectionKind.CORE_TASKS))
    learning = dict.fromkeys(s for s in analysis if _told(review, s))
    narrated = [s for s in review.prose.sentences_in(SectionKind.NARRATIVE) if _of_practice(review, s)]
    analysis += [
        s for s in narrated if not review.outline.within(s.block, SectionKind.LEARNING, SectionKind.CORE_TASKS)
    ]
    imagined = [s for s in analysis if _told(review, s) or CONDITIONAL.search(s.text)]
    why, asked = lexicon.pattern("analysis", "why"), lexicon.pattern("analysis", "unexplained")
    weighed = lexicon.pattern("analysis", "alternatives")
    unexplained = [s for s in learning if asked.search(s.text)]
    answers = _answers_why(review)
    told = [s for s in analysis if _told(review, s)]
    explanations = [s for s in told if (s.span in answers or why.search(s.text)) and not asked.search(s.text)]
    if sum(s in learning for s in explanations) < FEWEST_IN_LEARNING:  # a narrative alone is no analysis
        explanations = [s for s in explanations if s in learning]
    context = _context(review)
    explained_in = {s.block for s in explanations} | {span.block for span in context["factors_at_work"]}
    praised = {span.block for span in review.praise.specific}
    points = [
        p for p in review.learning.points
        if explained_in & set(p.blocks) or (p.factual and not praised & set(p.blocks))
    ]  # fmt: skip
    return Reasoning(
        explanations=tuple(s.span for s in explanations),
        alternatives=tuple(s.span for s in imagined if weighed.search(s.text)),
        unexplained=tuple(s.span for s in unexplained),
        words=sum(len(s.text.split()) for s in learning),
        unavailable=tuple(_unavailable(review)),
        points_explained=sum(bool(explained_in & set(point.blocks)) for point in points),
        points=len(points),
        **context,
    )


def _unavailable(review: Review) -> Iterator[Span]:
    """Sentences that say that why cannot be known, where the people who decided are said to be out of reach."""
    gone, unknowable = lexicon.pattern("analysis", "unavailable"), lexicon.pattern("analysis", "unknowable")
    for sentences in review.prose.by_block.values():
        if not any(gone.search(s.text) and WHO_DECIDED.search(s.text) for s in sentences):
            continue
        for sentence in sentences:
            if unknowable.search(sentence.text) and DECIDED.search(sentence.text):
                yield sentence.span


def _of_practice(review: Review, sentence: Sentence) -> bool:
    """A sentence of the narrative on what a service or a practitioner did, where a reason is one of practice."""
    named = review.agencies.by_block.get(sentence.block) and any(review.agencies.within(sentence.span))
    return bool(named or lexicon.pattern("analysis", "blame.roles").search(sentence.text))


def _answers_why(review: Review) -> frozenset[Span]:
    """What follows a question why in the same paragraph, and what opens each paragraph under one that heads a section."""
    found: set[Span] = set()
    for block, sentences in review.prose.by_block.items():
        if review.outline.within(block, SectionKind.LEARNING) and WHY.match(sentences[0].text):
            found |= {s.span for s in sentences[1:2]}
        section = review.outline.section(block)
        if section.kind is SectionKind.LEARNING and HEADED_WHY.match(section.title) and block not in review.outline.headings:
            found |= {s.span for s in [s for s in sentences if _told(review, s)][:1]}
    return frozenset(found)


def _told(review: Review, sentence: Sentence) -> bool:
    """A sentence of prose about what was done: no heading, no advice for practice in general."""
    return (
        sentence.block not in review.outline.headings
        and len(sentence.text.split()) > 4
        and bool(TOLD.search(sentence.text))
    )


def _context(review: Review) -> dict[str, tuple[Span, ...]]:
    """Factors in the account and the learning; one that heads a section is at work in what stands under it."""
    factor, effect = lexicon.pattern("analysis", "context.factors"), lexicon.pattern("analysis", "context.effects")
    pressed, of_family = (lexicon.pattern("analysis", f"context.{key}") for key in ("pressed", "of_the_family"))
    noted = lexicon.pattern("analysis", "context.noted")
    only: list[Span] = []
    at_work: list[Span] = []
    for block, sentences in review.prose.by_block.items():
        if block in review.outline.headings or not review.outline.within(block, *ANALYSED):
            continue
        headed = bool(factor.search(review.outline.section(block).title))
        announced = headed or _is_listed(review, block)
        for number, sentence in enumerate(sentences):
            named = bool(factor.search(sentence.text))
            if not (named or headed) or GENERAL.search(sentence.text) or of_family.search(sentence.text):
                continue
            following = " ".join(s.text for s in sentences[number + 1 : number + 3])[:NEAR]
            if named and noted.search(sentence.text):
                at_work.append(sentence.span)
            elif not _told(review, sentence):
                only += [sentence.span] if named and (announced or pressed.search(sentence.text)) else []
            elif effect.search(_without(sentence.text, factor)) or effect.search(following):
                at_work.append(sentence.span)
            else:
                only.append(sentence.span)
    return {"factors": tuple(only), "factors_at_work": tuple(at_work)}


def _without(text: str, factor: Pattern) -> str:
    """A sentence without its factor, whose words may be those of an effect ('had lost three of its staff')."""
    match = factor.search(text)
    return text if match is None else f"{text[: match.start()]} – {text[match.end() :]}"


def _is_listed(review: Review, block: int) -> bool:
    """An entry of a list that is announced as one of contextual factors or pressures."""
    if review.document.blocks[block].kind is not BlockKind.LIST_ITEM:
        return False
    lead = lexicon.pattern("analysis", "context.lead")
    before = next(
        (
            b.text
            for b in reversed(review.document.blocks[max(0, block - 12) : block])
            if b.kind is not BlockKind.LIST_ITEM
        ),
        "",
    )
    return bool(lead.search(before) or lead.search(review.outline.section(block).title))
