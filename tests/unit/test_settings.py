"""``settings.toml``: what was saved comes back, and nothing broken in it stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_saved(tmp_path: Path) -> None:
    settings = Settings(scale=150, language="en", last_clerk="何清", last_export_folder="E:\\报送", printer='"A"')
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings
    save_settings(tmp_path, Settings())
    assert load_settings(tmp_path) == Settings()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("content", "settings"),
    [
        (None, Settings()),
        (b"", Settings()),
        (b"scale = ", Settings()),
        (b"\xff\xfe", Settings()),
        (b"scale = 3", Settings()),
        (b"scale = true", Settings()),
        (b"scale = '125'", Settings()),
        (b"scale = 125\nunknown = 1", Settings(scale=125)),
        (b"language = 'fr'\nprinter = 'P'", Settings(printer="P")),
    ],
)
def test_missing_broken_or_foreign_values_give_the_defaults(
    tmp_path: Path, content: bytes | None, settings: Settings
) -> None:
    if content is not None:
        (tmp_path / "settings.toml").write_bytes(content)
    assert load_settings(tmp_path) == settings
