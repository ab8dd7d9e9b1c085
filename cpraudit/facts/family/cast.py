"""Whom a sentence speaks of: an index child, all of them or somebody else, and whom its pronouns stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import load, pattern
from cpraudit.patterns import Pattern, compile_pattern, passing_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

ALL = -1
"""Every index child together ('the twins', 'both children')."""
OTHER = -2
"""Anybody who is not an index child."""

PRONOUN = compile_pattern(r"\b(?:he|she|they|his|her|their|him|them|hers|himself|herself)\b", re.IGNORECASE)
_SUBJECT = compile_pattern(r"\b(?:he|she|they|(?:his|her|their)(?= names?\b))\b", re.IGNORECASE)
_GOES_ON = compile_pattern(
    r",? and (?:then |later )?(?:was|were|had|died|is|lived|took|suffered|sustained|collapsed)\b"
)
"""The subject of the sentence goes on after somebody else was named."""
_NOUN = (
    r"(?:child|baby|infant|boy|girl|young (?:person|man|woman)|toddler|teenager|adolescent|pupil|new-?born|male|female|"
    r"schoolboy|schoolgirl)"
)
_AGED = (
    r"(?!(?:twenty|thirty|forty|fifty|sixty)\b)(?:1?\d|[a-z]+)[- ](?:years?|months?|weeks?|days?)[- ]old\b"
    rf"(?! (?:[\w-]+ ){{0,2}}?{_NOUN}\b)"
    r"(?! (?:half|step|brother|sister|sibling|cousin|friend|mother|father|partner|man|woman|adult|perpetrator|case|concern|dog|car|house|\w+ (?:brother|sister|sibling|cousin|man|woman))\b)"
)
"""A child called by its age alone ('the ten-month-old')."""
_ONE = (
    rf"\b(?:[Tt]he|[Tt]his) (?:(?:index|subject|deceased|older|young|little|eldest|youngest) )?(?:{_NOUN}\b|{_AGED})"
    r"(?! (?:of|protection|practice|and famil))|\b(?:[Ii]ndex|[Ss]ubject) (?:child|young person)\b"
)
_NEW = (
    rf"\b(?:[Aa]n?|[Oo]ne) (?:(?!(?:half-?|step-?)?(?:brother|sister|sibling|cousin|friend|mother|father)s?\b)[\w’'½¼¾-]+,? ){{0,6}}?(?:{_NOUN}(?: {_NOUN})?\b|{_AGED})"
    r"(?! (?:of (?:a|the|another|her|his)\b|protection|practice|and adolescent|and famil|care|death|abuse|minder|in need))"
)
_INTRODUCES = (
    SectionKind.CIRCUMSTANCES,
    SectionKind.SUMMARY,
    SectionKind.SCOPE,
    SectionKind.TITLE,
    SectionKind.KEY_DATES,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody at a place in a text."""

    start: int
    end: int
    who: int
    """Number of an index child, ALL, or OTHER."""


class Cast:
    """The index children of one review, by the words that mean them."""

    def __init__(self, review: Review, names: tuple[str, ...]) -> None:
        """`names` are the index children's, in order; none is a child without a name."""
        self.names = names or ("the child",)
        self.alone = len(self.names) == 1
        self._review = review
        self._patterns = [self._called(name) for name in self.names]

    def _called(self, name: str) -> Pattern:
        forms = []
        if name[:1].isupper():
            kind = "" if " " in name or len(name) == 1 else r"(?:(?:Baby|Child|Infant)\s+)?"  # 'Baby Mei', then 'Mei'
            forms.append(r"\b" + kind + re.escape(name).replace(r"\ ", r"\s+") + r"\b")
            if " " in name:
                forms.append(r"(?i:\b" + re.escape(name).replace(r"\ ", r"\s+") + r"\b)")
            letter = name.rsplit(" ", 1)[-1]
            if " " in name and len(letter) <= 2 and self._short(letter):
                forms.append(
                    rf"(?<!Child )(?<!Person )(?<!Twin )(?<!Baby )\b{re.escape(letter)}(?=['’]s\b|\s|,|\.|;|"
                    rf"$)(?!\.\w)"
                )
        if self.alone:
            forms.append(_ONE)
        return passing_pattern("|".join(forms) or r"(?!)")

    def _short(self, letter: str) -> bool:
        """Whether the report calls the child by the letter alone."""
        if letter in {"A", "I"} or not letter.isalpha():
            return False
        named = "".join(rf"(?<!{before} {letter})" for before in ("Child", "Person", "Twin", "Baby", "Appendix", "Annex"))
        bare = passing_pattern(rf"{letter}(?!\w)(?<!\w{letter}){named}")  # the letter first: `re` goes straight to it
        return sum(bool(bare.search(block.text)) for block in self._review.prose.blocks) >= 5

    @cached_property
    def _several(self) -> Pattern:
        words = "|".join(load("children")["several"])
        return compile_pattern(
            rf"(?i)\b(?:the|these|both|all|two|three|four)(?: of)?(?: the)? (?:\w+ ){{0,2}}?(?:{words})\b|"
            rf"\beach (?:child|twin)\b|\btwin (?:boys|girls|brothers|sisters|babies)\b|\b(?:{words}) (?-i:[A-Z]|\d)(?:, (?-i:[A-Z]|\d))*,? (?:and|&) (?-i:[A-Z]|\d)\b"
        )

    def mentions(self, text: str, *, introduces: bool = False, owners: bool = False) -> list[Mention]:
        """Everybody named in a text, in order; a child who only owns somebody ('Child R's mother') is left out, but for `owners`.

        `introduces`: the text may bring the only child in as 'a nine-week-old boy'.
        """
        found: list[Mention] = []
        for who, called in enumerate(self._patterns):
            found += [Mention(*m.span(), who) for m in called.finditer(text)]
        if not self.alone:
            found += [Mention(*m.span(), ALL) for m in self._several.finditer(text) if not _inside(m, found)]
        elif introduces:
            found += [
                Mention(*m.span(), 0)
                for m in re.finditer(_NEW, text)
                if not _inside(m, found) and not _beside_another(text, m)
            ]
        for match in pattern("children", "others").finditer(text):
            if not _inside(match, found):
                found.append(Mention(*match.span(), OTHER))
        return [m for m in sorted(found, key=lambda m: m.start) if m.who == OTHER or owners or not _owns(text, m)]

    def introduces(self, sentence: Sentence) -> bool:
        """Whether a sentence stands where the report brings the child in."""
        outline = self._review.outline
        if outline.within(sentence.block, SectionKind.BACKGROUND):
            return False
        return outline.within(sentence.block, *_INTRODUCES) or places.opens(outline, sentence.block)

    def of(self, sentence: Sentence) -> list[Mention]:
        """Everybody named in a sentence."""
        return self.mentions(sentence.text, introduces=self.introduces(sentence))

    def subject_before(self, sentence: Sentence, previous: tuple[Sentence, ...], at: int) -> int | None:
        """Whom the words just before a place speak of: the nearest person, or whom the nearest pronoun stands for.

        `previous` are the sentences before it in its block. None where nobody is told.
        """
        named = [m for m in self.of(sentence) if m.start < at]
        pronouns = list(_SUBJECT.finditer(sentence.text, 0, at))
        if pronouns and (not named or pronouns[-1].start() > named[-1].start):
            return self._stands_for(sentence, previous, pronouns[-1].start())
        if named and named[-1].who == OTHER and _GOES_ON.search(sentence.text, named[-1].end, at):
            return named[0].who  # 'Child D had a sister, a girl of nine, and died aged six'
        return _joined(sentence.text, named) if named else None

    def _stands_for(self, sentence: Sentence, previous: tuple[Sentence, ...], at: int) -> int | None:
        """Whom a pronoun stands for: the first person of its sentence before it, else of the sentences before."""
        named = [m for m in self.of(sentence) if m.start < at]
        if named:
            return named[0].who
        for earlier in reversed(previous[-3:]):
            mentions = self.of(earlier)
            carried = _SUBJECT.match(earlier.text)  # 'He was placed with a carer': the same person goes on
            if mentions and not carried:
                return mentions[0].who
            if not PRONOUN.search(earlier.text):
                break
        return None


def _joined(text: str, named: list[Mention]) -> int:
    """Whom the last of these mentions speaks of, with those that 'and' joins to it."""
    last = named[-1]
    for before, after in reversed(list(pairwise(named))):
        if not re.fullmatch(r"\s*(?:,|and|&|, and|as well as)\s*", text[before.end : after.start]) or not min(before.who, after.who) >= 0:
            break  # 'two brothers, Child A ..' is followed by one of them
        return ALL
    return last.who


_OTHER_CHILD = compile_pattern(
    r"\b(?:older|elder|younger|other|first|second|third|eldest|youngest|previous|earlier)\s+(?:child|baby|one|son|daughter)\b",
    re.IGNORECASE,
)


def _inside(match: re.Match[str], found: list[Mention]) -> bool:
    return any(m.start < match.end() and match.start() < m.end for m in found)


def _beside_another(text: str, match: re.Match[str]) -> bool:
    """Whether a noun only says more of somebody else ('a brother, a boy of nine')."""
    before = text[: match.start()].rstrip()
    if not before.endswith((",", "(", "–", "—")):
        return False
    others = [*pattern("children", "others").finditer(before), *_OTHER_CHILD.finditer(before)]
    return bool(others) and not before[max(other.end() for other in others) :].strip(" ,(–—")


def _owns(text: str, mention: Mention) -> bool:
    """Whether a name is followed by 's and a person who is somebody else ('Child R's mother')."""
    after = re.match(r"['’]s? (?:\w+[ -]){0,3}?", text[mention.end :])
    if after is None:
        return False
    rest = text[mention.end : mention.end + 40]
    other = pattern("children", "others").search(rest)
    return (
        other is not None and len(rest[: other.start()].split()) <= 4 and not re.search(r"[.,;]", rest[: other.start()])
    )
