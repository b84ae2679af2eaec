"""A report as sentences of symbols."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amicity.gazetteer import Gazetteer
from amicity.grammar.context import Context
from amicity.grammar.sentence import Sentence
from amicity.grammar.symbol import Symbol
from amicity.reading.blocks import Block
from amicity.reading.cast import Cast
from amicity.reading.cues import town_names
from amicity.reading.dates import dates_in
from amicity.reading.epithets import call_by_name, lengthen_titles
from amicity.reading.features import features, ties_features
from amicity.reading.gate import tells
from amicity.reading.names import bodies, gatherings
from amicity.reading.people import People
from amicity.reading.sentences import sentences_of
from amicity.reading.shortened import state_behind
from amicity.reading.topic import set_topic
from amicity.reading.toponyms import settle
from amicity.reading.words import Word, wordings_in, words_of
from amicity.terms.lexicon import Language
from amicity.terms.place import Level, Place

_VERBS = frozenset(
    [
        "meet",
        "visit",
        "sign",
        "receive",
        "attend",
        "renew",
        "end",
        "suspend",
        "become",
        "establish",
        "attribution",
        "invite",
        "lead",
        "tie",
        "paper",
    ]
)
_BESIDE = frozenset(
    [
        "tie",
        "delegation",
        "body",
        "mission",
        "paper",
        "become",
        "meet",
        "sign",
        "visit",
        "receive",
        "renew",
        "end",
        "suspend",
        "twin",
        "attribution",
    ]
)
_READABLE = ("title", "heading", "body", "caption", "row")
_DATELINE = re.compile(
    r"\s*(?:date \d{4}-\d\d-\d\d )?([A-Z][A-Z' -]{2,30}[A-Z])(?:, [A-Z][A-Za-z. ]{2,24}(?:\d{1,2})?)?"
    r"(?:: | -+ |\. [A-Z]{5,} (?:- )?)(?=[A-Z])"
    r"|\s*(?:date \d{4}-\d\d-\d\d )?(?:\[[^\]]{2,30}\]\s*)?([A-Z][A-Za-z .'-]{2,30}?(?:, [A-Z][A-Za-z .]{2,20})?)(?:, "
    r"|/|\s?\(|\s-+\s|\s?: )(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?\s*|\d{1,2} [A-Z][A-Za-z]{2,8}(?:,? \d{4})? )?(?:\(?(?:[A-Z]{2,}"
    r"|Xinhua|Reuters"
    r"|AP[PF]?|Bernama|[A-Z][a-z]+ ?(?:News|Desk|Reporter|Correspondent))[^)]{0,20}\)?)?\s*(?:\)\s*[:-]|:|-+|\)|/)\s*(?![a-z\s])"
)
_GLUED = re.compile(r"\s*date \d{4}-\d\d-\d\d\s+")
_CLEAR = 0.09
_WHERE = re.compile(r"(?<!cities)(?<!towns)(?<!city)(?<!town)(?<!partners) in $")
_LISTED = re.compile(r"\s*(?:/|\(|and\b|&)")
# The name or code of a flag before a partner in a list: "JPN Murayama, Japan", "Canada Burnaby, British Columbia, Canada".
_FLAG = re.compile(
    r"\s*(?:[-*•]\s*)?(?:[A-Z]{3}|(?P<flag>[A-Z][A-Za-z]+(?: "
    r"[A-Z][A-Za-z]+){0,2})(?=\s[^,\n]{2,60}(?:,[^,\n]{2,40}){0,2},\s(?P=flag)\b))\s+(?=[A-ZÀ-Þ])"
)
_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


_TIE_TO_BE = re.compile(r"(?:A |The )?(?:Sister|Twin)[ -](?:City|Cities|Town) Project")
_OWN_BODY = re.compile(
    r".*\b(?:Sister Cit(?:y|ies)(?: (?:Commission|Association|Committee|Foundation|Council))?|(?:City|Municipal|Metropolitan) Corporation)"
)
_LED_BY_TOWN = re.compile(r"(?:City|Town) ")
_NAMED = re.compile(r"[A-Z][\w'.-]+ $")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]+ [A-Z]")
_CALLS = ("called on", "calls on", "call on", "called upon")
_TO_DO = re.compile(r" [^.;,]{2,60} to [a-z]+")
_HOME = re.compile(r", ([A-Z][A-Za-z. ]+?)(?= ?[-(:/]|$)")
_AGAIN = 20
_CROWD = 60
_HEADED = re.compile(r"\s+of\b")
_MUNICIPAL_HEAD = re.compile(r"\b(?:municipality|hromada|community|city|district|village|regional) $", re.I)
_COUNTING = ("number", "ordinal", "weekday")
_NAMED_NO, _NO_NAMED = re.compile(r"\b[A-Z][\w']+[ -]$"), re.compile(r" [A-Z]|-\w")
_NUMERO = re.compile(r"no\.? ?\d", re.I)  # "Resolution No. 229" denies nothing


@dataclass(slots=True)
class _Raw:
    """A sentence on its way: its words, those that may be a name or begin one, and the wordings found among them."""

    block: Block
    start: int
    end: int
    words: list[Word]
    capitals: list[Word]
    wordings: list[Symbol]


class Scan(Cast):
    """Reads one report's blocks into sentences; shared look-ups are made once."""

    def __init__(self, context: Context, *, language: Language, gazetteer: Gazetteer) -> None:
        """``context`` gathers what the report says as a whole."""
        super().__init__(context, language=language, gazetteer=gazetteer)
        self._times: Counter[str] = Counter()
        self._tied = ties_features(context.text)

    def sentences(self, blocks: Iterable[Block]) -> list[Sentence]:
        """The readable sentences, each with its symbols in order; none where nothing in the report speaks of ties between places."""
        raws = [raw for block in self._told(blocks) for raw in self._raw(block)]
        if not tells((s for raw in raws for s in raw.wordings), (w.lower for raw in raws for w in raw.words)):
            return []
        for name in town_names(self._context.text, self._gazetteer):
            self._toponyms.remember(name)
        self._toponyms.abbreviate()
        self._toponyms.near(self._countries(raws))
        built = [self._sentence(i, raw) for i, raw in enumerate(raws)]
        settle(
            [*self._datelines, *(place for sentence in built for place in sentence.of("place"))]
            + [o.place for p in self._context.people.values() for o in p.posts if o.place],
            text=self._context.text,
            listed=frozenset(start for sentence in built for start in self._toponyms.listed(sentence.of("place"))),
        )
        lengthen_titles(built)
        call_by_name(built, self._gazetteer, datelines=self._datelines)
        set_topic(self._context, built, datelines=self._datelines)
        self._seat_at_home()
        self._complete_names()
        self._tag_people(built)
        return built

    def _told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The readable blocks, but for lines that the report holds again and again."""
        times: Counter[str] = Counter()
        for block in blocks:
            if block.label in _READABLE:
                line = self._context.text[block.start : block.end]
                times[line] += 1
                if times[line] <= _AGAIN:
                    yield block

    def _raw(self, block: Block) -> Iterable[_Raw]:
        text = self._context.text
        start = block.start
        if block.label == "body" and (dateline := _DATELINE.match(text, block.start, min(block.end, block.start + 120))):
            start = dateline.end()
            group = 1 if dateline.group(1) else 2
            self._take_dateline(dateline.start(group), dateline.end(group), dateline.end())
        if start == block.start and (glued := _GLUED.match(text, start, block.end)):
            start = glued.end()
        if block.label in ("row", "heading") and (flag := _FLAG.match(text, start, min(block.end, start + 200))):
            start = flag.end()
        if block.label in ("row", "title", "heading"):
            bounds: Iterable[tuple[int, int]] = (
                [(start, block.end)]
                if block.end - start <= 400
                else sentences_of(text, start, block.end, abbreviations=self._language.abbreviations)
            )
        else:
            bounds = sentences_of(text, start, block.end, abbreviations=self._language.abbreviations)
        for begin, end in bounds:
            if self._again(text[begin:end]):
                continue
            words = words_of(text, begin, end)
            capitals = [w for w in words if w.capital and w.lower not in self._language.small]
            yield _Raw(block, begin, end, words, capitals, _thinned(wordings_in(words, self._language)))

    def _again(self, sentence: str) -> bool:
        """Whether the report has held this sentence again and again."""
        self._times[sentence] += 1
        return self._times[sentence] > _AGAIN

    def _take_dateline(self, start: int, end: int, stop: int) -> None:
        """The dateline is the report's place, never a participant (codebook, 4.1)."""
        name = self._context.text[start:end].split(",")[0].strip()
        short = state_behind(self._context.text, start + len(name))
        home = short[0] if short else (told[1] if (told := _HOME.match(self._context.text, start + len(name), stop)) else "")
        name = name.title() if name.isupper() else name
        states = [e for e in self._gazetteer.entries(home) if e.level is Level.STATE] if home else []
        place = next((p for e in states if (p := self._toponyms.resolve(name, e.country, e.name)).id is not None), None)
        place = place or self._toponyms.resolve(name)
        if place.id is not None and place.level is not Level.COUNTRY:
            self._datelines.append(Symbol("place", start, start + len(name), place.name or name, place, told=bool(states)))

    def _countries(self, raws: list[_Raw]) -> list[str]:
        codes: Counter[str] = Counter()
        text = self._context.text
        lower = text.lower()
        for code, cue in self._language.hints.items():
            if cue.search(lower):
                codes[code] += 1
        for raw in raws:
            for word in raw.capitals:
                end = self._toponyms.longest(word.start)
                if end is not None:
                    place = self._toponyms.resolve(text[word.start : end])
                    self._toponyms.remember(text[word.start : end])
                    aside = text[word.start - 1 : word.start] == "(" and text[end : end + 1] == ")"
                    known = place.level is Level.COUNTRY or not place.candidates or (_outshines(place) and _where(text, word.start, end))
                    if place.country and known and not aside:
                        codes[place.country] += 1
                elif nation := self._toponyms.demonym(text[word.start : word.end]):
                    codes[nation] += 1
        return [code for code, _ in codes.most_common()]

    def _sentence(self, index: int, raw: _Raw) -> Sentence:
        text = self._context.text
        stop = self._language.small
        sorted_out: dict[str, list[Symbol]] = {}
        for symbol in raw.wordings:
            sorted_out.setdefault(symbol.sort, []).append(symbol)
        forums = gatherings(raw.words, [s for s in sorted_out.get("event_head", []) if text[s.start].isupper()], stop=stop)
        heads = self._org_heads(raw, sorted_out.get("org_head", []))
        orgs = [o for o in bodies(raw.words, heads, stop=stop) if not _inside(o, forums)]
        self._bare_posts(sorted_out.get("post", ()))
        posts = [p for p in sorted_out.get("post", []) if not _inside(p, forums) and not self._adjectival(p)]
        masked = forums + orgs
        beside = [s for s in raw.wordings if s.sort in _BESIDE]
        town_bodies = sorted_out.get("body", [])
        in_bodies = (w.start for w in raw.words if any(b.start <= w.start < b.end for b in town_bodies)) if town_bodies else ()
        self._toponyms.openers(frozenset((*(s.start for s in (*posts, *beside)), *in_bodies)), tuple(p.end for p in posts))
        orgs = [
            o
            for o in orgs
            if not _TIE_TO_BE.fullmatch(self._context.text, o.start, o.end)
            and not self._is_place_body(o)
            and not _own_body(o, heads, town_bodies)
        ]
        masked = forums + orgs
        places = [p for p in self._toponyms.in_words(raw.words, masked) if p.place.id is not None or not self._of_person(p)]
        if self._tied:
            named = list(features(text, raw.start, raw.end, places=places))
            places = sorted([*named, *(p for p in places if not _inside(p, named))], key=lambda s: s.start)
            orgs = [o for o in orgs if not any(n.start < o.end and o.start < n.end for n in named)]
        people: list[Symbol] = []
        if posts:
            verbs = (s for s in raw.wordings if s.sort in _VERBS)
            people = People(text, raw.words, stop=stop, demonym=self._demonym).introduced(posts, places, [*places, *forums, *verbs])
        for symbol in people:
            self._seat(symbol.person, orgs, raw.words)
            symbol.more = self._introduce(symbol.person)
        places = [p for p in places if not any(h.start <= p.start < h.end for h in people) and not self._surname(p)]
        symbols = (
            [
                s
                for s in raw.wordings
                if s.sort not in _COUNTING
                and not (text[s.start] in "cC" and _demanded(text, s))
                and (text[s.start] not in "nN" or not _denies_nothing(text, s))
                and (text[s.start : s.end] != "May" or s.sort != "cue" or s.start == raw.start)
            ]
            + forums
            + orgs
            + places
            + people
        )
        dates = [d for d in dates_in(self._context, raw.words, language=self._language) if not _inside(d, forums)]
        if dates:
            symbols = [s for s in symbols if s.sort != "cue" or not _inside(s, dates)]
        symbols += dates
        symbols += self._numbers(raw, dates)
        symbols += self._nations(raw)
        symbols += self._senders(raw, sorted_out.get("mission", []), orgs)
        symbols.sort(key=lambda s: (s.start, -s.end))
        return Sentence(self._context, index, raw.start, raw.end, raw.block.label, symbols)

    def _bare_posts(self, posts: Iterable[Symbol]) -> None:
        """Of "Cape Town Mayor" and "Quezon City Mayor" the office is the mayor's alone: the town's name ends in Town or City."""
        text = self._context.text
        for post in posts:
            led = _LED_BY_TOWN.match(text, post.start)
            named = _NAMED.search(text, max(0, post.start - 30), post.start) if led is not None and led.end() < post.end else None
            if named is not None and led is not None and not self._named_without(named.start(), post.start):
                post.start = led.end()

    def _named_without(self, start: int, stop: int) -> bool:
        """Whether a name is a state's or a town's without the word City behind it: "Delaware City Manager"."""
        end = self._toponyms.longest(start)
        return end is not None and end == stop - 1

    def _senders(self, raw: _Raw, missions: list[Symbol], orgs: list[Symbol]) -> Iterator[Symbol]:
        """The state in "Consulate General of Japan": no place of the sentence, but whose mission it is."""
        for mission in missions:
            for org in orgs:
                if org.start <= mission.start < org.end:
                    behind = [w for w in raw.words if mission.end <= w.start < org.end]
                    for place in self._toponyms.in_words(behind, []):
                        if place.state:
                            yield Symbol("sender", place.start, place.end, place.value, place.place)

    def _org_heads(self, raw: _Raw, heads: list[Symbol]) -> list[Symbol]:
        """The words for a body that are capitalised and no part of a place's name."""
        text = self._context.text
        heads = [s for s in heads if text[s.start].isupper()]
        if not heads:
            return []
        known = [(w.start, end) for w in raw.words if w.capital and (end := self._toponyms.longest(w.start)) is not None]
        return [s for s in heads if not any(a <= s.start and s.end <= b for a, b in known)]

    def _adjectival(self, post: Symbol) -> bool:
        """ "Secretary of State" is an office; "head" in "head to" is none, in "municipality head Ann Bell" it is."""
        text = self._context.text
        heads = (
            self._town_before(post) or _HEADED.match(text, post.end) or _MUNICIPAL_HEAD.search(text, max(0, post.start - 16), post.start)
        )
        return (post.value == "head" and not heads) or (post.value == "chairman" and text[post.start : post.end] == "chair")

    def _town_before(self, post: Symbol) -> bool:
        """ "Krasnodar Head Vladimir …": a town, the office and a name, each with its capital."""
        text = self._context.text
        led = (
            _NAMED.search(text, max(0, post.start - 30), post.start)
            if _NAME_BEHIND.match(text, post.end) and text[post.start] == "H"
            else None
        )
        return led is not None and self._toponyms.longest(led.start()) == post.start - 1

    def _is_place_body(self, org: Symbol) -> bool:
        """Whether the organisation is a town's own body: its name is the place's."""
        text = self._context.text[org.start : org.end]
        return bool(_OWN_BODY.fullmatch(text)) and (not text.endswith("n") or self._toponyms.longest(org.start) is not None)

    def _demonym(self, word: str) -> Place | None:
        code = self._toponyms.demonym(word)
        return self._toponyms.country(code) if code else None

    def _nations(self, raw: _Raw) -> list[Symbol]:
        """ "Japanese", "Pakistani": a state named by its adjective."""
        text = self._context.text
        return [
            Symbol("nation", word.start, word.end, country.name or "", country)
            for word in raw.capitals
            if (country := self._demonym(text[word.start : word.end]))
        ]

    def _numbers(self, raw: _Raw, dates: list[Symbol]) -> list[Symbol]:
        """Numbers in figures and words that are no part of a date; ``more`` is the number."""
        taken = [(s.start, s.end) for s in dates]

        def free(start: int, end: int) -> bool:
            return all(end <= a or start >= b for a, b in taken)

        found = [
            Symbol("number", s.start, s.end, s.value, int(s.value)) for s in raw.wordings if s.sort == "number" and free(s.start, s.end)
        ]
        for word in raw.words:
            if word.lower[0].isdecimal() and free(word.start, word.end):
                if word.lower[-1].isalpha():
                    found.append(Symbol("ordinal", word.start, word.end, word.lower.rstrip("stndrh"), int(re.sub(r"\D", "", word.lower))))
                elif _NUMBER.fullmatch(word.lower.rstrip(".,")):
                    bare = word.lower.rstrip(".,").replace(",", "")
                    found.append(
                        Symbol(
                            "number", word.start, word.start + len(word.lower.rstrip(".,")), bare, float(bare) if "." in bare else int(bare)
                        )
                    )
        found += [Symbol("ordinal", s.start, s.end, s.value, int(s.value)) for s in raw.wordings if s.sort == "ordinal"]
        return found


def _denies_nothing(text: str, symbol: Symbol) -> bool:
    """Whether a "no" is a number's, or stands inside a name: "Resolution No. 229", "the Michi no Eki", "Hinode-no-sato"."""
    return bool(_NUMERO.match(text, symbol.start, symbol.end + 4)) or (
        symbol.end - symbol.start == len("no")
        and _NAMED_NO.search(text, max(0, symbol.start - 24), symbol.start) is not None
        and _NO_NAMED.match(text, symbol.end) is not None
    )


def _thinned(wordings: list[Symbol]) -> list[Symbol]:
    """The wordings of a sentence, of each sort no more than any person puts in one."""
    if len(wordings) <= _CROWD:
        return wordings
    counted: Counter[str] = Counter()
    kept: list[Symbol] = []
    for symbol in wordings:
        counted[symbol.sort] += 1
        if counted[symbol.sort] <= _CROWD:
            kept.append(symbol)
    return kept


def _outshines(place: Place) -> bool:
    """Whether a name means this place unless the text says otherwise: "Sydney", "Lima"."""
    return len(place.candidates) > 1 and place.candidates[0].score - place.candidates[1].score > _CLEAR


def _where(text: str, start: int, end: int) -> bool:
    """Whether a name says where something is ("the consul in Sydney"), and is none of a list: partners lie in many countries."""
    return bool(_WHERE.search(text, max(0, start - 12), start)) and not _LISTED.match(text, end)


def _own_body(org: Symbol, heads: list[Symbol], bodies: list[Symbol]) -> bool:
    """Whether an organisation is a town's own council or government and nothing more: it stands for the town."""
    inside = [h for h in heads if org.start <= h.start and h.end <= org.end]
    return bool(inside) and all(any(b.start <= h.start and h.end <= b.end for b in bodies) for h in inside)


def _demanded(text: str, symbol: Symbol) -> bool:
    """Whether "called on" asks for something: "called on the association to end it" is no visit."""
    return text[symbol.start : symbol.end].lower() in _CALLS and _TO_DO.match(text, symbol.end) is not None


def _inside(symbol: Symbol, others: list[Symbol]) -> bool:
    return any(o.start <= symbol.start and symbol.end <= o.end for o in others)
