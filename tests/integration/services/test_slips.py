"""Hand-over slips: what they tell of packets, intakes, answers and fingerprints, and that nobody's name is on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.contributions import ContributionEntry, record_contribution
from clerk_app.services.county import invite
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_slips import answer_slip, intake_slip, invitation_slip
from clerk_app.services.enrolment import enrol, enrolment
from clerk_app.services.exchange import export_packet
from clerk_app.services.slips import own_fingerprint_slip, packet_slip
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, VillageFolder, a_household
from tests.county_builders import VILLAGES, Exchange

NAMES = ("段有福", "周兰英", "单长乐", "单小雨", "罗𬭎")


@pytest.fixture
def sender(exchange: Exchange, village_template: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """A village with three households, admitted by the county of ``exchange``."""
    opened = village_template.open(tmp_path / "village")
    exchange.join(opened)
    exchange.answer(opened)
    yield opened
    opened.close()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def groups(sha256: str) -> str:
    return sha256.upper()


def test_packet_slip_tells_counts_sum_and_digest_when_a_packet_was_written(
    exchange: Exchange, sender: Workspace
) -> None:
    file = a_household().with_head("何小满", place=77).register(sender)
    entry = ContributionEntry(
        person_id=file.members[0].person.id,
        insurance=Insurance.PENSION,
        year=2026,
        tier=Money.yuan(200),
        payer=Payer.SELF,
        paid_on=DAY,
        collector="何清",
    )
    record_contribution(sender, entry)
    done = export_packet(sender, exchange.fresh_stick())
    text = text_of(packet_slip(sender, [done.path.name]))
    for part in (
        "报送交接单", "532325100201", sender.store.install.id, "第1期第2包", done.path.name, "登记住户", "登记缴费",
        "¥200.00人民币贰佰元整", groups(done.sha256), "交出：清河村", "接收：姚安县", "第1页共1页", "2笔",
        "笔数",
    ):  # fmt: skip
        assert part in text, part
    assert "何小满" not in text
    assert str(file.members[0].person.id_number) not in text


def test_packet_slip_has_a_section_for_each_file_when_several_are_named(exchange: Exchange, sender: Workspace) -> None:
    first = export_packet(sender, exchange.fresh_stick())
    second = export_packet(sender, exchange.fresh_stick())
    text = text_of(packet_slip(sender, [second.path.name, first.path.name]))
    assert text.index(groups(first.sha256)) < text.index(groups(second.sha256))
    assert "第1个文件" in text
    assert "没有新的变更" in text
    assert "变更种类" not in text


def test_packet_slip_is_refused_when_the_packet_is_not_ours(sender: Workspace) -> None:
    with pytest.raises(UserError, match="没有写过这个报送包"):
        packet_slip(sender, ["532325100209-00000000-1-1.clerk"])


def test_intake_slip_tells_of_each_file_what_became_of_it_when_packets_came(
    exchange: Exchange, sender: Workspace
) -> None:
    stick = exchange.fresh_stick()
    a_household().with_head("何小满", place=77).register(sender)
    done = export_packet(sender, stick)
    data = done.path.read_bytes()
    (stick / "cut.clerk").write_bytes(data[: len(data) // 2])
    taken = ingest(exchange.county, [stick])
    again = ingest(exchange.county, [done.path])
    text = text_of(intake_slip(exchange.county, [*taken, *again]))
    for part in (
        "收包交接单",
        "姚安县（532325）",
        "拒收",
        "已收",
        "以前收过",
        groups(done.sha256),
        "合计3个文件：变更1，入账1",
    ):
        assert part in text, part
    assert not any(name in text for name in (*NAMES, "何小满"))


def test_intake_slip_is_refused_when_nothing_came(exchange: Exchange) -> None:
    with pytest.raises(UserError, match="没有收到报送包"):
        intake_slip(exchange.county, ())


def test_intake_slip_goes_over_pages_with_its_head_when_many_packets_came(
    exchange: Exchange, sender: Workspace
) -> None:
    (one,) = ingest(exchange.county, [export_packet(sender, exchange.fresh_stick()).path])
    text = text_of(intake_slip(exchange.county, [one] * 40))
    assert "第3页共3页" in text
    assert text.count("已收过") >= 3
    assert "收包交接单（续）" in text


def test_answer_slip_names_laptop_and_counts_when_answers_were_written(exchange: Exchange, sender: Workspace) -> None:
    (written,) = write_answers(exchange.county, exchange.fresh_stick())
    text = text_of(answer_slip(exchange.county, [written]))
    for part in ("回执交接单", "清河村", sender.store.install.id, "已准入", "暂存0笔，退回0笔", groups(written.sha256)):
        assert part in text, part


def test_both_fingerprint_slips_show_what_the_screens_compare(exchange: Exchange, sender: Workspace) -> None:
    written = invite(exchange.county, VILLAGES[1], "花椒村", exchange.fresh_stick())
    county = text_of(invitation_slip(exchange.county, written))
    assert exchange.county.fingerprint.replace(" ", "") in county
    assert "花椒村（532325100202）" in county
    assert "在“报送→登记”打开邀请文件" in county.replace(" ", "")
    own = text_of(own_fingerprint_slip(sender))
    known = enrolment(sender)
    assert known is not None
    assert known.own_fingerprint.replace(" ", "") in own
    assert "清河村" in own
    assert "姚安县" in own


def test_own_fingerprint_slip_is_there_before_the_enrolment(village: Workspace, exchange: Exchange) -> None:
    assert "县（区）" in text_of(own_fingerprint_slip(village))
    exchange.invite(village, VILLAGES[0], "清河村")
    enrol_again = exchange.fresh_stick()
    invite(exchange.county, VILLAGES[0], "清河村", enrol_again)
    assert enrol(village, enrol_again).own_fingerprint.replace(" ", "") in text_of(own_fingerprint_slip(village))
