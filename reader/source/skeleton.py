"""What a new issue and a new article look like: files to be filled in, with comments that tell how."""

from __future__ import annotations

from reader.model.language import is_ideographic, is_traditional

SCHEMA_FILE = "issue.schema.json"
"""What ``reader schema`` prints, beside the issue files: editors find it by their first line."""

_WORDS = {
    "magazine": ("刊名", "刊名", "The magazine"),
    "label": ("1月刊", "1月刊", "January issue"),
    "section": ("栏目", "欄目", "Section"),
    "title": ("文章标题", "文章標題", "Title of the article"),
    "paragraph": ("这里写第一段。", "這裡寫第一段。", "Here the first paragraph is written."),
    "term": ("术语", "術語", "term"),
    "caption": ("图注", "圖註", "Caption"),
}


def new_issue(issue_id: str, languages: tuple[str, ...]) -> str:
    """Returns an issue file with one article, which checks clean."""
    article = "\n".join("        " + line if line else "" for line in article_lines("first-article", languages))
    return f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# What may stand where: docs/FORMAT.md. Lines that begin with # are not read; take the # away to use one.
format: 1
id: {issue_id} # as the file is called, and the folder of its pictures
languages: [{", ".join(languages)}] # the first two are read side by side
magazine: {_each("magazine", languages)}
label: {_each("label", languages)} # what the cover calls this issue
# title: {_each("title", languages)} # the cover line
# date: 2024-01 # as far as it is known: 2024, 2024-01 or 2024-01-31

sections:
  - id: first-section
    title: {_each("section", languages)}
    articles:
      - {article.lstrip()}

# glossary:
#   - term: {_each("term", languages)}
#     pinyin: shùyǔ
#     also: [other spelling]
"""


def article_lines(article_id: str, languages: tuple[str, ...]) -> list[str]:
    """Returns the lines of an article's keys."""
    texts = [f"{tag}: {_word('paragraph', tag)}" for tag in languages]
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


def _each(name: str, languages: tuple[str, ...]) -> str:
    return "{" + ", ".join(f"{tag}: {_word(name, tag)}" for tag in languages) + "}"


def _word(name: str, tag: str) -> str:
    simplified, traditional, other = _WORDS[name]
    return (traditional if is_traditional(tag) else simplified) if is_ideographic(tag) else other
