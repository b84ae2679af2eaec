"""The addresses that anyone may visit."""

from django.urls import path

from amicity_web.public import about, answers, downloads, home, places, reports, search, theme, ties

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("places/", places.places, name="places"),
    path("places/<str:place>/", places.place, name="place"),
    path("ties/<str:tie>/", ties.tie, name="tie"),
    path("figures/", answers.figures, name="figures"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<str:digest>/", reports.report, name="report"),
    path("answers/", answers.answers, name="answers"),
    path("answers/<str:name>/", answers.answer, name="answer"),
    path("downloads/", downloads.downloads, name="downloads"),
    path("downloads/<str:name>/", downloads.download, name="download"),
    path("search/", search.search, name="search"),
    path("theme/", theme.theme, name="theme"),
    path("about/", about.about, name="about"),
    path("about/map/", about.map_policy, name="map_policy"),
]
