"""What can go wrong outside the program's own logic: said in one line, with an exit code."""


class ReaderError(Exception):
    """A fault of the user's input or of the environment.

    ``str(error)`` is one line: what, where, and what to do about it.
    """

    exit_code = 2


class NotFoundError(ReaderError):
    """An address, a file or a folder that names nothing."""


class UnusableError(ReaderError):
    """A thing that is there but cannot be used, such as an issue file with faults."""

    exit_code = 1
