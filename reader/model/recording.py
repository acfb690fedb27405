"""Recorded audio of an article, and the places where its passages begin in it."""

from __future__ import annotations

from reader.model.record import record


@record
class PassageStart:
    """The time at which a passage begins in a recording."""

    anchor: str
    """Anchor of the passage, as in addresses."""
    milliseconds: int
    """Time from the beginning of the recording."""


@record
class Recording:
    """An article read aloud: a file, and where its passages begin."""

    file: str
    """Name of a file in the issue's folder, where its pictures are."""
    language: str = ""
    """Tag of the language that is heard; empty where the article has one recording for all."""
    starts: tuple[PassageStart, ...] = ()
    """In the order of the file."""


def clock_text(milliseconds: int) -> str:
    """Returns a time as ``m:ss``, with as many decimals as it needs."""
    seconds, rest = divmod(milliseconds, 1000)
    decimals = f".{rest:03}".rstrip("0") if rest else ""
    return f"{seconds // 60}:{seconds % 60:02}{decimals}"
