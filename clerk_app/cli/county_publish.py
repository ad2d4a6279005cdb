"""``clerk county publish`` and ``withdraw``: what the county sends to its villages, checked before it is sent, or takes back."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from clerk_app.cli.arguments import Parser, named_path, print_json, print_table
from clerk_app.cli.county_command import add_operation, opened_county, show_beside, written_json
from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dates import parse_date
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.policy.facts import LocalValues
from clerk_app.services.county import CountyWorkspace, Written
from clerk_app.services.county_in_force import withdraw
from clerk_app.services.county_publish import PublishedReport, publish
from clerk_app.services.publication_drafts import (
    DISABILITY,
    Draft,
    list_draft,
    pack_draft,
    parameters_draft,
    regions_draft,
)
from clerk_app.terms import LOCAL_VALUES

_PARAMETERS = '本地标准，TOML 文件，每行 名称 = "值"，如 medical_premium = "400.00"。可写：' + "、".join(
    f"{name} {LOCAL_VALUES.get(name, '')}".strip() for name in (each.name for each in fields(LocalValues))
)
_IDENTITIES = (
    "名单是哪种困难身份，不写按名称判断；只用于名单："
    + "、".join(f"{kind.value} {kind.label}" for kind in IdentityKind)
    + f"、{DISABILITY} 残疾"
)
_DECISIONS = {"accepted": "已接收", "declined": "已谢绝", "": "还没有回音"}


def add_publishing(group: argparse._SubParsersAction[Parser]) -> None:
    """Add both operations."""
    published = add_operation(
        group,
        "publish",
        "给各村发来文：政策包、本地标准、名单、村代码表",
        run_publish,
        more="给每台准入的电脑各写一份；村里看过试算、接收后，按日期生效。以后准入的电脑，第一份回执里带上。",
    )
    _add_arguments(published)
    back = add_operation(
        group,
        "withdraw",
        "收回一份来文：不再发给任何电脑，还没有接收的村不能再接收",
        run_withdraw,
        more="已经接收的村照旧按它办：要改的，请再发一份。",
    )
    back.add_argument("ref", metavar="NUMBER", help="来文编号，如 1-17：发来文时显示，clerk county report 里也有")
    back.add_argument("--reason", required=True, metavar="TEXT", help="原因，留在县里")


def _add_arguments(parser: Parser) -> None:
    """Add what is published, when it takes effect, and to whom."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--pack", type=named_path, metavar="DIR", help="政策包的文件夹（先按 clerk policy check 检查）")
    what.add_argument("--parameters", type=named_path, metavar="FILE", help=_PARAMETERS)
    what.add_argument(
        "--list",
        type=named_path,
        metavar="FILE",
        help="名单，Excel 或 CSV，要有姓名和公民身份号码；有村代码一列的，各村只收到自己的",
    )
    what.add_argument("--regions", type=named_path, metavar="FILE", help="全县的村，CSV，每行 村代码,村名")
    parser.add_argument("--name", default="", help="来文的名称；名单必须写，如 特困人员名单，其他的可以不写")
    parser.add_argument("--of", default=None, metavar="DATE", help="名单截至哪一天，如 2026-06-30；只用于名单")
    parser.add_argument("--identity", default="", metavar="CODE", help=_IDENTITIES)
    parser.add_argument("--from", dest="from_on", required=True, metavar="DATE", help="从哪一天起生效，如 2026-07-01")
    parser.add_argument("--until", default=None, metavar="DATE", help="到哪一天为止（含这一天），不写则直到有新的")
    parser.add_argument("--village", default="", metavar="CODE", help="只发给这个村：12 位村代码")
    parser.add_argument("--to", required=True, type=named_path, metavar="FOLDER", help="写到哪个优盘或文件夹")


def run_publish(arguments: argparse.Namespace) -> int:
    """Publish to the villages."""
    with opened_county(arguments) as county:
        written = _publish_named(county, arguments)
    if arguments.json:
        about = {"publication": written[0].ref, "title": written[0].title}
        print_json({**about, "packets": [written_json(each) for each in written]})
    else:
        for each in written:
            show_beside(each)
            print(f"已写入并核对：{each.path}")
        ref, title = written[0].ref, written[0].title
        print(f"第 {ref} 号来文“{title}”共发给 {len(written)} 台电脑；村里看过试算、接收后，按日期生效。")
        print(f"发错了要收回：clerk county withdraw {ref} --reason 原因")
    return EXIT_DONE


def run_withdraw(arguments: argparse.Namespace) -> int:
    """Take a publication back."""
    with opened_county(arguments) as county:
        row = withdraw(county, arguments.ref, arguments.reason)
    if arguments.json:
        print_json({"epoch": row.epoch, "number": row.number, "title": row.title})
    else:
        print(f"已收回：第 {row.epoch}-{row.number} 号来文“{row.title}”。不再发给任何电脑；随下一份回执告诉各村。")
        print("已经接收的村照旧按它办，直到有新的：要改的，请再发一份。")
    return EXIT_DONE


def _publish_named(county: CountyWorkspace, arguments: argparse.Namespace) -> tuple[Written, ...]:
    """Check and publish what the command names."""
    from_on = parse_date(arguments.from_on, field="from")
    to_on = None if arguments.until is None else parse_date(arguments.until, field="until")
    draft = _draft(county, arguments, county.clock.today())
    return publish(
        county,
        arguments.to,
        draft,
        from_on=from_on,
        to_on=to_on,
        title=arguments.name,
        village=arguments.village,
    )


def _draft(county: CountyWorkspace, arguments: argparse.Namespace, today: date) -> Draft:
    if arguments.pack is not None:
        return pack_draft(arguments.pack)
    if arguments.parameters is not None:
        return parameters_draft(arguments.parameters)
    if arguments.regions is not None:
        return regions_draft(arguments.regions, county.store.county.region)
    if not arguments.name.strip():
        raise UserError("名单要有名称：请用 --name 写明，如 --name 特困人员名单。", field="name")
    of_on = None if arguments.of is None else parse_date(arguments.of, field="of")
    return list_draft(arguments.list, arguments.name, today, of_on=of_on, identity=arguments.identity)


def show_published(reports: Sequence[PublishedReport]) -> None:
    """Print what was published to whom and what became of it."""
    if not reports:
        return
    print("来文：")
    print_table(
        ("编号", "种类", "名称", "起", "止", "村", "已写", "待补", "村里", "日期"),
        [
            (
                f"{each.epoch}-{each.number}",
                each.kind.label,
                each.title,
                each.from_on,
                each.to_on,
                each.village_name,
                each.laptops,
                each.lacking or "",
                "县里已收回" if each.withdrawn_at and not each.decision else _DECISIONS[each.decision],
                each.decided_on,
            )
            for each in reports
        ],
    )
    if any(each.lacking for each in reports):
        print("待补：已准入、还没有这份来文的电脑台数，随下一份回执一并发给。")
    for each in reports:
        if each.reason:
            print(f"{each.village_name} 谢绝第 {each.epoch}-{each.number} 号：{each.reason}")
