"""The files of a review that is named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpraudit.config.review_file import ReviewFiles


def files_of(report: Path, annexes: tuple[Path, ...] = ()) -> ReviewFiles:
    """What a path names: a report, or the review of a `review.toml` (or of its folder); `annexes` come after its own.

    Raises ConfigurationError where a review file is wrong.
    """
    from dataclasses import replace

    from cpraudit.config import review_file

    told_by = review_file.beside(report)
    files = review_file.load(told_by) if told_by else review_file.ReviewFiles(report)
    return replace(files, annexes=(*files.annexes, *annexes))
