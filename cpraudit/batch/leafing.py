"""How one leafs through a batch: from each audit to its row on the dashboard, and to the reviews before and after it.

An audit is made before it is known which reviews will stand beside it, so its page is made with a way to the dashboard only, and
the rest is put in when all are there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from cpraudit.batch.naming import DASHBOARD, Naming
from cpraudit.batch.rows import Row
from cpraudit.batch.store import Store
from cpraudit.reports.wording import clean

WAYS = re.compile(r'<nav class="among".*?</nav>', re.DOTALL)
"""The first of a page is ours: what a report says comes later, and is escaped."""


def ways(*links: Markup, row: str = DASHBOARD) -> Markup:
    """The ways from an audit's page: to the dashboard, and by these links. `row` is the address of its row."""
    items = Markup("").join(Markup("<li>{}</li>").format(link) for link in (_link(f"../{row}", "All reviews"), *links))
    return Markup('<nav class="among" aria-label="The batch"><ul>{}</ul></nav>').format(items)


def leaf(store: Store, rows: Sequence[Row], naming: Naming) -> None:
    """Put the ways into every audit's page in which they are not yet as they are to be."""
    reviews = [row for row in rows if row.is_review]
    for before, row, after in zip([None, *reviews], reviews, [*reviews[1:], None], strict=False):
        links = []
        if before:
            links.append(_link(f"{before.id}.html", f"Previous: {clean(before.title)}", "prev"))
        if after:
            links.append(_link(f"{after.id}.html", f"Next: {clean(after.title)}", "next"))
        page = store.read(row.page)
        begun, old, rest = _parted(page)
        new = ways(*links, row=naming.row(row.number))
        if old and new != old:
            store.write(row.page, f"{begun}{new}{rest}")


def _parted(page: str) -> tuple[str, str, str]:
    """A page before its ways, the ways, and after them; no ways where it has none."""
    found = WAYS.search(page)
    return (page[: found.start()], found[0], page[found.end() :]) if found else (page, "", "")


def _link(address: str, words: str, rel: str = "") -> Markup:
    told = Markup(' rel="{}"').format(rel) if rel else Markup("")
    return Markup('<a href="{}"{}>{}</a>').format(escape(address), told, words)
