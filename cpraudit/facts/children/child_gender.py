"""The index children's gender: stated, by a gendered noun, or only by pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.children import child_particulars, children_counted
from cpraudit.facts.children.children import NOT_READ, Gender, GenderBasis
from cpraudit.facts.family.cast import ALL, OTHER, PRONOUN
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
        r"\b(?:girls?|schoolgirl|female|young wom[ae]n|woman|daughters?|granddaughter|sisters?(?= [A-Z\d]\b)|sisters|niece)\b", re.IGNORECASE
    ),
    Gender.MALE: compile_pattern(
        r"\b(?:boys?|schoolboy|male|young m[ae]n|man|sons?|grandson|brothers?(?= [A-Z\d]\b)|brothers|nephew|lad)\b", re.IGNORECASE
    ),
}
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
    r"^\s*(?:(?:who|that|and)\s+)?(?:is\s+|was\s+|will be\s+|has been\s+)?(?:here\s+|"
    r"to be\s+)?(?:called|known|referred to|named|given)\b",
    re.IGNORECASE,
)
_BESIDE = compile_pattern(r"^,?\s+(?=[A-Z])")
_NOT_OF = {
    Gender.MALE: compile_pattern(
        r"(?:coroner|judge|.*[^s]s|(?:step|grand|great-?grand|half)?-?\s?(?:mother|sister|mum|daughter)|mam|mummy|nain|nana?|gran|mam-?gu|"
        r"aunt(?:ie|y)?|girlfriend|wife|.*woman)",
        re.IGNORECASE,
    ),
    Gender.FEMALE: compile_pattern(
        r"(?:coroner|judge|.*[^s]s|(?:step|grand|great-?grand|half)?-?\s?(?:father|brother|dad|son)|daddy|tad|taid|tad-?cu|uncle|boyfriend|"
        r"husband|.*\bman)",
        re.IGNORECASE,
    ),
}
"""People for whom a pronoun of a gender cannot stand: those of the other, several, and the bench."""
_SLIPS = 1
"""Fewest pronouns, with none against them, that tell a gender (a slip in a neutral text tells it too)."""


def find(review: Review, cast: Cast) -> list[Known]:
    """Each index child's gender and how it is known."""
    found: list[Known] = [(None, None)] * len(cast.names)
    for stated in (
        _tabled(review, cast),
        _together(review, cast),
        _by_noun(review, cast),
        _by_name(review, cast),
        _by_kin(review, cast),
    ):
        for who, fact in stated:
            for number in range(len(found)) if who == ALL else [who]:
                if found[number][0] is None:
                    found[number] = (fact, GenderBasis.STATED)
    return [known if known[0] else _by_pronoun(review, cast, who) for who, known in enumerate(found)]


def _sentences(review: Review) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    for block, sentences in review.prose.by_block.items():
        if not review.outline.within(block, *NOT_READ):
            for place, sentence in enumerate(sentences):
                yield sentence, sentences[:place]


def _tabled(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    for row in child_particulars.rows(review, cast):
        if not (re.match(r"(?i)\W*(?:gender|sex)\b", row.label) or child_particulars.of_child(row.label)):
            continue
        if re.match(r"(?i)\W*(?:gender|sex)\b", row.label) and re.search(r"(?i)non-?binary", row.value):
            yield row.who, Fact(Gender.OTHER, (row.span,), "particulars")
        for gender, nouns in _NOUNS.items():
            match = nouns.search(row.value) or (
                re.fullmatch(r"[MF]", row.value.strip())
                and {"M": Gender.MALE, "F": Gender.FEMALE}[row.value.strip()] is gender
            )
            if (
                match
                and not re.search(r"(?i)\bnot\b", row.value)
                and not pattern("children", "others").match(row.value)
            ):
                yield row.who, Fact(gender, (row.span,), "particulars")


def _together(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """Children without names, told as 'four girls and two boys'."""
    if cast.alone or cast.names[0][:1].isupper():
        return
    for sentence, _ in _sentences(review):
        for who, gender in enumerate(children_counted.genders(sentence.text, len(cast.names))):
            yield who, Fact(gender, (sentence.span,), "noun")


def _by_name(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Sister A' and 'Boy 2' tell it by what they are called."""
    places = {pseudonym.name: pseudonym.span for pseudonym in review.identity.pseudonyms}
    for who, name in enumerate(cast.names):
        for gender, nouns in _NOUNS.items():
            if name in places and nouns.match(name):
                yield who, Fact(gender, (places[name],), "name")
    for sentence, _ in () if cast.alone else _sentences(review):
        for match in _SIBLING.finditer(sentence.text):
            if match["name"] in cast.names:
                gender = Gender.FEMALE if match["kin"].lower() == "sister" else Gender.MALE
                yield cast.names.index(match["name"]), Fact(gender, (_span(sentence, match),), "kin")


_SIBLING = compile_pattern(r"\b(?P<kin>[Ss]ister|[Bb]rother) (?P<name>[A-Z]\w+(?: [A-Z\d](?!\w))?)")
"""'his sister Mabli', where both are index children."""


def _by_noun(review: Review, cast: Cast) -> Iterator[tuple[int, Fact[Gender]]]:
    """'Child R, a 14-year-old boy', 'a baby girl, known as Lowri', 'He was a boy of 16', 'two sisters, known as ...'."""
    for sentence, previous in _sentences(review):
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
        and (_CALLED.match(after) or (_BESIDE.match(after) and not adult))
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
            for sentence, _ in _sentences(review)
            if review.outline.kind(sentence.block) not in (SectionKind.LEARNING_EVENT, SectionKind.OBJECTIVES)
            for match in re.finditer(
                rf"(?i)\b(?:her|his|their|mother['’]s|father['’]s|parents['’]) (?:\w+ )?{own}\b", sentence.text
            )
        ]
        if len(hits) >= 2:
            yield 0, Fact(gender, tuple(hits[:2]), "kin", Confidence.MEDIUM)


def _by_pronoun(review: Review, cast: Cast, who: int) -> Known:
    """Pronouns that can only be the child's; a clear majority decides."""
    spans: dict[Gender, list[Span]] = {Gender.FEMALE: [], Gender.MALE: []}
    for sentence, previous in _sentences(review):
        for match in PRONOUN.finditer(sentence.text):
            word = match.group().lower()
            if word in {"they", "their", "them"}:
                continue
            gender = Gender.MALE if word in {"he", "his", "him", "himself"} else Gender.FEMALE
            if _only(cast, sentence, previous, match.start(), gender) == who:
                spans[gender].append(_span(sentence, match))
            break
    best = max(spans, key=lambda gender: len(spans[gender]))
    other = sum(len(told) for told in spans.values()) - len(spans[best])
    if len(spans[best]) < _SLIPS or len(spans[best]) < 3 * other:
        return None, None
    sure = Confidence.MEDIUM if len(spans[best]) >= 4 else Confidence.LOW
    return Fact(best, tuple(spans[best][:2]), "pronouns", sure), GenderBasis.PRONOUN


def _only(cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], at: int, gender: Gender) -> int | None:
    """The one person whom a pronoun can stand for: nobody else is named before it who could be of its gender, here or,
    where nobody is, in the two sentences before."""
    before = [m for m in cast.of(sentence) if m.start < at]
    able = [m for m in before if m.who != OTHER or not _NOT_OF[gender].fullmatch(sentence.text[m.start : m.end])]
    named = {m.who for m in able}
    if before and not able:  # 'Child R's mother said that he ..'
        named = {m.who for m in cast.mentions(sentence.text[:at], owners=True) if m.who != OTHER}
    if not named and previous and (at <= 12 or before):
        around = (cast.of(earlier) for earlier in (*previous[-1:], *previous[-2:-1]))
        named = next(({m.who for m in told} for told in around if told), set())
    return next(iter(named)) if len(named) == 1 else None
