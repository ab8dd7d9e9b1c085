"""Reviewers and the chair of the panel: on title pages, in tables, sentences, letters and signature blocks."""


from __future__ import annotations

import re

import pytest

from cpraudit.testing import review_of

HEAD = "# Child Practice Review Report\n\n"
PEOPLE = [
    (
        "block two columns",
        "## Sign off\n\n| Reviewer 1 | Reviewer 2 |\n|---|---|\n| Name: Gwenllian Pugh | Name: Iestyn Morris |\n| Date: 3 May 2020 | Date: 3 May 2020 |\n\nChair of Review Panel: Delyth Howells\n\nDate: 4 May 2020",
        ["Gwenllian Pugh", "Iestyn Morris"],
        "Delyth Howells",
    ),
    (
        "reviewer sentence",
        "The review was undertaken by Sioned Fychan, an independent social worker. The Panel was chaired by Aled Gruffudd, Head of Safeguarding at the health board.",
        ["Sioned Fychan"],
        "Aled Gruffudd",
    ),
    (
        "two reviewers sentence",
        "The independent reviewers were Marged Llewelyn and Tom Whitfield. Karen Osborne chaired the Review Panel.",
        ["Marged Llewelyn", "Tom Whitfield"],
        "Karen Osborne",
    ),
    (
        "title page lines",
        "Independent Reviewer: Nesta Roderick\n\nPanel Chair: Colin Prytherch\n\nThe child was 4.",
        ["Nesta Roderick"],
        "Colin Prytherch",
    ),
    (
        "authors",
        "Report authors: Menna Gwilym and Jac Tudor\n\nChair of the Panel: Dr Sunita Rao",
        ["Menna Gwilym", "Jac Tudor"],
        "Sunita Rao",
    ),
    (
        "statement",
        "## Statement of independence\n\nReviewer 1 (Signature) ......\n\nName (Print): Heledd Vaughan\n\nDate: 2 March 2021\n\nReviewer 2 (Signature) ......\n\nName (Print): Mark Sutton\n\nDate: 2 March 2021\n\nChair of Review Panel (Signature) ......\n\nName (Print): Lowri Bowen\n\nDate: 5 March 2021",
        ["Heledd Vaughan", "Mark Sutton"],
        "Lowri Bowen",
    ),
    (
        "letter signed",
        "Dear Chair\n\nI write with my review of Child T.\n\nYours sincerely\n\nAnwen Sturdy\n\nIndependent Reviewer\n\n14 June 2021",
        ["Anwen Sturdy"],
        None,
    ),
    (
        "table panel",
        "| Role | Name | Agency |\n|---|---|---|\n| Panel Chair | Bethan Orwig | Education |\n| Lead Reviewer | Steffan Crowe | Independent |\n| Reviewer | Mair Hughes | Health Board |\n| Panel member | John Doe | Police |",
        ["Steffan Crowe", "Mair Hughes"],
        "Bethan Orwig",
    ),
    (
        "signed lines",
        "Signed: Eurgain Lloyd, Lead Reviewer, 3 June 2020\n\nSigned: Paul Dacey, Panel Chair, 5 June 2020",
        ["Eurgain Lloyd"],
        "Paul Dacey",
    ),
    (
        "name dash role",
        "Prepared by: Elinor Wynne, Independent Reviewer\n\nCatrin Sayce – Chair of the Review Panel",
        ["Elinor Wynne"],
        "Catrin Sayce",
    ),
    (
        "external and internal",
        "Independent external reviewer – Hefin Ashworth\n\nInternal reviewer – Non Maddocks\n\nPanel chair – Ruth Gimson",
        ["Hefin Ashworth", "Non Maddocks"],
        "Ruth Gimson",
    ),
    (
        "passive appointed",
        "Rhodri Penhale and Sara Lidgate were appointed as joint reviewers. Neither had line management of the case. The panel chair was Gwyn Ostler of the Probation Service.",
        ["Rhodri Penhale", "Sara Lidgate"],
        "Gwyn Ostler",
    ),
    (
        "undisclosed",
        "| Reviewer | |\n|---|---|\n| Name | |\n| Date | |\n\nThe Panel was chaired by a senior manager from the police.",
        [],
        None,
    ),
    (
        "table sign",
        "| | Name | Signature | Date |\n|---|---|---|---|\n| Reviewer | Awel Timothy | A Timothy | 1/2/2020 |\n| Chair of Panel | Idris Bale | I Bale | 2/2/2020 |",
        ["Awel Timothy"],
        "Idris Bale",
    ),
    (
        "I am",
        "I, Ceinwen Hart, was commissioned as the independent reviewer. The panel was chaired by Mr Ieuan Frost.",
        ["Ceinwen Hart"],
        "Ieuan Frost",
    ),
    (
        "board chair not panel chair",
        "Independent Reviewer: Tegid Rees\n\nChair of the Safeguarding Board: Lynne Caddick\n\nChair of the Review Panel: Mared Ellison",
        ["Tegid Rees"],
        "Mared Ellison",
    ),
]


def _plain(name: str | None) -> str | None:
    return re.sub(r"^(?:Dr|Mr) ", "", name) if name else None


@pytest.mark.parametrize(("text", "reviewers", "chair"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_people(text: str, reviewers: list[str], chair: str | None) -> None:
    people = review_of(HEAD + text + "\n").people
    named = [_plain(reviewer.value.name) for reviewer in people.reviewers if reviewer.value.name]
    assert sorted(name for name in named if name) == sorted(reviewers)
    assert (_plain(people.chair.value.name) if people.chair else None) == chair
