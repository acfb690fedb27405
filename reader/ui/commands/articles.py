"""Articles, figures and panels: the next one, and the entry under the cursor; the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.magazine import Figure
from reader.model.passage import find, passages
from reader.reading.direction import BACKWARD, FORWARD
from reader.reading.in_sight import nearest_figure
from reader.source.diagnostic import Diagnostic
from reader.ui.commands.glossary import show_notes
from reader.ui.commands.lookup import look_up
from reader.ui.commands.table import BY_ID
from reader.ui.host import Destination

if TYPE_CHECKING:
    from reader.reading.direction import Direction
    from reader.ui.screens.reading_context import ReadingContext

WIDEN_STEP_CELLS = 2
"""Number of cells by which a panel is widened."""


# -- articles and figures -----------------------------------------------------------------------------


def next_article(context: ReadingContext) -> None:
    """Opens the next article of the issue."""
    _go_to_article(context, FORWARD, context.strings.last_article)


def previous_article(context: ReadingContext) -> None:
    """Opens the previous article of the issue."""
    _go_to_article(context, BACKWARD, context.strings.first_article)


def open_entry(context: ReadingContext) -> None:
    """Opens the entry under the cursor of a panel; looks up the selection; else opens notes, or the nearest figure."""
    if context.selection and context.panels.in_focus is None:
        look_up(context)
    elif context.panels.in_focus is not None:
        choose(context, context.panels.in_focus.value)
    elif not show_notes(context, in_sight=False):
        figure(context)


def choose(context: ReadingContext, value: object) -> None:
    """Opens an article or a figure, or goes to the paragraph of a fault."""
    if isinstance(value, Destination):
        if context.panels.breadth != "wide":
            context.panels.toggle("contents", False)
        context.leave_place()
        context.open(value.article)
        context.screen.set_focus(context.view)
    elif isinstance(value, Figure):
        open_figure(context, value.id)
    elif isinstance(value, Diagnostic):
        _go_to_fault(context, value)


def figure(context: ReadingContext) -> None:
    """Shows the figure under the cursor, else the one nearest to the place."""
    captions, figures = context.panels.captions, context.opened.article.figures
    chosen = captions.value if context.screen.focused is captions else None
    figure_id = chosen.id if chosen else nearest_figure(context.window) or (figures[0].id if figures else "")
    if figure_id:
        open_figure(context, figure_id)
    else:
        context.say(context.strings.no_figures)


def open_figure(context: ReadingContext, figure_id: str) -> None:
    """Shows a figure on a screen of its own."""
    from reader.ui.screens.figure import FigureScreen  # the next article does without decoding pictures

    context.remember()
    opened = context.opened
    context.host.push_screen(FigureScreen(opened.entry, opened.article, opened.languages, figure_id))


def _go_to_article(context: ReadingContext, by: Direction, refusal: str) -> None:
    article = context.opened.neighbour(by)
    if article:
        context.open(article)
    else:
        context.say(refusal)


def _go_to_fault(context: ReadingContext, fault: Diagnostic) -> None:
    place = context.faults.lines.at(fault.line) if context.faults else None
    article = context.opened.issue.article(place[0]) if place else None
    if place is None or article is None:
        context.say(context.strings.no_place)
        return
    first = next(passages(article), None)
    context.open(article, place[1] if find(article, place[1]) else first.anchor if first else "")
    context.screen.set_focus(context.view)


# -- panels -------------------------------------------------------------------------------------------


def contents(context: ReadingContext) -> None:
    """Shows or hides the contents; where they cover the text they take the focus."""
    context.panels.toggle("contents")
    if context.panels.contents.display and context.panels.breadth != "wide":
        context.screen.set_focus(context.panels.contents)


def captions(context: ReadingContext) -> None:
    """Shows or hides the captions; says so if the article has none."""
    if context.has_captions:
        context.panels.toggle("captions")
    else:
        context.say(context.strings.no_figures)


def panel(context: ReadingContext) -> None:
    """Moves the focus to the next panel."""
    context.panels.focus_next(FORWARD)


def panel_back(context: ReadingContext) -> None:
    """Moves the focus to the previous panel."""
    context.panels.focus_next(BACKWARD)


def wider(context: ReadingContext) -> None:
    """Widens the panel that has the focus, else the contents."""
    context.panels.widen(WIDEN_STEP_CELLS)


def narrower(context: ReadingContext) -> None:
    """Narrows the panel that has the focus, else the contents."""
    context.panels.widen(-WIDEN_STEP_CELLS)


# -- back ---------------------------------------------------------------------------------------------


async def back(context: ReadingContext) -> None:
    """Closes the box or panel that is open, then the matches that find lit, then the article.

    In the first screen, opened by an address, nothing is behind the article: the keys that lead away from it are shown.
    """
    focused, screen = context.panels.in_focus, context.screen
    if screen.query("#find"):
        from reader.ui.commands import finding  # loaded since the box was opened

        await finding.close(context)
        context.go(context.find.forget)
    elif screen.query("#page"):
        from reader.ui.commands import travelling  # loaded since the box was opened

        await travelling.close_page_box(context)
    elif context.selection:
        context.view.select(None)
    elif focused is not None and focused is context.panels.contents and context.panels.breadth != "wide":
        context.panels.toggle("contents", False)
    elif focused is not None:
        screen.set_focus(context.view)
    elif context.find.can_go_back(context.viewport):
        context.go(context.find.forget)
    elif screen.is_current:  # the screen is gone at the second key of a burst
        context.remember()
        context.leave_place()
        if context.host.leave_reading():
            return
        if context.viewport.matches:
            context.go(context.find.forget)
        else:
            context.say(context.strings.nothing_to_close.format(keys=_keys_to_leave(context)))


def shelf(context: ReadingContext) -> None:
    """Goes to the shelf."""
    if context.screen.is_current:
        context.remember()
        context.host.go_to_shelf(context.opened.entry)


def _keys_to_leave(context: ReadingContext) -> str:
    """Returns the keys that lead away from an article, each with its name; without those that the reader took away."""
    language = context.strings.code
    commands = (BY_ID["shelf"], BY_ID["quit"])
    keys = {command.hint(context.screen.scope, context.host.keys): command.short(language) for command in commands}
    return " · ".join(f"{key} {name}" for key, name in keys.items() if key)
