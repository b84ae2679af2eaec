"""The addresses of the desk."""

from django.urls import path

from amicity_web.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.queue, name="queue"),
]
