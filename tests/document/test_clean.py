"""White space and invisible characters."""

from hypothesis import given
from hypothesis import strategies as st

from cpraudit.document.clean import stretches, tidy


def test_what_is_not_seen_goes():
    assert tidy(" The\u00a0child\u00adren’s\u200b  ﬁle\n") == "The children’s file"


def test_letters_are_composed():
    assert tidy("dw\u0302r") == "dŵr"


@given(st.text(max_size=80))
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(alphabet=st.sampled_from("aé e\u0301\u0302ŵw\u212b\u00ad\u200b\u00a0\tﬁﬃ\u1112\u1161\u11ab한’."), max_size=60))
def test_every_character_leads_back_to_what_it_stands_for(text):
    places = stretches(text)
    assert len(places) == len(tidy(text))
    for character, (start, end) in zip(tidy(text), places, strict=True):
        assert character == " " or character in tidy(text[start:end])
    assert list(places) == sorted(places)


@given(st.text(max_size=60))
def test_any_text_leads_back(text):
    assert len(stretches(text)) == len(tidy(text))
