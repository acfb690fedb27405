"""The open article: its issue, its languages on the screen, and its neighbours. Pure."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from reader.layout.column import Locus
from reader.layout.sampling import sampled
from reader.layout.spaces import LEFT, RIGHT, SIDES
from reader.model.counting import minutes
from reader.model.naming import citation
from reader.model.passage import address, find, passages
from reader.model.provenance import provenance
from reader.model.record import record
from reader.reading.direction import FORWARD
from reader.reading.dressing import text_in_script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.flow import Flow
    from reader.library import LibraryEntry
    from reader.model.magazine import Article, Issue, Section
    from reader.model.passage import Passage
    from reader.reading.direction import Direction
    from reader.reading.dressing import Script
    from reader.reading.selection import Selection
    from reader.reading.window import Window


COUNTED_CHARS = 20_000
"""Number of characters up to which the words of an article are counted; longer ones are counted by a sample."""
SAMPLE_TEXTS = 48
"""Number of texts of the sample."""
SAMPLE_TEXT_CHARS = 400
"""Number of characters that are counted of each."""
_OTHER_HAN = ("ja", "ko")
"""Other languages with Han characters."""


@record
class OpenArticle:
    """An article of an issue, in two languages: the left one and the right one."""

    entry: LibraryEntry
    issue: Issue
    article: Article
    languages: tuple[str, str]

    # -- its place in the issue -----------------------------------------------------------------------

    @property
    def section(self) -> Section:
        """Section of the issue that holds the article."""
        return next(section for section, article in self.issue.articles() if article is self.article)

    def neighbour(self, by: Direction) -> Article | None:
        """Returns the next article of the issue (1) or the one before (-1); None at the ends."""
        articles = [article for _, article in self.issue.articles()]
        index = next(k for k, article in enumerate(articles) if article is self.article) + by
        return articles[index] if 0 <= index < len(articles) else None

    @property
    def idle_commands(self) -> frozenset[str]:
        """Ids of the commands that have nothing to act on here: no figure to look at, no article after this one."""
        idle = {"figure": not self.article.figures, "next_article": self.neighbour(FORWARD) is None}
        return frozenset(name for name, is_idle in idle.items() if is_idle)

    # -- its languages --------------------------------------------------------------------------------

    def next_languages(self) -> tuple[str, str] | None:
        """Returns the next pair of the issue's languages; None if there is only one pair."""
        known = tuple(dict.fromkeys((*self.issue.languages_of(self.article), *self.issue.languages)))
        pairs = list(combinations(known, 2))
        if len(pairs) < 2:
            return None
        here = next((k for k, pair in enumerate(pairs) if {*pair} == {*self.languages}), 0)
        return pairs[(here + 1) % len(pairs)]

    def locus_in(self, languages: tuple[str, str], locus: Locus | None) -> Locus | None:
        """Returns a locus of this article as it is shown in other languages.

        The character is kept where its language is still shown, else only the paragraph.
        """
        if locus is None:
            return None
        language = self.languages[locus.side]
        if language in languages:
            return Locus(locus.kind, locus.anchor, SIDES[languages.index(language)], locus.offset)
        return Locus(locus.kind, locus.anchor, locus.side)

    def names_in_script(self, names: Sequence[str], script: Script) -> tuple[str, ...]:
        """Returns names of the issue in a script; as they are where their Han characters may be of another language."""
        if script == "as-written" or any(tag.partition("-")[0] in _OTHER_HAN for tag in self.issue.languages):
            return tuple(names)
        source = "zh-Hant" if script == "simplified" else "zh-Hans"  # a name does not tell which of both it is
        return tuple(text_in_script(name, source, script) for name in names)

    # -- its passages -----------------------------------------------------------------------------------

    def passage(self, window: Window) -> Passage | None:
        """Returns the current passage of a window; the first one while the head is current; None without passages."""
        item = window.item
        return find(self.article, item.anchor) if item and item.number else next(passages(self.article), None)

    def passage_of(self, window: Window, selection: Selection | None) -> Passage | None:
        """Returns the passage in which a selection begins; the current one without a selection."""
        if selection is None:
            return self.passage(window)
        item = window.spread.columns[selection.column].items[selection.ends[0].item]
        return find(self.article, item.anchor) if item.number else None

    def text_of(self, window: Window, selection: Selection | None, script: Script = "as-written") -> str:
        """Returns the selected text; without a selection the current passage in each of its languages."""
        if selection:
            return selection.text(window.spread.columns[selection.column], script)
        passage = self.passage(window)
        if passage is None:
            return ""
        languages = (*self.languages, *passage.text.languages)
        texts = (text_in_script(passage.text.plain(tag), tag, script) for tag in languages)
        return "\n\n".join(filter(None, dict.fromkeys(texts)))

    def address(self, passage: Passage | None) -> str:
        """Returns the address of a passage; of the article if it is None."""
        return str(address(self.issue, self.article, passage))

    def citation(self, passage: Passage | None) -> str:
        """Returns the citation of a passage; of the article if it is None."""
        page, anchor = (passage.page, passage.anchor) if passage else ("", "")
        return citation(self.issue, self.article, page, anchor)

    def cited(self, text: str, passage: Passage | None) -> str:
        """Returns a text with its citation below it, and the source and the licence on a line of their own."""
        lines = (f"— {self.citation(passage)}", provenance(self.issue, self.article))
        return "\n\n".join((text, "\n  ".join(filter(None, lines))))


def reading_minutes(flow: Flow) -> float:
    """Returns the time to read the left language of an article, the right one where the left has no text.

    A long article is counted by a sample.
    """
    for items, side in ((flow.sides[0], LEFT), (flow.sides[-1], RIGHT)):
        if whole_chars := sum(items.lengths(side)):
            if whole_chars <= COUNTED_CHARS:
                return minutes(items.texts(side))
            sample = items.texts_at(sampled(len(items), SAMPLE_TEXTS), side)
            return minutes((text[:SAMPLE_TEXT_CHARS] for text in sample), whole_chars)
    return 0.0
