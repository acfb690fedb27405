"""Workers: answers in order, progress, and ends of every kind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.workers import Worker, WorkerEnded, answers_in_order
from tests.worked import answer_twice, die_in_worker, fail, print_and_answer, process_id

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _functions_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.mark.parametrize("cores", [1, 3])
def test_answers_come_in_the_order_of_the_requests(cores: int) -> None:
    numbers = range(25)
    assert list(answers_in_order(answer_twice, numbers, cores)) == [value for n in numbers for value in (n, -n)]


def test_without_requests_no_worker_is_started() -> None:
    assert list(answers_in_order(answer_twice, [], 3)) == []


def test_requests_of_a_worker_that_dies_are_answered_here() -> None:
    assert list(answers_in_order(die_in_worker, [os.getpid()] * 5, 2)) == [os.getpid()] * 5


def test_a_fault_of_the_function_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError):
        list(answers_in_order(fail, [1], 1))
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_answers_are_given_up_at_any_moment() -> None:
    found = answers_in_order(answer_twice, range(1000), 2)
    assert next(found) == 0
    found.close()


def test_a_print_is_no_part_of_an_answer(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(answers_in_order(print_and_answer, [1], 1)) == [1]
    assert capfd.readouterr() == ("", "printed\n")


def test_a_worker_that_is_killed_has_ended_for_all_requests() -> None:
    worker = Worker(answer_twice, is_silent=True)
    worker.kill()
    for _ in range(2):
        worker.ask(1)
        with pytest.raises(WorkerEnded):
            list(worker.answers())
    worker.end()


STARTER = """
import sys, time
from reader.workers import Worker
from tests.worked import process_id
worker = Worker(process_id)
worker.ask(0)
print(next(worker.answers()), flush=True)
worker.ask(100)
time.sleep(100)
"""


def test_a_worker_ends_with_the_program_that_started_it() -> None:
    pipe = subprocess.PIPE
    starter = subprocess.Popen([sys.executable, "-c", STARTER], stdout=pipe, stderr=pipe, text=True, cwd=ROOT)
    assert starter.stdout
    assert starter.stderr
    worker = int(starter.stdout.readline())
    os.kill(worker, 0)  # it is there, and sleeps
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    assert starter.stderr.read() == ""  # it is open until the worker has ended, too
    starter.stdout.close()
    starter.stderr.close()


def test_the_process_of_a_worker_is_another_one() -> None:
    assert list(answers_in_order(process_id, [0], 1)) != [os.getpid()]
