"""Every link followed and every form filled in with nonsense: whatever is asked, the site answers in words and nothing breaks."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from amicity_web.store.models import JudgementRow
from amicity_web.store.roles import Role
from public import tale
from public.telling import tell

pytestmark = pytest.mark.django_db
NONSENSE = ("", "\u202e😀 ﷽ <script>alert(1)</script>", "x" * 5000, "9" * 30, "2022-13-45", "a\0b", "name:|XX")
APART = ("/static/", "/api/", "/downloads/", "/accounts/logout/")
"""Not followed: files, and the way out."""
OF_A_KIND = 4
"""So many pages that differ only in the thing they are about are looked at."""
_IDS = re.compile(r"[0-9a-f]{20,64}|\d+|(?<=/places/)[^/]+|(?<=/ties/)[^/]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A form on a page: where it leads, how, and what it asks for."""

    action: str
    method: str
    fields: tuple[str, ...]

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...]]:
        """Forms of one kind differ only in the thing that they are about."""
        return _IDS.sub("#", urlsplit(self.action).path), self.method, self.fields


@pytest.fixture
def administrator(people: dict[Role, User]) -> Client:
    tell(tale.policy())
    visitor = Client(raise_request_exception=True)
    visitor.force_login(people[Role.ADMINISTRATOR])
    return visitor


def crawl(visitor: Client) -> tuple[list[str], list[Form]]:
    """The addresses that links lead to from the map and the desk, some of each kind, and one form of each kind."""
    waiting, seen = deque(["/", "/desk/", "/desk/?standing=accepted"]), set[str]()
    forms: dict[tuple[str, str, tuple[str, ...]], Form] = {}
    kinds = Counter[tuple[str, ...]]()
    while waiting:
        address = waiting.popleft()
        parts = urlsplit(address)
        kind = (_IDS.sub("#", parts.path), *sorted(name for name, _ in parse_qsl(parts.query)))
        if address in seen or kinds[kind] == OF_A_KIND:
            continue
        seen.add(address)
        kinds[kind] += 1
        answer = visitor.get(address)
        assert answer.status_code in (200, 302), f"{address}: {answer.status_code}"
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            tree = html.document_fromstring(answer.content)
            waiting.extend(_links(tree, address))
            forms |= {form.kind: form for form in _forms(tree, address)}
    return sorted(seen), list(forms.values())


def _links(tree: html.HtmlElement, page: str) -> Iterator[str]:
    for link in tree.xpath("//a/@href"):
        address = urldefrag(urljoin(page, str(link)))[0]
        if address.startswith("/") and not address.startswith("//") and not address.startswith(APART) and "format=" not in address:
            yield address


def _forms(tree: html.HtmlElement, page: str) -> Iterator[Form]:
    for form in tree.forms:
        named = tuple(sorted({name for name in form.fields if name and name != "csrfmiddlewaretoken"}))
        buttons = tuple(str(name) for name in form.xpath(".//button/@name"))
        yield Form(urljoin(page, form.action or page), form.method.upper(), tuple(sorted({*named, *buttons})))


@pytest.mark.long
def test_no_link_is_dead_and_no_form_breaks(administrator: Client) -> None:
    addresses, forms = crawl(administrator)
    assert len(addresses) > 60 and len(forms) > 20
    before = set(JudgementRow.objects.values_list("id", flat=True))
    for form in forms:
        for nonsense in NONSENSE if not form.action.startswith(APART) else ():
            given = dict.fromkeys(form.fields, nonsense)
            path = urlsplit(form.action).path
            answer = administrator.get(path, given) if form.method == "GET" else administrator.post(form.action, given)
            assert answer.status_code < 500, (form, nonsense[:40])
            if answer["Content-Type"].startswith("text/html") and answer.status_code != 302:
                said = answer.content.decode()
                assert "<script>alert" not in said, (form, nonsense[:40])
                assert "<h1>" in said, (form, nonsense[:40])
    assert before <= set(JudgementRow.objects.values_list("id", flat=True))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2022-02-30", "tomorrow", "20221017", "2022-W42-1", "２０２２-10-17", "1e9"])
@pytest.mark.parametrize("path", ["/", "/figures/", "/answers/timeline/", "/answers/changes/", "/answers/anniversaries/", "/downloads/"])
def test_an_odd_day_is_answered_or_refused_in_words(administrator: Client, path: str, day: str) -> None:
    for query in ({"as_of": day}, {"since": day, "as_of": "2022-10-17"}):
        answer = administrator.get(path, query)
        assert answer.status_code in (200, 400)
        assert answer.status_code == 200 or "cannot be understood" in answer.content.decode()


def test_a_form_without_its_guard_does_nothing(administrator: Client, people: dict[Role, User]) -> None:
    _, forms = crawl(administrator)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people[Role.ADMINISTRATOR])
    posts = [form for form in forms if form.method == "POST"]
    assert len(posts) > 10
    for form in posts:
        answer = strict.post(form.action, dict.fromkeys(form.fields, "x"))
        assert answer.status_code == 403 and "Nothing was done" in answer.content.decode(), form
