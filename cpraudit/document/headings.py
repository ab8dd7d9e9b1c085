"""Which blocks are headings, at what level, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cpraudit.document.form import plain
from cpraudit.document.looks import (
    LONG,
    Neighbourhood,
    capitals,
    case_line,
    looks_like_heading,
    no_heading,
    numbered,
    title_of,
)
from cpraudit.document.model import Block, BlockKind, Document, Table
from cpraudit.document.naming import Match, name
from cpraudit.document.sections import SectionKind
from cpraudit.patterns import compile_pattern

_DEEP = 9
"""Level of a table of contents: it never holds, or ends, anything but itself."""
_PAGE = compile_pattern(r"[\s.…_]*(?:\s|\.{2,}|…)\d{1,3}$")
_MAIN = {
    SectionKind.CIRCUMSTANCES, SectionKind.LEARNING, SectionKind.IMPROVING, SectionKind.STATEMENT, SectionKind.TERMS,
    SectionKind.WELSH_GOVERNMENT,
}  # fmt: skip
_LESSER = {
    SectionKind.BACKGROUND, SectionKind.FAMILY, SectionKind.SCOPE, SectionKind.CHILD, SectionKind.NARRATIVE,
    SectionKind.GOOD_PRACTICE, SectionKind.CHANGES, SectionKind.LEARNING_EVENT, SectionKind.PROCEEDINGS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading."""

    block: int
    title: str
    level: int
    known_by: str
    """'style', 'box', 'number', 'look', 'run-in' for one that runs into its paragraph, or 'list' for a table of contents."""
    closes: int | None = None
    """One past the last block of its section, where a box ends it."""


def find(document: Document) -> tuple[Heading, ...]:
    """The headings in reading order, with levels from 1."""
    contents = tuple(_contents(document))
    listed = {index for span in contents for index in span}
    near = Neighbourhood(document)
    lists = {s.start: Heading(s.start, title_of(document.blocks[s.start]), _DEEP, "list", s.stop) for s in contents}
    boxes = {heading.block: heading for table in document.tables if (heading := _box(document, table))}
    styled = {b.index: b for b in document.blocks if b.index not in listed and _styled(b)}
    looked = _by_look(near, [b for b in document.blocks if b.index not in listed], frozenset({*boxes, *styled}))
    found = [
        boxes.get(block.index)
        or lists.get(block.index)
        or Heading(
            block.index,
            title_of(block),
            block.level or 0,
            "style" if block.index in styled else ("number" if numbered(block) else "look"),
        )
        for block in document.blocks
        if block.index in boxes.keys() | lists.keys() | styled.keys() | looked
    ]
    return tuple(_levelled(found, near))


def _styled(block: Block) -> bool:
    """A block that the file marks as a heading, unless a whole sentence was given the style by mistake."""
    words = block.text.split()
    sentence = len(words) > 25 or (len(words) > 14 and block.text.endswith("."))
    return block.kind is BlockKind.HEADING and block.level is not None and bool(words) and not sentence


def _box(document: Document, table: Table) -> Heading | None:
    """The heading of a bordered box of the form: alone in its first row, or the first line of its one cell."""
    rows = [row for row in table.rows if any(cell.blocks for cell in row)]
    if table.parent is not None or not rows:
        return None
    filled = [cell for cell in rows[0] if cell.blocks]
    if len(filled) != 1:
        return None
    first = document.blocks[filled[0].blocks[0]]
    end = max(_last(document, table.index), first.index) + 1
    blocks = document.blocks[first.index : end]
    naming = name(title_of(first))
    usual = naming is not None and naming.match in {Match.WHOLE, Match.PREFIX} and naming.kind is not SectionKind.TITLE
    set_apart = first.look.bold or first.look.shaded or capitals(first.text) or first.kind is BlockKind.HEADING
    if len(first.text.split()) > LONG or not (usual or set_apart) or no_heading(first.text):
        return None
    if len(blocks) < 2:  # a cell for the heading alone, its section under it
        shown = usual or (first.look.shaded and first.look.bold)
        return Heading(first.index, title_of(first), 0, "box") if shown and _prose_under(document, end) else None
    alone = len(filled[0].blocks) == 1 and len(rows) > 1
    if alone and table.width > 2 and not usual:
        return None
    if not usual and max(len(block.text.split()) for block in blocks[1:]) < LONG:
        return None
    return Heading(first.index, title_of(first), 0, "box", end)


def _prose_under(document: Document, start: int) -> bool:
    """Whether something other than another heading stands under a cell."""
    following = document.blocks[start] if start < len(document.blocks) else None
    above = document.blocks[start - 1].cell
    return following is not None and (following.cell is None or above is None or following.cell.table != above.table)


def _last(document: Document, table: int) -> int:
    """The last block that stands in a table or in one nested in it."""
    last = max(document.tables[table].blocks, default=-1)
    for inner in document.tables[table + 1 :]:
        if inner.parent is not None and inner.parent.table == table:
            last = max(last, _last(document, inner.index))
    return last


def _by_look(near: Neighbourhood, blocks: list[Block], known: frozenset[int]) -> frozenset[int]:
    """Blocks that are headings by their look: judged in runs, for only what leads to text is a heading."""
    kept: set[int] = set()
    run: list[Block] = []
    opened = False
    for block in [*blocks, None]:
        if block is not None and block.index not in known and looks_like_heading(block, near):
            if run and (run[-1].index + 1 != block.index or run[-1].cell != block.cell):
                kept |= _of_run(run, near, opened=opened)
                run = []
            run.append(block)
            continue
        if run:
            kept |= _of_run(run, near, opened=opened)
            run = []
        if block is not None and (len(block.text.split()) >= LONG or _opens(block, known)):
            opened = True
    return frozenset(kept)


def _opens(block: Block, known: frozenset[int]) -> bool:
    """Whether a marked heading ends the title page."""
    naming = name(title_of(block))
    return block.index in known and naming is not None and naming.kind is not SectionKind.TITLE


def _of_run(run: list[Block], near: Neighbourhood, *, opened: bool) -> set[int]:
    """Which of several short lines that stand together are headings."""
    kept: set[int] = set()
    if not opened and run[-1].cell is not None and not _prose_follows(run[-1], near):
        return kept  # the title box
    for block, following in zip(run, [*run[1:], None], strict=True):
        naming = name(title_of(block))
        usual = naming is not None and naming.match in {Match.WHOLE, Match.PREFIX}
        after = near.after(block)
        if not opened:  # the title page: only what surely is a heading, or leads to prose
            titular = naming is not None and naming.kind in {SectionKind.TITLE, SectionKind.CHILD}
            leads = after is not None and len(after.text.split()) >= LONG and following is None
            if not titular and not case_line(block.text) and (usual or leads):
                kept.add(block.index)
        elif following is None:
            if after is not None or usual:
                kept.add(block.index)
        elif usual or (len(run) <= 3 and _signature(block, near) != _signature(following, near)):
            kept.add(block.index)
    return kept


def _prose_follows(block: Block, near: Neighbourhood) -> bool:
    """Whether a paragraph of prose stands further on in the same cell."""
    following = near.after(block)
    while following is not None and len(following.text.split()) < LONG:
        following = near.after(following)
    return following is not None


def _signature(block: Block, near: Neighbourhood) -> tuple[float, int]:
    """What ranks unmarked headings among each other: size first, then capitals, then bold. Less is higher."""
    size = block.look.size if near.larger(block) and block.look.size is not None else 0.0
    shape = 0 if capitals(block.text) else 1 if block.look.bold else 2
    return (-size, shape)


def _levelled(found: list[Heading], near: Neighbourhood) -> Iterator[Heading]:
    """Give each heading its level: by style, 1 for a box of the form, below those for what is known by its look."""
    blocks = near.document.blocks
    styled = any(heading.known_by == "style" for heading in found)
    unmarked = [heading for heading in found if heading.known_by in {"look", "number"}]
    signatures = sorted({_signature(blocks[heading.block], near) for heading in unmarked})
    ranks = {signature: rank for rank, signature in enumerate(signatures)}
    above, boxed = 0, False
    box = Heading(0, "", 0, "box", 0)
    """The last that ends before the next heading of its rank."""
    for heading in found:
        inside = heading.block < (box.closes or 0)
        if heading.known_by == "style":
            above = above if inside else heading.level
            yield heading
        elif heading.known_by == "list":
            yield heading
        elif heading.known_by == "box":
            held = [h.level for h in found if h.known_by == "style" and heading.block < h.block < (heading.closes or 0)]
            if held or (styled and above):
                box = replace(heading, level=_box_level(heading, held, above))
                yield box
            elif boxed and _continues(heading, blocks[heading.block]):
                yield replace(heading, level=2, closes=None)
            else:
                above, boxed = 1, True
                yield replace(heading, level=1, closes=None)
        elif boxed and blocks[heading.block].cell is None and _is_part(heading):
            yield replace(heading, level=above)  # a part of the form that stands outside its boxes
        else:
            over = max(above, box.level) if inside else above
            yield replace(heading, level=_look_level(heading, blocks[heading.block], over, ranks, near))


def _box_level(heading: Heading, held: list[int], above: int) -> int:
    """Level of a box among styled headings; `held` are the levels of those within it, which stand under its own."""
    if held:
        return min(held) - 1
    return min(above, 1) if _is_part(heading) else above + 1


def _is_part(heading: Heading) -> bool:
    """Whether a heading is the usual one of a main part of the form."""
    naming = name(heading.title)
    return naming is not None and naming.match is Match.WHOLE and naming.kind in _MAIN


def _continues(heading: Heading, block: Block) -> bool:
    """Whether a box is the rest of the box before it, begun anew on the next page under a lesser heading."""
    naming = name(heading.title)
    return numbered(block) or (naming is not None and naming.kind in _LESSER)


def _look_level(
    heading: Heading, block: Block, above: int, ranks: dict[tuple[float, int], int], near: Neighbourhood
) -> int:
    """Level of a heading that is known by its look alone."""
    if not above:
        if block.cell is None and _is_part(heading):
            return 1
        depth = block.label.strip(".)").count(".") if numbered(block) else 0
        return 1 + ranks[_signature(block, near)] + depth
    return above + 1 + ranks[_signature(block, near)]


def _contents(document: Document) -> Iterator[range]:
    """Tables of contents: the lines after 'Contents' that end in a page number or that stand again further on."""
    blocks = document.blocks
    later: dict[str, int] = {}
    for block in blocks:
        naming = name(title_of(block)) if len(block.text) < 30 else None
        if naming is None or naming.kind is not SectionKind.CONTENTS or naming.match is not Match.WHOLE:
            continue
        later = later or {plain(title_of(other)): other.index for other in blocks}
        end = block.index + 1
        while end < len(blocks) and _entry(blocks[end], later):
            end += 1
        if end - block.index > 2:
            yield range(block.index, end)


def _entry(block: Block, later: dict[str, int]) -> bool:
    """Whether a block is a line of a table of contents."""
    if len(block.text.split()) > 25:
        return False
    words = title_of(block)
    return bool(_PAGE.search(words)) or later.get(plain(words), -1) > block.index
