"""Makes honest or odd texts that take long to judge where a pattern looks at every place from every other place."""

from __future__ import annotations

from collections.abc import Callable

SENTENCE = "The health visitor told the panel in May 2019 that the mother had not been asked who lived in the house. "
HEAD = "Concise Child Practice Review\nCysgod y Graig Safeguarding Board\n\n"


def _long(piece: str, letters: int = 200_000) -> Callable[[], str]:
    """A text of one piece, told again until it is so long; it is one line, which the reader cuts into paragraphs."""
    return lambda: HEAD + piece * (letters // len(piece)) + "\n"


LONG_TEXTS: dict[str, Callable[[], str]] = {
    "200,000 words of prose": lambda: HEAD + (SENTENCE * 4 + "\n\n") * (200_000 // (4 * len(SENTENCE.split()))),
    "brackets that open": _long("("),
    "brackets that open and close": _long("()"),
    "brackets in words": _long("panel (met "),
    "square brackets": _long("["),
    "quotation marks": _long("'a "),
    "double quotation marks": _long("“the child "),
    "commas": _long("a, "),
    "full stops": _long(". "),
    "dots": _long("."),
    "hyphens": _long("a-"),
    "dashes": _long(" – "),
    "one word without a space": _long("a"),
    "capitals without a space": _long("A"),
    "words in capitals": _long("AB "),
    "names": _long("Gwen Prys "),
    "initials": _long("A. B. "),
    "figures": _long("1"),
    "figures and spaces": _long("12 "),
    "figures with stops": _long("1.1."),
    "dates": _long("3 May 2019, "),
    "dates in figures": _long("03/05/2019 "),
    "years": _long("2019 "),
    "ages": _long("aged 4 years and "),
    "recommendations": _long("The Board should "),
    "labels": _long("Recommendation 1: "),
    "roles": _long("the mother and the father of the child and "),
    "agencies": _long("Health Board, Local Authority and "),
    "slashes": _long("a/b/"),
    "colons": _long("Name: "),
    "tick boxes": _long("☐ Yes ☒ No "),
    "underscores": _long("_"),
    "spaces": _long("a" + " " * 400),
    "apostrophes": _long("child’s "),
    "questions": _long("Who? "),
    "addresses": _long("a@b.cy "),
    "ampersands": _long("A & B "),
    "Welsh": _long("yr oedd y plentyn yn "),
}
"""By what it repeats: the text."""
