"""What the lists show: contents, shelf and captions as entries of styled runs. Pure functions."""

from __future__ import annotations

from reader.catalogue.lazy import LazySequence
from reader.library import LibraryEntry
from reader.model.magazine import Article, Figure, GlossaryEntry, Issue
from reader.model.naming import both, pages_of
from reader.model.record import record
from reader.source.diagnostic import ERROR, Diagnostic
from reader.ui.strings import Strings
from reader.ui.widgets.drawing import Run
from reader.ui.widgets.listing import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.marks.mark import Mark

HERE_SIGN, READ_SIGN, BEGUN_SIGN, OTHER_SIGN = "● ", "✓ ", "◐ ", "○ "
MAX_FAULTS = 100
FIGURE_HERE, FIGURE_OTHER = "▣", "▢"


@record
class Chosen:
    """An article of an issue, perhaps at an anchor in it."""

    entry: LibraryEntry
    article: Article
    anchor: str = ""


def contents(
    entry: LibraryEntry, issue: Issue, strings: Strings, places: Mapping[str, Mark], here: str = ""
) -> list[Entry[Chosen]]:
    """Returns an issue's contents; the article whose id is ``here`` is marked, and those that are begun or read."""
    found: list[Entry[Chosen]] = []
    for section in issue.sections:
        found.append(Entry(((("▾ ", "faint"), (both(section.title, issue.languages), "accent")),), space_before=True))
        for article in section.articles:
            languages = issue.languages_of(article)
            sign, told = _state(places.get(article.id), strings)
            sign = HERE_SIGN if article.id == here else sign
            names = dict.fromkeys(name for tag in languages[:2] if (name := article.title.plain(tag)))
            first, *rest = names or [article.title.best(languages)]
            lines: list[tuple[Run, ...]] = [((sign, "accent" if article.id == here else "faint"), (first, ""))]
            lines += [(("  ", ""), (name, "muted")) for name in rest]
            right = "  ".join(filter(None, (told, pages_of(article))))
            found.append(Entry(tuple(lines), Chosen(entry, article), hang_cells=2, right=(right, "muted")))
    return found


def _state(place: Mark | None, strings: Strings) -> tuple[str, str]:
    """Returns the sign of an article by the place in it, and a word for it."""
    if place is None:
        return OTHER_SIGN, ""
    return (READ_SIGN, strings.read) if place.finished else (BEGUN_SIGN, f"{max(1, place.done // 10)}%")


def go_on(chosen: Chosen, issue: Issue, place: Mark | None, strings: Strings) -> Entry[LibraryEntry | Chosen]:
    """Returns what offers to continue an article, or to begin the one after."""
    languages = issue.languages_of(chosen.article)
    done = f" · {max(1, place.done // 10)}%" if place else ""
    head: tuple[Run, ...] = (("▶ ", "accent"), (strings.go_on, "accent"), (done, "muted"))
    title: tuple[Run, ...] = (("  ", ""), (both(chosen.article.title, languages), "strong"))
    return Entry((head, title), chosen, hang_cells=2)


def shelf(
    entries: Sequence[LibraryEntry | Chosen],
    strings: Strings,
    waits: bool = False,
    reading: Mapping[str, tuple[int, int]] | None = None,
    is_fresh: Callable[[LibraryEntry], bool] | None = None,
    place: Mark | None = None,
) -> Sequence[Entry[LibraryEntry | Chosen]]:
    """Returns the issues of a library, perhaps with an article to continue before them.

    Args:
        entries: The issues, and what is to be continued.
        strings: The interface's language.
        waits: Whether no file is read for it: those that are not known yet say so.
        reading: How many articles of an issue are begun and finished.
        is_fresh: Tells whether an issue is new.
        place: The place in the article to continue; None to begin it.
    """

    def make(entry: LibraryEntry | Chosen) -> Entry[LibraryEntry | Chosen]:
        if isinstance(entry, Chosen):
            issue = entry.entry.issue
            assert issue
            return go_on(entry, issue, place, strings)
        return _on_shelf(entry, strings, waits, reading or {}, bool(is_fresh and is_fresh(entry)))

    return LazySequence(entries, make)


def _on_shelf(
    entry: LibraryEntry, strings: Strings, waits: bool, reading: Mapping[str, tuple[int, int]], is_new: bool
) -> Entry[LibraryEntry | Chosen]:
    unread = waits and entry.is_unread
    issue = entry.issue_at_hand if unread else entry.issue
    if issue is None and unread:
        return Entry((((entry.name, ""), (f" — {strings.being_read}", "muted")),), entry, space_before=True)
    if issue is None:
        return _broken(entry, strings)
    languages = issue.languages
    number = sum(len(section.articles) for section in issue.sections)
    lines: list[tuple[Run, ...]] = [
        ((both(issue.magazine, languages), "strong"), (f"  ✦ {strings.new}" if is_new else "", "accent")),
        ((both(issue.label, languages), "accent"), (f"  {issue.date}" if issue.date else "", "muted")),
    ]
    if issue.title:
        lines.append(((both(issue.title, languages), ""),))
    sections = " · ".join(both(section.title, languages) for section in issue.sections)
    told = _read(*reading.get(issue.id, (0, 0)), number, strings)
    lines.append(((strings.articles.format(count=number), "muted"), (told, "accent"), (f"  {sections}", "muted")))
    return Entry(tuple(lines), entry, space_before=True)


def _read(begun: int, finished: int, number: int, strings: Strings) -> str:
    """Returns how far an issue is read, in words after the number of its articles."""
    if finished >= number > 0:
        return f" · {READ_SIGN}{strings.all_read}"
    told = f" · {READ_SIGN}{strings.read_articles.format(count=finished)}" if finished else ""
    return told + (f" · {BEGUN_SIGN}{strings.begun_articles.format(count=begun)}" if begun else "")


def _broken(entry: LibraryEntry, strings: Strings) -> Entry[LibraryEntry | Chosen]:
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


def captions(
    article: Article, languages: tuple[str, str], here: str, strings: Strings, notes: Sequence[Mark] = ()
) -> list[Entry[Figure]]:
    """Returns an article's figures with captions in both languages and credit; ``here`` is the nearest one.

    The reader's notes on the current passage stand before them.
    """
    found: list[Entry[Figure]] = []
    lines: list[tuple[Run, ...]]
    for mark in notes:
        written = [line for line in mark.note.splitlines() if line.strip()]
        lines = [(("✎ ", "accent"), (written[0], "")), *[(("  ", ""), (line, "")) for line in written[1:]]]
        found.append(Entry(tuple(lines), space_before=True, hang_cells=2))
    for number, figure in enumerate(article.figures, 1):
        sign, name = (FIGURE_HERE, "accent") if figure.id == here else (FIGURE_OTHER, "muted")
        page = strings.page.format(page=figure.page) if figure.page else ""
        lines = [((f"{sign} {number}", name),)]
        shown = dict.fromkeys(figure.caption.plain(tag) for tag in languages)
        lines += [((caption, "" if k == 0 else "muted"),) for k, caption in enumerate(filter(None, shown))]
        if figure.credit:
            lines.append(
                ((" · ".join(dict.fromkeys(filter(None, (figure.credit.plain(t) for t in languages)))), "muted"),)
            )
        found.append(Entry(tuple(lines), figure, space_before=True, right=(page, "muted")))
    return found
