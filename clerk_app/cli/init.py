"""``clerk init``: make a data folder for a village."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, data_dir, password_of, print_json
from clerk_app.errors import EXIT_DONE
from clerk_app.services.accounts import VillageEntry, create_village
from clerk_app.services.workspace import SystemClock


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command."""
    parser = commands.add_parser("init", help="建立一个村的数据文件夹")
    add_data(parser, clerk="第一位经办人的姓名，默认“经办人”")
    add_json(parser)
    parser.add_argument("--village", required=True, metavar="CODE", help="12 位村代码")
    parser.add_argument("--name", required=True, help="村名")
    parser.add_argument("--town", default="", help="乡镇")
    parser.add_argument("--county", default="", help="县（市、区）")
    parser.add_argument("--pack", default="yaoan", help="政策包（clerk policy list 列出）")
    parser.add_argument("--county-key", default="", metavar="age1…", help="县级公钥")
    parser.add_argument("--join", action="store_true", help="本村已有一台电脑，这是另一台：资料由县里的回执带来")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the folder and print the recovery key once."""
    entry = VillageEntry(
        code=arguments.village,
        name=arguments.name,
        town=arguments.town,
        county=arguments.county,
        pack=arguments.pack,
        county_key=arguments.county_key,
        joining=arguments.join,
    )
    folder = data_dir(arguments)
    password = password_of(arguments, "新密码（至少 8 位）：")
    made = create_village(folder, entry, arguments.clerk or "经办人", password, SystemClock())
    made.workspace.close()
    if arguments.json:
        print_json({"data": str(folder), "village": entry.code, "recovery_key": made.recovery_key})
    else:
        print(f"已建立：{folder}")
        print(f"恢复密钥（只显示这一次，请抄下或打印后锁好）：{made.recovery_key}")
        if arguments.join:
            print(
                "下一步：clerk enrol 打开县里的邀请，clerk export 报送一次；县里准入后，用 clerk import 导入回执，全村资料就到了。"
            )
    return EXIT_DONE
