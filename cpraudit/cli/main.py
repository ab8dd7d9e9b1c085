"""The group of commands. Each command's module is imported when it is called, so that `--version` stays quick."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

import cpraudit
from cpraudit.cli.exits import Exit, leave
from cpraudit.cli.usage import Mistake
from cpraudit.collector import spare_collector
from cpraudit.errors import CprauditError, broke_at, did_you_mean

COMMANDS = {
    "check": "Audit one or more reports.",
    "batch": "Audit a folder of reviews, with a dashboard and tables.",
    "compare": "Compare an earlier and a later draft.",
    "statistics": "Recompute the 2023 review's statistics for a batch.",
    "agree": "Compare a person's verdicts with the program's.",
    "checks": "List what is checked.",
    "config": "Show which settings are in force, and where each comes from.",
    "explain": "Say what one check asks, why, and how to put it right.",
    "new": "Write the recommended form as a Word file to start from.",
    "outline": "Show a report against the recommended form.",
    "schema": "Print the JSON Schema of the JSON output.",
    "read": "Show a document as the auditor reads it.",
    "hook": "Put the files of a commit to the gate, for pre-commit.",
    "completion": "Print the script that completes commands in a shell.",
}
"""Name of each command, which is also the name of its module, and its one-line help."""

SHOW_FAULTS = "CPRAUDIT_SHOW_FAULTS"
"""The variable that lets a fault of the program's own be seen in full, for whoever mends it."""


class LazyCommands(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which a new user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is called."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"cpraudit.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command for a mistyped one, and `check` for the name of a file."""
        name = args[0]
        if name not in COMMANDS:
            from pathlib import Path

            hint = did_you_mean(name, COMMANDS)
            if Path(name).exists():
                hint = f" To audit a file, write: cpraudit check \"{name}\""
            ctx.fail(f"There is no command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **rest: Any) -> click.Context:
        """Read the group's own options; a mistake is told in a sentence."""
        try:
            return super().make_context(*args, **rest)
        except click.UsageError as error:
            raise Mistake.of(error) from error

    def invoke(self, ctx: click.Context) -> object:
        """Turn every error meant for a person into one sentence and exit code 2."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise Mistake.of(error) from error
        except CprauditError as error:
            leave(ctx, Exit.ERROR, str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get(SHOW_FAULTS):
                raise
            leave(
                ctx,
                Exit.ERROR,
                f"A fault of the program's own stopped it ({broke_at(error)}). Your files are as they were; please report "
                f"these words. With {SHOW_FAULTS}=1 in the environment more is shown, which may quote the document.",
            )


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cpraudit.__version__, "-V", "--version", prog_name="cpraudit")
def main() -> None:
    """Audit Child Practice Reviews against the national quality model.

    Everything stays on this machine: no network, no telemetry, no copy of any text.

    \b
    First steps:
      cpraudit check draft.docx --open    audit a draft and open the report
      cpraudit checks                     list what is checked
      cpraudit explain child-age          say what a check asks and why
    """
    spare_collector()
