"""The guarded process: reads one document after another under limits that the system itself enforces.

It is started by `guard.py`, takes jobs from standard input and gives messages on standard output, each as its length in
eight bytes and a pickle: for a job `READY`, from when its time counts, then an answer. It ends when its input ends.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from cpraudit.document.model import Document
from cpraudit.errors import CprauditError
from cpraudit.readers.opening import FORMATS, Source, read_here

LENGTH = struct.Struct(">Q")
READY = "ready"
"""The message that what a job needs has been loaded: how long that takes is no fault of the document."""
_TIRED = 256 * 1024 * 1024
"""Bytes of memory beyond which a worker is not used again: native engines do not give all of it back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one job: a document, or why there is none."""

    document: Document | None = None
    problem: str = ""
    tired: bool = False
    """This worker ends now; the next job needs a new one."""


def serve() -> None:
    """Answer jobs until there are no more."""
    jobs = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # nothing that a library prints may stand among the answers
        os.dup2(nowhere, stream)
    while (job := receive(jobs)) is not None:
        answer = _answer(cast("Source", job), lambda: send(answers, READY))
        send(answers, answer)
        if answer.tired:
            return


def send(stream: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, most: int = 1 << 40) -> object | None:
    """Read one message; None where the stream has ended. Raises OverflowError where it is longer than `most` bytes."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > most:
        raise OverflowError(length)
    data = stream.read(length)
    message: object = pickle.loads(data) if len(data) == length else None  # noqa: S301  between two halves of one program
    return message


def _answer(job: Source, told_ready: Callable[[], None]) -> Answer:
    name = job.name
    try:
        make_ready(job)
        told_ready()
        with _limited(job):
            document = read_here(job)
    except CprauditError as error:
        return Answer(problem=str(error), tired=_tired())
    except MemoryError:
        return Answer(problem=too_large(name), tired=True)
    except ImportError as error:
        return Answer(problem=f"'{name}' could not be read: a part of the program is not installed ({error.name}).")
    return Answer(document, tired=_tired())


def make_ready(job: Source) -> None:
    """Load what the job's reader needs before its memory is limited: a library that finds no room looks uninstalled."""
    import_module("unicodedata")
    if PurePath(job.path).suffix.lower() == ".pdf":
        import_module("pypdfium2" if job.ocr else "pypdfium2.raw")
    import_module(FORMATS[PurePath(job.path).suffix.lower()][1])


def too_large(name: str) -> str:
    """The sentence for a file that takes more memory than it may."""
    return (
        f"'{name}' was given up: it takes more memory than a document of its size should. "
        "Save it again from the program that made it, or divide it, and try again."
    )


@contextmanager
def _limited(job: Source) -> Iterator[None]:
    """Let the system end this process where the job takes more than it may.

    Windows has no such limits: there the other side's clock ends it.
    """
    if sys.platform == "win32":
        yield
        return
    import resource
    import signal

    size = len(job.data)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if held := _address_space():
        most = held + job.limits.bytes_for(size)
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    signal.setitimer(signal.ITIMER_PROF, job.seconds)  # SIGPROF ends a process that does not catch it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123  a path object costs an import here
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _tired() -> bool:
    """Whether the process holds so much memory that the next document is better read in a new one."""
    if sys.platform == "win32":
        return False
    import resource

    try:  # what is held now: the peak that the system tells may be that of the process which started this one
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() > _TIRED
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most * (1 if sys.platform == "darwin" else 1024) > _TIRED
