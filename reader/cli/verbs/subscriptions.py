"""``reader subscriptions``: the list of subscriptions."""

from __future__ import annotations

from typing import TypedDict

from reader.cli.counts import counted
from reader.cli.exits import ExitCode
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.subscriptions.state import State
    from reader.subscriptions.subscription import Subscription


class SubscriptionObject(TypedDict):
    """A subscription."""

    id: str
    url: str
    feed: str
    title: str
    checked: str
    signed: bool
    issues: list[str]
    withdrawn: list[str]


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the subscriptions that have not ended."""
    from reader.subscriptions.subscription import subscriptions

    code, found = ExitCode.GOOD, list[SubscriptionObject]()
    for each in subscriptions():
        try:
            state = each.state
        except UnusableError as error:
            console.report(error)
            code = ExitCode.PROBLEMS
            continue
        if not state.has_ended:
            found.append(_object(each, state))
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json(found))
    else:
        for number, told in enumerate(found):
            if number:
                console.out.line()
            _print(told, console)
    if not found and code == ExitCode.GOOD:
        console.err.line("no subscriptions; reader subscribe URL begins one")
    return code


def _object(subscription: Subscription, state: State) -> SubscriptionObject:
    return {
        "id": subscription.id,
        "url": state.url,
        "feed": state.feed,
        "title": state.title,
        "checked": state.checked,
        "signed": state.pin is not None,
        "issues": subscription.issues.ids,
        "withdrawn": list(state.withdrawn),
    }


def _print(told: SubscriptionObject, console: Console) -> None:
    console.out.line([(told["title"] or told["id"], "title")])
    console.out.line([(told["id"], "address")])
    console.out.line(f"  {told['url']}")
    counts = [counted(len(told["issues"]), "issue")]
    counts += [f"{len(told['withdrawn'])} of them withdrawn"] if told["withdrawn"] else []
    counts += ["signed"] if told["signed"] else []
    counts += [f"checked {told['checked'].replace('T', ' ').removesuffix('Z')} UTC"] if told["checked"] else []
    console.out.line(f"  {', '.join(counts)}")
