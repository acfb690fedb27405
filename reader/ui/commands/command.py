"""A command: its keys, its titles, and the function that runs it on each kind of screen."""

from __future__ import annotations

from reader.model.record import record
from reader.ui.commands.keys import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reader.settings.table import InterfaceLanguage

    Scope = Literal[
        "reading",
        "shelf",
        "search",
        "figure",
        "list",
        "marks",
        "writing",
        "palette",
        "help",
        "preview",
        "mending",
        "lookup",
        "speaking",
        "tour",
        "",
    ]
    """The kind of a screen; empty for one without commands."""
    Group = Literal["move", "article", "find", "look", "keep", "program"]
    """A section of the help."""
    Keys = Mapping[str, tuple[str, ...]]
    """The keys that the reader has set, by the command's id."""

READING: Scope = "reading"
SHELF: Scope = "shelf"
SEARCH: Scope = "search"
FIGURE: Scope = "figure"
LIST: Scope = "list"
"""A list from which a value is chosen: the links, the glossary."""
MARKS: Scope = "marks"
WRITING: Scope = "writing"
PALETTE: Scope = "palette"
HELP: Scope = "help"
PREVIEW: Scope = "preview"
"""A preview has all commands of reading, too."""
MENDING: Scope = "mending"
"""The faults of a file that cannot be opened yet."""
LOOKUP: Scope = "lookup"
"""The panel of a word in the dictionary, over the article."""
SPEAKING: Scope = "speaking"
"""Reading aloud, over the article."""
TOUR: Scope = "tour"
"""The tour of the first start, over the shelf."""
EVERYWHERE: tuple[Scope, ...] = (
    *(READING, SHELF, SEARCH, FIGURE, LIST, MARKS, WRITING, PALETTE, HELP, MENDING, LOOKUP),
    SPEAKING,
    TOUR,
)
TYPED: tuple[Scope, ...] = (SEARCH, PALETTE, HELP)
"""The scopes in which a box takes the letters."""


@record
class Command:
    """An action of the reader, with the function that does it on each kind of screen."""

    id: str
    keys: tuple[str, ...]
    en: str
    zh: str
    group: Group
    functions: Mapping[Scope, str]
    """The function in each scope that has the command, as ``module:function`` in this package."""
    short_en: str = ""
    """Its title in the status line, for the commands in :data:`reader.ui.commands.table.FOOTER`."""
    short_zh: str = ""
    hint_scopes: tuple[Scope, ...] = ()
    """The scopes whose status line may show it; all of its own, where there are none here."""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that have the command."""
        return tuple(self.functions)

    def is_in(self, scope: Scope) -> bool:
        """Whether a screen of a scope has the command."""
        return scope in self.functions or (scope == PREVIEW and READING in self.functions)

    def is_hinted_in(self, scope: Scope) -> bool:
        """Whether the status line of a screen of a scope may show the command."""
        return self.is_in(scope) and (not self.hint_scopes or scope in self.hint_scopes)

    def function_in(self, scope: Scope) -> str:
        """Returns the name of the function in a scope that has the command, as ``module:function``."""
        return self.functions[READING if scope == PREVIEW and scope not in self.functions else scope]

    @property
    def action(self) -> str:
        """Textual's action that runs it on a screen."""
        return f"run('{self.id}')"

    def shown_keys(self, keys: Keys) -> list[str]:
        """Returns its keys as the help writes them: those that the reader has set for it, else its own."""
        return [shown(key) for key in keys.get(self.id, self.keys)]

    def hint(self, scope: Scope, keys: Keys, *, is_typing: bool = False) -> str:
        """Returns the key for the status line of a screen; no single sign where a box would take it.

        Args:
            scope: The kind of the screen.
            keys: The keys that the reader has set.
            is_typing: Whether a box has opened on a screen that has none else; a command of letters has no key then.
        """
        shown_keys = self.shown_keys(keys)
        if is_typing:
            return next((key for key in shown_keys if len(key) > 1), "")
        return next(
            (key for key in shown_keys if len(key) > 1 or scope not in TYPED), shown_keys[0] if shown_keys else ""
        )

    def title(self, language: InterfaceLanguage) -> str:
        """Returns its title in an interface language."""
        return self.zh if language == "zh" else self.en

    def short(self, language: InterfaceLanguage) -> str:
        """Returns its title in the status line."""
        return self.short_zh if language == "zh" else self.short_en


def in_each(name: str, *scopes: Scope) -> dict[Scope, str]:
    """Returns one function for several scopes."""
    return dict.fromkeys(scopes, name)
