"""``clerk print``: forms and notices as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from clerk_app.cli.arguments import Parser, add_coded, add_data, add_json, named_path, print_json
from clerk_app.cli.command import opened
from clerk_app.cli.overpayment import item_named
from clerk_app.domain.contribution import Insurance
from clerk_app.domain.dates import parse_date
from clerk_app.errors import EXIT_DONE
from clerk_app.files import write_whole
from clerk_app.services.households import household_numbered
from clerk_app.services.notices import CONTRIBUTION_NOTICE, HOUSEHOLD_FORM, OVERPAYMENT_FORM, FormRequest, issue
from clerk_app.services.workspace import Workspace


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = commands.add_parser("print", help="文书：生成 PDF").add_subparsers(metavar="文书", required=True)
    form = group.add_parser(HOUSEHOLD_FORM, help="住户登记表")
    form.add_argument("--masked", action="store_true", help="公示表：遮住公民身份号码，不含账户、病情和未成年人姓名")
    form.set_defaults(run=run_household_form)
    notice = group.add_parser(CONTRIBUTION_NOTICE, help="缴费通知单")
    add_coded(notice, "--insurance", Insurance, "险种", default=Insurance.PENSION.value)
    notice.add_argument("--year", type=int, default=None, help="缴费年度，默认今年")
    notice.add_argument("--deadline", default=None, metavar="DATE", help="截止日期，默认年底")
    notice.set_defaults(run=run_notice)
    overpayment = group.add_parser(OVERPAYMENT_FORM, help="追缴办理单")
    overpayment.add_argument("--item", default=None, metavar="ITEM", help="这户有几件追缴时写哪一件（编号或后 8 位）")
    overpayment.set_defaults(run=run_overpayment)
    for parser in (form, notice, overpayment):
        parser.add_argument("--household", required=True, metavar="NO", help="户编号")
        parser.add_argument("--to", required=True, type=named_path, metavar="FILE", help="PDF 文件")
        add_data(parser)
        add_json(parser)


def run_household_form(arguments: argparse.Namespace) -> int:
    """Print one household's form."""
    with opened(arguments) as workspace:
        household = household_numbered(workspace, arguments.household).household
        request = FormRequest(kind=HOUSEHOLD_FORM, household_ids=(household.id,), masked=arguments.masked)
        return _write(workspace, request, arguments)


def run_notice(arguments: argparse.Namespace) -> int:
    """Print one household's contribution notice."""
    with opened(arguments) as workspace:
        household = household_numbered(workspace, arguments.household).household
        request = FormRequest(
            kind=CONTRIBUTION_NOTICE,
            household_ids=(household.id,),
            insurance=Insurance.of(arguments.insurance),
            year=arguments.year,
            deadline=None if arguments.deadline is None else parse_date(arguments.deadline, field="deadline"),
        )
        return _write(workspace, request, arguments)


def run_overpayment(arguments: argparse.Namespace) -> int:
    """Print the form of one recovery."""
    with opened(arguments) as workspace:
        household = household_numbered(workspace, arguments.household).household
        about = None if arguments.item is None else item_named(workspace, arguments.item)
        request = FormRequest(kind=OVERPAYMENT_FORM, household_ids=(household.id,), about=about)
        return _write(workspace, request, arguments)


def _write(workspace: Workspace, request: FormRequest, arguments: argparse.Namespace) -> int:
    target: Path = arguments.to
    issued = issue(workspace, request, lambda pdf: write_whole(target, pdf))
    (document,) = issued.documents
    if arguments.json:
        print_json(
            {"file": str(target), "number": document.number, "copy": document.copy_number, "bytes": len(issued.pdf)}
        )
    else:
        print(f"已生成 {document.number}：{target}")
    return EXIT_DONE
