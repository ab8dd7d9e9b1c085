"""The signature block: who signed, as what, when; typed, blank, or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.calendar import PartialDate

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Signer(StrEnum):
    """In what role someone signs."""

    REVIEWER = "reviewer"
    CHAIR = "chair of the review panel"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer's place in the block."""

    signer: Signer
    name: str | None
    """None where the name (print or signature) is blank."""
    date: PartialDate | None
    picture: bool
    """A picture stands where the signature, name or date would be."""
    spans: tuple[Span, ...]
    optional: bool = False
    """The form's place for a second reviewer 'as appropriate', blank, or marked 'not applicable' on a concise review."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The signature block, if there is one."""

    present: bool
    signatures: tuple[Signature, ...]
    absence_reason: tuple[Span, ...]
    """Why a reviewer did not sign ('taken ill', 'unavailable')."""

    def by(self, signer: Signer) -> tuple[Signature, ...]:
        """The places of one role that are meant to be filled."""
        return tuple(s for s in self.signatures if s.signer is signer and not s.optional)


def find(review: Review) -> SignOff:
    """Find the block by its words (signature, name, date, signed) in tables and in lines, any layout."""
    raise NotImplementedError
