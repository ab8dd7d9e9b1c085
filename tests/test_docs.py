"""Generated documentation is what the checks say today."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_pages_of_the_checks_are_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    pages = builder.pages()
    stale = [path for path, text in pages.items() if not (DOCS / path).exists() or (DOCS / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"
    assert {path.name for path in (DOCS / "checks").glob("*.md")} == {Path(path).name for path in pages}
