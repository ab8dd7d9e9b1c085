"""Word documents: paragraphs, headings, lists and tables in reading order (first version)."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import (
    Block,
    BlockKind,
    Cell,
    CellPlace,
    Document,
    Furniture,
    Look,
    Part,
    Reading,
    Table,
)
from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class _State:
    styles: dict[str, tuple[str, int | None, bool]]
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)


def read(source: Source) -> Document:
    """Read a Word document from its bytes."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
        styles = etree.fromstring(archive.read("word/styles.xml"))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise UnreadableError(f"'{source.path}' is not a Word document that can be read. Save it again in Word.") from error
    state = _State(_styles(styles))
    _walk(body, state, None, False)
    furniture = tuple(
        Furniture("header" if "header" in name else "footer", text)
        for name in archive.namelist() if name.startswith(("word/header", "word/footer"))
        for text in [tidy("".join(_text(p) + " " for p in etree.fromstring(archive.read(name)).iter(f"{W}p")))] if text
    )
    part = Part(source.path, source.sha256, "docx", reading=Reading(engine="word"))
    return Document(tuple(state.blocks), tuple(t for t in state.tables if t), (part,), (), furniture)


def _styles(root: etree._Element) -> dict[str, tuple[str, int | None, bool]]:
    found = {}
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name").get(f"{W}val", "").lower()
        level = int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else (1 if name == "title" else None)
        found[style.get(f"{W}styleId")] = (name, level, style.find(f"{W}rPr/{W}b") is not None)
    return found


def _text(p: etree._Element) -> str:
    parts = []
    for node in p.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if any(a.tag in (f"{W}del", f"{W}pPr") for a in node.iterancestors()):
            continue
        parts.append(node.text or "" if node.tag == f"{W}t" else "\t")
    return "".join(parts)


def _walk(parent: etree._Element, state: _State, place: CellPlace | None, shaded: bool) -> list[int]:
    own = []
    for node in parent:
        if node.tag == f"{W}p":
            index = _paragraph(node, state, place, shaded)
            if index is not None:
                own.append(index)
        elif node.tag == f"{W}tbl":
            _table(node, state, place)
        elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            own += _walk(node, state, place, shaded)
    return own


def _paragraph(p: etree._Element, state: _State, place: CellPlace | None, shaded: bool) -> int | None:
    text = tidy(_text(p))
    if not text:
        return None
    ref = p.find(f"{W}pPr/{W}pStyle")
    name, level, style_bold = state.styles.get(ref.get(f"{W}val") if ref is not None else "", ("", None, False))
    runs = [r for r in p.iter(f"{W}r") if tidy("".join(t.text or "" for t in r.iter(f"{W}t")))]
    bold = bool(runs) and all((b := r.find(f"{W}rPr/{W}b")) is not None and b.get(f"{W}val") not in ("0", "false") for r in runs)
    listed = p.find(f"{W}pPr/{W}numPr") is not None or name.startswith("list ")
    label, rest = split_label(text, heading=level is not None)
    kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if listed or label else BlockKind.PARAGRAPH
    if listed and not label:
        label = "•"
    index = len(state.blocks)
    state.blocks.append(
        Block(index, kind, rest, index + 1, label, level, cell=place, look=Look(bold=bold or (style_bold and not level), shaded=shaded))
    )
    return index


def _table(tbl: etree._Element, state: _State, parent: CellPlace | None) -> None:
    number = len(state.tables)
    state.tables.append(None)
    rows = []
    for r, tr in enumerate(tbl.findall(f"{W}tr")):
        cells, column = [], 0
        for tc in tr.findall(f"{W}tc"):
            span = tc.find(f"{W}tcPr/{W}gridSpan")
            width = int(span.get(f"{W}val")) if span is not None else 1
            fill = tc.find(f"{W}tcPr/{W}shd")
            blocks = _walk(tc, state, CellPlace(number, r, column), fill is not None and fill.get(f"{W}fill") not in (None, "auto", "FFFFFF"))
            cells.append(Cell(r, column, tuple(blocks), width))
            column += width
        rows.append(tuple(cells))
    state.tables[number] = Table(number, tuple(rows), parent)
