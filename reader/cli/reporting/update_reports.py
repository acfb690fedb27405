"""The results of updates as text and as objects of JSON."""

from __future__ import annotations

from typing import TypedDict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.console import Console
    from reader.subscriptions.updating import UpdateReport


class ClashObject(TypedDict):
    """An issue whose id another file of the library has."""

    id: str
    path: str


class UpdateReportObject(TypedDict):
    """The result of an update."""

    id: str
    url: str
    title: str
    new: list[str]
    changed: list[str]
    restored: list[str]
    withdrawn: list[str]
    clashes: list[ClashObject]
    left: int
    faults: list[str]


def report_object(report: UpdateReport) -> UpdateReportObject:
    """Returns the result of an update as an object."""
    from reader.gate import path_for_programs

    return {
        "id": report.id,
        "url": report.url,
        "title": report.title,
        "new": list(report.new),
        "changed": list(report.changed),
        "restored": list(report.restored),
        "withdrawn": list(report.withdrawn),
        "clashes": [{"id": each.id, "path": path_for_programs(each.path)} for each in report.clashes],
        "left": report.left,
        "faults": list(report.faults),
    }


def print_report(report: UpdateReport, console: Console, *, names_it: bool = True) -> None:
    """Prints a line for each issue that is new, changed, whole again or withdrawn; and for each clash a message."""
    from reader.gate import shown_path
    from reader.subscriptions.subscription import APART

    where = f"  ({report.id})" if names_it else ""
    for words, ids in (
        ("new", report.new),
        ("changed", report.changed),
        ("whole again", report.restored),
        ("withdrawn, and kept", report.withdrawn),
    ):
        for issue_id in ids:
            console.out.line(f"{issue_id}: {words}{where}")
    for clash in report.clashes:
        console.report(
            f"{clash.id}: this id is also that of {shown_path(clash.path)}, which the address {clash.id} opens; "
            f"the issue of the subscription is kept apart, as {clash.id}{APART}{report.id}"
        )
