"""The profile that a review's own dates call for."""

from __future__ import annotations

import pytest

from cpraudit.config import Settings
from cpraudit.config.choosing import chosen
from cpraudit.testing import review_of

HEAD = "# Child Practice Review Report\n\nThe fictional Arfon Vale Safeguarding Board\n\n"


@pytest.mark.parametrize(
    ("text", "profile", "by"),
    [
        ("Date of referral: 3 May 2019\n", "cpr-2016", "referral, 2019-05-03"),
        (
            "Date of referral: 3 May 2022\n\nDate of publication: 4 October 2023\n",
            "cpr-2023",
            "publication, 2023-10-04",
        ),
        ("Date of referral: 3 May 2022\n\nDate of publication: August 2023\n", "cpr-2016", "publication, 2023-08"),
        ("The child died.\n", "cpr-2023", "gives no date"),
    ],
)
def test_auto_follows_signoff_then_publication_then_referral(text: str, profile: str, by: str) -> None:
    found, reason = chosen(Settings(profile="auto"), review_of(HEAD + text))
    assert found.id == profile
    assert by in reason


def test_a_profile_that_is_named_stands_and_takes_the_limits() -> None:
    settings = Settings(profile="cpr-2016", limits=(("turnaround", 9.0),))
    found, reason = chosen(settings, review_of(HEAD))
    assert (found.id, found.limits.turnaround, reason) == ("cpr-2016", 9.0, "")
