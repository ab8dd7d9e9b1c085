"""Options that several commands share, gathered into one value, so that a command has no parameter an option."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from cpraudit.cli import usage
from cpraudit.cli.usage import Choice, number

WRITTEN, MEASURED, READS, FAILS, CONFIGURED = (
    "What is written", "What it is measured against", "How the files are read", "When the program fails", "Configuration",
)  # fmt: skip
"""Headings of options in the help of a command."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Option:
    """An option that settles a key of the configuration."""

    name: str
    key: str
    help: str
    told: dict[str, Any]
    """How click reads it."""
    section: str = ""
    """Its heading in the help of a command."""

    @property
    def parameter(self) -> str:
        """Its name among a command's parameters."""
        return f"given_{self.key.replace('-', '_').replace('.', '_')}"


MEASURE = (
    Option(
        "--profile", "profile",
        "cpr-2023, cpr-2016, auto (by the review's own dates), or a profile's TOML file.  [default: cpr-2023]",
        {"metavar": "NAME"}, MEASURED,
    ),
    Option(
        "--select", "select",
        "Run these checks only: an id, a pattern ('child-*'), a domain or a tier. May be given more than once.",
        {"multiple": True, "metavar": "WORD"}, MEASURED,
    ),
    Option("--ignore", "ignore", "Leave these checks out, likewise.", {"multiple": True, "metavar": "WORD"}, MEASURED),
    Option("--checks", "checks", "A folder of further checks.", {"multiple": True, "metavar": "FOLDER"}, MEASURED),
)  # fmt: skip
"""What a review is measured against."""

READING = (
    Option(
        "--revisions", "revisions", "Read tracked changes as accepted, or the text before them.  [default: final]",
        {"type": Choice(["final", "original"])}, READS,
    ),
    Option(
        "--ocr", "reading.ocr", "Recognise the letters on pages of a PDF that are pictures (needs the program tesseract).",
        {"is_flag": True}, READS,
    ),
    Option(
        "--max-seconds", "reading.seconds", "Processor seconds that reading a file may take; a large one gets more.  [default: 3]",
        {"type": number, "metavar": "SECONDS"}, READS,
    ),
    Option(
        "--max-memory", "reading.memory", "Megabytes that it may take, likewise.  [default: 320]",
        {"type": number, "metavar": "MB"}, READS,
    ),
    Option("--max-size", "reading.size", "Largest file that is read.  [default: 512]", {"type": number, "metavar": "MB"}, READS),
)  # fmt: skip
"""How the files are read."""

GATE = (
    Option(
        "--fail-on", "fail-on",
        "Exit with 1 where a requirement of this tier, or of a more binding one, is missing.  [default: never]",
        {"type": Choice(["statutory", "template", "recommended", "advisory", "never"])}, FAILS,
    ),
    Option(
        "--fail-under", "fail-under", "Exit with 1 where the score is lower, or is withheld.",
        {"type": number, "metavar": "SCORE"}, FAILS,
    ),
    Option("--baseline", "baseline", "Findings that are known, which do not fail.", {"metavar": "FILE"}, FAILS),
)  # fmt: skip
"""When the program fails."""

QUOTES = Option(
    "--no-quotes", "output.quotes", "Leave every quotation from the report out.",
    {"is_flag": True, "flag_value": False}, WRITTEN,
)  # fmt: skip


def defaulting(options: Sequence[Option], key: str, default: str) -> list[Option]:
    """The options, one of them with another default in its help."""
    given = f"[default: {default}]"
    return [replace(o, help=re.sub(r"\[default: .*\]", given, o.help)) if o.key == key else o for o in options]


def settings_options(options: Sequence[Option]) -> Callable[[Command], Command]:
    """Give a command these options and those that name a configuration; it gets them as one `given`.

    What the command line does not settle is left to the configuration.
    """

    def decorate(command: Command) -> Command:
        @wraps(command)
        def gathered(*args: Any, config: Path | None, no_config: bool, **rest: Any) -> Any:
            from cpraudit.config import Given

            values = {option.key: rest.pop(option.parameter) for option in options}
            settled = {key: _plain(value) for key, value in values.items() if value is not None and value != ()}
            return command(*args, given=Given(settled, config, no_config), **rest)

        decorated: Any = click.option(
            "--config", type=click.Path(path_type=Path), metavar="FILE", cls=usage.Option, section=CONFIGURED,
            help="Use this configuration, not the one found upwards from the report.",
        )(
            click.option(
                "--no-config", is_flag=True, cls=usage.Option, section=CONFIGURED,
                help="Use no configuration and no waivers.toml.",
            )(gathered)
        )  # fmt: skip
        for option in reversed(options):
            decorated = click.option(
                option.name, option.parameter, cls=usage.Option, section=option.section, default=None,
                help=option.help, **option.told,
            )(decorated)  # fmt: skip
        return decorated  # type: ignore[no-any-return]

    return decorate


def _plain(value: object) -> object:
    """As a configuration would write it."""
    return list(value) if isinstance(value, tuple) else value
