"""Whatever a report says, a page shows it and runs nothing."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from amicity.terms.confidence import Confidence
from amicity.terms.dated import Dated
from amicity.terms.finding import Finding
from amicity.terms.mention import Mention
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Place
from amicity.terms.report import Report
from amicity.terms.span import Span
from amicity.terms.status import Status
from amicity_web.store.record import record_judgement, record_report
from amicity_web.store.rows import slug_of
from public import tale

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></mark></article><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "{{ 7|add:7 }}{% load x %}",
    "</script><script>alert(1)</script>",
    "<a href=javascript:alert(1)>x</a>",
    "\u202e<b onclick=alert(1)>",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


class Watchman(HTMLParser):
    """Collects what could run: scripts that are not ours, event attributes, addresses that are code."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "script" and not (said.get("src") or "").startswith("/static/built/"):
            self.found.append("script")
        if tag in ("iframe", "object", "embed", "base", "style") or "style" in said:
            self.found.append(tag)
        self.found += [name for name in said if name.startswith("on")]
        self.found += [
            value for name in ("href", "src", "action") if (value := (said.get(name) or "").strip().lower()).startswith("javascript:")
        ]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def poisoned(payload: str) -> tuple[Report, tuple[Finding, ...]]:
    """A report with the payload in every channel that reaches a page, and findings of several kinds that carry it."""
    text = f"{payload} and Karachi became sister cities. {payload} is mayor. {payload} promised {payload}."
    report = Report(f"{payload}.txt", text, payload, PartialDate("2021-12-09"), payload, payload, fetched=payload, owner=payload)
    bad = Mention(Span.of(text, 0, len(payload)), place=Place(payload, "CN", None, latitude=1.0, longitude=2.0))
    word = Mention(Span.of(text, 0, len(payload)), value=payload)
    other = Mention(Span.of(text, len(payload) + 5, len(payload) + 12), place=tale.PLACES["Karachi"])
    form = Mention(other.span, value="sister")
    number = Mention(other.span, value=payload)

    def find(kind: str, **roles: tuple[Mention, ...]) -> Finding:
        when = Dated(PartialDate("2021-12-09"), None)
        return Finding(
            report.source, report.digest, kind, Status.HAPPENED, roles, Span.of(text, 0, len(text)), when, confidence=Confidence.A
        )

    return report, (
        find("relation", party=(bad, other), form=(form,), label=(word,)),
        find("post", person=(word,), post=(word,), place=(bad,), portfolio=(word,)),
        find("promise", by=(bad,), to=(other,), action=(word,)),
        find("figure", about=(bad,), measure=(word,), value=(number,), unit=(word,)),
        find("forum", name=(word,), place=(bad,), participant=(bad, other)),
        find("need", place=(bad,), what=(word,)),
        find("suspension", party=(bad, other), actor=(bad,), reason=(word,)),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_runs_on_any_page(client: Client, payload: str) -> None:
    report, findings = poisoned(payload)
    record_report(report, findings, by=payload)
    record_judgement(tale.policy())
    slug = slug_of(findings[0].places("party")[0])
    tie = client.get(f"/places/{slug}/", {"format": "json"}).json()["forms"][0]["ties"][0]["url"]
    asked = {"place": payload, "q": payload, "fact": payload}
    pages = [
        "/",
        "/places/",
        f"/places/{slug}/",
        tie,
        "/reports/",
        f"/reports/{report.digest}/",
        "/figures/",
        "/answers/ties/",
        "/answers/timeline/",
    ]
    shown = 0
    for page in pages:
        answer = client.get(page, asked)
        assert answer.status_code == 200, page
        watchman = Watchman()
        watchman.feed(answer.content.decode())
        assert watchman.found == [], page
        shown += payload in "".join(watchman.text)
        assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert shown > 3
