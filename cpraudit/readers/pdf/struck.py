"""Text that is struck out on the page: a tracked deletion in a draft that was printed with its changes."""

from __future__ import annotations

from collections import defaultdict

from cpraudit.readers.pdf.page import STRUCK, Box, Page, Run


def without_struck(page: Page) -> list[Run]:
    """The runs of a page with an empty mark in place of those that a line strikes through, which are noted on the page.

    The mark keeps their room, so that a line does not seem to end where they stood.
    """
    level: dict[int, list[Box]] = defaultdict(list)
    for rule in page.rules:
        if rule.height < 2.5 and rule.width > 3:
            level[int(rule.top // 8)].append(rule)
    if not level:
        return page.runs
    kept = []
    for run in page.runs:
        highest, lowest = run.y - 0.42 * run.size, run.y - 0.14 * run.size
        shelves = {int(highest // 8), int(lowest // 8)}
        if any(
            highest <= rule.top
            and rule.bottom <= lowest
            and rule.x0 <= run.x0 + 1.5
            and rule.x1 >= run.x1 - 1.5
            and rule.width < 1.3 * (run.x1 - run.x0) + 12
            for shelf in shelves
            for rule in level.get(shelf, ())
        ):
            page.struck.append(run.text.strip())
            kept.append(run._replace(text=STRUCK))
        else:
            kept.append(run)
    return kept
