"""Two issues, one broken file, and two ways to run the command line on them: in this process, and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.cli.main import main

ROOT = Path(__file__).parents[2]

SPRINGS = r"""
format: 1
id: springs
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 8月刊, en: August issue}
title: {zh-Hans: 新动能, en: New drivers}
date: 2018-08
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        kicker: {zh-Hans: 城市, en: The city}
        title: {zh-Hans: 泉水, en: Springs}
        deck: {zh-Hans: 水从哪里来, en: Where the water comes from}
        credits:
          - {role: text, name: {zh-Hans: 编辑部, en: The editors}}
        pages: 60-61
        tags: [water]
        original: zh-Hans
        body:
          - zh-Hans: 泉水四季如常，*水温*总在十八度上下，夏天凉，冬天暖，街坊们提着桶来接，从早到晚不断人。
            en: The springs keep *one temperature* all year; read [more](https://example.org/).
          - heading: {zh-Hans: 三个阶段, en: Three stages}
            level: 2
          - figure: valley
          - page: 61
          - quotation: {zh-Hans: 家家泉水。, en: At every house a spring.}
            by: {zh-Hans: 民谚, en: A proverb}
            id: proverb
          - list:
              - {zh-Hans: 趵突泉, en: Baotu Spring}
              - {zh-Hans: 黑虎泉, en: Black Tiger Spring}
            ordered: yes
          - table:
              caption: {zh-Hans: 水温, en: Temperature}
              header: [{zh-Hans: 季节, en: Season}, ℃]
              rows: [[{zh-Hans: 夏, en: Summer}, 18]]
          - aside:
              title: {zh-Hans: 小知识, en: Did you know?}
              body:
                - {zh-Hans: 可以直饮。, en: It is fit to drink.}
          - paragraph: {zh-Hans: 只有中文。, en: ""}
            continued-on: 70
        figures:
          - id: valley
            page: 60
            caption: {zh-Hans: 药谷一角。, en: A corner of the valley}
            credit: {zh-Hans: 图 / 资料, en: Photo by the desk}
            alt: {zh-Hans: 楼群, en: Buildings}
            placed: yes
      - id: drivers
        title: {zh-Hans: 动能, en: Drivers}
        pages: 62-63
        relation: abridged
        body:
          zh-Hans: [第一段讲蓄势。, 第二段讲起步。, 第三段讲远方。]
          en: [All three in one paragraph., {page: 63}, And a quantum leap at the end.]
      - id: hostile
        title: {zh-Hans: "题\e]0;owned\a目", en: "Ti\x9b31mtle"}
        body:
          - {zh-Hans: "文\e]52;c;cm0gLXJmIH4K\a字", en: "te\u202ext [/bold] [red]x \u2066y"}
"""

ESSAYS = """
format: 1
id: essays
languages: [en, zh-Hant, zh-Hans]
magazine: Essays
label: No. 2
sections:
  - id: all
    title: All
    articles:
      - id: words
        title: {en: Words, zh-Hant: 字詞, zh-Hans: 字词}
        body:
          - {en: A word about spring water., zh-Hant: 談談泉水。, zh-Hans: 谈谈泉水。}
"""

BROKEN = """
format: 1
id: broken
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 9月刊, en: September}
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        titel: {zh-Hans: 泉水, en: Springs}
        body:
          - {zh-Hans: 泉水，四季：如常。, fr: Eau}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two good issues; the current folder is an empty one beside it."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "springs.yaml").write_text(SPRINGS.lstrip(), encoding="utf-8")
    (library / "essays.yaml").write_text(ESSAYS.lstrip(), encoding="utf-8")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("READER_LIBRARY", str(library))
    for name in ("NO_COLOR", "COLUMNS", "READER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return library


@pytest.fixture
def broken(folder: Path) -> Path:
    """A file with errors, in the library."""
    path = folder / "broken.yaml"
    path.write_text(BROKEN.lstrip(), encoding="utf-8")
    return path


@pytest.fixture
def wrong_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file with two faults, on its lines 2 and 4."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "config" / "bilingual-magazine-reader" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('mouse = false\ntheme = "pink"\n[keys]\nfnd = "/"\nmode = "Q"\n', "utf-8")
    return path


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process; its output is taken for a pipe."""

    def runs(*argv: str) -> Result:
        code = main(argv)
        return Result(code, *capsys.readouterr())

    return runs


@pytest.fixture
def shell(folder: Path) -> Run:
    """Runs a command line in a process of its own; keyword arguments are environment variables, None takes one out."""

    def runs(*argv: str, **environment: str | None) -> Result:
        changed = os.environ | {"PYTHONPATH": str(ROOT)} | environment
        env = {name: value for name, value in changed.items() if value is not None}
        done = subprocess.run(
            [sys.executable, "-m", "reader", *argv], env=env, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return runs
