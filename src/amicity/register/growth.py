"""Ties of three or more whose members join and leave: one tie where a person says so, and never by likeness alone."""

from collections.abc import Mapping

from amicity.register.clusters import Cluster, grows
from amicity.register.links import Links


def grown(ties: Mapping[tuple[str, ...], list[Cluster]], said: Links) -> dict[tuple[str, ...], list[Cluster]]:
    """The clusters by parties, where a tie that a person said has grown (or shrunk) stands once, under all who ever belonged to it.

    Three ties of two each stay three ties: nobody is a party to a paper that does not name it, and no set is the other with more.
    """
    joined = {keys: list(clusters) for keys, clusters in ties.items()}
    for fewer in sorted(ties, key=lambda keys: (len(keys), keys)):
        for more in sorted(joined, key=lambda keys: (len(keys), keys)):
            if fewer in joined and grows(fewer, more) and len(fewer) < len(more) and _said_one(joined[fewer], joined[more], said):
                joined[more] = joined.pop(fewer) + joined[more]
    return joined


def _said_one(left: list[Cluster], right: list[Cluster], said: Links) -> bool:
    ids = {id_ for made in right for id_ in made.ids}
    return any(not ids.isdisjoint(said.same.get(id_, frozenset())) for made in left for id_ in made.ids)
