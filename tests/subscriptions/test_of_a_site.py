"""The whole way: a library published as a site, a server of files, and the shelf of one who subscribes to it."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library.library import Library
from reader.subscriptions.subscribing import subscribe
from reader.subscriptions.subscription import Subscription
from reader.subscriptions.updating import UpdateReport, UpdateWay, update
from tests.publishing.small_library import OTHER_PICTURE, SmallLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def library(tmp_path: Path) -> SmallLibrary:
    (tmp_path / "publisher").mkdir()
    made = SmallLibrary(tmp_path / "publisher")
    made.publish_here()
    return made


@pytest.fixture
def address(library: SmallLibrary) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(library.site))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def shelf(subscription: Subscription) -> dict[str, tuple[bytes, bytes]]:
    """Returns the bytes of each issue on the shelf, and of its picture."""
    found = {}
    for entry in Library((subscription.issues.folder,)):
        assert entry.issue, entry.first_error
        picture = Path(entry.pictures, "map.png")
        found[entry.name] = Path(entry.path).read_bytes(), picture.read_bytes() if picture.exists() else b""
    return found


def source(library: SmallLibrary, *names: str) -> dict[str, tuple[bytes, bytes]]:
    place = library.folder
    return {
        name: ((place / f"{name}.yaml").read_bytes(), (place / name / "map.png").read_bytes()) for name in sorted(names)
    }


def test_the_picture_on_a_cover_arrives_with_its_issue(library: SmallLibrary, address: str, way: UpdateWay) -> None:
    for path in library.folder.glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("date:", "cover: front.png\ndate:"), "utf-8")
        shutil.copy(OTHER_PICTURE, library.folder / path.stem / "front.png")
    library.publish_here()
    begun = subscribe(address, way)
    assert begun.report.faults == ()
    (entry, *_) = Library((Subscription(begun.report.id).issues.folder,))
    assert Path(entry.pictures, "front.png").read_bytes() == OTHER_PICTURE.read_bytes()


def test_a_site_arrives_on_the_shelf_and_follows_its_changes(
    library: SmallLibrary, address: str, way: UpdateWay
) -> None:
    begun = subscribe(address, way)
    assert begun.report.faults == ()
    subscription = Subscription(begun.report.id)

    def updated() -> UpdateReport:
        library.publish_here()
        report = update(subscription, way)
        assert report.faults == ()
        return report

    assert shelf(subscription) == source(library, "one", "two", "three")
    nothing = updated()
    assert (nothing.new, nothing.changed, nothing.withdrawn) == ((), (), ())

    library.write("two", "Others")
    library.write("four", "Words")
    shutil.copy(OTHER_PICTURE, library.folder / "one" / "map.png")
    report = updated()
    assert report.new == ("four",)
    assert sorted(report.changed) == ["one", "two"]
    assert shelf(subscription) == source(library, "one", "two", "three", "four")

    before = source(library, "one", "two", "three", "four")
    (library.folder / "three.yaml").unlink()
    report = updated()
    assert report.withdrawn == ("three",)
    assert shelf(subscription) == before  # it is kept, and marked

    library.write("three", "Words")
    updated()
    assert shelf(subscription) == source(library, "one", "two", "three", "four")
    assert update(subscription, way).withdrawn == ()


def test_an_issue_without_its_picture_arrives_without_it(library: SmallLibrary, address: str, way: UpdateWay) -> None:
    subscription = Subscription(subscribe(address, way).report.id)
    (library.folder / "one" / "map.png").unlink()
    library.publish_here()
    assert update(subscription, way).faults == ()
    assert shelf(subscription)["one"][1] == b""
