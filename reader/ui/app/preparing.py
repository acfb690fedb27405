"""Preparation for the next key: modules of a first opening are imported while the reader reads.

A module is imported when it is first needed, so that the program starts sooner. Without preparation the first article,
search or help would pay for that. It begins once the first screen is at rest, does one short step at a time, and waits
while keys come.
"""

from __future__ import annotations

import asyncio
from collections import deque
from importlib import import_module
from typing import TYPE_CHECKING

from reader.ui.commands.table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Later = Callable[[float, Callable[[], None]], asyncio.TimerHandle]
    """Calls a function after some seconds."""

REST_SECONDS = 0.3
"""Time without a key, and since the first screen is at rest, before a step."""
STEP_SECONDS = 0.01
"""Time between two steps, in which a key is answered."""
LATEST_SECONDS = 3.0
"""Time after which it begins though the library is still being read."""
_SEARCHING = (
    "model._equivalence_data",
    "search.query",
    "search.scan",
    "search.ranking",
    "catalogue.index",
    "library.live_search",
    "search.history",
)
_READING = (
    "layout.heights",
    "layout.row_estimates",
    "layout.bilingual_table",
    "reading.display",
    "reading.opening",
    "reading.positions",
    "reading.word_cursor",
    "reading.glossary",
)
_SCREENS = ("shelf", "reading_context", "reading", "list", "search", "help", "palette", "figure", "marks")


def modules() -> Iterator[str]:
    """Yields the modules that the commands import, and those of the screens that they open, in short steps."""
    yield from (f"reader.{name}" for name in (*_SEARCHING, *_READING))
    yield from (f"reader.ui.screens.{name}" for name in _SCREENS)
    names = (name.partition(":")[0] for command in COMMANDS for name in command.functions.values())
    yield from (f"reader.ui.commands.{name}" for name in dict.fromkeys(names))


def in_loop(seconds: float, act: Callable[[], None]) -> asyncio.TimerHandle:
    """Calls a function after some seconds, by the loop itself: a timer of the app costs more than most steps."""
    return asyncio.get_running_loop().call_later(seconds, act)


class Preparation:
    """The steps that are left."""

    def __init__(self, later: Later = in_loop) -> None:
        """Takes the clock by which it waits."""
        self._later = later
        self._left: deque[str] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._has_begun = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self._has_begun and not self._left

    def begin_at_latest(self) -> None:
        """Begins after a while, if nothing else begins it before."""
        self._timer = self._later(LATEST_SECONDS, self.begin)

    def begin(self) -> None:
        """Begins, once; the first step comes after a rest."""
        if not self._has_begun:
            self._has_begun = True
            self._left.extend(modules())
            self.give_way()

    def give_way(self) -> None:
        """Waits for another rest, as a key has come."""
        if self._left:
            self._wait(REST_SECONDS)

    def _wait(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._later(seconds, self._step)

    def _step(self) -> None:
        import_module(self._left.popleft())
        if self._left:
            self._wait(STEP_SECONDS)
