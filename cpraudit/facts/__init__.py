"""What a review says: one module a kind of fact, each fact with its evidence."""

from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.review import Review

__all__ = ["Confidence", "Fact", "Review"]
