"""``reader check``: what is wrong with issue files, and where."""

from __future__ import annotations

from reader.cli.checking import checked
from reader.cli.opening import library_at
from reader.errors import NotFoundError, ReaderError
from reader.library.files import issue_files
from reader.source.diagnostic import ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.checking import Checked
    from reader.cli.output import Console, Run
    from reader.source.diagnostic import Diagnostic

FORMATS = ("text", "json", "github", "sarif")
OPTIONS = {
    "--strict": "",
    "--fix": "",
    "--diff": "",
    "--format": "|".join(FORMATS),
    "--explain": "CODE",
    "--library": "DIR",
    "--json": "",
    "--plain": "",
}

HELP = """\
usage: reader check [FILE|DIR…] [--strict] [--format text|json|github|sarif] [--json]
                    [--plain] [--library DIR]
       reader check FILE|DIR… --fix|--diff
       reader check --explain CODE

Prints everything that is wrong with issue files: the place, the code of the rule, what is
wrong and what to write instead; under it the line of the file, with a mark at the place.
Without a FILE or DIR the whole library is checked, many files on every core. Exits with 1
if there is an error, with 2 if a FILE or DIR is not there.

Rules can be made errors, warnings or silent in .reader.toml or pyproject.toml: see
docs/MAINTAINING.md.

  --strict        warnings count as errors
  --format NAME   text; json, a list of diagnostics; github, the annotations of a workflow;
                  sarif, a log for code scanning
  --fix           mends what has one right answer, and tells what is left: half-width
                  punctuation and spaces between Chinese characters, missing ids; a file is
                  replaced as a whole, or left as it is
  --diff          shows what --fix changes; alone it writes nothing, and exits with 1 if there
                  is something to mend
  --explain CODE  the page of a rule: why it is there, an example of it, and the right way
  --plain         no colour
  --json          as --format json
  --library DIR   a folder of issues, or one issue file; may be given more than once
  --help          this text
  --version       the version

examples:
  reader check
  reader check my-issue.yaml
  reader check issues/ --strict --format github
  reader check my-issue.yaml --fix --diff
  reader check --explain T702
"""

INDENT = "    "

MIN_ROOM_CELLS = 4
"""An excerpt is never cut narrower than this."""


def run(given: Arguments, console: Console) -> int:
    """Checks files and prints what is found; or explains a rule."""
    if given.flag("--explain"):
        return _explain(given, console)
    form = "json" if given.flag("--json") else given.choice("--format", FORMATS) or "text"
    paths, missing = named_files(given, console)
    if given.flag("--fix") or given.flag("--diff"):
        from reader.cli.fixing import fix

        faults = fix(paths, given, console)
        if faults or not given.flag("--fix"):
            return 2 if missing else faults
    files = checked(paths, console.progress("checking"))
    console.end_progress()
    print_found([diagnostic for file in files for diagnostic in file.diagnostics], form, console)
    if files or not missing:
        console.err.line(summary(files))
    if missing:
        return 2
    strict = given.flag("--strict")
    return 0 if all(file.is_good and not (strict and file.diagnostics) for file in files) else 1


def named_files(given: Arguments, console: Console) -> tuple[list[str], int]:
    """Returns the issue files that the words name, each once, or those of the library; and how many words name none."""
    if not given.words:
        return [entry.path for entry in library_at(given)], 0
    missing = 0
    paths: list[str] = []
    for word in given.words:
        try:
            paths += _files(word)
        except ReaderError as error:
            console.err.line(f"reader: {error}")
            missing += 1
    return list(dict.fromkeys(paths)), missing


def _explain(given: Arguments, console: Console) -> int:
    from reader.cli.arguments import UsageError, near
    from reader.gate import clean_line
    from reader.source.rule_pages import explanation
    from reader.source.rules import RULES

    if given.words:
        raise UsageError("--explain takes the code of a rule and nothing else")
    code = given.value("--explain").upper()
    if code not in RULES:
        meant = near(code, RULES)
        hint = f"; did you mean {meant}?" if meant else "; docs/RULES.md lists them"
        raise UsageError(f"there is no rule {clean_line(code)!r}{hint}")
    console.out.text(explanation(code))
    return 0


def print_found(found: Sequence[Diagnostic], form: str, console: Console) -> None:
    """Prints diagnostics in one of :data:`FORMATS`."""
    if form == "text":
        width = 0 if console.piped else console.width_cells()
        for diagnostic in found:
            console.out.lines(lines_of(diagnostic, width))
    elif form == "github":
        from reader.cli.reports import annotation

        for diagnostic in found:
            console.out.line(annotation(diagnostic))
    else:
        from reader.cli.objects import diagnostic_object, to_json
        from reader.cli.reports import sarif

        as_json = form == "json"
        console.out.text(to_json([diagnostic_object(d) for d in found] if as_json else sarif(found)))


def _files(word: str) -> list[str]:
    """Returns the issue files that a word names.

    Raises:
        NotFoundError: If it is not there, or a folder without any.
    """
    paths = issue_files(word)
    if not paths:
        raise NotFoundError(f"{word}: no issue files (.yaml) are in this folder")
    return paths


def lines_of(found: Diagnostic, width_cells: int) -> Iterator[list[Run]]:
    """Yields a diagnostic: what and where, the line of the file, and a mark under the place."""
    place = f"{found.path}:{found.line}:{found.column}: " if found.line else f"{found.path}: "
    hint = f"; {found.hint}" if found.hint else ""
    yield [
        (place, "strong"),
        (found.code, "error" if found.severity == ERROR else "warning"),
        (f" {found.message}", ""),
        (hint, "muted"),
    ]
    if found.excerpt.strip():
        from reader.layout.width import cell_width

        excerpt, mark = found.excerpt, found.mark
        if width_cells:
            excerpt, mark = fitted(excerpt, mark, width_cells - len(INDENT))
        yield [(INDENT, ""), (excerpt, "")]
        yield [(INDENT + " " * cell_width(excerpt[:mark]), ""), ("^", "mark")]


def fitted(excerpt: str, mark: int, room_cells: int) -> tuple[str, int]:
    """Returns an excerpt cut to a width, the marked character in it, and that character's new index."""
    from reader.layout.width import cell_width, clip

    if cell_width(excerpt) <= room_cells:
        return excerpt, mark
    room_cells = max(room_cells, MIN_ROOM_CELLS)
    start = 0
    while start < mark and cell_width(excerpt[start : mark + 1]) > room_cells * 2 // 3:
        start += 1
    before = "…" if start else ""
    shown = before + excerpt[start:]
    if cell_width(shown) > room_cells:
        shown = clip(shown, room_cells - 1) + "…"
    return shown, mark - start + len(before)


def summary(loaded: Sequence[Checked]) -> str:
    """Returns how much was found, in how many of the files."""
    found = [diagnostic for file in loaded for diagnostic in file.diagnostics]
    files = f"{len(loaded)} file" if len(loaded) == 1 else f"{len(loaded)} files"
    if not found:
        return f"no problems in {files}"
    errors = sum(diagnostic.severity == ERROR for diagnostic in found)
    problems = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    kinds = "1 error" if errors == 1 else f"{errors} errors"
    bad = sum(bool(file.diagnostics) for file in loaded)
    return f"{problems} ({kinds}) in {bad} of {files}"
