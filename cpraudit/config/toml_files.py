"""Reading a TOML file that a person wrote."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from cpraudit.errors import ConfigurationError


def load_toml(path: Path, what: str = "configuration") -> dict[str, Any]:
    """What a TOML file holds. Raises ConfigurationError where it cannot be opened or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"The {what} '{path}' could not be read: {error.strerror}. Check its name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"The {what} '{path}' is not valid TOML: {error}.") from error
