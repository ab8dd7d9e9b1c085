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


PROCESS = (
    HEAD + "Four Valleys Safeguarding Board\n\n## Circumstances\n\nChild T was 4.\n\n## How the review was done\n\n"
)
CHAIRS = [
    ("The Panel, chaired by Detective Superintendent Lisa Abel, met six times.", "Lisa Abel", True),
    ("Lisa Abel (Head of Safeguarding, Four Valleys Council) chaired the Panel's eight meetings.", "Lisa Abel", True),
    ("Lisa Abel, Head of Nursing at Four Valleys University Health Board, chaired the panel.", "Lisa Abel", True),
    ("It was chaired by the Head of Safeguarding at Four Valleys Health Board, Lisa Abel.", "Lisa Abel", True),
    ("The Panel met under the chairmanship of Lisa Abel of Barnardo's Cymru.", "Lisa Abel", True),
    ("Our thanks go to Lisa Abel, who chaired our meetings with patience.", "Lisa Abel", False),
    (
        "A panel was set up. Its chair, Lisa Abel, is Director of Nursing at Four Valleys University Health Board.",
        "Lisa Abel",
        True,
    ),
    (
        "The Review Panel was chaired by a senior officer of Four Valleys Police who had no part in the case.",
        None,
        True,
    ),
    (
        "The Chair was Lisa Abel. She is the Director of Education for Four Valleys County Borough Council.",
        "Lisa Abel",
        True,
    ),
    ("Lisa Abel, from the NSPCC, agreed to chair the panel.", "Lisa Abel", True),
    (
        "| Member | Post | Agency |\n|---|---|---|\n| Lisa Abel (Chair) | Head of Service | Four Valleys Council |",
        "Lisa Abel",
        True,
    ),
    ("The child protection conference was chaired by Lisa Abel.", "", False),
    ("Lisa Abel, Chair of the Four Valleys Safeguarding Board, accepted the recommendation.", "", False),
    ("The learning event was chaired by Lisa Abel, and went well.", "", False),
    ("Mrs Lisa Abel MBE chaired the Review Panel.", "Mrs Lisa Abel", False),
    ("Lisa Abel, Panel Chair, and Tomos Bwlch, Lead Reviewer, thank the family.", "Lisa Abel", False),
    ("Chairperson of the panel\n\nLisa Abel\n\nSenior Manager", "Lisa Abel", False),
    ("Lisa Abel was the independent chair and Tomos Bwlch the author.", "Lisa Abel", True),
    ("Lisa Abel, Director of Nursing, was appointed Chair, with Tomos Bwlch as Reviewer.", "Lisa Abel", False),
    ("| Name | Designation | Place |\n|---|---|---|\n| Lisa Abel | Chair of the Panel, Principal Officer | Bryn |", "Lisa Abel", False),
    ("The Panel was chaired by [to be filled in], Four Valleys Police.", None, True),
    ("The Panel was chaired by XXXX of Four Valleys University Health Board.", None, True),
    ("The Panel was chaired by [to be filled in].", "", False),
    ("The conference was chaired by [name], Four Valleys Police.", "", False),
    ("| CHAIR OF REVIEW PANEL | LISA ABEL |\n|---|---|\n| REVIEWER | TOMOS BWLCH |", "Lisa Abel", False),
]


@pytest.mark.parametrize(("text", "name", "agency"), CHAIRS, ids=[text[:50] for text, _, _ in CHAIRS])
def test_the_chair_and_whose_they_are(text: str, name: str | None, agency: bool) -> None:
    chair = review_of(f"{PROCESS}{text}\n").people.chair
    assert (chair.value.name if chair else "") == name
    assert bool(chair and chair.value.agency) is agency


REVIEWERS = [
    ("Tegwen Rowlands and Gareth Munro wrote this report.", ["Tegwen Rowlands", "Gareth Munro"], 0),
    ("The Board asked Tegwen Rowlands, a retired nurse, to carry out the review.", ["Tegwen Rowlands"], 1),
    (
        "Two reviewers worked together. Tegwen Rowlands is a social worker. Gareth Munro is a named nurse in Four Valleys.",
        ["Tegwen Rowlands", "Gareth Munro"],
        2,
    ),
    ("The author is Tegwen Rowlands, who has twenty years of experience in this work.", ["Tegwen Rowlands"], 1),
    ("I am Tegwen Rowlands. I am a retired midwife and I wrote this review on my own.", ["Tegwen Rowlands"], 1),
    (
        "Our reviewers, Tegwen Rowlands and Gareth Munro, both registered social workers, met the family.",
        ["Tegwen Rowlands", "Gareth Munro"],
        2,
    ),
    ("An independent reviewer met the family and wrote the report.", [None], 0),
    ("The independent reviewing officer, Gareth Munro, raised concerns.", [], 0),
]


@pytest.mark.parametrize(("text", "named", "qualified"), REVIEWERS, ids=[text[:50] for text, _, _ in REVIEWERS])
def test_reviewers_and_what_qualifies_them(text: str, named: list[str | None], qualified: int) -> None:
    review = review_of(f"{PROCESS}{text}\n")
    assert [fact.value.name for fact in review.people.reviewers] == named
    assert sum(bool(places) for places in review.reviewer_qualifications) == qualified
