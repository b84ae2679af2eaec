"""JSON Lines lose nothing: what is read back folds to the same register, by the library and by the command line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from amicity.cli._pile import Pile
from amicity.exports import exports
from amicity.register import fold
from amicity.terms.export import Edition
from amicity.terms.finding import Finding
from amicity.terms.judgement import Judgement, Verdict
from amicity.terms.place import Candidate, Place
from amicity.terms.register import Register
from amicity.terms.wire import finding_from_json, from_line, imprint_from_json, judgement_from_json
from builders import KARACHI, SAPPORO, accept_all, judge
from exports.editions import FINDINGS, JUDGEMENTS, edition, hostile

LETTERS = some.text(some.characters(codec=None), max_size=12)
PLACES = some.builds(
    Place,
    name=LETTERS.filter(bool),
    country=some.sampled_from((None, "CN", "PK")),
    id=some.sampled_from((None, "geonames:1", "wikidata:Q2")),
    latitude=some.none(),
    candidates=some.sampled_from(((), (Candidate("geonames:3", "X", None, 0.5, ("near",)),))),
)


def read_back(content: bytes) -> Register:
    lines = [from_line(line) for line in content.splitlines()]
    findings = [finding_from_json(line["finding"]) for line in lines if "finding" in line]
    judgements = [judgement_from_json(line["judgement"]) for line in lines if "judgement" in line]
    return fold(findings, judgements, imprints=[imprint_from_json(line) for line in lines if "published" in line])


def test_the_same_register_folds_from_what_was_written() -> None:
    assert read_back(exports()["jsonl"].write(edition())) == edition().register


def test_hostile_texts_come_back_as_they_were() -> None:
    assert read_back(exports()["jsonl"].write(hostile())) == hostile().register


@settings(max_examples=40, deadline=None)
@given(here=PLACES, says=LETTERS, who=LETTERS)
def test_any_finding_and_judgement_comes_back(here: Place, says: str, who: str) -> None:
    first = FINDINGS[0]
    mention = replace(first.roles["party"][0], place=here)
    made = replace(
        first, roles={**first.roles, "party": (mention, first.roles["party"][1])}, quote=replace(first.quote, text=says), reader=who
    )
    corrected = replace(made, confidence=FINDINGS[-1].confidence, attribution=who)
    told = (Judgement(Verdict.CORRECT, (made.id,), who, "2026-01-01T00:00:00Z", says, corrected), accept_all(by=who))
    register = fold([made], told)
    assert read_back(exports()["jsonl"].write(Edition(register, date(2022, 1, 1), None, (made,), told))) == register


def test_what_waits_or_was_rejected_or_taken_back_comes_back_too() -> None:
    no = judge(Verdict.REJECT, FINDINGS[0].id)
    back = judge(Verdict.WITHDRAW, no.id, at="2026-01-02T09:00:00Z")
    for judgements in ((), (no,), (no, accept_all()), (no, back, accept_all())):
        whole = edition(judgements=judgements)
        assert read_back(exports()["jsonl"].write(whole)) == whole.register


def test_a_place_is_written_with_all_that_concerns_it() -> None:
    whole = edition()
    part = read_back(exports()["jsonl"].write(edition(place=KARACHI.key)))
    assert part.of_place(KARACHI.key) == whole.register.of_place(KARACHI.key)
    assert SAPPORO.key not in part.places


def test_the_command_line_reads_the_file_and_writes_the_same(tmp_path: Path) -> None:
    file, again = tmp_path / "all.jsonl", tmp_path / "again.jsonl"
    whole = hostile()
    file.write_bytes(exports()["jsonl"].write(whole))
    pile = Pile().add([file])
    findings: tuple[Finding, ...] = tuple(pile.findings.values())
    register = fold(findings, pile.judgements.values(), imprints=pile.imprints.values())
    assert register == whole.register
    again.write_bytes(exports()["jsonl"].write(replace(whole, register=register, findings=findings)))
    assert again.read_bytes() == file.read_bytes()


def test_the_first_line_says_whose_it_is() -> None:
    first = from_line(exports()["jsonl"].write(edition(judgements=JUDGEMENTS)).splitlines()[0])
    assert first["about"]["licence"] == "CC-BY-4.0"
