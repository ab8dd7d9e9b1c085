"""One batch at a time in a folder: a lock of the operating system, which ends with its process, however that ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cpraudit.errors import ConfigurationError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock; raises ConfigurationError where another process holds it."""
    with path.open("a") as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise ConfigurationError(
                f"Another batch is writing to '{path.parent}'. Wait for it to end, or name another folder."
            ) from error
        yield


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
