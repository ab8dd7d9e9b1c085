"""Pictures hung on the paragraph they stand by: a signature may be one."""

from __future__ import annotations

from collections.abc import Iterable

from cpraudit.readers.pdf.page import Box, Page
from cpraudit.readers.pdf.paragraphs import Paragraph

_FARTHEST = 48.0
"""Points between a picture and the line that it belongs to, at most."""
_EDGE = 0.09
"""Share of the page's height at its top and bottom where a picture is a crest or a logo."""
_SMALLEST, _LARGEST = 6.0, 0.5
"""Points across of the smallest picture that counts, and the share of a page from which it is a background."""


def hang_pictures(page: Page, paragraphs: Iterable[Paragraph]) -> None:
    """Count each picture of a page on the nearest paragraph, one on the same line before one above it."""
    pictures = [picture for picture in page.pictures if _counts(picture, page)]
    if not pictures:
        return
    lines = [(paragraph, line) for paragraph in paragraphs for line in paragraph.lines]
    for picture in pictures:
        middle = (picture.top + picture.bottom) / 2
        best: tuple[float, Paragraph] | None = None
        for paragraph, line in lines:
            down = max(picture.top - line.bottom, line.top - picture.bottom, 0.0)
            across = max(picture.x0 - line.x1, line.x0 - picture.x1, 0.0)
            below = 4.0 if line.top > middle else 0.0
            distance = down + 0.15 * across + below + 0.1 * abs(line.y - middle)
            if down <= _FARTHEST and (best is None or distance < best[0]):
                best = distance, paragraph
        if best is not None:
            best[1].pictures += 1


def _counts(picture: Box, page: Page) -> bool:
    area = page.width * page.height
    return (
        min(picture.width, picture.height) >= _SMALLEST
        and picture.width * picture.height < _LARGEST * area
        and picture.bottom > _EDGE * page.height
        and picture.top < (1 - _EDGE) * page.height
    )
