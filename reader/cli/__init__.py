"""The command line: one module a verb, none of which imports the screen before it is asked for."""

from reader.cli.main import main

__all__ = ["main"]
