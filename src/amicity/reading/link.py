"""One event told twice in a report is one finding with both passages (codebook, 4.18)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from amicity.grammar.draft import Draft, Slot, When
from amicity.kinds import kinds
from amicity.reading.shelves import Shelves
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.place import Level
from amicity.terms.status import Status

_VAGUE = (Derivation.INHERITED, Derivation.COREF)
_TIE = ("agreement", "relation", "renewal", "suspension", "termination")
_FORMLESS = frozenset({"memorandum", "declaration", "other"})
_MILD = frozenset({"friendship", "cooperation", "exchange"})
_LOOSE = re.compile(r"^friend(?:ly|ship) (?:ties?|relations?|links?)$|^cooperative ties$", re.I)
_NOTED = "relation.noted"
_PAIR = 2
_LEVEL = re.compile(r" (?:province|region|county|prefecture|district|oblast|city|municipality|state)$")
_STRONGER = {Confidence.A: 0, Confidence.B: 1, Confidence.C: 2}


def linked(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with repeats merged, in text order: the earlier passage is the quote, later ones are kept beside it."""
    kept: list[Draft] = []
    shelves = Shelves()
    for draft in drafts:
        for other in shelves.beside(draft):
            if _same(other, draft):
                _merge(other, draft)
                break
        else:
            kept.append(draft)
            shelves.put(draft)
    for paper in (d for d in kept if d.kind == "agreement"):
        _formed(paper, shelves.of_its_parties(paper, kind="relation"))
    meetings = [d for d in kept if d.kind == "meeting"]
    return [
        d
        for d in kept
        if not (d.kind == "meeting" and _told_apart(d, meetings))
        and not (d.kind == "visit" and _at_home(d))
        and not (d.kind == "relation" and any(_outdone(d, by) for by in shelves.of_its_parties(d, kind=d.kind)))
        and not (d.kind == "agreement" and any(_shelved(d, by) for by in shelves.of_its_parties(d, kind=d.kind)))
    ]


def _formed(paper: Draft, relations: Iterable[Draft]) -> None:
    """A paper "to that effect" makes the one tie that the report tells of its parties."""
    ties = {s.key: s for r in relations for s in r.roles.get("form", ())}
    if _keys(paper, "form") == {"other"} and len(ties) == 1:
        paper.roles["form"] = list(ties.values())


def _shelved(one: Draft, by: Draft) -> bool:
    """Whether a paper only hoped for or proposed is told further on as planned or signed."""
    return (
        by is not one
        and one.status in (Status.HOPED, Status.PROPOSED)
        and by.status in (Status.HAPPENED, Status.PLANNED)
        and _parties(one) == _parties(by)
        and _keys(one, "act") == _keys(by, "act")
        and (_keys(one, "form") == _keys(by, "form") or _keys(one, "form") <= _FORMLESS)
    )


def _told_apart(one: Draft, meetings: list[Draft]) -> bool:
    """Whether a meeting with several guests ("talks with guests from A and B") is told of each of them further on."""
    guests = _keys(one, "guest")
    if len(guests) < _PAIR:
        return False
    others = [m for m in meetings if m is not one and _keys(m, "host") == _keys(one, "host")]
    return all(any(_keys(m, "guest") == {guest} for m in others) for guest in guests)


def _at_home(visit: Draft) -> bool:
    """Whether those who came to a state are of that state: then they are not who came."""
    hosts, guests = ([s.place for s in visit.roles.get(role, ()) if s.place is not None] for role in ("host", "visitor"))
    return bool(hosts and guests) and all(
        h.level is Level.COUNTRY and g.level is not Level.COUNTRY and g.country == h.country for h in hosts for g in guests
    )


def _outdone(one: Draft, by: Draft) -> bool:
    """Whether a relation adds nothing beside another of the same pair: good relations beside a tie, a hope for what stands already."""
    if by is one or by.status is not Status.HAPPENED or _parties(one) != _parties(by):
        return False
    same = _keys(one, "form") == _keys(by, "form")
    if one.status is Status.HAPPENED:
        return (
            not same
            and (one.when is None or one.when.derivation in _VAGUE)
            and _keys(one, "form") <= _MILD
            and all(_LOOSE.search(str(s.value)) for s in one.roles.get("label", ()))
        )
    return same and (one.status in (Status.HOPED, Status.PROPOSED) or one.confidence is not Confidence.A)


def _same(one: Draft, other: Draft) -> bool:
    if not _dates_agree(one.when, other.when):
        return False
    if one.kind in _TIE:
        agree = other.rule == _NOTED or _forms_agree(one, other)
        if (acted := _keys(one, "actor")) and (again := _keys(other, "actor")) and acted.isdisjoint(again):
            return False
        return _parties(one) == _parties(other) and agree and (one.status == other.status or one.quote == other.quote)
    if one.kind == "figure":
        return (
            _keys(one, "value") == _keys(other, "value")
            and _keys(one, "measure") == _keys(other, "measure")
            and (bool(_keys(one, "about") & _keys(other, "about")) or not _keys(one, "about"))
        )
    if one.kind == "post":
        return (
            _keys(one, "person") == _keys(other, "person")
            and (_keys(one, "post") == _keys(other, "post") or {"mayor", "lord_mayor"} == _keys(one, "post") | _keys(other, "post"))
            and (_names(one, "place") == _names(other, "place") or not _keys(one, "place") or not _keys(other, "place"))
        )
    if one.kind in ("meeting", "visit"):
        if one.kind == "visit" and one.status != other.status and one.quote != other.quote:
            return False
        return not _other_year(one.when, other.when) and not _the_other_way(one, other) and _alike_contacts(one, other)
    if one.kind == "promise":
        return one.quote == other.quote and _keys(one, "by") == _keys(other, "by") and _keys(one, "strength") == _keys(other, "strength")
    if one.kind in ("need", "offer"):
        return one.quote == other.quote and _keys(one, "place") == _keys(other, "place")
    if one.kind in ("consulate", "membership", "service"):
        identity = kinds()[one.kind].identity + (("place",) if one.kind == "consulate" else ())
        return all(_keys(one, role) == _keys(other, role) for role in identity)
    if one.kind in ("forum", "declaration", "award", "project"):
        role = "title" if one.kind == "declaration" else "name"
        return any(_alike_names(str(a.value), str(b.value)) for a in one.roles.get(role, []) for b in other.roles.get(role, []))
    if one.kind == "aid" and one.status != other.status:
        return False
    identity = kinds()[one.kind].identity
    return bool(identity) and all(_keys(one, role) == _keys(other, role) for role in identity)


def _the_other_way(one: Draft, other: Draft) -> bool:
    """Whether a visit answers the other: its hosts were the visitors there."""
    return one.kind == "visit" and bool(_keys(one, "host") & _keys(other, "visitor")) and bool(_keys(one, "visitor") & _keys(other, "host"))


def _other_year(one: When | None, other: When | None) -> bool:
    """Whether two dates lie a year or more apart: visits are paid again and again."""
    years = [int(w.value.edtf[:4]) for w in (one, other) if w is not None and w.value.edtf[:4].isdigit() and "/" not in w.value.edtf]
    return len(years) == 2 and abs(years[0] - years[1]) > 1


def _alike_contacts(one: Draft, other: Draft) -> bool:
    roles = ("host", "guest", "party") if one.kind == "meeting" else ("host", "visitor")
    everyone = [_sides(d, roles, towns_of=other) for d, other in ((one, other), (other, one))]
    if not everyone[0] or not everyone[1]:
        return bool(_keys(one, "leader") & _keys(other, "leader") or _keys(one, "person") & _keys(other, "person"))
    fewer, more = sorted(everyone, key=len)
    return fewer == more or (len(more) <= _PAIR and fewer <= more)


def _sides(draft: Draft, roles: Iterable[str], *, towns_of: Draft) -> frozenset[str]:
    """The plain names of those who met; a state ("the Georgian delegation") is its one town that the other passage names."""
    found: set[str] = set()
    for role in roles:
        towns: dict[str | None, set[str]] = {}
        for slot in towns_of.roles.get(role, ()):
            if slot.place is not None and slot.place.level is not Level.COUNTRY:
                towns.setdefault(slot.place.country, set()).update(_plain(slot))
        for slot in draft.roles.get(role, ()):
            own = towns.get(slot.place.country, set()) if slot.place is not None and slot.place.level is Level.COUNTRY else set()
            found |= own if len(own) == 1 else _plain(slot)
    return frozenset(found)


def _alike_names(one: str, other: str) -> bool:
    first, second = _name_words(one), _name_words(other)
    if not first or not second:
        return False
    return (len(first & second) / min(len(first), len(second)) >= 0.99 and abs(len(first) - len(second)) <= max(3, len(first))) or len(
        first & second
    ) / len(first | second) >= 0.6


@lru_cache(maxsize=1 << 10)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(w for w in name.casefold().replace("'s", "").split() if w not in ("the", "of", "and", "for"))


def _forms_agree(one: Draft, other: Draft) -> bool:
    first, second = _keys(one, "form"), _keys(other, "form")
    return (
        not first
        or not second
        or first == second
        or "other" in first | second
        or one.kind in ("suspension", "termination", "renewal")
        or (one.kind == "agreement" and _one_paper(one, other))
    )


def _one_paper(one: Draft, other: Draft) -> bool:
    """Whether a paper told without its tie ("signed the memorandum") is the one told with it: same act, days that may be one."""
    papers = _keys(one, "instrument") | _keys(other, "instrument")
    return (
        any(_keys(d, "form") <= _FORMLESS for d in (one, other))
        and (len(papers) < 2 or "agreement" in papers)
        and "letter_of_intent" not in papers
        and (_keys(one, "act") == _keys(other, "act") or not one.roles.get("act") or not other.roles.get("act"))
        and (one.when is None or other.when is None or one.when.value.compatible(other.when.value))
    )


def _parties(draft: Draft) -> frozenset[str]:
    return frozenset(_keys(draft, "party"))


def _keys(draft: Draft, role: str) -> set[str]:
    return {slot.key for slot in draft.roles.get(role, [])}


def _names(draft: Draft, role: str) -> set[str]:
    """The first words of the names, which a city and the county about it share."""
    return {(slot.place.name or slot.place.key).casefold() if slot.place else slot.key for slot in draft.roles.get(role, [])}


def _plain_names(draft: Draft, role: str) -> set[str]:
    """The places' names without their level: Hubei and Hubei Province are one side of a meeting."""
    return set().union(*(_plain(slot) for slot in draft.roles.get(role, [])))


def _plain(slot: Slot) -> set[str]:
    return {_level_less((slot.place.name or slot.place.key).casefold() if slot.place else slot.key)}


@lru_cache(maxsize=1 << 10)
def _level_less(name: str) -> str:
    return _LEVEL.sub("", name)


def _dates_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    return one.derivation in _VAGUE or other.derivation in _VAGUE or one.value.compatible(other.value)


def _merge(into: Draft, extra: Draft) -> None:
    """Keep the first passage; take what the second adds, and its date where it is firmer."""
    if extra.quote != into.quote and extra.quote not in into.also:
        into.also.append(extra.quote)
    if extra.rule == _NOTED or (into.kind == "agreement" and extra.roles.get("form") and _keys(into, "form") <= _FORMLESS):
        into.roles["form"] = extra.roles["form"]
    for role, slots in extra.roles.items():
        mine = into.roles.setdefault(role, [])
        if (
            role in ("form", "comparator", "strength", "channel", "post", "name", "title", "place", "edition", "mode", "instrument", "act")
            and mine
        ):
            continue
        for i, slot in enumerate(mine):
            again = next((s for s in slots if s.key == slot.key), None) if slot.place is not None else None
            if again is not None and (
                (slot.derivation is Derivation.COREF and again.derivation is not Derivation.COREF)
                or (slot.place is not None and slot.place.id is None and again.end - again.start > slot.end - slot.start)
            ):
                mine[i] = again
        known = {slot.key for slot in mine}
        contact = into.kind in ("visit", "meeting")
        mine.extend(s for s in slots if s.key not in known and not _part(s, mine) and not (contact and _state_of(s, mine)))
    if _firmer(extra.when, into.when):
        into.when = extra.when
    if into.status is not Status.HAPPENED and extra.status is Status.HAPPENED and into.kind == "meeting":
        into.status = extra.status
    into.confidence = min(into.confidence, extra.confidence, key=_STRONGER.__getitem__)


def _part(slot: Slot, known: list[Slot]) -> bool:
    return (
        slot.place is None
        and isinstance(slot.value, str)
        and any(isinstance(k.value, str) and (slot.value in k.value or k.value in slot.value) for k in known)
    )


def _state_of(slot: Slot, known: list[Slot]) -> bool:
    """Whether the slot is a state that one of its towns stands for already."""
    place = slot.place
    return place is not None and place.level is Level.COUNTRY and any(k.place and k.place.country == place.country for k in known)


def _firmer(new: When | None, old: When | None) -> bool:
    if new is None:
        return False
    if old is None:
        return True
    if (old.derivation in _VAGUE) != (new.derivation in _VAGUE):
        return old.derivation in _VAGUE and len(new.value.edtf) >= min(7, len(old.value.edtf))
    return len(new.value.edtf) > len(old.value.edtf) and "/" not in new.value.edtf
