"""The addresses of version 1."""

from django.urls import path

from amicity_web.api import health, maps

app_name = "api"
urlpatterns = [
    path("health", health.health, name="health"),
    path("map", maps.chart, name="map"),
]
