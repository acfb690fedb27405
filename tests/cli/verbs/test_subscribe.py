"""``subscribe``, ``update``, ``subscriptions``, ``unsubscribe``: their output, messages and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.marks.mark import default_path, new_mark
from reader.marks.store import MarkStore
from tests.subscriptions.publisher import Publisher, issue_files, publisher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

ONE, TWO = issue_files("one"), issue_files("two")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    for name in ("data", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    yield from publisher()


def test_the_way_of_a_subscription(site: Publisher, run: Run, folder: Path) -> None:
    site.publish(ONE, TWO)
    code, out, err = run("subscribe", site.url)
    assert (code, err.partition(":")[0]) == (0, "1 more")
    name = out.partition(":")[0]
    assert out == f"{name}: subscribed to City of Springs\none: new\n"
    assert [each["address"] for each in json.loads(run("list", "--new", "--json").out)] == ["one"]

    code, out, err = run("update", "--json")
    (told,) = json.loads(out)
    assert (code, err, told["new"], told["left"], told["faults"]) == (0, "", ["two"], 0, [])
    assert run("update") == (0, "", "nothing new\n")
    assert run("subscribe", site.url).out == f"{name}: subscribed already to City of Springs\n"

    listed = json.loads(run("list", "--json").out)
    assert [each["address"] for each in listed] == ["essays", "springs", "one", "two"]
    assert [each.get("subscription") for each in listed] == [None, None, name, name]
    assert "one\n" in run("list", "--new").out
    assert "essays" not in run("list", "--new").out
    assert [each["address"] for each in json.loads(run("list", "--json", "--library", str(folder)).out)] == [
        "essays",
        "springs",
    ]

    site.publish(ONE)
    assert run("update").out == f"two: withdrawn, and kept  ({name})\n"
    (told,) = json.loads(run("subscriptions", "--json").out)
    assert (told["id"], told["url"], told["issues"], told["withdrawn"]) == (name, site.url, ["one", "two"], ["two"])
    assert told["checked"].endswith("Z")
    assert run("list").out.count("withdrawn by its publisher, and kept") == 1
    assert [each.get("withdrawn") for each in json.loads(run("list", "--json").out)] == [None, None, False, True]
    assert "2 issues, 1 of them withdrawn, checked " in run("subscriptions").out

    MarkStore(default_path()).put([new_mark("place", "one", "water", ())])
    code, out, err = run("unsubscribe", name)
    assert out == f"{name}: no subscription any more\none: was read or marked, and stays on the shelf\n"
    assert (code, err) == (0, f"reader unsubscribe {name} --remove removes them, too\n")
    assert run("subscriptions", "--json").out == "[]\n"
    assert run("update")[0] == 1
    assert [each["address"] for each in json.loads(run("list", "--json").out)] == ["essays", "springs", "one"]
    assert run("unsubscribe", name, "--remove").code == 0
    assert run("unsubscribe", name).code == 2


def test_a_clash_is_a_message_and_no_fault(site: Publisher, run: Run, folder: Path) -> None:
    site.publish(issue_files("springs", "Another."), ONE)
    mine = (folder / "springs.yaml").read_bytes()
    code, out, err = run("subscribe", site.url)
    assert code == 0
    assert "springs: new\n" in out
    assert err.startswith(f"reader: springs: this id is also that of {folder / 'springs.yaml'}, which the address ")
    assert (folder / "springs.yaml").read_bytes() == mine
    assert "Another." not in run("show", "springs/water").out


def test_each_fault_is_one_line_with_its_exit_code(site: Publisher, run: Run) -> None:
    site.answers = {"/broken.json": b"{", "/page.html": b"<html>", "/500.json": (500, {}, b"")}
    for url, code in (
        ("http://example.org/", 2),
        ("https://10.1.2.3/", 2),
        ("https://0x7f.1/", 2),
        ("nothing", 2),
        ("http://127.0.0.1:1/", 2),
        (f"{site.url}none.json", 2),
        (f"{site.url}500.json", 2),
        (f"{site.url}broken.json", 1),
        (f"{site.url}page.html", 1),
    ):
        result = run("subscribe", url)
        assert (result.code, result.out) == (code, "")
        assert result.err.startswith("reader: ")
        assert result.err.count("\n") == 1
    assert run("subscribe").code == 2
    assert run("unsubscribe", "nothing").code == 2
    assert run("update", "nothing").code == 2
    assert run("update", "--json") == (1, "[]\n", "reader: no subscriptions; reader subscribe URL begins one\n")


def test_a_fault_of_an_update_is_told_and_costs_no_other(site: Publisher, run: Run) -> None:
    site.publish(ONE, TWO)
    run("subscribe", site.url)
    site.answers["/issues/two.yaml"] = b"x" * len(TWO["issues/two.yaml"])
    code, out, err = run("update")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert ": two: " in err
    (folder,) = [path.parent for path in Path(default_path()).parent.glob("subscriptions/*/state.json")]
    (folder / "state.json").write_text("{")
    assert run("update").code == 1
    code, out, err = run("subscriptions", "--json")
    assert (code, out, err.count("\n")) == (1, "[]\n", 1)
    shutil.rmtree(folder)
    assert run("subscriptions").code == 0
