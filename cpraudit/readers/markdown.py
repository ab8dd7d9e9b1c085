"""Markdown (CommonMark with tables) to a Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NotRequired, TypedDict, Unpack

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Document, Look, Part, Reading, Table
from cpraudit.errors import UnreadableError
from cpraudit.readers.decoding import decode
from cpraudit.readers.opening import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile(r"\A\[([ xX])\](?=\s)")
_NOTE = re.compile(r"<!--\s*(cpraudit-\w+:[^>]*?)\s*-->")
"""A comment to the program."""
_TAG_TEXT = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass
class _List:
    """A list that is open while its lines are read."""

    ordered: bool
    number: int
    delimiter: str
    fresh: bool = False
    """A list item has begun and its first paragraph has not been read yet."""


class _Known(TypedDict):
    """What is known of a block beside its words."""

    kind: BlockKind
    label: NotRequired[str]
    level: NotRequired[int]
    indent: NotRequired[int]
    look: NotRequired[Look]
    cell: NotRequired[CellPlace]


@dataclass
class _Body:
    """What has been read so far."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    pictures: int = 0


def read(source: Source) -> Document:
    """Read a Markdown file; comments and front matter are left out, task boxes are given as ☐ and ☒."""
    from markdown_it import MarkdownIt

    text, notes = decode(source)
    text = _FRONT_MATTER.sub("", text, count=1)
    try:
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
    except RecursionError as error:
        raise UnreadableError(f"'{source.name}' is nested too deeply to be read.") from error
    body = _Body()
    at = 0
    while at < len(tokens):
        at = _read_token(tokens, at, body)
    reading = Reading(notes=notes, pictures=body.pictures, engine="markdown")
    part = Part(path=source.path, sha256=source.sha256, format="markdown", reading=reading)
    return Document(tuple(body.blocks), tuple(body.tables), (part,), notes=tuple(_notes(tokens)))


def _notes(tokens: list[Token]) -> Iterator[str]:
    """Comments to the program, wherever they stand but in code."""
    for token in tokens:
        for html in (token, *(token.children or ())):
            if html.type in {"html_block", "html_inline"}:
                yield from _NOTE.findall(html.content)


def _read_token(tokens: list[Token], at: int, body: _Body) -> int:
    """Read the construct that starts at one token; give the place of the next."""
    token = tokens[at]
    if token.type == "table_open":
        return _read_table(tokens, at, body)
    if "list" in token.type:
        _follow_list(token, body)
    elif token.type == "heading_open":
        _add_heading(tokens[at + 1], int(token.tag[1:]), body)
        return at + 3
    elif token.type == "inline":
        _add_paragraph(token, body)
    elif token.type in {"fence", "code_block", "html_block"}:
        content = _TAG_TEXT.sub("\n", token.content) if token.type == "html_block" else token.content
        for line in content.splitlines():
            _append(body, line, kind=BlockKind.PARAGRAPH)
    return at + 1


def _follow_list(token: Token, body: _Body) -> None:
    """Keep account of the lists that are open."""
    if token.type in {"bullet_list_open", "ordered_list_open"}:
        ordered = token.type.startswith("ordered")
        body.lists.append(_List(ordered, int(token.attrGet("start") or 1), token.markup))
    elif token.type in {"bullet_list_close", "ordered_list_close"}:
        body.lists.pop()
    else:
        body.lists[-1].fresh = token.type == "list_item_open"


def _add_heading(inline: Token, level: int, body: _Body) -> None:
    text, _, pictures = _words(inline)
    label, rest = split_label(tidy(text), heading=True)
    _append(body, rest, pictures, kind=BlockKind.HEADING, label=label, level=level)


def _add_paragraph(inline: Token, body: _Body) -> None:
    text, look, pictures = _words(inline)
    text = tidy(text)
    if body.lists:
        current = body.lists[-1]
        label = ""
        if current.fresh:
            label = f"{current.number}{current.delimiter}" if current.ordered else "•"
            current.number += 1
            current.fresh = False
            if task := _TASK.match(text):
                text = ("☐" if task.group(1) == " " else "☒") + text[task.end() :]
        kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
        if not label or label == "•":
            typed, rest = split_label(text)
            label, text = (typed, rest) if typed else (label, text)
        _append(body, text, pictures, kind=kind, label=label, indent=len(body.lists) - 1, look=look)
        return
    label, rest = split_label(text)
    kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
    _append(body, rest, pictures, kind=kind, label=label, look=look)


def _read_table(tokens: list[Token], at: int, body: _Body) -> int:
    """Read a table to its end; an empty header row (a table without one) is left out."""
    index = len(body.tables)
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            place = CellPlace(index, len(rows), len(cells))
            first = len(body.blocks)
            text, look, pictures = _words(token)
            if tokens[at - 1].type == "th_open":
                look = Look(bold=bool(text.strip()), italic=look.italic)
            for number, line in enumerate(_BREAK.split(text)):
                label, rest = split_label(tidy(line)) if cells else ("", line)
                kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
                _append(body, rest, 0 if number else pictures, kind=kind, label=label, look=look, cell=place)
            cells.append(Cell(len(rows), len(cells), tuple(range(first, len(body.blocks)))))
        elif token.type == "tr_close" and (rows or any(cell.blocks for cell in cells)):
            rows.append(tuple(cells))
        at += 1
    body.tables.append(Table(index, tuple(rows)))
    return at + 1


def _words(inline: Token) -> tuple[str, Look, int]:
    """The words of a paragraph, how they look, and how many pictures stand among them."""
    text: list[str] = []
    strong = emphasis = pictures = 0
    bold = italic = True
    for token in inline.children or []:
        if token.type in {"text", "code_inline"}:
            text.append(token.content)
            if any(char.isalnum() for char in token.content):
                bold, italic = bold and strong > 0, italic and emphasis > 0
        elif token.type in {"softbreak", "hardbreak"}:
            text.append(" ")
        elif token.type == "html_inline" and _BREAK.fullmatch(token.content):
            text.append("<br>")
        elif token.type == "image":
            pictures += 1
        else:
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            emphasis += {"em_open": 1, "em_close": -1}.get(token.type, 0)
    words = "".join(text)
    visible = any(char.isalnum() for char in words)
    return words, Look(bold=bold and visible, italic=italic and visible), pictures


def _append(body: _Body, text: str, pictures: int = 0, **known: Unpack[_Known]) -> None:
    """Add a block; nothing is added for a paragraph of no words and no picture."""
    words = tidy(_BREAK.sub(" ", text))
    body.pictures += pictures
    if words or pictures:
        at = len(body.blocks)
        body.blocks.append(Block(index=at, paragraph=at + 1, text=words, pictures=pictures, **known))
