"""Updates against a publisher on this machine that plays every fault."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.errors import ReaderError, UnusableError
from reader.library.library import Library
from reader.marks.mark import default_path, new_mark
from reader.marks.store import MarkStore
from reader.model.record import replace
from reader.subscriptions import installing, kept_issues
from reader.subscriptions.bounds import FeedError, FullError, RefusedError
from reader.subscriptions.discovery import find_feed
from reader.subscriptions.fetching import Fetcher
from reader.subscriptions.subscribing import subscribe, unsubscribe
from reader.subscriptions.subscription import Subscription, named, subscriptions
from reader.subscriptions.updating import UpdateReport, UpdateWay, fresh_seconds, settled_date, update
from reader.subscriptions.web_address import web_address
from tests.subscriptions.publisher import Handler, Publisher, feed, issue_files, issue_text, item, png

ROOT = Path(__file__).parents[2]
ONE, TWO, THREE = issue_files("one"), issue_files("two", a_png=png()), issue_files("three")


def subscribed(site: Publisher, way: UpdateWay) -> Subscription:
    """Subscribes to a site and fetches all."""
    begun = subscribe(site.url, way)
    assert begun.report.faults == ()
    return Subscription(begun.report.id)


def shelf(subscription: Subscription) -> dict[str, str]:
    """Returns the English text of each issue that the library sees, by the name of its file."""
    found = {}
    for entry in Library((subscription.issues.folder,)):
        assert entry.issue, entry.first_error
        found[entry.name] = Path(entry.path).read_text("utf-8").partition('en: "')[2].partition('"')[0]
    return found


def whole(report: UpdateReport) -> UpdateReport:
    assert report.faults == ()
    return report


def test_subscribe_fetches_the_newest_issue_and_update_the_rest(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, TWO, THREE)
    begun = subscribe(site.url, replace(way, newest_only=True))
    assert begun.report.new == ("one",)
    assert begun.report.left == 2
    subscription = Subscription(begun.report.id)
    assert [*shelf(subscription)] == ["one"]
    report = whole(update(subscription, way))
    assert (report.new, report.left) == (("two", "three"), 0)
    assert [*shelf(subscription)] == ["one", "three", "two"]
    (entry,) = [entry for entry in Library((subscription.issues.folder,)) if entry.name == "two"]
    assert Path(entry.pictures, "a.png").read_bytes() == png()


def test_a_feed_that_is_the_same_is_not_sent_again(site: Publisher, way: UpdateWay) -> None:
    for headers in ({"ETag": 'W/"1"'}, {"Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"}):
        site.publish(ONE, headers=headers)
        subscription = subscribed(site, way)
        site.asked.clear()
        assert whole(update(subscription, way)) == replace(update(subscription, way), new=())
        assert site.paths == ["/magazine.json"] * 2
        unsubscribe(subscription, removes_all=True)


def test_signs_belong_to_their_body(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, headers={"ETag": '"1"'})
    subscription = subscribed(site, way)
    Path(subscription.folder, "feed").write_bytes(b'{"url": "x", "etag": "\\"1\\"", "bytes": 5}\nab')
    site.publish(ONE, TWO, headers={"ETag": '"1"'})  # the same sign: a cache that was lost must not be trusted
    assert whole(update(subscription, way)).new == ("two",)


def test_a_feed_is_not_asked_for_while_it_is_fresh(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, headers={"Cache-Control": "public, max-age=3600"})
    subscription = subscribed(site, way)
    site.publish(ONE, TWO)
    assert whole(update(subscription, way)).new == ()
    assert whole(update(subscription, replace(way, at_once=True))).new == ("two",)
    assert fresh_seconds({"cache-control": "max-age=99999999999"}) == 86_400
    assert fresh_seconds({"cache-control": "Max-Age=600", "age": "500"}) == 100
    assert fresh_seconds({"cache-control": "max-age=600", "age": "700"}) == 0
    for told in ("", "no-cache, max-age=5", "no-store", "max-age=x", "max-age=-5", "s-maxage=5"):
        assert fresh_seconds({"cache-control": told}) == 0


def test_the_time_of_a_change_is_kept_only_when_no_later_change_can_have_it() -> None:
    then, next_second = "Thu, 01 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 2026 00:00:01 GMT"
    assert settled_date({"last-modified": then, "date": next_second}) == then
    for headers in (
        {"last-modified": then, "date": then},
        {"last-modified": next_second, "date": then},
        {"last-modified": then},
        {"last-modified": "yesterday", "date": then},
        {"last-modified": then, "date": "Thu, 01 Jan 2026 00:00:09 -0000"},
        {},
    ):
        assert settled_date(headers) == ""


def test_a_server_that_wants_to_be_left_alone_is(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE)
    subscription = subscribed(site, way)
    site.answers["/magazine.json"] = (429, {"Retry-After": "3600"}, b"")
    assert "60 min" in update(subscription, way).faults[0]
    site.publish(ONE, TWO)
    site.asked.clear()
    assert "update again in 60 min" in update(subscription, way).faults[0]
    assert site.paths == []
    assert whole(update(subscription, replace(way, at_once=True))).new == ("two",)
    site.publish(ONE, TWO, THREE)
    site.answers["/issues/three.yaml"] = (503, {"Retry-After": "60"}, b"")
    assert "left alone for 60 s" in update(subscription, way).faults[0]
    assert "left alone" in update(subscription, way).faults[0]


def test_an_issue_changes_as_a_whole_and_keeps_the_files_that_are_the_same(site: Publisher, way: UpdateWay) -> None:
    site.publish(issue_files("one", "Old.", a_png=png(1), b_png=png(2)))
    subscription = subscribed(site, way)
    site.publish(issue_files("one", "New.", a_png=png(1), b_png=png(3)))
    site.asked.clear()
    assert whole(update(subscription, way)).changed == ("one",)
    assert site.paths == ["/magazine.json", "/issues/one.yaml", "/issues/one/b.png"]
    assert shelf(subscription) == {"one": "New."}


def test_issues_that_are_withdrawn_are_kept_and_come_back(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, TWO)
    subscription = subscribed(site, way)
    site.publish(ONE)
    assert whole(update(subscription, way)).withdrawn == ("two",)
    assert whole(update(subscription, way)).withdrawn == ()
    assert subscription.state.withdrawn == ("two",)
    assert [*shelf(subscription)] == ["one", "two"]
    site.publish(ONE, TWO)
    assert whole(update(subscription, way)).new == ()
    assert subscription.state.withdrawn == ()


BAD_ISSUES = {
    "another hash": (b"x" * len(TWO["issues/two.yaml"]), "is not the file that the feed names"),
    "a shorter file": (b"x", "is not the file that the feed names"),
    "a longer file": (TWO["issues/two.yaml"] + b"#", "is larger than"),
    "no file": ((404, {}, b""), "does not have it"),
    "a server's fault": ((500, {}, b""), "answers 500"),
    "nothing to a first question": ((304, {}, b""), "answers 304"),
}


@pytest.mark.parametrize("name", BAD_ISSUES)
def test_one_bad_issue_keeps_no_other_out(site: Publisher, way: UpdateWay, name: str) -> None:
    answer, message = BAD_ISSUES[name]
    site.publish(ONE, TWO, THREE)
    site.answers["/issues/two.yaml"] = answer
    report = subscribe(site.url, way).report
    assert report.new == ("one", "three")
    (fault,) = report.faults
    assert fault.startswith("two: ")
    assert message in fault
    assert fault.isprintable()
    site.publish(ONE, TWO, THREE)
    assert whole(update(Subscription(report.id), way)).new == ("two",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (issue_text("two"), "has the id two in its file"),
        ("format: 1\nid: three\ntitel: x\n", "three.yaml:1:1: S303"),
        ("a: &a [*a]\n", "three.yaml:1:"),
        ("\x1b]0;x\x07", "three.yaml:"),
        ("", "has errors"),
        ("[" * 100_000, "has errors"),
        ("x: !!python/object/apply:os.system [ls]\n", "three.yaml:1:"),
    ],
)
def test_an_issue_is_loaded_and_checked_before_it_is_there(
    site: Publisher, way: UpdateWay, text: str, message: str
) -> None:
    site.publish(ONE, {"issues/three.yaml": text.encode()})
    report = subscribe(site.url, way).report
    assert report.new == ("one",)
    (fault,) = report.faults
    assert message in fault
    assert fault.isprintable()


def test_a_failed_update_leaves_the_last_good_state(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, TWO)
    subscription = subscribed(site, way)
    before = shelf(subscription)
    for answer in (
        b"<html>",
        b"{",
        (500, {}, b""),
        (404, {}, b""),
        b"x" * 2_000_001,
        (302, {"Location": "//10.0.0.1"}, b""),
    ):
        site.answers["/magazine.json"] = answer
        (fault,) = update(subscription, way).faults
        assert fault.isprintable()
        assert shelf(subscription) == before
    site.publish(issue_files("one", "Changed."), TWO)
    site.answers["/issues/one.yaml"] = b"broken"
    assert update(subscription, way).faults
    assert shelf(subscription) == before


def test_an_update_ends_in_time(site: Publisher, way: UpdateWay, fetcher: Fetcher) -> None:
    site.publish(ONE)
    subscription = subscribed(site, way)
    site.publish(ONE, TWO)
    late = Fetcher(replace(fetcher.times, update=-1.0))
    assert "the next update goes on" in update(subscription, replace(way, fetcher=late)).faults[0]
    assert whole(update(subscription, way)).new == ("two",)


def test_an_update_gives_up_when_the_server_is_gone(site: Publisher, way: UpdateWay) -> None:
    site.publish(*(issue_files(f"i{k}") for k in range(9)))
    for k in range(9):
        site.answers[f"/issues/i{k}.yaml"] = (500, {}, b"")
    assert len(subscribe(site.url, way).report.faults) == 3


def test_an_update_fetches_a_bounded_number_of_files(
    site: Publisher, way: UpdateWay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "MAX_FILES", 4)
    monkeypatch.setattr(installing.Budget.__init__, "__defaults__", (4,))
    many = issue_files("many", **{f"p{k}_png": png() for k in range(4)})
    site.publish(many, ONE, TWO, THREE, issue_files("four"))
    report = subscribe(site.url, way).report
    assert report.new == ("one", "two", "three")
    assert [fault.partition(":")[0] for fault in report.faults] == [
        "many",
        "an update fetches 4 files; the next one goes on",
    ]
    assert update(Subscription(report.id), way).new == ("four",)


def test_lost_and_damaged_files_come_back(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, TWO)
    subscription = subscribed(site, way)
    folder = Path(subscription.issues.folder)
    for harm in (
        lambda: (folder / "two.yaml").write_text("broken"),
        lambda: (folder / "two" / "a.png").unlink(),
        lambda: (folder / ".now" / "two").resolve().rename(folder / "elsewhere"),
        lambda: (folder / ".now" / "two").unlink(),
    ):
        harm()
        report = whole(update(subscription, way))
        assert "two" in (*report.restored, *report.new)
        assert (folder / "two" / "a.png").read_bytes() == png()
        assert [*shelf(subscription)] == ["one", "two"]
    (folder / "one.yaml").unlink()
    whole(update(subscription, way))
    assert [*shelf(subscription)] == ["one", "two"]


def test_an_id_that_another_issue_has_is_told_and_kept_apart(site: Publisher, way: UpdateWay, tmp_path: Path) -> None:
    mine = tmp_path / "own" / "mine.yaml"  # not named after its id
    mine.write_text(issue_text("one", "Mine."), "utf-8")
    site.publish(ONE, TWO)
    begun = subscribe(site.url, way)
    assert begun.report.faults == ()
    (clash,) = begun.report.clashes
    assert (clash.id, clash.path) == ("one", str(mine))
    subscription = Subscription(begun.report.id)
    assert [*shelf(subscription)] == [f"one.from-{subscription.id}", "two"]
    both = Library((str(tmp_path / "own"), subscription.issues.folder))
    assert both.entry("one").path == str(mine)
    assert mine.read_text("utf-8") == issue_text("one", "Mine.")
    mine.unlink()
    fresh = replace(way, elsewhere=lambda ids, _: {})
    assert whole(update(subscription, fresh)).clashes == ()
    assert [*shelf(subscription)] == ["one", "two"]


def test_a_full_disk_leaves_everything_whole(site: Publisher, way: UpdateWay, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish(ONE)
    subscription = subscribed(site, way)
    site.publish(issue_files("one", "Changed."), TWO)

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(kept_issues.os, "write", full)
        (fault,) = update(subscription, way).faults
    assert "No space left on device; make room" in fault
    assert shelf(subscription) == {"one": "The springs run."}
    assert os.listdir(Path(subscription.issues.folder, ".incoming")) == []
    assert whole(update(subscription, way)).new == ("two",)


def test_a_disk_that_is_full_at_first_leaves_no_subscription(
    site: Publisher, way: UpdateWay, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(ONE)
    monkeypatch.setattr(Subscription, "keep_feed", lambda *_: (_ for _ in ()).throw(FullError("full")))
    with pytest.raises(FullError):
        subscribe(site.url, way)
    assert subscriptions() == []


def test_a_second_update_leaves_the_first_alone(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE)
    subscription = subscribed(site, way)
    with subscription.locked():
        report = update(subscription, way)
        assert report.faults == ()
        assert "another reader" in report.notice
        with pytest.raises(ReaderError, match="another reader"):
            unsubscribe(subscription)
    assert update(subscription, way).notice == ""


def test_two_processes_and_a_kill(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, headers={"ETag": '"1"'})
    subscription = subscribed(site, way)
    site.publish(issue_files("one", "Changed."), TWO, headers={"ETag": '"2"'})
    reached, go_on = threading.Event(), threading.Event()
    body = TWO["issues/two.yaml"]

    def half(handler: Handler) -> None:
        handler.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:40])
        reached.set()
        go_on.wait(300)

    site.answers["/issues/two.yaml"] = half
    command = [sys.executable, "-m", "reader", "update"]
    first = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL)
    assert reached.wait(300)
    assert "another reader" in update(subscription, way).notice
    first.send_signal(signal.SIGKILL)
    assert first.wait(300) == -signal.SIGKILL
    go_on.set()
    assert shelf(subscription) == {"one": "Changed."}
    assert os.listdir(Path(subscription.issues.folder, ".incoming")) != []
    site.answers["/issues/two.yaml"] = body
    assert whole(update(subscription, way)).new == ("two",)
    assert os.listdir(Path(subscription.issues.folder, ".incoming")) == []


def test_feeds_of_atom_bring_the_pictures_that_the_issue_names(site: Publisher, way: UpdateWay) -> None:
    entry = '<entry><updated>{}</updated><link rel="enclosure" type="text/yaml" href="files/one.yaml"/></entry>'
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{}</feed>'
    text = issue_text("one", "First.", ("a.png", "missing.png"))
    site.answers["/atom.xml"] = atom.format(entry.format("2026-01-01T00:00:00Z")).encode()
    site.answers["/files/one.yaml"] = text.encode()
    site.answers["/files/one/a.png"] = png()
    begun = subscribe(f"{site.url}atom.xml", way)
    assert begun.report.new == ("one",)
    assert begun.report.faults == ()
    subscription = Subscription(begun.report.id)
    folder = Path(subscription.issues.folder)
    assert os.listdir(folder / "one") == ["a.png"]
    site.asked.clear()
    whole(update(subscription, way))
    assert site.paths == ["/atom.xml"]
    (folder / "one" / "a.png").write_bytes(b"x")
    assert whole(update(subscription, way)).restored == ("one",)
    site.answers["/atom.xml"] = atom.format(entry.format("2026-01-02T00:00:00Z")).encode()
    site.answers["/files/one.yaml"] = issue_text("one", "Second.").encode()
    assert whole(update(subscription, way)).changed == ("one",)
    assert shelf(subscription) == {"one": "Second."}


def test_a_feed_is_found_by_its_site_its_name_or_a_page(site: Publisher, fetcher: Fetcher) -> None:
    page = b"<html><link rel=alternate type=application/feed+json href=/feeds/m.json></html>"
    site.answers = {"/mag/magazine.json": feed(), "/page.html": page, "/feeds/m.json": feed(), "/site": page}
    for path, found in (
        ("mag", "mag/magazine.json"),
        ("mag/", "mag/magazine.json"),
        ("mag/magazine.json", "mag/magazine.json"),
        ("page.html", "feeds/m.json"),
        ("site", "feeds/m.json"),
    ):
        assert str(find_feed(web_address(site.url + path), fetcher).address) == site.url + found
    site.answers["/none.html"] = b"<html></html>"
    with pytest.raises(FeedError, match=r"give the address of its magazine\.json"):
        find_feed(web_address(f"{site.url}none.html"), fetcher)
    site.answers["/pages/index.html"], site.answers["/pages/magazine.json"] = b"<html></html>", feed()
    assert find_feed(web_address(f"{site.url}pages/index.html"), fetcher).address.target == "/pages/magazine.json"
    site.answers["/evil.html"] = page.replace(b"/feeds/m.json", b"https://10.0.0.1/m.json")
    with pytest.raises(RefusedError):
        find_feed(web_address(f"{site.url}evil.html"), fetcher)


def test_a_subscription_that_fails_at_first_leaves_nothing(site: Publisher, way: UpdateWay, home: Path) -> None:
    for answer in (b"{", (500, {}, b""), b"<html>"):
        site.answers["/magazine.json"] = answer
        with pytest.raises(ReaderError):
            subscribe(f"{site.url}magazine.json", way)
        assert not home.exists() or os.listdir(home) == []


def test_a_subscription_ends_and_keeps_the_issues_that_were_used(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE, TWO, THREE)
    subscription = subscribed(site, way)
    marks = MarkStore(default_path())
    marks.put([new_mark("place", "two", "water", ())])
    ended = unsubscribe(named(site.url))
    assert (ended.kept, ended.removed) == (("two",), ("one", "three"))
    assert [*shelf(subscription)] == ["two"]
    assert subscription.state.has_ended
    assert subscribed(site, way).id == subscription.id
    assert not subscription.state.has_ended
    assert [*shelf(subscription)] == ["one", "three", "two"]
    unsubscribe(subscription, removes_all=True)
    assert subscriptions() == []
    assert not os.path.exists(subscription.folder)


def test_a_damaged_state_is_told_and_mended_by_subscribing(site: Publisher, way: UpdateWay) -> None:
    site.publish(ONE)
    subscription = subscribed(site, way)
    for damage in ("", "[]", '{"version": 2}', "x" * 100, json.dumps({"version": 1, "feed": ""})):
        Path(subscription.folder, "state.json").write_text(damage)
        with pytest.raises(UnusableError, match="subscribe again"):
            _ = subscription.state
        assert "subscribe again" in update(subscription, way).faults[0]
        subscribed(site, way)
        assert subscription.state.title == "City of Springs"


def test_nothing_is_written_outside_the_folder(site: Publisher, way: UpdateWay, home: Path, tmp_path: Path) -> None:
    hostile = [
        {"_issue": {"id": "one", "files": [{"path": path, "bytes": 1, "sha256": "a" * 64}]}}
        for path in ("issues/../../../x.yaml", "/tmp/x.yaml", "issues/one.yaml/../../x")
    ]
    site.answers["/magazine.json"] = feed(*hostile, item("two", TWO))
    site.answers.update({f"/{path}": data for path, data in TWO.items()})
    before = {path for path in tmp_path.rglob("*") if home not in path.parents}
    report = subscribe(site.url, way).report
    assert report.new == ("two",)
    assert len(report.faults) == 3
    site.answers["/magazine.json"] = feed(*hostile)
    with pytest.raises(FeedError, match="has 3 entries, and no issue that can be used: entry 1 of the feed"):
        subscribe(f"{site.url}?other", way)
    after = {path for path in tmp_path.rglob("*") if home not in path.parents and "cache" not in path.parts}
    assert after - before <= {home, home.parent, home.parent.parent}
