"""Build the sample reviews from their Markdown: a Word report, a Word draft in the boxed form, and a published PDF.

Run `make samples`. The dates inside the files are fixed, so that building twice gives the same bytes.
"""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
FIXED = datetime(2024, 1, 19, 12, 0, 0)  # noqa: DTZ001  Word stores no zone

Run = tuple[str, bool, bool]
"""Text, bold, italic."""


def parse(name: str) -> list[tuple[str, Any]]:
    """The parts of a sample: ('heading', (level, runs)), ('paragraph', runs), ('list', (ordered, [runs])), ('table', rows)."""
    tokens = MarkdownIt("commonmark").enable("table").parse((HERE / name).read_text(encoding="utf-8"))
    parts: list[tuple[str, Any]] = []
    rows: list[list[list[Run]]] = []
    entries: list[list[Run]] | None = None
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            parts.append(("heading", (int(token.tag[1]), _runs(tokens[number + 1]))))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            entries = []
            parts.append(("list", (token.type == "ordered_list_open", entries)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            entries = None
        elif token.type == "paragraph_open":
            runs = _runs(tokens[number + 1])
            if entries is None:
                parts.append(("paragraph", runs))
            else:
                entries.append(runs)
        elif token.type == "table_open":
            rows = []
            parts.append(("table", rows))
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_runs(tokens[number + 1]))
    return parts


def _runs(inline: Token) -> list[Run]:
    runs: list[Run] = []
    bold = italic = False
    for child in inline.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):
            italic = child.type == "em_open"
        elif child.content:
            runs.append((child.content, bold, italic))
        elif child.type == "softbreak":
            runs.append((" ", bold, italic))
    return runs


def _write_runs(paragraph: Any, runs: list[Run], bold: bool = False) -> None:
    for text, is_bold, is_italic in runs:
        run = paragraph.add_run(text)
        run.bold = True if (is_bold or bold) else None
        run.italic = True if is_italic else None


def _write_part(parent: Any, kind: str, part: Any, heading_bold: bool = False) -> None:
    if kind == "heading":
        level, runs = part
        paragraph = parent.add_paragraph(style=None if heading_bold else f"Heading {level}")
        _write_runs(paragraph, runs, bold=heading_bold)
    elif kind == "paragraph":
        _write_runs(parent.add_paragraph(), part)
    elif kind == "list":
        ordered, entries = part
        for runs in entries:
            _write_runs(parent.add_paragraph(style="List Number" if ordered else "List Bullet"), runs)
    else:
        table = parent.add_table(rows=len(part), cols=max(len(row) for row in part))
        table.style = "Table Grid"
        for row, cells in zip(table.rows, part, strict=True):
            for cell, runs in zip(row.cells, cells, strict=False):
                _write_runs(cell.paragraphs[0], runs, bold=row is table.rows[0])


def word_report(source: str, target: str) -> None:
    """A report with heading styles."""
    document = docx.Document()
    for kind, part in parse(source):
        _write_part(document, kind, part)
    _save(document, target)


def word_boxed(source: str, target: str, marks: bool) -> None:
    """A draft in the boxed form: each section a one-column bordered table with a shaded first row."""
    document = docx.Document()
    cell = None
    for kind, part in parse(source):
        if kind == "heading":
            table = document.add_table(rows=2, cols=1)
            table.style = "Table Grid"
            document.add_paragraph()
            _write_runs(table.rows[0].cells[0].paragraphs[0], part[1], bold=True)
            _shade(table.rows[0].cells[0])
            cell = table.rows[1].cells[0]
        elif kind == "table":
            inner = cell.add_table(rows=len(part), cols=max(len(row) for row in part))
            inner.style = "Table Grid"
            for row, cells in zip(inner.rows, part, strict=True):
                for place, runs in zip(row.cells, cells, strict=False):
                    _write_runs(place.paragraphs[0], runs)
            cell.add_paragraph()
        else:
            _write_part(cell, kind, part)
    if marks:
        document.sections[0].footer.paragraphs[0].text = "DRAFT v3 for Panel comment"
        _track_an_insertion(document)
    _save(document, target)


def _shade(cell: Any) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), "D9E2F3")
    cell._tc.get_or_add_tcPr().append(shading)


def _track_an_insertion(document: Any) -> None:
    paragraph = document.tables[2].rows[1].cells[0].paragraphs[-1]
    inserted = OxmlElement("w:ins")
    for name, value in (("id", "1"), ("author", "Panel member"), ("date", "2019-11-02T10:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " The panel asked for more detail here."
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    inserted.append(run)
    paragraph._p.append(inserted)


def _save(document: Any, target: str) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Ynys Afallon (invented)"
    properties.title = ""
    properties.created = properties.modified = FIXED
    path = HERE / target
    document.save(str(path))
    _with_fixed_times(path)


def _with_fixed_times(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, FIXED.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


def pdf(source: str, target: str, header: str) -> None:
    """A published report as a PDF with a running header and page numbers."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("prose", parent=styles["BodyText"], fontName="Helvetica", fontSize=10.5, leading=14)
    story: list[Any] = []
    for kind, part in parse(source):
        if kind == "heading":
            story.append(Paragraph(_marked(part[1]), styles[f"Heading{part[0]}"]))
        elif kind == "paragraph":
            story += [Paragraph(_marked(part), body), Spacer(1, 4)]
        elif kind == "list":
            ordered, entries = part
            lines = [ListItem(Paragraph(_marked(runs), body)) for runs in entries]
            story.append(ListFlowable(lines, bulletType="1" if ordered else "bullet", bulletFormat="%s." if ordered else None))
        else:
            rows = [[Paragraph(_marked(runs), body) for runs in row] for row in part]
            table = Table(rows, repeatRows=1)
            table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
            story += [table, Spacer(1, 8)]

    def furniture(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(2.5 * cm, A4[1] - 1.5 * cm, header)
        canvas.drawCentredString(A4[0] / 2, 1.2 * cm, f"Page {document.page}")

    document = SimpleDocTemplate(
        str(HERE / target), pagesize=A4, leftMargin=2.5 * cm, rightMargin=2.5 * cm, topMargin=2.5 * cm,
        bottomMargin=2.2 * cm, title="", author="Ynys Afallon (invented)", invariant=1,
    )  # fmt: skip
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)


def _marked(runs: list[Run]) -> str:
    parts = []
    for text, bold, italic in runs:
        words = text.replace("&", "&amp;").replace("<", "&lt;").replace("✓", "Yes").replace("☐", "[ ]")
        words = f"<b>{words}</b>" if bold else words
        parts.append(f"<i>{words}</i>" if italic else words)
    return "".join(parts)


AUDITED = ("weak-draft.docx", "good-report.docx", "published.pdf")


def audits() -> dict[str, str]:
    """The audit of each sample as Markdown, by the name of its page under `audits/`."""
    from cpraudit.auditing import audit
    from cpraudit.reports.markdown import as_markdown

    return {f"{Path(name).stem}.md": as_markdown([audit(HERE / name)]) for name in AUDITED}


def main() -> None:
    """Build the three, and audit them."""
    word_report("good-report.md", "good-report.docx")
    word_boxed("weak-draft.md", "weak-draft.docx", marks=True)
    pdf("published.md", "published.pdf", "Concise Child Practice Review: YASCB 7/2017")
    (HERE / "audits").mkdir(exist_ok=True)
    for name, text in audits().items():
        (HERE / "audits" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
