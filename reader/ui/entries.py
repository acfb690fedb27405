"""What the lists show: contents, shelf and captions as entries of styled runs. Pure functions."""

from __future__ import annotations

from reader.library import Entry as LibraryEntry
from reader.library.made import Made
from reader.model.magazine import Article, Figure, GlossaryEntry, Issue
from reader.model.naming import both, pages_of
from reader.model.record import record
from reader.source.diagnostic import ERROR, Diagnostic
from reader.ui.drawing import Run
from reader.ui.strings import Strings
from reader.ui.widgets.listing import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

READ_SIGN, OTHER_SIGN = "● ", "○ "
MAX_FAULTS = 100
FIGURE_HERE, FIGURE_OTHER = "▣", "▢"


@record
class Chosen:
    """An article of an issue, perhaps at an anchor in it."""

    entry: LibraryEntry
    article: Article
    anchor: str = ""


def contents(entry: LibraryEntry, issue: Issue, here: str = "") -> list[Entry[Chosen]]:
    """Returns an issue's contents; the article whose id is ``here`` is marked."""
    found: list[Entry[Chosen]] = []
    for section in issue.sections:
        found.append(Entry(((("▾ ", "faint"), (both(section.title, issue.languages), "accent")),), space_before=True))
        for article in section.articles:
            languages = issue.languages_of(article)
            sign = READ_SIGN if article.id == here else OTHER_SIGN
            names = dict.fromkeys(name for tag in languages[:2] if (name := article.title.plain(tag)))
            first, *rest = names or [article.title.best(languages)]
            lines: list[tuple[Run, ...]] = [((sign, "accent" if article.id == here else "faint"), (first, ""))]
            lines += [(("  ", ""), (name, "muted")) for name in rest]
            found.append(Entry(tuple(lines), Chosen(entry, article), hang_cells=2, right=(pages_of(article), "muted")))
    return found


def shelf(entries: Sequence[LibraryEntry], strings: Strings, waits: bool = False) -> Sequence[Entry[LibraryEntry]]:
    """Returns the issues of a library; with ``waits`` no file is read for it: those that are not known yet say so."""
    return Made(entries, lambda entry: _on_shelf(entry, strings, waits))


def _on_shelf(entry: LibraryEntry, strings: Strings, waits: bool) -> Entry[LibraryEntry]:
    unread = waits and entry.is_unread
    issue = entry.issue_at_hand if unread else entry.issue
    if issue is None and unread:
        return Entry((((entry.name, ""), (f" — {strings.being_read}", "muted")),), entry, space_before=True)
    if issue is None:
        return _broken(entry, strings)
    languages = issue.languages
    number = sum(len(section.articles) for section in issue.sections)
    lines: list[tuple[Run, ...]] = [
        ((both(issue.magazine, languages), "strong"),),
        ((both(issue.label, languages), "accent"), (f"  {issue.date}" if issue.date else "", "muted")),
    ]
    if issue.title:
        lines.append(((both(issue.title, languages), ""),))
    sections = " · ".join(both(section.title, languages) for section in issue.sections)
    lines.append(((strings.articles.format(count=number), "muted"), (f"  {sections}", "muted")))
    return Entry(tuple(lines), entry, space_before=True)


def _broken(entry: LibraryEntry, strings: Strings) -> Entry[LibraryEntry]:
    """Returns a file that cannot be opened, and why."""
    first = entry.first_error
    place = f"{first.line}:{first.column} " if first.line else ""
    hint = f"; {first.hint}" if first.hint else ""
    head: tuple[Run, ...] = (("✗ ", "warning"), (entry.name, "warning"), (f" — {strings.broken}", "muted"))
    return Entry((head, ((f"{place}{first.code} {first.message}{hint}", "muted"),)), entry, space_before=True)


def faults(entry: LibraryEntry) -> list[Entry[Chosen]]:
    """Returns what keeps a file from being opened, each fault with its place and what to do."""
    found: list[Entry[Chosen]] = [Entry((((entry.path, "muted"),),))]
    for fault in entry.loaded.errors[:MAX_FAULTS]:
        first, *more = _fault(fault)
        excerpt = [((fault.excerpt.strip(), "muted"),)] if fault.excerpt.strip() else []
        found.append(Entry((first, *excerpt, *more), space_before=True, hang_cells=2))
    return found


def diagnostics(told: Sequence[Diagnostic]) -> list[Entry[Diagnostic]]:
    """Returns what is wrong with a file, errors first, each with its place and what to do."""
    ordered = sorted(told, key=lambda fault: fault.severity)
    return [Entry(tuple(_fault(fault)), fault, hang_cells=2) for fault in ordered]


def terms(issue: Issue, languages: tuple[str, str], near: Sequence[GlossaryEntry]) -> list[Entry[GlossaryEntry]]:
    """Returns a glossary: the entries near the reader first, and the others."""
    chosen = {id(entry) for entry in near}
    others = [entry for entry in issue.glossary if id(entry) not in chosen]
    found = []
    for number, entry in enumerate([*near, *others]):
        names = dict.fromkeys(name for tag in languages if (name := entry.term.plain(tag)))
        head: list[Run] = [(" · ".join(names), "strong" if number < len(near) else "")]
        head += [(f"  {entry.pinyin}", "accent")] if entry.pinyin else []
        lines: list[tuple[Run, ...]] = [tuple(head)]
        lines += [((", ".join(entry.also), "muted"),)] if entry.also else []
        notes = dict.fromkeys(note for tag in languages if entry.note and (note := entry.note.plain(tag)))
        lines += [((note, ""),) for note in notes]
        found.append(Entry(tuple(lines), entry, indent_cells=2, space_before=True))
    return found


def _fault(fault: Diagnostic) -> list[tuple[Run, ...]]:
    place = f"{fault.line}:{fault.column}  " if fault.line else ""
    sign = "" if fault.severity == ERROR else "! "
    first: tuple[Run, ...] = ((sign + place, "accent"), (f"{fault.code} ", "warning"), (fault.message, ""))
    return [first, *([((fault.hint, "muted"),)] if fault.hint else [])]


def captions(article: Article, languages: tuple[str, str], here: str, strings: Strings) -> list[Entry[Figure]]:
    """Returns an article's figures with captions in both languages and credit; ``here`` is the nearest one."""
    found = []
    for number, figure in enumerate(article.figures, 1):
        sign, name = (FIGURE_HERE, "accent") if figure.id == here else (FIGURE_OTHER, "muted")
        page = strings.page.format(page=figure.page) if figure.page else ""
        lines: list[tuple[Run, ...]] = [((f"{sign} {number}", name),)]
        shown = dict.fromkeys(figure.caption.plain(tag) for tag in languages)
        lines += [((caption, "" if k == 0 else "muted"),) for k, caption in enumerate(filter(None, shown))]
        if figure.credit:
            lines.append(
                ((" · ".join(dict.fromkeys(filter(None, (figure.credit.plain(t) for t in languages)))), "muted"),)
            )
        found.append(Entry(tuple(lines), figure, space_before=True, right=(page, "muted")))
    return found
