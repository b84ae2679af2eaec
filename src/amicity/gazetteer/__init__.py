"""Names to places, with candidates and reasons, and the honest "unknown"."""

from amicity.gazetteer.entry import Entry
from amicity.gazetteer.gazetteer import Gazetteer, GazetteerError, open_gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "open_gazetteer"]
