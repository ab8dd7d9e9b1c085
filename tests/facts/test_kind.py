"""What a document is: a thin review with a case of its own is still a practice review."""

import pytest

from cpraudit.facts.case.kind import Kind
from cpraudit.testing import review_of

TITLE = "# Child Practice Review Report\n\nAber Gwyn Safeguarding Board (invented)\n\n"
POINTS = "\n".join(f"- Point {number}: services should write down what they agree." for number in range(60))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{TITLE}Re: AGSB 3/2021\n\nChild T lives with his mother. Mother missed appointments.\n\n{POINTS}\n\nThe mother was seen.", Kind.REVIEW),
        (f"# Historical practice review: briefing\n\n## The children\n\nThere were three girls and one boy. The eldest was 15.\n\n{POINTS}\n", Kind.REVIEW),
        (f"# Learning briefing\n\nWhat the practice reviews of the year have in common.\n\n{POINTS}\n", Kind.BRIEFING),
        ("# Inspection report\n\nThe inspection team inspected the school.\n\nWe judged leadership good. Inspectors rated care good.\n", Kind.INSPECTION),
    ],
)  # fmt: skip
def test_kind(text: str, kind: Kind) -> None:
    assert review_of(text).kind.kind is kind
