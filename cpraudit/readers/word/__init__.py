"""Word files to a Document: .docx, .docm, .dotx, Strict or Transitional, by whatever program.

A file passes the guard (`archive.py`), its parts are found (`package.py`), each part is brought to plain paragraphs and
tables by one normalising pass (`cleaning.py`), and only then read (`body.py`, `notes.py`). `tracing.py` says for each
character of the text which run of the file it comes from.
"""

from __future__ import annotations

from cpraudit.document.model import Document
from cpraudit.readers.opening import Source
from cpraudit.readers.word.whole import open_package, read_whole

__all__ = ["read"]


def read(source: Source) -> Document:
    """Read a Word file.

    Raises UnreadableError where it is locked, damaged, hostile, or not a Word document at all.
    """
    package = open_package(source)
    return read_whole(source, package, package.document()).document
