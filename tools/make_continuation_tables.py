"""Writes the tables of the continuation models: which character or word is likely to follow which.

Usage: python tools/make_continuation_tables.py JIEBA_DICT [--pairs N] [--folder FOLDER]

JIEBA_DICT is ``dict.txt`` of the Python package jieba (0.42.1, licence MIT): words with their frequency. Its pairs of
characters inside words are compared with chance. Which class of English word follows which is counted in the prose of
Python's own documentation topics (``pydoc_data.topics``, licence PSF-2.0), so that table depends on the Python that
runs this. The form of both files is described in ``SOURCES.md`` beside them.
"""

import argparse
import itertools
import math
import re
from collections import Counter
from pathlib import Path
from pydoc_data.topics import topics
from typing import NamedTuple

from reader.importing.text.word_classes import word_class

LEVELS = 9
"""Scores are kept in whole nats, from 1 to this."""
FEWEST_TIMES = 3
"""A pair of characters that is rarer in the dictionary is left out."""
COMMON = 200
"""How often a character is in the dictionary, at least, to tell whether it begins or ends words."""
SELDOM = 0.1
"""Share of the words with a character that it begins, or ends, at most, if it seldom does."""


class ChineseTable(NamedTuple):
    """The content of the file of the Chinese model."""

    starts: str
    """Characters that seldom end a word."""
    ends: str
    """Characters that seldom begin a word."""
    rows: list[str]
    """A character, then each level before the characters that follow it at that level."""


def chinese(lines: list[str], kept: int) -> ChineseTable:
    """Returns the table of a dictionary's lines, with the ``kept`` most frequent pairs."""
    alone: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        word, count, *_ = line.split(" ")
        if re.fullmatch("[\u4e00-\u9fff]+", word):
            weight = int(count)
            first[word[0]] += weight
            last[word[-1]] += weight
            for character in word:
                alone[character] += weight
            for pair in itertools.pairwise(word):
                pairs[pair] += weight
    total = sum(alone.values())
    scores = {(a, b): math.log(count * total / (alone[a] * alone[b])) for (a, b), count in pairs.items()}
    likely = [pair for pair, count in pairs.items() if scores[pair] >= 1 and count >= FEWEST_TIMES]
    followers: dict[str, dict[int, str]] = {}
    for a, b in sorted(sorted(likely, key=lambda pair: -pairs[pair])[:kept]):
        levels = followers.setdefault(a, {})
        level = min(LEVELS, round(scores[a, b]))
        levels[level] = levels.get(level, "") + b
    rows = [a + "".join(f"{level}{levels[level]}" for level in sorted(levels)) for a, levels in followers.items()]
    common = sorted(character for character, count in alone.items() if count >= COMMON)
    starts = "".join(character for character in common if last[character] < SELDOM * alone[character])
    ends = "".join(character for character in common if first[character] < SELDOM * alone[character])
    return ChineseTable(starts, ends, rows)


def english() -> list[str]:
    """Returns a row for each class of words: the classes that follow it, and the scores in tenths of nats."""
    classes: list[str] = []
    for topic in topics.values():
        for paragraph in topic.split("\n\n"):
            if not re.match(r"   |\w+\n\*|.*::=", paragraph) and paragraph.count(" ") > 8:
                classes += ["", *(word_class(word) for word in paragraph.split())]
    single = Counter(classes)
    pairs = Counter(itertools.pairwise(classes))
    total = len(classes)
    table: dict[str, list[str]] = {}
    for a, b in itertools.product(sorted(single), repeat=2):
        expected = single[a] * single[b] / total
        score = round(10 * math.log((pairs[a, b] + 1) / (expected + 1)))
        if a and b and abs(score) >= 3:
            table.setdefault(a, []).append(f"{b}={score}")
    return [" ".join([a, *row]) for a, row in table.items()]


def main() -> None:
    """Reads the dictionary and writes both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--pairs", type=int, default=70_000)
    parser.add_argument("--folder", type=Path, default=Path("reader/importing/text/data"))
    options = parser.parse_args()
    table = chinese(options.dictionary.read_text(encoding="utf-8").splitlines(), options.pairs)
    for name, lines in (("chinese", [table.starts, table.ends, *table.rows]), ("english", english())):
        path = options.folder / f"{name}_continuation.txt"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{path}: {len(lines)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
