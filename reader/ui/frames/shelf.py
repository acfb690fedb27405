"""The first frame of a shelf. Pure."""

from __future__ import annotations

from functools import partial

from reader.reading.arrivals import withdrawn_issues
from reader.reading.headings import source_forms
from reader.reading.panels import breadth_of
from reader.ui.commands.command import SHELF
from reader.ui.frames.areas import shelf_areas
from reader.ui.frames.frame import PanelRows, ScreenFrame, listed
from reader.ui.frames.reading import banner, status
from reader.ui.host import Destination
from reader.ui.lists.first_steps import shelf_keys
from reader.ui.lists.legend import legend_row
from reader.ui.lists.rows import ListRows
from reader.ui.lists.shelf import Shelved
from reader.ui.lists.shelf_content import (
    LOW_ROWS,
    card_content,
    contents_content,
    detail_at,
    is_long,
    issues_content,
    shelf_parts,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library import Library, LibraryEntry
    from reader.reading.memory import Memory
    from reader.ui.frames.reading import Interface
    from reader.ui.theme.palettes import Role


def shelf_frame(
    width_cells: int, height: int, library: Library, memory: Memory, first: LibraryEntry | None, interface: Interface
) -> ScreenFrame:
    """Returns the frame of a shelf before changed files are looked for.

    Args:
        width_cells: The width of the screen.
        height: Its number of rows.
        library: The issues.
        memory: The reader's places.
        first: The issue for the cursor; None for the article to continue, or the first issue.
        interface: The interface around it.
    """
    strings, waits = interface.strings, is_long(library)
    detail = detail_at(width_cells, height)
    facts = Shelved(waits, memory.reading(), lambda _entry: False, detail, withdrawn_issues())
    issues: ListRows[LibraryEntry | Destination] = ListRows()
    issues.title = strings.issues
    if library.entries:
        issues.foot = partial(shelf_keys, strings=strings, keys=interface.keys)
    issues.show(*issues_content(library, memory, facts, strings, first))
    value = issues.value
    wanted = value.article.id if isinstance(value, Destination) else ""
    found = contents_content(value, memory, strings, wanted, waits=waits)
    contents: ListRows[Destination] = ListRows()
    contents.title = found.title
    contents.show(*found.content)
    chosen = contents.value
    has_card = bool(chosen and chosen.entry.issue) and height >= LOW_ROWS
    areas = shelf_areas(width_cells, height, has_card=has_card, is_bare=not library.entries)
    parts = shelf_parts(library, strings, issues)
    panels = [
        banner(areas.banner, (strings.shelf,), source_forms(found.issue) if found.issue else ()),
        listed(areas.issues, issues, "surface", has_keys=not first),
        status(areas.status, SHELF, parts, interface, has_entry=value is not None),
    ]
    if areas.contents:
        panels.append(listed(areas.contents, contents, "background", has_keys=bool(first)))
    if card := areas.card:
        lines = card_content(chosen, memory, strings, card.width_cells, width_cells)
        ground: Role = "background" if breadth_of(width_cells) == "wide" else "surface"
        panels.append(PanelRows(card, ground, lambda y: (legend_row(lines, y, card.width_cells, card.height), "")))
    area, (x, y) = (
        (areas.contents or areas.issues, contents.cursor_cell) if first else (areas.issues, issues.cursor_cell)
    )
    return ScreenFrame(width_cells, height, tuple(panels), (area.x + x, area.y + y))
