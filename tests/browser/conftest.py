"""A browser, and the site as ``make run`` serves it: its own process, its own database, filled from the bundled pile."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src/amicity_web/static/built/map.js"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, and the one-time link of its administrator."""

    address: str
    link: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The running site."""
    if not BUILT.exists():
        pytest.skip("the browser bundle is not built: run npm ci && npm run build in frontend/")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    var = tmp_path_factory.mktemp("site")
    told = (var / "told.txt").open("w+")
    away = {"AMICITY_VAR": str(var), "DJANGO_SETTINGS_MODULE": "amicity_web.settings.local", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "amicity_web", "run", "--port", str(port), "--threads", "4"]
    process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, env=os.environ | away, cwd=ROOT)
    try:
        address = f"http://127.0.0.1:{port}"
        _await(address, process, Path(told.name))
        link = re.search(r"http://\S+", Path(told.name).read_text().partition("open this link once")[2])
        assert link, Path(told.name).read_text()
        yield Site(address, link[0])
    finally:
        process.terminate()
        process.wait(timeout=20)
        told.close()


def _await(address: str, process: subprocess.Popen[bytes], told: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"the site stopped by itself:\n{told.read_text()}")
        try:
            with urlopen(f"{address}/api/v1/health", timeout=5):  # noqa: S310
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the site did not answer within {PATIENCE} s:\n{told.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, where the machine has one."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("there is no Chromium on this machine")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs on between its tests, and Django would refuse all others
        browser = play.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page that starts at the site. The test fails where the page complains: console errors, exceptions, refused by the policy."""
    yield from _watched(browser, site, signed=None)


@pytest.fixture(scope="session")
def signed(browser: Browser, site: Site) -> StorageState:
    """The cookies of the administrator, who came by the one-time link and set a password."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.link)
    for box in page.locator("input[type=password]").all():
        box.fill("a long enough pass phrase 7")
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def desk(browser: Browser, site: Site, signed: StorageState) -> Iterator[Page]:
    """A page like ``page``, signed in as the administrator."""
    yield from _watched(browser, site, signed=signed)


def _watched(browser: Browser, site: Site, *, signed: StorageState | None) -> Iterator[Page]:
    context = browser.new_context(base_url=site.address, viewport={"width": 1280, "height": 900}, storage_state=signed)
    page = context.new_page()
    page.set_default_timeout(15_000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
