"""Lines of a signature block to places to sign: role, signature, name, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cpraudit.facts.people import names, signing_sentences
from cpraudit.facts.people.signing_lines import PROSE_WORDS, Line, Record, abreast
from cpraudit.facts.people.signing_words import LABELS, Token, Word, tokens
from cpraudit.patterns import compile_pattern

_SENTENCE = compile_pattern(
    r"\b(?:am|is|was|were|are|has|have|had|will|would|made|make|makes|declare|confirm|been|did|does|should|must)\b"
)
_PLACE = compile_pattern(
    r"\b(?:reviewer|chair of (?:the )?(?:review )?panel|panel chair)\s*[12]?\s*:?\s*\(?signature\b(?=.{0,200}\b(?:name|date)\b)", re.IGNORECASE
)
"""Where a place to sign begins in a longer text."""
_A_NAME = compile_pattern(r"[A-ZÂÊÎÔÛŴŶ][\w.'’-]*(?: (?:[A-ZÂÊÎÔÛŴŶ][\w.'’-]*|ap|ab|ferch|de|van|von|der)){0,4}")


def records(lines: list[Line]) -> list[Record]:
    """Read lines in order: what a place has already, opens the next."""
    read = [(line, _of_block(line)) for line in abreast(lines)]
    reader = _Reader(_trailing([token for _, found in read for token in found]))
    for line, found in read:
        reader.line(line, found)
    return [
        *_under_one_date(reader.found, read),
        *(record for line in lines for record in signing_sentences.told(line)),
    ]


def _under_one_date(found: list[Record], read: list[tuple[Line, list[Token]]]) -> list[Record]:
    """One date on a line of its own under all the names, with no label, is the date of each."""
    dated = [record for record in found if record.date]
    alone = [t.word for t in read[-1][1]] == [Word.DAY] if read else False
    if not alone or len(dated) != 1 or dated[0] is not found[-1] or any(Word.DATE in record.asked for record in found):
        return found
    if not all(record.who and record.role for record in found):
        return found
    return [replace(record, date=dated[0].date) for record in found]


def _of_block(line: Line) -> list[Token]:
    """The tokens of a line that is there to be signed; none for a line of prose."""
    text = line.text
    if len(text.split()) > PROSE_WORDS and (place := _PLACE.search(text)):
        text = text[place.start() :]  # a cell that holds the statement and, on lines lost in reading, what is signed
    found = tokens(text)
    labels = [token for token in found if token.word in LABELS]
    if found and found[0].word is Word.OTHER and {token.word for token in found} == {Word.OTHER, Word.ROLE}:
        return []  # 'Statement by the reviewer'
    if found and all(token.word in (Word.PERSON, Word.OTHER) for token in found) and not _only_names(text, found):
        return []
    first = bool(found) and found[0].start <= 2 and (found[0].word in LABELS or found[0].word is Word.ROLE)
    if first and (any(t.word is Word.REFUSED for t in found) or (len(found) > 1 and labels)):
        return found
    if len(text.split()) > PROSE_WORDS or (_SENTENCE.search(text) and not (first and labels)):
        return []
    return found


def _only_names(text: str, found: list[Token]) -> bool:
    """A line of names, with posts behind commas or in brackets, or a value without a name that we know."""
    if found[0].word is Word.OTHER:
        return len(found) == 1
    return found[0].start <= 1 and (len(found) < 2 or text[found[0].end :].lstrip()[:1] in ",(;&–-" or " and " in text)


def names_signer(text: str) -> bool:
    """Whether a line is a name, a role and at most a date: 'Jane Roe, Independent Author, 14 October 2019'."""
    found = tokens(text) if len(text.split()) <= PROSE_WORDS and not _SENTENCE.search(text) else []
    kinds = [token.word for token in found]
    return kinds[:1] == [Word.PERSON] and Word.ROLE in kinds


def is_place(text: str) -> bool:
    """Whether a line set as a heading is itself a line to sign on ('Reviewer 1 (Signature) Jane Roe')."""
    kinds = {token.word for token in tokens(text)}
    return bool(kinds & LABELS) and bool(kinds & {Word.ROLE, Word.PERSON, Word.DAY}) and Word.OTHER not in kinds


def role_of_heading(text: str) -> list[str]:
    """The one role that a heading over places to sign tells ('Chair’s signature'); none for 'Statement by reviewers'."""
    roles = [token for token in tokens(text) if token.word is Word.ROLE]
    told = (
        len(roles) == 1
        and not roles[0].many
        and not re.search(r"\b(?:statement|independence|declaration)\b|\(s\)", text, re.IGNORECASE)
    )
    return [text[roles[0].start : roles[0].end]] if told else []


def _trailing(found: list[Token]) -> bool:
    """Whether roles stand behind the names and dates that they are of."""
    told = [token.word for token in found if token.word in (Word.ROLE, Word.PERSON, Word.DAY)]
    return len(told) > 2 and told[0] is not Word.ROLE and told[-1] is Word.ROLE and Word.DAY in told


@dataclass(slots=True)
class _Reader:
    """Where the reading of a block stands."""

    trailing: bool
    found: list[Record] = field(default_factory=list)
    awaited: Word | None = None
    """The label whose value is still to come."""
    day: str = ""
    """A date above all the names."""

    def line(self, line: Line, found: list[Token]) -> None:
        """Read one line."""
        here = (line.block, len(line.text))
        refused = any(token.word is Word.REFUSED for token in found)
        for place, token in enumerate(found):
            self._token(token, found[:place], found[place + 1 :], refused)
            if self.found and token.word is not Word.OTHER:
                self._put(places=tuple(dict.fromkeys((*self.found[-1].places, here))))
        if line.picture and self.found:
            self._put(picture=True)

    def _token(self, token: Token, before: list[Token], after: list[Token], refused: bool) -> None:
        match token.word:
            case Word.ROLE:
                self._role(token, before, after)
            case Word.SIGN | Word.NAME | Word.DATE:
                self._label(token, before)
            case Word.PERSON:
                self._person(token.text, before)
            case Word.DAY:
                if not refused or self.awaited is Word.DATE:
                    self._day(token, before, after)
            case Word.REFUSED:
                if self.found:
                    self._put(refused=token.text)
                self.awaited = None
            case Word.OTHER:
                self._other(token.text)

    def _open(self, **told: object) -> None:
        number = max((record.group for record in self.found), default=0) + 1
        self.found.append(replace(Record(group=number, date=self.day), **told))  # type: ignore[arg-type]

    def _put(self, **told: object) -> None:
        self.found[-1] = replace(self.found[-1], **told)  # type: ignore[arg-type]

    def _role(self, token: Token, before: list[Token], after: list[Token]) -> None:
        role = {"role": token.text, "number": token.number, "many": token.many}
        last = self.found[-1] if self.found else None
        if last is None:
            return self._open(**role)
        again = (last.role, last.number) == (token.text, token.number)
        label = next((t.word for t in after if t.word in LABELS), None)
        if again and (before == [] and label is not None and label not in last.asked and not last.date):
            return None  # 'Reviewer signature: ..', 'Reviewer name: ..'
        named = last.who and not last.asked and not {token.word for token in after} & {Word.PERSON, Word.DAY}
        behind = bool(before) or self.trailing or (not last.date and (bool(named) or not _filled(after)))
        nothing = not last.role and last.empty and not last.asked
        if (last.role or not (behind and (last.who or last.asked or last.date))) and not nothing:
            return self._open(**role)
        for place, record in enumerate(self.found):
            if record is last or (token.many and not record.role and not record.date):
                self.found[place] = replace(record, **role)  # type: ignore[arg-type]
        return None

    def _label(self, token: Token, before: list[Token]) -> None:
        last = self.found[-1] if self.found else None
        word = token.word
        if last is None:
            self._open()
        elif word is self.awaited and before and before[-1].word is word:
            return  # 'Signature: signed on the original'
        elif word is Word.SIGN and (
            last.signature or (last.name and last.date and not before) or (word in last.asked and last.role != "")
        ):
            if not (before and before[-1].word is Word.ROLE):
                self._open()
        elif word is not Word.DATE and word in last.asked and not (before and before[-1].word is Word.ROLE):
            self._open()
        self._put(asked=self.found[-1].asked | {word})
        self.awaited = word

    def _person(self, name: str, before: list[Token]) -> None:
        if not self.found:
            self._open()
        last = self.found[-1]
        slot = "signature" if self.awaited is Word.SIGN else "name"
        labelled, self.awaited = self.awaited in (Word.SIGN, Word.NAME), None
        if labelled and not getattr(last, slot):
            self._put(**{slot: name})
        elif last.who and names.same(last.who, name):
            self._put(**{slot: max(getattr(last, slot), name, key=len)})
        elif not last.who:
            self._put(**{slot: name})
        elif last.role and not last.date and (last.many or (before and before[-1].word is Word.PERSON)):
            self.found.append(replace(last, name=name, signature="", places=()))
        else:
            self._open(name=name)

    def _day(self, token: Token, before: list[Token], after: list[Token]) -> None:
        self.awaited = None
        if not self.found or (self.found[-1].empty and not self.found[-1].role and self.found[-1].asked <= {Word.DATE}):
            if any(t.word in (Word.PERSON, Word.ROLE, Word.SIGN) for t in after):
                self._open(date=token.text)
            else:
                self.found.clear()
                self.day = token.text
            return
        if self.found[-1].date and self.found[-1].date != self.day:
            if not before and after:
                self._open(date=token.text)
            return
        for place, record in enumerate(self.found):
            if record.group == self.found[-1].group and (not record.date or record.date == self.day):
                self.found[place] = replace(record, date=token.text)
        if not any(t.word in (Word.PERSON, Word.ROLE) for t in before):
            self._day_of_those_above(token.text)

    def _day_of_those_above(self, day: str) -> None:
        """A date on a line of its own is also of the names above it of the same role that have no place for one."""
        last = self.found[-1]
        for place in range(len(self.found) - 2, -1, -1):
            record = self.found[place]
            if record.role != last.role or not record.role or record.date or not record.who or Word.DATE in record.asked:
                return
            self.found[place] = replace(record, date=day)

    def _other(self, text: str) -> None:
        if self.awaited in (Word.SIGN, Word.NAME) and (name := _one_name(text)):
            self._put(**{"signature" if self.awaited is Word.SIGN else "name": name})
            self.awaited = None


def _filled(after: list[Token]) -> bool:
    return any(token.word in (Word.PERSON, Word.DAY, Word.OTHER) for token in after)


def _one_name(text: str) -> str:
    """A signature that is no name in full ('T Rowlands', 'TR'); empty where the words are no name at all."""
    text = re.split(r",|;| – | - |\(", text)[0].strip()
    return text if _A_NAME.fullmatch(text) and not re.search(r"\d", text) else ""


def of_lines(streams: Iterator[list[Line]]) -> list[Record]:
    """The places to sign of several runs of lines."""
    return [record for stream in streams for record in records(stream)]
