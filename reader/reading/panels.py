"""The panels beside the article: those that fit a width, and the reader's choices. Pure."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Breadth = Literal["wide", "medium", "narrow"]
    """Class of a screen's width."""
    PanelName = Literal["contents", "captions"]

WIDE_CELLS = 118
"""Smallest width of a wide screen."""
MEDIUM_CELLS = 70
"""Smallest width of a medium screen."""
BROAD_CELLS = 140
"""Width from which on the panels are wider."""
BREADTHS: tuple[Breadth, ...] = ("wide", "medium", "narrow")


def breadth_of(width_cells: int) -> Breadth:
    """Returns the class of a width."""
    return "wide" if width_cells >= WIDE_CELLS else "medium" if width_cells >= MEDIUM_CELLS else "narrow"


@record
class Arrangement:
    """The visible panels at a width."""

    breadth: Breadth
    is_broad: bool
    contents: bool
    captions: bool


class PanelChoices:
    """The reader's choices of panels, for each class of width."""

    def __init__(self) -> None:
        self._shown: dict[tuple[PanelName, Breadth], bool] = {
            ("contents", "wide"): True,
            ("captions", "wide"): True,
            ("captions", "medium"): True,
        }

    def choose(self, panel: PanelName, breadth: Breadth, shown: bool) -> None:
        """Keeps whether a panel is shown at a class of width; captions hide contents that would lie over them."""
        self._shown[panel, breadth] = shown
        if panel == "captions" and shown and breadth != "wide":
            self._shown["contents", breadth] = False

    def arrangement(self, width_cells: int, has_captions: bool) -> Arrangement:
        """Returns the visible panels; the captions only where they have a content, and no contents lie over them."""
        breadth = breadth_of(width_cells)
        contents = self._shown.get(("contents", breadth), False)
        is_covered = contents and breadth != "wide"
        captions = self._shown.get(("captions", breadth), False) and has_captions and not is_covered
        return Arrangement(breadth, width_cells >= BROAD_CELLS, contents, captions)
