"""The index children: age at the event, gender and how it is known, ethnicity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
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
    SectionKind.TITLE, SectionKind.CIRCUMSTANCES, SectionKind.SCOPE, SectionKind.KEY_DATES, SectionKind.SUMMARY,
    SectionKind.FAMILY, SectionKind.CHILD, SectionKind.OTHER,
)  # fmt: skip
"""Sections in which a report tells who the child is."""
NOT_READ = (
    SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.RECOMMENDATIONS, SectionKind.CONTENTS, SectionKind.GLOSSARY,
    SectionKind.STATEMENT,
)  # fmt: skip


def find(review: Review) -> Children:
    """Find the index children; ages and genders of brothers, sisters and parents are never theirs."""
    from cpraudit.facts.children import child_ages, child_ethnicity, child_gender, child_particulars, children_counted
    from cpraudit.facts.family.cast import Cast

    withheld = tuple(child_particulars.withheld(review, what) for what in ("age", "gender", "ethnicity"))
    names = tuple(pseudonym.name for pseudonym in review.identity.pseudonyms)
    if len(names) <= 1 and (several := children_counted.count(review)) > 1:
        names = tuple(f"child {number}" for number in range(1, several + 1))
    if not names and (several := children_counted.harmed_together(review)) > 1:
        names = tuple(f"child {number}" for number in range(1, several + 1))
    if not names and review.event.outcome is None and not child_particulars.tells_of_child(review):
        return Children((), *withheld)
    cast = Cast(review, names)
    ages = child_ages.find(review, cast)
    genders = child_gender.find(review, cast)
    ethnicity = child_ethnicity.find(review, cast)
    index = tuple(IndexChild(name, ages[who], *genders[who], ethnicity) for who, name in enumerate(cast.names))
    return Children(index, *withheld)
