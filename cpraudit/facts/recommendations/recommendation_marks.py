"""How a recommendation is marked beside its words, or all of them in one sentence: strategic, local, and so on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind
from cpraudit.facts.recommendations.recommendation_drafts import Draft
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_MARK = r"(?:strategic|operational|local|regional|national|all[- ]wales)"
_MARKS = rf"{_MARK}(?:\s*(?:,|;|/|\||&|and|–|-)\s*{_MARK})*(?: (?:level|recommendation|action|priority))?"
_BESIDE = compile_pattern(
    rf"^\W{{0,2}}(?P<before>{_MARKS})\s*[:)\]–—]|[(\[](?P<bracket>{_MARKS})[)\]]|"
    rf"\b(?:level|type|kind|category|scope)\s*[:–—-]\s*(?P<said>{_MARKS})\b|"
    rf"(?:^|[.;–—]\s*)(?P<after>{_MARKS})\s*\.?$",
    re.IGNORECASE,
)
_OF_ALL = compile_pattern(
    rf"\b(?:all|each|every|both|these|the(?: following)?)\b[^.]{{0,40}}\brecommendations?\b[^.]{{0,30}}\b(?:is|are)\b"
    rf"(?: all| made| intended| addressed| directed| meant)*(?: at| for)?(?: an?| the)? (?P<mark>{_MARK})\b"
    rf"(?! (?:authorit|board|council|partner|health|safeguarding)| (?:and|or) (?:strategic|operational|local|"
    rf"regional|national)|,)",
    re.IGNORECASE,
)
_REGION = compile_pattern(r"^for (?:the )?(?:whole )?region\b", re.IGNORECASE)
_BODY = compile_pattern(
    r"\b(?:local|regional|national) (?:authorit|health|board|council|partner|safeguarding|service)", re.IGNORECASE
)
_MOST_LEAD_WORDS = 7


def beside(draft: Draft) -> str:
    """'(Strategic, local)', 'Operational: ...', 'Level: regional': the marks beside its words; empty where none."""
    return " ".join(word for match in _BESIDE.finditer(draft.text) for word in match.groups() if word)


def lead(draft: Draft) -> str:
    """A short lead-in that groups by level ('Local recommendations:'); the name of a body is no level."""
    words = draft.around
    if len(words.split()) > _MOST_LEAD_WORDS or _BODY.search(words) or re.search(r"\b(?:should|must)\b", words):
        return ""
    return "regional" if _REGION.match(words) else words


def of_all(review: Review) -> str:
    """The one mark that a sentence gives to all the recommendations ('all are operational'); empty where none."""
    kinds = (SectionKind.RECOMMENDATIONS, SectionKind.IMPROVING, SectionKind.ACTION_PLAN)
    for _, match in review.prose.search(_OF_ALL, *kinds):
        return str(match["mark"]).lower()
    return ""
