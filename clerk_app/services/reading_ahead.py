"""Another process that works through a long text piece by piece, ahead of the one that uses what comes of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from types import TracebackType
from typing import Final, Self

from clerk_app.collecting import rare_collection

if sys.platform == "linux":
    import fcntl

Work = Callable[[bytes], bytes]
_PIPE_BYTES: Final = 2**20
"""How much a pipe holds where that can be said; the usual 64 KiB make both processes wait for each other more often."""
_CONTEXT: Final = get_context("spawn")
"""A process that begins anew, as on Windows: it shares no key, no file and no server with this one, only two pipes."""


class ReadingAhead:
    """A process of its own that does ``work``, a function of a module, on one piece after the other.

    Without work, and when the process cannot be started or ends early, nothing is read ahead, and whoever asks does it all by itself.
    """

    def __init__(self, work: Work | None) -> None:
        self._work = work
        self._process: BaseProcess | None = None
        self._pieces: Connection
        self._results: Connection
        self._feeder: Thread | None = None

    def __enter__(self) -> Self:
        if self._work is not None:
            with suppress(OSError):  # too many processes or files: then it is done without
                self._start(self._work)
        return self

    def _start(self, work: Work) -> None:
        with ExitStack() as ours, ExitStack() as theirs:
            pieces, self._pieces = _pipe(theirs, ours)
            self._results, results = _pipe(ours, theirs)
            process = _CONTEXT.Process(target=work_through, args=(work, pieces, results), daemon=True)
            process.start()
            self._process = process
            ours.pop_all()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop()

    def begin_when_ready(self, text: bytes, spans: Iterable[tuple[int, int]]) -> None:
        """Have these pieces of a text read ahead, if the process is ready by now and has not begun yet."""
        if self._process is not None and self._feeder is None and self._has_come() and self._result() is not None:
            self._feeder = Thread(target=_feed, args=(self._pieces, text, spans), daemon=True)
            self._feeder.start()

    def next(self) -> bytes | None:
        """Return what came of the next piece; None when nothing is read ahead, or no more."""
        return None if self._process is None or self._feeder is None else self._result()

    def _has_come(self) -> bool:
        """Say whether there is something to read: the word that the process is ready, or that it has ended."""
        try:
            return self._results.poll()
        except OSError:  # Windows says so here that it has ended
            self._stop()
            return False

    def _result(self) -> bytes | None:
        try:
            return self._results.recv_bytes()
        except (EOFError, OSError):
            self._stop()
            return None

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()  # it holds nothing that could be lost; who still feeds it ends with it
        process.join()
        process.close()
        if self._feeder is not None:
            self._feeder.join()
        self._pieces.close()
        self._results.close()


def _pipe(readers: ExitStack, writers: ExitStack) -> tuple[Connection, Connection]:
    """Return the two ends of a pipe, each closed with its stack."""
    reader, writer = _CONTEXT.Pipe(duplex=False)
    if sys.platform == "linux":
        with suppress(OSError):  # no more than this user may have: then in smaller pieces
            fcntl.fcntl(reader.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return readers.enter_context(reader), writers.enter_context(writer)


def _feed(pieces: Connection, text: bytes, spans: Iterable[tuple[int, int]]) -> None:
    view = memoryview(text)
    with pieces, suppress(OSError):  # once the process has ended; who waits for its results sees it too
        for begin, end in spans:
            pieces.send_bytes(view[begin:end])


def work_through(work: Work, pieces: Connection, results: Connection) -> None:
    """Do the work on each piece that comes, until the other end is closed or nobody wants the results any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the program stops the other process, and that one this
    try:
        with rare_collection():
            results.send_bytes(b"ready")
            while True:
                results.send_bytes(work(pieces.recv_bytes()))
    except (EOFError, OSError):
        return
