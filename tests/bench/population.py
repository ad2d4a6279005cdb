"""Villages of invented people for the benchmarks, made through the services and kept in build/bench/ between runs."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from clerk_app.app import open_data
from clerk_app.domain import resident_id
from clerk_app.services.accounts import VillageEntry, create_village
from clerk_app.services.households import HouseholdEntry, MemberEntry, add_household, new_person
from clerk_app.services.workspace import SystemClock, Workspace

ROOT: Final = Path(__file__).resolve().parents[2]
KEPT: Final = ROOT / "build" / "bench"
PASSWORD: Final = "bench-Qx7-only"
FIRST_DAY: Final = date(2026, 1, 5)
"""The day the invented people are registered on."""
_MEMBERS: Final = ("02", "10", "20", "30")
_SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章单仇区查解朴曾䶮"
_GIVEN: Final = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英㛃𬭎鑫梅兰"
_DAYS: Final = 29_000


def invented(index: int) -> MemberEntry:
    """Return the entry of invented person ``index``; every index has a number of its own."""
    birth = date(1940, 1, 1) + timedelta(days=index * 7919 % _DAYS)
    first17 = f"532325{birth:%Y%m%d}{index // _DAYS * 2 + index % 2:03d}"
    identity = resident_id.parse(first17 + resident_id.check_digit(first17), FIRST_DAY)
    name = (
        _SURNAMES[index % len(_SURNAMES)]
        + _GIVEN[index // 7 % len(_GIVEN)]
        + (_GIVEN[index // 191 % len(_GIVEN)] if index % 3 else "")
    )
    person = new_person(name=name, birth_on=identity.birth_on, sex=identity.sex, id_number=identity.number)
    return MemberEntry(person=person, relation=_MEMBERS[index % len(_MEMBERS)])


def household(number: int) -> tuple[HouseholdEntry, tuple[MemberEntry, ...]]:
    """Return invented household ``number`` with its four people."""
    members = tuple(invented(number * len(_MEMBERS) + place) for place in range(len(_MEMBERS)))
    return HouseholdEntry(group=f"第{number % 12 + 1}组", address=f"第{number % 12 + 1}组{number}号"), members


def village(people: int) -> Path:
    """Return a data folder with so many people, made anew when the code that makes it has changed."""
    folder = KEPT / f"people-{people}-{_code_digest()}"
    if not folder.exists():
        for older in KEPT.glob(f"people-{people}-*"):
            shutil.rmtree(older)
        making = KEPT / f"making-{people}"
        shutil.rmtree(making, ignore_errors=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        _fill(new_village(making), people // len(_MEMBERS))
        making.rename(folder)
    return folder


def new_village(folder: Path) -> Workspace:
    """Make an empty village and return it open."""
    entry = VillageEntry(code="532325100201", name="清河村")
    return create_village(folder, entry, "测速员", PASSWORD, SystemClock()).workspace


def open_village(folder: Path) -> Workspace:
    """Open a village made here."""
    return open_data(folder, lambda: PASSWORD)


def _fill(workspace: Workspace, households: int) -> None:
    for start in range(0, households, 500):
        with workspace.batch() as batch:
            for number in range(start, min(start + 500, households)):
                with batch.act("import_household") as uow:
                    add_household(workspace, uow, *household(number), FIRST_DAY)
    workspace.close()


def _code_digest() -> str:
    sources = [Path(__file__), *sorted((ROOT / "clerk_app" / "storage").rglob("*.py"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
