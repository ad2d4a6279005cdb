"""Events go to the county as any other act: the very same records, the same digest; and across villages (T99, T102)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.services import events
from clerk_app.services.events import (
    Alive,
    Away,
    Birth,
    Death,
    Group,
    Head,
    MarriageIn,
    MarriageOut,
    Merge,
    Move,
    Number,
    Placed,
    Return,
    Split,
)
from clerk_app.services.follow_ups import follow_ups, settle_follow_up
from clerk_app.services.households import HouseholdEntry, new_person
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage.apply import differing_table
from clerk_app.storage.engine import memory_engine, writing
from clerk_app.storage.journal import acts
from clerk_app.storage.packets import state_digest
from clerk_app.storage.tables import METADATA
from tests.builders import DAY, VillageFolder, a_household, resident_number
from tests.county_builders import VILLAGES, Exchange, village_at
from tests.event_builders import a_year_old, household, person, relations
from tests.integration.services.records import same_records
from tests.replaying import apply_acts


def a_year_of_events(village: Workspace) -> None:
    """Carry out an event of every kind."""
    home, alone = household(village, "0004"), household(village, "0005")
    child = new_person(name="杨小宝", birth_on=date(2026, 1, 9), sex=Sex.MALE)
    bride = new_person(name="孙巧云", birth_on=date(1984, 6, 1), sex=Sex.FEMALE)
    number = resident_number(child.birth_on, Sex.MALE, 50)
    carry = events.carry_out
    carry(village, Birth(household_id=home, child=child, relation="41"))
    carry(
        village, Number(person_id=person(village, "0004/杨小宝"), number=number, on=date(2026, 2, 1), reason="已上户口")
    )
    dead = person(village, "0004/杨有才")
    carry(village, Death(person_id=dead, on=date(2026, 2, 3), reason="死亡证明"))
    carry(village, Alive(person_id=dead, on=date(2026, 2, 20), reason="本人在世"))
    carry(village, Head(household_id=home, new_head=person(village, "0004/杨大山"), on=date(2026, 2, 21)))
    carry(village, MarriageIn(household_id=alone, on=date(2026, 2, 22), relation="12", newcomer=bride))
    carry(village, Group(household_id=alone, on=date(2026, 2, 23), group="第1组"))
    girl = person(village, "0004/杨小雪")
    carry(
        village,
        Split(
            household_id=home,
            on=date(2026, 2, 24),
            people=(Placed(person_id=dead, relation=HEAD), Placed(person_id=girl, relation="42")),
            household=HouseholdEntry(),
            reason="分灶",
        ),
    )
    carry(
        village,
        Move(people=(Placed(person_id=girl, relation="30"),), household_id=home, on=date(2026, 2, 26), reason="回家"),
    )
    carry(
        village,
        Merge(
            household_id=home,
            from_id=household(village, "0006"),
            on=date(2026, 3, 1),
            reason="同住",
            relations={dead: "51"},
        ),
    )
    carry(village, Away(people=(girl,), on=date(2026, 3, 2), hukou_moves=False, to_place="昆明"))
    carry(village, Return(people=(Placed(person_id=girl, relation=""),), household_id=home, on=date(2026, 3, 9)))
    carry(village, MarriageOut(person_id=person(village, "0005/孙巧云"), on=date(2026, 3, 10), to_place="大姚县"))
    settle_follow_up(village, follow_ups(village)[0].id, "已办")


def test_events_replay_and_pass_the_exchange_as_any_other_act(
    exchange: Exchange, village_template: VillageFolder, tmp_path: Path
) -> None:
    village = a_year_old(village_template, tmp_path / "year").open(tmp_path / "home")
    exchange.join(village)
    a_year_of_events(village)
    assert verify(village).ok
    assert relations(village, "0004")["杨大山"] == HEAD

    taken = exchange.send(village)

    assert (taken.status, taken.held, taken.refused) == ("taken", 0, 0)
    assert same_records(exchange, village)
    engine = memory_engine()
    with writing(engine) as replayed, village.store.reading() as own:
        METADATA.create_all(replayed)
        apply_acts(replayed, acts(own))
        assert differing_table(own, replayed) is None
        assert state_digest(own) == state_digest(replayed)
    engine.dispose()
    village.close()


def test_t99_who_moves_within_the_county_may_be_registered_at_the_new_village(
    exchange: Exchange, village_template: VillageFolder, tmp_path: Path
) -> None:
    old = a_year_old(village_template, tmp_path / "year").open(tmp_path / "home")
    new = village_at(tmp_path / "new", VILLAGES[1], "石桥村")
    exchange.join(old)
    exchange.join(new, VILLAGES[1], "石桥村")
    mover = person(old, "0005/钱独山")
    events.carry_out(old, Away(people=(mover,), on=DAY, hukou_moves=True, to_place="石桥村"))
    exchange.send(old)
    a_household().with_head("钱独山", age=66, place=17).register_id(new)
    exchange.send(new)
    exchange.answer(new)
    assert [item.kind for item in work_items_of(new)] == []
    old.close()
    new.close()


def test_t102_person_who_is_registered_in_two_villages_is_told_at_the_merge(
    exchange: Exchange, village_template: VillageFolder, tmp_path: Path
) -> None:
    old = a_year_old(village_template, tmp_path / "year").open(tmp_path / "home")
    new = village_at(tmp_path / "new", VILLAGES[1], "石桥村")
    exchange.join(old)
    exchange.join(new, VILLAGES[1], "石桥村")
    a_household().with_head("钱独山", age=66, place=17).register_id(new)
    exchange.send(new)
    exchange.answer(new)
    assert [item.kind for item in work_items_of(new)] == ["double_registration"]
    old.close()
    new.close()
