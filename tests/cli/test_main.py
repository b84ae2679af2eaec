"""The command itself: it teaches, it starts fast, and it ends with the right code."""

import statistics
import time

import amicity as package
from cli.runs import amicity, process


def test_says_its_version() -> None:
    assert process("--version").stdout.decode() == f"amicity, version {package.__version__}\n"


def test_help_names_every_command() -> None:
    said = amicity("--help").stdout.decode()
    for command in ("read", "explain", "import", "gazetteer"):
        assert f"\n  {command} " in said
    assert "Exit codes" in said


def test_an_unknown_command_is_a_usage_error() -> None:
    done = process("reed")
    assert done.returncode == 2
    assert b"No such command 'reed'" in done.stderr


def test_starts_without_loading_what_it_does_not_use() -> None:
    import subprocess
    import sys

    from cli.runs import environment

    probe = (
        "import sys; from amicity.cli._main import group; group.main(['read', '--help'], standalone_mode=False);"
        "print([m for m in ('trafilatura', 'lxml', 'rich', 'amicity.reading', 'amicity.register') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, env=environment())
    assert done.stderr.decode().strip() == "[]"


def test_help_loads_no_command_and_no_answer() -> None:
    import subprocess
    import sys

    from cli.runs import environment

    probe = (
        "import sys; from amicity.cli._main import group; group.main(sys.argv[1:], standalone_mode=False);"
        "ours = {m for m in sys.modules if m.startswith(('amicity.cli.', 'amicity.answers.', 'amicity.register'))};"
        "print(*sorted(m for m in ours if not m.startswith('amicity.cli._')), file=sys.stderr)"
    )
    for words, loaded in ((["--help"], ""), (["answer", "--help"], "amicity.cli.answer")):
        done = subprocess.run([sys.executable, "-c", probe, *words], capture_output=True, check=True, env=environment())
        assert done.stderr.decode().strip() == loaded


def test_the_list_of_commands_says_what_each_file_says_of_itself() -> None:
    assert "  answer     Put a question to a register.\n" in amicity("--help").stdout.decode()


def test_help_is_there_at_once() -> None:
    process("--version")
    times = []
    for _ in range(3):
        start = time.monotonic()
        process("--version")
        times.append(time.monotonic() - start)
    assert statistics.median(times) < 2
