"""The feeds of a site: each file of an issue with its size and hash, and every address in the site."""

from __future__ import annotations

import hashlib
import json
import subprocess
from shutil import which
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from reader.errors import ReaderError
from reader.publishing.feeds import MANIFEST_NAME
from reader.publishing.signing import NAMESPACE, signed
from reader.publishing.site import SiteFile, site_at
from reader.publishing.sitemap import sitemap
from reader.subscriptions.json_feeds import json_feed
from reader.subscriptions.xml_feeds import xml_feed
from tests.publishing.sites import BASE, BUNDLED, files_of

if TYPE_CHECKING:
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return files_of(BUNDLED)


def test_the_manifest_names_every_file_of_every_issue_with_its_hash(site: dict[str, bytes]) -> None:
    feed = json.loads(site[MANIFEST_NAME])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["_issue"]["id"] for item in feed["items"]] == [
        "words-and-tools-01",
        "lanes-and-rivers-03",
        "city-of-springs-08",
    ]
    named = set()
    for item in feed["items"]:
        files = item["_issue"]["files"]
        assert files[0]["path"] == f"issues/{item['_issue']['id']}.yaml"
        for file in files:
            data = site[file["path"]]
            assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
            named.add(file["path"])
    assert named == {path for path in site if path.startswith("issues/")}


@pytest.mark.parametrize("name", [MANIFEST_NAME, "opds.json", "atom.xml", "opds.xml"])
def test_those_who_subscribe_read_every_feed(name: str, site: dict[str, bytes]) -> None:
    feed = (json_feed if name.endswith("json") else xml_feed)(site[name])
    assert feed.faults == ()
    assert {issue.id for issue in feed.issues} == {path.stem for path in BUNDLED}
    assert feed.newest
    assert feed.newest.id == "words-and-tools-01"


def test_every_address_of_the_feeds_is_in_the_site(site: dict[str, bytes]) -> None:
    feed, catalogue = json.loads(site[MANIFEST_NAME]), json.loads(site["opds.json"])
    addresses = [link["url"] for item in feed["items"] for link in item["attachments"]]
    for publication in catalogue["publications"]:
        addresses += [link["href"] for link in (*publication["links"], *publication["images"])]
    for name in ("atom.xml", "opds.xml"):
        root = fromstring(site[name])
        assert len(root.findall(f"{ATOM}entry")) == len(BUNDLED)
        addresses += [link.attrib["href"] for link in root.iter(f"{ATOM}link")]
        assert all(entry.find(f"{ATOM}updated") is not None for entry in root.iter(f"{ATOM}entry"))
    addresses += [loc.text or "" for loc in fromstring(site["sitemap.xml"]).iter() if loc.tag.endswith("}loc")]
    for address in addresses:
        path = address.removeprefix(BASE)
        assert path in site or f"{path}index.html" in site, address
    assert len([path for path in site if path.endswith("index.html")]) == site["sitemap.xml"].count(b"<loc>")


def test_a_large_site_has_several_lists_of_pages(site: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.publishing.sitemap.MAX_PAGES", 10)
    lists = {path: data for path, data in files_of(BUNDLED).items() if path.startswith("sitemap")}
    assert sum(data.count(b"<loc>") for path, data in lists.items() if path != "sitemap.xml") == site[
        "sitemap.xml"
    ].count(b"<loc>")
    assert lists["sitemap.xml"].count(b"<loc>") == len(lists) - 1 == 2
    assert [file.path for file in sitemap(site_at(BASE), [])] == ["sitemap.xml", "robots.txt"]


@pytest.mark.skipif(not which("ssh-keygen"), reason="needs OpenSSH")
def test_the_manifest_is_signed_with_a_key_of_ssh(tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    files = [*signed([SiteFile(MANIFEST_NAME, b"{}"), SiteFile("other", b"")], str(key))]
    assert [file.path for file in files] == [MANIFEST_NAME, f"{MANIFEST_NAME}.sig", "other"]
    (tmp_path / "sig").write_bytes(files[1].data)
    allowed = tmp_path / "allowed"
    allowed.write_text(f"me {key.with_suffix('.pub').read_text('utf-8')}", "utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "me", "-n", NAMESPACE, "-s", tmp_path / "sig"]
    assert subprocess.run(command, input=b"{}", capture_output=True, check=False).returncode == 0
    assert subprocess.run(command, input=b"{ }", capture_output=True, check=False).returncode != 0
    with pytest.raises(ReaderError, match="cannot sign"):
        [*signed([SiteFile(MANIFEST_NAME, b"{}")], str(allowed))]
    with pytest.raises(ReaderError, match="no such key"):
        [*signed([SiteFile(MANIFEST_NAME, b"{}")], str(tmp_path / "none"))]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://127.0.0.1:8000/a/", "http://127.0.0.1:8000/a/"),
        ("https://x.org/m//", "https://x.org/m/"),
    ],
)
def test_the_address_of_a_site_ends_with_a_slash(written: str, kept: str) -> None:
    assert site_at(written).base_url == kept


@pytest.mark.parametrize(
    "written",
    ["", "example.org", "ftp://x.org", "https://", "https://x.org/?a", "https://x.org/#a", "https://u:p@x.org/",
     "javascript:alert(1)", "https://x.org/a b", "https://x.org/\u202e", "https://[", "https://x.org:99999/", 'https://x.org/"'],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused(written: str) -> None:
    with pytest.raises(ReaderError, match="no address of a site"):
        site_at(written)
