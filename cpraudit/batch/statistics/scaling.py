"""Indicators on a plane: the closer two stand, the more often they occur together (Figures 5 and 6 of the 2023 review)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.coded import titles
from cpraudit.batch.statistics.cooccurrence import CoOccurrence, matrix

FEWEST = 4
"""Indicators below which a plane tells nothing."""
SEED = 20230801
"""Of the starting places, so that the same reviews give the same plane."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Where each indicator stands, and how well that fits."""

    places: dict[str, tuple[float, float]]
    """By code."""
    stress: float
    """Normalised raw stress: 0 fits exactly; up to 0.15 is called good (Stalans, 1995)."""

    def as_object(self) -> dict[str, Any]:
        """As plain values."""
        names = titles()
        return {
            "stress": round(self.stress, 4),
            "places": {names[code]: [round(x, 4), round(y, 4)] for code, (x, y) in self.places.items()},
        }


def place(cases: Sequence[Case], compared: CoOccurrence) -> Plane | None:
    """Scale the indicators that have a significant association; None where they are fewer than four.

    The distance is Lance and Williams's, which on presence and absence is scipy's `dice`: what two indicators lack together
    does not bring them closer.
    """
    linked = [c for c in compared.codes if any(c in (p.one, p.other) and p.significant for p in compared.pairs)]
    if len(linked) < FEWEST:
        return None
    import numpy as np
    from scipy.spatial.distance import pdist, squareform
    from sklearn.manifold import smacof

    wanted = pdist(np.array(matrix(cases, linked), dtype=bool), metric="dice")
    points, _ = smacof(squareform(wanted), n_components=2, random_state=SEED, n_init=20, max_iter=1000, normalized_stress=False)
    reached = pdist(points)
    fits = float((wanted @ reached) ** 2 / ((wanted @ wanted) * (reached @ reached))) if reached.any() else 0.0
    return Plane({code: (float(x), float(y)) for code, (x, y) in zip(linked, points, strict=True)}, 1 - fits)
