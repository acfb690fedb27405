"""The campaign of faults: its ledger finds lost marks, and a short run of it loses none."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.ledger import BOOKMARK, NOTE, Ledger
from tests.marks.made import TextQuote, mark

if TYPE_CHECKING:
    from reader.marks.mark import Mark

ROOT = Path(__file__).parents[2]


def made(kind: str, anchor: str, note: str = "") -> Mark:
    quotations = (TextQuote(anchor, "en", "Spring", "", ""),)
    return mark(kind=kind, issue="i0", article="a1", quotations=quotations, note=note)


def ledger_of(*answers: str) -> Ledger:
    ledger = Ledger()
    for answer in answers:
        ledger.bookmark(BOOKMARK.search(answer.encode()))
    return ledger


def test_a_bookmark_is_lost_that_was_acknowledged_and_is_not_there() -> None:
    there = [made("bookmark", "p3")]
    assert ledger_of("Bookmarked i0/a1#p3").settle(there) == []
    assert ledger_of("Bookmarked i0/a1#p4").settle(there) == ["bookmark i0/a1#p3", "bookmark i0/a1#p4"]
    assert ledger_of("Bookmarked i0/a1#p3", "Bookmark removed: i0/a1#p3").settle(there) == ["bookmark i0/a1#p3"]
    assert ledger_of("Bookmark removed: i0/a1#p3", "Bookmarked i0/a1#p3").settle(there) == []


def test_a_key_that_was_not_answered_may_have_changed_one_bookmark_until_the_next_look() -> None:
    ledger = ledger_of("Bookmarked i0/a1#p3", "the program was killed")
    assert (ledger.acknowledged, ledger.unanswered, ledger.is_open) == (1, 1, True)
    assert ledger.settle([]) == []
    assert not ledger.is_open
    ledger.bookmark(BOOKMARK.search(b"Bookmarked i0/a1#p4"))
    assert ledger.settle([]) == ["bookmark i0/a1#p4"]
    assert ledger.settle([made("bookmark", "p5")]) == ["bookmark i0/a1#p5"]
    ledger.may_change(1)
    assert ledger.settle([made("bookmark", "p3"), made("bookmark", "p4")]) != []


def test_a_note_is_lost_of_which_no_note_has_the_word() -> None:
    ledger = Ledger()
    ledger.note("n0x1")
    assert NOTE.search(b"\x1b[1m Kept. ")
    assert ledger.settle([made("note", "p3", note="n0x1n0x2")]) == []
    assert ledger.settle([made("note", "p3", note="n0x2")]) == ["note n0x1"]
    assert ledger.settle([]) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the campaign looks at /proc and sets another program's limits")
@pytest.mark.parametrize("seed", ["104", "107"])
def test_a_round_loses_nothing(seed: str) -> None:
    argv = [sys.executable, "benchmarks/run.py", "faults", "campaign", "--rounds", "1", "--seed", seed]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, timeout=3600)
    figures = dict(re.findall(r"^campaign: ([^,]+), \w+ +([\d.]+)", done.stdout, re.MULTILINE))
    assert float(figures["acknowledged on the screen"]) > 0, done.stdout
    assert float(figures["acknowledged and lost"]) == 0, done.stdout
    assert done.returncode == 0, done.stdout + done.stderr
