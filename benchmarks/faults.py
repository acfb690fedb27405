"""Random faults against a reading, searching and marking reader, and random input against its parser. Linux only.

    python benchmarks/run.py faults campaign --minutes 10 [--seed S]     random rounds
    python benchmarks/run.py faults campaign --rounds 1 --seed S         a round again, by the seed that was printed
    python benchmarks/run.py faults input [--seed S]                     100,000 pieces of input

A round is one to three sessions of the program in a home of their own, on a pseudo-terminal. Each ends in order, by a
signal, by SIGKILL or because the terminal goes away. After each: every mark that the screen acknowledged is kept,
nothing unforeseen is in the log, the exit code is right, the terminal is given back, and no process is left.
"""

from __future__ import annotations

import itertools
import random
import time
from typing import TYPE_CHECKING

from faults_session import Round
from table import Figure

from tests.ui.terminal_input import Sent, fault_of, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECES = 100_000
ALIVE = b"j\x1b[A\x03"

given: dict[str, float] = {"minutes": 1.0, "seed": 1, "rounds": 0}
"""Options of the command line; rounds win over minutes."""


def parse_input(_folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the number of pieces of input that were read, and of those that typed something or stopped the keys."""
    chance, sent, wrong = random.Random(int(given["seed"])), Sent(), 0
    for piece in itertools.chain.from_iterable(pieces(chance, 1000) for _ in range(PIECES // 1000)):
        if fault := fault_of(piece, sent.all_of(piece, chance), sent.read(ALIVE)):
            wrong += 1
            print(f"    {fault}: {piece.sent[:200]!r}", flush=True)
    yield Figure("input: pieces of input read", PIECES, "pieces")
    yield Figure("input: typed what nobody typed, or stopped the keys", wrong, "pieces", most=0)


def campaign(folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the numbers of rounds, of acknowledged and lost marks, and of other failures."""
    end = time.monotonic() + 60 * given["minutes"]
    rounds = sessions = acknowledged = unanswered = lost = failures = 0
    while rounds < given["rounds"] if given["rounds"] else time.monotonic() < end:
        seed = int(given["seed"]) + rounds
        done = Round(seed, folder / f"round-{seed}")
        if not rounds and not done.disk.is_mounted:
            print("    no disk can be mounted here: a full one is a limit on the program's files", flush=True)
        done.run()
        rounds += 1
        sessions += done.sessions
        acknowledged += done.ledger.acknowledged
        unanswered += done.ledger.unanswered
        lost += len(done.lost)
        failures += len(done.failures)
        for fault in [*(f"lost: {mark}" for mark in done.lost), *done.failures]:
            print(f"    --seed {seed}: {fault}", flush=True)
    yield Figure("campaign: rounds", rounds, "rounds")
    yield Figure("campaign: sessions of the program", sessions, "sessions")
    yield Figure("campaign: acknowledged on the screen", acknowledged, "marks")
    yield Figure("campaign: keys for a mark that were not answered", unanswered, "keys")
    yield Figure("campaign: acknowledged and lost", lost, "marks", most=0)
    yield Figure("campaign: other failures", failures, "failures", most=0)


PARTS = {"input": parse_input, "campaign": campaign}
