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
    "figure": ("{about}: {value} {measure}", "{value} {measure}"),
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
    told = {role: _joined([words(text) for text in texts], " and ") for role, texts in roles.items() if texts}
    for pattern in PATTERNS.get(kind, ()):
        if all(role in told for role in _ROLE.findall(pattern)):
            line = pattern.format_map(told)
            return line[:1].upper() + line[1:]
    return kind.replace("_", " ").capitalize()


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
