"""The one place where spaCy is loaded: a blank English pipeline, no downloaded model."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline() -> Language:
    """A blank English tokeniser with a rule-based sentence splitter (takes 0.4 s to import)."""
    with _without_its_command_line():
        from spacy.lang.en import English

    nlp = English()
    nlp.add_pipe("sentencizer")
    return nlp


def sentence_bounds(texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """For each text, the character offsets of its sentences, without surrounding white space.

    Only a text with a sentence's end before its last character is given to spaCy: headings and cells mostly have none.
    """
    ends = _ends()
    longer = pipeline().pipe(dividable(text) for text in texts if ends.search(text.strip()[:-1]))
    for text in texts:
        if ends.search(text.strip()[:-1]):
            starts = [s.start_char for s in next(longer).sents]
            yield [bounds for words, at in _whole(text, starts) for bounds in _parted(words, at)]
        else:
            bounds = _stripped(text, 0)
            yield [bounds] if bounds else []


_UNBROKEN = re.compile(r"\S{200,}(?=\S{3})")
"""What is longer than any word or address: spaCy takes such a one apart sign by sign, each time from its start."""


def dividable(text: str) -> str:
    """A text as it is given to spaCy, letter for letter as long: what no white space parts is letters there.

    Where a sentence ends behind it is still seen.
    """
    return _UNBROKEN.sub(lambda found: "x" * len(found[0]), text)


@cache
def _ends() -> re.Pattern[str]:
    """The characters that end a sentence for spaCy."""
    return re.compile(f"[{re.escape(''.join(pipeline().get_pipe('sentencizer').punct_chars))}]")


_LETTER = re.compile(
    r"(?<=[a-z] [A-Z]\.)\s+(?=(?:An?|The|He|She|They|It|His|Her|Their|This|That|These|Those|There|In|On|At|As|When|After|Before|By|"
    r"From|For|If|But|And|We|I|One|Both|No|Nobody|None|Some|What|Who|Police|Staff|Mother|Father|Mum|Dad|School)\b)"
)
"""Where a sentence ends with a child's letter ('... a letter for B. The school ...'), which spaCy takes for an initial."""


_ABBREVIATED = re.compile(
    r"(?i:\b(?:d\.?o\.?b|approx|paras?|ref|nos?|vols?|incl|etc|al|dept|fig|tel)\.\s+)(?=[a-z\d])"
    r"|\b(?:Sgt|Insp|Supt|Cllr|Det|Approx)\.\s+(?=[A-Z])"
)
"""A stop that ends no sentence but a short form ('d.o.b. 3/4/2015', 'para. 6.1', 'Sgt. Rees'), which spaCy does not know."""


def _whole(text: str, starts: list[int]) -> Iterator[tuple[str, int]]:
    """The sentences that begin at these places, with those put together that a short form had parted."""
    inside = {match.end() for match in _ABBREVIATED.finditer(text)}
    kept = [start for start in starts if start not in inside]
    for start, end in pairwise([*kept, len(text)]):
        yield text[start:end], start


def _parted(sentence: str, start: int) -> Iterator[tuple[int, int]]:
    """The bounds of a sentence, or of the two that a child's letter at its end had joined."""
    cuts = [0, *(match.start() for match in _LETTER.finditer(sentence)), len(sentence)]
    for first, last in pairwise(cuts):
        if bounds := _stripped(sentence[first:last], start + first):
            yield bounds


def _stripped(text: str, start: int) -> tuple[int, int] | None:
    bare = text.strip()
    if not bare:
        return None
    start += len(text) - len(text.lstrip())
    return start, start + len(bare)


@contextmanager
def _without_its_command_line() -> Iterator[None]:
    """Import spaCy without its own command line, which is a third of its import and of no use to a library.

    `spacy/__init__` takes one function, `spacy.info`, from there. A stand-in is in its place while spaCy is imported, and gone
    afterwards, so that `import spacy.cli` still finds the real one.
    """
    stands_in = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    if "spacy" in sys.modules or not sys.modules.keys().isdisjoint(stands_in):
        yield
        return
    stands_in["spacy.cli.info"].__dict__["info"] = None
    sys.modules |= stands_in
    try:
        yield
    finally:
        for name in stands_in:
            sys.modules.pop(name, None)
