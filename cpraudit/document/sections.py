"""Sections, and the kinds of section that a review is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What a stretch of a review is for. The first six are the main blocks of the recommended template."""

    CIRCUMSTANCES = "circumstances"
    LEARNING = "practice and organisational learning"
    IMPROVING = "improving systems and practice"
    STATEMENT = "statement by reviewers"
    TERMS = "terms of reference"
    CHRONOLOGY = "chronology"
    PROCESS = "review process"

    TITLE = "title"
    CONTENTS = "contents"
    SUMMARY = "summary"
    SCOPE = "scope of the review"
    """Legal context, the panel and the reviewers, the period reviewed."""
    KEY_DATES = "key dates"
    """Key facts or key dates in a list or table."""
    FAMILY = "family"
    """Who is in the family: a tree, table or passage."""
    BACKGROUND = "background"
    """History before the review period."""
    CHILD = "the child"
    """Daily life, voice and lived experience of the child."""
    NARRATIVE = "narrative"
    """What happened, agency by agency or in order of time."""
    ENGAGEMENT = "family engagement"
    """Who of the family was approached, how they answered, what they said."""
    AGENCIES = "agency contributions"
    OBJECTIVES = "objectives"
    """Questions or lines of enquiry that are specific to the case."""
    PROCEEDINGS = "parallel proceedings"
    LEARNING_EVENT = "learning event"
    GOOD_PRACTICE = "good practice"
    CORE_TASKS = "findings on the core tasks"
    CONCLUSION = "conclusion"
    CHANGES = "changes already made"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action plan"
    GLOSSARY = "glossary"
    REFERENCES = "references"
    WELSH_GOVERNMENT = "for Welsh Government use"
    """The form's block for the inspectorates: never evidence."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks under it, down to the next heading of its level or above."""

    index: int
    kind: SectionKind
    """Its own kind, or its parent's where its heading tells nothing."""
    title: str
    level: int
    """Depth in the outline, from 1."""
    heading: int | None
    """Block index of the heading; None for what stands before the first heading."""
    first: int
    """First block after the heading."""
    end: int
    """One past the last block, subsections included."""
    parent: int | None = None
    part: int = 0
    known_by: str = "style"
    """How the heading was known: 'style', 'outline', 'number', 'box', 'look', 'run-in'."""
    recognised_by: str = ""
    """How the kind was known: 'heading', 'content', 'parent', 'place'."""
