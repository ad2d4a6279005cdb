"""Counties and enrolled villages for the tests, and the stick that goes between them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from clerk_app.services.accounts import create_village, sign_in
from clerk_app.services.answers import Imported, import_packets
from clerk_app.services.county import CountyEntry, CountyWorkspace, admit, create_county, invite, open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import Taken, ingest
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import export_packet
from clerk_app.services.workspace import Workspace
from tests.builders import CHEAP, CLERK, PASSWORD, VILLAGE, FixedClock

VILLAGES = ("532325100201", "532325100202", "532325100203")


def new_county(folder: Path, *, database: str = "", clock: FixedClock | None = None) -> CountyWorkspace:
    """Make a county, open."""
    entry = CountyEntry(region="532325", name="姚安县", database=database)
    return create_county(folder, entry, PASSWORD, clock or FixedClock(), parameters=CHEAP).workspace


def reopen_county(county: CountyWorkspace) -> CountyWorkspace:
    """Close a county and open its folder again."""
    county.close()
    return open_county(county.data_dir, PASSWORD, county.clock)


def reopen(workspace: Workspace) -> Workspace:
    """Close a village and open its folder again."""
    workspace.close()
    return sign_in(workspace.data_dir, PASSWORD, workspace.clock)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A county, a folder for sticks, and how to go between."""

    county: CountyWorkspace
    folder: Path

    def stick(self, name: str = "stick") -> Path:
        made = self.folder / name
        made.mkdir(exist_ok=True)
        return made

    def fresh_stick(self) -> Path:
        number = len(list(self.folder.iterdir()))
        return self.stick(f"stick-{number}")

    def invite(self, village: Workspace, code: str, name: str) -> None:
        """Invite and enrol, without admitting."""
        stick = self.fresh_stick()
        invite(self.county, code, name, stick)
        enrol(village, stick, self.county.fingerprint)

    def join(self, village: Workspace, code: str = VILLAGES[0], name: str = "清河村") -> None:
        """Invite, enrol, send the first packet and admit."""
        self.invite(village, code, name)
        self.send(village)
        admit(self.county, village.store.install.id)

    def send(self, village: Workspace) -> Taken:
        """Carry one packet to the county."""
        done = export_packet(village, self.fresh_stick())
        return ingest(self.county, done.paths)[-1]

    def answer(self, village: Workspace) -> Imported:
        """Carry the county's newest answer to the village, and what goes along with it; return what became of the answer."""
        stick = self.fresh_stick()
        write_answers(self.county, stick)
        came = [each for each in import_packets(village, (stick,)) if each.status not in {"skipped", "own"}]
        found = [each for each in came if each.kind == "answer"]
        (one,) = found
        return one

    def round(self, village: Workspace) -> tuple[Taken, Imported]:
        """Send and answer."""
        return self.send(village), self.answer(village)


def village_at(folder: Path, code: str, name: str, clock: FixedClock | None = None) -> Workspace:
    """Make an empty village of another code, open."""
    entry = replace(VILLAGE, code=code, name=name, county_key="")
    return create_village(folder, entry, CLERK, PASSWORD, clock or FixedClock(), parameters=CHEAP).workspace


def copied(workspace: Workspace, folder: Path) -> Path:
    """Copy a village's folder as it is now, as a backup or a clerk with a stick would; the village must be closed by the caller."""
    shutil.copytree(workspace.data_dir, folder)
    return folder
