"""Opens a data folder and builds what both front ends work with."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app.services.unlocking import clerk_choices, unlock

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


def open_data(data_dir: Path, password: Callable[[], str], *, clerk: str = "") -> Workspace:
    """Open a data folder and start its log; the password is asked for only when the folder holds a village.

    The key is derived in a thread of its own while the database is imported. Raises UserError or SituationError as
    ``accounts.sign_in`` does.
    """
    clerk_choices(data_dir)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk-key") as pool:
        unlocking = pool.submit(unlock, data_dir, password(), clerk)
        from clerk_app.logs import start_log  # noqa: PLC0415 - beside the derivation, see above
        from clerk_app.services.accounts import opened  # noqa: PLC0415 - as above
        from clerk_app.services.workspace import SystemClock  # noqa: PLC0415 - as above

        workspace = opened(data_dir, unlocking.result(), SystemClock())
    start_log(data_dir)
    return workspace
