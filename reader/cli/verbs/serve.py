"""``reader serve``: the screen in a browser."""

from __future__ import annotations

import sys

from reader.cli.arguments import UsageError
from reader.cli.declared.shared import INTERFACES, THEMES
from reader.cli.opening import only_word, opened
from reader.errors import ReaderError
from reader.gate import clean_line
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console

LOCAL = "127.0.0.1"
_PASSED_ON = ("--interface", "--theme")


def run(given: Arguments, console: Console) -> int:
    """Serves the screen until it is interrupted."""
    interface, theme = given.choice("--interface", INTERFACES), given.choice("--theme", THEMES)
    port, host = given.number("--port"), given.value("--host") or LOCAL
    target = only_word(given.words)
    try:
        from reader.web.access import is_local
        from reader.web.server import Serving, serve, words_for
    except ImportError:
        raise ReaderError(
            "a browser is served by textual-serve, which is not installed: pip install '.[serve]' in a clone, or "
            f"{clean_line(sys.executable)} -m pip install textual-serve"
        ) from None
    if not is_local(host):
        _check_remote(host, given, console)
    place = opened(target, given, console, updated=False)
    if place.address:
        resolve(place.library, place.address)  # a wrong target is a fault here, not in the browser
    from reader.ui.interface import interface_language

    def report(message: str) -> None:
        console.report(message)
        console.err.flush()

    serving = Serving(
        "127.0.0.1" if host == "localhost" else host,
        port,
        words_for(target, _options(given)),
        theme or given.settings.text("theme"),
        interface_language(interface or given.settings.text("interface")),
        report=report,
    )

    def ready(url: str) -> None:
        console.out.line(url)
        console.out.flush()
        console.err.line("open this address in a browser; Ctrl+C ends the server and its screens")
        console.err.flush()

    return serve(serving, ready)


def _check_remote(host: str, given: Arguments, console: Console) -> None:
    """Refuses an address for other machines, unless that is meant; reports its risk in any case.

    Raises:
        UsageError: If it was not said that this is meant.
    """
    meaning = (
        f"--host {clean_line(host)}: other machines can ask for the screen; whoever knows or overhears the address "
        "reads and marks as you, for the line is not encrypted"
    )
    if not given.flag("--allow-remote"):
        raise UsageError(f"{meaning}; if that is meant, add --allow-remote (safer: ssh -L to this machine)")
    console.report(meaning)


def _options(given: Arguments) -> list[str]:
    options = [f"{name}={given.value(name)}" for name in _PASSED_ON if given.flag(name)]
    options += [f"--library={value}" for value in given.values("--library")]
    return options + ["--no-mouse"] * given.flag("--no-mouse")
