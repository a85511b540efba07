"""The floors: the barest Django that could do the same. No middleware, no templates, no checks."""

import json
import os
from pathlib import Path

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

TABLE = "CREATE TABLE bench_floor (assessment text, question text, value text, PRIMARY KEY (assessment, question))"
UPSERT = (
    "INSERT INTO bench_floor (assessment, question, value) VALUES (%s, %s, %s) "
    "ON CONFLICT (assessment, question) DO UPDATE SET value = excluded.value"
)
PAGES = Path(os.environ.get("FOURFOLD_BENCH_PAGES", "."))


@csrf_exempt
def save(request: HttpRequest, assessment: str, question: str) -> JsonResponse:
    """This function will store one answer with one upsert."""
    body = json.loads(request.body)
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [assessment, question, json.dumps(body.get("value"))])
    return JsonResponse({"version": body["base_version"] + 1})


def page(request: HttpRequest, name: str) -> HttpResponse:
    """This function will return the bytes of a page that was saved before."""
    return HttpResponse((PAGES / name).read_bytes())


urlpatterns = [
    path("floor/<str:assessment>/answers/<str:question>/", save),
    path("page/<str:name>", page),
]
