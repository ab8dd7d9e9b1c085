"""Workers of a Dask cluster, on other machines or this one. Needs the extra `cluster`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from cpraudit.batch.extras import need
from cpraudit.errors import ConfigurationError

PATIENCE = 15
"""Seconds to wait for the scheduler."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A connection to a scheduler."""

    start: Callable[[], Executor]
    jobs: int
    """Threads of all its workers."""
    deaths: tuple[type[BaseException], ...]
    """Raised for a task whose workers died each time that it was tried."""


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to a scheduler ('tcp://10.0.0.5:8786'); raises ConfigurationError where none answers."""
    need("cluster")
    from distributed import Client, KilledWorker

    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigurationError(f"No Dask scheduler answers at '{address}'. Check the address, and that it runs.") from error
    with client:
        threads = sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())
        if not threads:
            raise ConfigurationError(f"The cluster at '{address}' has no worker. Start some: dask worker {address}")
        yield Cluster(partial(client.get_executor, pure=False), threads, (KilledWorker,))
