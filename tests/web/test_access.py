from __future__ import annotations

import pytest

from reader.web.access import Access, headers_for, is_local, new_token
from reader.web.page import page, page_files, style

ACCESS = Access("0123456789abcdef0123456789abcdef", 8000)


def test_a_token_has_128_bits_and_is_new_each_time() -> None:
    assert len(bytes.fromhex(new_token())) == 16
    assert new_token() != new_token()
    assert ACCESS.knows_token(ACCESS.token)
    for wrong in ("", ACCESS.token[:-1], ACCESS.token.upper(), f"{ACCESS.token}0", "\ud800", "é"):
        assert not ACCESS.knows_token(wrong)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_the_server_is_known_by_names_of_this_machine(host: str) -> None:
    assert ACCESS.allows_host(host)
    assert ACCESS.allows_origin(f"http://{host}", host)


@pytest.mark.parametrize(
    "host",
    [
        *(None, "", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8001", "evil.org:8000", "localhost.evil.org:8000"),
        *("127.0.0.1:8000.evil.org", "127.0.0.1:8000:8000", "10.0.0.1:8000", "[::1]", "::1:8000", "localhost.:8000"),
    ],
)
def test_another_name_is_refused(host: str | None) -> None:
    assert not ACCESS.allows_host(host)
    assert not ACCESS.allows_origin(f"http://{host}", host)


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "http://evil.org",
        "https://127.0.0.1:8000",
        "http://127.0.0.1",
        "http://127.0.0.1:8000/",
        "file://",
    ],
)
def test_another_origin_is_refused(origin: str | None) -> None:
    assert not ACCESS.allows_origin(origin, "127.0.0.1:8000")


def test_a_server_for_all_addresses_is_known_by_any_of_them_and_by_no_name() -> None:
    access = Access("x", 80, ("desk", "127.0.0.1"), takes_addresses=True)
    assert [access.allows_host(host) for host in ("desk", "10.0.0.1", "[fe80::1]", "desk:80", "127.0.0.1:80")] == [
        True
    ] * 5
    assert [access.allows_host(host) for host in ("evil.org", "10.0.0.1:81", "evil.org:80")] == [False] * 3


def test_which_addresses_are_of_this_machine_only() -> None:
    assert [is_local(host) for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9")] == [True] * 4
    assert [is_local(host) for host in ("0.0.0.0", "::", "10.0.0.1", "example.org", "")] == [False] * 5


def test_the_page_loads_and_frames_nothing_of_another_site() -> None:
    headers = headers_for("127.0.0.1:8000")
    policy = headers["Content-Security-Policy"]
    for words in (
        "default-src 'none'",
        "script-src 'self';",
        "frame-ancestors 'none'",
        "connect-src 'self' ws://127.0.0.1:8000;",
    ):
        assert words in policy
    assert "connect-src 'self';" in headers_for("")["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_the_page_is_escaped_and_names_only_its_own_files() -> None:
    made = page('ws://h/"><script>', "dark", "en")
    assert "&quot;&gt;&lt;script&gt;" in made
    assert "<script>" not in made
    assert "//" not in made.replace("ws://h/", "")
    assert 'lang="zh-Hans"' in page("", "dark", "zh")


@pytest.mark.parametrize(
    ("theme", "colour"), [("dark", "#14161a"), ("light", "#fcfcfa"), ("auto", "#14161a"), ("x}", "#14161a")]
)
def test_the_page_has_the_colours_of_the_theme(theme: str, colour: str) -> None:
    assert style(theme).startswith(f":root {{ --background: {colour};")
    assert "//" not in style(theme)
    assert "x}" not in style(theme)


def test_every_linked_file_is_there() -> None:
    made = page("", "dark", "en")
    for name, file in page_files().items():
        with open(file.path, "rb") as opened:
            assert opened.read(1)
        assert f'"{name}"' in made + style("dark")
