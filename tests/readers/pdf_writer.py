"""A tiny writer of PDF files for tests: what is drawn is what is said, with no layout of its own."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

FONTS = {
    "regular": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    "bold": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding",
    "boxes": "/Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats",
}
NAMES = {name: f"F{k}" for k, name in enumerate(FONTS)}


PROSE = """
The panel met on five occasions between March and October and considered
the records of each agency that had worked with the family. The reviewers
spoke to the practitioners who had known the child best.
"""
MORE = """
The health visitor had seen the child at home on two occasions that spring
and recorded that the house was warm and that there was food in it. No one
asked who else was living there.
"""


def joined(lines: str) -> str:
    """The lines as one paragraph."""
    return " ".join(lines.split())


def literal(text: str) -> bytes:
    """A PDF string."""
    raw = text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        raw = raw.replace(sign, b"\\" + sign)
    return b"(" + raw + b")"


@dataclass
class Sheet:
    """One page, 595 by 842 points; y counts from the top, as a reader sees it."""

    tags: list[str] = field(default_factory=list, kw_only=True)
    """What the structure tree calls each stretch that was drawn by `tagged`."""

    width: int = 595
    height: int = 842
    turned: int = 0
    drawn: list[bytes] = field(default_factory=list)
    pictures: int = 0
    annotations: list[str] = field(default_factory=list)

    def annotated(self, kind: str, x0: float, y0: float, x1: float, y1: float, more: str) -> Sheet:
        """An annotation over an area; `more` are its other entries."""
        place = f"{x0} {self.height - y1} {x1} {self.height - y0}"
        self.annotations.append(f"<< /Type /Annot /Subtype /{kind} /Rect [{place}] /F 4 {more} >>")
        return self

    def text(self, x: float, y: float, words: str, size: float = 11, font: str = "regular") -> Sheet:
        """Words on a base line."""
        head = f"BT /{NAMES[font]} {size} Tf 1 0 0 1 {x} {self.height - y} Tm ".encode()
        self.drawn.append(head + literal(words) + b" Tj ET")
        return self

    def lines(self, x: float, y: float, lines: str, size: float = 11, step: float = 14, font: str = "regular") -> float:
        """Several lines; gives the base line after the last."""
        for words in lines.strip().splitlines():
            if words.strip():
                self.text(x, y, words.strip(), size, font)
            y += step
        return y

    def tagged(self, role: str, x: float, y: float, words: str, size: float = 11) -> Sheet:
        """Words on a base line that the structure tree calls a heading ('H1'), a paragraph ('P') and so on."""
        self.drawn.append(f"/{role} << /MCID {len(self.tags)} >> BDC".encode())
        self.tags.append(role)
        self.text(x, y, words, size)
        self.drawn.append(b"EMC")
        return self

    def askew(self, words: str) -> Sheet:
        """A watermark across the page."""
        self.drawn.append(b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm " + literal(words) + b" Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A stroked line."""
        self.drawn.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S".encode())
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A stroked rectangle."""
        self.drawn.append(f"0.5 w {x0} {self.height - y1} {x1 - x0} {y1 - y0} re S".encode())
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A grey area."""
        self.drawn.append(f"q 0.85 g {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f Q".encode())
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """The ruling lines of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A small image stretched over an area."""
        self.drawn.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1} cm /Im0 Do Q".encode())
        self.pictures += 1
        return self


def pdf(
    *sheets: Sheet, fonts: dict[str, str] | None = None, trailer: str = "", extra: tuple[bytes, ...] = (),
    picture_of: tuple[int, int, bytes] = (4, 4, bytes([200] * 16)),
) -> bytes:  # fmt: skip
    """A whole file. `extra` are objects of one's own, numbered on from the last; `picture_of` is what every picture shows."""
    fonts = FONTS | (fonts or {})
    first_font, picture = 3, 3 + len(fonts)
    first_page = picture + 1
    tree = first_page + 2 * len(sheets) + len(extra)
    marked = f" /MarkInfo << /Marked true >> /StructTreeRoot {tree} 0 R" if any(sheet.tags for sheet in sheets) else ""
    fields = any("/FT" in annotation for sheet in sheets for annotation in sheet.annotations)
    form = " /AcroForm << /Fields [] >>" if fields else ""
    bodies: list[bytes] = [f"<< /Type /Catalog /Pages 2 0 R{marked}{form} >>".encode()]
    kids = " ".join(f"{first_page + 2 * k} 0 R" for k in range(len(sheets)))
    bodies.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode())
    bodies += [f"<< {body} >>".encode() for body in fonts.values()]
    across, down, grey = picture_of
    dots = zlib.compress(grey)
    bodies.append(
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (across, down, len(dots), dots)
    )
    resources = " ".join(f"/F{k} {first_font + k} 0 R" for k in range(len(fonts)))
    for k, sheet in enumerate(sheets):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.turned} /StructParents {k} "
            f"/Annots [{' '.join(sheet.annotations)}] "
            f"/Resources << /Font << {resources} >> /XObject << /Im0 {picture} 0 R >> >> "
            f"/Contents {first_page + 2 * k + 1} 0 R >>".encode()
        )
        content = zlib.compress(b"\n".join(sheet.drawn))
        bodies.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    bodies += extra
    if marked:
        bodies += _structure(sheets, tree, first_page)
    return assemble(bodies, trailer)


def scanned(*sheets: Sheet, seen: Sheet) -> bytes:
    """A file in which every picture shows a page as a scanner would see it, at 200 dots an inch."""
    from cpraudit.readers.pdf.pdfium import Engine

    with Engine(pdf(seen), float("inf")) as engine:
        picture = engine.picture(0, 200 / 72)
    assert picture is not None
    return pdf(*sheets, picture_of=(picture.width, picture.height, picture.grey))


def _structure(sheets: tuple[Sheet, ...], tree: int, first_page: int) -> list[bytes]:
    """The structure tree: its root, which holds the list of each page's elements, and the elements."""
    elements: list[bytes] = []
    pages = []
    for k, sheet in enumerate(sheets):
        own = []
        for number, role in enumerate(sheet.tags):
            own.append(f"{tree + 1 + len(elements)} 0 R")
            elements.append(
                f"<< /Type /StructElem /S /{role} /P {tree} 0 R /Pg {first_page + 2 * k} 0 R /K {number} >>".encode()
            )
        pages.append(f"{k} [{' '.join(own)}]")
    kids = " ".join(f"{tree + 1 + k} 0 R" for k in range(len(elements)))
    root = f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree << /Nums [{' '.join(pages)}] >> >>"
    return [root.encode(), *elements]


def assemble(bodies: list[bytes], trailer: str = "") -> bytes:
    """Objects numbered from 1, with the table of where they stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for k, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (k, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def every_construct() -> bytes:
    """A file with each thing that a page may hold: tags, columns, a table, a box, a list, a note, a scan, a watermark."""
    tagged = Sheet().tagged("H1", 72, 80, "Circumstances", 11)
    for k, words in enumerate(PROSE.strip().splitlines()):
        tagged.tagged("P", 72, 110 + 14 * k, words)
    tagged.text(80, 170, "•").text(98, 170, "Records were kept well.").text(72, 190, "2.1").text(100, 190, "The panel met.")
    drawn = Sheet().askew("DRAFT")
    drawn.lines(72, 60, MORE)
    drawn.grid([72, 220, 500], [120, 140, 172]).shade(72, 120, 500, 140)
    drawn.text(78, 134, "Agency", 10, "bold").text(226, 134, "Role", 10, "bold").text(78, 156, "School", 10)
    drawn.text(226, 156, "o", 10, "boxes").text(240, 156, "seen", 10).box(72, 200, 500, 240).text(78, 220, "Boxed words.")
    for k, words in enumerate(MORE.strip().splitlines()):
        drawn.text(72, 300 + 14 * k, words[:32]).text(320, 300 + 14 * k, words[32:])
    drawn.rule(72, 750, 216, 750).text(72, 762, "1", 5.5).text(78, 765, "A note of an invented study, 2019.", 8.5)
    sheets = [tagged, drawn, Sheet().picture(0, 0, 595, 842), Sheet(turned=90)]
    sheets[-1].lines(72, 100, PROSE)
    for number, sheet in enumerate(sheets, 1):
        sheet.text(280, 820, f"Page {number} of {len(sheets)}")
    return pdf(*sheets)
