"""Tables of a signature block to runs of lines: by row, by column, or label by label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.facts.people.signing import role_of_heading
from cpraudit.facts.people.signing_lines import PROSE_WORDS, Line
from cpraudit.facts.people.signing_words import LABELS, Word, tokens
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Cell, Document, Table

_HEADS = {
    Word.DATE: compile_pattern(
        r"^(?:dated?(?: (?:signed|of sign\w+|of approval))?|dyddiad|when signed|signed on)\W*$", re.IGNORECASE
    ),
    Word.ROLE: compile_pattern(
        r"^(?:role|position|designation|capacity|post|job title|for|as|on behalf of|signing as|who|title)\b",
        re.IGNORECASE,
    ),
    Word.SIGN: compile_pattern(r"^(?:(?:electronic )?signature|signed|llofnod)\b(?! by)", re.IGNORECASE),
    Word.NAME: compile_pattern(r"\b(?:name|enw|signatory|signed by)\b", re.IGNORECASE),
}
"""What the title of a column says that it holds."""


def streams(document: Document, table: Table, stated: bool, above: list[Line]) -> Iterator[list[Line]]:
    """The places to sign of a table, each as the lines of its row or its column; none for a table of another kind.

    `above` is the line over it, which may tell whose place it is."""
    grid = _Grid(document, table)
    head = next((n for n in range(min(3, len(grid.rows))) if _is_listing([_kind(text) for text in grid.row(n)])), 0)
    kinds = [_kind(text) for text in grid.row(head)]
    roles = _roles(grid) or {role for line in above for role in role_of_heading(line.text)}
    if not _to_sign(grid, kinds, stated, roles):
        return
    for lines in _listed(grid, kinds, head) if _is_listing(kinds) and len(grid.rows) > head + 1 else _laid_out(grid):
        yield lines if _roles(grid) else [*above, *lines]


def _roles(grid: _Grid) -> set[str]:
    words = [token for text in grid.texts() for token in tokens(text)]
    return {token.text for token in words if token.word is Word.ROLE and token.text != "another"}


@dataclass(frozen=True, slots=True)
class _Grid:
    document: Document
    table: Table
    first: int = 0
    last: int | None = None
    """Its rows, where it is a part of the table; all of them where None."""

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return self.table.rows[self.first : self.last]

    def part(self, first: int, last: int) -> _Grid:
        """The rows from `first` up to `last`."""
        return _Grid(self.document, self.table, self.first + first, self.first + last)

    def row(self, number: int) -> list[str]:
        return [self.document.cell_text(cell) for cell in self.rows[number]]

    def column(self, number: int) -> list[Cell]:
        return [cell for row in self.rows for cell in row if cell.column == number]

    def texts(self) -> list[str]:
        return [self.document.cell_text(cell) for row in self.rows for cell in row]

    def lines(self, cell: Cell, label: str = "") -> list[Line]:
        """A cell's paragraphs as lines; a label that stands elsewhere is put before the first."""
        found = []
        for place, index in enumerate(cell.blocks):
            block = self.document.blocks[index]
            text = f"{label}: {block.text}" if label and not place else block.text
            found.append(Line(text, index, bool(block.pictures)))
        return found


def _kind(title: str) -> Word | None:
    if len(title.split()) > 7 or any(token.word in (Word.PERSON, Word.DAY) for token in tokens(title)):
        return None
    return next((word for word, form in _HEADS.items() if form.search(title)), None)


def _is_listing(kinds: list[Word | None]) -> bool:
    """A row of titles: what each column holds, the date or the signature among them."""
    told = {kind for kind in kinds if kind is not None}
    return len(told) >= 2 and bool(told & {Word.DATE, Word.SIGN})


def _to_sign(grid: _Grid, kinds: list[Word | None], stated: bool, roles: set[str]) -> bool:
    """Whether a table is there to be signed; outside a section so headed its own labels must say so."""
    words = [token for text in grid.texts() for token in tokens(text)]
    labels = {token.word for token in words if token.word in LABELS} | {kind for kind in kinds if kind in LABELS}
    if not roles and not (stated and {Word.DATE, Word.SIGN} <= labels):
        return False
    if stated:
        return bool(labels & {Word.DATE, Word.SIGN}) or any(token.word is Word.DAY for token in words)
    leading = {word for text in grid.texts() for word in _leading(text)} | {kind for kind in kinds if kind in LABELS}
    return (
        Word.DATE in leading
        and bool(leading & {Word.SIGN, Word.NAME})
        and (Word.SIGN in leading or len(roles) == 2 or not _is_listing(kinds))
    )


def _leading(text: str) -> set[Word]:
    """The labels of a cell that holds nothing but what a place to sign does."""
    found = tokens(text)
    stray = any(
        token.word is Word.OTHER and (place == 0 or found[place - 1].word not in LABELS or not token.text[:1].isupper())
        for place, token in enumerate(found)
    )
    return set() if stray else {token.word for token in found if token.word in LABELS}


def _listed(grid: _Grid, kinds: list[Word | None], at: int) -> Iterator[list[Line]]:
    """A row for each signer under a row of titles."""
    labels = {Word.DATE: "Date", Word.SIGN: "Signature", Word.NAME: "Name"}
    named = Word.NAME in kinds
    titles = grid.row(at)
    over = [role for title in titles for role in role_of_heading(title)]  # 'Name of reviewer | Date'
    head = [Line(over[0], grid.rows[at][0].blocks[0] if grid.rows[at][0].blocks else 0)] if len(over) == 1 else []
    for row in grid.rows[at + 1 :]:
        cells: list[tuple[int, list[Line]]] = []
        for cell in row:
            kind = kinds[cell.column] if cell.column < len(kinds) else None
            lines = grid.lines(cell, labels.get(kind, "") if kind else "")
            order = {Word.ROLE: 0, None: 0, Word.NAME: 1, Word.SIGN: 2, Word.DATE: 3}[kind]
            words = {token.word for token in tokens(grid.document.cell_text(cell))}
            if kind is Word.NAME and Word.ROLE in words and Word.PERSON not in words:
                lines, order = grid.lines(cell), 0  # 'Signatory | Panel Chair'
            if kind is None and named and Word.ROLE not in words:
                continue
            cells.append((order, lines))
        yield [*head, *(line for _, lines in sorted(cells, key=lambda cell: cell[0]) for line in lines)]


def _laid_out(grid: _Grid) -> Iterator[list[Line]]:
    """A form, each stretch of it by its own plan."""
    for stretch in _stretches(grid):
        yield from _planned(stretch)


def _planned(grid: _Grid) -> Iterator[list[Line]]:
    """Labels at the side of one or more columns, a role at the head of each row, or a column a signer."""
    width = grid.table.width
    side = [grid.document.cell_text(cell) for cell in grid.column(0)]
    if grid.first and _by_row(grid):
        yield [line for row in grid.rows for cell in row for line in grid.lines(cell)]
    elif width > 2 and _labels(side) and not _labels([grid.document.cell_text(cell) for cell in grid.column(2)]):
        for number in range(1, width):
            cells = [(row, cell) for row in grid.rows for cell in row if cell.column == number]
            yield [line for row, cell in cells for line in grid.lines(cell, _side(grid, row))]
    elif (
        width % 2 == 0
        and all(_labels([grid.document.cell_text(c) for c in grid.column(n)]) for n in range(0, width, 2))
        and not any(_labels([grid.document.cell_text(c) for c in grid.column(n)]) for n in range(1, width, 2))
    ):
        for number in range(0, width, 2):
            cells = [(row, cell) for row in grid.rows for cell in row if cell.column in (number, number + 1)]
            yield [line for _, cell in cells for line in grid.lines(cell)]
    elif _by_row(grid):
        yield [line for row in grid.rows for cell in _role_first(grid, row) for line in grid.lines(cell)]
    else:
        for number in range(width):
            yield [line for cell in grid.column(number) for line in grid.lines(cell)]


def _stretches(grid: _Grid) -> Iterator[_Grid]:
    """A table cut before each row of one role that stands under a row of several (the chair's place, as wide as the table), and
    at each row that holds the statement itself: above it the reviewers are named, below it they sign."""
    first, abreast = 0, 0
    for number in range(len(grid.rows)):
        if _is_statement(grid, number):
            if number > first:
                yield grid.part(first, number)
            first, abreast = number + 1, 0
            continue
        roles = sum(any(token.word is Word.ROLE for token in tokens(text)) for text in grid.row(number))
        if roles == 1 and abreast > 1 and any(token.word is Word.ROLE for token in tokens(grid.row(number)[0])):
            yield grid.part(first, number)
            first, abreast = number, 0
        abreast = max(abreast, roles)
    if first < len(grid.rows):
        yield grid.part(first, len(grid.rows))


def _is_statement(grid: _Grid, number: int) -> bool:
    """Whether a row is the statement, once or for each reviewer, or the heading over it, with nothing to fill in."""
    texts = [text for text in grid.row(number) if text]
    if any(token.word in LABELS | {Word.DAY, Word.PERSON} for text in texts for token in tokens(text)):
        return False
    if len(texts) > 1 and all(_STATEMENT.search(text) for text in texts):
        return True
    return any(len(text.split()) > 2 * PROSE_WORDS for text in texts) and (len(texts) == 1 or grid.table.width % 2 == 0)


_STATEMENT = compile_pattern(r"\b(?:statements?|independence|declaration|datganiad)\b", re.IGNORECASE)


def _role_first(grid: _Grid, row: tuple[Cell, ...]) -> list[Cell]:
    """The cells of a row, the one that tells the role before a name that stands to its left."""
    words = {cell.column: {token.word for token in tokens(grid.document.cell_text(cell))} for cell in row}
    led = bool(row) and Word.PERSON in words[row[0].column] and Word.ROLE not in words[row[0].column]
    return sorted(row, key=lambda cell: led and Word.ROLE not in words[cell.column])


def _side(grid: _Grid, row: tuple[Cell, ...]) -> str:
    """The label at the side of a row, where it is one."""
    text = grid.document.cell_text(row[0]) if row and row[0].column == 0 else ""
    return text.strip(" :") if any(token.word in LABELS for token in tokens(text)) else ""


def _labels(texts: list[str]) -> bool:
    """Whether the cells of a column are all labels or roles to be filled in beside them, two kinds of them at least."""
    kinds = set()
    for text in texts:
        found = tokens(text)
        if any(token.word not in LABELS | {Word.ROLE, Word.OTHER} for token in found) or len(text.split()) > 8:
            return False
        kinds |= {token.word for token in found if token.word in LABELS}
    return len(kinds) >= 2


def _by_row(grid: _Grid) -> bool:
    """Each row is of one signer: it opens with the role or the name, and no row has two roles; or one role is over all."""
    opens, over = 0, 0
    rows = [[tokens(text) for text in grid.row(number) if text] for number in range(len(grid.rows))]
    for row in rows:
        roles = sum(any(token.word is Word.ROLE for token in found) for found in row)
        if roles > 1:
            return False
        over += roles
        named = any(token.word is Word.PERSON for token in row[0]) if row else False
        opens += roles == 1 and (named or any(token.word is Word.ROLE for token in row[0]))
    if grid.first and over == 1 and opens == 1:
        return True
    return opens >= 1 and opens * 2 >= sum(bool(row) for row in rows)
