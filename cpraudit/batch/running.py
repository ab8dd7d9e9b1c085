"""Running tasks side by side on any `concurrent.futures.Executor`, in bounded memory, whatever dies on the way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass, field

from cpraudit.batch.work import Outcome, Task, perform

RECYCLE = 250
"""Tasks a worker, on average, after which the workers are replaced: what a library leaks is given back."""
AHEAD = 2
"""Tasks out for each worker: one at work, and one that it can begin without waiting."""
IN_FLIGHT = 64 * 1024 * 1024
"""Bytes of documents that are out, beyond which no more are handed out."""

DIED = "The worker that audited it ended twice: it ran out of memory, or a library failed. The other reviews were not harmed."


@dataclass
class Run:
    """Hands tasks out and gives their outcomes back."""

    start: Callable[[], Executor]
    """Makes a set of workers; asked again when they are to be replaced, or one has died."""
    jobs: int
    """How many of them work at once."""
    recycle: int = RECYCLE
    deaths: tuple[type[BaseException], ...] = ()
    """What an executor raises that has itself tried a task again, on other workers, until it gave the task up."""
    on_cluster: bool = False
    """The reports leave this machine for the workers' own."""
    stopping: bool = False
    """Set to hand out no more; what workers have begun is still waited for."""
    under_way: dict[Future[Outcome], Task] = field(default_factory=dict)

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of each task as it comes. Tasks are drawn from the iterable only as workers have room."""
        waiting = iter(tasks)
        more = True
        while more:
            more, suspects = yield from self._generation(waiting, self.jobs * AHEAD)
            for suspect in suspects:  # one of them ended its worker; alone, it can harm no other
                _, again = yield from self._generation(iter([suspect]), 1)
                if again:
                    yield Outcome(suspect.id, suspect.fingerprint, problem=DIED, passing=True)

    def _generation(self, waiting: Iterator[Task], window: int) -> Generator[Outcome, None, tuple[bool, list[Task]]]:
        """Run tasks on a new set of workers until they are to be replaced.

        Returns whether there may be more tasks, and the tasks that were out when a worker died.
        """
        executor = self.start()
        left, more = self.recycle * self.jobs, True
        suspects: list[Task] = []
        try:
            while True:
                while more and left and not suspects and not self.stopping and self._room(window):
                    task = next(waiting, None)
                    more, left = task is not None, left - 1
                    if task is not None:
                        self._hand_out(executor, task, suspects)
                if self.stopping:
                    more = False
                    for future in self.under_way:
                        future.cancel()
                if not self.under_way:
                    return more, suspects
                for future in wait(self.under_way, return_when=FIRST_COMPLETED).done:
                    outcome = self._answer(future, self.under_way.pop(future), suspects)
                    if outcome:
                        yield outcome
        finally:
            self.under_way.clear()
            executor.shutdown(wait=False)

    def _room(self, window: int) -> bool:
        return len(self.under_way) < window and sum(task.size for task in self.under_way.values()) < IN_FLIGHT

    def _hand_out(self, executor: Executor, task: Task, suspects: list[Task]) -> None:
        try:
            self.under_way[executor.submit(perform, task)] = task
        except BrokenExecutor:
            suspects.append(task)

    def _answer(self, future: Future[Outcome], task: Task, suspects: list[Task]) -> Outcome | None:
        try:
            return future.result()
        except BrokenExecutor:
            suspects.append(task)
            return None
        except self.deaths:
            return Outcome(task.id, task.fingerprint, problem=DIED, passing=True)
        except CancelledError:
            if self.stopping:
                return None
            problem = "The workers gave it up before they had begun. Run the same command again."
            return Outcome(task.id, task.fingerprint, problem=problem, passing=True)
        except Exception as error:
            problem = f"Its worker could not answer ({type(error).__name__}: {error}). Run the same command again."
            return Outcome(task.id, task.fingerprint, problem=problem, passing=True)
