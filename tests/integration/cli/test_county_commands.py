"""The stick from the command line: ``clerk county``, ``enrol``, ``import``, ``outbox``; outputs, JSON, exit statuses."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.services.accounts import sign_in
from tests.builders import PASSWORD, FixedClock, a_household

Run = Callable[..., Any]
CODE = "532325100201"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def county(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "county"
    made = run("county", "init", "--data", folder, "--region", "532325", "--name", "姚安县", "--json")
    assert made.status == 0
    assert len(made.json["fingerprint"].split()) == 8
    assert made.json["recovery_key"]
    return folder


def joined(run: Run, county: Path, village: Path, stick: Path) -> str:
    """Invite, enrol, export, ingest, admit; return the laptop's id."""
    invited = run(
        "county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick, "--json"
    ).json
    run("enrol", stick, "--data", village, "--fingerprint", invited["fingerprint"])
    run("export", "--to", stick, "--data", village)
    run("county", "ingest", stick, "--data", county)
    laptop = run("county", "report", "--data", county, "--json").json["villages"][0]["laptops"][0]
    mark = run("identity", "show", "--data", village, "--json").json["fingerprint"]
    assert run("county", "admit", laptop["install"], "--fingerprint", mark, "--data", county).status == 0
    return str(laptop["install"])


def test_whole_way_there_and_back_in_words(run: Run, county: Path, village_folder: Path, stick: Path) -> None:
    invited = run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick)
    assert invited.status == 0
    assert "县指纹" in invited.out
    enrolled = run("enrol", stick, "--data", village_folder)
    assert enrolled.status == 0
    assert "逐组核对" in enrolled.out
    exported = run("export", "--to", stick, "--data", village_folder)
    assert "共 6 笔变更" in exported.out
    taken = run("county", "ingest", stick, "--data", county)
    assert taken.status == 0
    assert "这是邀请文件" in taken.out
    assert "等待准入" in taken.out
    assert "指纹" in taken.out
    shown = run("county", "report", "--data", county)
    assert "等待准入，指纹" in shown.out
    laptop = run("county", "report", "--data", county, "--json").json["villages"][0]["laptops"][0]
    assert run("county", "admit", laptop["install"], "--data", county).status == 2
    admitted = run("county", "admit", laptop["install"], "--fingerprint", laptop["fingerprint"], "--data", county)
    assert (admitted.status, "已入账 6" in admitted.out) == (0, True)
    answered = run("county", "answer", "--to", stick, "--data", county)
    assert "已写入并核对" in answered.out
    imported = run("import", stick, "--data", village_folder)
    assert imported.status == 0
    assert "还有 0 笔等待报送" in imported.out
    again = run("import", stick, "--data", village_folder)
    assert (again.status, "没有新的回执" in again.out) == (0, True)
    waiting = run("outbox", "--data", village_folder)
    assert "等待报送 0 笔变更" in waiting.out
    assert "县里：姚安县" in waiting.out
    assert laptop["fingerprint"] in waiting.out


def test_ingest_and_import_as_json(run: Run, county: Path, village_folder: Path, stick: Path) -> None:
    joined(run, county, village_folder, stick)
    packets = run("county", "ingest", stick, "--data", county, "--json").json["packets"]
    assert sorted(packet["status"] for packet in packets) == ["already", "skipped"]
    answers = run("county", "answer", "--to", stick, "--village", CODE, "--data", county, "--json").json["answers"]
    assert [answer["village"] for answer in answers] == [CODE]
    (imported,) = run("import", answers[0]["packet"], "--data", village_folder, "--json").json["packets"]
    assert (imported["status"], imported["waiting"], imported["refused"]) == ("imported", 0, 0)
    box = run("outbox", "--data", village_folder, "--json").json
    assert (box["acts"], box["work"], box["county"]["checked"]) == (0, [], True)


def test_refused_files_end_with_status_2_and_say_why(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    joined(run, county, village_folder, stick)
    answer = Path(run("county", "answer", "--to", stick, "--data", county, "--json").json["answers"][0]["packet"])
    cut = tmp_path / "cut.clerk"
    cut.write_bytes(answer.read_bytes()[:-9])
    imported = run("import", cut, "--data", village_folder)
    assert imported.status == 2
    assert "cut.clerk：文件已损坏" in imported.out
    taken = run("county", "ingest", cut, "--data", county)
    assert taken.status == 2
    assert "拒收" in taken.out
    assert run("county", "ingest", tmp_path / "none", "--data", county).status == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "没有找到报送包" in run("county", "ingest", empty, "--data", county).out
    assert run("county", "answer", "--to", tmp_path / "no stick", "--data", county).status == 3
    assert run("county", "admit", "nobody12", "--data", county).status == 2
    assert run("county", "init", "--data", county, "--region", "532325", "--name", "姚安县").status == 3
    assert run("enrol", empty, "--data", village_folder).status == 2


def test_revoked_laptop_is_listed_and_its_acts_with_the_reason(
    run: Run, county: Path, village_folder: Path, stick: Path
) -> None:
    laptop = joined(run, county, village_folder, stick)
    assert run("county", "revoke", laptop[-8:], "--data", county, "--json").json["standing"] == "revoked"
    assert "已撤销" in run("county", "report", "--data", county).out
    register_same_person(village_folder, "新户", 88)
    packet = run("export", "--to", stick, "--data", village_folder, "--json").json["packet"]
    taken = run("county", "ingest", packet, "--data", county)
    assert taken.status == 0
    assert "隔离第 7 号（登记住户）：" in taken.out


def test_village_without_packets_is_named_in_the_report(run: Run, county: Path, stick: Path) -> None:
    run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick)
    assert "已邀请，还没有收到报送包" in run("county", "report", "--data", county).out


def other_village_with_same_person(run: Run, county: Path, folder: Path) -> Path:
    """Make and enrol a second village that registers a person of the first; return its folder."""
    other, code, name = folder / "other", "532325100202", "石桥村"
    run("init", "--data", other, "--village", code, "--name", name)
    to = ("--village", code, "--name", name, "--to", folder)
    invited = run("county", "invite", "--data", county, *to, "--json").json
    run("enrol", invited["packet"], "--data", other)
    register_same_person(other)
    return other


def test_work_item_is_shown_and_settled(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    joined(run, county, village_folder, stick)
    other = other_village_with_same_person(run, county, tmp_path)
    done = run("export", "--to", tmp_path, "--data", other, "--json").json
    assert run("county", "ingest", done["packet"], "--data", county).status == 0
    laptops = [v["laptops"][0] for v in run("county", "report", "--data", county, "--json").json["villages"]]
    mark = laptops[1]["fingerprint"]
    run("county", "admit", laptops[1]["install"], "--fingerprint", mark, "--data", county)
    assert "都登记在户" in run("county", "report", "--data", county).out
    answers = run("county", "answer", "--to", stick, "--data", county, "--json").json["answers"]
    run("import", answers[0]["packet"], "--data", village_folder)
    said = run("outbox", "--data", village_folder)
    assert "待办 1 件" in said.out
    (item,) = run("outbox", "--data", village_folder, "--json").json["work"]
    assert item["kind_in_words"] == "两村都登记"
    settled = run("outbox", "--settle", item["id"], "--data", village_folder, "--json")
    assert (settled.status, settled.json["work"]) == (0, [])
    assert run("outbox", "--settle", item["id"], "--data", village_folder).status == 2


def register_same_person(folder: Path, name: str = "段有福", place: int = 1) -> None:
    workspace = sign_in(folder, PASSWORD, FixedClock())
    a_household().with_head(name, age=72, place=place).register_id(workspace)
    workspace.close()


def test_fingerprint_may_be_typed_wide_but_not_left_empty(
    run: Run, county: Path, village_folder: Path, stick: Path
) -> None:
    invited = run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick, "--json")
    for empty in ("", "  ", "没有"):
        refused = run("enrol", stick, "--data", village_folder, "--fingerprint", empty)
        assert refused.status == 2
        assert "没有数字" in refused.err
    wide = str(invited.json["fingerprint"]).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    done = run("enrol", stick, "--data", village_folder, "--fingerprint", wide, "--json")
    assert (done.status, done.json["checked"]) == (0, True)
    run("export", "--to", stick, "--data", village_folder)
    run("county", "ingest", stick, "--data", county)
    mark = str(done.json["own_fingerprint"]).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    install = run("identity", "show", "--data", village_folder, "--json").json["install"]
    assert run("county", "admit", install, "--fingerprint", mark, "--data", county).status == 0


def test_bad_file_does_not_hide_a_good_invitation(run: Run, county: Path, village_folder: Path, stick: Path) -> None:
    (stick / "0.clerk").write_bytes(b"PK\x03\x04 and no invitation")
    refused = run("enrol", stick, "--data", village_folder)
    assert refused.status == 2
    assert "被改动过" in refused.err
    run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick)
    assert run("enrol", stick, "--data", village_folder).status == 0


def test_work_item_is_settled_only_when_it_is_named(run: Run, village_folder: Path) -> None:
    for words in (("--why", "已核对"), ("--settle", "", "--why", "已核对")):
        refused = run("outbox", "--data", village_folder, *words)
        assert (refused.status, refused.out) == (2, "")
        assert refused.err


def test_packet_is_inspected_with_the_countys_folder_and_an_invitation_without_a_key(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    joined(run, county, village_folder, stick)
    invitation = next(path for path in stick.iterdir() if path.read_bytes().startswith(b"PK"))
    packet = next(path for path in stick.iterdir() if path != invitation)
    seen = run("packet", "inspect", packet, "--data", county, "--json")
    assert (seen.status, seen.json["kind"], seen.json["village_code"]) == (0, "acts", CODE)
    seen = run("packet", "inspect", invitation, "--data", tmp_path / "nothing", "--json")
    assert (seen.status, seen.json["kind"]) == (0, "invitation")
    no_key = tmp_path / "key.txt"
    no_key.write_text("age1public\n", encoding="utf-8")
    refused = run("packet", "inspect", packet, "--key", no_key)
    assert refused.status == 2
    assert "没有 age 私钥" in refused.err
    refused = run("import", invitation, "--data", village_folder)
    assert refused.status == 2
    assert "邀请文件" in refused.out


def test_damaged_file_that_begins_like_an_invitation_is_not_called_one(run: Run, county: Path, tmp_path: Path) -> None:
    junk = tmp_path / "清河村-1.clerk"
    junk.write_bytes(b"PK\x03\x04 and nothing of a packet")
    refused = run("county", "ingest", junk, "--data", county)
    assert refused.status == 2
    assert "邀请文件" not in refused.out + refused.err
    assert "重新导出" in refused.out + refused.err


def test_folder_of_the_other_side_is_called_so(run: Run, county: Path, village_folder: Path) -> None:
    refused = run("verify", "--data", county)
    assert refused.status == 2
    assert "县级的数据文件夹" in refused.err
    refused = run("county", "report", "--data", village_folder)
    assert refused.status == 2
    assert "村里的数据文件夹" in refused.err


def test_folder_without_a_county_is_told_of_the_county_and_not_of_a_village(run: Run, tmp_path: Path) -> None:
    refused = run("county", "report", "--data", tmp_path / "nothing")
    assert (refused.status, "这个文件夹里没有县级数据：请用 clerk county init 建立" in refused.err) == (2, True)


def test_each_step_of_the_county_says_what_comes_next(
    run: Run, county: Path, village_folder: Path, stick: Path
) -> None:
    assert "还没有邀请过村：请用 clerk county invite 邀请。" in run("county", "report", "--data", county).out
    run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick)
    empty = run("county", "report", "--data", county).out
    assert ("已邀请，还没有收到报送包" in empty, "机号" in empty) == (True, False)
    run("enrol", stick, "--data", village_folder)
    run("export", "--to", stick, "--data", village_folder)
    asked = "准入：请村里念本机指纹，再用 clerk county admit"
    assert asked in run("county", "ingest", stick, "--data", county).out
    laptop = run("county", "report", "--data", county, "--json").json["villages"][0]["laptops"][0]
    run("county", "admit", laptop["install"], "--fingerprint", laptop["fingerprint"], "--data", county)
    assert asked not in run("county", "ingest", stick, "--data", county).out
    gone = run("county", "revoke", laptop["install"], "--data", county)
    assert "以后收到的变更隔离、不入账，以前入账的照旧" in gone.out


def test_answer_says_in_counts_what_it_leaves_to_the_village(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    joined(run, county, village_folder, stick)
    assert "号回执）" in run("county", "answer", "--to", stick, "--data", county).out
    other = other_village_with_same_person(run, county, tmp_path)
    run("county", "ingest", run("export", "--to", tmp_path, "--data", other, "--json").json["packet"], "--data", county)
    laptop = run("county", "report", "--data", county, "--json").json["villages"][1]["laptops"][0]
    run("county", "admit", laptop["install"], "--fingerprint", laptop["fingerprint"], "--data", county)
    assert "号回执，通知 1 件）" in run("county", "answer", "--to", stick, "--data", county).out


def test_options_that_exclude_each_other_are_told_in_chinese(run: Run, county: Path, stick: Path) -> None:
    asked = ("county", "publish", "--data", county, "--from", "2018-07-01", "--to", stick)
    refused = run(*asked, "--list", "a.csv", "--parameters", "b.toml")
    assert refused.status == 2
    assert "--parameters 不能和 --list 一起用" in refused.err
    refused = run(*asked)
    assert refused.status == 2
    assert "要写明其中一个：--pack --parameters --list --regions" in refused.err


def test_files_for_others_are_told_of_together(run: Run, county: Path, village_folder: Path, stick: Path) -> None:
    install = joined(run, county, village_folder, stick)
    for _ in range(2):
        run("county", "invite", "--data", county, "--village", CODE, "--name", "清河村", "--to", stick)
    run("county", "answer", "--data", county, "--to", stick)
    taken = run("county", "ingest", stick, "--data", county)
    assert taken.out.count("这是邀请文件") == 1
    assert "3 个文件没有动：这是邀请文件" in taken.out
    assert "没有动：打不开" not in taken.out, "one file is told of with its name"
    told = run("import", stick, "--data", village_folder)
    assert "3 个文件没有动：这是县里的邀请文件" in told.out
    assert "回执已导入" in told.out
    assert install[-8:] in told.out


def test_day_of_the_last_packet_is_that_of_the_place(
    run: Run, county: Path, village_folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(run, county, village_folder, stick)
    at = datetime.fromisoformat(
        run("county", "report", "--data", county, "--json").json["villages"][0]["last_packet_at"]
    )
    for ahead in (0, 14):  # hours east of Greenwich, as POSIX writes them
        monkeypatch.setenv("TZ", f"X-{ahead}")
        time.tzset()
        day = (at + timedelta(hours=ahead)).date().isoformat()
        assert day in run("county", "report", "--data", county).out
    monkeypatch.undo()
    time.tzset()


def test_answer_that_is_not_newer_says_what_to_do_when_it_is_the_newest(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    joined(run, county, village_folder, stick)
    shutil.copytree(county, tmp_path / "copy")
    run("county", "answer", "--data", county, "--to", stick)
    run("import", stick, "--data", village_folder)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (written,) = run("county", "answer", "--data", tmp_path / "copy", "--to", fresh, "--json").json["answers"]
    refused = run("import", written["packet"], "--data", village_folder)
    assert refused.status == 2
    assert "请先报送一次" in refused.out
    run("export", "--to", fresh, "--data", village_folder)
    run("county", "ingest", fresh, "--data", tmp_path / "copy")
    run("county", "answer", "--data", tmp_path / "copy", "--to", fresh)
    assert "回执已导入" in run("import", fresh, "--data", village_folder).out
