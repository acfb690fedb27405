"""The arguments of a verb: options, their values, and words.

``argparse`` would cost a third of what ``python -c pass`` costs, and writes to the streams itself, past the gate.
"""

from __future__ import annotations

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.settings.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Literal, TypeVar

    T = TypeVar("T", bound=str)

COMMON = {"--help": "", "--version": ""}
"""What every verb tells of. A table of options maps a name to what its value is called; a flag has an empty one."""
OF_PROGRAM = {"--log-level": "LEVEL"}
"""The options that every verb takes, too: the overview tells of them."""
_SHORT = {"-h": "--help", "-o": "--output"}


class UsageError(ReaderError):
    """The command line itself is wrong."""


class Arguments:
    """What was given: ``words`` in their order, options by name; and the settings, for what was not given."""

    def __init__(self, words: Sequence[str], given: Mapping[str, Sequence[str]]) -> None:
        self.words, self._given = tuple(words), given
        self.settings = Settings()

    def flag(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self._given

    def values(self, name: str) -> tuple[str, ...]:
        """Returns every value of an option, in their order."""
        return tuple(self._given.get(name, ()))

    def value(self, name: str) -> str:
        """Returns the last value of an option; empty if it was not given."""
        return (self.values(name) or ("",))[-1]

    def number(self, name: str, least: int, most: int) -> int:
        """Returns the value of an option as a number; 0 if it was not given.

        Raises:
            UsageError: If it is no whole number from ``least`` to ``most``.
        """
        if not self.flag(name):
            return 0
        written = self.value(name)
        if not (written.isascii() and written.isdigit() and len(written) < 10 and least <= int(written) <= most):
            raise UsageError(f"{name} takes a number from {least} to {most}, not {clean_line(written)!r}")
        return int(written)

    def choice(self, name: str, words: Sequence[T]) -> T | Literal[""]:
        """Returns the value of an option; empty if it was not given.

        Raises:
            UsageError: If it is none of ``words``.
        """
        if not self.flag(name):
            return ""
        written = self.value(name)
        for word in words:
            if word == written:
                return word
        raise UsageError(f"{name} takes {' or '.join(words)}, not {clean_line(written)!r}")


def parse(argv: Iterable[str], options: dict[str, str]) -> Arguments:
    """Reads a command line: ``--name``, ``--name VALUE``, ``--name=VALUE`` and words; after ``--`` only words.

    Raises:
        UsageError: If an option is not known, lacks its value, or has one that it does not take.
    """
    known = options | COMMON | OF_PROGRAM
    words: list[str] = []
    given: dict[str, list[str]] = {}
    rest = iter(argv)
    for argument in rest:
        if argument == "--":
            words += rest
        elif argument == "-" or not argument.startswith("-"):
            words.append(argument)
        else:
            name, equals, value = argument.partition("=")
            name = _SHORT.get(name, name)
            if name not in known:
                raise UsageError(f"there is no option {clean_line(name)!r}{_meant(name, known)}")
            wanted = known[name]
            if equals and not wanted:
                raise UsageError(f"{name} takes no value")
            if wanted and not equals:
                following = next(rest, None)
                if following is None:
                    raise UsageError(f"{name} needs a value: {name} {wanted}")
                value = following
            given.setdefault(name, []).append(value)
    return Arguments(words, given)


def near(word: str, known: Iterable[str]) -> str:
    """Returns that one of the known words which was probably meant, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:100], list(known), 1)), "")


def _meant(name: str, known: Iterable[str]) -> str:
    if not name.startswith("--"):
        return "; a word that begins with - goes after --"
    found = near(name, known)
    return f"; did you mean {found}?" if found else ""
