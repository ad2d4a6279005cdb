"""Killed with SIGKILL between any two file operations of export, ingest, answer and import: the next start goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.county import open_county
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import outbox
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import PASSWORD, FixedClock, a_household
from tests.county_builders import Exchange
from tests.integration.services.records import same_records

ROOT = Path(__file__).resolve().parents[3]
KILLER = """
import os, signal, sys
from pathlib import Path

doing, village, county, stick, at = sys.argv[1:]
left = int(at)

def step(*_about):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

from clerk_app.exchange import stick as sticks
from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.county import open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import export_packet
from sqlalchemy import Engine, event
from tests.builders import PASSWORD, FixedClock


plain_write = sticks.write_file
def write_file(folder, name, data, *, faults=None):
    def both(*about):
        step()
        if faults is not None:
            faults(*about)
    done = plain_write(folder, name, data, faults=both)
    step()
    return done
sticks.write_file = write_file
if doing in {"export", "import"}:
    opened = sign_in(Path(village), PASSWORD, FixedClock())
else:
    opened = open_county(Path(county), PASSWORD, FixedClock())
event.listen(Engine, "commit", step)
event.listen(Engine, "begin", step)
event.listen(Engine, "before_cursor_execute", step)
if doing == "export":
    export_packet(opened, Path(stick))
elif doing == "ingest":
    ingest(opened, [Path(stick)])
elif doing == "answer":
    write_answers(opened, Path(stick))
else:
    import_packets(opened, [Path(stick)])
opened.close()
print("done")
"""


def run(doing: str, village: Path, county: Path, stick: Path, at: int) -> bool:
    """Do it in a process that kills itself at a step; say whether it came to its end."""
    words = [sys.executable, "-c", KILLER, doing, str(village), str(county), str(stick), str(at)]
    done = subprocess.run(
        words,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if done.returncode == -signal.SIGKILL:
        return False
    assert done.returncode == 0, done.stderr
    return True


def prepared(exchange: Exchange, village: Workspace, doing: str) -> Path:
    """Bring both sides to the moment before; return the stick."""
    exchange.join(village)
    exchange.answer(village)
    stick = exchange.stick("shared")
    a_household().with_head("丁", age=33, place=90).register_id(village)
    village.close()
    if doing != "export":
        run("export", village.data_dir, exchange.county.data_dir, stick, 10**6)
    exchange.county.close()
    if doing in {"answer", "import"}:
        run("ingest", village.data_dir, exchange.county.data_dir, stick, 10**6)
    if doing == "import":
        run("answer", village.data_dir, exchange.county.data_dir, stick, 10**6)
    return stick


def everything_arrives(exchange: Exchange, village: Path, stick: Path) -> None:
    """What lies on the stick is whole or refused; one more way there and back brings both sides together."""
    county = open_county(exchange.county.data_dir, PASSWORD, FixedClock())
    again = Exchange(county, exchange.folder)
    workspace = sign_in(village, PASSWORD, FixedClock())
    assert all(each.status != "refused" for each in ingest(county, (stick,)))
    assert all(each.status != "refused" for each in import_packets(workspace, (stick,)))
    assert [path.name for path in stick.iterdir() if path.suffix != ".clerk" and not path.name.startswith(".")] == []
    again.round(workspace)
    again.round(workspace)
    assert outbox(workspace).acts == 0
    assert verify(workspace).ok
    assert same_records(again, workspace)
    workspace.close()
    county.close()


def killed_at(exchange: Exchange, village: Workspace, doing: str, points: range, tmp_path: Path) -> int:
    """Kill it at each of these steps, from the same beginning; return how many of them it lived to see."""
    stick = prepared(exchange, village, doing)
    start = tmp_path / "start"
    folders = (village.data_dir, exchange.county.data_dir, stick)
    for folder in folders:
        shutil.copytree(folder, start / folder.name)
    reached = 0
    for at in points:
        for folder in folders:
            shutil.rmtree(folder)
            shutil.copytree(start / folder.name, folder)
        ended = run(doing, *folders[:2], stick, at)
        everything_arrives(exchange, village.data_dir, stick)
        if ended:
            break
        reached += 1
    return reached


@pytest.mark.parametrize("doing", ["export", "ingest", "answer", "import"])
def test_killed_early_in_the_middle_and_late(
    exchange: Exchange, village: Workspace, doing: str, tmp_path: Path
) -> None:
    assert killed_at(exchange, village, doing, range(3, 40, 12), tmp_path) >= 1


@pytest.mark.slow
@pytest.mark.parametrize("doing", ["export", "ingest", "answer", "import"])
def test_killed_at_every_step(exchange: Exchange, village: Workspace, doing: str, tmp_path: Path) -> None:
    assert killed_at(exchange, village, doing, range(500), tmp_path) > 10
