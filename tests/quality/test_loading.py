"""Checks are found as plug-ins; a plug-in that fails is named."""

from pathlib import Path

import pytest

from cpraudit.errors import ConfigurationError
from cpraudit.quality.loading import load
from cpraudit.testing import result_of

DOCS = Path(__file__).parents[2] / "docs" / "own-checks.md"
TOML = """
[[check]]
id = "helpline"
title = "A helpline is given"
source = "Our Board"
asks = "The report gives a helpline."
why = "Readers may be alone."
remedy = "Add the helpline."
must_appear = ["Samaritans", "Childline"]
"""
TEXT = "# Introduction\n\nIf you are affected, the Samaritans are there to talk.\n"


def examples(language: str) -> list[str]:
    return [part.split("```")[0] for part in DOCS.read_text(encoding="utf-8").split(f"```{language}\n")[1:]]


def loaded(folder: Path) -> dict:
    return {check.id: check for check in load([folder])}


def test_the_built_in_checks_are_found_once_each() -> None:
    ids = [check.id for check in load()]
    assert len(ids) == len(set(ids)) >= 28


def test_the_documented_python_check_works(tmp_path: Path) -> None:
    (tmp_path / "thanks.py").write_text(examples("python")[0], encoding="utf-8")
    check = loaded(tmp_path)["thanks"]
    assert result_of(check, "# Introduction\n\nThe panel thanks the child's grandmother.").status == "met"
    assert result_of(check, "# Introduction\n\nThe panel met.").status == "missing"


def test_the_documented_toml_check_works(tmp_path: Path) -> None:
    (tmp_path / "helpline.toml").write_text(examples("toml")[0], encoding="utf-8")
    assert loaded(tmp_path)["helpline"].tier == "advisory"


def test_a_toml_check_tells_what_lacks(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(TOML, encoding="utf-8")
    result = result_of(loaded(tmp_path)["helpline"], TEXT)
    assert result.status == "partial"
    assert "Childline" in result.message
    assert result.evidence


def test_words_that_must_not_appear(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(TOML.replace("must_appear", "must_not_appear"), encoding="utf-8")
    check = loaded(tmp_path)["helpline"]
    assert result_of(check, TEXT).status == "missing"
    assert result_of(check, "# Introduction\n\nNothing of the kind.\n").status == "met"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.py", "import nothing_of_that_name", "broken.py"),
        ("empty.py", "x = 1", "holds no check"),
        ("wrong.toml", TOML.replace("must_appear", "must_apear"), "Did you mean 'must_appear'"),
        ("lacks.toml", TOML.replace('why = "Readers may be alone."', ""), "lacks 'why'"),
        ("kind.toml", TOML + 'where = ["nowhere"]', "nowhere"),
        ("bad.toml", "[[check", "not valid TOML"),
    ],
)
def test_a_plug_in_that_fails_is_named(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said.replace("(", r"\(")):
        load([tmp_path])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no folder"):
        load([tmp_path / "nowhere"])
