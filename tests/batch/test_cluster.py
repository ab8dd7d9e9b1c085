"""The same batch on a Dask cluster: a worker is killed on the way, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from made import examined, folder_of, plugin

from cpraudit.cli import main

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def test_a_worker_killed_in_the_middle_costs_nothing(tmp_path: Path) -> None:
    names = [f"review-{n:02}" for n in range(12)]
    folder, checks, out = folder_of(tmp_path / "in", dict.fromkeys(names, "SLOW")), plugin(tmp_path / "checks"), tmp_path / "out"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        victim = next(iter(cluster.workers.values())).pid

        def kill() -> None:
            while len(list((out / "pending").glob("*.json"))) < 3:
                time.sleep(0.02)
            os.kill(victim, signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        result = CliRunner().invoke(
            main, ["batch", str(folder), "-o", str(out), "--scheduler", cluster.scheduler_address, "--checks", str(checks)]
        )
        killer.join(1)
        assert not killer.is_alive(), "the worker was never killed"
    assert result.exit_code == 0, result.stderr
    audits = [json.loads(line) for line in (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [audit["batch"]["id"] for audit in audits] == names
    assert {name.removesuffix(".md") for name in examined(checks)} == set(names)


def test_no_scheduler_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cpraudit.batch.cluster.PATIENCE", 0.5)
    folder = folder_of(tmp_path / "in", {"a": ""})
    result = CliRunner().invoke(main, ["batch", str(folder), "-o", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"])
    assert result.exit_code == 2
    assert "No Dask scheduler answers at 'tcp://127.0.0.1:9'" in result.stderr


@pytest.mark.parametrize(("extra", "library"), [("batch", "xlsxwriter"), ("cluster", "distributed")])
def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str, library: str
) -> None:
    monkeypatch.setattr("cpraudit.batch.extras.find_spec", lambda name: None if name == library else object())
    folder = folder_of(tmp_path / "in", {"a": ""})
    result = CliRunner().invoke(main, ["batch", str(folder), "-o", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"])
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].endswith(f'python -m pip install "cpraudit[{extra}]"')
