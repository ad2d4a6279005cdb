"""The removable drives that are plugged in, as Linux and Windows tell of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

_SYS_BLOCK: Final = Path("/sys/block")
_MOUNT_ROOTS: Final = (Path("/media"), Path("/run/media"), Path("/mnt"))
"""Where desktops and people mount what comes and goes; USB disks do not call themselves removable."""
_DISCS: Final = frozenset({"iso9660", "udf", "squashfs"})


@dataclass(frozen=True, slots=True)
class Drive:
    """A removable drive: where it is, the name shown for it, and its room in bytes."""

    path: Path
    label: str
    free_bytes: int
    total_bytes: int


class Partition(Protocol):
    """A mounted file system as psutil names it."""

    @property
    def device(self) -> str:
        """The device, ``/dev/sdb1`` or ``E:\\``."""

    @property
    def mountpoint(self) -> str:
        """Where it is mounted."""

    @property
    def fstype(self) -> str:
        """Its file system."""

    @property
    def opts(self) -> str:
        """Mount options with commas; on Windows also ``removable`` and ``cdrom``."""


Provider = Callable[[], Iterable[Path]]


def removable_drives(provider: Provider | None = None) -> tuple[Drive, ...]:
    """Return the removable drives in the order of their paths; one that vanishes while it is asked is left out.

    ``provider`` gives the mount points; by default those that the system calls removable.
    """
    drives = []
    for path in sorted(set((provider or _system_mounts)())):
        try:
            usage = shutil.disk_usage(path)
        except OSError:
            continue
        drives.append(Drive(path, path.name or str(path), usage.free, usage.total))
    return tuple(drives)


def _system_mounts() -> tuple[Path, ...]:
    import psutil  # noqa: PLC0415 - a compiled library that only the page with the drives needs

    return removable_mounts(psutil.disk_partitions(all=False), windows=os.name == "nt", sys_block=_SYS_BLOCK)


def removable_mounts(partitions: Sequence[Partition], *, windows: bool, sys_block: Path) -> tuple[Path, ...]:
    """Return the mount points that come and go: on Windows by their options, on Linux by the kernel's word or by where they are."""
    found = []
    for partition in partitions:
        options = partition.opts.split(",")
        if windows:
            removable = "removable" in options and "cdrom" not in options
        else:
            removable = partition.fstype not in _DISCS and (
                any(Path(partition.mountpoint).is_relative_to(root) for root in _MOUNT_ROOTS)
                or _kernel_says_removable(Path(partition.device).name, sys_block)
            )
        if removable:
            found.append(Path(partition.mountpoint))
    return tuple(found)


def _kernel_says_removable(device: str, sys_block: Path) -> bool:
    try:
        for disk in sys_block.iterdir():
            if disk.name == device or (disk / device).exists():
                return (disk / "removable").read_text().strip() == "1"
    except OSError:
        return False
    return False
