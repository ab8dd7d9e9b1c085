"""What pasted scans and embedded objects do to an audit: what rests on them is undecided, what is read stays as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import markers as m
import pytest

import cpraudit
from cpraudit.quality.results import Status

SAMPLE = (Path(__file__).parents[2] / "samples" / "weak-draft.docx").read_bytes()
SCAN = m.para(m.picture(451, 638))
SHEET = m.para(
    "<w:r><w:object><v:shape style='width:450pt;height:320pt'><v:imagedata/></v:shape>"
    "<o:OLEObject ProgID='Excel.Sheet.12' DrawAspect='Content'/></w:object></w:r>"
)
SHOWN = {"template-residue", "draft-marks", "date-order", "timeline-length"}
"""Faults of the sample that its own words show, whatever else it may hold."""


def verdicts(path: Path, more: str) -> dict[str, Status]:
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    spaces = m.SPACES.replace(f'xmlns:w="{m.W}" ', "").replace(f'xmlns:r="{m.R}" ', "")
    added = more.replace("<w:p>", f"<w:p {spaces}>").encode()
    text = files["word/document.xml"]
    files["word/document.xml"] = text.replace(b"<w:sectPr", added + b"<w:sectPr", 1)
    path.write_bytes(m.zipped(files))
    return {finding.check.id: finding.result.status for finding in cpraudit.audit(path).findings}


@pytest.mark.parametrize(
    ("more", "decided"),
    [(SCAN, False), (SCAN * 5, False), (SHEET, False), (m.para(m.picture(150, 40)), True), (m.para("One more word."), True)],
    ids=["a scanned page", "five", "a sheet of figures", "a signature", "words"],
)
def test_what_may_stand_in_what_was_not_read_is_undecided_and_the_rest_as_it_was(
    tmp_path: Path, more: str, decided: bool
) -> None:
    before, after = verdicts(tmp_path / "before.docx", ""), verdicts(tmp_path / "after.docx", more)
    open_now = {check for check, status in before.items() if status is Status.MISSING} - SHOWN
    for check, status in before.items():
        assert after[check] is (status if decided or check not in open_now else Status.CANNOT_TELL), check
