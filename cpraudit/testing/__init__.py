"""The kit for writers of checks: small reviews from text, and cases as data.

A case file is TOML: `[[case]]` with `name`, `text` (Markdown), `status`, and optionally `known_miss` (why the program
does not give that status yet) and `annexes` (a list of further texts).
"""

from cpraudit.testing.cases import Case, cases_in, result_of, review_of

__all__ = ["Case", "cases_in", "result_of", "review_of"]
