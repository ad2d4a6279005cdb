"""Every command by its words: what it prints, what it gives as JSON, and with which status it ends."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from clerk_app.cli import main as cli_main
from clerk_app.errors import SituationError
from clerk_app.services.accounts import sign_in
from clerk_app.storage.engine import writing
from tests.builders import CLERK, PASSWORD, FixedClock, VillageFolder

if TYPE_CHECKING:
    from collections.abc import Sequence

Run = Callable[..., Any]
SAMPLE = Path(__file__).parents[2] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"


# households


def test_household_list_as_json_and_table(run: Run, village_folder: Path) -> None:
    said = run("household", "list", "--data", village_folder, "--json")
    assert said.status == 0
    assert isinstance(said.json, list)
    assert [(row["number"], row["head"], row["group"], row["members"]) for row in said.json] == [
        ("0001", "段有福", "第1组", 2),
        ("0002", "单长乐", "第2组", 3),
        ("0003", "罗𬭎", "第2组", 1),
    ]
    table = run("household", "list", "--data", village_folder, "--group", "第2组")
    lines = table.out.splitlines()
    assert lines[0].split() == ["户编号", "小组", "户主", "人数", "低保"]
    assert [line.split()[:4] for line in lines[1:]] == [
        ["0002", "第2组", "单长乐", "3"],
        ["0003", "第2组", "罗𬭎", "1"],
    ]


def test_household_show_as_json_and_text(run: Run, village_folder: Path) -> None:
    shown = run("household", "show", "0002", "--data", village_folder, "--json").json
    assert (shown["number"], shown["head"], shown["group"], shown["members"]) == ("0002", "单长乐", "第2组", 3)
    assert [(p["name"], p["relation"], p["age"], p["sex"]) for p in shown["people"]] == [
        ("单长乐", "户主", 41, "男"),
        ("李㛃", "妻", 39, "女"),
        ("单小雨", "女", 12, "女"),
    ]
    assert all(len(p["id_number"]) == 18 for p in shown["people"])
    text = run("household", "show", "0001", "--data", village_folder)
    assert (text.status, text.out.splitlines()[0].split()) == (0, ["户编号", "0001", "第1组", "大村1号"])
    assert run("household", "show", "0001", "--data", village_folder, "--json").json["people"][1]["identities"] == [
        "registered_poor"
    ]


def test_household_that_is_not_there_is_refused(run: Run, village_folder: Path) -> None:
    said = run("household", "show", "4711", "--data", village_folder, "--json")
    assert (said.status, said.out) == (2, "")
    assert "4711" in said.err
    assert said.err.count("\n") == 1


def test_import_of_the_sample_with_and_without_json(run: Run, empty_template: VillageFolder, tmp_path: Path) -> None:
    folder = empty_template.copy_to(tmp_path / "data")
    dry = run("household", "import", SAMPLE, "--data", folder, "--dry-run", "--json")
    counts = {"rows": 743, "households": 220, "people": 743}  # more only where there is more to tell
    assert dry.json == {**counts, "rejected": []}
    assert run("household", "list", "--data", folder, "--json").json == []
    assert "可以导入 220 户 743 人" in run("household", "import", SAMPLE, "--data", folder, "--dry-run").out
    done = run("household", "import", SAMPLE, "--data", folder, "--json")
    assert (done.status, done.json) == (0, dry.json)
    again = run("household", "import", SAMPLE, "--data", folder, "--json").json
    assert (again["rows"], again["households"], again["people"]) == (743, 0, 0)
    assert set(again["rejected"][0]) == {"row", "column", "message", "known"}
    told = run("household", "import", SAMPLE, "--data", folder)
    assert "已导入 0 户 0 人；743 行已经登记，不用再登记；没有问题。" in told.out
    assert told.err == "", "whoever is registered already needs no line"
    assert run("verify", "--data", folder, "--json").json["acts"] == 222


def hostile(folder: Path, kind: str) -> Path:
    path = folder / "名册.xlsx"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("../../evil.txt", "x")
    elif kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_bytes(b"\xff\xfe\x00garbage" * 50)
    return path


@pytest.mark.parametrize("kind", ["zip", "folder", "text", "missing"])
def test_import_of_a_file_that_is_no_register_is_one_sentence(
    run: Run, village_folder: Path, tmp_path: Path, kind: str
) -> None:
    said = run("household", "import", hostile(tmp_path, kind), "--data", village_folder, "--json")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "evil.txt").exists()
    assert len(run("household", "list", "--data", village_folder, "--json").json) == 3


def test_import_with_hostile_cells_takes_the_good_rows(run: Run, village_folder: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("户编号", "姓名", "与户主关系", "公民身份号码"))
    sheet.append(("0901", "何一", "户主", "53232519900307003X"))
    sheet.append(("0902", "段" * 10_000, "户主", "532325194004189734"))
    sheet.append(("0903", '=cmd|"/c calc"!A1', "户主", "532325193703166545"))
    book.save(tmp_path / "r.xlsx")
    said = run("household", "import", tmp_path / "r.xlsx", "--data", village_folder, "--json")
    assert (said.status, said.json["rows"], said.json["households"]) == (0, 3, 1)
    assert {problem["row"] for problem in said.json["rejected"]} == {3, 4}
    assert max(len(problem["message"]) for problem in said.json["rejected"]) < 300
    for again in ([], ["--dry-run"]):
        told = run("household", "import", tmp_path / "r.xlsx", "--data", village_folder, *again)
        assert "2 行在以前的导入里已经等着处理" in told.out
    assert run("household", "waiting", "--data", village_folder).out.count("第") == 2
    assert run("verify", "--data", village_folder).status == 0


# proof


def test_verify_as_json_and_text(run: Run, village_folder: Path) -> None:
    said = run("verify", "--data", village_folder, "--json")
    assert (said.status, said.json["ok"], said.json["acts"]) == (0, True, 5)
    assert [(check["name"], check["ok"]) for check in said.json["checks"]] == [
        ("integrity", True),
        ("chain", True),
        ("replay", True),
        ("files", True),
        ("search", True),
    ]
    text = run("verify", "--data", village_folder)
    assert text.out.count("✓") == 5
    assert "变更记录共 5 笔" in text.out


def test_verify_of_an_altered_village_ends_with_three(run: Run, village_folder: Path) -> None:
    workspace = sign_in(village_folder, PASSWORD, FixedClock())
    with writing(workspace.store.engine) as connection:
        connection.exec_driver_sql("UPDATE household SET note = '改' WHERE number = '0001'")
    workspace.close()
    said = run("verify", "--data", village_folder, "--json")
    assert (said.status, said.json["ok"]) == (3, False)
    assert [check["name"] for check in said.json["checks"] if not check["ok"]] == ["replay"]
    assert "✗ 重放变更记录与现有数据一致" in run("verify", "--data", village_folder).out


# the stick


def test_export_outbox_and_inspect(
    run: Run, village_template: VillageFolder, village_folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    waiting = run("outbox", "--data", village_folder, "--json").json
    assert (waiting["acts"], waiting["packets"]) == (5, 0)
    assert "登记住户：3" in run("outbox", "--data", village_folder).out
    said = run("export", "--data", village_folder, "--to", stick, "--json")
    assert said.status == 0
    assert {"packet", "acts", "bytes"} <= set(said.json)
    packet = Path(said.json["packet"])
    assert (said.json["acts"], said.json["bytes"]) == (5, packet.stat().st_size)
    assert run("outbox", "--data", village_folder, "--json").json["acts"] == 5
    key = tmp_path / "county.txt"
    key.write_text(f"# county\n{village_template.county_secret}\n")
    for words in (("--key", key), ("--data", village_folder)):
        shown = run("packet", "inspect", packet, *words, "--json")
        assert (shown.status, shown.json["village_code"], shown.json["number"]) == (0, "532325100201", 1)
        assert "清河村" in run("packet", "inspect", packet, *words).out
    assert "已写入并核对" in run("export", "--data", village_folder, "--to", stick).out


def test_inspect_is_refused_without_the_right_key(run: Run, village_folder: Path, tmp_path: Path) -> None:
    packet = run("export", "--data", village_folder, "--to", tmp_path, "--json").json["packet"]
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("AGE-SECRET-KEY-1NONSENSE\n")
    empty = tmp_path / "empty.txt"
    empty.write_text("no key here\n")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    for words in (
        ("--key", wrong),
        ("--key", empty),
        ("--key", binary),
        ("--key", tmp_path / "missing.txt"),
        ("--data", tmp_path / "no-village"),
    ):
        said = run("packet", "inspect", packet, *words)
        assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_export_without_a_county_key_or_a_folder(run: Run, tmp_path: Path, village_folder: Path) -> None:
    assert run("init", "--data", tmp_path / "new", "--village", "532325100201", "--name", "清河村").status == 0
    said = run("export", "--data", tmp_path / "new", "--to", tmp_path)
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert run("export", "--data", village_folder, "--to", tmp_path / "gone").status == 3


# making villages, passwords


def test_init_prints_the_recovery_key_once(run: Run, tmp_path: Path) -> None:
    words = ("init", "--data", tmp_path / "new", "--village", "532325100201", "--name", "清河村", "--clerk", CLERK)
    said = run(*words, "--json")
    assert (said.status, said.json["village"]) == (0, "532325100201")
    key = said.json["recovery_key"]
    assert all(key not in path.read_text("latin-1") for path in (tmp_path / "new").rglob("*") if path.is_file())
    assert run(*words).status == 3
    assert "恢复密钥" in run("init", "--data", tmp_path / "b", "--village", "532325100201", "--name", "清河村").out
    assert run("init", "--data", tmp_path / "c", "--village", "1", "--name", "清河村").status == 2
    assert not (tmp_path / "c").exists()


def test_password_reset_by_the_recovery_key(
    run: Run, village_template: VillageFolder, village_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new.txt"
    new.write_text("Another-long-one-9\n")
    words = ("password", "reset", "--data", village_folder, "--password-file", new)
    no_key = run(*words)
    assert (no_key.status, "恢复密钥" in no_key.err) == (2, True)
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("WRONG-KEY\n")
    assert run(*words, "--recovery-file", sheet).status == 2
    sheet.write_text(village_template.recovery_key + "\n")
    assert run(*words, "--recovery-file", sheet).status == 0
    assert run("household", "list", "--data", village_folder).status == 2
    assert run("household", "list", "--data", village_folder, "--password-file", new).status == 0
    monkeypatch.setenv("CLERK_RECOVERY_KEY", village_template.recovery_key)
    assert run("password", "reset", "--data", village_folder).status == 0
    assert run("household", "list", "--data", village_folder).status == 0
    assert run("password", "reset", "--data", tmp_path / "none").status == 2


def test_recovery_key_is_asked_for_at_a_terminal(
    run: Run, village_template: VillageFolder, village_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: village_template.recovery_key)
    assert run("password", "reset", "--data", village_folder).status == 0


def test_password_by_file_environment_prompt_or_none(
    run: Run, village_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("household", "list", "--data", village_folder, "--json")
    right, wrong = tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text(f"{PASSWORD}\r\nsecond line\n")
    wrong.write_text("wrong-password\n")
    assert run(*words, "--password-file", right).status == 0
    refused = run(*words, "--password-file", wrong)
    assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert "密码不对" in refused.err
    assert run(*words, "--password-file", tmp_path / "missing.txt").status == 2
    monkeypatch.setenv("CLERK_PASSWORD", "wrong-password")
    assert run(*words).status == 2
    monkeypatch.delenv("CLERK_PASSWORD")
    none = run(*words)
    assert (none.status, "没有密码" in none.err) == (2, True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSWORD)
    assert run(*words).status == 0


def test_folder_without_a_village_is_told_before_any_password(run: Run, tmp_path: Path) -> None:
    said = run("household", "list", "--data", tmp_path, "--password-file", tmp_path / "missing.txt")
    assert (said.status, "还没有村的数据" in said.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_default_folder_is_used_when_none_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run("init", "--village", "532325100201", "--name", "清河村").status == 0
    assert (tmp_path / "clerk-app" / "clerk.db").is_file()


def test_demo_makes_a_village_and_prints_what_opens_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run("demo", "--data", tmp_path / "a", "--households", "5", "--seed", "3", "--json")
    assert (said.status, said.json["households"]) == (0, 5)
    assert run("verify", "--data", tmp_path / "a").status == 0
    monkeypatch.delenv("CLERK_PASSWORD")
    told = run("demo", "--data", tmp_path / "b", "--households", "3")
    assert "密码：demo-village-2026" in told.out
    monkeypatch.setenv("CLERK_PASSWORD", "demo-village-2026")
    assert len(run("household", "list", "--data", tmp_path / "b", "--json").json) == 3
    assert run("demo", "--data", tmp_path / "c", "--households", "0").status == 2
    assert run("demo", "--data", tmp_path / "b").status == 3


# dibao and contributions


def test_dibao_from_application_to_proposal(run: Run, village_folder: Path) -> None:
    facts = ("--income", "business=2400", "--property-within-limits", "yes")
    base = ("--data", village_folder)
    asked = run("dibao", "assess", "--household", "0001", *facts, *base, "--json")
    assert (asked.json["class"], asked.json["income_per_head"], asked.json["amount_per_month"]) == (
        "B",
        "100.00",
        "640.00",
    )
    assert asked.json["review_every_months"] == 6
    assert asked.json["because"]
    assert run("dibao", "assess", "--household", "0001", *facts, *base).out.startswith("B类")
    assert run("dibao", "list", *base, "--json").json == []
    applied = run(
        "dibao", "apply", "--household", "0001", *facts, "--reason", "年老", "--on", "2026-03-01", *base, "--json"
    )
    assert (applied.json["number"], applied.json["stage"], applied.json["village_class"]) == (
        "DB2026-0001",
        "application",
        None,
    )
    assert run("dibao", "apply", "--household", "0001", *facts, *base).status == 2
    refused = run("dibao", "propose", "DB2026-0001", "--class", "A", *base)
    assert (refused.status, "理由" in refused.err) == (2, True)
    own = run("dibao", "propose", "DB2026-0001", "--class", "A", "--reason", "卧床", *base, "--json").json
    assert (own["rule_class"], own["village_class"], own["next_review_on"]) == ("B", "A", "2027-03-16")
    told = run("dibao", "propose", "DB2026-0001", *base)
    assert "下次复核：2026-09-16" in told.out
    (row,) = run("dibao", "list", *base, "--json").json
    assert (row["household"], row["head"], row["class"]) == ("0001", "段有福", "B")
    assert "段有福" in run("dibao", "list", *base).out
    assert run("dibao", "propose", "DB1999-0001", *base).status == 2


def test_dibao_goes_the_whole_way_on_the_command_line(run: Run, village_folder: Path) -> None:
    base = ("--data", village_folder)
    case = "DB2026-0001"
    facts = ("--income", "wage=2400", "--property-within-limits", "yes", "--on", "2026-03-01")
    run("dibao", "apply", "--household", "0001", *facts, *base)
    assert run("dibao", "advance", case, *base).status == 2  # no class is proposed yet
    run("dibao", "propose", case, *base)
    assert run("dibao", "advance", case, "--to", "county", *base).status == 2
    stages = [run("dibao", "advance", case, *base, "--json").json["stage"] for _ in range(5)]
    assert stages == ["survey", "meeting", "posting", "township", "county"]
    assert run("dibao", "advance", case, "--to", "township", "--note", "补材料", *base).out.split()[1] == "乡镇审核"
    run("dibao", "advance", case, *base)

    paper = ("--number", "姚民低保〔2026〕1号")
    assert run("dibao", "decide", case, "--grant", "B", *paper, *base).status == 2  # a grant without its amount
    assert run("dibao", "decide", case, *paper, *base).status == 2
    granted = run(
        "dibao", "decide", case, "--grant", "B", "--amount", "640", *paper, "--on", "2026-03-10", *base, "--json"
    )
    assert (granted.json["stage"], granted.json["granted_amount"], granted.json["decided_on"]) == (
        "granted", "640.00", "2026-03-10",
    )  # fmt: skip
    assert "下次复核：2026-09-12" in run("dibao", "review", case, "--on", "2026-03-12", "--note", "无变化", *base).out

    ending = ("--number", "姚民低保〔2026〕88号", "--reason", "收入超过标准")
    assert run("dibao", "end", case, *ending, "--on", "2026-03-01", *base).status == 2
    assert run("dibao", "end", "DB1999-0001", *ending, *base).status == 2
    told = run("dibao", "end", case, *ending, "--heard-on", "2026-03-14", *base)
    assert told.status == 0
    assert "退出：2026-03-16" in told.out
    again = run("dibao", "end", case, *ending, *base)
    assert (again.status, again.out, again.err.count("\n")) == (2, "", 1)


def test_dibao_refused_by_the_county_on_the_command_line(run: Run, village_folder: Path) -> None:
    base = ("--data", village_folder)
    facts = ("--income", "wage=2400", "--property-within-limits", "yes", "--on", "2026-03-01")
    run("dibao", "apply", "--household", "0001", *facts, *base)
    run("dibao", "propose", "DB2026-0001", *base)
    for _ in range(5):
        run("dibao", "advance", "DB2026-0001", *base)
    refused = run("dibao", "decide", "DB2026-0001", "--refuse", "--number", "2号", *base, "--json").json
    assert (refused["stage"], refused["granted_class"], refused["decided_on"]) == ("refused", None, "2026-03-16")
    assert run("dibao", "advance", "DB2026-0001", *base).status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--income", "luck=1", "--property-within-limits", "yes"),
        ("--income", "wage=many", "--property-within-limits", "yes"),
        ("--income", "wage", "--property-within-limits", "yes"),
        ("--income", "wage=1"),
        ("--property-within-limits", "yes", "--on", "2026-02-30"),
        ("--property-within-limits", "perhaps"),
    ],
)
def test_dibao_with_wrong_words_is_refused(run: Run, village_folder: Path, words: Sequence[str]) -> None:
    said = run("dibao", "assess", "--household", "0001", *words, "--data", village_folder)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_t2_contribution_finds_the_member_by_the_old_form_of_the_number(run: Run, village_folder: Path) -> None:
    people = run("household", "show", "0002", "--data", village_folder, "--json").json["people"]
    (number,) = (person["id_number"] for person in people if person["name"] == "单长乐")
    old = number[:6] + number[8:17]
    words = ("--household", "0002", "--person", old, "--tier", "200", "--data", village_folder)
    assert run("contribution", "record", *words).status == 0


def test_contribution_of_somebody_who_need_not_pay_is_recorded_with_a_doubt(run: Run, village_folder: Path) -> None:
    pay = ("contribution", "record", "--household", "0002", "--tier", "200", "--data", village_folder, "--json")
    child = run(*pay, "--person", "单小雨")
    assert (child.status, child.json["amount"]) == (0, "200.00")
    assert (child.json["doubts"], child.err) == (
        ["单小雨未满16岁，不用缴（国发〔2014〕8号 二）。"],
        "请核对：单小雨未满16岁，不用缴（国发〔2014〕8号 二）。\n",
    )
    aid = run(*pay, "--person", "单小雨", "--payer", "other", "--amount", "50")
    assert (aid.json["doubts"], aid.err) == ([], ""), "asked once, as in the window"
    owing = run(*pay, "--person", "单长乐")
    assert (owing.json["doubts"], owing.err) == ([], "")


def test_contribution_recorded_taken_back_and_listed(run: Run, village_folder: Path) -> None:
    base = ("--data", village_folder)
    who = ("--household", "0002", "--person", "单长乐")
    paid = run("contribution", "record", *who, "--tier", "200", *base, "--json").json
    assert (paid["amount"], paid["payer"], paid["year"], paid["collector"]) == ("200.00", "self", 2026, CLERK)
    second = run("contribution", "record", *who, "--tier", "200", "--payer", "proxy", *base)
    assert (second.status, "已有一笔" in second.err) == (2, True)
    told = run(
        "contribution",
        "record",
        *who,
        "--tier",
        "200",
        "--amount",
        "50.5",
        "--payer",
        "other",
        "--paid-on",
        "2026-03-01",
        *base,
    )
    assert (told.status, "50.50" in told.out) == (0, True)
    listed = run("contribution", "list", *base, "--json").json
    assert (listed["year"], listed["people"], listed["total"]) == (2026, 1, "250.50")
    assert listed["by_payer"]["other"] == "50.50"
    assert [entry["name"] for entry in listed["entries"]] == ["单长乐", "单长乐"]
    back = run("contribution", "reverse", paid["id"], "--reason", "错", *base, "--json").json
    assert (back["amount"], back["reverses"]) == ("-200.00", paid["id"])
    assert run("contribution", "reverse", paid["id"], "--reason", "错", *base).status == 2
    assert "2026 年共 1 人 50.50 元" in run("contribution", "list", *base).out
    assert run("contribution", "list", "--year", "2025", *base, "--json").json["entries"] == []
    again = run("contribution", "record", *who, "--tier", "300", *base)
    assert "已登记" in again.out
    told = run("contribution", "reverse", listed["entries"][1]["id"], "--reason", "错", *base)
    assert "已冲销" in told.out


@pytest.mark.parametrize(
    "words",
    [
        ("--person", "没有这人", "--tier", "200"),
        ("--person", "单长乐", "--tier", "二百"),
        ("--person", "单长乐", "--tier", "250"),
        ("--person", "单长乐", "--tier", "200", "--year", "1990"),
        ("--person", "单长乐", "--tier", "200", "--paid-on", "2027-01-01"),
        ("--person", "3.41004E+17", "--tier", "200"),
    ],
)
def test_contribution_with_wrong_words_is_refused(run: Run, village_folder: Path, words: Sequence[str]) -> None:
    said = run("contribution", "record", "--household", "0002", *words, "--data", village_folder)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)


def test_household_form_and_notice_are_printed(run: Run, village_folder: Path, tmp_path: Path) -> None:
    for kind, words in (
        ("household-form", ()),
        ("household-form", ("--masked",)),
        ("contribution-notice", ("--year", "2026")),
    ):
        target = tmp_path / f"{kind}{len(words)}.pdf"
        said = run("print", kind, "--household", "0002", "--to", target, *words, "--data", village_folder, "--json")
        assert (said.status, target.read_bytes()[:5]) == (0, b"%PDF-")
        assert said.json["bytes"] == target.stat().st_size
    assert (
        "已生成"
        in run(
            "print", "household-form", "--household", "0001", "--to", tmp_path / "a.pdf", "--data", village_folder
        ).out
    )
    gone = run(
        "print", "household-form", "--household", "0001", "--to", tmp_path / "no" / "a.pdf", "--data", village_folder
    )
    assert (gone.status, gone.err.count("\n")) == (2, 1)
    assert (
        run(
            "print", "contribution-notice", "--household", "9999", "--to", tmp_path / "b.pdf", "--data", village_folder
        ).status
        == 2
    )


# usage, statuses, defects


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "缺少参数 命令"),
        (("household",), "缺少参数 操作"),
        (("household", "show"), "缺少参数 NO"),
        (("household", "list", "--nonsense"), "不认识的参数 --nonsense"),
        (("household", "list", "--js"), "不认识的参数 --js"),
        (("household", "list", "--data"), "--data 后面要跟一个值"),
        (("household", "list", "--json=1"), "--json 后面不能跟值"),
        (("demo", "--households", "many"), "--households 应是整数"),
        (("household", "fly"), "没有 'fly' 这个选项"),
        (("fly",), "没有 'fly' 这个选项"),
        (("export",), "缺少参数 --to"),
        (("export", "--to", ""), "--to 后面的路径是空的"),
        (("verify", "--data", " "), "--data 后面的路径是空的"),
    ],
)
def test_wrong_usage_is_one_chinese_sentence(run: Run, words: Sequence[str], told: str) -> None:
    said = run(*words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert told in said.err
    assert "--help" in said.err


def test_help_and_version(run: Run) -> None:
    assert run("--version").out.startswith("clerk ")
    said = run("--help")
    assert said.status == 0
    assert "household" in said.out


@pytest.mark.parametrize(
    "failing",
    [
        (SituationError("磁盘已满。"), 3, "磁盘已满。"),
        (KeyboardInterrupt(), 3, "已中断"),
        (OSError(28, "No space left on device"), 3, "文件读写出错"),
        (ValueError("段有福 532325199003070030"), 1, "程序出错了（ValueError）"),
    ],
)
def test_error_becomes_a_status_and_a_sentence_without_its_contents(
    run: Run, village_folder: Path, monkeypatch: pytest.MonkeyPatch, failing: tuple[BaseException, int, str]
) -> None:
    error, status, told = failing

    def fail(_words: object) -> int:
        raise error

    assert run("household", "list", "--data", village_folder).status == 0
    monkeypatch.setattr(cli_main, "_run", fail)
    said = run("verify", "--data", village_folder)
    assert (said.status, said.out) == (status, "")
    assert told in said.err
    log = (village_folder / "clerk.log").read_text("utf-8")
    assert "段有福" not in said.err + log
    assert ("defect ValueError" in log) is (status == 1)


def test_defect_is_raised_for_a_maintainer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_words: object) -> int:
        raise ValueError

    monkeypatch.setattr(cli_main, "_run", fail)
    monkeypatch.setenv("CLERK_DEBUG", "1")
    with pytest.raises(ValueError, match=r"^$"):
        run("verify")


def test_output_that_is_missing_is_no_defect(run: Run, village_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert cli_main.main(["verify", "--data", str(village_folder)]) == 0


def test_what_a_household_may_have_is_told_with_reasons(run: Run, village_folder: Path) -> None:
    words = ("household", "entitlements", "0001", "--data", village_folder)
    said = run(*words, "--json")
    assert (said.status, "entitlements" in said.json) == (0, True)
    text = run(*words).out
    assert text.startswith("按 楚雄州姚安县")
    assert "✓ 周兰英" in text
    assert "周兰英" not in run(*words, "--on", "2018-06-30").out
    assert run(*words, "--on", "someday").status == 2
    assert run("household", "entitlements", "4711", "--data", village_folder).status == 2


@pytest.mark.parametrize("year", ["1", "2008", "2028", "99999", "9" * 30])
def test_year_that_cannot_be_is_refused_everywhere(run: Run, village_folder: Path, tmp_path: Path, year: str) -> None:
    target = tmp_path / "a.pdf"
    for words in (
        ("contribution", "list"),
        ("contribution", "record", "--household", "0002", "--person", "单长乐", "--tier", "200"),
        ("print", "contribution-notice", "--household", "0002", "--to", target),
    ):
        said = run(*words, "--year", year, "--data", village_folder)
        assert (said.status, said.out, "缴费年度应在 2009 到 2027" in said.err) == (2, "", True)
    assert not target.exists()


def test_notice_with_a_deadline_gone_by_is_refused(run: Run, village_folder: Path, tmp_path: Path) -> None:
    words = (
        "print",
        "contribution-notice",
        "--household",
        "0002",
        "--to",
        tmp_path / "a.pdf",
        "--data",
        village_folder,
    )
    assert run(*words, "--deadline", "2026-03-15").status == 2
    assert run(*words, "--deadline", "2026-03-16").status == 0
