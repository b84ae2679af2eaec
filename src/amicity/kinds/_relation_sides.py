"""Whose tie it is that a tie noun names: "A is a sister city of B", "A's sister city B", "its sister cities, A and B"."""

import re
from collections.abc import Iterator

from amicity.grammar.sentence import Sentence
from amicity.grammar.sides import Group, Sides, crossed, in_pairs, locative, preceding, self_reference, sides, the_two, towns
from amicity.grammar.speech import meant_by_it
from amicity.grammar.symbol import Symbol
from amicity.terms.confidence import Confidence

_AFTER = re.compile(
    r"\)?[\"']?:?\s*(?:relationships?|relations|ties|agreements?|arrangements?|partners?|status|partnerships?)?:?\s*(?:also |now "
    r"|currently |today |there |officially )?(?:,\s*)?(?:(?:which|that) )?(?P<link>of|to|with|for|in|among them|namely"
    r"|are also|,|\(|:|-|and|are|is|include|includes|including|such as|like|as)?\s*:?\s*(?:both |the "
    r"|its |namely |currently )?(?:city of |cities of |town of )?",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(with)\s+(?:[\w-]+ ){1,4}(?:cities|towns|municipalities|counterparts|partners|places)[\w\s]{0,30}?"
    r"(?::|,? (?:including|such as|namely|like|among them|among which|(?:they|these|which) are):?)\s+(?:the )?",
    re.I,
)
OWNS = re.compile(r"\b(its|their|our|the city's|the town's|the county's|her|his|whose)\s+(?:[a-z-]+\s+){0,3}$", re.I)
_IT = re.compile(r"(?:It|This (?:city|town)|The (?:city|town))\b")
_RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.I)
_FAR = 100
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|become|became|becomes|becoming|remain|remains|as|named|declared"
    r"|twinned as)\s+(?:[a-z-]+\s+){0,3}$|^$",
    re.I,
)
_BODY_OWNS = re.compile(r"[A-Z][\w-]+['\u2019]s\s+(?:[a-z-]+\s+){0,3}$")
_OBJECT_OF = re.compile(
    r"\b(?:to|with|for) (?:the )?(?:(?:city|town|port|county|province) of )?(?:the )?$"
    r"|(?<!\bcity )(?<!\btown )(?<!\bport )(?<!\bcounty )(?<!\bprovince )\bof (?:the )?$"
)
_BETWEEN = re.compile(r"\s+(?:\w+ )?between\b")
_OF_THE_TWO = re.compile(r"\s+(?:between|of) (?:the|our|their|both)(?: two)? (?:cities|towns|sides|municipalities|provinces|counties)\b")
_A_PAIR = 2
_WITH_MANY = re.compile(
    r"(?:\s+(?:relationships?|relations|ties|partnerships?|links))?\s+with (?:as )?"
    r"(?:many|several|various|numerous|other|over|more than|around|about|some|dozens of|a (?:large )?number of)\s"
    r"(?:[\w-]+ ){0,3}?(?:cities|towns|municipalities|places|countries|regions|provinces)\b",
    re.I,
)
_OF_USE = re.compile(
    r"\b(?:significance|importance|conducive|benefit\w*|advantage\w*|helpful|basis|foundation) (?:to|for|of) (?:the )?$", re.I
)
_ARE_WITH = re.compile(r"\s+(?:are|is) (?:currently |now )?(?:with|in)\b")
_ARE = re.compile(r"\s+(?:are|is|include|includes)\b")
_THE_TIE = re.compile(r"\W*(?:(?:while|and|but|whereas) )?(?:the|its|our|their) (?:[a-z]+ ){0,2}", re.I)
_IT_HAS = re.compile(r"\bthat it (?:currently |now |already |also )?(?:has|had)\b[^.;]*$")
PROPOSED_BETWEEN = re.compile(
    r"(?:\s+\w+)? (?:has been|have been|was|were|is|are)(?: being| also)? (?:proposed|discussed|mooted|considered) between\b"
)
_HAVE = re.compile(r"\b(?:have|share|maintain|enjoy)\b")
_SOMEWHERE = re.compile(r"\s+(?:in|across|around|abroad|overseas|worldwide|from)\b", re.I)
_PAIRS_FOLLOW = re.compile(r"[:;(-]\s*(?:namely |these are |they are )?(?:the )?$")


def sides_of(sentence: Sentence, tie: Symbol) -> Iterator[tuple[Sides, Symbol]]:
    groups = towns(sentence)
    trigger = _trigger(sentence, tie)
    if trigger.sort == "establish":
        if not _unnamed(sentence, tie, groups) and not _OF_USE.search(sentence.gap(max(sentence.start, trigger.start - 30), trigger.start)):
            yield from ((s, trigger) for s in _each_of(sentence, tie, groups) or sides(sentence, tie))
        return
    owner = next(
        (g for g in groups if re.fullmatch(r"'s?\s+(?:(?:[a-z-]+|\d+[a-z]{2})\s+){0,4}", sentence.gap(g[-1].end, tie.start), re.I)), None
    )
    after, link = _behind(sentence, tie, groups)
    hyphen = next(
        (
            g
            for g in groups
            if len(g) == 2
            and sentence.gap(g[0].end, g[1].start).strip() in ("-", "/")
            and re.fullmatch(r"\s+(?:[a-z-]+\s+){0,2}", sentence.gap(g[1].end, tie.start))
        ),
        None,
    )
    found: list[Sides] = []
    listed = next(
        (p for g in groups if g[0].start > tie.end and _PAIRS_FOLLOW.search(preceding(sentence, g)) and (p := in_pairs(sentence, g))), None
    )
    if listed is not None:
        found = listed
    elif hyphen is not None:
        found = [Sides(tuple(hyphen))]
    elif PROPOSED_BETWEEN.match(sentence.gap(tie.end, sentence.end)):
        found = sides(sentence, tie)
    elif after is None and _OF_THE_TWO.match(sentence.gap(tie.end, sentence.end)) and len(pair := the_two(sentence)) == _A_PAIR:
        found = [Sides(pair, Confidence.B, pair)]
    elif owner is not None and after is not None and link != "for":
        found = [Sides(p) for p in crossed(owner, after)]
    elif owner is not None and len(owner) == _A_PAIR and sentence.gap(owner[0].reach, owner[1].start) == ", ":
        found = [Sides(tuple(owner))]  # "Suqian, Invercargill's sister city"
    elif owner is not None:
        found = [Sides(p) for p in crossed(_head(sentence, tie, groups, owner), owner)]
    elif after is not None and link in ("of", "to", "with", "for"):
        found = _predicate(sentence, tie, groups, after)
    elif after is not None:
        found = _apposed(sentence, tie, groups, after, pairs=link != "in")
    else:
        found = _plural(sentence, tie, groups)
    yield from ((s, trigger) for s in found if len({p.place.key for p in s.parties}) >= 2 and not any(p.state for p in s.parties))


def _each_of(sentence: Sentence, tie: Symbol, groups: list[Group]) -> list[Sides]:
    """ "A entered into two sister city relationships (B and C)": one with each."""
    counted = sentence.before(tie.start, sort="number", within=14)
    behind = next((g for g in groups if g[0].start > tie.end and _PAIRS_FOLLOW.fullmatch(sentence.gap(tie.end, g[0].start).strip())), None)
    own = next((g[0] for g in reversed(groups) if g[-1].end <= tie.start and not locative(sentence, g)), None)
    own = own or self_reference(sentence, tie.start)
    if counted is None or behind is None or own is None or len(behind) != counted.more:
        return []
    return [Sides(p, Confidence.B) for p in crossed((own,), behind)]


def _trigger(sentence: Sentence, tie: Symbol) -> Symbol:
    start, _ = sentence.clause(tie.start)
    behind = _established_behind(sentence, tie)
    if behind is not None and _BETWEEN.match(sentence.gap(behind.end, sentence.end)):
        return behind
    for sort, reach in (("establish", 70), ("become", 60)):
        found = sentence.before(tie.start, sort=sort, within=reach)
        if found is not None and found.start >= start and not re.search(r"[,;]", sentence.gap(found.end, tie.start)):
            if sort == "become" and any(sentence.within(found.end, tie.start, sort="cue")):
                break
            return found
    return behind or tie


def _established_behind(sentence: Sentence, tie: Symbol) -> Symbol | None:
    """The verb of "a sister city relationship … was established"."""
    after = sentence.after(tie.end, sort="establish", within=140 if _BETWEEN.match(sentence.gap(tie.end, sentence.end)) else 60)
    if (
        after is not None
        and after.value == "past"
        and re.search(r"\b(?:was|were|is|been|,)\s*(?:\w+ )?$", sentence.gap(tie.end, after.start))
        and not re.search(r"[;]", sentence.gap(tie.end, after.start))
    ):
        return after
    return None


def _behind(sentence: Sentence, tie: Symbol, groups: list[Group]) -> tuple[Group | None, str]:
    for group in groups:
        if group[0].start >= tie.end:
            match = _AFTER.fullmatch(sentence.gap(tie.end, group[0].start))
            if match and (match.group("link") or "").lower() == "and" and "," in match.group():
                return None, ""
            if match:
                return group, (match.group("link") or "").lower()
            wide = re.fullmatch(
                r"[\w\s'-]{0,50}\b(with|of|to)\s+(?:the )?(?:city of |cities of |town of )?", sentence.gap(tie.end, group[0].start)
            )
            wide = wide or _COUNTED.fullmatch(sentence.gap(tie.end, group[0].start))
            return (group, wide.group(1)) if wide and not sentence.of("visit") else (None, "")
    return None, ""


def _head(sentence: Sentence, tie: Symbol, groups: list[Group], owner: Group) -> Group:
    """Who is "B's sister city": the subject before, or what stands in apposition."""
    before = [g for g in groups if g is not owner and g[-1].end <= owner[0].start]
    apposed = [g for g in before if re.fullmatch(r"\s*,\s*(?:the |a )?", sentence.gap(g[-1].end, owner[0].start))]
    if apposed:
        return apposed[-1]
    plain = [g for g in before if not locative(sentence, g) and _is(sentence, g[-1].end, owner[0].start)]
    return plain[-1] if plain else ()


def _is(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "is", "became" or the like leads up to the end, or nothing stands between."""
    return bool(_COPULA.search(sentence.gap(max(start, end - _FAR), end)))


def _predicate(sentence: Sentence, tie: Symbol, groups: list[Group], after: Group) -> list[Sides]:
    """ "A is (, ) a sister city of B": the subject is the town before, or the report's own; not of "the sister cities are with B"."""
    if _ARE_WITH.match(sentence.gap(tie.end, after[0].start)):
        return _owned(sentence, after)
    before = [g for g in groups if g[-1].end <= tie.start and g is not after]
    plain = [g for g in before if not locative(sentence, g) and not re.search(r"\b(?:from|by)\s+(?:the )?$", preceding(sentence, g, 12))]
    if plain:
        acting = [g for g in plain if not _OBJECT_OF.search(preceding(sentence, g, 24))]
        objects = all(re.search(r"\b(?:to|with)\s+(?:the )?$", preceding(sentence, g, 12)) for g in plain)
        if objects and (speaking := self_reference(sentence, plain[0][0].start)) is not None:
            return [Sides(p, Confidence.B, (speaking,)) for p in crossed((speaking,), after)]
        last = plain[-1]
        if last not in acting and len(last) > 1 and sentence.gap(last[-2].reach, last[-1].start) == ", and ":
            acting = [*acting, last[-1:]]
        subject = (acting or plain)[-1]
        return [Sides(p) for p in crossed(subject, after, respectively=bool(_RESPECTIVELY.search(sentence.text)))]
    named = sentence.context.heading_place
    if named is not None and _IT.match(sentence.text):
        return [Sides(p, Confidence.B, (named,)) for p in crossed((named,), after)]
    later = [g for g in groups if g[0].start > after[-1].end and not locative(sentence, g)]
    if later and re.match(r"(?:As|Being)\b", sentence.text):
        return [Sides(p) for p in crossed(later[0], after)]
    return _with_own(sentence, tie, after)


def _apposed(sentence: Sentence, tie: Symbol, groups: list[Group], after: Group, *, pairs: bool) -> list[Sides]:
    """ "its sister city, B", "sister cities A and B"; but "has sister cities in A and B" is one with each."""
    leading = sentence.gap(max(sentence.start, tie.start - 40), tie.start)
    possessive = OWNS.search(leading)
    if possessive is None and _BODY_OWNS.search(leading):
        return []
    counted = sentence.before(tie.start, sort="number", within=14)
    if (
        pairs
        and len(after) == 2
        and not sentence.gap(tie.end, after[0].start).startswith(":")
        and not possessive
        and counted is None
        and re.search(r"(?:ies|towns)\b", sentence.says(tie))
        and not sentence.says(tie).endswith("relations")
    ):
        return [Sides(tuple(after))]
    before = [
        g
        for g in groups
        if g[-1].end <= tie.start and not locative(sentence, g) and not re.search(r"\b(?:from|by)\s+(?:the )?$", preceding(sentence, g, 12))
    ]
    opening = sentence.gap(sentence.clause(tie.start)[0], tie.start)
    if _THE_TIE.fullmatch(opening) and _ARE.match(sentence.gap(tie.end, after[0].start)):
        return _owned(sentence, after)
    if before:
        return [Sides(p, Confidence.A if possessive else Confidence.B) for p in crossed(before[-1], after)]
    return _with_own(sentence, tie, after)


def _plural(sentence: Sentence, tie: Symbol, groups: list[Group]) -> list[Sides]:
    """ "A and B have been sister cities since 1994", "the two cities are twinned"."""
    linked = re.search(
        r",\s+(?:a|another|its|their|our|the city's|the town's|one of (?:its|the))\s+(?:[a-z-]+\s+){0,2}$|\b(?:be"
        r"|been|became|become|becoming|are|were|as|is|remain|officially|named|declared|proclaimed"
        r"|remains|have|share|maintain|enjoy)\s+(?:[a-z-]+\s+){0,3}[\"']?(?:[a-z]+\s+)?$|\bto become (?:a |its )?$",
        sentence.gap(max(sentence.start, tie.start - 50), tie.start),
        re.I,
    )
    if not linked or (_HAVE.match(linked.group()) and _SOMEWHERE.match(sentence.gap(tie.end, sentence.end))):
        return []
    before = [g for g in groups if g[-1].end <= tie.start]
    pairs = [g for g in before if len(g) >= 2]
    owned = re.search(r",\s+(?:another of )?(?:its|their|our|the city's|the town's|one of its)\b", linked.group(), re.I)
    if owned and before:
        own = next((g for g in before[:-1] if not locative(sentence, g)), None) or _own_group(sentence)
        return [Sides(p, Confidence.B) for p in crossed(own, before[-1])]
    if pairs:
        later = [
            g for g in groups if g[0].start > tie.end and len(g) == 2 and re.match(r"\s+since\b", sentence.gap(g[-1].reach, sentence.end))
        ]
        return [Sides(tuple(g)) for g in (pairs[-1], *later)] if len(pairs[-1]) == 2 else in_pairs(sentence, pairs[-1])
    distinct = list({s.place.key: s for g in before if not locative(sentence, g) for s in g}.values())
    if len(distinct) == 2:
        return [Sides(tuple(distinct))]
    pair = the_two(sentence)
    if len(pair) == 2 and any(p.start < tie.start for p in sentence.of("pair")):
        return [Sides(pair, Confidence.B, pair)]
    return (
        _one_with_own(sentence, tie, before)
        if re.search(r"(?:city|town|port|province|state|county|village|municipality)$", sentence.says(tie))
        else []
    )


def _unnamed(sentence: Sentence, tie: Symbol, groups: list[Group]) -> bool:
    """ "Has established sister-city ties with many cities worldwide": whoever is named behind that is not one of them."""
    return _WITH_MANY.match(sentence.gap(tie.end, sentence.end)) is not None and not any(
        _COUNTED.fullmatch(sentence.gap(tie.end, g[0].start)) for g in groups if g[0].start > tie.end
    )


def _owned(sentence: Sentence, partners: Group) -> list[Sides]:
    """The report's own town with each of the partners."""
    own = _own_group(sentence)
    return [Sides(p, Confidence.B, tuple(own)) for p in crossed(own, partners)]


def _own_group(sentence: Sentence) -> Group:
    own = sentence.context.owner or sentence.context.topic
    return [own] if own is not None else []


def _one_with_own(sentence: Sentence, tie: Symbol, before: list[Group]) -> list[Sides]:
    """ "Warsaw, a sister city since 2002": the other side is the report's own town."""
    own = sentence.context.owner or sentence.context.topic
    near = [g for g in before if tie.start - g[-1].reach < 70 and not re.search(r"[.;:]", sentence.gap(g[-1].reach, tie.start))]
    if own is None or not near:
        return []
    return [Sides(p, Confidence.B, (own,)) for p in crossed((own,), near[-1][:1])]


def _that_it_has(sentence: Sentence, tie: Symbol) -> Symbol | None:
    """The town of "the website of Graz says that it has eight sister cities"."""
    said = _IT_HAS.search(sentence.gap(sentence.start, tie.start))
    before = [p for p in sentence.of("place") if said is not None and not p.state and p.end <= sentence.start + said.start()]
    return before[-1] if before else None


def _with_own(sentence: Sentence, tie: Symbol, after: Group) -> list[Sides]:
    own = (
        _that_it_has(sentence, tie)
        or meant_by_it(sentence)
        or self_reference(sentence, sentence.end)
        or sentence.context.owner
        or sentence.context.topic
    )
    if own is None or ("sister" not in sentence.says(tie) and "twin" not in sentence.says(tie) and not self_reference(sentence, tie.start)):
        return []
    return [Sides(p, Confidence.B, (own,)) for p in crossed((own,), after)]
