"""``clerk household import`` and what comes after it: the rows left over, mended or left out, and the whole taken back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clerk_app.cli.arguments import Parser, named_path, print_json, print_table
from clerk_app.cli.command import answer, opened
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.excel.columns import Choice, Field, field_of, plain_heading
from clerk_app.services.import_mending import correct_row, drop_rows, take_in_rows
from clerk_app.services.import_rows import ImportRecord, WaitingRow, list_imports, waiting_rows
from clerk_app.services.import_undo import undo_import
from clerk_app.services.list_source import ListSource, drop_layout, layouts, open_list, save_layout
from clerk_app.services.register_import import ImportPlan, ImportResult, carry_out_import, plan_import
from clerk_app.services.workspace import Workspace

_SHORT = 8


def add_imports(group: argparse._SubParsersAction[Parser]) -> tuple[Parser, ...]:
    """Add the commands and return their parsers."""
    taken = group.add_parser("import", help="从 Excel 或 CSV 名册导入")
    taken.add_argument("file", metavar="FILE", type=named_path, help="名册文件（.xlsx、.xls 或文本）")
    taken.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    taken.add_argument("--sheet", default=None, metavar="NAME", help="读哪一张工作表（不写则选最像名册的一张）")
    taken.add_argument(
        "--column", action="append", default=[], metavar="C=姓名", help="某一列是什么；等号后面留空表示不导入这一列"
    )
    taken.add_argument("--save-layout", default=None, metavar="NAME", help="记住这种表的列对应，下次同样的表头自动使用")
    taken.set_defaults(run=run_import)
    known = group.add_parser("layouts", help="已记住的列对应")
    known.add_argument("--drop", default=None, metavar="NAME", help="忘掉这一个")
    known.set_defaults(run=run_layouts)
    done = group.add_parser("imports", help="以前的导入，和还没处理的行")
    done.set_defaults(run=run_imports)
    left = group.add_parser("waiting", help="一次导入里没导入的行")
    left.set_defaults(run=run_waiting)
    mended = group.add_parser("mend", help="改没导入的一行，改好的可以再导入")
    mended.add_argument("row", metavar="ROW", type=int, help="Excel 里的行号")
    mended.add_argument("cells", metavar="C=内容", nargs="+", help="某一列改成什么")
    mended.set_defaults(run=run_mend)
    again = group.add_parser("take-in", help="导入已经改好的行")
    again.set_defaults(run=run_take_in)
    out = group.add_parser("leave-out", help="这些行不导入，写明原因")
    out.add_argument("rows", metavar="ROW", nargs="+", type=int, help="Excel 里的行号")
    out.add_argument("--reason", required=True, metavar="TEXT", help="为什么不导入")
    out.set_defaults(run=run_leave_out)
    undone = group.add_parser("undo-import", help="撤销整次导入")
    undone.add_argument("--reason", required=True, metavar="TEXT", help="为什么撤销")
    undone.add_argument("--leave-changed", action="store_true", help="后来改动过的住户留下，只撤销其余的")
    undone.set_defaults(run=run_undo)
    for parser in (left, mended, again, out, undone):
        parser.add_argument("--import", dest="which", default="", metavar="ID", help="哪一次导入（不写则是最近一次）")
    return taken, known, done, left, mended, again, out, undone


def run_import(arguments: argparse.Namespace) -> int:
    """Take in a register; rejected rows are named and wait, the others stand."""
    with opened(arguments) as workspace:
        source = open_list(workspace, arguments.file, sheet=arguments.sheet)
        if arguments.column:
            source = source.with_choice(_chosen(source, arguments.column))
        plan = plan_import(workspace, source)
        if arguments.save_layout is not None:
            save_layout(workspace, source, arguments.save_layout)
        result = plan.result() if arguments.dry_run else carry_out_import(workspace, plan)
    if arguments.json:
        print_json(_plain(result))
    else:
        _tell_result(plan, result, is_done=not arguments.dry_run)
    return EXIT_DONE


def _plain(result: ImportResult) -> dict[str, object]:
    counts = {"rows": result.rows, "households": result.households, "people": result.people}
    statuses = [
        {
            "row": one.row,
            "name": one.name,
            "household": one.household,
            "kind": one.status.kind.value,
            "grade": one.status.grade,
            "from_on": one.status.from_on,
            "lifted_on": one.status.lifted_on,
        }
        for one in result.statuses
    ]
    others = {
        "wrong": result.wrong,
        "registered": result.registered,
        "statuses": statuses,
        "waiting_already": result.waiting_already,
        "not_taken_in": list(result.untaken),
    }
    rejected = [
        {"row": one.row, "column": one.column, "message": one.message, **({"known": True} if one.is_known else {})}
        for one in result.rejected
    ]
    return {**counts, **{name: there for name, there in others.items() if there}, "rejected": rejected}


def _tell_result(plan: ImportPlan, result: ImportResult, *, is_done: bool) -> None:
    """Say what came or would come, who is registered already, and what is wrong, each counted in rows."""
    verb = "已导入" if is_done else "可以导入"
    told = [f"{verb} {result.households} 户 {result.people} 人"]
    told += [f"{result.registered} 行已经登记，不用再登记"] if result.registered else []
    told += [f"{result.wrong} 行有问题，没有导入" if result.wrong else "没有问题"]
    print(f"共 {result.rows} 行：{'；'.join(told)}。")
    if result.statuses:
        people = len({one.status.person_id for one in result.statuses})
        print(f"{'已' if is_done else '可以'}给登记过的 {people} 人补登 {len(result.statuses)} 个困难身份：")
    for one in result.statuses:
        print(f"  第 {one.row} 行 {one.name}（{one.household} 户）：{one.words}")
    for notice in plan.notices:
        print(f"  {notice}", file=sys.stderr)
    for problem in result.rejected:
        if problem.says_more or not problem.is_known:
            print(f"  第 {problem.row} 行 {problem.column}：{problem.message}", file=sys.stderr)
    if result.waiting:
        print(f"{result.waiting} 行等着处理：clerk household waiting 查看，mend 改，leave-out 写明不导入。")
    if result.waiting_already:
        print(f"{result.waiting_already} 行在以前的导入里已经等着处理，没有再留一次：clerk household imports 查看。")


def _chosen(source: ListSource, words: list[str]) -> Choice:
    choice = list(source.choice)
    for word in words:
        place, meant = _cell(word, source.table.headers, source.table.letters)
        field = next((one for one in Field if one.value == meant), field_of(meant)) if meant else None
        if meant and field is None:
            known = " ".join(one.value for one in Field)
            raise UserError("“{what}”不是能导入的内容：可以选 {known}。", field="column", what=meant[:20], known=known)
        choice[place] = field
    return tuple(choice)


def _cell(word: str, headers: tuple[str, ...], letters: tuple[str, ...]) -> tuple[int, str]:
    """Return the column's place and the text of ``C=文字`` or ``姓名=文字``; raises UserError for another form."""
    name, equals, text = word.partition("=")
    if equals and name.upper() in letters:
        return letters.index(name.upper()), text.strip()
    if equals and name in headers:
        return headers.index(name), text.strip()
    plain = [plain_heading(heading) for heading in headers]
    if equals and plain.count(plain_heading(name)) == 1:
        return plain.index(plain_heading(name)), text.strip()
    raise UserError(
        "“{word}”应写成“列=内容”，列用字母（A 到 {last}）或表头里的标题。",
        field="column",
        word=word[:30],
        last=letters[-1],
    )


def run_layouts(arguments: argparse.Namespace) -> int:
    """List the layouts that were saved, or forget one."""
    with opened(arguments) as workspace:
        known = layouts(workspace)
        if arguments.drop is not None:
            meant = [layout for layout in known if layout.name == arguments.drop]
            if not meant:
                raise UserError("没有名为“{name}”的列对应。", field="drop", name=arguments.drop[:30])
            for layout in meant:
                drop_layout(workspace, layout.fingerprint)
            known = layouts(workspace)
    rows = [(layout.name, " ".join(field.value if field else "—" for field in layout.fields)) for layout in known]
    if arguments.json:
        print_json([{"name": name, "columns": columns.split()} for name, columns in rows])
    else:
        print_table(("名称", "各列"), rows)
    return EXIT_DONE


def run_imports(arguments: argparse.Namespace) -> int:
    """List the imports that were carried out."""
    with opened(arguments) as workspace:
        done = list_imports(workspace)
    if arguments.json:
        print_json(
            [
                {
                    "id": one.id,
                    "at": one.at.isoformat(timespec="seconds"),
                    "file": one.file_name,
                    "sheet": one.sheet,
                    "households": one.households,
                    "people": one.people,
                    "statuses": one.statuses,
                    "waiting": one.waiting,
                    "undone": one.undone_at is not None,
                }
                for one in done
            ]
        )
    else:
        print_table(
            ("编号", "时间", "文件", "户", "人", "补登身份", "待处理", "状态"),
            [
                (
                    one.id[-_SHORT:],
                    f"{one.at:%Y-%m-%d %H:%M}",
                    one.file_name,
                    one.households,
                    one.people,
                    one.statuses,
                    one.waiting,
                    "已撤销" if one.undone_at else "有效",
                )
                for one in done
            ],
        )
    return EXIT_DONE


def _meant(workspace: Workspace, which: str) -> ImportRecord:
    """Return the import that the end of an id names, or the newest; raises UserError when there is none or several."""
    found = [one for one in list_imports(workspace) if one.id.endswith(which)]
    if not found or (which and len(found) > 1):
        raise UserError(
            "没有编号为“{which}”的导入：请用 clerk household imports 查看编号。", field="import", which=which[:40]
        )
    return found[0]


def _row(workspace: Workspace, record: ImportRecord, number: int) -> WaitingRow:
    row = next((one for one in waiting_rows(workspace, record.id) if one.row == number), None)
    if row is None:
        raise UserError("第 {row} 行没有在等处理：请用 clerk household waiting 查看。", field="row", row=number)
    return row


def run_waiting(arguments: argparse.Namespace) -> int:
    """List the rows of an import that wait for a person, with what is wrong."""
    with opened(arguments) as workspace:
        record = _meant(workspace, arguments.which)
        rows = waiting_rows(workspace, record.id)
    _tell(arguments, record, rows)
    return EXIT_DONE


def _tell(arguments: argparse.Namespace, record: ImportRecord, rows: tuple[WaitingRow, ...]) -> None:
    if arguments.json:
        print_json(
            [
                {
                    "row": row.row,
                    "cells": dict(zip(record.headers, (cell.text for cell in row.cells), strict=True)),
                    "problems": [{"column": one.column, "message": one.message} for one in row.problems],
                }
                for row in rows
            ]
        )
        return
    for row in rows:
        told = "；".join(f"{one.column}：{one.message}" for one in row.problems) or "已改好，可以导入。"
        print(f"第 {row.row} 行 {told}")


def run_mend(arguments: argparse.Namespace) -> int:
    """Correct cells of a row that waits, and say what is wrong with it now."""
    with opened(arguments) as workspace:
        record = _meant(workspace, arguments.which)
        texts = dict(_cell(word, record.headers, record.letters) for word in arguments.cells)
        meant = _row(workspace, record, arguments.row)
        rows = correct_row(workspace, meant.id, texts)
    _tell(arguments, record, tuple(row for row in rows if row.row == arguments.row))
    return EXIT_DONE


def run_take_in(arguments: argparse.Namespace) -> int:
    """Take in the rows that are right by now."""
    with opened(arguments) as workspace:
        taken = take_in_rows(workspace, _meant(workspace, arguments.which).id)
    also = f"，补登 {taken.statuses} 个困难身份" if taken.statuses else ""
    words = f"又导入 {taken.households} 户 {taken.people} 人{also}，还有 {taken.waiting} 行等着处理。"
    return answer(arguments, taken, words)


def run_leave_out(arguments: argparse.Namespace) -> int:
    """Leave rows out for good, with the reason."""
    with opened(arguments) as workspace:
        record = _meant(workspace, arguments.which)
        count = drop_rows(
            workspace, [_row(workspace, record, number).id for number in arguments.rows], arguments.reason
        )
    return answer(arguments, {"left_out": count}, f"{count} 行不再导入。")


def run_undo(arguments: argparse.Namespace) -> int:
    """Take a whole import back."""
    with opened(arguments) as workspace:
        record = _meant(workspace, arguments.which)
        undone = undo_import(workspace, record.id, arguments.reason, leave_changed=arguments.leave_changed)
    if arguments.json:
        print_json(undone)
    else:
        also = f"，补登的 {undone.statuses} 个困难身份" if undone.statuses else ""
        print(f"已撤销 {Path(record.file_name).name} 的导入：{undone.households} 户 {undone.people} 人{also}。")
        for household in undone.left:
            print(f"  留下 {household.group} {household.number}：后来改动过。")
        for status in undone.statuses_left:
            print(f"  留下 {status.words}：补登以后改动过，不是这次导入的内容了，不对的请修改或终止。")
    return EXIT_DONE
