"""A browser without cascade layers drops the stylesheet but for its last rule, and shows a plain document."""

import re

import pytest
from django.conf import settings

from newsroom.website.stylesheets import bind

STYLES = settings.BASE_DIR / "static/css"
QUESTION = "@supports not (color: revert-layer)"
SHEETS = [{"width": 360, "height": 740}, {"width": 1440, "height": 900}]
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !one.closest("table");
}).map(one => one.outerHTML.slice(0, 120))"""


def bound() -> str:
    return bind((STYLES / "site.css").read_text(), lambda name: (STYLES / name).read_text())


def as_read_without_layers() -> str:
    """Return what a browser keeps that knows no layers: it drops each of their blocks, and answers the question yes."""
    kept, depth, dropped = [], 0, False
    for line in bound().splitlines():
        dropped = dropped or (depth == 0 and line.startswith("@layer"))
        depth += line.count("{") - line.count("}")
        kept += [] if dropped else [line]
        dropped = dropped and depth > 0
    return "\n".join(kept).replace(QUESTION, "@supports (color: red)")


def test_nothing_but_the_plain_document_stands_outside_the_layers():
    """What stands outside would win over all that stands in one, in the browsers that know them."""
    outside = re.sub(r"/\*.*?\*/", "", as_read_without_layers(), flags=re.DOTALL).strip()

    assert outside.startswith("@supports (color: red) {") and outside.count("@") == 1
    assert QUESTION in bound() and len(outside) < 1_200


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet["width"]))
@pytest.mark.parametrize("path", ["/zh/", "/en/agreements/", "/zh/pairs/ningbo-ganzhou/"])
def test_without_layers_a_page_is_a_plain_narrow_document(site, page, sheet, path):
    page.set_viewport_size(sheet)
    page.route("**/site*.css", lambda route: route.fulfill(body=as_read_without_layers(), content_type="text/css"))

    page.goto(site + path)

    assert page.evaluate("document.body.getBoundingClientRect().width") <= min(sheet["width"], 45 * 16 + 32)
    assert page.evaluate(TOO_WIDE) == []
    assert (
        page.locator(".ring svg, svg.ring, .pair svg, .masthead svg").evaluate_all(
            "all => Math.max(...all.map(one => one.getBoundingClientRect().height), 0)"
        )
        < 60
    )
