"""Marks of a draft as the normalising pass meets them: changes, comments, hidden text, highlights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Mark, MarkKind
from cpraudit.readers.word.names import BR, TAB, P, T, W

_WORDS = (T, f"{W}delText", TAB, BR, P)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the comments part."""

    text: str
    author: str = ""
    date: str = ""


class Drafting:
    """Collects marks in reading order and notes on each paragraph which are anchored in it."""

    def __init__(self, comments: Mapping[str, Comment]) -> None:
        self.anchored: dict[etree._Element, list[int]] = {}
        """The numbers of the marks that are anchored in a paragraph."""
        self._marks: list[Mark] = []
        self._texts: list[list[str]] = []
        self._comments = comments
        self._seen: set[str] = set()
        self.open: int | None = None
        """The mark that the next run may continue."""

    def add(self, kind: MarkKind, text: str, source: etree._Element | None, anchor: etree._Element | None) -> None:
        """Add a mark, or lengthen the one before where it is of the same kind and hand and nothing stands between."""
        author = "" if source is None else source.get(f"{W}author", "")
        date = "" if source is None else source.get(f"{W}date", "")
        mark = Mark(kind, "", author, date)
        if self.open is not None and self._marks[self.open] == mark:
            self._texts[self.open].append(text)
            return
        self._place(mark, text, anchor)
        self.open = len(self._marks) - 1

    def comment(self, name: str, anchor: etree._Element | None) -> None:
        """Place a comment where its range begins."""
        known = self._comments.get(name)
        if known is None or name in self._seen:
            return
        self._seen.add(name)
        self._place(Mark(MarkKind.COMMENT, "", known.author, known.date), known.text, anchor)

    def interrupt(self) -> None:
        """Something stands between the last mark and what follows."""
        self.open = None

    def rest(self) -> list[Mark]:
        """Every mark, tidied; comments that no place of the text names come last."""
        loose = [
            Mark(MarkKind.COMMENT, comment.text, comment.author, comment.date)
            for name, comment in self._comments.items()
            if name not in self._seen
        ]
        told = zip(self._marks, self._texts, strict=True)
        return [replace(mark, text=tidy("".join(texts))) for mark, texts in told] + loose

    def hand_over(self, source: etree._Element, target: etree._Element) -> None:
        """A paragraph is joined to another, which takes its marks over."""
        marks = self.anchored.pop(source, None)
        if marks:
            self.anchored.setdefault(target, []).extend(marks)

    def _place(self, mark: Mark, text: str, anchor: etree._Element | None) -> None:
        if anchor is not None:
            self.anchored.setdefault(anchor, []).append(len(self._marks))
        self._marks.append(mark)
        self._texts.append([text])


def words_of(element: etree._Element) -> str:
    """The letters in an element, deleted ones too, untidied."""
    return "".join((node.text or "") if node.tag not in (TAB, BR, P) else " " for node in element.iter(*_WORDS))


def comments_of(root: etree._Element | None) -> dict[str, Comment]:
    """The comments of the comments part by id."""
    if root is None:
        return {}
    return {
        comment.get(f"{W}id", ""): Comment(
            tidy(words_of(comment)), comment.get(f"{W}author", ""), comment.get(f"{W}date", "")
        )
        for comment in root.iterchildren(f"{W}comment")
    }
