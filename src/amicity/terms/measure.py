"""What a published figure may count: the codebook's closed list."""

MEASURES = (
    *("partner_cities", "partner_countries", "sister_cities", "cooperative_cities", "twinned_places", "agreements_signed"),
    *("delegations", "dignitaries", "visitors", "participating_cities", "participating_countries", "participants"),
    *("consulates_general", "sessions", "international_communities", "international_schools", "international_hospitals"),
    *("designated_hospitals", "population", "area_km2", "trade_value", "investment", "students", "flights", "projects", "jobs"),
    *("years", "pairs", "partner_places", "sister_provinces", "meetings", "partner_ports", "twinned_counties", "ended_ties"),
    *("events", "members", "enterprises", "exhibitors", "awards", "budget"),
)
