"""``clerk policy``: the packs in plain sight, and a strict check for whoever writes one."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from clerk_app.cli.arguments import add_data, add_json, open_named, print_json
from clerk_app.domain.dates import iso, parse_date
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED, UserError
from clerk_app.policy.loader import PACK_FILE, load_pack, pack_ids, policies
from clerk_app.policy.model import Pack, Rule
from clerk_app.services.policy_change import HouseholdDifference, Rules, dry_run

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else


class RuleListing(TypedDict):
    """One rule as ``clerk policy show --json`` prints it."""

    rule: str
    pack: str
    code: str
    shape: str
    unit: str
    clauses: list[str]
    says: str
    values: list[str]
    shares: str | None
    replaces: list[str]


def add_parser(subparsers: Subparsers) -> None:
    """Register ``clerk policy``."""
    parser = subparsers.add_parser("policy", help="查看和检查政策包")
    actions = parser.add_subparsers(dest="policy_action", required=True)
    listing = actions.add_parser("list", help="列出各地的政策包")
    listing.add_argument("--json", action="store_true", help="给程序读的格式")
    listing.set_defaults(run=run, act=_list)
    show = actions.add_parser("show", help="列出一个政策包的每条规则、数值和条款")
    show.add_argument("pack", help="政策包的名称，如 yaoan")
    show.add_argument("--on", help="只列这一天有效的数值，如 2018-06-30")
    show.add_argument("--json", action="store_true", help="给程序读的格式")
    show.set_defaults(run=run, act=_show)
    check = actions.add_parser("check", help="检查一个文件夹里的政策包")
    check.add_argument("dir", nargs="?", help="政策包所在的文件夹；不写就检查程序自带的")
    check.set_defaults(run=run, act=_check)
    diff = actions.add_parser("diff", help="换政策包或换日期后，哪些住户的类别或金额会变（不改数据）")
    diff.add_argument("before", metavar="A", help="原来的政策包，可写成 yaoan@2018-06-30")
    diff.add_argument("after", metavar="B", help="新的政策包，写法相同")
    add_data(diff)
    add_json(diff)
    diff.set_defaults(run=run, act=_diff)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 2 where a pack does not pass its check."""
    status: int = args.act(args)
    return status


def _list(args: argparse.Namespace) -> int:
    packs = [load_pack(name) for name in pack_ids()]
    if args.json:
        heads = [
            {"id": pack.id, "title": pack.title, "document": pack.document, "version": pack.version} for pack in packs
        ]
        print(json.dumps(heads, ensure_ascii=False, indent=2))
    else:
        for pack in packs:
            print(f"{pack.id:<12}{pack.title}  {pack.document}  {pack.version}")
    return EXIT_DONE


def _show(args: argparse.Namespace) -> int:
    on = parse_date(args.on, field="on") if args.on else None
    pack = load_pack(args.pack)
    rules = [listing for rule in pack.rules if (listing := _listing(rule, on))]
    if args.json:
        print(json.dumps(_whole(pack, on, rules), ensure_ascii=False, indent=2))
        return EXIT_DONE
    print(f"{pack.title}（{pack.id} {pack.version}）  {pack.document}" + (f"  {on}有效" if on else ""))
    for inherited, own in pack.replaced:
        print(f"  {own.id} 替换 {inherited.id}（{inherited.says}）")
    for listing in rules:
        print(f"\n{listing['rule']}  {listing['code']}  {'；'.join(listing['clauses'])}")
        print(f"  {listing['says']}")
        for value in listing["values"]:
            print(f"  {value}（{listing['unit']}）" if listing["unit"] else f"  {value}")
        if listing["shares"]:
            print(f"  分担：{listing['shares']}")
    return EXIT_DONE


def _whole(pack: Pack, on: date | None, rules: list[RuleListing]) -> dict[str, object]:
    return {
        "id": pack.id,
        "title": pack.title,
        "region": pack.region,
        "document": pack.document,
        "version": pack.version,
        "extends": pack.extends,
        "on": iso(on),
        "replaced": [{"rule": inherited.id, "by": own.id} for inherited, own in pack.replaced],
        "rules": rules,
    }


def _listing(rule: Rule, on: date | None) -> RuleListing | None:
    """Return a rule with the values of a day, or all its values; None where it has none in force on that day."""
    values = rule.body.figures(on)
    if on is not None and (not rule.in_force(on) or (not values and rule.body.figures(None))):
        return None
    return RuleListing(
        rule=rule.id,
        pack=rule.pack,
        code=rule.code,
        shape=rule.shape,
        unit=rule.unit,
        clauses=list(rule.sources),
        says=rule.says,
        values=list(values),
        shares=None if rule.shares is None else rule.shares.figures(),
        replaces=list(rule.replaces),
    )


def _check(args: argparse.Namespace) -> int:
    folder = policies() if args.dir is None else Path(args.dir)
    if (folder / PACK_FILE).is_file():
        names, folder = [folder.resolve().name], folder.resolve().parent
    else:
        names = sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}"))
    if not names:
        raise UserError("“{dir}”里没有政策包：每个政策包是一个文件夹，里面有 pack.toml。", dir=str(folder), field="dir")
    worst = EXIT_DONE
    for name in names:
        try:
            pack = load_pack(name, folder)
        except UserError as broken:
            worst = EXIT_REFUSED
            print(f"{name}：不合格。{broken.message}")
        else:
            print(f"{name}：合格，共{len(pack.rules)}条规则。")
    return worst


def _diff(args: argparse.Namespace) -> int:
    workspace = open_named(args)
    try:
        before, after = (_rules(text, workspace.today()) for text in (args.before, args.after))
        found = dry_run(workspace, before, after)
    finally:
        workspace.close()
    if args.json:
        print_json([_plain(difference) for difference in found])
        return EXIT_DONE
    for difference in found:
        classes = f"{difference.class_before or '—'} → {difference.class_after or '—'}"
        sums = f"{difference.sum_before.grouped} → {difference.sum_after.grouped} 元/年"
        print(f"{difference.household_number} {difference.head}：类别 {classes}，合计 {sums}")
        for line in difference.lines:
            print(f"  {line}")
    print(f"共 {len(found)} 户会变；没有改动任何数据。")
    return EXIT_DONE


def _rules(text: str, today: date) -> Rules:
    pack, _, day = text.partition("@")
    return Rules(pack=pack, on=parse_date(day, field="on") if day else today)


def _plain(difference: HouseholdDifference) -> dict[str, object]:
    return {
        "household": difference.household_number,
        "head": difference.head,
        "class_before": difference.class_before or None,
        "class_after": difference.class_after or None,
        "sum_before": str(difference.sum_before),
        "sum_after": str(difference.sum_after),
        "lines": list(difference.lines),
    }
