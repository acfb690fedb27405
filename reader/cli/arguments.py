"""Parsing of a command line by the declaration of its verb."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.gate import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Literal, TypeVar

    from reader.cli.declaration import Verb
    from reader.settings import Settings

    T = TypeVar("T", bound=str)


class UsageError(ReaderError):
    """A wrong command line."""


class Arguments:
    """The arguments of a verb: ``words`` in their order, options by name; and the settings, for options not given."""

    settings: Settings

    def __init__(self, verb: Verb, words: Sequence[str], given: Mapping[str, Sequence[str]]) -> None:
        self.words, self._given = tuple(words), given
        self._options = {option.name: option for option in verb.every_option}

    def flag(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self._given

    def values(self, name: str) -> tuple[str, ...]:
        """Returns every value of an option, in their order."""
        return tuple(self._given.get(name, ()))

    def value(self, name: str) -> str:
        """Returns the last value of an option; empty if it was not given."""
        return (self.values(name) or ("",))[-1]

    def number(self, name: str) -> int:
        """Returns the value of an option as a number; 0 if it was not given.

        Raises:
            UsageError: If it is no whole number within the declared bounds.
        """
        if not self.flag(name):
            return 0
        written = self.value(name)
        least, most = self._options[name].least, self._options[name].most
        if not (written.isascii() and written.isdigit() and len(written) < 10 and least <= int(written) <= most):
            raise UsageError(f"{name} takes a number from {least} to {most}, not {quoted(written)}")
        return int(written)

    def choice(self, name: str, choices: Sequence[T]) -> T | Literal[""]:
        """Returns the value of an option; empty if it was not given.

        Args:
            name: The option.
            choices: The vocabulary that the option was declared with.

        Raises:
            UsageError: If the value is none of the choices.
        """
        if not self.flag(name):
            return ""
        written = self.value(name)
        for choice in choices:
            if choice == written:
                return choice
        raise UsageError(f"{name} takes {' or '.join(choices)}, not {quoted(written)}")


def parse(argv: Iterable[str], verb: Verb) -> Arguments:
    """Reads a command line: ``--name``, ``--name VALUE``, ``--name=VALUE`` and words; after ``--`` only words.

    Raises:
        UsageError: If an option is unknown, lacks its value, or has a value although it is a flag.
    """
    known = {option.name: option for option in verb.every_option}
    names = {option.short: option.name for option in known.values() if option.short}
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
            name = names.get(name, name)
            if name not in known:
                raise UsageError(f"there is no option {quoted(name)}{_correction(name, known)}")
            placeholder = known[name].placeholder
            if equals and not placeholder:
                raise UsageError(f"{name} takes no value")
            if placeholder and not equals:
                following = next(rest, None)
                if following is None:
                    raise UsageError(f"{name} needs a value: {name} {placeholder}")
                value = following
            given.setdefault(name, []).append(value)
    return Arguments(verb, words, given)


def refuse_words(given: Arguments, verb: Verb) -> None:
    """Checks that a verb without positional arguments was given none.

    Raises:
        UsageError: If there is one.
    """
    if given.words and not verb.takes_words:
        raise UsageError(f"{verb.name} takes no word{verb.hint} (reader {verb.name} --help)")


def _correction(name: str, known: Iterable[str]) -> str:
    """Returns the end of the message about an unknown option."""
    if not name.startswith("--"):
        return "; a word that begins with - goes after --"
    from reader.nearest import nearest  # only a fault needs it

    found = nearest(name, known)
    return f"; did you mean {found}?" if found else ""
