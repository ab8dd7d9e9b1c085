"""The account of family engagement: the passages and tables that tell it, and the acts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpraudit.document import Cell, SectionKind, Span, Table
from cpraudit.facts.case.event import Outcome
from cpraudit.facts.family import cues, notes, views
from cpraudit.facts.family.cues import Act
from cpraudit.facts.family.engagement import Deed, Reader
from cpraudit.facts.family.kin import Kin
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Account:
    """What the report tells of its contact with the family."""

    deeds: tuple[Deed, ...]
    passages: tuple[Span, ...]
    """The sentences and cells that tell them."""
    blocks: frozenset[int]
    """The blocks that belong to the account."""


ANALYSING = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.CHILD,
    SectionKind.GOOD_PRACTICE,
    SectionKind.IMPROVING,
)
"""Sections where relatives are heard on the case, and their part in the review is seldom told."""


def read(review: Review) -> Account:
    """Read the family's own section, and passages elsewhere that show that they are about the review."""
    deeds: list[Deed] = []
    blocks: set[int] = set()
    tables = [table for table in review.document.tables if _is_engagement_table(review, table)]
    tabled = {block for table in tables for block in table.blocks}
    reader, section = Reader(review.kin.gender), -1
    for index, sentences in review.prose.by_block.items():
        if index in tabled or index in review.outline.headings or not _may_tell(review, index):
            continue
        if review.outline.innermost[index] != section:
            reader, section = Reader(review.kin.gender), review.outline.innermost[index]
        home = at_home(review, index)
        found = [deed for s in sentences for deed in reader.deeds(*review.kin.of(s), s.span)]
        found += _noted(review, index, found)
        about = home or any(_opens(review, deed) for deed in found)
        if not about:
            found = [deed for deed in found if deed.act is Act.HEARD and _names_reviewers(review, deed)]
        kept = [known for deed in found if (known := _without_child(review, deed))]
        deeds += kept
        if home or (kept and about):
            blocks.add(index)
    deeds += [deed for table in tables for deed in _rows(review, table)]
    return Account(tuple(deeds), tuple(sorted({deed.span for deed in deeds})), frozenset(blocks))


def _noted(review: Review, index: int, told: list[Deed]) -> Iterator[Deed]:
    """What notes tell of relatives of whom their sentences, read as such, give no answer."""
    answered = {person.relation for deed in told if deed.act > Act.CONSIDERED for person in deed.people}
    for note in review.family_notes.get(index, ()):
        people = tuple(person for person in note.people if person.relation not in answered)
        if people and note.act is not None:
            yield Deed(note.act, people, note.span, explicit=True)
            if note.approached and note.act is not Act.APPROACHED:
                yield Deed(Act.APPROACHED, people, note.span, explicit=True)


def at_home(review: Review, index: int) -> bool:
    """Whether a block stands in the family's own section."""
    return review.outline.within(index, SectionKind.ENGAGEMENT)


def in_report(review: Review, index: int) -> bool:
    """Whether a block is the report's own telling: no annex, terms of reference, recommendation, form wording."""
    return not review.document.blocks[index].part and not review.outline.within(index, *views.NOT_READ)


def _may_tell(review: Review, index: int) -> bool:
    if not in_report(review, index):
        return False
    sign = lexicon.pattern("family", "contact.sign")
    return at_home(review, index) or index in review.family_notes or bool(sign.search(review.kin.block(index)))


def _opens(review: Review, deed: Deed) -> bool:
    """Whether a deed shows that its passage is about the review's contact with the family."""
    if not any(person.kin is not Kin.CHILD for person in deed.people):
        return False
    if views.kind(review, deed.span.block) in ANALYSING:  # 'Father told the reviewer' opens no account there
        return deed.act is not Act.HEARD and _names_reviewers(review, deed)
    if views.retells(review, deed.span.block) and not _names_reviewers(review, deed):
        return False
    own = review.outline.kind(deed.span.block) in (SectionKind.PROCESS, SectionKind.SCOPE)
    return deed.explicit or own


def _names_reviewers(review: Review, deed: Deed) -> bool:
    words = review.kin.block(deed.span.block)[deed.span.start : deed.span.end]
    return deed.explicit and views.reviewers_in(words)


def _without_child(review: Review, deed: Deed) -> Deed | None:
    """The index child took part only where the reviewers are named beside the act ('K met us twice'), if she lives to do so
    and nobody tells it of her ('Nain told us that K took part in the interview')."""
    told = deed.act in (Act.HEARD, Act.AGREED, Act.DECLINED) and _names_reviewers(review, deed)
    if told and not only_child_died(review) and not _retold(review, deed):
        return deed
    people = tuple(person for person in deed.people if person.kin is not Kin.CHILD)
    return replace(deed, people=people) if people else None


def only_child_died(review: Review) -> bool:
    """Whether the one index child cannot have been asked."""
    outcome = review.event.outcome
    return outcome is not None and outcome.value is Outcome.DEATH and len(review.identity.pseudonyms) <= 1


_TELLING = compile_pattern(
    r"\b(?:told|said|explained|recalled|described|remembered|wrote|felt|thought|believed)\b[^.;]*\b(?:that|how|when)\b[^.;]*$", re.IGNORECASE
)


def _retold(review: Review, deed: Deed) -> bool:
    """Whether what the index child did is what somebody else told."""
    text = review.document.quote(deed.span)
    return any(person.kin is Kin.CHILD and _TELLING.search(text[: person.start]) for person in deed.people)


def _is_engagement_table(review: Review, table: Table) -> bool:
    if len(table.rows) < 2 or table.width < 2 or not in_report(review, table.blocks[0]):
        return False
    header = " ".join(review.document.cell_text(cell) for cell in table.rows[0])
    told = len(header) <= 200 and bool(lexicon.pattern("family", "contact.column").search(header))
    if not told and not _begins_with_relative(review, table):
        return False
    return any(row and review.kin.relatives.mentions(review.document.cell_text(row[0])) for row in table.rows[1:])


def _begins_with_relative(review: Review, table: Table) -> bool:
    """Whether a table of the family's own section has a relative and an answer in its first row, where others have titles."""
    first = table.rows[0]
    if not at_home(review, table.blocks[0]) or table.width != 2 or len(first) < 2 or not first[0].blocks:
        return False
    who, told = (review.document.cell_text(cell) for cell in first[:2])
    return bool(review.kin.relatives.mentions(who)) and len(who.split()) <= 6 and notes.act_of(told) is not None


def _rows(review: Review, table: Table) -> Iterator[Deed]:
    """One deed a row: the relative in the first cell, the answer in the others."""
    for row in table.rows[0 if _begins_with_relative(review, table) else 1 :]:
        if len(row) < 2 or not row[0].blocks:
            continue
        first = review.document.cell_text(row[0])
        mentions = (m for m in review.kin.relatives.mentions(first) if not m.possessive)
        person = next((m for m in mentions if len(first[: m.start].split()) <= 2), None)
        if person is None:
            continue
        told = " ".join(review.document.cell_text(cell) for cell in row[1:])
        yield Deed(notes.act_of(told) or Act.APPROACHED, (person,), _answer_cell(review, row), explicit=True)


def _answer_cell(review: Review, row: tuple[Cell, ...]) -> Span:
    """The last filled cell of a row, or the first where the rest is blank."""
    filled = [cell for cell in row[1:] if cell.blocks and review.document.cell_text(cell)]
    return review.document.whole((filled[-1] if filled else row[0]).blocks[0])


def invitations(review: Review, account: Account) -> Iterator[Span]:
    """Approaches whose sentence tells the means."""
    approaches = {deed.span for deed in account.deeds if deed.act is Act.APPROACHED}
    asked = {
        s.span
        for block in account.blocks
        for s in review.prose.by_block.get(block, ())
        if any(cue.act is Act.APPROACHED for cue in cues.find(review.kin.of(s)[0])) and review.kin.of(s)[1]
    }  # the index child too: 'Her advocate asked her if she wanted to take part'
    approaches |= asked
    carried = {
        s.span
        for block in account.blocks
        for s in review.prose.by_block.get(block, ())
        if lexicon.pattern("family", "invitation.carried").search(s.text)
    }
    for span in sorted({*account.passages, *asked, *carried}):
        text = review.kin.block(span.block)[span.start : span.end]
        if lexicon.pattern("family", "invitation.carried").search(text) or (
            (span in approaches or "invit" in text) and lexicon.pattern("family", "invitation.means").search(text)
        ):
            yield span


def reasons(review: Review, span: Span) -> Iterator[Span]:
    """The reason in a sentence that says someone was left out, or in the next one."""
    near, strong = lexicon.pattern("family", "reason.near"), lexicon.pattern("family", "reason.strong")
    sentences = review.prose.by_block.get(span.block, ())
    here = next((n for n, s in enumerate(sentences) if s.span == span), None)
    if here is None:
        if strong.search(review.document.quote(span)):
            yield span
        return
    text = review.kin.of(sentences[here])[0]
    if near.search(text) or strong.search(text):
        yield span
    elif here + 1 < len(sentences) and strong.search(sentences[here + 1].text):
        yield sentences[here + 1].span


def limitations(review: Review, account: Account) -> Iterator[Span]:
    """Sentences of the account, or elsewhere in so many words, on what the review could not learn."""
    first: dict[int, int] = {}
    for span in account.passages:
        first[span.block] = min(first.get(span.block, span.start), span.start)
    for sentence in review.prose.sentences:
        if sentence.block in review.outline.headings or not in_report(review, sentence.block):
            continue
        text, mentions = review.kin.of(sentence)
        if sentence.block in account.blocks:
            follows = at_home(review, sentence.block) or sentence.start >= first.get(sentence.block, 0)
            if follows and lexicon.pattern("family", "limitation.words").search(text):
                yield sentence.span
        elif mentions and lexicon.pattern("family", "limitation.outright").search(sentence.text):
            yield sentence.span
