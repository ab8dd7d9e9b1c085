"""Names of agencies, services and roles, found in text by the gazetteer and by the form of proper names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from cpraudit.facts.agencies.local_names import LocalAgencies
from cpraudit.facts.text.language import dividable, pipeline
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher

_PLAIN = str.maketrans({"’": "'", "‘": "'", "-": " ", "‑": " ", "–": " "})
"""Apostrophes and hyphens made equal; lengths stay, so that offsets do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for."""

    name: str
    """Canonical name: the organisation's, or the kind of service for a service or role."""
    kind: str
    sector: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A name found in a text."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    entries: tuple[Entry, ...]
    names: PhraseMatcher
    exact: PhraseMatcher
    form: Pattern
    before: frozenset[str]
    endings: dict[str, Entry]


def namings(texts: Iterable[str], local: LocalAgencies = ()) -> Iterator[list[Naming]]:
    """For each text, the agencies, services and roles named in it, in order; where names overlap the longest stands.

    `local` are those that a configuration adds; each stands for a built-in one of the same name.
    """
    gazetteer = _gazetteer(local)
    tokenizer = pipeline().tokenizer
    for text in texts:
        doc = tokenizer(dividable(text.translate(_PLAIN)))
        found = [
            Naming(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), gazetteer.entries[int(doc.vocab.strings[key])])
            for key, start, end in chain(gazetteer.exact(doc), gazetteer.names(doc))
        ]
        yield _longest([*found, *_by_form(text, gazetteer, found)])


@cache
def kinds() -> Mapping[str, str]:
    """Every kind of service, with its sector ('health', 'police', ...)."""
    data = load("agencies")
    rows = (row for key in ("organisation", "bodies", "service", "form") for row in data[key])
    return {row["kind"]: row["sector"] for row in rows}


@cache
def listed_words() -> tuple[tuple[str, Pattern], ...]:
    """Bare words with the kind of service that each names on a list of members ('Health', 'Legal')."""
    from cpraudit.facts.text.lexicon import any_of

    return tuple((kind, any_of(words)) for kind, words in load("agencies")["list"].items())


@cache
def _gazetteer(local: LocalAgencies) -> _Gazetteer:
    from spacy.matcher import PhraseMatcher

    data = load("agencies")
    nlp = pipeline()
    names, exact = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab, attr="ORTH")
    entries: list[Entry] = []
    bodies = ({**row, "name": name, "names": ()} for row in data["bodies"] for name in row["names"])
    none = ({**row, "kind": "", "sector": ""} for row in data["none"])
    added = [{**asdict(agency), "sector": kinds()[agency.kind]} for agency in local]
    taken = {form.casefold() for row in added for form in (*_variants(row), *row["acronyms"])}
    for row in (*added, *data["organisation"], *bodies, *data["service"], *none):
        key = str(len(entries))
        entries.append(Entry(row.get("name", row["kind"]), row["kind"], row["sector"]))
        written = [*row.get("words", ()), *row.get("acronyms", ()), *(f"{a}s" for a in row.get("acronyms", ()))]
        for matcher, forms in ((names, _variants(row)), (exact, [word.translate(_PLAIN) for word in written])):
            kept = forms if len(entries) <= len(added) else [form for form in forms if form.casefold() not in taken]
            matcher.add(key, [nlp.tokenizer(form) for form in kept])
    endings = {end: Entry("", row["kind"], row["sector"]) for row in data["form"] for end in row["ends"]}
    last = "|".join(sorted((end.replace("'", "['’]") for end in endings), key=len, reverse=True))
    word = r"(?:(?:Vale|Isle|County)\s+of\s+)?[A-Z][\w'’-]*\s+(?:(?:and|&|y)\s+)?"
    form = compile_pattern(rf"\b(?:{word}){{1,5}}?(?:{last})\b(?!\s+[A-Z])")
    return _Gazetteer(tuple(entries), names, exact, form, frozenset(data["before_names"]), endings)


def _variants(row: dict[str, Any]) -> list[str]:
    written = [*([row["name"]] if "name" in row else []), *row.get("names", ())]
    plain = [name.translate(_PLAIN) for name in written]
    plural = [f"{name}s" for name in plain if name[-1].isalpha() and not name.endswith(("s", "sh", "ch"))]
    return [form for name in (*plain, *plural) for form in {name, name.replace(" and ", " & ")}]


def _by_form(text: str, gazetteer: _Gazetteer, known: list[Naming]) -> Iterator[Naming]:
    for match in gazetteer.form.finditer(text):
        within = [naming for naming in known if match.start() <= naming.start and naming.end <= match.end()]
        if any(naming.end == match.end() and naming.entry.name != naming.entry.kind for naming in within):
            continue
        # A role or another agency before the name is no part of it: 'Children's Services and Tawe Police'.
        start = max((naming.end for naming in within if naming.end < match.end()), default=match.start())
        words = list(re.finditer(r"\S+", text[start : match.end()]))
        while words and words[0].group() in gazetteer.before:
            words = words[1:]
        name = " ".join(word.group() for word in words)
        ending = max((end for end in gazetteer.endings if name.replace("’", "'").endswith(end)), key=len, default="")
        if not ending or name.replace("’", "'") == ending:
            continue
        entry = gazetteer.endings[ending]
        yield Naming(start + words[0].start(), match.end(), Entry(name, entry.kind, entry.sector))


def _longest(found: list[Naming]) -> list[Naming]:
    kept: list[Naming] = []
    taken: set[int] = set()
    for naming in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if taken.isdisjoint(range(naming.start, naming.end)):
            kept.append(naming)
            taken.update(range(naming.start, naming.end))
    return sorted((naming for naming in kept if naming.entry.kind), key=lambda n: n.start)
