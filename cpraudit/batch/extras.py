"""The libraries that only a batch needs: a missing one is told in a sentence before anything is audited."""

from __future__ import annotations

from importlib.util import find_spec

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
