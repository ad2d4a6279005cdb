"""``clerk member``: enter somebody into a household by hand, mend the facts, end the place."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import add_group, opened
from clerk_app.cli.history import add_member_history
from clerk_app.cli.people_arguments import add_day, add_person, day_of, relation_of
from clerk_app.cli.people_facts import (
    add_facts,
    add_statuses,
    person_changed,
    person_entered,
    statuses_of,
    tell,
    told_doubts,
)
from clerk_app.domain.dates import parse_date
from clerk_app.domain.event import event_meant
from clerk_app.domain.free_text import sex_of_relation
from clerk_app.domain.household import Person
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.households import MemberEntry, household_numbered
from clerk_app.services.people import add_member, change_person, end_membership
from clerk_app.services.people_named import person_named, place_of


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "member", "成员：增加、修改、离户、历史")
    added = group.add_parser("add", help="给一户增加成员")
    added.add_argument("--household", required=True, metavar="NO", help="户编号")
    add_facts(added, required=True)
    add_statuses(added)
    added.add_argument("--relation", required=True, help="与户主关系")
    add_day(added, "入户日期，默认今天")
    added.set_defaults(run=run_add)
    edited = group.add_parser("edit", help="修改一个人的情况；更正号码请用 clerk event number")
    add_person(edited, "person")
    add_facts(edited, required=False)
    edited.add_argument("--died-on", default=None, metavar="DATE", help="更正死亡日期；登记死亡请用 clerk event death")
    edited.set_defaults(run=run_edit)
    ended = group.add_parser("end", help="成员离户；死亡、婚出、迁出请用 clerk event")
    add_person(ended, "person")
    add_day(ended, "最后一天，默认今天")
    ended.set_defaults(run=run_end)
    for parser in (added, edited):
        parser.add_argument("--reason", default="", help="原因")
    ended.add_argument("--reason", required=True, help="离户原因")
    for parser in (added, edited, ended, add_member_history(group)):
        add_data(parser)
        add_json(parser)


def run_add(arguments: argparse.Namespace) -> int:
    """Add a member."""
    with opened(arguments) as workspace:
        person = person_entered(workspace, arguments)
        household = household_numbered(workspace, arguments.household).household
        day = day_of(workspace, arguments.on)
        entry = MemberEntry(
            person=person,
            relation=relation_of(arguments.relation, person.sex),
            identities=statuses_of(arguments, day),
            from_on=day,
        )
        person_id = add_member(workspace, household.id, entry, reason=arguments.reason)
        stored = person_named(workspace, person_id)
        doubts = told_doubts(person, workspace.today())
        if sex_of_relation(entry.relation) not in {None, person.sex}:
            doubts.append(f"与户主关系“{arguments.relation}”和性别“{person.sex.label}”对不上，请核对是哪一个写错了。")
            tell(doubts[-1:])
    return _print(stored, "已增加", doubts, as_json=arguments.json)


def run_edit(arguments: argparse.Namespace) -> int:
    """Change somebody's facts."""
    with opened(arguments) as workspace:
        if arguments.number is not None:
            raise UserError("更正身份号码请用 clerk event number：旧号码要连日期一起留下。", field="number")
        person = person_changed(person_named(workspace, arguments.person), arguments)
        if arguments.died_on is not None:
            person = _death_corrected(person, arguments.died_on)
        stored = change_person(workspace, person, reason=arguments.reason)
        doubts = told_doubts(person, workspace.today())
    return _print(stored, "已修改", doubts, as_json=arguments.json)


def _death_corrected(person: Person, text: str) -> Person:
    """Return the person with another day of death; that somebody has died, or lives, is an event with consequences."""
    if person.died_on is None:
        raise UserError("登记死亡请用 clerk event death：要停的、要复核的会一起办。", field="died_on")
    if not text.strip():
        raise UserError("更正为在世请用 clerk event alive：停掉的会一起恢复。", field="died_on")
    return replace(person, died_on=parse_date(text, field="died_on"))


def run_end(arguments: argparse.Namespace) -> int:
    """End somebody's place in the household."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        event = event_meant(arguments.reason)
        if event is not None:
            raise UserError(
                "“{reason}”要用 clerk event {command}（{kind}）办：后果会一起登记。",
                field="reason",
                reason=arguments.reason.strip()[:30],
                command=event.command,
                kind=event.label,
            )
        end_membership(workspace, place_of(workspace, person).id, day_of(workspace, arguments.on), arguments.reason)
    return _print(person, "已离户", (), as_json=arguments.json)


def _print(person: Person, verb: str, doubts: Sequence[str], *, as_json: bool) -> int:
    number = person.id_number or person.temporary_number
    if as_json:
        told = {"id": person.id, "name": person.name, "number": number, "birth_on": person.birth_on, "doubts": doubts}
        print_json(told)
    else:
        print(f"{verb}：{person.name} {number}")
    return EXIT_DONE
