"""What the county has in force reaches a laptop that was admitted later, with its first answer; and nothing goes twice for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from clerk_app.errors import SituationError, UserError
from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import ALREADY, IMPORTED, OLDER, Imported, import_packets
from clerk_app.services.county import Written, admit, revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_in_force import withdraw
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_publish import publish, published_report
from clerk_app.services.county_slips import answer_slip
from clerk_app.services.exchange import export_packet
from clerk_app.services.identity import renew_identity
from clerk_app.services.publication_decision import accept_publication, decline_publication
from clerk_app.services.publication_drafts import Draft, list_draft, pack_draft, regions_draft
from clerk_app.services.publication_trial import try_publication
from clerk_app.services.publications import State, list_publications, open_publication, waiting_publications
from clerk_app.services.rules import rules_on
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county_publications
from clerk_app.storage.county_publications import PublishedToRow
from tests.builders import DAY, PASSWORD, FixedClock, resident_number
from tests.county_builders import VILLAGES, Exchange, copied, reopen_county, village_at
from tests.publication_builders import FROM, accepted, bring, pack_folder, parameters, people_list

YEAR = timedelta(days=365)


@pytest.fixture
def late(joined: Exchange, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """A second village that no county knows yet."""
    made = village_at(tmp_path / "late", VILLAGES[1], "石桥村", clock)
    yield made
    made.close()


def published(exchange: Exchange, draft: Draft, *, from_on: date = FROM, to_on: date | None = None, village: str = "") -> str:  # fmt: skip
    """Publish to those who are admitted and return what names it; the stick stays at the county."""
    done = publish(exchange.county, exchange.fresh_stick(), draft, from_on=from_on, to_on=to_on, village=village)
    with exchange.county.store.reading() as session:
        newest = county_publications.published(session)[-1]
    assert done
    return f"{newest.epoch}-{newest.number}"


def answered(exchange: Exchange, village: Workspace) -> tuple[Written, Path]:
    """Write the answers of all villages and return this one's, with the stick."""
    stick = exchange.fresh_stick()
    (own,) = [each for each in write_answers(exchange.county, stick) if each.install == village.store.install.id]
    return own, stick


def taken_in(village: Workspace, stick: Path) -> list[Imported]:
    return [each for each in import_packets(village, (stick,)) if each.status not in {"skipped", "own"}]


def beside(exchange: Exchange, village: Workspace) -> list[str]:
    """Return what goes along with an answer written now, and import it all."""
    written, stick = answered(exchange, village)
    taken_in(village, stick)
    return [each.ref for each in written.beside]


def test_first_answer_brings_what_is_in_force_and_it_takes_effect_as_any_other(
    joined: Exchange, village: Workspace, late: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    pack = published(joined, pack_draft(pack_folder(tmp_path)))
    values = published(joined, parameters(tmp_path), from_on=DAY)
    joined.invite(late, VILLAGES[1], "石桥村")
    assert list_publications(late) == (), "the invitation is unsealed and carries none"
    joined.send(late)
    admit(joined.county, late.store.install.id)
    written, stick = answered(joined, late)
    assert [each.ref for each in written.beside] == [pack, values]
    assert [(each.kind, each.status) for each in taken_in(late, stick)] == [
        ("policy-pack", IMPORTED),
        ("parameters", IMPORTED),
        ("answer", IMPORTED),
    ]
    assert [row.words for row in waiting_publications(late)] == ["待接收，2026-03-16 起", "待接收，2026-06-01 起"]
    assert rules_on(late, FROM).pack.version == "2017.1", "nothing counts that nobody accepted"
    accept_publication(late, try_publication(late, pack))
    assert [rules_on(late, day).pack.version for day in (FROM - timedelta(days=1), FROM)] == ["2017.1", "2026.1"]
    joined.send(late)
    assert beside(joined, late) == [], "it has them now"
    assert beside(joined, village) == [pack, values], "the stick that was meant for the first village never came"
    joined.send(village)
    assert beside(joined, village) == []


def test_lost_first_stick_is_made_good_by_the_next_answer(joined: Exchange, late: Workspace, tmp_path: Path) -> None:
    values = published(joined, parameters(tmp_path))
    joined.join(late, VILLAGES[1], "石桥村")
    for _ in range(2):
        written, _lost = answered(joined, late)
        assert [each.ref for each in written.beside] == [values], "nothing says that it came"
        joined.send(late)
    assert beside(joined, late) == [values]
    joined.send(late)
    assert beside(joined, late) == []


def test_older_packet_that_comes_late_does_not_take_back_what_the_newest_asks_for(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    joined.round(village)
    values = published(joined, parameters(tmp_path))
    older = export_packet(village, joined.fresh_stick())
    written, stick = answered(joined, village)
    for lost in written.beside:
        lost.path.unlink()
    taken_in(village, stick)
    newer = export_packet(village, joined.fresh_stick())  # asks for what the answer named
    for done in (newer, older):
        assert [each.status for each in ingest(joined.county, done.paths)] == ["taken"]
    assert beside(joined, village) == [values]


def test_what_a_village_decided_about_does_not_go_again_though_it_was_never_answered(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    came = bring(joined, village, parameters(tmp_path), from_on=DAY)
    accepted(village, came.number)
    joined.send(village)
    assert _lacking(joined) == {(f"1-{came.number}", VILLAGES[0]): 0}
    assert beside(joined, village) == []


def test_answer_that_came_without_its_publications_says_so_and_the_next_brings_them(
    joined: Exchange, late: Workspace, tmp_path: Path
) -> None:
    first = published(joined, parameters(tmp_path), from_on=DAY)
    joined.join(late, VILLAGES[1], "石桥村")
    written, _ = answered(joined, late)
    (came,) = import_packets(late, (written.path,))
    assert came.not_come == ("本地标准",)
    assert came.reason.text == "县里的来文还有 1 份没有带来（“本地标准”）：请再报送一次，随下一份回执带来。"
    second = bring(joined, late, parameters(tmp_path, 'dibao_standard = "450.00"\n'), from_on=DAY)
    assert second.status == IMPORTED
    joined.send(late)
    written, stick = answered(joined, late)
    assert [each.ref for each in written.beside] == [first]
    assert {each.status for each in taken_in(late, stick)} == {IMPORTED}, "the county says that the older one holds too"
    for row in waiting_publications(late):
        accepted(late, row.number)
    assert rules_on(late, DAY).local == {"medical_premium": "430.00", "dibao_standard": "450.00"}


def test_of_two_that_say_the_same_only_the_one_that_is_lacking_goes(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    joined.answer(village)
    bring(joined, village, parameters(tmp_path), from_on=DAY)
    lost = published(joined, parameters(tmp_path))
    joined.round(village)
    joined.send(village)
    assert beside(joined, village) == [lost]


def test_publication_comes_after_those_in_force_that_a_new_laptop_lacks(
    joined: Exchange, late: Workspace, tmp_path: Path
) -> None:
    first = published(joined, parameters(tmp_path))
    joined.join(late, VILLAGES[1], "石桥村")
    stick = joined.fresh_stick()
    done = publish(joined.county, stick, parameters(tmp_path, 'dibao_standard = "450.00"\n'), from_on=FROM)
    assert [[each.ref for each in one.beside] for one in done] == [[], [first]]
    assert [each.status for each in taken_in(late, stick)] == [IMPORTED, IMPORTED]


def test_what_is_over_replaced_or_taken_back_does_not_go(
    joined: Exchange, village: Workspace, late: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    published(joined, regions_draft(_regions(tmp_path, "旧名村"), "532325"), from_on=DAY)
    published(joined, pack_draft(pack_folder(tmp_path)), to_on=date(2026, 6, 30))
    newer = published(joined, regions_draft(_regions(tmp_path, "新名村"), "532325"), from_on=DAY)
    coming = published(joined, regions_draft(_regions(tmp_path, "明年村"), "532325"), from_on=DAY + YEAR)
    wrong = published(joined, parameters(tmp_path))
    withdraw(joined.county, wrong, "标准写错")
    clock.day = date(2026, 7, 1)
    joined.join(late, VILLAGES[1], "石桥村")
    assert beside(joined, late) == [newer, coming]


def test_pack_goes_to_whoever_is_admitted_years_after_it_was_published(
    joined: Exchange, late: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    pack = published(joined, pack_draft(pack_folder(tmp_path)))
    clock.day = DAY + 2 * YEAR
    joined.join(late, VILLAGES[1], "石桥村")
    assert beside(joined, late) == [pack]
    (row,) = waiting_publications(late)
    assert row.expires_on == clock.day + timedelta(days=180)


def test_waiting_and_revoked_laptops_get_nothing(joined: Exchange, late: Workspace, tmp_path: Path) -> None:
    values = published(joined, parameters(tmp_path))
    joined.invite(late, VILLAGES[1], "石桥村")
    joined.send(late)
    waiting = joined.fresh_stick()
    assert late.store.install.id not in {each.install for each in write_answers(joined.county, waiting)}
    revoke(joined.county, late.store.install.id)
    written, stick = answered(joined, late)
    assert written.beside == ()
    (came,) = taken_in(late, stick)
    assert (came.standing, came.not_come) == ("revoked", ())
    assert _lacking(joined) == {(values, VILLAGES[0]): 1}, "only the laptop that was written to, and was never answered"


def test_publication_for_one_village_goes_to_no_other_and_a_list_goes_by_its_village(
    joined: Exchange, village: Workspace, late: Workspace, tmp_path: Path
) -> None:
    published(joined, parameters(tmp_path), village=VILLAGES[0])
    here, there = (resident_number(date(1950, 1, 1), place=place) for place in (400, 401))
    path = people_list(
        tmp_path, f"甲,{here},{VILLAGES[0]}", f"乙,{there},{VILLAGES[1]}", heading="姓名,公民身份号码,村代码"
    )
    names = published(joined, list_draft(path, "低保对象名单", DAY))
    joined.join(late, VILLAGES[1], "石桥村")
    assert beside(joined, late) == [names]
    tried = try_publication(late, names)
    assert tried.match is not None
    assert [each.name for each in tried.match.elsewhere] == ["乙"]
    far = village_at(tmp_path / "far", VILLAGES[2], "花椒村", FixedClock())
    joined.join(far, VILLAGES[2], "花椒村")
    assert beside(joined, far) == [names]
    tried = try_publication(far, names)
    assert tried.match is not None
    assert tried.match.elsewhere == ()
    far.close()


def test_renewed_laptop_gets_them_once_though_it_has_them(
    joined: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    came = bring(joined, village, parameters(tmp_path), from_on=DAY)
    accepted(village, came.number)
    joined.round(village)
    village.close()
    second = renew_identity(sign_in(copied(village, tmp_path / "second"), PASSWORD, clock)).workspace
    joined.send(second)
    admit(joined.county, second.store.install.id, second=True)
    written, stick = answered(joined, second)
    assert len(written.beside) == 1
    assert [each.status for each in taken_in(second, stick)] == [ALREADY, IMPORTED]
    joined.send(second)
    assert beside(joined, second) == []
    second.close()


def test_taken_back_publication_waits_no_more_and_what_was_accepted_holds(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    joined.answer(village)
    values = bring(joined, village, parameters(tmp_path), from_on=DAY)
    codes = bring(joined, village, regions_draft(_regions(tmp_path, "清河村"), "532325"), from_on=DAY)
    accepted(village, values.number)
    withdraw(joined.county, str(values.number), "标准写错")
    withdraw(joined.county, f"1-{codes.number}", "漏了一个村")
    _, told = joined.round(village)
    assert told.taken_back == ("村代码表", "本地标准")
    assert joined.answer(village).taken_back == (), "it is said once"
    rows = {row.number: row for row in list_publications(village)}
    assert (rows[codes.number].state, rows[codes.number].words) == (State.WITHDRAWN, "县里已收回，没有接收")
    assert rows[values.number].words == "已接收，自 2026-03-16 起生效；县里后来收回了它，等县里的新来文"
    assert rows[values.number].in_force
    assert waiting_publications(village) == ()
    with pytest.raises(UserError, match="县里已收回，不能接收"):
        accept_publication(village, try_publication(village, str(codes.number)))
    done = decline_publication(village, str(codes.number), "县里收回")
    assert done.state is State.DECLINED
    with pytest.raises(UserError, match="县里已收回，不能接收"):
        accept_publication(village, try_publication(village, str(codes.number)))


@pytest.mark.parametrize(
    ("ref", "reason", "told"),
    [
        ("9-9", "错", "没有第“9-9”号来文"),
        ("", "错", "没有第"),
        ("1-1", "", "收回的原因"),
        ("1-1", "长" * 201, "收回的原因"),
    ],
)
def test_taking_back_what_is_not_there_or_without_a_reason_is_refused(
    joined: Exchange, tmp_path: Path, ref: str, reason: str, told: str
) -> None:
    with pytest.raises(UserError, match=told):
        withdraw(joined.county, ref, reason)


def test_number_that_two_have_names_neither_and_both_are_told(joined: Exchange, tmp_path: Path) -> None:
    values = published(joined, parameters(tmp_path))
    number = values.partition("-")[2]
    with joined.county.store.writing() as session:  # a county put back from its backup counts on in a new epoch
        (row,) = county_publications.published(session)
        county_publications.add(session, replace(row, epoch=2))
        laptop = joined.county.store.county.id
        to = PublishedToRow(
            epoch=2, number=row.number, install=laptop, village=VILLAGES[0], packet_number=99, at=row.at
        )
        county_publications.add_sent(session, to)
    with pytest.raises(UserError, match=f"不止一份（1-{number}、2-{number}）：请写全编号"):
        withdraw(joined.county, number, "写错")
    assert withdraw(joined.county, f"2-{number}", "写错").place == (2, int(number))


def test_publication_is_taken_back_once(joined: Exchange, tmp_path: Path) -> None:
    values = published(joined, parameters(tmp_path))
    withdraw(joined.county, values, "写错")
    with pytest.raises(UserError, match="已经收回"):
        withdraw(joined.county, values, "写错")
    (row,) = published_report(joined.county)
    assert (row.withdrawn_at[:10], row.lacking) == (DAY.isoformat(), 0)


def test_publication_whose_stick_failed_from_the_start_goes_to_nobody_later(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(SituationError):
        publish(joined.county, tmp_path / "no-such-stick", parameters(tmp_path), from_on=FROM)
    assert beside(joined, village) == []
    assert published_report(joined.county) == ()


def test_what_an_older_program_published_is_not_promised(
    joined: Exchange, village: Workspace, late: Workspace, tmp_path: Path
) -> None:
    published(joined, parameters(tmp_path))
    with joined.county.store.writing() as session:
        for table in ("county_published_content", "county_withdrawn"):
            session.execute(text(f"DROP TABLE {table}"))
    again = Exchange(reopen_county(joined.county), joined.folder)
    again.join(late, VILLAGES[1], "石桥村")
    assert beside(again, late) == []
    assert [(row.laptops, row.lacking) for row in published_report(again.county)] == [(1, 0)]
    again.county.close()


def test_county_put_back_that_counts_again_is_told_of_by_the_answer(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    joined.answer(village)
    came = bring(joined, village, parameters(tmp_path))
    with joined.county.store.writing() as session:  # the county's numbers begin again where a backup had them
        session.execute(text("UPDATE county_published_content SET sha256 = :other"), {"other": "e" * 64})
    answer = joined.answer(village)
    assert answer.not_come == ()
    assert answer.reason.text == (
        f"县里的第 1-{came.number} 号来文与本机收到的同号来文内容不同，县里恢复过旧备份：请县里收回它，再发一次。"
    )


def test_older_one_that_the_county_no_longer_names_stays_refused(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    old = joined.fresh_stick()
    publish(joined.county, old, regions_draft(_regions(tmp_path, "旧名村"), "532325"), from_on=DAY)
    bring(joined, village, regions_draft(_regions(tmp_path, "新名村"), "532325"), from_on=DAY)
    joined.answer(village)
    (late_one,) = taken_in(village, old)
    assert late_one.status == OLDER


def test_report_and_slip_tell_who_lacks_it_and_what_went_along(
    joined: Exchange, late: Workspace, tmp_path: Path
) -> None:
    values = published(joined, parameters(tmp_path))
    joined.join(late, VILLAGES[1], "石桥村")
    assert _lacking(joined) == {(values, VILLAGES[0]): 1, (values, VILLAGES[1]): 1}
    written, stick = answered(joined, late)
    taken_in(late, stick)
    assert answer_slip(joined.county, (written,)).startswith(b"%PDF")
    export_packet(late, joined.fresh_stick())
    joined.send(late)
    assert _lacking(joined) == {(values, VILLAGES[0]): 1, (values, VILLAGES[1]): 0}
    assert open_publication(late, values).row.title == "本地标准"


def _lacking(exchange: Exchange) -> dict[tuple[str, str], int]:
    return {(f"{row.epoch}-{row.number}", row.village): row.lacking for row in published_report(exchange.county)}


def _regions(folder: Path, name: str) -> Path:
    made = folder / "regions.csv"
    made.write_text(f"村代码,村名\n{VILLAGES[0]},{name}\n", encoding="utf-8")
    return made


def test_what_is_in_force_is_kept_and_taken_back_on_either_database(
    either: Exchange, village: Workspace, tmp_path: Path
) -> None:
    either.join(village)
    first = published(either, parameters(tmp_path))
    second = published(either, regions_draft(_regions(tmp_path, "清河村"), "532325"), village=VILLAGES[0])
    assert beside(either, village) == [first, second]
    either.send(village)
    withdraw(either.county, second, "漏了一个村")
    assert beside(either, village) == []
    assert {row.number: row.withdrawn for row in list_publications(village)} == {
        int(first[2:]): False,
        int(second[2:]): True,
    }
    assert _lacking(either) == {(first, VILLAGES[0]): 0, (second, VILLAGES[0]): 0}
