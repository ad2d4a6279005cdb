"""How fast the exchange is: a village's export, one huge packet at the county, the packets of many villages."""

from __future__ import annotations

import hashlib
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from msgspec import structs

from clerk_app.domain.act import GENESIS, Act, Change, Scalar, act_hash, to_line
from clerk_app.exchange.documents import ACTS, SENDER, Sender, sender_bytes
from clerk_app.exchange.packet import ManifestHead, build_packet
from clerk_app.exchange.seal import new_age_identity, new_signing_key, public_key
from clerk_app.services.county import CountyEntry, CountyWorkspace, create_county
from clerk_app.services.county_intake import take_in
from clerk_app.services.workspace import SystemClock
from clerk_app.storage import county as rows
from clerk_app.storage.county import InstallRow, VillageRow
from clerk_app.storage.unit_of_work import new_id
from tests.bench import beside, population
from tests.bench.figure import Figure
from tests.postgresql import running_server
from tests.record_changes import HOUSEHOLD

_FEW: Final = 10_000
_MANY: Final = 100_000
_LOOK_EVERY: Final = 0.005
_CHANGESETS: Final = Path(__file__).with_name("changesets_run.py")
NOW = "2026-03-16T01:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Sending:
    """A village's laptop as the county sees it: what its packets need."""

    village: str
    install: str
    signing_key: bytes
    age_recipient: str

    def packet(self, acts: tuple[Act, ...], number: int, recipient: str) -> bytes:
        document = sender_bytes(Sender(age_recipient=self.age_recipient, base=None, seen_epoch=0, seen_number=0))
        digest = hashlib.sha256(document).hexdigest()
        head = ManifestHead(
            kind=ACTS,
            village_code=self.village,
            village_name=f"村{self.village[-4:]}",
            install=self.install,
            epoch=1,
            number=number,
            state_digest="0" * 64,
            packs={},
            program="0",
            created_at=NOW,
            documents={SENDER: digest},
        )
        return build_packet(head, acts, {digest: document}, self.signing_key, (recipient,)).data


def a_county(folder: Path, villages: int, database: str = "") -> tuple[CountyWorkspace, list[Sending]]:
    """Make a county with villages whose laptops are admitted."""
    entry = CountyEntry(region="532325", name="姚安县", database=database)
    county = create_county(folder, entry, population.PASSWORD, SystemClock()).workspace
    _, recipient = new_age_identity()
    senders = [
        Sending(f"53232510{place:04d}", new_id(), new_signing_key(), recipient) for place in range(1, villages + 1)
    ]
    with county.store.writing() as session:
        for sender in senders:
            rows.put_village(
                session, VillageRow(code=sender.village, name=sender.village, invited_at=NOW, invited_by="")
            )
            rows.add_install(
                session,
                InstallRow(
                    id=sender.install,
                    village=sender.village,
                    signer=public_key(sender.signing_key).hex(),
                    age_recipient=sender.age_recipient,
                    standing="admitted",
                    first_seen_at=NOW,
                ),
            )
    return county, senders


def invented_acts(install: str, count: int, first_household: int = 0) -> tuple[Act, ...]:
    """Return a chain of acts: every tenth registers a household of four, the others change it or take a contribution for it."""
    acts: list[Act] = []
    previous = GENESIS
    for number, (kind, changes) in zip(range(1, count + 1), _changes(first_household), strict=False):
        act = Act(
            install=install,
            epoch=1,
            number=number,
            id=f"{install}-{number}",
            at=NOW,
            by="clerk",
            kind=kind,
            changes=changes,
            previous=previous,
        )
        act = structs.replace(act, hash=act_hash(act))
        previous = act.hash
        acts.append(act)
    return tuple(acts)


def _changes(household: int) -> Iterator[tuple[str, tuple[Change, ...]]]:
    while True:
        entry, members = population.household(household)
        people: list[Change] = []
        for place, member in enumerate(members):
            person = _person(household, place)
            values = _person_values(
                member.person.name, member.person.id_number or "", member.person.birth_on.isoformat()
            )
            people.append(Change("person", person, 0, {}, values))
            people.append(
                Change(
                    "membership",
                    f"m{household}-{place}",
                    0,
                    {},
                    {
                        "household_id": f"h{household}",
                        "person_id": person,
                        "relation": member.relation,
                        "from_on": "2026-03-16",
                        "to_on": None,
                        "end_reason": "",
                    },
                )
            )
        values = HOUSEHOLD | {"number": f"{household:05d}", "group": entry.group, "address": entry.address}
        yield "register_household", (Change("household", f"h{household}", 0, {}, values), *people)
        for version in range(1, 6):
            before = {"note": "" if version == 1 else f"记{version - 1}"}
            yield "change_household", (Change("household", f"h{household}", version, before, {"note": f"记{version}"}),)
        for place in range(4):
            yield (
                "record_contribution",
                (Change("contribution", f"c{household}-{place}", 0, {}, _paid(household, place)),),
            )
        household += 1


def _person(household: int, place: int) -> str:
    return f"p{household}-{place}"


def _person_values(name: str, number: str, birth_on: str) -> dict[str, Scalar]:
    texts = "former_name former_id_number temporary_number marital education disability_kind disability_certified_on pension_scheme"
    empty: dict[str, Scalar] = dict.fromkeys(
        [*texts.split(), "medical_scheme", "disability_grade", "died_on", "pension_years", "pension_balance"]
    )
    none = dict.fromkeys(["id_unverified", "student", "serious_illness", "chronic_illness", "receiving_pension"], 0)
    return {
        **empty,
        **none,
        "name": name,
        "id_number": number,
        "birth_on": birth_on,
        "sex": "1" if int(number[16]) % 2 else "2",
        "nation": "01",
        "phone": "",
        "labour_capacity": "full",
        "self_care": "full",
        "disability_certificate": "",
        "note": "",
    }


def _paid(household: int, place: int) -> dict[str, Scalar]:
    return {
        "person_id": _person(household, place),
        "insurance": "pension",
        "year": 2026,
        "tier": 20_000,
        "amount": 20_000,
        "payer": "self",
        "payer_name": "",
        "paid_on": "2026-03-16",
        "collector": "何清",
        "receipt": "",
        "reverses": None,
        "reason": "",
    }


def take_in_many(count: int, database: str = "") -> tuple[float, float]:
    """Return the seconds of one packet with so many acts at a county, in a process of its own, and those of a bare insert of its lines."""
    with tempfile.TemporaryDirectory() as folder:
        home, packet = Path(folder) / "county", Path(folder) / "packet"
        county, (sender,) = a_county(home, 1, database)
        acts = invented_acts(sender.install, count)
        packet.write_bytes(sender.packet(acts, 1, county.store.county.age_recipient))
        county.close()
        seconds = _own_run("take-in", home, packet)["seconds"]
        return seconds, _bare_rows(Path(folder) / "bare.db", acts)


def take_in_villages(villages: int, each: int, database: str = "") -> tuple[float, float]:
    """Return the seconds of a packet of each village at a county, and those of a bare insert of all lines."""
    with tempfile.TemporaryDirectory() as folder:
        county, senders = a_county(Path(folder) / "county", villages, database)
        acts = invented_acts(senders[0].install, each)
        packets = []
        for place, sender in enumerate(senders):
            own = invented_acts(sender.install, each, place * each)
            packets.append(sender.packet(own, 1, county.store.county.age_recipient))
        began = time.perf_counter()
        applied = sum(take_in(county, "packet", data).applied for data in packets)
        seconds = time.perf_counter() - began
        county.close()
        assert applied == villages * each
        return seconds, _bare_rows(Path(folder) / "bare.db", acts * villages)


def _village_to_export(folder: Path, acts: int) -> tuple[Path, Path]:
    """Make a village with so many acts that knows its county, and an empty folder for a stick."""
    from clerk_app.services.accounts import change_village, the_village  # noqa: PLC0415 - the case's own import

    home, stick = Path(shutil.copytree(population.village(acts * 4), folder / "village")), folder / "stick"
    workspace = population.open_village(home)
    _, recipient = new_age_identity()
    change_village(workspace, replace(the_village(workspace), county_key=recipient))
    workspace.close()
    stick.mkdir()
    return home, stick


def export_many(acts: int) -> tuple[float, float]:
    """Return the seconds of an export of so many acts with its verification, and those of writing their lines to a file."""
    from clerk_app.services.exchange import export_packet  # noqa: PLC0415 - the case's own import

    with tempfile.TemporaryDirectory() as folder:
        home, stick = _village_to_export(Path(folder), acts)
        workspace = population.open_village(home)
        began = time.perf_counter()
        done = export_packet(workspace, stick)
        seconds = time.perf_counter() - began
        workspace.close()
        assert done.acts >= acts
        began = time.perf_counter()
        (stick / "copy").write_bytes(done.path.read_bytes())
        return seconds, time.perf_counter() - began


def export() -> Figure:
    """Export of 5,000 acts to a folder, read back and verified."""
    seconds, copied = export_many(5_000)
    return Figure(value=seconds, unit="s", baseline=copied, baseline_is="copying the packet", demand=1)


def intake() -> Figure:
    """One packet of 100,000 acts taken in at the county with every check, on SQLite."""
    seconds, bare = take_in_many(_MANY)
    return Figure(value=seconds, unit="s", baseline=bare, baseline_is=_BARE, demand=5)


def intake_on_postgresql() -> Figure:
    """The same on PostgreSQL."""
    with running_server() as server:
        seconds, bare = take_in_many(_MANY, server.new_database())
    return Figure(value=seconds, unit="s", baseline=bare, baseline_is=_BARE, demand=5)


def intake_beside_session() -> Figure:
    """The same beside SQLite's session extension applying the same rows, unsealed, unsigned and unchecked."""
    return _intake_beside("session", "SQLite's session extension")


def intake_beside_geodiff() -> Figure:
    """The same beside geodiff applying the same rows, unsealed, unsigned and unchecked."""
    return _intake_beside("geodiff", "geodiff")


def _intake_beside(which: str, name: str) -> Figure:
    seconds, _ = take_in_many(_MANY)
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "acts.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(f"{to_line(act)}\n" for act in invented_acts(new_id(), _MANY))
        try:
            found = json.loads(beside.run(_CHANGESETS, str(lines), folder))[which]
        except beside.NotHadError as missing:
            return Figure(value=seconds, unit="s", baseline=None, baseline_is=f"{name}: {missing}", demand=5)
    told = f"{name} applying {found['megabytes']:.0f} MB of the same rows"
    return Figure(value=seconds, unit="s", baseline=found["seconds"], baseline_is=told, demand=5)


def intake_memory() -> Figure:
    """Peak memory of taking in 100,000 acts in one packet, with the process that reads ahead, against 10,000."""
    few, many = (_peak_of_taking_in(count) for count in (_FEW, _MANY))
    return Figure(value=many, unit="MB", baseline=few, baseline_is="over 10,000", demand=400)


def export_memory() -> Figure:
    """Peak memory of exporting 5,000 acts, against a village's file that is only opened."""
    with tempfile.TemporaryDirectory() as folder:
        village, stick = _village_to_export(Path(folder), 5_000)
        opened, exported = (_own_run(what, village, stick)["megabytes"] for what in ("open", "export"))
    return Figure(value=exported, unit="MB", baseline=opened, baseline_is="the village only opened", demand=400)


def _peak_of_taking_in(count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        home, packet = Path(folder) / "county", Path(folder) / "packet"
        county, (sender,) = a_county(home, 1)
        packet.write_bytes(sender.packet(invented_acts(sender.install, count), 1, county.store.county.age_recipient))
        county.close()
        with subprocess.Popen(
            _command("take-in", home, packet), stdout=subprocess.PIPE, cwd=population.ROOT
        ) as process:
            together = 0.0
            while process.poll() is None:
                together = max(together, _megabytes_now(process.pid))
                time.sleep(_LOOK_EVERY)
            assert process.stdout is not None
            return max(together, float(json.load(process.stdout)["megabytes"]))


def _megabytes_now(process: int) -> float:
    """Return what a process and those that it has started hold in memory."""
    try:
        began = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except OSError:  # it has just ended
        return 0.0
    return pages * resource.getpagesize() / 2**20 + sum(_megabytes_now(int(each)) for each in began)


def _own_run(what: str, folder: Path, other: Path) -> dict[str, float]:
    """Return what one exchange in a process of its own took: ``seconds``, and its peak memory in ``megabytes``."""
    ran = subprocess.run(_command(what, folder, other), check=True, capture_output=True, text=True, cwd=population.ROOT)
    return {name: float(value) for name, value in json.loads(ran.stdout).items()}


def _command(what: str, folder: Path, other: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.exchange_run", what, str(folder), str(other)]


def villages() -> Figure:
    """3,000 villages' packets of 30 acts each, each in a transaction of its own, on SQLite."""
    seconds, bare = take_in_villages(3_000, 30)
    return Figure(value=seconds, unit="s", baseline=bare, baseline_is=_BARE, demand=60)


_BARE = "the same lines read and inserted unchecked into a plain SQLite"
CASES: Final[dict[str, Callable[[], Figure]]] = {
    "export": export,
    "export-memory": export_memory,
    "intake": intake,
    "intake-pg": intake_on_postgresql,
    "intake-memory": intake_memory,
    "intake-session": intake_beside_session,
    "intake-geodiff": intake_beside_geodiff,
    "villages": villages,
}


def _bare_rows(path: Path, acts: tuple[Act, ...]) -> float:
    """Return the seconds that reading these lines back and one plain insert a change take, unsealed and unchecked."""
    lines = [to_line(act) for act in acts]
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE change (name TEXT, id TEXT, base INTEGER, after TEXT)")
    began = time.perf_counter()
    for line in lines:
        changes = json.loads(line)["changes"]
        connection.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?)",
            [(c["table"], c["id"], c["base"], json.dumps(c["after"])) for c in changes],
        )
    connection.commit()
    seconds = time.perf_counter() - began
    connection.close()
    return seconds
