"""Reading files: one module a format, each giving a Document with an account of what could not be read."""

from cpraudit.readers.opening import FORMATS, Revisions, read, read_set

__all__ = ["FORMATS", "Revisions", "read", "read_set"]
