"""Copies of a Word draft, with the audit's comments or without them: `--comments` and `--strip-comments`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.readers import Revisions


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies that are asked for."""

    commented: Path | None = None
    stripped: Path | None = None

    @classmethod
    def asked_for(cls, reports: Sequence[Path], commented: Path | None, stripped: Path | None) -> Copies:
        """Say before the audit, not after it, where a copy may not be written; raises CprauditError."""
        if not commented and not stripped:
            return cls()
        from cpraudit.reports.word_comments import must_be_writable

        if len(reports) > 1:
            raise click.UsageError("--comments and --strip-comments go with one report; audit the reports one by one.")
        for target in filter(None, (commented, stripped)):
            must_be_writable(reports[0], target)
        return cls(commented, stripped)

    def write(self, audit: Audit, revisions: Revisions) -> None:
        """Write them, and say so."""
        if self.commented:
            from cpraudit.reports.word_comments import write_commented

            count = write_commented(audit, self.commented, revisions)
            click.echo(f"Written: {self.commented}, with {_comments(count)}", err=True)
        if self.stripped:
            from cpraudit.reports.word_comments import write_stripped

            count = write_stripped(Path(audit.document.parts[0].path), self.stripped)
            click.echo(f"Written: {self.stripped}, with {_comments(count)} taken out", err=True)


def _comments(count: int) -> str:
    return f"{count} comment{'' if count == 1 else 's'}"
