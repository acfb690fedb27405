"""The template of a new issue and a new article: files to fill in, with comments that explain the keys."""

from __future__ import annotations

from reader.model.language import is_ideographic
from reader.model.placeholders import placeholder
from reader.source.formatting import formatted
from reader.source.source_file import SourceFile

SCHEMA_FILE = "issue.schema.json"
"""The file beside the issue files that holds the output of ``reader schema``; their first line names it to editors."""


def new_issue(issue_id: str, languages: tuple[str, ...]) -> str:
    """Returns the text of an issue file with one article, in the one layout, which ``reader check`` accepts."""
    text = formatted(SourceFile(f"{issue_id}.yaml", _commented(issue_id, languages)))
    assert text is not None
    return text


def _commented(issue_id: str, languages: tuple[str, ...]) -> str:
    article = "\n".join("        " + line if line else "" for line in article_lines("first-article", languages))
    pinyin = "#     pinyin: shùyǔ\n" if any(map(is_ideographic, languages)) else ""
    return f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# `reader format` describes every key. Lines that begin with # are comments; remove the # to use one.
format: 1
id: {issue_id} # the name of this file, and of the folder of its pictures
languages: [{", ".join(languages)}] # the first two are read side by side
magazine: {_each("magazine", languages)}
label: {_each("label", languages)} # the name of the issue on its cover
# title: {_each("title", languages)} # the cover line
# date: 2024-01 # as far as it is known: 2024, 2024-01 or 2024-01-31; the newest issue comes first
# cover: cover.png # a picture in the folder that has the issue's name

sections:
  - id: first-section
    title: {_each("section", languages)}
    articles:
      - {article.lstrip()}

# glossary:
#   - term: {_each("term", languages)}
{pinyin}#     also: [other spelling]
"""


def article_lines(article_id: str, languages: tuple[str, ...]) -> list[str]:
    """Returns the lines of an article's keys."""
    texts = [f"{tag}: {placeholder('paragraph', tag)}" for tag in languages]
    return [
        f"id: {article_id} # its address in this issue",
        f"title: {_each('title', languages)}",
        f"# deck: {_each('title', languages)} # the lines under the title",
        f"# credits: [{{role: text, name: {_each('magazine', languages)}}}]",
        "# pages: 1-2 # as printed",
        f"# original: {languages[0]} # the language it was written in",
        "body:",
        "  # A block with both languages; a long text after | on lines of its own.",
        f"  - {texts[0]}",
        *(f"    {line}" for line in texts[1:]),
        f"  # - heading: {_each('title', languages)}",
        "  # - figure: first-figure",
        "# figures:",
        "#   - id: first-figure",
        f"#     caption: {_each('caption', languages)}",
        "#     file: picture.png # in the folder that has the issue's name",
    ]


def _each(key: str, languages: tuple[str, ...]) -> str:
    """Returns a placeholder in each language, as a mapping in braces."""
    return "{" + ", ".join(f"{tag}: {placeholder(key, tag)}" for tag in languages) + "}"
