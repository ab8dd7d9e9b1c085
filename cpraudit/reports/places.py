"""Where a passage stands, in words; and the passage itself, with as much around it as lets one understand it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, Document, Section, SectionKind, Span
from cpraudit.reports.wording import clean, counted

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

LONGEST = 320
"""Characters of one quotation."""
SHORT = 70
"""A passage of fewer characters is shown with what stands around it."""
AROUND = 90
"""Characters of that on each side."""

_SENTENCE_END = re.compile(r"[.!?]['”’\")]?\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of evidence as a report shows it."""

    before: str
    """What stands around the passage in its paragraph, or the label of its table row."""
    words: str
    """The passage; empty where quotations are left out."""
    after: str
    place: str


def place(audit: Audit, span: Span) -> str:
    """'Key dates, table 2, row 3', 'Circumstances › The family, page 3, paragraph 12', 'timeline.docx, paragraph 4'."""
    block = audit.document.blocks[span.block]
    annex = [PurePath(audit.document.parts[block.part].path).name] if block.part else []
    return ", ".join([*annex, *_sections(audit, block), *_spot(audit, block)])


def section_place(audit: Audit, section: Section) -> str:
    """Where a section begins: 'page 3', 'paragraph 12'."""
    block = audit.document.blocks[section.first if section.heading is None else section.heading]
    return ", ".join(_spot(audit, block))


def section_path(audit: Audit, span: Span) -> str:
    """The headings that a passage stands under, outermost first: 'Circumstances > The family'."""
    lineage = [section for section in audit.review.outline.lineage(span.block) if section.title]
    return " > ".join(audit.heading(section) for section in lineage[::-1])


def section_title(audit: Audit, section: Section) -> str:
    """The heading of a section as it may be shown."""
    return clean(audit.heading(section))


def passages(audit: Audit, spans: Iterable[Span], most: int) -> tuple[tuple[Passage, ...], str]:
    """The first few passages, and a remark on how many more there are ('' where there are none)."""
    shown: list[Passage] = []
    seen: set[Span] = set()
    more = 0
    for span in spans:
        window = _window(audit.document, span)
        if any(other.block == span.block and other.start <= span.start and span.end <= other.end for other in seen):
            continue
        if len(shown) == most:
            more += 1
            continue
        seen.add(window)
        shown.append(_passage(audit, span, window) if audit.quotes else Passage("", "", "", place(audit, span)))
    if not audit.quotes:
        shown = list(dict.fromkeys(shown))
    return tuple(shown), f"and {counted(more, 'more passage')}" if more else ""


def _sections(audit: Audit, block: Block) -> list[str]:
    """The innermost section and its parent: enough to find it, short enough to read."""
    outline = audit.review.outline
    lineage = [section for section in outline.lineage(block.index) if section.title]
    # The title of the whole report tells nobody where to look, unless there is nothing else.
    inner = [section for section in lineage if section.kind is not SectionKind.TITLE] or lineage
    titles = [section_title(audit, section) for section in inner]
    return [" › ".join(_cut(title, 60) for title in titles[:2][::-1])] if titles else []


def _spot(audit: Audit, block: Block) -> Iterator[str]:
    if block.page is not None:
        yield f"page {block.page}"
    table = None if block.cell is None else audit.document.tables[block.cell.table]
    if block.cell is not None and table is not None and table.width > 1:
        # A bordered one-column table is the form's way of drawing a section, and nobody would count it as a table.
        yield f"table {_table_number(audit.document, block.cell.table, block.part)}"
        yield f"row {block.cell.row + 1}"
    elif block.kind is BlockKind.NOTE:
        yield f"note {block.label}".strip()
    else:
        yield f"paragraph {block.paragraph}"


def _table_number(document: Document, index: int, part: int) -> int:
    """The number that a reader of the file would give a table: other files' and the form's frames are left out."""
    firsts = (next(iter(table.blocks), None) for table in document.tables[: index + 1] if table.width > 1)
    return sum(first is not None and document.blocks[first].part == part for first in firsts)


def _window(document: Document, span: Span) -> Span:
    """The passage with what stands around it: to the ends of its sentence, or some words of it."""
    text = document.blocks[span.block].text
    if span.end - span.start >= SHORT:
        return span
    left = max(0, span.start - AROUND)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, left, span.start)]
    start = ends[-1] if ends else _word_start(text, left)
    right = min(len(text), span.end + AROUND)
    stop = _SENTENCE_END.search(text, span.end, right)
    end = stop.end() - 1 if stop else _word_end(text, right)
    return Span(span.block, min(start, span.start), max(end, span.end))


def _word_start(text: str, at: int) -> int:
    return 0 if at == 0 else text.find(" ", at) + 1 or at


def _word_end(text: str, at: int) -> int:
    return at if at == len(text) else max(text.rfind(" ", 0, at), 0) or at


def _passage(audit: Audit, span: Span, window: Span) -> Passage:
    text = audit.document.blocks[span.block].text
    before = audit.quote(Span(span.block, window.start, span.start)).lstrip()
    after = audit.quote(Span(span.block, span.end, window.end)).rstrip()
    if not before.strip() and not after.strip():
        before = _row_label(audit, span)
    return Passage(
        before=_edge(before, cut_before=window.start > 0 and not _ends_sentence(text, window.start)),
        words=_cut(clean(audit.quote(span)), LONGEST),
        after=_edge(after, cut_after=window.end < len(text) and not _ends_sentence(text, window.end)),
        place=place(audit, span),
    )


def _ends_sentence(text: str, at: int) -> bool:
    return text[:at].rstrip().endswith((".", "!", "?", "”", "'", "’", '"'))


def _edge(text: str, *, cut_before: bool = False, cut_after: bool = False) -> str:
    """Words beside a passage: single spaces kept at the seam, an ellipsis where the paragraph goes on."""
    told = clean(text)
    begin = " " if text[:1].isspace() else ""
    end = " " if told and text[-1:].isspace() else ""
    return "".join(("…" if cut_before else "", begin, told, end, "…" if cut_after else ""))


def _row_label(audit: Audit, span: Span) -> str:
    """The first cell of the row that a passage in a table stands in ('Date of referral: ')."""
    cell = audit.document.blocks[span.block].cell
    if cell is None or cell.column == 0:
        return ""
    row = next((row for row in audit.document.tables[cell.table].rows if row and row[0].row == cell.row), ())
    if not row or row[0].column or span.block in row[0].blocks:
        return ""
    label = clean(" ".join(audit.quote(audit.document.whole(block)) for block in row[0].blocks))
    return f"{_cut(label, AROUND).rstrip(':')}: " if label else ""


def _cut(text: str, longest: int) -> str:
    """The text, or its beginning to a whole word with an ellipsis."""
    return text if len(text) <= longest else f"{text[: _word_end(text, longest)].rstrip(' ,;:')}…"
