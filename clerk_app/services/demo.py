"""The demo village: everything in it is made through the services, so that it shows what the program really does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from clerk_app.domain.codes import Capacity
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import Stage
from clerk_app.domain.household import HouseholdFile, HouseholdId
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.seal import new_age_identity
from clerk_app.security.keys import DEFAULT, Parameters
from clerk_app.services.accounts import (
    NewVillage,
    VillageEntry,
    change_village,
    create_village,
    forget_half_made,
    the_village,
)
from clerk_app.services.contributions import ContributionEntry, record_contributions
from clerk_app.services.demo_belongings import give_belongings
from clerk_app.services.demo_people import Villagers
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao, open_case, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision
from clerk_app.services.households import add_household, open_household
from clerk_app.services.workspace import Clock, Workspace

MOST_HOUSEHOLDS: Final = 20_000
DEMO_PASSWORD: Final = "demo-village-2026"  # noqa: S105 - printed on purpose, see below
"""Used, and printed, when nobody gives a password: a demo holds nobody's data."""
DEMO_CLERK: Final = "演示经办人"
Progress = Callable[[int, int], object]
COUNTY_KEY_NAME: Final = "demo-county-key.txt"
_LOCAL: Final = {"dibao_standard": "420.00", "medical_premium": "400.00"}
_ENTRY: Final = VillageEntry(
    code="532325100201", name="清河村（演示）", town="栋川镇", county="姚安县", pack="yaoan", phone="0878-5700000"
)


def make_demo(
    data_dir: Path,
    password: str,
    clock: Clock,
    *,
    households: int = 300,
    seed: int = 1,
    clerk: str = DEMO_CLERK,
    progress: Progress | None = None,
    parameters: Parameters = DEFAULT,
) -> NewVillage:
    """Make a data folder with a synthetic village and return it open.

    The county's age secret of the demo lies beside it as ``demo-county-key.txt``, so that its packets can be opened.
    ``progress(done, total)`` counts households and may raise to stop. Raises UserError for a number of households outside 1 to
    20,000. When anything fails, no half village stays behind.
    """
    if not 1 <= households <= MOST_HOUSEHOLDS:
        raise UserError("演示户数应在 1 到 {most} 之间。", field="households", most=MOST_HOUSEHOLDS)
    secret, recipient = new_age_identity()
    existed = data_dir.exists()
    made = create_village(
        data_dir, replace(_ENTRY, county_key=recipient), clerk, password, clock, parameters=parameters
    )
    try:
        (data_dir / COUNTY_KEY_NAME).write_text(f"{secret}\n", encoding="utf-8")
        fill(made.workspace, households=households, seed=seed, progress=progress)
    except BaseException as error:
        made.workspace.close()
        forget_half_made(data_dir, existed=existed)
        (data_dir / COUNTY_KEY_NAME).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise SituationError("演示数据写不下：请换一个空间足够的文件夹。") from error
        raise
    return made


def fill(workspace: Workspace, *, households: int, seed: int, progress: Progress | None = None) -> None:
    """Fill a village with synthetic households, contributions of the year, dibao cases, accounts and scanned papers."""
    random = Random(seed)  # noqa: S311 - the same seed must give the same village
    change_village(workspace, replace(the_village(workspace), local=_LOCAL))
    today = workspace.today()
    ids: list[HouseholdId] = []
    with workspace.batch() as batch:
        for entry, members in Villagers(random, today).households(households):
            with batch.act("register_household") as uow:
                ids.append(add_household(workspace, uow, entry, members, today))
            if progress is not None:
                progress(len(ids), households)
    files = [open_household(workspace, household_id) for household_id in ids]
    record_contributions(workspace, [entry for file in files for entry in _payments(workspace, file, random)])
    poor = [file for file in files if any(member.identities for member in file.members)]
    for index, file in enumerate(poor[: max(3, households // 12)]):
        _case(workspace, file, random, index)
    give_belongings(workspace, files, random)


def _payments(workspace: Workspace, file: HouseholdFile, random: Random) -> list[ContributionEntry]:
    today = workspace.today()
    entries = []
    for member in file.members:
        if not 16 <= member.person.age_on(today) <= 59 or member.person.student or random.random() < 0.3:
            continue
        severe = member.person.disability_grade in (1, 2)
        entries.append(
            ContributionEntry(
                person_id=member.person.id,
                insurance=Insurance.PENSION,
                year=today.year,
                tier=Money.yuan(200 if severe else random.choice((100, 200, 300, 500))),
                payer=Payer.PROXY if severe else Payer.SELF,
                payer_name="县财政" if severe else "",
                paid_on=today - timedelta(days=random.randint(0, min(200, today.timetuple().tm_yday - 1))),
                collector=workspace.clerk.name,
            )
        )
    return entries


_STAGES: Final = (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)


def _case(workspace: Workspace, file: HouseholdFile, random: Random, index: int) -> None:
    today = workspace.today()
    income = IncomeEntry(
        kind=IncomeKind.BUSINESS,
        annual=Money.yuan(random.randint(800, 4200) * len(file.members)),
        deduction=Money.yuan(random.randint(0, 500)),
        description="种养收入",
    )
    entry = CaseEntry(
        applied_on=today - timedelta(days=random.randint(20, 150)),
        application_reason="家庭成员年老多病，缺少劳动力",
        property_within_limits=True,
        perennial_hardship=all(member.person.labour_capacity is Capacity.NONE for member in file.members),
        income=(income,),
    )
    case_id = apply_for_dibao(workspace, file.household.id, entry)
    if index % 4 == 0:
        return
    case = propose_class(workspace, case_id, open_case(workspace, case_id).case.version)
    for stage in _STAGES[: index % 6]:
        case = advance_case(workspace, case_id, case.version, stage)
    if case.stage is Stage.COUNTY and case.rule_class is not None:
        granted = case.rule_amount is not None
        decision = Decision(
            granted=granted,
            dibao_class=case.rule_class if granted else None,
            amount=case.rule_amount,
            number=f"姚民低保〔{today.year}〕{index + 1}号",
            decided_on=today - timedelta(days=random.randint(1, 15)),
        )
        enter_decision(workspace, case_id, case.version, decision)
