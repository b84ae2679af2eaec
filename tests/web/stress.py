"""Writers and readers at once, and writers killed in the middle. Run as ``python stress.py kill ROUNDS``, ``crowd SECONDS`` or ``full``.

Each writer records reports and judges them, and says what was acknowledged only after the store has returned.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "amicity_web.settings.test"
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import OperationalError, connection  # noqa: E402
from stories import told  # noqa: E402

from amicity.terms.judgement import Judgement, Verdict  # noqa: E402
from amicity_web.desk.acts import now  # noqa: E402
from amicity_web.store import chain, load, projection, record  # noqa: E402
from amicity_web.store.models import PROJECTION, FindingRow, JudgementRow, ReportRow  # noqa: E402


def one_write(name: str, number: int) -> list[str]:
    """Record a report and accept its finding. Gives what must now be there."""
    from builders import KARACHI, SAPPORO, SHENYANG, agreement

    pair = (SHENYANG, random.choice((KARACHI, SAPPORO)))  # noqa: S311
    signed = agreement(*pair, when=f"20{number % 100:02d}")
    report, findings = told(f"{name} {number}: a paper was signed.", signed, source=f"{name}-{number}")
    record.record_report(report, findings, by=name)
    judgement = record.record_judgement(Judgement(Verdict.ACCEPT, (findings[0].id,), name, now()))
    return [report.digest, judgement.id]


def write_on(name: str, log: int, *, until: float, limit: int = 10**6) -> None:
    """Write until then, telling each acknowledged write and how long it took."""
    connection.close()
    for number in range(limit):
        if time.monotonic() > until:
            break
        begun = time.perf_counter()
        try:
            kept = one_write(name, number)
        except Exception as error:
            kept = [f"error {error!r}"]
        os.write(log, (json.dumps([kept, (time.perf_counter() - begun) / 2]) + "\n").encode())
    os._exit(0)


def read_on(log: int, *, until: float) -> None:
    """Read until then."""
    connection.close()
    while time.monotonic() < until:
        begun = time.perf_counter()
        try:
            load.register_for("geonames:1174872")
            kept = []
            time.sleep(0.01)
        except Exception as error:
            kept = [f"error {error!r}"]
        os.write(log, (json.dumps([kept, time.perf_counter() - begun]) + "\n").encode())
    os._exit(0)


def kill(rounds: int) -> None:
    """Kill two writers in the middle, again and again. Whatever was acknowledged is there; nothing is half-written."""
    acknowledged: list[str] = []
    for number in range(rounds):
        far = time.monotonic() + 60
        logs = [os.pipe() for _ in range(2)]
        children = []
        for index, (_, log) in enumerate(logs):
            child = os.fork()
            if not child:
                write_on(f"{number}-{index}", log, until=far)
            children.append(child)
            os.close(log)
        begun = [os.fdopen(out) for out, _ in logs]
        first = [reader.readline() for reader in begun]
        time.sleep(random.uniform(0, 0.1))  # noqa: S311
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for line in [*first, *(line for reader in begun for line in reader)]:
            acknowledged += json.loads(line)[0]
        check_whole()
    held = {*ReportRow.objects.values_list("digest", flat=True), *JudgementRow.objects.values_list("id", flat=True)}
    assert acknowledged and set(acknowledged) <= held, "an acknowledged write was lost"
    kept = snapshot()
    projection.rebuild()
    assert snapshot() == kept, "the projection is not what a rebuild makes"
    print(f"{rounds} rounds, {len(acknowledged)} acknowledged writes, none lost")


def check_whole() -> None:
    """The database is sound, the chain unbroken, no report without its finding."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchone() == ("ok",)
    chain.verify()
    assert ReportRow.objects.count() == FindingRow.objects.count()
    connection.close()


def crowd(seconds: float) -> None:
    """Eight writers and four readers at once, warm as a server is that has written and read before."""
    one_write("warm", 0)
    load.register_for("geonames:1174872")
    connection.close()
    until = time.monotonic() + seconds
    out, log = os.pipe()
    children = []
    for index in range(12):
        child = os.fork()
        if not child:
            write_on(f"w{index}", log, until=until) if index < 8 else read_on(log, until=until)
        children.append(child)
    os.close(log)
    lines = [json.loads(line) for line in os.fdopen(out)]
    for child in children:
        os.waitpid(child, 0)
    errors = [kept for kept, _ in lines if kept and kept[0].startswith("error")]
    writes = sorted(took for kept, took in lines if kept)
    reads = sorted(took for kept, took in lines if not kept)
    check_whole()
    assert not errors, errors[:3]
    print(f"{len(writes)} x 2 writes, p99 {_slowest(writes)} ms; {len(reads)} reads, p99 {_slowest(reads)} ms")


def _slowest(took: list[float]) -> int:
    return round(took[int(len(took) * 0.99)] * 1000)


def full() -> None:
    """The disk fills up: what was written stays, reads go on, and once there is room writing goes on."""
    one_write("before", 0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 6}")
    kept = 0
    try:
        for number in range(1000):
            one_write("filling", number)
            kept += 1
    except OperationalError as error:
        assert "full" in str(error), error
    reports, judgements = ReportRow.objects.count(), JudgementRow.objects.count()
    assert kept + 1 <= reports <= kept + 2 and kept + 1 <= judgements <= kept + 2
    assert load.register_for("geonames:2034937").relations
    check_whole()
    one_write("after", 0)
    check_whole()
    print(f"full after {kept} writes, nothing lost, and writing goes on")


def snapshot() -> list[object]:
    return [sorted(map(repr, model.objects.values_list(*_fields(model)))) for model in PROJECTION]


def _fields(model: type) -> list[str]:
    return [f.attname for f in model._meta.fields if not (f.attname == "id" and f.get_internal_type() == "BigAutoField")]  # type: ignore[attr-defined]


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    connection.close()
    match sys.argv[1:]:
        case ["kill", rounds]:
            kill(int(rounds))
        case ["crowd", seconds]:
            crowd(float(seconds))
        case ["full"]:
            full()
