"""How one relation follows from another: "Father's mother" is the paternal grandmother, 'his parents' after Father are too."""

from __future__ import annotations

import re
from dataclasses import replace

from cpraudit.facts.family.kin import Kin, Mention, Word


def partner_of(before: str, gender: str) -> str:
    """Whose partner 'her partner', 'his wife' or 'the girlfriend' is, by the words before."""
    if gender == "f" and not re.search(r"(?i)\bher (?:\w+ )?$", before):
        return "father's partner"
    if re.search(r"(?i)\bhis (?:new |current |late )?$", before):
        return "father's partner"
    return "mother's partner"


def side_after(after: str) -> str:
    """The side of the family that follows a relative ('Nain on her father's side', 'Nan (maternal)'), or nothing."""
    match = re.match(
        r"(?i),? (?:on|from) (?:his |her |the |their |\w+['’]s )?"
        r"(mother|father|mum|dad|mam|maternal|paternal)\w*['’]?s? (?:side|family)| \((maternal|paternal)\)",
        after,
    )
    if not match:
        return ""
    return "paternal" if (match.group(1) or match.group(2)).lower() in ("father", "dad", "paternal") else "maternal"


_UP = {Kin.MOTHER: ("grandmother", "f"), Kin.FATHER: ("grandfather", "m"), Kin.PARENTS: ("grandparents", "")}
"""A parent's parents."""


def compose(owner: Mention, word: Word) -> tuple[str, Kin, str] | None:
    """Who a relative's relative is; None where it is nobody that a review of this child would have to hear."""
    kin, gender = word.kin, word.gender
    if owner.kin is Kin.CHILD:
        return word.name, kin, gender
    parental = owner.kin in (Kin.MOTHER, Kin.FATHER)
    if kin is Kin.PEER or owner.kin in (Kin.PEER, Kin.CARER) or (kin is Kin.FAMILY and not parental):
        return None
    if owner.kin is Kin.GRANDPARENT and kin is Kin.PARTNER and word.name in SPOUSES:
        other = owner.relation.replace("grandfather" if gender == "f" else "grandmother", SPOUSES[word.name])
        return other, Kin.GRANDPARENT, gender
    if not parental:
        name = "partner" if kin is Kin.PARTNER else word.name
        return f"{owner.relation}'s {name}", Kin.OTHER, gender
    if kin is Kin.PARTNER:
        return f"{owner.relation}'s partner", Kin.PARTNER, gender or ("m" if owner.kin is Kin.MOTHER else "")
    side = "maternal" if owner.kin is Kin.MOTHER else "paternal"
    if kin is Kin.FAMILY:
        return f"{side} relatives", Kin.WIDER, ""
    if kin in _UP:
        return f"{side} {_UP[kin][0]}", Kin.GRANDPARENT, _UP[kin][1]
    if kin is Kin.SIBLING:
        return f"{side} {'uncle' if gender == 'm' else 'aunt'}", Kin.WIDER, gender
    return f"{owner.relation}'s {word.name}", Kin.OTHER, gender


SPOUSES = {"husband": "grandfather", "wife": "grandmother"}
"""Words for somebody's husband or wife, and who a grandparent's is."""
_GENDERS = {"his": "m", "her": "f"}


def relatives_own(text: str, mention: Mention, recent: list[Mention], child: str = "") -> Mention:
    """A relative's relative, named by a pronoun after that relative: 'Father ... His parents', 'Nain ... Her husband'.

    `recent` are the latest people named, last one last; `child` is the gender of the index children, where all have one:
    in a review of a girl 'his mother' is never hers.
    """
    pronoun = re.match(r"(?i)(his|her) ", text[mention.start :])
    if pronoun is None or not recent:
        return mention
    gender = _GENDERS[pronoun[1].lower()]
    last = recent[-1]
    if child and child != gender:
        last = next((p for p in reversed(recent) if p.gender == gender and not p.plural), last)
    if last.plural or last.gender != gender or last.kin is Kin.CHILD or last.relation == mention.relation:
        return mention
    parents_of_parent = mention.kin is Kin.PARENTS and last.kin in (Kin.MOTHER, Kin.FATHER)
    fathers = any(person.kin is Kin.FATHER for person in recent[:-1])
    father_of_half_sibling = mention.relation == "father" and "half-" in last.relation and fathers
    spouse_of_grandparent = mention.kin is Kin.PARTNER and last.kin is Kin.GRANDPARENT
    not_the_childs = bool(child) and child != gender and mention.kin is not Kin.PARTNER
    if not (parents_of_parent or father_of_half_sibling or spouse_of_grandparent or not_the_childs):
        return mention
    name = _spouse(mention.gender) if spouse_of_grandparent else mention.relation
    composed = compose(last, Word(name, mention.kin, mention.gender, mention.plural))
    if composed is None:
        return mention
    relation, kin, gender = composed
    return replace(mention, relation=relation, kin=kin, gender=gender)


def _spouse(gender: str) -> str:
    return "wife" if gender == "f" else "husband"
