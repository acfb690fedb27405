"""A feed's signature: the key is kept when it is first seen, and no other is taken later."""

from __future__ import annotations

import base64
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.subscriptions import signature
from reader.subscriptions.bounds import FeedError
from reader.subscriptions.signature import signer
from reader.subscriptions.subscribing import subscribe
from reader.subscriptions.subscription import Subscription, subscriptions
from reader.subscriptions.updating import UpdateWay, update
from tests.subscriptions.publisher import Publisher, issue_files

if TYPE_CHECKING:
    from pathlib import Path

KEYGEN = shutil.which("ssh-keygen")
pytestmark = pytest.mark.skipif(KEYGEN is None, reason="needs ssh-keygen")
ONE, TWO = issue_files("one"), issue_files("two")


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signature, "SECONDS", 3600)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return made_key(tmp_path / "key")


def made_key(path: Path) -> Path:
    subprocess.run([KEYGEN or "", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    return path


def signed(body: object, key: Path, namespace: str = "magazine") -> bytes:
    assert isinstance(body, bytes)
    command = [KEYGEN or "", "-q", "-Y", "sign", "-f", str(key), "-n", namespace]
    return subprocess.run(command, input=body, capture_output=True, check=True).stdout


def sign(site: Publisher, key: Path) -> None:
    site.answers["/magazine.json.sig"] = signed(site.answers["/magazine.json"], key)


def test_a_key_is_kept_and_no_other_is_taken(site: Publisher, way: UpdateWay, key: Path, tmp_path: Path) -> None:
    site.publish(ONE)
    sign(site, key)
    begun = subscribe(site.url, way)
    assert begun.pin
    assert begun.pin.key == " ".join(key.with_suffix(".pub").read_text().split()[:2])
    assert begun.pin.namespace == "magazine"
    subscription = Subscription(begun.report.id)
    site.publish(ONE, TWO)
    for harm, message in (
        (lambda: None, "does not belong to it"),  # the signature of the feed before
        (lambda: site.answers.pop("/magazine.json.sig"), "is not signed any more"),
        (lambda: sign(site, made_key(tmp_path / "other")), "signed by another key"),
        (lambda: site.answers.update({"/magazine.json.sig": b"x" * 100}), "is none of ssh-keygen"),
        (lambda: site.answers.update({"/magazine.json.sig": b"x" * 20_000}), "is larger than"),
    ):
        harm()
        (fault,) = update(subscription, way).faults
        assert message in fault
        assert subscription.issues.ids == ["one"]
    with pytest.raises(ReaderError):
        subscribe(site.url, way)
    assert subscription.state.pin == begun.pin
    sign(site, key)
    assert update(subscription, way).new == ("two",)


def test_a_wrong_signature_at_first_is_refused(site: Publisher, way: UpdateWay, key: Path) -> None:
    site.publish(ONE)
    site.answers["/magazine.json.sig"] = signed(b"another feed", key)
    with pytest.raises(FeedError, match="does not belong to it"):
        subscribe(site.url, way)
    assert subscriptions() == []


def test_without_the_program_no_key_is_kept_and_none_is_done_without(
    site: Publisher, way: UpdateWay, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(ONE)
    sign(site, key)
    with monkeypatch.context() as patch:
        patch.setattr(signature.shutil, "which", lambda _: None)
        begun = subscribe(site.url, way)
        assert begun.pin is None
        assert "install OpenSSH" in begun.notice
    again = subscribe(site.url, way)
    assert again.is_old
    subscription = Subscription(again.report.id)
    assert subscription.state.pin is None  # it is kept at the first use only


def test_what_is_no_signature_is_refused(key: Path) -> None:
    whole = signed(b"x", key)
    assert signer(whole.replace(b"\n", b"\r\n")).namespace == "magazine"
    blob = base64.b64decode(b"".join(whole.splitlines()[1:-1]))
    for length in range(0, 75, 7):
        text = base64.b64encode(blob[:length])
        with pytest.raises(FeedError):
            signer(b"-----BEGIN SSH SIGNATURE-----\n%s\n-----END SSH SIGNATURE-----\n" % text)
    evil = base64.b64encode(blob.replace(b"magazine", b"mag\nzine"))
    with pytest.raises(FeedError):
        signer(b"-----BEGIN SSH SIGNATURE-----\n%s\n-----END SSH SIGNATURE-----\n" % evil)
