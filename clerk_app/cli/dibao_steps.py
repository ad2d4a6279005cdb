"""``clerk dibao advance|decide|review|end``: a case's way from its proposal to its end, as the window has it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from clerk_app.cli.arguments import Parser, add_coded, print_json
from clerk_app.cli.command import opened
from clerk_app.domain.dates import parse_date
from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage, end_in_words
from clerk_app.domain.money import Money
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.dibao import list_cases, open_case
from clerk_app.services.dibao_end import end_case
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision, next_stages, record_review
from clerk_app.services.workspace import Workspace


def add_steps(group: argparse._SubParsersAction[Parser]) -> tuple[Parser, ...]:
    """Add the commands and return their parsers."""
    advanced = group.add_parser("advance", help="进入下一环节，或退回上一环节")
    add_coded(advanced, "--to", Stage, "到哪个环节，默认下一环节", default=None)
    advanced.add_argument("--note", default="", help="说明")
    advanced.set_defaults(run=run_advance)
    decided = group.add_parser("decide", help="照县里的文书登记决定")
    outcome = decided.add_mutually_exclusive_group(required=True)
    outcome.add_argument("--grant", choices=("A", "B", "C"), default=None, help="予以确认的类别")
    outcome.add_argument("--refuse", action="store_true", help="不予确认")
    decided.add_argument("--amount", default=None, metavar="YUAN", help="月保障金额，予以确认时填写")
    decided.set_defaults(run=run_decide)
    reviewed = group.add_parser("review", help="登记复核")
    reviewed.add_argument("--note", default="", help="复核情况")
    reviewed.set_defaults(run=run_review)
    ended = group.add_parser("end", help="照县里的文书登记退出，档案保留")
    ended.add_argument("--reason", required=True, help="退出原因")
    ended.add_argument("--heard-on", default=None, metavar="DATE", help="听取意见的日期，2026年7月1日起必须填写")
    ended.set_defaults(run=run_end)
    for parser in (decided, ended):
        parser.add_argument("--number", required=True, help="县里文书的文号")
    for parser in (decided, reviewed, ended):
        parser.add_argument("--on", default=None, metavar="DATE", help="日期，默认今天")
    parsers = (advanced, decided, reviewed, ended)
    for parser in parsers:
        parser.add_argument("case", metavar="CASE", help="档案编号，如 DB2026-0001")
    return parsers


def change_case_named(arguments: argparse.Namespace, change: Callable[[Workspace, DibaoCase], DibaoCase]) -> int:
    """Open the village, change the case that the arguments name, and print it."""
    with opened(arguments) as workspace:
        found = [row for row in list_cases(workspace, with_closed=True) if arguments.case in {row.number, row.id}]
        if not found:
            raise UserError("没有编号为“{number}”的低保档案：请用 clerk dibao list 查看。", number=arguments.case[:30])
        case = change(workspace, open_case(workspace, found[0].id).case)
    return print_case(case, as_json=arguments.json)


def _day(workspace: Workspace, text: str | None) -> date:
    return workspace.today() if text is None else parse_date(text)


def run_advance(arguments: argparse.Namespace) -> int:
    """Move a case one stage on, or to the stage named."""

    def advance(workspace: Workspace, case: DibaoCase) -> DibaoCase:
        ways = next_stages(case)
        stage = Stage.of(arguments.to) if arguments.to is not None else ways[-1] if ways else Stage.SURVEY
        return advance_case(workspace, case.id, case.version, stage, arguments.note)

    return change_case_named(arguments, advance)


def run_decide(arguments: argparse.Namespace) -> int:
    """Enter the county's decision from its paper."""

    def decide(workspace: Workspace, case: DibaoCase) -> DibaoCase:
        decision = Decision(
            granted=not arguments.refuse,
            dibao_class=None if arguments.grant is None else DibaoClass.of(arguments.grant),
            amount=None if arguments.amount is None else Money.parse(arguments.amount, field="granted_amount"),
            number=arguments.number,
            decided_on=_day(workspace, arguments.on),
        )
        return enter_decision(workspace, case.id, case.version, decision)

    return change_case_named(arguments, decide)


def run_review(arguments: argparse.Namespace) -> int:
    """Record a review."""
    return change_case_named(
        arguments,
        lambda workspace, case: record_review(
            workspace, case.id, case.version, _day(workspace, arguments.on), arguments.note
        ),
    )


def run_end(arguments: argparse.Namespace) -> int:
    """End a granted case from the county's paper."""
    heard_on = None if arguments.heard_on is None else parse_date(arguments.heard_on, field="heard_on")

    def end(workspace: Workspace, case: DibaoCase) -> DibaoCase:
        day = _day(workspace, arguments.on)
        return end_case(
            workspace,
            case.id,
            case.version,
            number=arguments.number,
            on=day,
            reason=arguments.reason,
            heard_on=heard_on,
        )

    return change_case_named(arguments, end)


def print_case(case: DibaoCase, *, as_json: bool) -> int:
    """Print how a case stands."""
    village, rule, granted = case.village_class, case.rule_class, case.granted_class
    if as_json:
        print_json(
            {
                "id": case.id,
                "number": case.number,
                "stage": case.stage.value,
                "rule_class": rule.value if rule else None,
                "village_class": village.value if village else None,
                "rule_amount": None if case.rule_amount is None else str(case.rule_amount),
                "because": case.rule_reasons,
                "clauses": case.rule_clauses,
                "granted_class": granted.value if granted else None,
                "granted_amount": None if case.granted_amount is None else str(case.granted_amount),
                "decision_number": case.decision_number or None,
                "decided_on": case.decided_on,
                "next_review_on": case.next_review_on,
                "ended_on": case.ended_on,
                "end_reason": case.end_reason or None,
                "end_number": case.end_number or None,
                "heard_on": case.heard_on,
            }
        )
        return EXIT_DONE
    current = case.current_class
    print(f"{case.number}  {case.stage.label}  {current.label if current else '还没有提出类别'}")
    if case.ended_on is not None:
        print(f"退出：{case.ended_on}  {end_in_words(case)}")
    elif case.next_review_on is not None:
        print(f"下次复核：{case.next_review_on}")
    return EXIT_DONE
