"""Signing in by one-time link, everybody's page of tokens, and the administrator's page of people."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amicity_web.accounts.again import again, can_be_sent_again
from amicity_web.accounts.forms import PersonForm, RoleForm, TokenForm, role_named
from amicity_web.accounts.links import make_link, use_link, whose
from amicity_web.accounts.models import ApiToken
from amicity_web.accounts.people import LastAdministratorError, add_person, give_role, set_active
from amicity_web.accounts.tokens import TooManyTokensError, make_token, revoke
from amicity_web.store.roles import SIGNED_IN, role_of


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a password; with it, use the link up and let the person in."""
    user = whose(token)
    if user is None:
        return render(request, "accounts/link_dead.html", status=410)
    form = SetPasswordForm(user, request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/link.html", {"form": form, "person": user})
    let_in = use_link(token, password=form.cleaned_data["new_password1"])
    if let_in is None:
        return render(request, "accounts/link_dead.html", status=410)
    login(request, let_in, backend="django.contrib.auth.backends.ModelBackend")
    messages.success(request, f"You are signed in as {let_in.username}, and your password is set. Here is what waits for review.")
    return redirect("desk:queue")


@require_safe
def tokens(request: HttpRequest) -> HttpResponse:
    """This person's tokens."""
    return _show_tokens(request, TokenForm())


@never_cache
@require_POST
def token_add(request: HttpRequest) -> HttpResponse:
    """A new token, shown this once."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _show_tokens(request, form, status=422)
    try:
        token = make_token(_me(request), name=form.cleaned_data["name"], role=role_named(form.cleaned_data["role"]))
    except TooManyTokensError as refusal:
        form.add_error(None, str(refusal))
        return _show_tokens(request, form, status=422)
    return render(request, "accounts/token_made.html", {"token": token, "name": form.cleaned_data["name"], "here": "desk"})


@require_POST
def token_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one of this person's tokens allow nothing any more."""
    if revoke(pk, user=_me(request)):
        messages.success(request, "The token is revoked: nothing that shows it is let in any more.")
    return redirect("accounts:tokens")


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, with their roles."""
    users = User.objects.prefetch_related("groups").order_by("username")
    return render(request, "accounts/people.html", {"people": users, "form": PersonForm(), "roles": SIGNED_IN, "here": "desk"})


@require_POST
def person_add(request: HttpRequest) -> HttpResponse:
    """A new person, and the link to send to that person."""
    form = PersonForm(request.POST)
    if not form.is_valid():
        users = User.objects.prefetch_related("groups").order_by("username")
        return render(request, "accounts/people.html", {"people": users, "form": form, "roles": SIGNED_IN, "here": "desk"}, status=422)
    return _show_link(request, add_person(form.cleaned_data["name"], role=role_named(form.cleaned_data["role"])))


@require_POST
def person_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A new one-time link for somebody who forgot the password."""
    return _show_link(request, get_object_or_404(User, pk=pk, is_active=True))


@require_POST
def person_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Another role."""
    user, form = get_object_or_404(User, pk=pk), RoleForm(request.POST)
    if form.is_valid():
        try:
            give_role(user, role=role_named(form.cleaned_data["role"]))
            messages.success(request, f"{user.username} is now {role_of(user).label.lower()}.")
        except LastAdministratorError as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, f"Nothing was done: choose a role for {user.username} from the list.")
    return redirect("accounts:people")


@require_POST
def person_active(request: HttpRequest, pk: int) -> HttpResponse:
    """Shut the door to somebody, or open it again."""
    user = get_object_or_404(User, pk=pk)
    try:
        set_active(user, active=request.POST.get("active") == "yes")
        messages.success(request, f"{user.username} may {'now' if request.POST.get('active') == 'yes' else 'no longer'} sign in.")
    except LastAdministratorError as refusal:
        messages.error(request, str(refusal))
    return redirect("accounts:people")


def _show_tokens(request: HttpRequest, form: TokenForm, *, status: int = 200) -> HttpResponse:
    held = ApiToken.objects.filter(user=_me(request)).order_by("-pk")
    return render(request, "accounts/tokens.html", {"tokens": held, "form": form, "here": "desk"}, status=status)


def _me(request: HttpRequest) -> User:
    """Who is signed in: the door has seen to it that somebody is."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def _show_link(request: HttpRequest, user: User) -> HttpResponse:
    return render(
        request, "accounts/person_link.html", {"person": user, "link": request.build_absolute_uri(make_link(user)), "here": "desk"}
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose guard against forgery is missing or stale; what one's own page sent can be sent again."""
    if request.user.is_authenticated and can_be_sent_again(request):
        return again(request)
    return render(request, "accounts/csrf.html", status=403)
