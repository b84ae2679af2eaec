"""The addresses of version 1."""

from django.urls import path

from amicity_web.api import pages
from amicity_web.api.v1 import api

app_name = "api"
urlpatterns = [
    path("docs", pages.docs, name="docs"),
    path("openapi.json", pages.openapi, name="openapi"),
    *(each for each in api.urls[0] if getattr(each, "name", "") != "api-root"),
]
