"""The one writer of the user's files: links, rights, faults of the disk, kills, and targets that are no files."""

from __future__ import annotations

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import file_writing
from reader.file_writing import ChangedError, TakenError, WriteError, make_private, patiently, replace_file, write_new

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns a file of the user's, alone in its folder."""
    path = tmp_path / "home" / "marks.json"
    path.parent.mkdir()
    path.write_text("old")
    path.chmod(0o600)
    return path


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))


# -- links and rights ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o200])
def test_the_content_is_replaced_and_the_mode_stays(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_file(str(path), [b"ne", b"w"])
    assert mode_of(path) == mode
    path.chmod(0o600)
    assert path.read_text() == "new"
    assert names(path) == ["marks.json"]


@pytest.mark.parametrize("private", [False, True])
def test_a_new_file_has_the_mode_of_the_umask_or_is_private(path: Path, umask: None, private: bool) -> None:
    for number, write in enumerate((write_new, replace_file)):
        new = path.with_name(f"new-{number}")
        write(str(new), [b"x"], private=private)
        assert mode_of(new) == (0o600 if private else 0o640)


@pytest.mark.skipif(not IS_ROOT, reason="only the superuser gives files away")
def test_the_owner_and_the_group_stay(path: Path) -> None:
    os.chown(path, 1234, 2345)
    replace_file(str(path), [b"new"])
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


def test_where_the_group_cannot_be_kept_it_may_do_no_more_than_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path.chmod(0o664)
    real = os.fstat
    monkeypatch.setattr(os, "fchown", refused)
    monkeypatch.setattr(os, "fstat", lambda fd: os.stat_result([*real(fd)[:4], 77, 78, *real(fd)[6:]]))
    replace_file(str(path), [b"new"])
    monkeypatch.undo()
    assert mode_of(path) == 0o644


def test_attributes_stay(path: Path) -> None:
    try:
        os.setxattr(path, "user.origin", b"here")
    except OSError:
        pytest.skip("this file system has no attributes")
    replace_file(str(path), [b"new"])
    assert os.getxattr(path, "user.origin") == b"here"


@pytest.mark.parametrize("target", ["relative", "absolute", "chain", "folder"])
def test_a_link_stays_a_link_and_its_target_is_replaced(path: Path, tmp_path: Path, target: str) -> None:
    link = tmp_path / "link"
    if target == "folder":
        (tmp_path / "there").symlink_to(path.parent)
        link.symlink_to("there/marks.json")
    elif target == "chain":
        (tmp_path / "home" / "second").symlink_to("marks.json")
        link.symlink_to("home/second")
    else:
        link.symlink_to(path if target == "absolute" else "home/marks.json")
    replace_file(str(link), [b"new"])
    assert link.is_symlink()
    assert not path.is_symlink()
    assert (path.read_text(), mode_of(path)) == ("new", 0o600)


def test_a_link_to_a_file_that_is_not_there_makes_it(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("home/later.json")
    replace_file(str(link), [b"new"], private=True)
    assert link.is_symlink()
    assert (path.with_name("later.json").read_text(), mode_of(path.with_name("later.json"))) == ("new", 0o600)


def test_a_link_to_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere/later.json")
    with pytest.raises(WriteError, match="cannot be written: No such file"):
        replace_file(str(tmp_path / "link"), [b"new"])
    assert os.listdir(tmp_path) == ["link"]


def test_links_in_a_loop_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(WriteError, match=r"symbolic links"):
        replace_file(str(tmp_path / "a"), [b"new"])
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


@pytest.mark.skipif(not IS_ROOT, reason="only the superuser gives links away")
def test_a_foreign_link_in_a_shared_folder_is_not_followed(path: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    (shared / "marks.json").symlink_to(path)
    os.chown(shared / "marks.json", 4321, 4321, follow_symlinks=False)
    with pytest.raises(WriteError, match="another user"):
        replace_file(str(shared / "marks.json"), [b"new"])
    assert path.read_text() == "old"


# -- targets that are no files ---------------------------------------------------------------------------------


def irregular(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / "there"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(path))
    elif kind == "device":
        path.symlink_to("/dev/null")
    return path


@pytest.mark.parametrize("kind", ["pipe", "folder", "socket", "device"])
def test_anything_but_a_file_is_refused_and_stays(tmp_path: Path, kind: str) -> None:
    path = irregular(tmp_path, kind)
    before = path.stat()
    with pytest.raises(WriteError, match=f"it is a {kind}, not a file") as told:
        replace_file(str(path), [b"new"])
    assert "\n" not in str(told.value)
    assert (path.stat().st_ino, path.stat().st_mode) == (before.st_ino, before.st_mode)
    with pytest.raises(TakenError, match="is there already"):
        write_new(str(path), [b"new"])
    assert os.listdir(tmp_path) == ["there"]


@pytest.mark.parametrize("name", ["", ".", "..", "home/", "home/marks.json/", "home/marks.json/x", "nul\0", "x" * 300])
def test_a_path_that_names_no_file_is_told(
    path: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for write in (replace_file, write_new):
        with pytest.raises(WriteError) as told:
            write(name, [b"new"])
        assert "\n" not in str(told.value)
    assert path.read_text() == "old"
    assert names(path) == ["marks.json"]


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    name = str(tmp_path / ("x" * 255))
    write_new(name, [b"old"])
    replace_file(name, [b"new"])
    assert Path(name).read_text() == "new"


def test_a_new_file_is_never_written_over_another_one(path: Path) -> None:
    path.with_name("dangling").symlink_to("nowhere")
    for name in ("marks.json", "dangling"):
        with pytest.raises(TakenError, match="is there already, and is left as it is"):
            write_new(str(path.with_name(name)), [b"new"])
    assert path.read_text() == "old"
    assert names(path) == ["dangling", "marks.json"]


def test_a_new_file_that_comes_while_it_is_written_stays(path: Path) -> None:
    def data() -> Iterator[bytes]:
        path.with_name("new").write_text("theirs")
        yield b"ours"

    with pytest.raises(TakenError):
        write_new(str(path.with_name("new")), data())
    assert path.with_name("new").read_text() == "theirs"
    assert names(path) == ["marks.json", "new"]


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_new_file_where_there_are_no_hard_links(path: Path, is_taken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_links(*_: object, **__: object) -> None:
        if is_taken:
            path.with_name("new").write_text("theirs")
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", without_links)
    if is_taken:
        with pytest.raises(TakenError):
            write_new(str(path.with_name("new")), [b"ours"])
    else:
        write_new(str(path.with_name("new")), [b"ours"])
    assert path.with_name("new").read_text() == ("theirs" if is_taken else "ours")
    assert names(path) == ["marks.json", "new"]


@pytest.mark.parametrize("put", ["file", "link", "nothing", "pipe"])
def test_a_target_that_is_swapped_while_it_is_written_stays(path: Path, tmp_path: Path, put: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")

    def data() -> Iterator[bytes]:
        path.unlink()
        if put == "file":
            path.write_text("theirs")
        elif put == "link":
            path.symlink_to(secret)
        elif put == "pipe":
            os.mkfifo(path)
        yield b"ours"

    (path.parent / "keeps the inode").hardlink_to(path)  # else the new file may get it
    with pytest.raises(ChangedError, match="was changed meanwhile"):
        replace_file(str(path), data())
    assert secret.read_text() == "secret"
    assert path.is_symlink() == (put == "link")
    assert path.is_fifo() == (put == "pipe")
    assert names(path) == ["keeps the inode", *(["marks.json"] if put != "nothing" else [])]


def test_a_folder_that_is_swapped_for_a_link_is_not_written_to(path: Path, tmp_path: Path) -> None:
    (tmp_path / "trap").mkdir()
    (tmp_path / "trap" / "marks.json").write_text("trap")

    def data() -> Iterator[bytes]:
        path.parent.rename(tmp_path / "moved")
        path.parent.symlink_to("trap")
        yield b"new"

    replace_file(str(path), data())
    assert (tmp_path / "moved" / "marks.json").read_text() == "new"
    assert (tmp_path / "trap" / "marks.json").read_text() == "trap"


# -- faults of the disk ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
def test_a_fault_leaves_the_old_file_and_no_other(
    path: Path, call: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(os, call)

    def fails(*given: object, **named: object) -> object:
        if call == "open" and not int(given[1]) & os.O_CREAT:
            return real(*given, **named)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(WriteError, match=f"cannot be written, and is left as it is: {os.strerror(code)}"):
        replace_file(str(path), [b"new"])
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert names(path) == ["marks.json"]


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_fault_leaves_no_new_file(path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(WriteError, match="cannot be written: No space"):
        write_new(str(path.with_name("new")), [b"new"])
    assert names(path) == ["marks.json"]


def test_an_interrupt_leaves_the_old_file_and_no_other(path: Path) -> None:
    def data() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    for write, name in ((replace_file, "marks.json"), (write_new, "new")):
        with pytest.raises(KeyboardInterrupt):
            write(str(path.with_name(name)), data())
    assert path.read_text() == "old"
    assert names(path) == ["marks.json"]


def test_a_folder_that_cannot_be_synced_is_no_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def for_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", for_files_only)
    replace_file(str(path), [b"new"])
    assert path.read_text() == "new"


def test_a_read_only_file_is_left_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o400)
    if IS_ROOT:
        monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(WriteError, match="it is read-only"):
        replace_file(str(path), [b"new"])
    assert path.read_text() == "old"


def ran(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import os, resource, signal, sys\nfrom reader.file_writing import *\n" + program
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_a_full_disk_leaves_the_old_file_and_no_other(path: Path) -> None:
    program = (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "for write, path in ((replace_file, sys.argv[1]), (write_new, sys.argv[1] + '.new')):\n"
        "    try: write(path, [b'x' * 60_000] * 3)\n"
        "    except WriteError as error: print(error)\n"
    )
    done = ran(program, str(path))
    assert done.stdout.count("File too large\n") == 2
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_text() == "old"
    assert names(path) == ["marks.json"]


@pytest.mark.skipif(not IS_ROOT, reason="only the superuser becomes another user")
@pytest.mark.parametrize("is_new", [False, True])
def test_in_a_read_only_folder_it_is_told(is_new: bool, request: pytest.FixtureRequest) -> None:
    folder = tempfile.TemporaryDirectory()  # pytest's own folders let no other user in
    request.addfinalizer(folder.cleanup)
    path = Path(folder.name) / "marks.json"
    path.write_text("old")
    path.chmod(0o666)
    path.parent.chmod(0o555)
    program = (
        "os.setgid(4321); os.setuid(4321)\n"
        "try: (write_new if len(sys.argv) > 2 else replace_file)(sys.argv[1], [b'new'])\n"
        "except WriteError as error: print(error)\n"
    )
    done = ran(program, str(path.with_name("new") if is_new else path), *["new"] * is_new)
    assert done.stdout.endswith("Permission denied\n"), done.stderr
    assert path.read_text() == "old"
    assert names(path) == ["marks.json"]


@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_a_kill_leaves_the_old_file(path: Path, call: str) -> None:
    program = (
        f"os.{call} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
        "replace_file(sys.argv[1], [b'new' * 100_000])\n"
    )
    assert ran(program, str(path)).returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    replace_file(str(path), [b"new"])
    assert path.read_text() == "new"


def test_readers_see_the_old_or_the_new_file_and_never_a_part(path: Path) -> None:
    program = "for n in range(150): replace_file(sys.argv[1], [bytes([97 + n % 26]) * 70_000] * 3)\n"
    path.write_bytes(b"a" * 210_000)
    command = [sys.executable, "-c", "import sys\nfrom reader.file_writing import *\n" + program, str(path)]
    with subprocess.Popen(command, cwd=ROOT) as writer:
        while writer.poll() is None:
            content = path.read_bytes()
            assert len(content) == 210_000
            assert len(set(content)) == 1


def test_a_private_file_is_made_once(path: Path) -> None:
    make_private(str(path))
    assert path.read_text() == "old"
    make_private(str(path.with_name("new")))
    assert mode_of(path.with_name("new")) == 0o600


def test_where_files_cannot_be_named_in_a_folder_their_paths_do(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_writing, "_BY_FOLDER", False)
    (tmp_path / "link").symlink_to("home/marks.json")
    monkeypatch.setattr(file_writing, "_HAS_OWNERS", False)
    replace_file(str(tmp_path / "link"), [b"new"])
    write_new(str(path.with_name("second")), [b"new"])
    assert path.read_text() == path.with_name("second").read_text() == "new"
    assert names(path) == ["marks.json", "second"]


def test_a_name_is_given_once_the_other_program_has_closed_the_file() -> None:
    refusals = iter([PermissionError(13, "in use"), PermissionError(13, "in use")])
    given = []

    def give() -> None:
        if refusal := next(refusals, None):
            raise refusal
        given.append(True)

    patiently(give, (0, 0, 0))
    assert given == [True]


def test_a_name_that_stays_in_use_is_an_error() -> None:
    def give() -> None:
        raise PermissionError(13, "in use")

    with pytest.raises(PermissionError, match="in use"):
        patiently(give, (0, 0))
