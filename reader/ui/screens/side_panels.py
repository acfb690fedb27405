"""The panels of a reading screen: their visibility, focus and widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.panels import BREADTHS, PanelChoices, breadth_of
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.panel import Panel
from reader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from typing import Any

    from reader.model.magazine import Figure
    from reader.reading.direction import Direction
    from reader.reading.panels import Arrangement, Breadth, PanelName
    from reader.ui.host import Destination
    from reader.ui.screens.base import ReaderScreen


class SidePanels:
    """The contents at the left, the captions at the right, and the lists below the article."""

    def __init__(self, screen: ReaderScreen, below: tuple[str, ...] = ()) -> None:
        """Takes the screen that has the panels, and the ids of the lists below the article."""
        self._screen = screen
        self._list_ids = ("contents", "captions", *below)
        self._choices = PanelChoices()
        self._arranged: Arrangement | None = None
        self._hidden: list[Listing[Any]] = []
        self._is_room_taken = False
        self._has_captions = False

    @property
    def contents(self) -> Sidebar[Destination]:
        """The contents panel."""
        return self._screen.query_one("#contents", Sidebar)

    @property
    def captions(self) -> Sidebar[Figure]:
        """The captions panel."""
        return self._screen.query_one("#captions", Sidebar)

    @property
    def breadth(self) -> Breadth:
        """The class of the screen's width."""
        return breadth_of(self._screen.app.size.width)

    # -- which are shown ------------------------------------------------------------------------------

    def arrange(self, has_captions: bool) -> None:
        """Shows the panels that the width has room for; the captions if there are figures or notes."""
        self._has_captions = has_captions
        has_captions = has_captions and not (self._is_room_taken and self.breadth != "wide")
        arranged = self._choices.arrangement(self._screen.app.size.width, has_captions)
        if arranged != self._arranged:  # to say the same again would have Textual lay out all again
            self._arranged = arranged
            self.classify(arranged)
            self.contents.display, self.captions.display = arranged.contents, arranged.captions

    def classify(self, arranged: Arrangement | None = None) -> None:
        """Gives the screen the style classes of its width; before there are panels, without styling them."""
        shown = arranged or self._choices.arrangement(self._screen.app.size.width, has_captions=True)
        classes = {name: name == shown.breadth for name in BREADTHS}
        self._screen.update_classes(classes | {"broad": shown.is_broad}, arranged is not None)

    def take_room(self, taken: bool) -> None:
        """Hides the lists that lie below the article while its rows are needed; shows them again if not ``taken``."""
        self._is_room_taken = taken
        if taken:
            below = [self._screen.query_one(f"#{name}", Listing) for name in self._list_ids[2:]]
            self._hidden += [panel for panel in below if panel.display]
        for panel in self._hidden:
            panel.display = not taken and bool(panel.entries)
        if not taken:
            self._hidden = []

    def toggle(self, name: PanelName, shown: bool | None = None) -> None:
        """Shows a panel or hides it; the other way round if ``shown`` is None."""
        panel = self.contents if name == "contents" else self.captions
        shown = not panel.display if shown is None else shown
        self._choices.choose(name, self.breadth, shown)
        self.arrange(has_captions=self._has_captions or (name == "captions" and shown))
        if any(self._screen.focused is each and not each.display for each in (self.contents, self.captions)):
            self._screen.set_focus(self._screen.query_one("#spread"))

    # -- the focus ------------------------------------------------------------------------------------

    @property
    def in_focus(self) -> Listing[Any] | None:
        """The list that has the focus, if it is one."""
        focused = self._screen.focused
        return focused if isinstance(focused, Listing) and focused.id in self._list_ids else None

    def focus_next(self, by: Direction) -> None:
        """Moves the focus to the next panel (1) or to the one before (-1), the article among them if it is in sight."""
        contents, *others = self._list_ids
        is_covered = self.contents.display and self.breadth != "wide"
        names = (contents, *others) if is_covered else (contents, "spread", *others)
        order = [self._screen.query_one(f"#{name}", Panel) for name in names]
        panels = [panel for panel in order if panel.display]
        here = next((k for k, panel in enumerate(panels) if self._screen.focused is panel), 0)
        self._screen.set_focus(panels[(here + by) % len(panels)])

    def widen(self, by_cells: int) -> None:
        """Widens the panel that has the focus, else the contents; narrows it where negative."""
        panel = self.in_focus
        (panel if isinstance(panel, Sidebar) else self.contents).widen(by_cells)
