"""The items that a spread is set from, each with a cell for each of two languages."""

from __future__ import annotations

from reader.layout.spaces import TextOffset
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from reader.model.magazine import Table
    from reader.model.text import Prose

    ItemKind = Literal[
        "kicker",
        "title",
        "deck",
        "credits",
        "relation",
        "heading",
        "paragraph",
        "continued",
        "quotation",
        "pull",
        "by",
        "author",
        "item",
        "verse",
        "code",
        "table",
        "aside",
        "figure",
        "alt",
        "notes",
        "footnote",
        "colophon",
    ]
    """Kind of an item: parts of an article's head, blocks of its body, and notes of the page.

    ``continued`` notes the printed page on which a paragraph goes on, ``by`` is the source of a quotation, ``author``
    that of verse, ``item`` is an item of a list, ``alt`` the description of a figure, ``notes`` the heading of the
    footnotes, ``colophon`` a line below the article.
    """
    ItemName = tuple[ItemKind, str]
    """Kind and anchor, by which an item is known in every list of an article."""
    Dress = Callable[["Item"], "Item"]
    """Returns an item as it is drawn; each of its texts has as many characters as before."""

PLAIN_CODE = "text"
"""Name of the language of code that is in none that is named."""


@record
class Cell:
    """The content of an item in one language: running text, or a table."""

    language: str
    prose: Prose
    table: Table | None = None
    note: bool = False
    """Whether the words are a note of the page and not part of the article."""
    code_language: str = ""
    """Name of the programming language of code, :data:`PLAIN_CODE` if it is not given; empty for other content."""
    offset: TextOffset = TextOffset(0)
    """Where the prose begins in the passage's text: a very long text is set in parts."""


@record
class Item:
    """A text and its counterpart, which are set side by side or under each other."""

    kind: ItemKind
    cells: tuple[Cell | None, Cell | None]
    """Content in the left and in the right language; None where that language has none."""
    anchor: str = ""
    """Anchor of the passage, id of the figure, name of the line below the article; empty for the article's head."""
    number: int = 0
    """Number of the passage in its list, from 1; 0 for an item that is no passage."""
    page: str = ""
    """Printed page on which the item begins; empty if not known."""
    new_page: bool = False
    """Whether a printed page begins with the item."""
    in_aside: bool = False
    """Whether the item belongs to a box beside the article."""
    level: int = 0
    """Level of a heading, 1 to 3; 0 for other items."""
    ordinal: int = 0
    """Number of a list item in a numbered list, or of a footnote, from 1; 0 for other items."""
    list_level: int = 0
    """Level of the list that a list item is in, from 1; 0 for other items."""
    paragraph: int = 0
    """Number of the paragraph in its list item or quotation, from 0."""
    label: str = ""
    """Number of a paragraph as printed; empty if it has none, or if the margin has it."""
    indented: bool = False
    """Whether a paragraph in ideographs begins with an indent of two full-width characters."""
    part: int = 0
    """Number of the part of a very long text, from 0."""

    @property
    def name(self) -> ItemName:
        """Kind and anchor."""
        return self.kind, self.anchor


def is_shared_code(item: Item) -> bool:
    """Whether an item is code that both languages have as one: it is set once."""
    left, right = item.cells
    return bool(left and right and item.kind == "code" and left.prose == right.prose and not left.note)
