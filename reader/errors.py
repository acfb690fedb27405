"""The program's exceptions: faults of the input or the environment, with a message of one line and an exit code."""


class ReaderError(Exception):
    """A fault of the user's input or of the environment.

    ``str(error)`` is one line: the fault, its place, and a remedy.
    """

    exit_code = 2


class NotFoundError(ReaderError):
    """An address, a file or a folder that does not exist."""


class NothingFoundError(ReaderError):
    """A place that exists, with nothing in it that was asked for."""

    exit_code = 1


class UnusableError(ReaderError):
    """A thing that exists but cannot be used, such as an issue file with faults."""

    exit_code = 1
