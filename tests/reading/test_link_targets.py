"""Targets of links: safe characters, three schemes, and the program that opens them."""

from __future__ import annotations

import pytest

from reader.reading.links import open_target, opener, safe_target


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org/", "HTTP://example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/泉", "https://example.org/%E6%B3%89"),
        ("https://example.org/\x1b]52;c;eA==\x07", "https://example.org/%1B]52;c;eA==%07"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_target_is_printable_and_of_a_safe_scheme(written: str, safe: str) -> None:
    assert safe_target(written) == safe


@pytest.mark.parametrize(
    ("environ", "platform", "command"),
    [
        ({}, "darwin", ("open",)),
        ({}, "win32", ("explorer.exe",)),
        ({"DISPLAY": ":0"}, "linux", ("xdg-open",)),
        ({"WAYLAND_DISPLAY": "w"}, "linux", ("xdg-open",)),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ("wslview",)),
        ({}, "linux", ()),
    ],
)
def test_the_platform_s_own_program_opens_links(
    environ: dict[str, str], platform: str, command: tuple[str, ...]
) -> None:
    assert opener(environ, lambda name: f"/bin/{name}", platform) == command


def test_a_target_of_another_scheme_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert not open_target("file:///etc/passwd")
