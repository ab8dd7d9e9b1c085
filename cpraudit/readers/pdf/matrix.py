"""Placing what is drawn: from the space it is drawn in to the page as it is shown."""

from __future__ import annotations

from typing import NamedTuple

from cpraudit.readers.pdf.page import Box


class Matrix(NamedTuple):
    """(x, y) goes to (a x + c y + e, b x + d y + f)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, inner: Matrix) -> Matrix:
        """The matrix that applies `inner` first and this one then."""
        return Matrix(
            inner.a * self.a + inner.b * self.c,
            inner.a * self.b + inner.b * self.d,
            inner.c * self.a + inner.d * self.c,
            inner.c * self.b + inner.d * self.d,
            inner.e * self.a + inner.f * self.c + self.e,
            inner.e * self.b + inner.f * self.d + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The upright bounds of where a rectangle goes."""
        xa, ya = self.point(x0, y0)
        xb, yb = self.point(x1, y1)
        if self.b or self.c:
            xc, yc = self.point(x0, y1)
            xd, yd = self.point(x1, y0)
            return Box(min(xa, xb, xc, xd), min(ya, yb, yc, yd), max(xa, xb, xc, xd), max(ya, yb, yc, yd))
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def turned(turns: int, left: float, bottom: float, width: float, height: float) -> Matrix:
    """From the space of a page's content to the page as shown, y down, after so many quarter turns clockwise.

    `width` and `height` are those of the page as shown; `left` and `bottom` are where its content begins.
    """
    return (
        Matrix(1, 0, 0, -1, -left, height + bottom),
        Matrix(0, 1, 1, 0, -bottom, -left),
        Matrix(-1, 0, 0, 1, left + width, -bottom),
        Matrix(0, -1, -1, 0, bottom + width, left + height),
    )[turns % 4]
