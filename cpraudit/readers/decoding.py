"""Bytes of a text file to text, in the encodings that text files are saved in."""

from __future__ import annotations

from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a file with Unix line ends, and notes for a person on how it was read.

    By byte order mark, else UTF-8, else Windows-1252. Raises UnreadableError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if source.data.startswith(mark):
            try:
                return _unix(source.data.decode(encoding)), ()
            except UnicodeDecodeError as error:
                raise UnreadableError(f"'{source.name}' is not the text that its first bytes promise.") from error
    if b"\x00" in source.data:
        raise UnreadableError(f"'{source.name}' is not a text file. Save it as .docx, .pdf, .md or .txt.")
    try:
        return _unix(source.data.decode("utf-8")), ()
    except UnicodeDecodeError:
        text = source.data.decode("cp1252", errors="replace")
        return _unix(text), ("The text is not UTF-8; it was read as Windows-1252.",)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
