"""The first frame: made from the library, the marks and the settings before the framework is there."""

from __future__ import annotations

from reader.model.record import record, replace
from reader.reading.look import Look
from reader.reading.memory import Memory
from reader.reading.opening import Opening, opened_in, opening
from reader.ui.frames.reading import Interface, reading_frame
from reader.ui.host import destination_of
from reader.ui.lists.faults import library_fault
from reader.ui.strings import strings_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library import Library, Target
    from reader.settings import Settings
    from reader.settings.table import InterfaceLanguage
    from reader.ui.frames.frame import ScreenFrame

MIN_CELLS, MIN_ROWS = 40, 12
"""The smallest screen that is drawn: less is needed by nothing."""


@record
class FirstFrame:
    """The frame, and the state that the screen goes on with."""

    frame: ScreenFrame
    memory: Memory
    opening: Opening | None
    """The article; None for a shelf."""


def first_frame(
    library: Library,
    target: Target | None,
    settings: Settings,
    language: InterfaceLanguage,
    size: tuple[int, int],
    *,
    tour: bool = False,
) -> FirstFrame | None:
    """Returns the first frame of a screen; None where it is left to the framework.

    Args:
        library: The issues.
        target: The article to open, or the issue on the shelf; None for the shelf.
        settings: The reader's settings.
        language: The interface's language.
        size: The number of columns and of rows.
        tour: Whether the tour is over the screen.
    """
    width_cells, height = size
    if width_cells < MIN_CELLS or height < MIN_ROWS:
        return None
    memory, strings = Memory(), strings_in(language)
    interface = Interface(language, strings, settings.keys, library_fault(library, strings))
    destination = destination_of(target) if target else None
    if destination is None:
        from reader.ui.frames.shelf import shelf_frame

        entry = target.entry if target else None
        frame = shelf_frame(width_cells, height, library, memory, entry, interface)
        return FirstFrame(with_tour(frame, interface) if tour else frame, memory, None)
    look = Look.of(settings)
    first = opening(opened_in(look, destination.entry, destination.article), destination.anchor, look, memory)
    places = memory.places(first.opened.issue.id)
    frame = reading_frame(width_cells, height, first, places, interface)
    return FirstFrame(with_tour(frame, interface) if tour else frame, memory, first)


def with_tour(frame: ScreenFrame, interface: Interface) -> ScreenFrame:
    """Returns a frame with the first step of the tour above its status line."""
    from reader.ui.frames.areas import Area
    from reader.ui.frames.frame import PanelRows
    from reader.ui.lists.tour import HEAD_ROWS, MARGIN_CELLS, tour_rows

    rows = tour_rows(0, frame.width_cells, interface.strings, interface.keys)
    area = Area(0, frame.height - 1 - len(rows), frame.width_cells, len(rows))
    over = PanelRows(area, "panel", lambda y: (rows[y], ""))
    return replace(frame, over=over, cursor=(MARGIN_CELLS, area.y + HEAD_ROWS))
