"""Findings and judgements on disk: JSON Lines files, or a folder with ``findings.jsonl``, ``judgements.jsonl`` and ``imprints.jsonl``."""

import fcntl
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from amicity.cli._output import whole
from amicity.register.assembly import collector_at_rest
from amicity.review import instant
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint
from amicity.terms.judgement import Judgement
from amicity.terms.wire import (
    WireError,
    finding_from_json,
    finding_to_json,
    from_line,
    imprint_from_json,
    imprint_to_json,
    judgement_from_json,
    judgement_to_json,
    to_line,
)

FINDINGS, JUDGEMENTS, IMPRINTS = "findings.jsonl", "judgements.jsonl", "imprints.jsonl"


@dataclass(slots=True)
class Pile:
    """What was read from disk, each thing once, in the order in which it came; ``again`` counts what came more than once.

    ``recorded`` tells when a finding came into a register, by its id; registers of old do not say it.
    """

    findings: dict[str, Finding] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    imprints: dict[str, Imprint] = field(default_factory=dict)
    again: int = 0
    recorded: dict[str, str] = field(default_factory=dict)

    def add(self, paths: Iterable[Path]) -> "Pile":
        """Read files and register folders into this pile. Raises click.ClickException naming the file and the line that is wrong."""
        with collector_at_rest():
            for path in paths:
                for file in _files(path):
                    for number, line in _lines(file):
                        self._take(line, where=f"{file}:{number}")
        return self

    def _take(self, line: bytes, *, where: str) -> None:
        try:
            written = from_line(line)
        except ValueError as error:
            raise click.ClickException(f"{where}: no JSON: {error} (is the file cut off? each line is one object)") from None
        if not isinstance(written, dict):
            raise click.ClickException(f"{where}: neither a finding nor a judgement, but {type(written).__name__}")
        try:
            self._put(written)
        except (WireError, KeyError, ValueError, TypeError, AttributeError) as error:
            raise click.ClickException(f"{where}: {error}") from None

    def _put(self, written: dict[str, Any]) -> None:
        if "finding" in written or "kind" in written:
            finding = finding_from_json(written.get("finding", written))
            self.again += finding.id in self.findings
            if (at := written.get("recorded")) and finding.id not in self.findings:
                instant(at)
                self.recorded[finding.id] = at
            self.findings.setdefault(finding.id, finding)
        elif "judgement" in written or "verdict" in written:
            judgement = judgement_from_json(written.get("judgement", written))
            instant(judgement.at)
            self.judgements.setdefault(judgement.id, judgement)
        elif "published" in written and "report" in written:
            imprint = imprint_from_json(written)
            self.imprints.setdefault(imprint.report, imprint)
        elif "about" not in written:
            raise WireError("neither a finding (kind …), a judgement (verdict …) nor an imprint (report, published …)")


def save(pile: Pile, target: Path) -> None:
    """Write a pile: into one file where the target's name ends in ``.jsonl``, else into a folder; each file whole or not at all."""
    findings = [to_line(_with_time(finding, pile.recorded.get(id_))) for id_, finding in pile.findings.items()]
    judgements = [to_line(judgement_to_json(judgement)) for judgement in pile.judgements.values()]
    imprints = [to_line(imprint_to_json(imprint)) for imprint in pile.imprints.values()]
    if target.suffix == ".jsonl":
        return _write(target, findings + judgements + imprints)
    if target.exists() and not target.is_dir():
        raise click.ClickException(f"{target} is a file and no register folder (name a folder, or a file that ends in .jsonl)")
    target.mkdir(parents=True, exist_ok=True)
    _write(target / FINDINGS, findings)
    _write(target / JUDGEMENTS, judgements)
    if imprints:
        _write(target / IMPRINTS, imprints)


def _with_time(finding: Finding, recorded: str | None) -> dict[str, Any]:
    written = finding_to_json(finding)
    return written | {"recorded": recorded} if recorded else written


def append(judgement: Judgement, target: Path) -> None:
    """Add one judgement at the end of a folder's (or file's) judgements, for good or not at all; two writers wait for each other."""
    file = target / JUDGEMENTS if target.is_dir() else target
    with file.open("ab") as out:
        fcntl.flock(out, fcntl.LOCK_EX)
        end = out.seek(0, os.SEEK_END)
        try:
            out.write(to_line(judgement_to_json(judgement)) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        except OSError:
            out.truncate(end)
            raise


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    if not (path / FINDINGS).is_file():
        raise click.ClickException(f"{path} is no register: it has no {FINDINGS} (make one with `amicity register build`)")
    yield from (file for name in (FINDINGS, JUDGEMENTS, IMPRINTS) if (file := path / name).is_file())


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with click.open_file(str(file), "rb") as stream:
            yield from ((number, line) for number, line in enumerate(stream, 1) if line.strip())
    except OSError as error:
        raise click.FileError(str(file), hint=error.strerror) from None


def _write(file: Path, lines: list[bytes]) -> None:
    with whole(file) as out:
        out.writelines(line + b"\n" for line in lines)
