"""Who is named in a report, and as what: relatives, workers, people of whom nothing is said; and who is rightly named."""

import pytest

from cpraudit.facts.people import named_people
from cpraudit.facts.people.named_people import Who
from cpraudit.testing import review_of

HEAD = "# Child Practice Review Report\n\nYnys Afallon Safeguarding Board\n\nConcise review: Child Q\n\n## Circumstances\n\n"


def told(text: str) -> dict[str, Who]:
    review = review_of(HEAD + text)
    return {review.document.quote(named.span): named.who for named in named_people.find(review)}


@pytest.mark.parametrize(
    ("text", "relatives"),
    [
        ("Her mam, Rhiannon Pugh, had three older children. Rhiannon had been in care.", {"Rhiannon Pugh", "Rhiannon"}),
        ("The partner was Tyrone Madsen. Mr Madsen worked away.", {"Tyrone Madsen", "Mr Madsen"}),
        ("Kyle Madsen was convicted of assault in 2016.", {"Kyle Madsen"}),
        ("Her nan (Glenys) took her to nursery, and her older sister Ffion was seven.", {"Glenys", "Ffion"}),
        ("Jayden Pugh, aged 4, was the younger of two. The murder of Cerys Pugh was in the news.", {"Jayden Pugh", "Cerys Pugh"}),
        ("Owain Tegid, the child’s father, rang the surgery.", {"Owain Tegid"}),
        ("His parents, Mair Tegid and Huw Bowen, had parted.", {"Mair Tegid", "Huw Bowen"}),
        ("| Person | Name |\n|---|---|\n| Mother | Zelma Orchard |\n| Maternal grandmother | G. Orchard |", {"Zelma Orchard", "G. Orchard"}),
        ("Kayden lived with his grandmother. Child Q went to nursery.", {"Kayden"}),
        ("Her mother, Rhiannon Pugh, and her three children moved in 2017.", {"Rhiannon Pugh"}),
        ("The father (Zoltan Orchard) was away.", {"Zoltan Orchard"}),
    ],
)  # fmt: skip
def test_relatives_by_what_is_said_beside_the_name(text: str, relatives: set[str]) -> None:
    assert {name for name, who in told(text).items() if who is Who.RELATIVE} == relatives


@pytest.mark.parametrize(
    ("text", "workers"),
    [
        ("A social worker, Beth Lloyd, visited. Beth Lloyd rang the mother.", {"Beth Lloyd"}),
        ("The police officer for the mother, Sian Prosser, came.", {"Sian Prosser"}),
        ("Dr Anwar saw her at the clinic and PC Hughes came later.", {"Dr Anwar", "PC Hughes"}),
        ("The teacher (Carys Morgan) told the school.", {"Carys Morgan"}),
    ],
)
def test_workers_by_their_post_or_title(text: str, workers: set[str]) -> None:
    assert {name for name, who in told(text).items() if who is Who.WORKER} == workers


def test_a_slip_is_known_again_where_nothing_tells_it() -> None:
    review = review_of(HEAD + "Child Q is two. Kayden lived with his nan. She was worried about Kayden.")
    assert len(named_people.find(review)) == 2


def test_a_full_name_of_which_nothing_is_said() -> None:
    assert told("Gethin Bowen came to the door.") == {"Gethin Bowen": Who.UNTOLD}


@pytest.mark.parametrize(
    "text",
    [
        "Munro (2011) and Megan Brandon et al. (2020) say the same. Victoria Climbié is remembered.",
        "The mother (Flying Start client) came. Working Together applies. Prince Charles Hospital admitted her.",
        "Mother was born in Merthyr Tydfil. Father, a Blaenau Gwent man, did not come. The father, Polish by birth, spoke little English.",
        "Child F’s Moses basket was found at the home of Mother’s sister.",
        "The child, who is called Seren here, which is not her real name, lived with her brother Macsen.",
        "The police station in Port Talbot rang Ysbyty Gwynedd. Betsi Cadwaladr University Health Board took part.",
        "## Acknowledgements\n\nWe thank Alun Tegid for his help.",
        "Reviewer: Nerys Talfan, Independent Reviewer\n\n## Narrative\n\nNerys Talfan met the grandmother. Ms Talfan wrote to the father.",
    ],
)
def test_nobody_is_named_who_should_not_be(text: str) -> None:
    assert told(text) == {}
