"""Numbers as lists and notes show them: figures, letters, Roman numerals, words."""

from __future__ import annotations

_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """A number in one of Word's forms: '4', 'iv', 'd', 'IV', '04', '4th', 'Four', 'Fourth'; figures in any other."""
    if form == "none":
        return ""
    if number > 0 and form in {"lowerRoman", "upperRoman"} and number < 5000:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if number > 0 and form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        return f"{number}{_ending(number)}"
    if form in {"cardinalText", "ordinalText"} and 0 < number < 100:
        return _in_words(number, ordinal=form == "ordinalText").capitalize()
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        while number >= size:
            text, number = text + letters, number - size
    return text


def _ending(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _in_words(number: int, *, ordinal: bool) -> str:
    words = _ONES[number] if number < 20 else "-".join(filter(None, (_TENS[number // 10], _ONES[number % 10])))
    if not ordinal:
        return words
    for end, becomes in (
        ("one", "first"), ("two", "second"), ("three", "third"), ("five", "fifth"), ("eight", "eighth"),
        ("nine", "ninth"), ("twelve", "twelfth"), ("y", "ieth"),
    ):  # fmt: skip
        if words.endswith(end):
            return words[: -len(end)] + becomes
    return f"{words}th"
