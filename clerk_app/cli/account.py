"""``clerk account``: bank accounts, typed twice, masked wherever they are shown."""

from __future__ import annotations

import argparse
import sys

from clerk_app.cli.arguments import Parser, add_coded, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_day, add_person, day_of
from clerk_app.domain.bank_account import AccountPurpose, masked_account
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.bank_accounts import (
    AccountEntry,
    account_doubts,
    accounts_in_use,
    accounts_of,
    add_account,
    end_account,
)
from clerk_app.services.households import household_numbered
from clerk_app.services.people_named import person_named


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "account", "银行账户：列表、登记、停用")
    listed = group.add_parser("list", help="列出一户的账户，账号只显示后四位")
    listed.add_argument("household", metavar="NO", help="户编号")
    listed.set_defaults(run=run_list)
    added = group.add_parser("add", help="登记一个账户")
    add_person(added, "person")
    add_coded(added, "--purpose", AccountPurpose, "用途", required=True)
    added.add_argument("--number", required=True, metavar="NUMBER", help="账号")
    added.add_argument("--again", required=True, metavar="NUMBER", help="账号，再写一遍")
    added.add_argument("--bank", required=True, help="开户行")
    added.add_argument("--holder", default="", help="户名，不是本人时写")
    added.add_argument("--replace", action="store_true", help="停用同一用途原来的账户")
    added.add_argument("--note", default="", help="备注")
    add_day(added, "启用日期，默认今天")
    added.set_defaults(run=run_add)
    ended = group.add_parser("end", help="停用一个账户")
    add_person(ended, "person")
    ended.add_argument("--last", required=True, metavar="DIGITS", help="账号的后四位")
    ended.add_argument("--reason", required=True, help="停用原因")
    add_day(ended, "最后一天，默认今天")
    ended.set_defaults(run=run_end)
    for parser in (listed, added, ended):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List a household's accounts."""
    with opened(arguments) as workspace:
        rows = accounts_of(workspace, household_numbered(workspace, arguments.household).household.id)
    if arguments.json:
        print_json(rows)
    else:
        print_table(
            ("姓名", "用途", "账号", "开户行", "启用", "停用"),
            [(row.person, row.purpose.label, row.number, row.bank, row.from_on, row.to_on or "—") for row in rows],
        )
    return EXIT_DONE


def run_add(arguments: argparse.Namespace) -> int:
    """Record an account; what looks wrong is said, and done all the same."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        entry = AccountEntry(
            person_id=person.id,
            purpose=AccountPurpose.of(arguments.purpose),
            number=arguments.number,
            again=arguments.again,
            bank=arguments.bank,
            holder=arguments.holder,
            from_on=day_of(workspace, arguments.on),
            note=arguments.note,
        )
        doubts = account_doubts(workspace, entry)
        account = add_account(workspace, entry, replaces=arguments.replace)
    for doubt in doubts:
        print(doubt.message, file=sys.stderr)
    return answer(
        arguments,
        {"id": account.id, "number": masked_account(account.number), "doubts": [d.message for d in doubts]},
        f"已登记：{person.name} {account.purpose.label} {masked_account(account.number)}",
    )


def run_end(arguments: argparse.Namespace) -> int:
    """End the account in use that ends in these digits."""
    with opened(arguments) as workspace:
        person = person_named(workspace, arguments.person)
        rows = accounts_in_use(workspace, person)
        found = [row for row in rows if row.number == masked_account(arguments.last)]
        if len(found) != 1:
            raise UserError(
                "{name}没有后四位是 {last} 的在用账户：请用 clerk account list 查看。",
                field="last",
                name=person.name,
                last=arguments.last[:8],
            )
        account = end_account(workspace, found[0].id, day_of(workspace, arguments.on), arguments.reason)
    return answer(
        arguments, {"id": account.id, "to_on": account.to_on}, f"已停用：{person.name} {masked_account(account.number)}"
    )
