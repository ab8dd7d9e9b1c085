"""The sections of a document and what each is for: by heading, by content, by place, or as its parent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cpraudit.document import annexes, content
from cpraudit.document.form import plain
from cpraudit.document.headings import Heading, Headings
from cpraudit.document.looks import LONG
from cpraudit.document.model import BlockKind, Document
from cpraudit.document.naming import Match, Naming, name, unnumbered
from cpraudit.document.sections import Section, SectionKind

K = SectionKind
_BACK = {K.STATEMENT, K.TERMS, K.CHRONOLOGY, K.PROCESS, K.WELSH_GOVERNMENT, K.REFERENCES, K.GLOSSARY, K.ACTION_PLAN}
"""Kinds of the back matter: they break out of any section."""
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
    K.CORE_TASKS: {K.CONCLUSION, K.RECOMMENDATIONS, K.GOOD_PRACTICE, K.CHANGES, *_BACK},
}
"""Which kinds a subsection may have of its own; one that is not here may hold any."""
_IN_LEARNING = {
    K.GOOD_PRACTICE, K.ENGAGEMENT, K.CORE_TASKS, K.RECOMMENDATIONS, K.CHANGES, K.NARRATIVE, K.LEARNING_EVENT,
    K.CONCLUSION, K.IMPROVING, K.SUMMARY, K.BACKGROUND, K.FAMILY, K.CHILD, K.OBJECTIVES, K.LEARNING, *_BACK,
}  # fmt: skip
"""What a subsection of the learning may be instead of learning."""
_THEME_LIKE = {"voice", "voices", "wishes", "history", "delay", "delays"}
"""Words of headings that are themes of learning as often as sections of their own."""
_VAGUE = {"introduction", "introduction to the review", "cyflwyniad"}


@dataclass(frozen=True, slots=True)
class _Open:
    """A section whose end is not known yet."""

    section: Section
    closes: int | None = None


def tell(document: Document, found: Headings, told: dict[int, str]) -> tuple[Section, ...]:
    """Every section in reading order. `told` are the blocks of the form's printed wording, by group."""
    sections: list[Section] = []
    for part in range(max(1, len(document.parts))):
        sections += _of_part(document, found, part, len(sections))
    sections = _with_kinds(document, sections, told)
    return tuple(_settled(sections))


def _of_part(document: Document, found: Headings, part: int, at: int) -> list[Section]:
    """The sections of one file, with their places and parents but not yet their kinds."""
    indices = [block.index for block in document.blocks if block.part == part]
    if not indices:
        return [Section(at, K.TITLE, "", 1, None, 0, 0, part=part)] if part == 0 else []
    start, end = indices[0], indices[-1] + 1
    notes = end
    while notes > start and document.blocks[notes - 1].kind is BlockKind.NOTE:
        notes -= 1
    headings = [heading for heading in found.headings if start <= heading.block < notes]
    sections = _openings(document, found, part, (start, headings[0].block if headings else notes), at, notes)
    whole = sections[0] if part else None
    stack: list[_Open] = []
    for position, heading in enumerate(headings):
        stack = [o for o in stack if o.section.level < heading.level and not (o.closes and o.closes <= heading.block)]
        parent = stack[-1].section if stack else whole
        last = next((h.block for h in headings[position + 1 :] if h.level <= heading.level), notes)
        last = min(last, stack[-1].section.end if stack else notes, heading.closes or notes)
        section = Section(
            index=at + len(sections),
            kind=K.OTHER,
            title=heading.title,
            level=heading.level + (1 if whole else 0),
            heading=heading.block,
            first=heading.block + 1,
            end=last,
            parent=None if parent is None else parent.index,
            part=part,
            known_by=heading.known_by,
        )
        sections.append(section)
        stack.append(_Open(replace(section, level=heading.level), heading.closes))
    if notes < end:
        index = at + len(sections)
        sections.append(
            Section(index, K.REFERENCES, "", 1, None, notes, end, part=part, known_by="", recognised_by="place")
        )
    return sections


def _openings(
    document: Document, found: Headings, part: int, stretch: tuple[int, int], at: int, end: int
) -> list[Section]:
    """What stands before the first heading: the title block, a table of contents, opening paragraphs."""
    start, stop = stretch
    if part:
        blocks = [block for block in document.blocks if block.part == part]
        kind = annexes.KINDS.get(annexes.annex_role(document.parts[part], blocks), K.OTHER)
        title = blocks[0].text if len(blocks[0].text.split()) <= LONG else ""
        return [Section(at, kind, title, 1, None, start, end, part=part, known_by="", recognised_by="place")]
    sections = [Section(at, K.TITLE, "", 1, None, start, stop, known_by="", recognised_by="place")]
    for span in found.contents:
        if start <= span.start < stop:
            title = document.blocks[span.start].text
            sections.append(
                Section(at + len(sections), K.CONTENTS, title, 1, span.start, span.start + 1, span.stop, known_by="look")
            )
    prose = next(
        (b.index for b in document.blocks[start:stop] if _is_prose(b.text) and not any(b.index in s for s in found.contents)),
        None,
    )
    if prose is not None:
        sections[0] = replace(sections[0], end=prose)
        sections.append(Section(at + len(sections), K.OTHER, "", 1, None, prose, stop, known_by="place"))
    return sections


def _is_prose(text: str) -> bool:
    return len(text.split()) >= LONG and text.rstrip("”\"'’)").endswith((".", "?", ":"))


def _with_kinds(document: Document, sections: list[Section], told: dict[int, str]) -> list[Section]:
    """Decide each section's kind, parents first."""
    base = sections[0].index
    done: list[Section] = []
    first_heading = next((s.index for s in sections if s.heading is not None), None)
    for section in sections:
        if section.recognised_by == "place" or section.kind is K.CONTENTS:
            done.append(section)
            continue
        parent = done[section.parent - base] if section.parent is not None else None
        inner = [s for s in sections if s.parent == section.index]
        own = range(section.first, min((s.heading for s in inner if s.heading is not None), default=section.end))
        kind, how = _kind(section, parent, content.kind_of(document, own, told))
        if kind is K.OTHER and section.index == first_heading and not inner and _short(document, own):
            kind, how = K.TITLE, "place"
        if section.heading is None and kind is K.OTHER:
            kind, how = K.CIRCUMSTANCES, "place"
        done.append(replace(section, kind=kind, recognised_by=how))
    return done


def _short(document: Document, blocks: range) -> bool:
    """Nothing but the lines of a title page."""
    return all(not _is_prose(document.blocks[index].text) for index in blocks)


def _kind(section: Section, parent: Section | None, shown: SectionKind | None) -> tuple[SectionKind, str]:
    """The kind of one section, and how it was recognised."""
    around = parent.kind if parent is not None and parent.kind not in _SILENT else None
    naming = name(section.title) if section.heading is not None else None
    if naming is not None and _allowed(naming, section, around):
        return naming.kind, "heading"
    if shown is not None and (around is None or shown in _MAY_HOLD.get(around, _BACK | {K.FAMILY, K.AGENCIES, K.KEY_DATES})):
        return shown, "content"
    if around is not None:
        return around, "parent"
    return K.OTHER, ""


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
        return naming.match is Match.PREFIX or (naming.kind in _IN_LEARNING and not themed)
    if naming.match is Match.PREFIX:
        return around not in _MAY_HOLD
    return naming.kind in _MAY_HOLD.get(around, set(K)) and (around not in _MAY_HOLD or naming.match is Match.WHOLE)


def _settled(sections: list[Section]) -> list[Section]:
    """A second look at headings that may mean two things, once all sections are known."""
    told = [s for s in sections if s.kind is K.CIRCUMSTANCES and s.recognised_by == "heading"]
    clear = any(plain(unnumbered(s.title)) not in _VAGUE for s in told)
    if not clear:
        return sections
    return [replace(s, kind=K.SCOPE) if plain(unnumbered(s.title)) in _VAGUE and s in told else s for s in sections]
