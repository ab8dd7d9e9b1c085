"""Deaths that are not the child's: a parent killed in the attack that the child survived, or anybody coded as an adult."""

from __future__ import annotations

import re

from cpraudit.patterns import compile_pattern

_ADULT = (
    r"(?:Adult (?:[A-Z]{1,2}|\d{1,2})|(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|(?:Child |Baby )?[A-Z]\w*['’]s) (?:birth )?)?"
    r"(?:[Mm]other|[Ff]ather|[Ss]tep(?:mother|father)))\b(?!['’])"
)
_ALONE = r"(?!,? and (?!(?:of )?(?:the )?(?:attempt|injur)|Adult\b|was\b|is\b|has\b|had\b|sentenced\b))"
_OF_ADULT = compile_pattern(rf"(?:(?: into)?(?: the)? (?:death|murder|manslaughter))? of {_ADULT}{_ALONE}")
"""After 'convicted of the murder', 'the death' or 'inquest': of an adult, and of nobody joined with one."""
_DIED = compile_pattern(
    r"(?:has |had )?died|(?:was |were )?found (?:dead|hanged)|was (?:killed|murdered|pronounced \w+)|passed away|did not survive|"
    r"(?:is|was) (?:now )?deceased"
)
"""Said of the one who died, and not of one who did it ('the father drowned him')."""
_ADULT_WAS = compile_pattern(
    rf"{_ADULT}(?: \([^()]{{1,20}}\)|, the (?:mother|father|step(?:mother|father)) of [\w ]{{1,20}},)?(?P<who>,? who)?(?: (?:was|had|has|been))*(?: (?:aged )?\d\d when (?:he|she))? $"
)
"""Before such words: an adult who is their subject."""
_JOINED = compile_pattern(r"\b(?:and|with|of|by|to|from|for|or)(?: the| his| her| their)? $")
"""Before an adult who, without 'who', is not the subject or not the only one."""
_ATTEMPTED = compile_pattern(r"\battempted\b")


def is_anothers(text: str, hit: re.Match[str]) -> bool:
    """Whether words of a death tell of an adult's alone, or of one that was only attempted."""
    if _ATTEMPTED.search(hit.group()) or _OF_ADULT.match(text, hit.end() - (3 if hit.group().endswith(" of") else 0)):
        return True
    subject = _ADULT_WAS.search(text, 0, hit.start()) if _DIED.fullmatch(hit.group()) else None
    return subject is not None and (subject["who"] is not None or not _JOINED.search(text, 0, subject.start()))
