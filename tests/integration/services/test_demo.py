"""The demo village: made through the services, valid throughout, the same for the same seed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from clerk_app.domain import resident_id
from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.bank_account import AccountPurpose, looks_mistyped
from clerk_app.domain.contribution import Insurance
from clerk_app.domain.dibao import Stage
from clerk_app.errors import SituationError, UserError
from clerk_app.services import demo
from clerk_app.services.attachments import attachments_of, content_of
from clerk_app.services.bank_accounts import accounts_of, whole_number
from clerk_app.services.contributions import rows_of_year, year_total
from clerk_app.services.demo import COUNTY_KEY_NAME, fill, make_demo
from clerk_app.services.demo_people import Villagers
from clerk_app.services.dibao import list_cases
from clerk_app.services.exchange import export_packet, inspect_packet
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.person_check import check_person
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, PASSWORD, FixedClock, VillageFolder


def people_of(workspace: Workspace) -> list[tuple[str, ...]]:
    return [
        (row.number, row.group, m.person.name, m.person.id_number or "", m.membership.relation)
        for row in list_households(workspace)
        for m in household_numbered(workspace, row.number).members
    ]


def test_demo_of_three_hundred_is_whole(tmp_path: Path) -> None:
    made = make_demo(tmp_path / "data", PASSWORD, FixedClock())
    workspace = made.workspace
    rows = list_households(workspace)
    assert len(rows) == 300
    assert verify(workspace).ok
    assert sum(row.poor for row in rows) > 20
    assert sum(row.disabled for row in rows) > 20
    assert any(any(ord(character) > 0xFFFF for character in row.head) for row in rows)
    cases = list_cases(workspace, with_closed=True)
    assert len(cases) == 25
    assert {Stage.APPLICATION, Stage.POSTING} <= {case.stage for case in cases}
    assert year_total(rows_of_year(workspace, Insurance.PENSION, DAY.year)).people > 50
    accounts = [account for row in rows for account in accounts_of(workspace, row.id)]
    assert {account.purpose for account in accounts} == {AccountPurpose.SUBSIDY_CARD, AccountPurpose.PENSION}
    assert {account.to_on is None for account in accounts} == {True, False}
    done = export_packet(workspace, tmp_path)
    secret = (tmp_path / "data" / COUNTY_KEY_NAME).read_text().strip()
    assert inspect_packet(done.path, (secret,)).acts == done.acts
    workspace.close()


def test_demo_s_accounts_and_papers_are_as_the_program_wants_them(
    empty_template: VillageFolder, tmp_path: Path
) -> None:
    workspace = empty_template.open(tmp_path / "data")
    fill(workspace, households=12, seed=1)
    files = [household_numbered(workspace, row.number) for row in list_households(workspace)]
    accounts = [account for file in files for account in accounts_of(workspace, file.household.id)]
    assert accounts
    assert not any(looks_mistyped(whole_number(workspace, account.id)) for account in accounts)
    papers = [paper for file in files for paper in attachments_of(workspace, file.household.id)]
    assert {AttachmentKind.HUKOU_BOOK, AttachmentKind.ID_CARD} <= {paper.kind for paper in papers}
    contents = [content_of(workspace, paper.id)[1] for paper in papers]
    assert len(set(contents)) == len(papers) > 2
    assert all(content.startswith(b"\x89PNG") for content in contents)
    assert verify(workspace).ok
    workspace.close()


def test_same_seed_gives_the_same_village_and_another_another(empty_template: VillageFolder, tmp_path: Path) -> None:
    villages = []
    for index, seed in enumerate((7, 7, 8)):
        workspace = empty_template.open(tmp_path / str(index))
        fill(workspace, households=12, seed=seed)
        villages.append((people_of(workspace), year_total(rows_of_year(workspace, Insurance.PENSION, DAY.year)).amount))
        workspace.close()
    assert villages[0] == villages[1]
    assert villages[0][0] != villages[2][0]


def test_people_are_valid_and_no_two_share_a_number_in_a_large_village() -> None:
    numbers = []
    for _, members in Villagers(Random(3), DAY).households(4000):
        for member in members:
            person, findings = check_person(member.person, DAY)
            assert findings == ()
            assert 0 <= person.age_on(DAY) <= resident_id.OLDEST_AGE
            numbers.append(person.id_number)
    assert len(numbers) > 9000
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("households", [0, -1, 20_001])
def test_number_of_households_out_of_range_is_refused(tmp_path: Path, households: int) -> None:
    with pytest.raises(UserError) as refused:
        make_demo(tmp_path / "data", PASSWORD, FixedClock(), households=households)
    assert refused.value.field == "households"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("error", "raised"), [(OSError(28, "No space left"), SituationError), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_demo_that_fails_leaves_no_half_village(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, raised: type[BaseException]
) -> None:
    def fail(*_asked: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(demo, "fill", fail)
    with pytest.raises(raised):
        make_demo(tmp_path / "data", PASSWORD, FixedClock(), households=1)
    assert not (tmp_path / "data").exists()
    monkeypatch.undo()
    make_demo(tmp_path / "data", PASSWORD, FixedClock(), households=1).workspace.close()
