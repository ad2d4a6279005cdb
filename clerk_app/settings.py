"""``settings.toml`` of a data folder: how this laptop looks and prints. Nothing in it is about a person."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import tomli_w

from clerk_app.files import write_whole

SCALES = (100, 110, 125, 150, 175)


@dataclass(frozen=True, slots=True)
class Settings:
    """``scale`` is the size of type in per cent, ``language`` ``zh`` or ``en``, ``last_clerk`` who signed in last."""

    scale: int = 100
    language: str = "zh"
    last_clerk: str = ""
    last_export_folder: str = ""
    last_document_folder: str = ""
    printer: str = ""


def load_settings(data_dir: Path) -> Settings:
    """Read the settings; a missing or broken file gives the defaults, a value out of range its default."""
    try:
        raw = tomllib.loads((data_dir / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return Settings()
    defaults = asdict(Settings())
    known = {key: value for key, value in raw.items() if key in defaults and type(value) is type(defaults[key])}
    settings = Settings(**known)
    if settings.scale not in SCALES:
        settings = replace(settings, scale=Settings().scale)
    return settings if settings.language in {"zh", "en"} else replace(settings, language="zh")


def save_settings(data_dir: Path, settings: Settings) -> None:
    """Write the settings by way of a temporary name; raises SituationError when the folder refuses."""
    write_whole(data_dir / "settings.toml", tomli_w.dumps(asdict(settings)).encode())
