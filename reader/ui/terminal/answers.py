"""The keys of a reader without all the answers of the terminal among them. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.ui.terminal.asking import AnswerFilter
    from reader.ui.terminal.ground import GroundFilter


def without_answers(typed: str, now: float, ground: GroundFilter | None, cells: AnswerFilter | None) -> str:
    """Returns a text typed at a time in seconds without answers, which the filters take.

    An empty text means that nothing had come by then. A beginning of an answer is held by one filter only, so that
    Escape is late but once.
    """
    over = ground.tick(now) if ground and not typed else ""
    typed = ground.feed(typed, now) if ground and typed else typed
    if cells is None or not cells.is_open:
        return typed + over
    if over:
        return cells.give_up() + over
    return cells.feed(typed, now) if typed else cells.tick(now)
