"""An issue whose every text tries to be more than text; and what no drawn row may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ATTEMPTS = (
    "[red]red[/red]",
    "[@click=app.quit]quit[/]",
    "[/x]",
    "[a=b:",
    "[link=file:///etc/passwd]l[/link]",
    "\\e]52;c;aGVsbG8=\\a",
    "\\e[2J\\e[31m",
    "\\x9b2J",
    "\\u202eoverride\\u2066",
    "\\u200frtl\\u061c",
    "\\ufeff\\u2028\\u2029",
    "\\U000E0041\\uFFFE",
    "{title} %s $accent :smile: &amp; <b>",
)
HOSTILE = " ".join(ATTEMPTS)
SOFT_HYPHENS = """format: 1
id: soft
languages: [zh-Hans, en]
magazine: {zh-Hans: 刊, en: Mag}
label: {zh-Hans: 一, en: One}
sections:
  - id: s
    title: {zh-Hans: 节, en: Sec}
    articles:
      - id: a
        title: {zh-Hans: 题, en: "Ti\\u00adtle"}
        body:
          - {zh-Hans: 长, en: "Donau\\u00addampf\\u00adschiff\\u00adfahrts\\u00adgesell\\u00adschafts\\u00adkapitän"}
"""
"""An issue with soft hyphens in a title, and in a word that is longer than a column."""

FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\U000e0000-\U000e007f]"
)


def hostile_issue(folder: Path, name: str = "hostile", picture: str = "") -> Path:
    """Writes an issue file whose magazine, label, titles, texts, captions and names are all hostile."""
    text = '"' + HOSTILE.replace('"', '\\"') + ' 中文"'
    path = folder / f"{name}.yaml"
    path.write_text(
        f"""format: 1
id: {name}
languages: [zh-Hans, en]
magazine: {text}
label: {text}
title: {text}
sections:
  - id: a
    title: {text}
    articles:
      - id: one
        kicker: {text}
        title: {text}
        deck: {text}
        credits:
          - role: text
            name: {text}
        pages: 1-2
        body:
          - paragraph: {{zh-Hans: {text}, en: {text}}}
            continued-on: yes
          - heading: {text}
          - quotation: {text}
            by: {text}
          - list: [{text}, {text}]
          - table:
              caption: {text}
              header: [{text}, {text}]
              rows: [[{text}, {text}], [{text}, ""]]
          - aside:
              title: {text}
              body:
                - {{zh-Hans: {text}, en: {text}}}
          - figure: map
        figures:
          - id: map
            caption: {text}
            credit: {text}
            alt: {text}
{f"            file: {picture}" if picture else ""}
      - id: two
        title: {text}
        body:
          - {{zh-Hans: {text}, en: {text}}}
""",
        encoding="utf-8",
    )
    return path


def small_issue(name: str, pictures: tuple[str, ...] = (), articles: int = 1) -> str:
    """Returns an issue file with a figure for each picture."""
    lines = [
        "format: 1",
        f"id: {name}",
        "languages: [zh-Hans, en]",
        f"magazine: {{zh-Hans: 刊物, en: Magazine {name}}}",
        "label: {zh-Hans: 一, en: One}",
        "sections:",
        "  - id: a",
        "    title: {zh-Hans: 甲, en: A}",
        "    articles:",
    ]
    for number in range(articles):
        lines += [
            f"      - id: article-{number}",
            f"        title: {{zh-Hans: 第{number}篇, en: Article {number}}}",
            "        body:",
            "          - {zh-Hans: 泉水涌出来。, en: Spring water wells up.}",
            *(f"          - figure: f{k}" for k in range(len(pictures))),
        ]
        if pictures:
            lines.append("        figures:")
        for k, picture in enumerate(pictures):
            lines += [
                f"          - id: f{k}",
                "            caption: {zh-Hans: 图, en: Figure}",
                "            alt: {zh-Hans: 替代文字, en: Words instead}",
                f'            file: "{picture}"',
            ]
    return "\n".join(lines) + "\n"
