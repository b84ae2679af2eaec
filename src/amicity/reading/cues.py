"""Names that the text itself uses for towns: an ordinary word or a first name ("Eugene", "Chester") counts where its company says so."""

import re
from collections.abc import Iterator

from amicity.gazetteer import Gazetteer
from amicity.terms.place import Level

_NAME = r"[A-ZÀ-Þ](?<!\w.)[\w'À-ÿ]+(?:[ -][A-ZÀ-Þ][\w'À-ÿ]+){0,2}"
_COMPANY = (
    *("[Cc]ity", "[Tt]own", "[Mm]unicipality", "[Vv]illage", "[Pp]ort", "[Mm]ayor", "[Cc]ouncil", "[Cc]ouncillors", "[Pp]eople"),
    *("[Dd]istrict", "[Bb]orough", "CITY", "TOWN", "[Ss]ister city", "[Ss]ister cities", "[Tt]win town", "[Tt]win towns"),
    *("twinned", "twinning", "linked", "[Rr]elations", "[Tt]ies", "[Pp]artnership", "paired", "[Ll]inks", "[Ll]ink", "[Tt]rip"),
    *("[Dd]elegation", "[Dd]elegations", "[Vv]isitors", "[Gg]uests", "[Vv]isit", "[Ff]riends", "[Ss]tudents", "group"),
)
_LINK = r"(?:of|with|to|from|between|OF)"
_BESIDE = "|".join(rf"(?<=\b{word} )" for word in _COMPANY)
_BEFORE = re.compile(
    rf" (?={_LINK} )(?:{_BESIDE})"
    rf"{_LINK}(?: {_LINK})* (?:the )?(?:(?:[A-Z][a-z]+ )?(?:city|town) of )?(?P<name>{_NAME})"
)
_AFTER = re.compile(
    rf"(?P<name>{_NAME})(?:'s)? (?:City Council|Town Council|CITY COUNCIL|TOWN COUNCIL|City Hall|Town "
    rf"Hall|[Tt]own [Cc]ouncil|[Cc]ity [Cc]ouncil|sister cit|twin town|Sister Cit|twinned with|twins with"
    rf"|(?:is|was|became|becomes|has been|had been) (?:now |then |first |formally |officially )?(?:twinned|paired|a sister|a twin|the twin)"
    rf"|has (?:\w+ ){{0,3}}(?:sister|twin)[ -](?:cit|town)|and {_NAME} (?:are|were|became|become|have been"
    rf"|had been) (?:\w+ )?(?:sister|twin))"
)
_OF_STATE = re.compile(rf"(?P<state>[A-Z](?<!\w.)[a-z]+(?: [A-Z][a-z]+)?)'s (?:(?:city|town|municipality) of )?(?P<name>{_NAME})")
_MAYOR = re.compile(rf"(?P<name>{_NAME}),? (?:[Mm]ayor\b(?! of)|[Mm]unicipality\b)")
_IN_STATE = re.compile(r", (?:[A-Z]{2}|Ore\.|Ga\.|Wash\.|Calif\.|Tex\.|Fla\.|Ill\.|Mass\.|Mich\.)(?=[,.;)\s])")
_POSTAL = re.compile(rf"(?P<name>{_NAME}){_IN_STATE.pattern}")
_HEADLINE = re.compile(
    rf"(?m)^(?:[ \t]*date [\d-]{{10}} )?(?P<name>{_NAME})(?:,| and) (?P<other>{_NAME})"
    rf" (?:inks?|signs?|seals?|forges?|becomes?|renews?|establish(?:es)?|to (?:sign|become|ink|seal))\b"
)
_LISTED = re.compile(
    rf"[SsTtPpFf](?:ister|win|artner|riendship)[ -](?:cit|town)[\w ]{{0,40}}?(?:,|with|are|include|including|of|:) "
    rf"(?P<names>{_NAME}(?:, {_NAME}){{1,20}},? and {_NAME})"
)
_JOINED = rf"(?: ?- ?|, | and | & )(?P<other>{_NAME})"
_TOGETHER = re.compile(rf"[MmCcTt](?<!\w.)(?:ayors|ities|owns|winning) of (?:the )?(?P<name>{_NAME})(?: (?:of|in) {_NAME})?{_JOINED}")
_DASHED = re.compile(r", (?P<left>[A-ZÀ-Þ][\w'À-ÿ]+) - (?P<right>[A-ZÀ-Þ][\w'À-ÿ]+)(?=,|\.| and| was| were)")
_PAIR = re.compile(rf"between (?:the )?(?P<name>{_NAME}) and (?:the )?(?:[A-Z]?[a-z]+ (?:city|town) of )?(?P<other>{_NAME})")
_TOWNS = (Level.CITY, Level.DISTRICT, Level.COUNTY)
_SMALLEST = 3_000
_NAMED_AFTER = frozenset(
    {"Highlands", "Coast", "Hills", "Valley", "Island", "Islands", "Bay", "Park", "Beach", "Heights", "Springs", "Falls", "Lake"}
)
"""What follows these makes a place of its own: Central Highlands is not Central."""


def town_names(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The names that stand where only a town's name would, and that some town bears."""
    seen: set[str] = set()
    for match in _OF_STATE.finditer(text):
        if any(e.level is Level.COUNTRY for e in gazetteer.entries(match["state"])):
            yield from _borne(match["name"], gazetteer, country=gazetteer.resolve(match["state"]).country)
    for match in _POSTAL.finditer(text) if _IN_STATE.search(text) else ():
        yield from _borne(match["name"], gazetteer, country="US")
    for match in _LISTED.finditer(text):
        for name in re.split(r", (?:and )?| and ", match["names"]):
            yield from _borne(name, gazetteer)
    for pattern in (_HEADLINE, _BEFORE, _AFTER, _PAIR, _MAYOR, _TOGETHER, _DASHED):
        for match in pattern.finditer(text):
            for name in match.groupdict().values():
                if name is not None and name not in seen:
                    seen.add(name)
                    yield from _borne(name, gazetteer)


def _borne(name: str, gazetteer: Gazetteer, *, country: str | None = None) -> Iterator[str]:
    """The longest beginning of the name that a town bears, of the country where one is said."""
    words = name.split(" ")
    if gazetteer.demonym(words[0]):
        return  # "between the Kazakh city of Shymkent and …"
    for size in range(len(words), 0, -1):
        if size < len(words) and words[size] in _NAMED_AFTER:
            return
        part = " ".join(words[:size])
        found = [e for e in gazetteer.entries(part) if e.level in _TOWNS and (e.population or 0) >= _SMALLEST]
        if any(country in (None, e.country) for e in found):
            yield part
            return
