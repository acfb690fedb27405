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
_SHORTCODE_FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|image|img)\s([^{}]{0,2000}?)/?\s*[>%]\}\}")
_HIGHLIGHT = re.compile(
    r"^\{%-?[ \t]*highlight[ \t]+([\w+#.-]+)[^\n%]*%\}[ \t]*\n(.*?)^\{%-?[ \t]*endhighlight[ \t]*-?%\}[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_VALUE = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`|(\S+))")
_NAMES = r"(?:[\w$]+|\{[^{}]{0,300}\}|\*[ \t]+as[ \t]+[\w$]+)"
_IMPORT = re.compile(
    rf"^(?:import[ \t]+(?:{_NAMES}(?:[ \t]*,[ \t]*{_NAMES})?[ \t]+from[ \t]+)?(['\"])[^'\"\n]+\1"
    r"|export[ \t]+(?:const|default|function)\b[^\n]*)[ \t]*;?[ \t]*$",
    re.MULTILINE,
)
_LIQUID_PATH = re.compile(
    r"(?<=\]\()\{\{-?[ \t]*(?:(?:site|page)\.[\w.]+[ \t]*|['\"]([^'\"{}\n]*)['\"][^{}\n]*)-?\}\}/?"
)
"""The place of a site, or a path in a filter, at the beginning of the target of a link."""
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
        text = _LIQUID_PATH.sub(lambda found: (found[1] or "").lstrip("/"), text)
    if "%" in text:
        text = _COMMENT_MYST.sub("", _COMMENT_OBSIDIAN.sub("", text))
    if "==" in text:
        text = _MARKED.sub(r"\1", text)
    if "^" in text:
        text = _BLOCK_ID.sub("", text)
    return _PLACE.sub("", _CONTENTS_LINE.sub("", text))


def with_shortcode_figures(text: str) -> str:
    """Returns Markdown whose figures in the shortcodes of Hugo are HTML."""
    return _SHORTCODE_FIGURE.sub(_shortcode_figure, text) if "{{" in text else text


def _shortcode_figure(found: re.Match[str]) -> str:
    values = {each[1].lower(): next(filter(None, each.groups()[1:]), "") for each in _VALUE.finditer(found[1])}
    captions = [values[name] for name in ("title", "caption") if values.get(name)]
    lines = "<br />".join(html.escape(each) for each in captions)
    caption = f"<figcaption>{lines}</figcaption>" if lines else ""
    source, alt = html.escape(values.get("src", "")), html.escape(values.get("alt", ""))
    return f'\n<figure><img src="{source}" alt="{alt}" />{caption}</figure>\n\n' if source else ""


def without_imports(text: str) -> str:
    """Returns Markdown without the lines of MDX that import components."""
    return _IMPORT.sub("", text) if "import " in text or "export " in text else text


def with_fences(text: str) -> str:
    """Returns Markdown whose code in the tags of Jekyll is in fences."""
    return _HIGHLIGHT.sub(_fence, text) if "{%" in text else text


def _fence(found: re.Match[str]) -> str:
    fence = "~" * 5 if "```" in found[2] else "`" * 3
    return f"{fence}{found[1]}\n{found[2].rstrip()}\n{fence}"
