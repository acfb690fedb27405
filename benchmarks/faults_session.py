"""A round of the campaign: sessions of the program in one home, the faults during each, and the checks after it."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import signal
import time
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from small_disk import SmallDisk
from textual.events import Key, MouseDown

from reader.errors import ReaderError
from reader.marks.store import MarkStore
from tests.e2e.ledger import BOOKMARK, NOTE, REFUSED, Ledger
from tests.e2e.terminal import Terminal
from tests.ui.hostile import small_issue
from tests.ui.terminal_input import SILENCE_SECONDS, Sent, pieces

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from textual.message import Message

ANSWER_SECONDS = 60.0
"""Time for the answer to a key on a busy machine."""
START_SECONDS = 120.0
END_SECONDS = 120.0
"""Time for the first screen, and for the end, which only a program that hangs needs."""
MAX_TOLD_CHARS = 700
LEFT_SECONDS = 60.0
"""Time in which the processes of a program that was killed notice it."""
ESCAPE = "\x1b[27u"
"""Escape in the protocol of kitty, which no other key behind it changes."""
SETTLED_COLUMNS = 97
AWAY_SECONDS = (0.2, 3.0)
ISSUES, ARTICLES, PARAGRAPHS = 4, 6, 30
KEYS = (
    "j",
    "k",
    " ",
    "b",
    "g",
    "G",
    "J",
    "K",
    "]",
    "[",
    "v",
    "x",
    "t",
    "c",
    "T",
    "r",
    "L",
    "A",
    "H",
    "\t",
    "f",
    "M",
    "?",
    "o",
    "i",
)
MAY_NOT_TYPE = {*"aAbBdDeEmMpPqQSuUwWyY"}
"""Keys that end the program, go to the shelf, or change marks."""
MAY_NOT_PRESS = {"ctrl+c", "enter", "ctrl+m", "ctrl+j"}
"""Keys that end the program, or run a command that is shown."""
QUITS = "the reader quits"
"""The entry of the log for an end that the reader wished."""
WORDS = ("泉水", "spring", "wells", "第3", "shi feng", "-spring", '"water wells"', "title:3", "no such thing")
SIZES = ((100, 30), (160, 45), (60, 24), (40, 12))
CLOCK = """import os, time
_time, _ns = time.time, time.time_ns
def _shift():
    try:
        with open(os.environ["FAULTS_CLOCK"]) as file:
            return int(file.read() or 0)
    except (OSError, ValueError, KeyError):
        return 0
time.time = lambda: _time() + _shift()
time.time_ns = lambda: _ns() + _shift() * 10**9
"""
"""A ``sitecustomize`` that shifts the clock by the seconds in a file."""


class Ending(NamedTuple):
    """A way to end a session, and the exit codes that it may have."""

    name: str
    codes: tuple[int, ...]
    gives_back: bool = True


ENDINGS = (
    Ending("q", (0,)),
    Ending("interrupt", (130,)),
    Ending("TERM", (128 + signal.SIGTERM,)),
    Ending("HUP", (128 + signal.SIGHUP,)),
    Ending("KILL", (-signal.SIGKILL,), gives_back=False),
    Ending("KILL", (-signal.SIGKILL,), gives_back=False),
    Ending("gone", (128 + signal.SIGHUP,), gives_back=False),
)


def issue_text(name: str) -> str:
    """Returns an issue of many paragraphs, each of which a word finds."""
    head, _, _ = small_issue(name, articles=1).partition("      - id: article-0")
    lines = [head.rstrip("\n")]
    for article in range(ARTICLES):
        lines += [
            f"      - id: a{article}",
            f"        title: {{zh-Hans: 第{article}篇, en: Article {article}}}",
            "        body:",
        ]
        lines += [
            f"          - {{zh-Hans: 第{n}处泉水从石缝里涌出来。, en: Spring water wells up at place {n}.}}"
            for n in range(PARAGRAPHS)
        ]
    return "\n".join(lines) + "\n"


def is_dangerous(events: Iterable[Message]) -> bool:
    """Whether events end the program, or change marks without a click."""
    keys = [event for event in events if isinstance(event, Key)]
    typed = {unicodedata.normalize("NFKC", event.character) for event in keys if event.character}
    return bool(typed & MAY_NOT_TYPE or {event.key for event in keys} & MAY_NOT_PRESS)


def shortened(entry: str) -> str:
    """Returns the ends of an entry of the log: a traceback ends with its cause."""
    return entry if len(entry) <= MAX_TOLD_CHARS else f"{entry[:120]} … {entry[120 - MAX_TOLD_CHARS :]}"


class Round:
    """Runs sessions in a folder; afterwards it has the ledger, the lost marks and the other failures."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._chance = random.Random(seed)
        self._home, self._library = folder / "home", folder / "library"
        self._aside, self._clock = folder / "aside", folder / "clock"
        self._folder = folder
        self.ledger = Ledger()
        self.lost: list[str] = []
        self.failures: list[str] = []
        self.sessions = 0
        self._home.mkdir(parents=True)
        self.disk = SmallDisk(self._home)

    def run(self) -> None:
        """Runs the sessions, and removes the folder."""
        try:
            self._run()
        finally:
            self.disk.unmount()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        self._library.mkdir()
        (self._folder / "sitecustomize.py").write_text(CLOCK)
        for number in range(ISSUES):
            (self._library / f"i{number}.yaml").write_text(issue_text(f"i{number}"), "utf-8")
        for _ in range(self._chance.randint(1, 3)):
            self._clock.write_text(str(self._chance.choice((0, 0, -86_400, 86_400, -315_360_000))))
            session = Session(self, self._chance)
            self.failures += session.run()
            self.sessions += 1
            self.look_at_marks()

    def start(self) -> Terminal:
        """Starts the program at an article."""
        address = f"i{self._chance.randrange(ISSUES)}/a{self._chance.randrange(ARTICLES)}"
        environment: dict[str, str | None] = {"PYTHONPATH": str(self._folder), "FAULTS_CLOCK": str(self._clock)}
        environment["READER_LOG_LEVEL"] = "info"
        return Terminal([address, "--library", str(self._library)], *SIZES[0], self._home, environment)

    def look_at_marks(self) -> None:
        """Compares the marks that are kept with those that were acknowledged."""
        path = next(self._home.rglob("marks.sqlite"), None)
        try:
            marks = MarkStore(str(path)).all() if path else ()
        except ReaderError as error:
            self.failures.append(f"marks cannot be read: {error}")
            return
        self.lost += self.ledger.settle(marks)

    # -- faults; each returns an action that undoes it ----------------------------------------------

    def library_goes_away(self, _terminal: Terminal) -> Callable[[], object]:
        """Moves the folder of the library away."""
        self._library.rename(self._aside)
        return lambda: self._aside.rename(self._library)

    def file_changes(self, _terminal: Terminal) -> Callable[[], object]:
        """Cuts, empties, replaces or removes an issue file, or puts a device or a looping link beside it."""
        path = self._library / f"i{self._chance.randrange(ISSUES)}.yaml"
        whole, name = (
            path.read_bytes(),
            self._chance.choice(("half", "empty", "other", "gone", "fifo", "loop", "folder")),
        )
        beside = self._library / "beside.yaml"
        if name in ("half", "empty", "other"):
            data = {"half": whole[: len(whole) // 2], "empty": b"", "other": os.urandom(5000)}[name]
            path.write_bytes(data)
        elif name == "gone":
            path.unlink()
        elif name == "fifo":
            os.mkfifo(beside)
        elif name == "loop":
            beside.symlink_to(beside)
        else:
            beside.mkdir()

        def undo() -> None:
            if beside.is_dir() and not beside.is_symlink():
                beside.rmdir()
            beside.unlink(missing_ok=True)
            temporary = path.with_suffix(".new")
            temporary.write_bytes(whole)
            temporary.rename(path)

        return undo

    def disk_is_full(self, terminal: Terminal) -> Callable[[], object]:
        """Fills the disk; or lets the program write no file any more, by a limit of its own."""
        if self.disk.is_mounted and self._chance.random() < 0.7:
            self.disk.fill()
            return self.disk.free
        before = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (0, before[1]))

        def undo() -> None:
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, before)

        return undo

    def clock_goes_back(self, _terminal: Terminal) -> Callable[[], object]:
        """Sets the clock back by up to ten days, or forward."""
        self._clock.write_text(str(self._chance.randint(-864_000, 86_400)))
        return lambda: None

    def was_quit(self) -> bool:
        """Whether the program has noted that the reader wished its end."""
        return any(QUITS in path.read_text("utf-8", "replace") for path in self._home.rglob("reader*.log"))

    def unforeseen_in_log(self) -> list[str]:
        """Returns the entries of the log that tell of a fault of the program, and empties it."""
        found = []
        for path in self._home.rglob("reader*.log"):
            text = path.read_text("utf-8", "replace")
            entries = [entry for entry in text.replace("\n    ", "\r").split("\n") if entry]
            found += [f"log: {entry}" for entry in entries if " error: " in entry or "Traceback" in entry]
            path.unlink()
        return [shortened(entry.replace("\r", " | ")) for entry in found]

    def processes(self) -> list[int]:
        """Returns the processes that run in this round's home."""
        found = []
        for name in filter(str.isdecimal, os.listdir("/proc")):
            with contextlib.suppress(OSError), open(f"/proc/{name}/environ", "rb") as file:
                if f"FAULTS_CLOCK={self._clock}\0".encode() in file.read():
                    found.append(int(name))
        return found


class Session:
    """One run of the program, from its start to its end by whichever cause."""

    def __init__(self, in_round: Round, chance: random.Random) -> None:
        self._round, self._chance = in_round, chance
        self._terminal = in_round.start()
        self._undo: list[Callable[[], object]] = []
        self._word = 0
        self.failures: list[str] = []
        self._clicks = 0
        """Number of clicks of the mouse: Quit is an entry of the help."""

    def run(self) -> list[str]:
        """Reads, searches and marks among faults until the end; returns the failures."""
        ending = self._chance.choice(ENDINGS)
        failures = self.failures
        try:
            if not self._wait_for(b"/%d" % PARAGRAPHS):  # ¶1/30
                failures.append(f"does not start: {self._terminal.text[-300:]!r}")
            for _ in range(self._chance.randint(3, 14)):
                if self._terminal.has_ended:
                    break
                self._act()
            failures += self._end(ending)
        finally:
            self._restore()
            self._terminal.close()
        return [f"[{ending.name}] {failure}" for failure in failures + self._round.unforeseen_in_log() + self._left()]

    # -- actions ------------------------------------------------------------------------------------

    def _act(self) -> None:
        actions = (
            self._keys,
            self._search,
            self._find,
            self._bookmark,
            self._bookmark,
            self._note,
            self._fault,
            self._resize,
            self._hostile,
        )
        try:
            self._chance.choice(actions)()
        except OSError:  # the terminal is closed: the program has ended, and its exit code is looked at
            self._wait(0.2)

    def _keys(self) -> None:
        self._press("".join(self._chance.choice(KEYS) for _ in range(self._chance.randint(1, 40))))
        self._wait(self._chance.random() / 4)
        self._go_back()

    def _search(self) -> None:
        self._go_back()
        self._press(f"s{self._chance.choice(WORDS)}")
        self._wait(self._chance.random())
        self._press(self._chance.choice(("\r", "\x1b[B\r", ESCAPE)))
        self._wait(0.2)
        self._go_back()

    def _find(self) -> None:
        self._go_back()
        end = self._chance.choice(("\r", ESCAPE))
        self._press(f"/{self._chance.choice(WORDS)}{end}{'n' * self._chance.randint(0, 5)}")
        self._wait(0.1)

    def _bookmark(self) -> None:
        for _ in range(self._chance.randint(1, 4)):
            self._go_back()
            self._press("g" + "J" * self._chance.randint(0, 12))
            self._round.ledger.bookmark(self._answer("m", BOOKMARK))
            self._settle()

    def _note(self) -> None:
        self._go_back()
        self._word += 1
        word = f"n{self._round.sessions}x{self._word}x{self._chance.randrange(10**6)}"
        self._press("g" + "J" * self._chance.randint(0, 12))
        if self._answer(f"a{word}\x13", NOTE):
            self._round.ledger.note(word)

    def _fault(self) -> None:
        faults = (
            self._round.library_goes_away,
            self._round.file_changes,
            self._round.disk_is_full,
            self._round.clock_goes_back,
        )
        self._restore()
        self._undo.append(self._chance.choice(faults)(self._terminal))
        if self._chance.random() < 0.5:
            self._wait(self._chance.uniform(*AWAY_SECONDS))
            self._restore()

    def _resize(self) -> None:
        for _ in range(self._chance.choice((1, 5, 60))):
            self._terminal.resize(self._chance.randint(1, 250), self._chance.randint(1, 70))
            if self._chance.random() < 0.3:
                self._press(self._chance.choice(KEYS))
        self._terminal.resize(*self._chance.choice(SIZES))
        self._wait(0.3)

    def _hostile(self) -> None:
        self._restore()  # with a full disk there would be no log of a click on Quit
        for piece in pieces(self._chance, self._chance.randint(1, 15)):
            events = Sent().all_of(piece, self._chance)
            if is_dangerous(events):
                continue
            clicks = sum(isinstance(event, MouseDown) for event in events)
            self._clicks += clicks
            self._round.ledger.may_change(clicks)  # Bookmark is another entry
            self._press(piece.sent)
            if piece.is_half:  # what came next would be a part of it
                break
        self._wait(SILENCE_SECONDS)
        self._go_back()
        self._settle()

    def _settle(self) -> None:
        """Waits until the program has answered all that came before, and looks at the marks that are kept."""
        if not self._round.ledger.is_open:
            return
        self._restore()
        for rows in (33, 34):  # one of them is another size than now
            self._terminal.read_what_came()
            begin = len(self._terminal.output)
            self._terminal.resize(SETTLED_COLUMNS, rows)
            if not self._comes(b"\x1b[%d;1H" % rows, begin) and not self._terminal.has_ended:
                self.failures.append(f"does not answer: {self._terminal.text[-200:]!r}")
                return
        if not self._terminal.has_ended:
            self._round.look_at_marks()

    def _go_back(self) -> None:
        """Closes all that is open over an article; the find box clears the last message."""
        self._press(ESCAPE * 5)
        self._wait(0.2)
        self._press(f"/{ESCAPE}")
        self._wait(0.1)

    # -- the end ------------------------------------------------------------------------------------

    def _end(self, ending: Ending) -> list[str]:
        terminal = self._terminal
        if terminal.has_ended:
            code = terminal.exit_code()
            is_chosen = code == 0 and self._clicks > 0 and self._round.was_quit()
            return [] if is_chosen else [f"ended by itself with {code}: {terminal.text[-200:]!r}"]
        if ending.name in ("q", "interrupt"):
            self._restore()
            self._go_back()
        elif self._chance.random() < 0.5:
            self._bookmark()  # the end comes with the answer
        elif self._chance.random() < 0.5:
            self._go_back()
            self._round.ledger.bookmark(None)
            self._press("m")  # the end comes before it
        if self._chance.random() < 0.3:
            self._press(self._chance.choice(("J", "/泉", " ", "s泉")))
            ending = Ending("interrupt", (130,)) if ending.name == "q" else ending
        match ending.name:
            case "q":
                self._press(f"{ESCAPE * 3}q")
            case "interrupt":
                self._press("\x03")
            case "gone":
                terminal.hang_up()
            case name:
                terminal.kill(signal.Signals[f"SIG{name}"])
        end = time.monotonic() + END_SECONDS
        while not terminal.has_ended:
            if time.monotonic() > end:
                return [f"does not end: {terminal.text[-200:]!r}"]
            time.sleep(0.02) if ending.name == "gone" else self._wait(0.02)
        if ending.name != "gone":
            self._wait(0.0)
        code = terminal.exit_code()
        failures = [] if code in ending.codes else [f"exit code {code}: {terminal.text[-300:]!r}"]
        if ending.gives_back:
            try:
                terminal.assert_given_back()
            except AssertionError as error:
                failures.append(f"the terminal is not given back: {str(error)[:200]}")
        return failures

    def _left(self) -> list[str]:
        """Returns a failure if processes stay, and ends them."""
        end = time.monotonic() + LEFT_SECONDS
        while left := self._round.processes():
            if time.monotonic() > end:
                for pid in left:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                return [f"{len(left)} processes are left"]
            time.sleep(0.05)
        return []

    def _restore(self) -> None:
        for undo in self._undo:
            undo()
        self._undo.clear()

    # -- the terminal -------------------------------------------------------------------------------

    def _press(self, keys: str | bytes) -> None:
        """Types keys, and reads meanwhile, so that neither side waits for the other."""
        data = keys if isinstance(keys, bytes) else keys.encode()
        for begin in range(0, len(data), 1024):
            self._terminal.read_what_came()
            os.write(self._terminal.descriptor, data[begin : begin + 1024])

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while True:
            self._terminal.read_what_came()
            if time.monotonic() >= end:
                return
            time.sleep(0.01)

    def _wait_for(self, wanted: bytes) -> bool:
        end = time.monotonic() + START_SECONDS
        while wanted not in self._terminal.output and time.monotonic() < end and not self._terminal.has_ended:
            self._wait(0.02)
        return wanted in self._terminal.output

    def _answer(self, keys: str, wanted: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Types keys; returns the answer, or None if none comes."""
        self._terminal.read_what_came()
        begin = len(self._terminal.output)
        self._press(keys)
        end = time.monotonic() + ANSWER_SECONDS
        while not (found := wanted.search(self._terminal.output, begin)) and time.monotonic() < end:
            if self._terminal.has_ended or REFUSED.search(self._terminal.output, begin):
                break
            self._wait(0.02)
        return found

    def _comes(self, wanted: bytes, begin: int) -> bool:
        """Whether something comes behind a place of the output."""
        end = time.monotonic() + END_SECONDS
        while wanted not in self._terminal.output[begin:] and time.monotonic() < end and not self._terminal.has_ended:
            self._wait(0.02)
        return wanted in self._terminal.output[begin:]
