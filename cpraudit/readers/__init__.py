"""Reading files: one module a format, each giving a Document with an account of what could not be read."""

from cpraudit.readers.opening import FORMATS, Revisions, Source, read, read_set, read_sources, source_of

__all__ = ["FORMATS", "Revisions", "Source", "read", "read_set", "read_sources", "source_of"]
