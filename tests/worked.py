"""Functions of workers for their tests: a worker imports the function it is started with."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def answer_twice(number: int, send: Callable[[int], object]) -> None:
    send(number)
    send(-number)


def die_in_worker(starter: int, send: Callable[[int], object]) -> None:
    send(os.getpid())
    if os.getpid() != starter:
        os._exit(1)


def fail(number: int, send: Callable[[float], object]) -> None:
    send(number / 0)


def print_and_answer(number: int, send: Callable[[int], object]) -> None:
    print("printed", flush=True)  # noqa: T201
    send(number)


def process_id(seconds: int, send: Callable[[int], object]) -> None:
    time.sleep(seconds)
    send(os.getpid())
