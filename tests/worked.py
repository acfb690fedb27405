"""Functions of workers for their tests: a worker imports the function it is started with."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from reader.confined import Reply
from reader.errors import UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.confined import Json


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


def reply(request: dict[str, Json], data: bytes) -> Reply:
    """Does as a request wants, for the tests of confined processes."""
    match request["wanted"]:
        case "echo":
            return Reply(request["value"], data)
        case "process":
            return Reply(os.getpid())
        case "memory":
            return Reply(len([bytes(1_000_000) for _ in range(int(str(request["megabytes"])))]))
        case "time":
            while True:
                pass
        case "sleep":
            time.sleep(1000)
        case "signal":
            os.kill(os.getpid(), int(str(request["number"])))
        case "output":
            return Reply(data=bytes(int(str(request["bytes"]))))
        case "deep":
            return reply(request, data)
        case "refuse":
            raise UnusableError("a page too much\nfor \x1b one line")
        case "write":
            with open(str(request["path"]), "wb") as file:
                file.write(bytes(10_000_000))
        case "lie":
            sys.__stdout__.buffer.write(str(request["message"]).encode("latin-1"))
            sys.__stdout__.buffer.flush()
            os._exit(0)
    return Reply(1 // (1 - 1))


def work_for_ever(_request: dict[str, Json], _data: bytes) -> Reply:
    while True:
        pass


def never_reply(_request: dict[str, Json], _data: bytes) -> Reply:
    time.sleep(1000)
    return Reply()
