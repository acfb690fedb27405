"""The kinds of value that an issue file holds: each reads a node into the model and tells what is wrong.

A kind never raises for content. What cannot be read is reported and is :data:`FAULT`.
"""

from __future__ import annotations

import re
from itertools import islice

from reader.gate import clean, clean_line, first_forbidden
from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER
from reader.model.language import canonical
from reader.model.magazine import UNKNOWN_PAGE
from reader.model.markup import parse as parse_markup
from reader.model.markup import parse_plain
from reader.model.text import EVERY_LANGUAGE, Text
from reader.source.nodes import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    from reader.source.nodes import Node, SourceFile

    T = TypeVar("T")


class Fault:
    """The type of :data:`FAULT`."""


FAULT = Fault()
"""What a kind returns for a node that it could not read; the reason has been reported."""

MAX_NEAR = 50
MAX_HINTS = 100
MAX_WORD_CHARS = 1000
_TRUE, _FALSE = ("yes", "true", "on"), ("no", "false", "off")


class Reading:
    """The state of one reading: the source that collects faults, and which languages may stand where."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.languages: tuple[str, ...] = ()
        self.side = ""
        """The language of the list that is being read, inside a free body; empty elsewhere."""
        self.report = source.report
        self._hints = 0
        self._nodes: dict[int, tuple[object, Node]] = {}
        self._by_kind: dict[type, list[Any]] = {}
        self._sorted_count = 0

    def built(self, value: Any, node: Node) -> Any:
        """Remembers which node an object of the model was read from, and returns the object."""
        self._nodes[id(value)] = (value, node)
        return value

    def node(self, value: object, key: str = "") -> Node | None:
        """Returns the node an object was read from, or that of one of its keys if it has it."""
        node = self._nodes.get(id(value), (None, None))[1]
        return (node.get(key) or node) if key and isinstance(node, Mapping) else node

    def all_built(self, kind: type[T]) -> list[T]:
        """Returns the objects of a kind that were read, in the order of the file."""
        if self._sorted_count != len(self._nodes):
            self._sorted_count = len(self._nodes)
            self._by_kind = {}
            for value, _ in self._nodes.values():
                self._by_kind.setdefault(type(value), []).append(value)
        return self._by_kind.get(kind, [])

    def near(self, word: str, known: Iterable[str]) -> str:
        """As :func:`near`, for the first :data:`MAX_HINTS` words of a file: a hint costs time."""
        self._hints += 1
        return near(word, known) if self._hints <= MAX_HINTS else ""


class Kind:
    """A kind of value. ``noun`` is what a message calls it."""

    noun = "value"

    def read(self, node: Node, reading: Reading) -> Any:
        """Reads a node; :data:`FAULT` if it cannot be read."""
        raise NotImplementedError

    def scalar(self, node: Node, reading: Reading) -> str | None:
        """Returns a one-line text without outer spaces, or None, with a report, if the node is none."""
        if not isinstance(node, Scalar):
            reading.report("S301", node, f"{_noun(node)} stands where {self.noun} belongs")
            return None
        value = clean_line(node.value).strip()
        _check_gate(node, reading)
        if not value:
            reading.report("S306", node, f"{self.noun} is empty", "write it, or take the key out")
            return None
        return value


class Word(Kind):
    """A one-line text of a given form."""

    def __init__(self, noun: str, pattern: str, form: str, max_chars: int = MAX_WORD_CHARS) -> None:
        self.noun, self.pattern, self.form, self.max_chars = noun, pattern, form, max_chars

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        if len(value) > self.max_chars or not re.fullmatch(self.pattern, value):
            reading.report("S305", node, f"{value!r} is not {self.noun}", self.form)
            return FAULT
        return value


class BlockId(Word):
    """An id inside an article, which must not look like a paragraph's number."""

    def __init__(self) -> None:
        super().__init__("an id", ID_PATTERN, "write lower-case letters, digits and - between them")

    def read(self, node: Node, reading: Reading) -> Any:
        value = super().read(node, reading)
        if isinstance(value, str) and re.match(PARAGRAPH_NUMBER, value):
            reading.report("S305", node, f"{value!r} is a paragraph's number, not an id", "choose a word")
            return FAULT
        return value


class Language(Kind):
    """A BCP 47 tag; one of the issue's own if they are known."""

    noun = "a language tag"

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        tag = canonical(value)
        if tag is None:
            reading.report("S305", node, f"{value!r} is not a language tag", "write one as zh-Hans, zh-Hant or en")
            return FAULT
        return check_language(tag, node, reading)


def check_language(tag: str, node: Node, reading: Reading) -> Any:
    """Returns the tag if it is one of the issue's languages, else reports it and returns :data:`FAULT`."""
    if reading.languages and tag not in reading.languages:
        hint = reading.near(tag, reading.languages) or f"this issue's are {', '.join(reading.languages)}"
        reading.report("S307", node, f"{tag!r} is not a language of this issue", hint)
        return FAULT
    return tag


class Choice(Kind):
    """One of a few words."""

    def __init__(self, noun: str, words: tuple[str, ...]) -> None:
        self.noun, self.words = noun, words

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        if value not in self.words:
            hint = reading.near(value, self.words) or f"write one of {', '.join(self.words)}"
            reading.report("S305", node, f"{value!r} is not {self.noun}", hint)
            return FAULT
        return value


class Flag(Kind):
    """``yes`` or ``no``."""

    noun = "yes or no"

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        if value.lower() in _TRUE or value.lower() in _FALSE:
            return value.lower() in _TRUE
        reading.report("S305", node, f"{value!r} is neither yes nor no", "write yes or no")
        return FAULT


class Page(Kind):
    """A printed page as it is printed; ``yes`` too for a continuation."""

    noun = "a printed page"

    def __init__(self, continuation: bool = False) -> None:
        self.continuation = continuation

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        if self.continuation and value.lower() in _TRUE:
            return UNKNOWN_PAGE
        if not re.fullmatch(r"[^\W_][^\W_.]{0,7}", value):
            hint = "write a page number, or yes" if self.continuation else "write it as 60, A3 or xii"
            reading.report("S305", node, f"{value!r} is not a printed page", hint)
            return FAULT
        return value


class PageRange(Kind):
    """The printed pages of an article: ``60``, ``60-61`` or ``60–61``."""

    noun = "a range of pages"

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.scalar(node, reading)
        if value is None:
            return FAULT
        match = re.fullmatch(r"([^\W_]{1,8})(?:\s*[-–]\s*([^\W_]{1,8}))?", value)
        if not match:
            reading.report("S305", node, f"{value!r} is not a range of pages", "write it as 60 or 60-61")
            return FAULT
        first, last = match[1], match[2] or match[1]
        if page_number(first) > page_number(last) > 0:
            reading.report("P501", node, f"pages {value} run backwards", f"write {last}-{first}?")
        return first, last


def page_number(page: str) -> int:
    """Returns the number of a printed page, 0 if it is no plain number."""
    return int(page) if page.isascii() and page.isdigit() else 0


class TextKind(Kind):
    """A text in one string or one for each language. ``marked`` texts know the markup of emphasis and links."""

    noun = "a text"

    def __init__(self, marked: bool, may_be_empty: bool = False) -> None:
        self.parse = parse_markup if marked else parse_plain
        self.may_be_empty = may_be_empty

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node, Scalar):
            prose = self.parse(self.string(node, reading))
            if not prose.text and self.may_be_empty:
                return Text(())
            if not prose.text:
                reading.report("S306", node, "the text is empty", "write it, or take the entry out")
                return FAULT
            return reading.built(Text(((reading.side or EVERY_LANGUAGE, prose),)), node)
        if isinstance(node, Sequence) or reading.side:
            hint = (
                "write plain text: this list is of one language"
                if reading.side
                else "write a string, or one for each language"
            )
            reading.report("S301", node, f"{_noun(node)} stands where a text belongs", hint)
            return FAULT
        sides = []
        read: set[str] = set()
        for written, (key, value) in node.entries.items():
            tag = canonical(written)
            if tag is None:
                torn = isinstance(value, Scalar) and not value.value and " " in written
                hint = "a text with a comma needs quotes between { and }" if torn else ""
                hint = (
                    hint or reading.near(written, reading.languages) or f"write one of {', '.join(reading.languages)}"
                )
                reading.report("S307", key, f"{written!r} is not a language tag", hint)
            elif tag in read:
                reading.report("Y202", key, f"the language {tag!r} stands twice", "keep one")
            elif check_language(tag, key, reading) is not FAULT:
                read.add(tag)
                if isinstance(value, Scalar):
                    sides.append((tag, self.parse(self.string(value, reading))))
                else:
                    reading.report("S301", value, f"{_noun(value)} stands where a text belongs", "write a string")
        if not any(prose.text for _, prose in sides):
            if len(sides) == len(node.entries):
                reading.report("S306", node, "the text is empty in every language", "write it, or take the entry out")
            return FAULT
        return reading.built(Text(tuple(sides)), node)

    def string(self, node: Scalar, reading: Reading) -> str:
        """Returns a scalar's text, gated."""
        _check_gate(node, reading)
        return clean(node.value)


class ListOf(Kind):
    """A list of values of one kind; those that cannot be read are left out."""

    def __init__(self, kind: Kind, noun: str, may_be_empty: bool = False) -> None:
        self.kind, self.noun, self.may_be_empty = kind, noun, may_be_empty

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and not node.value.strip():
                reading.report("S306", node, f"{self.noun} is empty", "write entries that begin with -")
            else:
                reading.report(
                    "S301", node, f"{_noun(node)} stands where {self.noun} belongs", "write entries that begin with -"
                )
            return FAULT
        if not node.items and not self.may_be_empty:
            reading.report("S306", node, f"{self.noun} is empty", "write entries, or take the key out")
            return FAULT
        return tuple(value for item in node.items if (value := self.kind.read(item, reading)) is not FAULT)


class Key:
    """A key of a record: its name, the kind of its value, and what it is for."""

    __slots__ = ("doc", "kind", "name", "required")

    def __init__(self, name: str, kind: Kind, doc: str, required: bool = False) -> None:
        self.name, self.kind, self.doc, self.required = name, kind, doc, required


class Record(Kind):
    """A mapping with known keys; ``build`` makes the model's object of the values that were read."""

    def __init__(self, noun: str, keys: Iterable[Key], build: Callable[..., Any]) -> None:
        self.noun, self.keys, self.build = noun, {key.name: key for key in keys}, build

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            reading.report(
                "S301", node, f"{_noun(node)} stands where {self.noun} belongs", f"write its keys: {self.required()}"
            )
            return FAULT
        self.check_keys(node, reading)
        values = self.values(node, reading)
        return FAULT if values is None else reading.built(self.build(**values), node)

    def required(self) -> str:
        """Returns the names of the required keys, for a message."""
        return ", ".join(key.name for key in self.keys.values() if key.required) or ", ".join(self.keys)

    def check_keys(self, node: Mapping, reading: Reading) -> None:
        """Reports keys that the record does not know; a near miss names the key that was meant."""
        for name, (key, _) in node.entries.items():
            if name not in self.keys:
                missing = [known for known in self.keys if known not in node.entries]
                hint = reading.near(name, missing) or f"known are {', '.join(self.keys)}"
                reading.report("S302", key, f"the key {name!r} is not known in {self.noun}", hint)

    def values(self, node: Mapping, reading: Reading) -> dict[str, Any] | None:
        """Reads the keys in the table's order; None if a required one is missing or cannot be read."""
        values = {}
        whole = True
        for name, key in self.keys.items():
            value = node.get(name)
            if value is None:
                if key.required:
                    reading.report("S303", node, f"{self.noun} lacks the key {name!r}", f"write {name}: {key.doc}")
                    whole = False
                continue
            read = key.kind.read(value, reading)
            if read is not FAULT:
                values[name.replace("-", "_")] = read
            elif key.required:
                whole = False
        return values if whole else None


def near(word: str, known: Iterable[str]) -> str:
    """Returns ``did you mean …?`` for the known word that is close to ``word``, or nothing.

    Only the first :data:`MAX_NEAR` are compared, and no long word is: comparing takes time.
    """
    if len(word) > MAX_NEAR:
        return ""
    words = {k.lower(): k for k in islice(known, MAX_NEAR)}
    import difflib  # only a fault needs it

    close = difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f"did you mean {words[close[0]]!r}?" if close else ""


def _noun(node: Node) -> str:
    return {Scalar: "a plain text", Sequence: "a list", Mapping: "a mapping"}[type(node)]


def _check_gate(node: Scalar, reading: Reading) -> None:
    index = first_forbidden(node.value)
    if index >= 0:
        code = f"U+{ord(node.value[index]):04X}"
        reading.report("T701", node, f"the character {code} in this text is shown as \ufffd", "take it out")
