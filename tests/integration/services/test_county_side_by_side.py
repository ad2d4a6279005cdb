"""Two processes at one county folder or one stick at the same moment: real ones, one of them held in the middle of its writing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clerk_app.errors import EXIT_DONE, EXIT_SITUATION
from clerk_app.exchange import stick as sticks
from clerk_app.exchange.packet import open_packet
from clerk_app.exchange.stick import Faults, Step, packets_in
from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.county import open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import export_packet
from clerk_app.services.workspace import Workspace
from tests.builders import PASSWORD, FixedClock
from tests.county_builders import VILLAGES, Exchange


@contextmanager
def held_while_writing(doing: Callable[[], object], at: Step) -> Iterator[None]:
    """Fork a process that does something and stops at a step of writing to a stick; let it go on to its end when the block is left.

    Raises AssertionError when it never came to that step, or failed after it.
    """
    there_read, there_write = os.pipe()
    go_read, go_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(there_read)
        os.close(go_write)
        _child(doing, at, there_write, go_read)
    os.close(there_write)
    os.close(go_read)
    try:
        assert os.read(there_read, 1), "it ended before the step"
        yield
    finally:
        os.close(go_write)
        os.close(there_read)
        _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def _child(doing: Callable[[], object], at: Step, there: int, go: int) -> None:
    plain = sticks.write_file

    def write_file(folder: Path, name: str, data: bytes, *, faults: Faults | None = None) -> Path:
        def both(step: Step, path: Path) -> None:
            if step == at:
                os.write(there, b"!")
                os.read(go, 1)
            if faults is not None:
                faults(step, path)

        return plain(folder, name, data, faults=both)

    status = 1
    try:
        sticks.write_file = write_file
        doing()
        status = 0
    finally:
        os._exit(status)


def clerk(*words: str) -> tuple[int, str]:
    """Run a command in a process of its own; return its status and what it said of errors."""
    environment = {**os.environ, "CLERK_PASSWORD": PASSWORD}
    done = subprocess.run(
        [sys.executable, "-m", "clerk_app", *words], capture_output=True, text=True, env=environment, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("doing", ["answer", "invite", "publish"])
def test_second_writer_of_a_county_is_told_to_wait(
    joined: Exchange, village: Workspace, tmp_path: Path, doing: str
) -> None:
    joined.send(village)
    joined.county.close()
    stick, elsewhere, values = joined.stick(), joined.stick("elsewhere"), tmp_path / "values.toml"
    values.write_text('dibao_standard = "450.00"\n', encoding="utf-8")
    words = {
        "answer": ("--to", str(elsewhere)),
        "invite": ("--to", str(elsewhere), "--village", VILLAGES[1], "--name", "石桥村"),
        "publish": ("--to", str(elsewhere), "--parameters", str(values), "--from", "2027-01-01"),
    }[doing]

    def answer() -> None:
        write_answers(open_county(joined.county.data_dir, PASSWORD, FixedClock()), stick)

    command = ("county", doing, "--data", str(joined.county.data_dir), *words)
    with held_while_writing(answer, "read"):
        status, told = clerk(*command)
    assert (status, list(elsewhere.iterdir())) == (EXIT_SITUATION, [])
    assert "正在写邀请、回执或来文" in told
    assert clerk(*command)[0] == EXIT_DONE
    assert [path.suffix for path in stick.iterdir()] == [".clerk"]
    (imported,) = import_packets(village, packets_in(stick))
    assert (imported.status, imported.waiting) == ("imported", 0)


def test_village_and_county_write_to_one_stick_at_the_same_moment(joined: Exchange, village: Workspace) -> None:
    joined.send(village)
    stick = joined.stick()
    (stick / ".clerk-left.clerk.part").write_bytes(b"half")

    def export() -> None:
        export_packet(sign_in(village.data_dir, PASSWORD, FixedClock()), stick)

    with held_while_writing(export, "rename"):
        status, told = clerk("county", "answer", "--data", str(joined.county.data_dir), "--to", str(stick))
        assert (status, told) == (EXIT_DONE, "")
    assert sorted(path.suffix for path in stick.iterdir()) == [".clerk", ".clerk"]
    secrets = (joined.county.store.county.age_secret, village.store.install.age_secret)
    assert {open_packet(path.read_bytes(), secrets, None).manifest.kind for path in packets_in(stick)} == {
        "acts",
        "answer",
    }
    assert {each.status for each in ingest(joined.county, (stick,))} == {"taken", "skipped"}
    assert {each.status for each in import_packets(village, (stick,))} == {"own", "imported"}
