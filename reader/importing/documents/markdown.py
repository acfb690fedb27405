"""Markdown as documents: by markdown-it to HTML, which the reader of HTML takes.

CommonMark with tables and strikethrough (GitHub), footnotes, front matter, and of Pandoc divisions with a language,
line blocks, definitions, tables without bars, raw parts and attributes; directives of MyST, marks of Obsidian, lists of
attributes of kramdown.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.documents.document import Document, TaggedText
from reader.importing.documents.html import licence_of
from reader.importing.documents.html_headings import with_bold_headings
from reader.importing.documents.html_tree import parse_html
from reader.importing.documents.html_units import PageWalker
from reader.importing.documents.languages import declared_tag
from reader.importing.documents.markdown_directives import (
    directive_as_html,
    with_fences,
    with_shortcode_figures,
    without_directive_marks,
    without_imports,
)
from reader.importing.documents.markdown_indented import with_indented_boxes, with_plain_lists
from reader.importing.documents.markdown_places import name_headings, with_named_headings
from reader.importing.documents.markdown_ruled_tables import with_captions, with_ruled_tables
from reader.importing.documents.markdown_tables import with_html_tables
from reader.importing.documents.own_links import with_own_links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NESTING = 60
"""Maximum number of blocks of Markdown inside each other."""
MAX_LOOSE_BRACKETS = 100
"""Brackets in a paragraph that nothing closes, from which on they are escaped."""
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z][\w.-]*)[ \t]*[:=][ \t]*(.*)\Z")
_CHILD = re.compile(r"[ \t]+(?:-[ \t]+)?(?:([A-Za-z][\w.-]*)[ \t]*:[ \t]+)?(.*)\Z")
_PANDOC_TITLE = re.compile(r"\A%[ \t]+(.+)\n(?:%[ \t]*(.*)\n)?(?:%[ \t]*(.*)\n)?")
_FENCED_DIV = re.compile(
    r"^:{3,}[ \t]*(\{[^}\n]*\}|[\w-]+)?(?:[ \t]+([^\n{}\[\]]*?)|\[([^\n\]]*)\])?[ \t]*:*[ \t]*$", re.MULTILINE
)
_BOXES = frozenset({"note", "tip", "warning", "info", "caution", "important", "danger", "admonition", "details"})
_ATTRIBUTE = r"(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"]*\"|[\w-]+))"
_ATTRIBUTES = re.compile(rf"(?<=\S)[ \t]*\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}")
_SPAN = re.compile(r"\[([^\[\]\n]+)\]\{[^}\n]*?\blang=\"?([\w-]+)\"?[^}\n]*\}")
_LANG = re.compile(r"\blang=\"?([\w-]+)")
_LINE_BLOCK = re.compile(r"(?:^\|(?: [^\n]*)?\n?(?!\|)?){2,}", re.MULTILINE)
_RUBY = re.compile(r"\{([^{}|\n]{1,40})\|([^{}\n]{1,80})\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIQUID = re.compile(r"\{%.*?%\}|\{\{[<%].*?[%>]\}\}", re.DOTALL)
_WIKI_PICTURE = re.compile(r"!\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\]")
_SHIFTED = re.compile(r"(?<![\^\[\\])\^([^\s^\[\]]{1,20})\^|(?<![~\\])~([^\s~]{1,20})~(?!~)")
_LANGUAGE_NAMES = (
    "English|en|中文|简体中文|简体|繁體中文|繁體|正體中文|中文版|英文|英文版|汉语|zh|zh-CN|zh-TW|Chinese"
    "|Simplified Chinese|Traditional Chinese|日本語|日文|Japanese|ja|Français|French|fr|Deutsch|German|de"
    "|Español|한국어"
)
_BESIDE_MARK = re.compile(
    "(?<=[\u3001-\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f”’…—])([*]{1,3})(?=[^\\W_])"
    "|(?<=[\u3005-\u9fff])([*]{1,3})(?=[\u3008\u300a\u300c\u300e\u3010\uff08“‘])"
)
"""Ends and beginnings of emphasis between a full-width mark and a character, unknown to CommonMark."""
_LANGUAGE_LINKS = re.compile(
    r"\A(?=[^\n]*\]\()(?:(?:\[(?:%s)\]\([^()\s]*\)|\*\*(?:%s)\*\*|(?:%s))[ \t]*(?:[|｜/·•][ \t]*|\Z))+\Z"
    % ((_LANGUAGE_NAMES,) * 3),
    re.IGNORECASE,
)
"""A line that leads to the same text in other languages."""
_JOINER = "\u2060"
"""An invisible character that is no punctuation, and is left out of all texts."""
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)


def read_markdown(text: str, name: str) -> Document:
    """Returns a text in Markdown as a document; ``name`` is its name in messages."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    front, text = _front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    text = _without_loose_brackets(with_indented_boxes(with_fences(text)))
    pieces = [(_prepared(piece) if not is_code else directive_as_html(piece)) for piece, is_code in _with_code(text)]
    root = parse_html(parser.render("".join(pieces)), name)
    name_headings(root)
    with_own_links(root, name)
    tables = [*root.all("table")]
    is_whole = len(tables) == 1 and len(tables[0].text().strip()) * 1.5 > len(root.text().strip())
    walker = PageWalker(root, is_whole_table=is_whole)
    units = with_bold_headings(walker.read(root))
    titles = tuple(_titles(front))
    return Document(
        "markdown",
        tuple(units),
        titles,
        tuple(front.get("author", ()) or front.get("authors", ())),
        tuple(front.get("translator", ())),
        declared_tag(next(iter(front.get("lang", ()) or front.get("language", ())), "")),
        (re.match(r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?", next(iter(front.get("date", ())), "")) or [""])[0],
        _licence(front),
        next(
            (each for each in front.get("url", ()) or front.get("source", ()) if re.match(r"https?://\S+\Z", each)), ""
        ),
        unplaced=tuple(walker.unplaced),
    )


def _licence(front: dict[str, list[str]]) -> str:
    for key in ("license", "licence", "rights", "copyright"):
        for told in front.get(key, ()):
            return licence_of(told) or told
    return ""


def _titles(front: dict[str, list[str]]) -> Iterator[TaggedText]:
    for key, values in front.items():
        first, _, tag = key.replace("-", "_").partition("_")
        if first == "title" and values and (not tag or declared_tag(tag)):
            yield TaggedText(values[0], declared_tag(tag) if tag else "")


def _with_code(text: str) -> Iterator[tuple[str, bool]]:
    """Yields the parts of a text, and whether each is a block of code."""
    at = 0
    for fence in _FENCE.finditer(text):
        yield text[at : fence.start()], False
        yield fence[0], True
        at = fence.end()
    yield text[at:], False


def _prepared(text: str) -> str:
    """Returns Markdown with the forms of other dialects as HTML."""
    text = with_shortcode_figures(without_imports(_COMMENT.sub("", text)))
    text = with_plain_lists(without_directive_marks(_LIQUID.sub("", text)))
    text = "\n".join(line for line in text.split("\n") if not _LANGUAGE_LINKS.match(line.strip()))
    text = with_captions(with_ruled_tables(with_html_tables(text)))
    text = _BESIDE_MARK.sub(lambda found: _JOINER + found[1] if found[1] else found[2] + _JOINER, text)
    text = _LINE_BLOCK.sub(_line_block, text) if "\n|" in f"\n{text}" else text
    text = with_named_headings(text) if "{" in text else text
    text = _SPAN.sub(r'<span lang="\2">\1</span>', text)
    text = _FENCED_DIV.sub(_division, text) if ":::" in text else text
    text = _ATTRIBUTES.sub("", text) if "{" in text else text
    text = _RUBY.sub(r"<ruby>\1<rt>\2</rt></ruby>", text)
    text = _WIKI_PICTURE.sub(_wiki_picture, text)
    text = _WIKI_LINK.sub(r"\1", text)
    return _SHIFTED.sub(lambda found: f"<sup>{found[1]}</sup>" if found[1] else f"<sub>{found[2]}</sub>", text)


def _without_loose_brackets(text: str) -> str:
    """Returns a text in which brackets that nothing closes in their paragraph are escaped, where there are many.

    The parser looks for the end of each, which takes time by the square of their number.
    """
    blocks = re.split(r"(\n[ \t]*\n)", text)
    for at, block in enumerate(blocks):
        if block.count("[") - block.count("]") <= MAX_LOOSE_BRACKETS:
            continue
        loose: list[int] = []
        for found in re.finditer(r"[\[\]]", block):
            if found[0] == "[":
                loose.append(found.start())
            elif loose:
                loose.pop()
        places = [-1, *loose]
        parts = [block[one + 1 : other] for one, other in pairwise([*places, len(block)])]
        blocks[at] = "\\[".join(parts)
    return "".join(blocks)


def _wiki_picture(found: re.Match[str]) -> str:
    """Returns a picture of Obsidian as one of CommonMark; a number in the place of its words is its width."""
    words = "" if re.fullmatch(r"\d*(?:x\d+)?", found[2] or "") else found[2]
    return f"![{words}](<{found[1]}>)"


def _line_block(found: re.Match[str]) -> str:
    lines = found[0].rstrip("\n").split("\n")
    if re.match(r"\|.*\|\s*\Z", lines[0]) or (len(lines) > 1 and re.match(r"\|?[ :|]*-[ :|-]*\Z", lines[1])):
        return found[0]
    kept = "<br />\n".join(line[1:].strip() for line in lines)
    return f'\n<div class="line-block">\n{kept}\n</div>\n\n'


def _division(found: re.Match[str]) -> str:
    """Returns a division of Pandoc, or its end, as HTML."""
    if not found[1]:
        return "\n</div>\n"
    lang = _LANG.search(found[1])
    classes = " ".join(re.findall(r"\.([\w-]+)", found[1])) or re.sub(r"[{}:\s]|=.*", "", found[1])
    is_box = classes in _BOXES
    title = f"### {words}\n\n" if is_box and (words := (found[2] or found[3] or "").strip()) else ""
    return (
        f'\n<div class="{"callout" if is_box else classes}"' + (f' lang="{lang[1]}"' if lang else "") + f">\n\n{title}"
    )


def _front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """Returns the keys before a text with their values, and the text without them; only simple values are read."""
    found = _FRONT.match(text) or _FRONT_TOML.match(text)
    if not found:
        title = _PANDOC_TITLE.match(text)
        if not title:
            return {}, text
        keys = {"title": [title[1].strip()], "author": re.split(r";\s*", title[2] or ""), "date": [title[3] or ""]}
        return {key: [each for each in values if each] for key, values in keys.items()}, text[title.end() :]
    keys = {}
    last = ""
    for line in found[1].split("\n"):
        if key := _KEY.match(line):
            last = key[1].lower()
            keys[last] = [value for value in _values(key[2]) if value]
        elif last and (child := _CHILD.match(line)) and child[2]:
            if child[1]:
                keys.setdefault(f"{last}_{child[1].lower()}", []).extend(_values(child[2]))
                if child[1].lower() in ("name", "text"):
                    keys[last] = [*keys.get(last, []), *_values(child[2])]
            else:
                keys[last] = [*keys.get(last, []), *_values(child[2])]
    return keys, text[found.end() :]


def _values(written: str) -> list[str]:
    """Returns a value of a key without its quotation marks, or the values of a list in brackets."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [value for each in written[1:-1].split(",") for value in _values(each)]
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        written = written[1:-1]
    return [written] if written and written not in ("|", ">") else []
