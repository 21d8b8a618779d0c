"""HTTP is spoken in views and what stands beside them; models, queries and deeds have never heard of it."""

import ast

import pytest

from tests.architecture.reading import HOUSE, caught, hold, python_files

SPEAKERS = {
    "views",
    "admin",
    "feeds",
    "sitemaps",
    "middleware",
    "context",
    "urls",
    "wsgi",
}
HTTP_ROOMS = {"website", "desk", "forms", "lists", "pages"}  # rooms of pages and of what pages are built from
FORBIDDEN = ("django.http", "django.shortcuts")


def requests_below_views(text):
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith(FORBIDDEN):
                yield node.lineno, f"imports {module}"
            case ast.Import(names=names) if any(name.name.startswith(FORBIDDEN) for name in names):
                yield node.lineno, "imports django.http"
            case ast.arg(arg="request") | ast.Name(id="request") | ast.Attribute(attr="request"):
                yield node.lineno, "asks a request"


def below_views():
    for path in python_files():
        inside = path.relative_to(HOUSE).with_suffix("").parts
        if not SPEAKERS & set(inside) and inside[0] not in HTTP_ROOMS:
            yield path


def test_nothing_below_views_speaks_http():
    hold(requests_below_views, below_views())


@pytest.mark.parametrize(
    "text",
    [
        "from django.http import Http404",
        "from django.shortcuts import get_object_or_404",
        "import django.http",
        "def public(self, request): ...",
        "def card(self): return self.request",
    ],
)
def test_the_law_of_http_sees_its_breaks(text):
    assert caught(requests_below_views, text)
