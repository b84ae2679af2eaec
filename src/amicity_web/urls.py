"""The addresses of the whole site."""

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("amicity_web.accounts.urls")),
    path("desk/", include("amicity_web.desk.urls")),
]
if find_spec("amicity_web.api.urls"):
    urlpatterns.append(path("api/v1/", include("amicity_web.api.urls")))
if find_spec("amicity_web.public.urls"):
    urlpatterns.append(path("", include("amicity_web.public.urls")))
    handler400 = "amicity_web.public.trouble.bad_request"
    handler404 = "amicity_web.public.trouble.not_found"
