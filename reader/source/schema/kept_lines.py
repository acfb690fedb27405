"""The types of texts whose line ends stay: verse and code."""

from __future__ import annotations

from reader.model.kept_lines import parse_code, parse_verse, render_verse
from reader.source.schema.texts import LiteralText, TextType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Prose
    from reader.source.nodes import Scalar
    from reader.source.schema.load_context import LoadContext

MAX_LINES = 2_000
"""Maximum number of lines of a block of verse or code, all of which are laid out at once."""
MAX_LINE_CHARS = 1_000
"""Maximum length of one of its lines."""


class KeptLinesType(TextType):
    """A text that keeps its lines: verse, with markup in them, or code."""

    noun = "a text"

    def __init__(self, noun: str, *, is_words: bool) -> None:
        super().__init__(marked=is_words)
        self.content, self.is_words = noun, is_words
        self.parse = parse_verse if is_words else parse_code
        if is_words:
            self.render = render_verse

    def read_prose(self, node: Scalar, tag: str, context: LoadContext) -> Prose:
        """Returns the text of one language; reports lines that YAML has joined, and those beyond the bounds."""
        if node.folded:
            message = f"the lines of this {self.content} are joined"
            context.report("T711", node, message, "write it as a literal block (|)")
        lines = node.value.rstrip("\n").split("\n")
        if len(lines) > MAX_LINES:
            message = f"{self.content} has {len(lines):,} lines, and may have {MAX_LINES:,}"
            context.report("Y205", node, message, "divide it")
        long = next((number for number, line in enumerate(lines) if len(line) > MAX_LINE_CHARS), None)
        if long is not None:
            offset = sum(len(line) + 1 for line in lines[:long])
            message = f"a line of {self.content} has {len(lines[long]):,} characters, and may have {MAX_LINE_CHARS:,}"
            context.source.report_in("Y205", node, offset, message, "divide it")
        return super().read_prose(node, tag, context)

    def written(self, prose: Prose) -> str:
        """Returns the text of one language as it is written: a literal block if it has several lines."""
        text = self.render(prose)
        return LiteralText(text + "\n") if "\n" in text or text != text.strip() else text


VERSE = KeptLinesType("verse", is_words=True)
CODE = KeptLinesType("code", is_words=False)
