"""docs/run-the-site.md names every variable and every command, and no others."""

import re
from pathlib import Path

from amicity_web.commands import main

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "run-the-site.md").read_text()


def test_every_variable_is_on_the_page_and_no_other() -> None:
    site = ROOT / "src" / "amicity_web"
    read = {name for path in site.rglob("*.py") for name in re.findall(r'environ(?:\.get\(|\[)"(AMICITY_\w+)"', path.read_text())}
    assert set(re.findall(r"`(AMICITY_\w+)`", PAGE)) == read


def test_every_command_is_on_the_page_and_no_other() -> None:
    told = set(re.findall(r"python -m amicity_web ([a-z-]+)", PAGE))
    assert told == set(main.commands) - {"migrate"}
