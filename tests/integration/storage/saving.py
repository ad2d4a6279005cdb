"""A program that saves households until something stops it, and says which ones were acknowledged.

``python -m tests.integration.storage.saving DIR fill`` saves until the disk is full; ``… kill ROUNDS SEED`` saves in a child that is
killed at a random moment, again and again.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.errors import EXIT_DONE, SituationError
from clerk_app.services.accounts import sign_in
from clerk_app.services.drafts import save_draft
from clerk_app.services.households import HouseholdEntry, MemberEntry, list_households, new_person, register_household
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage.pinyin import name_keys
from tests.builders import PASSWORD, FixedClock, resident_number

NOTE = "记" * 300


def save(workspace: Workspace, number: int) -> str:
    """Register household ``number`` with two people and return its number as the register has it."""
    births = [date(1950, 1, 1) + timedelta(days=number % 20_000)] * 2
    members = tuple(
        MemberEntry(
            person=new_person(
                name=f"段{index}", birth_on=birth, sex=sex, id_number=resident_number(birth, sex, number // 20_000)
            ),
            relation=relation,
        )
        for index, (birth, sex, relation) in enumerate(zip(births, (Sex.MALE, Sex.FEMALE), (HEAD, "12"), strict=True))
    )
    entry = HouseholdEntry(number=f"K{number:05d}", note=NOTE)
    register_household(workspace, entry, members)
    return entry.number


def fill(folder: Path) -> int:
    """Save until the disk is full; then say so, and prove that everything acknowledged is there and whole."""
    workspace = sign_in(folder, PASSWORD, FixedClock())
    saved: list[str] = []
    try:
        for number in itertools.count(1):
            saved.append(save(workspace, number))
            print(saved[-1], flush=True)
    except SituationError as error:
        print(error.message, file=sys.stderr, flush=True)
        known = {row.number for row in list_households(workspace)}
        assert set(saved) <= known
        assert verify(workspace).ok
        workspace.close()
        return error.exit_status
    return EXIT_DONE


def kill(folder: Path, rounds: int, seed: int) -> int:
    """Save in a child that is killed, for so many rounds; print what each acknowledged."""
    chance = random.Random(seed)
    name_keys("段一")  # the pinyin tables are read before the fork, not in each round
    first = 1
    for each in range(rounds):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _save_for_ever(folder, first, each, writer)
        os.close(writer)
        with os.fdopen(reader) as said:
            for _ in range(each % 5):  # so many acknowledged at least, however slow the machine; then a random moment
                print(said.readline(), end="")
            time.sleep(chance.uniform(0, 0.03))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            print(said.read(), end="", flush=True)
        first += 1000
    return EXIT_DONE


def _save_for_ever(folder: Path, first: int, each: int, writer: int) -> None:
    try:
        workspace = sign_in(folder, PASSWORD, FixedClock())
        save_draft(workspace, f"household/{each}", {"round": each})
        os.write(writer, f"draft {each}\n".encode())
        for number in itertools.count(first):
            os.write(writer, f"{save(workspace, number)}\n".encode())
    finally:
        os._exit(1)


if __name__ == "__main__":
    data = Path(sys.argv[1])
    raise SystemExit(fill(data) if sys.argv[2] == "fill" else kill(data, int(sys.argv[3]), int(sys.argv[4])))
