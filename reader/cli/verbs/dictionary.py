"""``reader dictionary``: the dictionaries that answer are listed, added and removed."""

from __future__ import annotations

from reader.cli.declared.dictionary import DICTIONARY_ACTIONS
from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Lists, adds or removes dictionaries."""
    from reader.cli.arguments import UsageError
    from reader.learning import own_dictionaries

    action, *rest = given.words or ("list",)
    if action not in DICTIONARY_ACTIONS or len(rest) != (action != "list"):
        raise UsageError("dictionary takes list, add FILE, or remove NAME")
    if action == "add":
        added = own_dictionaries.add(rest[0])
        done = "takes the place of the one of its name" if added.replaced else "was added"
        left_out = f"; {_entries(added.left_out)} left out: damaged, or without a text" if added.left_out else ""
        console.report(f"{added.name} {done}, with {_entries(added.entries)}{left_out}")
    elif action == "remove":
        own_dictionaries.remove(rest[0])
        console.report(f"{rest[0]} was removed")
    else:
        _list(given, console)
    return ExitCode.GOOD


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _list(given: Arguments, console: Console) -> None:
    from reader.learning.bundled import NAME
    from reader.learning.own_dictionaries import in_order, own_names

    names = in_order([*own_names(), NAME], given.settings.texts("dictionaries"))
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json(names))
    else:
        console.out.lines([(name, "")] for name in names)
