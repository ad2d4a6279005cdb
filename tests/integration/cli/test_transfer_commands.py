"""``clerk household transfer-out|back|in|transfers`` and ``clerk county transfers``: what they say, print as JSON and refuse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.cli import county as cli_county
from clerk_app.services import county_transfers
from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import export_packet
from clerk_app.services.workspace import SystemClock, Workspace
from clerk_app.storage.county_tables import RECORDS
from tests.builders import DAY, PASSWORD, FixedClock, VillageFolder
from tests.county_builders import VILLAGES, Exchange, village_at

Run = Callable[..., Any]
MOVED = str(DAY + timedelta(days=3))


@pytest.fixture
def villages(
    exchange: Exchange, village_template: VillageFolder, tmp_path: Path, clock: FixedClock
) -> tuple[Path, Path, Exchange]:
    """The folders of two joined villages, closed, and their county, open."""
    old = village_template.open(tmp_path / "old", clock)
    new = village_at(tmp_path / "new", VILLAGES[1], "花椒村", clock)
    exchange.join(old)
    exchange.join(new, VILLAGES[1], "花椒村")
    old.close()
    new.close()
    clock.day = DAY + timedelta(days=5)
    return tmp_path / "old", tmp_path / "new", exchange


@pytest.fixture
def later(run: Run, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands by the fixture's clock, which has moved on."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: clock.now())
    monkeypatch.setattr(SystemClock, "today", lambda _self: clock.today())
    return run


def carry(exchange: Exchange, clock: FixedClock, folder: Path, *, answer: bool = False) -> None:
    """Send what waits in a folder, or bring it the newest answer."""
    village: Workspace = sign_in(folder, PASSWORD, clock)
    stick = exchange.fresh_stick()
    if answer:
        write_answers(exchange.county, stick)
        import_packets(village, [stick])
    else:
        ingest(exchange.county, [export_packet(village, stick).path])
    village.close()


def test_way_of_a_household_in_words(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock, tmp_path: Path
) -> None:
    old, new, exchange = villages
    asked = (
        "household",
        "transfer-out",
        "0002",
        "--to",
        VILLAGES[1],
        "--name",
        "花椒村",
        "--on",
        MOVED,
        "--reason",
        "搬迁",
    )
    looked = later(*asked, "--dry-run", "--data", old)
    assert looked.status == 0
    assert "0002 户销户" in looked.out
    assert "已办理迁出" not in looked.out
    done = later(*asked, "--data", old)
    assert "已办理迁出：0002 户 3 人" in done.out
    carry(exchange, clock, old)
    carry(exchange, clock, new, answer=True)
    listed = later("household", "transfers", "--data", new)
    assert "单长乐" in listed.out
    offer = later("household", "transfers", "--data", new, "--json").json["incoming"][0]
    assert (offer["from_name"], offer["people"]) == ("清河村", ["单长乐", "李㛃", "单小雨"])
    taken = later("household", "transfer-in", offer["id"][-8:], "--group", "第5组", "--data", new)
    assert taken.out.strip() == "已迁入：户编号 0001。"
    assert later("household", "transfers", "--data", new).out.strip() == "没有等待迁入的户。"
    carry(exchange, clock, new)
    carry(exchange, clock, old, answer=True)
    assert "已迁入" in later("household", "transfers", "--data", old).out
    refused = later("household", "transfer-back", "0002", "--reason", "不搬了", "--data", old)
    assert (refused.status, "不能撤回" in refused.err) == (2, True)
    exchange.county.close()
    seen = later("county", "transfers", "--data", exchange.county.data_dir)
    assert "已迁入" in seen.out
    assert "单长乐" not in seen.out
    (one,) = later("county", "transfers", "--data", exchange.county.data_dir, "--json").json["transfers"]
    assert (one["people"], one["state"]) == (3, "taken_in")


def test_move_that_cannot_be_is_refused_and_the_dry_run_says_why(
    later: Run, villages: tuple[Path, Path, Exchange]
) -> None:
    old, _, _ = villages
    asked = ("household", "transfer-out", "0002", "--to", "5323", "--on", MOVED, "--reason", "搬迁", "--data", old)
    looked = later(*asked, "--dry-run")
    assert looked.status == 2
    assert "不能办理：迁入村的代码应是 12 位数字" in looked.out
    assert later(*asked, "--dry-run", "--json").json["problems"] == [
        "迁入村的代码应是 12 位数字（统计用区划代码）：请核对后填写。"
    ]
    assert later(*asked).status == 2
    nobody = later(*asked[:3], "--to", VILLAGES[1], "--on", MOVED, "--reason", "x", "--person", "没有", "--data", old)
    assert "这一户没有叫“没有”的成员" in nobody.err
    never = later("household", "transfer-back", "0002", "--reason", "x", "--data", old)
    assert "没有办过迁出" in never.err


def test_one_person_is_declined_then_withdrawn_as_json(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock
) -> None:
    old, new, exchange = villages
    out = later(
        "household", "transfer-out", "0002", "--to", VILLAGES[1], "--on", MOVED, "--reason", "婚嫁", "--person", "单小雨",
        "--data", old, "--json",
    ).json  # fmt: skip
    assert out["people"] == 1
    carry(exchange, clock, old)
    carry(exchange, clock, new, answer=True)
    wrong = later("household", "transfer-in", out["transfer"], "--relation", "单小雨", "--data", new)
    assert "关系写成 姓名=关系" in wrong.err
    alone = later("household", "transfer-in", out["transfer"], "--relation", "单小雨=户主", "--data", new, "--json")
    assert alone.json["household"] == "0001"
    back = later("household", "transfer-back", "0002", "--reason", "没去成", "--data", old, "--json")
    assert back.json == {"transfer": out["transfer"], "household": "0002"}
    assert "已撤回" in later("household", "transfers", "--data", old).out


def send_away(later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock, to: str = VILLAGES[1]) -> None:
    """Let household 0003 move, and the county know of it."""
    old, _, exchange = villages
    later("household", "transfer-out", "0003", "--to", to, "--on", MOVED, "--reason", "搬迁", "--data", old)
    carry(exchange, clock, old)


def offered(later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock) -> str:
    """Let it move to the other village, and return the offer's id there."""
    _, new, exchange = villages
    send_away(later, villages, clock)
    carry(exchange, clock, new, answer=True)
    return str(later("household", "transfers", "--data", new, "--json").json["incoming"][0]["id"])


def test_declined_household_is_told_in_words(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock
) -> None:
    old, new, exchange = villages
    offer = offered(later, villages, clock)
    assert "已退回" in later("household", "transfer-in", offer, "--decline", "查无此户", "--data", new).out
    carry(exchange, clock, new)
    carry(exchange, clock, old, answer=True)
    assert "迁出被退回" in later("outbox", "--data", old).out
    assert "已撤回迁出：0003 户。" in later("household", "transfer-back", "0003", "--reason", "退回", "--data", old).out


def test_payment_of_a_household_that_moved_is_put_right_where_it_was_paid(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock
) -> None:
    old, new, exchange = villages
    paid = (
        "contribution",
        "record",
        "--household",
        "0003",
        "--person",
        "罗𬭎",
        "--tier",
        "200",
        "--payer",
        "proxy",
        "--json",
    )
    wrong = later(*paid, "--data", old).json["id"]
    offer = offered(later, villages, clock)
    later("household", "transfer-in", offer, "--number", "0003", "--data", new)
    told = later(*paid, "--data", new)
    assert (told.status, "那一笔记错了的，请清河村冲销后重新登记" in told.err) == (2, True)
    assert later("contribution", "reverse", wrong, "--reason", "档次错", "--data", old).status == 0
    carry(exchange, clock, new)
    carry(exchange, clock, old)
    listed = later("county", "report", "--data", exchange.county.data_dir).out
    assert "随回执告知花椒村：2026 年城乡居民养老保险：迁入时告知的清河村政府代缴 200.00 元" in listed
    again = later(*paid[:6], "--tier", "300", "--payer", "proxy", "--data", old)
    assert (again.status, "已登记" in again.out) == (0, True)


def test_household_that_cannot_be_sent_is_told_by_the_list_and_with_the_answers(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock
) -> None:
    _, _, exchange = villages
    send_away(later, villages, clock)
    county = exchange.county.data_dir
    with exchange.county.store.writing() as session:
        session.execute(RECORDS["transfer"].update().values(people="[]"))
    listed = later("county", "transfers", "--data", county)
    assert listed.status == 2
    assert f"清河村 → 花椒村，0 人，{MOVED} 迁移：没有写明谁迁出，没有发给迁入村：请原村撤回迁出" in listed.out
    answered = later("county", "answer", "--to", exchange.fresh_stick(), "--data", county)
    assert answered.status == 0
    assert "没有写明谁迁出，没有发给迁入村" in answered.out
    stick = exchange.fresh_stick()
    for village, count in ((VILLAGES[0], 0), (VILLAGES[1], 1)):
        told = later("county", "answer", "--to", stick, "--village", village, "--data", county, "--json").json
        assert (len(told["answers"]), len(told["not_sent"])) == (1, count)
    with exchange.county.store.writing() as session:
        session.execute(RECORDS["transfer"].update().values(standing="newer"))
    unread = later("county", "transfers", "--data", county)
    assert (unread.status, "没有跨村迁移的户。" in unread.out) == (2, False)
    assert "清河村 → 花椒村：原村的程序比县里的新" in unread.out
    told = later("county", "transfers", "--data", county, "--json")
    assert (told.status, told.json["transfers"], len(told.json["unread"])) == (2, [], 1)


def test_households_beyond_what_one_answer_brings_are_told_by_answer_transfers_and_report(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _, exchange = villages
    send_away(later, villages, clock)
    later("household", "transfer-out", "0002", "--to", VILLAGES[1], "--on", MOVED, "--reason", "搬迁", "--data", old)
    carry(exchange, clock, old)
    for module in (county_transfers, cli_county):
        monkeypatch.setattr(module, "MOST_OFFERS", 1)
    county = exchange.county.data_dir
    drawn = []
    draw = county_transfers.__dict__["_drawn"]

    def counted(*about: Any) -> object:
        drawn.append(about)
        return draw(*about)

    with monkeypatch.context() as patched:
        patched.setattr(county_transfers, "_drawn", counted)
        answered = later("county", "answer", "--to", exchange.fresh_stick(), "--data", county)
    assert len(drawn) == 2, "each household is worked out once"
    assert answered.out.splitlines()[-1] == (
        "花椒村：还有 1 户等待迁入，这份回执装不下。村里办好前面的、报送以后，随下一份回执带来。"
    )
    told = later("county", "answer", "--to", exchange.fresh_stick(), "--data", county, "--json").json
    assert [each["later"] for each in told["answers"]] == [0, 1]
    listed = later("county", "transfers", "--data", county)
    assert listed.status == 0
    assert "花椒村：等待迁入的户太多，一份回执装不下，其中 1 户要等以后的回执。" in listed.out
    reported = later("county", "report", "--data", county).out
    assert "花椒村：等待迁入的户太多，一份回执最多带 1 户，其余 1 户等村里办好前面的、报送以后，" in reported


def test_household_for_a_village_nobody_invited_is_explained(
    later: Run, villages: tuple[Path, Path, Exchange], clock: FixedClock
) -> None:
    _, _, exchange = villages
    send_away(later, villages, clock, VILLAGES[2])
    listed = later("county", "transfers", "--data", exchange.county.data_dir)
    assert listed.status == 0
    assert f"清河村 → {VILLAGES[2]}：没有邀请过村代码为 {VILLAGES[2]} 的村。写错了，请原村撤回迁出重办" in listed.out
