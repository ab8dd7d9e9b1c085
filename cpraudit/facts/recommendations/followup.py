"""What has changed already, what the actions are expected to improve, and how they will be followed up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.recommendations.recommendation_text import recommends, specifies
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

NOT_READ = (SectionKind.TERMS, SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.REFERENCES, SectionKind.STATEMENT,
            SectionKind.CHRONOLOGY, SectionKind.GLOSSARY)  # fmt: skip
TOLD_WITH = (SectionKind.LEARNING, SectionKind.IMPROVING, SectionKind.CONCLUSION, SectionKind.GOOD_PRACTICE,
             SectionKind.RECOMMENDATIONS)  # fmt: skip
SYSTEM = compile_pattern(
    r"\b(?:introduced|polic(?:y|ies)|pathways?|process(?:es)?|procedures?|services?|teams?|checklists?|forms?|systems?|"
    r"training|posts?|rotas?|protocols?|coding|schemes?|conferences?|templates?|audits?|meetings?|guidance|appointments?|"
    r"mailbox|arrangements?|records?|requirements?|contacts?|visits?|way (?:in which|that)|the way)\b",
    re.IGNORECASE,
)
NONE = compile_pattern(
    r"\b(?:none|no changes?) (?:to report|have been made|has been made|were reported)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What surrounds the recommendations."""

    changes_apart: tuple[Span, ...]
    """Changes since the event, in a section of their own."""
    changes_with_agency: int
    """How many of those name an agency."""
    changes_mixed: tuple[Span, ...]
    """Changes told elsewhere."""
    no_changes: tuple[Span, ...]
    """'None to report'."""
    outcomes: tuple[Span, ...]
    """Sentences beside the recommendations that say what is expected to improve."""
    plan: tuple[Span, ...]
    """An action plan attached, linked or promised."""
    no_plan: tuple[Span, ...]
    """'No action plan accompanies this report, because ...': only with a reason."""
    outcomes_of_all: tuple[Span, ...]
    """What is expected once the recommendations, as a set, are carried out."""
    review: tuple[Span, ...]
    """How, or by whom, progress or impact is reviewed."""


def find(review: Review) -> FollowUp:
    """Read the sections on improving systems, and the sentences elsewhere that tell of changes."""
    apart = _entries(review)
    mentions = {mention.span.block for mention in review.agencies.mentions}
    plan, monitored = _plan(review)
    return FollowUp(
        changes_apart=tuple(review.document.whole(block) for block in apart),
        changes_with_agency=sum(block in mentions or _row_names(review, block, mentions) for block in apart),
        changes_mixed=_mixed(review),
        no_changes=tuple(s.span for s, _ in review.prose.search(NONE)),
        outcomes=_outcomes(review),
        plan=plan,
        no_plan=tuple(s.span for s, _ in review.prose.search(NO_PLAN) if WHY.search(s.text)),
        outcomes_of_all=_outcomes_of_all(review),
        review=monitored,
    )


NO_PLAN = compile_pattern(
    r"\b(?:no (?:\w+ )?action plan (?:is|was|has been|accompanies|is attached|follows|will be)|action plan (?:is|"
    r"was|has) not "
    r"(?:been )?(?:needed|necessary|attached|made|drawn|required|included)|without an action plan)\b",
    re.IGNORECASE,
)
WHY = compile_pattern(r"\b(?:because|since|as (?:all|the|each|they|every)|owing to|due to|given that)\b", re.IGNORECASE)
OF_ALL = compile_pattern(
    r"\b(?:(?:if|once|when|after) (?:all |each of )?(?:the|these|our) (?:recommendations|actions|changes) (?:are|"
    r"have been)|"
    r"(?:taken )?together,? (?:the|these|our) (?:recommendations|actions|changes) (?:should|will|are (?:meant|"
    r"intended|expected) to)|"
    r"(?:the|these|our) (?:recommendations|actions) (?:as a whole|together) (?:should|will|are (?:meant|intended|"
    r"expected) to))\b",
    re.IGNORECASE,
)
MEASURED = compile_pattern(
    r"\bhow (?:we|it|this|the \w+|impact|progress|success|you) (?:will|is|are|to)\b|\b(?:measures?|evidence|"
    r"monitor\w+|impact|reviewed|progress)\b",
    re.IGNORECASE,
)
HEADED = compile_pattern(
    r"\b(?:chang(?:e[sd]?|ing)|altered|different(?:ly)?|improve(?:d|ments?)|developments?|progress|actions? taken|"
    r"steps taken|done)\b"
    r".*\b(?:since|already|during (?:the|this) review|to date|so far|following the)\b|"
    r"\b(?:since|already|following)\b.*\b(?:chang(?:e[sd]?|ing)|improve(?:d|ments?)|developments?|in place|done)\b",
    re.IGNORECASE,
)
"""Headings of changes already made, besides those that the outline knows."""
LEAD = compile_pattern(
    r"\b(?:changes?|improvements?|actions?|steps)\b[^.]*\b(?:made|introduced|taken|implemented|in place)\b[^.]*:?$",
    re.IGNORECASE,
)


def _entries(review: Review) -> list[int]:
    """What stands under a heading of changes, or in a list that a sentence about changes leads in."""
    led_in: list[int] = []
    leading = False
    for block in review.prose.blocks:
        if block.kind is BlockKind.LIST_ITEM:
            if leading:
                led_in.append(block.index)
        else:
            leading = bool(LEAD.search(block.text)) and block.index not in review.outline.headings
    return led_in + _announced(review) + [
        block.index for block in review.prose.blocks
        if block.index not in review.outline.headings and len(block.text.split()) >= 5
        and not NONE.search(block.text) and _under_changes(review, block.index)
    ]  # fmt: skip


ANNOUNCED = compile_pattern(
    r"^(?:some|several|many|a number of|a few|certain|the following|other)?\s*(?:of )?(?:these |the )?(?:things|changes|improvements|"
    r"matters|practices|arrangements)\b[^.]{0,40}\b(?:(?:has|have) (?:\w+ )?(?:changed|been (?:\w+ )?(?:made|introduced|improved))|"
    r"(?:is|are) (?:\w+ )?different|(?:has|have) (?:\w+ )?improved)\b[^.]{0,40}[.:]$",
    re.IGNORECASE,
)


def _announced(review: Review) -> list[int]:
    """A paragraph that opens by saying that things have changed, and goes on to say what."""
    found = []
    for block, sentences in review.prose.by_block.items():
        told = len(sentences) >= 2 and ANNOUNCED.match(sentences[0].text)
        if (
            told
            and not review.outline.within(block, *NOT_READ, SectionKind.NARRATIVE)
            and NEWLY.search(sentences[1].text)
        ):
            found.append(block)
    return found


def _under_changes(review: Review, block: int) -> bool:
    """Whether a heading of changes already made stands over a block."""
    if review.outline.kind(block) is SectionKind.CHANGES:
        return True
    if review.outline.within(block, *NOT_READ, SectionKind.NARRATIVE):
        return False
    return any(HEADED.search(section.title) for section in review.outline.lineage(block) if section.title)


def _row_names(review: Review, block: int, mentions: set[int]) -> bool:
    cell = review.document.blocks[block].cell
    if cell is None:
        return False
    row = review.document.tables[cell.table].rows[cell.row]
    return any(index in mentions for other in row for index in other.blocks)


NOW_THERE = compile_pattern(
    r"\bthere (?:is|are) now\b[^.]{0,80}\b(?:polic(?:y|ies)|pathways?|procedures?|protocols?|guidance|posts?|leads?|codes?|arrangements?|"
    r"training|templates?|forms?|systems?|panels?|teams?|services?)\b|\b(?:polic(?:y|ies)|pathways?|procedures?|protocols?|guidance|"
    r"arrangements?|training|approach|practice|systems?|services?)\b[^.]{0,40}\b(?:has|have) (?:since|now) been\b",
    re.IGNORECASE,
)
"""What has been put in place, told at the end of a narrative."""


def _mixed(review: Review) -> tuple[Span, ...]:
    changed = lexicon.pattern("analysis", "follow_up.changed")
    found = []
    for s in review.prose.sentences:
        kind = review.outline.kind(s.block)
        if s.block in review.outline.headings or not changed.search(s.text):
            continue
        begun = kind is SectionKind.NARRATIVE and NOW_THERE.search(s.text)
        among = kind in TOLD_WITH and SYSTEM.search(s.text) and re.search(r"\b(?:has|have|now|since)\b", s.text)
        if among or begun or (kind is SectionKind.OTHER and _changed_by_somebody(review, s)):
            found.append(s.span)
    return tuple(found)


NEWLY = compile_pattern(
    r"\b(?:(?:has|have) (?:\w+ )?(?:since|now|already|started|begun)|(?:is|are) now|now (?:have|has|\w+s)|no longer|"
    r"(?:has|have) since (?:19|20)\d\d|since (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
ASKED = compile_pattern(r"\b(?:should|must|needs? to|would|could|might|may|recommend\w*)\b", re.IGNORECASE)


def _changed_by_somebody(review: Review, sentence: Sentence) -> bool:
    """Under a heading that says nothing of changes: what an agency does now, and did not do before."""
    if not NEWLY.search(sentence.text) or ASKED.search(sentence.text):
        return False
    named = review.agencies.by_block.get(sentence.block, ())
    return any(sentence.start <= mention.span.start < sentence.end for mention in named)


def _outcomes(review: Review) -> tuple[Span, ...]:
    outcome = lexicon.pattern("analysis", "follow_up.outcome")
    kinds = (SectionKind.RECOMMENDATIONS, SectionKind.IMPROVING, SectionKind.ACTION_PLAN)
    return tuple(s.span for s in review.prose.sentences_in(*kinds) if outcome.search(s.text) and not specifies(s.text))


def _outcomes_of_all(review: Review) -> tuple[Span, ...]:
    expects = compile_pattern(
        r"\b(?:expect(?:s|ed)?|should|will|hopes?|intended|anticipat(?:e|es|ed))\b", re.IGNORECASE
    )
    return tuple(
        s.span
        for s, _ in review.prose.search(OF_ALL)
        if expects.search(s.text)
        and not review.outline.within(s.block, SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES)
    )


THIS_PLAN = compile_pattern(r"\b(?:this (?:report|review)|(?:these|the) recommendations|the board)\b", re.IGNORECASE)
"""What makes an action plan the review's, where it is told among the circumstances."""


def _plan(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    planned, reviewed = lexicon.pattern("analysis", "follow_up.plan"), lexicon.pattern("analysis", "follow_up.review")
    plan, monitored = [], []
    recommended = {r.span.block for r in review.recommendations.value}
    for sentence in review.prose.sentences_outside(*NOT_READ):
        if sentence.block in review.outline.headings or NO_PLAN.search(sentence.text):
            continue
        improving = review.outline.within(
            sentence.block, SectionKind.IMPROVING, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN
        )
        told = review.outline.within(
            sentence.block, SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES
        ) and not THIS_PLAN.search(sentence.text)
        if planned.search(sentence.text) and not told:
            plan.append(sentence.span)
        in_plan = bool(plan) and plan[-1].block == sentence.block
        beside = sentence.block not in recommended and (improving or in_plan or planned.search(sentence.text))
        apart = review.outline.kind(sentence.block) is SectionKind.CHANGES and not in_plan
        if beside and (reviewed.search(sentence.text) or (_looked_after(sentence.text) and not apart)):
            monitored.append(sentence.span)
    laid_out, measured = _plan_itself(review)
    return (*plan, *laid_out), (*monitored, *measured)


OVERSEER = compile_pattern(
    r"\b(?:board|sub-?group|group|committee|panel|chair|unit|members|executive|managers?|partners|agencies|we|it|they|"
    r"progress|impact|each (?:action|recommendation))\b",
    re.IGNORECASE,
)
LOOKS = compile_pattern(
    r"\b(?:look(?:s|ed)? (?:at|again)|check(?:s|ed)?|review(?:s|ed)?|test(?:s|ed)?|monitor(?:s|ed)?|ask(?:s|ed)?|consider(?:s|ed)?|"
    r"receiv(?:e|es|ed)|returns? to|(?:come|comes|go|goes) back|follow(?:s|ed)? .{0,20}up|audit(?:s|ed)?|track(?:s|ed)?|scrutin\w+|"
    r"report(?:s|ed)?|overs(?:ee|ees|een)|measur(?:e|es|ed)|evaluat(?:e|es|ed)|hold(?:s)? .{0,20}to account)\b",
    re.IGNORECASE,
)
REGULARLY = compile_pattern(
    r"\b(?:each|every|quarter(?:s|ly)?|annual(?:ly)?|yearly|monthly|(?:six|three)[- ]monthly|twice|regular(?:ly)?|until|"
    r"(?:after|in|within) (?:an? |\w+ )?(?:\w+ )?(?:months?|years?)|a year (?:after|from|later)|progress|impact|difference)\b",
    re.IGNORECASE,
)


def _looked_after(text: str) -> bool:
    """Somebody looks at it, at a set time or until it is done; what the review asks for is no promise."""
    return not recommends(text) and all(words.search(text) for words in (OVERSEER, LOOKS, REGULARLY))


def _plan_itself(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """A plan that is printed in the report or an annex: its heading, and the column that says how one will know."""
    plan, measured = [], []
    for section in review.outline.of_kind(SectionKind.ACTION_PLAN):
        blocks = review.document.blocks[section.first : section.end]
        if len(blocks) < 3:
            continue
        plan.append(review.document.whole(blocks[0].index))
        measured += [
            review.document.whole(b.index) for b in blocks if b.cell and not b.cell.row and MEASURED.search(b.text)
        ]
    return tuple(plan), tuple(measured)
