"""Links of a page to places of itself that name its own file, as links to these places alone."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.html_tree import Element


def with_own_links(root: Element, name: str) -> None:
    """Takes the name of its own file from the links of a page that lead to a place of it."""
    own = posixpath.basename(name.replace("\\", "/"))
    for link in root.all("a"):
        file, mark, place = link.get("href").strip().partition("#")
        if mark and place and file and unquote(file).removeprefix("./") == own:
            link.attributes["href"] = f"#{place}"
