"""The addresses of the desk."""

from django.urls import path

from amicity_web.desk import alike, entering, importing, policies, reports, views

app_name = "desk"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("accept/", views.accept_marked, name="accept_marked"),
    path("findings/<str:id_>/", views.finding, name="finding"),
    path("findings/<str:id_>/accept/", views.accept, name="accept"),
    path("findings/<str:id_>/reject/", views.reject, name="reject"),
    path("findings/<str:id_>/correct/", views.correct, name="correct"),
    path("findings/<str:id_>/same/", views.same, name="same"),
    path("findings/<str:id_>/different/", views.different, name="different"),
    path("judgements/<str:id_>/undo/", views.undo, name="undo"),
    path("alike/", alike.alike, name="alike"),
    path("judgements/", policies.log, name="log"),
    path("policies/", policies.policies, name="policies"),
    path("reports/add/", reports.report_add, name="report_add"),
    path("import/", importing.import_table, name="import_table"),
    path("reports/<str:digest>/", reports.report, name="report"),
    path("enter/", entering.enter, name="enter"),
    path("enter/<str:kind>/", entering.enter_kind, name="enter_kind"),
    path("places/", entering.places, name="places"),
]
