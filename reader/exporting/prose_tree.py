"""A text with its markup as a tree, which writers of formats go through from the outside to the inside."""

from __future__ import annotations

from reader.model.raised_text import on_the_line
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Prose, SpanKind

MAX_LEVELS = 16
"""Number of spans inside each other that are kept; the words of deeper ones are kept without their markup."""


@record
class Branch:
    """A stretch of a text with markup; a footnote's mark has no text."""

    kind: SpanKind
    target: str
    text: str
    nodes: tuple[Branch | str, ...]


class _Open:
    """A span whose end has not come yet."""

    def __init__(self, start: int, end: int, kind: SpanKind, target: str) -> None:
        self.start, self.end, self.kind, self.target = start, end, kind, target
        self.nodes: list[Branch | str] = []


def prose_tree(prose: Prose) -> tuple[Branch | str, ...]:
    """Returns the words and the branches of a text in their order."""
    text = prose.text
    stack = [_Open(0, len(text) + 1, "emphasis", "")]
    at = 0

    def go_on(place: int) -> None:
        nonlocal at
        while stack[-1].end <= place and len(stack) > 1:
            take_words(stack[-1].end)
            done = stack.pop()
            branch = Branch(done.kind, done.target, text[done.start : done.end], tuple(done.nodes))
            stack[-1].nodes.append(branch)
        take_words(place)

    def take_words(place: int) -> None:
        nonlocal at
        if place > at:
            stack[-1].nodes.append(text[at:place])
            at = place

    for span in prose.spans:
        go_on(span.start)
        if span.start == span.end:
            stack[-1].nodes.append(Branch(span.kind, span.target, "", ()))
        elif len(stack) <= MAX_LEVELS:
            stack.append(_Open(span.start, span.end, span.kind, span.target))
    go_on(len(text))
    return tuple(stack[0].nodes)


def raised_words(branch: Branch) -> str:
    """Returns a superior or inferior text as characters on the line, for formats that raise them by themselves."""
    kind = branch.kind
    if kind not in ("superior", "inferior"):
        return branch.text
    inside = branch.text[2:-1] if branch.text[:2] in ("^(", "_(") and branch.text.endswith(")") else branch.text
    return on_the_line(inside, kind)
