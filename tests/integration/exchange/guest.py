"""A machine of our own in software, QEMU with Debian's kernel, whose USB stick can be torn out for real.

The guest starts from a few kernel modules and busybox, sees the host's files read-only (the interpreter and this program among
them), has a disk of its own for the village, and shares one folder with the test. Its console says what it is at; the test
plugs, pulls, and cuts the power.
"""

from __future__ import annotations

import gzip
import json
import lzma
import platform
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, Final

ROOT: Final = Path(__file__).resolve().parents[3]
QEMU: Final = "qemu-system-x86_64"
_PROGRAMS: Final = (QEMU, "busybox", "mkfs.ext4", "mkfs.vfat", "dpkg-deb", "apt-get", "apt-cache")
_MODULES: Final = (
    "virtio_pci",
    "9pnet_virtio",
    "9p",
    "xhci_pci",
    "sd_mod",
    "usb_storage",
    "virtio_blk",
    "crc32c_generic",
    "ext4",
    "vfat",
    "nls_cp437",
    "nls_ascii",
)
_KERNEL: Final = "linux-image-amd64"
_SECONDS: Final = 240
"""How long QEMU may take to answer, and the guest to end: on a busy day it is a hundred times slower than the host."""
_LONGEST: Final = 1_200
"""After so many seconds a guest that hangs is stopped."""
_INIT: Final = """#!/bin/busybox sh
PATH=/bin; /bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
exec >/dev/ttyS0 2>&1
while read -r module; do insmod "/modules/$module"; done </modules/order
p9=trans=virtio,version=9p2000.L,msize=512000
mount -t 9p -o $p9,cache=loose,ro root /host || poweroff -f
for each in proc sys dev; do mount -o bind /$each /host/$each; done
mount -t tmpfs tmpfs /host/run
mkdir /host/run/share /host/run/stick /host/run/disk
mount -t ext4 /dev/vda /host/run/disk || poweroff -f
mount -t 9p -o $p9 share /host/run/share || poweroff -f
chroot /host /bin/sh /run/share/guest.sh
poweroff -f
"""


class NoGuestError(Exception):
    """Why this machine runs no guest."""


@cache
def why_none() -> str:
    """Say why no guest can run here; empty where one can."""
    if platform.machine() != "x86_64" or sys.platform != "linux":
        return "the guest is an x86-64 Linux that sees this machine's own programs"
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def kernel_and_start(folder: Path) -> tuple[Path, Path]:
    """Fetch Debian's kernel and make what it starts from; raises NoGuestError when the package cannot be had."""
    depends = _said(folder, "apt-cache", "depends", "--important", _KERNEL)
    names = re.findall(r"Depends: (linux-image-\d\S+)", depends)
    if not names:
        raise NoGuestError(f"apt knows no {_KERNEL}")
    _said(folder, "apt-get", "download", "-qq", names[0])
    (package,) = folder.glob(f"{names[0]}_*.deb")
    _said(folder, "dpkg-deb", "-x", str(package), "kernel")
    (kernel,) = (folder / "kernel" / "boot").glob("vmlinuz-*")
    start = folder / "start.gz"
    start.write_bytes(gzip.compress(b"".join(_archive(folder / "kernel")), 1))
    return kernel, start


def _said(folder: Path, *words: str) -> str:
    done = subprocess.run(words, cwd=folder, check=False, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise NoGuestError(f"{' '.join(words)}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def _archive(kernel: Path) -> Iterator[bytes]:
    """Give the cpio archive (newc) that the kernel unpacks into memory at its start."""
    modules = dict(_in_order({_named(path): path for path in kernel.rglob("*.ko*")}))
    busybox = shutil.which("busybox")
    assert busybox is not None
    folders = ("bin", "dev", "host", "modules", "proc", "sys")
    files: dict[str, tuple[int, bytes]] = dict.fromkeys(folders, (0o040755, b""))
    files["bin/busybox"] = (0o100755, Path(busybox).read_bytes())
    files["init"] = (0o100755, _INIT.encode())
    files["modules/order"] = (0o100644, "".join(f"{name}\n" for name in modules).encode())
    files |= {f"modules/{name}": (0o100644, content) for name, content in modules.items()}
    files["TRAILER!!!"] = (0, b"")
    for number, (name, (mode, content)) in enumerate(files.items(), 1):
        fields = (number, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + "".join(f"{each:08x}" for each in fields).encode() + name.encode() + b"\0"
        yield head + bytes(-len(head) % 4) + content + bytes(-len(content) % 4)


def _named(path: Path) -> str:
    return path.name.partition(".")[0].replace("-", "_")


def _in_order(modules: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Give the modules that are wanted, each after those it needs."""
    done: set[str] = set()

    def with_needs(name: str) -> Iterator[tuple[str, bytes]]:
        path = modules.get(name)
        if path is None or name in done:  # what is no file is part of the kernel itself
            return
        done.add(name)
        content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        needs = re.search(rb"\0depends=([^\0]*)\0", content)
        for need in needs[1].decode().split(",") if needs else ():
            yield from with_needs(need.replace("-", "_"))
        yield name, content

    for wanted in _MODULES:
        yield from with_needs(wanted)


@dataclass(slots=True)
class Guest:
    """A running guest: its console, and the monitor by which sticks come and go."""

    process: subprocess.Popen[str]
    console: IO[str]
    orders: socket.socket
    answers: IO[str]
    said: list[str]

    def wait_for(self, begin: str) -> str:
        """Read the console up to a line that begins so, and return the rest of that line; raises AssertionError at its end."""
        for line in self.console:
            self.said.append(line.rstrip())
            if self.said[-1].startswith(begin):
                return self.said[-1].removeprefix(begin).strip()
        raise AssertionError("\n".join(self.said[-40:]))

    def ask(self, execute: str, **arguments: object) -> Any:
        """Give an order to QEMU and return its answer."""
        try:
            self.orders.sendall(json.dumps({"execute": execute, "arguments": arguments}).encode() + b"\n")
            for line in self.answers:
                answer = json.loads(line)
                if "event" not in answer:
                    assert "return" in answer, answer
                    return answer["return"]
        except OSError as error:
            raise AssertionError("\n".join([*self.said[-40:], self.console.read()])) from error
        raise AssertionError("\n".join([*self.said[-40:], self.console.read()]))

    def plug_in(self, drive: str) -> None:
        """Put a stick into the port."""
        self.ask("device_add", driver="usb-storage", id=f"stick-{drive}", drive=drive, removable=True)

    def pull_out(self, drive: str) -> None:
        """Tear a stick out, whatever the guest is doing with it."""
        self.ask("device_del", id=f"stick-{drive}")
        while any(device["name"] == f"stick-{drive}" for device in self.ask("qom-list", path="/machine/peripheral")):
            time.sleep(0.01)

    def cut_power(self) -> None:
        """Stop the machine between two instructions; what it had not given to its disks is gone."""
        self.process.kill()

    def bytes_written(self, drive: str) -> int:
        """Say how many bytes have gone to a stick since it was plugged in."""
        for each in self.ask("query-blockstats"):
            if f"stick-{drive}/" in f"{each.get('qdev', '')}/":
                written: int = each["stats"]["wr_bytes"]
                return written
        raise AssertionError(f"{drive} is not plugged in")


Running = AbstractContextManager[Guest]


@contextmanager
def running(
    started_from: tuple[Path, Path], disk: Path, share: Path, sticks: Iterable[Path], bytes_a_second: int
) -> Iterator[Guest]:
    """Start a guest that runs ``guest.sh`` of the shared folder; sticks are images by their names, and slow."""
    kernel, start = started_from
    ours, theirs = socket.socketpair()
    p9 = "security_model=none,multidevs=remap"
    words = [
        *(
            QEMU,
            "-accel",
            "tcg",
            "-cpu",
            "max",
            "-smp",
            "2",
            "-m",
            "1024",
            "-nodefaults",
            "-display",
            "none",
            "-no-reboot",
        ),
        *("-kernel", str(kernel), "-initrd", str(start), "-append", "console=ttyS0 quiet panic=-1 rdinit=/init"),
        *("-serial", "stdio", "-device", "qemu-xhci"),
        *("-chardev", f"socket,id=orders,fd={theirs.fileno()}", "-mon", "chardev=orders,mode=control"),
        *("-virtfs", f"local,path=/,mount_tag=root,readonly=on,{p9}"),
        *("-virtfs", f"local,path={share},mount_tag=share,{p9}"),
        *("-drive", f"file={disk},format=raw,if=virtio"),
        *("-object", json.dumps({"qom-type": "throttle-group", "id": "slow", "limits": {"bps-write": bytes_a_second}})),
    ]
    for image in sticks:
        node = {"driver": "raw", "file": {"driver": "file", "filename": str(image)}}
        drive = {"driver": "throttle", "node-name": image.stem, "throttle-group": "slow", "file": node}
        words += ["-blockdev", json.dumps(drive)]
    process = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=[theirs.fileno()],
    )
    theirs.close()
    assert process.stdout is not None
    watch = threading.Timer(_LONGEST, process.kill)
    watch.start()
    try:
        ours.settimeout(_SECONDS)
        with ours, ours.makefile(encoding="utf-8") as answers:
            guest = Guest(process, process.stdout, ours, answers, [])
            assert answers.readline().startswith('{"QMP"'), process.stdout.read()
            guest.ask("qmp_capabilities")
            yield guest
            process.wait(_SECONDS)
    finally:
        watch.cancel()
        process.kill()
        process.wait()
        process.stdout.close()
