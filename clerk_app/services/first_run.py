"""The first run: what the wizard needs besides making a village, and the recovery sheet on paper."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clerk_app.errors import UserError
from clerk_app.logs import stop_log
from clerk_app.services.accounts import NewVillage, forget_half_made, the_village
from clerk_app.services.workspace import Workspace

LARGEST_KEY_FILE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class PackChoice:
    """A policy pack as a clerk chooses it: its id, the place it is for, the paper it follows, its version."""

    id: str
    title: str
    document: str
    version: str


def pack_choices() -> tuple[PackChoice, ...]:
    """Return the county packs there are, by title."""
    from clerk_app.policy.loader import load_pack, pack_ids  # noqa: PLC0415 - signing in needs no rules

    packs = (load_pack(name) for name in pack_ids())
    return tuple(
        sorted((PackChoice(pack.id, pack.title, pack.document, pack.version) for pack in packs), key=lambda p: p.title)
    )


def take_back(made: NewVillage) -> None:
    """Remove a village that was made a moment ago, because the clerk goes away before its recovery key was noted.

    Other files of the folder stay; an empty folder goes.
    """
    from clerk_app.services.demo import COUNTY_KEY_NAME  # noqa: PLC0415 - only a demo has one

    data_dir = made.workspace.data_dir
    made.workspace.close()
    stop_log()
    forget_half_made(data_dir, existed=True)
    with contextlib.suppress(OSError):
        (data_dir / COUNTY_KEY_NAME).unlink(missing_ok=True)
        data_dir.rmdir()


def recovery_sheet(workspace: Workspace, recovery_key: str) -> bytes:
    """Return the paper with the recovery key as PDF; the key is kept nowhere."""
    from clerk_app.printing.forms.recovery_sheet import RecoverySheetData  # noqa: PLC0415 - the sign-in does not print
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    village = the_village(workspace)
    return render(
        RecoverySheetData(
            village=village.full_name,
            recovery_key=recovery_key,
            made_on=workspace.today(),
            clerk=workspace.clerk.name,
        )
    )


def county_key_of(path: Path) -> str:
    """Return the county's public key from a file: the first line that begins with ``age1``.

    Raises UserError (field ``county_key``) when the file holds none, holds a secret key, or cannot be read.
    """
    from clerk_app.exchange.seal import check_recipient  # noqa: PLC0415 - signing in seals nothing

    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_KEY_FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UserError(
            "文件“{name}”读不出来，或不是文本文件：请选县里给的公钥文件。", field="county_key", name=path.name
        ) from None
    lines = [line.strip() for line in text.splitlines()]
    found = next((line for line in lines if line.startswith("age1") or line.upper().startswith("AGE-SECRET-KEY-")), "")
    if not found:
        raise UserError(
            "文件“{name}”里没有县公钥（以 age1 开头的一行）：请选县里给的公钥文件。", field="county_key", name=path.name
        )
    return check_recipient(found)
