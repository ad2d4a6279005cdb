"""``clerk event``, ``member``, ``household add|edit`` and ``followup``: every kind of event by words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clerk_app.domain.codes import Sex
from tests.builders import VillageFolder, resident_number
from tests.event_builders import a_year_old

Run = Callable[..., Any]
BRIDE = resident_number(date(1984, 6, 1), Sex.FEMALE, 51)


@pytest.fixture(scope="module")
def year(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    """A closed data folder of a village that has been registered for a year."""
    return a_year_old(village_template, tmp_path_factory.mktemp("template") / "year")


@pytest.fixture
def folder(year: VillageFolder, tmp_path: Path) -> Path:
    return year.copy_to(tmp_path / "data")


@pytest.fixture
def event(run: Run, folder: Path) -> Run:
    """Run ``clerk event`` with ``--json`` on the folder and return what it says."""

    def run_event(*words: str) -> Any:
        said = run("event", *words, "--data", folder, "--json")
        assert said.status == 0, said.err
        return said.json

    return run_event


@pytest.fixture
def people(run: Run, folder: Path) -> Callable[[str], dict[str, str]]:
    def people_of(number: str) -> dict[str, str]:
        shown = run("household", "show", number, "--data", folder, "--json").json
        return {each["name"]: each["relation"] for each in shown["people"]}

    return people_of


def test_death_is_shown_first_and_then_done(run: Run, folder: Path, event: Run, people: Run) -> None:
    words = ("death", "--person", "0004/杨有才", "--on", "2025-12-05", "--reason", "死亡证明", "--pension-monthly", "163",
             "--paid-through", "2026-02-01")  # fmt: skip
    dry = event(*words, "--dry-run")
    assert (dry["done"], dry["kind"], dry["title"]) == (False, "death", "登记杨有才 2025-12-05 死亡")
    recovery = next(each for each in dry["rechecks"] if each["kind"] == "pension_recovery")
    assert (recovery["amount"], recovery["due_on"]) == ("326.00", "2026-03-31")
    assert people("0004")["杨有才"] == "户主"

    done = event(*words)
    assert (done["done"], done["refusals"]) == (True, [])
    assert people("0004") == {
        "王秀英": "户主", "杨大山": "独生子", "赵小梅": "儿媳", "杨小林": "孙子", "杨小雪": "孙女",
    }  # fmt: skip
    text = run("event", "alive", "--person", done["person"], "--reason", "本人在世", "--data", folder)
    assert text.status == 0
    assert text.out.splitlines()[0] == "更正杨有才 2025-12-05 的死亡登记（已办）"
    assert "死亡日期：2025-12-05 → —" in text.out
    assert people("0004")["杨有才"] == "夫"
    assert run("verify", "--data", folder).status == 0


def test_event_that_cannot_be_is_told_with_its_reasons(run: Run, folder: Path) -> None:
    words = ("event", "death", "--person", "0004/杨有才", "--new-head", "0004/杨小林", "--on", "2026-03-05")
    said = run(*words, "--data", folder, "--json")
    assert said.status == 2
    assert {each["field"] for each in said.json["refusals"]} == {"relations"}
    assert {line["name"]: line["after"] for line in said.json["relations"]}["杨大山"] == ""
    text = run(*words, "--data", folder)
    assert "杨大山 与新户主的关系要选定，原来是独生子" in text.out
    assert "请核对：" in text.out
    assert "什么关系" in text.err
    assert run("event", "death", "--person", "0004/没有人", "--data", folder).status == 2
    assert (
        run(
            "event", "split", "--household", "0004", "--member", "0004/杨大山", "--reason", "分", "--data", folder
        ).status
        == 2
    )
    wrong = run(
        "event", "split", "--household", "0004", "--member", "0004/杨大山=什么", "--reason", "分", "--data", folder
    )
    assert (wrong.status, "看不懂" in wrong.err) == (2, True)


def test_birth_number_and_group(run: Run, folder: Path, event: Run, people: Run) -> None:
    born = event("birth", "--household", "0004", "--name", "杨小宝", "--sex", "男", "--birth-on", "2026-03-01",
                 "--relation", "孙", "--mother", "0004/赵小梅")  # fmt: skip
    assert [each["kind"] for each in born["rechecks"]] == ["id_number"]
    assert people("0004")["杨小宝"] == "孙子"
    number = resident_number(date(2026, 3, 1), place=60)
    given = event("number", "--person", "0004/杨小宝", "--number", number, "--reason", "已上户口")
    assert [each["after"] for each in given["changes"] if each["field"] == "公民身份号码"] == [number]
    event("number", "--person", number, "--number", number.replace("202603", "202602")[:17] + "0", "--unverified",
          "--birth-on", "2026-02-01", "--sex", "男", "--reason", "照证件")  # fmt: skip
    event("group", "--household", "0005", "--group", "第1组", "--address", "大村9号")
    assert run("household", "show", "0005", "--data", folder, "--json").json["group"] == "第1组"


def test_marriages_moves_and_splits(event: Run, people: Run) -> None:
    event("marry-in", "--household", "0005", "--name", "孙巧云", "--number", BRIDE,
          "--relation", "妻", "--spouse", "0005/钱独山", "--on", "2026-03-02")  # fmt: skip
    assert people("0005") == {"钱独山": "户主", "孙巧云": "妻"}
    event("marry-out", "--person", "0005/孙巧云", "--to", "大姚县", "--hukou-stays", "--on", "2026-03-03")
    event("split", "--household", "0004", "--member", "0004/杨大山=户主", "--member", "0004/赵小梅=妻", "--number", "0088",
          "--group", "第9组", "--reason", "分灶", "--on", "2026-03-04")  # fmt: skip
    assert people("0088") == {"杨大山": "户主", "赵小梅": "妻"}
    event("move", "--household", "0088", "--member", "0004/杨小雪=女", "--reason", "同住", "--on", "2026-03-05")
    assert people("0088")["杨小雪"] == "女"
    event("merge", "--household", "0004", "--from", "0088", "--member", "0088/杨大山=独生子", "--member", "0088/赵小梅=儿媳",
          "--member", "0088/杨小雪=孙女", "--reason", "同住", "--on", "2026-03-06")  # fmt: skip
    assert len(people("0004")) == 6
    event("marry-in", "--household", "0005", "--person", "0004/赵小梅", "--relation", "儿媳", "--bring", "0004/杨小雪=孙女",
          "--on", "2026-03-08")  # fmt: skip
    assert people("0005")["杨小雪"] == "孙女"


def test_journeys_and_heads(run: Run, folder: Path, event: Run, people: Run) -> None:
    event(
        "away",
        "--person",
        "0004/杨大山",
        "--kind",
        "work",
        "--to",
        "广东",
        "--on",
        "2026-03-02",
        "--until",
        "2026-12-31",
    )
    event("return", "--household", "0004", "--member", "0004/杨大山", "--on", "2026-03-10")
    event("head", "--household", "0004", "--new-head", "0004/杨大山", "--on", "2026-03-11")
    assert people("0004")["赵小梅"] == "妻"
    event("head", "--household", "0004", "--on", "2026-03-12")
    assert people("0004")["赵小梅"] == "户主"
    event("away", "--person", "0005/钱独山", "--hukou-moves", "--to", "大姚县", "--other-county", "--on", "2026-03-02")
    alone = run("event", "head", "--household", "0003", "--data", folder)
    assert (alone.status, "没有别的成员" in alone.err) == (2, True)


def test_follow_ups_are_listed_and_settled(run: Run, folder: Path, event: Run) -> None:
    event("death", "--person", "0004/杨有才", "--on", "2026-03-05")
    rows = run("followup", "list", "--household", "0004", "--data", folder, "--json").json
    assert [row["kind"] for row in rows] == ["pension_stop", "funeral_grant"]
    assert rows[1]["amount"] == "600.00"
    table = run("followup", "list", "--data", folder)
    assert table.out.splitlines()[0].split() == ["编号", "期限", "户编号", "事项", "内容", "结果"]
    done = run("followup", "settle", rows[0]["id"][-8:], "--outcome", "已报停", "--data", folder)
    assert done.out.startswith("已办结：请报县里")
    as_json = run("followup", "settle", rows[1]["id"], "--outcome", "已领", "--data", folder, "--json").json
    assert (as_json["settled_on"], as_json["outcome"]) == ("2026-03-16", "已领")
    assert run("followup", "list", "--data", folder, "--json").json == []
    assert len(run("followup", "list", "--settled", "--data", folder, "--json").json) == 2
    assert run("followup", "settle", "nothing", "--outcome", "好", "--data", folder).status == 2


# by hand


def test_household_and_members_are_registered_and_mended_by_words(run: Run, folder: Path, people: Run) -> None:
    added = run("household", "add", "--name", "李新户", "--sex", "男", "--birth-on", "1970-05-01", "--group", "第5组",
                "--address", "新村3号", "--hukou", "农业", "--nation", "彝族", "--data", folder, "--json")  # fmt: skip
    assert (added.status, added.json["number"], added.json["group"]) == (0, "0006", "第5组")
    mended = run("household", "edit", "0006", "--group", "第6组", "--new-number", "0060", "--phone", "13900000000",
                 "--data", folder)  # fmt: skip
    assert mended.out == "已修改：0060 户  第6组  新村3号\n"
    wife = run("member", "add", "--household", "0060", "--name", "白小花", "--sex", "女", "--birth-on", "1972-05-01",
               "--relation", "妻", "--data", folder, "--json").json  # fmt: skip
    assert wife["number"] == "L00002"
    assert people("0060") == {"李新户": "户主", "白小花": "妻"}
    edited = run("member", "edit", "0060/白小花", "--name", "白晓花", "--sex", "女", "--birth-on", "1972-06-01", "--nation", "白族",
                 "--marital", "已婚", "--student", "no", "--note", "更名", "--phone", "1", "--data", folder)  # fmt: skip
    assert edited.out == "已修改：白晓花 L00002\n"
    ended = run("member", "end", "0004/杨小雪", "--reason", "投亲", "--on", "2026-03-01", "--data", folder)
    assert (ended.status, ended.out.split()[0]) == (0, "已离户：杨小雪")
    assert "杨小雪" not in people("0004")
    assert run("verify", "--data", folder).status == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("household", "add", "--name", "某"), "--sex"),
        (("household", "edit", "0001", "--hukou", "火星"), "火星"),
        (("member", "edit", "0001/段有福", "--number", "1"), "clerk event number"),
        (("member", "edit", "0001/段有福", "--nation", "火星族"), "火星族"),
        (("member", "add", "--household", "0001", "--name", "某", "--number", "1", "--relation", "子"), "18 位"),
    ],
    ids=["no facts", "hukou", "number", "nation", "short number"],
)
def test_words_that_cannot_be_are_refused(run: Run, folder: Path, words: tuple[str, ...], told: str) -> None:
    said = run(*words, "--data", folder)
    assert (said.status, told in said.err) == (2, True), said.err
