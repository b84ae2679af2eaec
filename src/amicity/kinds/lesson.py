"""Lesson: something adopted from a partner."""

import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.speech import acting, own_place, spoken_place, voiced
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.terms.confidence import Confidence
from amicity.terms.kind import Holds, Kind, Role
from amicity.terms.status import Status

KIND = Kind(
    name="lesson",
    plural="lessons",
    says="something adopted from a partner",
    roles=(
        Role("learner", Holds.PLACE, "who learnt", identity=True),
        Role("teacher", Holds.PLACE, "from whom", identity=True),
        Role("what", Holds.TEXT, "what"),
        Role("field", Holds.TERM, "what it is about"),
    ),
)


_TO_TEACHER = re.compile(
    r"\s*(?:the )?(?:(?:those|that|the ones?) (?:of|in) )?(?:(?:[a-z-]+ )?(?:experiences?|examples?|success|practices?"
    r"|models?|lessons?|system|way|methods?"
    r"|approach) (?:of|in|from) )?(?:the )?(?:(?:its|our|their) (?:sister|twin|partner) (?:city|town),? )?(?:city of )?",
    re.I,
)
_SAID = re.compile(r"[^\"]{0,200}?\b(?:said|says|noted|added) that\s+")
_WHICH = re.compile(
    r",?\s*\b(?:which|that|this)(?: (?:is|are|was|were))?(?: one of| among)?(?: the)?(?: \w+)?(?: (?:that|which))?(?: (?:they"
    r"|we|it|the city))?(?: ha[sd]| have)?\s*$",
    re.I,
)
_US = re.compile(r"\s*(?:us|our (?:city|experience|example|model|town))\b", re.I)
_WITNESSED = re.compile(
    r"\bafter (?:(?:its|their|our|the|his|her|they|he|she|we|it) (?:[a-z]+ ){0,2}?(?:had )?(?:saw|seen|visited|studied|observed|watched)"
    r"|seeing|visiting|studying|observing|watching|learning)\b[^.;]{0,60}?\b(?:in|at|from)\s+(?:the )?(?:city of )?$",
    re.I,
)
_SAW_THERE = re.compile(
    r"\b(?:introduced|adopted|copied|borrowed|installed|launched|built|implemented)\s+([^.;\"]{4,80}?)"
    r"\s+(?:that|which|we|they|our|its|their)\b[\w' ]{0,40}?\b(?:saw|seen|learned|learnt|studied|observed)\s+there\b",
    re.I,
)
_MODEL_FOR = re.compile(r"\bserv(?:ed|es|ing) as (?:a|the) (?:model|example|blueprint|template) for\s", re.I)
_TOOK = re.compile(
    r"\b(?:introduced|adopted|copied|borrowed|installed|launched|set up|built|started|implemented|replicated|replicated)\b", re.I
)


def _learnt(sentence: Sentence) -> Iterator[Draft]:
    """Something adopted from a partner: "one of the things they learnt from X"; what is only wished for is a need."""
    for verb in sentence.of("learn"):
        teacher = _teacher(sentence, verb)
        learner = spoken_place(sentence, verb, other_than=teacher) if teacher is not None else None
        if learner is None and teacher is not None and own_place(sentence) is not teacher:
            learner = own_place(sentence)
        status, _ = status_of(sentence, verb)
        if teacher is None or learner is None or status is not Status.HAPPENED:
            continue
        yield from _draft(sentence, learner, teacher, what=_what(sentence, verb, teacher))


def _seen(sentence: Sentence) -> Iterator[Draft]:
    """Something introduced after it was seen at a partner's: "we adopted our tram cards after seeing them in X"."""
    took = _TOOK.search(sentence.text)
    if not took:
        return
    verb = Symbol("learn", sentence.start + took.start(), sentence.start + took.end(), "past")
    teacher = next((p for p in sentence.of("place") if p.start > verb.end and _WITNESSED.search(sentence.gap(verb.end, p.start))), None)
    learner = spoken_place(sentence, verb, other_than=teacher) or own_place(sentence)
    if teacher is not None and learner is not None and status_of(sentence, verb)[0] is Status.HAPPENED:
        after = re.search(r"\s+after\b", sentence.gap(verb.end, teacher.start))
        yield from _draft(sentence, learner, teacher, what=(verb.end + 1, verb.end + after.start() if after else teacher.start))


def _shown(sentence: Sentence) -> Iterator[Draft]:
    """ "We adopted the simulator that our firefighters saw there", "which served as a model for X's plan"."""
    context, own = sentence.context, own_place(sentence)
    saw = _SAW_THERE.search(sentence.text)
    model = _MODEL_FOR.search(sentence.text)
    pair = context.the_two(sentence.index)
    if saw and own is not None:
        learner = (acting(sentence, sentence.start, sentence.start + saw.end()) or [own])[0]
        teacher = next((p for p in pair if p.place.key != learner.place.key), None)
        what = (sentence.start + saw.start(1), sentence.start + saw.end(1))
    elif model:
        at = sentence.start + model.end()
        named = next((p for p in sentence.of("place") if 0 <= p.start - at < 4), None)
        others = [
            p
            for p in (*acting(sentence, sentence.start, at), *pair, own)
            if p is not None and (named is None or p.place.key != named.place.key)
        ]
        if named is None or not others:
            return
        learner, teacher, what = named, others[0], (sentence.start, sentence.start + len(sentence.text[: model.start()].rstrip()))
    else:
        return
    if teacher is not None:
        yield from _draft(sentence, learner, teacher, what=what)


def _teacher(sentence: Sentence, verb: Symbol) -> Symbol | None:
    for place in sentence.of("place"):
        if place.start >= verb.end and place.start - verb.end < 70 and _TO_TEACHER.fullmatch(sentence.gap(verb.end, place.start)):
            return place
    return own_place(sentence) if _US.match(sentence.gap(verb.end, sentence.end)) else None


def _what(sentence: Sentence, verb: Symbol, teacher: Symbol) -> tuple[int, int]:
    """What was learnt: behind the teacher ("how to run a tram"), else the words before the verb."""
    _, stop = sentence.clause(verb.start)
    behind = (
        re.match(
            r"(?:'s (?:experience|example))?,?\s+(?:us\s+)?((?:how|to|in|on|about|when|the)\b[^.;\"]+)",
            sentence.gap(max(teacher.end, verb.end), stop),
        )
        if teacher.start >= verb.end
        else None
    )
    if behind:
        base = max(teacher.end, verb.end)
        return base + behind.start(1), base + len(sentence.gap(base, base + behind.end(1)).rstrip(" ,"))
    lead = _SAID.match(sentence.text)
    start = sentence.start + (lead.end() if lead and lead.end() < verb.start - sentence.start else 0)
    return start, start + len(_WHICH.sub("", sentence.gap(start, verb.start)).rstrip(' ,"'))


def _draft(sentence: Sentence, learner: Symbol, teacher: Symbol, *, what: tuple[int, int]) -> Iterator[Draft]:
    if learner.place.key == teacher.place.key or learner.state or teacher.state:
        return
    yield Draft(
        "lesson",
        "lesson.learnt",
        Status.HAPPENED,
        {
            "learner": [voiced(sentence, learner)],
            "teacher": [voiced(sentence, teacher)],
            "what": [Slot(*what, sentence.gap(*what))] if what[0] < what[1] else [],
            "field": [term_slot(f) for f in list({f.value: f for f in sentence.within(*what, sort="field")}.values())],
        },
        (sentence.start, sentence.end),
        confidence=Confidence.B,
    )


FRAMES = (
    Frame("lesson.learnt", "something adopted from a partner", ("learn",), _learnt),
    Frame("lesson.shown", "something of a partner's that was taken over, or served as a model", (), _shown, words=("there", "serv")),
    Frame("lesson.seen", "something introduced after it was seen at a partner's", ("place",), _seen, words=("after ",)),
)
