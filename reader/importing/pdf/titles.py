"""Which large texts of a page are titles, which are decks under them, and which are quotations pulled out."""

from __future__ import annotations

import re

from reader.importing.pdf.parts import BODY, DECK, PULL, TITLE, Part
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.stacks import Stack
    from reader.importing.scripts import Script

TITLE_RATIO = 1.45
DECK_RATIO = 0.7
"""What stands under a title of its language and is smaller by so much is its deck."""
PULL_RATIO = 1.12
_REPEATED = 0.5


def titled(parts: list[Part], body: dict[Script, float]) -> list[Part]:
    """Finds titles: the largest text, and the same in the other language beside or below it."""
    largest = max(body.values(), default=10.0)
    big = [
        part
        for part in parts
        if not part.role and part.stack.size >= TITLE_RATIO * largest and len(part.stack.lines) <= 4
    ]
    texts = grams("".join(part.stack.text for part in parts if part.role == BODY))
    titles = {id(part) for part in big if not is_pull(part.stack, texts, _is_first(part.stack, parts))}
    chosen = [part for part in parts if id(part) in titles]
    for part in parts:
        stack = part.stack
        if part.role or id(part) in titles or stack.size < PULL_RATIO * largest or len(stack.lines) > 3:
            continue
        near = [other.stack for other in chosen if _is_companion(stack, other.stack, 3.0)]
        if any(other.side == stack.side for other in near) or _is_sentence(stack.text):
            continue
        if any(_is_companion(stack, other) for other in near):
            titles.add(id(part))
    pulled = {id(part) for part in chosen if _is_between(part, chosen, parts, largest)}
    decks = {id(part) for part in chosen if _is_below(part.stack, chosen, parts)}
    roles = {key: PULL if key in pulled else DECK if key in decks else TITLE for key in titles}
    return [replace(part, role=roles[id(part)]) if id(part) in titles else part for part in parts]


def _is_below(stack: Stack, titles: Sequence[Part], parts: Sequence[Part]) -> bool:
    """Whether what is as large as a title stands below a much larger one of its language, without text between."""
    return any(
        title.stack.side == stack.side
        and stack.size < DECK_RATIO * title.stack.size
        and _is_companion(stack, title.stack, 3.0)
        and not any(title.stack.top < part.stack.top < stack.top for part in parts if part.role == BODY)
        for title in titles
    )


def _is_between(title: Part, titles: Sequence[Part], parts: Sequence[Part], size: float) -> bool:
    """Whether what is as large as a title stands inside a column of text: smaller than the page's title, or alone."""
    stack = title.stack
    above = [
        part.stack
        for part in parts
        if part.role == BODY
        and part.stack.side == stack.side
        and part.stack.bottom <= stack.top
        and min(part.stack.right, stack.right) > max(part.stack.left, stack.left)
    ]
    if not above:
        return False
    others = [other.stack.size for other in titles if other is not title and other.stack.side == stack.side]
    if others and stack.size < 0.8 * max(others):
        return True
    is_alone = len(titles) == 1
    return is_alone and (stack.size < 1.8 * size or not ends_sentence(max(above, key=lambda one: one.bottom).text))


def _is_companion(stack: Stack, title: Stack, sizes: float = 1.5) -> bool:
    gap = max(stack.top - title.bottom, title.top - stack.bottom)
    overlap = min(stack.right, title.right) - max(stack.left, title.left)
    return gap <= sizes * title.size and overlap > 0


def is_pull(stack: Stack, body: set[str], may_repeat: bool = False) -> bool:
    """Whether a large text is a sentence, or repeats the body: a quotation pulled out, no title.

    What stands over all text, or close over a text of its own, may repeat some words.
    """
    own = grams(stack.text)
    repeated = len(own) >= 8 and len(own & body) >= _REPEATED * len(own)
    return _is_sentence(stack.text) or (repeated and not may_repeat)


def is_over(stack: Stack, parts: Sequence[Part]) -> bool:
    """Whether running text of its language goes on close under a stack."""
    return any(
        part.role == BODY
        and part.stack.side == stack.side
        and -0.5 * stack.size < part.stack.top - stack.bottom < stack.size
        and min(part.stack.right, stack.right) > max(part.stack.left, stack.left)
        for part in parts
    )


def _is_first(stack: Stack, parts: Sequence[Part]) -> bool:
    """Whether a stack stands over all running text."""
    return all(part.stack.top >= stack.bottom for part in parts if part.role == BODY)


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence or stands in quotation marks, and is no mere exclamation."""
    is_quoted = re.match(r"\s*[“「『\"]", text) and re.search(r"[”」』\"][。.]?\s*\Z", text)
    is_closed = re.search(r"[。.！][”」』\"]?\s*\Z", text)
    if is_quoted and (is_closed or count_han(text) > 10 or count_latin_words(text) > 6):
        return True
    return bool(is_closed) and (count_han(text) > 5 or count_latin_words(text) > 4)


def grams(text: str) -> set[str]:
    """Returns the stretches of three characters of a Chinese text, of five letters of another."""
    tight = re.sub(r"\W+", "", text.lower())
    found = {tight[at : at + 3] for at in range(len(tight) - 2) if count_han(tight[at : at + 3])}
    return found | {tight[at : at + 5] for at in range(len(tight) - 4) if not count_han(tight[at : at + 5])}
