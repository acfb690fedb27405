"""Links are drawn as links."""

from __future__ import annotations

from rich.style import Style

from reader.ui.theme import palette


def test_only_links_of_safe_schemes_are_drawn_as_links() -> None:
    tokens = {"accent": "#ff0000"}
    assert palette.style("link link=https://example.org/", Style(), tokens).link == "https://example.org/"
    assert palette.style("link link=file:///etc/passwd", Style(), tokens).link is None
