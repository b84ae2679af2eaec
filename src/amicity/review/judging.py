"""Is a judgement one that can be passed? Checked before it is written, for what is written stays."""

from collections.abc import Callable, Iterator, Mapping

from amicity.review.identity import is_place_key
from amicity.review.known import Known
from amicity.review.naming import SORTS, is_name_key
from amicity.review.rulings import instant
from amicity.terms.judgement import Judgement, JudgementId, Verdict

_ENTRY_ID = 20


class JudgementError(ValueError):
    """A judgement that cannot be passed; the message says what is wrong with it and what to do."""


def check(judgement: Judgement, known: Known) -> Judgement:
    """The judgement, if it can be passed on what is known. Raises JudgementError with everything that is wrong with it."""
    wrong = [*_signed(judgement, known), *_CHECKS[judgement.verdict](judgement, known)]
    if wrong:
        raise JudgementError(f"this {judgement.verdict.value} cannot be passed: {'; '.join(wrong)}")
    return judgement


def _signed(judgement: Judgement, known: Known) -> Iterator[str]:
    if not judgement.by.strip():
        yield "nobody signs it (give a name)"
    try:
        instant(judgement.at)
    except ValueError:
        yield f"{judgement.at!r} is no instant (write 2026-11-22T09:30:00Z)"
    if judgement.id in known.judgements:
        yield "it has been passed already"


def _on_one(judgement: Judgement, known: Known) -> Iterator[str]:
    if len(judgement.subjects) != 1:
        yield f"it names {len(judgement.subjects)} findings (name one)"
    yield from _unknown(judgement.subjects, known)
    if judgement.correction is not None and judgement.verdict is not Verdict.CORRECT:
        yield "it carries a correction (use the verdict correct)"


def _correcting(judgement: Judgement, known: Known) -> Iterator[str]:
    yield from _on_one(judgement, known)
    corrected = judgement.correction
    if corrected is None:
        yield "it says not how the finding should read (give the correction)"
        return
    read = known.findings.get(judgement.subjects[0]) if judgement.subjects else None  # type: ignore[call-overload]
    if read is None:
        return
    if corrected.report != read.report or corrected.source != read.source:
        yield "its correction is of another report (a correction keeps the finding's report)"
    if corrected.quote not in (read.quote, *read.also):
        yield "its quote is not the finding's passage (a correction changes what is read, not what is written)"


def _linking(judgement: Judgement, known: Known) -> Iterator[str]:
    if len(set(judgement.subjects)) < 2:
        yield "it names fewer than two things (name two or more)"
    places = [subject for subject in judgement.subjects if is_place_key(subject)]
    names = [subject for subject in judgement.subjects if is_name_key(subject)]
    if any(some and len(some) != len(judgement.subjects) for some in (places, names)):
        yield "it mixes places with findings, or names with either (name things of one sort)"
    if len({name.partition(":")[0] for name in names}) > 1:
        yield "it mixes people, bodies and series (name things of one sort)"
    yield from _unknown_names(names, known)
    seen = {place.key for finding in known.findings.values() for place in finding.places()} if places else set()
    yield from (f"no finding names the place {place}" for place in places if place not in seen)
    yield from _unknown((subject for subject in judgement.subjects if ":" not in subject), known)


def _unknown_names(names: list[str], known: Known) -> Iterator[str]:
    for subject in names:
        sort, _, name = subject.partition(":")
        roles = SORTS[sort]
        if not any(m.key == name.casefold() for f in known.findings.values() for role in roles for m in f.roles.get(role, ())):
            yield f"no finding names the {sort} {name} (write the name as a report gives it)"


def _policy(judgement: Judgement, known: Known) -> Iterator[str]:
    if judgement.policy is None:
        yield "it says not what it admits (give the policy)"
    if judgement.subjects:
        yield "a policy names no findings (give confidences, sources or kinds)"


def _withdrawing(judgement: Judgement, known: Known) -> Iterator[str]:
    if len(judgement.subjects) != 1:
        yield f"it takes back {len(judgement.subjects)} judgements (take back one at a time)"
    for subject in judgement.subjects:
        if JudgementId(subject) not in known.judgements:
            yield f"no judgement {subject} is known"
        elif subject in _taken_back(known):
            yield f"the judgement {subject} is withdrawn already"


def _taken_back(known: Known) -> set[str]:
    """What withdrawals that stand took back: a withdrawal never stands in ``known.standing``, so they are followed here."""
    taken: dict[str, list[str]] = {}
    for id_, judgement in known.judgements.items():
        if judgement.verdict is Verdict.WITHDRAW:
            for subject in judgement.subjects:
                taken.setdefault(subject, []).append(id_)

    def stands(id_: str) -> bool:
        return not any(stands(by) for by in taken.get(id_, ()))

    return {subject for subject in taken if not stands(subject)}


def _unknown(subjects: Iterator[str] | tuple[str, ...], known: Known) -> Iterator[str]:
    yield from (f"no finding {subject} is known" for subject in subjects if subject[-_ENTRY_ID:] not in known.findings)


_CHECKS: Mapping[Verdict, Callable[[Judgement, Known], Iterator[str]]] = {
    Verdict.ACCEPT: _on_one,
    Verdict.REJECT: _on_one,
    Verdict.CORRECT: _correcting,
    Verdict.SAME_AS: _linking,
    Verdict.DIFFERENT: _linking,
    Verdict.POLICY: _policy,
    Verdict.WITHDRAW: _withdrawing,
}
