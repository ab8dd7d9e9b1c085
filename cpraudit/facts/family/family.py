"""Family engagement: who was approached, how each answered, what they said, and what is said of those left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.family import account, close_adults, family_members, views
from cpraudit.facts.family.cues import Act
from cpraudit.facts.family.engagement import Deed
from cpraudit.facts.family.family_members import FamilyMember, Response
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.family.views import View
from cpraudit.facts.text import lexicon

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Engagement:
    """The report's account of family engagement."""

    members: tuple[FamilyMember, ...]
    named_in_family: tuple[str, ...]
    """Parents, carers and other close adults who are said to exist (family table, circumstances, narrative)."""
    adults_spans: dict[str, Span]
    """Where each of them is named."""
    views: tuple[View, ...]
    general_views: tuple[Span, ...]
    """Views given to the family at large and to nobody in particular."""
    reasons: tuple[Span, ...]
    """Reasons for not including someone (declined, no reply, police advice, protects the child, ...)."""
    limitations: tuple[Span, ...]
    """What the absence of someone limits in the review."""
    refused_all: tuple[Span, ...]
    """The family as a whole declined or did not reply (a ticked 'Family declined involvement' counts)."""
    declined_unticked: tuple[Span, ...]
    """The form's unticked line."""
    unaccounted: tuple[str, ...] = ()
    """Those of `named_in_family` of whose part in the review nothing is said."""
    passages: tuple[Span, ...] = ()
    """The sentences of the account of engagement."""
    invitations: tuple[Span, ...] = ()
    """Where an approach is told with its means: by letter, by a visit, through the social worker."""
    gone: dict[str, Span] = field(default_factory=dict)
    """Adults who are said to have died or to be unknown, and where."""

    def individuals(self) -> tuple[FamilyMember, ...]:
        """Members named by relationship."""
        return tuple(member for member in self.members if not member.collective)

    def excusing(self) -> tuple[Span, ...]:
        """Where the report says that nobody took part, since all declined, did not reply or could not be approached."""
        if any(member.response is Response.TOOK_PART for member in self.members):
            return ()
        if self.refused_all:
            return self.refused_all
        accounted = [m for m in self.members if m.response is not Response.UNKNOWN and m.reasons]
        if self.members and len(accounted) == len(self.members):
            return tuple(span for member in accounted for span in member.reasons)
        return ()


def find(review: Review) -> Engagement:
    """Read the account of engagement; the terms of reference and the unticked line are no evidence."""
    told_of = account.read(review)
    deeds = list(told_of.deeds)
    told = tuple(views.told(review, told_of.blocks))
    answered = {person.relation for deed in deeds if deed.act > Act.CONSIDERED for person in deed.people}
    deeds += [
        Deed(Act.HEARD, (Mention(0, 0, view.relation, view.kin),), view.span, explicit=True)
        for view in told
        if not view.collective
        and (view.outright or view.relation not in answered)
        and not (view.kin is Kin.CHILD and account.only_child_died(review))
    ]
    members = family_members.gather(deeds, review)
    speakers = tuple(
        Mention(0, 0, m.relation, m.kin, m.gender)
        for m in members
        if m.response is Response.TOOK_PART and not m.collective
    )
    quoted = tuple(views.heard(review, speakers, frozenset(view.span for view in told)))
    every = tuple(sorted({view.span: view for view in (*quoted, *told)}.values(), key=lambda view: view.span))
    ticked, unticked = _declined_line(review)
    refusing = [m for m in members if m.collective and m.response in (Response.DECLINED, Response.NO_RESPONSE)]
    anyone = any(m.response is Response.TOOK_PART for m in members)
    refused = () if anyone else (*(span for m in refusing for span in m.answered), *ticked)
    adults = close_adults.named(review)
    gone = close_adults.gone(review, adults)
    return Engagement(
        members=members,
        named_in_family=tuple(adults),
        adults_spans={relation: span for relation, (_, span) in adults.items()},
        views=tuple(view for view in every if not view.collective),
        general_views=tuple(view.span for view in every if view.collective),
        reasons=tuple(span for m in members for span in m.reasons),
        limitations=tuple(account.limitations(review, told_of)),
        refused_all=refused,
        declined_unticked=unticked,
        unaccounted=() if refused else tuple(close_adults.unaccounted(review, adults, members, {*gone})),
        passages=told_of.passages,
        invitations=tuple(account.invitations(review, told_of)),
        gone=gone,
    )


def _declined_line(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The form's line, ticked and unticked."""
    ticked: list[Span] = []
    unticked: list[Span] = []
    for block in review.document.blocks:
        match = lexicon.pattern("family", "declined_line.line").search(block.text)
        if not match or len(block.text) > 60:
            continue
        beside = _cells_beside(review, block.index)
        around = f"{block.label} {block.text[: match.start()]} {block.text[match.end() :]} {beside}"
        mark = re.search(r"[☒☑✓✔✗✘×🗹🗷]|(?<!\w)[xX](?!\w)|\b(?i:yes)\b(?!.*\b(?i:no)\b)", around)
        (ticked if mark else unticked).append(review.document.whole(block.index))
    return tuple(ticked), tuple(unticked)


def _cells_beside(review: Review, index: int) -> str:
    cell = review.document.blocks[index].cell
    if cell is None or len(review.document.tables[cell.table].rows[cell.row]) > 3:
        return ""
    row = review.document.tables[cell.table].rows[cell.row]
    return " ".join(t for c in row if c.column != cell.column and len(t := review.document.cell_text(c)) <= 5)
