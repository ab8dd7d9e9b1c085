"""Parents, carers and other close adults: who is said to exist, and who of them the account leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.family.account import in_report
from cpraudit.facts.family.kin import PARENTAL, Kin, Mention, same_person
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.family.family_members import FamilyMember
    from cpraudit.facts.review import Review

CONTRIBUTING = (SectionKind.PROCESS, SectionKind.AGENCIES, SectionKind.SCOPE, SectionKind.LEARNING_EVENT)
"""Where foster carers may be named as contributors, as an agency would be."""


def named(review: Review) -> dict[str, tuple[Mention, Span]]:
    """Parents, carers and other close adults of the index children, and where each is first named."""
    found: dict[str, tuple[Mention, Span]] = {}
    counts: dict[str, int] = {}
    tabled: set[str] = set()
    together = False
    for sentence in review.prose.sentences:
        if not in_report(review, sentence.block) or sentence.block in review.outline.headings:
            continue
        _, mentions = review.kin.of(sentence)
        cell = review.document.blocks[sentence.block].cell
        relations = {m.relation for m in mentions}
        together = together or {"father", "mother's partner"} <= relations
        first_cell = cell is not None and cell.column == 0 and len(sentence.text) < 60
        for mention in mentions:
            close = mention.kin in PARENTAL or (first_cell and mention.kin in (Kin.GRANDPARENT, Kin.CARER))
            if not close or mention.relation.startswith("father's partner"):
                continue
            counts[mention.relation] = counts.get(mention.relation, 0) + 1
            if first_cell and not mention.possessive:
                tabled.add(mention.relation)
            span = Span(sentence.block, sentence.start + mention.start, sentence.start + mention.end)
            found.setdefault(mention.relation, (mention, span))
    again = _told_twice(found)
    every = {
        relation: told
        for relation, told in found.items()
        if relation not in again and (counts[relation] > 1 or relation in tabled)
    }
    partners = [relation for relation, (mention, _) in every.items() if mention.kin is Kin.PARTNER]
    if "father" in every and not together:  # 'the partner' may then be the father
        for relation in partners:
            if relation not in tabled and counts[relation] < _OFTEN:
                del every[relation]
    return every


def _told_twice(found: dict[str, tuple[Mention, Span]]) -> set[str]:
    """Words for fathers who are named more closely: 'father', told apart by child, and 'the two fathers', each named."""
    apart = any(relation.startswith("father of ") for relation in found)
    each = any(mention.kin is Kin.FATHER and not mention.plural for mention, _ in found.values())
    return {relation for relation, told in (("father", apart), ("fathers", each)) if told}


_OFTEN = 4
"""Mentions of a partner from which he is somebody else than the father, though never named beside him (this project's own)."""


def unaccounted(
    review: Review, adults: dict[str, tuple[Mention, Span]], members: Iterable[FamilyMember], excepted: set[str]
) -> Iterator[str]:
    """Those adults of whose part in the review nothing is said; 'the family' and 'both parents' cover them."""
    members = tuple(members)
    if any(m.kin is Kin.FAMILY for m in members):
        return
    parents = any(m.kin is Kin.PARENTS for m in members)
    for relation, (mention, _) in adults.items():
        if any(same_person(mention, member) for member in members):
            continue
        if parents and mention.kin in (Kin.MOTHER, Kin.FATHER):
            continue
        if mention.kin is Kin.CARER and _carers_heard(review):
            continue
        if mention.kin is Kin.PARTNER and any(m.relation == _formerly(relation) for m in members):
            continue
        if relation in _ONE_MAN and any(m.relation in _ONE_MAN for m in members):
            continue
        if relation not in excepted:
            yield relation


_ONE_MAN = frozenset({"stepfather", "mother's partner"})
"""What one man may be called in one report."""


def _formerly(relation: str) -> str:
    """What the account may call somebody who was a parent's partner at the time: "mother's former partner"."""
    return relation.replace("partner", "former partner")


def _carers_heard(review: Review) -> bool:
    """Foster carers who contributed as an agency would: named in the panel's or the contributors' list."""
    return any(
        m.kin is Kin.CARER for given in review.contributions for m in review.kin.relatives.mentions(given.contributor)
    ) or any(m.kin is Kin.CARER for s in review.prose.sentences_in(*CONTRIBUTING) for m in review.kin.of(s)[1])


_SOMEBODY_ELSE = compile_pattern(
    r"(?i)\b(?:when|she|he|they|before|after|until|as|since|child|baby|son|daughter|whose|[A-Z](?= ))\b|;"
)
"""Between somebody and 'died', these make it another who did."""


def gone(review: Review, adults: Mapping[str, tuple[Mention, Span]]) -> dict[str, Span]:
    """Of these adults, those who are said to have died or to be unknown, each with where that is first said."""
    departed = pattern("family", "reason.gone")
    found: dict[str, Span] = {}
    for sentence in review.prose.sentences:
        if departed.search(sentence.text) and in_report(review, sentence.block):
            for told in review.kin.of(sentence)[1]:
                match = departed.search(sentence.text[: told.end + 60], told.end)
                if match and not _SOMEBODY_ELSE.search(sentence.text, told.end, match.start()):
                    for relation, (mention, _) in adults.items():
                        if same_person(told, mention):
                            found.setdefault(relation, sentence.span)
    return {relation: found[relation] for relation in adults if relation in found}
