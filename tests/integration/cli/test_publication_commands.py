"""What a county publishes, from the command line: publish, import, show, accept, decline, policy, assess; exit statuses."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.codes import Sex
from tests.builders import a_member, resident_number
from tests.integration.cli.conftest import Run
from tests.integration.cli.test_county_commands import CODE, joined
from tests.publication_builders import pack_folder, parameters_file
from tests.unit.policy.builders import a_case, a_person

DAY = "2026-03-16"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def county(run: Run, tmp_path: Path, village_folder: Path, stick: Path) -> Path:
    """A county that has admitted the village's laptop."""
    folder = tmp_path / "county"
    assert run("county", "init", "--data", folder, "--region", "532325", "--name", "姚安县").status == 0
    joined(run, folder, village_folder, stick)
    return folder


def test_pack_goes_its_whole_way(run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path) -> None:
    folder = pack_folder(tmp_path)
    sent = run("county", "publish", "--data", county, "--to", stick, "--pack", folder, "--from", "2026-06-01")
    assert (sent.status, "共发给 1 台电脑" in sent.out) == (0, True)
    came = run("import", stick, "--data", village_folder)
    assert "来文“楚雄州姚安县 2026.1”已收到，还没有生效" in came.out
    listed = run("publication", "list", "--data", village_folder, "--json").json["publications"]
    (ref,) = [row["ref"] for row in listed]
    assert "待接收" in run("publication", "list", "--data", village_folder).out
    shown = run("publication", "show", ref, "--data", village_folder)
    assert "政策包：楚雄州姚安县 2017.1 → 楚雄州姚安县 2026.1" in shown.out
    assert "户会变；没有改动任何数据" in shown.out
    assert run("publication", "show", ref, "--data", village_folder, "--json").json["households"]
    unseen = run("publication", "accept", ref, "--data", village_folder)
    assert (unseen.status, "再加 --yes" in unseen.err) == (2, True)
    done = run("publication", "accept", ref, "--yes", "--data", village_folder)
    assert (done.status, "已接收，2026-06-01 起生效" in done.out) == (0, True)
    again = run("publication", "accept", ref, "--yes", "--data", village_folder, "--json")
    assert (again.status, "已经接收" in again.err) == (2, True)
    run("export", "--to", stick, "--data", village_folder)
    run("county", "ingest", stick, "--data", county)
    assert "已接收" in run("county", "report", "--data", county).out
    (report,) = run("county", "report", "--data", county, "--json").json["publications"]
    assert (report["decision"], report["decided_on"], report["village"]) == ("accepted", DAY, CODE)


def test_pack_that_came_is_found_by_the_policy_commands(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    run("county", "publish", "--data", county, "--to", stick, "--pack", pack_folder(tmp_path), "--from", DAY)
    run("county", "publish", "--data", county, "--to", stick, "--parameters", parameters_file(tmp_path), "--from", DAY)
    assert "没有县里来文的政策包" in run("policy", "check", "--data", village_folder).out
    run("import", stick, "--data", village_folder)
    listed = run("policy", "list", "--data", village_folder, "--json").json
    (ref,) = [pack["publication"] for pack in listed if "publication" in pack]
    assert f"第 {ref} 号来文，待接收" in run("policy", "list", "--data", village_folder).out
    shown = run("policy", "show", ref, "--data", village_folder)
    assert "YA-X1" in shown.out
    assert "YA-X1" in run("policy", "show", ref.split("-")[1], "--data", village_folder).out
    assert run("policy", "show", "1-99", "--data", village_folder).status == 2
    assert "合格" in run("policy", "check", "--data", village_folder).out
    found = run("policy", "diff", f"yaoan@{DAY}", ref, "--data", village_folder, "--json").json
    assert "0001" in {row["household"] for row in found}
    days = ("policy", "diff", "@2026-03-15", "@2026-06-01", "--data", village_folder)
    assert "0001 段有福" not in run(*days).out
    run("publication", "accept", ref, "--yes", "--data", village_folder)
    assert "0001 段有福" in run(*days).out
    kept = run("village", "show", "--data", village_folder)
    assert "今天用的政策包：楚雄州姚安县 2026.1" in kept.out


def test_pack_in_a_folder_is_shown_compared_and_assessed_by_its_path(
    run: Run, village_folder: Path, tmp_path: Path
) -> None:
    folder = pack_folder(tmp_path)
    case = tmp_path / "case.json"
    person = a_case("yaoan", "2026-06-01", a_person(birth_date="1950-01-01"))
    case.write_text(json.dumps(person, ensure_ascii=False), encoding="utf-8")
    assert "YA-X1" in run("policy", "show", folder).out
    found = run("policy", "diff", "yaoan", f"{folder}@2026-06-01", "--data", village_folder, "--json").json
    assert "0001" in {row["household"] for row in found}
    rules = [item["rule"] for item in run("assess", case, "--pack", folder).json["entitlements"]]
    assert "YA-X1" in rules
    assert "YA-X1" not in [item["rule"] for item in run("assess", case).json["entitlements"]]
    case.write_text(json.dumps(person, ensure_ascii=False) + "\n", encoding="utf-8")
    assert "YA-X1" in run("assess", case, "--batch", "--pack", folder).out
    refused = run("assess", case, "--pack", "national")
    assert (refused.status, "底本" in refused.err) == (2, True)


def test_local_values_and_lists_are_shown_in_words(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    here = a_member("周兰英", age=68, sex=Sex.FEMALE, place=2).person.id_number
    stranger = resident_number(date(1950, 1, 1), place=400)
    people = tmp_path / "list.csv"
    people.write_text(f"姓名,公民身份号码\n周兰瑛,{here}\n外村人,{stranger}\n", encoding="utf-8")
    villages = tmp_path / "villages.csv"
    villages.write_text(f"{CODE},清河村\n", encoding="utf-8")
    base = ("county", "publish", "--data", county, "--to", stick, "--from", DAY)
    nameless = run(*base, "--list", people)
    assert (nameless.status, "--name" in nameless.err) == (2, True)
    for words in (
        ("--parameters", parameters_file(tmp_path)),
        ("--list", people, "--name", "残疾人名单", "--of", "2026-03-01"),
        ("--regions", villages, "--until", "2026-12-31", "--village", CODE, "--json"),
    ):
        assert run(*base, *words).status == 0
    came = run("import", stick, "--data", village_folder)
    assert came.out.count("已收到，还没有生效") == 3
    refs = {
        row["kind"]: row["ref"]
        for row in run("publication", "list", "--data", village_folder, "--json").json["publications"]
    }
    values = run("publication", "show", refs["parameters"], "--data", village_folder)
    assert "medical_premium：400.00 → 430.00" in values.out
    listed = run("publication", "show", refs["county-list"], "--data", village_folder)
    assert "名单 2 人：本村登记的 1，没有登记的 1。" in listed.out
    assert "本村登记为 周兰英" in listed.out
    assert stranger in listed.out
    assert "罗𬭎" in listed.out, "holds a certificate and is not on the list"
    codes = run("publication", "show", refs["region-codes"], "--data", village_folder)
    assert f"{CODE}  （新） → 清河村" in codes.out
    assert "至 2026-12-31" in codes.out
    run("publication", "accept", refs["region-codes"], "--yes", "--data", village_folder)
    assert "没有变化" in run("publication", "show", refs["region-codes"], "--data", village_folder).out
    run("publication", "accept", refs["parameters"], "--yes", "--data", village_folder)
    assert "medical_premium = 430.00（县里第" in run("village", "show", "--data", village_folder).out
    refused = run("village", "set", "--local", "medical_premium=1.00", "--data", village_folder)
    assert (refused.status, "县里用第" in refused.err) == (2, True)


def test_declining_needs_a_reason_and_the_county_reads_it(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    run("county", "publish", "--data", county, "--to", stick, "--parameters", parameters_file(tmp_path), "--from", DAY)
    run("import", stick, "--data", village_folder)
    (row,) = run("publication", "list", "--data", village_folder, "--json").json["publications"]
    assert run("publication", "decline", row["ref"], "--reason", " ", "--data", village_folder).status == 2
    done = run("publication", "decline", row["ref"], "--reason", "金额不符", "--data", village_folder)
    assert "已谢绝：金额不符" in done.out
    run("export", "--to", stick, "--data", village_folder)
    run("county", "ingest", stick, "--data", county)
    assert "谢绝第" in run("county", "report", "--data", county).out


def test_somebody_at_a_terminal_is_asked(
    run: Run, county: Path, village_folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = parameters_file(stick)
    run("county", "publish", "--data", county, "--to", stick, "--parameters", values, "--from", DAY)
    run("import", stick, "--data", village_folder)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for typed, told in (("n\n", "没有接收。"), ("y\n", "已接收，自 2026-03-16 起生效")):
        monkeypatch.setattr("sys.stdin", Terminal(typed))
        ref = "1-" + str(_number(run, village_folder))
        assert told in run("publication", "accept", ref, "--data", village_folder).out


def _number(run: Run, village_folder: Path) -> int:
    (row,) = run("publication", "list", "--data", village_folder, "--json").json["publications"]
    return int(row["number"])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--from", DAY), 2),
        (("--regions", "none.csv", "--from", "2026-13-01"), 2),
        (("--regions", "none.csv", "--from", DAY), 2),
        (("--regions", "none.csv", "--pack", "x", "--from", DAY), 2),
    ],
    ids=range(4),
)
def test_wrong_words_are_refused(run: Run, county: Path, stick: Path, words: tuple[str, ...], status: int) -> None:
    assert run("county", "publish", "--data", county, "--to", stick, *words).status == status


def test_import_says_so_when_there_is_nothing_new(run: Run, county: Path, village_folder: Path, stick: Path) -> None:
    assert county.is_dir()
    assert "没有新的回执和来文。" in run("import", stick, "--data", village_folder).out


def test_answer_brings_what_is_in_force_and_what_is_taken_back_goes_no_more(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    lost, later = tmp_path / "lost", tmp_path / "later"
    lost.mkdir()
    later.mkdir()
    values = parameters_file(tmp_path)
    run("county", "publish", "--data", county, "--to", lost, "--parameters", values, "--from", DAY)
    told = run("county", "report", "--data", county)
    assert "待补：已准入、还没有这份来文的电脑台数" in told.out
    answered = run("county", "answer", "--data", county, "--to", stick)
    assert (answered.status, "号来文“本地标准”，这台电脑还没有，一并发给" in answered.out) == (0, True)
    came = run("import", stick, "--data", village_folder)
    assert (came.status, "来文“本地标准”已收到，还没有生效" in came.out) == (0, True)
    (ref,) = [row["ref"] for row in run("publication", "list", "--data", village_folder, "--json").json["publications"]]
    back = run("county", "withdraw", ref, "--reason", "写错", "--data", county)
    assert (back.status, f"已收回：第 {ref} 号来文“本地标准”" in back.out) == (0, True)
    again = run("county", "withdraw", ref, "--reason", "写错", "--data", county, "--json")
    assert (again.status, "已经收回了" in again.err) == (2, True)
    assert "县里已收回" in run("county", "report", "--data", county).out
    (answer,) = run("county", "answer", "--data", county, "--to", later, "--json").json["answers"]
    assert "publications" not in answer
    assert "县里收回了来文“本地标准”：没有接收的不能再接收" in run("import", later, "--data", village_folder).out
    refused = run("publication", "accept", ref, "--yes", "--data", village_folder)
    assert (refused.status, "县里已收回，不能接收" in refused.err) == (2, True)


def test_what_was_taken_back_is_not_offered_for_accepting(
    run: Run, county: Path, village_folder: Path, stick: Path, tmp_path: Path
) -> None:
    run("county", "publish", "--data", county, "--to", stick, "--parameters", parameters_file(tmp_path), "--from", DAY)
    late = tmp_path / "late"
    late.mkdir()
    for path in stick.iterdir():
        path.rename(late / path.name)
    (sent,) = run("county", "report", "--data", county, "--json").json["publications"]
    ref = f"{sent['epoch']}-{sent['number']}"
    assert run("county", "withdraw", ref, "--reason", "写错", "--data", county).status == 0
    run("county", "answer", "--to", stick, "--data", county)
    run("import", stick, "--data", village_folder)
    came = run("import", late, "--data", village_folder)
    assert "已收到。" in came.out
    assert "县里已收回这份来文，不能接收" in came.out
    assert "再接收或谢绝" not in came.out
    refused = run("publication", "accept", ref, "--data", village_folder)
    assert (refused.status, "县里已收回，不能接收" in refused.err) == (2, True)
    assert "--yes" not in refused.err


def test_publishing_prints_the_number_that_taking_back_asks_for(
    run: Run, county: Path, stick: Path, tmp_path: Path
) -> None:
    ask = (
        "county",
        "publish",
        "--data",
        county,
        "--to",
        stick,
        "--parameters",
        parameters_file(tmp_path),
        "--from",
        DAY,
    )
    said = run(*ask)
    (named,) = re.findall(r"^第 (\d+-\d+) 号来文“本地标准”共发给 1 台电脑", said.out, re.MULTILINE)
    assert f"要收回：clerk county withdraw {named} --reason" in said.out
    assert run("county", "withdraw", named, "--reason", "写错", "--data", county).status == 0
    told = run(*ask, "--json").json
    assert told["title"] == "本地标准"
    assert run("county", "withdraw", told["publication"], "--reason", "写错", "--data", county).status == 0
    wrong = run("county", "withdraw", "9-9", "--reason", "写错", "--data", county)
    assert (wrong.status, "clerk county report 查看，“来文”表的第一列就是编号" in wrong.err) == (2, True)
    shown = run("county", "report", "--data", county).out
    assert shown[shown.index("来文：") :].splitlines()[1].startswith("编号")
