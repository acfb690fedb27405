"""The commands of a screen by name, for the palette."""

from __future__ import annotations

from typing import NamedTuple

from reader.settings.table import AUTO
from reader.ui.commands.table import COMMANDS
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.commands.command import Group, Keys, Scope
    from reader.ui.strings import Strings

OWN_COMMAND = "palette"
MAX_QUERY_CHARS = 200
"""Maximum length of a query; the rest is ignored."""


class Choice(NamedTuple):
    """An action that the palette offers."""

    action: str
    """Textual's action, which is run on the screen below."""
    title: str
    others: str
    """Further words by which it is found: its title in the other language, its id."""
    group: Group
    keys: str = ""


def choices(scope: Scope, strings: Strings, keys: Keys) -> list[Choice]:
    """Returns the commands of a scope and the themes, in the order of the help."""
    found = [
        Choice(
            command.action,
            command.title(strings.code),
            f"{command.en} {command.zh} {command.id}".casefold(),
            command.group,
            "  ".join(command.shown_keys(keys)),
        )
        for command in COMMANDS
        if command.is_in(scope) and command.id != OWN_COMMAND
    ]
    for name, title in ((AUTO, strings.theme_auto), *strings.theme.items()):
        found.append(Choice(f"app.take_theme('{name}')", f"{strings.theme_title}: {title}", f"theme {name}", "look"))
    return found


def palette_entries(
    offered: Sequence[Choice], query: str, recent: Sequence[str], strings: Strings
) -> list[ListEntry[str]]:
    """Returns one row for each choice; the value of each is its action.

    Args:
        offered: The choices.
        query: Words that a choice has to have; the best choices are first then. Without words they are in groups.
        recent: The actions that were chosen before, the last one first; they are above the groups.
        strings: The interface's language.
    """
    words = query[:MAX_QUERY_CHARS].casefold().split()
    if words:
        ranked = sorted((rank, k) for k, choice in enumerate(offered) if (rank := _rank(choice, words)) is not None)
        return [_row(offered[k]) for _, k in ranked]
    by_action = {choice.action: choice for choice in offered}
    first = [by_action[action] for action in recent if action in by_action]
    found = [_heading(strings.recent), *map(_row, first)] if first else []
    for group, title in strings.groups.items():
        rows = [_row(choice) for choice in offered if choice.group == group and choice not in first]
        found += [_heading(title), *rows] if rows else []
    return found


def _rank(choice: Choice, words: Sequence[str]) -> int | None:
    """Returns the rank of a choice, smaller for a better one; None if it does not have all words."""
    title = choice.title.casefold()
    ranks = [_rank_of_word(title, choice.others, word) for word in words]
    return None if None in ranks else sum(rank for rank in ranks if rank)


def _rank_of_word(title: str, others: str, word: str) -> int | None:
    if title.startswith(word):
        return 0
    if any(part.startswith(word) for part in title.split()):
        return 1
    if word in title:
        return 2
    return 3 if word in others else None


def _heading(title: str) -> ListEntry[str]:
    return ListEntry((((title, "muted"),),))


def _row(choice: Choice) -> ListEntry[str]:
    return ListEntry((((choice.title, ""),),), choice.action, indent_cells=2, right=(choice.keys, "accent"))
