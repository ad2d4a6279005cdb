"""``clerk member``: enter somebody into a household by hand, mend the facts, end the place."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, open_named, print_json
from clerk_app.cli.people_arguments import (
    add_day,
    add_facts,
    add_person,
    day_of,
    person_changed,
    person_entered,
    relation_of,
)
from clerk_app.domain.household import Person
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.households import MemberEntry, household_numbered
from clerk_app.services.people import add_member, change_person, end_membership
from clerk_app.services.people_named import person_named, place_of


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = commands.add_parser("member", help="成员：增加、修改、离户").add_subparsers(metavar="操作", required=True)
    added = group.add_parser("add", help="给一户增加成员")
    added.add_argument("--household", required=True, metavar="NO", help="户编号")
    add_facts(added, required=True)
    added.add_argument("--relation", required=True, help="与户主关系")
    add_day(added, "入户日期，默认今天")
    added.set_defaults(run=run_add)
    edited = group.add_parser("edit", help="修改一个人的情况；更正号码请用 clerk event number")
    add_person(edited, "person")
    add_facts(edited, required=False)
    edited.add_argument("--marital", default=None, help="婚姻状况，如 已婚")
    edited.add_argument("--student", choices=("yes", "no"), default=None, help="是否在校学生")
    edited.add_argument("--note", default=None, help="备注")
    edited.set_defaults(run=run_edit)
    ended = group.add_parser("end", help="成员离户；死亡、婚出、迁出请用 clerk event")
    add_person(ended, "person")
    add_day(ended, "最后一天，默认今天")
    ended.set_defaults(run=run_end)
    for parser in (added, edited):
        parser.add_argument("--reason", default="", help="原因")
    ended.add_argument("--reason", required=True, help="离户原因")
    for parser in (added, edited, ended):
        add_data(parser)
        add_json(parser)


def run_add(arguments: argparse.Namespace) -> int:
    """Add a member."""
    workspace = open_named(arguments)
    try:
        person = person_entered(workspace, arguments)
        household = household_numbered(workspace, arguments.household).household
        entry = MemberEntry(
            person=person,
            relation=relation_of(arguments.relation, person.sex),
            from_on=day_of(workspace, arguments.on),
        )
        person_id = add_member(workspace, household.id, entry, reason=arguments.reason)
        stored = person_named(workspace, person_id)
    finally:
        workspace.close()
    return _print(stored, "已增加", as_json=arguments.json)


def run_edit(arguments: argparse.Namespace) -> int:
    """Change somebody's facts."""
    workspace = open_named(arguments)
    try:
        if arguments.number is not None:
            raise UserError("更正身份号码请用 clerk event number：旧号码要连日期一起留下。", field="number")
        person = person_changed(person_named(workspace, arguments.person), arguments)
        stored = change_person(workspace, person, reason=arguments.reason)
    finally:
        workspace.close()
    return _print(stored, "已修改", as_json=arguments.json)


def run_end(arguments: argparse.Namespace) -> int:
    """End somebody's place in the household."""
    workspace = open_named(arguments)
    try:
        person = person_named(workspace, arguments.person)
        end_membership(workspace, place_of(workspace, person).id, day_of(workspace, arguments.on), arguments.reason)
    finally:
        workspace.close()
    return _print(person, "已离户", as_json=arguments.json)


def _print(person: Person, verb: str, *, as_json: bool) -> int:
    number = person.id_number or person.temporary_number
    if as_json:
        print_json({"id": person.id, "name": person.name, "number": number, "birth_on": person.birth_on})
    else:
        print(f"{verb}：{person.name} {number}")
    return EXIT_DONE
