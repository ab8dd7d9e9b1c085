"""Markdown (CommonMark with tables and footnotes) to a Document.

Front matter and footnotes are taken out first (`source.py`), the rest is parsed by markdown-it-py and read token by token;
`inline.py` reads the words of a paragraph, `html.py` what HTML shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NotRequired, TypedDict, Unpack

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import (
    Block,
    BlockKind,
    Cell,
    CellPlace,
    Document,
    Look,
    Mark,
    MarkKind,
    Part,
    Reading,
    Table,
)
from cpraudit.errors import UnreadableError
from cpraudit.readers.decoding import decode
from cpraudit.readers.markdown.grids import with_plain_tables
from cpraudit.readers.markdown.html import parts_of
from cpraudit.readers.markdown.inline import BREAK, Words, words_of
from cpraudit.readers.markdown.source import take_notes, without_front_matter
from cpraudit.readers.opening import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read"]

_TASK = re.compile(r"\A\[([ xX])\](?=\s)")
_NOTE = re.compile(r"<!--\s*(cpraudit-\w+:[^>]*?)\s*-->")
"""A comment to the program."""
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,60})\]")


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
    line: NotRequired[int]


@dataclass
class _Body:
    """What has been read so far."""

    defined: dict[str, str]
    """The footnotes of the file by their names."""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    noted: dict[str, int] = field(default_factory=dict)
    """The footnotes that are referred to, with the paragraph that they are referred from first."""
    pictures: int = 0


def read(source: Source) -> Document:
    """Read a Markdown file; comments and front matter are left out, task boxes are given as ☐ and ☒."""
    from markdown_it import MarkdownIt

    text, notes = decode(source)
    text, defined = take_notes(with_plain_tables(without_front_matter(text)))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    body = _Body(defined)
    try:
        tokens = parser.parse(text)
        at = 0
        while at < len(tokens):
            at = _read_token(tokens, at, body)
        for number, (name, paragraph) in enumerate(list(body.noted.items()), 1):
            _add_note(parser.parseInline(defined[name])[0], number, paragraph, body)
    except RecursionError as error:
        raise UnreadableError(f"'{source.name}' is nested too deeply to be read.") from error
    reading = Reading(notes=notes, pictures=body.pictures, engine="markdown")
    part = Part(path=source.path, sha256=source.sha256, format="markdown", reading=reading)
    return Document(
        tuple(body.blocks), tuple(body.tables), (part,), tuple(body.marks), notes=tuple(_notes(tokens))
    )


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
    elif token.type in {"fence", "code_block"}:
        for number, line in enumerate(token.content.splitlines(), _line_of(token) + (token.type == "fence")):
            _append(body, line, kind=BlockKind.PARAGRAPH, line=number)
    elif token.type == "html_block":
        _add_html(token, body)
    return at + 1


def _line_of(token: Token) -> int:
    """The line of the file that a token begins in, from 1."""
    return token.map[0] + 1 if token.map else 1


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
    words = words_of(inline)
    label, rest = split_label(tidy(words.text), heading=True)
    _append(body, rest, words, kind=BlockKind.HEADING, label=label, level=level, line=_line_of(inline))


def _add_note(inline: Token, number: int, paragraph: int, body: _Body) -> None:
    """A footnote behind the body, with the paragraph that it is referred from."""
    words = words_of(inline)
    text = tidy(_REFERENCE.sub("", words.text))
    if text:
        body.blocks.append(Block(len(body.blocks), BlockKind.NOTE, text, paragraph, label=str(number), look=words.look))


def _add_html(token: Token, body: _Body) -> None:
    """What a block of HTML shows."""
    line = _line_of(token)
    for part in parts_of(token.content):
        rows: list[tuple[Cell, ...]] = []
        index = len(body.tables)
        for piece in part:
            if isinstance(piece, str):
                _append(body, piece, kind=BlockKind.PARAGRAPH, line=line)
                continue
            cells: list[Cell] = []
            for heads, lines in piece:
                first = len(body.blocks)
                place = CellPlace(index, len(rows), len(cells))
                for words in lines:
                    _append(body, words, kind=BlockKind.PARAGRAPH, look=Look(bold=heads), cell=place, line=line)
                cells.append(Cell(len(rows), len(cells), tuple(range(first, len(body.blocks)))))
            rows.append(tuple(cells))
        if rows:
            body.tables.append(Table(index, tuple(rows)))


def _add_paragraph(inline: Token, body: _Body) -> None:
    words = words_of(inline)
    line = _line_of(inline)
    text = words.text
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
        _append(body, text, words, kind=kind, label=label, indent=len(body.lists) - 1, look=words.look, line=line)
        return
    label, rest = split_label(text)
    kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
    _append(body, rest, words, kind=kind, label=label, look=words.look, line=line)


def _read_table(tokens: list[Token], at: int, body: _Body) -> int:
    """Read a table to its end; an empty header row (a table without one) is left out."""
    index = len(body.tables)
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    line = 1
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_open":
            cells = []
            line = _line_of(token)
        elif token.type == "inline":
            place = CellPlace(index, len(rows), len(cells))
            first = len(body.blocks)
            words = words_of(token)
            look = words.look
            if tokens[at - 1].type == "th_open":
                look = Look(bold=bool(words.text.strip()), italic=look.italic)
            for number, text in enumerate(BREAK.split(words.text)):
                label, rest = split_label(tidy(text)) if cells else ("", text)
                kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
                more = None if number else words
                _append(body, rest, more, kind=kind, label=label, look=look, cell=place, line=line)
            cells.append(Cell(len(rows), len(cells), tuple(range(first, len(body.blocks)))))
        elif token.type == "tr_close" and (rows or any(cell.blocks for cell in cells)):
            rows.append(tuple(cells))
        at += 1
    body.tables.append(Table(index, tuple(rows)))
    return at + 1


def _append(body: _Body, text: str, words: Words | None = None, **known: Unpack[_Known]) -> None:
    """Add a block; nothing is added for a paragraph of no words and no picture. `words` tells what stands among them."""
    at = len(body.blocks)

    def noted(reference: re.Match[str]) -> str:
        if reference[1] not in body.defined:
            return reference[0]
        body.noted.setdefault(reference[1], at + 1)
        return ""

    told = tidy(BREAK.sub(" ", _REFERENCE.sub(noted, text)))
    pictures = words.pictures if words else 0
    body.pictures += pictures
    if told or pictures:
        body.blocks.append(Block(index=at, paragraph=at + 1, text=told, pictures=pictures, **known))
    if words and words.struck.strip():
        body.marks.append(Mark(MarkKind.DELETION, tidy(words.struck), block=len(body.blocks) - 1 if body.blocks else None))
