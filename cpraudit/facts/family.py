"""Family engagement: who was approached, how each answered, what they said, and what is said of those left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, Table
from cpraudit.facts import lexicon, views
from cpraudit.facts.engagement import Act, Deed, Reader
from cpraudit.facts.relations import PARENTAL, Kin, Mention, same_person
from cpraudit.facts.views import View

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
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
        """Where the report says that nobody took part because all declined, did not reply or could not be approached."""
        if any(member.response is Response.TOOK_PART for member in self.members):
            return ()
        if self.refused_all:
            return self.refused_all
        accounted = [m for m in self.members if m.response is not Response.UNKNOWN and m.reasons]
        if self.members and len(accounted) == len(self.members):
            return tuple(span for member in accounted for span in member.reasons)
        return ()


HOME = (SectionKind.ENGAGEMENT,)


def find(review: Review) -> Engagement:
    """Read the account of engagement; the terms of reference and the unticked line are no evidence."""
    deeds, passages, blocks = _account(review)
    told = tuple(views.told(review, blocks))
    answered = {person.relation for deed in deeds if deed.act > Act.CONSIDERED for person in deed.people}
    deeds += [
        Deed(Act.HEARD, (Mention(0, 0, view.relation, view.kin),), view.span, explicit=True)
        for view in told
        if not view.collective and (view.outright or view.relation not in answered)
    ]
    members = _members(deeds, review)
    speakers = tuple(
        Mention(0, 0, m.relation, m.kin, m.gender) for m in members if m.response is Response.TOOK_PART and not m.collective
    )
    quoted = tuple(views.heard(review, speakers, frozenset(view.span for view in told)))
    every = tuple(sorted({view.span: view for view in (*quoted, *told)}.values(), key=lambda view: view.span))
    ticked, unticked = _declined_line(review)
    refusing = [m for m in members if m.collective and m.response in (Response.DECLINED, Response.NO_RESPONSE)]
    anyone = any(m.response is Response.TOOK_PART for m in members)
    refused = () if anyone else (*(span for m in refusing for span in m.answered), *ticked)
    adults = _adults(review)
    gone = {relation: span for relation, (mention, _) in adults.items() if (span := _gone(review, mention))}
    return Engagement(
        members=members,
        named_in_family=tuple(adults),
        adults_spans={relation: span for relation, (_, span) in adults.items()},
        views=tuple(view for view in every if not view.collective),
        general_views=tuple(view.span for view in every if view.collective),
        reasons=tuple(span for m in members for span in m.reasons),
        limitations=_limitations(review, blocks, passages),
        refused_all=refused,
        declined_unticked=unticked,
        unaccounted=tuple(_unaccounted(review, adults, members, {*gone} if not refused else {*adults})),
        passages=tuple(passages),
        invitations=tuple(_invitations(review, deeds)),
        gone=gone,
    )


# The account of engagement


def _account(review: Review) -> tuple[list[Deed], list[Span], frozenset[int]]:
    """The deeds, the sentences that tell them, and the blocks that belong to the account."""
    deeds: list[Deed] = []
    blocks: set[int] = set()
    tabled = {block for table in review.document.tables if _is_engagement_table(review, table) for block in table.blocks}
    reader, section = Reader(), -1
    for index, sentences in review.prose.by_block.items():
        if index in tabled or index in review.outline.headings or not _may_tell(review, index):
            continue
        if review.outline.innermost[index] != section:
            reader, section = Reader(), review.outline.innermost[index]
        home = review.outline.within(index, *HOME)
        found = list(_read_block(review, sentences, reader))
        about = home or any(_opens(review, deed) for deed in found)
        if not about:
            found = [deed for deed in found if deed.act is Act.HEARD and _names_reviewers(review, deed)]
        kept = [known for deed in found if (known := _without_child(review, deed))]
        deeds += kept
        if home or (kept and about):
            blocks.add(index)
    for table in review.document.tables:
        if table.blocks and table.blocks[0] in tabled:
            deeds += _rows(review, table)
    return deeds, sorted({deed.span for deed in deeds}), frozenset(blocks)


def _may_tell(review: Review, index: int) -> bool:
    block = review.document.blocks[index]
    if block.part or review.outline.within(index, *views.NOT_READ):
        return False
    return review.outline.within(index, *HOME) or bool(lexicon.pattern("family", "contact.sign").search(review.kin.block(index)))


def _read_block(review: Review, sentences: tuple[Sentence, ...], reader: Reader) -> Iterator[Deed]:
    for sentence in sentences:
        text, mentions = review.kin.of(sentence)
        yield from reader.deeds(text, mentions, sentence.span)


def _opens(review: Review, deed: Deed) -> bool:
    """Whether a deed shows that its passage is about the review's contact with the family."""
    if views.retells(review, deed.span.block) and not _names_reviewers(review, deed):
        return False
    own = review.outline.kind(deed.span.block) in (SectionKind.PROCESS, SectionKind.SCOPE)
    return (deed.explicit or own) and any(person.kin is not Kin.CHILD for person in deed.people)


def _names_reviewers(review: Review, deed: Deed) -> bool:
    return deed.explicit and bool(views.REVIEWERS.search(review.kin.block(deed.span.block)[deed.span.start : deed.span.end]))


def _without_child(review: Review, deed: Deed) -> Deed | None:
    """The index child took part only where the reviewers are named beside the act: 'K met us twice'."""
    if deed.act in (Act.HEARD, Act.AGREED, Act.DECLINED) and _names_reviewers(review, deed):
        return deed
    people = tuple(person for person in deed.people if person.kin is not Kin.CHILD)
    return replace(deed, people=people) if people else None


def _is_engagement_table(review: Review, table: Table) -> bool:
    if len(table.rows) < 2 or table.width < 2 or review.outline.within(table.blocks[0], *views.NOT_READ):
        return False
    header = " ".join(review.document.cell_text(cell) for cell in table.rows[0])
    if len(header) > 200 or not lexicon.pattern("family", "contact.column").search(header):
        return False
    return any(row and review.kin.relatives.mentions(review.document.cell_text(row[0])) for row in table.rows[1:])


def _rows(review: Review, table: Table) -> Iterator[Deed]:
    """One deed a row: the relative in the first cell, the answer in the others."""
    words = lexicon.load("family")["row"]
    for row in table.rows[1:]:
        if len(row) < 2 or not row[0].blocks:
            continue
        first = review.document.cell_text(row[0])
        people = tuple(
            m for m in review.kin.relatives.mentions(first) if not m.possessive and len(first[: m.start].split()) <= 2
        )[:1]
        rest = " ".join(review.document.cell_text(cell) for cell in row[1:])
        if not people:
            continue
        filled = [review.document.whole(cell.blocks[0]) for cell in row[1:] if cell.blocks and review.document.cell_text(cell)]
        span = filled[-1] if filled else review.document.whole(row[0].blocks[0])
        acts = [Act[name.upper()] for name in words if lexicon.pattern("family", f"row.{name}").search(rest)]
        yield Deed(max(acts, default=Act.APPROACHED, key=lambda act: _ROW_RANK[act]), people, span, explicit=True)


_ROW_RANK = {Act.APPROACHED: 0, Act.CONSIDERED: 1, Act.HEARD: 2, Act.AGREED: 2, Act.NO_RESPONSE: 3, Act.NOT_APPROACHED: 4, Act.DECLINED: 5}
"""In a table cell a 'no' outweighs the means: 'invited to a meeting; declined'."""


# Members


def _members(deeds: list[Deed], review: Review) -> tuple[FamilyMember, ...]:
    groups: list[tuple[Mention, list[Deed]]] = []
    for deed in deeds:
        for person in deed.people:
            at = _place(groups, person)
            if at is None:
                groups.append((person, [deed]))
            else:
                known, told = groups[at]
                longer = person if len(person.relation) > len(known.relation) and not person.plural else known
                groups[at] = (replace(longer, gender=known.gender or person.gender), [*told, deed])
    members = _shared([_member(review, person, told) for person, told in groups])
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


def _place(groups: list[tuple[Mention, list[Deed]]], person: Mention) -> int | None:
    exact = [n for n, (known, _) in enumerate(groups) if known.relation == person.relation]
    alike = exact or [n for n, (known, _) in enumerate(groups) if same_person(known, person)]
    return alike[0] if len(alike) == 1 or exact else None


def _member(review: Review, person: Mention, deeds: list[Deed]) -> FamilyMember:
    act = max(deed.act for deed in deeds)
    answered = tuple(deed.span for deed in deeds if deed.act is act and act > Act.CONSIDERED)
    if act is Act.NOT_APPROACHED:
        reasons = tuple(span for deed in deeds if deed.act is act for span in _reasons(review, deed.span))
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


def _reasons(review: Review, span: Span) -> Iterator[Span]:
    """The reason in a sentence that says someone was left out, or in the next one."""
    sentences = review.prose.by_block.get(span.block, ())
    here = next((n for n, s in enumerate(sentences) if s.span == span), None)
    if here is None:
        if lexicon.pattern("family", "reason.strong").search(review.document.quote(span)):
            yield span
        return
    text = review.kin.of(sentences[here])[0]
    if lexicon.pattern("family", "reason.near").search(text) or lexicon.pattern("family", "reason.strong").search(text):
        yield span
    elif here + 1 < len(sentences) and lexicon.pattern("family", "reason.strong").search(sentences[here + 1].text):
        yield sentences[here + 1].span


# The form's line, limitations, and those who are named elsewhere


def _declined_line(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The form's line, ticked and unticked."""
    ticked, unticked = [], []
    for block in review.document.blocks:
        match = lexicon.pattern("family", "declined_line.line").search(block.text)
        if not match or len(block.text) > 60:
            continue
        around = f"{block.label} {block.text[: match.start()]} {block.text[match.end() :]} {_cells_beside(review, block.index)}"
        mark = re.search(r"[☒☑✓✔✗✘×🗹🗷]|(?<!\w)[xX](?!\w)|\b(?i:yes)\b(?!.*\b(?i:no)\b)", around)
        (ticked if mark else unticked).append(review.document.whole(block.index))
    return tuple(ticked), tuple(unticked)


def _cells_beside(review: Review, index: int) -> str:
    cell = review.document.blocks[index].cell
    if cell is None or len(review.document.tables[cell.table].rows[cell.row]) > 3:
        return ""
    row = review.document.tables[cell.table].rows[cell.row]
    return " ".join(t for c in row if c.column != cell.column and len(t := review.document.cell_text(c)) <= 5)


def _limitations(review: Review, blocks: frozenset[int], passages: list[Span]) -> tuple[Span, ...]:
    """Sentences of the account, or beside it, on what the review could not learn."""
    pattern = lexicon.pattern("family", "limitation.words")
    first: dict[int, int] = {}
    for span in passages:
        first[span.block] = min(first.get(span.block, span.start), span.start)
    found = []
    for index, sentences in review.prose.by_block.items():
        if index not in blocks or index in review.outline.headings:
            continue
        home = review.outline.within(index, *HOME)
        for sentence in sentences:
            text, _ = review.kin.of(sentence)
            if pattern.search(text) and (home or sentence.start >= first.get(index, 0)):
                found.append(sentence.span)
    return (*found, *_limits_elsewhere(review, blocks))


def _limits_elsewhere(review: Review, blocks: frozenset[int]) -> Iterator[Span]:
    """A limitation told in another place that says outright whose account is lacking."""
    for sentence in review.prose.sentences:
        if sentence.block in blocks or not _in_report(review, sentence.block):
            continue
        if lexicon.pattern("family", "limitation.outright").search(sentence.text) and review.kin.of(sentence)[1]:
            yield sentence.span


def _in_report(review: Review, index: int) -> bool:
    return not review.document.blocks[index].part and not review.outline.within(index, *views.NOT_READ)


def _adults(review: Review) -> dict[str, tuple[Mention, Span]]:
    """Parents, carers and other close adults of the index children, and where each is first named."""
    found: dict[str, tuple[Mention, Span]] = {}
    counts: dict[str, int] = {}
    tabled: set[str] = set()
    for sentence in review.prose.sentences:
        if not _in_report(review, sentence.block) or sentence.block in review.outline.headings:
            continue
        _, mentions = review.kin.of(sentence)
        cell = review.document.blocks[sentence.block].cell
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
    return {relation: told for relation, told in found.items() if counts[relation] > 1 or relation in tabled}


def _unaccounted(
    review: Review, adults: dict[str, tuple[Mention, Span]], members: Iterable[FamilyMember], excepted: set[str]
) -> Iterator[str]:
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
        if relation not in excepted:
            yield relation


def _carers_heard(review: Review) -> bool:
    """Foster carers who contributed as an agency would: named in the panel's or the contributors' list."""
    return any(
        m.kin is Kin.CARER
        for given in review.contributions
        for m in review.kin.relatives.mentions(given.contributor)
    ) or any(
        m.kin is Kin.CARER
        for s in review.prose.sentences_in(SectionKind.PROCESS, SectionKind.AGENCIES, SectionKind.SCOPE, SectionKind.LEARNING_EVENT)
        for m in review.kin.of(s)[1]
    )


def _gone(review: Review, mention: Mention) -> Span | None:
    """Where somebody is said to have died or to be unknown, if anywhere."""
    pattern = lexicon.pattern("family", "reason.gone")
    for sentence in review.prose.sentences:
        if pattern.search(sentence.text) and _in_report(review, sentence.block):
            for told in review.kin.of(sentence)[1]:
                if same_person(told, mention) and pattern.search(sentence.text[: told.end + 60], told.end):
                    return sentence.span
    return None


def _invitations(review: Review, deeds: Iterable[Deed]) -> Iterator[Span]:
    """Approaches whose sentence tells the means."""
    approaches = {deed.span for deed in deeds if deed.act is Act.APPROACHED}
    for span in dict.fromkeys(deed.span for deed in deeds):
        text = review.kin.block(span.block)[span.start : span.end]
        if (span in approaches or "invit" in text) and lexicon.pattern("family", "invitation.means").search(text):
            yield span
