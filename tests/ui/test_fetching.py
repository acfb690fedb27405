"""The subscriptions are updated beside the screen: by a command, and at the start if the settings say so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library import Library, default_folders
from reader.settings import Settings
from reader.subscriptions.background import FetchOutcome, FetchProgress
from reader.subscriptions.fetching import Fetcher
from reader.subscriptions.subscribing import subscribe
from reader.subscriptions.updating import UpdateWay
from reader.ui.app.upkeep import LibraryChanged
from reader.ui.frames.first import first_frame
from reader.ui.lists.fetched import outcome_line, progress_line
from reader.ui.strings import strings_in
from reader.ui.widgets.status import Status
from tests.subscriptions.publisher import Publisher, issue_files, publisher
from tests.ui.screen import app_of, opened, press, screen_text, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

ONE, TWO, THREE = issue_files("one"), issue_files("two"), issue_files("three")
EN, ZH = strings_in("en"), strings_in("zh")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher whose first issue is on the shelf, with one more since then."""
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "own"))
    for found in publisher():
        found.publish(ONE)
        subscribe(found.url, UpdateWay(Fetcher(), lambda _ids, _subscription: {}))
        found.publish(TWO, ONE)
        yield found


async def looked_at_again(pilot: Pilot[None]) -> list[str]:
    """Returns the screen after the look at the library that comes each second."""
    pilot.app.post_message(LibraryChanged())
    await settled(pilot)
    return screen_text(pilot)


def said(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Status).message


async def test_a_command_fetches_what_is_new(site: Publisher) -> None:
    async with opened(Library(default_folders()), "", (120, 36)) as pilot:
        assert [entry.name for entry in app_of(pilot).library.entries] == ["one"]
        assert site.paths.count("/magazine.json") == 1
        await press(pilot, "U")
        assert said(pilot) == "1 new issue"
        rows = await looked_at_again(pilot)
        assert [entry.name for entry in app_of(pilot).library.entries] == ["one", "two"]
        assert sum(row.count("new") for row in rows[1:-1]) == 2  # of a subscription, also at the first visit
        await press(pilot, "U")
        assert said(pilot) == "There are no new issues."
        Path(default_folders()[0], "three.yaml").write_bytes(THREE["issues/three.yaml"])
        site.publish(THREE, TWO)
        await press(pilot, "U")
        assert said(pilot) == "1 new issue · 1 of them has the id of another issue"
        site.publish(TWO)
        site.answers["/issues/two.yaml"] = b""
        await press(pilot, "U")
        rows = await looked_at_again(pilot)
        await press(pilot, "j", "k")
        assert any("withdrawn by its publisher" in row for row in screen_text(pilot))


async def test_nothing_is_asked_for_at_the_start_unless_a_setting_says_so(site: Publisher) -> None:
    site.asked.clear()
    async with opened(Library(default_folders()), "", (120, 36)) as pilot:
        await settled(pilot)
        assert site.paths == []
    settings = Settings()
    settings.apply({"update-at-start": True}, {})
    async with opened(Library(default_folders()), "", (120, 36), settings=settings) as pilot:
        await settled(pilot)
        assert site.paths == ["/magazine.json", "/issues/two.yaml"]
        assert said(pilot) == "1 new issue"


def test_the_first_frame_knows_an_issue_that_was_withdrawn(site: Publisher) -> None:
    from reader.subscriptions.subscription import subscriptions
    from reader.subscriptions.updating import update

    site.publish(TWO)
    (subscription,) = subscriptions()
    update(subscription, UpdateWay(Fetcher(), lambda _ids, _subscription: {}))
    frame = first_frame(Library(default_folders()), None, Settings(), "en", (120, 36))
    assert frame
    text = "".join(run[0] for panel in frame.frame.panels for y in range(5) for run in panel.row(y)[0])
    assert "withdrawn by its publisher" in text


def test_the_lines_of_an_update() -> None:
    assert progress_line(FetchProgress("City\x1b[31m", 1, 3), EN) == "City\ufffd[31m · fetching issues 1/3"
    assert outcome_line(FetchOutcome(1), EN) == "There are no new issues."
    assert outcome_line(FetchOutcome(0), EN) == "There are no subscriptions. reader subscribe URL begins one."
    assert outcome_line(FetchOutcome(2, 1, 2), EN) == "1 new issue · 2 issues changed"
    told = "2 new issues · 1 of them has the id of another issue"
    assert outcome_line(FetchOutcome(1, 2, apart=1), EN) == told
    assert outcome_line(FetchOutcome(2, 3, 0, ("x: broken", "y")), ZH) == "新到 3 期 · x: broken (+1)"
