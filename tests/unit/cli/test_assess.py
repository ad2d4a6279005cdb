"""``clerk assess``: one case, a list, and what both do with what they cannot read."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from clerk_app.cli import assess
from clerk_app.errors import SituationError, UserError
from tests.unit.policy.builders import a_case, a_person, identity

GOOD = a_case("huizhou", "2018-06-30", a_person(identities=[identity("dibao")]))
BAD = {**GOOD, "pack": "nowhere"}


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    assess.add_parser(parser.add_subparsers())
    args = parser.parse_args(["assess", *words])
    status: int = args.run(args)
    return status


def written(path: Path, *cases: object) -> str:
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
    return str(path)


def test_case_when_valid_prints_one_object(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(written(tmp_path / "case.json", GOOD)) == 0
    result = json.loads(capfdbinary.readouterr().out)
    assert (result["pack"], result["errors"]) == ("huizhou", [])
    assert [item["code"] for item in result["entitlements"]] == [
        "medical.premium_aid",
        "medical.treat_first",
        "pension.contribution_subsidy",
        "pension.proxy",
    ]


def test_case_when_invalid_prints_the_error_and_status_two(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(written(tmp_path / "case.json", BAD)) == 2
    result = json.loads(capfdbinary.readouterr().out)
    assert result.keys() == {"error"}
    assert result["error"]["code"] == "unknown_pack"
    assert result["error"]["path"] == "pack"
    assert result["error"]["message"]


class Standard:
    """A standard stream with the bytes given."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def test_case_when_from_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(json.dumps(GOOD).encode()))
    assert run("-") == 0
    assert json.loads(capfdbinary.readouterr().out)["pack"] == "huizhou"


def test_case_when_larger_than_allowed_is_not_read_whole(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b" " * 3_000_000))
    assert run("-") == 2
    assert json.loads(capfdbinary.readouterr().out)["error"]["code"] == "too_large"


def answers(capfdbinary: pytest.CaptureFixture[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]


def test_batch_when_all_are_valid_gives_a_line_for_a_line(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    days = [f"2018-{month:02d}-{day:02d}" for month in (4, 5, 6) for day in range(1, 31)]
    assert run("--batch", written(tmp_path / "cases.jsonl", *({**GOOD, "on": day} for day in days))) == 0
    assert [answer["on"] for answer in answers(capfdbinary)] == days


def test_batch_when_a_line_is_bad_goes_on(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    good = json.dumps(GOOD).encode()
    long = b'{"pack": "' + b"x" * 2_500_000 + b'"}'
    lines = [good, b"", b"not json", long, good + b"\r", json.dumps(BAD).encode(), b" " * (1024 * 1024 + 1), good]
    monkeypatch.setattr(sys, "stdin", Standard(b"\n".join(lines)))
    assert run("--batch", "-") == 2
    codes = [answer.get("error", {}).get("code") for answer in answers(capfdbinary)]
    assert codes == [None, "invalid_json", "invalid_json", "too_large", None, "unknown_pack", "too_large", None]


def test_batch_when_the_last_line_is_too_long_and_unended(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b" " * (1024 * 1024 + 2)))
    assert run("--batch", "-") == 2
    assert [answer["error"]["code"] for answer in answers(capfdbinary)] == ["too_large"]


def test_batch_when_empty_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard())
    assert run("--batch", "-") == 0
    assert answers(capfdbinary) == []


def test_batch_and_single_when_given_the_same_case_agree(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(tmp_path / "case.json", GOOD)
    run(path)
    single = json.loads(capfdbinary.readouterr().out)
    run("--batch", path)
    assert answers(capfdbinary) == [single]


def test_file_when_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for name in (tmp_path / "nothing.json", tmp_path, Path("a\x00b")):
        with pytest.raises(UserError, match="找不到案例文件"):
            run(str(name))


def test_file_when_it_cannot_be_opened_is_a_situation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SituationError, match="打不开"):
        run(str(tmp_path / "case.json"))
