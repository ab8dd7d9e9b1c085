"""Names that a board adds to the built-in ones: its own, and those of local agencies and services."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalBoard:
    """A board, with all that it is called."""

    name: str
    """As reports of the audit call it."""
    names: tuple[str, ...] = ()
    """Other names, former and Welsh ones too: in full, or the part before 'Safeguarding Board'."""
    codes: tuple[str, ...] = ()
    """What stands before the number in the identifiers of its cases."""


@dataclass(frozen=True, slots=True)
class LocalAgency:
    """An agency or a service, with all that it is called."""

    name: str
    kind: str
    """Kind of service, one of `gazetteer.kinds()`."""
    names: tuple[str, ...] = ()
    """Other names, found whatever their case."""
    acronyms: tuple[str, ...] = ()
    """Found as written."""


LocalBoards = tuple[LocalBoard, ...]
LocalAgencies = tuple[LocalAgency, ...]


@dataclass(frozen=True, slots=True)
class LocalNames:
    """All that a configuration adds."""

    boards: LocalBoards = ()
    agencies: LocalAgencies = ()
