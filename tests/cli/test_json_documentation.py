"""``docs/COMMANDS.md`` names every key of every object, and no more."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.cli.conftest import ROOT, Run

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"magazine", "label", "title", "kicker", "deck", "name", "texts", "by", "caption", "credit", "alt", "spans"}
TEXTS |= {"speaker", "align"}


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    if not isinstance(value, dict):
        return set()
    found = set(value)
    for name, inner in value.items():
        if name == "spans":
            found |= set().union(*(keys(spans) for spans in inner.values()))
        elif name == "header" or name == "rows":
            continue
        elif name not in TEXTS:
            found |= keys(inner)
    return found


def test_every_key_is_documented_and_the_other_way_round(run: Run, broken: Path, wrong_settings: Path) -> None:
    run("words", "known", "泉水")
    used: set[str] = set()
    essays = broken.with_name("essays.yaml")
    text = essays.read_text("utf-8").replace(", zh-Hant: 談", "}\n          - {zh-Hant: 談")
    audio = "        audio: {file: a.mp3, starts: {p1: 0:02}}\n"
    essays.write_text(f"{text}          - code: print(1)\n{audio}", "utf-8")
    for argv in (
        ["list"],
        ["show", "springs/water"],
        ["show", "springs/drivers"],
        ["show", "essays/words"],
        ["search", "泉"],
        ["lookup", "泉水"],
        ["words"],
        ["check"],
        ["index"],
        ["status"],
        ["config"],
        ["doctor"],
    ):
        used |= keys(json.loads(run(*argv, "--json").out))
    page = (ROOT / "docs" / "COMMANDS.md").read_text("utf-8")
    rows = [line.split("|")[2] for line in page.partition("| object |")[2].splitlines() if line.startswith("|")]
    values = {"yes", "emphasis", "strong", "link", "code", "deck", "text", "error", "warning", "texts[language]"}
    values |= {"footnote", "superior", "inferior", "reading"}
    values |= {"left", "center", "right", "complete", "partial", "caption", "missing", "stale", "gone"}
    documented = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert used <= documented | {"errors"}
    assert documented - values <= used
