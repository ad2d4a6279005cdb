"""``clerk status``: hardship statuses (困难身份), recorded, corrected and ended one by one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_day, add_person, day_of
from clerk_app.cli.people_facts import whole_number
from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dates import parse_date
from clerk_app.domain.free_text import identity_kinds
from clerk_app.domain.household import Identity, Person
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.households import household_numbered, new_identity
from clerk_app.services.people import add_identity, change_identity, end_identity, hardship_statuses
from clerk_app.services.people_named import person_named
from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Row:
    """A status with whose it is."""

    person: Person
    status: Identity


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "status", "困难身份：列表、登记、修改、终止")
    listed = group.add_parser("list", help="列出一户成员或一个人的困难身份，终止了的也列出")
    whose = listed.add_mutually_exclusive_group(required=True)
    whose.add_argument("household", nargs="?", default=None, metavar="NO", help="户编号")
    add_person(whose, "--person")
    listed.set_defaults(run=run_list)
    added = group.add_parser("add", help="给一个人登记困难身份")
    changed = group.add_parser("change", help="修改登记过的困难身份，或标注脱贫；没写的不变，写空的清除")
    ended = group.add_parser("end", help="终止困难身份")
    for parser in (added, changed, ended):
        add_person(parser, "person")
        parser.add_argument("--kind", required=True, metavar="WORD", help="困难身份，名册上的叫法，如 低保、建档立卡")
    for parser in (changed, ended):
        parser.add_argument("--begun", default=None, metavar="DATE", help="现在登记的起日；同一身份登记过几段时写")
    for parser, told in ((added, "，默认今天"), (changed, "")):
        _add_facts(parser, told)
    added.set_defaults(run=run_add)
    changed.add_argument("--reason", default="", help="原因；改止日必须写")
    changed.set_defaults(run=run_change)
    add_day(ended, "最后一天，默认今天")
    ended.add_argument("--reason", required=True, help="终止原因")
    ended.set_defaults(run=run_end)
    for parser in (listed, added, changed, ended):
        add_data(parser)
        add_json(parser)


def _add_facts(parser: Parser, told: str) -> None:
    parser.add_argument("--from", dest="from_on", default=None, metavar="DATE", help=f"起日{told}")
    parser.add_argument("--to", dest="to_on", default=None, metavar="DATE", help="止日，当天还算；还有效就不写")
    parser.add_argument("--grade", default=None, metavar="N", help="等级 1 到 4，只有节育手术并发症有")
    parser.add_argument("--certificate", default=None, metavar="TEXT", help="证件号或文号")
    parser.add_argument("--source", default=None, metavar="TEXT", help="来源，如 县扶贫办名单")
    parser.add_argument("--lifted", dest="lifted_on", default=None, metavar="DATE", help="建档立卡人口的标注脱贫日期")


def run_list(arguments: argparse.Namespace) -> int:
    """List the statuses of a household's members, or of one person wherever that one lives now."""
    with opened(arguments) as workspace:
        today = workspace.today()
        if arguments.person is None:
            people = [member.person for member in household_numbered(workspace, arguments.household).members]
        else:
            people = [person_named(workspace, arguments.person)]
        rows = [_Row(person, status) for person in people for status in hardship_statuses(workspace, person.id)]
    if arguments.json:
        print_json([_plain(row, today) for row in rows])
    else:
        print_table(("姓名", "困难身份", "等级", "起日", "止日", "标注脱贫", "证件号", "来源"), list(map(_cells, rows)))
    return EXIT_DONE


def _cells(row: _Row) -> tuple[object, ...]:
    status = row.status
    return (
        row.person.name,
        status.kind.label,
        status.grade or "—",
        status.from_on,
        status.to_on or "—",
        status.lifted_on or "—",
        status.certificate or "—",
        status.source or "—",
    )


def _plain(row: _Row, today: date) -> dict[str, object]:
    status = {name: value for name, value in asdict(row.status).items() if name != "version"}
    told = {"person": row.person.name, "label": row.status.kind.label, "is_held": row.status.held_on(today)}
    return {**status, **told}


def run_add(arguments: argparse.Namespace) -> int:
    """Record a status."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        given = {"from_on": workspace.today(), **_given(arguments)}
        status = add_identity(workspace, person.id, new_identity(_kind_of(arguments.kind), **given))
        today = workspace.today()
    return _told(arguments, "已登记", _Row(person, status), today)


def run_change(arguments: argparse.Namespace) -> int:
    """Correct a status, or note that it was lifted."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        given = _given(arguments)
        if not given:
            raise UserError("没有写要修改什么：请写 --from、--to、--grade、--certificate、--source 或 --lifted。")
        status = replace(_status_meant(workspace, person, arguments), **given)
        status = change_identity(workspace, status, reason=arguments.reason)
        today = workspace.today()
    return _told(arguments, "已修改", _Row(person, status), today)


def run_end(arguments: argparse.Namespace) -> int:
    """End a status with its last day."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        status = _status_meant(workspace, person, arguments)
        status = end_identity(workspace, status.id, day_of(workspace, arguments.on), arguments.reason)
        today = workspace.today()
    return _told(arguments, "已终止", _Row(person, status), today)


def _kind_of(text: str) -> IdentityKind:
    words = identity_kinds(text)
    if words.unknown or len(words.kinds) != 1:
        raise UserError(
            "“{text}”不是一种困难身份：可写 {words}，或名册上的叫法。",
            field="kind",
            text=text[:20],
            words="、".join(kind.label for kind in IdentityKind),
        )
    return words.kinds[0]


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the facts that options give, by field; an empty text clears what may be empty."""
    given: dict[str, Any] = {}
    for name in ("from_on", "to_on", "lifted_on"):
        text = getattr(arguments, name)
        if text is not None:
            may_be_empty = name != "from_on"
            given[name] = parse_date(text, field=name) if text.strip() or not may_be_empty else None
    if arguments.grade is not None:
        given["grade"] = whole_number(arguments.grade, "grade")
    texts = {name: getattr(arguments, name) for name in ("certificate", "source")}
    return given | {name: text for name, text in texts.items() if text is not None}


def _status_meant(workspace: Workspace, person: Person, arguments: argparse.Namespace) -> Identity:
    """Return the status that a command names: the one with this first day, else the only one, else the only one that still runs."""
    kind = _kind_of(arguments.kind)
    recorded = [status for status in hardship_statuses(workspace, person.id) if status.kind is kind]
    if arguments.begun is not None:
        begun = parse_date(arguments.begun, field="begun")
        found = [status for status in recorded if status.from_on == begun]
    else:
        found = recorded if len(recorded) == 1 else [status for status in recorded if status.to_on is None]
    if len(found) == 1:
        return found[0]
    if not recorded:
        raise UserError("{name}没有登记过{kind}：请先登记。", field="kind", name=person.name, kind=kind.label)
    raise UserError(
        "请用 --begun 写明是{name}哪一天起的{kind}：登记过的起日有 {days}。",
        field="begun",
        name=person.name,
        kind=kind.label,
        days=_days(recorded),
    )


def _days(statuses: Iterable[Identity]) -> str:
    return "、".join(str(status.from_on) for status in statuses)


def _told(arguments: argparse.Namespace, verb: str, row: _Row, today: date) -> int:
    until = "" if row.status.to_on is None else f" 到 {row.status.to_on}"
    words = f"{verb}：{row.person.name} {row.status.kind.label}（{row.status.from_on} 起{until}）"
    return answer(arguments, _plain(row, today), words)
