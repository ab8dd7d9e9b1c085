"""What the statistics count of a review: risk indicators, themes and the history with children's services."""

import pytest

from cpraudit.facts.agencies.services_history import History
from cpraudit.facts.case import themes
from cpraudit.facts.case.indicators import Bearer, kinds
from cpraudit.testing import review_of

HEAD = "# Child Practice Review Report\n\nAber Gwyn Safeguarding Board (invented). Concise review.\n\n# Circumstances\n\nOn 3 March 2021 Child Q, a girl of six, was injured.\n\n# Narrative of events\n\n"


def _coded(text: str) -> set[str]:
    review = review_of(HEAD + text)
    return {f"{coded.indicator.bearer}.{coded.indicator.code}" for coded in review.indicators}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mother told the midwife that she had been depressed since the birth.", "parental.mental-health"),
        ("The GP knew of the mother's anxiety.", "parental.mental-health"),
        ("The father smelled of cannabis at two visits.", "parental.drugs-or-alcohol"),
        ("Mother was seventeen when her first child was born.", "parental.young-parent"),
        ("The father had been in prison twice.", "parental.criminal-history"),
        ("The mother had grown up around abuse; her own childhood had been harsh.", "parental.aces"),
        ("The mother was a care leaver.", "parental.looked-after"),
        ("Police attended four incidents of domestic abuse at the address.", "parental.domestic-abuse"),
        ("The health visitor found the house dirty and cold.", "child.poor-home-conditions"),
        ("Child Q was bullied in Year 5.", "child.bullying"),
        ("Child Q had asthma. She was seen at clinic in January.", "child.physical-medical"),
        ("Child Q was reported missing three times.", "child.missing"),
        ("She was diagnosed with autism at the age of four.", "child.neurodiversity"),
    ],
)
def test_present(text: str, code: str) -> None:
    assert code in _coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "There was no evidence of domestic abuse.",
        "The mother denied using cannabis.",
        "It emerged after the injury that the father had been using cocaine.",
        "The post-mortem found signs of asthma.",
        "Research shows that children who are bullied may self-harm.",
        "The midwife asked about domestic abuse at booking.",
    ],
)
def test_not_known(text: str) -> None:
    assert not _coded(text)


def test_a_parents_illness_is_not_the_childs() -> None:
    assert _coded("The mother had epilepsy and was under the psychiatrist for depression.") == {
        "parental.mental-health"
    }


def test_kinds_are_those_of_the_national_review() -> None:
    assert sum(kind.bearer is Bearer.PARENTAL for kind in kinds()) == 7
    assert len({(kind.bearer, kind.code) for kind in kinds()}) == len(kinds())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Professional curiosity was lacking.", ["professional-curiosity"]),
        ("Nobody wondered what lay behind what they were told.", []),
        ("Health visiting and the GP practice could not share information.", ["health-information-sharing"]),
        ("Appointments were recorded as was not brought.", ["missed-health-appointments"]),
        ("Services did not take a whole-family view.", ["whole-family-approach"]),
    ],
)
def test_themes_need_their_own_words(text: str, expected: list[str]) -> None:
    review = review_of(f"{HEAD}Nothing.\n\n# Practice and organisational learning\n\n{text}\n")
    assert [theme.code for theme in review.themes] == expected
    assert set(expected) <= themes.titles().keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child Q's name was on the child protection register from 2019 until the event.", History.REGISTER),
        ("Child Q was looked after at the time of the event.", History.LOOKED_AFTER),
        ("Child Q had been adopted as a baby.", History.ADOPTED),
        ("The school referred the family to Children's Services and the referral was closed with no further action.", History.BELOW_THRESHOLD),
        ("Children's Services held a care and support plan for the family.", History.SUPPORTED),
        ("The family had not been known to Children's Services.", History.NOT_KNOWN),
    ],
)  # fmt: skip
def test_history_with_childrens_services(text: str, expected: History) -> None:
    assert review_of(HEAD + text).services_history.history is expected


def test_a_historical_review_is_left_out() -> None:
    text = HEAD.replace("Concise review", "Historical review") + "Child Q was looked after."
    assert review_of(text).services_history.history is History.EXCLUDED
