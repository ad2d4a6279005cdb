"""A village with two laptops on the command line: joining, conflicts, a copied folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from clerk_app.services.accounts import sign_in
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.storage import county_parts
from tests.builders import PASSWORD, FixedClock

Run = Callable[..., Any]
CODE = "532325100201"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def county(run: Run, tmp_path: Path, village_folder: Path, stick: Path) -> Path:
    """A county that has admitted the village's first laptop."""
    folder = tmp_path / "county"
    run("county", "init", "--data", folder, "--region", "532325", "--name", "姚安县")
    run("county", "invite", "--data", folder, "--village", CODE, "--name", "清河村", "--to", stick)
    run("enrol", stick, "--data", village_folder)
    send(run, folder, stick, village_folder)
    assert admit(run, folder, village_folder).status == 0
    return folder


@pytest.fixture
def second(run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path) -> Path:
    """Another laptop of the village, with the whole village on it."""
    folder = tmp_path / "second"
    made = run("init", "--join", "--data", folder, "--village", CODE, "--name", "清河村", "--clerk", "周敏")
    assert "clerk enrol" in made.out
    run("enrol", stick, "--data", folder)
    assert "还没有机号" in run("identity", "show", "--data", folder).out
    send(run, county, stick, folder)
    assert admit(run, county, folder).status == 2
    assert "现在有 2 台" in admit(run, county, folder, "--second").out
    exchange(run, county, stick, village_folder)
    exchange(run, county, stick, folder)
    return folder


def send(run: Run, county: Path, stick: Path, folder: Path) -> None:
    packet = run("export", "--to", stick, "--data", folder, "--json").json["packet"]
    assert run("county", "ingest", packet, "--data", county).status == 0


def admit(run: Run, county: Path, folder: Path, *more: str) -> Any:
    mine = run("identity", "show", "--data", folder, "--json").json
    return run("county", "admit", mine["install"], "--fingerprint", mine["fingerprint"], "--data", county, *more)


def exchange(run: Run, county: Path, stick: Path, folder: Path) -> str:
    """Carry one packet to the county and the answer back; return what the import said."""
    send(run, county, stick, folder)
    run("county", "answer", "--to", stick, "--data", county)
    return str(run("import", stick, "--data", folder).out)


def test_conflict_of_two_laptops_is_listed_and_settled(
    run: Run, county: Path, village_folder: Path, second: Path, stick: Path
) -> None:
    assert "2 号机" in run("identity", "show", "--data", second).out
    assert "本村另有：1 号机" in run("identity", "show", "--data", second).out
    for folder, words in ((village_folder, "甲"), (second, "乙")):
        change_note(folder, words)
    exchange(run, county, stick, village_folder)
    told = exchange(run, county, stick, second)
    assert "收到本村别的电脑的" in told
    assert "等人处理" in told
    assert "写得不同的内容 1 件" in run("outbox", "--data", second).out
    listed = run("conflict", "list", "--data", second)
    assert "现有“甲”（" in listed.out
    assert "另有“乙”（" in listed.out
    (found,) = run("conflict", "list", "--household", "0001", "--data", second, "--json").json["conflicts"]
    assert datetime.fromisoformat(found["standing"]["at"]).tzinfo is not None
    assert "T" in found["standing"]["at"]
    assert run("conflict", "settle", found["id"], "--choose", "again", "--reason", "x", "--data", second).status == 2
    settle = ("conflict", "settle", found["id"], "--choose", "take", "--reason", "以乙为准", "--data", second)
    assert run(*settle, "--json").json == {"settled": found["id"], "left": 0}
    assert run(*settle).status == 2
    exchange(run, county, stick, second)
    exchange(run, county, stick, village_folder)
    assert "没有等人处理的" in run("conflict", "list", "--data", village_folder).out
    assert run("verify", "--data", village_folder).status == 0


def test_answer_without_room_for_all_acts_says_to_both_sides_how_many_come_later(
    run: Run, county: Path, village_folder: Path, second: Path, stick: Path
) -> None:
    send(run, county, stick, second)
    for words in ("甲", "乙"):
        change_note(village_folder, words)
    send(run, county, stick, village_folder)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(county_parts, "MOST_BYTES", 1)
        answered = run("county", "answer", "--to", stick, "--data", county)
        told = run("county", "answer", "--to", stick, "--data", county, "--json").json
    assert "还差 1 笔变更，这份回执装不下。村里导入它、再报送一次，随下一份回执接着带来。" in answered.out
    assert sorted(each["left"] for each in told["answers"]) == [0, 1]
    run("import", stick, "--data", second)
    assert "还有 1 笔变更这份回执装不下：请现在再报送一次" in run("outbox", "--data", second).out
    exchange(run, county, stick, second)
    assert "回执没带全" not in run("outbox", "--data", second).out


def test_copied_folder_becomes_a_laptop_of_its_own(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(village_folder, copy)
    assert run("identity", "renew", "--data", copy).status == 2
    renewed = run("identity", "renew", "--yes", "--data", copy)
    assert "已换成电脑" in renewed.out
    mine = run("identity", "show", "--data", copy, "--json").json
    assert mine["seat"] == 0
    send(run, county, stick, copy)
    assert admit(run, county, copy, "--second").status == 0
    exchange(run, county, stick, copy)
    assert run("identity", "show", "--data", copy, "--json").json["seat"] == 2
    assert run("verify", "--data", copy).status == 0
    plain = run("identity", "renew", "--yes", "--json", "--data", copy).json
    assert plain["before"] == mine["install"]


def change_note(folder: Path, words: str) -> None:
    workspace = sign_in(folder, PASSWORD, FixedClock())
    household = household_numbered(workspace, "0001").household
    change_household(workspace, household.id, household.version, HouseholdEntry(number="0001", note=words))
    workspace.close()


def test_report_names_the_acts_kept_apart_and_says_when_the_laptop_went_on(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    exchange(run, county, stick, village_folder)
    copy = tmp_path / "copy"
    shutil.copytree(village_folder, copy)
    for folder, words in ((village_folder, "甲"), (copy, "乙")):
        change_note(folder, words)
        folder_of_its_own = tmp_path / f"stick-{words}"
        folder_of_its_own.mkdir()
        send(run, county, folder_of_its_own, folder)
    told = run("county", "report", "--data", county).out
    (line,) = [line for line in told.splitlines() if "变更另存" in line]
    assert line.startswith("清河村：电脑 ")
    assert line.endswith("号修改住户）：请向村里核实。")
    run("county", "answer", "--to", stick, "--data", county)
    run("import", stick, "--data", copy)
    send(run, county, stick, copy)
    told = run("county", "report", "--data", county).out
    (line,) = [line for line in told.splitlines() if "变更另存" in line]
    assert line.endswith("请向村里核实；这台电脑后来已从第 2 期接着办。")
    (village,) = run("county", "report", "--data", county, "--json").json["villages"]
    assert [act["epoch"] for act in village["laptops"][0]["apart"]] == [1]
