"""The codebook's scales in words: how near a source stands, how sure the reader is, how a value was come by."""

GRADES = {
    "official": "an official paper",
    "city": "the city itself",
    "agency": "a news agency",
    "newspaper": "a newspaper",
    "mirror": "a copy of somebody else’s page",
    "machine": "written or translated by a machine",
    "ungraded": "not graded",
}
SURE = {"A": "stated plainly", "B": "inferred from the text", "C": "weakly supported"}
DERIVED = {
    "resolved": "worked out from the text",
    "coref": "from another sentence",
    "inherited": "from the report’s own date",
    "computed": "reckoned",
    "address": "from the report’s address",
    "entered": "entered by hand",
}
