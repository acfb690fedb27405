from __future__ import annotations

import sqlite3

import pytest

from reader.sqlite import engine


@pytest.mark.parametrize("name", engine.__all__)
def test_each_name_is_the_one_of_the_public_module(name: str) -> None:
    assert getattr(engine, name) is getattr(sqlite3, name)
