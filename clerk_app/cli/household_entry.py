"""``clerk household add|edit``: a household registered or mended by hand."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from clerk_app.cli.arguments import Parser, print_json
from clerk_app.cli.command import opened
from clerk_app.cli.people_arguments import add_day, add_household_facts, day_of, household_entered
from clerk_app.cli.people_facts import add_facts, add_statuses, person_entered, statuses_of, told_doubts
from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import Household
from clerk_app.errors import EXIT_DONE
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    change_household,
    household_numbered,
    open_household,
    register_household,
)


def add_entries(group: argparse._SubParsersAction[Parser]) -> tuple[Parser, ...]:
    """Add the commands and return their parsers."""
    added = group.add_parser("add", help="登记一户和它的户主；其他成员用 clerk member add")
    added.add_argument("--household", default="", metavar="NO", help="户编号，默认自动编号")
    add_household_facts(added, phone=False)
    add_facts(added, required=True, note="--head-note")
    add_statuses(added)
    add_day(added, "登记日期，默认今天")
    added.set_defaults(run=run_add)
    edited = group.add_parser("edit", help="修改一户的情况")
    edited.add_argument("number", metavar="NO", help="户编号")
    edited.add_argument("--new-number", default=None, metavar="NO", help="改户编号")
    add_household_facts(edited)
    edited.set_defaults(run=run_edit)
    return added, edited


def run_add(arguments: argparse.Namespace) -> int:
    """Register a household with its head."""
    with opened(arguments) as workspace:
        person, day = person_entered(workspace, arguments), day_of(workspace, arguments.on)
        entry = household_entered(arguments, HouseholdEntry(number=arguments.household, phone=person.phone))
        head = MemberEntry(person=person, relation=HEAD, identities=statuses_of(arguments, day))
        household = open_household(workspace, register_household(workspace, entry, (head,), on=day)).household
        doubts = told_doubts(person, workspace.today())
    return _print(household, "已登记", doubts, as_json=arguments.json)


def run_edit(arguments: argparse.Namespace) -> int:
    """Change a household's own facts."""
    with opened(arguments) as workspace:
        before = household_numbered(workspace, arguments.number).household
        entry = HouseholdEntry(
            number=arguments.new_number or before.number,
            group=before.group,
            address=before.address,
            hukou=before.hukou,
            phone=before.phone,
            land=before.land,
            housing_area=before.housing_area,
            housing_structure=before.housing_structure,
            note=before.note,
        )
        household = change_household(workspace, before.id, before.version, household_entered(arguments, entry))
    return _print(household, "已修改", (), as_json=arguments.json)


def _print(household: Household, verb: str, doubts: Sequence[str], *, as_json: bool) -> int:
    if as_json:
        told = {"id": household.id, "number": household.number, "group": household.group, "doubts": doubts}
        print_json(told)
    else:
        print(f"{verb}：{household.number} 户  {household.group}  {household.address}".rstrip())
    return EXIT_DONE
