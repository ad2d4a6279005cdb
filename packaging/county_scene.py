"""A county, a neighbour and a second laptop for the pictures: packets went and came, a household is to come, and something is left to a person."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.codes import Sex
from clerk_app.domain.resident_id import check_digit
from clerk_app.security.keys import Parameters
from clerk_app.services.accounts import VillageEntry, create_village, the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.county import CountyEntry, admit, create_county, invite
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_publish import publish
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import export_packet
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    change_household,
    household_numbered,
    new_person,
    register_household,
)
from clerk_app.services.publication_drafts import parameters_draft
from clerk_app.services.transfer_out import TransferOutEntry, transfer_out
from clerk_app.services.workspace import SystemClock

if TYPE_CHECKING:
    from clerk_app.services.county import CountyWorkspace
    from clerk_app.services.workspace import Workspace

_PASSWORD: Final = "pictures-of-the-county"  # noqa: S105 - of folders that are thrown away at once
_NEIGHBOUR: Final = ("532325100299", "石桥村（演示）")
_TWICE: Final = "0002"
_MOVERS: Final = (
    ("买买提艾力·阿不都热合曼", "02", date(1971, 4, 18), Sex.MALE),
    ("阿依古丽·买买提", "12", date(1974, 9, 2), Sex.FEMALE),
    ("祖丽皮亚·买买提艾力", "32", date(2009, 12, 30), Sex.FEMALE),
)
_TORN: Final = "0004"
_LATER: Final = ("0006", "0007", "0009")
_CHEAP: Final = Parameters(memory_kib=32, passes=1, lanes=1)


def exchange_with_county(village: Workspace) -> None:
    """Enrol the village and leave it with work: somebody registered in two villages, a field with two values, local values to accept."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        county = create_county(
            folder / "county",
            CountyEntry(region="532325", name="姚安县（演示）"),
            _PASSWORD,
            SystemClock(),
            parameters=_CHEAP,
        ).workspace
        about = the_village(village)
        entry = VillageEntry(code=about.code, name=about.name, pack=about.pack)
        second = create_village(
            folder / "second", replace(entry, joining=True), "周敏", _PASSWORD, SystemClock(), parameters=_CHEAP
        ).workspace
        other = replace(entry, code=_NEIGHBOUR[0], name=_NEIGHBOUR[1])
        neighbour = create_village(
            folder / "neighbour", other, "何清", _PASSWORD, SystemClock(), parameters=_CHEAP
        ).workspace
        for number, laptop in enumerate((village, second, neighbour)):
            _join(county, laptop, _stick(folder, f"join-{number}"), second=laptop is second)
        head = household_numbered(village, _TWICE).members[0].person
        register_household(neighbour, HouseholdEntry(group="第1组"), (MemberEntry(person=head, relation="02"),))
        _move(neighbour, about.code, about.name)
        _note(village, "老屋已拆")
        _note(second, "老屋出租")
        for number, laptop in enumerate((neighbour, village, second, village)):
            _carry(county, laptop, _stick(folder, f"carry-{number}"))
        _publish(county, village, _stick(folder, "papers"))
        for later in _LATER:
            _note(village, "已回访", later)
        for opened in (second, neighbour, county):
            opened.close()


def _stick(folder: Path, name: str) -> Path:
    stick = folder / name
    stick.mkdir()
    return stick


def _join(county: CountyWorkspace, laptop: Workspace, stick: Path, *, second: bool) -> None:
    about = the_village(laptop)
    invite(county, about.code, about.name, stick)
    enrol(laptop, stick, county.fingerprint)
    ingest(county, export_packet(laptop, stick).paths)
    admit(county, laptop.store.install.id, second=second)
    write_answers(county, stick, about.code)
    import_packets(laptop, (stick,))


def _carry(county: CountyWorkspace, laptop: Workspace, stick: Path) -> None:
    ingest(county, export_packet(laptop, stick).paths)
    write_answers(county, stick, the_village(laptop).code)
    import_packets(laptop, (stick,))


def _publish(county: CountyWorkspace, laptop: Workspace, stick: Path) -> None:
    """Leave the village local values of the county to try out, from next month on."""
    values = stick.parent / "values.toml"
    values.write_text('medical_premium = "430.00"\n', encoding="utf-8")
    from_on = county.clock.today() + timedelta(days=30)
    publish(county, stick, parameters_draft(values), from_on=from_on, village=the_village(laptop).code)
    import_packets(laptop, (stick,))


def _move(neighbour: Workspace, code: str, name: str) -> None:
    """Let a household of the neighbour, with long names, move to the village."""
    people = []
    for who, relation, birth_on, sex in _MOVERS:
        digits = f"{_NEIGHBOUR[0][:6]}{birth_on:%Y%m%d}{91 if sex is Sex.MALE else 92:03}"
        person = new_person(name=who, birth_on=birth_on, sex=sex, id_number=digits + check_digit(digits))
        people.append(MemberEntry(person=person, relation=relation))
    since = neighbour.today() - timedelta(days=700)
    moving = register_household(neighbour, HouseholdEntry(group="第2组"), tuple(people), on=since)
    transfer_out(
        neighbour,
        TransferOutEntry(
            household_id=moving,
            village_code=code,
            village_name=name,
            moved_on=neighbour.today(),
            reason="承包茶园，整户搬到本村居住",
        ),
    )


def _note(laptop: Workspace, words: str, number: str = _TORN) -> None:
    household = household_numbered(laptop, number).household
    entry = HouseholdEntry(
        number=household.number,
        group=household.group,
        address=household.address,
        phone=household.phone,
        land=household.land,
        housing_area=household.housing_area,
        housing_structure=household.housing_structure,
        note=words,
    )
    change_household(laptop, household.id, household.version, entry)
