"""``reader unsubscribe``: the end of a subscription."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Ends a subscription, and prints which issues stay."""
    from reader.subscriptions.subscribing import unsubscribe
    from reader.subscriptions.subscription import named

    if len(given.words) != 1:
        raise UsageError("unsubscribe takes one subscription; reader subscriptions lists them")
    ended = unsubscribe(named(given.words[0]), removes_all=given.flag("--remove"))
    console.out.line(f"{ended.id}: no subscription any more")
    for each in ended.kept:
        console.out.line(f"{each}: was read or marked, and stays on the shelf")
    if ended.kept:
        console.err.line(f"reader unsubscribe {ended.id} --remove removes them, too")
    return ExitCode.GOOD
