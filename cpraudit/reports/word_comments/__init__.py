"""The audit as comments in a copy of the draft, each at the words it is about."""

from cpraudit.reports.word_comments.writing import must_be_writable, write_commented, write_stripped

__all__ = ["must_be_writable", "write_commented", "write_stripped"]
