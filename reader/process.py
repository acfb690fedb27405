"""State of the whole process: garbage collection, and faults that nobody waits for.

The collector walks through all objects again and again while many are made that last: such work goes without it.
"""

from __future__ import annotations

import gc

_USUAL_THRESHOLD = gc.get_threshold()
OBJECTS_OF_A_VERB = 50_000
"""More objects than a verb makes for what it prints; one that works on many files collects now and then."""


class without_collecting:  # noqa: N801 (a context; contextlib imports more than a verb needs so early)
    """Collects no garbage within the context, for work that makes many objects that last."""

    def __enter__(self) -> None:
        self._was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *_fault: object) -> None:
        if self._was_enabled:
            gc.enable()


def collect_from_now_on() -> None:
    """Ends a start without collecting, if there was one: the collector passes over all objects made so far."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_USUAL_THRESHOLD)
        gc.enable()


def collect_hardly() -> None:
    """Has the collector run hardly ever until :func:`collect_from_now_on`, and not at the end, when all memory goes."""
    import atexit

    gc.set_threshold(OBJECTS_OF_A_VERB)
    atexit.register(gc.freeze)


def collect_seldom(objects: int) -> None:
    """Has the collector run only after ``objects`` new objects, for a process whose objects go with their last use."""
    gc.set_threshold(objects)


def log_stray_faults() -> None:
    """Has faults in threads and finalizers logged: on the screen they would be lost, or spoil it."""
    import sys
    import threading

    threading.excepthook = lambda failed: _log(failed.exc_value)
    sys.unraisablehook = lambda failed: _log(failed.exc_value)


def _log(fault: BaseException | None) -> None:
    from reader.log import crash

    if fault:
        crash(fault)
