"""Records of the model with other texts in them, and the comments of a draft that follow them."""

from __future__ import annotations

from reader.model.record import field_names, record, replace
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from reader.model.magazine import Article


@record
class Rewritten:
    """An article with other texts, and the comments on its records."""

    value: Article
    comments: dict[int, str]
    """Comments by the ``id()`` of the record that each is on."""


def with_texts(article: Article, change: Callable[[Text], Text], comments: Mapping[int, str]) -> Rewritten:
    """Returns an article with all its texts changed; ``comments`` are on records of the article as it was."""
    found: dict[int, str] = {}

    def rewritten(value: Any) -> Any:
        made = value
        if isinstance(value, Text):
            made = change(value)
        elif isinstance(value, tuple):
            made = tuple(map(rewritten, value))
        elif fields := field_names(type(value)):
            made = replace(value, **{name: rewritten(getattr(value, name)) for name in fields})
        if id(value) in comments:
            found[id(made)] = comments[id(value)]
        return made

    return Rewritten(rewritten(article), found)
