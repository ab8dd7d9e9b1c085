"""The one place that knows exit codes."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code of the program says."""

    CLEAN = 0
    """No failure."""
    FAILED = 1
    """At least one failure at the gate that was asked for."""
    ERROR = 2
    """Usage, configuration or program error, or an input that could not be read."""
    NOTHING = 3
    """Nothing to audit."""
