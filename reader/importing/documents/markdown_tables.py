"""Grid tables of Markdown, as Pandoc and reStructuredText draw them, as HTML."""

from __future__ import annotations

import re

_RULE = r"\+(?:[-=:]+\+)+"
_TABLE = re.compile(
    rf"^{_RULE}[ \t]*\n(?:\|[^\n]*\|[ \t]*\n(?:{_RULE}[ \t]*\n)?)*(?:\|[^\n]*\|[ \t]*\n){_RULE}[ \t]*$", re.MULTILINE
)
_BAR = re.compile(r"(?<!\\)\|")


def with_html_tables(text: str) -> str:
    """Returns Markdown whose grid tables are HTML; a table with cells over several columns or rows is left as it is."""
    return _TABLE.sub(lambda found: _html(found[0].split("\n")) or found[0], text) if "+-" in text else text


def _html(lines: list[str]) -> str:
    """Returns a table as HTML, whose cells are Markdown; empty if its lines do not have the same cells."""
    rows: list[list[list[str]]] = []
    columns = lines[0].count("+") - 1
    head_rows = 0
    aligns = [""] * columns
    cells: list[list[str]] = [[] for _ in range(columns)]
    for at, line in enumerate(lines):
        if line.startswith("|"):
            parts = _BAR.split(line.rstrip()[1:-1])
            if len(parts) != columns:
                return ""
            for cell, part in zip(cells, parts, strict=True):
                cell.append(part.strip())
            continue
        if line.count("+") - 1 != columns:
            return ""
        if at:
            rows.append(cells)
            cells = [[] for _ in range(columns)]
        if "=" in line and at < len(lines) - 1:
            head_rows = len(rows)
        if ":" in line:
            aligns = [_align(part) for part in line.strip().strip("+").split("+")]
    if head_rows > 1:
        return ""
    return html_table(rows, head_rows, aligns)


def html_table(rows: list[list[list[str]]], head_rows: int, aligns: list[str]) -> str:
    """Returns the lines of the cells of each row as a table, of which the first rows are heads."""
    written = [_row(row, "th" if at < head_rows else "td", aligns) for at, row in enumerate(rows)]
    return "\n\n<table>\n" + "\n".join(written) + "\n</table>\n\n"


def _align(rule: str) -> str:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left" if rule.startswith(":") else ""


def _row(cells: list[list[str]], name: str, aligns: list[str]) -> str:
    written = []
    for cell, align in zip(cells, aligns, strict=True):
        style = f' align="{align}"' if align else ""
        text = "\n".join(cell).strip("\n")
        written.append(f"<{name}{style}>\n\n{text}\n\n</{name}>")
    return "<tr>\n" + "\n".join(written) + "\n</tr>"
