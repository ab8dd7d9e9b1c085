"""A draft held against the recommended form: which of its parts are found, where, in what order, and which lack."""

from __future__ import annotations

from dataclasses import dataclass

from cpraudit.document import SectionKind
from cpraudit.document.outline import Outline
from cpraudit.document.sections import Section
from cpraudit.document.template import blocks_found
from cpraudit.form.content import FormType, Part, load

_MAIN = (
    SectionKind.CIRCUMSTANCES, SectionKind.LEARNING, SectionKind.IMPROVING, SectionKind.STATEMENT, SectionKind.TERMS,
    SectionKind.CHRONOLOGY,
)  # fmt: skip
"""The main blocks, in the order in which `blocks_found` gives them."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """One part of the form, and the section of the draft that answers to it."""

    heading: str
    level: int
    section: Section | None
    in_order: bool
    """False where it is found, and stands elsewhere than the form has it."""


def held_against(outline: Outline, kind: FormType) -> tuple[FormPart, ...]:
    """The form's parts in its order, each with the draft's section for it."""
    main = dict(zip(_MAIN, blocks_found(outline), strict=True))
    found: list[FormPart] = []
    seen: set[SectionKind] = set()
    for part in load(kind).parts:
        if not part.heading or part.kind is SectionKind.WELSH_GOVERNMENT or (part.level > 1 and part.kind in seen):
            continue
        seen.add(part.kind)
        block = main.get(part.kind) if part.level == 1 else None
        if block is not None:
            found.append(FormPart(part.heading, part.level, block.section, block.section is None or block.in_order))
        else:
            found.append(FormPart(part.heading, part.level, _section(outline, part), in_order=True))
    return tuple(found)


def _section(outline: Outline, part: Part) -> Section | None:
    """The draft's section of a part's kind, by its own heading rather than by what stands in it."""
    fitting = [
        s for s in outline.sections if s.kind is part.kind and s.recognised_by in {"heading", "content", "place"}
    ]
    by_heading = [section for section in fitting if section.recognised_by == "heading"]
    return next(iter(by_heading or fitting), None)
