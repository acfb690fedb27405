"""Records of the model as rows of JSON, compressed. Nothing but records of the model can come out of them.

A record is a list whose first entry tells its kind; a body holds the numbers of its blocks only, which lie in parts of
their own, so that opening one article reads just that, and of a long one just what is looked at.
"""

from __future__ import annotations

import json
import zlib

from reader import __version__
from reader.catalogue.deferred import PART_BLOCKS, Deferred
from reader.catalogue.made import Made
from reader.model import magazine
from reader.model.magazine import AlignedBody, Article, FreeBody, Issue, Section
from reader.model.text import Prose, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from reader.model.magazine import Block

_TUPLE = 0
_TEXT = -1
"""A text is its tags and strings in turn; a string with marks is a list of itself and them."""
_RECORDS: tuple[Any, ...] = (
    Span,
    magazine.Heading,
    magazine.Paragraph,
    magazine.Quotation,
    magazine.ItemList,
    magazine.Table,
    magazine.Aside,
    magazine.Placement,
    magazine.PageBreak,
    magazine.Figure,
    magazine.Credit,
    magazine.Article,
    magazine.Section,
    magazine.GlossaryEntry,
    magazine.Issue,
)
_ISSUE: tuple[str, ...] = Issue.__slots__  # type: ignore[attr-defined]
_ARTICLE: tuple[str, ...] = Article.__slots__  # type: ignore[attr-defined]
_NUMBERS = {kind: number for number, kind in enumerate(_RECORDS, 1)}
SHAPE = " ".join((__version__, *(f"{kind.__name__}({','.join(kind.__slots__)})" for kind in (Text, Prose, *_RECORDS))))
"""What the rows of this version of the program look like."""
_LEVEL = 1  # of compression: the next one costs twice the time for a tenth of the size
MAX_BYTES = 64_000_000
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, zlib.error)
"""What decoding of damaged rows raises."""


def encode(value: object) -> bytes:
    """Returns a record or a tuple of records as compressed rows."""
    return zlib.compress(_written(_encode(value)), _LEVEL)


def decode(rows: bytes) -> Any:
    """Returns what was encoded.

    Raises:
        UNREADABLE: If the rows are damaged.
    """
    return _decode(json.loads(_unpacked(rows)))


def encode_blocks(blocks: Sequence[Block]) -> bytes:
    """Returns a part of an article's blocks: a line that tells their kinds, and a line for each."""
    kinds = [_NUMBERS[type(block)] for block in blocks]
    return zlib.compress(b"\n".join(map(_written, (kinds, *map(_encode, blocks)))), _LEVEL)


def decode_blocks(rows: bytes) -> Rows:
    """Returns a part of an article's blocks, each of which is made when it is asked for.

    Raises:
        UNREADABLE: If the rows are damaged.
    """
    kinds, *lines = _unpacked(rows).split(b"\n")
    return Rows([_RECORDS[number - 1] for number in json.loads(kinds)], lines)


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(rows: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    written = unpacking.decompress(rows, MAX_BYTES)
    if not unpacking.eof:
        raise ValueError("rows are cut short")
    return written


def encode_issue(issue: Issue) -> bytes:
    """Returns an issue without its articles."""
    sections = tuple((section.id, section.title, len(section.articles)) for section in issue.sections)
    return encode(tuple(sections if name == "sections" else getattr(issue, name) for name in _ISSUE))


def decode_issue(rows: bytes, load: Callable[[int], Sequence[Article]]) -> Issue:
    """Returns an issue whose articles are loaded when they are asked for; ``load`` returns a part of them."""
    values = dict(zip(_ISSUE, decode(rows), strict=True))
    sections = []
    start = 0
    parts: dict[int, Sequence[Article]] = {}
    for section_id, title, count in values["sections"]:
        sections.append(Section(section_id, title, Deferred(load, start, count, parts)))
        start += count
    values["sections"] = tuple(sections)
    return Issue(**values)


def encode_article(article: Article) -> tuple[bytes, list[bytes]]:
    """Returns an article without the blocks of its body, and those in parts of :data:`PART_BLOCKS`."""
    body = article.body
    sides = body.sides if isinstance(body, FreeBody) else (("", body.blocks),)
    counts = tuple((tag, len(blocks)) for tag, blocks in sides)
    head = tuple(counts if name == "body" else getattr(article, name) for name in _ARTICLE)
    blocks = [block for _, blocks in sides for block in blocks]
    parts = [encode_blocks(blocks[start : start + PART_BLOCKS]) for start in range(0, len(blocks), PART_BLOCKS)]
    return encode((isinstance(body, FreeBody), head)), parts


def decode_article(rows: bytes, load: Callable[[int], Sequence[Block]]) -> Article:
    """Returns an article whose blocks are loaded when they are asked for; ``load`` returns a part of them."""
    _, free, (_, *head) = json.loads(_unpacked(rows))
    values = dict(zip(_ARTICLE, head, strict=True))
    _, *figures = values.pop("figures")
    values = {name: _decode(value) for name, value in values.items()}
    values["figures"] = _made_later(figures)
    sides = []
    start = 0
    parts: dict[int, Sequence[Block]] = {}
    for tag, count in values["body"]:
        sides.append((tag, Deferred(load, start, count, parts)))
        start += count
    values["body"] = FreeBody(tuple(sides)) if free else AlignedBody(sides[0][1])
    return Article(**values)


def _encode(value: Any) -> Any:
    """Returns a record or a tuple as a list whose first entry tells which; anything else as it is."""
    kind = type(value)
    if kind is tuple:
        return [_TUPLE, *map(_encode, value)]
    if kind is Text:
        found: list[Any] = [_TEXT]
        for tag, prose in value.sides:
            found += (tag, [prose.text, *map(_encode, prose.spans)] if prose.spans else prose.text)
        return found
    number = _NUMBERS.get(kind)
    if number is None:
        return value
    return [number, *(_encode(getattr(value, name)) for name in kind.__slots__)]


def _decode(value: Any) -> Any:
    if type(value) is not list:
        return value
    number = value[0]
    if number == _TEXT:
        if len(value) == 5 and type(value[2]) is type(value[4]) is str:  # nearly every text is in two languages
            return Text(((value[1], Prose(value[2])), (value[3], Prose(value[4]))))
        return Text(tuple([(tag, _prose(written)) for tag, written in zip(value[1::2], value[2::2], strict=True)]))
    if number == _TUPLE:
        return tuple([_decode(item) if type(item) is list else item for item in value[1:]])
    if number < 0:
        raise ValueError("no such kind of record")
    return _RECORDS[number - 1](*[_decode(item) if type(item) is list else item for item in value[1:]])


def _made_later(written: list[Any]) -> Deferred:
    def load(part: int) -> Sequence[Any]:
        return Made(written[part * PART_BLOCKS : (part + 1) * PART_BLOCKS], _decode)

    return Deferred(load, 0, len(written), {})


class Rows(Made):
    """Blocks as rows: their types are known, and each is made when it is first asked for."""

    def __init__(self, types: list[type], lines: list[bytes]) -> None:
        if len(types) != len(lines):
            raise ValueError("not a line for each block")
        super().__init__(lines, lambda line: _decode(json.loads(line)))
        self.types = types


def _prose(written: Any) -> Prose:
    return Prose(written) if type(written) is str else Prose(written[0], tuple(map(_decode, written[1:])))
