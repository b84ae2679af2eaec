"""The reader, in ten lines: gate, clean, blocks, date, scan, frames, link, ground."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from amicity import __version__
from amicity.gazetteer import open_gazetteer
from amicity.grammar.context import Context
from amicity.grammar.draft import Draft
from amicity.grammar.frame import Frame
from amicity.grammar.papers import field_slots
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import opening_town
from amicity.kinds import frames
from amicity.languages import languages
from amicity.reading.blocks import blocks_of
from amicity.reading.clean import Canonical, canonical
from amicity.reading.dating import date_report
from amicity.reading.gate import may_tell, relevant
from amicity.reading.ground import Cutter, grounded
from amicity.reading.link import linked
from amicity.reading.lists import take_line
from amicity.reading.scan import Scan
from amicity.terms.confidence import Confidence
from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.lexicon import Language
from amicity.terms.report import Report
from amicity.terms.status import Status

_FICTION = (
    *("novel", "novella", "board game", "video game", "fictional", "sitcom", "short story", "screenplay"),
    *("in round one", "in round two", "in round three", "the film", "her film", "his film"),
)
_OF_FICTION = re.compile(rf"\b(?:{'|'.join(_FICTION)})\b", re.I)
_PLAIN = (Status.HAPPENED, Status.PLANNED)
_ONE_DAY = frozenset({"agreement", "relation", "renewal", "suspension", "termination", "visit", "meeting", "declaration"})
_FULL, _NEXT, _NEAR = len("2024-05-01"), 2, 3
READER = f"amicity {__version__} en"


@dataclass(frozen=True, slots=True)
class Explained:
    """What the reader made of one sentence: ``recognised`` (sort, wording, value), ``fired`` (rule, what it found in words),
    ``passed_over`` (rule, why not)."""

    text: str
    label: str
    recognised: tuple[tuple[str, str, str], ...]
    fired: tuple[tuple[str, str], ...]
    passed_over: tuple[tuple[str, str], ...]


def read(report: Report) -> tuple[Finding, ...]:
    """The findings of a report, in text order; none where it does not speak of city relations."""
    language = _english()
    if not relevant(report.text, language):
        return ()
    clean = canonical(report.text)
    if not may_tell(clean.text, language):
        return ()
    _, sentences = _scanned(report, clean, language)
    lower = clean.text.lower()
    told = any(word in lower for word in _FICTION)
    drafts = linked(draft for sentence in sentences for draft in _drafts(sentence, told=told))
    digest = report.digest
    cut = Cutter(report.text, clean)
    found = [grounded(draft, report=report, digest=digest, cut=cut, reader=READER) for draft in drafts]
    return tuple(sorted(found, key=lambda f: (f.quote.start, f.quote.end, f.kind, f.id)))


def explain(report: Report) -> tuple[Explained, ...]:
    """For each sentence what was recognised, which rule fired, and why the rest did not."""
    language = _english()
    if not relevant(report.text, language):
        return ()
    clean = canonical(report.text)
    _, sentences = _scanned(report, clean, language)
    return tuple(_explained(sentence) for sentence in sentences)


def _scanned(report: Report, clean: Canonical, language: Language) -> tuple[Context, list[Sentence]]:
    context = Context(clean.text)
    blocks = blocks_of(clean.text)
    date_report(context, report=report, blocks=blocks, language=language)
    return context, Scan(context, language=language, gazetteer=open_gazetteer()).sentences(blocks)


@cache
def _english() -> Language:
    return languages()["en"]


@cache
def _frames() -> tuple[tuple[str, Frame, tuple[frozenset[str], ...]], ...]:
    """Every frame with its kind, and its needs as sets of sorts."""
    return tuple(
        (kind, frame, tuple(frozenset(n.split("|")) for n in frame.needs)) for kind, of_kind in frames().items() for frame in of_kind
    )


@lru_cache(maxsize=4096)
def _apt(sorts: frozenset[str]) -> tuple[Frame, ...]:
    """The frames whose needs these sorts meet."""
    return tuple(frame for _, frame, needs in _frames() if not any(need.isdisjoint(sorts) for need in needs))


def _drafts(sentence: Sentence, *, told: bool) -> Iterator[Draft]:
    """The drafts of a sentence; none of a made-up story's, where the report has any (``told``)."""
    take_line(sentence)
    if told and _OF_FICTION.search(sentence.text):
        return
    speaker = _speaker(sentence)
    for frame in _apt(frozenset(sentence.by_sort)):
        if not frame.words or sentence.holds(*frame.words):
            for draft in frame.find(sentence):
                draft.attribution = speaker
                _same_day(sentence, draft)
                if draft.confidence is Confidence.A and (sentence.label == "title" or draft.status not in _PLAIN):
                    draft.confidence = Confidence.B
                _remember(sentence, draft)
                yield draft
    _pass_on(sentence)


def _same_day(sentence: Sentence, draft: Draft) -> None:
    """What is told as done without a day happened on the day told in the sentence before: "became twin towns on Thursday. The mayors
    signed …"; else a report's undated news bears only its month."""
    context, when = sentence.context, draft.when
    if draft.kind not in _ONE_DAY or draft.status is not Status.HAPPENED:
        return
    if when is not None and len(when.value.edtf) == _FULL and any(when.start == d.start for d in sentence.of("date")):
        context.day, context.day_sentence = when, sentence.index
    elif when is not None and when.derivation is Derivation.INHERITED and len(when.value.edtf) < _FULL and context.day is not None:
        near = 0 < sentence.index - context.day_sentence <= _NEXT and not sentence.of("date")
        if near and context.day.value.edtf.startswith(when.value.edtf[:7]):
            draft.when = replace(context.day, derivation=Derivation.INHERITED)


def _speaker(sentence: Sentence) -> str | None:
    """Who is cited: the person or body beside "said", "according to" or "reported"."""
    for verb in sentence.of("attribution"):
        named = [s for sort in ("person", "org") for s in sentence.of(sort) if 0 <= verb.start - s.end < 60 or 0 <= s.start - verb.end < 30]
        if named:
            nearest = min(named, key=lambda s: min(abs(verb.start - s.end), abs(s.start - verb.end)))
            return nearest.person.name if nearest.sort == "person" else sentence.context.text[nearest.start : nearest.end]
    return None


def _pass_on(sentence: Sentence) -> None:
    """What the next sentence may lean on: the person last named, and fields listed beside a tie."""
    context = sentence.context
    people = sentence.of("person")
    if people:
        context.speaker = people[0] if sentence.of("attribution") and len(people) > 1 else people[-1]
    fields = field_slots(sentence) if sentence.of("tie") or sentence.of("pair") else []
    context.fields = tuple(fields) if len(fields) > 1 else ()
    context.subject = opening_town(sentence)
    towns = {p.place.key: p for p in sentence.of("place") if not p.state}
    abroad = len({p.place.country for p in towns.values()}) > 1
    if len(towns) == _NEXT and abroad:
        context.two, context.two_sentence = tuple(towns.values()), sentence.index
    lists = [g for g in sentence.groups if len(g) > 1 and not g[0].state]
    context.listed = tuple(lists[-1]) if lists else ()


def _remember(sentence: Sentence, draft: Draft) -> None:
    if draft.rule == "relation.listed":
        sentence.context.entry, sentence.context.entry_sentence = draft, sentence.index
    if draft.rule == "agreement.resolved":
        sentence.context.resolution = draft
    if draft.kind == "agreement":
        sentence.context.paper = draft
    if draft.kind == "visit":
        sentence.context.visit = draft
    if draft.kind in ("visit", "meeting"):
        came = {s.key for s in draft.roles.get("visitor" if draft.kind == "visit" else "guest", ())}
        people = [place for person in sentence.of("person") for place in person.person.places]
        named = {p.place.key: p for p in (*people, *_all_places(sentence)) if p.place.key in came}
        sentence.context.guests = tuple(named.values()) or sentence.context.guests
    if draft.kind == "meeting" and sentence.index - sentence.context.pair_sentence > _NEAR:
        sides = [s for role in ("host", "guest") for s in draft.roles.get(role, []) if s.place is not None]
        here = tuple(p for p in _all_places(sentence) if not p.state and any(p.place.key == s.key for s in sides))
        sentence.context.remember_pair(here, sentence.index)
    if draft.kind in ("agreement", "relation", "renewal"):
        parties = [s for s in draft.roles.get("party", []) if s.place is not None]
        symbols = tuple(p for p in _all_places(sentence) if any(p.place.key == s.key for s in parties))
        sentence.context.remember_pair(symbols, sentence.index)


def _all_places(sentence: Sentence) -> list:  # type: ignore[type-arg]
    context = sentence.context
    extra = [s for s in (context.topic, context.owner, *context.pair, *context.title_pair) if s is not None]
    return [*sentence.of("place"), *extra]


def _explained(sentence: Sentence) -> Explained:
    take_line(sentence)
    fired, passed = [], []
    for kind, frame, _ in _frames():
        if not frame.worded(sentence):
            continue
        if lacking := frame.lacking(sentence):
            if len(lacking) < len(frame.needs):
                passed.append((frame.name, "needs " + " and ".join(lacking)))
            continue
        drafts = list(frame.find(sentence))
        fired += [(frame.name, f"{draft.status.value} {kind}: " + _in_words(draft)) for draft in drafts]
        for draft in drafts:
            _remember(sentence, draft)
        if not drafts:
            passed.append((frame.name, "its words are here, but not in its order"))
    _pass_on(sentence)
    recognised = tuple((s.sort, sentence.context.text[s.start : s.end], str(s.value)) for s in sentence.symbols)
    return Explained(sentence.text, sentence.label, recognised, tuple(fired), tuple(passed))


def _in_words(draft: Draft) -> str:
    return "; ".join(
        f"{role} {', '.join(s.place.label if s.place else str(s.value) for s in slots)}" for role, slots in draft.roles.items() if slots
    )
