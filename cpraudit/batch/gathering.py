"""Which files of one folder make one review.

By name: `NAME.annex-timeline.docx` belongs to `NAME.docx`. By format: the same name in several formats is one review, of
which Word is read. By folder: a subfolder with one report, and with files whose names say that they are annexes, is one. A `review.toml` says it
outright; what it names is not looked at otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from cpraudit.batch.sets import ReviewSet
from cpraudit.config import review_file
from cpraudit.document.form import load, plain
from cpraudit.readers import FORMATS
from cpraudit.reports.wording import listed

UNREAD = {".doc", ".rtf", ".htm", ".html", ".mht", ".mhtml", ".fodt", ".pages", ".wpd"}
"""Kinds of document that are not read. They are not left alone: a review that is not audited must be told."""

PREFERRED = (".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".pdf", ".md", ".markdown", ".txt")
"""Of the same name in several formats the first of these is read: Word keeps most of what a draft holds."""

OWN = re.compile(r"\.audit\.(?:html|md|json)$", re.IGNORECASE)
"""What the program itself writes beside a report."""
READ_ME = re.compile(r"^(?:read[ _-]?me|licen[cs]e|changelog)$", re.IGNORECASE)
ANNEX = re.compile(r"^(?P<report>.+)\.annex(?:[-_. ].*)?$", re.IGNORECASE)
ANNEX_WORDS = ("annex", "annexe", "appendix", "atodiad")


def is_document(path: Path) -> bool:
    """The file may be a report or an annex, by its name."""
    suffix = path.suffix.lower()
    return (suffix in FORMATS or suffix in UNREAD) and not OWN.search(path.name) and not READ_ME.match(path.stem)


def gather(files: Sequence[Path], base: Path | None, *, root: bool) -> tuple[list[str], list[ReviewSet]]:
    """The reviews of one folder's files, and what to tell of them. `root`: the user named the folder itself."""
    documents = _one_a_name([file for file in files if is_document(file)])
    annexes, orphans = _by_name(documents)
    reports = {stem: chosen for stem, chosen in documents.items() if not ANNEX.match(stem)}
    notes = [
        f"'{_told(path, base)}' is named as an annex, but there is no report '{report}' beside it: it was audited alone."
        for path, report in orphans
    ]
    reports.update((path.stem, (path, ())) for path, _ in orphans)
    if not root:
        reports, more = _by_folder(reports)
        for stem, paths in more.items():
            annexes[stem] += paths
    reviews = []
    for stem, (report, copies) in reports.items():
        told = []
        if copies:
            formats = listed(sorted(path.suffix for path in (report, *copies)))
            told.append(f"There are {formats} of the same name: one review, of which {report.suffix} was read.")
        reviews.append(ReviewSet(_told(report, base), report, tuple(sorted(annexes[stem])), notes=tuple(told)))
    return notes, reviews


def named_in(path: Path, base: Path | None) -> ReviewSet:
    """The review that a `review.toml` names. Raises ConfigurationError where the file is wrong."""
    files = review_file.load(path)
    return ReviewSet(_told(files.report, base), files.report, files.annexes, files.roles)


def _told(path: Path, base: Path | None) -> str:
    return path.as_posix() if base is None else path.relative_to(base).as_posix()


def _one_a_name(files: Sequence[Path]) -> dict[str, tuple[Path, tuple[Path, ...]]]:
    """For each name the file that is read, and its copies in other formats."""
    named: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        named[file.stem].append(file)
    chosen = {}
    for stem, same in named.items():
        order = sorted(same, key=lambda path: (_rank(path), path.name))
        chosen[stem] = (order[0], tuple(order[1:]))
    return chosen


def _rank(path: Path) -> int:
    suffix = path.suffix.lower()
    return PREFERRED.index(suffix) if suffix in PREFERRED else len(PREFERRED)


def _by_name(
    documents: dict[str, tuple[Path, tuple[Path, ...]]],
) -> tuple[dict[str, list[Path]], list[tuple[Path, str]]]:
    """Annexes by the name of their report, and those whose report is not there."""
    by_plain = {stem.casefold(): stem for stem in documents}
    annexes: dict[str, list[Path]] = defaultdict(list)
    orphans = []
    for stem, (path, _) in documents.items():
        match = ANNEX.match(stem)
        if match and match["report"].casefold() in by_plain:
            annexes[by_plain[match["report"].casefold()]].append(path)
        elif match:
            orphans.append((path, match["report"]))
    return annexes, orphans


def _by_folder(
    reports: dict[str, tuple[Path, tuple[Path, ...]]],
) -> tuple[dict[str, tuple[Path, tuple[Path, ...]]], dict[str, list[Path]]]:
    """One report with files that by their names are annexes: one review. Anything else stands as it is."""
    like_annexes = {stem: files for stem, files in reports.items() if _named_as_annex(stem)}
    others = [stem for stem in reports if stem not in like_annexes]
    if len(others) != 1 or not like_annexes:
        return reports, {}
    return {others[0]: reports[others[0]]}, {others[0]: [path for path, _ in like_annexes.values()]}


def _named_as_annex(stem: str) -> bool:
    words = f" {plain(re.sub('[_.-]', ' ', stem))} "
    cues = [*ANNEX_WORDS, *(cue for cues in load().annexes.values() for cue in cues)]
    return any(f" {cue} " in words for cue in cues)
