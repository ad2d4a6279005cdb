"""Where the resources and the data folder are: in a checkout, a wheel and a frozen build alike."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

APP_NAME = "clerk-app"
DATABASE_NAME = "clerk.db"
BUILDING_NAME = "clerk.db.new"
"""A database while its data folder is being made; it gets its own name last."""
COUNTY_DATABASE_NAME = "county.db"
KEYS_NAME = "keys.json"


@cache
def resources() -> Path:
    """Return the folder of policies, fonts, icons, style and catalogues."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    inside_wheel = package / "resources"
    return inside_wheel if inside_wheel.is_dir() else package.parent / "resources"


def default_data_dir() -> Path:
    """Return the data folder used when none is named."""
    import platformdirs  # noqa: PLC0415 - only needed when no folder is named; the start should not pay for it

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
