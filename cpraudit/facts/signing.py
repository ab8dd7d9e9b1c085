"""Lines of a signature block to places to sign: role, signature, name, date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cpraudit.facts import calendar, names
from cpraudit.patterns import compile_pattern

FIELD = compile_pattern(
    r"(?P<role>(?:independent |external |lead |joint )?reviewer(?:\s*\(?(?P<number>\d|one|two)\)?)?(?!s\b|['’]s\b)|"
    r"(?:independent )?chair(?:person|man|woman)?(?: of (?:the )?(?:child practice )?(?:review )?panel)?|panel chair)"
    r"(?=\s*(?:$|[:(,.…_|–-]|signature|signed|(?:print )?name\b|not (?:available|applicable)|\())"
    r"|(?P<sign>\(?\b(?:signature|signed(?: by)?|llofnod)\b\)?)\s*:?"
    r"|(?P<name>\b(?:print(?:ed)? name|name|enw)\b(?:\s*\((?:print|block capitals|printed)\))?)\s*:?"
    r"|(?P<date>\b(?:date|dated|dyddiad)\b(?: signed)?)\s*:?",
    re.IGNORECASE,
)
_ROLES = r"(?:(?:independent |external |lead |joint )?reviewer(?: ?\(?(?:\d|one|two)\)?)?(?!s)|(?:review )?panel chair|(?:independent )?chair(?: of (?:the )?(?:child practice )?(?:review )?panel)?)"
TURNED = compile_pattern(
    rf"^\W*(?P<field>name|signature|(?:electronically )?signed(?: electronically)?(?: and dated)?) (?:of|by|on behalf of|for) (?:the )?(?P<role>{_ROLES})(?=\W|$)",
    re.IGNORECASE,
)
"""'Name of reviewer', 'Signed electronically by the Chair': the role first, as the form has it."""
WELSH = compile_pattern(r"\s*/\s*(?:adolygydd|cadeirydd|llofnod|enw|dyddiad)\b(?: [12]| y panel(?: adolygu)?)?(?=\W|$)", re.IGNORECASE)
BLANK = compile_pattern(r"[.…_\-–—·\s\[\]():]+")
NOT_APPLICABLE = compile_pattern(r"\bnot (?:applicable|required|used)\b|\bn/?a\b", re.IGNORECASE)
NOT_SIGNED = compile_pattern(
    r"\bnot (?:available|signed|able)\b|\bas appropriate\b|\bsee above\b|\bto be (?:signed|added)\b|\btb[ca]\b|"
    r"\(?print\)?$|\binsert\b",
    re.IGNORECASE,
)
PROSE_WORDS = 14
"""A line longer than this is prose (the statement itself), not a line to sign on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or cell of the block."""

    text: str
    block: int
    picture: bool = False

    @property
    def plain(self) -> str:
        """The words without the Welsh beside the English, and with the role before its field."""
        return TURNED.sub(lambda m: f"{m['role']} {m['field'].split()[0]}", WELSH.sub("", self.text))


@dataclass(frozen=True, slots=True)
class Record:
    """One place to sign."""

    role: str
    number: str = ""
    signature: str = ""
    name: str = ""
    date: str = ""
    picture: bool = False
    asked: bool = False
    """A signature, name or date was asked for here (and not only the role named)."""
    not_applicable: bool = False
    told: bool = True
    """The role is told on a line of its own place, and not taken from a heading or from the form's order."""
    places: tuple[tuple[int, int], ...] = ()
    """Block and length of each line."""

    @property
    def empty(self) -> bool:
        """Nobody has written anything here."""
        return not (self.signature or self.name or self.date or self.picture)

    @property
    def who(self) -> str | None:
        """The printed name, else the typed signature."""
        return (names.settled(self.name) or names.settled(self.signature)) or None

    def with_(self, other: Record) -> Record:
        """Both as one."""
        return replace(
            self, signature=self.signature or other.signature, name=self.name or other.name,
            date=self.date or other.date, picture=self.picture or other.picture, asked=self.asked or other.asked,
            not_applicable=self.not_applicable or other.not_applicable,
            places=tuple(dict.fromkeys(self.places + other.places)),
        )  # fmt: skip


def records(lines: list[Line]) -> list[Record]:
    """Read lines in order; each role, or each signature without one, opens a place."""
    found: list[Record] = []
    waiting = ""
    for written in lines:
        line = replace(written, text=written.plain)
        fields = list(FIELD.finditer(line.text))
        if len(line.text.split()) > PROSE_WORDS and not (fields and fields[0].start() == 0 and len(fields) > 1):
            continue
        if not fields or fields[0].start() > 0:
            waiting = _without_label(found, line, fields, waiting)
        for place, match in enumerate(fields):
            end = fields[place + 1].start() if place + 1 < len(fields) else len(line.text)
            waiting = _field(found, line, match, line.text[match.end() : end])
    return found


def _without_label(found: list[Record], line: Line, fields: list[re.Match[str]], waiting: str) -> str:
    """Words that no label stands before: the value of the label on the line above."""
    text = line.text[: fields[0].start()] if fields else line.text
    if found and waiting and filled(text):
        found[-1] = _put(found[-1], waiting, text, line)
        return ""
    if found and not fields and found[-1].who and not found[-1].date and _only_a_date(text):
        found[-1] = _put(found[-1], "date", text, line)
    if found and line.picture:
        found[-1] = replace(found[-1], picture=True)
    return waiting


def _field(found: list[Record], line: Line, match: re.Match[str], text: str) -> str:
    """Deal with one label; gives the kind of value that is still awaited."""
    here = (line.block, len(line.text))
    if match.group("role"):
        role = "chair" if "chair" in match.group().lower() else "reviewer"
        if found and found[-1].signature and found[-1].places[-1][0] == line.block and match.start() > 0:
            found[-1] = replace(found[-1], role=role, told=True)  # 'Signed: Jane Roe, Independent Reviewer'
            return ""
        if found and not found[-1].told and found[-1].who and not found[-1].date and not filled(text):
            places = (*found[-1].places, here)
            found[-1] = replace(found[-1], role=role, told=True, places=places)  # the role under the name
            return ""
        number = (match.group("number") or "").lower()
        record = Record(role, number, picture=line.picture, told=match.start() == 0, places=(here,))
        if told := names.names_in(text):  # 'Chair of Review Panel: Jane Roe'
            record = replace(record, name=told[0][0], date=_date_in(text))
        refused = NOT_SIGNED.search(text) is not None and "not" in text.lower()
        found.append(replace(record, not_applicable=bool(NOT_APPLICABLE.search(text)), asked=refused))
        return ""
    kind = "sign" if match.group("sign") else "name" if match.group("name") else "date"
    if kind == "sign" and (not found or found[-1].signature or (found[-1].name and found[-1].date)):
        found.append(Record("reviewer", told=False, places=(here,)))
    if not found:
        return ""
    found[-1] = _put(found[-1], kind, text, line)
    return "" if filled(text) else kind


def filled(text: str) -> str:
    """What is written on a line, without dots, underscores and the form's own words; empty where nothing is."""
    if NOT_APPLICABLE.search(text):
        return ""
    written = NOT_SIGNED.sub(" ", text)
    return "" if BLANK.fullmatch(written) else re.sub(r"[.…_]{3,}|[\[\]]", " ", written).strip(" :,;-–…_().")


def _put(record: Record, kind: str, text: str, line: Line) -> Record:
    value, here = filled(text), (line.block, len(line.text))
    places = tuple(dict.fromkeys((*record.places, here)))
    record = replace(record, asked=True, picture=record.picture or line.picture, places=places)
    if NOT_APPLICABLE.search(text):
        return replace(record, not_applicable=True)
    if not value:
        return record
    if kind == "date":
        return replace(record, date=value)
    record = replace(record, date=record.date or _date_in(value))
    return replace(record, signature=_one_name(value)) if kind == "sign" else replace(record, name=_one_name(value))


def _date_in(text: str) -> str:
    """The words from a date on that stands after a name ('Jane Roe, 12 May 2022'); empty where none does."""
    dated = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?[ ./-]\w+[ ./-]\d{2,4}\b", text)
    return dated.group() if dated and calendar.find(dated.group()) else ""


def _only_a_date(text: str) -> bool:
    return len(text.split()) <= 5 and bool(_date_in(text))


def _one_name(text: str) -> str:
    """A name with its post and the signature beside it cut off: 'Dr Jane Roe J. Roe', 'Jane Roe, Reviewer'."""
    text = re.split(r",|;| – | - |\(", text)[0].strip()
    words = text.split()
    for place in range(1, len(words)):
        later = [word.lower() for word in words[place + 1 :]]
        if words[place].lower() in later and len(words[place]) > 2:
            return " ".join(words[: place + 1])
    return text
