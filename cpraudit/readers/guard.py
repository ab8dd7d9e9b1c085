"""Reading in a process of its own that can be ended, for files that may run away in native code or without end.

A worker is started at the first such file, reused for the next, and ended and replaced when it takes too long or breaks.
It belongs to the process and the thread that reads: whoever reads in a pool gets the guard inside the pool's own
function, and what ends is the worker, never a process of the pool.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO, cast

from cpraudit.document.model import Document
from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source
from cpraudit.readers.worker import READY, Answer, receive, send, too_large

_CLOCK = 3.0
"""Where the system counts a process's seconds, the clock on the wall may show this many times as many: other work may
stand in the way."""
_START_UP = 120.0
"""Seconds that a worker may take to start and to load its reader: some laptops look through every file of a program first."""
_OCR = 4 * 3600.0
"""Seconds for a document whose pages are recognised by letters; each page has a limit of its own there."""
_LARGEST = 128 * 1024 * 1024
"""Bytes of the largest answer; a document of 500 pages has three million."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from cpraudit.readers.worker import serve; serve()"
"""The worker looks for modules where this process does, and nowhere else: not in the folder of the document."""


class Worker:
    """One guarded process."""

    def __init__(self) -> None:
        """Start it; it makes itself ready while this process goes on."""
        self.owner = os.getpid()
        self._late = False
        try:
            self._process = subprocess.Popen(  # noqa: S603  this program itself, by its full path
                [sys.executable, "-P", "-c", _START, *sys.path],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0), start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise UnreadableError(
                f"The guarded process that reads documents could not be started ({error.strerror})."
            ) from error
        self._jobs = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)

    @property
    def usable(self) -> bool:
        """Whether it lives, and is this process's to use: one that was forked from its owner must leave it alone."""
        return self.owner == os.getpid() and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def read(self, source: Source) -> tuple[Answer, bool]:
        """Have a document read; tells also whether the worker can be used again."""
        try:
            with self._ended_after(_START_UP):
                send(self._jobs, source)
                answer = receive(self._answers, _LARGEST)
            if answer == READY:
                with self._ended_after(_wall(source)):
                    answer = receive(self._answers, _LARGEST)
        except OverflowError:
            answer = Answer(problem=too_large(source.name), tired=True)
        except OSError:  # it ended while it was spoken to
            answer = None
        if isinstance(answer, Answer):
            return answer, not answer.tired
        self.close()
        return Answer(problem=self._post_mortem(source)), False

    def close(self) -> None:
        """End the process, and whatever it has started."""
        self._end()
        for stream in (self._jobs, self._answers):
            with contextlib.suppress(OSError):
                stream.close()
        self._process.wait()

    def _end(self) -> None:
        with contextlib.suppress(OSError):
            if sys.platform != "win32":
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()

    @contextlib.contextmanager
    def _ended_after(self, seconds: float) -> Iterator[None]:
        """End the process where what follows takes longer."""
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end_late(self) -> None:
        self._late = True
        self._end()

    def _post_mortem(self, source: Source) -> str:
        """Why a worker ended without an answer."""
        if self._late or self._process.returncode == -getattr(signal, "SIGPROF", 0):
            return (
                f"'{source.name}' was given up: it takes more time than a document of its size should. "
                "Save it again from the program that made it, or divide it, and try again."
            )
        return (
            f"'{source.name}' breaks the program that reads it, or takes more memory than it may. "
            "Save it again from the program that made it, and check that."
        )


def _wall(source: Source) -> float:
    """Seconds on the wall that a document may take."""
    if source.ocr:
        return _OCR
    return source.seconds if sys.platform == "win32" else source.seconds * _CLOCK


_idle: list[Worker] = []
"""Workers of this process that wait for a job; each reads one document at a time."""


def read_guarded(source: Source) -> Document:
    """Read a document in a guarded process. Raises UnreadableError as `read` does, and where the process was ended."""
    worker = _take()
    answer, again = Answer(), False
    try:
        answer, again = worker.read(source)
    finally:
        if again:
            _idle.append(worker)
        else:
            worker.close()
    if answer.document is None:
        raise UnreadableError(answer.problem)
    return answer.document


def _take() -> Worker:
    while _idle:
        worker = _idle.pop()  # from another thread it is taken once too
        if worker.usable:
            return worker
    return Worker()


@atexit.register
def end_all() -> None:
    """End the workers that wait; the next document starts a new one."""
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid():
            worker.close()
