"""Which profile is in force: the one that is named, or the one that the review's own dates call for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from cpraudit.config.profile_files import load_profile
from cpraudit.config.settings import AUTO, DEFAULT_PROFILE, Settings
from cpraudit.facts import Review
from cpraudit.quality.profile import Profile

FORM_OF_2016_BEFORE = date(2023, 9, 1)
"""The thematic review of August 2023 put further requirements; a review that was finished before could not know them."""


def named(settings: Settings) -> Profile:
    """The profile that the settings name, with their limits; the default where they leave it to the review."""
    return _with_limits(load_profile(DEFAULT_PROFILE if settings.profile == AUTO else settings.profile), settings)


def chosen(settings: Settings, review: Review) -> tuple[Profile, str]:
    """The profile in force for a review, and why it was chosen; the reason is empty where the settings name it."""
    if settings.profile != AUTO:
        return named(settings), ""
    dates = review.dates
    steps = (("sign-off", dates.signoff), ("publication", dates.publication.date), ("referral", dates.referral.date))
    for what, fact in steps:
        if fact:
            old = fact.value.last < FORM_OF_2016_BEFORE
            profile = load_profile("cpr-2016" if old else DEFAULT_PROFILE)
            side = "before" if old else "not before"
            reason = f"by the date of the {what}, {fact.value.iso}, which is {side} {FORM_OF_2016_BEFORE.isoformat()}"
            return _with_limits(profile, settings), reason
    reason = "since the report gives no date of sign-off, publication or referral"
    return _with_limits(load_profile(DEFAULT_PROFILE), settings), reason


def _with_limits(profile: Profile, settings: Settings) -> Profile:
    limits: dict[str, Any] = dict(settings.limits)
    return replace(profile, limits=replace(profile.limits, **limits))
