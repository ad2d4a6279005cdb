"""``clerk overpayment``: what was paid too long, month by month, and what came back of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from clerk_app.cli.arguments import Parser, add_coded, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_day, add_person, day_of, maybe_person
from clerk_app.domain.dates import parse_date
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.money import Money
from clerk_app.domain.recovery import RECOVERIES, RecoveryWay
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.households import household_numbered
from clerk_app.services.recoveries import (
    ReceiptEntry,
    Recovery,
    SpanEntry,
    add_span,
    open_recovery,
    receive,
    recoveries,
    reverse_receipt,
    suggested_span,
    withdraw_span,
)
from clerk_app.services.workspace import Workspace

_KINDS = {"pension": FollowUpKind.PENSION_RECOVERY, "dibao": FollowUpKind.DIBAO_RECOVERY}
_ITEM = "追缴事项的编号，或它的后 8 位"


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "overpayment", "追缴：多发的养老金和低保金")
    listed = group.add_parser("list", help="列出追缴事项，每段应追和每笔追回")
    listed.add_argument("--household", default=None, metavar="NO", help="只列这一户")
    listed.add_argument("--settled", action="store_true", help="连办结的一起列")
    listed.set_defaults(run=run_list)
    opened = group.add_parser("open", help="立一件追缴事项（死亡登记时已自动立的不用）")
    opened.add_argument("kind", choices=list(_KINDS), help="pension 养老金，dibao 低保金")
    opened.add_argument("--household", required=True, metavar="NO", help="户编号")
    add_person(opened, "--person", default=None)
    opened.add_argument("--reason", required=True, help="多发的原因和依据")
    opened.set_defaults(run=run_open)
    due = group.add_parser("due", help="登记应追的月份和每月金额")
    due.add_argument("item", metavar="ITEM", help=_ITEM)
    due.add_argument(
        "--from", dest="first", default=None, metavar="DATE", help="多发的第一个月，写当月任意一天；不写用已登记的"
    )
    due.add_argument("--through", default=None, metavar="DATE", help="多发的最后一个月，写法同上")
    due.add_argument("--monthly", default=None, metavar="YUAN", help="每月发放的金额；不写用已登记的")
    due.add_argument("--source", default="", help="金额的来源，如 县里发放记录")
    due.set_defaults(run=run_due)
    received = group.add_parser("receive", help="登记追回的一笔")
    received.add_argument("item", metavar="ITEM", help=_ITEM)
    received.add_argument("--amount", required=True, metavar="YUAN", help="金额")
    add_coded(received, "--way", RecoveryWay, "方式", default=RecoveryWay.PAID.value)
    received.add_argument("--paper", default="", help="凭证号；抵扣的写县里文书的文号")
    add_day(received, "追回日期，默认今天")
    received.set_defaults(run=run_receive)
    undone = group.add_parser("undo", help="撤回一段应追，或冲销一笔追回")
    undone.add_argument("entry", metavar="ENTRY", help="list 列出的编号，或它的后 8 位")
    undone.add_argument("--reason", required=True, help="原因")
    undone.set_defaults(run=run_undo)
    for parser in (listed, opened, due, received, undone):
        add_data(parser)
        add_json(parser)


def _named(ids: Iterable[str], word: str) -> str:
    """Return the id that a word names, whole or by its last eight characters; raises UserError unless it is just one."""
    found = [each for each in ids if word in (each, each[-8:])]
    if len(found) != 1:
        raise UserError("没有编号为“{item}”的追缴：请用 clerk overpayment list 查看。", field="item", item=word[:40])
    return found[0]


def item_named(workspace: Workspace, word: str) -> str:
    """Return the id of the recovery that a word names; raises UserError where there is none."""
    return _named((each.item.id for each in recoveries(workspace, settled=True)), word)


def run_list(arguments: argparse.Namespace) -> int:
    """List what is to be recovered, with its months and receipts."""
    with opened(arguments) as workspace:
        wanted = arguments.household
        home = None if wanted is None else household_numbered(workspace, wanted).household.id
        found = recoveries(workspace, home, settled=arguments.settled)
    if arguments.json:
        print_json([_told(each) for each in found])
        return EXIT_DONE
    print_table(
        ("编号", "户编号", "姓名", "类别", "内容", "应追", "实追", "尚欠"),
        [line for each in found for line in _lines(each)],
    )
    return EXIT_DONE


def _lines(found: Recovery) -> list[tuple[object, ...]]:
    item = found.item
    unknown = "待登记"
    lines: list[tuple[object, ...]] = [
        (
            item.id[-8:],
            item.household_number,
            item.person or "—",
            found.what,
            item.outcome or item.clause,
            unknown if found.due is None else found.due,
            found.recovered,
            unknown if found.rest is None else found.rest,
        )
    ]
    for span in found.spans:
        months = f"{span.from_on:%Y-%m} 至 {span.to_on:%Y-%m}，{span.months} 个月，每月 {span.monthly}"
        lines.append((span.id[-8:], "", "", "　应追", months, span.amount, "", ""))
    for receipt in found.receipts:
        words = f"{receipt.received_on} {receipt.way.label} {receipt.paper}" + ("（冲销）" if receipt.reverses else "")
        lines.append((receipt.id[-8:], "", "", "　追回", words, "", receipt.amount, ""))
    return lines


def _told(found: Recovery) -> dict[str, Any]:
    return {
        "id": found.item.id,
        "household": found.item.household_number,
        "person": found.item.person,
        "kind": found.item.kind.value,
        "what": found.what,
        "clause": found.item.clause,
        "due": None if found.due is None else str(found.due),
        "recovered": str(found.recovered),
        "rest": None if found.rest is None else str(found.rest),
        "settled_on": found.item.settled_on,
        "spans": [
            {
                "id": span.id,
                "from": f"{span.from_on:%Y-%m}",
                "through": f"{span.to_on:%Y-%m}",
                "months": span.months,
                "monthly": str(span.monthly),
                "amount": str(span.amount),
                "source": span.source,
            }
            for span in found.spans
        ],
        "receipts": [
            {
                "id": receipt.id,
                "on": receipt.received_on,
                "way": receipt.way.value,
                "amount": str(receipt.amount),
                "paper": receipt.paper,
                "reverses": receipt.reverses,
            }
            for receipt in found.receipts
        ],
    }


def run_open(arguments: argparse.Namespace) -> int:
    """Note that something was paid too long."""
    with opened(arguments) as workspace:
        home = household_numbered(workspace, arguments.household).household.id
        who = maybe_person(workspace, arguments.person)
        item = open_recovery(workspace, home, _KINDS[arguments.kind], arguments.reason, who)
    return answer(
        arguments, {"id": item.id, "what": RECOVERIES[item.kind]}, f"已立追缴事项 {item.id[-8:]}：{item.detail}"
    )


def run_due(arguments: argparse.Namespace) -> int:
    """Record months that were paid too long; what is not given is what the event recorded."""
    with opened(arguments) as workspace:
        item = item_named(workspace, arguments.item)
        known = suggested_span(workspace, item)
        first, through, monthly = arguments.first, arguments.through, arguments.monthly
        entry = SpanEntry(
            from_on=known.from_on if first is None else parse_date(first, field="from_on"),
            to_on=known.to_on if through is None else parse_date(through, field="to_on"),
            monthly=known.monthly if monthly is None else Money.parse(monthly, field="monthly"),
            source=arguments.source,
        )
        span = add_span(workspace, item, entry)
    told = {"id": span.id, "months": span.months, "amount": str(span.amount)}
    return answer(arguments, told, f"已登记应追 {span.months} 个月，共 {span.amount} 元（{span.id[-8:]}）")


def run_receive(arguments: argparse.Namespace) -> int:
    """Record money that came back."""
    with opened(arguments) as workspace:
        entry = ReceiptEntry(
            amount=Money.parse(arguments.amount, field="amount"),
            paper=arguments.paper,
            way=RecoveryWay.of(arguments.way),
            received_on=day_of(workspace, arguments.on),
        )
        receipt = receive(workspace, item_named(workspace, arguments.item), entry)
    told = {"id": receipt.id, "amount": str(receipt.amount)}
    return answer(arguments, told, f"已登记追回 {receipt.amount} 元（{receipt.id[-8:]}）")


def run_undo(arguments: argparse.Namespace) -> int:
    """Withdraw months, or reverse a receipt."""
    with opened(arguments) as workspace:
        found = recoveries(workspace, settled=True)
        spans = {span.id for each in found for span in each.spans}
        receipts = [receipt.id for each in found for receipt in each.receipts]
        entry = _named((*sorted(spans), *receipts), arguments.entry)
        if entry in spans:
            withdraw_span(workspace, entry, arguments.reason)
        else:
            reverse_receipt(workspace, entry, arguments.reason)
    return answer(arguments, {"id": entry}, "已撤回" if entry in spans else "已冲销")
