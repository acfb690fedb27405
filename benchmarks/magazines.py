"""Makes the issue files of the benchmarks, the same at every run."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from wrap import chinese, english

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Pair = tuple[str, str]

RARE = ("鸿雁", "zeppelin")
"""Two words that occur in the last pair of each article only."""
LONG_CHARS = 120
ARTICLES_AN_ISSUE = 50


def marker(number: int) -> str:
    """Returns the beginning of the first paragraph of an article; it occurs in no other."""
    return f"A{number:05d}Z"


def pairs(number: int, count: int, long: bool = False) -> list[Pair]:
    """Returns the pairs of paragraphs of the article of a number, of one or two sentences each, or long ones."""
    random_ = random.Random(number)
    made = []
    for _ in range(count):
        left, right = chinese(random_) + chinese(random_), english(random_)
        while long and len(left) < LONG_CHARS:
            left, right = left + chinese(random_), right + english(random_)
        made.append((left + "。", right.strip()))
    made[0] = (f"{marker(number)} {made[0][0]}", made[0][1])
    made[-1] = (made[-1][0] + RARE[0], f"{made[-1][1]} {RARE[1]}")
    return made


def write(folder: Path, articles: Sequence[list[Pair]]) -> Path:
    """Writes articles as issues of :data:`ARTICLES_AN_ISSUE` each, ``issue-0001`` and so on; returns the folder.

    The articles are ``a00001`` and so on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(articles), ARTICLES_AN_ISSUE):
        name = f"issue-{first // ARTICLES_AN_ISSUE + 1:04d}"
        lines = [
            f"format: 1\nid: {name}\nlanguages: [zh-Hans, en]\nmagazine: {{zh-Hans: 测量, en: Measures}}",
            f"label: {name}\nsections:\n  - id: all\n    title: {{zh-Hans: 全部, en: All}}\n    articles:",
        ]
        for number, article in enumerate(articles[first : first + ARTICLES_AN_ISSUE], first + 1):
            lines.append(f"      - id: a{number:05d}\n        title: {{zh-Hans: 第{number}篇, en: No {number}}}")
            lines.append("        body:")
            lines += (f"          - {{zh-Hans: {_quoted(left)}, en: {_quoted(right)}}}" for left, right in article)
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
