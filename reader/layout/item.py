"""What stands together in a spread: an item, and its cell in each of two languages."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Table
    from reader.model.text import Prose


@record
class Cell:
    """What one language has of an item: running text, or a table in that language.

    ``note`` is true where the words are the page's own and not the article's. ``offset`` is where the prose begins in
    the passage's text: a very long paragraph is set in parts.
    """

    language: str
    prose: Prose
    table: Table | None = None
    note: bool = False
    offset: int = 0


@record
class Item:
    """What stands together on a row or under each other: a text and its counterpart.

    ``cells`` holds the left and the right language's part; None where that side has nothing.
    """

    kind: str
    """``kicker``, ``title``, ``deck``, ``credits``, ``relation``, ``continued``, ``heading``, ``paragraph``,
    ``quotation``, ``pull``, ``by``, ``item``, ``table``, ``aside``, ``figure`` or ``language``."""
    cells: tuple[Cell | None, Cell | None]
    anchor: str = ""
    """The passage's anchor, a figure's id, or empty for the head of the article."""
    number: int = 0
    """The passage's number in its list; 0 for what is no passage."""
    page: str = ""
    new_page: bool = False
    """Whether a printed page begins here."""
    in_aside: bool = False
    level: int = 0
    """A heading's level."""
    ordinal: int = 0
    """A list item's number if the list is numbered."""
    indented: bool = False
    """Whether a Chinese paragraph begins with an indent of two full-width characters."""
    part: int = 0
    """Which part of a very long text this is, from 0."""
