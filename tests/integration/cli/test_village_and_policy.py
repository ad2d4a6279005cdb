"""``clerk village``, ``clerk household entitlements`` and ``clerk policy diff`` on an open village."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.exchange.seal import new_age_identity
from tests.integration.cli.conftest import Run


def test_village_set_changes_what_is_named_and_leaves_the_rest(run: Run, village_folder: Path) -> None:
    before = run("village", "show", "--data", village_folder, "--json").json
    _, recipient = new_age_identity()
    said = run(
        "village", "set", "--data", village_folder, "--json", "--phone", "0878-5710000", "--county-key", recipient,
        "--local", "dibao_standard=451.50", "--local", "medical_premium=",
    )  # fmt: skip
    assert said.status == 0
    assert said.json["phone"] == "0878-5710000"
    assert said.json["county_key"] == recipient
    assert said.json["local"]["dibao_standard"] == "451.50"
    assert "medical_premium" not in said.json["local"]
    assert said.json["name"] == before["name"]
    shown = run("village", "show", "--data", village_folder)
    assert "dibao_standard = 451.50" in shown.out


@pytest.mark.parametrize(
    "words",
    [
        ("--local", "dibao_standard"),
        ("--local", "dibao_standar=420"),
        ("--local", "dibao_standard=many"),
        ("--pack", "nowhere"),
        ("--county-key", "age1nothing"),
        ("--name", " "),
    ],
)
def test_village_set_refuses_what_cannot_be_and_changes_nothing(
    run: Run, village_folder: Path, words: tuple[str, str]
) -> None:
    before = run("village", "show", "--data", village_folder, "--json").json
    said = run("village", "set", "--data", village_folder, *words)
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert run("village", "show", "--data", village_folder, "--json").json == before


def test_entitlements_of_a_household_as_json_and_text(run: Run, village_folder: Path) -> None:
    number = run("household", "list", "--data", village_folder, "--json").json[0]["number"]
    answer = run("household", "entitlements", number, "--data", village_folder, "--json")
    assert answer.status == 0
    assert set(answer.json) >= {"pack", "on", "entitlements", "not_met", "dibao", "errors"}
    assert all(item["because"] for item in answer.json["not_met"])
    text = run("household", "entitlements", number, "--data", village_folder)
    assert "✗" in text.out


def test_entitlements_tell_dibao_once_the_sheet_is_there(run: Run, village_folder: Path) -> None:
    number = run("household", "list", "--data", village_folder, "--json").json[0]["number"]
    run("village", "set", "--data", village_folder, "--local", "dibao_standard=420.00")
    missing = run("household", "entitlements", number, "--data", village_folder)
    assert "收入表" in missing.out
    applied = run(
        "dibao", "apply", "--household", number, "--income", "wage=1200", "--property-within-limits", "yes", "--data", village_folder,
    )  # fmt: skip
    assert applied.status == 0
    told = run("household", "entitlements", number, "--data", village_folder, "--on", "2026-03-16")
    assert "低保：" in told.out


def test_policy_diff_lists_whom_another_pack_changes(run: Run, village_folder: Path) -> None:
    same = run("policy", "diff", "yaoan", "yaoan", "--data", village_folder)
    assert same.status == 0
    assert "共 0 户会变" in same.out
    other = run("policy", "diff", "yaoan", "huizhou@2018-06-30", "--data", village_folder, "--json")
    assert other.status == 0
    assert other.json
    assert set(other.json[0]) == {
        "household", "head", "class_before", "class_after", "sum_before", "sum_after", "lines",
    }  # fmt: skip
    text = run("policy", "diff", "yaoan", "huizhou@2018-06-30", "--data", village_folder)
    assert f"共 {len(other.json)} 户会变" in text.out


@pytest.mark.parametrize("words", [("yaoan", "nowhere"), ("yaoan", "yaoan@30/06/2018")])
def test_policy_diff_refuses_unknown_rules(run: Run, village_folder: Path, words: tuple[str, str]) -> None:
    said = run("policy", "diff", *words, "--data", village_folder)
    assert said.status == 2
    assert said.err.count("\n") == 1


# working days


def test_working_days_are_listed_entered_and_counted(run: Run, village_folder: Path) -> None:
    of = ("--data", village_folder)
    for year in ("-1", "0", "99999"):
        said = run("workday", "list", year, *of)
        assert (said.status, said.out, said.err) == (2, "", "年份应在 1850 到 2199 之间：请核对。\n")
    rows = run("workday", "list", "2026", *of, "--json").json
    assert {"day": "2026-10-10", "is_working": True, "name": "国庆节", "is_own": False, "is_shipped": True} in rows
    assert "程序自带" in run("workday", "list", "2026", *of).out
    assert run("workday", "count", "2026-09-21", "--days", "10", *of).out.strip() == "2026-10-12"
    assert run("workday", "count", "2026-09-28", *of, "--json").json == {"day": "2026-10-08", "certain": True}
    assert "还没有这一年的放假安排" in run("workday", "count", "2027-05-01", *of).out
    assert "还没有这一年的放假安排" in run("workday", "list", "2027", *of).out
    assert run("workday", "set", "2027-05-03", "off", "--name", "劳动节", *of).status == 0
    counted = ("workday", "count", "2027-04-26", "--days", "6", *of, "--json")
    assert run(*counted).json == {"day": "2027-05-05", "certain": False}
    assert run("workday", "set", "2027-10-01", "off", "--name", "国庆节", *of).status == 0
    assert run(*counted).json == {"day": "2027-05-05", "certain": True}
    refused = run("workday", "set", "2027-13-03", "off", "--name", "劳动节", *of)
    assert (refused.status, "看不懂" in refused.err) == (2, True)


@pytest.mark.parametrize("days", ["-3", "0", "99999999"])
def test_number_of_working_days_that_cannot_be_is_refused(run: Run, village_folder: Path, days: str) -> None:
    refused = run("workday", "count", "2026-09-28", f"--days={days}", "--data", village_folder)
    assert (refused.status, "1 到 1000" in refused.err, refused.out) == (2, True, "")
