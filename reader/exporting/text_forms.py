"""Plain text and Markdown: how each writes the parts of an article, one line or block of lines after the other."""

from __future__ import annotations

import re

from reader.exporting.prose_tree import prose_tree, raised_words
from reader.gate import clean, clean_line
from reader.model.markup import LINK_SCHEMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.exporting.prose_tree import Branch
    from reader.model.text import Prose, SpanKind

_ESCAPED = re.compile(r"""[\\`*_\[\]<>&~|$^@{}]|:(?=//)|:(?=[A-Za-z0-9_+-]+:)|(?<=\bwww)\.""", re.IGNORECASE)
"""Characters with a meaning anywhere in a line of CommonMark, or of the dialects that add links and formulas."""
_BLOCK_START = re.compile(r"^(?:([#+=-])|(\d{1,9})([.)]))", re.MULTILINE)
"""Characters with a meaning at the beginning of a line."""
NO_BREAK = "\u00a0"
_UNSAFE_IN_TARGET = re.compile(r"[^A-Za-z0-9%/:=?~#+!$,;'@*._-]")
_STARS: dict[SpanKind, str] = {"emphasis": "*", "strong": "**", "speaker": "**"}
_TAGS: dict[SpanKind, str] = {"emphasis": "em", "strong": "strong", "speaker": "strong"}
_RAISED: dict[SpanKind, str] = {"superior": "sup", "inferior": "sub"}


class TextForm:
    """Plain text: words and signs that need no explanation, and nothing that is escaped."""

    def __init__(self, notes: dict[str, str], href: Callable[[str], str] = str) -> None:
        """Takes the signs of an article's notes by their ids, and the addresses of links inside the magazine."""
        self.notes, self.href = notes, href

    def words(self, text: str) -> str:
        """Returns a text without markup on one line."""
        return clean_line(text)

    def prose(self, prose: Prose) -> str:
        """Returns a text with its markup; its own line ends stay."""
        return self.nodes(prose_tree(prose))

    def nodes(self, nodes: Sequence[Branch | str]) -> str:
        """Returns the words and branches of a text."""
        return "".join(self.running(n) if isinstance(n, str) else self.branch(n, self.nodes(n.nodes)) for n in nodes)

    def running(self, text: str) -> str:
        """Returns words of a text."""
        return clean(text)

    def branch(self, node: Branch, inner: str) -> str:
        """Returns a stretch with markup, given the form of its content."""
        if node.kind == "footnote":
            return f"[{sign}]" if (sign := self.notes.get(node.target)) else ""
        if node.kind == "reading":
            return f"{inner} ({self.words(node.target)})"
        if node.kind == "link" and node.target != node.text:
            target = node.target if node.target.startswith(LINK_SCHEMES) else self.href(node.target)
            return f"{inner} <{self.words(target)}>"
        return inner

    def anchor(self, name: str) -> str:  # noqa: ARG002 (text has no places)
        """Returns the place that links in the file lead to; empty where the format has none."""
        return ""

    def heading(self, text: str, level: int) -> str:
        """Returns a heading; 1 is the highest level."""
        return f"{text}\n{'=' * 8}" if level == 1 else text

    def quotation(self, text: str) -> str:
        """Returns the lines of a quotation."""
        return _indented(text, "  ")

    def verse(self, prose: Prose) -> str:
        """Returns the lines of verse."""
        return _indented(self.prose(prose), "  ")

    def code(self, text: str, language: str) -> str:  # noqa: ARG002 (other forms name the language)
        """Returns the lines of code."""
        return _indented(clean(text), "    ")

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """Returns a table of cells that are in the form already."""
        return "\n".join("\t".join(row) for row in (header, *rows) if row)

    def picture(self, alt: str, target: str) -> str:  # noqa: ARG002 (text has no pictures)
        """Returns a picture; empty where it cannot be shown."""
        return f"[{alt}]" if alt else ""

    def note(self, sign: str, text: str) -> str:
        """Returns a note below the article."""
        return f"[{sign}] {_hung(text, 4)}"

    def small(self, text: str) -> str:
        """Returns a line that is less than the text: a page, a credit."""
        return text

    def box(self, text: str) -> str:
        """Returns the lines of a box beside the article."""
        return _indented(text, "| ")


class MarkdownForm(TextForm):
    r"""Markdown as CommonMark with tables and footnotes: every mark of a text has a ``\`` before it."""

    def words(self, text: str) -> str:
        """Returns a text without markup on one line, its marks escaped."""
        return _escaped(clean_line(text))

    def prose(self, prose: Prose) -> str:
        r"""Returns a text with its markup; ``\`` is before its own line ends."""
        lines = re.sub(r"[ \t]*\n[ \t]*", "\n", super().prose(prose).strip(" \t\n"))
        return _escaped_starts(lines).replace("\n", "\\\n")

    def nodes(self, nodes: Sequence[Branch | str]) -> str:
        """Returns the words and branches of a text; asterisks of two branches never meet."""
        written = ""
        for node in nodes:
            if isinstance(node, str):
                written += self.running(node)
                continue
            inner = self.nodes(node.nodes)
            branch = self.branch(node, inner)
            is_meeting = branch.startswith("*") and written.endswith("*")
            written += _tagged(inner, _TAGS[node.kind]) if is_meeting and node.kind in _TAGS else branch
        return written

    def running(self, text: str) -> str:
        """Returns words of a text, escaped but for the beginnings of lines."""
        return _ESCAPED.sub(_with_backslash, clean(text).replace("\t", " "))

    def branch(self, node: Branch, inner: str) -> str:
        """Returns a stretch with markup, given the form of its content."""
        if node.kind == "footnote":
            return f"[^{sign}]" if (sign := self.notes.get(node.target)) else ""
        if node.kind == "code":
            return _code_span(clean_line(node.text))
        if node.kind in _STARS:
            return _starred(inner, node)
        if node.kind in _RAISED:
            return _tagged(self.running(raised_words(node)), _RAISED[node.kind])
        if node.kind == "reading":
            return f"{inner} ({self.words(node.target)})"
        if node.kind == "link":
            target = node.target if node.target.startswith(LINK_SCHEMES) else self.href(node.target)
            return f"[{inner}]({_target(target)})" if target else inner
        return inner

    def anchor(self, name: str) -> str:
        """Returns the place that links in the file lead to."""
        return f'<a id="{name}"></a>'

    def heading(self, text: str, level: int) -> str:
        """Returns a heading; 1 is the highest level."""
        line = _one_line(text)
        return f"{'#' * level} {line[:-1]}\\#" if line.endswith("#") else f"{'#' * level} {line}"

    def quotation(self, text: str) -> str:
        """Returns the lines of a quotation."""
        return _indented(text, "> ")

    def verse(self, prose: Prose) -> str:
        """Returns the lines of verse with blanks that stay; a blank line parts stanzas."""
        lines = super().prose(prose).split("\n")
        written = [NO_BREAK * (len(line) - len(line.lstrip(" "))) + _escaped_starts(line.strip()) for line in lines]
        return "\\\n".join(written).replace("\\\n\\\n", "\n\n")

    def code(self, text: str, language: str) -> str:
        """Returns a fenced block; no run of backticks in it is as long as the fence."""
        cleaned = clean(text)
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", cleaned)), default=0))
        return f"{fence}{re.sub(r'[^A-Za-z0-9+#-]', '', language)}\n{cleaned}\n{fence}"

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """Returns a table; one without a header has an empty one."""
        columns = max((len(row) for row in (header, *rows)), default=0)
        first = [*header, *[""] * (columns - len(header))]
        lines = (first, ["---"] * columns, *rows)
        return "\n".join(f"| {' | '.join(_one_line(cell) for cell in row)} |" for row in lines)

    def picture(self, alt: str, target: str) -> str:
        """Returns a picture; empty without a file."""
        return f"![{alt}]({_target(target)})" if target else ""

    def note(self, sign: str, text: str) -> str:
        """Returns a note below the article."""
        return f"[^{sign}]: {_hung(text, 4)}"

    def small(self, text: str) -> str:
        """Returns a line that is less than the text: a page, a credit."""
        return f"*{text}*" if text else ""

    def box(self, text: str) -> str:
        """Returns the lines of a box beside the article."""
        return _indented(text, "> ")


def _indented(text: str, indent: str) -> str:
    return "\n".join((indent + line).rstrip() for line in text.split("\n"))


def _hung(text: str, cells: int) -> str:
    """Returns a text whose further lines are as far to the right as its first one."""
    return text.replace("\n", "\n" + " " * cells)


def _one_line(text: str) -> str:
    return re.sub(r"\\?\n", " ", text)


def _escaped(text: str) -> str:
    return _escaped_starts(_ESCAPED.sub(_with_backslash, text.strip(" \t\n")))


def _escaped_starts(text: str) -> str:
    return _BLOCK_START.sub(lambda found: rf"\{found[1]}" if found[1] else rf"{found[2]}\{found[3]}", text)


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _code_span(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text or not text.strip() else f"{fence}{text}{fence}"


def _starred(inner: str, node: Branch) -> str:
    """Returns words in asterisks; in tags where CommonMark would not read the asterisks, as beside punctuation."""
    if node.text[:1].isalnum() and node.text[-1:].isalnum() and not node.nodes[1:] and isinstance(node.nodes[0], str):
        return f"{_STARS[node.kind]}{inner}{_STARS[node.kind]}"
    return _tagged(inner, _TAGS[node.kind])


def _tagged(inner: str, tag: str) -> str:
    return f"<{tag}>{inner}</{tag}>"


def _target(address: str) -> str:
    """Returns the address of a link whose characters with a meaning in Markdown are percent-encoded."""
    return _UNSAFE_IN_TARGET.sub(_percent, clean_line(address)).replace("*", "%2A").replace("_", "%5F")


def _percent(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else "".join(f"%{byte:02X}" for byte in found[0].encode())
