"""What keeps strangers out and scripts from running."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from amicity_web.accounts.links import make_link
from amicity_web.accounts.models import OneTimeLink
from amicity_web.accounts.people import LastAdministratorError, add_person, give_role, set_active
from amicity_web.store.roles import Role

pytestmark = pytest.mark.django_db
GOOD = "seventeen lanterns"


def test_every_page_forbids_inline_script_and_framing() -> None:
    for address in ("/accounts/login/", "/nowhere/", "/accounts/link/x/"):
        headers = Client().get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


def test_no_template_of_the_desk_holds_script_or_style_of_its_own(people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.ADMINISTRATOR])
    for address in ("/desk/", "/desk/enter/relation/", "/desk/policies/", "/desk/reports/add/", "/accounts/people/", "/desk/judgements/"):
        page = visitor.get(address).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page), address


def test_a_link_lets_one_person_in_once(people: dict[Role, User]) -> None:
    address = make_link(people[Role.EDITOR])
    visitor = Client()
    assert "Welcome, editor" in visitor.get(address).content.decode()
    assert visitor.get("/desk/").status_code == 302, "looking at the link lets nobody in"
    weak = visitor.post(address, {"new_password1": "1234", "new_password2": "1234"})
    assert weak.status_code == 200 and visitor.get("/desk/").status_code == 302
    assert visitor.post(address, {"new_password1": GOOD, "new_password2": GOOD}).headers["Location"] == "/desk/"
    assert visitor.get("/desk/").status_code == 200
    assert Client().get(address).status_code == 410
    assert Client().post(address, {"new_password1": GOOD + "2", "new_password2": GOOD + "2"}).status_code == 410
    again = Client().post("/accounts/login/", {"username": "editor", "password": GOOD})
    assert again.status_code == 302


def test_a_link_dies_with_its_day_its_successor_and_its_owner(people: dict[Role, User]) -> None:
    first = make_link(people[Role.EDITOR])
    second = make_link(people[Role.EDITOR])
    assert Client().get(first).status_code == 410 and Client().get(second).status_code == 200
    set_active(people[Role.EDITOR], active=False)
    assert Client().get(second).status_code == 410
    set_active(people[Role.EDITOR], active=True)
    OneTimeLink.objects.update(expires_at=timezone.now())
    assert Client().get(second).status_code == 410


def test_the_link_itself_is_not_kept(people: dict[Role, User]) -> None:
    token = make_link(people[Role.EDITOR]).rstrip("/").rpartition("/")[2]
    assert len(token) >= 43 and token not in OneTimeLink.objects.get().token


def test_nobody_has_a_password_before_setting_one(people: dict[Role, User]) -> None:
    assert not any(user.has_usable_password() for user in people.values())
    assert not User.objects.filter(is_superuser=True).exists()


def test_sign_in_is_throttled(people: dict[Role, User]) -> None:
    person = people[Role.READER]
    person.set_password(GOOD)
    person.save()
    visitor = Client()
    answers = [visitor.post("/accounts/login/", {"username": "reader", "password": f"wrong {n}"}).status_code for n in range(7)]
    assert answers[:5] == [200] * 5 and answers[-1] == 429
    assert visitor.post("/accounts/login/", {"username": "reader", "password": GOOD}).status_code == 429


def test_signing_in_sends_nobody_elsewhere(people: dict[Role, User]) -> None:
    person = people[Role.READER]
    person.set_password(GOOD)
    person.save()
    answer = Client().post("/accounts/login/", {"username": "reader", "password": GOOD, "next": "https://evil.example/"})
    assert answer.headers["Location"] == "/desk/"


def test_signing_out_wants_a_post(people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.READER])
    assert visitor.get("/accounts/logout/").status_code == 405
    assert visitor.post("/accounts/logout/").headers["Location"] == "/"


def test_the_last_administrator_stays(people: dict[Role, User]) -> None:
    only = people[Role.ADMINISTRATOR]
    with pytest.raises(LastAdministratorError):
        give_role(only, role=Role.READER)
    with pytest.raises(LastAdministratorError):
        set_active(only, active=False)
    add_person("second", role=Role.ADMINISTRATOR)
    give_role(only, role=Role.READER)
    assert not only.groups.filter(name="administrator").exists()


def test_an_administrator_lets_somebody_in(people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.ADMINISTRATOR])
    page = visitor.post("/accounts/people/add/", {"name": "wang", "role": "editor"}).content.decode()
    address = re.search(r"http://testserver(/accounts/link/[^\"]+)", page)
    assert address and Client().get(address[1]).status_code == 200
    assert visitor.post("/accounts/people/add/", {"name": "WANG", "role": "editor"}).status_code == 422
    pk = User.objects.get(username="wang").pk
    visitor.post(f"/accounts/people/{pk}/role/", {"role": "reader"})
    visitor.post(f"/accounts/people/{pk}/active/", {"active": "no"})
    wang = User.objects.get(username="wang")
    assert not wang.is_active and [group.name for group in wang.groups.all()] == ["reader"]


HOSTILE = ("%00", "x" * 5000, "9" * 5000, "-1", "%ed%a0%80", "..%2f..%2fetc", "%f0%9f%92%a9", "1e999", "' OR 1=1 --")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_address_brings_the_site_down(hostile: str, people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.ADMINISTRATOR])
    for address in (
        *(
            f"/desk/?standing={hostile}&kind={hostile}&place={hostile}&page={hostile}",
            f"/desk/findings/{hostile}/",
            f"/desk/enter/{hostile}/",
        ),
        *(f"/desk/reports/{hostile}/", f"/desk/places/?name={hostile}", f"/desk/judgements/?page={hostile}", f"/accounts/link/{hostile}/"),
        f"/accounts/login/?next={hostile}",
    ):
        assert visitor.get(address).status_code < 500, address
    for address in (f"/desk/findings/{hostile}/accept/", f"/desk/judgements/{hostile}/undo/", f"/accounts/people/{hostile}/role/"):
        assert visitor.post(address, {"seen": hostile, "other": hostile, "role": hostile}).status_code < 500, address


FIGURE = ("role-about", "role-value", "role-measure", "role-party")


@pytest.mark.parametrize("hostile", ["\0", "x" * 100_000, "9" * 400, "\ud800", "<script>", "1/2/3", "(((((", "Karachi (PK) geonames:0"])
def test_no_form_brings_the_site_down(hostile: str, people: dict[Role, User]) -> None:
    visitor = Client()
    visitor.force_login(people[Role.ADMINISTRATOR])
    fields = (
        "words",
        "document",
        "address",
        "grade",
        "status",
        "when",
        "role-about",
        "role-value",
        "role-measure",
        "role-party",
        "reason",
        "sources",
    )
    filled = {name: hostile.encode("utf-8", "replace").decode() for name in fields} | {"confidences": "A", "try": ""}
    for address in ("/desk/enter/figure/", "/desk/enter/relation/", "/desk/policies/", "/accounts/people/add/", "/accounts/login/"):
        assert visitor.post(address, filled).status_code < 500, address
