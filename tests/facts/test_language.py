from __future__ import annotations

import subprocess
import sys

import pytest

from cpraudit.facts.text import language


def test_sentences_are_given_by_their_offsets_without_white_space_around_them() -> None:
    text = "  The panel met. It met again!  "
    (bounds,) = language.sentence_bounds([text])
    assert [text[start:end] for start, end in bounds] == ["The panel met.", "It met again!"]


def test_spacy_is_imported_without_its_command_line_which_can_still_be_imported_afterwards() -> None:
    code = (
        "import sys; from cpraudit.facts.text import language; list(language.sentence_bounds(['a. b']));"
        "assert 'spacy' in sys.modules and not [name for name in sys.modules if name.startswith('spacy.cli')];"
        "import spacy.cli; assert callable(spacy.cli.download)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_spacy_that_was_imported_before_is_left_alone() -> None:
    code = (
        "import sys, spacy; from cpraudit.facts.text import language; language.pipeline(); assert 'spacy.cli' in sys.modules"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Learning",
        " No stop ",
        "One.",
        "One. ",
        "Who? She.",
        "A 5.30 p.m. call",
        "He said ‘No.’ ",
        "...",
        ". x",
        "一。二",
    ],
)
def test_a_text_that_is_one_sentence_at_sight_has_the_bounds_that_spacy_gives(text: str) -> None:
    sentences = [sentence for sentence in language.pipeline()(text).sents if sentence.text.strip()]
    (bounds,) = language.sentence_bounds([text])
    assert [text[start:end] for start, end in bounds] == [sentence.text.strip() for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Child W (d.o.b. 6/08/2011) fell. He was seen.", 2),
        ("The criteria in para. 7.1 were met.", 1),
        ("She was approx. two when Sgt. Puw called.", 1),
        ("Bruises, cuts etc. were seen by a nurse (ref. 41).", 1),
        ("Toys, clothes etc. The house was cold.", 2),
        ("He would not tell us his dob. Nobody asked.", 2),
        ("They were shown para. 7.1. Nobody read it.", 2),
    ],
)
def test_a_short_form_ends_no_sentence_unless_a_new_one_follows(text: str, sentences: int) -> None:
    (bounds,) = language.sentence_bounds([text])
    assert len(bounds) == sentences
