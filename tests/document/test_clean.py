"""White space and invisible characters."""

from hypothesis import given
from hypothesis import strategies as st

from cpraudit.document.clean import tidy


def test_what_is_not_seen_goes():
    assert tidy(" The\u00a0child\u00adren’s\u200b  ﬁle\n") == "The children’s file"


def test_letters_are_composed():
    assert tidy("dw\u0302r") == "dŵr"


@given(st.text(max_size=80))
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)
