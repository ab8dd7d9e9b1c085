"""Loading what every audit needs, ahead of the first question: while a document is being read there is nothing else to do."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.resources import files

from cpraudit.facts.text import language, lexicon


@cache
def load_all() -> None:
    """Import the modules of facts and spaCy, and load the word lists; a second call does nothing."""
    package = import_module("cpraudit.facts")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    for file in files("cpraudit.facts.data").iterdir():
        name, _, ending = file.name.rpartition(".")
        if ending == "toml":
            lexicon.load(name)
    language.pipeline()
