"""What lies on a page of a PDF and is not drawn with it: comments, and the fields of a form with what was filled in."""

from __future__ import annotations

import ctypes
from typing import Any

from cpraudit.readers.pdf.matrix import Matrix
from cpraudit.readers.pdf.page import Box, Comment, Page, Run

_MOST = 2_000
"""Annotations of one page."""
_MOST_LETTERS = 20_000
_SIZE = 11.0
"""Font size in points, at most, that words of a field are taken to have; a field says it in a language of its own."""
_LEADING = 1.2
_TYPED = "FreeTextTypeWriter"
"""What a PDF program calls words that somebody typed on to a page, where other free text is a comment."""


def take_annotations(page: Page, raw: Any, form: Any, shown: Matrix) -> None:
    """Put the comments on a page apart, and what its fields show among its runs; a signed field is a picture.

    `form` is pdfium's environment for the fields of the document, where it has any.
    """
    import pypdfium2.raw as c

    kinds = {c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_FREETEXT}
    silent = {c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP}
    hidden = c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW
    for index in range(min(c.FPDFPage_GetAnnotCount(raw), _MOST)):
        annotation = c.FPDFPage_GetAnnot(raw, index)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if c.FPDFAnnot_GetFlags(annotation) & hidden or kind in silent:
            pass
        elif kind == c.FPDF_ANNOT_WIDGET:
            _take_field(page, annotation, form, shown)
        elif kind in kinds and _string(annotation, b"IT") == _TYPED:
            _write(page, _string(annotation, b"Contents"), _place(annotation, shown))
        elif words := _string(annotation, b"Contents"):
            page.comments.append(Comment(words, _string(annotation, b"T")))
        c.FPDFPage_CloseAnnot(annotation)


def _take_field(page: Page, field: Any, form: Any, shown: Matrix) -> None:
    """A field of a form: its own entries, or those of the field that it is a part of, which the form knows."""
    import pypdfium2.raw as c

    sorts = {
        c.FPDF_FORMFIELD_CHECKBOX: "Btn", c.FPDF_FORMFIELD_RADIOBUTTON: "Btn", c.FPDF_FORMFIELD_SIGNATURE: "Sig",
        c.FPDF_FORMFIELD_TEXTFIELD: "Tx", c.FPDF_FORMFIELD_COMBOBOX: "Ch", c.FPDF_FORMFIELD_LISTBOX: "Ch",
    }  # fmt: skip
    sort = sorts.get(c.FPDFAnnot_GetFormFieldType(form, field), "") if form else ""
    sort, place = sort or _string(field, b"FT"), _place(field, shown)
    if sort == "Btn" and (shows := _string(field, b"AS")):  # a button to press has no state
        _write(page, "☐" if shows == "Off" else "☒", place)
    elif sort in {"Tx", "Ch"}:
        _write(page, (_value(form, field) if form else "") or _string(field, b"V"), place)
    elif sort == "Sig" and c.FPDFAnnot_HasKey(field, b"V"):
        page.pictures.append(place)


def _write(page: Page, words: str, place: Box) -> None:
    """Words in a field as runs, a run for each of its lines."""
    lines = [line for line in words.replace("\r", "\n").split("\n") if line.strip()]
    size = min(_SIZE, max(place.height, 1.0) / 1.1)
    first = place.bottom - 0.25 * place.height if len(lines) == 1 and place.height < 2 * _SIZE else place.top + size
    for number, line in enumerate(lines):
        wide = min(place.x1, place.x0 + 0.6 * size * len(line))
        page.runs.append(Run(line, place.x0 + 1.0, max(wide, place.x0 + 2.0), first + _LEADING * size * number, size))


def _place(annotation: Any, shown: Matrix) -> Box:
    import pypdfium2.raw as c

    edges = c.FS_RECTF()
    c.FPDFAnnot_GetRect(annotation, edges)
    return shown.box(edges.left, edges.bottom, edges.right, edges.top)


def _string(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as c

    return _read(lambda buffer, length: c.FPDFAnnot_GetStringValue(annotation, key, buffer, length))


def _value(form: Any, field: Any) -> str:
    import pypdfium2.raw as c

    return _read(lambda buffer, length: c.FPDFAnnot_GetFormFieldValue(form, field, buffer, length))


def _read(give: Any) -> str:
    """A string that pdfium gives into a buffer, when it has told how long that must be."""
    import pypdfium2.raw as c

    length = give(None, 0)
    if not 2 < length <= 2 * _MOST_LETTERS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    give(ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip()
