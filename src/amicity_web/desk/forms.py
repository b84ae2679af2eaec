"""The smaller forms of the desk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from amicity.kinds import kinds
from amicity.terms.confidence import Confidence
from amicity.terms.judgement import Policy
from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade
from amicity_web.desk.acts import REASONS
from amicity_web.store.models import PlaceRow
from amicity_web.store.rows import folded
from amicity_web.wording import scales

GRADES = [(grade.value, scales.GRADES[grade.value]) for grade in Grade]


class EDTFField(forms.CharField):
    """A date as precise as it is known."""

    def clean(self, value: Any) -> PartialDate | None:
        """The date, or None where nothing was written."""
        written = super().clean(value).strip()
        try:
            return PartialDate(written) if written else None
        except ValueError as error:
            raise ValidationError(f"{error}.") from None


class JudgementForm(forms.Form):
    """A judgement's small print: what this person had seen, and why."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.ChoiceField(choices=[("", "—"), *((reason, reason) for reason in REASONS)], required=False)
    note = forms.CharField(max_length=500, required=False)
    other = forms.CharField(max_length=20, required=False)

    @property
    def last(self) -> int:
        """The last judgement that this person had seen."""
        return int(self.cleaned_data["seen"])

    @property
    def said(self) -> str:
        """The reason in full."""
        return ". ".join(part for part in (self.cleaned_data["reason"], self.cleaned_data["note"]) if part)


class ReportForm(forms.Form):
    """A report: a file, or pasted text."""

    file = forms.FileField(required=False, help_text="Text, a saved web page, PDF, Word (.docx) or e-mail (.eml), up to 20 MB.")
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 12}), help_text="Or paste the report here.", strip=False)
    title = forms.CharField(required=False, max_length=300, help_text="If the report does not say it by itself.")
    published = EDTFField(required=False, max_length=40, help_text="As 2018-08-10.")
    publisher = forms.CharField(required=False, max_length=300)
    address = forms.URLField(required=False, max_length=2000, assume_scheme="https", help_text="Where it can be read.")
    grade = forms.ChoiceField(choices=GRADES, initial=Grade.UNGRADED.value, help_text="How near the source stands to what it tells.")

    def clean(self) -> dict[str, Any]:
        """One of file and text, not both."""
        given = super().clean() or {}
        if bool(given.get("file")) == bool((given.get("text") or "").strip()):
            raise ValidationError("Give a file or paste a text: one of the two.")
        return given


class EntryForm(forms.Form):
    """Where a fact entered by hand comes from."""

    words = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The fact in one sentence of yours: the register will quote it.",
    )
    document = forms.CharField(
        max_length=500, help_text="The paper it rests on, so that another can find it: file number, minutes, letter of such a day."
    )
    address = forms.URLField(required=False, max_length=2000, assume_scheme="https", help_text="If the document can be read somewhere.")
    grade = forms.ChoiceField(choices=GRADES, initial=Grade.OFFICIAL.value)


class AlikeForm(forms.Form):
    """Two names and whether they are one thing; a place by its key, else the sort and the name: ``person:Lü Zhicheng``."""

    left = forms.CharField(
        max_length=300, label="One", help_text="A place by its name or key; any other name after its sort, as person:Lü Zhicheng."
    )
    right = forms.CharField(max_length=300, label="The other")
    reason = forms.CharField(required=False, max_length=500, label="Why (not needed)")
    verdict = forms.ChoiceField(choices=[("same_as", "They are the same"), ("different", "They are different")], widget=forms.RadioSelect)

    def clean(self) -> dict[str, Any]:
        """Both names as the record has them: a place may be given by the name it is found under."""
        given = super().clean() or {}
        for side in ("left", "right"):
            if (written := given.get(side)) and ":" not in written:
                given[side] = self._key(side, written)
        return given

    def _key(self, side: str, written: str) -> str:
        rows = PlaceRow.objects.filter(search=folded(written)).order_by("-ties", "key").values_list("key", flat=True)[:3]
        if len(rows) != 1:
            known = f"there are {', '.join(rows)}" if rows else "write person:, organisation: or series: before a name that is no place’s"
            self.add_error(side, f"No one place of the record is called “{written}”: {known}.")
        return rows[0] if rows else written


class PolicyForm(forms.Form):
    """Accept without looking at each what fulfils all of this."""

    confidences = forms.MultipleChoiceField(
        choices=[(c.value, f"{c.value}: {scales.SURE[c.value]}") for c in Confidence],
        initial=["A"],
        label="How sure",
        widget=forms.CheckboxSelectMultiple,
        help_text="How sure the reader was of what it read.",
    )
    sources = forms.CharField(
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line; * stands for anything: pile/*. None: every source.",
    )
    kinds = forms.MultipleChoiceField(
        choices=[(name, name.replace("_", " ")) for name in kinds()], required=False, help_text="None chosen: every kind."
    )
    reason = forms.CharField(max_length=500, help_text="Why this may be accepted unseen: it stands in the log under your name.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = "adopt" in self.data

    @property
    def policy(self) -> Policy:
        """The policy that was filled in."""
        given = self.cleaned_data
        sources = tuple(line.strip() for line in given["sources"].splitlines() if line.strip())
        return Policy(tuple(Confidence(c) for c in given["confidences"]), sources, tuple(given["kinds"]))
