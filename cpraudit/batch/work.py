"""What is done to one review, wherever it is done: a function of bytes that gives bytes back, and never raises.

The task carries the documents themselves, so that a worker on another machine needs no shared disk.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cpraudit
from cpraudit.collector import review_done
from cpraudit.errors import CprauditError, broke_at

if TYPE_CHECKING:
    from cpraudit.config import Settings
    from cpraudit.readers import Source


@dataclass(frozen=True, slots=True)
class Task:
    """One review to audit."""

    id: str
    fingerprint: str
    """Of everything that the outcome depends on."""
    sources: tuple[Source, ...]
    """The report, then its annexes."""
    place: dict[str, Any]
    """What the batch itself knows of the review; stands first in its line of `audits.jsonl`."""
    settings: Settings
    """Those in force for this report; folders of checks and profiles of one's own must be where they say on every worker."""
    version: str = cpraudit.__version__
    """The version that made the task."""

    @property
    def size(self) -> int:
        """Bytes of the documents."""
        return sum(len(source.data) for source in self.sources)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one task."""

    id: str
    fingerprint: str
    record: str = ""
    """The audit as one line of JSON; empty where there is none."""
    page: str = ""
    """The audit as a web page."""
    problem: str = ""
    """Why there is no audit, in a sentence."""
    passing: bool = False
    """The problem may not come again (a worker that died): another run tries again."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Time by stage: 'read', 'judge', 'write'."""


def perform(task: Task) -> Outcome:
    """Audit one review. Whatever goes wrong is in the outcome: one bad file never stops the rest."""
    if task.version != cpraudit.__version__:
        return _failed(
            task,
            f"The worker has cpraudit {cpraudit.__version__} and the batch {task.version}. Install the same on both.",
            passing=True,
        )
    try:
        return _audited(task)
    except CprauditError as error:
        return _failed(task, str(error))
    except MemoryError:
        return _failed(task, "There was not enough memory to audit it. Try again with fewer --jobs.", passing=True)
    except Exception as error:  # the batch must go on, and say which file did it
        name = Path(task.sources[0].path).name
        return _failed(task, f"'{name}' could not be audited, by a fault of the program's own ({broke_at(error)}). Please report this.")
    finally:
        review_done()


def _failed(task: Task, problem: str, *, passing: bool = False) -> Outcome:
    return Outcome(task.id, task.fingerprint, problem=problem, passing=passing)


def _audited(task: Task) -> Outcome:
    from cpraudit.auditing import examine
    from cpraudit.batch.leafing import ways
    from cpraudit.readers import read_sources
    from cpraudit.reports.html import as_html
    from cpraudit.reports.json import as_object

    seconds: dict[str, float] = {}
    quotes = task.settings.quotes
    with _timed(seconds, "read"):
        document = read_sources(task.sources)
    with _timed(seconds, "judge"):
        audit = examine(document, task.settings)
    with _timed(seconds, "write"):
        place = {**task.place, "broken": {finding.check.id: finding.broke for finding in audit.broken}}
        record = json.dumps({"batch": place, **as_object(audit, quotes=quotes)}, ensure_ascii=False)
        page = as_html([audit], quotes=quotes, ways=ways(), on_cluster=place["cluster"])
    return Outcome(task.id, task.fingerprint, record, page, seconds=seconds)


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - begun
