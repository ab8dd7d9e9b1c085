"""The letters of a picture by the program `tesseract`, where it is installed: nothing leaves the machine, nothing is kept.

A picture goes to its standard input and the words come from its standard output, so that no file is written.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from cpraudit.errors import ConfigurationError

LACKING = (
    "'--ocr' needs the program tesseract, which is not installed here. Install it (on Debian or Ubuntu: apt install "
    "tesseract-ocr tesseract-ocr-cym; elsewhere see tesseract-ocr.github.io), or leave '--ocr' out."
)
_LANGUAGES = ("eng", "cym")
"""Those of the reviews, as tesseract names them."""
_SECONDS = 120
"""For one page; a page of small print takes five."""
_LEAST_SURE = 30.0
"""Per cent below which a word is none: a stain, a stamp, the grain of the paper."""
_WORD = 5
"""The level of tesseract's table on which words stand."""
_MOST_WORDS = 5_000


class NotRecognisedError(Exception):
    """Tesseract gave up a picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in shades of grey."""

    width: int
    height: int
    grey: bytes
    """One byte a dot, row by row from the top."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was recognised; its box in dots of the picture, from the top left."""

    text: str
    line: tuple[int, ...]
    """Numbers that the words of one line share."""
    left: int
    top: int
    width: int
    height: int
    sure: float
    """Per cent, as tesseract judges itself."""


def need() -> None:
    """Raise ConfigurationError, which says what to install, where tesseract is not there."""
    if _program() is None:
        raise ConfigurationError(LACKING)


def words_in(picture: Picture, dots: float) -> list[Word]:
    """The words of a picture that has so many dots an inch.

    Raises ConfigurationError where tesseract is not installed, NotRecognisedError where it breaks or takes too long.
    """
    program = _program()
    if program is None:
        raise ConfigurationError(LACKING)
    command = [program, "stdin", "stdout", "-l", _languages(program), "--dpi", str(round(dots)), "tsv"]
    image = b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.grey
    try:
        done = subprocess.run(  # noqa: S603  the program that the user asked for, by its full path
            command, input=image, capture_output=True, timeout=_SECONDS, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost more than they save on one page
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        raise NotRecognisedError from error
    return list(islice(_words(done.stdout.decode("utf-8", "replace")), _MOST_WORDS))


def _words(table: str) -> Iterator[Word]:
    """The words of tesseract's table: level, page, block, paragraph, line, word, box, sureness, text."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != str(_WORD) or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        sure = float(cells[10])
        if sure >= _LEAST_SURE:
            yield Word(cells[11].strip(), tuple(map(int, cells[1:5])), left, top, width, height, sure)


@cache
def _program() -> str | None:
    return shutil.which("tesseract")


@cache
def _languages(program: str) -> str:
    """'eng+cym': those of the reviews that are installed."""
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_SECONDS, check=True, text=True)  # noqa: S603
    except (subprocess.SubprocessError, OSError):
        return _LANGUAGES[0]
    there = told.stdout.split()
    return "+".join(language for language in _LANGUAGES if language in there) or _LANGUAGES[0]
