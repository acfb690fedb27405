"""How articles are looked at: what the reader sets once, and changes while reading."""

from __future__ import annotations

from reader.layout.typesetting import Typesetting
from reader.model.language import choose
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue
    from reader.settings import Settings


@record
class Look:
    """The way to read, the columns, the typesetting, and the languages that are wanted where an article has them."""

    mode: str
    measure_cells: int
    split: float
    """The left column's share of the width of both."""
    typesetting: Typesetting
    languages: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """Returns the look that is set."""
        typesetting = Typesetting(
            justified=settings.flag("justify"),
            hanging=settings.flag("hang"),
            hyphenated=settings.flag("hyphenate"),
            spaced=settings.flag("space"),
            indented=settings.flag("indent"),
            scrolled_tables=True,
        )
        split = settings.number("split") / 100
        return cls(settings.text("mode"), settings.number("measure"), split, typesetting, settings.texts("languages"))

    def pair_of(self, issue: Issue, article: Article) -> tuple[str, str]:
        """Returns the two languages that an article is shown in: of those that are wanted what it has, then its own."""
        pair = issue.pair_of(article)
        known = tuple(dict.fromkeys((*issue.languages_of(article), *issue.languages)))
        wanted = [choose(tag, known) for tag in self.languages]
        left, right, *_ = dict.fromkeys(tag for tag in (*wanted, *pair) if tag)
        return left, right
