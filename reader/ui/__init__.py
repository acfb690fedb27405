"""The terminal interface, made with Textual."""

from __future__ import annotations

import os

from reader import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.settings import Settings
    from reader.settings.colour_depth import TerminalColours
    from reader.ui.app.app import ReaderApp
    from reader.ui.host import Preview


def run(  # noqa: PLR0913 (options of the command line)
    library: Library,
    address: str = "",
    *,
    mouse: bool = True,
    interface: str = "",
    theme: str = "",
    settings: Settings | None = None,
    preview: Preview | None = None,
    report: Callable[[str], object] = log.warning,
) -> int:
    """Shows the library until the reader quits; returns the exit code.

    Args:
        library: The issues to show.
        address: The issue, article or passage to open; the shelf if empty.
        mouse: Whether the terminal reports the mouse to the program.
        interface: The language of the interface, ``zh`` or ``en``; that of the settings if empty.
        theme: The name of a theme, or ``auto``; that of the settings if empty.
        settings: The reader's settings; the defaults if not given.
        preview: The file to show again whenever it is saved; without an address it cannot be opened yet.
        report: Reports, after the screen, why marks could not be written.

    Raises:
        ReaderError: If the address names nothing, before the screen is touched.
    """
    from reader.process import log_stray_faults, without_collecting

    if not os.environ.get("TEXTUAL_DRIVER"):
        os.environ.pop("TEXTUAL_DRIVER", None)  # an empty name is none; Textual would look for that module
    with without_collecting():  # nothing that is made for the first screen is garbage; after it, the app collects
        from reader.layout.width import TerminalWidths, taken_widths
        from reader.library import resolve
        from reader.settings import Settings
        from reader.ui.app.app import ReaderApp

        if taken_widths() != TerminalWidths():
            from reader.ui.terminal.cells import follow_layout

            follow_layout()
        target = resolve(library, address) if address else None
        settings = settings or Settings()
        app = ReaderApp(
            library,
            target,
            interface=interface,
            theme=theme,
            settings=settings,
            preview=preview,
            terminal=_terminal_colours(settings.text("colours")),
        )
        log_stray_faults()
        try:
            app.run(mouse=mouse)
        except BaseException:
            app.give_back()
            raise
    return _ended(app, report)


def _ended(app: ReaderApp, report: Callable[[str], object]) -> int:
    """Returns the exit code of an app that has ended, after a report of marks that are lost with it."""
    if app.autosave.has_unsaved:
        report(f"marks could not be written: {app.memory.fault}")
    if app.fault:
        raise app.fault
    return app.return_code or 0


def _terminal_colours(wanted: str) -> TerminalColours:
    """Returns the colours of the terminal; ``wanted`` is the setting of their number."""
    from reader.settings.colour_depth import TerminalColours, count_in_terminfo, depth_of, ground_of
    from reader.settings.known_terminals import remembered

    depth = depth_of(wanted, os.environ, count_in_terminfo)
    return TerminalColours(depth, ground_of(os.environ, remembered(os.environ).ground))
