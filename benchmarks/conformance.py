"""Runs the official test files of UAX #14 and UAX #29 against the untailored functions.

    python benchmarks/conformance.py --line-break LineBreakTest.txt --grapheme GraphemeBreakTest.txt

Prints one line for each file and exits with 1 if a case fails.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.layout.graphemes import boundaries
from reader.layout.linebreak import line_breaks


def cases(path: Path) -> Iterator[tuple[str, list[int]]]:
    """Yields each case of an official file: the text and its break offsets in code points."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text = ""
        breaks = []
        for token in line.partition("#")[0].split():
            if token == "÷":
                breaks.append(len(text))
            elif token != "×":
                text += chr(int(token, 16))
        if text:
            yield text, breaks


def run(name: str, path: Path, breaks_of: Callable[[str], list[int]]) -> bool:
    """Prints the number of cases that pass, and failed cases to stderr; returns whether all pass."""
    total = passed = 0
    for text, expected in cases(path):
        total += 1
        found = breaks_of(text)
        if found == expected:
            passed += 1
        else:
            code_points = " ".join(f"{ord(char):04X}" for char in text)
            print(f"{name}: {code_points}: expected {expected}, found {found}", file=sys.stderr)
    print(f"{name} {passed}/{total}")
    return total > 0 and passed == total


def line_break_offsets(text: str) -> list[int]:
    """Returns the offsets at which a line may or must end by UAX #14."""
    return [offset for offset, _ in line_breaks(text)]


def main() -> int:
    """Runs the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--line-break", type=Path, metavar="FILE", help="LineBreakTest.txt of the UCD")
    parser.add_argument("--grapheme", type=Path, metavar="FILE", help="GraphemeBreakTest.txt of the UCD")
    arguments = parser.parse_args()
    results = []
    if arguments.line_break:
        results.append(run("line-break", arguments.line_break, line_break_offsets))
    if arguments.grapheme:
        results.append(run("grapheme", arguments.grapheme, boundaries))
    if not results:
        parser.error("name at least one file")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
