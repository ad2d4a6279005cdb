"""``clerk village``: the village's facts, the county's own values and its public key."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import add_group, opened
from clerk_app.domain.household import Village
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.rules import RulesInForce, rules_on

_FACTS = ("name", "town", "county", "pack", "phone", "county_key")


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "village", "村：查看和修改资料、本地标准、县级公钥")
    shown = group.add_parser("show", help="查看")
    shown.set_defaults(run=run_show)
    changed = group.add_parser("set", help="修改；没写的不变")
    changed.add_argument("--name", default=None, help="村名")
    changed.add_argument("--town", default=None, help="乡镇")
    changed.add_argument("--county", default=None, help="县（市、区）")
    changed.add_argument("--pack", default=None, help="政策包（clerk policy list 列出）")
    changed.add_argument("--phone", default=None, help="咨询电话")
    changed.add_argument("--county-key", default=None, metavar="age1…", help="县级公钥")
    changed.add_argument(
        "--local",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="本地标准，如 dibao_standard=420.00（可多次；值留空为未填）",
    )
    changed.set_defaults(run=run_set)
    for parser in (shown, changed):
        add_data(parser)
        add_json(parser)


def run_show(arguments: argparse.Namespace) -> int:
    """Show the village."""
    with opened(arguments) as workspace:
        village = the_village(workspace)
        rules = rules_on(workspace, workspace.today())
    return _print(village, rules, as_json=arguments.json)


def run_set(arguments: argparse.Namespace) -> int:
    """Change what was named and leave the rest."""
    with opened(arguments) as workspace:
        village = the_village(workspace)
        facts = {name: value for name in _FACTS if (value := getattr(arguments, name)) is not None}
        local = {**village.local, **_local(arguments.local)}
        village = change_village(
            workspace, replace(village, **facts, local={name: value for name, value in local.items() if value})
        )
        rules = rules_on(workspace, workspace.today())
    return _print(village, rules, as_json=arguments.json)


def _local(texts: Sequence[str]) -> dict[str, str]:
    values = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            raise UserError(
                "本地标准写成 名称=值，如 dibao_standard=420.00，现在是“{text}”。", field="local", text=text[:60]
            )
        values[name.strip()] = value.strip()
    return values


def _print(village: Village, rules: RulesInForce, *, as_json: bool) -> int:
    facts = {"code": village.code, **{name: getattr(village, name) for name in _FACTS}, "local": village.local}
    if as_json:
        in_force = {"pack": rules.pack.id, "version": rules.pack.version, "local": dict(rules.local)}
        print_json({**facts, "in_force": in_force})
        return EXIT_DONE
    print(f"{village.full_name}（{village.code}）  政策包 {village.pack}")
    print(f"县级公钥：{village.county_key or '未填'}")
    for name, value in village.local.items():
        print(f"  {name} = {value}")
    if rules.pack_from is not None:
        print(f"今天用的政策包：{rules.pack.title} {rules.pack.version}（县里第 {rules.pack_from.number} 号来文）")
    for name, publication in rules.local_from.items():
        print(f"  {name} = {rules.local[name]}（县里第 {publication.number} 号来文，{publication.from_on} 起）")
    return EXIT_DONE
