"""People whom a report names: of the family, workers, or nobody says who; those properly named are left out.

A rule-based finder. A family role, an age, a birth or a conviction beside a name tells a relative; a post or a title tells a
worker; a given name from the list with a surname after it tells a person of whom neither is said. A relative once told is known
again by the surname and by the given name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

from cpraudit.document import Block, SectionKind, Span
from cpraudit.facts.children import pseudonyms
from cpraudit.facts.people import beside_names as beside
from cpraudit.facts.people import names
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Who(StrEnum):
    """What a named person is to the report."""

    RELATIVE = "relative"
    WORKER = "worker"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person by name."""

    span: Span
    who: Who
    full: bool
    """A given name and a surname, not one of the two alone."""


@dataclass(frozen=True, slots=True)
class _Mention:
    block: Block
    start: int
    end: int
    words: tuple[str, ...]
    """Given names and surname, without a title."""
    titled: bool

    @property
    def span(self) -> Span:
        return Span(self.block.index, self.start, self.end)

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def full(self) -> bool:
        return len(self.words) > 1


NEVER_READ = (SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.GLOSSARY)
PROPER = (SectionKind.TITLE, SectionKind.STATEMENT, SectionKind.SCOPE, SectionKind.PROCESS, SectionKind.AGENCIES, SectionKind.KEY_DATES)  # fmt: skip
"""Sections where those who did the review are named, as they should be."""
THANKS = compile_pattern(
    r"\b(?:acknowledge?ments?|thanks|panel|membership|members|authors?|contacts?|about (?:the|this) (?:review|report|author))\b",
    re.IGNORECASE,
)
TITLED = compile_pattern(
    rf"\b(?P<title>Mr|Mrs|Ms|Miss|Dr|Doctor|Nurse|PC|DC|DS|DI)\.? (?P<surname>{beside.WORD})(?![\w-])"
)
SINGLE = compile_pattern(rf"(?<![\w-]){beside.WORD}(?![\w-])")


@cache
def given_names() -> frozenset[str]:
    """Given names that the finder knows, in lower case."""
    return frozenset(lexicon.load("identifiers")["given_names"].split())


@cache
def _cases() -> Pattern:
    return lexicon.any_of(lexicon.load("identifiers")["public_names"])


def find(review: Review) -> tuple[Named, ...]:
    """Every name of a relative, a worker or a person of whom nothing is told, in reading order."""
    return tuple(sorted(_Finder(review).named(), key=lambda named: named.span))


class _Finder:
    """The names of one review."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._outline = review.outline

    def named(self) -> Iterator[Named]:
        told = {mention: self._who(mention) for mention in self._full}
        relatives = [mention for mention, who in told.items() if who is Who.RELATIVE]
        workers = {mention.words for mention, who in told.items() if who is Who.WORKER}
        surnames = {mention.surname for mention in relatives}
        for mention, who in told.items():
            if who is Who.UNTOLD and mention.surname in surnames:
                yield Named(mention.span, Who.RELATIVE, full=True)
            elif who:
                yield Named(mention.span, Who.WORKER if mention.words in workers else who, full=True)
        yield from self._surnames(surnames)
        yield from self._given({mention.words[0] for mention in relatives})

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(b for b in self._review.document.blocks if not self._outline.within(b.index, *NEVER_READ))

    @cached_property
    def _full(self) -> tuple[_Mention, ...]:
        """Names of two words and more, but not those of cited authors and of bodies that bear a person's name."""
        return tuple(
            _Mention(block, start, end, tuple(_without_title(name)), titled=name != " ".join(_without_title(name)))
            for block in self._blocks
            for name, start, end in map(_unowned, names.names_in(block.text))
            if _is_name(name) and not beside.cites(block.text[end : end + 80]) and not _cases().search(name)
        )

    @cached_property
    def _taken(self) -> dict[int, list[tuple[int, int]]]:
        """For each block, where full names stand."""
        found: dict[int, list[tuple[int, int]]] = {}
        for mention in self._full:
            found.setdefault(mention.block.index, []).append((mention.start, mention.end))
        return found

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the report also writes small: 'flying', 'start', 'together'."""
        return frozenset(re.findall(r"(?<![\w’'-])[a-zà-ÿ]+", " ".join(b.text for b in self._review.document.blocks)))

    def _who(self, mention: _Mention) -> Who | None:
        """What is said of a person beside the name; None for one who is properly named, or for no name at all."""
        known = mention.words[0].lower() in given_names()
        if not known and not mention.titled and not self._like_a_name(mention):
            return None
        if self._is_proper(mention):
            return None
        before, after = _beside(mention)
        row = self._row_label(mention)
        if beside.tells_worker_for(before) or (not row and beside.tells_worker(before, after)):
            return self._outside(mention, Who.WORKER) if known or mention.titled else None
        if row or beside.tells_relative(before, after):
            return Who.RELATIVE
        if known and beside.tells_harm(before, after):
            return Who.RELATIVE
        return self._outside(mention, Who.UNTOLD) if known else None

    def _like_a_name(self, mention: _Mention) -> bool:
        """Whether two capitalised words, the first no given name that is known, can be a person and no service."""
        after = mention.block.text[mention.end :][:20]
        return (
            not any(word.lower() in self._small for word in mention.words)
            and re.match(r"['’”]?(?:$|[),.;:–-]| (?:who|was|is|had|has|and|told|said)\b)", after) is not None
        )

    def _outside(self, mention: _Mention, who: Who) -> Who | None:
        """The same, unless the section is one where those who did the review are named."""
        index = mention.block.index
        if self._outline.within(index, *PROPER) or self._review.document.blocks[index].part:
            return None
        return None if any(THANKS.search(section.title) for section in self._outline.lineage(index)) else who

    def _row_label(self, mention: _Mention) -> bool:
        """Whether the row or the line says that a relative's name follows."""
        text, document = mention.block.text, self._review.document
        label = text[: mention.start].rpartition(":")[0] if text[: mention.start].rstrip().endswith(":") else ""
        if not label and (place := mention.block.cell):
            first = document.tables[place.table].rows[place.row][0]
            if mention.block.index not in first.blocks:
                label = document.cell_text(first)
        return beside.labels_relative(label)

    def _is_proper(self, mention: _Mention) -> bool:
        name = " ".join(mention.words)
        return any(names.same(name, one) for one in self._known)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The chair, the reviewers and those who signed."""
        people = self._review.people
        told = [fact.value.name for fact in (*people.reviewers, *([people.chair] if people.chair else []))]
        signed = [signature.name for signature in self._review.signoff.signatures]
        return frozenset(name for name in (*told, *signed) if name)

    def _surnames(self, relatives: set[str]) -> Iterator[Named]:
        """'Mr Tegid', of a relative or of a worker."""
        for block in self._blocks:
            for match in TITLED.finditer(block.text):
                mention = _Mention(block, match.start(), match.end(), (match["surname"],), titled=True)
                before, after = _beside(mention)
                if self._overlaps(mention) or beside.cites(after):
                    continue
                if match["surname"] in relatives or beside.tells_relative(before, after):
                    yield Named(mention.span, Who.RELATIVE, full=False)
                elif match["surname"].lower() in self._small or self._is_proper(mention):
                    continue
                elif who := self._outside(mention, Who.WORKER):
                    yield Named(mention.span, who, full=False)

    def _given(self, relatives: set[str]) -> Iterator[Named]:
        """Given names alone: a relative's who is named in full elsewhere, and slips where labels stand for everyone."""
        alone = list(self._alone(relatives))
        slips = {mention.words[0] for mention in alone if self._tells_a_slip(mention)}
        for mention in alone:
            if mention.words[0] in relatives | slips:
                yield Named(mention.span, Who.RELATIVE, full=False)

    def _alone(self, relatives: set[str]) -> Iterator[_Mention]:
        """Each given name that stands alone, as far as it can be anyone's who matters here."""
        if not relatives and not self._by_label:
            return
        for block in self._blocks:
            for match in SINGLE.finditer(block.text):
                name = match.group()
                if name in relatives or (self._by_label and name.lower() in given_names()):
                    mention = _Mention(block, match.start(), match.end(), (name,), titled=False)
                    if not self._overlaps(mention) and not _within_name(block.text, match):
                        yield mention

    def _tells_a_slip(self, mention: _Mention) -> bool:
        """Whether the words beside a given name say that it is a person's of the family."""
        before, after = _beside(mention)
        return beside.tells_relative(before, after) or (
            beside.tells_deed(after) and not beside.tells_worker(before, after)
        )

    @cached_property
    def _by_label(self) -> bool:
        """Whether the child is 'Child A' here and no names are said to be made up, so that a given name is a slip."""
        children = self._review.identity.pseudonyms
        return (
            bool(children)
            and all(pseudonyms.LABEL.match(child.name) for child in children)
            and not any(_MADE_UP.search(block.text) for block in self._blocks)
        )

    def _overlaps(self, mention: _Mention) -> bool:
        return any(
            start < mention.end and mention.start < end for start, end in self._taken.get(mention.block.index, ())
        )


def _beside(mention: _Mention) -> tuple[str, str]:
    """What stands before a name and after it, as far as it can say whose the name is."""
    text = mention.block.text
    return text[max(0, mention.start - _NEAR) : mention.start], text[mention.end : mention.end + _NEAR]


_NEAR = 80
"""Characters."""
_MADE_UP = compile_pattern(
    r"\bpseudonyms?\b|\bnot (?:(?:his|her|their|the|a) (?:child['’]s )?)?(?:real|own|actual|true) names?\b|"
    r"\bnames? (?:\w+ ){0,4}(?:changed|altered|invented|made up|fictitious|replaced)\b|\b(?:changed|invented|fictitious|made-up) names?\b",
    re.IGNORECASE,
)


def _within_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word stands right beside: 'Prince Charles', 'Charles Street'."""
    return bool(
        re.match(r" [A-ZÀ-ÝŴŶ][a-zà-ÿ]", text[match.end() : match.end() + 3])
        or re.search(
            r"(?:^|[^.:;!?\w] ?|\w)\b(?:St|Saint|Prince|Princess|Ysgol|Ysbyty|Queen|King|Lady|Lord|Canon)\.? $",
            text[: match.start()],
        )
    )


def _unowned(found: tuple[str, int, int]) -> tuple[str, int, int]:
    """The name without a possessive ending."""
    name, start, end = found
    bare = re.sub(r"['’]s?$", "", name)
    return bare, start, end - len(name) + len(bare)


def _is_name(name: str) -> bool:
    """Two words or more besides a title, none of them a letter that stands for a person ('F’s Moses basket')."""
    words = _without_title(name)
    return len(words) > 1 and not any(re.fullmatch(r"\w|\w+['’]s", word) for word in words)


def _without_title(name: str) -> list[str]:
    return [
        word
        for word in name.split()
        if not re.fullmatch(r"(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame|Canon|Revd?)\.?", word)
    ]
