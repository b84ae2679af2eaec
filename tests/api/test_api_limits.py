"""How often one may ask."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from pytest_django import Settings

from amicity_web.accounts.tokens import make_token
from amicity_web.api import limits
from amicity_web.store.roles import Role

API = "/api/v1"


@pytest.fixture(autouse=True)
def few(settings: Settings, tmp_path: Path) -> None:
    """Three reads a minute, in a file of the test's own."""
    settings.API_LIMITS = {"read": 3, "reconcile": 5, "export": 1, "write": 2}
    settings.VAR = tmp_path


@pytest.mark.django_db
def test_who_asks_too_often_waits(people: dict[Role, User]) -> None:
    anyone = Client()
    assert [anyone.get(f"{API}/places").status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    answer = anyone.get(f"{API}/places")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60 and answer.json()["status"] == 429
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert anyone.get(f"{API}/reconcile").status_code == 200, "each sort is counted by itself"
    assert [anyone.get(f"{API}/exports/none").status_code for _ in range(2)] == [404, 429]
    assert [anyone.post(f"{API}/reports").status_code for _ in range(3)] == [401, 401, 429]
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.get(f"{API}/places").status_code == 200
    token = make_token(people[Role.READER], name="t", role=Role.READER)
    assert Client(headers={"Authorization": f"Bearer {token}"}).get(f"{API}/places").status_code == 200
    assert anyone.get("/places/").status_code == 200, "pages are not counted"


@pytest.mark.django_db
def test_guessing_tokens_is_counted_too() -> None:
    guesser = Client(headers={"Authorization": "Bearer amicity_guess"})
    assert [guesser.get(f"{API}/places").status_code for _ in range(5)] == [401, 401, 401, 429, 429]


def test_a_minute_passes() -> None:
    assert [limits.spend("a", "read", now=600.0) for _ in range(4)] == [0, 0, 0, 60]
    assert limits.spend("a", "read", now=645.5) == 15
    assert limits.spend("a", "read", now=660.0) == 0


def test_workers_count_together(tmp_path: Path, settings: Settings) -> None:
    settings.API_LIMITS = {"read": 150}
    program = f"""
import sys
from django.conf import settings
from pathlib import Path
settings.configure(VAR=Path({str(tmp_path)!r}), API_LIMITS={{"read": 150}})
from amicity_web.api.limits import spend
print(sum(spend("a", "read", now=600.0) == 0 for _ in range(100)))
"""
    workers = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(2)]
    assert sum(int(worker.communicate(timeout=60)[0]) for worker in workers) == 150
    assert limits.spend("a", "read", now=600.0) == 60


def test_a_file_that_fails_lets_requests_pass(tmp_path: Path, settings: Settings) -> None:
    settings.VAR = tmp_path / "absent"
    assert limits.spend("a", "read") == 0


def test_whose_address_is_counted(settings: Settings) -> None:
    def counted(address: str, forwarded: str = "") -> str:
        return limits.address_of(RequestFactory(REMOTE_ADDR=address, headers={"X-Forwarded-For": forwarded}).get("/"))

    assert counted("192.0.2.1", "203.0.113.9") == "192.0.2.1", "nobody is believed where there is no proxy"
    assert counted("2001:db8:1:2:3:4:5:6") == counted("2001:db8:1:2::9") == "2001:db8:1:2::/64"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert counted("127.0.0.1", "198.51.100.1, 203.0.113.9") == "203.0.113.9"
    assert counted("", "nonsense") == "unknown"
