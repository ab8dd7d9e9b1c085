"""Documents embedded in a Word file as a whole (`w:altChunk`): web pages and plain text are read, others named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.readers.pictured import WORDS_UNKNOWN
from cpraudit.readers.word.package import Package

_TAG = re.compile(rb"<[^<>]*>|\{?\\[a-z*]+-?\d* ?")
_LETTERS_A_WORD = 6
_TEXT = (".txt",)
_WEB = (".htm", ".html", ".xhtml")
_PARAGRAPHS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "div", "blockquote", "pre", "dt", "dd", "body",
}  # fmt: skip
_UNSEEN = {"script", "style", "head", "title", "noscript", "template"}
_MOST = 16 * 1024 * 1024
_MOST_TAGS = 200_000


@dataclass
class Chunks:
    """What was read of the embedded documents, and what was not."""

    paragraphs: dict[str, list[str]] = field(default_factory=dict)
    """By the id of their relation."""
    unread: dict[str, int] = field(default_factory=dict)
    """Names of those that were not read, with the words in them, roughly."""


def read_chunks(package: Package) -> Chunks:
    """Read what the main part embeds. Nothing that lies outside the file is opened."""
    found = Chunks()
    for relation in package.relations(package.main).values():
        if relation.kind not in {"aFChunk", "subDocument"}:
            continue
        if relation.external or relation.target not in package.archive:
            found.unread[relation.target] = WORDS_UNKNOWN
            continue
        data = package.archive.read(relation.target)
        name = relation.target.lower()
        if name.endswith(_WEB) and len(data) < _MOST and data.count(b"<") < _MOST_TAGS:
            found.paragraphs[relation.id] = paragraphs_of_web_page(data)
        elif name.endswith(_TEXT):
            text = data.decode("utf-8", "replace")
            found.paragraphs[relation.id] = [words for line in text.splitlines() if (words := tidy(line))]
        else:
            found.unread[relation.target] = _rough_words(data)
    return found


def paragraphs_of_web_page(data: bytes) -> list[str]:
    """The paragraphs of a web page, without what a browser does not show."""
    from lxml import html

    try:
        root = html.fromstring(data, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    found: list[str] = []
    words: list[str] = []
    unseen = 0

    def close() -> None:
        text = tidy("".join(words))
        if text:
            found.append(text)
        words.clear()

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _PARAGRAPHS:
            close()
        if event == "start":
            unseen += element.tag in _UNSEEN
            words.append(" " if element.tag == "br" else "" if unseen else _seen(element.text, element))
        else:
            unseen -= element.tag in _UNSEEN
            words.append("" if unseen else element.tail or "")
    close()
    return found


def _seen(text: str | None, element: etree._Element) -> str:
    """The text of an element; a comment's is not seen."""
    return text or "" if isinstance(element.tag, str) else ""


def _rough_words(data: bytes) -> int:
    """Words in a document that is not read: by its letters where it is text, by its size where it is packed."""
    if data.startswith(b"PK"):
        return len(data) // 20
    return len(_TAG.sub(b" ", data[:_MOST])) // _LETTERS_A_WORD
