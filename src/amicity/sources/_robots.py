"""What a site's robots.txt lets a reader fetch (RFC 9309): the longest rule that fits counts, and leave wins a tie."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

_LONGEST = 500_000
_PATIENT = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us: ``(path, allowed)``, and how many seconds the site wants between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether the path (with its query) may be fetched."""
        plain = unquote(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, plain)]
        return max(fitting, default=(0, True))[1] or path == "/robots.txt"


NOTHING = Robots(rules=(("/", False),))
"""A site that forbids everything, or whose wishes cannot be learnt."""


def robots_in(text: str, *, agent: str) -> Robots:
    """The rules in a robots.txt for an agent of that name, or for all where it is not named."""
    groups = list(_groups(text[:_LONGEST]))
    named = [rules for agents, rules in groups if any(name and agent.lower().startswith(name) for name in agents)]
    mine = named or [rules for agents, rules in groups if "*" in agents]
    lines = [line for rules in mine for line in rules]
    delays = [float(value) for key, value in lines if key == "crawl-delay" and value.replace(".", "", 1).isdecimal() and value.isascii()]
    rules = tuple((unquote(value), key == "allow") for key, value in lines if key in ("allow", "disallow") and value)
    return Robots(rules, min(max(delays, default=0.0), _PATIENT))


def _groups(text: str) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """The agents named together, and the lines for them."""
    agents: list[str] = []
    for names, lines in groupby(_lines(text), key=lambda line: line[0] == "user-agent"):
        if names:
            agents = [value.lower() for _, value in lines]
        else:
            yield agents, list(lines)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon and key.strip().lower() in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield key.strip().lower(), value.strip()


def _fits(rule: str, path: str) -> bool:
    """Whether a rule with ``*`` (anything) and a last ``$`` (the end) fits the path."""
    ends, rule = rule.endswith("$"), rule.removesuffix("$")
    first, *rest = rule.split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not ends or path == first
    at = len(first)
    for part in rest[:-1]:
        if (found := path.find(part, at)) < 0:
            return False
        at = found + len(part)
    return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at if ends else rest[-1] in path[at:]
