"""The relatives of whom the account tells: one each, with the answer that counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.family import account
from cpraudit.facts.family.cues import Act
from cpraudit.facts.family.engagement import Deed
from cpraudit.facts.family.kin import Kin, Mention, same_person

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Response(StrEnum):
    """How a family member answered."""

    TOOK_PART = "took-part"
    DECLINED = "declined"
    NO_RESPONSE = "no-response"
    NOT_APPROACHED = "not-approached"
    UNKNOWN = "unknown"


_RESPONSES = {
    Act.HEARD: Response.TOOK_PART,
    Act.AGREED: Response.TOOK_PART,
    Act.DECLINED: Response.DECLINED,
    Act.NO_RESPONSE: Response.NO_RESPONSE,
    Act.NOT_APPROACHED: Response.NOT_APPROACHED,
}


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """One relative, by relationship, in the account of engagement."""

    relation: str
    """'mother', 'father', 'maternal grandmother', "mother's partner", 'half-sister', 'family members' (collective)."""
    response: Response
    approached: tuple[Span, ...]
    answered: tuple[Span, ...]
    collective: bool = False
    """'the family', 'parents', 'family members': nobody in particular."""
    kin: Kin = Kin.OTHER
    gender: str = ""
    reasons: tuple[Span, ...] = ()
    """Why they were left out: a reason given, a refusal, or silence after an approach."""


def gather(deeds: list[Deed], review: Review) -> tuple[FamilyMember, ...]:
    """One member for each relative of whom deeds are told, with the answer that counts."""
    groups: list[tuple[Mention, list[Deed]]] = []
    for deed in deeds:
        for person in deed.people:
            at = _among_grandparents(groups, person, deed)
            at = _place(groups, person) if at is None else at
            if at is None:
                groups.append((person, [deed]))
            else:
                known, told = groups[at]
                longer = person if len(person.relation) > len(known.relation) and not person.plural else known
                groups[at] = (replace(longer, gender=known.gender or person.gender), [*told, deed])
    members = _shared([_member(review, person, told) for person, told in groups])
    members = _with_sides(review, _one_by_one(members))
    people = [m for m in members if not m.collective and m.kin is not Kin.CHILD]
    parents = [m for m in people if m.kin in (Kin.MOTHER, Kin.FATHER) and m.response is not Response.UNKNOWN]
    refusing = (Response.DECLINED, Response.NO_RESPONSE)
    return tuple(
        m
        for m in members
        if not (m.kin is Kin.CHILD and m.response is Response.UNKNOWN)
        and not (m.kin is Kin.FAMILY and people and m.response not in refusing)  # 'the family' then adds nobody
        and not (m.kin is Kin.PARENTS and parents)
    )


def _shared(members: list[FamilyMember]) -> list[FamilyMember]:
    """Give a mother and father who were approached one by one the answer that is told of both parents."""
    both = next((m for m in members if m.kin is Kin.PARENTS and m.response is not Response.UNKNOWN), None)
    if both is None:
        return members
    return [
        replace(m, response=both.response, answered=both.answered, reasons=both.reasons)
        if m.kin in (Kin.MOTHER, Kin.FATHER) and m.response is Response.UNKNOWN
        else m
        for m in members
    ]


def _among_grandparents(groups: list[tuple[Mention, list[Deed]]], person: Mention, deed: Deed) -> int | None:
    """The grandparents in whose passage one of them is told of alone: 'Her grandmother said'."""
    if person.relation not in ("grandmother", "grandfather"):
        return None
    near = (n for n, (known, told) in enumerate(groups)
            if known.relation.endswith("grandparents") and any(d.span.block == deed.span.block for d in told))  # fmt: skip
    return next(near, None)


def _place(groups: list[tuple[Mention, list[Deed]]], person: Mention) -> int | None:
    exact = [n for n, (known, _) in enumerate(groups) if known.relation == person.relation]
    alike = exact or [n for n, (known, _) in enumerate(groups) if same_person(known, person)]
    return alike[0] if len(alike) == 1 or exact else None


def _member(review: Review, person: Mention, deeds: list[Deed]) -> FamilyMember:
    act = max(deed.act for deed in deeds)
    answered = tuple(deed.span for deed in deeds if deed.act is act and act > Act.CONSIDERED)
    if act is Act.NOT_APPROACHED:
        reasons = tuple(span for deed in deeds if deed.act is act for span in account.reasons(review, deed.span))
    else:
        reasons = answered if act in (Act.DECLINED, Act.NO_RESPONSE) else ()
    return FamilyMember(
        relation=person.relation,
        response=_RESPONSES.get(act, Response.UNKNOWN),
        approached=tuple(deed.span for deed in sorted(deeds, key=lambda deed: deed.act is Act.HEARD)),
        answered=answered,
        collective=person.collective,
        kin=person.kin,
        gender=person.gender,
        reasons=reasons,
    )


def _one_by_one(members: list[FamilyMember]) -> list[FamilyMember]:
    """Give those named one by one what is told of them together ('both fathers', 'the grandparents'), and keep each once."""
    for together in [m for m in members if m.relation in ("fathers", "friends") or m.relation.endswith("grandparents")]:
        each = [m for m in members if _belongs(m, together)]
        if not each:
            continue
        if together.relation != "fathers" and all(m.response is together.response for m in each):
            members = [m for m in members if m not in each]
            continue
        shared = [
            replace(m, response=together.response, answered=together.answered, reasons=together.reasons)
            if m in each and m.response is Response.UNKNOWN
            else m
            for m in members
        ]
        alone = together.relation == "fathers" or together.response is Response.UNKNOWN
        members = [m for m in shared if not (alone and m is together)]
    told_apart = any(m.relation.startswith("father of ") for m in members)
    return [m for m in members if not (told_apart and m.relation == "father" and m.response is Response.UNKNOWN)]


def _belongs(one: FamilyMember, together: FamilyMember) -> bool:
    """Whether somebody is one of those told of together."""
    if together.relation == "fathers":
        return one.kin is Kin.FATHER and one is not together
    if together.relation == "friends":
        return one.relation == "friend"
    parts = one.relation.split()
    single = parts[-1] in ("grandmother", "grandfather")
    return single and (len(parts) == 1 or " ".join([*parts[:-1], "grandparents"]).endswith(together.relation))


def _with_sides(review: Review, members: list[FamilyMember]) -> list[FamilyMember]:
    """Name an aunt or a grandmother with her side of the family, where the report gives it anywhere and knows only one."""
    known = {m.relation for s in review.prose.sentences for m in review.kin.of(s)[1]}
    sided = {relation for relation in known if relation.startswith(("maternal ", "paternal "))}
    taken = {m.relation for m in members}
    renamed = []
    for member in members:
        full = [relation for relation in sided if relation.split(" ", 1)[1] == member.relation]
        whole = (
            full[0] if member.kin in (Kin.WIDER, Kin.GRANDPARENT) and len(full) == 1 and full[0] not in taken else ""
        )
        renamed.append(replace(member, relation=whole) if whole else member)
    return renamed
