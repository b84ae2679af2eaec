"""What an entry is made of, before anybody asks what it says."""

from typing import NamedTuple

from amicity.register.clusters import Cluster


class Tied(NamedTuple):
    """The clusters that speak of one tie, and the keys of its parties."""

    parties: tuple[str, ...]
    clusters: list[Cluster]


class Promised(NamedTuple):
    """The cluster that tells of a promise, and the ids of the entries that may keep it."""

    told: Cluster
    events: list[str]


Draft = Cluster | Tied | Promised
"""A cluster alone is the draft of any entry but these two."""
