"""Pages to paragraphs and tables in reading order, each page by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from cpraudit.readers.pdf.aligned import aligned_tables
from cpraudit.readers.pdf.columns import gutters_of, in_columns
from cpraudit.readers.pdf.flow import CellFlow, Element, TableFlow, paragraphs_in
from cpraudit.readers.pdf.furniture import EdgeText, find_furniture
from cpraudit.readers.pdf.grids import Grid, Region, grids_of
from cpraudit.readers.pdf.lines import Line, Segment, lines_of, segments_of
from cpraudit.readers.pdf.measure import Spacing, spacing_of
from cpraudit.readers.pdf.notes import body_size, notes_among, starts_note
from cpraudit.readers.pdf.page import Box, Page
from cpraudit.readers.pdf.paragraphs import Paragraph, paragraphs_of
from cpraudit.readers.pdf.pictures import hang_pictures
from cpraudit.readers.pdf.struck import without_struck


@dataclass(slots=True)
class _Column:
    """Lines that are broken at one right edge, and the tables between them."""

    page: int
    lines: list[Line]
    grids: list[Grid]
    left: float
    right: float
    shades: list[Box]
    roles: dict[int, str]
    cells: dict[int, _Column] = field(default_factory=dict)
    """Id of a region of its grids to what stands in that region."""


@dataclass(slots=True)
class Layout:
    """The elements of each page, and what was taken from the edges."""

    pages: list[list[Element]]
    edges: EdgeText
    notes: list[Paragraph]
    """Footnotes of all pages, in order."""


def lay_out(pages: Sequence[Page]) -> Layout:
    """Find the furniture, the tables, the columns and the paragraphs of all pages."""
    segments = [segments_of(without_struck(page), page.rules) for page in pages]
    grids = [grids_of(page.rules, page.width, page.height) for page in pages]
    body = body_size(segments)
    edges = find_furniture(
        [
            (page.number, page.height, [s for s in found if not any(_in(grid.box, s) for grid in drawn)])
            for page, found, drawn in zip(pages, segments, grids, strict=True)
        ],
        body,
    )
    bodies: list[list[Segment]] = []
    footnotes: list[_Column] = []
    for page, found, drawn in zip(pages, segments, grids, strict=True):
        taken = edges.segments.get(page.number, set())
        rest = [s for s in found if id(s) not in taken]
        small = notes_among([s for s in rest if not any(_in(g.box, s) for g in drawn)], page.rules, body, page.width)
        if small:
            footnotes.append(_column(page, (small, []), [], {}))
            below = {id(s) for s in small}
            rest = [s for s in rest if id(s) not in below]
        bodies.append(rest)
    gutters = gutters_of(_pieces(rest, drawn) for rest, drawn in zip(bodies, grids, strict=True))
    streams = [
        _streams(page, rest, drawn, gutters) for page, rest, drawn in zip(pages, bodies, grids, strict=True)
    ]
    _share_edges(pages, streams)
    spacing = spacing_of([measured for page in streams for column in page for measured in _measured(column)])
    elements = [[e for column in page for e in _elements(column, spacing)] for page in streams]
    for page, found_here in zip(pages, elements, strict=True):
        hang_pictures(page, paragraphs_in(found_here))
    return Layout(elements, edges, [note for column in footnotes for note in _notes(column)])


def _notes(column: _Column) -> list[Paragraph]:
    """The footnotes of a page, each from the line that begins with its figure."""
    found: list[Paragraph] = []
    for line in column.lines:
        if found and not starts_note(line.text):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], column.page, right=column.right, note=True))
    return found


def _in(box: Box, segment: Segment) -> bool:
    return box.holds((segment.x0 + segment.x1) / 2, segment.y - segment.size * 0.3)


def _pieces(segments: list[Segment], grids: list[Grid]) -> list[Segment | Box]:
    """What stands on a page side by side: the lines outside of its tables, and the tables."""
    return [*(s for s in segments if not any(_in(grid.box, s) for grid in grids)), *(grid.box for grid in grids)]


def _streams(page: Page, segments: list[Segment], grids: list[Grid], gutters: Sequence[float]) -> list[_Column]:
    """The columns of a page in reading order, the text of each table put into its cells."""
    shades = [shade for shade in page.shades if shade.width * shade.height < 0.6 * page.width * page.height]
    free: list[Segment] = []
    inside: dict[int, list[Segment]] = defaultdict(list)
    for segment in segments:
        grid = next((grid for grid in grids if _in(grid.box, segment)), None)
        if grid is None:
            free.append(segment)
        else:
            inside[id(grid)].append(segment)
    cells: dict[int, _Column] = {}
    for grid in grids:
        _fill(page, grid, inside[id(grid)], shades, cells)
    return [_column(page, stream, shades, cells) for stream in _ordered(free, grids, gutters)] if free or grids else []


def _ordered(
    free: list[Segment], grids: list[Grid], gutters: Sequence[float]
) -> list[tuple[list[Segment], list[Grid]]]:
    pieces: list[Segment | Box] = [*free, *(grid.box for grid in grids)]
    by_box = {id(grid.box): grid for grid in grids}
    return [
        (
            [piece for piece in stream if isinstance(piece, Segment)],
            [by_box[id(piece)] for piece in stream if isinstance(piece, Box)],
        )
        for stream in in_columns(pieces, known=gutters)
    ]


def _fill(page: Page, grid: Grid, segments: list[Segment], shades: list[Box], cells: dict[int, _Column]) -> None:
    """Put segments into the cells of a table, and into the tables within those."""
    held: dict[int, list[Segment]] = defaultdict(list)
    rows: dict[int, list[Region]] = defaultdict(list)
    for region in grid.regions:
        row, _, rows_spanned, _ = grid.place(region)
        for k in range(row, row + rows_spanned):
            rows[k].append(region)
    for segment in segments:
        x, y = (segment.x0 + segment.x1) / 2, segment.y - segment.size * 0.3
        row = max(bisect_right(grid.rows, y) - 1, 0)
        here = rows.get(row) or grid.regions
        region = next((r for r in here if r.box.holds(x, y)), None) or min(
            here, key=lambda r: abs((r.box.x0 + r.box.x1) / 2 - x)
        )
        held[id(region)].append(segment)
    for region in grid.regions:
        own: list[Segment] = []
        within: dict[int, list[Segment]] = defaultdict(list)
        for segment in held[id(region)]:
            nested = next((g for g in region.grids if _in(g.box, segment)), None)
            (own if nested is None else within[id(nested)]).append(segment)
        for nested in region.grids:
            _fill(page, nested, within[id(nested)], shades, cells)
        lines = lines_of(own)
        start = min((line.x0 for line in lines), default=region.box.x0 + 5)
        padding = min(max(start - region.box.x0, 2.0), 12.0)
        middle = (region.box.x0 + region.box.x1) / 2, (region.box.top + region.box.bottom) / 2
        shaded = [s for s in shades if s.holds(*middle) and s.width > 0.7 * region.box.width]
        cells[id(region)] = _Column(
            page.number, lines, region.grids, start, region.box.x1 - padding, shaded, page.roles
        )


def _column(
    page: Page, stream: tuple[list[Segment], list[Grid]], shades: list[Box], cells: dict[int, _Column]
) -> _Column:
    segments, grids = stream
    lines = lines_of(segments)
    left = min((line.x0 for line in lines), default=0.0)
    right = max((line.x1 for line in lines), default=page.width)
    return _Column(page.number, lines, grids, left, right, shades, page.roles, cells)


def _share_edges(pages: Sequence[Page], streams: list[list[_Column]]) -> None:
    """Give columns that begin at one left edge, on pages of one width, the right edge of the widest of them."""
    edges: dict[tuple[int, int, int], float] = {}
    for share in (True, False):
        for page, columns in zip(pages, streams, strict=True):
            for column in columns:
                key = (round(page.width), round(column.left / 6), len(columns))
                if share:
                    edges[key] = max(edges.get(key, 0.0), column.right)
                else:
                    column.right = edges[key]


def _measured(column: _Column) -> list[tuple[list[Line], float]]:
    """Every list of lines with its right edge, those of cells included."""
    return [
        (column.lines, column.right),
        *((cell.lines, cell.right) for cell in column.cells.values() if len(cell.lines) > 1),
    ]


def _elements(column: _Column, spacing: Spacing, cells: dict[int, _Column] | None = None) -> list[Element]:
    """The paragraphs and tables of a column, from the top; a side bar after the paragraph that it stands beside."""
    whole = cells is None
    cells = column.cells if cells is None else cells
    found: list[Element] = []
    beside = [grid for grid in column.grids if whole and _is_side_bar(grid, column)]
    at = 0
    for grid in column.grids:
        if grid in beside:
            continue
        before = at
        while at < len(column.lines) and column.lines[at].y < grid.box.bottom:
            at += 1
        found += _prose(column, column.lines[before:at], spacing, whole)
        found.append(_table(column.page, grid, spacing, cells))
    found += _prose(column, column.lines[at:], spacing, whole)
    for grid in beside:
        content = _elements(cells[id(grid.regions[0])], spacing, cells)
        for paragraph in paragraphs_in(content):
            paragraph.boxed = True
        place = next((k for k, e in enumerate(found) if isinstance(e, Paragraph) and e.top > grid.box.top), len(found))
        found[max(place, 1) : max(place, 1)] = content
    return found


def _is_side_bar(grid: Grid, column: _Column) -> bool:
    """Whether a box of one cell has running text beside it."""
    if len(grid.regions) > 1 or grid.regions[0].grids or grid.box.width > 0.6 * (column.right - column.left):
        return False
    abreast = [line for line in column.lines if grid.box.top < line.y < grid.box.bottom]
    return len(abreast) >= 2 and not any(grid.box.holds((line.x0 + line.x1) / 2, line.y) for line in abreast)


def _prose(column: _Column, lines: list[Line], spacing: Spacing, whole: bool) -> list[Element]:
    """Lines to paragraphs, and to tables where they stand in columns without ruling lines."""
    found: list[Element] = []
    at = 0
    for start, end, table in aligned_tables(lines, column.page, column.right, spacing) if whole else ():
        found += _paragraphs(column, lines[at:start], spacing)
        found.append(table)
        at = end
    return found + _paragraphs(column, lines[at:], spacing)


def _paragraphs(column: _Column, lines: list[Line], spacing: Spacing) -> list[Paragraph]:
    found = paragraphs_of(lines, column.page, column.left, column.right, spacing)
    if column.roles:
        for paragraph in found:
            paragraph.role = column.roles.get(paragraph.lines[0].tag, "")
    if column.shades:
        for paragraph in found:
            line = paragraph.lines[0]
            middle = (line.x0 + line.x1) / 2, line.y - line.size * 0.3
            paragraph.shaded = any(shade.holds(*middle) for shade in column.shades)
    return found


def _table(page: int, grid: Grid, spacing: Spacing, cells: dict[int, _Column]) -> TableFlow:
    rows: dict[int, list[CellFlow]] = defaultdict(list)
    for region in grid.regions:
        row, column, spanned_rows, spanned_columns = grid.place(region)
        flow = cells[id(region)]
        rows[row].append(
            CellFlow(row, column, spanned_rows, spanned_columns, _elements(flow, spacing, cells), bool(flow.shades))
        )
    return TableFlow(
        page,
        grid.box,
        [*grid.columns, grid.box.x1],
        [sorted(rows[k], key=lambda cell: cell.column) for k in sorted(rows)],
    )
