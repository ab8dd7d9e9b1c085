"""Bytes of a text file to text, in the encodings that text files are saved in."""

from __future__ import annotations

from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


_MOSTLY = 0.7
"""Share of the letters whose second byte is zero in a UTF-16 text of English or Welsh, at least."""


def decode(source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a file with Unix line ends, and notes for a person on how it was read.

    By byte order mark, else UTF-16 as its zeros tell, else UTF-8, else Windows-1252. Raises UnreadableError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if source.data.startswith(mark):
            try:
                return _unix(source.data.decode(encoding)), ()
            except UnicodeDecodeError as error:
                raise UnreadableError(f"'{source.name}' is not the text that its first bytes promise.") from error
    if (wide := _wide(source.data)) is not None:
        return _unix(wide), ("The text has no byte order mark; it was read as UTF-16.",)
    if b"\x00" in source.data:
        raise UnreadableError(f"'{source.name}' is not a text file. Save it as .docx, .pdf, .md or .txt.")
    try:
        return _unix(source.data.decode("utf-8")), ()
    except UnicodeDecodeError:
        text = source.data.decode("cp1252", errors="replace")
        return _unix(text), ("The text is not UTF-8; it was read as Windows-1252.",)


def _wide(data: bytes) -> str | None:
    """The text of bytes that are letters of two bytes each, in either order; None where they are not."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > _MOSTLY * len(zeros):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if "\0" in text else text
    return None


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
