"""Declarations: outcome documents with a name."""

from kinds.told import only, told


def test_a_declaration_adopted() -> None:
    found = only("declaration", "The mayors of the sister cities adopted the Oulu Declaration on Clean Rivers on 4 May 2021.")
    assert (found.roles["title"], found.when) == (["Oulu Declaration on Clean Rivers"], "2021-05-04")


def test_a_consensus_at_the_end_of_a_forum() -> None:
    assert only("declaration", "The forum of sister cities ended with the adoption of the Oulu Peace Consensus.").roles["title"] == [
        "Oulu Peace Consensus"
    ]


def test_a_famous_one_is_none_of_theirs() -> None:
    assert told("declaration", "The sister cities discussed the Declaration of Independence, adopted in 1776.") == []
