"""Writes the man page ``docs/reader.1`` from the declarations of the verbs.

Its date is that of the version in ``CHANGELOG.md``, or *unreleased*: the same source gives the same page on any day.

With ``--check`` nothing is written, and the exit code is 1 if the page is not current.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader import __version__
from reader.cli.declaration import COMMON, LOG_LEVEL, Form, Option, Verb
from reader.cli.declared import GROUPS, declaration
from reader.cli.help import ABOUT, ADDRESSES, EXIT_CODES, VARIABLES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reader.1"
CHANGELOG = ROOT / "CHANGELOG.md"
_OF_FILES = (
    ("$XDG_CONFIG_HOME/bilingual-magazine-reader/settings.toml", "the settings; reader config prints its path"),
    ("$XDG_DATA_HOME/bilingual-magazine-reader", "marks and your own issues; reader doctor prints all folders"),
)


def escaped(text: str) -> str:
    """Returns a text on one line in roff: no character of it is a request, a hyphen is the ASCII one."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line


def bold(text: str) -> str:
    """Returns a text in bold."""
    return f"\\fB{escaped(text)}\\fR"


def release_date(changelog: str, version: str) -> str:
    """Returns the date of a version in the changelog, such as ``2026-11-29``, or ``unreleased``.

    Raises:
        ValueError: If the changelog has no heading ``## VERSION (DATE)`` for it.
    """
    found = re.search(rf"^## {re.escape(version)} \((\d{{4}}-\d\d-\d\d|unreleased)\)$", changelog, re.MULTILINE)
    if not found:
        raise ValueError(f"CHANGELOG.md has no heading: ## {version} (YYYY-MM-DD), or (unreleased)")
    return found[1]


def page(date: str) -> str:
    """Returns the text of the page."""
    return "\n".join(_lines(date)) + "\n"


def _lines(date: str) -> Iterator[str]:
    yield '.\\" Made by tools/make_man_page.py from the declarations of the verbs.'
    yield f'.TH READER 1 "{date}" "reader {__version__}" "User Commands"'
    yield from (".SH NAME", "reader \\- read bilingual magazines in a terminal")
    yield ".SH SYNOPSIS"
    yield from _synopsis("reader", declaration("open").forms[0], declaration("open"))
    yield from (".br", f"{bold('reader')} \\fIVERB\\fR \\fR.\\|.\\|.")
    yield from (".SH DESCRIPTION", escaped(ABOUT))
    yield ".SH COMMANDS"
    for purpose, names in GROUPS.items():
        yield f".SS To {escaped(purpose)}"
        for name in names:
            yield from _verb(declaration(name))
    yield from (".SH OPTIONS", "Every verb takes these:", *_listed((*COMMON, LOG_LEVEL)))
    yield from (".SH ADDRESSES", *_entries(ADDRESSES))
    yield from (".SH EXIT STATUS", *_entries(EXIT_CODES))
    yield from (".SH ENVIRONMENT", escaped(VARIABLES))
    yield from (".SH FILES", *_entries(_OF_FILES))
    yield from (
        ".SH SEE ALSO",
        "The folder docs of the source; ACCESSIBILITY.md there is for those who read by ear or touch.",
    )


def _verb(verb: Verb) -> Iterator[str]:
    """Yields the entry of a verb: its forms, its help, the meanings of its words, its options and examples."""
    for number, form in enumerate(verb.forms):
        yield ".TP" if not number else ".TQ"
        yield from _synopsis(f"reader {verb.name}", form, verb, ())
    for number, paragraph in enumerate(verb.about.split("\n\n")):
        if number:
            yield ".IP"
        yield escaped(paragraph)
    if verb.legend or verb.options:
        yield ".RS"
        yield from _entries((term.name, term.about) for term in verb.legend)
        yield from _listed(verb.options)
        yield ".RE"
    if verb.examples:
        yield from (".IP", "Examples:", ".RS", ".nf", *map(escaped, verb.examples), ".fi", ".RE")


def _synopsis(start: str, form: Form, verb: Verb, options: Iterable[str] | None = None) -> Iterator[str]:
    """Yields a form of a verb on one line, with the options of the form or only those that must be given."""
    known = {option.name: option for option in verb.options}
    shown = form.options if options is None else options
    parts = [bold(start), *(f"\\fI{escaped(word.usage)}\\fR" for word in form.words)]
    parts += [_option(known[name]) for name in form.required]
    parts += [f"[{_option(known[name])}]" for name in shown]
    yield " ".join(parts)


def _option(option: Option) -> str:
    name = bold(option.name)
    return f"{name} \\fI{escaped(option.placeholder)}\\fR" if option.placeholder else name


def _listed(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        short = f"{bold(option.short)}, " if option.short else ""
        yield from (".TP", short + _option(option), escaped(option.about))


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, about in entries:
        yield from (".TP", bold(term), escaped(about))


if __name__ == "__main__":
    made = page(release_date(CHANGELOG.read_text("utf-8"), __version__))
    if sys.argv[1:] == ["--check"]:
        sys.exit(not PAGE.exists() or PAGE.read_text("utf-8") != made)
    PAGE.write_text(made, "utf-8")
