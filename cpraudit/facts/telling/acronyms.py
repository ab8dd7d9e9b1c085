"""Acronyms, and whether each is expanded at or before its first use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, SectionKind, Span
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern, passing_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

ACRONYM = compile_pattern(r"(?<![\w/&.-])(?:[A-Z][A-Za-z]{0,6}[A-Z][a-z]?\d?|S\d{2})(?:s|['’]d|['’]s)?(?![\w/&-])")
SHOUT = compile_pattern(r"\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b")
"""Three words or more in capitals: raised voices, not acronyms."""
OTHERWISE = compile_pattern(
    r"(?:, or|,? \(?(?:also )?known as|,? called|,? shortened to) (?:the |an? )?[“‘\"']?([A-Z][A-Za-z&]{1,7})\b"
)
GLOSSED = compile_pattern(r"(?:abbreviations|acronyms|glossary|initials|terms)", re.IGNORECASE)
NOT_READ = (SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.REFERENCES, SectionKind.WELSH_GOVERNMENT,
            SectionKind.STATEMENT, SectionKind.TERMS)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Acronym:
    """One acronym at its first use."""

    letters: str
    first: Span
    expanded: bool


def find(review: Review) -> tuple[Acronym, ...]:
    """Every acronym of the body, in order of first use, except those that every reader knows.

    Words printed wholly in capitals (headings, shouted names) are not acronyms.
    """
    everyday = frozenset(lexicon.load("publication")["everyday_acronyms"])
    glossary = _in_glossary(review)
    first: dict[str, Span] = {}
    expanded_at: dict[str, tuple[int, int]] = {}
    identifiers = {
        letters for fact in (review.identity.case_id,) if fact for letters in re.findall(r"[A-Z]+", fact.value)
    }
    for block in review.prose.blocks:
        if _shouted(block.text) or block.part or review.outline.within(block.index, *NOT_READ):
            for letters, place in _expansions(block).items():
                expanded_at.setdefault(letters, (block.index, place))
            continue
        for letters, place in _expansions(block).items():
            expanded_at.setdefault(letters, (block.index, place))
        shouts = [match.span() for match in SHOUT.finditer(block.text)]
        for match in ACRONYM.finditer(block.text):
            letters = _bare(match.group())
            if not _is_acronym(letters) or letters in everyday or letters in identifiers or _quoted(block.text, match):
                continue
            if any(start <= match.start() < end for start, end in shouts):
                continue
            first.setdefault(letters, Span(block.index, match.start(), match.end()))
    return tuple(
        Acronym(
            letters,
            span,
            letters in glossary or _labels(review, letters) or expanded_at.get(letters, (span.block + 1, 0)) <= (span.block, span.start),
        )
        for letters, span in first.items()
    )


def _is_acronym(letters: str) -> bool:
    """Mostly capitals, or a section of an Act by its number."""
    return letters[1:].isdigit() or sum(letter.isupper() for letter in letters) >= 0.6 * len(letters)


def _bare(letters: str) -> str:
    return re.sub(r"(?:s|['’]d|['’]s)$", "", letters)


def _quoted(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 1) : match.start()] in '“‘"' and text[match.end() : match.end() + 1] in '”’"'


def _shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _expansions(block: Block) -> dict[str, int]:
    """Acronyms that this block expands, with where: 'Police Notice (PN)', 'Police Notice, or PN'."""
    found: dict[str, int] = {}
    for inside in re.finditer(r"\(([^()]{2,80})\)", block.text):
        words = inside.group(1).strip()
        if ACRONYM.fullmatch(words) or re.fullmatch(r"(?:the )?[“‘\"]?[A-Z][\w&]{1,9}[”’\"]?(?:[,;] .*)?", words):
            letters = re.sub(r"[^\w&]", "", words.split(",")[0].split(";")[0].removeprefix("the "))
            before = block.text[: inside.start()].split()[-12:]
            if _spelt(letters, before):
                found.setdefault(_bare(letters), inside.start())
        else:
            head = block.text[: inside.start()].split()
            if head and ACRONYM.fullmatch(head[-1]) and len(words.split()) >= 2:
                found.setdefault(_bare(head[-1]), max(0, inside.start() - len(head[-1]) - 1))
    for said in re.finditer(r"([A-Z][A-Z&]{1,7})(?:,| \(|:| =| [–-](?= )| stands for| means| is short for)", block.text):
        after = block.text[said.end() :].split()[:10]
        if _spelt(said.group(1), after):
            found.setdefault(said.group(1), said.start())
    for other in OTHERWISE.finditer(block.text):
        if _spelt(other.group(1), block.text[: other.start()].split()[-12:]):
            found.setdefault(_bare(other.group(1)), other.start())
    return found


def _spelt(letters: str, words: list[str]) -> bool:
    """Whether the initials of the words hold all but one of the letters in order (small words may be passed over)."""
    wanted = [letter.lower() for letter in _bare(letters) if letter.isalpha()]
    initials = [part[0].lower() for word in words for part in re.split(r"[-/]", word.strip("“”‘’\"'.,;:")) if part]
    best = [0] * (len(wanted) + 1)  # longest common subsequence, a row at a time
    for initial in initials:
        before = best[:]
        for place, letter in enumerate(wanted, 1):
            best[place] = before[place - 1] + 1 if letter == initial else max(best[place - 1], before[place])
    return best[-1] >= max(2, len(wanted) - 1)


_LABEL = compile_pattern(r"(?P<letters>[A-Z]{2,5})(?P<number>\d{1,2})")


def _labels(review: Review, letters: str) -> bool:
    """Whether letters with a number are the report's own short label ('LP2' where 'Learning point 2' stands)."""
    label = _LABEL.fullmatch(letters)
    if label is None:
        return False
    words = r"\w*[\s-]+(?:(?:of|and|for|the|in|to)\s+)?".join(label["letters"])
    spelt = passing_pattern(rf"(?i)\b{words}\w*[\s-]+{label['number']}\b")
    return any(spelt.search(block.text) for block in review.prose.blocks)


def _in_glossary(review: Review) -> set[str]:
    """Acronyms that have a line of their own in a glossary or a table of terms."""
    found: set[str] = set()
    for table in review.document.tables:
        texts = [review.document.cell_text(row[0]) for row in table.rows if len(row) > 1]
        kind = review.outline.kind(table.blocks[0]) if table.blocks else SectionKind.OTHER
        if kind is SectionKind.GLOSSARY or (texts and GLOSSED.search(texts[0])):
            found.update(_bare(word) for text in texts for word in re.split(r"[\s,/()]+", text) if word)
    for block in review.prose.blocks:
        if review.outline.within(block.index, SectionKind.GLOSSARY) and block.cell is None:
            found.update(_bare(match.group()) for match in ACRONYM.finditer(block.text[:40]))
    return found
