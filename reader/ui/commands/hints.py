"""The keys in the status line of a screen. Pure."""

from __future__ import annotations

from reader.reading.lines import Hint
from reader.ui.commands.table import BY_ID, FOOTER, ON_ENTRY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Keys, Scope


def hints(scope: Scope, language: InterfaceLanguage, keys: Keys, *, has_entry: bool = True) -> Iterator[Hint]:
    """Yields the hints of a status line, the most important first.

    Args:
        scope: The kind of the screen.
        language: The interface's language.
        keys: The keys that the reader has set, by the command's id.
        has_entry: Whether there is an entry under the cursor; without one the hints that need it are left out.
    """
    for name in FOOTER:
        command = BY_ID[name]
        if (has_entry or name not in ON_ENTRY) and command.is_hinted_in(scope) and (key := command.hint(scope, keys)):
            yield Hint(key, command.short(language))
