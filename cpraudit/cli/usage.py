"""How the command line is explained: options under headings, and a mistake in a sentence with what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import IO, Any

import click

from cpraudit.errors import did_you_mean


class Choice(click.Choice):  # type: ignore[type-arg]  # older versions of click have no such argument
    """One of some words; a mistyped one is answered with the one that was probably meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, if it is one of them."""
        words = [str(choice) for choice in self.choices]
        if value not in words:
            self.fail(f"'{value}' is not {_either(words)}.{did_you_mean(str(value), words)}", param, ctx)
        return super().convert(value, param, ctx)


def number(value: str) -> float:
    """A number as it is given to an option."""
    try:
        return float(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a number.") from None


class Mistake(click.UsageError):
    """A mistake on the command line. The last line that is printed says what it is, as for every other error."""

    @classmethod
    def of(cls, error: click.UsageError) -> Mistake:
        """What click found, told in our words."""
        return cls(_sentence(error), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print an example of what would do, where to read more, and what is wrong."""
        if self.ctx:
            example = re.search(r"Examples?:\s*\n\s*(\S.*)", self.ctx.command.help or "")
            if example:
                click.echo(f"Example: {example[1]}", err=True)
            click.echo(f"All options: {self.ctx.command_path} --help", err=True)
        click.echo(f"cpraudit: {self.message}", err=True)


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for parameter in error.ctx.command.params for name in parameter.opts] if error.ctx else []
        return f"There is no option '{error.option_name}'.{did_you_mean(error.option_name, known)}"
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Option):
        kinds = f": {_either(error.param.type.choices)}" if isinstance(error.param.type, click.Choice) else ""
        return f"The option '{max(error.param.opts, key=len)}' is missing{kinds}."
    if isinstance(error, click.MissingParameter) and error.param:
        return f"{error.param.make_metavar(error.ctx) if error.ctx else error.param.name} is missing."
    return error.format_message()


def _either(words: Sequence[Any]) -> str:
    told = [str(word) for word in words]
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]


class Option(click.Option):
    """An option that stands under a heading of its own in the help."""

    def __init__(self, *args: Any, section: str = "", **rest: Any) -> None:
        """`section` is the heading; the usual one where it is empty."""
        self.section = section
        super().__init__(*args, **rest)


class Command(click.Command):
    """A command whose help gathers its options under headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options that have no heading of their own first, but for --help."""
        sections: dict[str, list[tuple[str, str]]] = {"": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", ""), []).append(record)
        for name, records in sections.items():
            if records:
                with formatter.section(name or "Options"):
                    formatter.write_dl(records)
