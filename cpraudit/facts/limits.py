"""The limits that a review is measured against; a profile may set its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths in months unless said otherwise (Working Together to Safeguard People, Volume 2, as quoted in 2023)."""

    period_usual: float = 12
    period_longest: float = 24
    turnaround: float = 6
    """From referral to sign-off."""
    learning_event: float = 12
    """From the event to the learning event."""
    period_tolerance_days: int = 15
    """A surplus over twelve months that still counts as twelve (this project's own)."""
    report_words: int = 20_000
    """This project's own."""
