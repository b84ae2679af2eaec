"""The benchmarks are not run here, but what they ask of one another is there."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

FILES = sorted(path for path in (Path(__file__).parents[2] / "bench").glob("*.py") if not path.stem.startswith("__"))


def _asked(path: Path) -> set[tuple[str, str]]:
    """What a benchmark uses of its neighbours: module and name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    whole = {alias.name for node in imported if node.module == "bench" for alias in node.names}
    named = {
        (node.module.removeprefix("bench."), a.name) for node in imported if (node.module or "").startswith("bench.") for a in node.names
    }
    used = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))
    return named | {(node.value.id, node.attr) for node in used if node.value.id in whole}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_benchmark_asks_of_its_neighbours_is_there(path: Path) -> None:
    missing = [f"bench.{module}.{name}" for module, name in _asked(path) if not hasattr(import_module(f"bench.{module}"), name)]
    assert not missing
