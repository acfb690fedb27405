"""Checks of texts that YAML reads otherwise than they look: cut off, or joined (T708 to T710, T713)."""

from __future__ import annotations

import re

from reader.gate import quoted
from reader.model.scripts import ends_sentence
from reader.source.blank_lines import parts_of
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.blocks import BLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_ANCHOR = re.compile(r"&([\w-]+)")
_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")
_SPACED_COMMENT = re.compile(r" # *(?=[^\s#])([^\r\n]*)")
_LONE_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z]\Z")
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9-]*):?([：:\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])")
MAX_SHOWN_CHARS = 20


def check_lost_text(text: Text, context: LoadContext, *, has_kept_lines: bool = False) -> None:
    """Reports a comment or an anchor that YAML leaves out, a blank line in a text, and a key that is a part of one."""
    node = context.node(text)
    if isinstance(node, Scalar) and node.style == "":
        _check_key(node, context)
    for node in _scalars(text, context):
        _check_anchor(node, context)
        if node.style == "":
            _check_comment(node, context)
        if not has_kept_lines:
            _check_blank_line(node, context)


def _check_key(node: Scalar, context: LoadContext) -> None:
    found = _KEY.match(node.value)
    if found is None or found[1].lower() not in {*BLOCKS, *(tag.lower() for tag in context.languages)}:
        return
    follows = f"follows {quoted(found[1])}, so the key is a part of the text"
    message = f"U+{ord(found[2]):04X}, not a colon and a space, {follows}"
    if found[2] == ":":
        message = f"no space follows the colon of {quoted(found[1])}, so the key is a part of the text"
        column = len(found[1]) + 1
    else:
        column = found.start(2)
    context.source.report_at("T710", node.line, node.column + column, message, f"write {found[1]}: and a space")


def _check_anchor(node: Scalar, context: LoadContext) -> None:
    written = context.source.parsed
    found = _ANCHOR.match(written, node.start)
    if found and not re.search(rf"\*{re.escape(found[1])}(?![\w-])", written):
        message = f"YAML takes &{found[1]} for the name of an anchor, so it is not in the text"
        context.source.report("T713", node, message, "put the text between quotes")


def _check_comment(node: Scalar, context: LoadContext) -> None:
    if node.end == node.start:
        return
    found = _COMMENT.match(context.source.parsed, node.end)
    hint = "put the text between quotes, or write a comment with a space after #"
    if found is None:
        found = _SPACED_COMMENT.match(context.source.parsed, node.end)
        hint = "put the text between quotes, or write the comment in a line of its own"
        if found is None or not _seems_cut(node.value, found[1]):
            return
    hash_index = context.source.parsed.index("#", found.start())
    line, column = context.source.place_of(node, hash_index)
    cut = re.split(r"\r|\n", context.source.parsed[hash_index : hash_index + MAX_SHOWN_CHARS + 1])[0]
    context.source.report_at("T709", line, column, f"a comment cuts the text off at {quoted(cut)}", hint)


def _seems_cut(text: str, comment: str) -> bool:
    """Whether a comment seems to be the rest of a text: after a lone letter (C #), or if only it ends a sentence."""
    return _LONE_LETTER.search(text) is not None or (ends_sentence(comment) and not ends_sentence(text))


def _check_blank_line(node: Scalar, context: LoadContext) -> None:
    parts = parts_of(context.source.parsed, node)
    if len(parts) > 1:
        message = "a blank line does not begin a new paragraph: both parts are one text"
        context.source.report_in("T708", node, parts[1].offset, message, "write an entry for each paragraph")


def _scalars(text: Text, context: LoadContext) -> Iterator[Scalar]:
    """Yields the scalars that a text was read from."""
    node = context.node(text)
    values = [value for _, value in node.entries.values()] if isinstance(node, Mapping) else [node]
    yield from (value for value in values if isinstance(value, Scalar))
