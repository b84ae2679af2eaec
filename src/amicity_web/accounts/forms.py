"""The forms of accounts."""

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from amicity_web.store.roles import SIGNED_IN, Role

ROLES = [(role.group, role.label) for role in SIGNED_IN]


def role_named(group: str) -> Role:
    """The role of that group name. Raises KeyError."""
    return Role[group.upper()]


class PersonForm(forms.Form):
    """A new person."""

    name = forms.CharField(max_length=150, validators=[UnicodeUsernameValidator()], help_text="Letters, digits and @ . + - _")
    role = forms.ChoiceField(choices=ROLES)

    def clean_name(self) -> str:
        """Refuse a name that is taken, in whatever case."""
        name: str = self.cleaned_data["name"]
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError("Somebody has this name already: choose another.")
        return name


class RoleForm(forms.Form):
    """Another role for a person."""

    role = forms.ChoiceField(choices=ROLES)


class TokenForm(forms.Form):
    """A new token."""

    name = forms.CharField(max_length=60, help_text="What uses it, so that you know it again: “nightly import”.")
    role = forms.ChoiceField(choices=ROLES[:2], help_text="A reader sees what was judged; an editor sends reports and judges.")
