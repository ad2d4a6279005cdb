"""``clerk event``: births, deaths, marriages, splits and the rest, each planned and shown, and done as one act unless it is a dry run."""

from __future__ import annotations

import argparse
import sys

from clerk_app.cli import event_requests
from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import opened
from clerk_app.domain.codes import RELATIONS
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED
from clerk_app.services import events
from clerk_app.services.events.model import Plan


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands, one for each kind of event."""
    group = commands.add_parser(
        "event", help="户里的事：出生、死亡、婚嫁、分户并户、迁移、换户主、更正号码"
    ).add_subparsers(metavar="事件", required=True)
    for name, text, add, read in event_requests.KINDS:
        parser = group.add_parser(name, help=text)
        add(parser)
        parser.add_argument("--dry-run", action="store_true", help="只看会发生什么，不写入")
        add_data(parser)
        add_json(parser)
        parser.set_defaults(run=run_event, read=read)


def run_event(arguments: argparse.Namespace) -> int:
    """Plan the event, show it, and carry it out unless only the plan is wanted."""
    with opened(arguments) as workspace:
        request = arguments.read(workspace, arguments)
        plan = events.plan(workspace, request)
        done = plan.possible and not arguments.dry_run
        if done:
            plan = events.carry_out(workspace, request, seen=plan.fingerprint).plan
    if arguments.json:
        print_json(_as_json(plan, done=done))
    else:
        _print(plan, done=done)
    for refusal in plan.refusals:
        print(refusal.message, file=sys.stderr)
    return EXIT_DONE if plan.possible else EXIT_REFUSED


def _as_json(plan: Plan, *, done: bool) -> dict[str, object]:
    return {
        "kind": plan.kind.value,
        "title": plan.title.text,
        "done": done,
        "household": plan.household_id,
        "person": plan.person_id,
        "changes": plan.changes,
        "relations": plan.relations,
        "consequences": [
            {"kind": each.kind.value, "text": each.sentence.text, "clause": each.clause} for each in plan.consequences
        ],
        "questions": [each.text for each in plan.questions],
        "rechecks": [
            {
                "kind": each.kind.value,
                "due_on": each.due_on,
                "text": each.sentence.text,
                "clause": each.clause,
                "amount": None if each.amount is None else str(each.amount),
                "person": each.person_id,
            }
            for each in plan.rechecks
        ],
        "refusals": [{"field": each.field, "text": each.message} for each in plan.refusals],
    }


def _print(plan: Plan, *, done: bool) -> None:
    print(f"{plan.title.text}（{'已办' if done else '未写入'}）")
    for change in plan.changes:
        print(f"  {change.record} {change.field}：{change.before or '—'} → {change.after or '—'}")
    for line in plan.relations:
        if not line.after:
            print(f"  {line.name} 与新户主的关系要选定，原来是{RELATIONS[line.before]}")
    for consequence in plan.consequences:
        clause = f"（{consequence.clause}）" if consequence.clause else ""
        print(f"  {consequence.sentence.text}{clause}")
    for question in plan.questions:
        print(f"  请核对：{question.text}")
    for recheck in plan.rechecks:
        print(f"  {recheck.due_on} 前 {recheck.kind.label}：{recheck.sentence.text}")
