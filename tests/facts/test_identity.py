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
        "board of a place",
        "# Extended Child Practice Review\n\nSafeguarding Board of Eryr and Wern",
        "Safeguarding Board of Eryr and Wern",
    ),
    (
        "board for the place",
        "# Child Practice Review\n\nRegional Safeguarding Children Board for the Wern Valley",
        "Safeguarding Children Board for the Wern Valley",
    ),
    (
        "children in a bracket",
        "# Child Practice Review\n\nDyffryn Wern Safeguarding (Children) Board",
        "Dyffryn Wern Safeguarding (Children) Board",
    ),
    (
        "title and board on one line",
        "# Child Practice Review Report Wern Valley Safeguarding Children Board",
        "Wern Valley Safeguarding Children Board",
    ),
    (
        "of a sub-group",
        "# Child Practice Review\n\nReport to the Case Review Sub-Group of Wern Valley Safeguarding Board",
        "Wern Valley Safeguarding Board",
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


TOLD_BOARDS = [
    ("North Wales", "The Safeguarding Board for North Wales"),
    ("North Wales", "Safeguarding Children Board, North Wales"),
    ("Mid & West Wales", "CYSUR: the Mid and West Wales Safeguarding Children Board"),
    ("Mid & West Wales", "Regional Safeguarding Children Board of Mid & West Wales"),
    ("Cardiff & Vale", "Regional Safeguarding Board: Cardiff and the Vale of Glamorgan"),
    ("Cardiff & Vale", "Cardiff & Vale of Glamorgan RSB"),
    ("Cardiff & Vale", "Safeguarding Cardiff and the Vale"),
    ("Gwent", "Gwent's Safeguarding Board"),
    ("Gwent", "Safeguarding Gwent / Diogelu Gwent"),
    ("Cwm Taf Morgannwg", "Bwrdd Diogelu Cwm Taf Morgannwg"),
    ("Cwm Taf Morgannwg", "CTM Safeguarding Board"),
    ("West Glamorgan", "Bwrdd Diogelu Gorllewin Morgannwg – West Glamorgan Safeguarding Board"),
    ("West Glamorgan", "WEST GLAMORGAN SAFEGUARDING"),
    ("Western Bay", "Western Bay Safeguarding Children Board (WBSCB)"),
    ("Cwm Taf", "Cwm Taf Safeguarding Children Board"),
    ("North Wales", "Bwrdd Diogelu Plant Gogledd Cymru"),
    ("Gwent", "South East Wales Safeguarding Children Board"),
    ("Hafren and Teme Safeguarding Board", "Hafren and Teme Safeguarding Board"),
    ("Cardiff & Vale", "Cardiff and Vale of Glamorgan Local Safeguarding Children Board"),
    ("Mid & West Wales", "Mid and West Wales Regional Safeguarding Board"),
    ("North Wales", "North Wales Regional Safeguarding Children’s Board"),
    ("North Wales", "Flintshire and Wrexham Local Safeguarding Children Board"),
    ("Mid & West Wales", "Pembrokeshire Safeguarding Children Board"),
    ("Gwent", "SEWSCB"),
]


@pytest.mark.parametrize(("board", "told"), TOLD_BOARDS, ids=[told for _, told in TOLD_BOARDS])
@pytest.mark.parametrize(
    "text",
    [
        "# Child Practice Review Report\n\n{}\n\nConcise Child Practice Review\n\nThe review was held.",
        "{}\n\n# Concise Child Practice Review\n\n## Summary\n\nA child died.",
        "# {} Concise Child Practice Review\n\n## Why we did this\n\nA child died after a fire at the home of her aunt.",
    ],
    ids=["line", "above the title", "in the title"],
)
def test_a_board_told_in_many_forms(board: str, told: str, text: str) -> None:
    identity = review_of(text.format(told)).identity
    assert identity.board is not None
    assert identity.board.value == board
    assert identity.board_in_title
    assert identity.says_what_it_is is not None


@pytest.mark.parametrize(
    ("board", "text"),
    [
        ("North Wales", "The review was commissioned by the safeguarding board for North Wales."),
        ("Cardiff & Vale", "It was held for the Safeguarding Board that covers Cardiff and the Vale of Glamorgan."),
        ("Cwm Taf Morgannwg", "It was agreed by the Chair of the regional safeguarding board in Cwm Taf Morgannwg."),
        (None, "The Head of Safeguarding, Cwm Taf Morgannwg University Health Board, chaired. Gwent Police took part."),
    ],
)
def test_a_board_told_in_the_body(board: str | None, text: str) -> None:
    found = review_of(f"# Concise Child Practice Review\n\n## Introduction\n\n{text}").identity.board
    assert (found.value if found else None) == board


@pytest.mark.parametrize(
    ("identifier", "board"),
    [
        ("C&V RSB 01/2019", "Cardiff & Vale"),
        ("C & V RSB 4/2018", "Cardiff & Vale"),
        ("NWSCB/2/2014", "North Wales"),
        ("WG S 41 2020", "West Glamorgan"),
        ("XYSB 3/2020", None),
    ],
)
def test_the_board_of_an_identifier(identifier: str, board: str | None) -> None:
    identity = review_of(f"# Child Practice Review\n\n{identifier}\n\n## Circumstances\n\nA child died.\n").identity
    assert (identity.board.value if identity.board else None) == board
    assert not identity.board_in_title
