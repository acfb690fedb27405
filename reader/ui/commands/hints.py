"""The keys in the status line of a screen. Pure."""

from __future__ import annotations

from reader.reading.lines import Hint
from reader.ui.commands.table import BY_ID, FOOTER, ON_ENTRY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Keys, Scope


def hints(  # noqa: PLR0913 (a state of the screen each, and named)
    scope: Scope,
    language: InterfaceLanguage,
    keys: Keys,
    *,
    has_entry: bool = True,
    idle: frozenset[str] = frozenset(),
    is_typing: bool = False,
    is_in_panel: bool = False,
) -> Iterator[Hint]:
    """Yields the hints of a status line, the most important first.

    Args:
        scope: The kind of the screen.
        language: The interface's language.
        keys: The keys that the reader has set, by the command's id.
        has_entry: Whether there is an entry under the cursor; without one the hints that need it are left out.
        idle: The commands that have nothing to act on.
        is_typing: Whether a box has opened on the screen, which takes the letters.
        is_in_panel: Whether a list beside the text has the focus, whose entries can be opened.
    """
    for name in FOOTER:
        command = BY_ID[name]
        is_shown = command.is_hinted_in(scope) or (is_typing and name == "back")
        is_shown = is_shown or (is_in_panel and name in ("back", "open"))
        if not is_shown or name in idle or (not has_entry and name in ON_ENTRY):
            continue
        if key := command.hint(scope, keys, is_typing=is_typing):
            yield Hint(key, command.short(language))
