"""Where a report says that dates are left out, or that no learning event was held, and why."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_LATER = (SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN, SectionKind.CHANGES, SectionKind.GLOSSARY)


@cache
def _words(key: str, table: str = "left_out") -> Pattern:
    return lexicon.any_of(lexicon.load("roles")[table][key])


def for_identity(review: Review, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the passages that leave dates out whose reason is anonymity."""
    return tuple(span for span in spans if _words("identity").search(review.document.quote(span)))


def withheld(review: Review) -> tuple[Span, ...]:
    """Sentences that say that dates are left out, with a reason in them or in the next sentence."""
    found = []
    for sentences in review.prose.by_block.values():
        if review.outline.within(sentences[0].block, *_LATER) if sentences else True:
            continue
        for index, sentence in enumerate(sentences):
            if _words("withheld").search(sentence.text) and "date" in sentence.text.lower():
                following = sentences[index + 1].text if index + 1 < len(sentences) else ""
                if _reasoned(sentence.text) or _reasoned(following):
                    found.append(sentence.span)
    return tuple(found)


def _reasoned(text: str) -> bool:
    return bool(_words("reasons").search(text) or _words("identity").search(text))


def no_learning_event(review: Review) -> tuple[Span, ...]:
    """Where it is said that no learning event was held, with the reason in that sentence or the next."""
    found: list[Span] = []
    for sentences in review.prose.by_block.values():
        for index, sentence in enumerate(sentences):
            if _words("not_held", "learning").search(sentence.text):
                following = sentences[index + 1] if index + 1 < len(sentences) else None
                if _words("reasons").search(sentence.text):
                    found.append(sentence.span)
                elif following and _words("reasons").search(following.text):
                    found += [sentence.span, following.span]
    return tuple(found)
