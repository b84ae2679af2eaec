#!/usr/bin/env python3
"""Sets up what a command needs, and nothing that is there already: ``prepare.py run``, ``prepare.py dev``.

Only the standard library, for it runs before anything is installed. Each step leaves a stamp with the digest of what it was made
from, so that a second run is instant and a changed lock, source or page is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
COMPILED = ROOT / "src/amicity/gazetteer/compiled"
BUILT = ROOT / "src/amicity_web/static/built"
FRONTEND = ROOT / "frontend"
LOCKS = {"run": ("run",), "dev": ("dev", "run"), "bench": ("bench", "dev", "run")}
OLDEST = (3, 11)
NODE = 18


class SetupError(Exception):
    """Setting up cannot go on; the message says what to do."""


def main() -> None:
    """Does every step of the named set-up."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "run"
    os.chdir(ROOT)
    _at_least(OLDEST)
    try:
        with _alone():
            _step("Python environment", VENV / ".amicity", of="venv", make=_venv, there=_venv_works())
            _packages(wanted)
            with _beside("gazetteer", VENV / ".amicity-gazetteer", of=_gazetteer_digest(), make=_gazetteer, there=COMPILED.exists()):
                _step("map and scripts", VENV / ".amicity-frontend", of=_frontend_digest(), make=_frontend, there=BUILT.exists())
            _step("amicity itself", VENV / ".amicity-project", of=_digest("pyproject.toml", "hatch_build.py"), make=_project)
    except SetupError as trouble:
        sys.exit(f"make: {trouble}")


def _at_least(version: tuple[int, int]) -> None:
    """Goes on under a newer Python where this one is too old and another is there."""
    if sys.version_info >= version:
        return
    for minor in (14, 13, 12, 11):
        if newer := shutil.which(f"python3.{minor}"):
            os.execv(newer, [newer, *sys.argv])
    sys.exit("make: Amicity needs Python 3.11 or later, and finds none (on Debian: apt-get install python3 python3-venv)")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two ``make`` at once take turns."""
    import fcntl

    with (ROOT / ".setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _step(name: str, stamp: Path, *, of: str, make: Callable[[], None], there: bool = True) -> None:
    """Makes it unless its stamp says that it was made of just this."""
    if there and stamp.exists() and stamp.read_text(encoding="utf-8") == of:
        return
    print(f"  {name} …", flush=True)
    start = time.monotonic()
    make()
    stamp.write_text(of, encoding="utf-8")
    print(f"  {name}: {time.monotonic() - start:.1f} s", flush=True)


@contextlib.contextmanager
def _beside(name: str, stamp: Path, *, of: str, make: Callable[[], None], there: bool) -> Iterator[None]:
    """The step is done while the body does others, and waited for at its end."""
    with ThreadPoolExecutor(1) as thread:
        step = thread.submit(_step, name, stamp, of=of, make=make, there=there)
        yield
    step.result()


def _packages(wanted: str) -> None:
    """The locked packages; the larger set holds the smaller one."""
    for lock in LOCKS["bench"]:
        stamp = VENV / f".amicity-{lock}"
        if stamp.exists() and wanted in LOCKS[lock] and stamp.read_text(encoding="utf-8") == _digest(f"requirements/{lock}.lock"):
            return
    lock = f"requirements/{wanted}.lock"
    _step(f"packages ({wanted})", VENV / f".amicity-{wanted}", of=_digest(lock), make=lambda: _install("--require-hashes", "-r", lock))


def _venv() -> None:
    """One that is there and works is kept, whoever made it."""
    if _venv_works():
        return
    if uv := shutil.which("uv"):
        _run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
        return
    try:
        _run(sys.executable, "-m", "venv", "--clear", str(VENV))
    except SetupError as trouble:
        raise SetupError(f"{trouble}\nPython cannot make an environment; on Debian: apt-get install python3-venv") from None


def _venv_works() -> bool:
    with contextlib.suppress(OSError):
        return subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0
    return False


def _install(*what: str) -> None:
    if uv := shutil.which("uv") or _uv():
        _run(uv, "pip", "install", "--quiet", "--python", str(PYTHON), *what)
    else:
        _pip(*what)


def _uv() -> str | None:
    """The environment's own uv, which takes seconds where pip takes a minute; None where it cannot be had."""
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        with contextlib.suppress(SetupError):
            _pip("--require-hashes", "--only-binary=:all:", "-r", "requirements/uv.lock")
    return str(uv) if uv.exists() else None


def _pip(*what: str) -> None:
    _run(str(PYTHON), "-m", "ensurepip")  # an environment that uv made has no pip
    _run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def _project() -> None:
    _install("--no-deps", "--no-build-isolation", "-e", ".")


def _gazetteer() -> None:
    """Before the project itself is installed, whose build would compile it too."""
    _run(str(PYTHON), "-m", "amicity.gazetteer.compile", PYTHONPATH="src")


def _frontend() -> None:
    path = os.environ["PATH"]
    if not shutil.which("npm") or not _node_is_new():
        _install("--require-hashes", "-r", "requirements/node.lock")
        path = f"{VENV / 'bin'}{os.pathsep}{path}"
    npm = shutil.which("npm", path=path)
    if not npm:
        raise SetupError("npm is missing, and the one from the package registry did not install")
    for command in (("ci", "--no-audit", "--no-fund"), ("run", "build")):
        _run(npm, *command, cwd=FRONTEND, PATH=path)


def _node_is_new() -> bool:
    with contextlib.suppress(OSError, ValueError):
        said = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True).stdout  # noqa: S607
        return int(said.lstrip("v").split(".")[0]) >= NODE
    return False


def _gazetteer_digest() -> str:
    folder = ROOT / "src/amicity/gazetteer"
    made_from = [each for each in folder.rglob("*") if each.is_file() and COMPILED not in each.parents and "__pycache__" not in each.parts]
    return _digest("requirements/run.lock", *made_from)


def _frontend_digest() -> str:
    left_out = {"node_modules", "dist"}
    return _digest(*(each for each in FRONTEND.rglob("*") if each.is_file() and not left_out & set(each.relative_to(FRONTEND).parts)))


def _digest(*files: str | Path) -> str:
    """The SHA-256 over names and contents; a file that is not there counts as absent."""
    total = hashlib.sha256()
    for file in sorted(ROOT / each for each in files):
        total.update(str(file.relative_to(ROOT)).encode())
        total.update(file.read_bytes() if file.exists() else b"-")
    return total.hexdigest()


def _run(*command: str, cwd: Path = ROOT, **environment: str) -> None:
    """Runs it silently; where it fails, the end of what it said is the trouble."""
    done = subprocess.run(command, cwd=cwd, env=os.environ | environment, check=False, capture_output=True, text=True)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-25:])
        raise SetupError(f"this failed: {' '.join(command)}\n{said}")


if __name__ == "__main__":
    main()
