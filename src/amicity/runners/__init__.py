"""How many reports at once: the same pure reading, run by local processes."""

from amicity.runners.local import read_many
from amicity.runners.outcome import Outcome, read_all, read_path

__all__ = ["Outcome", "read_all", "read_many", "read_path"]
