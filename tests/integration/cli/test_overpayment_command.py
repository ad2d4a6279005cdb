"""``clerk overpayment`` and ``clerk print overpayment-form``: from the death told late to the paper (T93)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import VillageFolder
from tests.event_builders import a_year_old

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def year(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    return a_year_old(village_template, tmp_path_factory.mktemp("template") / "year")


@pytest.fixture
def folder(year: VillageFolder, tmp_path: Path, run: Run) -> Path:
    """The village after a death told five months late, with what the clerk knew of the payments."""
    folder = year.copy_to(tmp_path / "data")
    told = run("event", "death", "--person", "0004/杨有才", "--on", "2025-10-10", "--reason", "死亡证明",
               "--pension-monthly", "163", "--paid-through", "2026-03-01", "--data", folder)  # fmt: skip
    assert told.status == 0, told.err
    return folder


def test_recorded_facts_become_sums_and_a_form(run: Run, folder: Path, tmp_path: Path) -> None:
    (item,) = run("overpayment", "list", "--json", "--data", folder).json
    assert (item["due"], item["rest"], item["recovered"], item["household"]) == (None, None, "0.00", "0004")
    assert "待登记" in run("overpayment", "list", "--data", folder).out
    paper = ("print", "overpayment-form", "--household", "0004", "--to", tmp_path / "form.pdf", "--data", folder)
    refused = run(*paper)
    assert (refused.status, "还没有登记应追" in refused.err) == (2, True)
    short = item["id"][-8:]
    assert run("overpayment", "due", short, "--data", folder).status == 2  # where the sum is from must be said
    due = run("overpayment", "due", short, "--source", "县里发放记录", "--json", "--data", folder).json
    assert (due["months"], due["amount"]) == (5, "815.00")
    receipt = run("overpayment", "receive", short, "--amount", "600", "--way", "grant", "--paper", "姚人社〔2026〕7号",
                  "--json", "--data", folder).json  # fmt: skip
    assert receipt["amount"] == "600.00"
    listed = run("overpayment", "list", "--household", "0004", "--data", folder).out
    for part in ("815.00", "600.00", "215.00", "丧葬补助抵扣", "2025-11 至 2026-03，5 个月"):
        assert part in listed
    printed = run(*paper, "--item", short, "--json").json
    assert printed["number"] == "ZJ2026-00001"
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF-")


def test_mistakes_are_taken_back_by_their_number(run: Run, folder: Path) -> None:
    (item,) = run("overpayment", "list", "--json", "--data", folder).json
    due = run("overpayment", "due", item["id"], "--from", "2025-11-01", "--through", "2025-11-30", "--monthly", "143",
              "--source", "县里发放记录", "--json", "--data", folder).json  # fmt: skip
    paid = run("overpayment", "receive", item["id"], "--amount", "143", "--paper", "收据 1", "--on", "2026-03-15",
               "--json", "--data", folder).json  # fmt: skip
    assert run("overpayment", "list", "--json", "--data", folder).json == []
    for entry, words in ((paid["id"][-8:], "已冲销"), (due["id"], "已撤回")):
        said = run("overpayment", "undo", entry, "--reason", "登记错了", "--data", folder)
        assert (said.status, words in said.out) == (0, True), said.err
    (item,) = run("overpayment", "list", "--settled", "--json", "--data", folder).json
    assert (item["due"], item["recovered"], len(item["receipts"]), item["settled_on"]) == (None, "0.00", 2, None)
    gone = run("overpayment", "undo", "nothing", "--reason", "登记错了", "--data", folder)
    assert (gone.status, "没有编号为" in gone.err) == (2, True)


def test_recovery_is_opened_by_hand_for_dibao(run: Run, folder: Path) -> None:
    said = run(
        "overpayment",
        "open",
        "dibao",
        "--household",
        "0005",
        "--reason",
        "县里核查收入超标",
        "--json",
        "--data",
        folder,
    )
    assert said.json["what"] == "最低生活保障金"
    (item,) = run("overpayment", "list", "--household", "0005", "--json", "--data", folder).json
    missing = run("overpayment", "due", item["id"], "--source", "发放记录", "--data", folder)
    assert (missing.status, "从哪个月开始" in missing.err) == (2, True)
