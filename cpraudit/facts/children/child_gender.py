"""The index children's gender: stated, by a gendered noun, or only by pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.children import child_particulars, child_pronouns, children_counted
from cpraudit.facts.children.children import Gender, GenderBasis
from cpraudit.facts.family.cast import ALL, OTHER
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

Known = tuple[Fact[Gender] | None, GenderBasis | None]

_NOUNS = {
    Gender.FEMALE: compile_pattern(
        r"\b(?:girls?|schoolgirl|female|young wom[ae]n|woman|daughters?|granddaughter|sisters?(?= [A-Z\d]\b)|sisters|niece)\b",
        re.IGNORECASE,
    ),
    Gender.MALE: compile_pattern(
        r"\b(?:boys?|schoolboy|male|young m[ae]n|man|sons?|grandson|brothers?(?= [A-Z\d]\b)|brothers|nephew|lad)\b",
        re.IGNORECASE,
    ),
}
_ASKS = compile_pattern(r"\W*(?:gender|sex)\b", re.IGNORECASE)
"""The label of a row or column for the gender."""
_LETTERS = {"M": Gender.MALE, "F": Gender.FEMALE}
_PARTS = compile_pattern(r"[.,;:()\n]|\s[–—/-]\s")
_OWN_BEFORE = compile_pattern(r"^(?!.*\bnot\b).{0,40}$", re.IGNORECASE)
_OWN_AFTER = compile_pattern(
    r"^\s*(?:$|(?:of|aged?|child|baby|infant|toddler|twin|pupil|young|born|who|known|called)\b|\d|[/–-])", re.IGNORECASE
)
"""What may stand after the noun where it is the child's ('Male baby', 'Boy of 3'), and not another's ('Male lodger')."""
_KIN = {"daughter", "son", "granddaughter", "grandson", "niece", "nephew", "daughters", "sons"}
_SELF = compile_pattern(
    r"\b(?:identified|identifies|described (?:him|her|them)sel(?:f|"
    r"ves)) as (?:\w+ ){0,2}(?:non-?binary|gender[- ]?fluid|agender|neither male nor female)|"
    r"\b(?:was|is) non-?binary\b",
    re.IGNORECASE,
)
_LINK = compile_pattern(
    r"(?:\b(?:is|was|were|are|as|being|became|remained|been)\b|,|\(|:|–|—)\s*(?:(?:an?|the|one|"
    r"only|both|(?:his|her|their|Mother['’]s|the \w+['’]s?)|of)\s+)*(?:[\w’'-]+,?\s+){0,4}?$",
    re.IGNORECASE,
)
_CALLED = compile_pattern(
    r"^\s*(?:(?:who|that|and)\s+)?(?:is\s+|was\s+|are\s+|were\s+|will be\s+|has been\s+|have been\s+)?(?:here\s+|"
    r"to be\s+)?(?:called|known|referred to|named|given)\b",
    re.IGNORECASE,
)
_BESIDE = compile_pattern(r"^,?\s+(?=[A-Z])")
_NEXT_OF_LIST = compile_pattern(r",\s+(?:(?:and|the|his|her|their|an?)\s+){0,2}")
"""What stands before the next of a list."""


def find(review: Review, cast: Cast) -> list[Known]:
    """Each index child's gender and how it is known."""
    found: list[Known] = [(None, None)] * len(cast.names)
    for stated in (
        _tabled(review, cast),
        _together(review, cast),
        _listed(review, cast),
        _counted_off(review, cast),
        _by_noun(review, cast),
        _by_name(review, cast),
        _by_kin(review, cast),
    ):
        for who, fact in stated:
            for number in range(len(found)) if who == ALL else [who]:
                if found[number][0] is None:
                    found[number] = (fact, GenderBasis.STATED)
    return [known if known[0] else _by_pronoun(review, cast, who) for who, known in enumerate(found)]


def _by_pronoun(review: Review, cast: Cast, who: int) -> Known:
    fact = child_pronouns.find(review, cast, who)
    return fact, None if fact is None else GenderBasis.PRONOUN


def _tabled(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    for row in child_particulars.rows(review, cast):
        asked = _ASKS.match(row.label) is not None
        if not (asked or row.own or child_particulars.of_child(row.label)):
            continue
        if asked and re.search(r"(?i)non-?binary", row.value):
            yield row.who, Fact(Gender.OTHER, (row.span,), "particulars")
        letter = asked and _LETTERS.get(row.value.strip())
        for gender in _NOUNS:
            if letter is gender or _told_in(row.value, gender):
                yield row.who, Fact(gender, (row.span,), "particulars")


def _told_in(value: str, gender: Gender) -> bool:
    """Whether a cell on the child says it of the child: 'Male', 'Aged 3, girl', but not 'Lives with a sister, a girl of 7'."""
    for part in _PARTS.split(value):
        noun = _NOUNS[gender].search(part)
        other = pattern("children", "others").search(part)
        if (
            noun
            and not (other and other.start() < noun.end())
            and _OWN_BEFORE.search(part[: noun.start()])
            and _OWN_AFTER.match(part[noun.end() :])
        ):
            return True
        if other:
            return False
    return False


def _together(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """Children without names, told as 'four girls and two boys'."""
    if cast.alone or cast.names[0][:1].isupper():
        return
    for sentence, _ in child_pronouns.sentences(review):
        for who, gender in enumerate(children_counted.genders(sentence.text, len(cast.names))):
            yield who, Fact(gender, (sentence.span,), "noun")


_ARE = compile_pattern(
    r"\b(?:is|are|was|were)\s+(?:both |all )?(?:an? |the )?(?:\w+ )?(?P<noun>boys?|girls?|sisters|brothers|female|male|young (?:women|men))\b", re.IGNORECASE
)
_THE_OTHERS = compile_pattern(
    r"\bthe (?:others?|rest|other (?:\w+ )?(?:children|child))\b(?: \w+)? ?(?:is|are|was|were) (?:both |all )?(?:an? )?(?P<noun>boys?|girls?|female|male)\b", re.IGNORECASE
)


def _listed(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Child 1 and Child 3 are girls; the others are boys'."""
    for sentence, _ in () if cast.alone else child_pronouns.sentences(review):
        told: dict[int, Fact[Gender]] = {}
        named = [m for m in cast.mentions(sentence.text) if m.who >= 0]
        for match in _ARE.finditer(sentence.text) if len(named) > 1 else ():
            fact = Fact(_gender_of(match["noun"]), (_span(sentence, match),), "noun")
            end = match.start()
            for mention in reversed([m for m in named if m.end <= match.start()]):
                if not re.fullmatch(r"\s*(?:,|and|&|, and)?\s*", sentence.text[mention.end : end]):
                    break  # only those that 'and' joins to the last before the verb
                told[mention.who], end = fact, mention.start
        if told and (others := _THE_OTHERS.search(sentence.text)):
            fact = Fact(_gender_of(others["noun"]), (_span(sentence, others),), "noun")
            told = {**dict.fromkeys(range(len(cast.names)), fact), **told}
        yield from told.items()


def _counted_off(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Two siblings live there, a boy of ten and a girl', each of whom has a name."""
    for sentence, _ in () if cast.alone or not cast.names[0][:1].isupper() else child_pronouns.sentences(review):
        counted = _COUNTED_OFF.search(sentence.text)
        nouns = list(_ONE_CHILD.finditer(sentence.text, counted.end())) if counted else []
        if counted and len(nouns) == len(cast.names) == _COUNTS.index(counted["count"].lower()):
            for who, noun in enumerate(nouns):
                yield who, Fact(_gender_of(noun.group()), (_span(sentence, noun),), "noun")


_COUNTS = ("", "one", "two", "three", "four", "five", "six")
_COUNTED_OFF = compile_pattern(r"\b(?P<count>two|three|four|five|six) (?:\w+ )?(?:children|siblings)\b[^:;.]{0,30}?(?::|,| [–-]) ", re.IGNORECASE)
_ONE_CHILD = compile_pattern(r"\b(?:girl|boy|daughter|son)\b", re.IGNORECASE)


def _gender_of(noun: str) -> Gender:
    return Gender.FEMALE if _NOUNS[Gender.FEMALE].match(noun) else Gender.MALE


def _by_name(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Sister A' and 'Boy 2' tell it by what they are called."""
    places = {pseudonym.name: pseudonym.span for pseudonym in review.identity.pseudonyms}
    for who, name in enumerate(cast.names):
        for gender, nouns in _NOUNS.items():
            if name in places and nouns.match(name):
                yield who, Fact(gender, (places[name],), "name")
    for sentence, _ in () if cast.alone else child_pronouns.sentences(review):
        for match in (*_SIBLING.finditer(sentence.text), *_IS_SIBLING.finditer(sentence.text)):
            if match["name"] in cast.names:
                gender = Gender.FEMALE if match["kin"].lower() == "sister" else Gender.MALE
                yield cast.names.index(match["name"]), Fact(gender, (_span(sentence, match),), "kin")


_NAME = r"(?P<name>[A-Z]\w+(?: [A-Z\d](?!\w))?)"
_SIBLING = compile_pattern(rf"\b(?P<kin>[Ss]ister|[Bb]rother)(?: | \(|, (?=[A-Z]\w+(?: [A-Z\d])?, (?!and\b))){_NAME}")
"""'his sister Mabli', 'his sister, Mabli, ..', where both are index children."""
_IS_SIBLING = compile_pattern(
    rf"\b{_NAME}(?: (?:is|was) |(?P<beside>, ))(?:his|her|the|an?|[A-Z]\w+(?: [A-Z\d])?['’]s) (?:[a-z]+ ){{0,2}}"
    r"(?:half-?\s?|twin )?(?P<kin>sister|brother)\b(?!['’]| and (?!is\b|was\b|had\b|has\b|lived\b|went\b))(?(beside)(?=[,.)]))(?!, (?:and|his|her|the|an?)\b)"
)
"""'Mabli was his sister', 'Mabli, his sister, ..'; never one of a list ('Mabli, his sister and a lodger')."""


def _by_noun(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Child R, a 14-year-old boy', 'a baby girl, known as Lowri', 'He was a boy of 16', 'two sisters, known as ...'."""
    for sentence, previous in child_pronouns.sentences(review):
        if match := _SELF.search(sentence.text):
            who = cast.subject_before(sentence, previous, match.start())
            if who is not None and who != OTHER:
                yield who, Fact(Gender.OTHER, (_span(sentence, match),), "said")
        for gender, nouns in _NOUNS.items():
            for match in nouns.finditer(sentence.text):
                who = _whose(cast, sentence, previous, match)
                if who is not None:
                    yield who, Fact(gender, (_span(sentence, match),), "noun")


def _span(sentence: Sentence, match: re.Match[str]) -> Span:
    return Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())


def _whose(cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], match: re.Match[str]) -> int | None:
    """Whose gender a noun tells; None where it is somebody else's or nobody's."""
    text, word = sentence.text, match.group().lower()
    before, after = text[: match.start()], text[match.end() :]
    if (
        re.search(
            r"(?i)\b(?:another|other|neighbour['’]s|older|younger|no|every|any|some|that|friends?|like a|"
            r"group of|gang of|like other|foster|unrelated|(?:his|her|their) (?:own )?(?:\w+ )?) ?$",
            before,
        )
        and word not in _KIN
    ):
        return None
    mentions = cast.mentions(text)
    adult = word in {"man", "woman", "men", "women"}
    plural = word in {"girls", "boys", "sisters", "brothers", "sons", "daughters", "men", "young men", "young women"}
    near = [m for m in mentions if 0 <= m.start - match.end() <= 45 and m.who != OTHER]
    if (
        near
        and (_CALLED.match(after) or (_BESIDE.match(after) and not adult and not _in_list(text, match.end(), near[0].end)))
        and not any(m.who == OTHER and match.end() <= m.start < near[0].start for m in mentions)
    ):
        return _agreed(cast, near[0].who, plural=plural)
    if near and near[0].start - match.end() <= 1 and not adult:
        return _agreed(cast, near[0].who, plural=plural)
    if adult or word in _KIN:
        return _kin_whose(cast, sentence, previous, match) if word in _KIN else None
    owned = [m for m in mentions if m.start <= match.start() and match.end() <= m.end and m.who != OTHER]
    if owned and cast.introduces(sentence) and not _quoted(before):
        return owned[0].who
    if cast.alone and not plural and cast.introduces(sentence):
        new = [m for m in cast.of(sentence) if m.start <= match.start() and match.end() <= m.end and m.who == 0]
        if new and not [m for m in mentions if m.end <= new[0].start and m.who == OTHER]:
            return 0
    if not _LINK.search(before):
        return None
    subject = cast.subject_before(sentence, previous, match.start())
    return None if subject is None or subject == OTHER else _agreed(cast, subject, plural=plural)


def _in_list(text: str, noun: int, name: int) -> bool:
    """Whether a noun and the name after it are two of a list of people: 'the girl, Ifor, his father and the lodger'."""
    rest = _NEXT_OF_LIST.match(text[name:]) if text[noun] == "," else None
    return rest is not None and pattern("children", "others").match(text[name + rest.end() :]) is not None


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _agreed(cast: Cast, who: int, *, plural: bool) -> int | None:
    """A plural noun is all children's; a single one is not, where there are several."""
    if plural:
        return None if cast.alone else ALL
    return None if who == ALL else who


def _kin_whose(cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], match: re.Match[str]) -> int | None:
    """'Child R was the second daughter of ...', 'their only son, Twm': kin of the parents, and so the child."""
    before = sentence.text[: match.start()]
    if not re.search(r"(?i)\b(?:is|was)\b[^.;,]{0,45}$|,\s*(?:the|an?|their|her|his)?\s*(?:\w+ ){0,3}$", before):
        return None
    subject = cast.subject_before(sentence, previous, match.start())
    return None if subject in (OTHER, ALL) else subject


def _by_kin(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'her son', said again and again of the only child, where no brother is told of."""
    if not cast.alone:
        return
    text = " ".join(block.text for block in review.prose.blocks)
    for gender, own, sibling in (
        (Gender.MALE, "son", r"brothers?|boys"),
        (Gender.FEMALE, "daughter", r"sisters?|girls"),
    ):
        if re.search(rf"(?i)\b(?:half-?\s?|step-?)?(?:{sibling}|{own}s|siblings?)\b", text):
            continue
        hits = [
            _span(sentence, match)
            for sentence, previous in child_pronouns.sentences(review)
            if review.outline.kind(sentence.block) not in (SectionKind.LEARNING_EVENT, SectionKind.OBJECTIVES)
            for match in re.finditer(
                rf"(?i)\b(?:her|his|their|mother['’]s|father['’]s|parents['’]) (?:\w+ )?{own}\b", sentence.text
            )
            if _of_parents(sentence.text[: match.end()], previous)
        ]
        if len(hits) >= 2:
            yield 0, Fact(gender, tuple(hits[:2]), "kin", Confidence.MEDIUM)


def _of_parents(before: str, previous: tuple[Sentence, ...]) -> bool:
    """Whether nobody but the parents is told of up to here: 'her daughter' after a grandmother is the mother."""
    people = pattern("children", "others")
    for text in (before, *(sentence.text for sentence in reversed(previous[-2:]))):
        told = [match.group() for match in people.finditer(text)]
        if told:
            return all(map(_PARENT.fullmatch, told))
    return True


_PARENT = compile_pattern(r"(?:step-?)?(?:mother|father|mum|mam|mummy|dad|daddy|tad)s?|parents?|couple", re.IGNORECASE)
