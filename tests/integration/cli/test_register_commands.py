"""The commands for people registered twice, the register of a past day, bank accounts and attachments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.services.households import HouseholdEntry, register_household
from tests.builders import DAY, FixedClock, VillageFolder, a_member
from tests.pictures import PDF

Run = Callable[..., Any]
WHY = ("--reason", "看过户口簿")


@pytest.fixture
def twice(empty_template: VillageFolder, tmp_path: Path) -> tuple[Path, str, str]:
    """A data folder in which 郑安 is registered twice, ten days ago, and the two numbers."""
    workspace = empty_template.open(tmp_path / "data", FixedClock(DAY - timedelta(days=10)))
    first, second = (a_member("郑安", age=30, place=place) for place in (11, 13))
    register_household(workspace, HouseholdEntry(), (first,))
    register_household(workspace, HouseholdEntry(), (second,))
    workspace.close()
    return tmp_path / "data", str(first.person.id_number), str(second.person.id_number)


def test_doubtful_pairs_are_listed_with_their_reasons(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    (pair,) = run("duplicate", "list", "--data", folder, "--json").json
    assert {pair["first"]["number"], pair["second"]["number"]} == {first, second}
    assert pair["because"] == ["birth", "number"]
    assert first in run("duplicate", "list", "--data", folder).out


def test_a_pair_is_kept_apart(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    said = run("duplicate", "apart", first, second, *WHY, "--data", folder)
    assert said.status == 0
    assert run("duplicate", "list", "--data", folder, "--json").json == []
    refused = run("duplicate", "merge", first, second, *WHY, "--data", folder)
    assert refused.status == 2
    assert "不是同一人" in refused.err


def test_a_pair_is_merged(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    merged = run("duplicate", "merge", first, second, *WHY, "--data", folder, "--json").json
    assert merged["number"] == first
    assert len(run("household", "list", "--data", folder, "--json").json) == 1
    assert "同一条记录" in run("duplicate", "merge", second, first, *WHY, "--data", folder).err


def test_the_register_of_a_past_day_is_listed_and_shown(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    run("duplicate", "merge", first, second, *WHY, "--data", folder)
    day = (DAY - timedelta(days=5)).isoformat()
    assert len(run("household", "list", "--on", day, "--data", folder, "--json").json) == 2
    shown = run("household", "show", "0002", "--on", day, "--data", folder, "--json").json
    assert [person["id_number"] for person in shown["people"]] == [second]
    today = run("household", "list", "--on", DAY.isoformat(), "--data", folder)
    assert today.status == 2
    assert "还没有过完" in today.err


CARD = "6222021234567890128"
ACCOUNT = ("--purpose", "pension", "--bank", "农村信用社")


def test_an_account_is_added_listed_and_ended(run: Run, village_folder: Path) -> None:
    words = ("0002/单长乐", "--number", CARD, "--again", CARD, *ACCOUNT, "--data", village_folder)
    added = run("account", "add", *words, "--json").json
    assert (added["number"], added["doubts"]) == ("**** 0128", [])
    listed = run("account", "list", "0002", "--data", village_folder)
    assert "**** 0128" in listed.out
    assert CARD not in listed.out
    again = run("account", "add", *words)
    assert again.status == 2
    assert "已有在用账户" in again.err
    ended = run("account", "end", "0002/单长乐", "--last", "0128", "--reason", "换卡", "--data", village_folder)
    assert ended.status == 0
    unknown = run("account", "end", "0002/单长乐", "--last", "0128", "--reason", "换卡", "--data", village_folder)
    assert unknown.status == 2
    assert "没有后四位是 0128" in unknown.err


def test_a_number_that_looks_mistyped_is_said_and_kept(run: Run, village_folder: Path) -> None:
    wrong = CARD[:-1] + "9"
    said = run("account", "add", "0002/单长乐", "--number", wrong, "--again", wrong, *ACCOUNT, "--data", village_folder)
    assert said.status == 0
    assert "校验位不对" in said.err
    differs = run(
        "account", "add", "0001/段有福", "--number", wrong, "--again", CARD, *ACCOUNT, "--data", village_folder
    )
    assert differs.status == 2


def test_an_attachment_goes_in_comes_out_and_is_taken_away(run: Run, village_folder: Path, tmp_path: Path) -> None:
    scan, out = tmp_path / "证明.pdf", tmp_path / "out"
    scan.write_bytes(PDF)
    out.mkdir()
    of = ("--household", "0002", "--data", village_folder)
    added = run("attachment", "add", scan, "--kind", "income", "--person", "0002/单长乐", *of, "--json").json
    assert added["size"] == scan.stat().st_size
    listed = run("attachment", "list", *of)
    assert "证明.pdf" in listed.out
    item = added["id"][-8:]
    assert run("attachment", "save", item, "--to", out, *of).status == 0
    assert (out / "证明.pdf").read_bytes() == scan.read_bytes()
    assert run("attachment", "remove", item, "--reason", "拍错了", *of).status == 0
    assert run("attachment", "list", *of, "--json").json == []
    gone = run("attachment", "save", item, "--to", out, *of)
    assert (gone.status, "没有编号为" in gone.err) == (2, True)
    scan.write_bytes(b"MZ")
    assert run("attachment", "add", scan, "--kind", "other", *of).status == 2
