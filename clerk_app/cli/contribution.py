"""``clerk contribution``: record a payment, take one back, list a year with its total."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from clerk_app.cli.arguments import (
    Parser,
    add_coded,
    add_data,
    add_export,
    add_json,
    export_listing,
    print_json,
    print_table,
)
from clerk_app.cli.command import add_group, opened
from clerk_app.cli.people_facts import tell
from clerk_app.domain.contribution import Contribution, Insurance, Payer
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import Person
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import spellings, tidy
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.contributions import (
    ContributionEntry,
    record_contribution,
    reverse_contribution,
    rows_of_year,
    year_total,
)
from clerk_app.services.households import household_numbered, open_household
from clerk_app.services.lists import contribution_listing
from clerk_app.services.season import why_doubted
from clerk_app.services.workspace import Workspace


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "contribution", "缴费：登记、冲销、列表")
    recorded = group.add_parser("record", help="登记一笔缴费")
    recorded.add_argument("--household", required=True, metavar="NO", help="户编号")
    recorded.add_argument("--person", required=True, metavar="NAME|ID", help="成员姓名或公民身份号码")
    recorded.add_argument("--tier", required=True, metavar="YUAN", help="档次（元）")
    recorded.add_argument("--amount", default=None, metavar="YUAN", help="实缴金额，默认等于档次")
    add_coded(recorded, "--payer", Payer, "缴费人", default=Payer.SELF.value)
    recorded.add_argument("--paid-on", default=None, metavar="DATE", help="缴费日期，默认今天")
    recorded.add_argument("--collector", default="", help="经收人，默认登录的经办人")
    recorded.set_defaults(run=run_record)
    reversed_ = group.add_parser("reverse", help="冲销一笔缴费")
    reversed_.add_argument("id", metavar="ID", help="缴费记录的编号（list --json 列出）")
    reversed_.add_argument("--reason", required=True, help="原因")
    reversed_.set_defaults(run=run_reverse)
    listed = group.add_parser("list", help="列出一年的缴费和合计")
    listed.set_defaults(run=run_list)
    add_export(listed)
    for parser in (recorded, listed):
        add_coded(parser, "--insurance", Insurance, "险种", default=Insurance.PENSION.value)
        parser.add_argument("--year", type=int, default=None, help="缴费年度，默认今年")
    for parser in (recorded, reversed_, listed):
        add_data(parser)
        add_json(parser)


def run_record(arguments: argparse.Namespace) -> int:
    """Record one payment."""
    with opened(arguments) as workspace:
        person = _person(workspace, arguments.household, arguments.person)
        entry = ContributionEntry(
            person_id=person.id,
            insurance=Insurance.of(arguments.insurance),
            year=arguments.year or workspace.today().year,
            tier=Money.parse(arguments.tier, field="tier"),
            amount=None if arguments.amount is None else Money.parse(arguments.amount, field="amount"),
            payer=Payer.of(arguments.payer),
            paid_on=workspace.today() if arguments.paid_on is None else parse_date(arguments.paid_on, field="paid_on"),
            collector=arguments.collector or workspace.clerk.name,
        )
        reason = why_doubted(workspace, entry.insurance, entry.year, person)
        recorded = record_contribution(workspace, entry)
    doubts = [] if reason is None else [f"{person.name}{reason.reason.label}，不用缴（{reason.clause}）。"]
    tell(doubts)
    return _print(recorded, doubts, as_json=arguments.json)


def _person(workspace: Workspace, household: str, wanted: str) -> Person:
    file = household_numbered(workspace, household)
    if file.household.closed_on is not None:  # what was paid wrongly before people left is still put right here
        file = open_household(workspace, file.household.id, file.household.closed_on)
    people = [member.person for member in file.members]
    found = [person for person in people if wanted == person.name or person.id_number in spellings(tidy(wanted))]
    if len(found) != 1:
        names = "、".join(person.name for person in people)
        raise UserError(
            "{household} 户里找不到唯一的“{wanted}”：成员有 {names}，同名请写公民身份号码。",
            household=household,
            wanted=wanted[:30],
            names=names,
        )
    return found[0]


def run_reverse(arguments: argparse.Namespace) -> int:
    """Take a payment back by an entry of its own."""
    with opened(arguments) as workspace:
        entry = reverse_contribution(workspace, arguments.id, arguments.reason)
    return _print(entry, (), as_json=arguments.json)


def _print(entry: Contribution, doubts: Sequence[str], *, as_json: bool) -> int:
    if as_json:
        print_json({**_plain(entry), "doubts": doubts})
    else:
        verb = "已冲销" if entry.reverses else "已登记"
        print(
            f"{verb}：{entry.year} 年 {entry.insurance.label} {entry.payer.label} {entry.amount.grouped} 元（{entry.paid_on}）"
        )
    return EXIT_DONE


def _plain(entry: Contribution) -> dict[str, object]:
    return {
        "id": entry.id,
        "person": entry.person_id,
        "insurance": entry.insurance.value,
        "year": entry.year,
        "tier": str(entry.tier),
        "amount": str(entry.amount),
        "payer": entry.payer.value,
        "paid_on": entry.paid_on,
        "collector": entry.collector,
        "reverses": entry.reverses,
    }


def run_list(arguments: argparse.Namespace) -> int:
    """List what was paid for a year, with the total."""
    with opened(arguments) as workspace:
        year = arguments.year or workspace.today().year
        insurance = Insurance.of(arguments.insurance)
        rows = rows_of_year(workspace, insurance, year)
        if arguments.to is not None:
            export_listing(arguments, contribution_listing(rows, insurance, year))
            return EXIT_DONE
    sums = year_total(rows)
    if arguments.json:
        entries = [
            {"household": row.household_number, "name": row.name, **_plain(entry)}
            for row in rows
            for entry in row.payments
        ]
        payers = {payer.value: str(amount) for payer, amount in sums.by_payer.items()}
        print_json(
            {"year": year, "people": sums.people, "total": str(sums.amount), "by_payer": payers, "entries": entries}
        )
        return EXIT_DONE
    print_table(
        ("户编号", "姓名", "缴费人", "金额", "日期"),
        [
            (row.household_number, row.name, entry.payer.label, entry.amount.grouped, entry.paid_on)
            for row in rows
            for entry in row.payments
        ],
    )
    print(f"{year} 年共 {sums.people} 人 {sums.amount.grouped} 元")
    return EXIT_DONE
