"""``verify``: whatever is altered, removed or reordered behind the program's back is found; what is whole passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest
from msgspec import structs
from sqlalchemy import Connection, text

from clerk_app.domain.act import Act, Change, act_hash
from clerk_app.domain.codes import IdentityKind, Sex
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import ClerkError, UserError
from clerk_app.services import events
from clerk_app.services.contributions import (
    ContributionEntry,
    contributions_of,
    record_contribution,
    reverse_contribution,
)
from clerk_app.services.dibao import (
    CaseEntry,
    IncomeEntry,
    apply_for_dibao,
    change_case,
    list_cases,
    open_case,
    propose_class,
)
from clerk_app.services.dibao_steps import advance_case, next_stages
from clerk_app.services.events import Head
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    list_households,
    new_identity,
    open_household,
    search,
)
from clerk_app.services.people import (
    add_identity,
    add_member,
    change_person,
    end_identity,
    end_membership,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, packets
from clerk_app.storage.apply import differing_table
from clerk_app.storage.engine import memory_engine, writing
from clerk_app.storage.tables import METADATA
from tests.builders import DAY, a_household, a_member
from tests.replaying import apply_acts


def failed(workspace: Workspace) -> set[str]:
    return {check.name for check in verify(workspace).checks if not check.ok}


def behind_its_back(workspace: Workspace, *statements: str) -> None:
    with workspace.store.writing() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for trigger in ("journal_no_update", "journal_no_delete"):
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        for statement in statements:
            connection.execute(text(statement))


def test_whole_village_passes_every_check(village: Workspace) -> None:
    outcome = verify(village)
    assert (outcome.ok, outcome.acts) == (True, 5)
    assert [(check.name, check.message) for check in outcome.checks] == [
        (name, "通过") for name in ("integrity", "chain", "replay", "files", "search")
    ]


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (("UPDATE journal SET reason = '改' WHERE position = 3",), {"chain"}),
        (("UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE position = 5",), {"chain"}),
        (("UPDATE journal SET changes = replace(changes, '罗𬭎', '罗某') WHERE position = 5",), {"chain", "replay"}),
        (("UPDATE journal SET changes = 'nonsense' WHERE position = 4",), {"chain", "replay"}),
        (("UPDATE journal SET changes = '[[1]]' WHERE position = 4",), {"chain", "replay"}),
        (
            ('UPDATE journal SET changes = \'[["person","x",0,{},{"sex":"9"}]]\' WHERE position = 4',),
            {"chain", "replay"},
        ),
        (
            ('UPDATE journal SET changes = \'[["person","x",0,{},{"sex":[9]}]]\' WHERE position = 4',),
            {"chain", "replay"},
        ),
        (('UPDATE journal SET changes = \'[["nobody","x",0,{},{}]]\' WHERE position = 4',), {"chain", "replay"}),
        (
            ("DELETE FROM journal_touch WHERE position = 3", "DELETE FROM journal WHERE position = 3"),
            {"chain", "replay"},
        ),
        (("DELETE FROM journal_touch WHERE position = 5", "DELETE FROM journal WHERE position = 5"), {"replay"}),
        (
            (
                "UPDATE journal SET number = 99 WHERE position = 3",
                "UPDATE journal SET number = 3 WHERE position = 4",
                "UPDATE journal SET number = 4 WHERE position = 3",
            ),
            {"chain"},
        ),
        (("UPDATE household SET note = '改' WHERE number = '0001'",), {"replay"}),
        (("UPDATE person SET version = version + 1 WHERE name = '罗𬭎'",), {"replay"}),
        (("DELETE FROM identity",), {"replay"}),
        (("DELETE FROM search_entry WHERE person_id = (SELECT id FROM person WHERE name = '罗𬭎')",), {"search"}),
    ],
)
def test_change_behind_the_programs_back_is_found(
    village: Workspace, statements: tuple[str, ...], found: set[str]
) -> None:
    behind_its_back(village, *statements)
    assert failed(village) == found


def test_reference_to_nowhere_is_found(village: Workspace) -> None:
    with village.store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("DELETE FROM person WHERE name = '罗𬭎'")
        driver.execute("PRAGMA foreign_keys = ON")
    assert failed(village) == {"integrity", "replay", "search"}


def test_recomputed_hash_of_an_altered_act_breaks_the_next_link(village: Workspace) -> None:
    with village.store.reading() as connection:
        acts = list(journal.acts(connection))
    altered = structs.replace(acts[2], reason="改")
    forged = [*acts[:2], structs.replace(altered, hash=act_hash(altered)), *acts[3:]]
    broken = journal.broken_link(forged)
    assert broken is not None
    assert broken.number == 4
    assert journal.broken_link(acts) is None
    assert journal.broken_link([*acts, *[structs.replace(act, epoch=2, hash="") for act in acts[:1]]]) is not None


# applying acts


def acts_of(workspace: Workspace) -> tuple[Act, ...]:
    with workspace.store.reading() as connection:
        return tuple(journal.acts(connection))


def applied(acts: Iterable[Act], then: Callable[[Connection], None] = lambda _connection: None) -> int:
    engine = memory_engine()
    try:
        with writing(engine) as connection:
            METADATA.create_all(connection)
            count = apply_acts(connection, acts)
            then(connection)
            return count
    finally:
        engine.dispose()


def test_replay_gives_the_same_rows_and_digest(village: Workspace) -> None:
    def compare(replayed: Connection) -> None:
        with village.store.reading() as connection:
            assert differing_table(connection, replayed) is None
            assert packets.state_digest(connection) == packets.state_digest(replayed)

    assert applied(acts_of(village), compare) == 5


def values(connection: Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in connection.execute(text("SELECT number, note FROM household ORDER BY number"))]


def test_act_applied_twice_changes_no_value(village: Workspace) -> None:
    acts = acts_of(village)
    with village.store.reading() as connection:
        expected = values(connection)
    for repeated in (acts[2], acts[1]):
        seen: list[list[tuple[str, str]]] = []
        assert applied((*acts, repeated), lambda connection, seen=seen: seen.append(values(connection))) == 6  # type: ignore[misc]
        assert seen == [expected]
    other = structs.replace(acts[2].changes[0], after={**acts[2].changes[0].after, "note": "别的"})
    with pytest.raises(UserError, match="可能已经收过"):
        applied((*acts, structs.replace(acts[2], changes=(other,))))


@pytest.mark.parametrize(
    ("order", "note", "lost_values"),
    [((0, 1), "二", []), ((1,), "", ['"二"']), ((1, 0), "一", []), ((0, 0), "一", []), ((0, 1, 0), "二", ['"一"'])],
    ids=["in order", "first missing", "the other way round", "first twice", "first again"],
)
def test_acts_out_of_order_are_merged_by_their_values(
    village: Workspace, order: tuple[int, ...], note: str, lost_values: list[str]
) -> None:
    file = list_households(village)[0]
    for words in ("一", "二"):
        household = open_household(village, file.id).household
        change_household(village, file.id, household.version, HouseholdEntry(number="0001", note=words))
    *older, first, second = acts_of(village)

    def compare(connection: Connection) -> None:
        assert dict(values(connection))["0001"] == note
        sides = connection.execute(text("SELECT value FROM lost_value WHERE open = 1")).scalars().all()
        assert sides == lost_values

    assert applied((*older, *((first, second)[place] for place in order)), compare) == 5 + len(order)


def test_change_of_a_record_that_is_not_there_is_refused(village: Workspace) -> None:
    acts = acts_of(village)
    change = Change("household", "nobody", 1, {"note": ""}, {"note": "一"})
    with pytest.raises(UserError, match="接不上"):
        applied((*acts, structs.replace(acts[-1], changes=(change,))))


@pytest.mark.parametrize(
    "change",
    [
        Change("nobody", "x", 0, {}, {}),
        Change("journal", "x", 0, {}, {}),
        Change("person", "x", 0, {}, {"no_such_field": 1}),
        Change("person", "x", 0, {}, {"version": 9}),
        Change("person", "x", 1, {"id": "x"}, {"id": "y"}),
    ],
)
def test_act_with_unknown_contents_is_refused(village: Workspace, change: Change) -> None:
    acts = acts_of(village)
    with pytest.raises(UserError, match="不认识"):
        applied((*acts, structs.replace(acts[-1], changes=(change,))))


# any sequence of what a clerk does


def _register(workspace: Workspace, random: Random) -> None:
    builder = a_household().with_head(age=random.randint(18, 90), place=random.randint(1, 99))
    if random.random() < 0.5:
        builder = builder.with_member(
            "李助", "12", sex=Sex.FEMALE, age=random.randint(20, 80), place=random.randint(1, 99)
        )
    builder.register_id(workspace)


def _edit(workspace: Workspace, random: Random) -> None:
    file = open_household(workspace, random.choice(list_households(workspace)).id)
    household = file.household
    note = f"记{random.randint(1, 3)}"
    change_household(workspace, household.id, household.version, HouseholdEntry(number=household.number, note=note))
    member = random.choice(file.members)
    change_person(
        workspace, replace(member.person, phone=str(random.randint(1, 3)), name=random.choice(("段一", "段二")))
    )


def _come_and_go(workspace: Workspace, random: Random) -> None:
    file = open_household(workspace, random.choice(list_households(workspace)).id)
    entry = a_member("段小", relation="20", age=random.randint(0, 50), place=random.randint(1, 99))
    add_member(workspace, file.household.id, replace(entry, person=replace(entry.person, id_number=None)))
    end_membership(workspace, random.choice(file.members).membership.id, DAY, "迁出")


def _heads(workspace: Workspace, random: Random) -> None:
    file = open_household(workspace, random.choice(list_households(workspace)).id)
    head = random.choice(file.members).person.id
    others = {member.person.id: "97" for member in file.members if member.person.id != head}
    events.carry_out(workspace, Head(household_id=file.household.id, new_head=head, on=DAY, relations=others))


def _status(workspace: Workspace, random: Random) -> None:
    member = random.choice(open_household(workspace, random.choice(list_households(workspace)).id).members)
    for identity in member.identities:
        end_identity(workspace, identity.id, DAY, "错")
    add_identity(workspace, member.person.id, new_identity(random.choice(list(IdentityKind)), DAY))


def _pay(workspace: Workspace, random: Random) -> None:
    person_id = random.choice(open_household(workspace, random.choice(list_households(workspace)).id).members).person.id
    for paid in contributions_of(workspace, (person_id,))[:1]:
        reverse_contribution(workspace, paid.id, "错")
    entry = ContributionEntry(
        person_id=person_id,
        insurance=Insurance.PENSION,
        year=random.choice((2024, 2025, 2026)),
        tier=Money.yuan(random.choice((200, 250, 300))),
        payer=random.choice(list(Payer)),
        paid_on=DAY,
        collector="何清",
    )
    record_contribution(workspace, entry)


def _dibao(workspace: Workspace, random: Random) -> None:
    entry = CaseEntry(
        applied_on=DAY,
        property_within_limits=random.random() < 0.8,
        income=(IncomeEntry(kind=random.choice(list(IncomeKind)), annual=Money.yuan(random.randint(0, 9000))),),
    )
    for row in list_cases(workspace)[:2]:
        case = open_case(workspace, row.id).case
        change_case(workspace, case.id, case.version, entry)
        case = propose_class(workspace, case.id, open_case(workspace, case.id).case.version, DibaoClass.C, "因")
        advance_case(workspace, case.id, case.version, random.choice(next_stages(case)))
    apply_for_dibao(workspace, random.choice(list_households(workspace)).id, entry)


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_of_acts_replays_to_the_same_rows(village: Workspace, seed: int) -> None:
    random = Random(seed)
    doings = (_register, _edit, _come_and_go, _heads, _status, _pay, _dibao)
    refused = 0
    for _ in range(60):
        try:
            random.choice(doings)(village, random)
        except ClerkError:
            refused += 1
    outcome = verify(village)
    assert outcome.ok, outcome.checks
    assert outcome.acts > 30
    assert 0 < refused < 60
    assert search(village, "段")
