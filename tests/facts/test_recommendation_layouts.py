"""How many recommendations there are, however they are set out."""

import tomllib
from pathlib import Path

import pytest

from cpraudit.testing import review_of

FILES = ("recommendation_layouts.toml", "recommendation_layouts_plain.toml")
LAYOUTS = [
    layout
    for name in FILES
    for layout in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["layout"]
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout["name"] for layout in LAYOUTS])
def test_layout(layout):
    found = review_of(f"# Child Practice Review Report\n\n{layout['text']}").recommendations.value
    assert len(found) == layout["count"]
    if "ids" in layout:
        assert [one.id for one in found] == layout["ids"]
    if "owned" in layout:
        assert sum(bool(one.owners) for one in found) == layout["owned"]
    if "timed" in layout:
        assert sum(one.timing is not None for one in found) == layout["timed"]
