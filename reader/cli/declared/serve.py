"""The declaration of ``reader serve``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import INTERFACE, LIBRARY, NO_MOUSE, THEME

VERB = Verb(
    "serve",
    "the screen in a browser, on this machine",
    """
    Prints an address for a browser on this machine, and shows the screen there until Ctrl+C: on the shelf, or on the
    place that TARGET names. Whoever knows the address can read your issues and change your marks; it has a token in it
    that is new at each start. Each page has a screen of its own, and all have the same marks.

    The server listens on this machine only. --host opens it to others; since the line is not encrypted, they and
    everyone between can read the address and all that is on the screen, so it needs --allow-remote as well. From
    another machine, ssh -L 8000:127.0.0.1:8000 is the safe way.

    It needs an extra: pip install '.[serve]' in a clone, or pip install textual-serve where the program is installed.
    """,
    (
        Option("--port", "the port to listen on; a free one if not given", "N", "number", most=65_535),
        Option("--host", "the address to listen on, for other machines; with --allow-remote only", "ADDRESS"),
        Option("--allow-remote", "let others who know the address read and mark as you, over a line that all can read"),
        LIBRARY,
        NO_MOUSE,
        INTERFACE,
        THEME,
    ),
    (
        Form(
            (Positional("TARGET", "target", optional=True),),
            ("--port", "--host", "--allow-remote", "--library", "--no-mouse", "--interface", "--theme"),
        ),
    ),
    ("reader serve", "reader serve city-of-springs-08/new-drivers --port 8000"),
)
