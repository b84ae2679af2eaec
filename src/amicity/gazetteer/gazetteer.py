"""The gazetteer: what bears a name, where a name ends in a text, and which place a name most likely means."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from amicity.gazetteer.affixes import stripped
from amicity.gazetteer.capitals import written_as_name
from amicity.gazetteer.entry import Entry, Naming
from amicity.gazetteer.ranking import Bearer, Context, chosen
from amicity.gazetteer.spelling import fold, ideographic, in_place, with_offsets
from amicity.gazetteer.table import FORMAT, Mark, Table, opened
from amicity.terms.place import Candidate, Level, Place

COMPILED = Path(__file__).parent / "compiled"
_LONGEST_NAME = 64
_NO_VILLAGE = 50_000
_REMEMBERED = 16_384
_NATIONS = ("iso3166-2:GB-ENG", "iso3166-2:GB-NIR", "iso3166-2:GB-SCT", "iso3166-2:GB-WLS")
_HOMES = (Level.COUNTRY, Level.STATE)
_WORD = re.compile(r"[A-Za-z]+")
_QUIET = int(Mark.QUIET | Mark.ORDINARY)
_ORDINARY = int(Mark.ORDINARY)
_CAPITALS = int(Mark.CAPITALS)
_BESIDE = re.compile(r", (?=\w)| \((?=\w)")


class GazetteerError(Exception):
    """The compiled gazetteer is missing, or of another version."""


class Gazetteer:
    """Answers from the compiled tables; safe to share between threads, and cheap to open in every process."""

    __slots__ = ("_bearers", "_begins", "_entries", "_resolved", "_table", "country", "demonym")

    def __init__(self, table: Table) -> None:
        self._table = table
        remembered = lru_cache(maxsize=_REMEMBERED)
        self._bearers = remembered(self._look_up)
        self._entries = remembered(self._rank)
        self._resolved = remembered(self._resolve)
        self.demonym = remembered(self._nation)
        self._begins = remembered(self._opens_name)
        self.country = remembered(self._country)

    def longest(self, text: str, start: int) -> int | None:
        """Where the longest known name that starts at ``text[start]`` ends, at a word's end; None where none does.

        Only what is written as a name counts (``Bath`` in ``BATH`` and ``Bath``, never in ``bath``). An ordinary word, a person's
        name or a village counts only with its country or division beside it: ``Reading, England``, ``Asadabad (Afghanistan)``.
        """
        end, mark = self._name_at(text, start)
        if end is None or not mark & _QUIET:
            return end
        beside = _BESIDE.match(text, end)
        after, quiet = self._name_at(text, beside.end()) if beside else (None, 0)
        if beside is None or after is None or quiet:
            return self._name_at(text, start, loud=True)[0]
        homes = {(entry.country, entry.name) for entry in self.entries(text[beside.end() : after]) if entry.level in _HOMES}
        smallest = _NO_VILLAGE if mark & _ORDINARY else 0
        towns = [entry for entry in self.entries(text[start:end]) if entry.level is Level.CITY and entry.weight >= smallest]
        known = any(town.country == country and name in (town.admin, self._name_of(country)) for town in towns for country, name in homes)
        return end if known else self._name_at(text, start, loud=True)[0]

    def _name_at(self, text: str, start: int, *, loud: bool = False) -> tuple[int | None, int]:
        """The end of the longest name there, and its marks; ``loud`` passes over quiet and ordinary ones."""
        if start and _inside_word(text[start - 1], text[start : start + 1]):
            return None, 0
        word = _WORD.match(text, start)
        if word is not None:
            longer, alone = self._begins(text[start : word.end() + 1])
            if not longer:
                passed = alone is None or (loud and alone & _QUIET) or not written_as_name(word[0], capitals=bool(alone & _CAPITALS))
                return (None, 0) if alone is None or passed else (word.end(), alone)
        folded, ends = self._window(text, start)
        trie = self._table.names
        for name in reversed(trie.prefixes(folded)):
            end = start + (ends[len(name) - 1] if ends else len(name))
            if _inside_word(text[end - 1], text[end : end + 1]):
                continue
            mark = self._table.marks[trie[name]]
            passed = loud and mark & _QUIET
            if not passed and written_as_name(text[start:end], capitals=bool(mark & _CAPITALS)):
                return end, mark
        return None, 0

    def _window(self, text: str, start: int) -> tuple[str, list[int] | None]:
        """What may be a name from there on, folded: cut from the whole text's folding where that keeps its offsets."""
        folded = in_place(text)
        stop = start + _LONGEST_NAME
        return (folded[start:stop], None) if folded is not None else with_offsets(text[start:stop])

    def _opens_name(self, opening: str) -> tuple[bool, int | None]:
        """Whether a word, with the letter or mark behind it, may begin a longer name; if none, the marks of the name that it is by
        itself, or None."""
        names, folded = self._table.names, fold(opening)
        word = folded[:-1]
        if next(iter(names.iterkeys(folded)), None) is not None or (opening[-1:].isalnum() and word in names):
            return True, None
        return False, self._table.marks[names[word]] if word in names else None

    def _name_of(self, code: str) -> str | None:
        country = self.country(code)
        return country.name if country else None

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Every place that bears the name, the likeliest first; accents, apostrophes, hyphens and case do not matter."""
        return self._entries(name)

    def bearers(self, name: str) -> list[Bearer]:
        """Every place that bears the name, and how it bears it."""
        return self._bearers(name)

    def entry(self, identity: str) -> Entry | None:
        """The entry of an id, with its division."""
        found = self._table.codes.get(f"id {identity}")
        return self._table.entry(found[0][0]) if found else None

    def names_beginning(self, letters: str, *, limit: int) -> list[str]:
        """Known names, folded, that begin with these letters: at most so many, in no order that means anything."""
        return list(islice(self._table.names.iterkeys(fold(letters)), limit))

    def _rank(self, name: str) -> tuple[Entry, ...]:
        ranked = chosen(self._bearers(name), Context())
        return tuple(rival.entry for rival in ranked)

    def resolve(self, name: str, *, country: str | None = None, admin: str | None = None, near: Sequence[str] = ()) -> Place:
        """The place that the name most likely means, with its rivals as candidates; the unknown keeps its name and has no id.

        ``country`` (ISO 3166-1 alpha-2) and ``admin`` (a division's name) are what the text says beside the name: a place that
        lies elsewhere is no answer. ``near`` are countries already spoken of, which only tip the scales.
        """
        return self._resolved(name, country, admin, tuple(near))

    def _resolve(self, name: str, country: str | None, admin: str | None, near: tuple[str, ...]) -> Place:
        context = Context(country=country, admin=admin, near=near)
        for reading in stripped(name):
            ranked = chosen(self._bearers(reading.name), Context(country, admin, near, reading.levels))
            if ranked:
                best, candidates = ranked[0], tuple(rival.candidate() for rival in ranked[:6])
                return _place(best.entry, candidates=candidates if len(ranked) > 1 else ())
        return self._unknown(name, context)

    def _country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        found = self._table.codes.get(f"cc {code.upper()}")
        return _place(self._table.entry(found[0][0])) if found else None

    def country_code(self, name: str) -> str | None:
        """The code of the country that bears the name, also as lists write it (``the_United_States``), or that a nation of it bears
        (``Scotland``); None where no country does."""
        plain = name.replace("_", " ").strip()
        bearers = self._bearers(plain) or self._bearers(plain.removeprefix("the ").removeprefix("The "))
        entries = [bearer.entry for bearer in bearers if bearer.naming is Naming.OWN]
        return next((entry.country for entry in entries if entry.level is Level.COUNTRY or entry.id in _NATIONS), None)

    def by_id(self, identity: str) -> Place | None:
        """The place of an id, e.g. ``geonames:2034937`` or ``iso3166-2:CN-LN``."""
        found = self._table.codes.get(f"id {identity}")
        return _place(self._table.entry(found[0][0])) if found else None

    def _nation(self, word: str) -> str | None:
        """The code of the country that a word belongs to: ``Chinese`` gives ``CN``. Also ``Filipinos``, the plural."""
        codes = self._table.codes
        found = word[:1].isupper() and (codes.get(f"of {fold(word)}") or codes.get(f"of {fold(word.removesuffix('s'))}"))
        return self._table.entry(found[0][0]).country if found else None

    def _look_up(self, name: str) -> list[Bearer]:
        number = self._table.names.get(fold(" ".join(name.split())))
        if number is None:
            return []
        return [Bearer(self._table.entry(entry), naming) for entry, naming in self._table.bearers(number)]

    def _unknown(self, name: str, context: Context) -> Place:
        elsewhere = chosen(self._bearers(name), Context()) if context.country or context.admin else []
        reason = f"not in {context.admin or context.country}, as the text says"
        level = next((reading.levels[0] for reading in stripped(name) if reading.levels), Level.CITY)
        candidates = tuple(rival.candidate(reason) for rival in elsewhere[:5])
        return Place(name=name, country=context.country, level=level, candidates=candidates)


@cache
def open_gazetteer(folder: Path = COMPILED) -> Gazetteer:
    """The compiled gazetteer, mapped once a process. Raises GazetteerError where it was not compiled, or by another version."""
    try:
        version = (folder / "format.txt").read_text(encoding="ascii").strip()
        if version != str(FORMAT):
            raise GazetteerError(
                f"The gazetteer in {folder} has format {version}, not {FORMAT}: run `python -m amicity.gazetteer.compile`."
            )
        return Gazetteer(opened(folder))
    except FileNotFoundError as missing:
        raise GazetteerError(
            f"The gazetteer was not compiled ({missing.filename} is missing): run `python -m amicity.gazetteer.compile`."
        ) from None


def _inside_word(before: str, after: str) -> bool:
    return bool(before) and bool(after) and before.isalnum() and after.isalnum() and not ideographic(before) and not ideographic(after)


def _place(entry: Entry, candidates: tuple[Candidate, ...] = ()) -> Place:
    return Place(
        name=entry.name,
        country=entry.country,
        id=entry.id,
        level=entry.level,
        latitude=entry.latitude,
        longitude=entry.longitude,
        population=entry.population,
        candidates=candidates,
    )
