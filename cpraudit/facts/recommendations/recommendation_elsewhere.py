"""Recommendations in a report with no section for them: by label, under a lead-in, or in the reviewers' voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, SectionKind
from cpraudit.document.naming import name
from cpraudit.facts.recommendations.recommendation_columns import header_of
from cpraudit.facts.recommendations.recommendation_drafts import NUMBERED, Draft, bare_label
from cpraudit.facts.recommendations.recommendation_owners import is_body
from cpraudit.facts.recommendations.recommendation_tables import of_table
from cpraudit.facts.recommendations.recommendation_text import recommends, subject_and_act
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

K = SectionKind
_UNNUMBERED = compile_pattern(r"(?P<label>[A-Z][^.:;–—]{2,60}?)\s*[:–—-]\s+(?=\S)")
_PLAIN_LABELS = compile_pattern(r"(?:action|proposal)s?", re.IGNORECASE)
"""Labels that may stand before what was done at the time; the words after them must ask."""
_FEWEST_SET_APART = 6
_NOT_HERE = (K.TERMS, K.REFERENCES, K.GLOSSARY, K.CONTENTS, K.STATEMENT, K.WELSH_GOVERNMENT)
_OF_OTHERS = (*_NOT_HERE, K.NARRATIVE, K.CHRONOLOGY, K.ENGAGEMENT, K.CHANGES)
"""Where what is recommended was recommended by others at the time, or is a relative's wish."""


def labelled(review: Review) -> list[Draft]:
    """'Recommendation 3: ...', 'Recommendation: ...' or 'What needs to happen: ...' wherever it stands."""
    found: list[Draft] = []
    for block in review.prose.blocks:
        by_label = block.label[:1].isalpha()
        numbered = NUMBERED.match(f"{block.label}: {block.text}" if by_label else block.text)
        opening = None if by_label or numbered else _UNNUMBERED.match(block.text)
        match = numbered or (opening if opening and _labels(opening["label"]) else None)
        if match is None or review.outline.within(block.index, *_NOT_HERE):
            continue
        text = block.text if by_label else block.text[match.end() :]
        surely = match is numbered or not _PLAIN_LABELS.fullmatch(match["label"])
        if len(text.split()) >= 5 and (recommends(text) or surely):
            number = numbered.group(1) if numbered else str(len(found) + 1)
            whole = review.document.whole(block.index)
            found.append(Draft(number, text, (whole,), groups=review.outline.path(block.index)))
    return found


def _labels(words: str) -> bool:
    """Whether words before a colon announce a recommendation."""
    naming = name(words)
    return bool(_PLAIN_LABELS.fullmatch(words)) or (naming is not None and naming.kind is K.RECOMMENDATIONS)


def set_apart(review: Review) -> list[Draft]:
    """A paragraph in bold type, or in a box of its own, in which a body is told what it should do."""
    local = review.local.agencies
    return [
        Draft("", block.text, (review.document.whole(block.index),), groups=review.outline.path(block.index))
        for block in review.prose.blocks
        if (block.look.bold or _boxed(review, block))
        and block.index not in review.outline.headings
        and len(block.text.split()) >= _FEWEST_SET_APART
        and recommends(block.text)
        and is_body(subject_and_act(block.text)[0], local)
        and not review.outline.within(block.index, *_OF_OTHERS)
    ]


def _boxed(review: Review, block: Block) -> bool:
    """Whether a paragraph is all that stands in a table."""
    return block.cell is not None and len(review.document.tables[block.cell.table].blocks) == 1


def tabled(review: Review) -> list[Draft]:
    """The rows of a table with a column of recommendations, under the learning say."""
    document = review.document
    tables = [
        table
        for table in document.tables
        if table.rows
        and table.blocks
        and _asking([document.cell_text(cell) for cell in table.rows[0]])
        and not review.outline.within(table.blocks[0], *_OF_OTHERS)
    ]
    return [draft for table in tables for draft in of_table(review, table) or []]


_TO_DO = compile_pattern(r"\b(?:will|should|must|needs?|needed|required|to be)\b", re.IGNORECASE)


def _asking(heads: list[str]) -> bool:
    """Whether headers are those of recommendations: by name, or by what is to be done, by whom and when ('What we will do | Who | When')."""
    if any(re.match(r"recommend|argymhell", head, re.IGNORECASE) for head in heads):
        return True
    held = {header_of(head) for head in heads}
    return held >= {"text", "owner"} and bool(held & {"timing", "outcome"}) and any(header_of(head) == "text" and _TO_DO.search(head) for head in heads)


def led(review: Review) -> list[Draft]:
    """The list under a line such as 'Recommendations arising:' at the end of a theme."""
    return [
        Draft(
            bare_label(block.label),
            block.text,
            (review.document.whole(block.index),),
            around=lead.rstrip(" :–-"),
            groups=review.outline.path(block.index),
        )
        for block, lead in _under_lead_ins(review)
    ]


def _under_lead_ins(review: Review) -> Iterator[tuple[Block, str]]:
    """Each entry of such a list, with the words that lead it in."""
    lead = pattern("recommendations", "places.leads")
    open_ = ""
    for block in review.prose.blocks:
        if block.index in review.outline.headings or review.outline.within(block.index, *_OF_OTHERS):
            open_ = ""
        elif lead.match(last := re.split(r"(?<=[.!?])\s+", block.text)[-1]) and len(last.split()) <= 9:
            open_ = last
        elif open_ and (block.kind is BlockKind.LIST_ITEM or _stands(block.text)):
            yield block, open_
        else:
            open_ = ""


def _stands(text: str) -> bool:
    """Whether a paragraph is a recommendation and not the lead-in to some."""
    return recommends(text) and not text.endswith(":")


def voiced(review: Review) -> list[Draft]:
    """'It is recommended that ...', 'We recommend ...' in running prose, as the reviewers say it."""
    voice = pattern("recommendations", "places.voices")
    return [
        Draft("", sentence.text, (sentence.span,), separate=False)
        for sentence in review.prose.sentences_outside(*_OF_OTHERS)
        if (said := voice.search(sentence.text)) and not re.search(r"[“\"]", sentence.text[: said.start()])
    ]
