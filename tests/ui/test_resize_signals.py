"""Signals of another size: a storm of them leaves the newest size."""

from __future__ import annotations

import asyncio
import os
import signal

from reader.ui.terminal.driver import take_one_by_one


async def test_a_signal_within_a_signal_is_taken_after_it() -> None:
    calls: list[str] = []

    def handler(_number: int, _frame: object) -> None:
        name = str(len(calls) // 2 + 1)
        calls.append(f"{name} begins")
        if name == "1":
            os.kill(os.getpid(), signal.SIGWINCH)
            "".join(map(str, range(1000)))  # Python looks for signals meanwhile
        calls.append(f"{name} ends")
        if name == "2":
            done.set()

    loop, done = asyncio.get_running_loop(), asyncio.Event()
    before = signal.signal(signal.SIGWINCH, handler)
    try:
        take_one_by_one(loop, signal.SIGWINCH)
        os.kill(os.getpid(), signal.SIGWINCH)
        await done.wait()
        assert calls == ["1 begins", "1 ends", "2 begins", "2 ends"]
    finally:
        loop.remove_signal_handler(signal.SIGWINCH)
        signal.signal(signal.SIGWINCH, before)
