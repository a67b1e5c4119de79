"""The ten most frequent words of the running Python's own library, or of the .py files below a folder."""

import re
import sys
import sysconfig
import time
from collections import Counter
from pathlib import Path

import wordcount


def python_count(paths):
    """The same work in Python."""
    counts = Counter()
    word = re.compile(r"\w+")
    for path in paths:
        counts.update(word.findall(path.read_text(encoding="utf-8")))
    return counts


def readable(path):
    """Some of the library's test files are not UTF-8, on purpose."""
    try:
        path.read_text(encoding="utf-8")
        return True
    except (UnicodeDecodeError, OSError):
        return False


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_path("stdlib"))
    paths = sorted(p for p in folder.rglob("*.py") if "site-packages" not in p.parts and readable(p))
    if not paths:
        sys.exit(f"no .py files below {folder}")

    start = time.perf_counter()
    counts = wordcount.count(paths)
    native = time.perf_counter() - start
    top = wordcount.top(paths, 10)

    start = time.perf_counter()
    expected = python_count(paths)
    python = time.perf_counter() - start

    for word, n in top:
        print(f"{n:>9,}  {word}")
    print(f"{len(paths):,} files, {sum(counts.values()):,} words, {len(counts):,} different")
    print(f"hstack {native:.3f} s, Python {python:.3f} s: {python / native:.1f} times as fast")
    same = sum(1 for word, n in expected.items() if counts.get(word) == n)
    print(f"both agree on {same:,} of {len(expected):,} words")


if __name__ == "__main__":
    main()
