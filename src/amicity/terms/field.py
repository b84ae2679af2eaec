"""What ties, papers and promises are about: the codebook's closed list of fields."""

FIELDS = (
    *("economy", "trade", "investment", "finance", "industry", "manufacturing", "automotive", "emerging_industries"),
    *("agriculture", "energy", "environment", "climate", "infrastructure", "transport", "ports_shipping", "aviation_rail"),
    *("urban_development", "smart_city", "digital", "science_technology", "innovation", "research", "education", "youth"),
    *("culture", "arts", "heritage", "media", "fashion", "sport", "tourism", "health", "ageing_care", "public_safety"),
    *("emergency_services", "governance", "politics", "people_to_people", "humanitarian"),
)
