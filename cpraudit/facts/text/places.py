"""Which parts of a review tell the case, and which tell of the review itself."""

from __future__ import annotations

from cpraudit.document import Outline, SectionKind

ASIDE_FROM_CASE = (
    SectionKind.CONTENTS,
    SectionKind.SCOPE,
    SectionKind.KEY_DATES,
    SectionKind.TERMS,
    SectionKind.OBJECTIVES,
    SectionKind.STATEMENT,
    SectionKind.PROCESS,
    SectionKind.AGENCIES,
    SectionKind.ENGAGEMENT,
    SectionKind.PROCEEDINGS,
    SectionKind.LEARNING_EVENT,
    SectionKind.CHANGES,
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
    SectionKind.IMPROVING,
    SectionKind.GLOSSARY,
    SectionKind.REFERENCES,
    SectionKind.WELSH_GOVERNMENT,
)
"""Sections that tell of the review, of the family's part in it, or of what is to be done: no act in the case."""

NOT_OF_REVIEW = (
    SectionKind.TERMS,
    SectionKind.CONTENTS,
    SectionKind.STATEMENT,
    SectionKind.GLOSSARY,
    SectionKind.REFERENCES,
    SectionKind.WELSH_GOVERNMENT,
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
)
"""Sections that never tell how the review was done: tasks set, lessons, printed forms, lists of words."""


UNTOLD = (SectionKind.OTHER, SectionKind.TITLE)
"""Kinds of a section whose heading tells nothing; under a title that is a heading, it has the title's kind."""


def tells_case(outline: Outline, block: int) -> bool:
    """Whether a block tells what happened or what is learned from it; headings do not."""
    return block not in outline.headings and not outline.within(block, *ASIDE_FROM_CASE)


def tells_review(outline: Outline, block: int) -> bool:
    """Whether a block may tell how the review was done."""
    return not outline.within(block, *NOT_OF_REVIEW)


_OPENING = (SectionKind.TITLE, SectionKind.CIRCUMSTANCES, SectionKind.SUMMARY, SectionKind.OTHER)


def may_tell_review(outline: Outline, block: int) -> bool:
    """Whether a block may tell how the review was done in any words, without being about the review for certain: the
    case, the lessons and the changes since have meetings, referrals and periods of their own."""
    if not tells_review(outline, block) or outline.within(block, SectionKind.CHANGES, SectionKind.IMPROVING):
        return False
    return not tells_case(outline, block) or outline.kind(block) in _OPENING


_MAIN = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.IMPROVING,
    SectionKind.NARRATIVE,
    SectionKind.CHRONOLOGY,
    SectionKind.RECOMMENDATIONS,
    SectionKind.CONCLUSION,
    SectionKind.TERMS,
)


def opens(outline: Outline, block: int) -> bool:
    """Whether a block stands before the story and the learning, under a heading of the writer's own or none."""
    first = next((section.first for section in outline.sections if section.kind in _MAIN), None)
    return outline.kind(block) is SectionKind.OTHER and first is not None and block < first


def nearest(outline: Outline, block: int, *kinds: SectionKind) -> SectionKind | None:
    """The kind of the innermost section of these kinds that holds a block; None where none does."""
    return next((section.kind for section in outline.lineage(block) if section.kind in kinds), None)
