"""The known word that was probably meant by an unknown one."""

from __future__ import annotations

from reader.nearest import nearest


def test_nearest() -> None:
    assert nearest("captoin", ("caption", "credit")) == "caption"
    assert nearest("ZH-HANS", ("en", "zh-Hans")) == "zh-Hans"
    assert nearest("weather", ("caption", "credit")) == ""
    assert nearest("", ()) == nearest("x" * 10_000_000, ("caption",)) == ""
