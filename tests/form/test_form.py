"""The recommended form: written, audited while it is empty, filled in, and held against a draft."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from lxml import etree

from cpraudit.document.printed import groups
from cpraudit.document.template import blocks_found
from cpraudit.facts import Review
from cpraudit.form import FormType, held_against, write_form
from cpraudit.form.content import Listing, Statement, load
from cpraudit.quality.loading import load as load_checks
from cpraudit.readers import read
from running import run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module", params=list(FormType), ids=str)
def form(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[FormType, Path]:
    path = tmp_path_factory.mktemp("form") / "draft.docx"
    done = run("new", "--type", request.param, "-o", path)
    assert done.returncode == 0, done.stderr
    assert "What to write, check by check" in done.stderr
    return request.param, path


def markup(path: Path, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def test_the_form_is_not_written_over_anything(form, tmp_path: Path) -> None:
    _, path = form
    before = path.read_bytes()
    done = run("new", "--type", "concise", "-o", path)
    assert done.returncode == 2
    assert "is not written over" in done.stderr
    assert path.read_bytes() == before
    assert "ends in .docx" in run("new", "--type", "concise", "-o", tmp_path / "draft.pdf").stderr


def test_the_form_can_be_used_by_everyone(form) -> None:
    kind, path = form
    document = docx.Document(str(path))
    assert document.core_properties.title == f"Child Practice Review Report: {kind.capitalize()} Child Practice Review"
    assert document.core_properties.language == "en-GB"
    assert {language.get(f"{W}val") for language in markup(path, "word/styles.xml").iter(f"{W}lang")} == {"en-GB"}
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == "Heading 1"
    assert set(levels) == {"Heading 1", "Heading 2"}
    root = markup(path)
    for table in root.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    controls = list(root.iter(f"{W}sdt"))
    numbers = [control.find(f"{W}sdtPr/{W}id").get(f"{W}val") for control in controls]
    assert len(numbers) == len(set(numbers)) > 50
    assert all(control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for control in controls)
    assert sum(control.find(f"{W}sdtPr/{W14}checkbox") is not None for control in controls) == 17


def test_the_empty_form_is_known_for_what_it_is_and_says_check_by_check_what_to_write(form, tmp_path: Path) -> None:
    kind, path = form
    done = run("check", path, "--json", tmp_path / "audit.json", "--comments", tmp_path / "reviewed.docx")
    assert done.returncode == 0, done.stderr
    audit = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))
    assert audit["document"]["kind"] == "form"
    assert audit["score"]["overall"] is None
    results = {result["check"]: result for result in audit["results"]}
    assert "fields of the form are not filled in" in results["template-residue"]["message"]
    comments = docx.Document(str(tmp_path / "reviewed.docx")).comments
    assert sum("template-residue" in comment.text for comment in comments) == 1
    met = {check for check, result in results.items() if result["status"] == "met"}
    absent = {check.id for check in load_checks(()) if check.by_absence}
    assert met - absent == {"review-type", "template-sections"}
    assert audit["review"]["type"] == kind
    assert audit["review"]["chair"] is None
    assert audit["review"]["recommendations"] == []
    assert not any(audit["review"]["dates"].values())
    assert "child-age" in done.stdout


def test_a_field_is_form_until_it_is_filled_in(form, tmp_path: Path) -> None:
    _, path = form
    before = Review(read(path))
    assert sum(len(block.unfilled) for block in before.document.blocks) > 50
    filled = tmp_path / "filled.docx"
    fill(path, filled, {"Chair of Panel: Details": "A. Prys, Director, Ynys Afallon Council"})
    after = Review(read(filled))
    assert len(after.outline.residue) == len(before.outline.residue) - 1
    assert before.people.chair is None
    assert after.people.chair is not None


def fill(path: Path, target: Path, words: Mapping[str, str]) -> None:
    """Write into fields as Word does: the guidance, its look and the note that it is guidance go."""
    root = markup(path)
    for control in root.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}alias").get(f"{W}val")
        if name in words:
            control.find(f"{W}sdtPr").remove(control.find(f"{W}sdtPr/{W}showingPlcHdr"))
            run_ = control.find(f"{W}sdtContent/{W}r")
            run_.remove(run_.find(f"{W}rPr"))
            run_.find(f"{W}t").text = words[name]
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == "word/document.xml" else old.read(name))


def test_signatures_dates_and_rows_that_are_filled_in_are_read(form, tmp_path: Path) -> None:
    _, path = form
    names = {"Reviewer 1": "Nest Hughes", "Reviewer 2": "Ifan Rees", "Chair of Review Panel": "Alun Prys"}
    words = {f"{signer}: Name (Print)": name for signer, name in names.items()}
    words |= {f"{signer}: Date": "4 May 2024" for signer in names}
    words |= {f"{signer}: Signature": "signed" for signer in names}
    words |= {"Referral to the Child Practice Review Sub-Group: Date": "2 January 2024"}
    filled = tmp_path / "filled.docx"
    fill(path, filled, words)
    done = run("check", filled, "--json", tmp_path / "audit.json")
    assert done.returncode == 0, done.stderr
    audit = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))
    status = {result["check"]: result["status"] for result in audit["results"]}
    assert {status[check] for check in ("chair-signoff", "reviewer-signoff", "referral-date")} == {"met"}
    assert audit["review"]["dates"]["signoff"] == "2024-05-04"
    assert audit["review"]["dates"]["referral"] == "2024-01-02"


def test_the_wording_is_the_forms_and_every_check_has_a_part(form) -> None:
    kind, path = form
    document = read(path)
    told = groups(document)
    printed = {document.blocks[index].text for index in told}
    for part in load(kind).parts:
        for piece in part.pieces:
            lines = piece.lines if isinstance(piece, Listing) else piece.limbs if isinstance(piece, Statement) else ()
            assert set(lines) <= printed
    served = {check for part in load(kind).parts for check in part.checks}
    known = {check.id: check for check in load_checks(())}
    assert served <= known.keys()
    publication = {id_ for id_, check in known.items() if check.domain == "publication"}
    assert known.keys() - served - publication == {"template-sections"}


def test_the_form_has_every_part_of_itself_in_order(form) -> None:
    kind, path = form
    outline = Review(read(path)).outline
    assert all(part.section is not None and part.in_order for part in held_against(outline, kind))
    assert all(block.in_order for block in blocks_found(outline))


def test_outline_says_which_parts_of_the_form_a_draft_has(tmp_path: Path) -> None:
    whole = run("outline", SAMPLES / "good-report.docx").stdout
    assert "7 of the form's 7 main parts found in its order." in whole
    draft = tmp_path / "draft.md"
    draft.write_text(
        "# Child Practice Review Report\n\n## Statement by Reviewers\n\nSigned.\n\n## Practice and organisational learning\n\n"
        "The school told the health visitor.\n\n## Brief outline of circumstances resulting in the Review\n\nA child died.\n",
        encoding="utf-8",
    )
    told = run("outline", draft).stdout
    assert "Lacking: Improving Systems and Practice, Appendix 1: Terms of Reference" in told
    assert "Out of order:" in told
    assert "Statement by Reviewers  [statement by reviewers]" in told


def test_writing_into_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    from cpraudit.errors import CprauditError

    with pytest.raises(CprauditError, match="could not be written"):
        write_form(FormType.CONCISE, tmp_path / "nowhere" / "draft.docx")


def test_a_form_that_is_filled_in_throughout_leaves_no_residue(form, tmp_path: Path) -> None:
    _, path = form
    root = markup(path)
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        placeholder = properties.find(f"{W}showingPlcHdr")
        if placeholder is None:
            continue
        properties.remove(placeholder)
        for run_ in control.iter(f"{W}r"):
            run_.remove(run_.find(f"{W}rPr"))
            for text in run_.iter(f"{W}t"):
                text.text = "4 March 2024" if properties.find(f"{W}date") is not None else "Words of the reviewer."
    filled = tmp_path / "filled.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(filled, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == "word/document.xml" else old.read(name))
    assert Review(read(filled)).outline.residue == ()
