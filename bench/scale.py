"""How the register holds 100,000 ties and 1,000,000 findings, beside the same questions in plain SQL and in pandas."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from amicity.answers import answers
from amicity.register import fold, partition
from amicity.terms.answer import Query
from amicity.terms.confidence import Confidence
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Policy, Verdict
from amicity.terms.register import Register
from bench.peers import PEERS, SQL
from bench.row import Row
from bench.synthetic import findings

_TIES, _FINDINGS = 100_000, 1_000_000
_A_TENTH = 10
_DAY = date(2026, 1, 1)
_POLICY = Judgement(Verdict.POLICY, (), by="bench", at="2026-01-01T00:00:00Z", policy=Policy(tuple(Confidence)))


def measure() -> Iterator[Row]:
    """Each size in a process of its own, so that memory is that of the size alone."""
    small, large = (_apart(_FINDINGS // part, _TIES // part) for part in (_A_TENTH, 1))
    ties, told = f"{large['ties']:,.0f}", f"{large['findings']:,.0f}"
    yield Row(f"full fold of {told} findings, {ties} ties", large["fold"], "s", 12, ceiling=True)
    yield Row("  ten times the findings cost", large["fold"] / small["fold"], "times", 11, ceiling=True)
    yield Row("  every entry worked out and every way gone, once", large["whole"], "s", beside="entries are else worked out when asked for")
    yield Row("  peak memory, findings and register, all of it asked", large["peak"] / 1000, "GB", 3, ceiling=True)
    yield Row("  fold of one pair after a judgement", large["pair"] * 1000, "ms", 20, ceiling=True)
    slowest = max(answers(), key=lambda name: large[f"first {name}"])
    first = large[f"first {slowest}"] * 1000
    yield Row("  slowest first answer of a place not asked before", first, "ms", 50, ceiling=True, beside=f"answer {slowest}")
    for name in sorted(answers()):
        yield Row(f"  answer {name}, busiest place", large[f"answer {name}"] * 1000, "ms", 50, ceiling=True)
    for peer in PEERS:
        yield Row(f"  {peer}: load the findings", large[f"{peer} load"], "s", beside="undo, as-of and evidence left out")
        for question in SQL:
            ratio = large[f"answer {question}"] / large[f"{peer} {question}"]
            yield Row(
                f"  {peer}: {question}, same place", large[f"{peer} {question}"] * 1000, "ms", beside=f"our answer takes × {ratio:.2g}"
            )


def _apart(count: int, ties: int) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "bench.scale", str(count), str(ties)], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the benchmark of scale failed:\n{done.stderr[-2000:]}")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _measured(count: int, ties: int) -> dict[str, float]:
    claims = list(_claims(count, ties))
    for claim in claims:
        _ = claim.id
    start = time.process_time()
    register = fold(claims, (_POLICY,))
    told = {"findings": len(claims), "fold": time.process_time() - start} | _first(register)
    told |= {"whole": _once(partial(_everything, register)), "ties": len(register.relations), "peak": _peak()}
    told |= {"pair": _pair(claims)} | _asked(register) | _peers(claims, register)
    return told


def _first(register: Register) -> dict[str, float]:
    """Seconds of each answer, of another place each that was not asked before: the busiest places there are.

    The least busy place is asked first, as a process loads gazetteer and rule packs once, whatever it is asked.
    """
    names, asked = sorted(answers()), set[str]()
    places = sorted(register.at, key=lambda key: (-len(register.at[key]), key))
    answers()["advice"].ask(register, Query(_DAY, places[-1]))
    told = {}
    for name in names:
        place = next(key for key in places if key not in asked)
        ask = partial(answers()[name].ask, register, Query(_DAY, place, _partner(register, place) if name in _OF_TWO else None))
        told[f"first {name}"] = _once(ask)
        asked |= {place, *(partner.key for tie in register.ties_of(place) for partner in tie.partners(place))}
    return told


def _everything(register: Register) -> None:
    """Ask for all that a register has."""
    for row in (register.relations, register.events, register.promises, register.posts, register.figures, register.other):
        assert len(row) <= len(register.items)
    ways: tuple[Mapping[Any, Any], ...] = (register.items, register.told, register.findings, register.rulings, register.at)
    for way in ways:
        for _ in way.items():
            pass


def _claims(count: int, ties: int) -> Iterator[Finding]:
    """So many findings over so many pairs: the pairs' four findings each, told again and again in other reports."""
    from dataclasses import replace
    from hashlib import sha256

    from amicity.terms.partial_date import PartialDate

    first = list(findings(4 * ties, places=max(2_000, ties // 20)))
    yield from first
    again = 0
    while again < count - len(first):
        told = first[again % len(first)]
        number = again // len(first) + 1
        when = told.when and replace(told.when, value=PartialDate(told.when.value.edtf[:4])) if number % 2 else told.when
        yield replace(
            told, report=sha256(f"{again // 2}/{number}".encode()).hexdigest(), source=f"synthetic/{again // 2}-{number}.txt", when=when
        )
        again += 1


def _pair(claims: list[Finding]) -> float:
    """One judgement on one finding: the fold of its group with every judgement, as the site does it."""
    near = next(group for group in partition(claims[: 40 * 4], (_POLICY,)).values() if len(group) > 2)
    places = {place.key for place in near[0].places("party", "visitor", "host", "by", "to")}
    group = [claim for claim in claims if {place.key for place in claim.places()} == places]
    said = Judgement(Verdict.REJECT, (group[0].id,), by="bench", at="2026-02-01T00:00:00Z")
    return _best(lambda: fold(group, (_POLICY, said)))


def _asked(register: Register) -> dict[str, float]:
    place = _busiest(register)
    queries = {name: Query(_DAY, place, _partner(register, place) if name in _OF_TWO else None) for name in answers()}
    return {f"answer {name}": _best(partial(answer.ask, register, queries[name])) for name, answer in answers().items()}


def _partner(register: Register, place: str) -> str:
    """A place to which this one is tied; the tie itself stays unasked."""
    tie = next(id_ for id_ in register.at[place] if "+" in id_)
    return next(key for key, ids in register.at.items() if key != place and tie in ids)


def _busiest(register: Register) -> str:
    return max(register.at, key=lambda key: len(register.at[key]))


_OF_TWO = ("brief", "tie")


def _peers(claims: list[Finding], register: Register) -> dict[str, float]:
    """What the same questions cost in the peers. Raises RuntimeError where a peer knows other ties than the register."""
    place = _busiest(register)
    told: dict[str, float] = {}
    for name, peer in PEERS.items():
        told[f"{name} load"], asked = peer(claims, place=place, day=str(_DAY))
        if len(asked["ties"]()) != len(register.ties_of(place)):
            raise RuntimeError(f"{name} knows other ties of {place} than the register")
        told |= {f"{name} {question}": _best(ask) for question, ask in asked.items()}
    return told


def _once(work: Callable[[], object]) -> float:
    """Seconds of one core, the first time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _best(work: Callable[[], object]) -> float:
    """Seconds of one core, the least of five."""
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _peak() -> float:
    """Megabytes of this process at its largest so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if os.uname().sysname != "Darwin" else 1_000_000)


if __name__ == "__main__":
    print(json.dumps(_measured(int(sys.argv[1]), int(sys.argv[2]))))
