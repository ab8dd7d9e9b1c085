"""What happened to the child: outcome and kind of harm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.case import others_deaths
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence


class Outcome(StrEnum):
    """The three outcomes in the guidance's criteria."""

    DEATH = "death"
    INJURY = "life-threatening-injury"
    IMPAIRMENT = "serious-impairment"


class Harm(StrEnum):
    """Primary kind of harm (Table 1 of the 2023 review, with its two medical and other rows)."""

    SUICIDE = "suicide"
    MEDICAL = "natural-causes-or-medical"
    OTHER = "other"
    PHYSICAL = "non-fatal-physical-abuse"
    SUDI = "sudi"
    NEGLECT = "non-fatal-neglect"
    FATAL_PHYSICAL = "fatal-physical-abuse"
    CSA = "csa-intrafamilial"
    CSE = "cse-extrafamilial"
    FATAL_NEGLECT = "fatal-neglect"
    EMOTIONAL = "non-fatal-emotional-abuse"


@dataclass(frozen=True, slots=True)
class Event:
    """The significant event."""

    outcome: Fact[Outcome] | None
    harm: Fact[Harm] | None
    pending: tuple[Span, ...] = ()
    """Where a pending inquest or trial, or anonymity, is given as the reason for telling no more."""


PENDING = compile_pattern(
    r"\b(?:pending|until|await\w*|subject to|so as not to prejudice|for legal reasons)\b[^.]{0,60}\b(?:inquest|trial|proceedings|coroner)\b|"
    r"\b(?:circumstances|details|cause)\b[^.]{0,60}\b(?:withheld|omitted|not (?:given|told|described|included))\b[^.]{0,80}\b(?:anonym\w+|identif\w+|confidential\w*|inquest|trial)",
    re.IGNORECASE,
)
OPENING = (
    SectionKind.CIRCUMSTANCES,
    SectionKind.SCOPE,
    SectionKind.KEY_DATES,
    SectionKind.SUMMARY,
    SectionKind.TITLE,
    SectionKind.OTHER,
)
WEIGHT = {
    SectionKind.KEY_DATES: 4,
    SectionKind.CIRCUMSTANCES: 3,
    SectionKind.SUMMARY: 3,
    SectionKind.SCOPE: 3,
    SectionKind.OTHER: 2,
    SectionKind.TITLE: 1,
}
CRITERIA = compile_pattern(
    r"\b(?:criteri(?:a|on) for|tests? for|reviews? (?:\([^)]*\) )?(?:is|are) held|is held (?:if|when|where)|any of the following cases|has died[;,]? or|; or sustained|or sustained (?:a )?potentially|died or |must undertake|namely|death or serious)\b",
    re.IGNORECASE,
)
SOMEONE_ELSE = compile_pattern(
    r"\b(?<!by )(?<!with )(?:(?:his|her|their|the) (?:(?:maternal|paternal|step|half)[- ]?)?(?:mother|father|grand\w+|uncle|aunt|partner|friend|sibling|brother|sister|birth father)|\w+['’]s (?:birth )?(?:father|mother|brother|sister|grandmother|grandfather))"
    r"(?:'s|’s)?\b[^.,;]{0,25}\b(?:died|death|took)\b",
    re.IGNORECASE,
)
NOT_SAID = compile_pattern(r"\b(?:not|no|never|without|purpose|inquiry into)\b[^.]{0,25}$", re.IGNORECASE)
NEARLY = compile_pattern(
    r"\b(?:nearly|almost|close to|brink of|danger of|risk of|(?:could|might|may|would) (?:well |easily )?have|thought (?:he|she|they)(?: had)?|"
    r"fear(?:ed|ing) (?:he|she|they|that \w+)(?: had| would)?)\s*$",
    re.IGNORECASE,
)
"""Before a death that did not come about."""
_WHO = compile_pattern(r"\b(?:mother|father|parent|partner|brother|sister|uncle|aunt|friend|step\w+|grand\w+),? who (?:\w+ )?$", re.IGNORECASE)
"""Before what a relative did ('killed by their mother, who then took her own life')."""
MET = compile_pattern(r"\bcriteri(?:a|on)\b[^.]{0,80}\b(?:is|are|was|were|has been|have been|being) (?:\w+ )?met\b", re.IGNORECASE)
THREATENING = compile_pattern(r"\blife[- ]threatening\b", re.IGNORECASE)
"""Said outright, an injury that threatened life is not outweighed by what it left behind."""
CAUSE = compile_pattern(
    r"\b(?:medical )?causes? of (?:(?:the|his|her|their|\w+['’]s) )?(?:child['’]s )?death (?:was|is|as|were|being)\b(?: (?:given|recorded|certified|found|stated)(?: to be| as)?)?|"
    r"\b(?:gave|recorded|certified|found) the (?:medical )?cause of (?:(?:the|his|her|their) )?death (?:as|to be)\b|"
    r"\b(?:died|death) (?:suddenly )?(?:of|from|by|was due to|due to|as a result of|after)\b|\b(?:finding|conclusion|verdict) of\b",
    re.IGNORECASE,
)
"""Where a cause of death is said outright."""
CONVICTED = compile_pattern(
    r"\b(?:convicted|guilty|charged|sentenced|imprisoned|jailed|conviction)\b[^.;]{0,30}?\b(?:of|with|to|for)\b", re.IGNORECASE
)
"""Where a court's word for what was done follows."""
OUTRIGHT = 45
"""Characters after the words 'cause of death was', or 'was convicted of', in which the cause or the crime stands."""
ILLNESS = compile_pattern(
    r"\b(?:\w*(?:pneumonia|itis|a?emia|osis|pathy|sepsis|embolism|thrombosis|oedema)|(?:complications?|effects) (?:of|from|arising)|SUDEP|"
    r"(?:acute |severe )?asthma|epilep\w+|seizures?|infections?|influenza|flu|cancer|tumou?r|leuk\w+|disease|syndrome|disorder|virus|"
    r"(?:heart|liver|kidney|renal|organ|respiratory|cardiac) (?:failure|arrest|defect|condition)|anaphyla\w+|illness|natural causes)\b",
    re.IGNORECASE,
)
"""What a cause of death that is an illness is called, by its form as much as by its name."""
INFANT = compile_pattern(
    r"\b(?:bab(?:y|ies)|infants?|infancy|new-?born|cot|crib|moses basket|toddler|(?:\w+|\d+)[- ](?:days?|weeks?|months?)(?:[- ]old| of age)?|breast-?fe\w+|feed)\b",
    re.IGNORECASE,
)
LIMBS = tuple(
    compile_pattern(form, re.IGNORECASE)
    for form in (
        r"\b(?:died|death)\b",
        r"\blife[- ]threatening\b|\bdanger of (?:his|her|their|its) li(?:fe|ves)\b",
        r"\b(?:permanent|lasting) (?:impairment|harm)\b|\bimpaired\b",
    )
)
"""The three outcomes of the criteria: a passage that names more than one quotes them, and tells nothing of this child."""
NOT_READ = (
    SectionKind.TERMS,
    SectionKind.REFERENCES,
    SectionKind.RECOMMENDATIONS,
    SectionKind.CONTENTS,
    SectionKind.GLOSSARY,
    SectionKind.BACKGROUND,
)
FATAL = {
    "physical": (Harm.FATAL_PHYSICAL, Harm.PHYSICAL),
    "neglect": (Harm.FATAL_NEGLECT, Harm.NEGLECT),
    "emotional": (Harm.EMOTIONAL, Harm.EMOTIONAL),
}
PLAIN = (
    "suicide",
    "csa-intrafamilial",
    "sudi",
    "cse-extrafamilial",
    "physical",
    "neglect",
    "natural-causes-or-medical",
    "emotional",
    "other",
)
"""Kinds of harm; where two weigh the same, the more telling comes first."""
_MEDICAL = "natural-causes-or-medical"


def find(review: Review) -> Event:
    """Read the circumstances, the key facts and the summary; the criteria that the form prints are no evidence."""
    opening = [s for s in review.prose.sentences_in(*OPENING) if not review.outline.within(s.block, *NOT_READ)]
    body = [s for s in review.prose.sentences_outside(*NOT_READ) if s.block < len(review.document.blocks)]
    early = _outcome(review, opening)
    outcome = early or _outcome(review, body) or _met_criterion(opening)
    weigh = ((opening, 2.0), (body, 4.0 if early else 2.0))  # where the event is told in the narrative, so is the harm
    pending = tuple(s.span for s in opening if PENDING.search(s.text))
    return Event(outcome, _harm(review, weigh, outcome.value if outcome else None), pending)


def _weight(review: Review, sentence: Sentence) -> int:
    return WEIGHT.get(review.outline.kind(sentence.block), 1)


def _hits(sentence: Sentence, pattern: Pattern, unless: Pattern | None = None) -> list[re.Match[str]]:
    """Where a sentence says one of these, and neither denies it nor recites the criteria (nor says `unless` before it)."""
    unless = unless or NOT_SAID
    if CRITERIA.search(sentence.text) and sum(bool(limb.search(sentence.text)) for limb in LIMBS) != 1:
        return []
    told = (m for m in pattern.finditer(sentence.text) if not NOT_SAID.search(sentence.text[: m.start()]))
    return [m for m in told if unless is NOT_SAID or not unless.search(sentence.text[: m.start()])]


def _outcome(review: Review, sentences: Iterable[Sentence]) -> Fact[Outcome] | None:
    scores: dict[Outcome, float] = {}
    spans: dict[Outcome, list[Span]] = {}
    outright = False
    for sentence in sentences:
        outright = outright or bool(THREATENING.search(sentence.text))
        elsewhere = SOMEONE_ELSE.search(sentence.text)
        for kind in Outcome:
            unless = NEARLY if kind is Outcome.DEATH else None
            hits = _hits(sentence, lexicon.pattern("event", f"outcome.{kind}"), unless)
            if kind is Outcome.DEATH:
                hits = [] if elsewhere else [hit for hit in hits if not others_deaths.is_anothers(sentence.text, hit)]
            if hits:
                scores[kind] = scores.get(kind, 0) + _weight(review, sentence)
                match = hits[0]
                spans.setdefault(kind, []).append(
                    Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                )
    if not scores:
        return None
    best = max(Outcome, key=lambda kind: scores.get(kind, 0))  # of two that weigh the same, the graver
    if best is not Outcome.DEATH and scores.get(Outcome.DEATH, 0) >= 6 and scores[Outcome.DEATH] >= 0.6 * scores[best]:
        best = Outcome.DEATH
    lasting = scores.get(Outcome.IMPAIRMENT, 0)
    if best is Outcome.INJURY and lasting and (lasting >= scores[best] or (2 * lasting >= scores[best] and not outright)):
        best = Outcome.IMPAIRMENT
    return Fact(
        best, tuple(spans[best][:3]), "circumstances", Confidence.HIGH if scores[best] >= 3 else Confidence.MEDIUM
    )


def _met_criterion(opening: Iterable[Sentence]) -> Fact[Outcome] | None:
    """The one outcome of a criterion that is said to be met; a sentence that recites them all names more."""
    for sentence in opening:
        if CRITERIA.search(sentence.text) and MET.search(sentence.text):
            told = [(kind, m) for kind in Outcome if (m := lexicon.pattern("event", f"outcome.{kind}").search(sentence.text))]
            if len(told) == 1:
                kind, match = told[0]
                span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                return Fact(kind, (span,), "criterion", Confidence.MEDIUM)
    return None


def _illnesses(sentence: Sentence) -> list[Span]:
    """Illnesses that a sentence gives as the cause of a death."""
    found = []
    for cause in CAUSE.finditer(sentence.text):
        illness = ILLNESS.search(sentence.text, cause.end(), cause.end() + OUTRIGHT)
        if illness and not NOT_SAID.search(sentence.text[: cause.start()]):
            found.append(Span(sentence.block, sentence.start + illness.start(), sentence.start + illness.end()))
    return found


def _follows(told: Pattern, text: str, at: int) -> bool:
    """Whether a kind of harm stands where words that give one outright lead to it."""
    return any(0 <= at - cause.end() <= OUTRIGHT for cause in told.finditer(text))


def _harm(
    review: Review, passages: Iterable[tuple[list[Sentence], float]], outcome: Outcome | None
) -> Fact[Harm] | None:
    """The kind that weighs most in the first of these passages in which one weighs enough."""
    for sentences, least in passages:
        scores: dict[str, float] = dict.fromkeys(PLAIN, 0.0)
        spans: dict[str, list[Span]] = {}
        for sentence in sentences:
            for name in PLAIN:
                hits = _hits(sentence, lexicon.pattern("event", f"harm.{name}"), _WHO if name == "suicide" else None)
                for match in hits[:2]:
                    caused, judged = (_follows(told, sentence.text, match.start()) for told in (CAUSE, CONVICTED))
                    scores[name] += _weight(review, sentence) + (16 if judged else 8 if caused else 0)
                    spans.setdefault(name, []).append(
                        Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                    )
            for place in _illnesses(sentence):
                scores[_MEDICAL] += 8 + _weight(review, sentence)
                spans.setdefault(_MEDICAL, []).append(place)
        if outcome is not Outcome.DEATH:
            scores["other"] += scores["suicide"]  # Table 1 keeps 'suicide' for a death
            spans.setdefault("other", []).extend(spans.get("suicide", ()))
            scores["suicide"] = scores["sudi"] = 0
        if not any(INFANT.search(sentence.text) for sentence in sentences):
            scores["sudi"] = 0
        scores["natural-causes-or-medical"] *= 1.5 if outcome is Outcome.DEATH else 0
        for telling in ("suicide", "csa-intrafamilial", "cse-extrafamilial", "sudi"):
            scores[telling] *= 2  # said outright, these outweigh what surrounds them
        best = max(PLAIN, key=lambda name: scores[name])
        if scores[best] >= least:
            harm = FATAL[best][0 if outcome is Outcome.DEATH else 1] if best in FATAL else Harm(best)
            sure = Confidence.MEDIUM if scores[best] >= 6 else Confidence.LOW
            return Fact(harm, tuple(spans[best][:3]), "circumstances", sure)
    return None
