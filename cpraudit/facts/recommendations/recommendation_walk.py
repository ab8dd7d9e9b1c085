"""Reads what stands under a heading of recommendations: headings, groups, lead-ins, list items and prose, one after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, SectionKind, Span
from cpraudit.facts.agencies.local_names import LocalAgencies
from cpraudit.facts.recommendations import recommendation_inline, recommendation_prose
from cpraudit.facts.recommendations.recommendation_drafts import NUMBERED, Draft, bare_label, column_of, titles_around
from cpraudit.facts.recommendations.recommendation_owners import is_body
from cpraudit.facts.recommendations.recommendation_text import (
    announces,
    counts_off,
    is_order,
    recommends,
    subject_and_act,
)
from cpraudit.facts.text.lexicon import load, pattern
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

K = SectionKind
_LINE = compile_pattern(r"^([A-Z][A-Za-z /]{2,40}?)\s*[:–]\s+(?=\S)")
_CALLED = compile_pattern(r"\W*rec(?:ommendation)? ?\d", re.IGNORECASE)
_LABEL = compile_pattern(r"([A-Z][\w&/()’' -]{1,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_DONE = compile_pattern(
    r"\b(?:changes? (?:have|has) (?:already )?been|(?:have|has) (?:already |since )been made|already (?:made|taken|"
    r"in place|done|been)|since the (?:incident|event|review)|"
    r"following (?:actions|changes|improvements) have|actions? (?:already )?taken|progress (?:made|to date))\b",
    re.IGNORECASE,
)
_MEASURED = compile_pattern(
    r"\b(?:what will (?:be different|change|improve)|how (?:will|would|shall) (?:we|the|this|it)|how we will know|success|"
    r"(?:intended|anticipated|expected|desired) (?:outcomes?|impact|improvements?)|measures?|evidence|rationale)\b",
    re.IGNORECASE,
)
_ASKED = compile_pattern(r"\b(?:questions?|discuss|reflect on|think about|talk about)\b", re.IGNORECASE)
_LEAD = compile_pattern(
    r"\b(?:recommends?|proposes?|asks?|urges?|invites?|following actions?|actions? (?:for|are|were)|should|must|needs? to)\b",
    re.IGNORECASE,
)
_NOT_ONE = compile_pattern(
    r"^(?:(?:the|this|our) (?:review|panel|reviewers?|report|board) recommends?(?: the following| as follows)?\W*$|(?:an?|the|this|its|their) (?:multi-?agency )?(?:action|implementation) plan|each recommendation|it is (?:intended|hoped|expected|anticipated) that\b|"
    r"these recommendations|the (?:following )?recommendations|this section|in order to promote|signed|date[d:]|"
    r"progress (?:against|on|will)|the (?:review )?(?:panel|reviewers?|review) (?:believes?|considers?|found|heard|hopes?|thinks?|feels?)\b|"
    r"(?:the )?(?:\w+ ){0,3}(?:panel|reviewers?|authors?|review|board|I|we) (?:\w+ ){0,3}"
    r"(?:makes?|made|sets? out|offers?|proposes?)\b.{0,40}\brecommendations\b|"
    r"[^.:;]{3,80}? will (?:\w+ ){0,3}(?:these|them|the (?:recommendations|actions)|progress|an action plan|this report)\b)",
    re.IGNORECASE,
)
_REPORTED = compile_pattern(r"\b(?:(?:was|were|been) told|said|heard|believed|hoped) (?:by [\w ]{2,30} )?that\b", re.IGNORECASE)
"""What somebody told the review."""
_STEPS = compile_pattern(
    r"(?:key |the |main |suggested |specific )?(?:actions?|steps|tasks|elements)(?: (?:required|needed|to (?:achieve|deliver) this))?\s*[:–-]+|"
    r"(?:to achieve this|how(?: (?:this|it) (?:will|should|can) be (?:done|achieved))?|this (?:should|will|is to) (?:include|involve|mean|be (?:done|achieved) by)|what this means)[^.]{0,30}[:–-]+",
    re.IGNORECASE,
)
"""A lead-in to the parts of the recommendation that was just made."""
_OWNED = compile_pattern(r"[\[(](?P<who>[A-Z][^\])]{2,40})[\])]\s*[:–-]?\s*(?=[A-Z])")
"""An owner in brackets at the head of a paragraph."""
_FURTHER = compile_pattern(r"\b(?:also|further|in addition|additional(?:ly)?|as well|besides)\b", re.IGNORECASE)
"""Words of a lead-in to a list that goes on from recommendations in prose."""
_TO_ANSWER = compile_pattern(
    r"\b(?:questions?|challenges?|matters?|issues?|considerations?)\b.*\b(?:board|agencies|partners?|partnership)\b",
    re.IGNORECASE,
)
"""Headings and lead-ins of questions that are put to the Board in place of recommendations."""
_CLOSING = compile_pattern(
    r"the (?:\w+ )?(?:board|sub-?group|panel)(?:’s|'s)? (?:\w+ )?(?:will|intends|has)\b", re.IGNORECASE
)
"""What the Board does with the recommendations; in a numbered entry or a row, 'The Board will ...' is one of them."""
_FOLLOWS_ON = compile_pattern(
    r"^(?:this|it|these|they(?! would (?:also |further |both )?(?:like|wish|want))|such|in doing so|doing so|the (?:aim|purpose|intention)|that way|as part of this|"
    r"so that)\b",
    re.IGNORECASE,
)
_DOTTED = compile_pattern(r"(?:\d{1,2}|[IVX]{1,5})\.\d")
"""The number of a paragraph ('7.2', '8.1.3'), which any paragraph may have: not the number of a recommendation."""
_LETTERED = compile_pattern(r"([A-Z]{1,2}\d{1,2}(?:\.\d{1,2})?)\b\s*[:.)–—-]?\s+(?=\S)")
"""'R1 The Board should ...', typed."""
_ASSIGNED = {"owner", "timing", "outcome"}
"""Columns that make a row an action, whatever its words."""
_OF_TITLE = {"headed", "context"}
"""Columns that a title has until what it asks for is read: the title alone, or what stands under it and asks for nothing."""
_MOST_GROUP_WORDS = 9


class Walk:
    """Reads the paragraphs under a heading of recommendations one after the other."""

    def __init__(self, review: Review, kind: SectionKind, *, questions: bool = False) -> None:
        self.review = review
        self.kind = kind
        self.questions = questions
        self.found: list[Draft] = []
        self.prose: list[Draft] = []
        self.lead = ""
        self.group: tuple[str, ...] = ()
        self.skipping = False
        self.indent = 0
        self.in_parts = self.numbered = False
        self.paragraphs: list[int] = []
        self.doubtful: set[int] = set()
        self.led_in = self.further = False
        self.group_begins = -1
        self.of_group: dict[str, tuple[str, Span]] = {}

    def read(self, block: Block) -> None:
        """Take one paragraph as what it is: heading, group, lead-in, recommendation, its continuation, or none."""
        outline = self.review.outline
        if block.index in outline.headings:
            self._heading(block)
        elif block.index in outline.printed or outline.kind(block.index) is K.CHANGES or not block.text:
            if block.index in outline.printed:
                self.skipping, self.led_in = False, True
        elif block.kind is not BlockKind.LIST_ITEM and _is_group(block.text):
            self.group, self.lead, self.skipping = (*self._titles(block), block.text), "", False
        elif NUMBERED.match(block.text) and _DOTTED.match(block.label):
            self._paragraph(block)
        elif block.kind is BlockKind.LIST_ITEM and (not _DOTTED.match(block.label) or self._asks(block.text)):
            self._item(block)
        else:
            self._paragraph(block)

    def _titles(self, block: Block) -> tuple[str, ...]:
        return titles_around(self.review, block.index)

    def _heading(self, block: Block) -> None:
        self.lead, self.skipping = "", False
        self.group = self._titles(block)
        self.group_begins, self.of_group = block.index, {}
        numbered = NUMBERED.match(block.text) or (NUMBERED.match(block.label) if block.label else None)
        if numbered:
            rest = block.text[numbered.end() :] if NUMBERED.match(block.text) else block.text
            self.found.append(self._draft(block, numbered.group(1), rest or block.text, headed=True))
        elif block.label and recommends(block.text) and is_body(subject_and_act(block.text)[0], self.review.local.agencies):
            self.found.append(self._draft(block, bare_label(block.label), block.text))

    def _draft(self, block: Block, label: str, text: str, *, headed: bool = False) -> Draft:
        titles = self.group or self._titles(block)
        note = NUMBERED.match(f"{block.label} {block.text}".strip())
        groups = (*titles, note.group(2)) if note and note.group(2) else titles
        columns = {**self.of_group, **({"headed": (text, self.review.document.whole(block.index))} if headed else {})}
        return Draft(label, text, (self.review.document.whole(block.index),), self.lead, groups, columns)

    def _item(self, block: Block) -> None:
        """A list item: a recommendation, a part of the one before it, or a line of something else."""
        if self.skipping and self.numbered and bare_label(block.label) and self._asks(block.text):
            self.skipping = False
        if self.skipping:
            return
        if self._line(block) or self._run_on(block):
            return
        if self.found and self._continues(block):
            self._extend(block)
            return
        if self._straight_below(block) and self._asks(block.text):
            group = self.found.pop()  # an entry that asks for nothing, with bullets that do, groups them
            self.lead, self.group = "", (*self._titles(block), group.text)
        if block.text.rstrip().endswith("?") and not self._put_to_the_board(block):
            return
        called = _CALLED.match(block.text) is not None
        if self.kind is K.IMPROVING and not (called or _LEAD.search(self.lead) or self._asks(block.text)):
            self.doubtful.add(block.index)
        long = len(block.text.split()) > _MOST_GROUP_WORDS
        if block.text.endswith(":") and not long and not (bare_label(block.label) and self._says(block.text)):
            self.lead = block.text
            return
        self.in_parts = block.text.endswith(":")
        self.numbered = bool(bare_label(block.label))
        numbered = NUMBERED.match(f"{block.label} {block.text}".strip()) if block.label[:1].isalpha() else None
        label = numbered.group(1) if numbered else bare_label(block.label)
        text = re.sub(r"^\([^)]{1,40}\)[.:]?\s*", "", block.text) if numbered else block.text
        self.indent = block.indent
        titled = numbered is not None and not text.endswith((".", ";", ":")) and not self._asks(text)
        self.found.append(self._draft(block, label, text, headed=titled))

    def _put_to_the_board(self, block: Block) -> bool:
        """Whether a question is the Board's to answer."""
        return self.questions and any(map(_TO_ANSWER.search, (self.lead, *self.review.outline.path(block.index))))

    def _asks(self, text: str) -> bool:
        subject, act = subject_and_act(text)
        return (
            recommends(text)
            or bool(subject)
            or (act == text and (is_order(text) or bool(_imperative().match(text))))
            or self._assigns(text)
        )

    def _assigns(self, text: str) -> bool:
        """Whether a note names a body and what it is to do: 'Police: audit twenty notices', 'Education – publish a guide'."""
        label = _LABEL.match(text)
        return (
            label is not None
            and is_body(label.group(1), self.review.local.agencies)
            and (is_order(text[label.end() :]) or bool(_imperative().match(text, label.end())))
        )

    def _says(self, text: str) -> bool:
        """Whether a lead-in already says what to do, so that its list only gives the parts."""
        subject, act = subject_and_act(text.rstrip(": "))
        return bool(subject) and len(act.split()) >= 2 and recommends(text)

    def _continues(self, block: Block) -> bool:
        """Whether an item is a part of the recommendation before it."""
        deeper = block.indent > self.indent and (self.in_parts or not self.lead)
        bullet = self.numbered and not bare_label(block.label)
        below = self._straight_below(block) and self._asks(self.found[-1].text)
        return deeper or (bullet and (self.in_parts or below))

    def _straight_below(self, block: Block) -> bool:
        """Whether a bullet stands straight below a numbered entry."""
        last = self.found[-1].spans[-1].block if self.found else -1
        return last == block.index - 1 and self.numbered and not bare_label(block.label)

    def _extend(self, block: Block) -> None:
        last = self.found[-1]
        spans = (*last.spans, self.review.document.whole(block.index))
        columns = {key: value for key, value in last.columns.items() if key not in _OF_TITLE}
        self.found[-1] = replace(last, text=f"{last.text} {block.text}", spans=spans, columns=columns)

    def _line(self, block: Block) -> bool:
        """'Timescale: by June' under a recommendation says something of it."""
        match = _LINE.match(block.text)
        column = column_of(match.group(1)) if match else None
        if match is None or column is None or column in {"text", "number"}:
            return False
        span = Span(block.index, match.end(), len(block.text))
        if column == "outcome" and self.group_begins >= 0 and (not self.found or self.found[-1].spans[-1].block < self.group_begins):
            self.of_group = {column: (block.text[match.end() :], span)}  # 'Anticipated outcome: ..' at the head of a group
            return True
        if not self.found:
            return False
        self.found[-1] = replace(
            self.found[-1], columns={**self.found[-1].columns, column: (block.text[match.end() :], span)}
        )
        return True

    def _run_on(self, block: Block) -> bool:
        """Several in one paragraph, counted through."""
        numbered = NUMBERED.match(f"{block.label}:") if block.label[:1].isalpha() else None
        start, parts = recommendation_inline.parts(block.text, numbered.group(1) if numbered else "")
        before = block.text[:start].strip()
        asked = [part for part in parts if recommends(before) or self._asks(block.text[part.start : part.end])]
        if len(asked) < len(parts) or not parts:
            return False
        for part in parts:
            place = Span(block.index, part.start, part.end)
            text, titles = block.text[part.start : part.end], self.group or self._titles(block)
            self.found.append(Draft(part.label, text, (place,), before or self.lead, titles, separate=part.named))
        return True

    def _paragraph(self, block: Block) -> None:
        if self._run_on(block):
            return
        numbered = NUMBERED.match(block.text) or _LETTERED.match(block.text)
        if numbered:
            text = block.text[numbered.end() :]
            self.lead, self.skipping, self.in_parts = "", False, text.endswith(":")
            self.found.append(self._draft(block, numbered.group(1), text or block.text, headed=not text))
            return
        if self._line(block) or self._owned(block):
            return
        if (block.look.bold and self._stands_alone(block.text)) or (self.kind is K.RECOMMENDATIONS and self._assigns(block.text)):
            self.found.append(self._draft(block, "", block.text))
            return
        if self._under_title(block):
            return
        if block.text.endswith((":", ":-", ":–")) or (
            len(block.text.split()) <= 30 and _ASKED.search(block.text) and not counts_off(block.text)
        ):
            *before, last_clause = re.split(r"(?<=[.!?])\s+", block.text)
            if recommends(" ".join(before)) and not recommends(last_clause):
                self._sentences(block)
                self.skipping = True
                return
            if self.found and self.found[-1].label and _STEPS.fullmatch(last_clause) and recommends(self.found[-1].text):
                self.in_parts = self.numbered = True
                return
            measured = bool(self.found) and len(last_clause.split()) <= 8 and _MEASURED.search(last_clause)
            asked = _ASKED.search(last_clause) and not (self.questions and _TO_ANSWER.search(last_clause))
            self.skipping = bool(_DONE.search(last_clause) or asked or measured)
            self.further = self.further or bool(self.prose and _FURTHER.search(last_clause))
            self.lead = last_clause.rstrip(":- –") if not self.skipping else ""
            return
        self.lead = "" if self.found or not _LEAD.search(block.text) else self.lead or block.text
        self.skipping = bool(_DONE.search(block.text)) and not recommends(block.text)
        self._sentences(block)

    def _under_title(self, block: Block) -> bool:
        """What stands under a title is the recommendation; where it asks for nothing yet, one of the next paragraphs may."""
        last = self.found[-1] if self.found else None
        asks = recommends(block.text)
        if last is None or ("headed" in last.columns and not asks and recommends(last.text)):
            return False
        body = is_body(subject_and_act(self._asked_part(block))[0], self.review.local.agencies)
        if "headed" not in last.columns and not ("context" in last.columns and asks and body):
            return False
        whole = self.review.document.whole(block.index)
        columns = {} if asks else {"context": (block.text, whole)}
        self.found[-1] = replace(last, text=self._asked_part(block), spans=(whole,), columns=columns)
        self.in_parts = self.numbered = block.text.endswith(":")
        return True

    def _owned(self, block: Block) -> bool:
        """'[Education] Ask at each admission ..': an order under the name of its owner."""
        owner = _OWNED.match(block.text)
        if owner is None or not is_order(block.text[owner.end() :]):
            return False
        columns = {"owner": (owner["who"], Span(block.index, *owner.span("who")))}
        self.found.append(replace(self._draft(block, "", block.text[owner.end() :]), columns=columns))
        return True

    def _stands_alone(self, text: str) -> bool:
        """Whether a paragraph in bold type is a recommendation, of which what follows gives the reasons."""
        return text.endswith(".") and recommends(text) and is_body(subject_and_act(text)[0], self.review.local.agencies)

    def _asked_part(self, block: Block) -> str:
        """A paragraph under a title from the sentence on that asks for something."""
        sentences = self.review.prose.by_block.get(block.index, ())
        return next((block.text[s.start :] for s in sentences if recommends(s.text)), block.text)

    def _sentences(self, block: Block) -> None:
        self.paragraphs.append(block.index)
        for sentence in self.review.prose.by_block.get(block.index, ()):
            last = self.prose[-1] if self.prose and self.prose[-1].spans[-1].block == block.index else None
            local = self.review.local.agencies
            if last is not None and (_FOLLOWS_ON.match(sentence.text) or _of_the_same(sentence.text, last.text, local)):
                self.prose[-1] = replace(last, text=f"{last.text} {sentence.text}", spans=(*last.spans, sentence.span))
            elif not _aside(sentence.text) and (
                recommends(sentence.text) or (last is None and self._ordered(sentence.text))
            ):
                self.prose.append(Draft("", sentence.text, (sentence.span,), "", self._titles(block), separate=False))

    def _ordered(self, text: str) -> bool:
        """'Review the policy ...' under the name of an agency."""
        local = self.review.local.agencies
        named = self.kind is K.RECOMMENDATIONS and bool(self.group) and is_body(self.group[-1], local)
        return named and (is_order(text) or bool(_imperative().match(text)))

    def settled(self) -> list[Draft]:
        """What stands apart, if anything does; else the sentences of the prose."""
        promised = sum(" will " in draft.text for draft in self.found) * 2 > len(self.found)
        kept = [
            draft
            for draft in self.found
            if not (_NOT_ONE.match(draft.text) or announces(draft.text))
            and (draft.label or {*draft.columns} - _OF_TITLE or promised or not _CLOSING.match(draft.text))
            and not self._unasked(draft)
        ]
        if kept and not any(_ASSIGNED & {*d.columns} or self._asks(f"{d.around} {d.text}".strip()) for d in kept):
            kept = kept if self.kind is K.RECOMMENDATIONS and not self.prose else []
        if kept and self.further:
            return sorted((*self.prose, *kept), key=lambda draft: (draft.spans[0].block, draft.spans[0].start))
        return kept or recommendation_prose.counted(self.review, self.paragraphs, self.group) or self.prose

    def _unasked(self, draft: Draft) -> bool:
        """Whether an item asks for nothing, as most of its list do; under the form's own lead-in all of a list are actions."""
        at = draft.spans[0].block
        if at not in self.doubtful:
            return False
        items = {one.spans[0].block for one in self.found}
        run = {at}
        for step in (1, -1):
            place = at + step
            while place in items:
                run.add(place)
                place += step
        return not self.led_in and 2 * len(run & self.doubtful) > len(run)


def _aside(text: str) -> bool:
    """A sentence that is about the recommendations, or a question."""
    return bool(_NOT_ONE.match(text) or _REPORTED.search(text) or _CLOSING.match(text) or announces(text)) or text.endswith("?")


def _of_the_same(text: str, before: str, local: LocalAgencies) -> bool:
    """'The arrangement should be tested', 'The guide should name a lead': more about what was just asked for."""
    subject, act = subject_and_act(text)
    definite = re.match(r"(?:the|that|its|their|both|each|progress|compliance)\b", subject, re.IGNORECASE)
    if not definite or len(subject.split()) > 4 or is_body(subject, local):
        return False
    return act.startswith("be ") or bool(re.search(rf"\b{re.escape(subject.split()[-1])}\b", before, re.IGNORECASE))


def _is_group(text: str) -> bool:
    """'LOCAL (for single agencies)', 'For the Health Board': a line that groups what follows."""
    words = text.split()
    if len(words) > _MOST_GROUP_WORDS or text.endswith((".", ":", ";")) or recommends(text):
        return False
    named = any(pattern("recommendations", f"groups.{key}").search(text) for key in load("recommendations")["groups"])
    return named or bool(re.match(r"for (?:the )?[A-Z]|recommendations? (?:for|to) ", text, re.IGNORECASE))


@cache
def _imperative() -> Pattern:
    lists = load("recommendations")
    verbs = [verb for key in ("firm", "producing", "hedging", "ensuring") for verb in lists[key]]
    return compile_pattern(rf"(?:to\s+)?(?:{'|'.join(verbs)})\b", re.IGNORECASE)
