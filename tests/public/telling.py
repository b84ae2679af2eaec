"""The tale in the store: recorded by the first test of a process, and copied row by row for every other."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from amicity.terms.judgement import Judgement
from amicity_web.store.models import Pen
from amicity_web.store.record import record_judgement, record_report
from public import tale

_kept: dict[Judgement, list[Model]] = {}


def tell(policy: Judgement) -> None:
    """The tale's reports and findings are in an empty store, and the policy accepts what it says."""
    models = [model for model in apps.get_app_config("store").get_models() if model is not Pen]
    if policy not in _kept:
        for report, findings in tale.findings():
            record_report(report, findings, by="test")
        record_judgement(policy)
        _kept[policy] = [row for model in models for row in model._default_manager.all()]
        return
    for model in models:
        model._default_manager.bulk_create([row for row in _kept[policy] if type(row) is model])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
