"""``reader subscribe``: a subscription to a publisher's feed."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.exits import ExitCode
from reader.cli.reporting.update_reports import print_report, report_object
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.subscriptions.updating import UpdateWay


def run(given: Arguments, console: Console) -> ExitCode:
    """Subscribes to the feed of an address, and fetches its newest issue."""
    from reader.subscriptions.subscribing import subscribe

    if len(given.words) != 1:
        raise UsageError("subscribe takes one address: reader subscribe https://example.org/magazine/")
    begun = subscribe(given.words[0], replace(way_of(given, console), newest_only=True))
    console.end_progress()
    report = begun.report
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json([report_object(report)]))
    else:
        state = "subscribed already" if begun.is_old else "subscribed"
        console.out.line(f"{report.id}: {state}{f' to {report.title}' if report.title else ''}")
        print_report(report, console, names_it=False)
    if begun.pin:
        console.err.line("the feed is signed; its key is kept, and no other is taken from now on")
    if begun.notice:
        console.report(begun.notice)
    for fault in report.faults:
        console.report(fault)
    if report.left:
        console.err.line(f"{report.left} more: reader update {report.id}")
    return ExitCode.PROBLEMS if report.faults else ExitCode.GOOD


def way_of(given: Arguments, console: Console) -> UpdateWay:
    """Returns the way to update that a command line asks for."""
    import os

    from reader.subscriptions.fetching import Fetcher
    from reader.subscriptions.subscribing import LocalIssues
    from reader.subscriptions.updating import UpdateWay

    local = LocalIssues(tuple(map(os.path.expanduser, given.settings.texts("library"))))
    show = console.progress("fetching issues")
    return UpdateWay(Fetcher(), local.elsewhere, progress=show) if show else UpdateWay(Fetcher(), local.elsewhere)
