"""A whole sample reads the same whatever drafting, wrapping and hidden text it is put through."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import markers as m
import pytest
from lxml import etree

from cpraudit.document.model import Document
from cpraudit.readers.opening import Source
from cpraudit.readers.word import read

SAMPLE = (Path(__file__).parents[2] / "samples" / "good-report.docx").read_bytes()
MAIN = "word/document.xml"
W = f"{{{m.W}}}"


def element(markup: str) -> etree._Element:
    return etree.fromstring(m.part("x", markup).encode())[0]


def wrap(found: list[etree._Element], markup: str, inner: str = "") -> None:
    """Put each element into a wrapper, or into the element of that name within it."""
    for each in found:
        wrapper = element(markup)
        each.addprevious(wrapper)
        (wrapper.find(f".//{W}{inner}") if inner else wrapper).append(each)


def runs(root: etree._Element) -> list[etree._Element]:
    return [run for paragraph in root.iter(f"{W}p") for run in paragraph.findall(f"{W}r")]


def letter_by_letter(root: etree._Element) -> None:
    for run in runs(root):
        texts = run.findall(f"{W}t")
        if len(texts) == 1 and not run.findall(f"{W}tab") and not run.findall(f"{W}br"):
            for letter in texts[0].text or "":
                piece = deepcopy(run)
                piece.find(f"{W}t").text = letter
                run.addprevious(piece)
            run.getparent().remove(run)


def before_each(root: etree._Element, markup: str) -> None:
    for paragraph in list(root.find(f"{W}body").findall(f"{W}p")):
        paragraph.addprevious(element(markup))


def at_each_end(root: etree._Element, markup: str) -> None:
    for paragraph in list(root.iter(f"{W}p")):
        paragraph.append(element(markup))


def without_sections(root: etree._Element) -> None:
    for section in list(root.iter(f"{W}sectPr")):
        section.getparent().remove(section)


GONE = m.para(m.deleted("Recommendation 9: do nothing."), f"<w:rPr><w:del {m.WHO}/></w:rPr>")
DISGUISES: dict[str, Callable[[etree._Element], None]] = {
    "all inserted": lambda root: wrap(runs(root), f"<w:ins {m.WHO}/>"),
    "all moved here": lambda root: wrap(runs(root), f"<w:moveTo {m.WHO}/>"),
    "smart tags": lambda root: wrap(runs(root), '<w:smartTag w:element="x"/>'),
    "links": lambda root: wrap(runs(root), '<w:hyperlink r:id="x"/>'),
    "controls about paragraphs and tables": lambda root: wrap(
        [e for e in root.find(f"{W}body") if e.tag in {f"{W}p", f"{W}tbl"}], m.control(""), "sdtContent"
    ),
    "controls about cells": lambda root: wrap(list(root.iter(f"{W}tc")), m.control(""), "sdtContent"),
    "letter by letter": letter_by_letter,
    "deleted words in each paragraph": lambda root: at_each_end(root, m.deleted(" The chair was Mr Nobody.")),
    "deleted paragraphs": lambda root: before_each(root, GONE),
    "hidden words in each paragraph": lambda root: at_each_end(root, m.run(" aged 99", "<w:vanish/>")),
    "empty paragraphs": lambda root: before_each(root, m.para()),
    "no sections": without_sections,
}


def disguised(change: Callable[[etree._Element], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files[MAIN])
    change(root)
    return m.zipped(files | {MAIN: etree.tostring(root)})


def told(document: Document) -> list[tuple[object, ...]]:
    return [(b.kind, b.label, b.text, b.level, b.indent, b.cell, b.look) for b in document.blocks]


@pytest.mark.parametrize("change", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_sample_reads_the_same(change: Callable[[etree._Element], None]) -> None:
    assert told(read(Source("review.docx", disguised(change)))) == told(read(Source("review.docx", SAMPLE)))
