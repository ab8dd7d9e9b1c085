"""Measure how often the program's verdicts agree with an expert's, per check, and write the figures down.

    python bench/accuracy.py --develop FOLDER --verify FOLDER [--write]

A folder holds NAME.docx, NAME.pdf and NAME.labels.json (and NAME.annex-*.docx); labels marked doubtful are left out.
`--write` renews `docs/accuracy.md` and `cpraudit/quality/agreement.toml`, from which `cpraudit explain` shows the figure
for reviews that the rules were never tried on. A folder that holds a file SEALED is scored and nothing more is printed.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import defaultdict
from pathlib import Path

from cpraudit.auditing import audit
from cpraudit.quality.agreement import wilson

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
DATA = ROOT / "cpraudit" / "quality" / "agreement.toml"
Count = tuple[int, int]
"""Verdicts that agree, and verdicts in all."""


def measure(folder: Path) -> dict[str, Count]:
    """Agreement per check over the Word and PDF files of a folder."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for path in sorted(folder.glob("*.labels.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        for suffix in ("docx", "pdf"):
            wanted = label["statuses"] | (label.get("pdf_statuses", {}) if suffix == "pdf" else {})
            annexes = sorted(folder.glob(f"{label['name']}.annex-*.docx"))
            for finding in audit(folder / f"{label['name']}.{suffix}", annexes).findings:
                check = finding.check.id
                if check in wanted and check not in label.get("doubtful", []):
                    counts[check].append(finding.result.status == wanted[check])
    return {check: (sum(right), len(right)) for check, right in counts.items()}


def first_figures() -> dict[str, Count]:
    """The first verify figure ever written for each check."""
    if not DATA.exists():
        return {}
    return {check: tuple(row["first"]) for check, row in tomllib.loads(DATA.read_text(encoding="utf-8")).items()}


def write(develop: dict[str, Count], verify: dict[str, Count]) -> None:
    """Renew the data file and the page."""
    first = first_figures()
    rows, data = [], ["# Written by bench/accuracy.py. Verdicts that agree with an expert's, and verdicts in all.", ""]
    for check in sorted(verify, key=lambda name: (verify[name][0] / verify[name][1], name)):
        agree, total = verify[check]
        low, high = wilson(agree, total)
        begun = first.get(check, (agree, total))
        data += [f"[{check}]", f"verify = [{agree}, {total}]", f"first = [{begun[0]}, {begun[1]}]", ""]
        rows.append(
            f"| `{check}` | {_share(develop.get(check, (0, 0)))} | {_share((agree, total))} | {low:.0%} to {high:.0%} | {_share(begun)} |"
        )
    DATA.write_text("\n".join(data), encoding="utf-8")
    PAGE.write_text(_page(rows, develop, verify), encoding="utf-8")


def _share(count: Count) -> str:
    agree, total = count
    return f"{agree}/{total} ({agree / total:.0%})" if total else "none"


def _page(rows: list[str], develop: dict[str, Count], verify: dict[str, Count]) -> str:
    def overall(counts: dict[str, Count]) -> str:
        return _share((sum(agree for agree, _ in counts.values()), sum(total for _, total in counts.values())))

    return "\n".join(
        [
            "# How often the verdicts agree with an expert's",
            "",
            "Written by `bench/accuracy.py` from labelled, invented reviews, each read as Word and as PDF. The rules were",
            "written with the *develop* reviews in view; nobody who wrote a rule has read the *verify* reviews, so the second",
            "column says more about a report that the program has never met. Verdicts that the experts were in doubt of are left",
            "out. The interval is Wilson's, at 95 %: with few verdicts it is wide, and a high share proves little. `excused` is rare",
            "in both sets, and nothing is claimed for it. A check below 80 % on *verify* says 'needs judgement' in the report.",
            "",
            f"Over all checks: develop {overall(develop)}, verify {overall(verify)}.",
            "",
            "| Check | Develop | Verify | Interval | First verify figure |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--verify", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    develop, verify = measure(args.develop), measure(args.verify)
    for check in sorted(verify, key=lambda name: (verify[name][0] / verify[name][1], name)):
        print(f"{check:30} develop {_share(develop.get(check, (0, 0))):16} verify {_share(verify[check])}")
    if args.write:
        write(develop, verify)


if __name__ == "__main__":
    main()
