"""A batch from end to end: what is to be done, doing it, keeping it, and writing what came of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from cpraudit.batch import gating
from cpraudit.batch.extras import load_ahead
from cpraudit.batch.locking import locked
from cpraudit.batch.outputs import Summary, write_outputs
from cpraudit.batch.planning import Planned, plan
from cpraudit.batch.running import Run
from cpraudit.batch.sets import Found
from cpraudit.batch.store import LOCK, Store, problem_line
from cpraudit.batch.work import Outcome, Task
from cpraudit.config import Given
from cpraudit.errors import CprauditError


class Watcher(Protocol):
    """Who is told how a batch goes on."""

    def begin(self, todo: int, kept: int, lines: Iterator[str]) -> None:
        """So many reviews are to be audited; so many are as they were and need not be: here are their lines."""

    def at_work(self, names: Sequence[str]) -> None:
        """These reviews are being audited now."""

    def done(self, line: str) -> None:
        """One review is done and on disk, with this line."""

    def writing(self) -> None:
        """The tables and the dashboard are being written."""


@dataclass
class Session:
    """One batch into one folder."""

    found: Found
    store: Store
    given: Given
    """What the command line settles."""
    run: Run
    seconds: Counter[str] = field(default_factory=Counter)
    """Time by stage, summed over all workers."""

    def go(self, watcher: Watcher) -> Summary:
        """Audit what has changed, then write the outputs of everything that is done.

        Where the run is stopped on the way, what was done is written, and the rest is told as left.
        """
        planned = plan(self.found.reviews, self.given)
        self.store.claim()
        with locked(self.store.folder / LOCK):
            self.store.load()
            todo = [one for one in planned if not self._kept(one)]
            kept = [one for one in planned if self._kept(one)]
            watcher.begin(len(todo), len(kept), self._lines(kept))
            if todo:
                load_ahead(len(planned))
            self._audit(todo, watcher)
            watcher.writing()
            done = [one for one in planned if self._kept(one, again=True)]
            told = write_outputs(self.store, done, self.found.notes, self.seconds, left=len(planned) - len(done))
        return replace(told, failed=gating.failed(told.audited, {one.id: one.settings.gate for one in planned}))

    def _kept(self, one: Planned, *, again: bool = False) -> bool:
        """It is on disk as it is now. `again`: a problem that may pass is kept too, having come in this run."""
        kept = self.store.known.get(one.id)
        return kept is not None and kept.fingerprint == one.fingerprint and (again or not kept.passing)

    def _lines(self, kept: Sequence[Planned]) -> Iterator[str]:
        """The lines of reviews that need not be audited again, those that could not be audited last."""
        yield from self.store.lines(one.id for one in kept)
        for one in kept:
            told = self.store.known[one.id]
            if told.problem:
                yield problem_line(one.place, told.problem, passing=told.passing) + "\n"

    def _audit(self, todo: Sequence[Planned], watcher: Watcher) -> None:
        by_id = {one.id: one for one in todo}
        unopened: list[Outcome] = []
        for outcome in self._outcomes(todo, unopened, watcher):
            one = by_id[outcome.id]
            line = self.store.keep(outcome, one.place)
            self.seconds.update(outcome.seconds)
            watcher.done(line)

    def _outcomes(self, todo: Sequence[Planned], unopened: list[Outcome], watcher: Watcher) -> Iterator[Outcome]:
        out: dict[str, str] = {}
        for outcome in self.run.outcomes(self._tasks(todo, unopened, out, watcher)):
            out.pop(outcome.id, None)
            self._tell(out, watcher)
            yield outcome
            while unopened:
                yield unopened.pop()
        yield from unopened

    def _tasks(
        self, todo: Sequence[Planned], unopened: list[Outcome], out: dict[str, str], watcher: Watcher
    ) -> Iterator[Task]:
        """The tasks as they are asked for, so that only a few documents are in memory. `out` keeps the names of those out."""
        for one in todo:
            try:
                task = one.task(on_cluster=self.run.on_cluster)
            except CprauditError as error:
                unopened.append(Outcome(one.id, one.fingerprint, problem=str(error), passing=not one.fingerprint))
                continue
            out[one.id] = one.review.name
            self._tell(out, watcher)
            yield task

    def _tell(self, out: dict[str, str], watcher: Watcher) -> None:
        """Of the tasks that are out the first are at work; the others wait for a worker."""
        watcher.at_work(list(out.values())[: self.run.jobs])
