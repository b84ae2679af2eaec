"""Who with whom: the sides of a tie, a paper or a meeting, told from where places stand in the sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import meant_by_it
from amicity.grammar.symbol import Symbol, called
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.place import Level

Group = Sequence[Symbol]

_ARTICLE = (
    r"(?:the |its |their |his |her |our |a |new |fellow )?(?:(?!in |from |at |near |of )(?:[a-z-]+|\d+) ){0,2}?(?:(?:city|town"
    r"|municipality|port|province|state|county|government|people|representatives?|mayors?|councils?"
    r"|cities|towns|authorities|officials|district|village) (?:of|from) (?:the )?)?(?:the )?(?:cities "
    r"of |city of )?(?:(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?'s (?:(?:city|town) of )?)?"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|across|around|throughout|inside|held in|here in|based in|capital of(?: "
    r"[\w'-]+){0,3}|north of|south of|east of|west of|via|through|than|like|such as|including"
    r"|especially) (?:the )?(?:city of |heart of |centre of |center of |[a-z]+ern |[a-z]+ of )?$",
    re.I,
)
_SOME_OF = re.compile(
    r"\b(?:two|three|four|five|six|several|many|some|\d+) (?:other )?(?:cities|towns|counties|districts) (?:of|from) (?:the )?$", re.I
)
_PAIR = 2
_ONE_WITH_REST = re.compile(r"\s*and\b[^,;]*[,;]")  # "between Davao and Iligan, Kalibo, and Cagayan de Oro"
_DO = re.compile(r" (?:have |has |had |both |also |jointly |formally |officially |recently |today )*")
_FROM = re.compile(r"\b(?:from|by|of) (?:the )?(?:city of )?$", re.I)
_COUNTED = (
    r"\bwith (?:[\w-]+ ){1,5}(?:cities|towns|municipalities|counterparts|partners|places|regions|provinces)(?: \w+){0,3}?"
    r"(?::|,? (?:including|such as|namely|like|among them|among which|(?:they|these|which) are):?) $"
)
_WITH = re.compile(rf"\b(?:with|to|and its (?:sister|twin|partner) (?:city|town),?) {_ARTICLE}$|{_COUNTED}", re.I)
_BETWEEN = re.compile(rf"\b(?:between|linking|among|joining|link) {_ARTICLE}$", re.I)
_TOWN_POSTS = frozenset({"mayor", "vice_mayor", "deputy_mayor", "lord_mayor", "council_president", "council_leader", "city_manager"})
_BEHALF = re.compile(r"\bon behalf of (?:the )?(?:city of |people of )?$", re.I)
_TOGETHER = re.compile(r"\b(?:tripartite|trilateral|three-way|quadripartite|four-way|multilateral|joint declaration of)\b", re.I)
_RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.I)
_NO_TOWNS = re.compile(r"\s+(?:firms|companies|clubs|teams|men|women|leaders|schools|universities|players|bands|students|brothers|ships)\b")
_INSIDE_PAIR = re.compile(r"(?:and|-|&|with)(?: [A-Z]\w+'s)?")
_THE_PAPER = re.compile(r"\b(?:the|its|their) (?:[a-z-]+ ){0,2}$", re.I)
_AND_HERE = re.compile(r",?\s+and (?:this|our) (?:\w+ )?(?:city|town|municipality|county|capital|province|state)\b", re.I)
_AND_HE = re.compile(r"\b(?:he|she) and\b|\bwith (?:him|her)\b", re.I)
_SELF = re.compile(
    r"\b(?:this (?:city|town|capital|municipality|county|province)"
    r"|the (?:city|town|council|municipality|borough|county|village|port|district|capital|board"
    r"|commission|province|state|prefecture|islanders|township)(?: council| government|'s mayor)?|our "
    r"(?:city|town|council|county|community|province)|we|city council|town council|its|it|city "
    r"officials|the mayor|officials|council(?:l?ors| members)|his city|her city|residents|city "
    r"leaders)\b",
    re.I,
)


_IT_AND = re.compile(r"(?:It|The (?:city|town)|We)\b.*\band (?:also |has |then )?$", re.S)


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties to one tie, in order, with how sure that is; ``inferred`` are those that the sentence itself does not name."""

    parties: tuple[Symbol, ...]
    confidence: Confidence = Confidence.A
    inferred: tuple[Symbol, ...] = ()

    def derivation(self, symbol: Symbol) -> Derivation:
        """How this party was told."""
        return Derivation.COREF if symbol in self.inferred else Derivation.RESOLVED


def preceding(sentence: Sentence, group: Group, width: int = 60) -> str:
    """The words right before a group."""
    return sentence.gap(max(sentence.start, group[0].start - width), group[0].start)


def locative(sentence: Sentence, group: Group) -> bool:
    """Whether the group says where ("in Karachi", "two cities of Sindh") rather than who."""
    before = preceding(sentence, group, 40)
    return bool(_LOCATIVE.search(before)) or (len(group) == 1 and bool(_SOME_OF.search(before)))


def towns(sentence: Sentence) -> list[Group]:
    """The groups of places below the state that may be parties, places of people's offices among them."""
    return [g for g in sentence.groups if not g[0].state]


def self_reference(sentence: Sentence, end: int) -> Symbol | None:
    """The report's own place, where the sentence speaks of "the city", "the council" or "we" before the offset."""
    context = sentence.context
    own = _opened_in(sentence) or context.owner or context.topic
    if own is not None and _SELF.search(sentence.gap(sentence.start, end)):
        return own
    return None


def _opened_in(sentence: Sentence) -> Symbol | None:
    """The town of "In Chicago, home to many, the mayor …": what is the city's there is not the report's own town's."""
    first = next(iter(sentence.by_sort.get("place", ())), None)
    if first is None or first.state or sentence.gap(sentence.start, first.start) != "In " or "the city" not in sentence.lower:
        return None
    return first if sentence.gap(first.reach, first.reach + 1) == "," else None


def person_places(sentence: Sentence, start: int, end: int) -> list[Symbol]:
    """The towns of people named between two offsets, by their offices."""
    found: list[Symbol] = []
    own = sentence.context.owner or sentence.context.topic
    for person in sentence.within(start, end, sort="person"):
        for place in person.person.places or (
            (own,) if own is not None and any(o.post in _TOWN_POSTS for o in person.person.posts) else ()
        ):
            if not place.state and all(place.place.key != f.place.key for f in found):
                found.append(place)
                break
    return found


def crossed(left: Iterable[Symbol], right: Iterable[Symbol], *, respectively: bool = False) -> list[tuple[Symbol, Symbol]]:
    """Each of the one with each of the other; one to one where the text says "respectively" or both lists are long and as long."""
    first, second = list(left), list(right)
    if len(first) == len(second) > (1 if respectively else _PAIR):
        return list(zip(first, second, strict=True))
    return [(a, b) for a, b in product(first, second) if a.place.key != b.place.key]


def sides(sentence: Sentence, anchor: Symbol, *, end: int | None = None) -> list[Sides]:
    """The ties that the anchor (a paper, a verb, a tie) makes between towns of its sentence.

    In order: "between A and B"; "A … with B"; two towns side by side; one town and the report's own; "the two cities".
    """
    start, stop = sentence.clause(anchor.start)
    stop = max(stop, end or 0)
    groups = [g for g in towns(sentence) if start <= g[0].start and g[0].start < stop]
    for finder in (_between, _with, _known, _beside, _by_people, _own, _the_two):
        found = [tie for tie in finder(sentence, anchor, groups) if _of_two_names(tie)]
        if found:
            return found
    whole = towns(sentence)
    if len(whole) > len(groups):
        for finder in (_between, _with, _beside):
            if found := finder(sentence, anchor, whole):
                return [Sides(f.parties, Confidence.B, f.inferred) for f in found]
    return []


def _of_two_names(tie: Sides) -> bool:
    """Whether the parties have names of their own: Cebu City and Cebu are told apart by the gazetteer, not by a report that says either."""
    return len({called(p) for p in tie.parties}) > 1


def _between(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    found = []
    for i, group in enumerate(groups):
        if not _BETWEEN.search(preceding(sentence, group, 80)):
            continue
        if pairs := in_pairs(sentence, group):
            found.extend(pairs)
        elif len(group) == 2:
            found.append(Sides(tuple(group)))
        elif (
            len(group) == 1
            and _AND_HERE.match(sentence.gap(group[-1].reach, sentence.end))
            and (own := sentence.context.owner or sentence.context.topic) is not None
        ):
            found.extend(Sides(pair, Confidence.B, (own,)) for pair in crossed((own,), group))
        elif len(group) > 2 and _ONE_WITH_REST.match(sentence.gap(group[0].reach, group[2].start)):
            found.extend(Sides(pair) for pair in crossed(group[:1], group[1:]))
        elif len(group) > 2:
            one = anchor.sort == "paper" and not sentence.says(anchor).endswith("s")
            found.append(Sides(tuple(group))) if one or _TOGETHER.search(sentence.text) else found.extend(
                Sides(p) for p in crossed(group[:1], group[1:])
            )
        elif i + 1 < len(groups) and len(gap := sentence.gap(group[-1].end, groups[i + 1][0].start)) < 90 and re.search(r"\band\b", gap):
            found.extend(Sides(pair) for pair in crossed(group, groups[i + 1]))
    return _distinct(found)


def _with(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    partners = [
        g
        for g in groups
        if _WITH.search(preceding(sentence, g, 80)) and not _travels(sentence, g) and not _BEHALF.search(preceding(sentence, g, 60))
    ]
    if not partners:
        return []
    right = next((g for g in partners if g[0].start >= anchor.start), partners[-1])
    left = [g for g in groups if g is not right and g[0].start < right[0].start and not locative(sentence, g) and g not in partners]
    respectively = bool(_RESPECTIVELY.search(sentence.text))
    behalf = [g for g in groups if g is not right and _BEHALF.search(preceding(sentence, g, 60))]
    if behalf:
        return _distinct(Sides(pair) for pair in crossed(behalf[0], right, respectively=respectively))
    if left and _of_its_tie(sentence, anchor, left) and (own := meant_by_it(sentence) or self_reference(sentence, right[0].start)):
        return _distinct(Sides(pair, Confidence.B, (own,)) for pair in crossed((own,), right))
    if left:
        nearest = _subject(sentence, anchor, left)
        return _distinct(Sides(pair) for pair in crossed(nearest, right, respectively=respectively))
    if own := self_reference(sentence, right[0].start) or _people_before(sentence, right[0].start):
        return _distinct(Sides(pair, Confidence.B, (own,)) for pair in crossed((own,), right))
    after = [g for g in groups if g is not right and g[0].start > right[0].start and not locative(sentence, g)]
    if after and not _WITH.search(preceding(sentence, after[0])):
        return _distinct(Sides(pair, Confidence.B) for pair in crossed(after[0], right))
    own = sentence.context.owner or sentence.context.topic
    if own is not None:
        return _distinct(Sides(pair, Confidence.B, (own,)) for pair in crossed((own,), right))
    return []


def _of_its_tie(sentence: Sentence, anchor: Symbol, left: list[Group]) -> bool:
    """ "It has been a sister city of A since 1966 and signed an agreement with B": A is no subject."""
    verb = sentence.before(anchor.start, sort="sign", within=40)
    return (
        verb is not None
        and _IT_AND.fullmatch(sentence.gap(sentence.start, verb.start)) is not None
        and all(_FROM.search(preceding(sentence, g, 25)) for g in left)
    )


def _travels(sentence: Sentence, group: Group) -> bool:
    return bool(
        re.search(
            r"\b(?:visit(?:ed|s|ing)?|trip|travel\w*|delegation|sent|invit\w+|ambassador|consul|flew|went|came|go(?:es|ing)?|fly|flying|heads?|headed"
            r"|return\w*|welcome|flights?|journey|addition|due|access|according|contribut\w+|close|belong\w*"
            r"|donat\w+|back) to (?:the )?$",
            preceding(sentence, group, 40),
            re.I,
        )
    )


def _people_before(sentence: Sentence, end: int) -> Symbol | None:
    found = person_places(sentence, sentence.start, end)
    return found[0] if len(found) == 1 else None


def _subject(sentence: Sentence, anchor: Symbol, left: list[Group]) -> Group:
    before = [g for g in left if g[0].start < anchor.start]
    plain = [g for g in before if not _FROM.search(preceding(sentence, g, 25))]
    pool = before or left
    if plain and plain[0][0].start - sentence.start < 80:
        return plain[0]
    return pool[-1]


def _known(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    """ "The renewal of the agreement", once its towns were told: another town in the sentence is no party where one of them is."""
    pair = sentence.context.pair
    if len(pair) != 2 or sentence.index - sentence.context.pair_sentence > 3 or anchor.sort not in ("paper", "tie"):
        return []
    keys, named = {p.place.key for p in pair}, {p.place.key for g in groups for p in g}
    if (
        len(named) < 2
        or len(keys & named) != 1
        or not _THE_PAPER.search(sentence.gap(max(sentence.start, anchor.start - 30), anchor.start))
    ):
        return []
    return [Sides(pair, Confidence.B, pair)]


def _beside(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    plain = [g for g in groups if not locative(sentence, g)]
    for group in plain:
        if pairs := in_pairs(sentence, group):
            return pairs
    for group in plain:
        if len(group) >= 2 and _hyphened(sentence, group):
            return [Sides(tuple(group))]
    acting = [g for g in plain if len(g) == _PAIR and _right_before(sentence, g, anchor)]
    if len(acting) == 1:
        return [Sides(tuple(acting[0]))]
    keys = list({s.place.key: s for g in reversed(plain) for s in reversed(g)}.values())[::-1]
    if len(keys) == 2 and not _of_one_state(keys) and _both_act(sentence, plain, anchor):
        return [Sides(tuple(keys))]
    joined = [g for g in plain if len(g) >= 2]
    if len(joined) == 1 and len(plain) <= 2:
        group = joined[0]
        if len(group) == 2 or _TOGETHER.search(sentence.text) or group[0].start < anchor.start:
            return _distinct([Sides(tuple(group), Confidence.A if len(group) == 2 else Confidence.B)])
    return []


def _right_before(sentence: Sentence, group: Group, anchor: Symbol) -> bool:
    """Whether the two stand right before the verb that signs the paper: "A and B signed …, and the port of C became …"."""
    return anchor.sort == "paper" and any(
        _DO.fullmatch(sentence.gap(group[-1].reach, v.start)) for v in sentence.of("sign") if group[-1].reach < v.start < anchor.start
    )


def in_pairs(sentence: Sentence, group: Group) -> list[Sides]:
    """ "A and B, C and D, and E and F": pairs in order."""
    if len(group) < 4 or len(group) % 2:
        return []
    inside = [sentence.gap(a.reach, b.start).strip() for a, b in zip(group[::2], group[1::2], strict=True)]
    between = [sentence.gap(a.reach, b.start).strip() for a, b in zip(group[1::2], group[2::2], strict=False)]
    if (
        all(_INSIDE_PAIR.fullmatch(i) for i in inside)
        and all(b.startswith((",", ";", "and", "as well as")) for b in between)
        and any(b not in ("and", "&") for b in between)
    ):
        return _distinct(Sides((a, b)) for a, b in zip(group[::2], group[1::2], strict=True))
    return []


def _both_act(sentence: Sentence, plain: list[Group], anchor: Symbol) -> bool:
    first, second = plain[0][0], plain[-1][-1]
    return second.start - first.end < 200 and abs(first.start - anchor.start) < 260


def _hyphened(sentence: Sentence, group: Group) -> bool:
    return sentence.gap(group[0].end, group[1].start).strip() in ("-", "/")


def _of_one_state(places: Sequence[Symbol]) -> bool:
    """Whether the offices are those of a town and of a state of the same country: mayor and governor of one side."""
    levels = {p.place.level for p in places}
    return Level.STATE in levels and len(levels) > 1 and len({p.place.country for p in places}) == 1


def _by_people(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    start, stop = sentence.clause(anchor.start)
    people = person_places(sentence, start, stop)
    if len(people) == 2 and not _of_one_state(people):
        return _distinct([Sides(tuple(people), Confidence.A, tuple(p for p in people if not sentence.start <= p.start < sentence.end))])
    named = [s for g in groups if not locative(sentence, g) for s in g]
    speaker = sentence.context.speaker
    if len(people) == 1 and not named and speaker is not None and _AND_HE.search(sentence.gap(start, anchor.start)):
        towns_of = [p for p in speaker.person.places if not p.state and p.place.key != people[0].place.key]
        return [Sides((towns_of[0], people[0]), Confidence.B, (towns_of[0], people[0]))] if towns_of else []
    if len(people) == 1 and len({s.place.key for s in named} - {people[0].place.key}) == 1:
        other = next(s for s in named if s.place.key != people[0].place.key)
        return [Sides((people[0], other), Confidence.B, (people[0],))]
    return []


def _own(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    plain = [g for g in groups if not locative(sentence, g)]
    own = self_reference(sentence, anchor.end)
    if own is not None and len(plain) == 1:
        return _distinct(Sides(pair, Confidence.B, (own,)) for pair in crossed((own,), plain[0]))
    return []


def the_two(sentence: Sentence) -> tuple[Symbol, ...]:
    """The two towns that the sentence leans on; "the two countries" are no towns."""
    if any("countr" in sentence.says(p) or "people" in sentence.says(p) for p in sentence.of("pair")):
        return ()
    if any(_NO_TOWNS.match(sentence.gap(p.end, sentence.end)) for p in sentence.of("pair")):
        return ()
    return sentence.context.the_two(sentence.index, spoken=bool(sentence.of("pair")))


def _the_two(sentence: Sentence, anchor: Symbol, groups: list[Group]) -> list[Sides]:
    start, stop = sentence.clause(anchor.start)
    if not any(start <= p.start < stop for p in sentence.of("pair")) and any(not locative(sentence, g) for g in groups):
        return []
    pair = the_two(sentence)
    return [Sides(pair, Confidence.B, pair)] if len(pair) == 2 and sentence.of("pair") else []


def _distinct(found: Iterable[Sides]) -> list[Sides]:
    seen: dict[frozenset[str], Sides] = {}
    for one in found:
        keys = frozenset(s.place.key for s in one.parties)
        if len(keys) >= 2 and not any(s.state for s in one.parties):
            seen.setdefault(keys, one)
    return list(seen.values())
