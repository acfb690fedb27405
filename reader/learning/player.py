"""The program that plays recordings: that of the setting ``play``, else the first one that the machine has."""

from __future__ import annotations

import os
from shutil import which as _which

from reader.gate import shown_path
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.learning.speech import Command, Which

FILE = "{file}"
"""The place of the file's path in a command."""
START = "{start}"
"""The place of the seconds to begin at; a program without it plays from the beginning only."""
_FOUND: tuple[Command, ...] = (
    ("mpv", "--no-video", "--no-terminal", "--ytdl=no", f"--start={START}", "--", FILE),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error", "-ss", START, "-i", FILE),
    ("vlc", "--intf", "dummy", "--no-video", "--play-and-exit", f"--start-time={START}", FILE),
    ("afplay", FILE),
)
"""The programs that are found by themselves, the best first."""


@record
class Player:
    """A program that plays a recording."""

    command: Command
    """The program and its arguments, with the places of the file and of the beginning."""

    @property
    def name(self) -> str:
        """The name of the program."""
        return shown_path(os.path.basename(self.command[0]))

    @property
    def can_seek(self) -> bool:
        """Whether it can begin at any time of a recording."""
        return any(START in part for part in self.command)


@record
class Playing:
    """A recording to be played from a time on, for :class:`reader.learning.speaking.Speech`."""

    player: Player
    path: str
    milliseconds: int
    stop: Command = ()
    """No other program has to be silenced."""

    @property
    def name(self) -> str:
        """The name of the program."""
        return self.player.name

    def commands(self, _text: str, _pace: int) -> tuple[tuple[Command, ...], bytes]:
        """Returns the program with its arguments, and nothing for its standard input."""
        start = f"{self.milliseconds / 1000:.3f}"
        program, *rest = self.player.command
        return ((program, *(_filled(part, self.path, start) for part in rest)),), b""


def player_of(wanted: Sequence[str], which: Which = _which) -> Player | None:
    """Returns the player: that of the setting, else the first that is there; None if there is none."""
    if wanted:
        return Player(tuple(wanted))
    found = ((which(program), arguments) for program, *arguments in _FOUND)
    return next((Player((path, *arguments)) for path, arguments in found if path), None)


def is_wrong(wanted: Sequence[str]) -> bool:
    """Whether the setting has no program, or no place for the file."""
    return bool(wanted) and (not wanted[0].strip() or not any(FILE in part for part in wanted[1:]))


def _filled(part: str, path: str, start: str) -> str:
    """Returns an argument with the file and the time; a path that has the words of a place in it stays as it is."""
    return path.join(piece.replace(START, start) for piece in part.split(FILE))
