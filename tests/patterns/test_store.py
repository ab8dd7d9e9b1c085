from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from cpraudit.auditing import audit
from cpraudit.facts.text import lexicon
from cpraudit.patterns import store
from cpraudit.patterns.needs import needs_of
from cpraudit.patterns.store import Store

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "good-report.md"
EXPRESSIONS = [
    (r"\bregister\b", 0),
    (r"(?P<day>\d+)(?:st|nd)? (?P<month>[A-Z]\w+)(?(day)x|y)", re.IGNORECASE),
    (r"(?x) plan # a comment", re.VERBOSE),
    (r"(?i:[a-z]é)|[^\W_]{2,}?(?<=ŵ)", re.DOTALL | re.MULTILINE),
]


@pytest.fixture(autouse=True)
def _keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _filled(path: Path) -> Store:
    kept = Store(path)
    for pattern, flags in EXPRESSIONS:
        kept.compiled(pattern, int(flags))
        kept.needs(pattern, verbose=bool(flags & re.VERBOSE))
    kept.save()
    return kept


def test_an_expression_from_the_store_is_what_re_makes_of_it(tmp_path: Path) -> None:
    _filled(tmp_path / "kept")
    again = Store(tmp_path / "kept")
    assert len(again) == len(EXPRESSIONS)
    for pattern, flags in EXPRESSIONS:
        found, plain = again.compiled(pattern, int(flags)), re.compile(pattern, flags)
        assert found == plain
        assert (found.flags, found.groups, found.groupindex) == (plain.flags, plain.groups, plain.groupindex)
        assert again.needs(pattern, verbose=bool(flags & re.VERBOSE)) == needs_of(pattern, verbose=bool(flags & re.VERBOSE))


def test_every_expression_of_an_audit_is_what_re_makes_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(tmp_path / "kept")
    monkeypatch.setattr(store, "usual", lambda: kept)
    for phrases in lexicon.load("family")["answer"].values():
        pattern = lexicon.any_of([*phrases, "nothing else"])
        pattern.search("They declined to meet us and did not reply.")
        assert pattern.compiled == re.compile(pattern.pattern, pattern.flags)
    assert len(kept) > 10


def test_an_expression_that_is_wrong_is_told_as_re_tells_it() -> None:
    with pytest.raises(re.error, match="unterminated subpattern"):
        Store(None).compiled("(", 0)


@pytest.mark.parametrize("damage", [b"", b"cpraudit", b"x" * 400])
def test_a_file_that_is_damaged_is_as_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "kept"
    _filled(path)
    path.write_bytes(damage)
    again = Store(path)
    assert len(again) == 0
    assert again.compiled("a+", 0).fullmatch("aa")


def test_a_file_with_one_wrong_byte_or_of_another_python_is_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    _filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert len(Store(path)) == 0
    path.write_bytes(whole)
    assert len(Store(path)) == len(EXPRESSIONS)
    monkeypatch.setattr(sys, "hexversion", 0)
    assert len(Store(path)) == 0


def test_where_it_cannot_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    _filled(tmp_path / "a-file" / "kept")
    assert [path.name for path in tmp_path.iterdir()] == ["a-file"]


def test_python_told_to_keep_no_compiled_modules_keeps_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _filled(tmp_path / "kept")
    assert not list(tmp_path.iterdir())


def test_what_two_processes_found_out_at_once_is_kept_of_both(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "kept"
    one, other = Store(path), Store(path)
    one.compiled("one", 0)
    other.compiled("other", 0)
    one.save()
    other.save()
    assert len(Store(path)) == 2
    assert [found.name for found in path.parent.iterdir()] == ["kept"]


def test_no_word_of_a_document_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(tmp_path / "kept")
    monkeypatch.setattr(store, "usual", lambda: kept)
    draft = tmp_path / "draft.md"
    text = SAMPLE.read_text(encoding="utf-8").replace("Child W", "Briallen")
    draft.write_text(f"{text}\n\nBriallen, aged 3, has a hearing loss. Her sister Blodyn and her uncle Macsen met us.\n")
    assert audit(draft).review.kin.children
    assert len(kept) > 0
    kept.save()
    data = (tmp_path / "kept").read_bytes()
    assert b"Briallen" not in data
    assert b"Blodyn" not in data
