"""The first frame of a reading screen. Pure."""

from __future__ import annotations

from reader.model.record import record
from reader.reading.display import ViewSize
from reader.reading.headings import source_forms, title_forms
from reader.reading.lines import head_line, status_line, with_fault
from reader.reading.panels import PanelChoices
from reader.reading.statusline import status_parts
from reader.ui.commands.command import READING
from reader.ui.commands.hints import hints
from reader.ui.frames.areas import reading_areas
from reader.ui.frames.frame import PanelRows, ScreenFrame, listed
from reader.ui.lists.beside import captions_beside, captions_labels, contents_beside, notes_beside
from reader.ui.lists.captions import KeptCaptions
from reader.ui.lists.rows import ListRows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeVar

    from reader.layout.runs import Run
    from reader.marks.mark import Mark
    from reader.reading.opening import Opening
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Keys, Scope
    from reader.ui.frames.areas import Area
    from reader.ui.lists.beside import PanelContent
    from reader.ui.strings import Strings

    T = TypeVar("T")


@record
class Interface:
    """The interface around the content of a screen."""

    language: InterfaceLanguage
    strings: Strings
    keys: Keys
    """The keys that the reader has set, by the command's id."""
    fault: str
    """Folders of the library that cannot be read now; an empty string if there are none."""


def reading_frame(
    width_cells: int, height: int, first: Opening, places: Mapping[str, Mark], interface: Interface
) -> ScreenFrame:
    """Returns the frame of an article.

    Args:
        width_cells: The width of the screen.
        height: Its number of rows.
        first: The article as it is opened.
        places: The reader's places in the articles of the issue, by their ids.
        interface: The interface around it.
    """
    opened, strings = first.opened, interface.strings
    has_captions = bool(opened.article.figures) or first.has_notes
    areas = reading_areas(width_cells, height, PanelChoices().arrangement(width_cells, has_captions))
    size = ViewSize(areas.spread.width_cells, areas.spread.height)
    viewport = first.display.viewport(size)
    notes = notes_beside(opened, viewport.window, first.display.overlays)
    script = first.display.look.script
    kept = KeptCaptions(first.display.files)
    captions = captions_beside(opened, viewport.window, strings, notes, script, kept)  # before the status line
    parts = status_parts(
        opened, viewport, strings, minutes=first.minutes, note=notes[0].note if notes else "", script=script
    )
    names = opened.names_in_script(title_forms(opened.article, opened.languages), script)
    asides = opened.names_in_script(source_forms(opened.issue, opened.section, opened.languages), script)
    panels = [
        banner(areas.banner, names, asides),
        PanelRows(areas.spread, "background", lambda y: (first.display.row(size, y), "")),
        status(areas.status, READING, parts, interface, idle=opened.idle_commands),
    ]
    if areas.contents:
        content = contents_beside(opened, strings, places, script)
        panels.append(_beside(areas.contents, (strings.contents, ""), content))
    if areas.captions:
        labels = captions_labels(opened.article, strings)
        panels.append(_beside(areas.captions, labels, captions, stays_at_top=bool(notes)))
    x, y = first.display.cursor(size)
    return ScreenFrame(width_cells, height, tuple(panels), (areas.spread.x + x, areas.spread.y + y))


def banner(area: Area, names: Sequence[str], asides: Sequence[str]) -> PanelRows:
    """Returns the head line."""
    return PanelRows(area, "panel", lambda _y: (head_line(names, asides, area.width_cells), ""))


def status(
    area: Area,
    scope: Scope,
    parts: Sequence[Run],
    interface: Interface,
    *,
    has_entry: bool = True,
    idle: frozenset[str] = frozenset(),
) -> PanelRows:
    """Returns the status line; ``idle`` are the commands that have nothing to act on."""

    def row(_y: int) -> tuple[Iterable[Run], str]:
        shown = hints(scope, interface.language, interface.keys, has_entry=has_entry, idle=idle)
        return status_line(with_fault(parts, interface.fault), shown, area.width_cells), ""

    return PanelRows(area, "panel", row)


def _beside(area: Area, labels: tuple[str, str], content: PanelContent[T], *, stays_at_top: bool = False) -> PanelRows:
    """Returns a list beside the article, which shows no cursor; ``labels`` are its title and its empty state."""
    rows: ListRows[T] = ListRows(quiet_sign=" ")
    (rows.title, rows.empty), rows.stays_at_top = labels, stays_at_top
    rows.show(*content)
    return listed(area, rows, "surface", has_keys=False)
