"""The libraries that only a batch needs: a missing one is told in a sentence before anything is audited."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from threading import Thread

from cpraudit.errors import ConfigurationError

LIBRARIES = {
    "batch": {"matplotlib": "charts", "xlsxwriter": "the workbook", "scipy": "correlations", "sklearn": "scaling"},
    "cluster": {"distributed": "a Dask cluster"},
}
"""Name of each extra to its libraries, and what each is for."""


def need(extra: str) -> None:
    """Raise ConfigurationError, which says what to install, where a library of an extra is not there."""
    lacking = [purpose for library, purpose in LIBRARIES[extra].items() if find_spec(library) is None]
    if lacking:
        raise ConfigurationError(
            f"A library for {' and for '.join(lacking)} is not installed. "
            f'Install what is needed with: python -m pip install "cpraudit[{extra}]"'
        )


DRAWN_WITH = ("matplotlib.figure", "matplotlib.backends.backend_svg", "scipy.special")
SCALED_WITH = ("scipy.spatial.distance", "sklearn.manifold")
SCALED_FROM = 6
"""Reviews below which a plane of risk indicators is hardly ever drawn."""


def load_ahead(reviews: int) -> None:
    """Load what the outputs are made with while workers audit: this process waits for them anyway, and it takes a second."""
    libraries = DRAWN_WITH + (SCALED_WITH if reviews >= SCALED_FROM else ())

    def load() -> None:
        with suppress(ImportError):  # told in its own place
            for library in libraries:
                import_module(library)

    Thread(target=load, name="loading ahead").start()
