"""`python -m cpraudit`: the program where its command is not on the path, as after `pip install --user` on Windows."""

from cpraudit.cli import main

main(prog_name="cpraudit")
