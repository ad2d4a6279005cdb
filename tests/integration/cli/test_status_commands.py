"""The commands for hardship statuses: listed, recorded, corrected, lifted, ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import DAY

Run = Callable[..., Any]
WHO = "0002/单长乐"


@pytest.fixture
def status(run: Run, village_folder: Path) -> Run:
    """Run an operation of ``clerk status`` on the village with three households."""
    return lambda *words: run("status", *words, "--data", village_folder)


def test_a_status_is_recorded_with_all_its_facts_and_listed(status: Run) -> None:
    facts = (
        "--from",
        "2024-05-01",
        "--to",
        "2025-04-30",
        "--grade",
        "2",
        "--certificate",
        " 民7号 ",
        "--source",
        "县名单",
    )
    added = status("add", WHO, "--kind", "节育手术并发症", *facts, "--json").json
    assert (added["kind"], added["label"]) == ("sterilisation_complication", "节育手术并发症")
    assert (added["from_on"], added["to_on"], added["is_held"]) == ("2024-05-01", "2025-04-30", False)
    assert (added["grade"], added["certificate"], added["source"], added["lifted_on"]) == (2, "民7号", "县名单", None)
    assert status("list", "0002", "--json").json == [added]
    assert status("list", "--person", WHO, "--json").json == [added]
    listed = status("list", "0002").out
    assert "民7号" in listed
    assert "2025-04-30" in listed


def test_a_status_begins_today_when_no_day_is_given(status: Run) -> None:
    said = status("add", WHO, "--kind", "低保")
    assert (said.status, said.out) == (0, f"已登记：单长乐 低保对象（{DAY} 起）\n")
    (row,) = status("list", "0002", "--json").json
    assert (row["person"], row["from_on"], row["to_on"], row["is_held"]) == ("单长乐", str(DAY), None, True)


def test_a_status_is_lifted_and_corrected_and_what_is_not_said_stays(status: Run) -> None:
    first = status("add", WHO, "--kind", "建档立卡", "--from", "2016-01-01", "--certificate", "甲1", "--json").json
    lifted = status(
        "change", WHO, "--kind", "建档立卡", "--lifted", "2019-12-01", "--reason", "县里通知", "--json"
    ).json
    assert lifted == {**first, "lifted_on": "2019-12-01"}
    cleared = status(
        "change", WHO, "--kind", "建档立卡", "--lifted", "", "--certificate", "", "--from", "2015-12-31", "--json"
    ).json
    assert cleared == {**first, "from_on": "2015-12-31", "certificate": ""}
    assert status("list", "0002", "--json").json == [cleared]


def test_a_status_ends_once(status: Run) -> None:
    status("add", WHO, "--kind", "低保", "--from", "2025-01-01")
    ended = status("end", WHO, "--kind", "低保", "--on", "2025-12-31", "--reason", "复核不再符合", "--json").json
    assert (ended["to_on"], ended["is_held"]) == ("2025-12-31", False)
    again = status("end", WHO, "--kind", "低保", "--reason", "复核不再符合")
    assert (again.status, "已在 2025-12-31 终止" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--from", "2025-06-30"), "从 2025-01-01 起已经登记"),
        (("--from", "2024-01-01"), "止日要在这一天之前"),
        (("--from", "2024-01-01", "--to", "2025-01-01"), "止日要在这一天之前"),
    ],
    ids=["begins_within", "goes_on_into", "ends_within"],
)
def test_spans_of_one_status_do_not_overlap(status: Run, words: tuple[str, ...], sentence: str) -> None:
    status("add", WHO, "--kind", "低保", "--from", "2025-01-01", "--to", "2025-12-31")
    said = status("add", WHO, "--kind", "低保", *words)
    assert said.status == 2
    assert sentence in said.err
    assert len(status("list", "0002", "--json").json) == 1
    assert status("add", WHO, "--kind", "低保", "--from", "2024-01-01", "--to", "2024-12-31").status == 0


def test_which_of_several_spans_is_meant_is_asked_for_and_named(status: Run) -> None:
    for first, last in (("2023-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31")):
        status("add", WHO, "--kind", "低保", "--from", first, "--to", last)
    unclear = status("change", WHO, "--kind", "低保", "--to", "2024-06-30")
    assert unclear.status == 2
    assert "2023-01-01、2025-01-01" in unclear.err
    unknown = status("change", WHO, "--kind", "低保", "--begun", "2022-01-01", "--to", "2024-06-30")
    assert (unknown.status, "2023-01-01、2025-01-01" in unknown.err) == (2, True)
    into_the_next = status("change", WHO, "--kind", "低保", "--begun", "2023-01-01", "--to", "")
    assert (into_the_next.status, "2025-01-01" in into_the_next.err) == (2, True)
    assert status("change", WHO, "--kind", "低保", "--begun", "2023-01-01", "--to", "2024-06-30").status == 2, (
        "no reason"
    )
    longer = ("change", WHO, "--kind", "低保", "--begun", "2023-01-01", "--to", "2024-06-30", "--reason", "文书写错")
    assert status(*longer).status == 0
    status("add", WHO, "--kind", "低保", "--from", "2026-01-01")
    ended = status("end", WHO, "--kind", "低保", "--reason", "不再符合", "--json").json
    assert (ended["from_on"], ended["to_on"]) == ("2026-01-01", str(DAY))  # the one that still ran


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "0002/张无", "--kind", "低保"), "0002 户现在叫“张无”的成员有 0 位"),
        (("add", "532325000000000000", "--kind", "低保"), "没有找到"),
        (("add", WHO, "--kind", "困难"), "不是一种困难身份"),
        (("add", WHO, "--kind", "低保、特困"), "不是一种困难身份"),
        (("add", WHO, "--kind", "低保", "--from", ""), "日期"),
        (("add", WHO, "--kind", "低保", "--from", "2025-02-30"), "日期"),
        (("add", WHO, "--kind", "低保", "--from", "2025-02-02", "--to", "2025-02-01"), "止日早于起日"),
        (("add", WHO, "--kind", "低保", "--grade", "5"), "1 到 4"),
        (("add", WHO, "--kind", "低保", "--grade", "2"), "低保对象没有等级"),
        (("add", WHO, "--kind", "低保", "--lifted", "2026-01-01"), "没有标注脱贫日期"),
        (("add", WHO, "--kind", "低保", "--certificate", "长" * 501), "太长"),
        (("change", WHO, "--kind", "低保"), "没有写要修改什么"),
        (("change", WHO, "--kind", "低保", "--grade", "1"), "没有登记过低保对象"),
        (("end", WHO, "--kind", "低保", "--reason", "错"), "没有登记过低保对象"),
        (("list",), "要写明其中一个"),
        (("list", "0002", "--person", WHO), "不能和"),
    ],
    ids=[
        "name", "number", "kind", "two_kinds", "no_day", "day", "order", "grade", "no_grades", "lifted", "long",
        "nothing", "change_none", "end_none", "list_whose", "list_both",
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(status: Run, words: tuple[str, ...], sentence: str) -> None:
    said = status(*words)
    assert said.status == 2
    assert sentence in said.err
    assert status("list", "0002", "--json").json == []


def test_end_needs_a_reason_and_a_day_after_the_first(status: Run) -> None:
    status("add", WHO, "--kind", "低保", "--from", "2025-01-01")
    assert "请填写终止原因" in status("end", WHO, "--kind", "低保", "--reason", " ").err
    early = status("end", WHO, "--kind", "低保", "--reason", "错", "--on", "2024-12-31")
    assert (early.status, "止日早于起日 2025-01-01" in early.err) == (2, True)
