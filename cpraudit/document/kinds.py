"""The sections of a document and what each is for: by heading, by content, by place, or as its parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cpraudit.document import annexes, content, signing_off
from cpraudit.document.form import plain
from cpraudit.document.headings import Heading
from cpraudit.document.looks import LONG
from cpraudit.document.model import BlockKind, Document, Table
from cpraudit.document.naming import Match, Naming, name, unnumbered
from cpraudit.document.sections import Section, SectionKind
from cpraudit.patterns import compile_pattern

K = SectionKind
_BACK = {K.STATEMENT, K.TERMS, K.CHRONOLOGY, K.PROCESS, K.WELSH_GOVERNMENT, K.REFERENCES, K.GLOSSARY, K.ACTION_PLAN}
"""Kinds of the back matter: they break out of any section."""
_BEHIND = {K.STATEMENT, K.TERMS, K.CHRONOLOGY, K.PROCESS, K.REFERENCES, K.GLOSSARY}
"""Kinds of the back matter that never stand under the recommendations."""
_SILENT = {K.TITLE, K.CONTENTS, K.OTHER}
"""Kinds that say nothing about what stands under them."""
_MAY_HOLD: dict[SectionKind, set[SectionKind]] = {
    K.TERMS: {K.OBJECTIVES, *_BACK},
    K.STATEMENT: _BACK,
    K.WELSH_GOVERNMENT: set(),
    K.GLOSSARY: _BACK,
    K.REFERENCES: _BACK,
    K.RECOMMENDATIONS: {K.CHANGES, K.CONCLUSION, K.RECOMMENDATIONS, *_BACK},
    K.ACTION_PLAN: {K.CHANGES, K.CONCLUSION, K.RECOMMENDATIONS, *_BACK},
    K.CORE_TASKS: {K.CONCLUSION, K.RECOMMENDATIONS, K.GOOD_PRACTICE, K.CHANGES, *(_BACK - {K.TERMS})},
}
"""Which kinds a subsection may have of its own; one that is not here may hold any."""
_IN_LEARNING = {
    K.GOOD_PRACTICE, K.ENGAGEMENT, K.CORE_TASKS, K.RECOMMENDATIONS, K.CHANGES, K.NARRATIVE, K.LEARNING_EVENT,
    K.CONCLUSION, K.IMPROVING, K.SUMMARY, K.BACKGROUND, K.FAMILY, K.CHILD, K.OBJECTIVES, K.LEARNING, *_BACK,
}  # fmt: skip
"""What a subsection of the learning may be instead of learning."""
_IN_OWN_WORDS = {K.GOOD_PRACTICE, K.CHANGES, K.RECOMMENDATIONS, K.LEARNING, K.CORE_TASKS, K.CONCLUSION}
"""What a subsection of the learning may be whose heading is in the writer's own words: the rest are themes."""
_THEME_LIKE = {"engagement", "engaging", "voice", "voices", "wishes", "history", "delay", "delays"}
"""Words of headings that are themes of learning as often as sections of their own."""
_GROUP = compile_pattern(
    r"^\W*(?:(?:for )?(?:the )?(?:national|regional|local|strategic|operational|immediate|single[ -]agency|"
    r"multi[ -]agency|(?:safeguarding )?board|"
    r"welsh government)(?: level| actions?)?)\W*$",
    re.IGNORECASE,
)
"""A group of recommendations, whatever rank its heading was given."""
_APPENDIX = compile_pattern(r"^\W*(?:appendix|annex|atodiad)\b", re.IGNORECASE)
_OPENING = {K.CIRCUMSTANCES, K.SCOPE, K.FAMILY, K.BACKGROUND, K.SUMMARY, K.ENGAGEMENT, K.PROCESS}
"""Kinds of section that open a report and hold no main block."""
_MAIN = {K.LEARNING, K.IMPROVING, K.STATEMENT, K.TERMS, K.CORE_TASKS, K.CONCLUSION, K.RECOMMENDATIONS}
_ASKING = {K.TERMS, K.SCOPE, K.PROCESS}
"""Kinds of section in which a list of questions is the panel's."""
_JUST_FAMILY = {"family", "the family", "family members", "teulu", "y teulu"}
"""Over a part of the process these name those who were heard; elsewhere they are over who there is."""
_CLOSING = compile_pattern(
    r"(?:in |closing |final |brief )?summary(?: of (?:the )?(?:review|case|report|"
    r"(?P<learning>(?:key )?(?:learning|lessons|findings|themes).*)))?"
)
_PRACTICE_REVIEW = compile_pattern(r"\b(?:child(?:ren)?['’]?s? practice review|adolygiad ymarfer plant)\b", re.IGNORECASE)
_TITLE_LINES = 3
"""Lines under a report's own title in which one may say that it is a child practice review."""
_VAGUE = {"introduction", "introduction to the review", "cyflwyniad"}


@dataclass(frozen=True, slots=True)
class _Open:
    """A section whose end is not known yet."""

    section: Section
    rank: int
    """Level of its heading, before depths are counted."""


def tell(document: Document, found: tuple[Heading, ...], told: dict[int, str]) -> tuple[Section, ...]:
    """Every section in reading order. `told` are the blocks of the form's printed wording, by group."""
    sections: list[Section] = []
    for part in range(max(1, len(document.parts))):
        sections += _of_part(document, found, part, len(sections))
    sections = _with_kinds(document, sections, told)
    return tuple(_discussed(document, _settled(sections)))


def _of_part(document: Document, found: tuple[Heading, ...], part: int, at: int) -> list[Section]:
    """The sections of one file, with their places and parents but not yet their kinds."""
    indices = [block.index for block in document.blocks if block.part == part]
    if not indices:
        return [Section(at, K.TITLE, "", 1, None, 0, 0, part=part, recognised_by="place")] if part == 0 else []
    start, end = indices[0], indices[-1] + 1
    notes = end
    while notes > start and document.blocks[notes - 1].kind is BlockKind.NOTE:
        notes -= 1
    headings = list(_grouped([heading for heading in found if start <= heading.block < notes]))
    if part:
        sections = [_whole(document, part, headings, at, (start, notes))]
        headings = headings[1:] if sections[0].heading is not None else headings
        whole = sections[0]
    else:
        headings = _beyond_title(document, headings)
        sections = _openings(document, at, start, next((h.block for h in headings if h.known_by != "list"), notes))
        whole = None
    stack: list[_Open] = []
    for position, heading in enumerate(headings):
        stack = [o for o in stack if o.rank < heading.level and heading.block < o.section.end]
        parent = stack[-1].section if stack else whole
        last = next((h.block for h in headings[position + 1 :] if h.level <= heading.level), notes)
        last = min(last, stack[-1].section.end if stack else notes, heading.closes or notes)
        runs_in = heading.known_by == "run-in"
        section = Section(
            index=at + len(sections),
            kind=K.OTHER,
            title=heading.title,
            level=1 if parent is None else parent.level + 1,
            heading=None if runs_in else heading.block,
            first=heading.block + (not runs_in),
            end=last,
            parent=None if parent is None else parent.index,
            part=part,
            known_by="look" if heading.known_by == "list" else heading.known_by,
        )
        sections.append(section)
        stack.append(_Open(section, heading.level))
    if not part:
        sections = _signed_off(document, sections)
    if notes < end:
        index = at + len(sections)
        sections.append(
            Section(index, K.REFERENCES, "", 1, None, notes, end, part=part, known_by="", recognised_by="place")
        )
    return sections


def _signed_off(document: Document, sections: list[Section]) -> list[Section]:
    """With what a report says of its reviewers at the end of its last section apart, where no heading parts it."""
    last = sections[-1]
    if not last.title or any((naming := name(s.title)) and naming.kind is K.STATEMENT for s in sections):
        return sections
    start = signing_off.begins(document, last.first, last.end)
    if start is None:
        return sections
    statement = Section(
        last.index + 1, K.STATEMENT, "", 1, None, start, last.end, part=last.part, known_by="", recognised_by="content"
    )
    return [*(replace(s, end=start) if s.end == last.end else s for s in sections), statement]


def _grouped(headings: list[Heading]) -> Iterator[Heading]:
    """Put 'National' and the like under the recommendations, and the back matter after them and after one another,
    whatever rank they look to have."""
    rank = None
    for heading in _side_by_side(headings):
        naming = name(heading.title)
        if naming is not None and naming.kind is K.RECOMMENDATIONS and naming.match is Match.WHOLE:
            rank = heading.level
        if rank is not None and _GROUP.match(heading.title) and heading.level <= rank:
            yield replace(heading, level=rank + 1)
            continue
        behind = naming is not None and naming.kind in _BEHIND and naming.match is Match.WHOLE
        if rank is not None and behind and heading.level > rank and heading.known_by != "style":
            yield replace(heading, level=rank)
            continue
        if rank is not None and heading.level < rank:
            rank = None
        yield heading


def _side_by_side(headings: list[Heading]) -> Iterator[Heading]:
    """From the first appendix on, raise the parts of the back matter that look to stand under another of them: there a
    box or a bold line above them has a rank of its own."""
    highest = None
    for heading in headings:
        naming = name(heading.title)
        appendix = _APPENDIX.match(heading.title) is not None
        behind = appendix or (naming is not None and naming.kind in _BACK and naming.match is Match.WHOLE)
        if highest is not None and behind and heading.level > highest and heading.known_by != "style":
            yield replace(heading, level=highest)
            continue
        if appendix or highest is not None:
            highest = heading.level if highest is None else min(highest, heading.level)
        yield heading


def _whole(document: Document, part: int, headings: list[Heading], at: int, stretch: tuple[int, int]) -> Section:
    """The section that the whole of an annex is, under its title."""
    start, end = stretch
    role = annexes.annex_role(document.parts[part], document.blocks[start:end])
    titled = bool(headings) and headings[0].block == start
    first = document.blocks[start] if start < end else None
    return Section(
        index=at,
        kind=annexes.KINDS.get(role, K.OTHER),
        title=first.text if first is not None and len(first.text.split()) <= LONG else "",
        level=1,
        heading=start if titled else None,
        first=start + titled,
        end=end,
        part=part,
        known_by=headings[0].known_by if titled else "",
        recognised_by="place",
    )


def _beyond_title(document: Document, headings: list[Heading]) -> list[Heading]:
    """The headings without the lines of the title page that were set as headings."""
    kept = [heading for heading in headings if heading.known_by == "list"]
    rest = [heading for heading in headings if heading.known_by != "list"]
    while rest:
        naming = name(rest[0].title)
        end = rest[1].block if len(rest) > 1 else rest[0].block
        titular = naming is not None and naming.kind is K.TITLE and rest[0].known_by != "box"
        own_words = naming is None or naming.match is Match.GRAMMAR or naming.kind in {K.CHILD, K.NARRATIVE, K.FAMILY}
        titular = titular or (own_words and _titles_report(document, rest[0], end))
        if not titular and not (naming is None and len(rest) > 1 and _short(document, range(rest[0].block + 1, end))):
            break
        rest = rest[1:]
    return sorted([*kept, *rest], key=lambda heading: heading.block)


def _titles_report(document: Document, heading: Heading, end: int) -> bool:
    """Whether the first lines of a document are its title, in the writer's words, and a line that says what it is."""
    first = next((block.index for block in document.blocks if block.text.strip()), 0)
    below = [block.text for block in document.blocks[heading.block + 1 : min(end, heading.block + _TITLE_LINES + 1)]]
    return heading.block == first and any(_PRACTICE_REVIEW.search(text) and not _is_prose(text) for text in below)


def _openings(document: Document, at: int, start: int, stop: int) -> list[Section]:
    """What stands before the first heading: the title block, a table of particulars, opening paragraphs."""
    blocks = document.blocks[start:stop]
    prose = next((block.index for block in blocks if block.cell is None and _is_prose(block.text)), stop)
    facts = next(
        (t for t in document.tables if _particulars(t) and start <= t.blocks[0] and t.blocks[-1] < prose), None
    )
    sections = [Section(at, K.TITLE, "", 1, None, start, prose, known_by="", recognised_by="place")]
    if facts is not None:
        sections[0] = replace(sections[0], end=facts.blocks[0])
        place = (facts.blocks[0], prose)
        sections.append(Section(at + 1, K.KEY_DATES, "", 1, None, *place, known_by="", recognised_by="content"))
    if prose < stop:
        sections.append(Section(at + len(sections), K.OTHER, "", 1, None, prose, stop, known_by=""))
    return sections


def _particulars(table: Table) -> bool:
    """A table of labels and values, as reports have them on the first page."""
    return len(table.rows) >= 3 and table.width == 2 and table.parent is None and len(table.blocks) >= 6


def _is_prose(text: str) -> bool:
    return len(text.split()) >= LONG and text.rstrip("”\"'’)").endswith((".", "?", ":"))


def _with_kinds(document: Document, sections: list[Section], told: dict[int, str]) -> list[Section]:
    """Decide each section's kind, parents first."""
    base = sections[0].index
    done: list[Section] = []
    for section in sections:
        if section.recognised_by:
            done.append(section)
            continue
        parent = done[section.parent - base] if section.parent is not None else None
        inner = [s for s in sections if s.parent == section.index]
        starts = (s.first if s.heading is None else s.heading for s in inner)
        own = range(section.first, min(starts, default=section.end))
        shown = content.kind_of(document, own, told)
        kind, how = _kind(section, None if parent and _outgrown(parent, section, done) else parent, shown)
        if kind is K.TERMS and how == "heading" and content.answers_tasks(document, section, told):
            kind = K.CORE_TASKS
        if kind is K.OBJECTIVES and how == "heading" and content.answers_questions(document, section):
            kind = K.CORE_TASKS
        if not section.title and section.heading is None and kind is K.OTHER:
            kind, how = K.CIRCUMSTANCES, "place"
        done.append(replace(section, kind=kind, recognised_by=how))
    return done


def _outgrown(parent: Section, section: Section, done: list[Section]) -> bool:
    """Whether a section stands after another main block under a heading of lower rank, which so holds it by its look alone."""
    return parent.kind in _OPENING and any(
        s.parent == parent.index and s.kind in _MAIN and s.first < section.first for s in done
    )


def _short(document: Document, blocks: range) -> bool:
    """Nothing but the lines of a title page."""
    texts = [document.blocks[index] for index in blocks]
    return all(block.cell is not None or not _is_prose(block.text) for block in texts) and len(texts) <= 45


def _kind(section: Section, parent: Section | None, shown: SectionKind | None) -> tuple[SectionKind, str]:
    """The kind of one section, and how it was recognised."""
    around = parent.kind if parent is not None and parent.kind not in _SILENT else None
    naming = name(section.title) if section.title else None
    if shown is K.OBJECTIVES and around not in _ASKING:
        shown = None  # questions for readers, as briefings have them
    if shown is K.ENGAGEMENT and around is K.PROCESS and (naming is None or naming.kind is K.FAMILY):
        return K.ENGAGEMENT, "content"
    if around is K.PROCESS and plain(unnumbered(section.title)) in _JUST_FAMILY:
        return K.ENGAGEMENT, "heading"
    if shown is not None and naming is not None and naming.match is Match.GRAMMAR and _surer(shown, naming.kind):
        return shown, "content"
    if naming is not None and _allowed(naming, section, around):
        return naming.kind, "heading"
    if shown is not None and (
        around is None or shown in _MAY_HOLD.get(around, _BACK | {K.FAMILY, K.AGENCIES, K.KEY_DATES})
    ):
        return shown, "content"
    if around is not None:
        return around, "parent"
    return K.OTHER, ""


def _surer(shown: SectionKind, named: SectionKind) -> bool:
    """Whether what stands in a section says more than a heading in the writer's own words."""
    dated = {K.KEY_DATES, K.CHRONOLOGY}
    return shown in {K.TERMS, K.STATEMENT} or (shown in dated and named in dated | {K.SUMMARY})


def _allowed(naming: Naming, section: Section, around: SectionKind | None) -> bool:
    """Whether a heading may say what its section is, in the section where it stands."""
    if naming.kind is K.TITLE and (section.known_by == "box" or around is not None):
        return False
    if around is None or naming.kind is around:
        return True
    words = set(plain(section.title).split())
    if around in {K.LEARNING, K.NARRATIVE, K.IMPROVING}:
        numbered = unnumbered(section.title) != section.title
        themed = bool(words & _THEME_LIKE) or (numbered and naming.kind in {K.CHILD, K.FAMILY, K.BACKGROUND})
        if naming.match is Match.GRAMMAR:
            return naming.kind in _IN_OWN_WORDS and not (numbered and naming.kind is K.CORE_TASKS)
        return naming.match is Match.PREFIX or (naming.kind in _IN_LEARNING and not themed)
    if naming.match is Match.PREFIX:
        return around not in _MAY_HOLD
    surely = around not in _MAY_HOLD or naming.match is Match.WHOLE or naming.kind in {K.OBJECTIVES, K.CHANGES}
    return naming.kind in _MAY_HOLD.get(around, set(K)) and surely


def _settled(sections: list[Section]) -> list[Section]:
    """A second look at headings that may mean two things, once all sections are known."""
    sections = [_ended(s, sections) for s in _begun(sections)]
    told = [s for s in sections if s.kind is K.CIRCUMSTANCES and s.recognised_by == "heading"]
    clear = any(plain(unnumbered(s.title)) not in _VAGUE for s in told)
    if not clear:
        return sections
    return [replace(s, kind=K.SCOPE) if plain(unnumbered(s.title)) in _VAGUE and s in told else s for s in sections]


def _ended(section: Section, sections: list[Section]) -> Section:
    """A summary that stands behind the learning concludes the report, or sums up the learning."""
    before = {s.kind for s in sections[: section.index] if not s.part}
    closing = _CLOSING.fullmatch(plain(unnumbered(section.title)))
    if section.kind is not K.SUMMARY or section.level > 1 or K.LEARNING not in before or not closing:
        return section
    return replace(section, kind=K.LEARNING if closing["learning"] else K.CONCLUSION)


def _begun(sections: list[Section]) -> list[Section]:
    """Where nothing is headed as the circumstances, the section that the others follow on tells them, unless its heading is a usual one."""
    kinds = {s.kind for s in sections}
    if K.CIRCUMSTANCES in kinds or kinds.isdisjoint({K.LEARNING, K.NARRATIVE}):
        return sections
    silent = {K.CONTENTS, K.SUMMARY}
    first = next((s for s in sections if s.title and s.level == 1 and not s.part and s.kind not in silent), None)
    naming = name(first.title) if first is not None else None
    own_words = naming is None or (naming.match is Match.GRAMMAR and naming.kind in {K.BACKGROUND, K.CHILD})
    if first is None or not own_words or first.kind not in {K.OTHER, K.BACKGROUND, K.CHILD}:
        return sections
    return [replace(s, kind=K.CIRCUMSTANCES, recognised_by="place") if s is first else s for s in sections]


def _discussed(document: Document, sections: list[Section]) -> list[Section]:
    """Where no heading announces the learning, sections whose heading tells nothing are judged by what they do."""
    if any(s.kind is K.LEARNING and (n := name(s.title)) and n.match in {Match.WHOLE, Match.PREFIX} for s in sections):
        return sections
    done = list(sections)
    for section in sections:
        begun = any(s.kind not in _SILENT for s in sections[: section.index])
        if section.kind is not K.OTHER or not section.title or section.part or not begun:
            continue
        inner = (s for s in sections if s.parent == section.index)
        starts = (s.first if s.heading is None else s.heading for s in inner)
        kind = content.discusses(document, range(section.first, min(starts, default=section.end)))
        if kind is not None:
            done[section.index] = replace(section, kind=kind, recognised_by="content")
    return done
