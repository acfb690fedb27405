"""``reader update``: new and changed issues of the subscriptions."""

from __future__ import annotations

from reader.cli.exits import ExitCode
from reader.cli.reporting.update_reports import print_report, report_object
from reader.cli.verbs.subscribe import way_of
from reader.errors import NothingFoundError, UnusableError
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.subscriptions.subscription import Subscription
    from reader.subscriptions.updating import UpdateReport


def run(given: Arguments, console: Console) -> ExitCode:
    """Updates the subscriptions that are named, or all."""
    from reader.subscriptions.subscription import named

    chosen = [named(word) for word in given.words] if given.words else in_force()
    if not chosen:
        if given.flag("--json"):
            console.out.text("[]")
        raise NothingFoundError("no subscriptions; reader subscribe URL begins one")
    reports = _updated(chosen, given, console)
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json([report_object(report) for report in reports]))
    for report in reports:
        if not given.flag("--json"):
            print_report(report, console)
        if report.notice:
            console.report(report.notice)
        for fault in report.faults:
            console.report(fault if report.id in fault else f"{report.id}: {fault}")
    count = sum(len(report.new) + len(report.changed) + len(report.restored) for report in reports)
    if not count and not any(report.faults or report.notice for report in reports):
        console.err.line("nothing new")
    return ExitCode.PROBLEMS if any(report.faults for report in reports) else ExitCode.GOOD


def _updated(chosen: Sequence[Subscription], given: Arguments, console: Console) -> list[UpdateReport]:
    from reader.subscriptions.updating import update

    way = replace(way_of(given, console), at_once=given.flag("--now"))
    reports = []
    for each in chosen:
        reports.append(update(each, way))
        console.end_progress()
    return reports


def in_force() -> list[Subscription]:
    """Returns the subscriptions that have not ended; those whose state cannot be read are among them."""
    from reader.subscriptions.subscription import subscriptions

    found = []
    for each in subscriptions():
        try:
            if each.state.has_ended:
                continue
        except UnusableError:
            pass  # its update reports it
        found.append(each)
    return found
