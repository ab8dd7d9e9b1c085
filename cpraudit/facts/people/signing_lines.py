"""Lines of a signature block and the places to sign in them; places abreast on the same lines, put one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpraudit.facts.people import names
from cpraudit.facts.people.signing_words import LABELS, NOT_APPLICABLE, Token, Word, english, tokens

PROSE_WORDS = 14
"""A line longer than this is prose (the statement itself), unless it has the labels of a form."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or cell of the block."""

    text: str
    block: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One place to sign."""

    role: str = ""
    """'reviewer', 'chair', 'another' (who signs, but not for the review), or empty while nothing tells."""
    number: str = ""
    many: bool = False
    signature: str = ""
    name: str = ""
    date: str = ""
    picture: bool = False
    asked: frozenset[Word] = frozenset()
    """Which of signature, name and date have a label here."""
    refused: str = ""
    """What is written instead of a signature ('to be confirmed', 'not signed: on sick leave')."""
    group: int = 0
    """Places that are told together ('Reviewers: A and B') share what is told after them."""
    places: tuple[tuple[int, int], ...] = ()
    """Block and length of each line."""

    @property
    def empty(self) -> bool:
        """Nobody has written anything here."""
        return not (self.signature or self.name or self.date or self.picture)

    @property
    def told(self) -> bool:
        """Something besides a name says that it is a place to sign."""
        return bool(self.role or self.asked or self.date)

    @property
    def not_applicable(self) -> bool:
        """The place is said not to be needed."""
        return bool(NOT_APPLICABLE.search(self.refused))

    @property
    def who(self) -> str | None:
        """The printed name, else the typed signature."""
        return (names.settled(self.name) or names.settled(self.signature)) or None

    def with_(self, other: Record) -> Record:
        """Both as one."""
        return replace(
            self, signature=self.signature or other.signature, name=self.name or other.name,
            date=self.date or other.date, picture=self.picture or other.picture, asked=self.asked | other.asked,
            refused=f"{self.refused} {other.refused}".strip(), places=tuple(dict.fromkeys(self.places + other.places)),
        )  # fmt: skip


def abreast(lines: list[Line]) -> list[Line]:
    """The lines, with those that hold two or more places beside each other read column by column.

    'Reviewer 1 (Signature) .. Reviewer 2 (Signature) ..', 'Name .. Name ..', 'Date .. Date ..' is how a form of two
    columns looks in a file without its table.
    """
    done: list[Line] = []
    band: list[tuple[Line, list[Line]]] = []
    for line in lines:
        parts = _parts(line)
        if band and len(parts) == len(band[0][1]):
            band.append((line, parts))
            continue
        done += _by_column(band)
        band = [(line, parts)] if len(parts) > 1 and _opens(parts) else []
        if not band:
            done.append(line)
    return [*done, *_by_column(band)]


def _by_column(band: list[tuple[Line, list[Line]]]) -> list[Line]:
    """A band of lines column by column; one alone stays as it is."""
    if len(band) == 1:
        return [band[0][0]]
    return [line for column in zip(*(parts for _, parts in band), strict=True) for line in column]


def _opens(parts: list[Line]) -> bool:
    """Whether each part is a place of its own: it begins with a role."""
    return all((found := tokens(part.text)) and found[0].word is Word.ROLE for part in parts)


def _parts(line: Line) -> list[Line]:
    """A line cut where its first word (a role, a label) or kind of value stands again; itself where it does not."""
    text = english(line.text)
    found = [] if len(text.split()) > 3 * PROSE_WORDS else tokens(text)
    if not found or found[0].word not in LABELS | {Word.ROLE, Word.DAY, Word.PERSON}:
        return [line]
    if found[0].word in (Word.DAY, Word.PERSON) and len({token.word for token in found}) > 1:
        return [line]
    starts = [0, *(token.start for token in found[1:] if _again(token, found[0]))]
    ends = [*starts[1:], len(text)]
    return [replace(line, text=text[start:end].strip()) for start, end in zip(starts, ends, strict=True)]


def _again(token: Token, first: Token) -> bool:
    """Whether a token opens another place of the same kind."""
    return token.word is first.word and (token.word is not Word.ROLE or not token.many)
