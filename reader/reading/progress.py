"""Progress as a bar. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.runs import Run

BAR_CELLS = 8
DONE_SIGN, LEFT_SIGN = "━", "╌"


def bar(share: float) -> list[Run]:
    """Returns a bar; it has a filled cell as soon as anything is done, and an empty one until all is."""
    filled = round(share * BAR_CELLS)
    if 0 < share < 1:
        filled = min(max(1, filled), BAR_CELLS - 1)
    return [(DONE_SIGN * filled, ""), (LEFT_SIGN * (BAR_CELLS - filled), "faint")]


def progress_bar(done_permille: int, *, is_finished: bool) -> list[Run]:
    """Returns the progress in an article: a bar and the percentage."""
    percent = 100 if is_finished else max(1, done_permille // 10)
    return [*bar(percent / 100), (f" {percent}%", "muted")]
