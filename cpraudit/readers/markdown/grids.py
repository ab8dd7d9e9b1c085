"""Grid tables, which Pandoc reads and writes, as the tables that the parser knows. Every line behind one keeps its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpraudit.readers.markdown.source import FENCE

_RULE = re.compile(r" {0,3}\+(?:[-=:]{2,}\+)+\s*$")
_ROW = re.compile(r" {0,3}[|+]")
_ITEM = re.compile(r"(?:[-*+•]|\(?\w{1,3}[.)])\s")


def with_plain_tables(text: str) -> str:
    """The text with each grid as a table of plain rows; one with cells over several rows or columns stays as it is."""
    if "\n+-" not in f"\n{text}" and "\n+=" not in text:
        return text
    lines, kept, fence = text.split("\n"), list[str](), ""
    while len(kept) < len(lines):
        at = len(kept)
        if marks := FENCE.match(lines[at]):
            fence = "" if fence == marks[1] else fence or marks[1]
        end = at
        while not fence and _RULE.match(lines[at]) and end < len(lines) and _ROW.match(lines[end]):
            end += 1
        kept += _table(lines[at:end]) or lines[at : max(end, at + 1)]
    return "\n".join(kept)


def _table(grid: Sequence[str]) -> list[str]:
    """As many lines as the grid has; none where it is no plain grid."""
    edges = [at for at, sign in enumerate(grid[0]) if sign == "+"] if grid else []
    rows: list[list[list[str]]] = []
    for line in grid:
        if _RULE.match(line):
            if [at for at, sign in enumerate(line) if sign == "+"] != edges:
                return []
            rows.append([[] for _ in edges[1:]])
        elif any(line[at : at + 1] != "|" for at in edges):
            return []
        else:
            for cell, (start, end) in zip(rows[-1], pairwise(edges), strict=True):
                cell.append(line[start + 1 : end].strip())
    head, *others = [" | ".join(map(_words, row)) for row in rows if any(map(any, row))] or [""]
    if not head or not _RULE.match(grid[-1]):
        return []
    table = ["", f"| {head} |", f"|{'---|' * (len(edges) - 1)}", *(f"| {row} |" for row in others), ""]
    return table + [""] * (len(grid) - len(table)) if len(table) <= len(grid) else []


def _words(cell: Sequence[str]) -> str:
    """The lines of a cell as one, parted where a paragraph or an item of a list begins."""
    return "".join(_joined(cell)).replace("|", r"\|")


def _joined(lines: Sequence[str]) -> Iterator[str]:
    before = ""
    for number, line in enumerate(lines):
        if line:
            parted = not lines[number - 1] or _ITEM.match(line)
            yield f"{'<br>' if parted else ' '}{line}" if before else line
            before = line
