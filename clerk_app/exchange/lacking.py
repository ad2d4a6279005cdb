"""The document ``lacks`` of a village's packet: attached files that are named on the laptop and not there, for the next answers to bring.

``docs/packet-format.md`` has the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from clerk_app.errors import UserError
from clerk_app.exchange.spelling import exact_bytes, list_of, matching, read_exact, require_keys

LACKS: Final = "lacks"
"""The document's name in the packet."""
MOST_ASKED: Final = 20_000
_HASH: Final = re.compile(r"[0-9a-f]{64}")


def lacks_bytes(files: Collection[str]) -> bytes:
    """Return the document as it stands in the packet; of more files than it may name, the others wait for the next one."""
    return exact_bytes({"files": sorted(files)[:MOST_ASKED]})


def read_lacks(data: bytes | None) -> frozenset[str]:
    """Read the document, nothing when it is missing; raises UserError when it is wrong."""

    def read(raw: Any) -> frozenset[str]:
        require_keys(raw, "files")
        return frozenset(matching(_HASH, each) for each in list_of(raw["files"], MOST_ASKED))

    return frozenset() if data is None else read_exact(data, read, _wrong)


def _wrong() -> UserError:
    return UserError("报送包里缺少附件的清单看不懂，文件不是本程序做的，或版本不同：请升级程序，或请村里重新导出。")
