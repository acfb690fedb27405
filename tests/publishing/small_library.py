"""A library of three small issues that link to each other, with a picture each, and the site that is made of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from reader.publishing.site import site_at
from reader.publishing.site_files import LastRun, site_files
from reader.publishing.site_list import kept_files
from reader.publishing.tree import publish
from tests.publishing.sites import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.publishing.site import KeptFile, SiteFile

PICTURE = BUNDLED[0].with_suffix("") / "springs.png"
OTHER_PICTURE = BUNDLED[0].with_suffix("") / "zone.png"


def issue(name: str, words: str, link: str = "two/first") -> str:
    return f"""
format: 1
id: {name}
languages: [zh-Hans, en]
magazine: {{zh-Hans: 山, en: Hill}}
label: {{zh-Hans: 期, en: {name}}}
date: 2018-08
sections:
  - id: s
    title: {{zh-Hans: 节, en: Section}}
    articles:
      - id: first
        title: {{zh-Hans: 甲, en: First}}
        figures: [{{id: map, file: map.png, caption: {{zh-Hans: 图, en: Map}}, alt: {{zh-Hans: 图, en: A map}}}}]
        body:
          - {{zh-Hans: "{words}泉水。", en: "{words} [there]({link}) and [here](#p2)"}}
          - {{zh-Hans: 二, en: Two.}}
      - id: second
        title: {{zh-Hans: 乙, en: Second}}
        body: [{{zh-Hans: 三, en: "Three, [above](first#p2)."}}]
"""


class SmallLibrary:
    """Three small issues with a picture each, and the site that is made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder / "library", folder / "site"
        self.tokens = folder / "tokens"
        self.tokens.mkdir()
        self.title = "T"
        self.told: list[str] = []
        for name in ("one", "two", "three"):
            self.write(name, "Words")

    def write(self, name: str, words: str) -> None:
        (self.folder / name).mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.yaml").write_text(issue(name, words), "utf-8")
        shutil.copy(PICTURE, self.folder / name / "map.png")

    def files(self, site: Path, tokens: str) -> Iterator[SiteFile | KeptFile]:
        self.told = []
        paths = [*map(str, sorted(self.folder.glob("*.yaml")))]
        place = site_at("https://example.org/mag/")
        return site_files(place, self.title, paths, self.told.append, before=LastRun(kept_files(str(site)), tokens))

    def publish(self, site: Path, tokens: str) -> None:
        publish(str(site), self.files(site, tokens))

    def publish_here(self) -> dict[str, bytes]:
        self.publish(self.site, str(self.tokens))
        return content(self.site)

    def published_anew(self) -> dict[str, bytes]:
        fresh = self.site.with_name("fresh")
        self.publish(fresh, "")
        found = content(fresh)
        shutil.rmtree(fresh)
        return found


def content(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}
