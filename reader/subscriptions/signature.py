"""Signatures of a feed by a key of OpenSSH: read here, verified by ``ssh-keygen -Y verify``."""

from __future__ import annotations

import base64
import binascii
import os
import re
import shutil
import subprocess

from reader.errors import UnusableError
from reader.subscriptions.bounds import FeedError
from reader.subscriptions.state import Pin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.subscriptions.kept_issues import KeptIssues

ENDING = ".sig"
PROGRAM = "ssh-keygen"
SECONDS = 20
_PRINCIPAL = "publisher"
_ARMOUR = re.compile(rb"-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END SSH SIGNATURE-----\s*\Z")
_MAGIC = b"SSHSIG\x00\x00\x00\x01"
_NAMESPACE = re.compile(r"[A-Za-z0-9@._-]{1,64}\Z")
_KEY_TYPE = re.compile(r"[a-z0-9@.-]{1,64}\Z")


class NoProgramError(UnusableError):
    """No program that can verify a signature."""


def signer(signature: bytes) -> Pin:
    """Returns the key that a signature names, and its namespace. Pure; it says nothing about the signature's truth.

    Raises:
        FeedError: If it is no signature of OpenSSH.
    """
    armour = _ARMOUR.match(signature.strip())
    try:
        blob = base64.b64decode(b"".join(armour[1].split()), validate=True) if armour else b""
    except binascii.Error:
        blob = b""
    if not blob.startswith(_MAGIC):
        raise FeedError("its signature is none of ssh-keygen -Y sign")
    key, rest = _string(blob[len(_MAGIC) :])
    namespace, _ = _string(rest)
    kind = _string(key)[0].decode("ascii", "replace")
    name = namespace.decode("ascii", "replace")
    if not _KEY_TYPE.match(kind) or not _NAMESPACE.match(name):
        raise FeedError("its signature is none of ssh-keygen -Y sign")
    return Pin(f"{kind} {base64.b64encode(key).decode('ascii')}", name)


def _string(data: bytes) -> tuple[bytes, bytes]:
    """Returns the string that data begins with (RFC 4251), and the rest."""
    end = 4 + int.from_bytes(data[:4], "big")
    if len(data) < end or end < 5:
        raise FeedError("its signature is damaged")
    return data[4:end], data[end:]


def verify(pin: Pin, body: bytes, signature: bytes, issues: KeptIssues) -> None:
    """Verifies that a key has signed a body.

    Raises:
        NoProgramError: If there is no ``ssh-keygen``.
        FeedError: If it has not.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise NoProgramError(f"is signed, and there is no {PROGRAM} to verify it; install OpenSSH")
    with issues.scratch({"signers": f"{_PRINCIPAL} {pin.key}\n".encode(), "signature": signature}) as folder:
        arguments = [program, "-Y", "verify", "-f", os.path.join(folder, "signers"), "-I", _PRINCIPAL]
        arguments += ["-n", pin.namespace, "-s", os.path.join(folder, "signature")]
        try:
            done = subprocess.run(  # noqa: S603 (a program of the system; keys and names are checked)
                arguments, input=body, capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoProgramError(f"is signed, and {PROGRAM} does not verify it: {type(error).__name__}") from error
    if done.returncode != 0:
        raise FeedError("its signature does not belong to it: it was changed on its way, or is being published now")
