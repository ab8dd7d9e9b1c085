"""The outcome for the child and the kind of harm."""


from __future__ import annotations

import pytest

from cpraudit.testing import review_of

HEAD = (
    "# Child Practice Review Report\n\nFour Valleys Safeguarding Board\n\n## Circumstances resulting in the review\n\n"
)
EVENTS = [
    (
        "death sudden",
        "Baby L died suddenly and unexpectedly in his sleep while sharing a bed with his parents. The coroner recorded an unascertained death.",
        "death",
        "sudi",
    ),
    ("suicide", "Carys, 16, took her own life in April 2020.", "death", "suicide"),
    ("hanging", "Child T was found hanging in his bedroom and was pronounced dead at hospital.", "death", "suicide"),
    (
        "shaken",
        "Baby J was admitted with bleeding on the brain, retinal haemorrhages and rib fractures. He survived but is left with a life-long disability.",
        "serious-impairment",
        "non-fatal-physical-abuse",
    ),
    (
        "neglect",
        "The three siblings suffered severe neglect over many years, with serious and permanent impairment of their health and development.",
        "serious-impairment",
        "non-fatal-neglect",
    ),
    ("fatal abuse", "Child A was murdered by his stepfather, who was convicted.", "death", "fatal-physical-abuse"),
    (
        "overdose",
        "Child E took an intentional overdose and was in intensive care with potentially life threatening injury. She recovered.",
        "life-threatening-injury",
        None,
    ),
]


@pytest.mark.parametrize(("text", "outcome", "harm"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_event(text: str, outcome: str, harm: str | None) -> None:
    event = review_of(HEAD + text + "\n").event
    assert event.outcome is not None
    assert event.outcome.value == outcome
    assert harm is None or (event.harm is not None and event.harm.value == harm)
