"""Writing what came of a batch: a pass over its audits, a line at a time, with a short row of each kept for the rest."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import cpraudit
from cpraudit.batch.beside import FILES as TABLES_WRITTEN
from cpraudit.batch.beside import tables_beside
from cpraudit.batch.dashboard import as_dashboard
from cpraudit.batch.gating import Told, told
from cpraudit.batch.leafing import leaf
from cpraudit.batch.marker import FORMAT, MARKER
from cpraudit.batch.overview import CheckTold, check_told, overview
from cpraudit.batch.planning import Planned
from cpraudit.batch.rows import Row, row_of
from cpraudit.batch.statistics.cases import Case, case_of
from cpraudit.batch.statistics.page import STATISTICS_PAGE, as_page
from cpraudit.batch.statistics.whole import compute
from cpraudit.batch.store import AUDITS, Store
from cpraudit.batch.summary import as_summary, figures
from cpraudit.facts.case.kind import Kind

WRITTEN = (AUDITS, "summary.md", STATISTICS_PAGE, "statistics.json")
STATISTICS = "cpraudit-statistics/1"


@dataclass(frozen=True, slots=True)
class Unread:
    """One review that could not be audited."""

    id: str
    report: str
    problem: str
    fingerprint: str
    passing: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch came to."""

    audited: tuple[Told, ...]
    unread: tuple[Unread, ...]
    left: int = 0
    """Reviews that a run that was stopped has not come to."""
    failed: tuple[tuple[str, str], ...] = ()
    """The reports that fail the gate that was asked for, each with why."""


def write_outputs(
    store: Store, done: Sequence[Planned], notes: Sequence[str], seconds: Mapping[str, float], *, left: int
) -> Summary:
    """Write every output of these reviews, unless all of them stand there already.

    `seconds` is what the audits of this run took by stage, over all workers; the marker tells it.
    """
    begun = time.perf_counter()
    unread = tuple(_unread(store, one) for one in done if store.known[one.id].problem)
    whole = [one for one in done if not store.known[one.id].problem]
    digest = _digest(whole, unread, notes, left)
    before = store.marker()
    if before.get("digest") == digest and all((store.folder / name).exists() for name in before["files"]):
        store.settle(before["files"])
        return Summary(tuple(Told(**one) for one in before["audited"]), unread, left)
    store.write_json(MARKER, {**before, "finished": False, "digest": ""})  # from here on the files are not of one run
    rows, checks, cases, audited = _audits(store, whole)
    with tables_beside(store.folder, len(rows)):
        told = overview(rows, checks)
        dashboard = as_dashboard(told, unread, notes, left=left, quotes=all(one.settings.quotes for one in done))
        for name, page in dashboard.pages.items():
            store.write(name, page)
        leaf(store, rows, dashboard.naming)
        store.write("summary.md", as_summary(told, unread, left=left))
        found = compute(cases)
        numbers = {row.id: row.number for row in rows}
        store.write(STATISTICS_PAGE, as_page(found.beside_published(), numbers, dashboard.naming, on_cluster=dashboard.on_cluster))
        store.write_json("statistics.json", {"schema": STATISTICS, "overview": figures(told, unread), **found.as_object()})
    files = [*WRITTEN, *TABLES_WRITTEN, *dashboard.pages, *(row.page for row in rows)]
    store.write_json(
        MARKER,
        {
            "format": FORMAT,
            "tool": {"name": "cpraudit", "version": cpraudit.__version__},
            "finished": not left,
            "digest": digest,
            "audited": [asdict(one) for one in audited],
            "unread": [asdict(one) for one in unread],
            "notes": list(notes),
            "seconds": {stage: round(spent, 2) for stage, spent in {**seconds, "tables": time.perf_counter() - begun}.items()},
            "files": files,
        },
    )
    store.settle(files)
    return Summary(audited, unread, left)


def _audits(store: Store, whole: Sequence[Planned]) -> tuple[list[Row], list[CheckTold], list[Case], tuple[Told, ...]]:
    """Write `audits.jsonl`; returns what is kept of each audit."""
    rows: list[Row] = []
    cases: list[Case] = []
    audited: list[Told] = []
    checks: dict[str, CheckTold] = {}
    count = 0
    with store.writing(AUDITS) as path, path.open("w", encoding="utf-8", newline="\n") as audits:
        for line in store.lines(one.id for one in whole):
            audits.write(line)
            audit = json.loads(line)
            count += audit["document"]["kind"] == Kind.REVIEW
            rows.append(row_of(count if audit["document"]["kind"] == Kind.REVIEW else 0, audit))
            audited.append(told(audit))
            if rows[-1].is_review:
                cases.append(case_of(audit))
            for result in audit["results"]:
                checks.setdefault(result["check"], check_told(result))
    return rows, list(checks.values()), cases, tuple(audited)


def _unread(store: Store, one: Planned) -> Unread:
    kept = store.known[one.id]
    return Unread(one.id, one.review.name, kept.problem, one.fingerprint, kept.passing)


def _digest(whole: Sequence[Planned], unread: Sequence[Unread], notes: Sequence[str], left: int) -> str:
    """Of everything that the outputs are made from."""
    made_of = [cpraudit.__version__, WRITTEN, [[one.id, one.fingerprint] for one in whole], [asdict(u) for u in unread], list(notes), left]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
