"""Villages, clerks and passwords: making a data folder, opening it, changing who may."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from clerk_app.domain.clerk import Clerk, ClerkId, Role
from clerk_app.domain.household import Village
from clerk_app.errors import SituationError, UserError
from clerk_app.paths import BUILDING_NAME, COUNTY_DATABASE_NAME, DATABASE_NAME, KEYS_NAME
from clerk_app.security.keys import DEFAULT, DataKey, KeyRing, Parameters, create_keyring, save_keyring
from clerk_app.security.passwords import check_new_password
from clerk_app.services.unlocking import Unlocked, has_village, holder_of, keyring_of, unlock
from clerk_app.services.workspace import Clock, Workspace
from clerk_app.storage import records
from clerk_app.storage.repositories import ChangeLog, Repository
from clerk_app.storage.store import (
    Install,
    Store,
    create_store,
    finish_store,
    open_store,
)
from clerk_app.storage.unit_of_work import new_id, utc_text

LONGEST_NAME: Final = 60
_DATABASE_FILES: Final = tuple(
    name + ending for name in (DATABASE_NAME, BUILDING_NAME, COUNTY_DATABASE_NAME) for ending in ("", "-wal", "-shm")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageEntry:
    """What the first run asks of a village. ``code`` has 12 digits, ``pack`` is a policy pack's id.

    ``joining``: the village has a laptop already; its records come with the county's first answer, and until then nothing is numbered.
    """

    code: str
    name: str
    town: str = ""
    county: str = ""
    pack: str = "yaoan"
    phone: str = ""
    county_key: str = ""
    joining: bool = False


@dataclass(frozen=True, slots=True)
class NewVillage:
    """A data folder just made; ``recovery_key`` is shown and printed once and kept nowhere."""

    workspace: Workspace
    recovery_key: str


def check_village(entry: VillageEntry) -> VillageEntry:
    """Return the entry tidied; raises UserError beside the first field that is wrong."""
    from clerk_app.exchange.seal import check_recipient  # noqa: PLC0415 - signing in needs no rules and seals nothing
    from clerk_app.policy.loader import pack_ids  # noqa: PLC0415 - as above

    tidy = replace(
        entry,
        code=entry.code.strip(),
        name=_name(entry.name, "name", "村名"),
        town=entry.town.strip()[:LONGEST_NAME],
        county=entry.county.strip()[:LONGEST_NAME],
        phone=entry.phone.strip()[:LONGEST_NAME],
        county_key=entry.county_key.strip(),
    )
    if not re.fullmatch(r"[1-8]\d{11}", tidy.code, re.ASCII):
        raise UserError("村代码应是 12 位数字（统计用区划代码），如 532325100201：请核对后填写。", field="code")
    if tidy.pack not in pack_ids():
        raise UserError(
            "没有名为“{pack}”的政策包：可选 {packs}。", field="pack", pack=tidy.pack[:30], packs="、".join(pack_ids())
        )
    if tidy.county_key:
        check_recipient(tidy.county_key)
    return tidy


def _name(text: str, field: str, label: str) -> str:
    name = text.strip()
    if not name:
        raise UserError("请填写{label}。", field=field, label=label)
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError(
            "{label}太长或含有不能打印的字符：最多 {most} 个字。", field=field, label=label, most=LONGEST_NAME
        )
    return name


def create_village(
    data_dir: Path,
    entry: VillageEntry,
    clerk_name: str,
    password: str,
    clock: Clock,
    *,
    parameters: Parameters = DEFAULT,
) -> NewVillage:
    """Make a data folder with one village and its first clerk.

    Raises UserError for a wrong entry or weak password, SituationError when the folder holds a village or refuses. When anything
    fails, nothing stays behind.
    """
    village = check_village(entry)
    name = _name(clerk_name, "clerk", "经办人姓名")
    check_new_password(password, name)
    if has_village(data_dir):
        raise SituationError("这个文件夹里已经有一个村的数据：请直接登录，或换一个空文件夹。")
    clerk = Clerk(id=ClerkId(new_id()), name=name, role=Role.CLERK, active_from=clock.today())
    with new_folder(data_dir):
        keyring, data_key, recovery_key = create_keyring(clerk.id, name, password, parameters)
        store = create_store(data_dir, data_key.raw, new_install(clock, seat=0 if entry.joining else 1))
        try:
            workspace = Workspace(data_dir, store, clerk, clock)
            with workspace.unit_of_work("create_village") as uow:
                uow.clerks.add(clerk)
                uow.subject = uow.villages.add(_village_of(village)).id
            save_keyring(data_dir / KEYS_NAME, keyring)
            store = finish_store(store, data_key.raw)
        except BaseException:
            store.close()
            raise
    return NewVillage(Workspace(data_dir, store, clerk, clock), recovery_key)


def _village_of(entry: VillageEntry) -> Village:
    return Village(
        id=new_id(),
        code=entry.code,
        name=entry.name,
        town=entry.town,
        county=entry.county,
        pack=entry.pack,
        phone=entry.phone,
        local={},
        county_key=entry.county_key,
    )


def new_install(clock: Clock, *, seat: int) -> Install:
    """Return a new identity for a data folder: an id, keys, the first epoch."""
    from clerk_app.exchange.seal import new_age_identity, new_signing_key  # noqa: PLC0415 - signing in needs no rules and seals nothing

    secret, recipient = new_age_identity()
    return Install(
        id=new_id(),
        epoch=1,
        signing_key=new_signing_key(),
        age_secret=secret,
        age_recipient=recipient,
        created_at=utc_text(clock.now()),
        seat=seat,
    )


def forget_half_made(data_dir: Path, *, existed: bool) -> None:
    """Take away a village or county whose making failed: its files from a folder that ``existed`` before, else the folder."""
    if not existed:
        shutil.rmtree(data_dir, ignore_errors=True)
        return
    for leftover in (*_DATABASE_FILES, KEYS_NAME):
        with suppress(OSError):
            (data_dir / leftover).unlink(missing_ok=True)


@contextmanager
def new_folder(data_dir: Path) -> Iterator[None]:
    """Make the folder for its owner only; what an exception leaves half made is taken away again."""
    existed = data_dir.exists()
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not existed:
            data_dir.chmod(0o700)
        yield
    except BaseException as error:
        forget_half_made(data_dir, existed=existed)
        if isinstance(error, OSError):
            raise SituationError(
                "数据文件夹建不起来（{reason}）：请换一个能写入、空间足够的文件夹。",
                reason=os.strerror(error.errno or 0),
            ) from error
        raise


def sign_in(data_dir: Path, password: str, clock: Clock, *, clerk: str = "") -> Workspace:
    """Open a data folder with a clerk's password; ``clerk`` is an id or name, needed only when there are several.

    Raises UserError for an unknown clerk or a wrong password.
    """
    return opened(data_dir, unlock(data_dir, password, clerk), clock)


def opened(data_dir: Path, unlocked: Unlocked, clock: Clock) -> Workspace:
    """Open the database of a data folder for the clerk whose password opened its key; raises SituationError as ``open_store``."""
    store = open_store(data_dir, unlocked.data_key.raw, clock.now())
    try:
        with store.reading() as connection:
            clerk = Repository(connection, records.CLERK, ChangeLog()).get(unlocked.clerk_id)
        if clerk.active_to is not None:
            raise UserError("{name}已在 {day} 停用：请换一位经办人登录。", name=clerk.name, day=clerk.active_to)
    except BaseException:
        store.close()
        raise
    return Workspace(data_dir, store, clerk, clock)


def reset_password(
    data_dir: Path,
    recovery_key: str,
    new_password: str,
    clock: Clock,
    *,
    clerk: str = "",
    parameters: Parameters = DEFAULT,
) -> Workspace:
    """Open a data folder with the recovery key and give a clerk a new password.

    Raises UserError for a wrong recovery key or a weak password; then nothing has changed.
    """
    keyring = keyring_of(data_dir)
    holder = holder_of(keyring, clerk)
    data_key = keyring.unlock_with_recovery(recovery_key)
    check_new_password(new_password, holder.name)
    save_keyring(
        data_dir / KEYS_NAME, keyring.with_clerk(holder.clerk_id, holder.name, new_password, data_key, parameters)
    )
    return opened(data_dir, Unlocked(holder.clerk_id, data_key), clock)


def change_password(workspace: Workspace, old: str, new: str, *, parameters: Parameters = DEFAULT) -> None:
    """Change the signed-in clerk's own password.

    Raises UserError when the old one is wrong (field ``own_password``) or the new one weak (``password``).
    """
    keyring = keyring_of(workspace.data_dir)
    data_key = _own_key(workspace, keyring, old)
    check_new_password(new, workspace.clerk.name)
    changed = keyring.with_clerk(workspace.clerk.id, workspace.clerk.name, new, data_key, parameters)
    save_keyring(workspace.data_dir / KEYS_NAME, changed)


def add_clerk(
    workspace: Workspace,
    own_password: str,
    name: str,
    password: str,
    role: Role = Role.CLERK,
    *,
    parameters: Parameters = DEFAULT,
) -> Clerk:
    """Let another person sign in. The signed-in clerk's own password opens the data key for it.

    Raises UserError with the field ``own_password``, ``clerk`` or ``password``.
    """
    keyring = keyring_of(workspace.data_dir)
    data_key = _own_key(workspace, keyring, own_password)
    tidy = _name(name, "clerk", "经办人姓名")
    if any(holder.name == tidy for holder in keyring.clerks):
        raise UserError("已经有一位经办人叫“{name}”：请加上区别，如“{name}（二组）”。", field="clerk", name=tidy)
    check_new_password(password, tidy)
    clerk = Clerk(id=ClerkId(new_id()), name=tidy, role=role, active_from=workspace.today())
    changed = keyring.with_clerk(clerk.id, tidy, password, data_key, parameters)
    with _kept(workspace, keyring), workspace.unit_of_work("add_clerk") as uow:
        uow.clerks.add(clerk)
        uow.subject = clerk.id
        save_keyring(workspace.data_dir / KEYS_NAME, changed)
    return clerk


def _own_key(workspace: Workspace, keyring: KeyRing, own_password: str) -> DataKey:
    """Open the data key with the signed-in clerk's own password; a wrong one is told at its own field, not at the new one."""
    try:
        return keyring.unlock(workspace.clerk.id, own_password)
    except UserError as error:
        if error.field != "password":
            raise
        raise UserError(error.template, field="own_password", **error.values) from None


@contextmanager
def _kept(workspace: Workspace, keyring: KeyRing) -> Iterator[None]:
    """Put the key ring back when the act that goes with its change was not saved."""
    try:
        yield
    except BaseException:
        save_keyring(workspace.data_dir / KEYS_NAME, keyring)
        raise


def end_clerk(workspace: Workspace, clerk_id: str, reason: str) -> None:
    """End another clerk's access from today; the history keeps the name. Raises UserError for oneself."""
    if clerk_id == workspace.clerk.id:
        raise UserError("不能停用正在登录的自己：请让另一位经办人操作。")
    keyring = keyring_of(workspace.data_dir)
    changed = keyring.without_clerk(clerk_id)
    with _kept(workspace, keyring), workspace.unit_of_work("change_clerk", reason) as uow:
        uow.clerks.save(replace(uow.clerks.get(clerk_id), active_to=workspace.today()))
        uow.subject = clerk_id
        save_keyring(workspace.data_dir / KEYS_NAME, changed)


def renew_recovery_key(workspace: Workspace, own_password: str) -> str:
    """Make a new recovery key; the old sheet no longer opens anything. Raises UserError with the field ``own_password``."""
    keyring = keyring_of(workspace.data_dir)
    data_key = _own_key(workspace, keyring, own_password)
    changed, recovery_key = keyring.with_new_recovery(data_key)
    save_keyring(workspace.data_dir / KEYS_NAME, changed)
    return recovery_key


def list_clerks(workspace: Workspace) -> tuple[Clerk, ...]:
    """Return everybody who works or worked here: those who may sign in first, then by the day they began."""
    with workspace.store.reading() as connection:
        clerks = Repository(connection, records.CLERK, ChangeLog()).find()
    return tuple(sorted(clerks, key=lambda clerk: (clerk.active_to is not None, clerk.active_from, clerk.id)))


def the_village(workspace: Workspace) -> Village:
    """Return the village of this data folder."""
    return village_of(workspace.store)


def village_of(store: Store) -> Village:
    """Return the village of an open store."""
    with store.reading() as connection:
        (village,) = Repository(connection, records.VILLAGE, ChangeLog()).find()
    return village


def change_village(workspace: Workspace, changed: Village) -> Village:
    """Change the village's names, pack, local values or county key; raises UserError beside the field that is wrong."""
    from clerk_app.policy.loader import load_pack  # noqa: PLC0415 - signing in needs no rules
    from clerk_app.policy.model import LocalValues  # noqa: PLC0415 - as above
    from clerk_app.services.rules import require_not_published  # noqa: PLC0415 - it needs this module

    tidy = check_village(
        VillageEntry(
            code=changed.code,
            name=changed.name,
            town=changed.town,
            county=changed.county,
            pack=changed.pack,
            phone=changed.phone,
            county_key=changed.county_key,
        )
    )
    load_pack(changed.pack)
    LocalValues.of(changed.local)
    require_not_published(workspace, the_village(workspace), changed)
    with workspace.unit_of_work("change_village") as uow:
        uow.subject = changed.id
        return uow.villages.save(
            replace(
                changed,
                code=tidy.code,
                name=tidy.name,
                town=tidy.town,
                county=tidy.county,
                phone=tidy.phone,
                county_key=tidy.county_key,
            )
        )
