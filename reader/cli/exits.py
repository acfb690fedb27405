"""The exit codes of the command line."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Result of a verb. The screen adds 129 and 143, for HUP and TERM; errors carry 1 or 2 (``reader.errors``)."""

    GOOD = 0
    PROBLEMS = 1
    """Problems were found, nothing was found, or a file has errors."""
    USAGE = 2
    """The command line is wrong, or an address or a file is not there."""
    INTERRUPTED = 130
