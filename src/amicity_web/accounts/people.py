"""People and their roles: what an administrator decides."""

from django.contrib.auth.models import Group, User
from django.db import transaction

from amicity_web.store.roles import SIGNED_IN, Role


class LastAdministratorError(Exception):
    """The last active administrator cannot be made less, or nobody could let anybody in."""


def add_person(name: str, *, role: Role) -> User:
    """A new user with the role and no password: a one-time link lets that person set one."""
    with transaction.atomic():
        user = User(username=name)
        user.set_unusable_password()
        user.save()
        give_role(user, role=role)
    return user


def give_role(user: User, *, role: Role) -> None:
    """The user holds this role and no other. Raises LastAdministratorError."""
    with transaction.atomic():
        if role is not Role.ADMINISTRATOR:
            _spare_the_last(user)
        user.groups.set([Group.objects.get_or_create(name=role.group)[0]])


def set_active(user: User, *, active: bool) -> None:
    """Let the user in, or no longer. Raises LastAdministratorError."""
    with transaction.atomic():
        if not active:
            _spare_the_last(user)
        User.objects.filter(pk=user.pk).update(is_active=active)


def administrators() -> list[User]:
    """The active administrators, longest-standing first."""
    return list(User.objects.filter(groups__name=Role.ADMINISTRATOR.group, is_active=True).order_by("pk"))


def local_administrator() -> User:
    """The first administrator; made, without a password, where there is none."""
    for role in SIGNED_IN:
        Group.objects.get_or_create(name=role.group)
    return next(iter(administrators()), None) or add_person("administrator", role=Role.ADMINISTRATOR)


def _spare_the_last(user: User) -> None:
    others = [held for held in administrators() if held.pk != user.pk]
    if not others and user.groups.filter(name=Role.ADMINISTRATOR.group).exists():
        raise LastAdministratorError(f"{user.username} is the only administrator: make another one first.")
