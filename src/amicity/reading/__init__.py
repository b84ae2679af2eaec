"""Reading: a report in, its findings out. Pure: no clock, no files, no network, the same answer each time."""

from amicity.reading.read import READER, explain, read

__all__ = ["READER", "explain", "read"]
