"""Makes OpenDocument texts from raw markup: one marker word per construct, so that a test can say what was seen."""

from __future__ import annotations

import io
import zipfile

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{BASE}{long}:1.0"'
    for short, long in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "form": "form",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
SPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
STYLES = """
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Boxed" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:text-align="center" fo:background-color="#d9e2f3"/>
  <style:text-properties fo:font-weight="bold" fo:font-size="200%"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Unseen" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Marked" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864"/>
</style:style>
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="◦"/></text:list-style>
<text:outline-style style:name="Outline">
  <text:outline-level-style text:level="1" style:num-format="1"/>
  <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>
"""
INFO = "<office:change-info><dc:creator>A Reviewer</dc:creator><dc:date>2026-03-02T10:00:00</dc:date></office:change-info>"


def odt(text: str, master: str = "", manifest: str = "<manifest/>") -> bytes:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {SPACES}><office:automatic-styles/><office:body><office:text>{text}</office:text>"
            "</office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {SPACES}><office:styles>{STYLES}</office:styles>"
            f"<office:master-styles>{master}</office:master-styles></office:document-styles>"
        ),
        "META-INF/manifest.xml": manifest,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():  # without the time of day, so that the same is the same to the byte
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return stream.getvalue()


CHANGES = (
    f'<text:tracked-changes><text:changed-region text:id="i"><text:insertion>{INFO}</text:insertion></text:changed-region>'
    f'<text:changed-region text:id="d"><text:deletion>{INFO}<text:p>once</text:p><text:p>and </text:p></text:deletion>'
    "</text:changed-region></text:tracked-changes>"
)


def every_construct() -> bytes:
    """One document with a marker for each construct: 'seenNN' where it shows, 'goneNN' where it does not."""

    def cell(content: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{content}</table:table-cell>"

    def para(content: str) -> str:
        return f"<text:p>{content}</text:p>"

    changes = (
        f'<text:tracked-changes><text:changed-region text:id="i"><text:insertion>{INFO}</text:insertion>'
        f'</text:changed-region><text:changed-region text:id="d"><text:deletion>{INFO}{para("gone01")}</text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    wide = cell(para("seen10"), 'table:number-columns-spanned="2"')
    inner = f"<table:table><table:table-row>{cell(para('seen14'))}</table:table-row></table:table>"
    body = "".join([
        changes,
        '<office:forms><form:checkbox form:id="c" form:current-state="checked"/></office:forms>',
        '<text:h text:outline-level="1">seen01</text:h>',
        para('seen02 <text:change text:change-id="d"/><text:change-start text:change-id="i"/>seen03'
             '<text:change-end text:change-id="i"/>'),
        para('<text:span text:style-name="B">seen04</text:span> <text:a xlink:href="https://example.org">seen05</text:a>'),
        para('seen06<text:span text:style-name="Unseen"> gone02</text:span>'),
        f"<text:section>{para('seen07')}</text:section>",
        (f'<text:list text:style-name="L"><text:list-item>{para("seen08")}<text:list><text:list-item>{para("seen09")}'
        "</text:list-item></text:list></text:list-item></text:list>"),
        (f"<table:table><table:table-header-rows><table:table-row>{wide}"
        f"<table:covered-table-cell>{para('gone03')}</table:covered-table-cell></table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell(para('seen11') + para('seen12'))}{cell(para('seen13') + inner)}</table:table-row></table:table>"),
        para(f"seen15<draw:frame><draw:text-box>{para('seen16')}</draw:text-box></draw:frame>"),
        para("seen17<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
             f"{para('seen21')}</text:note-body></text:note>"),
        para(f"seen18<office:annotation><dc:creator>Chair</dc:creator>{para('gone04')}</office:annotation>"),
        para('<draw:control draw:control="c"/> seen19'),
        para('<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>seen20'),
    ])  # fmt: skip
    master = "<style:master-page><style:header><text:p>DRAFT header</text:p></style:header></style:master-page>"
    return odt(body, master)
