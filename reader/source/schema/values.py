"""Types of values that are one line of text: words, languages, choices, pages."""

from __future__ import annotations

import re

from reader.gate import clean_line, first_forbidden, quoted, said_of
from reader.model.address import ID_PATTERN, PARAGRAPH_NUMBER
from reader.model.bounds import MAX_ID_CHARS
from reader.model.language import canonical, related
from reader.model.magazine import UNKNOWN_PAGE
from reader.model.pages import page_number
from reader.source.nodes import COMMA_HINT, Mapping, Scalar, Sequence
from reader.source.schema.load_context import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as Words
    from typing import Generic, TypeVar

    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

    T = TypeVar("T")
else:  # only type checkers need the parameter, and `typing` takes milliseconds to import
    T = None
    Generic = {T: object}

MAX_WORD_CHARS = 1000
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")


class ValueType(Generic[T]):
    """A type of value: reads a node as a value of the model, and writes such a value as plain data.

    Reading never raises for content: it reports the fault and returns None.
    """

    noun = "value"
    """The type's name in messages, with its article."""
    if not TYPE_CHECKING:
        __class_getitem__ = classmethod(lambda cls, _parameter: cls)

    def read(self, node: Node, context: LoadContext) -> T | None:
        """Returns a node's value; None, with a diagnostic, if it has none of this type."""
        raise NotImplementedError

    def write(self, value: T, context: WriteContext) -> Plain:
        """Returns a value as plain data that reads as an equal value."""
        raise NotImplementedError


class LineType(ValueType[T]):
    """A value written as one line of text."""

    def read(self, node: Node, context: LoadContext) -> T | None:
        if not isinstance(node, Scalar):
            context.report("S301", node, f"expected {self.noun}, found {noun_of(node)}")
            return None
        text = clean_line(node.value).strip()
        check_characters(node, context)
        if not text:
            context.report("S306", node, f"{self.noun} is empty", "write it, or remove the key")
            return None
        return self.parse(text, node, context)

    def parse(self, text: str, node: Scalar, context: LoadContext) -> T | None:
        """Returns the value of a line without outer spaces; None, with a diagnostic, if it is invalid."""
        raise NotImplementedError

    def write(self, value: T, context: WriteContext) -> Plain:
        return str(value)


class WordType(LineType[str]):
    """A line that a pattern matches as a whole; ``form`` is the hint for one that does not."""

    def __init__(self, noun: str, pattern: str, form: str, max_chars: int = MAX_WORD_CHARS) -> None:
        self.noun, self.pattern, self.form, self.max_chars = noun, pattern, form, max_chars

    def parse(self, text: str, node: Scalar, context: LoadContext) -> str | None:
        if len(text) > self.max_chars:
            message = f"{self.noun} has at most {self.max_chars:,} characters; this has {len(text):,}"
            context.report("S305", node, message, "shorten it")
            return None
        if not re.fullmatch(self.pattern, text):
            context.report("S305", node, said_of(_written(node), f"is not {self.noun}"), self.form)
            return None
        return text


class BlockIdType(WordType):
    """An id inside an article, which must not look like a paragraph's number."""

    def __init__(self) -> None:
        super().__init__("an id", ID_PATTERN, "write lower-case letters, digits and - between them", MAX_ID_CHARS)

    def parse(self, text: str, node: Scalar, context: LoadContext) -> str | None:
        word = super().parse(text, node, context)
        if word is not None and re.match(PARAGRAPH_NUMBER, word):
            context.report("S305", node, f"{quoted(word)} is a paragraph's number, not an id", "choose a word")
            return None
        return word


COUNTRIES = {"cn": "zh-Hans", "hk": "zh-Hant", "jp": "ja", "gb": "en", "us": "en"}
"""Codes of countries that are no codes of languages (ISO 639), each with the language that is meant."""


class LanguageType(LineType[str]):
    """A BCP 47 tag; one of the issue's own once they are known."""

    noun = "a language tag"

    def parse(self, text: str, node: Scalar, context: LoadContext) -> str | None:
        tag = canonical(text)
        if tag is None or tag in COUNTRIES:
            meant = COUNTRIES.get(tag or "", "")
            hint = f"that is a country; write {meant}" if meant else "write it as zh-Hans, zh-Hant or en"
            context.report("S305", node, said_of(_written(node), "is not a language tag"), hint)
            return None
        return tag if is_known(tag, node, context) else None


def is_word_after_comma(value: Node | None) -> bool:
    """Whether a key without a value may be the rest of a text with a comma, in ``{en: Snow, ice}``."""
    return isinstance(value, Scalar) and not value.value


def is_known(tag: str, node: Node, context: LoadContext, value: Node | None = None) -> bool:
    """Whether a tag is one of the issue's languages; reports one that is not. True before they were read."""
    if not context.languages or tag in context.languages:
        return True
    hint = COMMA_HINT if is_word_after_comma(value) else ""
    hint = hint or did_you_mean(related(tag, context.languages)) or context.suggestion(tag, context.languages)
    hint = hint or f"its languages are {', '.join(context.languages)}"
    context.report("S307", node, said_of(tag, "is not a language of this issue"), hint)
    return False


def by_language(node: Mapping, context: LoadContext, hint_for: Callable[[str, Node], str]) -> list[tuple[str, Node]]:
    """Returns the languages of a mapping with their values; reports keys that are none of the issue's, and duplicates.

    Args:
        node: A mapping whose keys are language tags.
        context: The state of loading.
        hint_for: Makes the hint for a key that is not a language tag, from the key and its value.
    """
    found: dict[str, Node] = {}
    for name, (key, value) in node.entries.items():
        tag = canonical(name)
        if tag is None:
            hint = COMMA_HINT if is_word_after_comma(value) else hint_for(name, value)
            hint = swallowed_hint(name, context.languages) or hint
            context.report("S307", key, said_of(name, "is not a language tag"), hint)
        elif tag in found:
            context.report("Y202", key, f"the language {quoted(tag)} occurs twice", "keep one")
        elif is_known(tag, key, context, value):
            found[tag] = value
    return list(found.items())


_SWALLOWED = re.compile(r"([A-Za-z][A-Za-z0-9-]*)([：:]| )")


def swallowed_hint(name: str, known: Iterable[str]) -> str:
    """Returns the hint for a key that swallowed its value, because the colon is missing or a wrong one; else empty."""
    found = _SWALLOWED.match(name)
    if not found or found[1] not in known:
        return ""
    fault = {
        "：": "a full-width colon (：) follows",
        ":": "no space follows the colon of",
        " ": "a colon is missing after",
    }
    return f"{fault[found[2]]} {found[1]}: write : and a space"


class ChoiceType(LineType[T]):
    """One of a few words, each with its value in the model."""

    def __init__(self, noun: str, values: Words[str, T]) -> None:
        self.noun, self.values = noun, values

    def parse(self, text: str, node: Scalar, context: LoadContext) -> T | None:
        if text not in self.values:
            hint = context.suggestion(text, self.values) or f"write one of {', '.join(self.values)}"
            context.report("S305", node, said_of(_written(node), f"is not {self.noun}"), hint)
            return None
        return self.values[text]

    def write(self, value: T, context: WriteContext) -> Plain:
        return next(word for word, meaning in self.values.items() if meaning == value)


class FlagType(LineType[bool]):
    """``yes`` or ``no``."""

    noun = "yes or no"

    def parse(self, text: str, node: Scalar, context: LoadContext) -> bool | None:
        word = text.lower()
        if word in _YES or word in _NO:
            return word in _YES
        context.report("S305", node, said_of(_written(node), "is neither yes nor no"), "write yes or no")
        return None

    def write(self, value: bool, context: WriteContext) -> Plain:
        return "yes" if value else "no"


class PageType(LineType[str]):
    """The number of a page as printed; for a continuation also ``yes``, if the page is unknown."""

    noun = "a printed page"

    def __init__(self, continuation: bool = False) -> None:
        self.continuation = continuation

    def parse(self, text: str, node: Scalar, context: LoadContext) -> str | None:
        if self.continuation and text.lower() in _YES:
            return UNKNOWN_PAGE
        if not re.fullmatch(r"[^\W_][^\W_.]{0,7}", text):
            hint = "write a page number, or yes" if self.continuation else "write it as 60, A3 or xii"
            context.report("S305", node, said_of(_written(node), "is not a printed page"), hint)
            return None
        return text


class PageRangeType(LineType["tuple[str, str]"]):
    """The first and last page of an article as printed: ``60``, ``60-61`` or ``60–61``."""

    noun = "a range of pages"

    def parse(self, text: str, node: Scalar, context: LoadContext) -> tuple[str, str] | None:
        match = re.fullmatch(r"([^\W_]{1,8})(?:\s*[-–]\s*([^\W_]{1,8}))?", text)
        if not match:
            context.report("S305", node, said_of(_written(node), "is not a range of pages"), "write it as 60 or 60-61")
            return None
        first, last = match[1], match[2] or match[1]
        if page_number(first) > page_number(last) > 0:
            context.report("P501", node, f"pages {text} run backwards", f"write {last}-{first}?")
        return first, last

    def write(self, value: tuple[str, str], context: WriteContext) -> Plain:
        first, last = value
        return first if first == last else f"{first}-{last}"


def _written(node: Scalar) -> str:
    """Returns a value as it is written, with spaces for line ends and tabs."""
    return node.value.replace("\r\n", " ").replace("\n", " ").replace("\t", " ").strip()


def noun_of(node: Node) -> str:
    """Returns the name of a kind of node in messages, with its article."""
    return {Scalar: "a plain text", Sequence: "a list", Mapping: "a mapping"}[type(node)]


def check_characters(node: Scalar, context: LoadContext) -> None:
    """Reports a character that the gate replaces."""
    index = first_forbidden(node.value)
    if index >= 0:
        code = f"U+{ord(node.value[index]):04X}"
        message = f"the character {code} in this text is shown as \ufffd"
        context.source.report_in("T701", node, index, message, "remove it")
