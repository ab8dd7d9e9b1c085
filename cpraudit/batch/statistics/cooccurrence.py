"""Which risk indicators occur together: phi coefficients, as in Table 4 and Appendix 3 of the 2023 review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.coded import titles
from cpraudit.facts.case.indicators import Bearer

MORE_THAN = 2
"""An indicator is compared where it occurs in more than this number of reviews (the 2023 review's rule)."""
LEVEL = 0.05
BANDS = ((0.7, "very strong"), (0.4, "strong"), (0.3, "moderate"))
"""What a phi from this value on is called (the 2023 review's words)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two indicators, and how they go together."""

    one: str
    other: str
    """Codes."""
    both: int
    """Reviews that have both."""
    phi: float
    """-1 to 1."""
    p: float
    """Of the chi-squared test with one degree of freedom, without continuity correction."""
    adjusted: bool
    """Significant at the Bonferroni level."""

    @property
    def significant(self) -> bool:
        """Significant at 5 %, before any correction."""
        return self.p < LEVEL

    @property
    def strength(self) -> str:
        """'very strong', 'strong', 'moderate', or empty below that."""
        return next((name for least, name in BANDS if abs(self.phi) >= least), "")


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """The indicators of one kind of bearer, and every pair of them."""

    bearer: Bearer
    codes: tuple[str, ...]
    """Those that are compared."""
    left_out: tuple[str, ...]
    """Those that occur, in too few reviews."""
    level: float
    """Bonferroni: 5 % shared among the indicators compared, as the 2023 review did (not among the pairs)."""
    pairs: tuple[Pair, ...]

    def links(self, code: str) -> int:
        """With how many others an indicator is significantly and positively associated, at 5 %."""
        return sum(code in (pair.one, pair.other) and pair.significant and pair.phi > 0 for pair in self.pairs)

    def as_object(self) -> dict[str, Any]:
        """As plain values."""
        names = titles()
        return {
            "bearer": self.bearer,
            "compared": [names[code] for code in self.codes],
            "too_few": [names[code] for code in self.left_out],
            "bonferroni_level": self.level,
            "pairs": [
                {
                    "one": names[pair.one],
                    "other": names[pair.other],
                    "both": pair.both,
                    "phi": round(pair.phi, 3),
                    "p": round(pair.p, 5),
                    "significant": pair.significant,
                    "significant_adjusted": pair.adjusted,
                    "strength": pair.strength or None,
                }
                for pair in self.pairs
            ],
        }


def matrix(cases: Sequence[Case], codes: Sequence[str]) -> list[list[bool]]:
    """A row an indicator, a column a review: present, or not known."""
    return [[code in case.coded for case in cases] for code in codes]


def compare(cases: Sequence[Case], bearer: Bearer) -> CoOccurrence:
    """Compare the indicators that occur in more than two reviews (and not in all), pair by pair."""
    present = {code: sum(code in case.coded for case in cases) for code in titles() if code.startswith(f"{bearer}.")}
    codes = tuple(code for code, count in present.items() if MORE_THAN < count < len(cases))
    level = LEVEL / len(codes) if codes else LEVEL
    pairs = tuple(_pair(cases, one, other, level) for one, other in combinations(codes, 2))
    few = tuple(code for code, count in present.items() if 0 < count <= MORE_THAN)
    return CoOccurrence(bearer, codes, few, level, pairs)


def _pair(cases: Sequence[Case], one: str, other: str, level: float) -> Pair:
    from scipy.special import chdtrc  # the upper tail of chi-squared, without the second that scipy.stats takes to load

    n = len(cases)
    first, second = sum(one in case.coded for case in cases), sum(other in case.coded for case in cases)
    both = sum(one in case.coded and other in case.coded for case in cases)
    phi = (n * both - first * second) / (first * (n - first) * second * (n - second)) ** 0.5
    p = float(chdtrc(1, n * phi**2))
    return Pair(one, other, both, phi, p, p < level)
