"""What there is to do: each review with its id, and what its audit depends on."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cpraudit.batch import fingerprint
from cpraudit.batch.sets import ReviewSet
from cpraudit.batch.work import Measure, Task
from cpraudit.readers import source_of


@dataclass(frozen=True, slots=True)
class Planned:
    """One review of a batch."""

    id: str
    """Its name in letters, digits and hyphens: names its page."""
    review: ReviewSet
    fingerprint: str
    """Digest of everything that its audit depends on; empty where a file could not be opened."""

    @property
    def place(self) -> dict[str, Any]:
        """What the batch itself knows of it: stands first in its line of `audits.jsonl`."""
        return {
            "id": self.id,
            "fingerprint": self.fingerprint,
            "report": self.review.name,
            "board": self.review.board,
            "type": self.review.type,
            "notes": list(self.review.notes),
        }

    def task(self, measure: Measure) -> Task:
        """The work to do, with the bytes of its files; raises UnreadableError where one cannot be opened."""
        sources = tuple(replace(source_of(path), path=self._told(path)) for path in self.review.files)
        return Task(self.id, self.fingerprint, sources, self.place, measure)

    def _told(self, path: Path) -> str:
        """A file's path from where the review's own name is told from."""
        if path == self.review.report:
            return self.review.name
        beside = os.path.relpath(path, self.review.report.parent).replace(os.sep, "/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.review.name), beside))


def plan(reviews: Iterable[ReviewSet], measure: Measure) -> tuple[Planned, ...]:
    """Give each review its id and fingerprint, in order."""
    reviews = tuple(reviews)
    slugs = [_slug(review.name) for review in reviews]
    often = Counter(slugs)
    measured = fingerprint.of_measure(measure)
    return tuple(
        Planned(slug if often[slug] == 1 else f"{slug}-{_short(review.name)}", review, _fingerprint(review, measured))
        for slug, review in zip(slugs, reviews, strict=True)
    )


def _fingerprint(review: ReviewSet, measured: str) -> str:
    try:
        return fingerprint.of_review(review, measured)
    except OSError:
        return ""


def _slug(name: str) -> str:
    """'2021/Child K (final).docx' is '2021-child-k-final'; a long one is cut, and told apart by a digest."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.rpartition(".")[0].casefold()).strip("-") or "review"
    return slug if len(slug) <= 60 else f"{slug[:60]}-{_short(name)}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
