"""A form for the claim that a finding makes: its status, its date and its roles, as the finding's kind declares them."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from amicity.gazetteer import open_gazetteer
from amicity.terms.field import FIELDS
from amicity.terms.finding import Finding
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.status import Status
from amicity_web.store.entered import Value

_LONGEST = 200
"""How long a place's name may be."""
_PLACE = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<country>[A-Z]{2})\))?\s*(?P<id>[a-z0-9-]+:\S+)?")
_HELP = {
    Holds.PLACE: "One a line, as Karachi (PK); with an identifier where several places share the name.",
    Holds.NUMBER: "A number.",
    Holds.DATE: "As 2018, 2018-12 or 2018-12-09.",
}


class ClaimForm(forms.Form):
    """The claim of a finding of this kind; ``values()`` gives what the roles hold once the form is valid."""

    status = forms.ChoiceField(choices=[(status.value, status.value) for status in Status], help_text="Did it happen?")
    when = forms.CharField(required=False, max_length=40, help_text="As 2018, 2018-12, 2018-12-09, 2018~ (about) or 2012/2022-10-17.")

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["when"].label = f"When ({kind.when})"
        for role in kind.roles:
            self.fields[f"role-{role.name}"] = _field(role, several="\n" in str(self.initial.get(f"role-{role.name}", "")))

    def clean_when(self) -> PartialDate | None:
        """The date. Refuses what no calendar has."""
        return _date(self.cleaned_data["when"].strip())

    def clean(self) -> dict[str, Any]:
        """Read every role; a wrong line is named beside its field."""
        read: dict[str, list[Value]] = {}
        for role in self.kind.roles:
            try:
                read[role.name] = [_read(role, line) for line in _lines(self.cleaned_data.get(f"role-{role.name}", ""))]
            except ValidationError as error:
                self.add_error(f"role-{role.name}", error)
        identity = [name for name in self.kind.identity if name in read]
        if self.kind.identity and not any(read[name] for name in identity) and not self.errors:
            self.add_error(f"role-{self.kind.identity[0]}", ValidationError("Say at least this: it is what the finding is about."))
        return self.cleaned_data | {"read": read}

    def values(self) -> dict[str, list[Value]]:
        """What each role holds."""
        read: dict[str, list[Value]] = self.cleaned_data["read"]
        return {role: values for role, values in read.items() if values}


def initial(finding: Finding) -> dict[str, Any]:
    """What the form shows of a finding at first."""
    roles = {f"role-{role}": _shown(mentions) for role, mentions in finding.roles.items()}
    return {"status": finding.status.value, "when": finding.when.value.edtf if finding.when else "", **roles}


def line_of(mention: Mention) -> str:
    """A mention as one line of the form."""
    place = mention.place
    if place is None:
        return str(mention.value if mention.value is not None else mention.span.text)
    parts = (place.name or "unnamed", f"({place.country})" if place.country else "", place.id or "")
    return " ".join(part for part in parts if part)


def _shown(mentions: Iterable[Mention]) -> str:
    return "\n".join(line_of(mention) for mention in mentions)


def _terms(role: Role) -> tuple[str, ...]:
    return FIELDS if role.name == "field" else tuple(str(term) for term in role.terms)


def _field(role: Role, *, several: bool) -> forms.Field:
    label, words = role.name.replace("_", " ").capitalize(), role.says.capitalize()
    if role.terms and not several:
        choices = [("", "—"), *((str(term), str(term).replace("_", " ")) for term in role.terms)]
        return forms.ChoiceField(choices=choices, required=False, label=label, help_text=f"{words}.")
    rows = 2 if role.identity or role.holds is Holds.PLACE else 1
    hint = f"{words}. {_HELP.get(role.holds, 'One a line.')}"
    return forms.CharField(required=False, label=label, help_text=hint, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}))


def _lines(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]


def _read(role: Role, line: str) -> Value:
    match role.holds:
        case Holds.PLACE:
            return _place(line)
        case Holds.NUMBER:
            return _number(line)
        case Holds.DATE:
            return str(_date(line) or "")
        case Holds.TERM if terms := _terms(role):
            return _term(line, terms)
    return line


def _term(line: str, terms: tuple[str, ...]) -> str:
    term = line.strip().lower().replace(" ", "_")
    if term not in terms:
        raise ValidationError(f"“{line[:80]}” is no term of the codebook: write one of {', '.join(terms)}.")
    return term


def _place(line: str) -> Place:
    match = _PLACE.fullmatch(line)
    if not match or not (match["id"] or any(sign.isalpha() for sign in match["name"])):
        raise ValidationError(f"“{line[:80]}” is no place: write a name with its country, as Karachi (PK).")
    if len(match["name"]) > _LONGEST:
        raise ValidationError(f"“{line[:80]}…” is too long for a name: write one place a line.")
    gazetteer = open_gazetteer()
    if match["id"] and (known := gazetteer.by_id(match["id"])):
        return known
    if match["id"]:
        raise ValidationError(f"The gazetteer does not know “{match['id'][:80]}”: leave the identifier out, or look the place up.")
    if match["name"] == "unnamed":
        return Place(None, match["country"])
    return gazetteer.resolve(match["name"], country=match["country"])


def _number(line: str) -> int | float:
    bare = line.replace(",", "").replace(" ", "")
    try:
        return int(bare) if re.fullmatch(r"-?\d{1,18}", bare) else float(bare)
    except ValueError:
        raise ValidationError(f"“{line[:80]}” is no number.") from None


def _date(written: str) -> PartialDate | None:
    try:
        return PartialDate(written) if written else None
    except ValueError as error:
        raise ValidationError(f"{error}.") from None
