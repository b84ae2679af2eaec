"""The locks hold every dependency with its hashes and name no registry."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", each, maxsplit=1)[0].lower().replace("_", "-") for each in requirements}


def locked(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in re.finditer(r"^([a-z0-9.-]+)==\S+(.*?)(?=^[a-z#]|\Z)", text, re.MULTILINE | re.DOTALL)}


@pytest.mark.parametrize("lock", ["run", "dev", "bench", "node", "uv"])
def test_every_line_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert all("--hash=sha256:" in rest for rest in locked(lock).values())


def test_the_locks_hold_what_the_project_names() -> None:
    wanted = names(
        [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["web"], *PROJECT["build-system"]["requires"]]
    )
    assert wanted <= set(locked("run"))
    assert wanted | names(PROJECT["dependency-groups"]["dev"]) <= set(locked("dev"))


def test_the_two_locks_agree() -> None:
    text = {lock: (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8") for lock in ("run", "dev")}
    versions = {lock: dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text[lock], re.MULTILINE)) for lock in text}
    assert versions["run"].items() <= versions["dev"].items()
