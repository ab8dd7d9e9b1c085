"""What the reading of one file may cost, and which files are read under guard."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Time and memory for one file. Both grow with the file, so that a long honest report is no attack."""

    seconds: float = 3.0
    """Processor seconds that any file may take: ten times what a usual report needs, so that a slow laptop passes."""
    seconds_per_mb: float = 6.0
    """Further seconds for each megabyte: 60 pages of text as PDF have a third of one."""
    seconds_most: float = 600.0
    memory: float = 320.0
    """Megabytes beyond those of the program itself that any file may take."""
    memory_per_mb: float = 16.0
    """Further megabytes for each megabyte of the file."""
    memory_most: float = 4_096.0
    size: float = 512.0
    """Megabytes of the largest file that is read; a long scanned report has 200."""

    def seconds_for(self, size: int) -> float:
        """Processor seconds for a file of this many bytes."""
        return min(self.seconds + self.seconds_per_mb * size / _MB, max(self.seconds_most, self.seconds))

    def bytes_for(self, size: int) -> int:
        """Bytes of memory for a file of this many bytes."""
        megabytes = min(self.memory + self.memory_per_mb * size / _MB, max(self.memory_most, self.memory))
        return int(megabytes * _MB)


USUAL = Limits()
"""The limits where nobody says otherwise."""

DRAWN = 10.0
"""Where pages are drawn so that their letters can be recognised, so many times the seconds: a scan of small print packs tightly."""
MARKUP_HERE = 4 * _MB
"""Bytes of unpacked markup up to which a Word or OpenDocument file is read without a guard: 40 pages have about one
million, and what the reader does with them is bounded by their number."""
TEXT_HERE = _MB // 4
"""The same for Markdown and plain text: a long review has a fifth of it."""
