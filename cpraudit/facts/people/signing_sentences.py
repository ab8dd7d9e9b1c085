"""Sentences that tell who signed the report, and when: 'signed by Jane Roe, reviewer, and Sam Poe, panel chair, on 4 May'."""

from __future__ import annotations

import re
from dataclasses import replace

from cpraudit.facts.people.signing_lines import PROSE_WORDS, Line, Record
from cpraudit.facts.people.signing_words import Token, Word, tokens
from cpraudit.patterns import compile_pattern

_SIGNED = compile_pattern(
    r"\b(?:signed|countersigned)\b(?: \w+){0,6} (?:by|on|in)\b|\b(?:have|has|had|both|all) (?:\w+ )?signed\b|\bsigned (?:this|the|it)\b",
    re.IGNORECASE,
)
_CHAIRED = compile_pattern(r"\bwho (?:has |had )?chaired\b", re.IGNORECASE)
_SENTENCES = compile_pattern(r"(?<=[a-z\d)][.;])\s+(?=[A-ZÂÊÎÔÛŴŶ])")


def told(line: Line) -> list[Record]:
    """Who is told to have signed, in sentences of prose that have a name, a role and a day; none otherwise."""
    if len(line.text.split()) <= PROSE_WORDS or not _SIGNED.search(line.text):
        return []
    places = ((line.block, len(line.text)),)
    records: list[Record] = []
    for sentence in _SENTENCES.split(_CHAIRED.sub("chair of", line.text)):
        found = tokens(sentence) if _SIGNED.search(sentence) else []
        if {Word.PERSON, Word.DAY, Word.ROLE} <= {token.word for token in found}:
            records += [replace(record, places=places) for record in _signers(found) if record.role]
    return records


def _signers(found: list[Token]) -> list[Record]:
    """Each name with the role beside it, on whichever side that stands, and the next day told."""
    records: list[Record] = []
    ahead: Token | None = None
    """A role that stands before its names ('the reviewers, A and B')."""
    day = ""
    """A day that stands before all names."""
    for token in found:
        if token.word is Word.ROLE:
            behind = [n for n, record in enumerate(records) if not record.role]
            for n in behind:
                records[n] = replace(records[n], role=token.text, number=token.number)
            ahead = None if behind else token
        elif token.word is Word.PERSON:
            told = (ahead.text, ahead.number) if ahead else ("", "")
            records.append(Record(*told, name=token.text, date=day))
            ahead = ahead if ahead and ahead.many else None
        elif token.word is Word.DAY and not records:
            day = token.text
        elif token.word is Word.DAY:
            records = [record if record.date else replace(record, date=token.text) for record in records]
    return records
