"""Processes of this machine that audit side by side.

A server process loads the program once, and each worker is forked from it: a new worker starts in milliseconds and shares
the server's memory. Where there is no such server (Windows, macOS) each worker loads the program itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

SERVED = "forkserver"
"""The way of starting a process from a server."""


def local(jobs: int) -> ProcessPoolExecutor:
    """A pool of worker processes that end with this process, however it ends."""
    context = _context()
    if context.get_start_method() == SERVED:
        context.set_forkserver_preload(["cpraudit.batch.warm"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=begin)


def helper() -> ProcessPoolExecutor:
    """One process for work that is not auditing, which ends with this process too."""
    return ProcessPoolExecutor(1, mp_context=_context(), initializer=attend)


def _context() -> BaseContext:
    return multiprocessing.get_context(SERVED if sys.platform == "linux" else "spawn")


def begin() -> None:
    """In a new worker: be ready to audit."""
    attend()
    import cpraudit.batch.warm  # noqa: F401  loaded already where the worker was forked from the server


def attend() -> None:
    """In a new process: leave Ctrl-C to the parent, which settles what is done, and end when the parent has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def stop_at_once() -> None:
    """End every worker of this process now."""
    for worker in multiprocessing.active_children():
        worker.terminate()


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
