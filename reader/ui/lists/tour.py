"""The tour of the first start: a few steps, each a title and a text with the keys it speaks of. Pure."""

from __future__ import annotations

from string import Formatter

from reader.layout.runs import wrap
from reader.reading.lines import status_line
from reader.ui.commands.command import TOUR
from reader.ui.commands.hints import hints
from reader.ui.commands.table import BY_ID, COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.ui.commands.command import Keys
    from reader.ui.strings import Strings

MARGIN_CELLS = 2
MAX_CELLS = 72
HEAD_ROWS = 2
"""The rule that parts the tour from the screen above it, and the line with the title and the keys."""
_UNSET = "–"
"""The place of a key that the reader has taken away."""


def tour_rows(step: int, width_cells: int, strings: Strings, keys: Keys) -> list[list[Run]]:
    """Returns the rows of a step: a rule, its title with the keys of the tour, and its text; as many for each step.

    Args:
        step: The index of the step.
        width_cells: The width of the screen.
        strings: The interface's language.
        keys: The keys that the reader has set.
    """
    texts = [_text_rows(each.text, width_cells, keys) for each in strings.tour]
    title, count = strings.tour[step].title, len(strings.tour)
    idle = {0: "tour_back", count - 1: "tour_next"}.get(step, "")
    shown = hints(TOUR, strings.code, keys, idle=frozenset((idle,)))
    head = status_line(((title, "strong"), (f"{step + 1}/{count}", "muted")), shown, width_cells)
    blank: list[list[Run]] = [[]] * (max(map(len, texts)) - len(texts[step]))
    return [[("─" * width_cells, "faint")], head, *texts[step], *blank]


def tour_lines(strings: Strings, keys: Keys) -> list[str]:
    """Returns the tour as lines of text: the title of each step, and its text below it."""
    lines = []
    for number, step in enumerate(strings.tour, 1):
        lines += [f"{number}. {step.title}", "".join(words for words, _ in _runs(step.text, keys)), ""]
    return lines[:-1]


def keys_of_tour(keys: Keys) -> frozenset[str]:
    """Returns the keys that the tour takes; all others are those of the screen below it."""
    return frozenset(key for command in COMMANDS if command.is_in(TOUR) for key in keys.get(command.id, command.keys))


def _text_rows(text: str, width_cells: int, keys: Keys) -> list[list[Run]]:
    room = max(1, min(MAX_CELLS, width_cells - 2 * MARGIN_CELLS))
    return [[(" " * MARGIN_CELLS, ""), *line] for line in wrap(_runs(text, keys), room)]


def _runs(text: str, keys: Keys) -> list[Run]:
    """Returns a text in which each command in braces is the first of its keys."""
    runs: list[Run] = []
    for words, name, _, _ in Formatter().parse(text):
        runs.append((words, ""))
        if name is not None:
            runs.append((next(iter(BY_ID[name].shown_keys(keys)), _UNSET), "accent"))
    return runs
