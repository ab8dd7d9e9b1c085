"""The anonymous case identifier: a board's code with number and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.agencies import boards
from cpraudit.facts.agencies.local_names import LocalBoards
from cpraudit.facts.found import Fact
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_CODE = r"(?P<code>[A-Z]{1,2} ?& ?[A-Z]{1,6}|[A-Z]{2,10})"
_STEP = r"[\s:/_–-]{0,3}"
IDENTIFIER = compile_pattern(
    rf"(?<![\w&]){_CODE}(?:{_STEP}(?P<second>[A-Z]{{1,5}}))??{_STEP}(?:[Nn]o\.? ?)?(?P<number>[SNBCAE]?\d{{1,4}})[\s/_.–-]{{1,3}}(?P<year>(?:19|"
    rf"20)\d{{2}}(?:[/-]\d{{2}})?|\d{{1,2}})(?![\w/]|\.\d)"
    rf"|"
    rf"(?<![\w&]){_CODE.replace('<code>', '<code2>')}(?:{_STEP}[A-Z]{{1,5}})?{_STEP}(?P<year2>(?:19|"
    rf"20)\d{{2}})[\s/_–-]{{1,3}}(?:[SNBCAE]?\d{{1,3}})(?![\w/]|\.\d)"
)
_LABELLED = compile_pattern(
    r"(?i)^\W*(?:re|ref(?:erence)?(?: (?:no\.?|number))?|case (?:id(?:entifier)?|reference|number|"
    r"ref|no\.?)|(?:cpr|review|board|our) (?:ref(?:erence)?|no\.?|number|identifier)|identifier|"
    r"unique (?:reference|identifier))(?:\s*(?:no\.?|number|ref(?:erence)?|"
    r"identifier))?\s*[:.–-]\s*(?P<value>[^,;]{2,40})$"
)
_ON_BOARDS = compile_pattern(r"(?:SCB|SB|SAB|RSB|LSCB|CYSUR|CWMPAS|CPR)$")
_NOT_CODES = frozenset(
    [
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "SEPT",
        "OCT",
        "NOV",
        "DEC",
        "PAGE",
        "VERSION",
        "DRAFT",
        "PART",
        "VOLUME",
        "VOL",
        "SECTION",
        "CHAPTER",
        "COVID",
        "ISSUE",
        "SI",
        "WSI",
        "ACT",
        "YEAR",
        "YEARS",
        "TABLE",
        "FIGURE",
        "APPENDIX",
        "ANNEX",
        "REVIEW",
        "REPORT",
        "TEL",
        "CARDIFF",
        "SWANSEA",
        "XX",
        "XXX",
        "X",
        "SPRING",
        "SUMMER",
        "AUTUMN",
        "WINTER",
    ]
)
_DATE = compile_pattern(r"^\W*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\W*$")


def find(review: Review, title: list[tuple[int, str]]) -> Fact[str] | None:
    """From the title block, else a label, the header or footer, the file's title, or the body.

    `title` are the lines of the title block, as block and text.
    """
    for number, text in title:
        for start, end, value in _in(text, review.local.boards, strict=False):
            return Fact(value, (Span(number, start, end),), "title")
    for number, text in title:
        if (match := _LABELLED.match(text)) and _looks_it(match["value"]):
            return Fact(match["value"].strip(" .()"), (Span(number, *match.span("value")),), "title")
    return _labelled(review) or _running(review) or _told(review)


def _running(review: Review) -> Fact[str] | None:
    running = [line.text for line in review.document.furniture] + [part.title for part in review.document.parts[:1]]
    for words in running:
        for _, _, value in _in(words, review.local.boards, strict=True):
            return Fact(value, _in_body(review, value), "running title")
    return None


def _told(review: Review) -> Fact[str] | None:
    for block in review.prose.blocks:
        if not review.outline.within(block.index, SectionKind.REFERENCES, SectionKind.RECOMMENDATIONS):
            for start, end, value in _in(block.text, review.local.boards, strict=True):
                return Fact(value, (Span(block.index, start, end),), "body")
    return None


def _labelled(review: Review) -> Fact[str] | None:
    """'Case reference | TCSB 3/2019' in a table of particulars, or such a line near the start."""
    blocks = review.document.blocks
    for block in review.prose.blocks[:80]:
        match = _LABELLED.match(block.text)
        if match and _looks_it(match["value"]):
            return Fact(match["value"].strip(" .()"), (Span(block.index, *match.span("value")),), "label")
        is_label = re.fullmatch(
            r"(?i)\W*(?:case|review|board|cpr|unique)? ?(?:reference|identifier|ref|number)(?: (?:number|"
            r"no\.?))?\W*",
            block.text,
        )
        if is_label and block.cell is not None and block.index + 1 < len(blocks):
            value = blocks[block.index + 1]
            if value.cell is not None and value.cell.row == block.cell.row and _looks_it(value.text):
                return Fact(value.text.strip(), (review.document.whole(value.index),), "label")
    return None


def _looks_it(value: str) -> bool:
    """Something with a figure that is no date and no placeholder."""
    plain = value.strip()
    letters = re.match(r"\W*([A-Za-z]+)", plain)
    if letters and letters.group(1).upper() in _NOT_CODES:
        return False
    return bool(re.search(r"\d", plain)) and not _DATE.match(plain) and len(plain.split()) <= 6


def _in(text: str, local: LocalBoards, *, strict: bool) -> Iterator[tuple[int, int, str]]:
    """Identifiers in a text; strictly, only those that start with a board's code."""
    for match in IDENTIFIER.finditer(text):
        code = (match["code"] or match["code2"] or "").replace(" ", "")
        if code in _NOT_CODES or re.search(r"(?i)\bx+\s*$", text[: match.start()]):
            continue
        if strict and not (_ON_BOARDS.search(code) or boards.by_code(code, local)):
            continue
        if not strict and match["year"] and len(match["year"]) < 2 and not _ON_BOARDS.search(code):
            continue
        yield *match.span(), match.group().strip()


def _in_body(review: Review, value: str) -> tuple[Span, ...]:
    for block in review.document.blocks:
        at = block.text.find(value)
        if at >= 0:
            return (Span(block.index, at, at + len(value)),)
    return ()
