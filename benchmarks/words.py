"""The dictionary, the readings and the scripts, against lists that were checked by hand; and the time of a look-up.

python benchmarks/run.py words coverage readings scripts speed
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from table import Figure

from reader.learning import bundled
from reader.learning.conversion import converted
from reader.learning.dictionaries import Dictionaries
from reader.learning.text_words import WantedText, words_in
from reader.model.passage import passages
from reader.reading.words import WordFinder
from reader.source import load

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "words_data"
ISSUES = Path(__file__).parent.parent / "issues"
MARKED = re.compile(r"\{(\*?)([^|}]*)\|([^}]*)\}")


def coverage(_: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the share of the running words of the bundled issues that the dictionary answers for."""
    dictionaries = _dictionaries()
    for base, name in (("zh", "Chinese to English"), ("en", "English to Chinese")):
        answered = count = 0
        known: dict[str, bool] = {}
        for text in _texts(base):
            finder, place = WordFinder(text, dictionaries.longest), 0
            while word := finder.behind(place):
                place = word[1]
                here = text[word[0] : word[1]]
                if any(letter.isalpha() for letter in here) and here.isascii() == (base == "en"):
                    if here not in known:
                        known[here] = bool(dictionaries.answer(here).entries)
                    answered += known[here]
                    count += 1
        yield Figure(f"{name}: share of {count:,} running words answered", 100 * answered / count, "%", least=95)


def readings(_: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the share of words in context whose reading is right, of all and of those with several readings."""
    dictionaries = _dictionaries()
    right: dict[bool, list[bool]] = {True: [], False: []}
    for line in _lines("readings.txt"):
        text = MARKED.sub(lambda found: found[2], line)
        read = _syllables(text, dictionaries)
        place = shift = 0
        for found in MARKED.finditer(line):
            place = found.start() - shift
            shift += len(found[0]) - len(found[2])
            wanted = found[3].lower().split()
            given = [read.get(place + k, "") for k in range(len(found[2]))]
            is_right = given == wanted
            right[bool(found[1])].append(is_right)
            if not is_right:
                print(f"  {text}: {found[2]} is {found[3]}, not {' '.join(given)}")
    for name, held in (("all", right[True] + right[False]), ("with several readings", right[True])):
        yield Figure(f"readings of {len(held)} words in context, {name}", 100 * sum(held) / len(held), "%", least=95)


def scripts(_: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the share of phrases that are converted as they should be, both ways."""
    rows = [line.split("\t") for line in _lines("scripts.txt")]
    for name, source, target, tag in (
        ("simplified to traditional", 0, 1, "zh-Hans"),
        ("traditional to simplified", 1, 0, "zh-Hant-TW"),
    ):
        right = 0
        for row in rows:
            given = converted(row[source].split("|")[0], tag, "taiwan" if target else "simplified")
            right += given in row[target].split("|")
            if given not in row[target].split("|"):
                print(f"  {row[source]} is {row[target]}, not {given}")
        yield Figure(f"{name}: share of {len(rows)} phrases", 100 * right / len(rows), "%", least=95)


def speed(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the CPU time in which the dictionary's file is made, and that of look-ups, both ways."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    bundled.bundled_dictionary.cache_clear()
    begun = time.process_time()
    dictionaries = _dictionaries()
    dictionaries.answer("水")
    yield Figure(
        "the first look-up, which makes the file", 1000 * (time.process_time() - begun), "ms of CPU", most=1000
    )
    for name, words in (("Chinese", ("泉水", "石拱桥", "发展", "长")), ("English", ("bridges", "spring", "water"))):
        taken = []
        for _ in range(max(repeat, 3) * 10):
            begun = time.process_time()
            for word in words:
                dictionaries.answer(word)
            taken.append(1000 * (time.process_time() - begun) / len(words))
        yield Figure(f"a look-up of a {name} word with its parts", median(taken), "ms of CPU", most=1)
    bundled.bundled_dictionary().close()
    del os.environ["XDG_CACHE_HOME"]
    if before is not None:
        os.environ["XDG_CACHE_HOME"] = before
    bundled.bundled_dictionary.cache_clear()


def _dictionaries() -> Dictionaries:
    return Dictionaries([(bundled.NAME, bundled.bundled_dictionary())])


def _lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _syllables(text: str, dictionaries: Dictionaries) -> dict[int, str]:
    """Returns the syllable of each character whose word has as many syllables as characters."""
    found: dict[int, str] = {}
    for word in words_in(WantedText(text, "zh-Hans"), dictionaries):
        syllables = word.reading.lower().replace("ü", "u:").split()
        if len(syllables) == word.end - word.start:
            found.update(enumerate(syllables, word.start))
    return found


def _texts(base: str) -> Iterator[str]:
    """Yields the texts of the bundled issues in a language."""
    for path in sorted(ISSUES.glob("*.yaml")):
        issue = load(str(path)).issue
        assert issue
        for _, article in issue.articles():
            for passage in passages(article):
                for tag, prose in passage.text.sides:
                    if tag.partition("-")[0] == base and passage.kind not in ("code", "table"):
                        yield prose.text


PARTS = {"coverage": coverage, "readings": readings, "scripts": scripts, "speed": speed}
