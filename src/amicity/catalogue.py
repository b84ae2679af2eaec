"""Gathers the one object that each file of a catalogue folder defines: adding a thing is adding a file."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from pkgutil import iter_modules


class CatalogueError(Exception):
    """A file of a catalogue folder does not define its one constant."""


@cache
def gather(package: str, constant: str) -> dict[str, object]:
    """The objects named ``constant`` in the modules of ``package`` (a dotted name), by file name, sorted.

    Modules whose name starts with ``_`` and sub-packages are passed over. Raises CatalogueError naming the file that lacks the constant.
    """
    return {name: one(package, name, constant) for name in _files(package)}


def one(package: str, name: str, constant: str) -> object:
    """The object of one file, without loading the others. Raises CatalogueError where the file lacks the constant."""
    module = import_module(f"{package}.{name}")
    try:
        found: object = getattr(module, constant)
    except AttributeError:
        raise CatalogueError(f"{package.replace('.', '/')}/{name}.py defines no {constant}: each file of this folder must") from None
    return found


@cache
def titles(package: str) -> dict[str, str]:
    """The first line of each file's docstring, by file name, sorted; no file is loaded for it."""
    return {name: _first_line(f"{package}.{name}") for name in _files(package)}


def _files(package: str) -> Iterator[str]:
    entries = sorted(iter_modules(import_module(package).__path__), key=lambda entry: entry.name)
    return (entry.name for entry in entries if not entry.name.startswith("_") and not entry.ispkg)


def _first_line(module: str) -> str:
    spec = find_spec(module)
    source = spec.loader.get_source(module) if spec and isinstance(spec.loader, SourceFileLoader) else None
    return (source or "").partition("\n")[0].strip('" ')
