"""Help texts, made from the declarations: of one verb, and the overview of ``reader --help``."""

from __future__ import annotations

from reader.cli.declaration import COMMON, HELP, LOG_LEVEL
from reader.cli.declared import GROUPS, declaration
from reader.cli.declared.shared import INTERFACE, LIBRARY, NO_MOUSE, THEME, TOUR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.cli.declaration import Form, Verb

WIDTH_CHARS = 92
INDENT = "  "
_MAX_TERM_CELLS = 26
"""Longest term beside its description; of a longer one the description begins on the next line."""

ABOUT = """
    A reader for bilingual magazines. Without a verb it opens the screen: on the shelf, or on TARGET, which is an
    address, an issue file or a folder of issues. Without a terminal (in a pipe, or where TERM is dumb) it prints
    plain text.
    """
_OF_SCREEN = (LIBRARY, NO_MOUSE, INTERFACE, THEME, TOUR)
"""Options of the screen that the overview explains."""
_DEFAULT_LIBRARY = (
    ". Without it the library is READER_LIBRARY (folders as in PATH), else the library of the settings, else the "
    "issues that come with the program and those in your own folder for them"
)
ADDRESSES = (
    ("city-of-springs-08", "an issue"),
    ("city-of-springs-08/new-drivers", "an article"),
    ("city-of-springs-08/new-drivers#p3", "its third paragraph"),
    ("city-of-springs-08/new-drivers#zone", "a figure, or a block that has an id"),
)
EXIT_CODES = (
    ("0", "good"),
    ("1", "problems found, nothing found, or a file with errors"),
    ("2", "wrong usage, or an address or file that is not there"),
    ("130", "interrupted"),
)
VARIABLES = "NO_COLOR turns colour off. READER_DEBUG=1 shows where an unforeseen fault arose."


def overview() -> str:
    """Returns the text of ``reader --help``: the verbs by purpose, the options of the screen, addresses, exit codes."""
    groups = {purpose: [declaration(name) for name in names] for purpose, names in GROUPS.items()}
    entries = {purpose: [(usages(verb)[0], verb.summary) for verb in verbs] for purpose, verbs in groups.items()}
    column = max(len(usage) for listed_verbs in entries.values() for usage, _ in listed_verbs)
    lines = [*_overview_usage(), "", *wrapped(ABOUT)]
    for purpose, listed_verbs in entries.items():
        lines += ["", f"{purpose}:", *listed([(usage.ljust(column), about) for usage, about in listed_verbs], column)]
    lines += ["", "options:", *listed(_overview_options())]
    lines += ["", "addresses:", *listed(ADDRESSES, len(ADDRESSES[-1][0]))]
    lines += ["", "exit codes:", *listed(EXIT_CODES), "", *wrapped(VARIABLES)]
    return "\n".join(lines) + "\n"


def _overview_usage() -> list[str]:
    target = declaration("open").forms[0].words[0]
    options = [f"[{option.usage}]" for option in _OF_SCREEN]
    return [*_usage_lines("usage: reader", (target.usage, *options), "usage: reader "), "       reader VERB …"]


def _overview_options() -> list[tuple[str, str]]:
    """Returns the options of the screen, of printing, and of every verb, with their descriptions."""
    more = {LIBRARY.name: _DEFAULT_LIBRARY, HELP.name: "; reader VERB --help explains a verb, with examples"}
    found = [(option.usage, option.about + more.get(option.name, "")) for option in (*_OF_SCREEN, LOG_LEVEL, *COMMON)]
    found.insert(len(_OF_SCREEN), ("--json, --plain", "print instead of opening the screen; most verbs take them"))
    return found


def verb_help(verb: Verb) -> str:
    """Returns the text of ``reader VERB --help``."""
    lines = list(usage_of(verb))
    for paragraph in verb.about.split("\n\n"):
        lines += ["", *wrapped(paragraph)]
    if verb.legend:
        lines += ["", *listed([(term.name, term.about) for term in verb.legend])]
    lines += ["", *listed([(option.spelling, option.about) for option in (*verb.options, *COMMON)])]
    if verb.examples:
        lines += ["", "examples:", *(INDENT + example for example in verb.examples)]
    return "\n".join(lines) + "\n"


def usages(verb: Verb) -> list[str]:
    """Returns each form of a verb with its words only: ``new article FILE ID``."""
    return [" ".join((verb.name, *(word.usage for word in form.words))) for form in verb.forms]


def usage_of(verb: Verb) -> Iterator[str]:
    """Yields the lines of usage: each form of the verb with its options."""
    before = "usage: reader "
    for form, usage in zip(verb.forms, usages(verb), strict=True):
        yield from _usage_lines(before + usage, _usage_of_options(form, verb), f"{before}{verb.name} ")
        before = " " * len("usage: ") + "reader "


def _usage_lines(start: str, parts: Iterable[str], indent: str) -> Iterator[str]:
    """Yields a form of usage, its further lines indented as far as ``indent`` is long."""
    line = start
    for part in parts:
        if len(line) + 1 + len(part) <= WIDTH_CHARS:
            line += f" {part}"
            continue
        yield line
        line = " " * len(indent) + part
        while len(line) > WIDTH_CHARS and (end := line.rfind("|", 0, WIDTH_CHARS) + 1):  # a long list of choices
            yield line[:end]
            line = " " * (len(indent) + 1) + line[end:]
    yield line


def _usage_of_options(form: Form, verb: Verb) -> Iterator[str]:
    options = {option.name: option for option in verb.options}
    yield from (options[name].usage for name in form.required)
    yield from (f"[{options[name].usage}]" for name in form.options)


def wrapped(text: str, chars: int = WIDTH_CHARS) -> list[str]:
    """Returns a text on lines of at most ``chars`` characters, broken at spaces (``textwrap`` takes 2 ms to import)."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > chars:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def listed(entries: Sequence[tuple[str, str]], term_cells: int = _MAX_TERM_CELLS) -> Iterable[str]:
    """Yields terms with their descriptions beside them, in a column that begins at one place.

    Args:
        entries: Terms and descriptions.
        term_cells: The widest that the column of terms may be.
    """
    column = max((cells for term, _ in entries if (cells := _cells(term)) <= term_cells), default=term_cells)
    hang = " " * (len(INDENT) + column + 2)
    for term, description in entries:
        first, *rest = wrapped(description, WIDTH_CHARS - len(hang))
        if _cells(term) > column:
            yield INDENT + term
            yield hang + first
        else:
            yield f"{INDENT}{term}{' ' * (column - _cells(term))}  {first}"
        yield from (hang + line for line in rest)


def _cells(term: str) -> int:
    """Returns the width of a term; only terms beyond ASCII need the tables of the layout."""
    if term.isascii():
        return len(term)
    from reader.layout.width import cell_width

    return cell_width(term)
