"""Setting up: what is there stays, what changed is made anew, and what fails says why."""

import importlib.util
import threading
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", Path(__file__).resolve().parents[2] / "tools" / "prepare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path)
    (tmp_path / "requirements").mkdir()
    for lock in ("run", "dev"):
        (tmp_path / "requirements" / f"{lock}.lock").write_text(lock)
    return module


def test_a_step_is_done_once_for_the_same_thing_and_again_for_another(prepare: ModuleType, tmp_path: Path) -> None:
    done: list[str] = []
    for of in ("first", "first", "second"):
        prepare._step("step", tmp_path / "stamp", of=of, make=lambda of=of: done.append(of))
    assert done == ["first", "second"]


def test_a_step_whose_result_is_gone_is_done_again(prepare: ModuleType, tmp_path: Path) -> None:
    done: list[int] = []
    for _ in range(2):
        prepare._step("step", tmp_path / "stamp", of="it", make=lambda: done.append(1), there=False)
    assert len(done) == 2


def test_a_step_that_fails_leaves_no_stamp(prepare: ModuleType, tmp_path: Path) -> None:
    def fails() -> None:
        raise prepare.SetupError("no network")

    with pytest.raises(prepare.SetupError):
        prepare._step("step", tmp_path / "stamp", of="it", make=fails)
    assert not (tmp_path / "stamp").exists()


def test_a_step_beside_others_is_waited_for(prepare: ModuleType, tmp_path: Path) -> None:
    met = threading.Barrier(2, timeout=10)
    with prepare._beside("step", tmp_path / "stamp", of="it", make=met.wait, there=True):
        met.wait()
    assert (tmp_path / "stamp").read_text() == "it"


def test_a_step_beside_others_that_fails_is_said_when_they_are_done(prepare: ModuleType, tmp_path: Path) -> None:
    done: list[str] = []

    def fails() -> None:
        raise prepare.SetupError("no memory")

    with (
        pytest.raises(prepare.SetupError, match="no memory"),
        prepare._beside("step", tmp_path / "stamp", of="it", make=fails, there=True),
    ):
        done.append("other")
    assert done == ["other"] and not (tmp_path / "stamp").exists()


def test_the_larger_set_of_packages_serves_the_smaller(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(prepare, "_install", lambda *what: installed.append(what[-1]))
    for wanted in ("dev", "run", "dev"):
        prepare._packages(wanted)
    assert installed == ["requirements/dev.lock"]


def test_a_changed_lock_is_installed_anew(prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(prepare, "_install", lambda *what: installed.append(what[-1]))
    prepare._packages("run")
    (tmp_path / "requirements/run.lock").write_text("newer")
    prepare._packages("run")
    assert installed == ["requirements/run.lock"] * 2


def test_a_command_that_fails_is_named_with_what_it_said(prepare: ModuleType) -> None:
    with pytest.raises(prepare.SetupError, match=r"this failed: sh -c(.|\n)*no such package"):
        prepare._run("sh", "-c", "echo no such package; exit 1")


def test_pip_does_it_where_uv_cannot_be_had(prepare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def pip(*what: str) -> None:
        asked.append(what[-1])
        if what[-1] == "requirements/uv.lock":
            raise prepare.SetupError("no such wheel")

    asked: list[str] = []
    monkeypatch.setattr(prepare.shutil, "which", lambda name: None)
    monkeypatch.setattr(prepare, "_pip", pip)
    prepare._install("-r", "requirements/run.lock")
    assert asked == ["requirements/uv.lock", "requirements/run.lock"]
