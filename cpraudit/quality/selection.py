"""Which checks run: chosen by id, by a pattern of ids, by domain or by tier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.quality.checks import Check, Domain, Tier


def chosen(checks: Sequence[Check], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """Those that one of `select` names (all, where it is empty) and none of `ignore` does.

    Raises ConfigurationError where a word names no check, domain or tier, or where no check is left.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    for word in (*wanted, *unwanted):
        refuse_unknown(word, checks)
    kept = tuple(
        check
        for check in checks
        if (not wanted or any(names(word, check) for word in wanted))
        and not any(names(word, check) for word in unwanted)
    )
    if not kept:
        raise ConfigurationError("No check is left to run: what is selected is also ignored. Change select or ignore.")
    return kept


def names(word: str, check: Check) -> bool:
    """Whether a word is the check's id, a pattern of it ('child-*'), its domain or its tier."""
    return word in (check.domain, check.tier) or fnmatchcase(check.id, word)


def refuse_unknown(word: str, checks: Iterable[Check]) -> None:
    """Raise ConfigurationError, with a suggestion, where a word names nothing."""
    checks = tuple(checks)
    if not any(names(word, check) for check in checks) and word not in (*Domain, *Tier):
        hint = did_you_mean(word, [*(check.id for check in checks), *Domain, *Tier])
        raise ConfigurationError(f"There is no check, domain or tier '{word}'.{hint} The list: cpraudit checks")
