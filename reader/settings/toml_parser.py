"""Parses TOML within bounds: every fault of a text is one line with its place, found in time linear in its length.

``tomllib`` alone recurses with each level of nesting and each part of a dotted key, takes quadratic time for such a
key, and raises another error for a number of thousands of digits.
"""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

MAX_WORD_CHARS = 1000
"""Maximum length of a number, a date or a name without quotes."""
MAX_PARTS = 32
"""Maximum number of parts of a dotted name."""
MAX_DEPTH = 32
"""Maximum number of lists and tables inside each other."""
MAX_MESSAGE_CHARS = 200


@record
class TomlFault:
    """The fault that keeps a text from being read; ``line`` and ``column`` count from 1."""

    line: int
    column: int
    message: str


def parse_toml(data: bytes) -> tuple[str, dict[str, object], TomlFault | None]:
    """Returns the text of a file, its values, and the fault for which there is no text or there are no values."""
    import tomllib  # not needed where there is no file

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return "", {}, TomlFault(*_place(before, len(before)), "not UTF-8")
    if fault := _excess(text):
        return text, {}, fault
    try:
        return text, tomllib.loads(text), None
    except tomllib.TOMLDecodeError as error:
        return text, {}, _fault_of(str(error), text)
    except (ValueError, RecursionError) as error:  # no text is known that leads here
        return text, {}, TomlFault(1, 1, f"not TOML: {str(error)[:MAX_MESSAGE_CHARS]}")


def _fault_of(message: str, text: str) -> TomlFault:
    import re

    place = re.search(r" \(at line (\d+), column (\d+)\)", message)
    line, column = map(int, place.groups()) if place else _place(text, len(text))
    message = message[: place.start()] if place else message.removesuffix(" (at end of document)")
    return TomlFault(line, column, f"not TOML: {message[:MAX_MESSAGE_CHARS]}")


def _excess(text: str) -> TomlFault | None:
    """Returns the first place at which a text exceeds a bound."""
    parts = depth = 0
    for found in _tokens(text):
        part = found[0]
        if part == ".":
            parts += 1
        elif part in "\n=,[]{}":
            parts = 0
            depth += (part in "[{") - (part in "]}")
        if len(part) > MAX_WORD_CHARS and part[0] not in "#\"'":
            message = f"a number or name of more than {MAX_WORD_CHARS:,} characters"
        elif parts >= MAX_PARTS:
            message = f"a name of more than {MAX_PARTS} parts"
        elif depth > MAX_DEPTH:
            message = f"lists or tables in more than {MAX_DEPTH} levels"
        else:
            continue
        return TomlFault(*_place(text, found.start()), message)
    return None


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yields signs, words, texts and comments; a text that is not closed takes the rest of its line or of the file."""
    import re

    pattern = r"""
        \"{3}(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"{3})?
      | '{3}(?:[^']|'(?!''))*(?:'{3})?
      | "(?:[^"\\\n]|\\.)*"?
      | '[^'\n]*'?
      | \#[^\n]*
      | [\w+:-]+
      | [\n=,.\[\]{}]
    """
    return re.finditer(pattern, text, re.VERBOSE)


def _place(text: str, index: int) -> tuple[int, int]:
    """Returns the line and column, from 1, of an index of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
