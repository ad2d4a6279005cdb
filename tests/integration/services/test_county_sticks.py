"""What the county is told when its stick fails: what it was writing, what of it is good, and what to do next."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clerk_app.exchange import stick as sticks
from clerk_app.exchange.stick import Faults, Step, StickError
from clerk_app.services.county import invite
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_publish import publish, published_report
from clerk_app.services.workspace import Workspace
from tests.builders import FixedClock
from tests.county_builders import VILLAGES, Exchange, village_at
from tests.publication_builders import FROM, parameters

Failing = Callable[[int, int], None]


@pytest.fixture
def both(exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Exchange]:
    """A county with one admitted laptop in each of two villages."""
    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    exchange.join(village)
    exchange.join(other, VILLAGES[1], "石桥村")
    yield exchange
    other.close()


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Let the stick fail with an error number while the file of this place in the order is written; nought is the first."""

    def fail(number: int, place: int) -> None:
        plain, seen = sticks.write_file, list[str]()

        def write_file(folder: Path, name: str, data: bytes, *, faults: Faults | None = None) -> Path:
            def fault(step: Step, _path: Path) -> None:
                if step == "write":
                    raise OSError(number, os.strerror(number))

            seen.append(name)
            return plain(folder, name, data, faults=fault if len(seen) > place else faults)

        monkeypatch.setattr(sticks, "write_file", write_file)

    return fail


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EIO, errno.EBUSY])
def test_answers_that_fail_are_called_answers(both: Exchange, failing: Failing, number: int) -> None:
    failing(number, 0)
    with pytest.raises(StickError) as caught:
        write_answers(both.county, both.fresh_stick())
    assert caught.value.message.endswith("，再写回执。")
    assert "导出" not in caught.value.message


def test_answers_written_before_the_stick_was_full_are_told_to_be_good(both: Exchange, failing: Failing) -> None:
    failing(errno.ENOSPC, 1)
    folder = both.fresh_stick()
    with pytest.raises(StickError) as caught:
        write_answers(both.county, folder)
    assert caught.value.message == (
        "优盘写到一半满了，没有留下半个文件：请删掉不用的文件，或换一个优盘，再写回执；已写好的 1 份有效。"
    )
    assert len(list(folder.iterdir())) == 1


def test_publication_that_never_stood_on_a_stick_is_published_again(
    both: Exchange, failing: Failing, tmp_path: Path
) -> None:
    failing(errno.EROFS, 0)
    with pytest.raises(StickError) as caught:
        publish(both.county, both.fresh_stick(), parameters(tmp_path), from_on=FROM)
    assert caught.value.message == ("优盘是只读的，写不进去：请关掉优盘上的写保护开关，或换一个优盘，再下发一次。")


def test_publication_that_some_laptops_got_goes_on_with_the_answers_as_it_was_told(
    both: Exchange, failing: Failing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(errno.EIO, 1)
    with pytest.raises(StickError) as caught:
        publish(both.county, both.fresh_stick(), parameters(tmp_path), from_on=FROM)
    monkeypatch.undo()
    found = {each.village: each for each in published_report(both.county)}
    ref = f"{found[VILLAGES[0]].epoch}-{found[VILLAGES[0]].number}"
    assert caught.value.message.endswith(
        f"，再写回执：第 {ref} 号来文已写好 1 台电脑的，其余的随回执发给，不用再下发。"
    )
    written = write_answers(both.county, both.fresh_stick())
    (second,) = [each for each in written if each.village == VILLAGES[1]]
    assert [beside.ref for beside in second.beside] == [ref]


def test_invitation_that_fails_is_not_called_an_export(both: Exchange, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(StickError) as caught:
        invite(both.county, VILLAGES[2], "花椒村", gone)
    assert caught.value.message == "找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘，再写一次。"


def test_stick_pulled_while_it_is_read_is_to_be_tried_again(both: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = both.fresh_stick()

    def pulled(_self: Path) -> Iterator[Path]:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "iterdir", pulled)
    with pytest.raises(StickError) as caught:
        ingest(both.county, [folder])
    assert caught.value.message == "找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘，再试一次。"
