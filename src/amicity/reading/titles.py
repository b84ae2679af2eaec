"""Words beside a person's name that are no part of it."""

TITLES = frozenset(
    [
        *("coun", "cllr", "cr", "crs", "ald", "monsieur", "madame", "mme", "senhor", "senhora", "señor", "don", "frau", "herr"),
        *("datin", "puan", "encik", "tuan", "drs", "alhaji", "haji", "captain", "colonel", "major", "lieutenant", "sardar"),
        *("chaudhry", "kumari", "mr", "mrs", "ms", "miss", "dr", "hon", "honourable", "honorable", "shri", "smt", "sri"),
        *("engr", "eng", "prof", "professor", "sir", "dame", "dato", "datuk", "tan", "comrade", "advocate", "barrister"),
        *("brigadier", "general", "col", "gen", "capt", "lt", "brig", "maj", "h.e", "excellency", "worship", "rt", "right"),
        *("marshal", "mp", "hon'ble", "his", "her", "rev", "the", "atty", "madam", "mx", "seri", "tun"),
    ]
)
"""What goes before a name."""

ALSO_NAMES = frozenset(["col", "tan", "don", "major", "general"])
"""Titles that are names too: "Col Murray"."""

NO_NAME = frozenset(
    [
        *("council", "city", "town", "county", "government", "office", "association", "committee", "university"),
        *("municipality", "chamber", "department", "bureau", "assembly", "authority", "commission", "hall", "sister", "cities"),
        *("twin", "foreign", "affairs", "republic", "people's", "board", "ministry", "consulate", "embassy", "district"),
        *("province", "state", "relations", "friendship", "international", "memorandum", "agreement", "delegation", "club"),
        *(
            "school",
            "college",
            "museum",
            "festival",
            "forum",
            "party",
            "press",
            "corps",
            "region",
            "metropolitan",
            "administration",
            "tourism",
        ),
        *("chief", "executive", "superintendent"),
        *("goes", "visits", "signs", "meets", "receives", "hosts", "welcomes", "calls", "leads", "attends", "establishes", "inks", "moh"),
        *("municipal", "anniversary", "street", "avenue", "mp"),
    ]
)
"""What no person is called."""

ROYAL = frozenset(["prince", "princess", "king", "queen", "pope"])
"""Titles of kings that mayors have for a first name."""
