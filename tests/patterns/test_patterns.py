from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpraudit
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, Phrases, compile_pattern
from cpraudit.patterns.needs import needs_of
from cpraudit.patterns.words import keys_of

NEEDS = [
    (r"\bregister\b", [{"register"}]),
    (r"(?<!\w)(?:social\s+workers?|gps?)(?!\w)", [{"social", "gp"}, {"worker", "gp"}]),
    (r"\bthe review of \w+ plans", [{"review"}, {"plan"}, {"of "}]),
    (r"\bas agreed", [{"agreed"}, {"as "}]),
    (r"\b(?:very )?ill\b", [{"ill "}]),
    (r"\b[Rr]esearch", [{"research"}]),
    (r"\b\d+ weeks", [{"week"}, {"\\d"}]),
    (r"\bco-?ordinated", [{"co"}]),
    (r"\bpolic(?:y|ies)\b", [{"poli"}]),
    (r"\bmay(?!\w) have", [{"may "}, {"have"}]),
    (r"(?<![\w-])gran", [{"gran"}]),
    (r"(?i)\bregister", [{"register"}]),
    (r"(?<!\w)the\s+Plan(?!\w)", [{"plan "}, {"the "}]),
    (r"\b(?:register|[0-9]+)\b", [{"register", "\\d"}]),
    (r"\w+@\w+(?:\.\w+)*", [{"@"}]),
    (r"[“‘]\w+[.)] [\s“]", [{"“", "‘"}, {".", ")"}]),
    (r"\[?x[^)]", []),
]
NOTHING = [
    r"[A-Z]\w+", r"referral", r"\bx?", r"\b(?:register)?\b", r"(?x)\bregister", r"\bregister|plan",
    r"(?P<one>a)(?(one)b|c)", r"\b\x41lpha", r".register", r"\w*register", "",
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "needs"), NEEDS)
def test_a_pattern_knows_the_least_likely_words_that_it_needs(pattern: str, needs: list[set[str]]) -> None:
    assert list(needs_of(pattern)) == needs


@pytest.mark.parametrize("pattern", NOTHING)
def test_a_pattern_that_may_match_without_any_certain_word_needs_nothing(pattern: str) -> None:
    assert not needs_of(pattern)


def test_white_space_and_comments_of_a_spaced_out_pattern_are_no_part_of_it() -> None:
    assert needs_of("\\b reg ister  # plan \n | \\b plan [ ] b", verbose=True) == (frozenset({"register", "plan "}),)


def test_letters_that_are_equal_where_case_is_ignored_have_the_same_keys() -> None:
    for text in ("Regiﬆer", "REGİSTER", "regıster", "regiſter", "REGISTER"):
        pattern = compile_pattern(r"\bregister\b", re.IGNORECASE)
        assert bool(pattern.search(text)) == bool(re.search(r"\bregister\b", text, re.IGNORECASE))


WORDS = st.sampled_from(
    [
        "register",
        "Register",
        "the",
        "a",
        "plan",
        "plans",
        "planned",
        "co-ordinated",
        "x",
        "9",
        "-",
        "’s",
        ".",
        " ",
        " ",
        " ",
        "é",
        "_",
        "@",
        "٣",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map("".join)
ATOMS = st.sampled_from(
    [r"register", r"the", r"plan", r"plans?", r"co-?ordinated", r"\w+", r"\s+", r" ", r"\d", r"[a-p]", r"['’]s", r"\b", r"(?!\w)",
     r"(?<!\w)", r"(?=plan)", r".{0,3}", r"x{2}", r"-", r"[Rr]egister", r"\.", "é", "a",
     r"[0-9]", r"[.@]", "@", r"[^@]", r"\D"]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=3).map("".join),
        st.lists(part, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(part, st.sampled_from(["?", "*?", "{0,2}", "{1,2}"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@given(EXPRESSIONS, TEXTS)
def test_a_text_in_which_a_pattern_matches_has_what_the_pattern_needs(expression: str, text: str) -> None:
    if re.search(expression, text, re.IGNORECASE):
        assert all(need & keys_of(text) for need in needs_of(expression))


@given(st.lists(EXPRESSIONS.filter(lambda e: not re.search(rf"\A(?:{e})\Z", "")), min_size=1, max_size=4), TEXTS)
def test_phrases_are_found_where_one_pattern_of_them_all_finds_them(phrases: list[str], text: str) -> None:
    ours = Phrases(phrases, re.IGNORECASE, before=r"(?<!\w)", after=r"(?!\w)")
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
    if any(not match.group() for match in whole.finditer(text)):
        return
    spans = [match.span() for match in whole.finditer(text)]
    assert [match.span() for match in ours.finditer(text)] == spans
    assert _span(ours.search(text)) == _span(whole.search(text))
    assert _span(ours.search(text, 3, 9)) == _span(whole.search(text, 3, 9))
    assert _span(ours.match(text)) == _span(whole.match(text))
    assert _span(ours.fullmatch(text)) == _span(whole.fullmatch(text))
    assert ours.sub("-", text) == whole.sub("-", text)


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


def test_phrases_of_a_list_keep_their_own_groups() -> None:
    found = lexicon.any_of([r"(?P<first>one) plan", r"(?P<second>two) plans"]).search("She made two plans.")
    assert found is not None
    assert found.lastgroup == "second"


def test_every_pattern_of_a_module_is_a_sound_expression() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(cpraudit.__path__, "cpraudit.")
        if module.name.startswith(("cpraudit.facts", "cpraudit.document", "cpraudit.checks"))
    ]
    patterns = [value for module in modules for value in vars(module).values() if isinstance(value, Pattern)]
    assert len(patterns) > 200
    for pattern in patterns:
        assert pattern.compiled.pattern == pattern.pattern
