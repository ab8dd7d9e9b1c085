"""The comments that an earlier audit wrote into a copy of the draft: told from those of people, and taken out."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from cpraudit.readers.word.names import RPR, RUN, W

OWN_AUTHOR = "cpraudit"
"""The author of every comment that an audit writes."""
_RANGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
_REFERENCE = f"{W}commentReference"
_ID = f"{W}id"


def own_ids(comments: etree._Element | None) -> frozenset[str]:
    """The ids of our comments in a comments part."""
    if comments is None:
        return frozenset()
    return frozenset(
        comment.get(_ID, "")
        for comment in comments.iterchildren(f"{W}comment")
        if comment.get(f"{W}author") == OWN_AUTHOR
    )


def take_out(document: etree._Element, ids: Collection[str]) -> None:
    """Take the ranges and the reference marks of these comments out of a part; the text is left as it is."""
    if not ids:
        return
    for mark in [mark for mark in document.iter(*_RANGES, _REFERENCE) if mark.get(_ID) in ids]:
        parent = mark.getparent()
        if parent is None:
            continue
        parent.remove(mark)
        holder = parent.getparent()
        if parent.tag == RUN and holder is not None and all(child.tag == RPR for child in parent):
            holder.remove(parent)
