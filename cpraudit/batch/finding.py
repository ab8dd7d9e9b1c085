"""Finding the reviews in folders, patterns, files and manifests. Nothing is opened here but manifests and review files."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cpraudit.batch import manifest
from cpraudit.batch.gathering import gather, is_document, named_in
from cpraudit.batch.marker import is_output
from cpraudit.batch.sets import Found, ReviewSet
from cpraudit.config import review_file
from cpraudit.errors import ConfigurationError
from cpraudit.reports.wording import counted, listed

SKIPPED = (".", "~$")
"""How names begin that are never a review: hidden files, and the lock files of an open Word document."""


def find(inputs: Sequence[str]) -> Found:
    """Every review in these folders, files, patterns ('reports/*.docx'), manifests (.csv) and review files (review.toml).

    Raises ConfigurationError where an input is not there, or a manifest or review file is wrong.
    """
    paths = [path for given in inputs for path in _expanded(given)]
    folders = [path for path in paths if path.is_dir()]
    alone = len(paths) == 1 or len({path.name for path in folders}) < len(folders)
    reviews: dict[Path, ReviewSet] = {}
    notes: list[str] = []
    others: Counter[str] = Counter()
    loose: list[Path] = []
    named: set[Path] = set()
    """Files that a review file names, without their suffixes: a copy in another format is the same document."""
    for path in paths:
        if path.is_dir():
            top = path if alone else path.parent
            for folder, files in _walk(path):
                if told_by := review_file.beside(folder):
                    _keep(named_in(told_by, top), reviews, named)
                files = [file for file in files if file.name.lower() != review_file.NAME and file.with_suffix("") not in named]  # noqa: PLW2901  what is left
                others.update(file.suffix.lower() or file.name for file in files if not is_document(file))
                told, gathered = gather(files, top, root=folder == path)
                notes += told
                reviews.update((review.report, review) for review in gathered)
        elif own := review_file.beside(path):
            _keep(named_in(own, path.parent), reviews, named)
        elif path.suffix.lower() == ".csv":
            reviews.update((review.report, review) for review in manifest.read(path))
        else:
            loose.append(path)
    base = _common([path.parent for path in loose])
    for folder in dict.fromkeys(path.parent for path in loose):
        told, gathered = gather([path for path in loose if path.parent == folder], base, root=True)
        notes += told
        reviews.update((review.report, review) for review in gathered)
    if others:
        kinds = listed(kind for kind, _ in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:6])
        notes.append(f"{counted(others.total(), 'file')} of other kinds left alone ({kinds}).")
    told_apart = _told_apart(tuple(reviews.values()))
    return Found(tuple(sorted(told_apart, key=lambda review: review.name.casefold())), tuple(notes))


def _keep(review: ReviewSet, reviews: dict[Path, ReviewSet], named: set[Path]) -> None:
    """Put a review that a review file names among the others, and its files among those that are spoken for."""
    reviews[review.report] = review
    named.update(file.with_suffix("") for file in review.files)


def _expanded(given: str) -> Iterator[Path]:
    """The paths that an input names: itself, or what a pattern matches."""
    path = Path(given)
    if path.exists():
        yield path.resolve()
        return
    magic = glob.has_magic(given)
    matches = sorted(glob.glob(given, recursive=True)) if magic else []  # noqa: PTH207  a pattern with a root of its own
    if not matches:
        what = "Nothing matches" if magic else "There is no folder or file"
        raise ConfigurationError(f"{what} '{given}'. Check the name and the folder.")
    yield from (Path(match).resolve() for match in matches)


def _common(folders: Sequence[Path]) -> Path | None:
    """The nearest folder above all of these; None where they are on different drives, or there are none."""
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return None


def _told_apart(reviews: Sequence[ReviewSet]) -> Iterator[ReviewSet]:
    """Reviews of the same name, from different inputs, are called by their whole paths."""
    often = Counter(review.name for review in reviews)
    for review in reviews:
        yield replace(review, name=review.report.as_posix()) if often[review.name] > 1 else review


def _walk(top: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Each folder with its files, the outputs of batches and hidden ones left out, links to folders not followed."""
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(SKIPPED) and not is_output(here / name))
        if not is_output(here):
            yield here, [here / name for name in sorted(files) if not name.startswith(SKIPPED)]
