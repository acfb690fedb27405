"""The terminal interface, made with Textual."""

from __future__ import annotations

import os

from reader import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library, Target
    from reader.settings import Settings
    from reader.settings.colour_depth import TerminalColours
    from reader.ui.app.app import ReaderApp
    from reader.ui.frames.first import FirstFrame
    from reader.ui.host import Preview
    from reader.ui.terminal.taking import TakenTerminal


def run(  # noqa: PLR0913 (options of the command line)
    library: Library,
    address: str = "",
    *,
    mouse: bool = True,
    interface: str = "",
    theme: str = "",
    settings: Settings | None = None,
    preview: Preview | None = None,
    tour: bool = False,
    report: Callable[[str], object] = log.warning,
    taken: TakenTerminal | None = None,
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
        tour: Whether to begin with the tour; on the shelf it is shown at the first start, too.
        report: Reports, after the screen, why marks could not be written.
        taken: The terminal, for a first frame before Textual is imported; none is drawn without it.

    Raises:
        ReaderError: If the address names nothing, before the screen is touched.
    """
    from reader.process import without_collecting

    if not os.environ.get("TEXTUAL_DRIVER"):
        os.environ.pop("TEXTUAL_DRIVER", None)  # an empty name is none; Textual would look for that module
    with without_collecting():  # nothing that is made for the first screen is garbage; after it, the app collects
        from reader.library import resolve
        from reader.settings import Settings

        _follow_widths()
        target = resolve(library, address) if address else None
        settings = settings or Settings()
        colours = _terminal_colours(settings.text("colours"))
        tour = tour or (target is None and preview is None and _is_first_start(library))
        first = _drawn(taken, library, target, settings, (interface, theme), colours, tour=tour) if taken else None
        from reader.ui.app.app import ReaderApp

        app = ReaderApp(
            library,
            target,
            interface=interface,
            theme=theme,
            settings=settings,
            preview=preview,
            terminal=colours,
            first=first,
            taken=taken,
            tour=tour,
        )
        _run_app(app, mouse=mouse)
    return _ended(app, report)


def _follow_widths() -> None:
    """Gives Textual the widths of characters that the layout has taken from the terminal."""
    from reader.layout.width import TerminalWidths, taken_widths

    if taken_widths() != TerminalWidths():
        from reader.ui.terminal.cells import follow_layout

        follow_layout()


def _is_first_start(library: Library) -> bool:
    """Whether the tour is due: not on a shelf without issues, nor with a driver of the environment."""
    if os.environ.get("TEXTUAL_DRIVER") or not library.entries:
        return False
    from reader.reading.first_start import is_first_start

    return is_first_start()


def _drawn(  # noqa: PLR0913 (options of the command line)
    taken: TakenTerminal,
    library: Library,
    target: Target | None,
    settings: Settings,
    chosen: tuple[str, str],
    colours: TerminalColours,
    *,
    tour: bool,
) -> FirstFrame | None:
    """Draws the first frame on a terminal, and returns it; None where it is left to Textual.

    Args:
        taken: The terminal.
        library: The issues.
        target: The article to open; None for the shelf.
        settings: The reader's settings.
        chosen: The interface's language and the theme; of each, that of the settings if empty.
        colours: The colours of the terminal.
        tour: Whether the tour is over the screen.
    """
    from reader.layout.width import ambiguous_are_wide
    from reader.settings.known_terminals import KnownTerminal, remembered
    from reader.ui.frames.first import first_frame
    from reader.ui.frames.output import drawn
    from reader.ui.interface import interface_language
    from reader.ui.terminal.asking import QUESTION
    from reader.ui.theme.names import first_name_for
    from reader.ui.theme.paint import tokens_of

    interface, theme = (
        given or settings.text(name) for given, name in zip(chosen, ("interface", "theme"), strict=True)
    )
    settings.settle_pictures(has_colours=colours.depth != "none")
    first = first_frame(library, target, settings, interface_language(interface), taken.size, tour=tour)
    if first:
        is_new = remembered(os.environ) == KnownTerminal()
        rows = first.frame.rows(tokens_of(first_name_for(theme, colours, is_new=is_new), colours))
        taken.draw(QUESTION, drawn(first.frame, rows, colours.depth, in_ascii=ambiguous_are_wide()))
    return first


def _run_app(app: ReaderApp, *, mouse: bool) -> None:
    from reader.process import log_stray_faults

    log_stray_faults()
    try:
        app.run(mouse=mouse)
    except BaseException:
        app.give_back()
        raise


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
