"""``clerk workday``: the table of holidays and worked weekends, and deadlines counted over it."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.domain.dates import parse_date
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.working_days import days_of_year, set_day, working_calendar

_UNCERTAIN = "还没有这一年的放假安排，按周一至周五算：请先用 clerk workday set 录入放假和调休。"

_MOST_DAYS = 1000


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "workday", "工作日：放假安排、推算期限")
    listed = group.add_parser("list", help="列出一年的放假和调休上班")
    listed.add_argument("year", type=int, metavar="YEAR", help="哪一年，如 2026")
    listed.set_defaults(run=run_list)
    put = group.add_parser("set", help="录入一天放假或上班")
    put.add_argument("day", metavar="DATE", help="哪一天，如 2026-10-01")
    put.add_argument("kind", choices=("off", "work"), help="off 放假，work 上班")
    put.add_argument("--name", required=True, help="节日名称，如 春节")
    put.set_defaults(run=run_set)
    counted = group.add_parser("count", help="从某日起推算期限，当天不算")
    counted.add_argument("start", metavar="DATE", help="从哪一天起算")
    counted.add_argument("--days", type=int, default=None, metavar="N", help="几个工作日；不写按公示 7 天算")
    counted.set_defaults(run=run_count)
    for parser in (listed, put, counted):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List the days of a year that differ from the week."""
    with opened(arguments) as workspace:
        rows = days_of_year(workspace, arguments.year)
    if arguments.json:
        print_json(rows)
    else:
        print_table(
            ("日期", "安排", "节日", "来源"),
            [
                (row.day, "上班" if row.is_working else "放假", row.name, "本村录入" if row.is_own else "程序自带")
                for row in rows
            ],
        )
        if not rows:
            print(_UNCERTAIN)
    return EXIT_DONE


def run_set(arguments: argparse.Namespace) -> int:
    """Enter a day."""
    with opened(arguments) as workspace:
        day = parse_date(arguments.day, field="day")
        entered = set_day(workspace, day, arguments.name, is_working=arguments.kind == "work")
    return answer(
        arguments,
        {"day": entered.day, "working": entered.is_working, "name": entered.name},
        f"已录入：{entered.day} {'上班' if entered.is_working else '放假'}（{entered.name}）",
    )


def run_count(arguments: argparse.Namespace) -> int:
    """Say on which day a term ends."""
    with opened(arguments) as workspace:
        start = parse_date(arguments.start, field="start")
        calendar = working_calendar(workspace)
    if arguments.days is not None and not 1 <= arguments.days <= _MOST_DAYS:
        raise UserError("工作日数应在 1 到 {most} 之间：请核对。", field="days", most=_MOST_DAYS)
    deadline = calendar.posting_end(start) if arguments.days is None else calendar.after(start, arguments.days)
    if arguments.json:
        print_json({"day": deadline.day, "certain": deadline.is_certain})
    else:
        print(deadline.day.isoformat())
        if not deadline.is_certain:
            print(_UNCERTAIN)
    return EXIT_DONE
