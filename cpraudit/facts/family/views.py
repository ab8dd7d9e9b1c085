"""What relatives said to the review: reported views and quotations, with whose they are and in which section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.family.cues import Act
from cpraudit.facts.family.engagement import Reader
from cpraudit.facts.family.kin import Kin, Mention, same_person
from cpraudit.facts.text import lexicon
from cpraudit.facts.text.quoting import quotations
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

NOT_READ = (
    SectionKind.TERMS,
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
    SectionKind.GLOSSARY,
    SectionKind.REFERENCES,
    SectionKind.STATEMENT,
    SectionKind.WELSH_GOVERNMENT,
    SectionKind.CONTENTS,
    SectionKind.TITLE,
    SectionKind.CHANGES,
)
"""Sections that never tell what relatives did or said."""
TELLING = (
    SectionKind.NARRATIVE,
    SectionKind.CHRONOLOGY,
    SectionKind.CIRCUMSTANCES,
    SectionKind.KEY_DATES,
    SectionKind.BACKGROUND,
    SectionKind.AGENCIES,
)
"""Sections that retell records: words there were as a rule said to somebody else at the time."""
RECORDS = (SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.KEY_DATES)
"""Sections that may retell them in the present tense."""


@dataclass(frozen=True, slots=True)
class View:
    """Something a relative is quoted or reported as saying to the review."""

    relation: str
    kin: Kin
    span: Span
    section: int
    """Index of the innermost section that holds it."""
    quoted: bool
    collective: bool = False
    """The family's at large, and nobody's in particular."""
    outright: bool = False
    """Told in so many words to the reviewers ('told us'), so that the speaker took part."""


_ONLY_SPOKE = compile_pattern(
    r"(?i)\b(?:spoke|talked|met|wrote)\b(?!.*\b(?:about|of (?:her|his|their|how|the)|sa(?:id|ying)|told|felt|that)\b)"
)
_ATTRIBUTED = compile_pattern(r"^[\s–—-]*\(?([^“”\"()]{1,60})\)?[\s.:]*$")
_FIRST_PERSON = compile_pattern(r"(?i)\b(?:I|me|my|we|us|our|I['’]\w+)\b")


@cache
def _told_review() -> Pattern:
    """A verb of saying with the reviewers as its hearers."""
    words = lexicon.load("family")
    verbs, objects = (*words["said"]["verbs"], "tells", "says"), "|".join(words["contact"]["object"])
    bare = r"(?!(?:saw|spoke|talked)\b(?!.* (?:about|of|said|told)\b))"
    hearers = rf"(?: (?!that\b)\w+){{0,2}}? (?:to |with )?(?:{objects})"
    return lexicon.any_of([f"{bare}(?:{verb}){hearers}" for verb in verbs])


@cache
def _said() -> Pattern:
    said = lexicon.load("family")["said"]
    return lexicon.any_of([*said["verbs"], *said["now"]])


def _now() -> Pattern:
    return lexicon.pattern("family", "said.now")


def reviewers_in(text: str) -> bool:
    """Whether the reviewers are party to what a sentence tells; in a narrative 'the review' may be a conference."""
    return bool(lexicon.pattern("family", "said.reviewers").search(text))


def told(review: Review, engagement_blocks: frozenset[int]) -> Iterator[View]:
    """Views that are told of the review in so many words, or stand in the account of engagement."""
    listing: View | None = None
    for block, sentences in review.prose.by_block.items():
        if not _read(review, block):
            continue
        if listing and review.document.blocks[block].kind is BlockKind.LIST_ITEM:  # 'Mother told us that: - ... - ...'
            yield replace(listing, span=sentences[0].span)
            continue
        views = list(_told_in(review, sentences, home=block in engagement_blocks))
        yield from views
        lists = views and sentences[-1].text.endswith(":") and views[-1].span == sentences[-1].span
        listing = views[-1] if lists else None


def heard(review: Review, people: tuple[Mention, ...], taken: frozenset[Span]) -> Iterator[View]:
    """Quotations and present-tense views of people who are known to have spoken to the review."""
    for block in review.prose.blocks:
        if block.index in review.outline.headings or not _read(review, block.index):
            continue
        yield from _pull_quote(review, block.index, people)
        now = _now().search(block.text) and not review.outline.within(block.index, *RECORDS)
        if now or not retells(review, block.index):
            for view in _quoted_in(review, block.index, people):
                if not any(_overlap(view.span, span) for span in taken):
                    yield view


def _overlap(first: Span, second: Span) -> bool:
    return first.block == second.block and first.start < second.end and second.start < first.end


def retells(review: Review, block: int) -> bool:
    """Whether a block retells records (the nearest section that is of a telling or another known kind decides)."""
    return kind(review, block) in TELLING


def kind(review: Review, block: int) -> SectionKind:
    """What the nearest section of a known kind that holds a block is for."""
    return next((s.kind for s in review.outline.lineage(block) if s.kind is not SectionKind.OTHER), SectionKind.OTHER)


def _read(review: Review, block: int) -> bool:
    return not review.outline.within(block, *NOT_READ) and not review.document.blocks[block].part


def _told_in(review: Review, sentences: tuple[Sentence, ...], *, home: bool) -> Iterator[View]:
    """Views of one block; one that follows another by the same speaker needs no 'told us' of its own."""
    reader = Reader(review.kin.gender)
    speaking: tuple[Mention, ...] = ()
    if sentences[0].block in review.outline.headings:
        return
    for sentence in sentences:
        text, mentions = review.kin.of(sentence)
        if noted := _noted(review, sentence):
            yield from noted
            speaking = ()
            continue
        speakers, outright = _speakers_told(review, sentence, reader, speaking, home=home)
        empty = lexicon.pattern("family", "said.no_content").search(text) or _ONLY_SPOKE.search(text)
        if speakers and not empty:
            yield from (_view(review, sentence, speaker, outright=outright) for speaker in speakers)
            speaking = speakers
        elif mentions:
            speaking = ()
        if speakers:
            reader.memory.stranger = False
            reader.memory.note(speakers)
        else:
            reader.pass_over(text, mentions)


def _noted(review: Review, sentence: Sentence) -> list[View]:
    """What a note gives as said by those at its head ('Mam – met twice. Said: felt judged; wanted one worker'), a view for each part."""
    notes = [n for n in review.family_notes.get(sentence.block, ()) if n.span.start < sentence.start < n.span.end]
    text = review.kin.of(sentence)[0]
    verb = _SAID_ALONE.match(text)
    if verb is None or not notes or notes[0].act is not Act.HEARD or lexicon.pattern("family", "said.no_content").search(text):
        return []
    parts = [
        Span(sentence.block, sentence.start + part.start(), sentence.start + part.end())
        for part in _SAID_PART.finditer(text, verb.end())
    ]
    whole = [_view(review, sentence, person) for person in notes[0].people]
    return [replace(view, span=part) for view in whole for part in parts]


_SAID_ALONE = compile_pattern(
    r"(?i)\W*(?:(?:also|then|later|and) )*(?:said|felt|thought|believed|wanted|wished|described|recalled|remembered|explained|worried|praised|"
    r"views?)\b(?! (?:by|to|no|yes)\b)"
)
"""A verb of saying that opens a sentence with no subject; 'asked' and 'told' so may be what was done to them."""
_SAID_PART = compile_pattern(r"[^\s;:,.](?:[^;.]*[^\s;.])?")


def _speakers_told(
    review: Review, sentence: Sentence, reader: Reader, speaking: tuple[Mention, ...], *, home: bool
) -> tuple[tuple[Mention, ...], bool]:
    """Who says something in a sentence, and whether it is told to the reviewers in so many words."""
    text, mentions = review.kin.of(sentence)
    outright = _told_review().search(text)
    to_reviewers = home or not retells(review, sentence.block) or reviewers_in(text)
    if outright and to_reviewers and not _denied(text, outright.start()):
        who = reader.subject(text, outright.start(), mentions)
        return who or _child_by_default(review, text, outright.start(), reader), True
    said = _said().search(text)
    if (home or speaking) and said and not _denied(text, said.start()) and not _to_others(text, said):
        who = reader.subject(text, said.start(), mentions)
        if home or any(same_person(a, b) for a in who for b in speaking):
            return who, False
    return (), False


_PASSIVE = compile_pattern(r"(?i)\b(?:was|were|been|being|is|are)(?: also| then| often| \w+ly)? $")
_FELT = compile_pattern(r"(?i)(?:was|were)\b")
"""'Was angry' is among the words of saying itself; 'was thought' is what others thought."""


def _view(review: Review, sentence: Sentence, speaker: Mention, *, outright: bool = False) -> View:
    words = review.document.quote(sentence.span)
    return View(
        relation=speaker.relation,
        kin=speaker.kin,
        span=sentence.span,
        section=review.outline.innermost[sentence.block],
        quoted="“" in words or '"' in words,
        collective=speaker.kin is Kin.FAMILY,
        outright=outright,
    )


def _to_others(text: str, said: re.Match[str]) -> bool:
    """Whether what was said was said to a practitioner, at the time: 'told the police', 'wrote to his tutor'."""
    end = said.end()
    hearer = _HEARER.match(text, end) if _ADDRESSED.match(said.group()) else None
    if hearer is None or reviewers_in(hearer.group()):
        return False
    listener = lexicon.pattern("family", "professionals.words").search(text, end, hearer.end())
    return listener is not None or bool(_CAPITALS.search(text, end, hearer.end()))


_HEARER = compile_pattern(
    r"(?i)(?: (?:to|with))?(?: (?:the|a|an|his|her|their|one|some))?(?: (?!that\b|of\b)[\w’'-]+){1,4}?(?= (?:that|of|about|he|she|they|it|how|what)\b|[.,:;]|$)"
)
_ADDRESSED = compile_pattern(
    r"(?i)(?:told|tells?|asked|wrote|spoke|talked|said|explained|reported|described|admitted|shared)$"
)
_CAPITALS = compile_pattern(r"\b[A-Z]{3,}\b")
"""A service by its initials: 'told CAMHS'."""


def _denied(text: str, at: int) -> bool:
    """Whether a verb is denied ('did not say'), was to come, or is passive ('was told about')."""
    before = text[:at]
    if any(
        re.fullmatch(r"(?: \w+)? ", before[m.end() :])
        for m in lexicon.pattern("family", "said.denied").finditer(before)
    ):
        return True
    return bool(_PASSIVE.search(before) and not _FELT.match(text, at))


def _child_by_default(review: Review, text: str, at: int, reader: Reader) -> tuple[Mention, ...]:
    """The index child, for 'he told us' in a passage that names nobody else."""
    if reader.memory.recent or reader.memory.stranger or reader.memory.strangers or not review.kin.children:
        return ()
    if re.match(r"(?i)\W*(?:he|she|they)\b", text) and at < 30:
        return (Mention(0, 0, "index child", Kin.CHILD),)
    return ()


def _pull_quote(review: Review, index: int, people: tuple[Mention, ...]) -> Iterator[View]:
    """A quotation that stands by itself, with a name after it or in the next block."""
    text = review.document.blocks[index].text
    spans = quotations(text)
    if not spans or sum(end - start for start, end in spans) < 0.6 * len(text) or spans[0][0] > 3:
        return
    after = text[spans[-1][1] :].strip()
    if not after and index + 1 < len(review.document.blocks):
        after = review.document.blocks[index + 1].text
    name = _ATTRIBUTED.match(after)
    if not name or len(after.split()) > 8:
        return
    for mention in _known(review, name.group(1), people):
        yield View(
            mention.relation,
            mention.kin,
            Span(index, spans[0][0], spans[-1][1]),
            review.outline.innermost[index],
            quoted=True,
        )
        return


def _known(review: Review, text: str, people: tuple[Mention, ...]) -> list[Mention]:
    return [m for m in review.kin.relatives.mentions(text) if any(same_person(m, person) for person in people)]


def _quoted_in(review: Review, index: int, people: tuple[Mention, ...]) -> Iterator[View]:
    """Quotations given to someone heard: 'Mother says', 'K: “...”', 'in his aunt's words', or plainly theirs."""
    reader = Reader(review.kin.gender)
    for sentence in review.prose.by_block.get(index, ()):
        text, mentions = review.kin.of(sentence)
        empty = "·" not in text and lexicon.pattern("family", "said.no_content").search(text)
        known = [m for m in _quoted_by(review, sentence, reader) if any(same_person(m, person) for person in people)]
        if known and not empty:
            yield _view(review, sentence, known[0])
        reader.pass_over(text, mentions)


_SAID_BEHIND = compile_pattern(
    r"(?i)·+,? (?P<who>she|he|they|(?:(?:the|his|her|their) )?[\w’'-]+(?: [\w’'-]+)?) (?:said|told (?:us|me|the reviewers?)|explained|recalled|added|remembered)\b"
)
"""A quotation with the speaker behind it: '“I was the plan,” she said.'"""


def _quoted_by(review: Review, sentence: Sentence, reader: Reader) -> tuple[Mention, ...]:
    """Whose words a sentence gives, as far as its form tells."""
    text, mentions = review.kin.of(sentence)
    if words := re.search(r"(?i)\bin (?:the )?(?:[\w’'-]+ ){0,2}[\w-]+['’]s? (?:own )?words", text):
        owners = tuple(m for m in mentions if words.start() < m.end <= words.end())
        if owners:
            return owners
    pictured = kind(review, sentence.block) is SectionKind.CHILD  # who the child was: told for the review
    now = _now().search(text) or (_said().search(text) if pictured else None)
    if now and not _denied(text, now.start()):
        subject = reader.subject(text, now.start(), mentions)
        if subject and not any(m in mentions for m in subject):  # a pronoun
            return subject
        beside = tuple(m for m in subject if now.start() - m.end <= 12)
        if beside:
            return beside
    quoted = text.find("·")
    if quoted < 0 or retells(review, sentence.block):
        return ()
    lead = text[:quoted].rstrip()
    if lead.endswith(":"):
        return reader.subject(text, quoted, mentions) or tuple(m for m in mentions if m.end == len(lead) - 1)
    if by := _SAID_BEHIND.match(text):
        return reader.subject(text, by.end(), mentions) or tuple(m for m in mentions if by.start("who") == m.start)
    alone = quoted <= 2 and text.count("·") > 40
    if alone and _FIRST_PERSON.search(review.document.quote(sentence.span)):
        return reader.memory.stands_for("she") or reader.memory.stands_for("he")
    return ()
