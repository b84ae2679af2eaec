"""What a finding or an entry says, in one line; whether it happened is told beside it, by its status."""

import re
from collections.abc import Iterable, Mapping, Sequence

from amicity.terms.finding import Finding
from amicity.terms.place import Place
from amicity_web.wording.forms import HIGHEST_FIRST, form_name

PATTERNS: Mapping[str, Sequence[str]] = {
    "agreement": ("{instrument} between {party}", "{form} paper between {party}", "Paper between {party}", "{instrument}", "A paper"),
    "relation": ("{party}: {form}", "{party}: {label}", "A tie of {party}"),
    "renewal": ("{form} tie of {party} renewed", "Tie of {party} renewed"),
    "suspension": ("{form} tie of {party} suspended by {actor}", "Tie of {party} suspended by {actor}", "Tie of {party} suspended"),
    "termination": ("{form} tie of {party} ended by {actor}", "Tie of {party} ended by {actor}", "Tie of {party} ended"),
    "meeting": ("{host} received {guest}", "{party} met in {place}", "{party} met", "Meeting: {person}", "A meeting of {host}{guest}"),
    "visit": ("{leader} of {visitor} visited {host}", "{visitor} visited {host}", "Visit to {host}", "Visit by {visitor}"),
    "forum": ("{name}, {place}", "{name}", "A gathering in {place}"),
    "declaration": ("“{title}”, declared by {party}", "“{title}”"),
    "promise": ("{by} to {to}: {action}", "{by}: {action}", "{by} to {to}", "To {to}: {action}"),
    "need": ("{place} seeks {what}", "{place} seeks {field}"),
    "offer": ("{place} offers {what}", "{place} offers {field}"),
    "project": ("{name} of {party}", "{name}"),
    "aid": ("{giver} gave {recipient} {what}", "{giver} helped {recipient}"),
    "lesson": ("{learner} learnt {what} from {teacher}", "{learner} learnt from {teacher}"),
    "award": ("{name} for {recipient}", "{name}"),
    "figure": ("{about}: {value}", "{value}"),
    "ranking": ("{about} is number {rank} by {measure}", "{about}: {measure}"),
    "post": ("{person}, {post} of {place}", "{person}, {post} of {body}", "{person}, {post}", "{person}"),
    "consulate": ("{type} of {sender} in {place}", "{sender} in {place}", "{type} of {sender}"),
    "service": ("{service} in {place}", "{service}"),
    "membership": ("{place} {change} {network}", "{place} in {network}"),
    "place_change": ("{place} became {into}", "{place}, from {from}", "{place} changed"),
    "anniversary": ("{years} years of {party}", "An anniversary of {party}"),
}
"""For each kind its patterns, fullest first: the first one whose roles are all told is used."""

_ROLE = re.compile(r"\{(\w+)\}")
_TERMS = {form.value: form_name(form) for form in HIGHEST_FIRST} | {"joined": "joined", "left": "left", "expelled": "was expelled from"}


def headline(kind: str, roles: Mapping[str, Sequence[str]]) -> str:
    """One line for a claim of this kind whose roles say this, e.g. "Letter of intent between Karachi and Shenyang"."""
    if kind == "figure":
        roles = _figure(roles)
    told = {role: _joined([words(text) for text in texts], " and ") for role, texts in roles.items() if texts}
    for pattern in PATTERNS.get(kind, ()):
        if all(role in told for role in _ROLE.findall(pattern)):
            line = pattern.format_map(told)
            return line[:1].upper() + line[1:]
    return kind.replace("_", " ").capitalize()


def amount(value: str | float) -> str:
    """A number as people write it: 8000000 as "8,000,000"; years and small numbers as they are."""
    number = int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 16 else value
    return f"{number:,}" if isinstance(number, int | float) and abs(number) > 9999 else str(value)


def measured(number: str, *, measure: str, unit: str | None = None) -> str:
    """A number with what it counts: "23 sister cities", "1 sister city", "population 8,000,000"."""
    counts = words(measure)
    if counts.endswith(" km2"):
        counts, unit = counts.removesuffix(" km2"), "km²"
    if unit or not any(word.endswith("s") for word in counts.split()):
        return " ".join(filter(None, (counts, number, unit)))
    return f"{number} {_one_of(counts) if number == '1' else counts}"


def _one_of(counts: str) -> str:
    head, _, rest = counts.rpartition(" ")
    if not rest.endswith("s"):
        return re.sub(r"s\b", "", counts, count=1)
    return f"{head} {re.sub('ies$', 'y', rest) if rest.endswith('ies') else rest[:-1]}".strip()


def _figure(roles: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """A figure's roles with the number and what it counts in one."""
    if not (roles.get("value") and roles.get("measure")):
        return {role: texts for role, texts in roles.items() if role != "value"}
    said = measured(amount(roles["value"][0]), measure=roles["measure"][0], unit=next(iter(roles.get("unit", ())), None))
    return {**roles, "value": (said,)}


def claim(finding: Finding) -> str:
    """The headline of a finding."""
    return headline(finding.kind, {role: spoken(finding, role) for role in finding.roles})


def spoken(finding: Finding, role: str) -> tuple[str, ...]:
    """What a finding's role holds, for people: places by name, terms and numbers as values, the rest as the text has it."""
    return tuple(_text(m.place, m.value, m.span.text) for m in finding.roles.get(role, ()))


def words(term: str) -> str:
    """A term of the codebook as words: ``letter_of_intent`` as "letter of intent"; anything else as it is."""
    return _TERMS.get(term) or (term.replace("_", " ") if re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", term) else term)


def _text(place: Place | None, value: str | int | float | None, written: str) -> str:
    if place is not None:
        return place.name or f"an unnamed partner in {place.country or 'an unnamed country'}"
    return str(value) if value is not None else written


def _joined(texts: Iterable[str], last: str) -> str:
    *head, tail = dict.fromkeys(texts)
    return f"{', '.join(head)}{last}{tail}" if head else tail
