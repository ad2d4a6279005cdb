"""``clerk household``: take in a register, list households, show one."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import (
    Parser,
    add_data,
    add_export,
    add_json,
    export_listing,
    print_json,
    print_table,
)
from clerk_app.cli.command import add_group, opened
from clerk_app.cli.history import add_household_history
from clerk_app.cli.household_entry import add_entries
from clerk_app.cli.household_import import add_imports
from clerk_app.cli.people_facts import FACT_FIELDS
from clerk_app.cli.transfer import add_operations
from clerk_app.domain.codes import NATIONS, RELATIONS, Coded
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import HouseholdFile, Member
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.policy.result_writer import result_line
from clerk_app.services.entitlements import Answer, WhatIf, entitlements
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.lists import household_listing, people_listing
from clerk_app.services.register_past import household_on, register_on
from clerk_app.terms import ENTITLEMENTS


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "household", "住户：导入、登记、修改、列表、查看")
    listed = group.add_parser("list", help="列出住户")
    listed.add_argument("--group", default=None, help="只列这个村民小组")
    listed.add_argument("--on", default=None, metavar="DATE", help="列这一天结束时登记着的住户")
    listed.add_argument("--people", action="store_true", help="一人一行，可以再导入（与 --to 同用）")
    listed.set_defaults(run=run_list)
    add_export(listed)
    shown = group.add_parser("show", help="查看一户")
    shown.add_argument("number", metavar="NO", help="户编号")
    shown.add_argument("--on", default=None, metavar="DATE", help="看这一天结束时登记的样子")
    shown.set_defaults(run=run_show)
    owed = group.add_parser("entitlements", help="一户每个人可享受的政策，为什么，为什么不")
    owed.add_argument("number", metavar="NO", help="户编号")
    owed.add_argument("--on", default=None, metavar="DATE", help="按哪一天算，默认今天")
    owed.set_defaults(run=run_entitlements)
    for parser in (
        *add_imports(group),
        listed,
        shown,
        owed,
        *add_entries(group),
        *add_operations(group),
        add_household_history(group),
    ):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List the households."""
    with opened(arguments) as workspace:
        rows = (
            list_households(workspace, group=arguments.group)
            if arguments.on is None
            else register_on(workspace, parse_date(arguments.on, field="on"), group=arguments.group).households
        )
        if arguments.people and (arguments.to is None or arguments.on is not None):
            raise UserError("--people 要和 --to 同用，不能和 --on 同用。", field="people")
        if arguments.to is not None:
            ids = {row.id for row in rows}
            export_listing(arguments, people_listing(workspace, ids) if arguments.people else household_listing(rows))
            return EXIT_DONE
    if arguments.json:
        print_json(rows)
    else:
        print_table(
            ("户编号", "小组", "户主", "人数", "低保"),
            [(row.number, row.group, row.head, row.members, row.dibao_class or "—") for row in rows],
        )
    return EXIT_DONE


def run_show(arguments: argparse.Namespace) -> int:
    """Show one household with its people."""
    with opened(arguments) as workspace:
        file = (
            household_numbered(workspace, arguments.number)
            if arguments.on is None
            else household_on(workspace, arguments.number, parse_date(arguments.on, field="on"))
        )
    if arguments.json:
        print_json(_household(file))
        return EXIT_DONE
    household = file.household
    print(f"户编号 {household.number}  {household.group}  {household.address}")
    print_table(
        ("姓名", "关系", "性别", "公民身份号码", "出生日期", "年龄"),
        [
            (
                member.person.name,
                RELATIONS[member.membership.relation],
                member.person.sex.label,
                member.person.id_number or member.person.temporary_number,
                member.person.birth_on,
                member.person.age_on(file.on),
            )
            for member in file.members
        ],
    )
    return EXIT_DONE


def _household(file: HouseholdFile) -> dict[str, object]:
    household, head = file.household, file.head
    return {
        "id": household.id,
        "number": household.number,
        "group": household.group,
        "address": household.address,
        "phone": household.phone,
        "hukou": household.hukou.label,
        "head": head.person.name if head else "",
        "members": len(file.members),
        "registered_on": household.registered_on,
        "closed_on": household.closed_on,
        "people": [_person(member, file) for member in file.members],
    }


def _told(value: object) -> object:
    """Return a fact as words: the label of a code, numbers and marks as they are."""
    return value.label if isinstance(value, Coded) else value


def _person(member: Member, file: HouseholdFile) -> dict[str, object]:
    person = member.person
    return {
        "id": person.id,
        "name": person.name,
        "relation": RELATIONS[member.membership.relation],
        "relation_code": member.membership.relation,
        "id_number": person.id_number,
        "temporary_number": person.temporary_number,
        "sex": person.sex.label,
        "birth_on": person.birth_on,
        "age": person.age_on(file.on),
        "nation": NATIONS[person.nation],
        "phone": person.phone,
        **{field: _told(getattr(person, field)) for field in FACT_FIELDS if field not in ("nation", "phone")},
        "former_id_number": person.former_id_number,
        "former_name": person.former_name,
        "identities": [identity.kind.value for identity in member.identities if identity.held_on(file.on)],
    }


def run_entitlements(arguments: argparse.Namespace) -> int:
    """Say what each member may have, with the reasons, and why not the rest; the JSON is that of ``clerk assess``."""
    with opened(arguments) as workspace:
        household = household_numbered(workspace, arguments.number).household
        supposed = WhatIf(on=None if arguments.on is None else parse_date(arguments.on, field="on"))
        answer = entitlements(workspace, household.id, supposed)
    if arguments.json:
        print(result_line(answer.assessment))
        return EXIT_DONE
    print(f"按 {answer.pack_title} {answer.pack_version}：")
    for item in answer.assessment.entitlements:
        sum_ = "" if item.amount is None else f" {item.amount.grouped} 元"
        print(f"✓ {_called(answer, item.person)} {ENTITLEMENTS[item.code]}{sum_}（{item.rule}）")
        for reason in item.because:
            print(f"    {reason}")
    if answer.assessment.dibao is not None:
        print("低保：" + " ".join(answer.assessment.dibao.because))
    elif answer.dibao_missing:
        print(answer.dibao_missing)
    for refusal in answer.assessment.not_met:
        print(f"✗ {_called(answer, refusal.person)} {ENTITLEMENTS[refusal.code]}：{' '.join(refusal.because)}")
    return EXIT_DONE


def _called(answer: Answer, person: str | None) -> str:
    return "全家" if person is None else next(name for key, name in answer.names.items() if key == person)
