"""The signature of an SQLite file: the application that made it, and the version of its tables."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.sqlite import engine


@record
class Signature:
    """SQLite's ``application_id`` and ``user_version``, both 0 in a file that nobody has signed."""

    application_id: int
    version: int


def signature_of(connection: engine.Connection) -> Signature:
    """Returns the signature of a file.

    Both numbers are read in one transaction: another program may be signing the file at the same time.
    """
    is_own = not connection.in_transaction
    if is_own:
        connection.execute("BEGIN")
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        return Signature(application_id, connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        if is_own and connection.in_transaction:
            connection.execute("COMMIT")


def sign(connection: engine.Connection, signature: Signature) -> None:
    """Writes the signature of a file, as part of the transaction that is open."""
    connection.execute(f"PRAGMA application_id = {signature.application_id}")
    connection.execute(f"PRAGMA user_version = {signature.version}")


def has_tables(connection: engine.Connection) -> bool:
    """Whether there is any table in a file."""
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def make_tables(connection: engine.Connection, script: str) -> None:
    """Runs statements that end with a semicolon at the end of a line, as part of the transaction that is open.

    ``Connection.executescript`` would commit the transaction first.
    """
    for statement in script.split(";\n"):
        connection.execute(statement)
