"""Write the generated pages of the documentation: a page a check, and their list. Run `make docs`."""

from __future__ import annotations

from pathlib import Path

from cpraudit.config import load_profile
from cpraudit.quality.checks import Domain
from cpraudit.quality.loading import load
from cpraudit.reports.explaining import as_page

HERE = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """Path under `docs/` to text, for every generated page."""
    order = load_profile("cpr-2023").order
    checks = sorted(load(), key=lambda check: order.index(check.id))
    lines = ["# Checks", "", f"{len(checks)} checks, in the order of the quality model. Each page is written from the check itself.", ""]
    for domain in Domain:
        lines += [f"## {domain.value.capitalize()}", "", "| Check | Tier | Asks |", "| --- | --- | --- |"]
        lines += [f"| [{c.id}]({c.id}.md) | {c.tier} | {c.asks} |" for c in checks if c.domain is domain]
        lines.append("")
    return {"checks/index.md": "\n".join(lines), **{f"checks/{check.id}.md": as_page(check) for check in checks}}


def main() -> None:
    """Write them all."""
    (HERE / "checks").mkdir(exist_ok=True)
    for path, text in pages().items():
        (HERE / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
