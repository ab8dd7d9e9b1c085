"""The index children's ages at the event, among all the ages that a report tells."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.children import ages, ages_together, child_particulars
from cpraudit.facts.children.children import NOT_READ, OPENING, Age
from cpraudit.facts.family.cast import ALL, OTHER
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.children.ages import WrittenAge
    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_EVENT = compile_pattern(
    r"\b(?:died|dies|dead|death|found|discovered|admitted|injur\w+|killed|murdered|stabbed|shot|attack\w*|hurt|assault\w*|beaten|rescued|"
    r"burn(?:ed|t|s)|scald\w*|drowned|shak(?:en|ing)|starv\w+|poison\w*|suffocat\w+|neglected|fell|struck|collapsed|unresponsive|lifeless|suicide|hang\w+|overdose\w*|"
    r"ingest\w+|swallow\w+|(?:took|taken|taking|ended) (?:his|her|their) (?:own )?life|"
    r"at the time|incident|event|hospital|emergency (?:unit|department)|disclosed|abused|harmed|removed|arrested|"
    r"the review (?:is|was)|concerns|is about|subject)\b",
    re.IGNORECASE,
)
_PAST = compile_pattern(
    r"\b(?:since|diagnosed|until|by the age|from the age|at birth|born|first|then|previously|"
    r"earlier|began|started)\b[^.;]{0,30}$|\b(?:now|later|today|currently)\b[^.;]{0,12}$|"
    r"\bwhen (?:he|she|they|\w+) $",
    re.IGNORECASE,
)
_OF_THEM = compile_pattern(r"\b(?:the )?(?P<end>youngest|eldest|oldest)\b[^.;]{0,40}$", re.IGNORECASE)
"""One of several children by its place among them ('the youngest was 12')."""
_THEN = compile_pattern(r"\bthen\s*$", re.IGNORECASE)
"""'a boy then aged four' is an age at the event."""
_NOW = compile_pattern(
    r"\b(?:is|are) now\b|\bnow (?:aged|\w+ years)\b|\bhas since turned\b|\bwould (?:now )?(?:be|"
    r"have been)\b",
    re.IGNORECASE,
)
_NOT_OWN = compile_pattern(
    r"\s*(?:old )?(?:(?:younger|older|half-|step-)\s?)*(?:half-|step-)?(?:brother|sister|sibling|"
    r"cousin|mother|father|partner|man|woman|child of (?:a|the|another)|son of (?:the|his)|"
    r"friend)\b",
    re.IGNORECASE,
)
_AGE_LABEL = compile_pattern(r"(?i)^\W*(?:(?:(?:child|subject)(?:['’]s)? )?ages?|how old)\b")
_LIKELY = 3.0
"""Least score of an age that is taken for the child's."""


def find(review: Review, cast: Cast) -> list[Fact[Age] | None]:
    """Each index child's age: a row of particulars, else the likeliest age in the text, else a stage of life."""
    found: list[Fact[Age] | None] = [_tabled(review, cast, who) for who in range(len(cast.names))]
    if None in found:
        likely = _likeliest(review, cast)
        together = ages_together.respective(review, cast)
        found = [known or together.get(who) or likely.get(who) for who, known in enumerate(found)]
    if None in found:
        born = ages_together.since_birth(review, cast)
        found = [known or born.get(who) for who, known in enumerate(found)]
    return [known or _stage(review, cast, who) for who, known in enumerate(found)]


def _likeliest(review: Review, cast: Cast) -> dict[int, Fact[Age]]:
    """For each child the age in the text that is likeliest its age at the event."""
    best: dict[int, tuple[float, Fact[Age]]] = {}
    for block, sentences in review.prose.by_block.items():
        if review.outline.within(block, *NOT_READ):
            continue
        for place, sentence in enumerate(sentences):
            for age in ages.find(sentence.text):
                for who, sure in _whose(cast, sentence, sentences[:place], age):
                    score = sure + _place(review, sentence, age) - 1e-4 * block
                    if score >= _LIKELY and score > best.get(who, (0.0,))[0]:
                        best[who] = score, _fact(sentence, age, score)
    return {who: fact for who, (_, fact) in best.items()}


def _fact(sentence: Sentence, age: WrittenAge, score: float) -> Fact[Age]:
    span = Span(sentence.block, sentence.start + age.start, sentence.start + age.end)
    return Fact(Age(age.text, age.months), (span,), "text", Confidence.HIGH if score >= 5 else Confidence.MEDIUM)


_OF_TITLED = compile_pattern(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w’'-]*(?: ?\(|, )(?:then |now )?(?:aged )?$")
"""Before the age of an adult who has a title: 'Ms B (aged 19)', 'Mr C, 22,'."""
_AT_DEATH = compile_pattern(r"(?i) (?:when (?:he|she|they) (?:died|was killed)|at the time of (?:his|her|their) death)\b")


def _whose(cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], age: WrittenAge) -> list[tuple[int, float]]:
    """The children whose age it is, each with how sure that is."""
    text = sentence.text
    if _NOT_OWN.match(text[age.end :]) or _OF_TITLED.search(text, 0, age.start):
        return []
    mentions = cast.of(sentence)
    bracketed = [m for m in mentions if re.fullmatch(r"['’”\"]? ?\((?:aged |(?:fe)?male, |boy, |girl, )?", text[m.end : age.start])]
    if bracketed:  # 'A (12), B (9) and C (5)'
        return [] if bracketed[-1].who == OTHER else _each(cast, bracketed[-1].who, 3.0)
    around = [m for m in mentions if m.start <= age.start and age.end <= m.end and m.who != OTHER]
    after = [m for m in mentions if 0 <= m.start - age.end <= 3 and m.who != OTHER]
    if around or after:
        whose = (around or after)[0].who
        earlier = [m for m in mentions if m.start < age.start and m.who == OTHER]
        if (
            earlier
            and re.search(r"(?i)\b(?:with|to|of|for) (?:\w+ )?(?:an? )?$", text[: age.start])
            and earlier[0].start < 8
        ):
            return []
        return _each(cast, whose, 3.0 if whose != ALL else 2.5)
    before = [m for m in mentions if m.end <= age.start]
    subject = cast.subject_before(sentence, previous, age.start)
    one = _OF_THEM.search(text, 0, age.start)
    if one and not cast.alone:
        last = len(cast.names) - 1 if one["end"].lower() == "youngest" else 0
        return [(last, 3.0)] if subject in (None, ALL) else []
    if subject is None:
        if cast.alone and (re.match(r",? (?:he|she|they)\b", text[age.end :]) or _AT_DEATH.match(text, age.end)):
            return [(0, 2.0)]
        noun = re.search(
            r"(?i)\b(?:boy|girl|baby|child|infant|toddler|young (?:person|man|woman))\b", text[age.start : age.end + 22]
        )
        return [(0, 2.0)] if noun and cast.alone and cast.introduces(sentence) else []
    if subject == OTHER:
        return []
    own_name = bool(before) and before[-1].who == subject
    return _each(cast, subject, 3.0 if own_name else 2.5)


def _each(cast: Cast, who: int, sure: float) -> list[tuple[int, float]]:
    return [(number, sure) for number in range(len(cast.names))] if who == ALL else [(who, sure)]


def _place(review: Review, sentence: Sentence, age: WrittenAge) -> float:
    """How well the words around and the place suit an age at the event."""
    text = sentence.text
    before, after = _THEN.sub("", text[: age.start]), text[age.end :]
    score = 0.0
    if (_PAST.search(before) and not age.text.startswith("lived")) or _NOW.search(text):
        score -= 0.5 if _EVENT.search(before + after) and not _NOW.search(before[-30:]) else 2
    score += 2 if review.outline.within(sentence.block, *OPENING) else 0
    score -= 1 if review.outline.within(sentence.block, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY) else 0
    score += 1.5 if _EVENT.search(text) else 0
    score -= 2 if text.rstrip().endswith("?") else 0  # what the review asks is seldom of the event itself
    score += _near_event(review, sentence)
    if "year" in age.text.lower() and age.text[-1:].isdigit() and not _EVENT.search(text):
        score -= 3  # a school year tells the age at the event only beside it
    return score - (0.5 if age.weak else 0)


def _near_event(review: Review, sentence: Sentence) -> float:
    """Whether the dates of a sentence are the event's, or far from it."""
    event = review.dates.incident.date
    told = [
        m.value
        for m in review.date_mentions
        if m.span.block == sentence.block and sentence.start <= m.span.start < sentence.end and m.value
    ]
    if event is None or not told:
        return 0
    slack = timedelta(days=62)
    near = any(value.first - slack <= event.value.last and event.value.first <= value.last + slack for value in told)
    return 1.0 if near else -2.0


def _tabled(review: Review, cast: Cast, who: int) -> Fact[Age] | None:
    for row in child_particulars.rows(review, cast):
        if row.who != who:
            continue
        if _AGE_LABEL.match(row.label) and (months := ages.whole(row.value)) is not None:
            return Fact(Age(row.value, months), (row.span,), "particulars")
        told = ages.find(row.value) if child_particulars.of_child(row.label) or _AGE_LABEL.match(row.label) else []
        told = [
            age
            for age in told
            if not re.search(r"(?i)\b(?:mother|father|brother|sister|sibling)\b", row.value[: age.start])
        ]
        if told:
            return Fact(Age(told[0].text, told[0].months), (row.span,), "particulars")
    return None


def _stage(review: Review, cast: Cast, who: int) -> Fact[Age] | None:
    """A stage of life, said of the child; a name ('Baby T') says one too."""
    stages = pattern("children", "stages")
    for block, sentences in review.prose.by_block.items():
        if not review.outline.within(block, *OPENING) or review.outline.within(block, *NOT_READ):
            continue
        for place, sentence in enumerate(sentences):
            for match in stages.finditer(sentence.text):
                if _stage_of(cast, sentence, sentences[:place], match, who):
                    span = Span(block, sentence.start + match.start(), sentence.start + match.end())
                    return Fact(Age(match.group(), None), (span,), "stage of life", Confidence.MEDIUM)
    return None


def _stage_of(cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], match: re.Match[str], who: int) -> bool:
    text = sentence.text
    if re.search(
        r"(?i)(?:\b(?:mother|parent|father|unborn|new|another|younger|older|other|half|step)\W+|['’]s )$",
        text[: match.start()],
    ):
        return False
    mentions = cast.of(sentence)
    if any(m.start <= match.start() and match.end() <= m.end and m.who in (who, ALL) for m in mentions):
        return True
    if re.match(r"\W+(?:services?|team|clinic|group|sister|brother|sibling|mother|parent)\b", text[match.end() :]):
        return False
    return cast.subject_before(sentence, previous, match.start()) in (who, ALL)
