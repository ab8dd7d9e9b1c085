"""What someone is to the index child, and a place where a text names a relative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kin(StrEnum):
    """What someone is to the index child, as far as the checks tell people apart."""

    CHILD = "index child"
    MOTHER = "mother"
    FATHER = "father"
    PARTNER = "partner"
    """A parent's partner, husband, wife, boyfriend or girlfriend."""
    MALE_CARER = "male carer"
    """A stepfather."""
    FEMALE_CARER = "female carer"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    WIDER = "wider"
    """Aunts, uncles, cousins."""
    CARER = "carer"
    """Foster and kinship carers, adopters, guardians, hosts of supported lodgings."""
    PEER = "peer"
    """The child's friends."""
    SURVIVORS = "survivors"
    """Several index children together, grown up by now, as a historical review hears them."""
    PARENTS = "parents"
    """Both parents together."""
    FAMILY = "family"
    """Nobody in particular: 'the family', 'family members'."""
    OTHER = "other"
    """A relative of a relative: a half-sister's father, a former partner."""


COLLECTIVE = frozenset({Kin.PARENTS, Kin.FAMILY, Kin.SURVIVORS})
PARENTAL = frozenset({Kin.MOTHER, Kin.FATHER, Kin.PARTNER, Kin.MALE_CARER, Kin.FEMALE_CARER})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text where a relative is named."""

    start: int
    end: int
    relation: str
    """'mother', 'maternal grandmother', "mother's partner", 'older brother', 'family members'."""
    kin: Kin
    gender: str = ""
    """'f', 'm', or empty where the word does not tell."""
    plural: bool = False
    possessive: bool = False
    """Only an owner ('Mother's solicitor', "their parents' agreement")."""

    @property
    def collective(self) -> bool:
        """Nobody in particular."""
        return self.kin in COLLECTIVE


@dataclass(frozen=True, slots=True)
class Word:
    """A relationship word of the vocabulary, and whom it stands for."""

    name: str
    kin: Kin
    gender: str
    plural: bool


class Related(Protocol):
    """Anything that is known by its relation to the index child."""

    @property
    def relation(self) -> str:
        """'mother', 'maternal grandmother', ..."""

    @property
    def kin(self) -> Kin:
        """What kind of relation it is."""


def same_person(first: Related, second: Related) -> bool:
    """Whether two relations may be one person: 'Nain' and 'maternal grandmother', 'brother' and 'older brother'."""
    if first.relation == second.relation:
        return True
    if first.kin is not second.kin:
        return False
    short, long = sorted((first.relation, second.relation), key=len)
    return long.endswith((f" {short}", f"-{short}"))


def in_words(relations: Iterable[str]) -> str:
    """Relatives as a list in words: 'mother, father and maternal grandmother'."""
    names = list(dict.fromkeys(relations))
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
