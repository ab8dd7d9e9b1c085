"""Regular expressions that look at the words of a text before they search it.

An audit asks some hundreds of patterns of each sentence, and nearly all of them of sentences that hold none of their words. So a
pattern knows which words it needs, and is compiled and run only where the text has one of them. What it finds is what `re` finds.
"""

from cpraudit.patterns.pattern import Pattern, compile_pattern, passing_pattern
from cpraudit.patterns.phrases import Phrases

__all__ = ["Pattern", "Phrases", "compile_pattern", "passing_pattern"]
