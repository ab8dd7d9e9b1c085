"""Makes Word files from raw markup: one marker word per construct, so that a test can say what was seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
WHO = 'w:id="9" w:author="A Reviewer" w:date="2026-03-02T10:00:00Z"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
"""Bare types: who reads must not depend on them."""
KINDS = ("styles", "numbering", "comments", "footnotes", "endnotes", "settings")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str = "", properties: str = "") -> str:
    """A paragraph of runs; plain words become one run."""
    inner = content if "<" in content or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, content: str) -> str:
    return para(content, f'<w:pStyle w:val="{style}"/>')


def listed(number: int, depth: int, content: str) -> str:
    return para(content, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if '<' in content else para(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{content}</w:{root}>'


def relations(*rows: tuple[str, str, str]) -> str:
    """Relations as (id, kind, target); a target with '://' is external."""
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"'
            + (' TargetMode="External"/>' if "://" in target else "/>")
            for id_, kind, target in rows
        )
        + "</Relationships>"
    )


def parts(
    body: str,
    *,
    section: str = "<w:sectPr/>",
    related: tuple[tuple[str, str, str], ...] = (),
    extra: Mapping[str, str | bytes] | None = None,
    **contents: str,
) -> dict[str, str | bytes]:
    """The parts of a Word file: the body, any of KINDS by its content, and others by name."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            *((f"rk{kind}", kind, f"{kind}.xml") for kind in contents), *related
        ),
    }
    for kind, content in contents.items():
        assert kind in KINDS
        found[f"word/{kind}.xml"] = part(kind, content)
    return found | dict(extra or {})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # without the time of day
    return stream.getvalue()


def word_file(body: str, **more: object) -> bytes:
    return zipped(parts(body, **more))  # type: ignore[arg-type]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="BoardHeading"><w:name w:val="Board Heading"/><w:basedOn w:val="Heading1"/>
  <w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered heading"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Heading1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:tblStylePr w:type="firstRow">
  <w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
"""


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}'
    f'{level(2, "lowerRoman", "(%3)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "Recommendation %1")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "–")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def box(content: str) -> str:
    """A text box as Word writes it: a drawing, and the same again for old readers."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{held}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def old_box(content: str) -> str:
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></w:r>"


def picture(across: float = 90, down: float = 30, more: str = "") -> str:
    """A picture of so many points; `more` are attributes of its place."""
    extent = f"<wp:extent cx='{across * 12_700:.0f}' cy='{down * 12_700:.0f}'/>"
    return (
        f"<w:r><w:drawing><wp:inline {more}>{extent}<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='rIdPic'/>"
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tick(ticked: bool, sign: str = "☐") -> str:
    return control(run(sign), f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>')


def old_tick(ticked: bool) -> str:
    state = '<w:checked w:val="1"/>' if ticked else '<w:default w:val="0"/>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inserted(content: str) -> str:
    return f"<w:ins {WHO}>{content}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def every_construct() -> bytes:
    """One document with a marker for each construct: 'seenNN' where it shows, 'goneNN' where it does not."""
    body = "".join([
        para("seen01"),
        para(run("seen02 ") + inserted(run("seen03")) + deleted(" gone01")),
        para(inserted(run("seen04")), f"<w:rPr><w:ins {WHO}/></w:rPr>"),
        para(f"<w:moveTo {WHO}>{run('seen05')}</w:moveTo>"),
        para(f"<w:moveFrom {WHO}>{run('gone02')}</w:moveFrom>"),
        para(deleted("gone03"), f"<w:rPr><w:del {WHO}/></w:rPr>"),
        para(control(run("seen06"))),
        control(para("seen07")),
        para(f"<w:smartTag>{run('seen08')}</w:smartTag>"),
        f"<w:customXml>{para('seen09')}</w:customXml>",
        para(f'<w:fldSimple w:instr="REF gone04">{run("seen10")}</w:fldSimple>'),
        para(field(" PAGEREF gone05 ", "seen11")),
        para(f'<w:hyperlink r:id="x">{run("seen12")}</w:hyperlink>'),
        para(run("seen13") + box(para("seen14") + para("seen15"))),
        para(run("seen16") + old_box(para("seen17"))),
        para(run("seen18", "") + run("gone06", "<w:vanish/>") + run("gone07", '<w:rStyle w:val="Secret"/>')),
        styled("Unseen", "gone08"),
        table(
            row(cell("seen19"), cell("seen20", '<w:gridSpan w:val="2"/>')),
            row(cell("seen21", '<w:vMerge w:val="restart"/>'), cell("seen22"), cell("seen23")),
            row(
                cell(para(), "<w:vMerge/>"),
                control(cell("seen24")),
                cell(table(row(cell("seen25"))) + para("seen26")),
            ),
            row(cell("gone09"), cell("gone10"), properties=f"<w:del {WHO}/>"),
            control(row(cell("seen27"))),
        ),
        para(run("seen28") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'),
        para(inserted(deleted("gone11")) + run("seen29")),
        para("<m:oMath><m:r><m:t>seen30</m:t></m:r></m:oMath>"),
        para(f"<w:bdo w:val='ltr'>{run('seen31')}</w:bdo><w:dir>{run(' seen32')}</w:dir>"),
        para(
            f"<w:r><w:ruby><w:rt>{run('gone12')}</w:rt><w:rubyBase>{run('seen33')}</w:rubyBase></w:ruby></w:r>"
        ),
        para(run("s", "") + "", '<w:framePr w:dropCap="drop"/>') + para("een34"),
        '<w:commentRangeStart w:id="0"/>' + para(run("seen35") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        '<w:altChunk r:id="chunk"/>',
    ])  # fmt: skip
    notes = [
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>',
        f'<w:footnote w:id="2">{para("seen37")}</w:footnote>',
        f'<w:footnote w:id="7">{para("gone13")}</w:footnote>',
    ]
    references = ("header", "default", "h1"), ("header", "first", "h2")
    section = "".join(f'<w:{kind}Reference w:type="{pages}" r:id="{id_}"/>' for kind, pages, id_ in references)
    return word_file(
        body,
        section=f"<w:sectPr>{section}</w:sectPr>",
        styles=STYLES,
        numbering=NUMBERING,
        footnotes="".join(notes),
        endnotes=f'<w:endnote w:id="3">{para("seen38")}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="Chair" w:date="2026-02-01T09:00:00Z">{para("gone14")}</w:comment>',
        related=(("chunk", "aFChunk", "afchunk.htm"), ("h1", "header", "header1.xml"), ("h2", "header", "header2.xml")),
        extra={
            "word/afchunk.htm": "<html><head><title>gone15</title></head><body><p>seen<b>36</b></p></body></html>",
            "word/header1.xml": part("hdr", para("DRAFT header")),
            "word/header2.xml": part("hdr", para("not shown")),
        },
    )
