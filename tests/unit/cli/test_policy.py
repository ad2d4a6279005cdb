"""``clerk policy``: list, show, check."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import pytest

from clerk_app.cli import policy
from clerk_app.errors import UserError
from clerk_app.policy.loader import load_pack, pack_ids, policies

SIXTH = Path(__file__).parents[2] / "golden" / "policy" / "packs"


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    policy.add_parser(parser.add_subparsers())
    args = parser.parse_args(["policy", *words])
    status: int = args.run(args)
    return status


def test_list_when_plain_and_as_json_names_the_five(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    plain = capsys.readouterr().out
    assert run("list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in listed] == ["hebei", "huizhou", "hunan", "shandong", "yaoan"]
    for item in listed:
        assert item["id"] in plain
        assert item["document"] in plain


@pytest.mark.parametrize("name", pack_ids())
def test_show_when_whole_prints_every_rule_with_its_clause(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", name) == 0
    plain = capsys.readouterr().out
    for rule in load_pack(name).rules:
        assert rule.id in plain
        assert rule.says in plain
        assert all(source in plain for source in rule.sources)
        assert all(figure in plain for figure in rule.body.figures(None))


@pytest.mark.parametrize(
    ("name", "on", "rule", "values"),
    [
        ("yaoan", "2017-12-31", "NA-C1", ["2014-07-01起至2017-12-31 70.00"]),
        ("yaoan", "2018-06-30", "NA-C1", ["2018-01-01起至2020-06-30 88.00"]),
        ("yaoan", "2026-01-01", "NA-C1", ["2020-07-01起 93.00"]),
        ("yaoan", "2014-06-30", "NA-C1", None),
        ("huizhou", "2020-12-31", "HZ-A1", ["至2020-12-31 200.00"]),
        ("huizhou", "2021-01-01", "HZ-A1", None),
        ("shandong", "2015-12-31", "SD-D1", None),
        ("hunan", "2017-09-30", "HN-I2", None),
        ("hunan", "2017-10-01", "HN-I2", []),
        ("hunan", "2017-10-01", "HN-G1", []),
    ],
)
def test_show_when_on_a_day_gives_what_is_in_force(
    name: str, on: str, rule: str, values: list[str] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", name, "--on", on, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["on"] == on
    found = [item["values"] for item in shown["rules"] if item["rule"] == rule]
    assert found == ([] if values is None else [values])


def test_show_when_rules_are_replaced_reports_it(capsys: pytest.CaptureFixture[str]) -> None:
    run("show", "huizhou", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert shown["replaced"] == [
        {"rule": "NA-T1", "by": "HZ-T1"},
        {"rule": "NA-B1", "by": "HZ-B1"},
        {"rule": "NA-C1", "by": "HZ-C1"},
    ]
    run("show", "huizhou", "--on", "2018-06-30")
    assert "HZ-B1 替换 NA-B1" in capsys.readouterr().out


def test_show_when_a_sum_is_shared_says_by_whom(capsys: pytest.CaptureFixture[str]) -> None:
    run("show", "hebei")
    assert "省级1:市级1:县级1" in capsys.readouterr().out


def test_show_when_pack_or_day_is_wrong_is_refused() -> None:
    with pytest.raises(UserError):
        run("show", "nowhere")
    with pytest.raises(UserError):
        run("show", "yaoan", "--on", "yesterday")


def test_check_when_the_shipped_packs_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out.count("合格") == 6


@pytest.mark.parametrize("folder", [SIXTH, SIXTH / "qingshui"])
def test_check_when_given_a_folder_of_packs_or_one_pack(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(folder)) == 0
    assert "qingshui：合格" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('clause = "三（五）三"\n', "", "缺少“clause”"),
        ('unit = "元/次"\n', "", "缺少“unit”"),
        ('amount = "600.00"', "amount = 600.00", "带引号"),
        ('shape = "same_as"', 'shape = "guess"', "没有“guess”这种规则形状"),
        ('periods = [{ amount = "600.00" }]', 'periods = [{ to = 2018-01-01, amount = "600.00" }, { from = 2018-02-01, amount = "1.00" }]', "缺了一段"),
        ('periods = [{ amount = "600.00" }]', 'periods = [{ amount = "600.00" }, { from = 2018-02-01, amount = "1.00" }]', "重叠"),
    ],
)  # fmt: skip
def test_check_when_a_pack_is_broken_says_where_and_goes_on(
    old: str, new: str, part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "packs"
    shutil.copytree(policies(), root)
    text = (root / "yaoan" / "pack.toml").read_text("utf-8")
    assert old in text
    (root / "yaoan" / "pack.toml").write_text(text.replace(old, new, 1), "utf-8")
    assert run("check", str(root)) == 2
    out = capsys.readouterr().out
    assert out.count("：合格") == 5
    assert "yaoan：不合格" in out
    assert part in out


def test_check_when_the_folder_holds_no_pack_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UserError, match="没有政策包"):
            run("check", str(folder))
