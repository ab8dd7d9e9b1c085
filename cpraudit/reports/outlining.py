"""A draft against the recommended form, as text: for `cpraudit outline`."""

from __future__ import annotations

from collections.abc import Iterator

from cpraudit.document import SectionKind
from cpraudit.document.sections import Section
from cpraudit.facts import Review
from cpraudit.facts.identity import ReviewType
from cpraudit.form import FormPart, FormType, held_against
from cpraudit.reports.wording import clean, counted, listed

_WIDE = 46


def as_text(review: Review) -> str:
    """The form's parts with where each is found, what lacks, and the report's own headings."""
    declared = review.identity.type
    kind = FormType.EXTENDED if declared and declared.value is ReviewType.EXTENDED else FormType.CONCISE
    parts = held_against(review.outline, kind)
    return "\n".join([
        f"THE FORM ({kind} review), AND WHERE THE REPORT HAS IT", *(_part(review, part) for part in parts), "",
        *_summary(parts), "", "THE REPORT'S OWN HEADINGS, AND WHAT EACH WAS TAKEN FOR", *_headings(review),
    ])  # fmt: skip


def _part(review: Review, part: FormPart) -> str:
    name = f"{'  ' * (part.level - 1)}{part.heading}"
    mark = "+" if part.section is not None and part.in_order else "~" if part.section is not None else "x"
    where = "not found" if part.section is None else _where(review, part.section)
    remark = "" if part.in_order else ", not where the form has it"
    return f"{mark} {name:<{_WIDE}}  {where}{remark}"


def _where(review: Review, section: Section) -> str:
    block = review.document.blocks[section.first if section.heading is None else section.heading]
    spot = f"page {block.page}" if block.page else f"paragraph {block.paragraph}"
    title = f"“{clean(section.title)}”, " if section.title else ""
    annex = f"{clean(review.document.parts[section.part].path)}, " if section.part else ""
    return f"{annex}{title}{spot}"


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


def _headings(review: Review) -> Iterator[str]:
    for section in review.outline.sections:
        if section.title:
            taken = "" if section.kind is SectionKind.OTHER else f"  [{section.kind}]"
            yield f"{'  ' * (section.level - 1)}{clean(section.title)}{taken}"
