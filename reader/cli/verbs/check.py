"""``reader check``: the problems of issue files, each with its place."""

from __future__ import annotations

from reader.cli.checking import checked
from reader.cli.declared.check import REPORT_FORMATS
from reader.cli.exits import ExitCode
from reader.cli.opening import named_files
from reader.cli.reporting.diagnostics import print_diagnostics, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.checking import Checked
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> int:
    """Checks files and prints their diagnostics; or explains a rule."""
    if given.flag("--explain"):
        return _explain(given, console)
    form = "json" if given.flag("--json") else given.choice("--format", REPORT_FORMATS) or "text"
    paths, code = named_files(given, console)
    if given.flag("--fix") or given.flag("--diff"):
        from reader.cli.fixing import fix

        faults = fix(paths, given, console)
        if faults or not given.flag("--fix"):
            return max(code, faults)
    files = _checked(paths, given, console)
    if given.values("--library"):
        from reader.cli.link_checks import with_links_looked_up
        from reader.cli.opening import library_of

        files = with_links_looked_up(files, library_of(given, console))
    console.end_progress()
    print_diagnostics([diagnostic for file in files for diagnostic in file.diagnostics], form, console)
    if files:
        console.err.line(summary(files))
    is_strict = given.flag("--strict")
    is_good = all(file.is_good and not (is_strict and file.diagnostics) for file in files)
    return max(code, ExitCode.GOOD if is_good else ExitCode.PROBLEMS)


def _checked(paths: list[str], given: Arguments, console: Console) -> list[Checked]:
    if given.flag("--no-cache"):
        return checked(paths, console.progress("checking"))
    from reader.catalogue.check_cache import CheckCache

    cache = CheckCache()
    try:
        return checked(paths, console.progress("checking"), cache=cache)
    finally:
        cache.close()


def _explain(given: Arguments, console: Console) -> ExitCode:
    from reader.cli.arguments import UsageError
    from reader.gate import quoted
    from reader.nearest import nearest
    from reader.source.rule_pages import explanation
    from reader.source.rules import RULES

    if given.words:
        raise UsageError("--explain takes the code of a rule and nothing else")
    code = given.value("--explain").upper()
    if code not in RULES:
        meant = nearest(code, RULES)
        hint = f"; did you mean {meant}?" if meant else "; docs/RULES.md lists them"
        raise UsageError(f"there is no rule {quoted(code)}{hint}")
    console.out.text(explanation(code))
    return ExitCode.GOOD
