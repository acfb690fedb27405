"""Issues whose search costs much: common words that are never in one text, and very long paragraphs."""

from __future__ import annotations

import random


def never_together(number: int) -> str:
    """Returns an issue in whose paragraphs two common words take turns; only the oldest issue has both in one."""
    words = [f'"odd{"" if at % 2 else " far"} n{number}x{at}"' for at in range(400)]
    both = '      - {zh-Hans: 远近, en: "far near odd"}\n' if number == 0 else ""
    pairs = "".join(
        f"      - {{zh-Hans: 水, en: {word}}}\n      - {{zh-Hans: 火{at}, en: near}}\n" for at, word in enumerate(words)
    )
    return f"""
format: 1
id: i{number}
languages: [zh-Hans, en]
magazine: {{zh-Hans: 山, en: Hill}}
label: {{zh-Hans: 期, en: n{number}}}
sections:
  - id: s
    title: {{zh-Hans: 节, en: Section}}
    articles:
    - id: a
      title: {{zh-Hans: 甲, en: First}}
      body:
{both}{pairs}"""


def long_paragraphs(number: int) -> str:
    """Returns an issue of few long paragraphs; only the oldest one has two common words beside each other."""
    rng = random.Random(number)
    names = [" ".join(f"x{rng.randrange(10**9)}" for _ in range(1200)) for _ in range(20)]
    pairs = "".join(f'      - {{zh-Hans: 水{at}, en: "near. {held} far. Near"}}\n' for at, held in enumerate(names))
    often = f'      - {{zh-Hans: 近, en: "far {"often " * 40_000}"}}\n'
    both = '      - {zh-Hans: 远近, en: "far, near"}\n' if number == 0 else ""
    return never_together(number).partition("      body:")[0] + f"      body:\n{both}{often}{pairs}"
