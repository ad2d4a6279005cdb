"""``clerk assess``: facts in, entitlements with their reasons out, for one case or a list of any length."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from clerk_app.collecting import rare_collection
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED, SituationError, UserError
from clerk_app.policy.case_fields import CaseError
from clerk_app.policy.case_reader import MAX_BYTES, read_case
from clerk_app.policy.evaluator import assess
from clerk_app.policy.loader import find_pack
from clerk_app.policy.result_writer import error_line, result_line

if TYPE_CHECKING:
    from clerk_app.policy.model import Pack

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else

STANDARD_INPUT: Final = "-"
_WRITTEN_TOGETHER: Final = 32
"""Answers; by themselves they would need a call of the system for every few."""


def add_parser(subparsers: Subparsers) -> None:
    """Register ``clerk assess``."""
    parser = subparsers.add_parser("assess", help="判断一户能享受哪些政策，并说明理由")
    parser.add_argument("case", help="案例文件（JSON；加 --batch 时每行一件），- 表示从标准输入读")
    parser.add_argument("--batch", action="store_true", help="每行一件案例，逐行给出结果")
    parser.add_argument("--pack", metavar="PACK", help="不看案例里写的，一律按这个政策包算：名称，或政策包的文件夹")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the result of one case, or of each line; 2 where the case or any line is invalid."""
    source: str = args.case
    pack = None if args.pack is None else _county_pack(args.pack)
    if source == STANDARD_INPUT:
        return _run(sys.stdin.buffer, pack, batch=args.batch)
    try:
        opened = Path(source).open("rb")  # noqa: SIM115 - closed by the with statement below
    except (FileNotFoundError, IsADirectoryError, ValueError) as missing:
        raise UserError("找不到案例文件“{file}”，请核对路径。", file=source) from missing
    except OSError as refused:
        raise SituationError("案例文件“{file}”打不开：{why}", file=source, why=refused.strerror) from refused
    with opened:
        return _run(opened, pack, batch=args.batch)


def _county_pack(text: str) -> Pack:
    pack = find_pack(text)
    if pack.extends is None:
        raise UserError("“{pack}”是通用的底本，不是一个地方的政策包：请换一个。", field="pack", pack=pack.id)
    return pack


def _run(source: IO[bytes], pack: Pack | None, *, batch: bool) -> int:
    status = _run_batch(source, pack) if batch else _run_one(source, pack)
    sys.stdout.buffer.flush()
    return status


def _run_one(source: IO[bytes], pack: Pack | None) -> int:
    line, status = _answer(source.read(MAX_BYTES + 1), pack)
    laid_out = json.dumps(json.loads(line), ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(laid_out.encode() + b"\n")
    return status


def _run_batch(source: IO[bytes], pack: Pack | None) -> int:
    worst = EXIT_DONE
    answers: list[str] = []
    with rare_collection():
        for data in _lines(source):
            line, status = _answer(data, pack)
            answers.append(line)
            worst = max(worst, status)
            if len(answers) >= _WRITTEN_TOGETHER:
                _write(answers)
                answers.clear()
    _write(answers)
    return worst


def _write(lines: list[str]) -> None:
    sys.stdout.buffer.write("\n".join([*lines, ""]).encode())


def _lines(source: IO[bytes]) -> Iterator[bytes]:
    """Give the lines one by one; of a line that is too long only its beginning, so that memory does not grow."""
    while data := source.readline(MAX_BYTES + 2):
        rest = data
        while not rest.endswith(b"\n") and len(rest) > MAX_BYTES:
            rest = source.readline(MAX_BYTES + 2)
        yield data.rstrip(b"\r\n") if data.endswith(b"\n") else data


def _answer(data: bytes, pack: Pack | None) -> tuple[str, int]:
    try:
        return result_line(assess(*read_case(data, instead=pack))), EXIT_DONE
    except CaseError as error:
        return error_line(error), EXIT_REFUSED
