"""The programs that read a text aloud: those of the setting ``speak``, else the first one that the machine has."""

from __future__ import annotations

import os
import shlex
from shutil import which as _which

from reader.folders import data_folder
from reader.gate import shown_path
from reader.model.language import matches
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Which = Callable[[str], str | None]
    """Returns the path of a program; None if the machine does not have it."""
    Command = tuple[str, ...]

PLACEHOLDER = "{}"
"""The place of the text in a command; without one the text goes by the standard input."""
PIPE = "|"
"""Between two programs, the second of which plays the output of the first; no shell is there."""
PACES = (50, 60, 70, 80, 90, 100, 110, 125, 150)
"""The paces of reading, in parts of a hundred of the usual one."""
USUAL_PACE = 100
MAX_CHARS = 2_000
"""Number of characters that are given to a program at once."""
HASTY_CHARS_A_SECOND = 120
"""Number of characters a second that no voice reads: without a sound device a program may end at once, and well."""
MIN_TIMED_CHARS = 12
"""Length of a text from which on its time tells anything."""
PATIENCE_SECONDS = 10.0
"""Time that a program is given beside that for the text: Piper loads a voice in some seconds."""
SECONDS_A_CHAR = 1.0
"""Time for a character at the usual pace, several times as long as a voice needs in any script."""
_WORDS_A_MINUTE = 175
_RATES: dict[str, Callable[[int], Command]] = {
    "espeak-ng": lambda pace: ("-s", str(_WORDS_A_MINUTE * pace // 100)),
    "espeak": lambda pace: ("-s", str(_WORDS_A_MINUTE * pace // 100)),
    "say": lambda pace: ("-r", str(_WORDS_A_MINUTE * pace // 100)),
    "spd-say": lambda pace: ("-r", str(max(-100, min(100, pace - 100)))),
    "piper": lambda pace: ("--length-scale", f"{100 / pace:.2f}"),
}
"""The options by which programs take the pace, where it is not the usual one."""
_PLAY = ("aplay", "-q", "-r", "22050", "-f", "S16_LE", "-t", "raw", "-")
_SAY_VOICES = {"zh": "Tingting", "en": "Samantha"}


@record
class Voice:
    """The way to read texts of a language aloud."""

    programs: tuple[Command, ...]
    """Each takes the output of the one before."""
    stop: Command = ()
    """A program that silences a service which goes on by itself; none for most."""

    @property
    def name(self) -> str:
        """The name of the program."""
        return shown_path(os.path.basename(self.programs[0][0]))

    def has_pace(self) -> bool:
        """Whether the pace can be another than the usual one."""
        return self.name in _RATES

    def commands(self, text: str, pace: int) -> tuple[tuple[Command, ...], bytes]:
        """Returns the programs with their arguments, and the standard input of the first one.

        Args:
            text: The text. It cannot be an option, nor a command that a program finds in its text.
            pace: The pace, in parts of a hundred of the usual one.
        """
        said = " ".join(text[:MAX_CHARS].replace("[[", "[ [").split()).replace("\0", "")
        first, *others = self.programs
        is_argument = any(PLACEHOLDER in part for part in first[1:])
        shown = f" {said}" if said.startswith("-") else said
        program, *rest = (part.replace(PLACEHOLDER, shown) if k else part for k, part in enumerate(first))
        rate = _RATES[self.name](pace) if pace != USUAL_PACE and self.has_pace() else ()
        return ((program, *rate, *rest), *others), b"" if is_argument else f"{said}\n".encode()


def voice_of(language: str, wanted: Sequence[str], which: Which = _which) -> Voice | None:
    """Returns the voice for a language; None if there is none.

    Args:
        language: The tag of the language.
        wanted: The setting ``speak``: entries such as ``zh: espeak-ng -v cmn {}``.
        which: Finds a program.
    """
    for entry in wanted:
        tag, _, command = entry.partition(":")
        if matches(tag.strip(), language):
            return _parsed(command)
    base = language.partition("-")[0]
    return next((voice for find in _FOUND if (voice := find(base, language, which))), None)


def is_hasty(text: str, seconds: float) -> bool:
    """Whether a program has ended too soon to have read a text."""
    return len(text) >= MIN_TIMED_CHARS and seconds * HASTY_CHARS_A_SECOND < len(text)


def patience_seconds(text: str, pace: int) -> float:
    """Returns the time after which a program that still reads a text does not come to an end."""
    return PATIENCE_SECONDS + SECONDS_A_CHAR * min(len(text), MAX_CHARS) * USUAL_PACE / pace


def fault_in(wanted: Sequence[str]) -> str:
    """Returns the first entry of the setting that is no language with a command; empty if all are."""
    return next((entry for entry in wanted if ":" not in entry or not _parsed(entry.partition(":")[2])), "")


def _parsed(command: str) -> Voice | None:
    try:
        parts = shlex.split(command)
    except ValueError:
        return None
    programs: list[list[str]] = [[]]
    for part in parts:
        if part == PIPE:
            programs.append([])
        else:
            programs[-1].append(part)
    if not all(programs):
        return None
    return Voice(tuple(tuple(each) for each in programs), _silencing(programs[0][0]))


def _silencing(program: str) -> Command:
    """Returns the program that ends speech of a service: that of ``spd-say`` goes on when ``spd-say`` ends."""
    return (program, "--cancel") if os.path.basename(program) == "spd-say" else ()


def _piper(base: str, _language: str, which: Which) -> Voice | None:
    """Returns Piper with the first of the voices that the reader has put into the data folder."""
    program, player = which("piper"), which(_PLAY[0])
    folder = os.path.join(data_folder(), "voices")
    try:
        held = sorted(name for name in os.listdir(folder) if name.endswith(".onnx") and name.startswith(base))
    except OSError:
        held = []
    if not program or not player or not held:
        return None
    return Voice(((program, "--model", os.path.join(folder, held[0]), "--output-raw"), (player, *_PLAY[1:])))


def _say(base: str, _language: str, which: Which) -> Voice | None:
    program = which("say")
    return Voice(((program, "-v", _SAY_VOICES[base], "-f", "-"),)) if program and base in _SAY_VOICES else None


def _spd_say(base: str, _language: str, which: Which) -> Voice | None:
    program = which("spd-say")
    return Voice(((program, "-w", "-l", base, PLACEHOLDER),), _silencing(program)) if program else None


def _espeak(base: str, language: str, which: Which) -> Voice | None:
    program = which("espeak-ng")
    name = ("yue" if "HK" in language else "cmn") if base == "zh" else base
    return Voice(((program, "-v", name, "--stdin"),)) if program else None


_FOUND: tuple[Callable[[str, str, Which], Voice | None], ...] = (_piper, _say, _spd_say, _espeak)
"""The programs that are found by themselves, the best voices first."""
