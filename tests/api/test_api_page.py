"""The page of the API says what is so: each of its ``curl`` lines does what it shows."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client

from amicity_web.accounts.tokens import make_token
from amicity_web.store.roles import Role

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
LINES = re.findall(r"^curl .+$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_each_curl_line_is_answered(told: None, boundless: None, people: dict[Role, User], line: str) -> None:
    token = make_token(people[Role.EDITOR], name="page", role=Role.EDITOR)
    words = shlex.split(line.replace("$AMICITY_TOKEN", token))[1:]
    given: dict[str, list[str]] = {"": []}
    options = iter(words)
    for word in options:
        given.setdefault(word if word.startswith("-") else "", []).append(next(options) if word.startswith("-") else word)
    (address,) = given[""]
    headers = dict(header.split(": ", 1) for header in given.get("-H", ()))
    form = urlencode([tuple(each.split("=", 1)) for each in given.get("--data-urlencode", ())])
    body = (given.get("-d") or [form])[0]
    media = headers.pop("Content-Type", "application/x-www-form-urlencoded")
    answer = Client().generic("POST" if body else "GET", address, body.encode(), content_type=media, headers=headers)
    assert answer.status_code in (200, 201), answer.content
    assert answer.content not in (b'{"items":[],"next":null}', b"{}")
