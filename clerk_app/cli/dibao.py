"""``clerk dibao``: apply, see what the rule says, propose, move on, enter the county's decision, review, end, list."""

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
from clerk_app.cli.dibao_steps import add_steps, change_case_named, print_case
from clerk_app.domain.dates import parse_date
from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.dibao import (
    CaseEntry,
    IncomeEntry,
    apply_for_dibao,
    list_cases,
    open_case,
    propose_class,
    work_out,
)
from clerk_app.services.households import household_numbered
from clerk_app.services.lists import dibao_listing
from clerk_app.services.workspace import Workspace


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "dibao", "低保：受理、算类别、提出、办理、登记县级决定、复核、退出、列表")
    applied = group.add_parser("apply", help="受理一户的申请")
    applied.add_argument("--reason", default="", help="申请理由")
    applied.set_defaults(run=run_apply)
    asked = group.add_parser("assess", help="只算不存：这一户按规则是哪一类")
    asked.set_defaults(run=run_assess)
    for parser in (applied, asked):
        parser.add_argument("--household", required=True, metavar="NO", help="户编号")
        kinds = "、".join(f"{kind.value} {kind.label}" for kind in IncomeKind)
        told = f"年收入，如 wage=12000（可多次）；种类：{kinds}"
        parser.add_argument("--income", action="append", default=[], metavar="KIND=YUAN", help=told)
        parser.add_argument(
            "--property-within-limits", choices=("yes", "no"), default=None, help="家庭财产是否在限额内"
        )
        parser.add_argument("--perennial-hardship", action="store_true", help="家庭常年困难")
        parser.add_argument("--on", default=None, metavar="DATE", help="日期，默认今天")
    proposed = group.add_parser("propose", help="提出类别并写入档案")
    proposed.add_argument("case", metavar="CASE", help="档案编号，如 DB2026-0001")
    add_coded(proposed, "--class", DibaoClass, "村里自己的建议，不写则照规则", dest="own", default=None)
    proposed.add_argument("--reason", default="", help="与规则不同时的理由")
    proposed.set_defaults(run=run_propose)
    listed = group.add_parser("list", help="列出档案")
    listed.set_defaults(run=run_list)
    add_export(listed)
    for parser in (applied, asked, proposed, listed, *add_steps(group)):
        add_data(parser)
        add_json(parser)


def _entry(workspace: Workspace, arguments: argparse.Namespace) -> CaseEntry:
    answer = arguments.property_within_limits
    return CaseEntry(
        applied_on=workspace.today() if arguments.on is None else parse_date(arguments.on),
        application_reason=getattr(arguments, "reason", ""),
        property_within_limits=None if answer is None else answer == "yes",
        perennial_hardship=arguments.perennial_hardship,
        income=_income(arguments.income),
    )


def _income(texts: Sequence[str]) -> tuple[IncomeEntry, ...]:
    entries = []
    for text in texts:
        kind, _, amount = text.partition("=")
        if kind not in {known.value for known in IncomeKind}:
            kinds = "、".join(f"{known.value}（{known.label}）" for known in IncomeKind)
            raise UserError("收入写成 种类=元，种类可选 {kinds}。", field="income", kinds=kinds)
        entries.append(IncomeEntry(kind=IncomeKind.of(kind), annual=Money.parse(amount)))
    return tuple(entries)


def run_apply(arguments: argparse.Namespace) -> int:
    """Take in an application."""
    with opened(arguments) as workspace:
        file = household_numbered(workspace, arguments.household)
        case_id = apply_for_dibao(workspace, file.household.id, _entry(workspace, arguments))
        case = open_case(workspace, case_id).case
    return print_case(case, as_json=arguments.json)


def run_assess(arguments: argparse.Namespace) -> int:
    """Say what the rule gives, with its reasons, and store nothing."""
    with opened(arguments) as workspace:
        file = household_numbered(workspace, arguments.household)
        entry = _entry(workspace, arguments)
        proposal = work_out(workspace, file.household.id, entry, entry.applied_on)
    if arguments.json:
        print_json(
            {
                "class": proposal.dibao_class.value,
                "income_per_head": str(proposal.income_per_head),
                "amount_per_month": None if proposal.amount is None else str(proposal.amount),
                "review_every_months": proposal.review_every_months,
                "rule": proposal.rule,
                "clauses": proposal.clauses,
                "because": proposal.reasons,
            }
        )
        return EXIT_DONE
    print(f"{proposal.dibao_class.label}（{proposal.rule}）")
    for reason in proposal.reasons:
        print(f"  {reason}")
    print("依据：" + "；".join(proposal.clauses))
    return EXIT_DONE


def run_propose(arguments: argparse.Namespace) -> int:
    """Store the rule's class and the village's own."""
    own = None if arguments.own is None else DibaoClass.of(arguments.own)
    return change_case_named(
        arguments, lambda workspace, case: propose_class(workspace, case.id, case.version, own, arguments.reason)
    )


def run_list(arguments: argparse.Namespace) -> int:
    """List the open cases."""
    with opened(arguments) as workspace:
        rows = list_cases(workspace)
        if arguments.to is not None:
            export_listing(arguments, dibao_listing(rows))
            return EXIT_DONE
    if arguments.json:
        print_json(
            [
                {
                    "id": row.id,
                    "number": row.number,
                    "household": row.household_number,
                    "head": row.head,
                    "stage": row.stage.value,
                    "class": row.village_class.value if row.village_class else None,
                    "next_review_on": row.next_review_on,
                }
                for row in rows
            ]
        )
    else:
        print_table(
            ("档案号", "户编号", "户主", "环节", "类别", "下次复核"),
            [
                (
                    row.number,
                    row.household_number,
                    row.head,
                    row.stage.label,
                    row.village_class.label if row.village_class else "—",
                    row.next_review_on or "—",
                )
                for row in rows
            ],
        )
    return EXIT_DONE
