"""Automatic numbers of Word files, and labels that never cost a letter."""

from __future__ import annotations

import markers as m
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpraudit.document.clean import tidy
from cpraudit.readers.assembling import typed_label
from cpraudit.readers.numerals import numeral
from cpraudit.readers.opening import Source
from cpraudit.readers.word import read


def labels(body: str, numbering: str = m.NUMBERING) -> list[str]:
    found = read(Source("review.docx", m.word_file(body, styles=m.STYLES, numbering=numbering)))
    return [block.label for block in found.blocks]


def test_levels_count_and_restart() -> None:
    items = [(0, "a"), (1, "b"), (1, "c"), (2, "d"), (2, "e"), (0, "f"), (1, "g"), (2, "h")]
    body = "".join(m.listed(1, depth, text) for depth, text in items)
    assert labels(body) == ["1.", "1.1", "1.2", "(i)", "(ii)", "2.", "2.1", "(i)"]


def test_words_around_the_number_and_bullets() -> None:
    body = m.listed(2, 0, "a") + m.listed(3, 0, "b") + m.listed(3, 1, "c") + m.listed(2, 0, "d")
    assert labels(body) == ["Recommendation 1", "•", "–", "Recommendation 2"]


def test_a_list_that_shares_a_definition_goes_on_unless_it_says_where_to_start() -> None:
    body = m.listed(1, 0, "a") + m.listed(4, 0, "b") + m.listed(4, 0, "c") + m.listed(1, 0, "d")
    assert labels(body) == ["1.", "5.", "6.", "7."]


def test_numbers_come_by_style_and_can_be_switched_off() -> None:
    off = '<w:pStyle w:val="Numbered"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = m.listed(1, 0, "a") + m.styled("Numbered", "b") + m.para("c", off) + m.styled("Numbered", "d")
    assert labels(body) == ["1.", "1.1", "", "1.2"]


def test_an_empty_paragraph_of_a_list_takes_its_number_and_a_deleted_one_does_not() -> None:
    deleted = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del {m.WHO}/></w:rPr>'
    body = m.listed(1, 0, "a") + m.para("", '<w:numPr><w:numId w:val="1"/></w:numPr>') + m.listed(1, 0, "b")
    assert labels(body) == ["1.", "3."]
    assert labels(m.listed(1, 0, "a") + m.para(m.deleted("x"), deleted) + m.listed(1, 0, "b")) == ["1.", "2."]


def test_a_level_may_keep_its_count_and_show_every_level_in_figures() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + m.level(0, "upperRoman", "%1")
        + m.level(1, "decimal", "%1.%2", "<w:isLgl/>").replace("<w:isLgl/>", '<w:lvlRestart w:val="0"/><w:isLgl/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(m.listed(1, depth, "x") for depth in (0, 1, 0, 1))
    assert labels(body, numbering) == ["I", "1.1", "II", "2.2"]


def test_a_typed_number_tells_more_than_an_automatic_bullet() -> None:
    assert labels(m.listed(3, 0, "4) The panel")) == ["4)"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"),
        (3, "lowerLetter", "c"), (28, "upperLetter", "BB"), (2, "ordinal", "2nd"), (12, "ordinal", "12th"),
        (21, "cardinalText", "Twenty-one"), (30, "ordinalText", "Thirtieth"), (4, "none", ""), (4, "unheardOf", "4"),
        (0, "lowerRoman", "0"), (10**9, "upperRoman", str(10**9)),
    ],
)  # fmt: skip
def test_numerals(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown


@given(st.text(alphabet="abAB123. ()\t-•–:ivx\u00a0\u00ad", max_size=25), st.booleans())
def test_a_label_and_its_text_hold_every_letter(text: str, heading: bool) -> None:
    label, rest = typed_label(text, heading=heading)
    assert f"{label}{rest}".replace(" ", "") .startswith(label.replace(" ", ""))
    kept = [c for c in label + rest if c.isalnum()]
    assert kept == [c for c in tidy(text) if c.isalnum()]


WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cf")), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "<w:b/>", "<w:i/>"])), min_size=1, max_size=5))
def test_runs_lose_no_letter(runs: list[tuple[str, str]]) -> None:
    from xml.sax.saxutils import escape

    body = m.para("".join(m.run(escape(words), look) for words, look in runs) or m.run("x"))
    found = read(Source("review.docx", m.word_file(body)))
    whole = "".join(f"{block.label}{block.text}" for block in found.blocks)
    expected = tidy("".join(words for words, _ in runs)).replace("☑", "☒")
    assert [c for c in whole if c.isalnum()] == [c for c in expected if c.isalnum()]
