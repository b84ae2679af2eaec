"""The forms that a tie between places takes."""

from enum import StrEnum


class Form(StrEnum):
    """The codebook's forms. The local wording, which ranks differently from country to country, stays in the mention."""

    SISTER = "sister"
    FRIENDSHIP = "friendship"
    COOPERATION = "cooperation"
    EXCHANGE = "exchange"
    LETTER_OF_INTENT = "letter_of_intent"
    MEMORANDUM = "memorandum"
    PARTNERSHIP = "partnership"
    PROJECT_PARTNERSHIP = "project_partnership"
    DECLARATION = "declaration"
    OTHER = "other"
