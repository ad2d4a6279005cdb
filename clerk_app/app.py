"""Opens a data folder and builds what both front ends work with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clerk_app.logs import start_log
from clerk_app.services.accounts import clerk_choices, sign_in
from clerk_app.services.workspace import SystemClock, Workspace


def open_data(data_dir: Path, password: Callable[[], str], *, clerk: str = "") -> Workspace:
    """Open a data folder and start its log; the password is asked for only when the folder holds a village.

    Raises UserError or SituationError as ``accounts.sign_in`` does.
    """
    clerk_choices(data_dir)
    workspace = sign_in(data_dir, password(), SystemClock(), clerk=clerk)
    start_log(data_dir)
    return workspace
