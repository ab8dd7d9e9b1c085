"""How the analysis sees the men in a child's life, and the family as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.family import views
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

ANALYSIS = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.SUMMARY,
    SectionKind.GOOD_PRACTICE,
)
MEN = (Kin.FATHER, Kin.MALE_CARER, Kin.PARTNER)
_GROUPS = {
    Kin.MOTHER: "mother",
    Kin.FATHER: "father or partner",
    Kin.PARTNER: "father or partner",
    Kin.MALE_CARER: "father or partner",
    Kin.SIBLING: "siblings",
    Kin.GRANDPARENT: "wider family",
    Kin.WIDER: "wider family",
    Kin.PARENTS: "parents",
}


@dataclass(frozen=True, slots=True)
class Men:
    """Fathers and male carers in the report."""

    named: tuple[Span, ...]
    """Anywhere."""
    analysed: tuple[Span, ...]
    """Sentences of the analysis on their role, history or contact with agencies."""
    unknown: tuple[Span, ...]
    """Remarks that little was known of them, or that nobody asked."""
    headings: tuple[Span, ...]
    """Headings of the analysis that are about them."""


@dataclass(frozen=True, slots=True)
class WholeFamily:
    """Whether the analysis sees the family together."""

    explicit: tuple[Span, ...]
    """Passages on how services saw its members together, or each on its own."""
    members: dict[str, Span]
    """The members whom the analysis speaks of, with a place for each."""


_HE = compile_pattern(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_CALLED = compile_pattern(
    r"(?P<before>Mr [A-Z][\w’'-]*),? (?:as I|as we|whom|who|the|his|her|is|was|an?)\b[^.;]{0,40}\b(?:father|stepfather|partner)\b|"
    r"\b(?:father|stepfather|partner)\b[^.;]{0,30}?[,(]? ?(?:whom I shall call |called |known as |referred to as )?(?P<after>Mr [A-Z][\w’'-]*)"
)
"""How a report says that 'Mr K' is the father."""
_BY_SERVICES = compile_pattern(
    r"\b(?:agenc(?:y|ies)|services?|professionals?|practitioners?|workers?|staff|teams?|assessments?|plans?|records?|nobody|no[ -]one|none|each)\b",
    re.IGNORECASE,
)
_SEEING = compile_pattern(
    r"\b(?:saw|sees?|seen|seeing|view(?:ed|s)?|treat(?:ed|s)?|regard(?:ed|s)?|thought of|look(?:ed|s)? at|knew|known|assess(?:ed|es|ment)|"
    r"dealt with|consider(?:ed|s)?|understood|put together|link(?:ed|s)?)\b",
    re.IGNORECASE,
)
_SEVERAL = 3
"""Groups of the family (the child among them) that a sentence on how services saw people must name to speak of the family."""


def men(review: Review) -> Men:
    """Sentences on fathers, stepfathers and mothers' partners; 'he' carries on from the sentence before."""
    named: list[Span] = []
    analysed: list[Span] = []
    unknown: list[Span] = []
    headings: list[Span] = []
    about, last = False, -1
    account = frozenset(review.family.passages)
    called = _called(review)
    cited = frozenset(review.research.at_learning)
    for sentence in review.prose.sentences:
        if not _in_report(review, sentence.block):
            continue
        text, mentions = review.kin.of(sentence)
        man = [m for m in mentions if m.kin in MEN and m.gender != "f"]
        if sentence.block in review.outline.headings:
            if _analytic(review, sentence.block) and (man or pattern("household", "fathers.men").search(text)):
                headings.append(sentence.span)
            continue
        named_here = bool(man) or bool(called and called.search(text))
        others = any(m.kin not in MEN and m.gender != "f" and not m.possessive for m in mentions)
        of_men = sentence.span not in cited and _of_men(review, sentence.block, text)
        carried = sentence.block == last and about
        speaks = named_here or of_men or (carried and bool(_HE.search(text)))
        about = named_here or (carried and not others)
        last = sentence.block
        if not speaks:
            continue
        named.append(sentence.span)
        under = review.outline.section(sentence.block).heading in {heading.block for heading in headings}
        if _analytic(review, sentence.block) and (under or pattern("household", "fathers.role").search(text)):
            analysed.append(sentence.span)
        if sentence.span not in account and _remarkable(review, sentence.block) and _unknown(text, man):
            unknown.append(sentence.span)
    return Men(tuple(named), tuple(analysed), tuple(unknown), tuple(headings))


def _of_men(review: Review, block: int, text: str) -> bool:
    """Whether the analysis speaks of fathers or men as such."""
    found = pattern("household", "fathers.men").search(text) if _analytic(review, block) else None
    if found is None or not _JUST_MEN.fullmatch(found.group()):
        return found is not None
    return pattern("household", "fathers.unknown").search(text) is not None or any(
        m.kin in MEN for s in review.prose.sentences for m in review.kin.of(s)[1]
    )


_JUST_MEN = compile_pattern(r"(?:the )?m[ae]n", re.IGNORECASE)
"""In a report that knows of no father or partner these are strangers, such as those who exploited a child."""


def _called(review: Review) -> re.Pattern[str] | None:
    """The names under which the report speaks of a father or partner ('Mr K')."""
    names = {
        re.sub(r"['’]s$", "", match["before"] or match["after"])
        for sentence in review.prose.sentences
        for match in _CALLED.finditer(sentence.text)
    }
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names))) if names else None


def _unknown(text: str, man: list[Mention]) -> bool:
    """Whether a sentence about a man remarks on how little was known or asked of him."""
    if pattern("household", "fathers.unknown").search(text):
        return True
    ends = [m.end for m in man] + [m.end() for m in re.finditer(r"(?i)\bhe\b", text)]
    return any(
        0 <= match.start() - end <= 30
        for match in pattern("household", "fathers.unknown_of").finditer(text)
        for end in ends
    )


def whole_family(review: Review) -> WholeFamily:
    """Explicit passages on the family together, and the members whom the analysis speaks of."""
    analysis = list(_analysis(review))
    explicit = [s.span for s in analysis if _sees_family(review, s)]
    members: dict[str, Span] = {}
    for sentence in analysis:
        if _of_men(review, sentence.block, sentence.text):
            members.setdefault(_GROUPS[Kin.FATHER], sentence.span)
    members = _members(review, analysis, members)
    return WholeFamily(tuple(explicit), members)


def _members(review: Review, sentences: Iterable[Sentence], known: dict[str, Span]) -> dict[str, Span]:
    """The groups of the family that sentences name, each with its first place, besides those already known."""
    members = dict(known)
    for sentence in sentences:
        for mention in review.kin.of(sentence)[1]:
            if mention.kin in _GROUPS:
                span = Span(sentence.block, sentence.start + mention.start, sentence.start + mention.end)
                members.setdefault(_GROUPS[mention.kin], span)
    return members


def _sees_family(review: Review, sentence: Sentence) -> bool:
    """A remark on the family together or in pieces: in set words, or services that saw several of its members."""
    text, mentions = review.kin.of(sentence)
    if pattern("household", "lens.strong").search(text):
        return True
    groups = {"child" if m.kin is Kin.CHILD else _GROUPS.get(m.kin, "") for m in mentions} - {""}
    services = {m.service for m in review.agencies.within(sentence.span)}
    seen = len(list(_SEEING.finditer(text)))
    if len(services) > 1 and seen > 1 and len(groups) > 1:  # 'Probation knew the father and the clinic saw the mother'
        return True
    return len(groups) >= _SEVERAL and seen > 0 and bool(services or _BY_SERVICES.search(text))


def _analysis(review: Review) -> Iterator[Sentence]:
    return (s for s in review.prose.sentences if _in_report(review, s.block) and _analytic(review, s.block))


def _analytic(review: Review, block: int) -> bool:
    return views.kind(review, block) in ANALYSIS


def _remarkable(review: Review, block: int) -> bool:
    """Where a remark on what was not known is the reviewers' own: the analysis, the family, the child."""
    return views.kind(review, block) in (*ANALYSIS, SectionKind.FAMILY, SectionKind.CHILD, SectionKind.OTHER)


def _in_report(review: Review, block: int) -> bool:
    return not review.document.blocks[block].part and not review.outline.within(block, *views.NOT_READ)
