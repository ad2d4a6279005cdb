"""A full disk, a read-only folder, another program, ``kill -9``: nothing acknowledged is ever lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from clerk_app.app import open_data
from clerk_app.domain.household import Household
from clerk_app.errors import ClerkError, SituationError
from clerk_app.services.accounts import sign_in
from clerk_app.services.drafts import load_draft, save_draft
from clerk_app.services.exchange import outbox
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered, list_households
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.settings import Settings, save_settings
from clerk_app.storage import engine as engines
from clerk_app.storage.engine import writing
from tests.builders import PASSWORD, FixedClock, VillageFolder, a_household
from tests.integration.situations import clerk, on_small_disk, own_mounts, run

SAVING = (sys.executable, "-m", "tests.integration.storage.saving")


def opened(folder: Path) -> Workspace:
    return sign_in(folder, PASSWORD, FixedClock())


def first_household(workspace: Workspace) -> Household:
    return household_numbered(workspace, "0001").household


# a full disk


def test_full_disk_while_saving_is_a_situation_and_loses_nothing(village_folder: Path) -> None:
    done = on_small_disk(village_folder, "3500k", (*SAVING, village_folder, "fill"))
    acknowledged = done.out.split()
    assert done.status == 3, done.err
    assert "没有保存" in done.err
    assert len(acknowledged) > 20
    workspace = opened(village_folder)
    assert {*acknowledged, "0001", "0002", "0003"} <= {row.number for row in list_households(workspace)}
    assert len(list_households(workspace)) == len(acknowledged) + 3
    assert verify(workspace).ok
    a_household().numbered("9999").with_head("何一", place=90).register_id(workspace)
    workspace.close()


def test_database_that_may_not_grow_says_the_disk_is_full(village: Workspace) -> None:
    with village.store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SituationError, match="磁盘已满"):
        save_draft(village, "household/new", {"note": "x" * 100_000})
    assert verify(village).ok


def test_export_to_a_full_stick_leaves_no_half_packet(village_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "own.txt").write_text("mine")
    done = on_small_disk(
        stick, "600k", (sys.executable, "-m", "clerk_app", "export", "--data", village_folder, "--to", stick)
    )
    if own_mounts() is not None:
        assert (done.status, done.err.count("\n")) == (3, 1)
        assert [path.name for path in stick.iterdir()] == ["own.txt"]
        workspace = opened(village_folder)
        assert outbox(workspace).packets == ()
        workspace.close()


def test_export_to_a_read_only_stick_is_a_situation(village_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    done = on_small_disk(
        stick,
        "8000k",
        (sys.executable, "-m", "clerk_app", "export", "--data", village_folder, "--to", stick),
        read_only=True,
    )
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert list(stick.iterdir()) == []


# a read-only data folder


def test_read_only_data_folder_is_a_situation_and_stays_as_it_was(village_folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in village_folder.iterdir() if path.is_file()}
    done = on_small_disk(
        village_folder,
        "8000k",
        (sys.executable, "-m", "clerk_app", "household", "list", "--data", village_folder),
        read_only=True,
    )
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert {path.name: path.read_bytes() for path in village_folder.iterdir() if path.is_file()} == before


def test_database_that_turns_read_only_says_so(village: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_ON_CONNECT", (*engines._ON_CONNECT, "PRAGMA query_only = ON"))
    reader = opened(village.data_dir)
    with pytest.raises(SituationError, match="只读"):
        save_draft(reader, "household/new", {})
    assert len(list_households(reader)) == 3
    reader.close()


def test_settings_that_cannot_be_written_are_a_situation(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(ClerkError):
        save_settings(tmp_path, Settings())


# another program


def test_database_locked_by_another_program_is_a_situation(
    village_template: VillageFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_ON_CONNECT", (*engines._ON_CONNECT[:-1], "PRAGMA busy_timeout = 50"))
    folder = village_template.copy_to(tmp_path / "data")
    first, second = opened(folder), opened(folder)
    household = first_household(second)
    entry = HouseholdEntry(number="0001", note="二")
    with writing(first.store.engine) as connection:
        connection.exec_driver_sql("DELETE FROM draft")
        with pytest.raises(SituationError, match="正被另一个窗口或程序写入"):
            change_household(second, household.id, household.version, entry)
        assert first_household(second) == household
    changed = change_household(second, household.id, household.version, entry)
    assert first_household(first) == changed
    assert verify(first).ok
    for workspace in (first, second):
        workspace.close()


def test_two_windows_continue_one_chain(village_template: VillageFolder, tmp_path: Path) -> None:
    folder = village_template.copy_to(tmp_path / "data")
    first, second = opened(folder), opened(folder)
    for index in range(6):
        workspace = (first, second)[index % 2]
        household = first_household(workspace)
        change_household(workspace, household.id, household.version, HouseholdEntry(number="0001", note=str(index)))
    outcome = verify(second)
    assert (outcome.ok, outcome.acts) == (True, 11)
    first.close()
    second.close()


# kill -9


def killed(folder: Path, rounds: int, seed: int) -> None:
    done = run([*SAVING, str(folder), "kill", str(rounds), str(seed)])
    assert done.status == 0, done.err
    lines = done.out.splitlines()
    acknowledged = {line for line in lines if line.startswith("K")}
    drafts = {line.split()[1] for line in lines if line.startswith("draft")}
    assert len(acknowledged) > rounds
    assert len(drafts) >= rounds // 2
    workspace = open_data(folder, lambda: PASSWORD)
    numbers = {row.number for row in list_households(workspace)}
    assert acknowledged <= numbers
    assert len(numbers - acknowledged - {"0001", "0002", "0003"}) <= rounds  # at most the one it was about to tell of
    for draft in drafts:
        assert load_draft(workspace, f"household/{draft}") == {"round": int(draft)}
    outcome = verify(workspace)
    assert outcome.ok, outcome.checks
    assert outcome.acts == 5 + len(numbers) - 3
    workspace.close()


def test_killed_while_saving_fifteen_times_loses_nothing_acknowledged(village_folder: Path) -> None:
    killed(village_folder, 15, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3])
def test_killed_while_saving_sixty_times_loses_nothing_acknowledged(village_folder: Path, seed: int) -> None:
    killed(village_folder, 60, seed)


def test_draft_of_a_program_that_was_killed_is_still_there(village_folder: Path) -> None:
    workspace = opened(village_folder)
    child = os.fork()
    if child == 0:
        try:
            save_draft(opened(village_folder), "household/new", {"name": "李㛃"})
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert load_draft(workspace, "household/new") == {"name": "李㛃"}
    workspace.close()


# the program as a process


def test_status_of_the_process_is_that_of_the_command(village_folder: Path, tmp_path: Path) -> None:
    words = ("household", "list", "--data", village_folder)
    assert clerk(*words).status == 0
    assert clerk(*words, CLERK_PASSWORD="wrong-password").status == 2
    assert clerk("household", "list", "--data", tmp_path / "none").status == 2
    (village_folder / "clerk.db").write_bytes(b"garbage" * 1000)
    broken = clerk(*words)
    assert (broken.status, broken.err.count("\n")) == (3, 1)


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_rare_characters_are_written_whole_whatever_the_locale(
    village_folder: Path, environment: dict[str, str]
) -> None:
    done = clerk("household", "list", "--data", village_folder, "--json", **environment)
    assert (done.status, "罗𬭎" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("shell", "status"),
    [
        ('"$@" > /dev/full', 3),
        ('"$@" >&-', 0),
        ('{ sleep 1.2; "$@"; echo $? >&2; } 2>"$OUT" | true; exit "$(tail -n 1 "$OUT")"', 3),
    ],
    ids=["full", "closed", "reader gone"],
)
def test_output_that_nobody_takes_is_no_defect(village_folder: Path, tmp_path: Path, shell: str, status: int) -> None:
    command = [sys.executable, "-m", "clerk_app", "household", "list", "--data", str(village_folder)]
    done = run(["sh", "-c", shell, "sh", *command], OUT=str(tmp_path / "err.txt"))
    assert done.status == status
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err
    assert "程序出错了" not in done.err
