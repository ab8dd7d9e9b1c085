"""Tables by their ruling lines: a lattice of the lines, and the regions of it that nothing divides."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from cpraudit.readers.pdf.page import Box

_SNAP = 2.2
"""Lines closer than this, in points, are one line drawn twice."""
_SLIVER = 4.0
"""A region thinner than this, in points, is the space between two lines of a double border."""
_MOST_RULES = 2_500
_MOST_LATTICE = 250_000
_MOST_CELLS = 4_000


@dataclass(slots=True)
class Region:
    """A closed cell."""

    box: Box
    grids: list[Grid] = field(default_factory=list)
    """Tables drawn inside this cell, from the top."""


@dataclass(slots=True)
class Grid:
    """One ruled table, or one ruled box (a table of one cell)."""

    box: Box
    regions: list[Region]
    rows: list[float] = field(default_factory=list)
    """Tops of the rows, from the top."""
    columns: list[float] = field(default_factory=list)
    """Left edges of the columns."""

    def place(self, region: Region) -> tuple[int, int, int, int]:
        """Row, column, rows spanned, columns spanned."""
        row, last_row = _span(self.rows, region.box.top, region.box.bottom)
        column, last_column = _span(self.columns, region.box.x0, region.box.x1)
        return row, column, last_row - row, last_column - column


def _span(edges: list[float], start: float, end: float) -> tuple[int, int]:
    first = max(bisect_right(edges, start + _SNAP) - 1, 0)
    return first, max(bisect_right(edges, end - _SNAP), first + 1)


def grids_of(rules: Sequence[Box], width: float, height: float) -> list[Grid]:
    """The ruled tables of a page, from the top; a table drawn in a cell of another hangs on that cell.

    Where a page has more lines than any table of a report, none is looked for (a plan or a chart is drawn so).
    """
    if not 3 < len(rules) <= _MOST_RULES:
        return []
    across = [rule for rule in rules if rule.width >= rule.height]
    down = [rule for rule in rules if rule.width < rule.height]
    found: list[Grid] = []
    for part_across, part_down in _components(across, down):
        grid = _grid(part_across, part_down)
        if grid is not None and not _page_border(grid, width, height):
            found.append(grid)
    found.sort(key=lambda grid: (grid.box.top, grid.box.x0))
    return _nest(found)


def _page_border(grid: Grid, width: float, height: float) -> bool:
    box = grid.box
    near = 45.0
    return (
        len(grid.regions) == 1
        and box.x0 < near
        and box.top < near
        and box.x1 > width - near
        and box.bottom > height - near
    )


def _components(across: list[Box], down: list[Box]) -> list[tuple[list[Box], list[Box]]]:
    """Lines that hang together by crossing or touching."""
    owner = list(range(len(across) + len(down)))

    def root(k: int) -> int:
        while owner[k] != k:
            owner[k] = owner[owner[k]]
            k = owner[k]
        return k

    shelves: dict[int, list[int]] = defaultdict(list)
    for k, line in enumerate(across):
        shelves[int(line.top // 64)].append(k)
    for k, line in enumerate(down, len(across)):
        for shelf in range(int((line.top - _SNAP) // 64), int((line.bottom + _SNAP) // 64) + 1):
            for j in shelves.get(shelf, ()):
                other = across[j]
                if (
                    other.x0 - _SNAP <= line.x0 <= other.x1 + _SNAP
                    and line.top - _SNAP <= other.top <= line.bottom + _SNAP
                ):
                    owner[root(j)] = root(k)
    parts: dict[int, tuple[list[Box], list[Box]]] = defaultdict(lambda: ([], []))
    for k in range(len(owner)):
        part = parts[root(k)]
        if k < len(across):
            part[0].append(across[k])
        else:
            part[1].append(down[k - len(across)])
    return [part for part in parts.values() if len(part[0]) >= 2 and len(part[1]) >= 2]


def _snapped(values: list[float]) -> list[float]:
    """Distinct places, those closer than the snap counted once."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= _SNAP:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(place) / len(place) for place in places]


def _nearest(places: list[float], value: float) -> int:
    k = bisect_right(places, value)
    if k and (k == len(places) or value - places[k - 1] <= places[k] - value):
        return k - 1
    return k


def _grid(across: list[Box], down: list[Box]) -> Grid | None:
    xs = _snapped([(line.x0 + line.x1) / 2 for line in down])
    ys = _snapped([(line.top + line.bottom) / 2 for line in across])
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1 or wide * high > _MOST_LATTICE:
        return None
    walls = _walls(xs, ys, down)
    floors = _floors(xs, ys, across)
    regions = []
    for cells in _undivided(wide, high, walls, floors):
        box = Box(
            xs[min(i for i, _ in cells)],
            ys[min(j for _, j in cells)],
            xs[max(i for i, _ in cells) + 1],
            ys[max(j for _, j in cells) + 1],
        )
        if box.width >= _SLIVER and box.height >= _SLIVER:
            regions.append(Region(box))
    if not regions or len(regions) > _MOST_CELLS:
        return None
    return _table(regions)


def _walls(xs: list[float], ys: list[float], down: list[Box]) -> set[tuple[int, int]]:
    """(x line, lattice row) pairs where a standing line divides."""
    found = set()
    for line in down:
        i = _nearest(xs, (line.x0 + line.x1) / 2)
        for j in range(max(bisect_right(ys, line.top) - 1, 0), len(ys) - 1):
            middle = (ys[j] + ys[j + 1]) / 2
            if middle > line.bottom:
                break
            if middle >= line.top:
                found.add((i, j))
    return found


def _floors(xs: list[float], ys: list[float], across: list[Box]) -> set[tuple[int, int]]:
    """(y line, lattice column) pairs where a lying line divides."""
    found = set()
    for line in across:
        j = _nearest(ys, (line.top + line.bottom) / 2)
        for i in range(max(bisect_right(xs, line.x0) - 1, 0), len(xs) - 1):
            middle = (xs[i] + xs[i + 1]) / 2
            if middle > line.x1:
                break
            if middle >= line.x0:
                found.add((j, i))
    return found


def _undivided(
    wide: int, high: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """Groups of lattice cells that no line divides, without those that lie open to the outside."""
    seen: set[tuple[int, int]] = set()
    found = []
    for start_j in range(high):
        for start_i in range(wide):
            if (start_i, start_j) in seen:
                continue
            group: list[tuple[int, int]] = []
            closed = True
            waiting = [(start_i, start_j)]
            seen.add((start_i, start_j))
            while waiting:
                i, j = waiting.pop()
                group.append((i, j))
                for step_i, step_j, divided in (
                    (i - 1, j, (i, j) in walls),
                    (i + 1, j, (i + 1, j) in walls),
                    (i, j - 1, (j, i) in floors),
                    (i, j + 1, (j + 1, i) in floors),
                ):
                    if divided:
                        continue
                    if not (0 <= step_i < wide and 0 <= step_j < high):
                        closed = False
                    elif (step_i, step_j) not in seen:
                        seen.add((step_i, step_j))
                        waiting.append((step_i, step_j))
            if closed:
                found.append(group)
    return found


def _table(regions: list[Region]) -> Grid:
    """Rows and columns from regions; a region that lies within another's bounds belongs to a table inside it."""
    regions.sort(key=lambda region: -region.box.width * region.box.height)
    outer: list[Region] = []
    inner: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        holder = next((k for k, other in enumerate(outer) if other.box.around(region.box)), None)
        if holder is None:
            outer.append(region)
        else:
            inner[holder].append(region)
    for k, held in inner.items():
        outer[k].grids = [_table(part) for part in _stacked(held)]
    outer.sort(key=lambda region: (region.box.top, region.box.x0))
    box = Box(
        min(region.box.x0 for region in outer),
        min(region.box.top for region in outer),
        max(region.box.x1 for region in outer),
        max(region.box.bottom for region in outer),
    )
    return Grid(
        box,
        outer,
        _snapped([region.box.top for region in outer]),
        _snapped([region.box.x0 for region in outer]),
    )


def _stacked(regions: list[Region]) -> list[list[Region]]:
    """Regions parted where a gap lies between one table and the next below it."""
    parts: list[list[Region]] = []
    reach = 0.0
    for region in sorted(regions, key=lambda region: region.box.top):
        if parts and region.box.top <= reach + _SNAP:
            parts[-1].append(region)
        else:
            parts.append([region])
        reach = max(reach, region.box.bottom)
    return parts


def _nest(grids: list[Grid]) -> list[Grid]:
    """Hang a table that lies in a cell of another, touching none of its lines, on that cell."""
    top: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: -grid.box.width * grid.box.height):
        home, within = top, _cell_around(top, grid.box)
        while within is not None:
            home = within.grids
            within = _cell_around(home, grid.box)
        home.append(grid)
        home.sort(key=lambda grid: (grid.box.top, grid.box.x0))
    return top


def _cell_around(grids: list[Grid], box: Box) -> Region | None:
    """The cell that a box lies in."""
    return next((region for grid in grids for region in grid.regions if region.box.around(box)), None)
