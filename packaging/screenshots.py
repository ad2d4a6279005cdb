#!/usr/bin/env python3
"""Take a picture of every page, at 1366x768 under Xvfb: as it is, at 150 % (``-150``), at 175 % (``-175``) and in English (``-en``).

    packaging/with-display packaging/screenshots.py build/screenshots

The pages come from ``page_entries()``; a page that has further states worth a picture names them in ``Page.scenes()``. The village is
synthetic and the same each time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.main_window import MainWindow
    from clerk_app.ui.tasks import TaskRunner

VARIANTS: Final = (("", "zh", 100), ("-150", "zh", 150), ("-175", "zh", 175), ("-en", "en", 100))
HOUSEHOLDS: Final = 120
SETTLE_MS: Final = 250


def main() -> int:
    """Make the village once and take each variant in a process of its own."""
    parser = argparse.ArgumentParser(description="pictures of every page")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shoot", nargs=4, metavar=("DATA", "SUFFIX", "LANGUAGE", "SCALE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["CLERK_UI_FONT"] = "shipped"
    if options.shoot:
        data, suffix, language, scale = options.shoot
        return shoot(options.folder, Path(data), suffix.removeprefix("_"), language, int(scale))
    with tempfile.TemporaryDirectory() as temporary:
        village = Path(temporary) / "village"
        make_village(village)
        for suffix, language, scale in VARIANTS:
            copy = Path(temporary) / f"village{suffix}"
            if copy != village:
                shutil.copytree(village, copy)
            words = [str(options.folder), "--shoot", str(copy), f"_{suffix}", language, str(scale)]
            subprocess.run([sys.executable, __file__, *words], check=True)
    pictures = sorted(options.folder.glob("*.png"))
    print(f"{len(pictures)} pictures in {options.folder}")
    return 0


def make_village(folder: Path) -> None:
    """Make the synthetic village of the pictures."""
    from county_scene import exchange_with_county  # noqa: PLC0415 - the same

    from clerk_app.services.demo import DEMO_PASSWORD, make_demo  # noqa: PLC0415 - the child processes do without
    from clerk_app.services.workspace import SystemClock  # noqa: PLC0415 - the same

    made = make_demo(folder, DEMO_PASSWORD, SystemClock(), households=HOUSEHOLDS, seed=1)
    exchange_with_county(made.workspace)
    made.workspace.close()


def shoot(folder: Path, data: Path, suffix: str, language: str, scale: int) -> int:
    """Open the village in the window and take every picture of one variant."""
    from clerk_app.app import open_data  # noqa: PLC0415 - needs the environment set above
    from clerk_app.services.demo import DEMO_PASSWORD  # noqa: PLC0415 - the same
    from clerk_app.ui.application import make_application  # noqa: PLC0415 - the same
    from clerk_app.ui.dialogs.sign_in import SignInDialog  # noqa: PLC0415 - the same
    from clerk_app.ui.tasks import TaskRunner  # noqa: PLC0415 - the same

    application = make_application(language, scale)
    tasks = TaskRunner()
    dialog = SignInDialog(tasks, data)
    dialog.show()
    settle(tasks)
    take(dialog, folder / f"sign-in{suffix}.png")
    dialog.close()
    dialog.deleteLater()
    workspace = open_data(data, lambda: DEMO_PASSWORD)
    window = make_window(tasks, workspace, language, scale)
    window.showMaximized()
    settle(tasks)
    shoot_pages(window, tasks, folder, suffix)
    window.hide()
    window.deleteLater()
    tasks.close(last=workspace.close)
    application.processEvents()
    return 0


def make_window(tasks: TaskRunner, workspace: Workspace, language: str, scale: int) -> MainWindow:
    """Build the frame over the open village."""
    from clerk_app.settings import Settings  # noqa: PLC0415 - behind the application
    from clerk_app.ui.context import Context  # noqa: PLC0415 - behind the application
    from clerk_app.ui.desk import find_hits, read_frame  # noqa: PLC0415 - behind the application
    from clerk_app.ui.main_window import MainWindow  # noqa: PLC0415 - behind the application

    settings = Settings(scale=scale, language=language)
    return MainWindow(
        Context(workspace, tasks, settings, partial(find_hits, workspace), partial(read_frame, workspace))
    )


def shoot_pages(window: MainWindow, tasks: TaskRunner, folder: Path, suffix: str) -> None:
    """Go to every page and take it, then each of its scenes."""
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415 - behind the application

    for name in window.page_names:
        window.go(name)
        settle(tasks)
        take(window, folder / f"{name}{suffix}.png")
        page = window.current_page
        for scene, prepare in page.scenes().items() if page is not None else ():
            prepare()
            settle(tasks)
            take(window, folder / f"{name}-{scene}{suffix}.png")
        for dialog in window.findChildren(QDialog):
            dialog.hide()  # what a scene opened belongs to its page alone


def settle(tasks: TaskRunner) -> None:
    """Wait until everything that was asked for is shown."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - behind the application

    QTest.qWait(SETTLE_MS)
    while tasks.is_busy:
        QTest.qWait(20)
    QTest.qWait(SETTLE_MS)


def take(widget: QWidget, target: Path) -> None:
    """Save what stands on the screen; a dialog alone is saved without the screen around it."""
    screen = widget.screen()
    picture = screen.grabWindow(0) if widget.isMaximized() else widget.grab()
    if not picture.save(str(target)):
        raise SystemExit(f"cannot write {target}")


if __name__ == "__main__":
    sys.exit(main())
