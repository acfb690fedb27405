"""Issues as the text of issue files: the loader reads the output of :func:`dump` as an equal issue."""

from __future__ import annotations

import re

from reader.source.schema.issue import ARTICLE, ISSUE
from reader.source.schema.texts import LiteralText
from reader.source.schema.write_context import WriteContext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.magazine import Article, Issue
    from reader.source.schema.write_context import Comments, Plain

_MARKER = "\ue000"
"""Begins the placeholder of a comment; longer where a text holds it."""


def dump(issue: Issue, comments: Comments | None = None) -> str:
    """Returns the issue as the text of an issue file.

    Args:
        issue: The issue.
        comments: Comments by the ``id()`` of the article, block or figure each is put over, or by the name of a key
            of the issue.
    """
    return _text(lambda context: context.with_comments(ISSUE.write(issue, context)), comments or {})


def dump_article(article: Article, comments: Comments | None = None) -> list[str]:
    """Returns the lines of an article's keys, as :func:`dump` writes them."""
    return _text(lambda context: ARTICLE.write(article, context), comments or {}).splitlines()


def _text(write: Callable[[WriteContext], Plain], comments: Comments) -> str:
    """Returns plain data as YAML, with comments in the place of their placeholders."""
    bare = _yaml(write(WriteContext({}, "")))
    if not comments:
        return bare
    marker = _MARKER
    while marker in bare:
        marker += _MARKER
    context = WriteContext(comments, marker)
    text = _yaml(write(context))

    def comment(placeholder: re.Match[str]) -> str:
        return f"{placeholder[1]}# {context.comments[int(placeholder[2])]}"

    return re.sub(rf"^( *)(?:- )?{marker}([0-9]+)(?:: '')?$", comment, text, flags=re.MULTILINE)


def _yaml(data: Plain) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (an alias would surprise a maintainer)
            return True

    def literal(dumper: yaml.SafeDumper, text: LiteralText) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")

    Dumper.add_representer(LiteralText, literal)
    text: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text
