"""Compiled patterns kept between runs, as Python keeps compiled modules: beside the package, under `__pycache__`.

An audit compiles some two thousand expressions, which takes as long as the audit itself. They are the program's own and the
same every time, so what the compiler of `re` makes of them is kept in one file. Only expressions that the program holds itself
are kept, never one that is made of a document's words.

Nothing depends on the file: where it is missing, damaged, of another Python or cannot be written, expressions are compiled.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import Any

from cpraudit.patterns import words

MOST = 20_000
"""Expressions in the file beyond which it is begun again: by then most are of earlier states of the program."""

Needs = tuple[frozenset[str], ...]
"""Sets of keys, of each of which a text must hold one; empty where nothing is known."""
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the compiler makes of an expression: flags, code, number of groups, and the groups' names both ways."""
_READERS = (Path(words.__file__), Path(words.__file__).with_name("needs.py"))
"""The modules that tell which words an expression needs: with another state of them, all is found anew."""


class Store:
    """What is known of expressions: what the compiler makes of them, and which words they need."""

    def __init__(self, path: Path | None) -> None:
        """Load the file, if there is one that this Python can use; None for none."""
        self._path = path
        self._made: dict[tuple[str, int], Made] = {}
        self._needs: dict[tuple[str, bool], Needs] = {}
        self._new = False
        self._load()

    def __len__(self) -> int:
        return len(self._made)

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        """What `re.compile` gives; raises `re.error` as it does."""
        made = self._made.get((pattern, flags))
        if made is None:
            return self._compile(pattern, flags)
        final, code, groups, index, names = made
        numbers = memoryview(code).cast("I").tolist()
        found: re.Pattern[str] = _engine().compile(pattern, final, numbers, groups, index, names)
        return found

    def needs(self, pattern: str, *, verbose: bool) -> Needs:
        """What `needs_of` gives."""
        key = (pattern, verbose)
        if key not in self._needs:
            from cpraudit.patterns.needs import needs_of

            self._needs[key] = needs_of(pattern, verbose=verbose)
            self._new = True
        return self._needs[key]

    def save(self) -> None:
        """Keep what this process has found out for the next one, as far as the folder can be written."""
        if not self._new or self._path is None or sys.dont_write_bytecode:
            return
        beside = Store(self._path)  # another process may have saved meanwhile
        if len(beside) < MOST:
            self._made, self._needs = beside._made | self._made, beside._needs | self._needs
        data = marshal.dumps((self._made, self._needs))
        half_written = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                half_written.write_bytes(_key() + source_hash(data) + data)
                half_written.replace(self._path)
            finally:
                half_written.unlink(missing_ok=True)
        self._new = False

    def _load(self) -> None:
        if self._path is None:
            return
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            told, key = self._path.read_bytes(), _key()
            digest, data = told[len(key) : len(key) + 8], told[len(key) + 8 :]
            if told.startswith(key) and source_hash(data) == digest:
                self._made, self._needs = marshal.loads(data)  # noqa: S302  as safe as the modules beside it

    def _compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        made = _made(pattern, flags)
        if made is None:
            return re.compile(pattern, flags)
        self._made[pattern, flags] = made
        self._new = True
        return self.compiled(pattern, flags)


@cache
def usual() -> Store:
    """The store of this installation: loaded when it is first needed, and saved when the process ends."""
    try:
        path = Path(cache_from_source(str(Path(__file__).with_name("compiled.py")))).with_suffix(".patterns")
    except NotImplementedError:  # a Python that keeps no compiled modules
        path = None
    store = Store(path)
    atexit.register(store.save)
    return store


def _made(pattern: str, flags: int) -> Made | None:
    """What lies between the two steps of `re.compile`; None where this Python takes others. Raises `re.error`."""
    try:
        tree = import_module("re._parser").parse(pattern, flags)
        code, state = import_module("re._compiler")._code(tree, flags), tree.state
        index = dict(state.groupdict)
        names: list[str | None] = [None] * state.groups
        for name, group in index.items():
            names[group] = name
        return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, index, tuple(names)
    except re.error:
        raise
    except Exception:  # whatever another Python's compiler lacks
        return None


@cache
def _engine() -> Any:
    return import_module("_sre")


def _key() -> bytes:
    """What the file must begin with: the Python and the readers of expressions that it is of."""
    states = [(state.st_mtime_ns, state.st_size) for state in (path.stat() for path in _READERS)]
    engine = (sys.hexversion, sys.byteorder, getattr(_engine(), "MAGIC", 0), getattr(_engine(), "CODESIZE", 0))
    return f"cpraudit {engine} {states}\n".encode()
