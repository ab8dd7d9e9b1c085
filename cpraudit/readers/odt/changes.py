"""Tracked changes of an OpenDocument text: who changed what, by the id that marks in the text name."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from cpraudit.document.model import MarkKind
from cpraudit.readers.odt.names import DC, OFFICE, TEXT, XML_ID

_KINDS = {
    f"{TEXT}insertion": MarkKind.INSERTION,
    f"{TEXT}deletion": MarkKind.DELETION,
    f"{TEXT}format-change": MarkKind.FORMATTING,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change."""

    kind: MarkKind
    author: str
    date: str
    content: etree._Element
    """What was deleted, as paragraphs; empty for other kinds."""


def changes_of(body: etree._Element) -> dict[str, Change]:
    """Every tracked change by its id."""
    found: dict[str, Change] = {}
    for region in body.iter(f"{TEXT}changed-region"):
        for content in region:
            kind = _KINDS.get(content.tag)
            if kind is None:
                continue
            told = content.find(f"{OFFICE}change-info")
            author = "" if told is None else told.findtext(f"{DC}creator") or ""
            date = "" if told is None else told.findtext(f"{DC}date") or ""
            if told is not None:
                content.remove(told)
            change = Change(kind, author, date, content)
            for name in (region.get(f"{TEXT}id"), region.get(XML_ID)):
                if name:
                    found[name] = change
    return found
