"""The index children: age at the event, gender and how it is known, ethnicity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import ages, lexicon
from cpraudit.facts.found import Confidence, Fact

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review


class Gender(StrEnum):
    """Gender as the report gives it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class GenderBasis(StrEnum):
    """How a gender is known."""

    STATED = "stated"
    """Said, or by a gendered noun (boy, girl, son, daughter)."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Age:
    """An age at the event."""

    text: str
    """As written: '9 weeks', 'aged 16', 'pre-school child'."""
    months: int | None
    """Whole months, the lower bound of a band; None for a mere stage of life."""


@dataclass(frozen=True, slots=True)
class IndexChild:
    """One child whom the review is about."""

    name: str
    """Pseudonym or label ('Child M', 'Seren', 'the child')."""
    age: Fact[Age] | None
    gender: Fact[Gender] | None
    gender_basis: GenderBasis | None
    ethnicity: Fact[str] | None


@dataclass(frozen=True, slots=True)
class Children:
    """The index children, and what the report says of leaving their particulars out."""

    index: tuple[IndexChild, ...]
    """At least one, even when nothing is known of it; none only where the report is about no child."""
    age_withheld: tuple[Span, ...]
    """Where the report says that the age is left out, and why."""
    gender_withheld: tuple[Span, ...]
    ethnicity_withheld: tuple[Span, ...]


OPENING = (
    SectionKind.TITLE, SectionKind.CIRCUMSTANCES, SectionKind.SCOPE, SectionKind.KEY_DATES, SectionKind.SUMMARY, SectionKind.FAMILY,
    SectionKind.CHILD, SectionKind.OTHER,
)  # fmt: skip
NOT_READ = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.RECOMMENDATIONS, SectionKind.CONTENTS, SectionKind.GLOSSARY,
            SectionKind.STATEMENT, SectionKind.CONCLUSION)  # fmt: skip
SEVERAL = re.compile(
    r"\b((?:Child|Young Person|Baby|Sibling) [A-Z0-9])(?:,? (?:and|&)|,) ((?:Child |Young Person |Baby |Sibling )?[A-Z0-9])\b(?:(?:,? and|,) ((?:Child )?[A-Z0-9])\b)?"
)
ABOUT = re.compile(
    r"\b(?:this (?:review|report)|(?:the )?review (?:concerns|is about|considers|relates)|subjects?|index children|twins|two (?:siblings|children)|will be (?:known|referred to)|referred to as|called)\b",
    re.IGNORECASE,
)
ANY = r"\b(?:the (?:index )?child|the (?:baby|infant|boy|girl|young person)|(?:index|subject) child)\b"
OTHER_CHILD = re.compile(r"\b(?:Child|Young Person|Baby|Sibling) [A-Z0-9]\b")
EVENT = re.compile(
    r"\b(?:died|death|found|admitted|injur\w+|killed|collapsed|unresponsive|suicide|took (?:his|her|their) own life|at the time|incident|event|hospital)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:since|diagnosed|until|by the age|from the age|at birth|born|first|then)\b[^.]{0,30}$|\b(?:now|later|today|currently)\b[^.]{0,12}$",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:is|are) now\b|\bnow (?:aged|\w+ years)\b|\bhas since turned\b", re.IGNORECASE)
AGE_TITLE = re.compile(r"^ages?\b", re.IGNORECASE)
CHILD_TITLE = re.compile(r"^(?:(?:index |subject )?child(?:ren)?|subject|young person|name|pseudonym)\b", re.IGNORECASE)
INDEX_ROW = re.compile(r"\bindex child\b|\bsubject of (?:the|this) review\b", re.IGNORECASE)


def find(review: Review) -> Children:
    """Find the index children; ages and genders of brothers, sisters and parents are never theirs."""
    names = _names(review)
    if not names and review.event.outcome is None:
        return Children((), (), (), ())
    names = names or ["the child"]
    index = tuple(_child(review, name, alone=len(names) == 1) for name in names)
    return Children(
        index,
        *(
            _withheld(review, what)
            for what in ("age|ages|date of birth", "gender|sex", "ethnicity|ethnic origin|heritage|race")
        ),
    )


def _names(review: Review) -> list[str]:
    for sentence in review.prose.sentences_in(*OPENING):
        match = SEVERAL.search(sentence.text)
        if match and ABOUT.search(sentence.text):
            word = match.group(1).rsplit(" ", 1)[0]
            return [name if " " in name else f"{word} {name}" for name in match.groups() if name]
    pseudonym = review.identity.pseudonym
    return [pseudonym.value] if pseudonym else []


def _child(review: Review, name: str, alone: bool) -> IndexChild:
    called = _called(review, name, alone)
    gender, basis = _gender(review, called, alone)
    return IndexChild(name, _age(review, called, alone), gender, basis, _ethnicity(review))


def _called(review: Review, name: str, alone: bool) -> re.Pattern[str]:
    """The words that mean this child: its name, its letter where that is used alone, 'the child' where it is the only one."""
    forms = [re.escape(name) if " " in name else f"(?-i:{re.escape(name)})"]
    letter = name.rsplit(" ", 1)[-1]
    if " " in name and len(letter) == 1:
        bare = re.compile(rf"(?<!Child )(?<!Person )\b{letter}\b")
        if sum(bool(bare.search(block.text)) for block in review.prose.blocks) >= 5:
            forms.append(f"(?-i:\\b{letter})")
    if alone:
        forms.append(ANY)
    relatives = "|".join(lexicon.load("children")["relations"])
    return re.compile(rf"\b(?:{'|'.join(forms)})\b(?!['’]s (?:{relatives}))", re.IGNORECASE)


# ------------------------------------------------------------------ age


def _age(review: Review, called: re.Pattern[str], alone: bool) -> Fact[Age] | None:
    tabled = _tabled_age(review, called, alone)
    if tabled:
        return tabled
    best: tuple[float, Fact[Age]] | None = None
    for sentence in review.prose.sentences_outside(*NOT_READ):
        for age in ages.find(sentence.text):
            score = _age_score(review, sentence, age, called, alone)
            if score >= 3 and (best is None or score > best[0]):
                span = Span(sentence.block, sentence.start + age.start, sentence.start + age.end)
                sure = Confidence.HIGH if score >= 5 else Confidence.MEDIUM
                best = score, Fact(Age(age.text, age.months), (span,), "text", sure)
    return best[1] if best else _stage(review, called, alone)


def _age_score(review: Review, sentence: Sentence, age: ages.WrittenAge, called: re.Pattern[str], alone: bool) -> float:
    """How surely an age is the index child's at the event: who stands before it, where, beside what."""
    before, after = sentence.text[: age.start], sentence.text[age.end :]
    relation = [m.end() for m in lexicon.pattern("children", "relations").finditer(before)]
    child = [m.end() for m in called.finditer(before)]
    pronoun = [m.end() for m in re.finditer(r"\b(?:he|she|they)\b", before, re.IGNORECASE)]
    nearest = max([*child, -1])
    if not alone and child and OTHER_CHILD.search(before[child[-1] :]):
        return 0  # another index child stands nearer
    if relation and relation[-1] > max(nearest, *(pronoun or [-1])):
        return 0  # a relative stands nearest
    if re.match(
        r"\s*(?:old )?(?:half-|step-)?(?:brother|sister|sibling|cousin|mother|father|child of|son of (?:the|his)|woman|man)\b",
        after,
    ):
        return 0
    score = (
        3.0
        if child
        else 2.0
        if pronoun
        or re.search(
            r"\b(?:boy|girl|baby|child|infant|toddler)\b", sentence.text[age.start : age.end + 20], re.IGNORECASE
        )
        else 0.0
    )
    if not score or (not alone and not child) or (relation and not child):
        return 0
    if PAST.search(before) or NOW.search(sentence.text) or re.search(r"\bwhen (?:he|she|they) $|\bwhen \w+ $", before):
        score -= 2 if not EVENT.search(before + after) else 0.5
    score += 2 if review.outline.within(sentence.block, *OPENING) else 0
    score += 1.5 if EVENT.search(sentence.text) else 0
    score -= 1 if age.weak else 0
    return score - 1e-4 * sentence.block


def _tabled_age(review: Review, called: re.Pattern[str], alone: bool) -> Fact[Age] | None:
    document = review.document
    for table in document.tables:
        if not table.rows or not table.blocks or not review.outline.within(table.blocks[0], *OPENING):
            continue
        titles = [document.cell_text(cell) for cell in table.rows[0]]
        column = next((n for n, title in enumerate(titles) if AGE_TITLE.match(title) and n), None)
        for row in table.rows:
            texts = [document.cell_text(cell) for cell in row]
            mine = bool(texts) and (bool(INDEX_ROW.search(texts[0])) or bool(called.fullmatch(texts[0].strip())))
            if column is not None and mine and len(texts) > column and ages.whole(texts[column]) is not None:
                return Fact(
                    Age(texts[column], ages.whole(texts[column])),
                    (document.whole(row[column].blocks[0]),),
                    "family table",
                )
            if len(row) == 2 and alone and row[1].blocks:
                if AGE_TITLE.match(texts[0]) and (months := ages.whole(texts[1])) is not None:
                    return Fact(Age(texts[1], months), (document.whole(row[1].blocks[0]),), "key facts")
                told = ages.find(texts[1]) if CHILD_TITLE.match(texts[0]) else []
                if told:
                    return Fact(Age(told[0].text, told[0].months), (document.whole(row[1].blocks[0]),), "key facts")
    return None


def _stage(review: Review, called: re.Pattern[str], alone: bool) -> Fact[Age] | None:
    stages = lexicon.pattern("children", "stages")
    for sentence in review.prose.sentences_in(*OPENING):
        for match in stages.finditer(sentence.text):
            before = sentence.text[: match.start()]
            relation = lexicon.pattern("children", "relations").search(before[-25:])
            if called.search(before) and not relation and (alone or called.search(sentence.text)):
                if match.group().lower() == "young person":
                    continue
                span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                return Fact(Age(match.group(), None), (span,), "stage of life", Confidence.MEDIUM)
    return None


# ------------------------------------------------------------------ gender


def _gender(review: Review, called: re.Pattern[str], alone: bool) -> tuple[Fact[Gender] | None, GenderBasis | None]:
    tabled = _tabled_gender(review)
    if tabled and alone:
        return tabled, GenderBasis.STATED
    for gender in Gender:
        if gender is Gender.OTHER:
            continue
        noun = lexicon.pattern("children", gender)
        for sentence, previous in _with_previous(review):
            for match in noun.finditer(sentence.text):
                if _is_childs(sentence.text, previous, match, called, alone):
                    span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                    return Fact(gender, (span,), "noun"), GenderBasis.STATED
    return _by_pronoun(review, called, alone)


def _with_previous(review: Review) -> Iterator[tuple[Sentence, str]]:
    previous, block = "", -1
    for sentence in review.prose.sentences_outside(*NOT_READ):
        yield sentence, previous if sentence.block == block else ""
        previous, block = sentence.text, sentence.block


def _is_childs(text: str, previous: str, match: re.Match[str], called: re.Pattern[str], alone: bool) -> bool:
    """Whether a gendered noun is the index child's: its name or a pronoun for it is the subject of the noun."""
    before, after, word = text[: match.start()], text[match.end() :], match.group().lower()
    adult = word in ("man", "woman")
    linked = re.search(
        r"(?:\b(?:is|was|were|as|be|,|\(|:|about|when|of)\s+|^)(?:\w+ )?(?:an? |the )?(?:(?:\w+[- ]){0,3})?$", before
    )
    relatives = lexicon.load("children")["relations"][:-3] if adult else lexicon.load("children")["relations"]
    relation = lexicon.any_of(relatives).search(before)
    if word in ("son", "daughter", "grandson", "granddaughter"):
        return bool(re.search(rf"(?:{called.pattern})[^.]{{0,20}}\b(?:was|is|,)\b[^.]{{0,25}}$", before))
    if (
        re.match(r"\s+(?:who (?:is|was) |(?:who will be |to be )?)?(?:called|known as|referred to as|named)\b", after)
        and alone
    ):
        return not relation and bool(called.search(after[:60]))
    if not linked:
        return False
    child = [m.end() for m in called.finditer(before)]
    if child and not lexicon.any_of(relatives).search(before[child[-1] :]):
        return not adult or bool(re.search(r"\b(?:called|in (?:his|her))\b", after[:40]))
    pronoun = re.match(r"(?:he|she) (?:was|is) (?:an? )?(?:\w+ ){0,2}$", before, re.IGNORECASE)
    return bool(pronoun and called.search(previous) and not adult and not lexicon.any_of(relatives).search(previous))


def _tabled_gender(review: Review) -> Fact[Gender] | None:
    document = review.document
    for table in document.tables:
        for row in table.rows:
            if len(row) != 2 or not row[1].blocks or not review.outline.within(row[1].blocks[0], *OPENING):
                continue
            title, text = (document.cell_text(cell) for cell in row)
            if not re.match(
                r"(?:gender|sex)\b|(?:index |subject )?child\b|subject\b|young person\b", title, re.IGNORECASE
            ):
                continue
            for gender in (Gender.FEMALE, Gender.MALE):
                match = lexicon.pattern("children", gender).search(text)
                if match and not re.search(r"\bnot\b", text[: match.start()]):
                    return Fact(gender, (document.whole(row[1].blocks[0]),), "key facts")
    return None


def _by_pronoun(review: Review, called: re.Pattern[str], alone: bool) -> tuple[Fact[Gender] | None, GenderBasis | None]:
    """Pronouns after the child's name, with nobody else between; a clear majority decides."""
    counts = {Gender.FEMALE: 0, Gender.MALE: 0}
    spans: dict[Gender, Span] = {}
    if not alone:
        return None, None
    relation = lexicon.pattern("children", "relations")
    people = re.compile(
        r"\b(?:social worker|health visitor|midwife|nurse|teacher|officer|worker|doctor|GP|reviewer|chair|practitioner|consultant|dentist|manager|judge|carer)s?\b",
        re.IGNORECASE,
    )
    for sentence, previous in _with_previous(review):
        named = called.search(sentence.text)
        text, at = (sentence.text[named.end() :], named.end()) if named else (sentence.text, 0)
        opens = (
            not named
            and re.match(r"(?:He|She|His|Her)\b", text)
            and called.match(previous)
            and not relation.search(previous)
            and not people.search(previous)
        )
        if not named and not opens:
            continue
        pronoun = re.search(r"\b(he|she|his|her|him|himself|herself)\b", text, re.IGNORECASE)
        if not pronoun or relation.search(text[: pronoun.start()]) or people.search(text[: pronoun.start()]):
            continue
        if named and (relation.search(sentence.text[: named.start()]) or people.search(sentence.text[: named.start()])):
            continue
        gender = Gender.FEMALE if pronoun.group(1).lower() in ("she", "her", "herself") else Gender.MALE
        counts[gender] += 1
        spans.setdefault(
            gender, Span(sentence.block, sentence.start + at + pronoun.start(), sentence.start + at + pronoun.end())
        )
    best = max(counts, key=lambda gender: counts[gender])
    other = sum(counts.values()) - counts[best]
    if counts[best] < 3 or counts[best] < 3 * other:
        return None, None
    return Fact(best, (spans[best],), "pronouns", Confidence.MEDIUM), GenderBasis.PRONOUN


# ------------------------------------------------------------------ ethnicity, and what is left out


def _ethnicity(review: Review) -> Fact[str] | None:
    pattern = lexicon.any_of(lexicon.load("children")["ethnic"], case=True)
    beside = lexicon.pattern("children", "ethnic_beside")
    for sentence in review.prose.sentences_outside(*NOT_READ):
        match = pattern.search(sentence.text)
        if not match or re.match(r"\s+(?:Government|Ambulance|language|Women|speak)", sentence.text[match.end() :]):
            continue
        titled = review.document.blocks[sentence.block].cell is not None
        if titled or beside.search(sentence.text[max(0, match.start() - 40) : match.start()]):
            span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
            return Fact(match.group().removeprefix("of "), (span,), "text", Confidence.MEDIUM)
    return None


def _withheld(review: Review, what: str) -> tuple[Span, ...]:
    said = re.compile(rf"\b(?:{what})\b", re.IGNORECASE)
    left_out = lexicon.pattern("children", "withheld")
    found = [
        s.span for s in review.prose.sentences_outside(*NOT_READ) if said.search(s.text) and left_out.search(s.text)
    ]
    document = review.document
    for table in document.tables:
        for row in table.rows:
            if (
                len(row) == 2
                and row[1].blocks
                and said.match(document.cell_text(row[0]))
                and left_out.search(document.cell_text(row[1]))
            ):
                found.append(document.whole(row[1].blocks[0]))
    return tuple(found)
