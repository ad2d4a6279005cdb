"""``--slip``: each side's paper beside its step, written whole, never at the price of what the command did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_each_step_writes_its_slip_when_asked(run: Run, tmp_path: Path, village_folder: Path) -> None:
    county, stick = tmp_path / "county", tmp_path / "stick"
    stick.mkdir()
    papers = {name: tmp_path / f"{name}.pdf" for name in ("invite", "enrol", "export", "ingest", "answer")}
    run("county", "init", "--data", county, "--region", "532325", "--name", "姚安县")
    at_county = ("--data", county)
    invited = run(
        "county", "invite", "--village", "532325100201", "--name", "清河村", "--to", stick, "--slip", papers["invite"],
        *at_county,
    )  # fmt: skip
    assert f"县指纹单：{papers['invite']}" in invited.out
    run("enrol", stick, "--data", village_folder, "--slip", papers["enrol"])
    run("export", "--to", stick, "--data", village_folder, "--slip", papers["export"])
    taken = run("county", "ingest", stick, "--slip", papers["ingest"], "--json", *at_county)
    assert [each["status"] for each in taken.json["packets"] if each["acts"]] == ["waiting"]
    laptop = run("county", "report", "--json", *at_county).json["villages"][0]["laptops"][0]
    run("county", "admit", laptop["install"], "--fingerprint", laptop["fingerprint"], *at_county)
    run("county", "answer", "--to", stick, "--slip", papers["answer"], *at_county)
    assert {name: path.read_bytes()[:5] for name, path in papers.items()} == dict.fromkeys(papers, b"%PDF-")


def test_no_slip_is_written_when_the_stick_held_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    run("county", "init", "--data", tmp_path / "county", "--region", "532325", "--name", "姚安县")
    done = run("county", "ingest", tmp_path / "stick", "--slip", tmp_path / "x.pdf", "--data", tmp_path / "county")
    assert (done.status, "没有找到报送包" in done.out) == (0, True)
    assert not (tmp_path / "x.pdf").exists()


def test_export_stands_and_is_told_when_the_slip_cannot_be_written(
    run: Run, tmp_path: Path, village_folder: Path
) -> None:
    (tmp_path / "stick").mkdir()
    done = run("export", "--to", tmp_path / "stick", "--data", village_folder, "--slip", tmp_path / "none" / "x.pdf")
    assert done.status == 2
    assert "已写入并核对" in done.out
    assert "文件夹“none”不存在" in done.err
    assert len(list((tmp_path / "stick").iterdir())) == 1
