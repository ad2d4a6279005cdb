"""What the finder of a stick reads, what the county's own ``age`` reads, and what clocks that go wrong do to packets."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from clerk_app.domain.act import from_line
from clerk_app.errors import UserError
from clerk_app.exchange.packet import open_packet
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services.accounts import the_village
from clerk_app.services.exchange import export_packet, outbox, waiting
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from tests.builders import DAY, FixedClock, VillageFolder, a_household
from tests.county_builders import VILLAGES, Exchange, village_at
from tests.integration.services.records import same_records

PERSONS = ("段有福", "周兰英", "单长乐", "李㛃", "单小雨", "罗𬭎")


def everything_told(workspace: Workspace) -> set[str]:
    """Return every text in what waits that is long enough to be recognised: names, numbers, ids, kinds, keys."""
    told = {*PERSONS, the_village(workspace).name, workspace.clerk.name, "acts.jsonl", "manifest", "清河村"}
    for act in waiting(workspace):
        told |= {act.install, act.id, act.by, act.kind, act.subject, act.hash, act.at}
        for change in act.changes:
            told |= {change.id, change.table, *(value for value in change.after.values() if isinstance(value, str))}
    return {text for text in told if len(text) >= 4 or text in PERSONS}


def test_finder_of_a_stick_reads_the_name_of_the_file_and_nothing_in_it(village: Workspace, tmp_path: Path) -> None:
    path = export_packet(village, tmp_path).path
    data = path.read_bytes()
    told = everything_told(village)
    assert len(told) > 50
    assert [text for text in told for coding in ("utf-8", "gb18030", "utf-16-le") if text.encode(coding) in data] == []
    assert re.fullmatch(rf"{VILLAGES[0]}-[0-9a-f]{{8}}-1-1\.clerk", path.name)
    head, _, _ = data.partition(b"\n--- ")
    kinds = [line.split()[:2] for line in head.splitlines() if line.startswith(b"->")]
    assert [kind for kind in kinds if kind[1] != b"X25519" and not kind[1].endswith(b"-grease")] == []
    assert the_village(village).county_key.encode() not in data


def test_finder_with_a_key_of_another_reads_nothing(village: Workspace, tmp_path: Path) -> None:
    path = export_packet(village, tmp_path).path
    with pytest.raises(UserError, match="不是封给本单位密钥的"):
        open_packet(path.read_bytes(), [new_age_identity()[0]], None)


def test_two_packets_of_the_same_acts_have_nothing_in_common(village: Workspace, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first = export_packet(village, tmp_path).path.read_bytes()
    second = export_packet(village, tmp_path / "other").path.read_bytes()
    body = slice(first.index(b"\n--- ") + 5, None)
    pieces = {first[body][start : start + 8] for start in range(len(first[body]) - 8)}
    assert not pieces & {second[body][start : start + 8] for start in range(len(second[body]) - 8)}


def test_countys_own_age_tool_reads_every_act_of_an_export(
    village: Workspace, village_template: VillageFolder, tmp_path: Path
) -> None:
    path = export_packet(village, tmp_path).path
    key = tmp_path / "county.agekey"
    key.write_text(village_template.county_secret, encoding="utf-8")
    opened = subprocess.run(["age", "-d", "-i", key, path], check=True, capture_output=True).stdout
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        lines = archive.read("acts.jsonl").decode().splitlines()
    assert [from_line(line) for line in lines] == list(waiting(village))


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2060, 1, 1)], ids=["past", "future"])
def test_laptop_whose_clock_is_wrong_still_gets_everything_through(
    exchange: Exchange, tmp_path: Path, day: date
) -> None:
    clock = FixedClock()
    village = village_at(tmp_path / "village", VILLAGES[0], "清河村", clock)
    exchange.join(village)
    exchange.answer(village)
    clock.day = day
    a_household().with_head("丁", age=60, place=90).register_id(village)
    sent = exchange.send(village)
    assert (sent.status, sent.applied) == ("taken", 1)
    clock.day = DAY
    exchange.answer(village)
    assert outbox(village).acts == 0
    assert same_records(exchange, village)
    village.close()


def test_clock_put_back_and_forth_leaves_the_order_of_acts_as_it_was(exchange: Exchange, tmp_path: Path) -> None:
    clock = FixedClock()
    village = village_at(tmp_path / "village", VILLAGES[0], "清河村", clock)
    exchange.join(village)
    for place, days in enumerate((400, -400, 30, -30), 90):
        clock.day = DAY + timedelta(days=days)
        a_household().with_head(f"丁{place}", age=20, place=place).register_id(village)
        exchange.send(village)
    clock.day = DAY
    exchange.answer(village)
    assert outbox(village).acts == 0
    assert same_records(exchange, village)
    with village.store.reading() as connection:
        assert len(queries.household_rows(connection)) == 4
    village.close()


def test_answer_too_old_by_a_wrong_clock_is_taken_once_the_clock_is_right(exchange: Exchange, tmp_path: Path) -> None:
    clock = FixedClock()
    village = village_at(tmp_path / "village", VILLAGES[0], "清河村", clock)
    exchange.join(village)
    clock.day = date(2098, 1, 1)
    refused = exchange.answer(village)
    assert (refused.status, "检查电脑的日期" in refused.reason.text) == ("refused", True)
    assert outbox(village).acts > 0
    clock.day = DAY
    assert exchange.answer(village).status == "imported"
    assert outbox(village).acts == 0
    village.close()
