"""What the recommended form holds, as data (from content.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from cpraudit.document import SectionKind


class FormType(StrEnum):
    """The types of review that the form is offered for."""

    CONCISE = "concise"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of printed wording, with guidance in double brackets where something is to be filled in."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list of printed wording."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What each reviewer states, and who signs."""

    reviewers: tuple[str, ...]
    chair: str
    headings: tuple[str, ...]
    stem: str
    limbs: tuple[str, ...]


Piece = Words | Listing | Grid | Statement


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the form with what stands under it."""

    heading: str
    """Empty for the title block."""
    level: int
    kind: SectionKind
    checks: tuple[str, ...]
    """Ids of the checks that what is written here is to meet."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The form for one type of review."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]


@cache
def load(kind: FormType) -> Content:
    """The form for a type of review."""
    data = tomllib.loads(resources.files("cpraudit.form").joinpath("content.toml").read_text(encoding="utf-8"))

    def said(text: str) -> str:
        article = "An" if kind is FormType.EXTENDED else "A"
        told = text.replace("{A type}", f"{article} {kind.value}")
        return told.replace("{type}", kind.value).replace("{Type}", kind.value.capitalize())

    def piece(told: dict[str, Any]) -> Piece:
        if "text" in told:
            return Words(said(told["text"]))
        if "fill" in told:
            return Words(f"[[{told['fill']}]]")
        if "list" in told:
            return Listing(tuple(told["list"]))
        if "table" in told:
            return Grid(told["table"], tuple(told["header"]), tuple(tuple(row) for row in told["rows"]))
        block = data["statement"]
        return Statement(
            tuple(block["reviewers"][kind.value]), block["chair"], tuple(block["headings"]), block["stem"],
            tuple(block["limbs"]),
        )  # fmt: skip

    parts = tuple(
        Part(
            part["heading"], part.get("level", 1), SectionKind[part["kind"].replace("-", "_").upper()],
            tuple(part.get("checks", ())),
            tuple(piece(told) for told in part.get("blocks", ()) if told.get("only", kind.value) == kind.value),
        )
        for part in data["parts"]
    )  # fmt: skip
    return Content(data["title"], said(data["subtitle"]), parts)
