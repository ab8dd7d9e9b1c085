"""What a batch shows while it runs: a bar with names and the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cpraudit.reports.wording import clean, counted


class Teller:
    """Tells of a batch on standard error; standard output is for --json-lines."""

    def __init__(self, *, quiet: bool, lines: TextIO | None) -> None:
        self.quiet, self.lines = quiet, lines
        self.console = Console(stderr=True, highlight=False, quiet=quiet)
        self.progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            TextColumn("{task.fields[names]}", style="dim", markup=False), console=self.console, transient=True,
            disable=quiet or not self.console.is_terminal,
        )  # fmt: skip
        self.bar = self.progress.add_task("Auditing", total=None, names="")

    def begin(self, todo: int, kept: int, lines: Iterator[str]) -> None:
        """Say how much there is to do."""
        unchanged = f"; {counted(kept, 'review is', 'reviews are')} unchanged" if kept else ""
        self.console.print(f"{counted(todo, 'review')} to audit{unchanged}.")
        self.progress.update(self.bar, total=todo)
        self.progress.start()
        if self.lines:
            for line in lines:
                self.lines.write(line)

    def at_work(self, names: Sequence[str]) -> None:
        """Name what is being audited."""
        told = ", ".join(clean(name.rpartition("/")[2]) for name in names[:3])
        self.progress.update(self.bar, names=told)

    def done(self, line: str) -> None:
        """Move the bar."""
        if self.lines:
            self.lines.write(line + "\n")
            self.lines.flush()
        self.progress.update(self.bar, advance=1)

    def writing(self) -> None:
        """Say that the tables are being written."""
        self.progress.update(self.bar, description="Writing", names="the dashboard and the tables")

    def say(self, words: str) -> None:
        """Tell something, unless --quiet is given."""
        self.console.print(words, markup=False, soft_wrap=True)

    def stop(self) -> None:
        """Take the bar away."""
        self.progress.stop()
