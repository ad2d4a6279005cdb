"""``clerk attachment``: photos and scanned papers of a household."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_coded, add_data, add_json, named_path, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_person
from clerk_app.domain.attachment import AttachmentKind
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.attachments import (
    AttachmentEntry,
    AttachmentRow,
    add_attachment,
    attachments_of,
    remove_attachment,
    save_copy,
)
from clerk_app.services.households import household_numbered
from clerk_app.services.people_named import person_named
from clerk_app.services.workspace import Workspace


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "attachment", "附件：列表、添加、取出、移除")
    listed = group.add_parser("list", help="列出一户的附件")
    listed.set_defaults(run=run_list)
    added = group.add_parser("add", help="添加一个 JPG、PNG 或 PDF 文件")
    added.add_argument("file", metavar="FILE", type=named_path, help="照片或扫描件")
    add_coded(added, "--kind", AttachmentKind, "种类", required=True)
    add_person(added, "--person", default=None)
    added.add_argument("--note", default="", help="说明")
    added.set_defaults(run=run_add)
    saved = group.add_parser("save", help="把附件写到一个文件夹")
    saved.add_argument("item", metavar="ITEM", help="附件编号的后 8 位")
    saved.add_argument("--to", required=True, metavar="DIR", type=named_path, help="写到哪个文件夹")
    saved.set_defaults(run=run_save)
    removed = group.add_parser("remove", help="移除一个附件，历史里仍在")
    removed.add_argument("item", metavar="ITEM", help="附件编号的后 8 位")
    removed.add_argument("--reason", required=True, help="移除原因")
    removed.set_defaults(run=run_remove)
    for parser in (listed, added, saved, removed):
        parser.add_argument("--household", required=True, metavar="NO", help="户编号")
        add_data(parser)
        add_json(parser)


def _rows(workspace: Workspace, arguments: argparse.Namespace) -> tuple[AttachmentRow, ...]:
    return attachments_of(workspace, household_numbered(workspace, arguments.household).household.id)


def _item(workspace: Workspace, arguments: argparse.Namespace) -> AttachmentRow:
    found = [row for row in _rows(workspace, arguments) if arguments.item in (row.id, row.id[-8:])]
    if len(found) != 1:
        raise UserError(
            "这一户没有编号为“{item}”的附件：请用 clerk attachment list 查看。", field="item", item=arguments.item[:40]
        )
    return found[0]


def run_list(arguments: argparse.Namespace) -> int:
    """List a household's attachments."""
    with opened(arguments) as workspace:
        rows = _rows(workspace, arguments)
    if arguments.json:
        print_json(rows)
    else:
        print_table(
            ("编号", "种类", "姓名", "文件", "大小（KB）", "添加日期"),
            [
                (row.id[-8:], row.kind.label, row.person or "本户", row.name, -(-row.size // 1024), row.added_on)
                for row in rows
            ],
        )
    return EXIT_DONE


def run_add(arguments: argparse.Namespace) -> int:
    """Take a file in."""
    with opened(arguments) as workspace:
        household = household_numbered(workspace, arguments.household).household
        person = None if arguments.person is None else person_named(workspace, arguments.person).id
        entry = AttachmentEntry(
            household_id=household.id,
            kind=AttachmentKind.of(arguments.kind),
            person_id=person,
            note=arguments.note,
        )
        added = add_attachment(workspace, entry, arguments.file)
    return answer(
        arguments,
        {"id": added.id, "sha256": added.sha256, "size": added.size},
        f"已添加：{added.name}（{added.kind.label}），编号 {added.id[-8:]}",
    )


def run_save(arguments: argparse.Namespace) -> int:
    """Write an attachment into a folder."""
    with opened(arguments) as workspace:
        path = save_copy(workspace, _item(workspace, arguments).id, arguments.to)
    return answer(arguments, {"file": path.name}, f"已写出：{path.name}")


def run_remove(arguments: argparse.Namespace) -> int:
    """Take an attachment away."""
    with opened(arguments) as workspace:
        removed = remove_attachment(workspace, _item(workspace, arguments).id, arguments.reason)
    return answer(arguments, {"id": removed.id, "removed_on": removed.removed_on}, f"已移除：{removed.name}")
