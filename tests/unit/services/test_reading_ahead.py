"""Another process works ahead; whatever happens to it, nothing is lost and nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from pathlib import Path
from threading import Thread
from typing import Final

import pytest

from clerk_app.services.reading_ahead import ReadingAhead, work_through

TEXT = b"one two three four"
SPANS = [(0, 3), (4, 7), (8, 13), (14, 18)]
ROOT = Path(__file__).resolve().parents[3]
LARGE = 3_000_000
"""More than any pipe holds."""


def shout(piece: bytes) -> bytes:
    return piece.upper()


def shout_until_three(piece: bytes) -> bytes:
    if piece == b"three":
        os._exit(1)
    return piece.upper()


def begun(ahead: ReadingAhead, text: bytes, spans: Sequence[tuple[int, int]]) -> Iterator[bytes | None]:
    """Begin once the process is ready, and give what comes."""
    until = time.monotonic() + 60
    while ahead._feeder is None and ahead._process is not None and time.monotonic() < until:
        ahead.begin_when_ready(text, spans)
    return iter(ahead.next, "never")


def alive(process: int) -> bool:
    """Say whether a process runs; one that has ended and that nobody has asked for yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_without_work_nothing_is_read_ahead() -> None:
    with ReadingAhead(None) as ahead:
        assert ahead.next() is None
        ahead.begin_when_ready(TEXT, SPANS)
        assert ahead.next() is None


def test_results_come_in_the_order_of_the_pieces() -> None:
    with ReadingAhead(shout) as ahead:
        assert ahead.next() is None, "it has not begun"
        results = begun(ahead, TEXT, SPANS)
        assert [next(results) for _ in SPANS] == [b"ONE", b"TWO", b"THREE", b"FOUR"]
        assert ahead._process is not None
        process = ahead._process.pid or 0
        ahead.begin_when_ready(TEXT, SPANS)  # once is enough
    assert not alive(process)
    assert ahead.next() is None


def test_pieces_and_results_larger_than_a_pipe_pass() -> None:
    text = bytes(range(97, 123)) * (LARGE // 26)
    with ReadingAhead(shout) as ahead:
        results = begun(ahead, text * 3, [(place * len(text), (place + 1) * len(text)) for place in range(3)])
        assert [next(results) for _ in range(3)] == [text.upper()] * 3


def test_who_stops_half_way_leaves_no_process_and_no_thread() -> None:
    with ReadingAhead(shout) as ahead:
        results = begun(ahead, b"x" * LARGE * 4, [(place * LARGE, (place + 1) * LARGE) for place in range(4)])
        assert next(results) is not None
        assert ahead._process is not None
        process, feeder = ahead._process.pid or 0, ahead._feeder
    assert not alive(process)
    assert feeder is not None
    assert not feeder.is_alive()


def test_process_that_ends_early_leaves_the_rest_to_who_asks() -> None:
    with ReadingAhead(shout_until_three) as ahead:
        results = begun(ahead, TEXT, SPANS)
        assert [next(results) for _ in SPANS] == [b"ONE", b"TWO", None, None]
        ahead.begin_when_ready(TEXT, SPANS)
        assert ahead.next() is None


def test_process_that_ends_before_it_is_ready_is_done_without(capfd: pytest.CaptureFixture[str]) -> None:
    with ReadingAhead(shout) as ahead:
        assert ahead._process is not None
        ahead._process.kill()
        ahead._process.join()
        assert next(begun(ahead, TEXT, SPANS)) is None
    assert capfd.readouterr().err == ""


def test_process_of_which_the_pipe_says_that_it_has_ended_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_self: Connection, *_: object) -> bool:
        raise BrokenPipeError  # as on Windows

    with ReadingAhead(shout) as ahead:
        with monkeypatch.context() as broken:
            broken.setattr(Connection, "poll", fails)
            ahead.begin_when_ready(TEXT, SPANS)
        assert ahead._process is None
        assert ahead.next() is None


def test_who_can_give_no_more_pieces_leaves_the_rest_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def pieces() -> Iterator[tuple[int, int]]:
        yield SPANS[0]
        raise MemoryError

    monkeypatch.setattr(threading, "excepthook", lambda _told: None)
    with ReadingAhead(shout) as ahead:
        until = time.monotonic() + 60
        while ahead._feeder is None and time.monotonic() < until:
            ahead.begin_when_ready(TEXT, pieces())
        assert [ahead.next(), ahead.next()] == [b"ONE", None]


@pytest.mark.parametrize("what", ["Pipe", "Process"])
def test_process_that_cannot_be_started_is_done_without(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **_named: object) -> None:
        raise OSError

    opened = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(SpawnContext, what, fails)
    with ReadingAhead(shout) as ahead:
        assert next(begun(ahead, TEXT, SPANS)) is None
    assert len(list(Path("/proc/self/fd").iterdir())) == opened


_STARTS: Final = """
import sys, time
from clerk_app.services.reading_ahead import ReadingAhead
from tests.unit.services.test_reading_ahead import shout
if __name__ == "__main__":
    with ReadingAhead(shout) as ahead:
        ahead._results.poll(60)
        print(ahead._process.pid, flush=True)
        time.sleep(600)
"""


def test_process_ends_with_the_one_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "starts.py"
    script.write_text(_STARTS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment, cwd=ROOT) as program:
        assert program.stdout is not None
        reader = int(program.stdout.readline())
        assert alive(reader)
        program.kill()
    until = time.monotonic() + 30
    while alive(reader) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(reader)


def test_work_is_done_until_nobody_gives_or_takes_any_more() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        for hangs_up in (False, True):
            pieces, give = Pipe(duplex=False)
            take, results = Pipe(duplex=False)
            feeding = Thread(target=give.send_bytes, args=(b"one",))
            feeding.start()
            if hangs_up:
                take.close()
            else:
                feeding.join()
                give.close()
            work_through(shout, pieces, results)
            feeding.join()
            if not hangs_up:
                assert [take.recv_bytes(), take.recv_bytes()] == [b"ready", b"ONE"]
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
