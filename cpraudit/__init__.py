"""cpraudit: a document linter for Child Practice Reviews.

The public names of the library; each is imported when it is first used, so that `cpraudit --version` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpraudit.auditing import Audit, audit
    from cpraudit.document import BlockKind, Document, SectionKind, Span
    from cpraudit.errors import ConfigurationError, CprauditError, UnreadableError
    from cpraudit.facts.case.identity import ReviewType
    from cpraudit.facts.found import Confidence, Fact
    from cpraudit.facts.review import Review
    from cpraudit.quality.checks import EVERY_TYPE, NOT_HISTORICAL, Check, Domain, Excuse, Need, Tier, check
    from cpraudit.quality.results import (
        Result,
        Status,
        cannot_tell,
        excused,
        met,
        missing,
        not_applicable,
        partial,
        said,
    )

__version__ = "0.1.0"

_HOMES = {
    "cpraudit.auditing": ("Audit", "audit"),
    "cpraudit.document": ("BlockKind", "Document", "SectionKind", "Span"),
    "cpraudit.errors": ("ConfigurationError", "CprauditError", "UnreadableError"),
    "cpraudit.facts.found": ("Confidence", "Fact"),
    "cpraudit.facts.case.identity": ("ReviewType",),
    "cpraudit.facts.review": ("Review",),
    "cpraudit.quality.checks": ("EVERY_TYPE", "NOT_HISTORICAL", "Check", "Domain", "Excuse", "Need", "Tier", "check"),
    "cpraudit.quality.results": (
        "Result", "Status", "cannot_tell", "excused", "met", "missing", "not_applicable", "partial", "said",
    ),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "EVERY_TYPE",
    "NOT_HISTORICAL",
    "Audit",
    "BlockKind",
    "Check",
    "Confidence",
    "ConfigurationError",
    "CprauditError",
    "Document",
    "Domain",
    "Excuse",
    "Fact",
    "Need",
    "Result",
    "Review",
    "ReviewType",
    "SectionKind",
    "Span",
    "Status",
    "Tier",
    "UnreadableError",
    "__version__",
    "audit",
    "cannot_tell",
    "check",
    "excused",
    "met",
    "missing",
    "not_applicable",
    "partial",
    "said",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first used."""
    if name not in _HOME:
        raise AttributeError(f"module 'cpraudit' has no attribute '{name}'")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value
