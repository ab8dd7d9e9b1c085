"""Reading a 40-page Word review and a 60-page PDF, beside the libraries that others use for it.

    python -m pip install ".[bench]"
    python bench/reading.py [--runs N]

Each reader is a process of its own. Prints processor seconds of the whole process and of the reading alone (imports left out), peak
memory, and how many of the words written into the file came out. What each gives differs: cpraudit gives blocks with places,
headings, tables and an account of what it could not read; the others text, Markdown or nested lists.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from speed import build_long, long_review, settled

READERS = {
    "cpraudit": (
        "from pathlib import Path; from cpraudit.readers import read",
        "text = '\\n'.join(f'{block.label} {block.text}' for block in read(Path(path)).blocks)",
        ("docx", "pdf"),
    ),
    "docx2python": (
        "from docx2python import docx2python",
        "document = docx2python(path); text = document.text; document.close()",
        ("docx",),
    ),
    "markitdown": (
        "from markitdown import MarkItDown",
        "text = MarkItDown().convert(path).text_content",
        ("docx", "pdf"),
    ),
    "pdfminer.six": (
        "from pdfminer.high_level import extract_text",
        "text = extract_text(path)",
        ("pdf",),
    ),
    "pdfplumber": (
        "import pdfplumber",
        "text = '\\n'.join(page.extract_text() for page in pdfplumber.open(path).pages)",
        ("pdf",),
    ),
}
"""For each reader: what it imports, how it reads `path` into `text`, and which formats."""


def measured(
    imports: str, reading: str, path: Path, environment: dict[str, str]
) -> tuple[float, float, float, str] | None:
    """Processor seconds in all and of the reading, peak megabytes, and the text; None where the library is not installed."""
    code = (
        f"import sys, time; path = sys.argv[1]\n{imports}\nbegun = time.process_time()\n{reading}\n"
        "spent = time.process_time() - begun\nsys.stdout.reconfigure(encoding='utf-8')\nprint(spent); print(text)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert child.stdout
    spent, _, text = child.stdout.read().partition("\n")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        return None
    return usage.ru_utime + usage.ru_stime, float(spent), usage.ru_maxrss / 1024, text


def share_of(written: str, text: str) -> float:
    """How many of the words written came out, each as often as it was written."""
    wanted, found = (Counter(re.findall(r"[^\W_]+", words)) for words in (written, text))
    return (wanted & found).total() / wanted.total()


def main() -> None:
    """Build the two files, and read each with every reader of its format."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for path, pages in zip(build_long(Path(folder)), (40, 60), strict=True):
            written = long_review(pages)
            for name, (imports, reading, formats) in READERS.items():
                if path.suffix[1:] not in formats:
                    continue
                found = [measured(imports, reading, path, settled(Path(folder))) for _ in range(runs + 1)][1:]
                good = [figures for figures in found if figures]
                if not good:
                    print(f"{path.name:18} {name:12} could not be run: install the extra 'bench'", flush=True)
                    continue
                whole, alone, memory = (statistics.median(column) for column in list(zip(*good, strict=True))[:3])
                share = share_of(written, good[0][3])
                print(
                    f"{path.name:18} {name:12} process {whole:5.2f} s   reading {alone:5.2f} s   peak {memory:4.0f} MB"
                    f"   words {share:5.1%}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
