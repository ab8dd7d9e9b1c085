"""The plane of risk indicators: every name can be read, whatever stands close together."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from lxml import html

from cpraudit.batch.charts.drawing import SIZES, WIDE, Size
from cpraudit.batch.charts.plane import _names, indicators


def test_names_lie_on_no_other_name() -> None:
    random.seed(3)
    dots = {f"Indicator number {n}": (random.gauss(0, 60), random.gauss(0, 60)) for n in range(17)}
    boxes = list(_names(dots, WIDE.inches * 36))
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []


@pytest.mark.parametrize("size", SIZES)
def test_indicators_that_always_occur_together_share_a_dot(size: Size) -> None:
    places = {"Neglect": (0.0, 0.1), "Bullying": (0.0, 0.1001), "Young carer": (0.4, 0.3), "Missing": (-0.4, 0.0)}
    drawing = html.fromstring(indicators(size, "plane", "Which occur together", places, 0.02))
    assert set(drawing.xpath("//text/text()")) >= set(places)
    assert len(drawing.xpath("//g/use")) == 3
