"""Links inside a source as links inside the drafted issue: to articles, and to the blocks and figures in them."""

from __future__ import annotations

from reader.importing.rewriting import with_texts
from reader.model.magazine import texts_in
from reader.model.record import record, replace
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.rewriting import Rewritten
    from reader.model.magazine import Article
    from reader.model.text import Prose, Span


@record
class LinkedArticle:
    """A drafted article, the comments on its records, and the places in it that links of the source lead to."""

    article: Article
    places: Mapping[str, str]
    """Ids of blocks and figures by the names in the source; empty for the beginning of the article."""
    comments: Mapping[int, str]
    """Comments by the ``id()`` of the record that each is on."""


def has_links_inside(article: Article) -> bool:
    """Whether a text of an article has a link to a place of its source."""
    return any(_is_inside(span) for text in texts_in(article) for _, prose in text.sides for span in prose.spans)


def with_links(articles: Sequence[LinkedArticle]) -> list[Rewritten]:
    """Returns articles whose links lead to places of the draft; links to parts that it has not are plain text."""
    everywhere: dict[str, str] = {}
    for each in articles:
        for name, anchor in each.places.items():
            everywhere.setdefault(name, f"{each.article.id}#{anchor}" if anchor else each.article.id)
    found = []
    for each in articles:
        here = {name: f"#{anchor}" if anchor else each.article.id for name, anchor in each.places.items()}
        targets = everywhere | here

        def changed(text: Text, targets: Mapping[str, str] = targets) -> Text:
            return Text(tuple((tag, _prose(prose, targets)) for tag, prose in text.sides))

        found.append(with_texts(each.article, changed, each.comments))
    return found


def _prose(prose: Prose, targets: Mapping[str, str]) -> Prose:
    if not any(map(_is_inside, prose.spans)):
        return prose
    spans = []
    for span in prose.spans:
        if not _is_inside(span):
            spans.append(span)
        elif target := targets.get(span.target[1:]):
            spans.append(replace(span, target=target))
    return replace(prose, spans=tuple(spans))


def _is_inside(span: Span) -> bool:
    return span.kind == "link" and span.target.startswith("#")
