"""Who is in the child's household and family, with ages; and the family's history before the period under review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, Table
from cpraudit.facts.family import views
from cpraudit.facts.family.kin import PARENTAL, Kin, Mention, same_person
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

DESCRIBING = (
    SectionKind.FAMILY,
    SectionKind.BACKGROUND,
    SectionKind.CIRCUMSTANCES,
    SectionKind.CHILD,
    SectionKind.SUMMARY,
    SectionKind.KEY_DATES,
    SectionKind.SCOPE,
    SectionKind.NARRATIVE,
)
CARERS = (*PARENTAL, Kin.PARENTS, Kin.CARER, Kin.GRANDPARENT)


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """One relative as the report describes the family."""

    relation: str
    kin: Kin
    aged: bool
    """An age or an age band is given."""
    span: Span
    tabled: bool = False
    """Told in a family tree or table."""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Household:
    """The family as the report describes it."""

    members: tuple[HouseholdMember, ...]
    none_said: tuple[Span, ...]
    """Where the child is said to have no brothers or sisters."""
    withheld: tuple[Span, ...]
    """Where the report says that the family is not described, and why."""
    background: tuple[Span, ...]
    """A labelled passage of history, heading first."""
    background_dated: tuple[Span, ...]
    """What in it is clearly earlier than the period under review."""
    scattered: tuple[Span, ...]
    """History told elsewhere."""

    def carers(self) -> tuple[HouseholdMember, ...]:
        """Parents, partners, grandparents and foster carers."""
        return tuple(member for member in self.members if member.kin in CARERS)

    def siblings(self) -> tuple[HouseholdMember, ...]:
        """Brothers and sisters, half and step as well; those of a table or an aged list stand for all."""
        every = [member for member in self.members if member.kin is Kin.SIBLING]
        tabled = [member for member in every if member.tabled]
        if tabled:
            return tuple(tabled)
        named = [member for member in every if member.relation not in ("older child", "other children")]
        if any(member.aged for member in named):  # 'the two younger children' are then those already named
            every = named
        elif len(named) == 1 and any(member.aged for member in every):  # 'her first child', later 'her half-brother'
            every = [member for member in every if member not in named]
        listed = any(member.aged and member.plural for member in every)
        return tuple(member for member in every if member.aged or not (listed or _retold(member, every)))


def _retold(member: HouseholdMember, every: list[HouseholdMember]) -> bool:
    """Whether someone with an age is the same person under a longer or shorter name."""
    return any(other.aged and same_person(member, other) for other in every)


def find(review: Review) -> Household:
    """From the family table or list where there is one, and from passages that describe the family."""
    members: dict[str, HouseholdMember] = {}
    tabled: set[int] = set()
    for table in review.document.tables:
        rows = list(_rows(review, table))
        if rows:
            tabled.update(table.blocks)
        for member in rows:
            _keep(members, member)
    for sentence in _describing(review, tabled):
        for member in _told(review, sentence):
            _keep(members, member)
    _learn_ages(review, members)
    background, dated = _background(review)
    return Household(
        members=tuple(members.values()),
        none_said=tuple(
            span for span in _matching(review, "structure.none") if not _ONE_SIDE.search(review.document.quote(span))
        ),
        withheld=_withheld(review),
        background=background,
        background_dated=dated,
        scattered=() if background else _matching(review, "background.words", narrative_too=True),
    )


_ONE_SIDE = compile_pattern(
    r"(?i)\b(?:brothers?|sisters?|siblings|child(?:ren)?),? (?:on|through) (?:(?:her|his|the|maternal|paternal|[\w-]+['’]s) ){1,3}(?:side|family)\b"
)
"""'No siblings on his mother's side': there may be some on the other."""


def _keep(members: dict[str, HouseholdMember], member: HouseholdMember) -> None:
    known = members.get(member.relation)
    if known is None or (member.aged and not known.aged and not known.tabled):
        members[member.relation] = member


def _learn_ages(review: Review, members: dict[str, HouseholdMember]) -> None:
    """The ages of siblings who are described without, from wherever the report gives them ('his sister, then 12, wrote to us')."""
    unaged = {name for name, member in members.items() if member.kin is Kin.SIBLING and not (member.aged or member.tabled)}
    if not unaged:
        return
    for sentence in review.prose.sentences:
        if _in_report(review, sentence.block) and any(m.relation in unaged for m in review.kin.of(sentence)[1]):
            for member in _told(review, sentence):
                if member.relation in unaged:
                    _keep(members, member)


def _rows(review: Review, table: Table) -> Iterator[HouseholdMember]:
    """The relatives of a family table: first cell a relative or the child, header or cells with ages or whereabouts."""
    if (
        len(table.rows) < 2
        or table.width < 2
        or table.width > 6
        or review.outline.within(table.blocks[0], *views.NOT_READ)
    ):
        return
    header = [review.document.cell_text(cell) for cell in table.rows[0]]
    if not pattern("household", "structure.columns").search(" ".join(header)) or len(" ".join(header)) > 160:
        return
    if pattern("family", "contact.column").search(" ".join(header)) and not pattern(
        "household", "structure.age_column"
    ).search(" ".join(header)):
        return
    named = []
    for row in table.rows[1:]:
        firsts = [text for cell in row[:2] if len(text := review.document.cell_text(cell)) < 80]
        mentions = [m for text in firsts for m in review.kin.relatives.mentions(text)]
        person = next((m for m in mentions if not m.possessive and m.kin is not Kin.CHILD), None)
        if person and row[0].blocks:
            named.append((person, row))
    if len(named) < 2:
        return
    age_columns = [n for n, title in enumerate(header) if pattern("household", "structure.age_column").search(title)]
    for person, row in named:
        cells = [review.document.cell_text(cell) for cell in row]
        looked = [cells[n] for n in age_columns if n < len(cells)] or cells
        aged = any(pattern("household", "structure.age").search(cell) for cell in looked)
        yield HouseholdMember(person.relation, person.kin, aged, review.document.whole(row[0].blocks[0]), tabled=True)


def _describing(review: Review, tabled: set[int]) -> Iterator[Sentence]:
    for sentence in review.prose.sentences:
        block = sentence.block
        if block in tabled or block in review.outline.headings or not _in_report(review, block):
            continue
        kind = review.outline.kind(block)
        told = kind in (*DESCRIBING, SectionKind.OTHER, SectionKind.TITLE)
        if kind is SectionKind.FAMILY or (
            told
            and (
                pattern("household", "structure.living").search(sentence.text)
                or any(member.aged for member in _told(review, sentence))
            )
        ):
            yield sentence


def _told(review: Review, sentence: Sentence) -> Iterator[HouseholdMember]:
    text, mentions = review.kin.of(sentence)
    for number, mention in enumerate(mentions):
        if mention.possessive or mention.kin not in (*CARERS, Kin.SIBLING):
            continue
        if mention.kin is Kin.SIBLING and (
            _is_index_child(review, text, mention)
            or _REVIEWED.search(text, 0, mention.start)
            or any(
                none.start() <= mention.start < none.end()
                for none in pattern("household", "structure.none").finditer(text)
            )
        ):
            continue
        following = [m for m in mentions[number + 1 :] if not _in_apposition(text, mention, m)]
        until = following[0].start if following else len(text)
        span = Span(sentence.block, sentence.start + mention.start, sentence.start + mention.end)
        aged = _aged(text, mention, until) or (not mention.plural and _age_follows(review, sentence, mention))
        yield HouseholdMember(mention.relation, mention.kin, aged, span, plural=mention.plural)


def _is_index_child(review: Review, text: str, mention: Mention) -> bool:
    """'His sister', in a review of a girl: she is the index child herself, told of beside her brother."""
    pronoun = re.match(r"(?i)(his|her) ", text[mention.start :])
    return pronoun is not None and review.kin.gender == {"his": "f", "her": "m"}[pronoun[1].lower()]


_REVIEWED = compile_pattern(
    r"(?i)\b(?:review|report) (?:\w+ )?(?:concerns?|is about|was about|relates to|is of|was held into|is concerned with|considers)"
    r" (?:(?:a|an|the|two|three|four|twin|young|older|younger|brother|sister|and) )*$"
)
"""'This review is about two brothers': the index children themselves."""


def _in_apposition(text: str, mention: Mention, other: Mention) -> bool:
    """'His stepbrother, Sibling 2, aged ten': the same person under the name that the report gives."""
    return mention.kin is other.kin and not mention.plural and text[mention.end : other.start] in (", ", " (", " ")


_AFTERWARDS = 3
"""Sentences after somebody is named in which 'He was two' may tell the age."""


def _age_follows(review: Review, sentence: Sentence, mention: Mention) -> bool:
    """Whether one of the next sentences gives the age by a pronoun."""
    if mention.kin not in (Kin.SIBLING, *PARENTAL):
        return False
    following = [s for s in review.prose.by_block[sentence.block] if s.start > sentence.start][:_AFTERWARDS]
    for later in following:
        opening = _PRONOUN_AGED.match(later.text)
        if opening and pattern("household", "structure.age").match(later.text, opening.end()):
            return opening["who"] in {"f": ("She",), "m": ("He",)}.get(mention.gender, ("He", "She"))
        if any(m.kin is not Kin.CHILD and not m.possessive and m.start == 0 for m in review.kin.of(later)[1]):
            return False
    return False


_PRONOUN_AGED = compile_pattern(
    r"(?P<who>He|She) (?:was|is|were) (?:(?:then|now|aged|just|only|nearly|about|almost|himself|herself) )*"
)
_BEFORE_AGE = compile_pattern(
    r"(?i)[\s,(–:-]*(?:(?:who|was|were|is|are|then|now|both|all|aged|at|the|time|about|nearly|almost|an?|and|of|years|just|only|born|boy|girl|son|daughter|"
    r"(?-i:[A-Z])\w*)[\s,(]+){0,6}"
)
_AGE_FIRST = compile_pattern(
    r"(?i)(?:\b\w+[- ](?:year|month|week)[- ]old|\b(?:baby|infant|toddler|teenage|adult|newborn|unborn|pre-?school)) "
    r"(?:half[- ]|step)?$|\baged \w+ ?,? $"
)


def _aged(text: str, mention: Mention, until: int) -> bool:
    """Whether an age stands beside a mention: 'brothers, aged 4 and 6', 'an 11-year-old sister', 'sister (14)'."""
    near = mention.end + 50 if mention.plural else min(until, mention.end + 50)  # 'siblings, A (4) and B (6)'
    after = text[mention.end : near]
    between = _BEFORE_AGE.match(after)
    at = between.end() if between else 0
    if pattern("household", "structure.age").match(after, at) or re.match(r"(?i)aged\b", after[max(at - 5, 0) :]):
        return True
    noun = mention.end - len(mention.relation.split()[-1])
    words = text[mention.start : mention.end]
    return bool(_AGE_FIRST.search(text[:noun]) or re.search(r"(?i)\b(?:adult|teenage|baby)\b", words))


# History


def _background(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The labelled passages of history, and what in them is earlier than the period reviewed."""
    found: list[Span] = []
    dated: list[Span] = []
    for section in review.outline.sections:
        labelled = section.kind is SectionKind.BACKGROUND or (
            section.kind in (SectionKind.FAMILY, SectionKind.CIRCUMSTANCES, SectionKind.OTHER, SectionKind.NARRATIVE)
            and pattern("household", "background.title").search(section.title)
        )
        if not labelled or section.part or section.heading is None:
            continue
        sentences = [
            s
            for s in review.prose.sentences
            if section.first <= s.block < section.end and s.block not in review.outline.headings
        ]
        if sum(len(s.text.split()) for s in sentences) < 15:
            continue
        found += [review.document.whole(section.heading), *(s.span for s in sentences[:2])]
        before = re.search(r"(?i)\b(?:before|prior|previous|earlier)\b", section.title)
        dated += [s.span for s in sentences if before or _earlier(review, s)]
    return tuple(found), tuple(dated)


def _earlier(review: Review, sentence: Sentence) -> bool:
    start = review.period.start.value.first.year if review.period.start else None
    years = [int(year) for year in re.findall(r"\b((?:19|20)\d\d)\b", sentence.text)]
    if years and start is not None:
        return min(years) < start
    return bool(years) or bool(pattern("household", "background.words").search(sentence.text))


# Elsewhere


def _in_report(review: Review, block: int) -> bool:
    return not review.document.blocks[block].part and not review.outline.within(block, *views.NOT_READ)


def _matching(review: Review, key: str, *, narrative_too: bool = False) -> tuple[Span, ...]:
    kinds = (*DESCRIBING, SectionKind.OTHER, SectionKind.ENGAGEMENT, SectionKind.LEARNING)
    return tuple(
        sentence.span
        for sentence in review.prose.sentences
        if _in_report(review, sentence.block)
        and sentence.block not in review.outline.headings
        and (narrative_too or review.outline.kind(sentence.block) in kinds)
        and (key != "background.words" or review.kin.of(sentence)[1])
        and pattern("household", key).search(sentence.text)
    )


_FAMILY_DETAILS = compile_pattern(
    r"(?i)\bfamily (?:tree|members?|composition|structure|details?|circumstances|history|background)|\bsiblings?\b"
    r"|\bhousehold\b|\b(?:genogram|ecomap)\b|\bdetails? (?:of|about) the family"
)


def _withheld(review: Review) -> tuple[Span, ...]:
    return tuple(
        sentence.span
        for sentence in review.prose.sentences
        if _FAMILY_DETAILS.search(sentence.text)
        and _in_report(review, sentence.block)
        and pattern("omissions", "left_out").search(sentence.text)
        and pattern("omissions", "why").search(sentence.text)
        and re.search(r"(?i)\banonym|identif|confidential|protect|privacy|recogni", sentence.text)
    )
