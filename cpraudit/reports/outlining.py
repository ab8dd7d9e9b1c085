"""A draft against the recommended form, as text: for `cpraudit outline`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind
from cpraudit.document.sections import Section
from cpraudit.facts.case.identity import ReviewType
from cpraudit.form import FormPart, FormType, held_against
from cpraudit.reports.places import section_place, section_title
from cpraudit.reports.wording import clean, counted, listed

if TYPE_CHECKING:
    from cpraudit.auditing import Audit


def as_text(audit: Audit) -> str:
    """The form's parts with where each is found, what lacks, and the report's own headings."""
    declared = audit.review.identity.type
    kind = FormType.EXTENDED if declared and declared.value is ReviewType.EXTENDED else FormType.CONCISE
    parts = held_against(audit.review.outline, kind)
    width = max(len(_name(part)) for part in parts)
    return "\n".join([
        f"THE FORM ({kind} review), AND WHERE THE REPORT HAS IT", *(_part(audit, part, width) for part in parts), "",
        *_summary(parts), "", "THE REPORT'S OWN HEADINGS, AND WHAT EACH WAS TAKEN FOR", *_headings(audit),
    ])  # fmt: skip


def _name(part: FormPart) -> str:
    return f"{'  ' * (part.level - 1)}{part.heading}"


def _part(audit: Audit, part: FormPart, width: int) -> str:
    mark = "+" if part.section is not None and part.in_order else "~" if part.section is not None else "x"
    where = "not found" if part.section is None else _where(audit, part.section)
    remark = "" if part.in_order else ", not where the form has it"
    return f"{mark} {_name(part):<{width}}  {where}{remark}"


def _where(audit: Audit, section: Section) -> str:
    title = section_title(audit, section)
    annex = clean(PurePath(audit.document.parts[section.part].path).name) if section.part else ""
    return ", ".join(filter(None, (annex, f"“{title}”" if title else "", section_place(audit, section))))


def _summary(parts: tuple[FormPart, ...]) -> Iterator[str]:
    main = [part for part in parts if part.level == 1]
    lacking = [part.heading for part in main if part.section is None]
    moved = [part.heading for part in main if not part.in_order]
    rest = [part.heading for part in parts if part.level > 1 and part.section is None]
    found = len(main) - len(lacking)
    yield f"{found} of the form's {counted(len(main), 'main part')} found{' in its order' if not moved else ''}."
    if lacking:
        yield f"Lacking: {listed(lacking)}."
    if moved:
        yield f"Out of order: {listed(moved)}."
    if rest:
        yield f"Not found under a heading of their own: {listed(rest)}."


def _headings(audit: Audit) -> Iterator[str]:
    for section in audit.review.outline.sections:
        if section.title:
            taken = "" if section.kind is SectionKind.OTHER else f"  [{section.kind}]"
            yield f"{'  ' * (section.level - 1)}{section_title(audit, section)}{taken}"
