"""Judgements of a person or a role, as against a system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

NOT_READ = (SectionKind.REFERENCES, SectionKind.GLOSSARY, SectionKind.TERMS, SectionKind.RECOMMENDATIONS,
            SectionKind.TITLE, SectionKind.PROCEEDINGS)  # fmt: skip
QUOTED = compile_pattern(r"[“\"][^”\"]*[”\"]")
NOT_SAID = compile_pattern(
    r"\b(?:not|no|nobody|never|without|rather than|neither|nor|hindsight|does not|did not seek)\b[^.]{0,40}$",
    re.IGNORECASE,
)

_AS_DUE = compile_pattern(r"\bas (?:s?he|they|it) (?:\w+ )?(?:should|ought to) have\b", re.IGNORECASE)
"""'She rang the ward, as she should have' is no blame."""

OWN = "conduct|practice|actions|attitude|work|performance|approach|behaviour|response|judgement"
"""What may be judged of a worker ('her conduct was inexcusable')."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement of an individual."""

    span: Span
    strong: bool
    """Negligent, incompetent, without excuse; or a worker who can be identified is criticised."""


@cache
def _of_role(key: str) -> Pattern:
    """A role or a pronoun, then within a few words the judgement."""
    data = lexicon.load("analysis")["blame"]
    roles, judged = "|".join(data["roles"]), "|".join(data[key])
    return compile_pattern(
        rf"\b(?:{roles}|s?he|(?:her|his) (?:{OWN}))\b(?:\W+\w+){{0,10}}?\W+(?:{judged})(?!\w)", re.IGNORECASE
    )


def find(review: Review) -> tuple[Judgement, ...]:
    """Sentences of the authors (quotations left out) that judge an individual or a role."""
    found = []
    roles = lexicon.pattern("analysis", "blame.roles")
    words = [(lexicon.pattern("analysis", f"blame.{key}"), _of_role(key), key == "strong") for key in ("strong", "mild")]
    for sentence in review.prose.sentences_outside(*NOT_READ):
        own = QUOTED.sub(lambda match: " " * len(match.group()), sentence.text)
        for judged, by_role, is_strong in words:
            match = by_role.search(own) if judged.search(own) else None
            if match and _AS_DUE.search(match.group()):
                continue
            if match and _as_told_by_family(review, sentence, match.start()):
                continue
            if match and _is_worker(review, sentence, own, match, roles) and not NOT_SAID.search(own[: match.start()]):
                found.append(Judgement(sentence.span, is_strong or _names(own, match)))
                break
    return tuple(found)


def _is_worker(review: Review, sentence: Sentence, own: str, match: re.Match[str], roles: Pattern) -> bool:
    """A pronoun counts only where a worker, not a relative, was spoken of last."""
    if roles.match(match.group()):
        return True
    sentences = review.prose.by_block[sentence.block]
    at = sentences.index(sentence)
    before = " ".join(s.text for s in sentences[:at]) + " " + own[: match.start()]
    workers = [m.end() for m in roles.finditer(before)]
    relatives = [
        m.end() for m in re.finditer(r"\b(?:mother|father|mum|dad|partner|parents?|family)\b", before, re.IGNORECASE)
    ]
    return bool(workers) and (not relatives or workers[-1] > relatives[-1])


_TOLD = compile_pattern(
    r"\b(?:told|said|says|felt|feels|thought|thinks|believed|described|called|wrote|asked|complained)\b"
)


def _as_told_by_family(review: Review, sentence: Sentence, at: int) -> bool:
    """Whether the judgement is a relative's, which the report only passes on."""
    text, mentions = review.kin.of(sentence)
    first = min((m.end for m in mentions if not m.possessive), default=len(text))
    return first < at and _TOLD.search(text, first, at) is not None


def _names(own: str, match: re.Match[str]) -> bool:
    """A worker named in full beside the judgement."""
    around = own[max(0, match.start() - 40) : match.end()]
    return bool(
        re.search(r"\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z][a-z]+, (?:social|health|the)", around)
    )
