"""The work that is left in an issue: each missing or stale text with its line in the file."""

from __future__ import annotations

from reader.gate import shown_path
from reader.model.pair_language import is_translated
from reader.model.placeholders import is_left
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE
from reader.model.translatable import issue_texts
from reader.model.translation_status import COMPLETE, MISSING, ORIGINAL, source_language, translation_statuses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from reader.layout.runs import Run
    from reader.model.magazine import Article, Issue
    from reader.model.translatable import TranslatableText
    from reader.model.translation_status import TranslationStatus
    from reader.source.schema.load_context import LoadContext

    Problem = Literal["missing", "stale", "gone"]

MAX_STALE_NAMED = 3
"""Maximum number of stale texts that are named in the line of an article."""
MAX_EXCERPT_CELLS = 40


@record
class WorkPlace:
    """A text that needs work, or an article with texts that do."""

    path: str
    line: int
    address: str
    part: str
    """Part of the passage or figure that the text is; empty for the text of a passage, or an article."""
    language: str
    problem: Problem
    count: int = 1
    """Number of texts."""
    excerpt: str = ""
    """The text in the source."""
    new: str = ""
    """Of a stale text, its source as it is."""
    old: str = ""
    """Of a stale text, the source that the translation was made from; empty if it is not known."""


class Work:
    """An issue with the statuses of its articles."""

    def __init__(
        self, path: str, issue: Issue, context: LoadContext, chosen: Mapping[str, object] | None = None
    ) -> None:
        """Works out the statuses of all articles, or of the chosen ones."""
        self.path, self.issue, self._context = path, issue, context
        self.is_chosen = bool(chosen)
        """Whether articles or texts of the issue were chosen."""
        articles = [article for _, article in issue.articles() if not chosen or article.id in chosen]
        self.statuses: list[tuple[Article, list[TranslationStatus]]] = [
            (each, translation_statuses(issue, each)) for each in articles
        ]
        self.issue_places = [] if chosen else list(self._of_issue())
        """The texts outside the articles that need work: titles of the issue and its sections, terms."""
        self._past = self._past_texts()
        self.places = self.issue_places + [
            place for article, found in self.statuses for status in found for place in self._of(article, status)
        ]
        """The texts that need work, in the order of the articles and languages."""

    @property
    def article_count(self) -> int:
        """Number of articles."""
        return len(self.statuses)

    @property
    def behind(self) -> int:
        """Number of articles that need work."""
        return sum(any(each.needs_work for each in found) for _, found in self.statuses)

    @property
    def needs_work(self) -> bool:
        """Whether an article or a text outside the articles needs work."""
        return bool(self.behind or self.issue_places)

    def places_of(self, article: Article, language: str) -> list[WorkPlace]:
        """Returns the texts of an article that need work in a language."""
        found = next((s for a, all_ in self.statuses if a is article for s in all_ if s.language == language), None)
        return list(self._of(article, found)) if found else []

    def _of_issue(self) -> Iterator[WorkPlace]:
        first, *others = self.issue.languages[:2]
        for name, text in issue_texts(self.issue):
            if not text.sides or text.languages == (EVERY_LANGUAGE,):
                continue
            for tag in (first, *others):
                source = next((each for each in text.languages if each != tag), tag)
                is_there = is_translated(text, source, tag) if source != tag else bool(text.plain(tag))
                if text.is_absent(tag) or (is_there and not is_left(text, tag)):
                    continue
                line, excerpt = self._line(text), text.best(self.issue.languages)
                yield WorkPlace(self.path, line, self.issue.id, name, tag, "missing", 1, excerpt)

    def _of(self, article: Article, status: TranslationStatus) -> Iterator[WorkPlace]:
        address = f"{self.issue.id}/{article.id}"
        if status.state == MISSING:
            count = max(1, len(status.missing))
            yield WorkPlace(self.path, self._line(article), address, "", status.language, "missing", count)
            return
        for text in status.missing:
            yield self._place(article, status, text, "missing")
        source = source_language(self.issue, article)
        for text, old in zip(status.stale, status.stale_hashes, strict=True):
            place = self._place(article, status, text, "stale")
            yield replace(place, new=text.words(source), old=self._past.get((article.id, old), ""))
        if status.gone:
            line = self._line(article, "translated")
            yield WorkPlace(self.path, line, address, "", status.language, "gone", status.gone)

    def _past_texts(self) -> dict[tuple[str, str], str]:
        """Returns the accepted sources of stale texts, by the article and their hash, where git has them."""
        wanted = [
            (article.id, hash_)
            for article, found in self.statuses
            for status in found
            for hash_ in status.stale_hashes
            if hash_
        ]
        if not wanted:
            return {}
        from reader.source.past_texts import past_texts

        return past_texts(self.path, wanted)

    def _place(
        self, article: Article, status: TranslationStatus, text: TranslatableText, problem: Problem
    ) -> WorkPlace:
        address = f"{self.issue.id}/{article.id}#{text.anchor}"
        part = "" if text.part == text.anchor else text.part
        excerpt = text.text.best(self.issue.languages_of(article))
        line = self._line(text.text)
        return WorkPlace(self.path, line, address, part, status.language, problem, 1, excerpt)

    def _line(self, value: object, key: str = "") -> int:
        node = self._context.node(value, key)
        return node.line + 1 if node else 0


def work_line(place: WorkPlace) -> list[Run]:
    """Returns the line of a text that needs work: file and line, address, language, problem, beginning of the text."""
    from reader.layout.width import cell_width, clip

    part = f" {place.part}" if place.part else ""
    count = f": {place.count}" if place.count > 1 else ""
    excerpt = place.excerpt.replace("\n", " ")
    if cell_width(excerpt) > MAX_EXCERPT_CELLS:
        excerpt = clip(excerpt, MAX_EXCERPT_CELLS - 1) + "…"
    return [
        (f"{shown_path(place.path)}:{place.line}: ", "strong"),
        (f"{place.address}{part}", "address"),
        (f" {place.language} ", ""),
        (f"{place.problem}{count}", "warning"),
        (f"  {excerpt}", "muted"),
    ]


def issue_lines(work: Work) -> Iterator[list[Run]]:
    """Yields the id of an issue, and a line for each article with a column for each language."""
    from reader.cli.reporting.changed_texts import change_lines
    from reader.layout.runs import padded, width_of

    yield [(work.issue.id, "title")]
    for place in work.issue_places:
        yield [(f"  {place.part} ", ""), (f"{place.language} ", ""), (place.problem, "warning")]
    rows: list[list[list[Run]]] = []
    for article, found in work.statuses:
        row: list[list[Run]] = [[(f"{work.issue.id}/{article.id}", "address")]]
        for status in found:
            is_good = status.state in (ORIGINAL, COMPLETE) and not status.needs_work
            row.append([(f"{status.language} ", ""), (_in_words(status), "muted" if is_good else "warning")])
        rows.append(row)
    columns = max(map(len, rows), default=0)
    widths = [max(width_of(row[n]) for row in rows if n < len(row)) for n in range(columns)]
    for (article, found), row in zip(work.statuses, rows, strict=True):
        line: list[Run] = [("  ", "")]
        for cell, width in zip(row, widths, strict=False):
            line += [*padded(cell, width), ("  ", "")]
        yield line
        for place in _changed(work, article, found):
            name = place.address.partition("#")[2]
            yield from change_lines(f"{name} {place.part}" if place.part else name, place.old, place.new)


def _changed(work: Work, article: Article, found: Sequence[TranslationStatus]) -> list[WorkPlace]:
    """Returns the stale texts of an article that are named, once each; all of them if texts were chosen."""
    places = [place for status in found for place in work.places_of(article, status.language) if place.new]
    once = {(place.address, place.part): place for place in places}
    return [*once.values()][: None if work.is_chosen else MAX_STALE_NAMED]


def _in_words(status: TranslationStatus) -> str:
    parts: list[str] = [status.state]
    if status.missing and status.state != MISSING:
        parts[0] = f"{status.state}: {len(status.missing)} of {status.texts} missing"
    if status.stale:
        anchors = list(dict.fromkeys(text.anchor for text in status.stale))
        named = ", ".join(anchors[:MAX_STALE_NAMED])
        more = "…" if len(anchors) > MAX_STALE_NAMED else ""
        parts.append(f"stale: {len(status.stale)} changed ({named}{more})")
    if status.gone:
        parts.append(f"{'' if status.stale else 'stale: '}{status.gone} gone from the source")
    return ", ".join(parts)
