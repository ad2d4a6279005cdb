"""The window's program: options, typeface, language, sign-in, frame, and what happens to a defect."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clerk_app.errors import EXIT_DEFECT, EXIT_DONE, EXIT_REFUSED, ClerkError
from clerk_app.paths import default_data_dir, resources
from clerk_app.settings import SCALES, load_settings, save_settings
from clerk_app.terms import PROGRAM
from clerk_app.ui.dialogs.ask import tell_crash, tell_refusal
from clerk_app.ui.garbage import GarbageCollector
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import apply_theme

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.settings import Settings


class DefectCatcher(QObject):
    """Brings an exception nobody caught, from whatever thread, to ``caught`` in the window's thread."""

    caught = Signal(object)

    def install(self) -> None:
        """Take Python's two hooks."""
        sys.excepthook = self._main
        threading.excepthook = self._thread

    @staticmethod
    def uninstall() -> None:
        """Give them back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.caught.emit(error.with_traceback(trace))

    def _thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught.emit(arguments.exc_value)


def prepare_input_method() -> None:
    """Let Chinese be typed: fcitx's own module does not load into the Qt of the wheels, its ibus side does."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def set_language(application: QApplication, language: str) -> list[QTranslator]:
    """Load the catalogues of a language (``zh`` or ``en``); Chinese is the source and needs only Qt's own words."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English))
    wanted = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN")
        if language == "zh"
        else (str(resources() / "i18n"), "clerk_en")
    )
    translator = QTranslator(application)
    if not translator.load(wanted[1], wanted[0]):
        return []
    application.installTranslator(translator)
    return [translator]


def make_application(language: str, scale: int) -> QApplication:
    """Return the application with its language and look."""
    prepare_input_method()
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["clerk"])
    application.setApplicationName("clerk-app")
    application.setApplicationDisplayName("")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=False)
    set_language(application, language)
    apply_theme(application, scale)
    application.setWindowIcon(QIcon(str(resources() / "icons" / "clerk.svg")))
    return application


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the words behind ``clerk``; refused ones end with status 2 and a sentence, for a command belongs before its options."""
    parser = argparse.ArgumentParser(prog="clerk", description=PROGRAM, allow_abbrev=False)
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help="数据文件夹（不写则用默认位置）")
    parser.add_argument("--lang", choices=("zh", "en"), default=None, help="界面语言：zh 中文、en 英文")
    parser.add_argument("--scale", type=int, choices=SCALES, default=None, help="字的大小，百分之几")
    options, others = parser.parse_known_args(list(arguments))
    if others:
        parser.exit(
            EXIT_REFUSED,
            f"不认识的参数 {' '.join(others)}：打开窗口只用 --data、--lang 和 --scale；"
            "命令要写在最前面，如 clerk verify --data 文件夹。\n",
        )
    return options


def run(arguments: Sequence[str]) -> int:
    """Open the window and return the exit status once it is closed.

    With ``CLERK_QUIT_WHEN_READY=1`` it prints ``ready`` when the first page is there and goes: that is what the benchmark times.
    """
    options = _options(arguments)
    data_dir: Path = options.data or default_data_dir()
    settings = load_settings(data_dir)
    settings = replace(settings, language=options.lang or settings.language, scale=options.scale or settings.scale)
    application = make_application(settings.language, settings.scale)
    catcher = DefectCatcher()
    catcher.caught.connect(partial(_tell_defect, data_dir))
    catcher.install()
    garbage = GarbageCollector()
    tasks = TaskRunner()
    try:
        return _run(application, tasks, data_dir, settings)
    finally:
        tasks.close()
        garbage.stop()
        catcher.uninstall()


def _run(application: QApplication, tasks: TaskRunner, data_dir: Path, settings: Settings) -> int:
    from clerk_app.ui.dialogs.sign_in import open_workspace  # noqa: PLC0415 - the application must stand first

    if "CLERK_PASSWORD" in os.environ:  # nobody types, so this thread only waits while the key is derived
        QTimer.singleShot(0, _load_frame)
    try:
        workspace = open_workspace(tasks, data_dir, settings.last_clerk)
    except ClerkError as error:
        tell_refusal(error)
        return error.exit_status
    if workspace is None:
        return EXIT_DONE
    settings = _remember(data_dir, settings, workspace.clerk.name)
    status = EXIT_DEFECT
    try:
        status = show_window(application, tasks, workspace, settings)
    finally:
        tasks.close(last=workspace.close)
    return status


def _load_frame() -> None:
    from clerk_app.ui.pages import page_entries  # noqa: PLC0415 - this is the loading

    module, _, _ = page_entries()[0].place.partition(":")
    for name in ("clerk_app.ui.main_window", "clerk_app.ui.desk", f"clerk_app.ui.pages.{module}"):
        importlib.import_module(name)


def _remember(data_dir: Path, settings: Settings, clerk: str) -> Settings:
    """Offer the same clerk at the next sign-in; a folder that refuses is no reason to stop."""
    if settings.last_clerk != clerk:
        with suppress(ClerkError):
            save_settings(data_dir, replace(load_settings(data_dir), last_clerk=clerk))
    return replace(settings, last_clerk=clerk)


def show_window(application: QApplication, tasks: TaskRunner, workspace: Workspace, settings: Settings) -> int:
    """Show the frame over an open workspace until it is closed."""
    from clerk_app.ui.context import Context  # noqa: PLC0415 - behind the sign-in window
    from clerk_app.ui.desk import find_hits, read_frame  # noqa: PLC0415 - behind the sign-in window
    from clerk_app.ui.main_window import MainWindow  # noqa: PLC0415 - behind the sign-in window
    from clerk_app.ui.widgets.view_memory import ViewMemory  # noqa: PLC0415 - behind the sign-in window

    memory = ViewMemory(workspace.data_dir / "window.json", application)
    context = Context(
        workspace, tasks, settings, partial(find_hits, workspace), partial(read_frame, workspace), memory=memory
    )
    window = MainWindow(context)
    if os.environ.get("CLERK_QUIT_WHEN_READY") == "1":
        window.became_ready.connect(partial(_say_ready, application))
    window.resize(1280, 720)
    window.showMaximized()
    status = application.exec()
    memory.save()
    window.close()
    window.deleteLater()
    return status


def _say_ready(application: QApplication) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.quit()


def _tell_defect(data_dir: Path, error: BaseException) -> None:
    from clerk_app.logs import note_defect  # noqa: PLC0415 - only when something went wrong
    from clerk_app.ui.crash import write_report  # noqa: PLC0415 - only when something went wrong

    note_defect(error)
    tell_crash(QApplication.activeWindow(), write_report(data_dir, error))
