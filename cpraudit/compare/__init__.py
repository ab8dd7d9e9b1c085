"""Two drafts of one review compared: what got better, what got worse, and what is still open."""

from cpraudit.compare.changes import Change, Comparison, Movement, compare

__all__ = ["Change", "Comparison", "Movement", "compare"]
