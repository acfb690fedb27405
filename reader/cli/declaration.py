"""The declaration of a verb: its words, options and help.

Parsing, usage, ``--help``, the tables of ``docs/COMMANDS.md`` and shell completion are all made from it
(``docs/decisions/0016-arguments.md``). This module imports nothing but records, so that help and completion stay fast.
"""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    ValueKind = Literal[
        "text", "number", "choice", "language", "file", "folder", "issue file", "library", "target", "rule"
    ]
    """Kind of value, by which completion finds candidates: a ``library`` is a folder or an issue file, a ``target`` an
    address, an issue file or a folder, a ``rule`` the code of a diagnostic."""


@record
class Option:
    """An option such as ``--limit N``; one without a value is a flag."""

    name: str
    about: str
    """Help text, a phrase without a capital and a full stop."""
    value: str = ""
    """Name of the value in usage; if empty, the choices are named."""
    kind: ValueKind = "text"
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    """Bounds of a number, both included."""
    many: bool = False
    """Whether the option may be given more than once."""
    short: str = ""
    """One-letter form, such as ``-o``."""

    @property
    def placeholder(self) -> str:
        """The value in usage and messages: ``DIR``, ``best|newest``; empty for a flag."""
        return self.value or "|".join(self.choices)

    @property
    def usage(self) -> str:
        """The option as it is typed: ``--limit N``."""
        return f"{self.name} {self.placeholder}".rstrip()

    @property
    def spelling(self) -> str:
        """The option in a list of options, with its short form."""
        return f"{self.short}, {self.usage}" if self.short else self.usage


@record
class Positional:
    """A positional argument: a value, or one of a few words that are typed as they are."""

    name: str = ""
    kind: ValueKind = "text"
    optional: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    """Words to be typed, such as ``export`` in ``reader marks export``."""

    @property
    def usage(self) -> str:
        """The word in usage: ``[FILE|DIR…]``."""
        shown = (self.name or "|".join(self.choices)) + ("…" if self.many else "")
        return f"[{shown}]" if self.optional else shown


@record
class Form:
    """One way to call a verb: a line of its usage."""

    words: tuple[Positional, ...] = ()
    options: tuple[str, ...] = ()
    """Names of the options that may be given."""
    required: tuple[str, ...] = ()
    """Names of the options that must be given."""


@record
class LegendEntry:
    """A word, or a form of it, with its meaning."""

    name: str
    about: str


@record
class Verb:
    """A verb of the command line."""

    name: str
    summary: str
    """Phrase of the overview."""
    about: str
    """Paragraphs of the help, with a blank line between them; line breaks count as spaces."""
    options: tuple[Option, ...]
    forms: tuple[Form, ...]
    examples: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    """Meanings of the words, listed in the help."""
    hint: str = ""
    """Addition to the message about a word that the verb does not take."""
    hidden: bool = False
    """Whether the verb is for scripts only: no help names it, and it never reports an error."""

    @property
    def takes_words(self) -> bool:
        """Whether any form has a positional argument."""
        return any(form.words for form in self.forms)

    @property
    def every_option(self) -> tuple[Option, ...]:
        """The verb's own options and those of every verb."""
        return (*self.options, *COMMON, LOG_LEVEL)


HELP = Option("--help", "this text", short="-h")
VERSION = Option("--version", "the version")
COMMON = (HELP, VERSION)
"""Options of every verb that its help lists."""

LEVELS = ("error", "warning", "info", "debug")
LOG_LEVEL = Option(
    "--log-level",
    "the least severe messages that go into the log: error, warning (the default), info or debug; every verb takes it, "
    "and READER_LOG_LEVEL sets it",
    value="LEVEL",
    kind="choice",
    choices=LEVELS,
)
"""Option of every verb that only the overview lists."""
