"""The audits that stand beside the samples are what the program says of them today."""

import importlib.util
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"


def test_the_audits_of_the_samples_are_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    folder = SAMPLES / "audits"
    stale = [name for name, text in builder.audits().items() if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make samples`"
