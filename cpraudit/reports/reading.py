"""A document as the auditor reads it: for `cpraudit read`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cpraudit.document import Block
from cpraudit.facts import Review


def as_text(review: Review) -> str:
    """Outline first, then each block with its place and how it is taken, then what was not read."""
    return "\n".join(
        [*_account(review), "", "OUTLINE", *_outline(review), "", "TEXT", *_blocks(review), *_apart(review)]
    )


def _account(review: Review) -> Iterator[str]:
    for part in review.document.parts:
        pages = f", {part.pages} pages" if part.pages else ""
        yield f"{part.path} ({part.role}, {part.format}{pages}): {part.reading.share:.0%} read"
        yield from (f"  {note}" for note in part.reading.notes)


def _outline(review: Review) -> Iterator[str]:
    titled = False
    for section in review.outline.sections:
        titled = titled or bool(section.title)
        title = section.title or ("(without a heading)" if titled else "(before the first heading)")
        yield f"{'  ' * (section.level - 1)}{title}  [{section.kind}; heading by {section.known_by}]"


def _blocks(review: Review) -> Iterator[str]:
    outline = review.outline
    for block in review.document.blocks:
        if block.index in outline.headings:
            yield f"\n{'#' * outline.section(block.index).level} {_line(block)}"
        else:
            printed = "  [form's own wording]" if block.index in outline.printed else ""
            fields = "".join(f"  [field, not filled in: {words}]" for words in block.unfilled)
            seen = "  [recognised on a picture]" if review.document.is_recognised(block) else ""
            yield f"{_place(block)}  {_line(block)}{fields}{printed}{seen}"


def _place(block: Block) -> str:
    page = f"p{block.page} " if block.page else ""
    cell = f" t{block.cell.table + 1}r{block.cell.row + 1}c{block.cell.column + 1}" if block.cell else ""
    return f"{page}¶{block.paragraph}{cell}"


def _line(block: Block) -> str:
    return f"{block.label} {block.text}".strip()


def _apart(review: Review) -> Iterator[str]:
    document = review.document
    if document.furniture:
        yield from ("", "HEADERS AND FOOTERS", *(f"{line.where}: {line.text}" for line in document.furniture))
    if document.marks:
        yield from (
            "",
            "DRAFT MARKS",
            *(f"{mark.kind} by {mark.author or '?'}: {mark.text}" for mark in document.marks),
        )


def as_json(review: Review) -> str:
    """The same as JSON."""
    document, outline = review.document, review.outline
    whole: dict[str, Any] = {
        "schema": "cpraudit-read/1",
        "parts": [
            {
                "path": part.path, "format": part.format, "role": part.role, "pages": part.pages,
                "share": part.reading.share, "notes": list(part.reading.notes), "engine": part.reading.engine,
            }
            for part in document.parts
        ],
        "outline": [
            {
                "title": section.title, "kind": section.kind, "level": section.level,
                "known_by": section.known_by, "recognised_by": section.recognised_by,
                "first": section.first, "end": section.end,
            }
            for section in outline.sections
        ],
        "blocks": [
            {
                "kind": "heading" if block.index in outline.headings else block.kind,
                "text": block.text, "label": block.label, "part": block.part, "page": block.page,
                "line": block.line, "paragraph": block.paragraph, "section": outline.kind(block.index),
                "cell": None if block.cell is None else [block.cell.table, block.cell.row, block.cell.column],
                "printed": block.index in outline.printed,
                "recognised": document.is_recognised(block),
                "unfilled": list(block.unfilled),
            }
            for block in document.blocks
        ],
        "furniture": [{"where": line.where, "text": line.text} for line in document.furniture],
        "marks": [{"kind": mark.kind, "author": mark.author, "text": mark.text} for mark in document.marks],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2)
