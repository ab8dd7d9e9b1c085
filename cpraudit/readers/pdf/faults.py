"""What could not be read of a page, and why: pictures of text, letters that stand for nothing, breakage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean

from cpraudit.document.model import Reading
from cpraudit.readers.assembling import counted
from cpraudit.readers.pdf.page import Page
from cpraudit.readers.pdf.scans import is_scan

_FEW_LETTERS = 25
"""A page with fewer letters than this, and thousands of shapes, has its text drawn."""
_JUDGED_FROM = 120
"""Letters from which a page is judged by its language."""
_USUAL = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "was",
        "is",
        "for",
        "that",
        "by",
        "with",
        "on",
        "at",
        "be",
        "as",
        "it",
        "from",
        "this",
        "not",
        "or",
        "had",
        "were",
        "has",
        "are",
        "an",
        "which",
        "who",
        "he",
        "she",
        "they",
        "yr",
        "yn",
        "ar",
        "wedi",
        "oedd",
        "bod",
        "gan",
        "am",
        "mae",
        "ac",
        "i'r",
        "o'r",
        "eu",
        "ei",
        "hi",
        "fe",
        "ni",
        "chi",
        "nid",
        "na",
    ]
)
"""Words that hardly a paragraph of English or Welsh is without."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x80-\x9f\u0100-\u024f\u0370-\u1dff\u2c00-\ufaff]")
_WELSH = frozenset("ŵŷŴŶ")


BROKEN = "it is broken"
_GARBLED = "its letters stand for nothing (the font has no table of characters)"
_CUT = 0.89
"""The share at most of a file whose end is missing, or that is damaged as a whole: how many pages that takes, nobody knows, and no score is given for it."""


def fault_of(page: Page) -> str:
    """Why a page counts as unread: 'it is a picture', ...; empty where it is read."""
    if page.failed:
        return page.failed
    text = " ".join(run.text for run in page.runs)
    letters = sum(map(str.isalnum, text))
    if is_scan(page):
        return "it is a picture"
    if letters - page.running < _FEW_LETTERS and _drawn(page):
        return "its text is drawn as shapes"
    if _garbled(text, letters):
        return _GARBLED
    return ""


def _drawn(page: Page) -> bool:
    return page.shapes > 400


def _garbled(text: str, letters: int) -> bool:
    """Whether the letters of a page make no language."""
    odd = 0 if text.isascii() else sum(c not in _WELSH for c in _ODD.findall(text))
    odd += 5 * text.count("(cid:")
    if odd > 0.15 * max(letters, 1) and odd > 10:
        return True
    if letters < _JUDGED_FROM or not _USUAL.isdisjoint(text.lower().split()):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    vowels = sum(c in "aeiouwyâêîôûŵŷ" for word in words for c in word)
    return vowels < 0.27 * max(sum(map(len, words)), 1)


def is_lost(page: Page) -> bool:
    """Whether a page is broken, or has letters that stand for nothing: another engine may read it."""
    return not page.crowded and fault_of(page) in {BROKEN, _GARBLED}


def reading_of(pages: Sequence[Page], *, cut: bool = False, complete: bool = True) -> Reading:
    """How much of the pages was read, and what was not, one sentence each.

    `cut`: the end of the file is missing; `complete`: the file itself says that it has as many pages as were found.
    """
    faults = {page.number: fault for page in pages if (fault := fault_of(page))}
    by_fault: dict[str, list[int]] = {}
    for number, fault in faults.items():
        by_fault.setdefault(fault, []).append(number)
    told = [f"{_pages(numbers)} could not be read: {fault}." for fault, numbers in by_fault.items()]
    recognised = [page for page in pages if page.recognised]
    if recognised:
        sure = fmean(page.recognised for page in recognised)
        told.append(
            f"{_pages([page.number for page in recognised])}: the words were recognised on a picture (OCR, {sure:.0f} % sure "
            "of itself); some may be others."
        )
    mined = [page.number for page in pages if page.mined]
    if mined:
        told.append(f"{_pages(mined)}: damaged, and read as far as a second engine (pdfminer.six) can.")
    broken = len(mined) == len(pages) and not complete  # pdfium did not find its pages, nor does the file say how many
    if cut:
        told.append("The end of the file is missing, and pages may be missing with it. Copy or download it again.")
    hidden = [page.number for page in pages if page.hidden]
    if hidden:
        told.append(f"{_pages(hidden)}: text that does not show on the page was left out.")
    if comments := sum(len(page.comments) for page in pages):
        told.append(f"{counted(comments, 'comment is', 'comments are')} kept apart from the text.")
    crowded = [page.number for page in pages if page.crowded]
    if crowded:
        told.append(f"{_pages(crowded)}: too much is drawn there; only the words were read, without tables or columns.")
    share = round(1 - len(faults) / len(pages), 4) if pages else 1.0
    engines = ["pdfium"] * (len(mined) < len(pages)) + ["pdfminer.six"] * bool(mined) + ["tesseract"] * bool(recognised)
    return Reading(
        share=min(share, _CUT) if cut or broken else share,
        notes=tuple(told),
        unread_pages=tuple(faults),
        recognised_pages=tuple(page.number for page in recognised),
        pictures=sum(len(page.pictures) for page in pages),
        engine=", ".join(engines),
    )


def _pages(numbers: Sequence[int]) -> str:
    """'Page 4', 'Pages 4, 6 to 9 and 12'."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    told = [str(s[0]) if len(s) == 1 else f"{s[0]} and {s[1]}" if len(s) == 2 else f"{s[0]} to {s[-1]}" for s in spans]
    named = told[0] if len(told) == 1 else ", ".join(told[:-1]) + " and " + told[-1]
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {named}"
