"""The board, in the many ways that title pages, letters and sentences name it."""

from __future__ import annotations

import pytest

from cpraudit.testing import review_of

BODY = "\n\n## Circumstances\n\nThe child died in May 2019.\n"
BOARDS = [
    (
        "ctm",
        "Cwm Taf Morgannwg Safeguarding Board\n\n# Concise Child Practice Review\n\nRe: CTMSB 04/2021",
        "Cwm Taf Morgannwg",
    ),
    (
        "ctm caps",
        "CWM TAF MORGANNWG SAFEGUARDING BOARD\n\n# EXTENDED CHILD PRACTICE REVIEW REPORT",
        "Cwm Taf Morgannwg",
    ),
    ("cwm taf", "# Cwm Taf Safeguarding Children Board\n\n# Concise Child Practice Review", "Cwm Taf"),
    ("welsh gwent", "Bwrdd Diogelu Gwent\n\n# Adolygiad Ymarfer Plant\n\n# Child Practice Review Report", "Gwent"),
    ("welsh north", "Bwrdd Diogelu Gogledd Cymru\n\n# Child Practice Review Report", "North Wales"),
    (
        "welsh mid west",
        "Bwrdd Diogelu Rhanbarthol Canolbarth a Gorllewin Cymru\n\n# Child Practice Review Report",
        "Mid & West Wales",
    ),
    ("gwent safeguarding", "Gwent Safeguarding\n\n# Extended Child Practice Review\n\nChild K", "Gwent"),
    ("cardiff rsb", "# Child Practice Review\n\nCardiff and Vale RSB\n\nReference C&VRSB 2/2019", "Cardiff & Vale"),
    (
        "cardiff full",
        "# Child Practice Review\n\nThis review was commissioned by the Cardiff and Vale of Glamorgan Regional Safeguarding Children Board.",
        "Cardiff & Vale",
    ),
    ("cysur", "# CYSUR\n\n# Concise Child Practice Review\n\nCYSUR 3/2019", "Mid & West Wales"),
    (
        "mww",
        "# Child Practice Review\n\nIn May 2020 the Mid & West Wales Regional Safeguarding Board agreed to commission this review.",
        "Mid & West Wales",
    ),
    (
        "mwwsb welsh english",
        "Bwrdd Diogelu Canolbarth a Gorllewin Cymru / Mid and West Wales Safeguarding Board\n\n# Child Practice Review",
        "Mid & West Wales",
    ),
    ("wg", "West Glamorgan Safeguarding Board (formerly Western Bay)\n\n# Child Practice Review", "West Glamorgan"),
    (
        "wb",
        "Western Bay Safeguarding Children Board\n\n# Child Practice Review\n\nThe case was later taken on by West Glamorgan.",
        "Western Bay",
    ),
    (
        "partnership board",
        "Four Valleys Safeguarding Partnership Board\n\n# Concise Child Practice Review",
        "Four Valleys Safeguarding Partnership Board",
    ),
    (
        "four valleys",
        "Four Valleys Regional Safeguarding Children Board\n\n# Concise Child Practice Review",
        "Four Valleys Regional Safeguarding Children Board",
    ),
    (
        "taf tywi",
        "# Taf and Tywi Safeguarding Board\n\n## Extended Child Practice Review",
        "Taf and Tywi Safeguarding Board",
    ),
    (
        "for dyffryn",
        "# Child Practice Review\n\nThis review was commissioned by the Safeguarding Board for Dyffryn Aur in June 2019.",
        "Safeguarding Board for Dyffryn Aur",
    ),
    (
        "caps invented",
        "FOUR VALLEYS REGIONAL SAFEGUARDING CHILDREN BOARD\n\n# CONCISE CHILD PRACTICE REVIEW",
        "Four Valleys Regional Safeguarding Children Board",
    ),
    (
        "bilingual invented",
        "Bwrdd Diogelu Dyffryn Aur / Aur Valley Safeguarding Board\n\n# Child Practice Review",
        "Aur Valley Safeguarding Board",
    ),
    (
        "bilingual two lines",
        "Bwrdd Diogelu Plant Bro Haf\n\nBro Haf Safeguarding Children Board\n\n# Child Practice Review",
        "Bro Haf Safeguarding Children Board",
    ),
    ("welsh only invented", "Bwrdd Diogelu Dyffryn Aur\n\n# Child Practice Review Report", "Bwrdd Diogelu Dyffryn Aur"),
    (
        "letter",
        "# Child Practice Review\n\nDear Chair,\n\nI was asked by the Glan Hafren Safeguarding Children Board to review the case of Child T.",
        "Glan Hafren Safeguarding Children Board",
    ),
    (
        "letter to",
        "To: The Chair, Teifi Coast Regional Safeguarding Board\n\nDear colleague\n\nI enclose my review of services to Child T.",
        "Teifi Coast Regional Safeguarding Board",
    ),
    (
        "table board",
        "| Board | Powys Marches Safeguarding Children Board |\n|---|---|\n| Type | Concise |",
        "Powys Marches Safeguarding Children Board",
    ),
    ("gwasg", "GWENT SAFEGUARDING BOARD / BWRDD DIOGELU GWENT\n\n# CHILD PRACTICE REVIEW", "Gwent"),
    ("south east wales", "South East Wales Safeguarding Children Board\n\n# Child Practice Review", "Gwent"),
    ("nwscb", "NWSCB 4/2019\n\n# Child Practice Review Report\n\nThe Child", "North Wales"),
    (
        "invented with children first",
        "Children's Safeguarding Board for Ceri and Clun\n\n# Child Practice Review",
        "Children's Safeguarding Board for Ceri and Clun",
    ),
    (
        "partnership",
        "# Child Practice Review\n\nA review for the Menai Straits Regional Safeguarding Children Board (MSRSCB)",
        "Menai Straits Regional Safeguarding Children Board",
    ),
    (
        "nothing",
        "# Child Practice Review\n\nThe regional safeguarding board agreed to hold a review. The National Independent Safeguarding Board was informed.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "board"), [row[1:] for row in BOARDS], ids=[row[0] for row in BOARDS])
def test_board(text: str, board: str | None) -> None:
    found = review_of(text + BODY).identity.board
    assert (found.value if found else None) == board
