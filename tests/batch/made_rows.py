"""Invented rows of a batch, without any audit."""

from __future__ import annotations

from cpraudit.batch.overview import CheckTold
from cpraudit.batch.rows import Advised, Row
from cpraudit.quality.checks import Domain, Tier
from cpraudit.quality.results import Status

HOSTILE = "<script>alert('x')</script> & \x1b[31mred"
CHECKS = [
    CheckTold(f"check-{n}", f"Requirement {n}", list(Domain)[n % 5].value, list(Tier)[n % 4].value, needs_judgement=n % 7 == 0)
    for n in range(91)
]
BOARDS = ("Ynys Afallon", "Caer Sidi", "Annwn", None)


def row(number: int, **values: object) -> Row:
    """A review; what is not given varies with its number."""
    statuses = list(Status)
    made: dict[str, object] = {
        "number": number,
        "id": f"review-{number}",
        "report": f"2021/review-{number}.docx",
        "title": f"YASCB {number}/2021",
        "on_cluster": False,
        "kind": "practice review",
        "kind_reason": "",
        "notes": (),
        "board": BOARDS[number % 4],
        "type": ("concise", "extended", None)[number % 3],
        "case_id": f"YASCB {number}/2021",
        "sha256": str(number),
        "profile": "cpr-2016",
        "words": 3000,
        "share": 1.0,
        "overall": round(number * 37 % 1000 / 10, 1),
        "withheld": None,
        "domains": {},
        "counts": dict.fromkeys(Status, 15),
        "statuses": {check.id: statuses[(number + place) % 6] for place, check in enumerate(CHECKS)},
        "statutory": ("check-0",) if number % 2 else (),
        "dates": {"signoff": (f"20{15 + number % 9}-05-04", f"20{15 + number % 9}", None)[number % 3]},
        "intervals": {
            "review_period_months": (11.9, 18.0, 26.0, None)[number % 4],
            "referral_to_signoff_months": (5.0, 13.5, None)[number % 3] if number % 3 != 2 else None,
        },
        "services": frozenset({"gp", "police"} if number % 2 else {"police"}),
        "advice": (Advised(number, "1", f"The Health Board will audit the records of area {number} and report by March.", ()),),
        "themes": ("The child's voice",),
    }
    return Row(**{**made, **values})  # type: ignore[arg-type]
