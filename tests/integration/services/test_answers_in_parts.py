"""What is more than one answer holds: it brings the first of it, says so to both sides, and the next ones bring the rest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.household import HouseholdId
from clerk_app.errors import UserError
from clerk_app.exchange import packet
from clerk_app.exchange.documents import lines_bytes
from clerk_app.services import county_answer, county_publish
from clerk_app.services.answers import import_packets
from clerk_app.services.attachments import AttachmentEntry, add_attachment, attachments_of
from clerk_app.services.county import Written
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_publish import publish
from clerk_app.services.county_report import report
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county_parts, journal
from tests.builders import FixedClock, a_household
from tests.county_builders import Exchange, reopen
from tests.integration.services.records import same_records
from tests.integration.services.test_laptops import quiet, second_laptop
from tests.pictures import JPEG as PHOTO
from tests.pictures import PDF as SCAN
from tests.publication_builders import FROM, parameters

GOES_ON = "goes_on"


@pytest.fixture
def joined(exchange: Exchange, village: Workspace) -> Exchange:
    """A county that has admitted the village and answered it."""
    exchange.join(village)
    exchange.answer(village)
    return exchange


@pytest.fixture
def second(joined: Exchange, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The village's second laptop, with all that the first did until now."""
    made = second_laptop(joined, tmp_path / "second", clock)
    yield made
    made.close()


def register(workspace: Workspace, *places: int) -> None:
    for place in places:
        a_household().with_head(f"丁{place}", age=20 + place, place=place).register_id(workspace)


def written_for(exchange: Exchange, workspace: Workspace) -> Written:
    """Return what the county writes for a laptop now."""
    every = write_answers(exchange.county, exchange.fresh_stick())
    return next(each for each in every if each.install == workspace.store.install.id)


def told(workspace: Workspace) -> list[str]:
    return [item.reason for item in work_items_of(workspace) if item.kind == GOES_ON]


def test_acts_of_another_laptop_come_in_parts_and_both_sides_are_told(
    joined: Exchange, village: Workspace, second: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined.send(second)  # now the county counts from here
    register(village, 40, 41, 42, 43)
    joined.round(village)
    before = len(list_households(second))
    monkeypatch.setattr(county_parts, "MOST_BYTES", 3_000)
    left: list[int] = []
    while (lacked := written_for(joined, second).left) and len(left) < 9:
        left.append(lacked)
        joined.answer(second)
        assert told(second) == [f"还有 {lacked} 笔变更这份回执装不下：请现在再报送一次，随下一份回执接着带来。"]
        assert verify(second).ok
        joined.send(second)
    assert len(left) > 1
    assert left == sorted(set(left), reverse=True)
    joined.answer(second)
    assert told(second) == []
    assert len(list_households(second)) == before + 4
    quiet(joined, village, second)


def test_laptop_without_anything_gets_a_village_in_parts(
    joined: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with village.store.reading() as connection:
        size = len(lines_bytes(journal.acts(connection)))
    register(village, 40, 41, 42)
    joined.send(village)
    monkeypatch.setattr(county_parts, "MOST_BYTES", size)
    made = second_laptop(joined, tmp_path / "second", clock)
    assert told(made) == ["还有 3 笔变更这份回执装不下：请现在再报送一次，随下一份回执接着带来。"]
    assert len(list_households(made)) == 3
    joined.round(made)
    assert not told(made)
    assert len(list_households(made)) == 6
    quiet(joined, village, made)
    made.close()


def put_back(laptop: Workspace, copy: Path) -> Workspace:
    """Put an older copy in place of a laptop's folder."""
    laptop.close()
    shutil.rmtree(laptop.data_dir)
    shutil.copytree(copy, laptop.data_dir)
    return reopen(laptop)


def copied(laptop: Workspace, copy: Path) -> Workspace:
    laptop.close()
    shutil.copytree(laptop.data_dir, copy)
    return reopen(laptop)


def test_laptop_whose_lost_acts_no_answer_holds_is_told_of_to_the_county_and_the_others_are_answered(
    joined: Exchange, village: Workspace, second: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = copied(village, tmp_path / "old")
    register(laptop, *range(40, 60))
    joined.round(laptop)
    joined.round(second)
    joined.send(second)
    laptop = put_back(laptop, tmp_path / "old")
    joined.send(laptop)
    stick = joined.fresh_stick()
    with monkeypatch.context() as patched:
        patched.setattr(packet, "LARGEST_CONTENT", 20_000)
        with pytest.raises(
            UserError, match="缺的变更有 1 MB，一份回执装不下（最多 0 MB）：请村里用最近的备份恢复"
        ) as told:
            write_answers(joined.county, stick)
    assert laptop.store.install.id in told.value.message
    assert told.value.message.endswith("其余 1 份回执已写好，有效。")
    assert [each.status for each in import_packets(second, (stick,))] == ["imported"]
    quiet(joined, laptop, second)
    laptop.close()


@pytest.fixture
def two(joined: Exchange, village: Workspace, second: Workspace, tmp_path: Path) -> tuple[Workspace, HouseholdId]:
    """The second laptop, and a household with two files that the first has sent to the county since."""
    found = household_numbered(village, "0001").household.id
    for name, content in (("户口簿.jpg", PHOTO), ("诊断.pdf", SCAN)):
        (tmp_path / name).write_bytes(content)
        add_attachment(village, AttachmentEntry(household_id=found, kind=AttachmentKind.OTHER), tmp_path / name)
    joined.send(village)
    joined.send(second)
    return second, found


@pytest.mark.parametrize(("limit", "value"), [("MOST_FILES", 5), ("LARGEST_CONTENT", 4_000)])
def test_files_that_do_not_fit_beside_the_documents_come_with_the_next_answer(
    joined: Exchange, two: tuple[Workspace, HouseholdId], monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    second, home = two
    with monkeypatch.context() as patched:
        patched.setattr(packet, limit, value)  # four documents and one of the files
        answered = joined.answer(second)
    assert "还有 1 个附件没有带来" in answered.reason.text
    assert [row.is_here for row in attachments_of(second, home)].count(True) == 1
    joined.round(second)
    assert all(row.is_here for row in attachments_of(second, home))
    assert verify(second).ok


def test_acts_kept_apart_are_brought_as_far_as_they_fit(
    joined: Exchange, village: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = copied(village, tmp_path / "copy")
    register(laptop, 40)
    joined.round(laptop)
    laptop = put_back(laptop, tmp_path / "copy")
    register(laptop, 50, 51)
    joined.send(laptop)
    monkeypatch.setattr(county_answer, "_MOST_APART", 10)
    joined.answer(laptop)
    for _ in range(2):
        joined.round(laptop)
    assert same_records(joined, laptop)
    laptop.close()


def test_publication_that_no_packet_holds_is_refused_before_it_has_a_number(
    joined: Exchange, village: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(county_publish, "_LARGEST_HEAD", packet.LARGEST_CONTENT)
        with pytest.raises(UserError, match="太大，一份来文装不下（1 MB，最多 0 MB）：请删去用不着的列"):
            publish(joined.county, joined.fresh_stick(), parameters(tmp_path), from_on=FROM)
    assert report(joined.county).publications == ()
    joined.answer(village)
