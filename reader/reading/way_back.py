"""The way back to a place of an article after a box or a panel lay over it. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.window import Window


def way_back(before: Window) -> Callable[[Window], None]:
    """Returns the step that leads a window on the same article to the place of another, also in another shape."""
    locus, item = before.kept, before.item

    def step(window: Window) -> None:
        if locus:
            window.resume(locus)
        else:
            window.place = window.spread.first()
        if (index := window.index_of(item)) is not None:
            window.choose(index)

    return step
