"""A wheel, installed away from the source tree, audits a sample."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_wheel_in_an_empty_environment_audits_a_sample(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", wheels, str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (wheel,) = wheels.glob("cpraudit-*.whl")
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel], check=True, timeout=120
    )
    # The libraries that it depends on are lent from the tests' own environment; its editable install is not, because a
    # path file that is named in a path file is not read.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    code = "import cpraudit; print(cpraudit.__file__); from cpraudit.cli import main; main()"
    sample = ROOT / "samples" / "weak-draft.docx"
    done = subprocess.run(
        [scripts / "python", "-c", code, "check", sample, "--format", "json"],
        capture_output=True, text=True, cwd=tmp_path, timeout=120, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    home_line, _, rest = done.stdout.partition("\n")
    assert str(site) in home_line
    assert len(json.loads(rest)["results"]) == 91
