"""From the county to the village: published, carried, tried, decided, and in force by its date alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.money import Money
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.publications import (
    PackContent,
)
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.answers import IMPORTED, import_packets
from clerk_app.services.contributions import tiers
from clerk_app.services.county import revoke
from clerk_app.services.county_publish import publish, published_report
from clerk_app.services.county_report import report
from clerk_app.services.entitlements import WhatIf, entitlements
from clerk_app.services.exchange import export_packet, waiting
from clerk_app.services.exchange_desk import open_own_packet
from clerk_app.services.history import entry_of
from clerk_app.services.households import household_numbered
from clerk_app.services.people import change_person
from clerk_app.services.policy_change import Rules, dry_run
from clerk_app.services.publication_decision import accept_publication, decline_publication
from clerk_app.services.publication_drafts import list_draft, pack_draft, regions_draft
from clerk_app.services.publication_trial import try_publication
from clerk_app.services.publications import (
    State,
    county_villages,
    list_publications,
    open_publication,
    waiting_publications,
)
from clerk_app.services.published_packs import published_packs
from clerk_app.services.rules import rules_on
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, resident_number
from tests.county_builders import VILLAGES, Exchange, reopen, reopen_county, village_at
from tests.publication_builders import FROM, accepted, bring, pack_folder, parameters, people_list

BEFORE = FROM - timedelta(days=1)


def age_sums(village: Workspace, day: date) -> set[str]:
    """Return the rules that give the old head of household 0001 something on a day."""
    file = household_numbered(village, "0001")
    answer = entitlements(village, file.household.id, WhatIf(on=day))
    return {item.rule for item in answer.assessment.entitlements}


# a policy pack


def test_pack_takes_effect_by_its_date_once_accepted_and_not_before(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    came = bring(joined, village, pack_draft(pack_folder(tmp_path)))
    assert (came.status, came.kind, came.title) == (IMPORTED, "policy-pack", "楚雄州姚安县 2026.1")
    (row,) = waiting_publications(village)
    assert (row.state, row.in_force, row.words) == (State.WAITING, False, "待接收，2026-06-01 起")
    assert "YA-X1" not in age_sums(village, FROM), "what nobody accepted counts for no day"
    before = len(waiting(village))
    tried = try_publication(village, row.ref)
    assert (tried.on, tried.rules_before, tried.rules_after) == (
        FROM,
        "楚雄州姚安县 2017.1",
        "楚雄州姚安县 2026.1",
    )
    assert "0001" in {household.household_number for household in tried.households}
    assert len(waiting(village)) == before, "a dry run is no act"
    done = accept_publication(village, tried)
    assert (done.state, done.in_force, done.words) == (State.ACCEPTED, False, "已接收，2026-06-01 起生效")
    (act,) = waiting(village)[before:]
    assert act.kind == "accept_publication"
    told = {line.field: line.after for line in entry_of(act, {}).changes}
    assert (told["种类"], told["名称"], told["起日"], told["已接收"]) == (
        "政策包",
        "楚雄州姚安县 2026.1",
        "2026-06-01",
        "是",
    )
    assert not any("YA-X1" in words for words in told.values()), "the history tells what, not the whole text"
    assert "YA-X1" not in age_sums(village, BEFORE)
    assert "YA-X1" in age_sums(village, FROM)
    assert rules_on(village, DAY).pack.version == "2017.1"
    clock.day = FROM
    assert rules_on(village, village.today()).pack.version == "2026.1"
    (row,) = list_publications(village)
    assert (row.in_force, row.words) == (True, "已接收，自 2026-06-01 起生效")
    assert "YA-X1" in age_sums(village, FROM), "the day came, and nobody did anything"
    assert "YA-X1" not in age_sums(village, BEFORE), "a past day keeps its rules"


def test_pack_lives_in_the_data_folder_and_is_replayed_from_the_journal(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    folder = pack_folder(tmp_path)
    bring(joined, village, pack_draft(folder))
    accepted(village, list_publications(village)[0].number)
    (folder / "pack.toml").unlink()
    again = reopen(village)
    assert rules_on(again, FROM).pack.version == "2026.1"
    assert [each.pack.version for each in published_packs(again)] == ["2026.1"]
    assert verify(again).ok
    again.close()


def test_pack_brings_what_it_extends_along(joined: Exchange, village: Workspace, tmp_path: Path) -> None:
    folder = pack_folder(tmp_path, extends="yunnan")
    base = folder.parent / "yunnan" / "pack.toml"
    base.parent.mkdir()
    base.write_text(
        'format = 1\nid = "yunnan"\nextends = "national"\ntitle = "云南省"\nregion = "530000"\ndocument = "云政〔2026〕1号"\n'
        'version = "1"\n\n[[rule]]\nid = "YN-I1"\nshape = "duty"\nclause = "一"\nsays = "要有台账。"\n',
        encoding="utf-8",
    )
    draft = pack_draft(folder)
    assert isinstance(draft.content, PackContent)
    assert [name for name, _ in draft.content.packs] == ["yaoan", "yunnan", "national"]
    bring(joined, village, draft)
    base.unlink()
    accepted(village, list_publications(village)[0].number)
    assert "YN-I1" in {rule.id for rule in rules_on(village, FROM).pack.rules}


def test_of_two_packs_the_one_that_begins_last_counts(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    bring(joined, village, pack_draft(pack_folder(tmp_path)), from_on=FROM)
    bring(joined, village, pack_draft(pack_folder(tmp_path / "b", version="2026.2")), from_on=date(2026, 9, 1), to_on=date(2026, 9, 30))  # fmt: skip
    for row in list_publications(village):
        accepted(village, row.number)
    found = [rules_on(village, day).pack.version for day in (BEFORE, FROM, date(2026, 9, 15), date(2026, 10, 1))]
    assert found == ["2017.1", "2026.1", "2026.2", "2026.1"]
    clock.day = date(2026, 9, 15)
    assert [row.words for row in list_publications(village)] == [
        "已接收，自 2026-09-01 起生效，至 2026-09-30",
        "已接收，已由后来的来文代替",
    ]
    clock.day = date(2026, 10, 1)
    assert [row.words for row in list_publications(village)] == [
        "已接收，2026-09-30 已到期",
        "已接收，自 2026-06-01 起生效",
    ]


def test_pack_in_force_is_told_to_the_county_by_its_version(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    bring(joined, village, pack_draft(pack_folder(tmp_path)))
    accepted(village, list_publications(village)[0].number)
    clock.day = FROM
    done = export_packet(village, joined.fresh_stick())
    assert open_own_packet(village, done.path).packs == (("yaoan", "2026.1"),)


# local values


def test_local_values_count_from_their_day_and_the_rest_stays(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    came = bring(joined, village, parameters(tmp_path), from_on=date(2027, 1, 1), title="2027 年医保缴费")
    assert came.title == "2027 年医保缴费"
    tried = try_publication(village, str(came.number))
    assert [(each.name, each.before, each.after) for each in tried.values] == [("medical_premium", "400.00", "430.00")]
    accept_publication(village, tried)
    assert tiers(village, Insurance.MEDICAL, 2026) == (Money.yuan(400),)
    assert tiers(village, Insurance.MEDICAL, 2027) == (Money.yuan(430),), (
        "the coming year is collected by its own value"
    )
    assert rules_on(village, date(2027, 1, 1)).local == {"dibao_standard": "420.00", "medical_premium": "430.00"}
    clock.day = date(2027, 2, 1)
    assert tiers(village, Insurance.MEDICAL, 2026) == (Money.yuan(400),)


def test_values_with_a_last_day_give_way_to_what_was_before(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    bring(joined, village, parameters(tmp_path, 'dibao_standard = "450.00"\nprovince_managed = true\n'), from_on=DAY, to_on=FROM)  # fmt: skip
    accepted(village, list_publications(village)[0].number)
    local = [rules_on(village, day).local for day in (DAY, FROM + timedelta(days=1))]
    assert [each["dibao_standard"] for each in local] == ["450.00", "420.00"]
    assert rules_on(village, DAY).values.province_managed
    (row,) = list_publications(village)
    assert row.words == "已接收，自 2026-03-16 起生效，至 2026-06-01"


def test_what_the_county_set_cannot_be_changed_in_the_settings_while_it_holds(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    bring(joined, village, parameters(tmp_path), from_on=DAY)
    bring(joined, village, pack_draft(pack_folder(tmp_path)), from_on=DAY)
    for row in list_publications(village):
        accepted(village, row.number)
    before = the_village(village)
    with pytest.raises(UserError, match="县里用第") as refused:
        change_village(village, replace(before, local={**before.local, "medical_premium": "1.00"}))
    assert refused.value.field == "medical_premium"
    with pytest.raises(UserError, match="政策包是县里用第") as refused:
        change_village(village, replace(before, pack="hebei"))
    assert refused.value.field == "pack"
    changed = change_village(village, replace(before, phone="1", local={**before.local, "dibao_standard": "430.00"}))
    assert changed.local["dibao_standard"] == "430.00"


# lists and region codes


def numbers(village: Workspace) -> dict[str, str]:
    found = {}
    for number in ("0001", "0002", "0003"):
        for member in household_numbered(village, number).members:
            found[member.person.name] = member.person.id_number or ""
    return found


def test_list_is_laid_beside_the_register_and_its_rows_stay_out_of_the_journal(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    known = numbers(village)
    stranger = resident_number(date(1950, 1, 1), place=400)
    path = people_list(
        tmp_path, f"周兰瑛,{known['周兰英']},分散", f"单长乐,{known['单长乐']},集中", f"外村人,{stranger},集中"
    )
    came = bring(joined, village, list_draft(path, "建档立卡贫困人口名单", DAY, of_on=DAY))
    assert (came.kind, came.title) == ("county-list", "建档立卡贫困人口名单")
    tried = try_publication(village, str(came.number))
    match = tried.match
    assert match is not None
    assert (match.is_about, match.columns) == ("registered_poor", ("供养方式",))
    assert [(each.household_number, each.name, each.is_named_otherwise) for each in match.here] == [
        ("0001", "周兰瑛", True),
        ("0002", "单长乐", False),
    ]
    assert [(each.name, each.values) for each in match.elsewhere] == [("外村人", ("集中",))]
    assert match.missing == ()
    accept_publication(village, tried)
    act = waiting(village)[-1]
    assert act.kind == "accept_publication"
    assert stranger not in str(act)
    assert open_publication(village, str(came.number)).row.state is State.ACCEPTED


def test_t2_list_finds_people_by_the_other_form_of_their_number(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    wang = household_numbered(village, "0002").members[0].person
    old = numbers(village)["单长乐"]
    assert old[6:8] == "19"
    change_person(village, replace(wang, id_number=old[:6] + old[8:17], id_unverified=True))
    came = bring(joined, village, list_draft(people_list(tmp_path, f"单长乐,{old},集中"), "名单", DAY, identity=""))
    match = try_publication(village, str(came.number)).match
    assert match is not None
    assert [(each.household_number, each.name) for each in match.here] == [("0002", "单长乐")]


def test_people_who_hold_the_identity_and_are_not_on_the_list_are_missing(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    known = numbers(village)
    path = people_list(tmp_path, f"单长乐,{known['单长乐']},集中")
    for identity, missing in (("registered_poor", ["周兰英"]), ("disability", ["罗𬭎"]), ("tekun", []), ("", [])):
        came = bring(joined, village, list_draft(path, f"名单{identity}", DAY, identity=identity))
        match = try_publication(village, str(came.number)).match
        assert match is not None
        assert [each.name for each in match.missing] == missing


def test_list_that_names_villages_gives_each_its_own_rows_alone(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    joined.join(other, VILLAGES[1], "石桥村")
    here, there = numbers(village)["单长乐"], resident_number(date(1950, 1, 1), place=400)
    path = people_list(
        tmp_path, f"单长乐,{here},{VILLAGES[0]}", f"外村人,{there},{VILLAGES[1]}", heading="姓名,公民身份号码,村代码"
    )
    stick = joined.fresh_stick()
    publish(joined.county, stick, list_draft(path, "残疾人名单", DAY), from_on=DAY)
    for one, wanted in ((village, here), (other, there)):
        import_packets(one, (stick,))
        match = try_publication(one, list_publications(one)[0].ref).match
        assert match is not None
        assert [each.id_number for each in (*match.here, *match.elsewhere)] == [wanted]
    other.close()


def test_village_codes_are_in_force_from_their_day(joined: Exchange, village: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "villages.csv"
    path.write_text(f"村代码,村名\n{VILLAGES[0]},清河村\n{VILLAGES[1]},石桥村\n", encoding="gb18030")
    came = bring(joined, village, regions_draft(path, "532325"))
    assert county_villages(village, FROM) == ()
    tried = try_publication(village, str(came.number))
    assert [(each.code, each.before, each.after) for each in tried.regions] == [
        (VILLAGES[0], "", "清河村"),
        (VILLAGES[1], "", "石桥村"),
    ]
    accept_publication(village, tried)
    assert county_villages(village, BEFORE) == ()
    assert dict(county_villages(village, FROM)) == {VILLAGES[0]: "清河村", VILLAGES[1]: "石桥村"}
    path.write_text(f"{VILLAGES[0]},清河社区\n", encoding="utf-8")
    came = bring(joined, village, regions_draft(path, "532325"))
    tried = try_publication(village, str(came.number))
    assert [(each.before, each.after) for each in tried.regions] == [("清河村", "清河社区"), ("石桥村", "")]
    accept_publication(village, tried)
    assert dict(county_villages(village, FROM)) == {VILLAGES[0]: "清河社区"}
    assert list_publications(village)[1].words == "已接收，2026-06-01 起生效"


# deciding


def test_declined_publication_never_counts_and_may_be_accepted_later(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    came = bring(joined, village, parameters(tmp_path), from_on=DAY)
    ref = str(came.number)
    with pytest.raises(UserError, match="原因") as refused:
        decline_publication(village, ref, "  ")
    assert refused.value.field == "reason"
    with pytest.raises(UserError, match="太长"):
        decline_publication(village, ref, "长" * 501)
    done = decline_publication(village, ref, "县里说发错了")
    assert (done.state, done.words) == (State.DECLINED, "已谢绝：县里说发错了")
    assert rules_on(village, DAY).local["medical_premium"] == "400.00"
    with pytest.raises(UserError, match="已谢绝"):
        decline_publication(village, ref, "再来")
    assert accepted(village, came.number) == "已接收，自 2026-03-16 起生效"
    assert rules_on(village, DAY).local["medical_premium"] == "430.00"
    with pytest.raises(UserError, match="已经接收"):
        accepted(village, came.number)
    tried = try_publication(village, ref)
    assert [(each.before, each.after) for each in tried.values] == [("400.00", "430.00")], "still what it changed"


def test_dry_run_of_another_content_is_no_ground_to_accept(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    came = bring(joined, village, parameters(tmp_path))
    tried = replace(try_publication(village, str(came.number)), content_sha256="0" * 64)
    with pytest.raises(UserError, match="不是同一份"):
        accept_publication(village, tried)
    with pytest.raises(UserError, match="没有第“99”号来文"):
        open_publication(village, "99")


def test_county_hears_who_accepted_and_who_declined(
    either: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    either.join(village)
    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    either.join(other, VILLAGES[1], "石桥村")
    stick = either.fresh_stick()
    written = publish(either.county, stick, parameters(tmp_path), from_on=FROM)
    assert {each.village for each in written} == set(VILLAGES[:2])
    assert [(each.village, each.laptops, each.decision) for each in published_report(either.county)] == [
        (VILLAGES[0], 1, ""),
        (VILLAGES[1], 1, ""),
    ]
    for one in (village, other):
        import_packets(one, (stick,))
    accepted(village, list_publications(village)[0].number)
    decline_publication(other, list_publications(other)[0].ref, "数不对")
    for one in (village, other):
        assert either.send(one).refused == 0
    found = report(either.county).publications
    assert [(each.village_name, each.decision, each.decided_on, each.reason) for each in found] == [
        ("清河村", "accepted", "2026-03-16", ""),
        ("石桥村", "declined", "2026-03-16", "数不对"),
    ]
    other.close()


def test_publication_goes_to_admitted_laptops_only_and_to_one_village_when_named(
    exchange: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    stick = exchange.stick()
    draft = parameters(tmp_path)
    with pytest.raises(UserError, match="没有准入的电脑"):
        publish(exchange.county, stick, draft, from_on=FROM)
    exchange.join(village)
    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    exchange.join(other, VILLAGES[1], "石桥村")
    (only,) = publish(exchange.county, stick, draft, from_on=FROM, village=VILLAGES[1])
    assert only.install == other.store.install.id
    with pytest.raises(UserError, match="没有邀请过"):
        publish(exchange.county, stick, draft, from_on=FROM, village=VILLAGES[2])
    revoke(exchange.county, other.store.install.id)
    (left,) = publish(exchange.county, stick, draft, from_on=FROM)
    assert left.install == village.store.install.id
    with pytest.raises(UserError, match="止日"):
        publish(exchange.county, stick, draft, from_on=FROM, to_on=BEFORE)
    with pytest.raises(UserError, match="已经过了"):
        publish(exchange.county, stick, draft, from_on=date(2026, 1, 1), to_on=date(2026, 1, 31))
    with pytest.raises(UserError, match="名称"):
        publish(exchange.county, stick, draft, from_on=FROM, title="长" * 61)
    other.close()


def test_stick_that_is_full_half_way_leaves_what_was_written_good(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(SituationError):
        publish(joined.county, tmp_path / "no-such-stick", parameters(tmp_path), from_on=FROM)
    assert published_report(joined.county) == (), "nothing stood on a stick, so it went to nobody"
    came = bring(joined, village, parameters(tmp_path))
    assert came.status == IMPORTED


def test_county_database_of_an_older_program_gets_the_tables_it_lacks(exchange: Exchange, tmp_path: Path) -> None:
    with exchange.county.store.writing() as session:
        for table in ("county_published_to", "county_published", "publication"):
            session.execute(text(f"DROP TABLE {table}"))
    again = reopen_county(exchange.county)
    assert published_report(again) == ()
    again.close()


def test_laptop_that_lost_the_packet_still_has_the_rules_from_the_journal(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    known = people_list(tmp_path, f"甲,{resident_number(date(1950, 1, 1))},集中")
    bring(joined, village, parameters(tmp_path), from_on=DAY)
    bring(joined, village, list_draft(known, "特困人员名单", DAY), from_on=DAY)
    for row in list_publications(village):
        accepted(village, row.number)
    with village.store.writing() as connection:
        connection.execute(text("DELETE FROM received_publication"))
    assert rules_on(village, DAY).local["medical_premium"] == "430.00"
    of_list, values = list_publications(village)
    assert (values.received_at, values.expires_on, values.state) == (None, None, State.ACCEPTED)
    assert open_publication(village, values.ref).row == values
    with pytest.raises(UserError, match="不在这台电脑上"):
        open_publication(village, of_list.ref)
    stick = joined.fresh_stick()
    publish(joined.county, stick, parameters(tmp_path), from_on=DAY)
    assert import_packets(village, (stick,))[0].status == IMPORTED, "a later number than the decided one"


def test_dry_run_between_days_takes_each_day_with_its_own_rules(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    bring(joined, village, pack_draft(pack_folder(tmp_path)))
    accepted(village, list_publications(village)[0].number)
    found = dry_run(village, Rules(pack="", on=BEFORE), Rules(pack="", on=FROM))
    assert "0001" in {household.household_number for household in found}
    assert dry_run(village, Rules(pack="", on=FROM), Rules(pack=rules_on(village, FROM).pack, on=FROM)) == ()
