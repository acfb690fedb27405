from __future__ import annotations

import pytest

from reader.subscriptions.bounds import RefusedError
from reader.subscriptions.web_address import inside, joined, web_address
from reader.subscriptions.web_hosts import checked_address


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/a b".replace(" ", "%20"), "https://example.org/a%20b"),
        ("https://example.org./x?q=1#part", "https://example.org/x?q=1"),
        ("https://例子.测试/期", "https://xn--fsqu00a.xn--0zwm56d/%E6%9C%9F"),
        ("https://8.8.8.8:8443/", "https://8.8.8.8:8443/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://reader.localhost/", "http://reader.localhost/"),
    ],
)
def test_an_address_has_one_form(written: str, same: str) -> None:
    assert str(web_address(written)) == same


PRIVATE = [
    *("10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255"),
    *("224.0.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1"),
    *("[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:192.168.0.1]", "[2002:7f00:1::]"),
    *("[64:ff9b::7f00:1]", "[64:ff9b::a00:1]", "[64:ff9b:1::a00:1]", "[::10.0.0.1]", "[2001:db8::1]", "[fec0::1]"),
    *("[2001:0:7f00:1::1]", "[::ffff:0:10.0.0.1]"),
]


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_host_is_refused(host: str) -> None:
    with pytest.raises(RefusedError):
        web_address(f"https://{host}/")


@pytest.mark.parametrize("host", ["10.0.0.1", "::ffff:10.0.0.1", "127.0.0.1", "::1", "fe80::1%eth0", "64:ff9b::7f00:1"])
def test_a_name_that_leads_to_a_private_address_is_refused(host: str) -> None:
    with pytest.raises(RefusedError):
        checked_address(host, is_of_local=False)


@pytest.mark.parametrize("host", ["10.0.0.1", "8.8.8.8", "::", "fe80::1"])
def test_the_name_of_this_machine_must_lead_to_it(host: str) -> None:
    with pytest.raises(RefusedError):
        checked_address(host, is_of_local=True)


@pytest.mark.parametrize(
    "written",
    [
        *("2130706433", "0x7f000001", "017700000001", "127.1", "0x7f.0.0.1", "127.0.0.0x1", "0177.0.0.1", "1.2.3.4.5"),
        *("foo.0x7f", "127.0.0.256", "１２７.1", "①.②", "0x", "example.1"),
    ],
)
def test_a_number_in_another_form_is_refused(written: str) -> None:
    for scheme in ("http", "https"):
        with pytest.raises(RefusedError):
            web_address(f"{scheme}://{written}/")


@pytest.mark.parametrize("written", ["１２７.0.0.1", "127。0。0。1"])
def test_other_digits_are_the_same_number(written: str) -> None:
    assert web_address(f"http://{written}/").host == "127.0.0.1"


@pytest.mark.parametrize(
    "written",
    [
        *("", "example.org", "//example.org/", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)"),
        *("http://example.org/", "https://", "https:///x", "https://a@example.org/", "https://a:b@127.0.0.1/"),
        *("https://example.org:0/", "https://example.org:65536/", "https://example.org:x/", "https://example.org:１/"),
        *("https://exa mple.org/", "https://example.org/\n", "https://example.org\\@127.0.0.1/", "https://[::1"),
        *("https://[fe80::1%25eth0]/", "https://[::1]x/", "https://-a.org/", "https://a..b/", "https://a_*.org/"),
        *(
            "https://" + "a" * 70 + ".org/",
            "https://example.org/" + "x" * 3000,
            "https://example.org\0/",
            "https://[v1.x]/",
        ),
    ],
)
def test_another_address_is_refused_in_one_line(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        web_address(written)
    assert "\n" not in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_redirect_keeps_its_scheme_and_never_leads_to_this_machine() -> None:
    public, local = web_address("https://example.org/a/"), web_address("http://localhost:8000/a/")
    assert str(joined(public, "../b")) == "https://example.org/b"
    assert str(joined(public, "//other.org/b")) == "https://other.org/b"
    assert str(joined(local, "http://127.0.0.1:9000/")) == "http://127.0.0.1:9000/"
    for there in ("http://example.org/", "https://127.0.0.1/", "https://localhost/", "https://[::ffff:127.0.0.1]/"):
        with pytest.raises(RefusedError):
            joined(public, there)
    for there in ("https://localhost:8000/", "https://example.org/", "http://example.org/", "http://10.0.0.1/"):
        with pytest.raises(RefusedError):
            joined(local, there)


def test_a_file_is_beside_its_feed() -> None:
    base = web_address("https://example.org/mag/magazine.json?x=1")
    assert str(inside(base, "issues/a/图 1.png")) == "https://example.org/mag/issues/a/%E5%9B%BE%201.png"
