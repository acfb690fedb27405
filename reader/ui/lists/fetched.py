"""The lines about an update of the subscriptions. Pure."""

from __future__ import annotations

from reader.gate import drawn_line
from reader.ui.strings import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.subscriptions.background import FetchOutcome, FetchProgress
    from reader.ui.strings import Strings


def progress_line(progress: FetchProgress, strings: Strings) -> str:
    """Returns the line about an update that is under way."""
    count = strings.fetching_issues.format(done=progress.done, total=progress.total)
    return drawn_line(f"{progress.title} · {count}")


def outcome_line(outcome: FetchOutcome, strings: Strings) -> str:
    """Returns the line about an update that has ended, with its first fault."""
    if not outcome.subscriptions and not outcome.faults:
        return strings.no_subscriptions
    parts = [counted(strings.new_issues, outcome.new)] if outcome.new else []
    parts += [counted(strings.issues_apart, outcome.apart)] if outcome.apart else []
    parts += [counted(strings.changed_issues, outcome.changed)] if outcome.changed else []
    if outcome.faults:
        more = f" (+{len(outcome.faults) - 1})" if len(outcome.faults) > 1 else ""
        parts.append(f"{outcome.faults[0]}{more}")
    return drawn_line(" · ".join(parts) or strings.nothing_new)
