"""Encodes records of the model as compressed JSON, and decodes them. Nothing but records of the model can come out.

A record is a list whose first entry is the number of its class; other tuples begin with 0, texts with -1. The head of
an article has the numbers of blocks in its body only; the blocks lie in chunks of their own, so that opening an article
reads its head, and a long body is read chunk by chunk.
"""

from __future__ import annotations

import json
import zlib
from functools import cache, partial

from reader import __version__
from reader.catalogue.lazy import CHUNK_SIZE, ChunkedSequence, LazySequence
from reader.catalogue.outlines import is_outlined, outlines_bytes, outlines_of_bytes
from reader.model import magazine
from reader.model.magazine import AlignedBody, Article, FreeBody, Issue, Section
from reader.model.outline import Outline
from reader.model.record import field_names
from reader.model.text import Prose, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from reader.model.magazine import Block, Figure

    Value = Any
    """A record, a tuple of records, a string, a number or None; or its form in JSON."""

_TUPLE = 0
_TEXT = -1
"""First entry of a text; its tags and strings follow in turn. A string with spans is a list of itself and the spans."""
_CLASSES: tuple[Value, ...] = (
    Span,
    *magazine.BLOCK_TYPES,
    magazine.ListItem,
    magazine.CellSpan,
    magazine.Figure,
    magazine.Footnote,
    magazine.Credit,
    magazine.Source,
    magazine.Article,
    magazine.Section,
    magazine.GlossaryEntry,
    magazine.Issue,
    magazine.AcceptedTranslation,
)
_NUMBERS = {cls: number for number, cls in enumerate(_CLASSES, 1)}
_ISSUE_FIELDS = field_names(Issue)
_ARTICLE_FIELDS = field_names(Article)
SHAPE = " ".join(
    (__version__, *(f"{cls.__name__}({','.join(cls.__slots__)})" for cls in (Text, Prose, Outline, *_CLASSES)))
)
"""Names and fields of all records, with the program's version: a catalogue of another shape is made anew."""
_LEVEL = 1  # of compression: the next one takes twice the time to save a tenth of the size
MAX_BYTES = 64_000_000
"""Largest size of decompressed JSON."""
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, zlib.error)
"""Exceptions that decoding damaged bytes raises."""


def encode(value: Value) -> bytes:
    """Returns a record or a tuple of records as compressed JSON."""
    return zlib.compress(_json(_encode(value)), _LEVEL)


def decode(data: bytes) -> Value:
    """Returns the value that was encoded.

    Raises:
        UNREADABLE: If the data is damaged.
    """
    return _decode(_loaded(_decompressed(data)))


def encode_blocks(blocks: Sequence[Block]) -> bytes:
    """Returns a chunk of an article's blocks: a line with the numbers of their classes, then a line for each block."""
    numbers = [_NUMBERS[type(block)] for block in blocks]
    return zlib.compress(b"\n".join(map(_json, (numbers, *map(_encode, blocks)))), _LEVEL)


def decode_blocks(data: bytes) -> EncodedBlocks:
    """Returns a chunk of an article's blocks; each is decoded when it is first read.

    Raises:
        UNREADABLE: If the data is damaged.
    """
    numbers, *lines = _decompressed(data).split(b"\n")
    return EncodedBlocks([_CLASSES[number - 1] for number in _loaded(numbers)], lines)


def _json(value: Value) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _loaded(data: bytes) -> Value:
    """Returns the value of JSON in UTF-8; given bytes, the library would look for their encoding each time."""
    return json.loads(data.decode())


def _decompressed(data: bytes) -> bytes:
    decompressing = zlib.decompressobj()
    found = decompressing.decompress(data, MAX_BYTES)
    if not decompressing.eof:
        raise ValueError("data is cut short")
    return found


def encode_issue(issue: Issue) -> bytes:
    """Returns the head of an issue: its fields, with the numbers of articles in the place of the articles."""
    sections = tuple((section.id, section.title, len(section.articles)) for section in issue.sections)
    return encode(tuple(sections if name == "sections" else getattr(issue, name) for name in _ISSUE_FIELDS))


def decode_issue(data: bytes, load: Callable[[int], Sequence[Article]]) -> Issue:
    """Returns an issue whose articles are loaded when they are read; ``load`` returns a chunk of them.

    Raises:
        UNREADABLE: If the data is damaged.
    """
    values = dict(zip(_ISSUE_FIELDS, decode(data), strict=True))
    sections = []
    start = 0
    chunks: dict[int, Sequence[Article]] = {}
    for section_id, title, count in values["sections"]:
        sections.append(Section(section_id, title, ChunkedSequence(load, start, count, chunks)))
        start += count
    values["sections"] = tuple(sections)
    return Issue(**values)


def encode_article(article: Article) -> tuple[bytes, list[bytes]]:
    """Returns the head of an article, with the numbers of blocks in the place of its body, and the chunks of blocks.

    The outlines of a long body are one more chunk, the last.
    """
    body = article.body
    sides = body.sides if isinstance(body, FreeBody) else (("", body.blocks),)
    counts = tuple((tag, len(blocks)) for tag, blocks in sides)
    head = tuple(counts if name == "body" else getattr(article, name) for name in _ARTICLE_FIELDS)
    blocks = [block for _, blocks in sides for block in blocks]
    chunks = [encode_blocks(blocks[start : start + CHUNK_SIZE]) for start in range(0, len(blocks), CHUNK_SIZE)]
    if is_outlined(len(blocks)):
        chunks.append(zlib.compress(outlines_bytes([held for _, held in sides]), _LEVEL))
    return encode((isinstance(body, FreeBody), head)), chunks


def decode_outlines(data: bytes) -> list[Outline]:
    """Returns the outlines of the lists of an article's blocks.

    Raises:
        UNREADABLE: If the data is damaged.
    """
    return outlines_of_bytes(_decompressed(data))


def decode_article(
    data: bytes,
    load: Callable[[int], Sequence[Block]],
    load_outlines: Callable[[int], Sequence[Outline] | None] = lambda _chunk: None,
) -> Article:
    """Returns an article whose blocks are loaded when they are read.

    Args:
        data: The encoded head.
        load: Returns a chunk of the blocks.
        load_outlines: Returns the chunk with the outlines of a long body, a list of blocks each; None if it is not
            there any more.

    Raises:
        UNREADABLE: If the data is damaged.
    """
    _, is_free, (_, *head) = _loaded(_decompressed(data))
    values = dict(zip(_ARTICLE_FIELDS, head, strict=True))
    _, *figures = values.pop("figures")
    values = {name: _decode(value) for name, value in values.items()}
    values["figures"] = _lazy_figures(figures)
    sides = []
    start = 0
    chunks: dict[int, Sequence[Block]] = {}
    whole = sum(count for _, count in values["body"])
    kept = cache(partial(load_outlines, -(-whole // CHUNK_SIZE))) if is_outlined(whole) else None
    for number, (tag, count) in enumerate(values["body"]):
        sides.append(
            (tag, ChunkedSequence(load, start, count, chunks, kept and partial(_outline, kept, number, count)))
        )
        start += count
    values["body"] = FreeBody(tuple(sides)) if is_free else AlignedBody(sides[0][1])
    return Article(**values)


def _outline(kept: Callable[[], Sequence[Outline] | None], number: int, count: int) -> Outline | None:
    """Returns one of the outlines that are kept; None for one of another number of blocks."""
    outlines = kept()
    outline = outlines[number] if outlines and number < len(outlines) else None
    return outline if outline and len(outline.slots) == count + 1 else None


def _encode(value: Value) -> Value:
    """Returns a record or a tuple as a list that begins with its number; any other value as it is."""
    cls = type(value)
    if cls is tuple:
        return [_TUPLE, *map(_encode, value)]
    if cls is Text:
        found: list[Value] = [_TEXT]
        for tag, prose in value.sides:
            found += (tag, [prose.text, *map(_encode, prose.spans)] if prose.spans else prose.text)
        return found
    number = _NUMBERS.get(cls)
    if number is None:
        return value
    return [number, *(_encode(getattr(value, name)) for name in cls.__slots__)]


def _decode(value: Value) -> Value:
    if type(value) is not list:
        return value
    number = value[0]
    if number == _TEXT:
        if len(value) == 5 and type(value[2]) is type(value[4]) is str:  # nearly every text is in two languages
            return Text(((value[1], Prose(value[2])), (value[3], Prose(value[4]))))
        return Text(tuple([(tag, _prose(form)) for tag, form in zip(value[1::2], value[2::2], strict=True)]))
    if number == _TUPLE:
        return tuple([_decode(item) if type(item) is list else item for item in value[1:]])
    if number < 0:
        raise ValueError("no such class of records")
    return _CLASSES[number - 1](*[_decode(item) if type(item) is list else item for item in value[1:]])


def _prose(form: Value) -> Prose:
    return Prose(form) if type(form) is str else Prose(form[0], tuple(map(_decode, form[1:])))


def _lazy_figures(forms: list[Value]) -> ChunkedSequence[Figure]:
    def load(chunk: int) -> Sequence[Figure]:
        return LazySequence(forms[chunk * CHUNK_SIZE : (chunk + 1) * CHUNK_SIZE], _decode)

    return ChunkedSequence(load, 0, len(forms), {})


class EncodedBlocks(LazySequence["Block"]):
    """Blocks as lines of JSON: their classes are known, and each is decoded when it is first read."""

    def __init__(self, types: list[type], lines: list[bytes]) -> None:
        if len(types) != len(lines):
            raise ValueError("not a line for each block")
        super().__init__(lines, lambda line: _decode(_loaded(line)))
        self.types = types
