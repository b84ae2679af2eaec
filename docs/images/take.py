"""Takes the README's pictures from a running site: ``python docs/images/take.py [http://127.0.0.1:8000]``."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHOTS = {
    "home.png": ("/", 900),
    "tie.png": ("/ties/geonames-1174872+geonames-2034937/", 900),
}


def take(address: str) -> None:
    """Write each picture beside this file, 1280 pixels wide."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for name, (path, height) in SHOTS.items():
            page = browser.new_page(viewport={"width": 1280, "height": height})
            page.goto(address + path)
            page.locator("figure.map[data-drawn]").first.wait_for()
            page.screenshot(path=Path(__file__).parent / name)
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
