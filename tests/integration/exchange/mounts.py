"""Real file systems as sticks carry them, in an image file: exFAT by FUSE, or FAT by the kernel where there is no exFAT."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

MIB: Final = 2**20
_SECONDS: Final = 30


class NoMountError(Exception):
    """Why this machine mounts no such file system."""


@dataclass(slots=True)
class Stick:
    """An image with a file system, and the folder it is mounted on while it is plugged in."""

    image: Path
    folder: Path
    fuse: bool
    device: str = field(default="")

    def plug_in(self, *, read_only: bool = False) -> None:
        """Mount it."""
        self.device = _said("losetup", "--find", "--show", str(self.image)).strip()
        options = ["-o", "ro"] if read_only else []
        if self.fuse:
            _said("mount.exfat-fuse", *options, self.device, str(self.folder))
        else:
            _said("mount", "-t", "vfat", *options, self.device, str(self.folder))

    def unplug(self) -> None:
        """Unmount it after writing everything; nothing happens where it is not plugged in."""
        if self.device:
            subprocess.run(["umount", self.folder], check=False, capture_output=True, timeout=_SECONDS)
            subprocess.run(["umount", "-l", self.folder], check=False, capture_output=True, timeout=_SECONDS)
            for _ in range(100):  # the daemon of a FUSE mount closes the device a moment after
                if subprocess.run(["losetup", "-d", self.device], check=False, capture_output=True).returncode == 0:
                    break
                time.sleep(0.02)
            self.device = ""

    def pull(self) -> None:
        """Kill the process that serves the file system, as a stick torn out stops answering."""
        for process in _serving(self.device):
            os.kill(process, signal.SIGKILL)
        while _serving(self.device):
            time.sleep(0.001)

    def fill(self, leave: int) -> None:
        """Put a file there that leaves so many bytes."""
        usage = shutil.disk_usage(self.folder)
        with (self.folder / "films").open("wb", buffering=0) as file:
            for _ in range((usage.free - leave) // MIB):
                file.write(bytes(MIB))
            file.write(bytes(max(shutil.disk_usage(self.folder).free - leave, 0)))

    def check(self) -> None:
        """Let the file system's own tool look at the image; raises NoMountError with its words when it finds something wrong."""
        if self.fuse:
            _said("fsck.exfat", "-n", str(self.image))
        else:
            _said("fsck.vfat", "-n", str(self.image))


def _serving(device: str) -> list[int]:
    """Return the FUSE processes that have this device on their command line and are not dead yet."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words[0].endswith(b"mount.exfat-fuse") and device.encode() in words:
                found.append(int(process.name))
    return found


def _said(*words: str) -> str:
    try:
        done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=_SECONDS)
    except FileNotFoundError:
        raise NoMountError(f"{words[0]} is not installed") from None
    if done.returncode:
        raise NoMountError(f"{words[0]}: {(done.stderr or done.stdout).strip().splitlines()[:1]}")
    return done.stdout


def _made(folder: Path, size: int, *, fuse: bool) -> Stick:
    folder.mkdir()
    image = folder.with_name(f"{folder.name}.img")
    with image.open("wb") as file:
        file.truncate(size)
    _said("mkfs.exfat" if fuse else "mkfs.vfat", str(image))
    return Stick(image, folder, fuse)


@contextmanager
def new_stick(folder: Path, size: int = 32 * MIB, *, fuse: bool) -> Iterator[Stick]:
    """Give a new stick, plugged in at ``folder``; raises NoMountError where that cannot be."""
    made = _made(folder, size, fuse=fuse)
    try:
        made.plug_in()
        yield made
    finally:
        made.unplug()


@cache
def why_none(folder: Path, *, fuse: bool) -> str:
    """Say why this machine mounts no such stick; empty where it does."""
    try:
        with new_stick(folder / f"probe-{fuse}", fuse=fuse):
            return ""
    except NoMountError as error:
        return f"{'exFAT by FUSE' if fuse else 'FAT by the kernel'}: {error}"
