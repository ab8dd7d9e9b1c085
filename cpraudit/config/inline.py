"""Waivers that stand in a Markdown report itself, as a comment that a reader of the page does not see.

<!-- cpraudit-waiver: { check = "child-age", reason = "Few children live there.", owner = "The Chair" } -->
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from cpraudit.config.keys import waiver_of
from cpraudit.config.written import Where
from cpraudit.document import Document
from cpraudit.errors import ConfigurationError
from cpraudit.quality.waivers import Waiver

MARK = "cpraudit-waiver:"


def waivers_in(document: Document) -> Iterator[Waiver]:
    """The waivers of a report's own comments. Raises ConfigurationError where one is wrong."""
    for note in document.notes:
        if note.startswith(MARK):
            where = Where(Path(), f"a comment of {Path(document.parts[0].path).name}")
            try:
                table = tomllib.loads(f"waiver = {note.removeprefix(MARK).strip()}")["waiver"]
            except tomllib.TOMLDecodeError as error:
                raise ConfigurationError(
                    f'The waiver in {where.origin} is not written as {{ check = "...", reason = "..." }}: {error}.'
                ) from error
            if not isinstance(table, dict):
                raise ConfigurationError(
                    f'The waiver in {where.origin} is not written as {{ check = "...", reason = "..." }}.'
                )
            yield waiver_of(table, where)
