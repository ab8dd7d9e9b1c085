"""Sentences, quotations, numbers and word lists: what every fact is read with."""
