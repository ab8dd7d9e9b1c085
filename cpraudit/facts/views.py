"""What relatives said to the review: reported views and quotations, with whose they are and in which section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon
from cpraudit.facts.engagement import Reader
from cpraudit.facts.quoting import quotations
from cpraudit.facts.relations import Kin, Mention, same_person

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review

NOT_READ = (
    SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN, SectionKind.GLOSSARY, SectionKind.REFERENCES,
    SectionKind.STATEMENT, SectionKind.WELSH_GOVERNMENT, SectionKind.CONTENTS, SectionKind.TITLE, SectionKind.CHANGES,
)  # fmt: skip
TELLING = (
    SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.CIRCUMSTANCES, SectionKind.KEY_DATES, SectionKind.BACKGROUND,
    SectionKind.AGENCIES,
)  # fmt: skip
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
    outright: bool = False
    """Told in so many words to the reviewers ('told us'), so that the speaker took part."""


@cache
def _told_review() -> re.Pattern[str]:
    words = lexicon.load("family")
    verbs, objects = "|".join(words["said"]["verbs"]), "|".join(words["contact"]["object"])
    return lexicon.any_of([rf"(?!(?:saw|spoke|talked)\b(?!.* (?:about|of|said|told)\b))(?:{verbs}|tells|says)(?: (?!that\b)\w+){{0,2}}? (?:to |with )?(?:{objects})"])


@cache
def _said() -> re.Pattern[str]:
    said = lexicon.load("family")["said"]
    return lexicon.any_of([*said["verbs"], *said["now"]])


@cache
def _now() -> re.Pattern[str]:
    return lexicon.any_of(lexicon.load("family")["said"]["now"])


_NO_CONTENT = re.compile(
    r"(?i)\b(?:did not (?:wish|want|reply|respond)|declined|agreed to|asked (?:us|me|the reviewers?)? ?not|wished to (?:thank|take part)|wanted to take part|offered|thank(?:ed|s)?|grateful (?:to|for)|condolences|shared (?:his|her|their) views? (?:with|on the review))\b"
)
_ONLY_SPOKE = re.compile(r"(?i)\b(?:spoke|talked|met|wrote)\b(?!.*\b(?:about|of (?:her|his|their|how|the)|sa(?:id|ying)|told|felt|that)\b)")
REVIEWERS = re.compile(
    r"(?i)\breviewers?\b|\bus\b|\bwe\b|\bme\b|\bI\b|\breview panel\b|\b(?:part|contribut\w+|participat\w+|involve\w*|engag\w+) (?:in|to|with) (?:the|this) (?:child practice |practice )?review\b(?! conference| meeting)"
)
_ATTRIBUTED = re.compile(r"^[\s–—-]*\(?([^“”\"()]{1,60})\)?[\s.:]*$")
_FIRST_PERSON = re.compile(r"(?i)\b(?:I|me|my|we|us|our|I['’]\w+)\b")


def told(review: Review, engagement_blocks: frozenset[int]) -> Iterator[View]:
    """Views that are told of the review in so many words, or stand in the account of engagement."""
    for block, sentences in review.prose.by_block.items():
        if _read(review, block):
            yield from _told_in(review, sentences, home=block in engagement_blocks)


def heard(review: Review, people: tuple[Mention, ...], taken: frozenset[Span]) -> Iterator[View]:
    """Quotations and present-tense views of people who are known to have spoken to the review."""
    previous = ""
    for block in review.prose.blocks:
        if block.index in review.outline.headings or not _read(review, block.index):
            continue
        yield from _pull_quote(review, block.index, people)
        if not retells(review, block.index) or (
            _spoken_now(block.text) and not review.outline.within(block.index, *RECORDS)
        ):
            for view in _quoted_in(review, block.index, people, previous):
                if not any(view.span.block == span.block and view.span.start < span.end and span.start < view.span.end for span in taken):
                    yield view
        previous = block.text


def retells(review: Review, block: int) -> bool:
    """Whether a block retells records (the nearest section that is of a telling or another known kind decides)."""
    kind = next((s.kind for s in review.outline.lineage(block) if s.kind is not SectionKind.OTHER), SectionKind.OTHER)
    return kind in TELLING


def _read(review: Review, block: int) -> bool:
    return not review.outline.within(block, *NOT_READ) and not review.document.blocks[block].part


def _spoken_now(text: str) -> bool:
    return bool(_now().search(text))


def _told_in(review: Review, sentences: tuple[Sentence, ...], *, home: bool) -> Iterator[View]:
    reader = Reader()
    speaking: tuple[Mention, ...] = ()
    block = sentences[0].block
    if block in review.outline.headings:
        return
    for sentence in sentences:
        text, mentions = review.kin.of(sentence)
        whole = review.document.blocks[block].text[sentence.start : sentence.end]
        speakers: tuple[Mention, ...] = ()
        explicit = _told_review().search(text)
        if explicit and (home or _to_reviewers(review, block, text)) and not _denied(text, explicit.start()):
            speakers = reader.subject(text, explicit.start(), mentions) or _child_by_default(review, text, explicit.start(), reader)
        elif (home or speaking) and (said := _said().search(text)) and not _denied(text, said.start()):
            who = reader.subject(text, said.start(), mentions)
            if home or any(same_person(a, b) for a in who for b in speaking):
                speakers = who
        if speakers and not _NO_CONTENT.search(text) and not _ONLY_SPOKE.search(text):
            for speaker in speakers:
                yield View(
                    speaker.relation, speaker.kin, sentence.span, review.outline.innermost[block], "“" in whole or '"' in whole, speaker.collective,
                    outright=bool(explicit),
                )
            speaking = speakers
        elif mentions:
            speaking = ()
        if speakers:
            reader.memory.stranger = False
            reader.memory.note(speakers)
        else:
            reader.pass_over(text, mentions)


def _to_reviewers(review: Review, block: int, text: str) -> bool:
    """Whether words were said to the reviewers; in a narrative 'the review' may be a child protection review."""
    return not retells(review, block) or bool(REVIEWERS.search(text))


def _denied(text: str, at: int) -> bool:
    return bool(re.search(r"(?i)\b(?:not|never|to|nobody|no one|had|having|could have|should have|might have|if (?:he|she|they))(?: \w+)? $", text[:at])) or bool(re.match(r"(?i)(?:told|asked|said|seen) (?:by|about|that)\b", text[at:]) and re.search(r"(?i)\b(?:was|were|been) $", text[:at]))


def _child_by_default(review: Review, text: str, at: int, reader: Reader) -> tuple[Mention, ...]:
    """The index child, for 'he told us' in a passage that names nobody else."""
    if reader.memory.recent or reader.memory.stranger or not review.kin.children:
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
        yield View(mention.relation, mention.kin, Span(index, spans[0][0], spans[-1][1]), review.outline.innermost[index], quoted=True)
        return


def _known(review: Review, text: str, people: tuple[Mention, ...]) -> list[Mention]:
    return [m for m in review.kin.relatives.mentions(text) if any(same_person(m, person) for person in people)]


def _quoted_in(review: Review, index: int, people: tuple[Mention, ...], previous: str) -> Iterator[View]:
    """Quotations given to someone heard: 'Mother says', 'K: “...”', 'in his aunt's words', or plainly theirs."""
    document = review.document.blocks[index].text
    reader = Reader()
    section = review.outline.innermost[index]
    for sentence in review.prose.by_block.get(index, ()):
        text, mentions = review.kin.of(sentence)
        speakers = _speakers(review, text, mentions, reader, document, sentence, people)
        for speaker in speakers[:1]:
            yield View(speaker.relation, speaker.kin, sentence.span, section, "“" in document[sentence.start : sentence.end])
        reader.pass_over(text, mentions)


def _speakers(
    review: Review, text: str, mentions: tuple[Mention, ...], reader: Reader, document: str, sentence: Sentence, people: tuple[Mention, ...]
) -> list[Mention]:
    found: tuple[Mention, ...] = ()
    telling = retells(review, sentence.block)
    quoted = text.find("·")
    if match := re.search(r"['’]s? (?:own )?words", text):
        found = tuple(m for m in mentions if abs(m.end - match.start()) <= 3 or m.end == match.start() + 3)
    if not found and (match := _now().search(text)) and not _denied(text, match.start()):
        subject = reader.subject(text, match.start(), mentions)
        found = tuple(m for m in subject if match.start() - m.end <= 12 or m.end == 0 or m.start >= match.start())
        if subject and not any(m in mentions for m in subject):
            found = subject
    if not found and not telling and quoted >= 0:
        lead = text[:quoted].rstrip()
        if lead.endswith(":"):
            found = reader.subject(text, quoted, mentions) or tuple(m for m in mentions if m.end == len(lead) - 1)
        elif quoted <= 2 and text.count("·") > 40 and _FIRST_PERSON.search(document[sentence.start : sentence.end]):
            found = reader.memory.stands_for("she") or reader.memory.stands_for("he")
    if quoted < 0 and _NO_CONTENT.search(text):
        return []
    return [m for m in found if any(same_person(m, person) for person in people)]
