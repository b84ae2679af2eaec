"""What people said about findings being the same or different."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from amicity.terms.judgement import Judgement, Verdict

_ID_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Links:
    """``same`` maps a finding to those it is one with, ``apart`` holds the pairs that must not meet."""

    same: Mapping[str, frozenset[str]]
    apart: frozenset[frozenset[str]]


def links(standing: Iterable[Judgement]) -> Links:
    """The links that standing judgements (earliest first) make; on one pair the last word counts."""
    word: dict[frozenset[str], bool] = {}
    for judgement in standing:
        if judgement.verdict in (Verdict.SAME_AS, Verdict.DIFFERENT):
            subjects = {subject[-_ID_LENGTH:] for subject in judgement.subjects if ":" not in subject}
            for pair in combinations(sorted(subjects), 2):
                word[frozenset(pair)] = judgement.verdict is Verdict.SAME_AS
    same: dict[str, set[str]] = {}
    for pair_set, one in word.items():
        if one:
            left, right = pair_set
            same.setdefault(left, set()).add(right)
            same.setdefault(right, set()).add(left)
    return Links({id_: frozenset(others) for id_, others in same.items()}, frozenset(pair for pair, one in word.items() if not one))
