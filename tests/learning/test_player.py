"""The players of recordings, their arguments, and the files that they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.learning.player import Player, Playing, is_wrong, player_of
from reader.source.recording_files import is_sound, playable_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("programs", "name", "last"),
    [
        (("vlc", "mpv", "ffplay"), "mpv", ("--start=65.250", "--", "/a b.mp3")),
        (("vlc", "ffplay"), "ffplay", ("65.250", "-i", "/a b.mp3")),
        (("vlc",), "vlc", ("--start-time=65.250", "/a b.mp3")),
        (("afplay",), "afplay", ("/a b.mp3",)),
    ],
)
def test_a_player_is_found_by_itself(programs: tuple[str, ...], name: str, last: tuple[str, ...]) -> None:
    player = player_of((), lambda each: f"/bin/{each}" if each in programs else None)
    assert player
    assert player.name == name
    assert player.can_seek == (name != "afplay")
    [[program, *arguments]], given = Playing(player, "/a b.mp3", 65_250).commands("", 100)
    assert (program, given) == (f"/bin/{name}", b"")
    assert tuple(arguments[-len(last) :]) == last


def test_the_setting_comes_first_and_a_path_is_never_read_as_a_place() -> None:
    player = player_of(("play it", "-s{start}", "{file}", "x"), lambda _: "/bin/mpv")
    assert player == Player(("play it", "-s{start}", "{file}", "x"))
    path = "/$(rm x); {start} {file} {}.mp3"
    assert Playing(player, path, 0).commands("", 100)[0] == (("play it", "-s0.000", path, "x"),)
    assert player_of((), lambda _: None) is None


@pytest.mark.parametrize(
    ("wanted", "wrong"),
    [((), False), (("mpv", "{file}"), False), (("mpv",), True), ((" ", "{file}"), True), (("{file}",), True)],
)
def test_a_setting_without_a_program_or_a_file_is_wrong(wanted: tuple[str, ...], wrong: bool) -> None:
    assert is_wrong(wanted) == wrong


@pytest.mark.parametrize(
    ("head", "sound"),
    [
        *((head, True) for head in (b"ID3\4", b"\xff\xfb\x90", b"\xff\xf1", b"OggS", b"fLaC", b"\0\0\0\x20ftypM4A ")),
        (b"RIFF....WAVE", True),
        *((head, False) for head in (b"", b"#EXTM3U\nhttp", b"\xff", b"RIFF....AVI ", b"[playlist]", b"\xff\xd8\xff")),
    ],
)
def test_only_sound_is_given_to_a_player(head: bytes, sound: bool, tmp_path: Path) -> None:
    (tmp_path / "springs").mkdir()
    (tmp_path / "springs" / "a.mp3").write_bytes(head)
    assert is_sound(head) == sound
    assert bool(playable_path(str(tmp_path / "springs"), "a.mp3")) == sound


def test_a_recording_that_is_away_or_leads_out_has_no_path(tmp_path: Path) -> None:
    folder = tmp_path / "springs"
    folder.mkdir()
    (tmp_path / "out.mp3").write_bytes(b"ID3")
    (folder / "link.mp3").symlink_to(tmp_path / "out.mp3")
    (folder / "folder.mp3").mkdir()
    for name in ("none.mp3", "link.mp3", "folder.mp3", "../out.mp3", "a\0.mp3"):
        assert playable_path(str(folder), name) == ""
