"""`cpraudit completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from cpraudit.cli.usage import Choice


@click.command("completion")
@click.argument("shell", type=Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands and options in a shell.

    \b
    To have it in every new shell:
      bash   cpraudit completion bash > ~/.cpraudit-complete.bash
             echo '. ~/.cpraudit-complete.bash' >> ~/.bashrc
      zsh    cpraudit completion zsh > ~/.cpraudit-complete.zsh
             echo '. ~/.cpraudit-complete.zsh' >> ~/.zshrc
      fish   cpraudit completion fish > ~/.config/fish/completions/cpraudit.fish
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, "click knows every shell of the choice"  # noqa: S101
    click.echo(kind(ctx.find_root().command, {}, "cpraudit", "_CPRAUDIT_COMPLETE").source())
