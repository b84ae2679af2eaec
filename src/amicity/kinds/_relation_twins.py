"""Relations told by a verb: "A is twinned with B"."""

import itertools
import re
from collections.abc import Iterator

from amicity.grammar.draft import Draft, Slot, place_slot, term_slot
from amicity.grammar.frame import Frame
from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import Group, Sides, crossed, locative, preceding, the_two, towns
from amicity.grammar.symbol import Symbol
from amicity.grammar.tense import status_of
from amicity.grammar.timing import beside, since_in, when_near
from amicity.terms.confidence import Confidence
from amicity.terms.status import Status

_HAVE_BEEN = re.compile(r"^,?\s+(?:have|had|were|are|has)\b[\w\s]{0,24}$", re.I)


def _twinned(sentence: Sentence) -> Iterator[Draft]:
    """ "A is twinned with B", "A twinned with B in 1980"."""
    for verb in sentence.of("twin"):
        if sentence.gap(verb.start, verb.end) == "Twins" or sentence.gap(max(sentence.start, verb.start - 3), verb.start) in ("de-", "un-"):
            continue
        pair = the_two(sentence)
        if len(pair) == 2 and any(p.end <= verb.start and verb.start - p.end < 40 for p in sentence.of("pair")):
            yield _twin_draft(sentence, verb, Sides(pair, Confidence.B, pair))
            continue
        which = re.search(
            r"with (?:which|whom)\s+(?:the )?(?:[a-z]+ )?$|with (?:which|whom)\s+[^,;]{0,60}$",
            sentence.gap(max(sentence.start, verb.start - 90), verb.start),
        )
        if which is not None:
            cut = verb.start - len(which.group())
            inner = [g for g in towns(sentence) if cut <= g[0].start < verb.start]
            outer = [g for g in towns(sentence) if g[-1].end <= cut]
            own = sentence.context.owner or sentence.context.topic
            for parties in crossed(inner[0] if inner else (own,) if own else (), outer[-1][-1:] if outer else ()):
                yield _twin_draft(sentence, verb, Sides(parties))
            continue
        right = next(
            (
                g
                for g in towns(sentence)
                if g[0].start >= verb.end
                and re.fullmatch(
                    r"\s+(?:up )?(?:with|to)\s+(?:both )?(?:the )?(?:[a-z-]+ ){0,4}(?:of )?", sentence.gap(verb.end, g[0].start), re.I
                )
            ),
            None,
        )
        if right is not None and re.search(r"\b(?:towns|cities|places|communities)\b", sentence.gap(verb.end, right[0].start)):
            right = next(
                (g for g in towns(sentence) if g[0].start > right[-1].end and preceding(sentence, g, 3).rstrip().endswith(":")), right
            )
        if right is None:
            beside = [
                g
                for g in towns(sentence)
                if g[-1].end <= verb.start
                and len(g) == 2
                and (
                    _HAVE_BEEN.search(sentence.gap(g[-1].reach, verb.start))
                    or (sentence.says(verb) == "twinned" and sentence.gap(g[-1].reach, verb.start).strip(" ,") == "")
                )
            ]
            for group in beside[-1:]:
                yield _twin_draft(sentence, verb, Sides(tuple(group)))
            continue
        since = sentence.clause(verb.start)[0]
        left = [g for g in towns(sentence) if since <= g[0].start and g[-1].end <= verb.start and not locative(sentence, g)]
        if left:
            found = [Sides(p) for p in crossed(left[-1], right)]
        else:
            own = sentence.context.owner or sentence.context.topic
            alone = own is not None and all(p.place.key != own.place.key for p in right)
            found = [Sides(p, Confidence.B, (own,)) for p in crossed((own,), right)] if own is not None and alone else []
        for one in _gapped(sentence, right) or found:
            yield _twin_draft(sentence, verb, one)


def _gapped(sentence: Sentence, right: Group) -> list[Sides]:
    """ "A is paired with B, C with D and E with F": each with its own partner."""
    groups = [g for g in towns(sentence) if g[0].start >= right[0].start]
    before = [g for g in towns(sentence) if g[-1].end <= right[0].start]
    places = [*(before[-1][-1:] if before else ()), *(s for g in groups for s in g)]
    links = [sentence.gap(a.reach, b.start).strip() for a, b in itertools.pairwise(places)]
    if (
        len(places) < 4
        or len(places) % 2
        or not all(link.endswith("with") for link in links[2::2])
        or not all(re.fullmatch(r",?(?: ?and)?", link) for link in links[1::2])
    ):
        return []
    return [Sides((a, b)) for a, b in zip(places[::2], places[1::2], strict=True)]


def _twin_draft(sentence: Sentence, verb: Symbol, found: Sides) -> Draft:
    status, _ = status_of(sentence, verb)
    return Draft(
        "relation",
        "relation.twinned",
        status,
        {
            "party": [place_slot(p, found.derivation(p)) for p in found.parties],
            "form": [term_slot(verb, "partnership" if "partnered" in sentence.says(verb) else "sister")],
            "label": [Slot(verb.start, verb.end, sentence.says(verb))],
        },
        (sentence.start, sentence.end),
        when=(beside(sentence, found.parties[-1]) or since_in(sentence, verb))
        if status is Status.HAPPENED
        else when_near(sentence, verb, inherit=False),
        confidence=found.confidence,
    )


TWINS = (Frame("relation.twinned", "a town is twinned with another", ("twin", "place"), _twinned),)
