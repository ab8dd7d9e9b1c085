"""A batch that is ended in every way: nothing done is lost, nothing done is done again, no file is half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made import examined, folder_of, plugin

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
CLI = [sys.executable, "-m", "cpraudit"]


def start(folder: Path, out: Path, checks: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from cpraudit.cli import main; main()", "batch", str(folder), "-o", str(out)]
    return subprocess.Popen(
        [*command, "--jobs", "2", "--checks", str(checks)], stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_for(out: Path, count: int) -> list[Path]:
    """Until so many reviews are done; which they are."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        done = sorted((out / "pending").glob("*.json"))
        if len(done) >= count:
            return done
        time.sleep(0.02)
    raise AssertionError("no review was done in a minute")


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_killed_in_the_middle_and_run_again(tmp_path: Path) -> None:
    names = [f"review-{n:02}" for n in range(16)]
    folder, checks, out = folder_of(tmp_path / "in", dict.fromkeys(names, "SLOW")), plugin(tmp_path / "checks"), tmp_path / "out"
    run = start(folder, out, checks)
    wait_for(out, 3)
    os.kill(run.pid, signal.SIGKILL)
    run.wait(10)
    done = {file.stem for file in (out / "pending").glob("*.json")}
    assert 3 <= len(done) < len(names)
    for file in (out / "pending").glob("*.json"):
        assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "cpraudit/1"
        assert (out / "reviews" / f"{file.stem}.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    end = time.monotonic() + 10
    while alive(run.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(run.pid), "workers outlived the batch"

    before = examined(checks)
    again = start(folder, out, checks)
    assert again.wait(120) == 0, again.stderr and again.stderr.read()
    audits = [json.loads(line) for line in (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [audit["batch"]["id"] for audit in audits] == names
    second = [name.removesuffix(".md") for name in examined(checks)[len(before) :]]
    assert sorted(second) == sorted(set(names) - done)
    assert not (out / "pending").exists()


def test_ctrl_c_keeps_and_tells_what_is_done(tmp_path: Path) -> None:
    names = [f"review-{n:02}" for n in range(16)]
    folder, checks, out = folder_of(tmp_path / "in", dict.fromkeys(names, "SLOW")), plugin(tmp_path / "checks"), tmp_path / "out"
    run = start(folder, out, checks)
    wait_for(out, 2)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "Stopping: what has been begun is finished first." in told
    assert "left; run the same command again to go on." in told.splitlines()[-1]
    assert "Traceback" not in told
    audits = (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()
    assert 2 <= len(audits) < len(names)
    assert (out / "facts.csv").exists()
    assert start(folder, out, checks).wait(120) == 0
    assert len((out / "audits.jsonl").read_text(encoding="utf-8").splitlines()) == len(names)
    assert len(examined(checks)) == len(names)


def test_a_worker_that_dies_costs_one_review(tmp_path: Path) -> None:
    marks = {f"review-{n}": "" for n in range(8)} | {"review-3": "DEADLY", "review-5": "BROKEN"}
    folder, checks, out = folder_of(tmp_path / "in", marks), plugin(tmp_path / "checks"), tmp_path / "out"
    run = start(folder, out, checks)
    _, told = run.communicate(timeout=120)
    assert run.returncode == 2
    assert told.splitlines()[-1] == "cpraudit: 1 of 8 could not be audited; the reasons stand above."
    assert "review-3.md: The worker that audited it ended twice" in told
    marker = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert [unread["report"] for unread in marker["unread"]] == ["review-3.md"]
    audits = [json.loads(line) for line in (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()]
    verdicts = {audit["batch"]["id"]: {one["check"]: one["status"] for one in audit["results"]}["told"] for audit in audits}
    assert len(verdicts) == 7
    assert verdicts["review-5"] == "cannot-tell"
    assert "review-5.md: the check 'told' broke (ValueError in told.py, line" in told

    before = len(examined(checks))
    assert start(folder, out, checks).wait(120) == 2
    # what killed its worker may have been bad luck, and is tried again
    assert set(examined(checks)[before:]) == {"review-3.md"}


def test_two_batches_do_not_write_to_one_folder(tmp_path: Path) -> None:
    folder, checks, out = folder_of(tmp_path / "in", {"a": "SLOW", "b": "SLOW"}), plugin(tmp_path / "checks"), tmp_path / "out"
    first = start(folder, out, checks)
    while not (out / "batch.lock").exists():
        time.sleep(0.02)
    time.sleep(0.1)
    _, told = start(folder, out, checks).communicate(timeout=60)
    assert "Another batch is writing to" in told
    assert first.wait(60) == 0
