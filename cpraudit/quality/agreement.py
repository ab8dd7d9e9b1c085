"""How often each check's verdicts agreed with an expert's, on reviews that its rules were never tried on."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ENOUGH = 0.8
"""Share below which a check says that it needs a person's judgement (this project's own)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Verdicts that agree, of verdicts in all."""

    agree: int
    total: int

    @property
    def share(self) -> float:
        """Share that agree, 0 to 1."""
        return self.agree / self.total

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval of the share."""
        return wilson(self.agree, self.total)


def wilson(agree: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """95 % Wilson interval of a share; the whole range where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share, square = agree / total, z * z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = z * math.sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


@cache
def _measured() -> dict[str, Agreement]:
    source = files("cpraudit.quality").joinpath("agreement.toml")
    if not source.is_file():
        return {}
    rows = tomllib.loads(source.read_text(encoding="utf-8"))
    return {check: Agreement(*row["verify"]) for check, row in rows.items()}


def of(check_id: str) -> Agreement | None:
    """The figure of a check; None for one that was not measured (a board's own)."""
    return _measured().get(check_id)


def needs_judgement(check_id: str) -> bool:
    """Whether a check agreed with an expert too seldom to be taken on its word."""
    measured = of(check_id)
    return measured is not None and measured.share < ENOUGH
