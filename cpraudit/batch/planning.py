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

from cpraudit.auditing import checks_of, opened
from cpraudit.batch import fingerprint
from cpraudit.batch.sets import ReviewSet
from cpraudit.batch.work import Task
from cpraudit.config import AUTO, Given, Settings, settings_for
from cpraudit.quality import baseline


@dataclass(frozen=True, slots=True)
class Planned:
    """One review of a batch."""

    id: str
    """Its name in letters, digits and hyphens: names its page."""
    review: ReviewSet
    settings: Settings
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

    def task(self, *, on_cluster: bool = False) -> Task:
        """The work to do, with the bytes of its files; raises UnreadableError where one cannot be opened."""
        roles = dict(self.review.roles)
        sources = tuple(
            replace(opened(path, self.settings, roles.get(path)), path=self._told(path)) for path in self.review.files
        )
        return Task(self.id, self.fingerprint, sources, {**self.place, "cluster": on_cluster}, self.settings)

    def _told(self, path: Path) -> str:
        """A file's path from where the review's own name is told from."""
        if path == self.review.report:
            return self.review.name
        beside = os.path.relpath(path, self.review.report.parent).replace(os.sep, "/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.review.name), beside))


def plan(reviews: Iterable[ReviewSet], given: Given) -> tuple[Planned, ...]:
    """Give each review its id, its settings and its fingerprint, in order.

    Raises ConfigurationError where a setting is wrong.
    """
    reviews = tuple(reviews)
    slugs = [_slug(review.name) for review in reviews]
    often = Counter(slugs)
    planned = []
    for slug, review in zip(slugs, reviews, strict=True):
        settings = _settings(review, given)
        own = slug if often[slug] == 1 else f"{slug}-{_short(review.name)}"
        planned.append(Planned(own, review, settings, _fingerprint(review, settings)))
    for settings in {one.settings for one in planned}:
        # What is wrong in the settings is told now, not once for each review.
        if settings.select or settings.ignore or settings.checks or settings.waiver:
            checks_of(settings)
        if settings.baseline:
            baseline.read(settings.baseline)
    return tuple(planned)


def _settings(review: ReviewSet, given: Given) -> Settings:
    """Those in force for a report. Unless something settles the profile, each review's own dates choose it.

    Only its own waivers go with it: a worker does not know in which folder the report lies.
    """
    settings = settings_for(review.report, given)
    return replace(
        settings,
        profile=settings.profile if "profile" in settings.origins else AUTO,
        waiver=tuple(replace(one, files="*", folder=None) for one in settings.waiver if one.about(review.report)),
        origins={},
    )


def _fingerprint(review: ReviewSet, settings: Settings) -> str:
    try:
        return fingerprint.of_review(review, settings)
    except OSError:
        return ""


def _slug(name: str) -> str:
    """'2021/Child K (final).docx' is '2021-child-k-final'; a long one is cut, and told apart by a digest."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.rpartition(".")[0].casefold()).strip("-") or "review"
    return slug if len(slug) <= 60 else f"{slug[:60]}-{_short(name)}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
