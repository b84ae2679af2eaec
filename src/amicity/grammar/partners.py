"""Whether a report is about partners at all: what is worth a finding there is noise elsewhere."""

import re
from functools import lru_cache

_PARTNERS = re.compile(
    r"\b(?:sister[- ](?:cit|town|state|provinc|port|count|relation|region|municipal|park|lake|school)|twinn(?:ed|ing)"
    r"|twin[- ]town|twin cit(?:y|ies) (?:of|with|since|relation|agreement|tie|partner)|(?:are|become|became|becoming|as"
    r"|its|their|other|been) twin cit|(?:met|meets|receive[ds]|welcome[ds]) (?:with )?(?:the |a |visiting )?(?:lord |deputy |vice )?"
    r"(?:mayor|governor|ambassador|consul|delegation)|partner (?:cit|town|municipal)"
    r"|friend(?:ship|ly)[- ](?:and )?(?:cooperati\w+ )?(?:cit|town|provinc"
    r"|relation|exchange|tie|agreement)"
    r"|delegations? (?:from|of|led)|foreign (?:delegat|guest|affairs|dignitar|consul|resident|cit)|overseas (?:guest"
    r"|delegat)|consul(?:ate|s)?[- ]general|consulate|ambassador|letters? of (?:intent|interest)|fraternal|paired cit"
    r"|world cities|cities (?:summit|forum|network)|mayors'? (?:forum|summit)|forum of mayors|city leaders from"
    r"|people-to-people|city relations|\d+ (?:foreign )?(?:countries|nations)|UNESCO|UCLG|ICLEI|mayors (?:from|of)"
    r"|international (?:relations|friendship|cooperation|partner|forum|exchange)|cit(?:y|ies) network|network of cities"
    r"|cities (?:from|in) \w+ (?:countries|nations))",
    re.I,
)


@lru_cache(maxsize=16)
def speaks_of_partners(text: str) -> bool:
    """Whether the text speaks of ties with other places or of guests from abroad. A nickname ("the Twin Cities") is no tie."""
    return _PARTNERS.search(text) is not None
