"""What can go wrong in words that a user understands.

Every error that is meant for a person is a `CprauditError`; the command line prints its text and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable


class CprauditError(Exception):
    """Something the user can put right. Its text is one clear sentence: what is wrong, and what to do."""


class UnreadableError(CprauditError):
    """A file that could not be read: missing, empty, of a kind that is not read, broken, locked or hostile."""


class ConfigurationError(CprauditError):
    """A setting, a profile, a waiver or a plug-in that is wrong."""


def broke_at(error: BaseException) -> str:
    """Kind and place of a fault of the program's own, for a report of it; never its text, which may quote a document."""
    from pathlib import Path
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: " Did you mean 'child-age'?", or nothing.

    Where none is spelt like it, those that have it among their parts are named: 'age' is one of 'child-age'.
    """
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word, names, 1) or [name for name in names if word.lower() in name.split("-")][:3]
    told = " or ".join(f"'{name}'" for name in close)
    return f" Did you mean {told}?" if close else ""
