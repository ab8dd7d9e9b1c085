"""The command line: parse arguments, call, map errors to exit codes. Nothing else."""

from cpraudit.cli.main import main

__all__ = ["main"]
