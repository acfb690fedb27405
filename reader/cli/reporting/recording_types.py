"""Types of the JSON objects of recordings, described in ``docs/COMMANDS.md``; imported by type checkers only."""

from __future__ import annotations

from typing import TypedDict


class PassageStartObject(TypedDict):
    """The time at which a passage begins in a recording."""

    anchor: str
    seconds: float


class RecordingObject(TypedDict):
    """A recording of an article; the language is empty where it is the only one."""

    language: str
    file: str
    path: str
    starts: list[PassageStartObject]
