"""Marks of dialects of Markdown that are no text: directives, raw parts, attributes, comments, names of places."""

from __future__ import annotations

import html
import re

_DIRECTIVE = re.compile(r"\A(`{3,}|~{3,})\{([\w:.-]+)\}[ \t]*([^\n]*)\n(.*?)^\1[`~]*[ \t]*\Z", re.MULTILINE | re.DOTALL)
_RAW_FENCE = re.compile(r"\A(`{3,}|~{3,})[ \t]*\{=[\w.+-]+\}")
_OPTION = re.compile(r":[\w-]+:|---[ \t]*\Z")
_FIGURES = frozenset({"figure", "image"})
_BOXES = frozenset(
    {"note", "tip", "hint", "important", "warning", "caution", "attention", "danger", "error", "seealso"}
    | {"admonition", "sidebar", "margin", "topic", "dropdown", "card"}
)
_CODE = frozenset({"code", "code-block", "code-cell", "sourcecode", "parsed-literal", "prompt"})
_QUOTES = frozenset({"epigraph", "pull-quote", "highlights", "quote"})
_RAW_INLINE = re.compile(r"(`+)([^`\n]+)\1\{=[\w.+-]+\}")
_COMMENT_OBSIDIAN = re.compile(r"%%.*?%%", re.DOTALL)
_COMMENT_MYST = re.compile(r"^%[ \t][^\n]*\n?", re.MULTILINE)
_MARKED = re.compile(r"(?<![=\\])==(?=[^\s=])([^\n=]+?)(?<=\S)==(?!=)")
_BLOCK_ID = re.compile(r"(?:^|(?<=\S)[ \t]+)\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"^\([\w:. -]+\)=[ \t]*$\n?", re.MULTILINE)
_ROLE = re.compile(r"\{[\w:+-]+\}`([^`<>\n]*?)[ \t]*(?:<[^<>`\n]*>)?`")
_KRAMDOWN = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*$\n?|\{::[^}\n]*/\}", re.MULTILINE)
_CONTENTS = re.compile(r"^[ \t]*(?:[-*+]|1\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*$", re.MULTILINE)
_CONTENTS_LINE = re.compile(r"^[ \t]*\[(?:toc|TOC|\[_?TOC_?\])\][ \t]*$", re.MULTILINE)


def directive_as_html(fence: str) -> str:
    """Returns a fenced block; a directive as HTML with its content as Markdown, and nothing for a raw block."""
    if _RAW_FENCE.match(fence):
        return "\n"
    found = _DIRECTIVE.match(fence)
    if not found:
        return fence
    name, argument = found[2].lower().rpartition(":")[2], found[3].strip()
    options, lines = _divided(found[4].split("\n"))
    body = "\n".join(lines).strip("\n")
    if name in _FIGURES:
        alt = next((line.partition(":alt:")[2].strip() for line in options if line.startswith(":alt:")), "")
        caption = f"<figcaption>\n\n{body}\n\n</figcaption>" if body else ""
        return f'\n<figure><img src="{html.escape(argument)}" alt="{html.escape(alt)}" />{caption}</figure>\n\n'
    if name in _CODE:
        return f"{found[1]}{argument}\n{body}\n{found[1]}\n"
    if name in _BOXES:
        title = f"### {argument}\n\n" if argument else ""
        return f'\n<div class="admonition">\n\n{title}{body}\n\n</div>\n\n'
    if name in _QUOTES:
        return "\n" + "\n".join(f"> {line}" for line in body.split("\n")) + "\n\n"
    return "\n" if name.endswith(("toctree", "contents", "include", "index")) else fence


def _divided(lines: list[str]) -> tuple[list[str], list[str]]:
    """Returns the options at the beginning of a directive, and the lines after them."""
    at = 0
    if lines and lines[0].strip() == "---":
        at = next((place for place, line in enumerate(lines[1:], 2) if line.strip() == "---"), 0)
    while at < len(lines) and _OPTION.match(lines[at].strip()):
        at += 1
    return [line.strip() for line in lines[:at]], lines[at:]


def without_directive_marks(text: str) -> str:
    """Returns Markdown without the marks of dialects that are no text, and with the words of those that have some."""
    if "{" in text:
        text = _RAW_INLINE.sub("", text)
        text = _CONTENTS.sub("", text)
        text = _ROLE.sub(r"\1", _KRAMDOWN.sub("", text))
    if "%" in text:
        text = _COMMENT_MYST.sub("", _COMMENT_OBSIDIAN.sub("", text))
    if "==" in text:
        text = _MARKED.sub(r"\1", text)
    if "^" in text:
        text = _BLOCK_ID.sub("", text)
    return _PLACE.sub("", _CONTENTS_LINE.sub("", text))
