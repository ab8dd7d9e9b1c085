"""Writes the recommended form as a Word file to start a draft from.

What is to be filled in stands in content controls that show guidance until somebody writes there; so a field that was
filled in leaves nothing behind, and one that was not is known for what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpraudit.errors import CprauditError
from cpraudit.form.content import FormType, Grid, Listing, Piece, Statement, Words, load
from cpraudit.form.controls import Controls

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_WIDTHS = {
    ("No", "Recommendation", "Agency", "Strategic", "Operational"): (1.0, 7.6, 3.4, 2.1, 2.4),
    ("Agencies", "Yes", "No", "Reason"): (5.0, 1.6, 1.6, 8.2),
    ("Date", "Event", "Agency response"): (3.0, 6.7, 6.7),
    ("Scope", "Details"): (4.6, 11.8),
    ("Signed by", "Signature", "Name (Print)", "Date"): (4.0, 5.2, 4.4, 2.8),
}
"""Centimetres of the columns by the header; alike where a table is not named."""
_WIDE = 16.4
"""Centimetres of a whole table."""
_SIGNATURES = "Signatures"
_SHORT = 6
"""Rows up to which a table is kept on one page."""


def write_form(kind: FormType, target: Path) -> None:
    """Write the form for a type of review. Raises CprauditError where the file is there already or cannot be written."""
    if target.suffix.lower() != ".docx":
        raise CprauditError(f"The form is a Word file: give it a name that ends in .docx, not '{target.name}'.")
    if target.exists():
        raise CprauditError(f"'{target}' exists already, and is not written over. Give the new draft another name.")
    made = _made(kind)
    try:
        made.save(str(target))
    except OSError as error:
        raise CprauditError(f"'{target}' could not be written: {error.strerror}. Check the folder.") from error


def _made(kind: FormType) -> WordDocument:
    import docx

    from cpraudit.form.styles import dress

    content = load(kind)
    document = docx.Document()
    dress(document)
    properties = document.core_properties
    properties.title = f"{content.title}: {content.subtitle}"
    properties.author, properties.comments, properties.language = "", "", "en-GB"
    writer = _Writer(document)
    document.add_paragraph(content.title, style="Title")
    document.add_paragraph(content.subtitle, style="Subtitle")
    for part in content.parts:
        if part.heading:
            document.add_heading(part.heading, part.level)
        for piece in part.pieces:
            writer.write(piece, part.heading or content.title)
    writer.number_pages()
    return document


class _Writer:
    """Writes pieces of the form at the end of a document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._controls = Controls()

    def write(self, piece: Piece, heading: str) -> None:
        """Write one piece, under a heading that names its fields."""
        if isinstance(piece, Words):
            self._controls.fill(self._document.add_paragraph()._p, piece.text, heading)
        elif isinstance(piece, Listing):
            for number, line in enumerate(piece.lines, 1):
                self._document.add_paragraph(f"{number}. {line}")
        elif isinstance(piece, Grid):
            self._table(piece.header, piece.rows, piece.title)
        else:
            self._statement(piece)

    def _table(self, header: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Cm

        from cpraudit.form.styles import TABLE_HEADING, TABLE_TEXT

        table = self._document.add_table(rows=0, cols=len(header), style="Table Grid")
        table.autofit = False
        described = table._tbl.tblPr.makeelement(qn("w:tblCaption"), {qn("w:val"): title})
        table._tbl.tblPr.append(described)
        widths = _WIDTHS.get(tuple(header), (_WIDE / len(header),) * len(header))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for number, texts in enumerate([header, *rows]):
            row = table.add_row()
            _keep_whole(row, heads=number == 0)
            if title == _SIGNATURES and number:
                row.height = Cm(1.4)
            for at, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
                cell.width = Cm(width)
                paragraph = cell.paragraphs[0]
                paragraph.style = TABLE_HEADING if number == 0 or _labels(at, texts) else TABLE_TEXT
                paragraph.paragraph_format.keep_with_next = number < len(rows) <= _SHORT
                name = f"{header[at]} {number}" if _labels(0, texts) is False else f"{texts[0]}: {header[at]}"
                self._controls.fill(paragraph._p, text, name)
                if number == 0:
                    _shade(cell)
        self._document.add_paragraph()

    def _statement(self, statement: Statement) -> None:
        """The reviewers' statements side by side, then who signs, a row each."""
        from docx.shared import Cm

        from cpraudit.form.styles import TABLE_HEADING, TABLE_TEXT

        table = self._document.add_table(rows=2, cols=len(statement.reviewers), style="Table Grid")
        table.autofit = False
        _keep_whole(table.rows[0], heads=True)
        for column, reviewer in enumerate(statement.reviewers):
            head, cell = table.cell(0, column), table.cell(1, column)
            head.width = cell.width = Cm(_WIDE / len(statement.reviewers))
            head.paragraphs[0].style = TABLE_HEADING
            head.paragraphs[0].add_run(reviewer)
            _shade(head)
            cell.paragraphs[0].style = TABLE_HEADING
            cell.paragraphs[0].add_run(statement.headings[0])
            for text, style in (
                *((heading, TABLE_HEADING) for heading in statement.headings[1:]),
                (statement.stem, TABLE_TEXT),
                *((limb, "List Bullet") for limb in statement.limbs),
            ):
                cell.add_paragraph(text, style=style)
        self._document.add_paragraph()
        header = ("Signed by", "Signature", "Name (Print)", "Date")
        fields = ("[[Sign here]]", "[[Name in capitals]]", "[[Date]]")
        self._table(header, [(signer, *fields) for signer in (*statement.reviewers, statement.chair)], _SIGNATURES)

    def number_pages(self) -> None:
        """Number the pages at their foot."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.add_run("Page ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")


def _labels(column: int, texts: Sequence[str]) -> bool:
    """Whether a cell names its row."""
    return column == 0 and bool(texts[0]) and "[[" not in texts[0] and "☐" not in texts[0]


def _keep_whole(row: Any, *, heads: bool) -> None:
    """Let a row stand on one page, and a header row on every page that its table runs over."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:cantSplit"), {}))
    if heads:
        properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def _shade(cell: Any) -> None:
    from docx.oxml.ns import qn

    from cpraudit.form.styles import SHADE

    properties = cell._tc.get_or_add_tcPr()
    told = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): SHADE}
    properties.append(properties.makeelement(qn("w:shd"), told))


def _field(paragraph: Any, instruction: str) -> None:
    from docx.oxml.ns import qn

    field = paragraph._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): instruction})
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)
