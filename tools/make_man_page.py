"""Writes the man page ``docs/reader.1`` from the declarations of the verbs.

With ``--check`` nothing is written, and the exit code is 1 if the page is not current.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader import __version__
from reader.cli.declaration import COMMON, LOG_LEVEL, Form, Option, Verb
from reader.cli.declared import GROUPS, declaration
from reader.cli.help import ABOUT, ADDRESSES, EXIT_CODES, VARIABLES

PAGE = Path(__file__).parents[1] / "docs" / "reader.1"
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


def page() -> str:
    """Returns the text of the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made by tools/make_man_page.py from the declarations of the verbs.'
    yield f'.TH READER 1 "" "reader {__version__}" "User Commands"'
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
    if sys.argv[1:] == ["--check"]:
        sys.exit(not PAGE.exists() or PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
