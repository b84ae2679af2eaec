"""Whether the site and its store answer."""

from django.db import connection
from django.http import HttpRequest
from ninja import Router

from amicity_web.api import shapes

router = Router(tags=["site"])


@router.get("health", response=shapes.Health, operation_id="getHealth", url_name="health")
def health(request: HttpRequest) -> shapes.Health:
    """`{"status": "ok"}` once the database has answered a query; 500 otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return shapes.Health(status="ok")
