"""Gathers the one object that each file of a catalogue folder defines: adding a thing is adding a file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules


class CatalogueError(Exception):
    """A file of a catalogue folder does not define its one constant."""


@cache
def gather(package: str, constant: str) -> dict[str, object]:
    """The objects named ``constant`` in the modules of ``package`` (a dotted name), by file name, sorted.

    Modules whose name starts with ``_`` and sub-packages are passed over. Raises CatalogueError naming the file that lacks the constant.
    """
    found: dict[str, object] = {}
    for entry in sorted(iter_modules(import_module(package).__path__), key=lambda entry: entry.name):
        if entry.name.startswith("_") or entry.ispkg:
            continue
        module = import_module(f"{package}.{entry.name}")
        try:
            found[entry.name] = getattr(module, constant)
        except AttributeError:
            raise CatalogueError(
                f"{package.replace('.', '/')}/{entry.name}.py defines no {constant}: each file of this folder must"
            ) from None
    return found
