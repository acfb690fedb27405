"""Dictionaries in the format of StarDict: ``.ifo``, ``.idx``, ``.dict`` or ``.dict.dz``, and perhaps ``.syn``.

The format is described in StarDict's ``StarDictFileFormat``: the index has each headword with the place of its article
in the file of the articles; ``sametypesequence`` names the kinds of the parts of an article.
"""

from __future__ import annotations

import os
import re
import struct
import zlib
from html import unescape

from reader.errors import UnusableError
from reader.gate import clean, clean_line, shown_path
from reader.model.record import record
from reader.regular_files import open_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FILE_BYTES = 512 << 20
"""Largest file of a dictionary, unpacked."""
MAX_WORDS = 2_000_000
"""Largest number of headwords, synonyms included."""
MAX_HEADWORD_BYTES = 256
MAX_ARTICLE_BYTES = 100_000
"""Longest article; the end of a longer one is cut off."""
MARKUP = "ghx"
"""Kinds of text with tags: Pango, HTML, XDXF."""
PLAIN = "mlty"
"""Kinds of text without tags; any other kind is a sound, a picture, or markup of its own, and is left out."""
_TAG = re.compile(r"<[^<>]{0,500}>")
_LINE_END = re.compile(r"<br\s*/?>|</(?:div|p|li|dtrn|ar|k|tr)>", re.IGNORECASE)
_WANTED_MAGIC = "StarDict's dict ifo file"


@record
class StarDictArticle:
    """A headword with the lines of its article."""

    word: str
    lines: tuple[str, ...]


@record
class StarDict:
    """A dictionary: its name and its articles."""

    name: str
    headwords: int
    """Number of headwords and synonyms in the index; some may have no article that can be read."""
    articles: Iterator[StarDictArticle]


def read_stardict(path: str) -> StarDict:
    """Returns the dictionary of an ``.ifo`` file, whose other files lie beside it.

    Raises:
        UnusableError: If a file is missing, too large, or damaged.
    """
    facts = _facts(path)
    base = os.path.splitext(path)[0]
    offset_bytes = 8 if facts.get("idxoffsetbits") == "64" else 4
    index = _content(base, (".idx", ".idx.gz"))
    articles = _content(base, (".dict", ".dict.dz"))
    synonyms = _content(base, (".syn", ".syn.dz"), is_needed=False)
    places = list(_places(index, offset_bytes, path))
    also = list(_synonyms(synonyms, path))
    return StarDict(
        clean_line(facts.get("bookname", "")) or os.path.basename(base),
        len(places) + len(also),
        _articles(places, also, articles, facts.get("sametypesequence", "")),
    )


def _articles(
    places: list[tuple[str, int, int]], synonyms: list[tuple[str, int]], data: bytes, kinds: str
) -> Iterator[StarDictArticle]:
    """Yields the articles of headwords and of synonyms that have any text, and are whole in the file."""
    also = ((word, *places[number][1:]) for word, number in synonyms if number < len(places))
    for word, start, size in (*places, *also):
        if start + size > len(data):
            continue
        lines = _lines(data[start : start + min(size, MAX_ARTICLE_BYTES)], kinds)
        if word and lines:
            yield StarDictArticle(word, lines)


def _facts(path: str) -> dict[str, str]:
    first, *lines = _read(path, 100_000).decode("utf-8", "replace").lstrip("\ufeff").splitlines() or [""]
    if first.strip() != _WANTED_MAGIC:
        raise UnusableError(f"{shown_path(path)} is no StarDict dictionary: its first line is not “{_WANTED_MAGIC}”")
    pairs = (line.partition("=") for line in lines if "=" in line)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _content(base: str, endings: tuple[str, ...], is_needed: bool = True) -> bytes:
    """Returns the content of the first file there is; empty if none is needed."""
    for ending in endings:
        if os.path.lexists(base + ending):
            data = _read(base + ending, MAX_FILE_BYTES)
            return _unpacked(data, base + ending) if ending.endswith((".gz", ".dz")) else data
    if is_needed:
        raise UnusableError(f"{shown_path(base)}: there is no {' or '.join(endings)} beside the .ifo file")
    return b""


def _read(path: str, limit_bytes: int) -> bytes:
    try:
        with open(open_regular(path), "rb") as file:
            data = file.read(limit_bytes + 1)
    except (OSError, ValueError) as error:
        raise UnusableError(f"{shown_path(path)} cannot be read: {getattr(error, 'strerror', error)}") from error
    if len(data) > limit_bytes:
        raise UnusableError(f"{shown_path(path)} is larger than {limit_bytes:,} bytes")
    return data


def _unpacked(data: bytes, path: str) -> bytes:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        found = unpacking.decompress(data, MAX_FILE_BYTES)
    except zlib.error as error:
        raise UnusableError(f"{shown_path(path)} is damaged: {error}") from error
    if unpacking.unconsumed_tail or not unpacking.eof:
        whole = "larger than can be read" if unpacking.unconsumed_tail else "not whole"
        raise UnusableError(f"{shown_path(path)} is {whole}")
    return found


def _places(index: bytes, offset_bytes: int, path: str) -> Iterator[tuple[str, int, int]]:
    """Yields each headword with the place and the size of its article."""
    layout = struct.Struct(">QI" if offset_bytes == 8 else ">II")
    for word, start in _words(index, layout.size, path):
        offset, size = layout.unpack_from(index, start)
        yield word, offset, size


def _synonyms(data: bytes, path: str) -> Iterator[tuple[str, int]]:
    """Yields each synonym with the number of its headword."""
    for word, start in _words(data, 4, path):
        yield word, int.from_bytes(data[start : start + 4], "big")


def _words(data: bytes, tail_bytes: int, path: str) -> Iterator[tuple[str, int]]:
    """Yields words that end with a null character, each with the place of the numbers behind it."""
    place = count = 0
    while place < len(data):
        end = data.find(b"\0", place, place + MAX_HEADWORD_BYTES + 1)
        if end < 0 or end + 1 + tail_bytes > len(data):
            raise UnusableError(f"{shown_path(path)}: the index is damaged at byte {place}")
        count += 1
        if count > MAX_WORDS:
            raise UnusableError(f"{shown_path(path)} has more than {MAX_WORDS:,} headwords")
        yield clean_line(data[place:end].decode("utf-8", "replace")).strip(), end + 1
        place = end + 1 + tail_bytes


def _lines(article: bytes, kinds: str) -> tuple[str, ...]:
    """Returns the text of an article without tags, line by line."""
    texts: list[str] = []
    for kind, part in _parts(article, kinds):
        if kind in MARKUP:
            marked = part.decode("utf-8", "replace")
            texts.append(unescape(_TAG.sub("", _LINE_END.sub("\n", marked))))
        elif kind in PLAIN:
            texts.append(part.decode("utf-8", "replace"))
    lines = (clean_line(line).strip() for text in texts for line in clean(text).splitlines())
    return tuple(filter(None, lines))


def _parts(article: bytes, kinds: str) -> Iterator[tuple[str, bytes]]:
    """Yields the parts of an article with their kinds; small letters are texts, capitals data with a size before it."""
    place = number = 0
    while place < len(article) and (number < len(kinds) or not kinds):
        if kinds:
            kind, is_last = kinds[number], number == len(kinds) - 1
            number += 1
        else:
            kind, is_last = chr(article[place]), False
            place += 1
        if kind.isupper():
            size = len(article) if is_last else int.from_bytes(article[place : place + 4], "big")
            place += 0 if is_last else 4
            end, after = place + size, place + size
        else:
            found = -1 if is_last else article.find(b"\0", place)
            end = found if found >= 0 else len(article)
            after = end + 1
        yield kind, article[place:end]
        place = after
