"""A time to read in words: minutes, from an hour on hours and minutes. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class DurationStrings(Protocol):
        """The strings of the interface for times."""

        @property
        def minutes(self) -> str:
            """Takes ``minutes``."""

        @property
        def hours(self) -> str:
            """Takes ``hours``."""


MINUTES_OF_HOUR = 60


def time_in_words(minutes: float, strings: DurationStrings) -> str:
    """Returns a time to read, at least a minute: *5 min*, *1 h 20 min*, *2 h*."""
    hours, rest = divmod(max(1, round(minutes)), MINUTES_OF_HOUR)
    parts = (strings.hours.format(hours=hours) if hours else "", strings.minutes.format(minutes=rest) if rest else "")
    return " ".join(filter(None, parts))
