"""The words of a signature block: roles, labels, names, days and refusals, each at its place in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cpraudit.facts.dates import calendar
from cpraudit.facts.people import names
from cpraudit.patterns import compile_pattern


class Word(StrEnum):
    """What a stretch of a line to sign on is."""

    ROLE = "role"
    SIGN = "sign"
    NAME = "name"
    DATE = "date"
    """The label; what is written behind it is a DAY."""
    PERSON = "person"
    DAY = "day"
    REFUSED = "refused"
    """'to be confirmed', 'not applicable', 'not signed': written where a name or a date would stand."""
    OTHER = "other"


LABELS = frozenset({Word.SIGN, Word.NAME, Word.DATE})


@dataclass(frozen=True, slots=True)
class Token:
    """One stretch of a line."""

    word: Word
    text: str
    """A role's is 'reviewer', 'chair' or 'another'; any other's is as written."""
    start: int
    end: int
    number: str = ""
    """Which reviewer ('1', '2')."""
    many: bool = False
    """A role in the plural."""


_CAPITAL = "(?-i:[A-ZÂÊÎÔÛŴŶ])"
_WHICH = r"(?:(?:independent|external|internal|lead|joint|co-?|first|second|third|overview|report|review|cpr)[ -]+)*"
_BODY = r"(?:safeguarding|board|sub-?\s?group|cpr group|(?:case|practice) review group|partnership)"
_NOT_PANEL = r"(?![\w ,’'-]{0,30}\bpanel\b)"
_ROLE = compile_pattern(
    rf"(?P<another>\b(?:(?:board|sub-?\s?group|partnership) chair(?:person)?|"
    rf"(?:independent )?chair(?:person|man|woman)?,? (?:of|for) (?:the )?(?:(?!panel)[\w&’'-]+ ){{0,7}}?{_BODY})\b{_NOT_PANEL}|"
    r"\b(?:business manager|director of social services|lead director|panel members?|members? of (?:the )?(?:review )?panel)\b)|"
    r"(?P<chair>\b(?:independent )?(?:(?:child practice |cpr )?(?:review )?panel )?chair(?:person|man|woman)?\b"
    r"(?:,? (?:of|for) (?:the )?(?:child practice )?(?:review )?(?:panel|review)|, (?:the )?(?:review )?panel)?)|"
    rf"(?P<reviewer>\b{_WHICH}(?:reviewer|author)(?P<many>s)?(?:\(s\))?(?!\w|['’]s (?!signature|name|date))"
    r"(?:\s*\(?(?:no\.? ?)?(?P<number>[123]|one|two|three)\b(?!(?: ?(?:st|nd|rd|th))? [a-z]+ \d\d|[/.-]\d)\)?)?)",
    re.IGNORECASE,
)
_BEHIND = rf"(?=\s*\)?\s*(?:[:.…_|(/–-]|$)|\s+(?:{_WHICH}(?:reviewer|chair|panel)|signature|name|date|of |on |by |the |and |for |to be |tb[cad]\b)|\s+{_CAPITAL}|\s*\d)"
"""What follows a word that is a label here, and not a word of a sentence."""
_LABEL = compile_pattern(
    rf"(?P<sign>\(?\b(?<!not )(?<!not been )(?:electronically )?(?:counter)?(?:signature|signed|llofnod)\b(?: electronically)?(?: and dated)?(?: by)?\)?{_BEHIND}\s*:?)|"
    rf"(?P<name>\b(?:print(?:ed)? |full )?(?:name|enw)\b(?:\s*\((?:in )?(?:print|block capitals|please print)[^)]*\))?{_BEHIND}\s*:?)|"
    rf"(?P<date>\b(?:dated?|dyddiad)\b(?: signed| of signature)?{_BEHIND}\s*:?)",
    re.IGNORECASE,
)
_REFUSED = compile_pattern(
    r"\b(?:not (?:yet )?(?:applicable|required|used|available|signed|able|known|appointed|confirmed|dated)|n/?a|did not sign|unsigned|"
    r"unable to sign|to be (?:\w+ )?(?:confirmed|signed|added|completed|appointed|agreed|advised|named|inserted|dated|notified)|"
    r"awaiting|awaited|awaits|pending|outstanding|tb[cadn]|unavailable|vacant|as appropriate|see above|insert\w*|withheld|redacted|blank)\b",
    re.IGNORECASE,
)
_PRINT = compile_pattern(r"\(?\bprint\b\)?", re.IGNORECASE)
NOT_APPLICABLE = compile_pattern(r"\bnot (?:applicable|required|used)\b|\bn/?a\b", re.IGNORECASE)
_WELSH = compile_pattern(
    r"\s*/\s*(?:adolygydd|cadeirydd|llofnod|enw|dyddiad)\b(?: [12]| y panel(?: adolygu)?)?(?=\W|$)", re.IGNORECASE
)
_DOTTED = compile_pattern(r"\b(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])")
"""A day with a year in two figures, which elsewhere may be the number of a paragraph."""
_NUMBERS = {"one": "1", "first": "1", "two": "2", "second": "2", "three": "3", "third": "3"}
_BLANK = " .…_–—-·[]():;,|/\t"


def english(line: str) -> str:
    """A line without the Welsh beside its English, and with its days written with strokes."""
    return _DOTTED.sub(r"\1/\2/\3", _WELSH.sub("", line))


def tokens(line: str) -> list[Token]:
    """The stretches of a line in order; the Welsh beside the English is left out."""
    text = english(line)
    found: list[Token] = []
    at = 0
    for mark in _marks(text):
        found += [*_between(text, at, mark.start), mark]
        at = mark.end
    return [*found, *_between(text, at, len(text))]


def _marks(text: str) -> list[Token]:
    """Roles, labels and days; where two overlap, the first of these kinds."""
    found = [_role(match) for match in _ROLE.finditer(text)]
    others = [Token(Word(str(match.lastgroup)), match.group(), *match.span()) for match in _LABEL.finditer(text)]
    others += [Token(Word.DAY, day.text, day.start, day.end) for day in calendar.find(text) if day.value is not None]
    for token in others:
        if not any(token.start < other.end and other.start < token.end for other in found):
            found.append(token)
    return sorted(found, key=lambda token: token.start)


def _role(match: re.Match[str]) -> Token:
    told = (match["number"] or "").lower()
    if not told:
        ordinal = re.search(r"\b(?:first|second|third)\b", match.group().lower())
        told = ordinal.group() if ordinal else ""
    number = _NUMBERS.get(told, told)
    return Token(
        Word.ROLE,
        str(match.lastgroup if match["reviewer"] is None else "reviewer"),
        *match.span(),
        number,
        bool(match["many"]),
    )


def _between(text: str, start: int, end: int) -> list[Token]:
    """What stands between two marks: names, refusals, other words; nothing for dots and lines."""
    written = _PRINT.sub(lambda match: " " * len(match.group()), text[start:end])
    if not written.strip(_BLANK):
        return []
    refused = _REFUSED.search(written)
    until = refused.start() if refused else len(written)
    found = [
        Token(Word.PERSON, _once(name), start + first, start + last)
        for name, first, last in names.names_in(written[:until])
    ]
    if refused:
        found.append(Token(Word.REFUSED, written.strip(_BLANK), start + refused.start(), end))
    return found or [Token(Word.OTHER, written.strip(_BLANK), start, end)]


def _once(name: str) -> str:
    """A printed name without the signature beside it: 'Dr Jane Roe J. Roe' is Dr Jane Roe."""
    words = name.split()
    for place in range(1, len(words)):
        again = any(word.lower() in [w.lower() for w in words[:place] if len(w) > 2] for word in words[place:])
        if again and len(words[:place]) >= 2 and words[place - 1].lower() in [w.lower() for w in words[place:]]:
            return " ".join(words[:place])
    return name
