"""What a section is for by what stands in it, where its heading tells nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from cpraudit.document.form import plain
from cpraudit.document.model import BlockKind, Document, Table
from cpraudit.document.sections import Section, SectionKind
from cpraudit.patterns import Phrases, compile_pattern

_GROUPS = {
    "core-tasks": SectionKind.TERMS,
    "extended-tasks": SectionKind.TERMS,
    "panel-tasks": SectionKind.TERMS,
    "board-tasks": SectionKind.TERMS,
    "independence": SectionKind.STATEMENT,
    "welsh-government": SectionKind.WELSH_GOVERNMENT,
}
_SIGNATURE = compile_pattern(r"\bsign(?:ature|ed)\b.{0,3}(?::|\)|…|\.{3}|_{3}|\s[A-Z])|^signature$", re.IGNORECASE)
_DATED = compile_pattern(
    r"^\W*(?:(?:on|in|early|late|mid|from|by)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2},?\s+)?(?:19|20)?\d\d\b|(?:19|"
    r"20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})",
    re.IGNORECASE,
)
_PROCESS = compile_pattern(
    r"\b(?:referr(?:al|ed) to|sub-?group|review panel|panel (?:meeting|met|meetings)|learning event|"
    r"sign(?:ed)?[ -]?off|signed|published|"
    r"publication|commission|draft report|report (?:presented|completed|shared|signed|considered)|"
    r"reviewers? appointed|board (?:meeting|chair|considered))",
    re.IGNORECASE,
)
_ENGAGED = Phrases(
    (
        "took part",
        "agreed to (?:speak|meet|talk|see|take part|contribute)",
        "(?<!I )(?<!we )(?<!review )(?<!reviewer )(?<!reviewers )(?:was|were) (?:invited|asked|offered|written to|approached|visited|telephoned)",
        "(?:i|we|reviewers?) (?:did not|could not) (?:speak|talk|write|meet|approach|contact)",
        "(?:met|saw|visited|rang|wrote to|asked to see) (?:us|me)",
        "(?:came|drove|travelled) to (?:see|meet|talk to) (?:us|me)",
        "(?:i|we|reviewers?) (?:wrote|spoke|met|talked|visited)",
        "met (?:with )?(?:the |her |his )?reviewers?",
        "(?:spoke|talked) (?:to|with) (?:me|us|the reviewers?)",
        "declined",
        "did not (?:wish|want|reply|respond)",
        "chose not to",
        "read (?:the|a|two|both|each) drafts?",
        "told (?:me|us|the reviewers?)",
    ),
    re.IGNORECASE,
    before=r"\b",
    after=r"\b",
    kept=True,
)
_RELATIVE = compile_pattern(
    r"\b(?:mother|father|mum|dad|parents?|grand(?:mother|father|parents?)|nain|taid|mamgu|tadcu|aunt|uncle|sister|"
    r"brother|siblings?|"
    r"step-?father|step-?mother|partner|family|carers?)\b",
    re.IGNORECASE,
)
_TASKS = compile_pattern(r"\b(?:core|specific) tasks?\b", re.IGNORECASE)
_TASK = compile_pattern(
    r"\W*(?:to |whether |how |was |were |did )?(?:determine|examine|seek|take account|hold|identify|establish|consider|whether)\b",
    re.IGNORECASE,
)
_FOUND = compile_pattern(r"\b(?:was|were|had|did)\b[^?]*\.$")
"""A statement, in the past tense, of what was done."""
_FEWEST_FOUND = 3
_OPENS_ASKING = compile_pattern(r"[\W\d]{0,10}(?:(?:question|objective) \w+\W{1,3}|Q\d*\W{1,3})?[^.?!]{8,300}\?[”\"’']?(?:\s+|$)", re.IGNORECASE)
"""A paragraph that opens with a question, whatever its number."""
_FEWEST_ANSWERED = 2
_SETS_OUT = compile_pattern(
    r"\b(?:this|the|that) (?:question|line of (?:en|in)quiry|objective|issue)\b|\b(?:was|were) (?:asked|added|chosen|included|raised)\b|"
    r"\bwanted to (?:know|understand)\b|\bwe ask\b",
    re.IGNORECASE,
)
"""Why a question is asked."""
_ASKED = compile_pattern(r"\?\W*$")
_FEWEST_ASKED = 2
_SHARE_ENGAGED = 0.25
"""Share of a section's sentences that must tell of asking and answering to make it an account of engagement."""
_FEWEST_DISCUSSED = 5
_WEIGHED = compile_pattern(
    r"\b(?:because|reasons?|why|understand\w*|explain\w*|could|would|might|should|ought|likely|perhaps|appears?|seems?|suggests?|"
    r"panel|reviewers?|learning|lessons?|findings?|research|study|nobody|no one|neither|none|nor|never|although|though|"
    r"rather than|instead|opportunit\w+|hindsight|today|fair|right|wrong|poor|difficult|hard)\b",
    re.IGNORECASE,
)
"""Words of weighing: reasons, alternatives, judgements, what nobody did."""
_TIMED = compile_pattern(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"weeks?|months?|days?|years?|later|before|after|when|then|next)\b",
    re.IGNORECASE,
)
"""Words of telling in order of time."""
_SHARE = 0.6
"""Share of a section's words that a table must hold to say what the section is."""


def kind_of(document: Document, blocks: range, told: dict[int, str]) -> SectionKind | None:
    """The kind that the blocks of a section show, its subsections left out; None where they show none."""
    groups = Counter(_GROUPS[told[index]] for index in blocks if told.get(index) in _GROUPS)
    if groups:
        kind, count = groups.most_common(1)[0]
        if count >= 2:
            return kind
    if sum(bool(_SIGNATURE.search(document.blocks[index].text)) for index in blocks) >= 2:
        return SectionKind.STATEMENT
    words = sum(len(document.blocks[index].text.split()) for index in blocks) or 1
    for table in document.tables:
        inside = [index for index in table.blocks if index in blocks]
        if inside and sum(len(document.blocks[i].text.split()) for i in inside) / words >= _SHARE:
            return kind_of_table(document, table)
    return _kind_of_list(document, blocks) or _kind_of_prose(document, blocks)


def answers_tasks(document: Document, section: Section, told: dict[int, str]) -> bool:
    """Whether a section headed 'Core tasks' holds what was found on them, and not the tasks themselves."""
    if not _TASKS.search(section.title) or any(index in told for index in range(section.first, section.end)):
        return False
    texts = [document.blocks[index].text for index in range(section.first, section.end)]
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.?!])\s+", text)]
    found = sum(bool(_FOUND.search(sentence)) and not _TASK.match(sentence) for sentence in sentences)
    set_out = sum(bool(_TASK.match(sentence)) for sentence in sentences)
    return found >= _FEWEST_FOUND and found > set_out


def answers_questions(document: Document, section: Section) -> bool:
    """Whether a section headed as the questions of the review answers them: each question goes on to what was found.

    A question opens its paragraph, or is a heading or a line of its own over its answer; one that says why it is asked is
    set, not answered.
    """
    texts = [document.blocks[index].text for index in range(section.first, section.end)]
    asked = answered = 0
    for text, following in zip_longest(texts, texts[1:], fillvalue=""):
        question = _OPENS_ASKING.match(text)
        if question is None:
            continue
        asked += 1
        answer = text[question.end() :].strip() or following
        told = not _OPENS_ASKING.match(answer) and _FOUND.search(answer)
        answered += bool(told and not _SETS_OUT.search(answer))
    return answered >= _FEWEST_ANSWERED and answered > asked / 2


def kind_of_table(document: Document, table: Table) -> SectionKind | None:
    """What a table is, by its header row and its dates."""
    if len(table.rows) < 3:
        return None
    header = {plain(document.cell_text(cell)) for cell in table.rows[0]}
    texts = [[document.cell_text(cell) for cell in row] for row in table.rows]
    dated = sum(any(_DATED.match(text) for text in row[:2]) for row in texts)
    if dated >= 3 and dated / len(texts) >= 0.5:
        process = sum(any(_PROCESS.search(text) for text in row) for row in texts)
        return SectionKind.KEY_DATES if process / len(texts) >= 0.3 else SectionKind.CHRONOLOGY
    head = " | ".join(sorted(header))
    if re.search(r"\brecommendation|\baction\b", head):
        planned = re.search(r"\b(?:progress|rag|lead officer|status|evidence)\b", head)
        return SectionKind.ACTION_PLAN if planned else SectionKind.RECOMMENDATIONS
    if re.search(r"\bcontribut|how it contributed|information provided", head):
        return SectionKind.AGENCIES
    if re.search(r"\brelationship|family member|\bage (?:at|in|on)\b", head):
        return SectionKind.FAMILY
    if header & {"term", "abbreviation", "acronym"} or "meaning" in header:
        return SectionKind.GLOSSARY
    return None


def _kind_of_list(document: Document, blocks: range) -> SectionKind | None:
    """What a section of list items is: dated lines, questions."""
    lines = [document.blocks[i].text for i in blocks if document.blocks[i].kind is BlockKind.LIST_ITEM]
    asked = sum(bool(_ASKED.search(text)) for text in lines)
    if asked >= _FEWEST_ASKED and asked == len(lines):
        return SectionKind.OBJECTIVES
    dated = [text for text in lines if _DATED.match(text)]
    if len(dated) >= 3 and len(dated) / len(blocks) >= _SHARE:
        process = sum(bool(_PROCESS.search(text)) for text in dated)
        return SectionKind.KEY_DATES if process / len(dated) >= 0.3 else SectionKind.CHRONOLOGY
    return None


def _kind_of_prose(document: Document, blocks: range) -> SectionKind | None:
    """What running text is: an account of how the family was asked and answered."""
    telling = [index for index in blocks if _ENGAGED.search(document.blocks[index].text)]
    if not telling:
        return None
    sentences = _sentences(document, blocks)
    engaged = [s for s in _sentences(document, telling) if _ENGAGED.search(s)]
    related = [s for s in engaged if _RELATIVE.compiled.search(s)]
    fully = len(engaged) >= 2 and related and len(engaged) >= _SHARE_ENGAGED * len(sentences)
    return SectionKind.ENGAGEMENT if fully else None


def _sentences(document: Document, blocks: Iterable[int]) -> list[str]:
    """The sentences of running text, roughly split."""
    return [s for index in blocks for s in re.split(r"(?<=[.?!])\s+", document.blocks[index].text) if s]


def discusses(document: Document, blocks: range) -> SectionKind | None:
    """Whether running text that no heading explains weighs what happened or tells it; None where it is too little."""
    sentences = _sentences(document, blocks)
    if len(sentences) < _FEWEST_DISCUSSED:
        return None
    weighs = sum(bool(_WEIGHED.search(s)) for s in sentences)
    tells = sum(bool(_TIMED.search(s)) for s in sentences)
    return SectionKind.LEARNING if weighs >= tells else SectionKind.NARRATIVE
