"""Every kind of page of the desk is looked at in a browser, which has nothing to complain of."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.admin.deed_pages import PAGES
from newsroom.publishing.amending.amendments import propose
from newsroom.website.models import Page
from tests import factories
from tests.browser.signing_in import PASSWORD, at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<h2>Signed</h2><p>On <strong>that</strong> day.</p><table><tbody><tr><td>Port</td></tr></tbody></table>"
IN_A_SAMPLE = 25


@pytest.fixture
def desk(live_server):
    account = factories.user("publisher", "root", language="en", is_superuser=True)
    account.set_password(PASSWORD)
    account.save()
    person = factories.person()
    event = factories.event(factories.pair(), people=(person,), delegation=factories.delegation(factories.place()))
    article = factories.article(events=[event], agreements=[factories.agreement(factories.institution())])
    old = factories.published(article, body=BODY)
    deeds.correct(old.edition, by=factories.user("editor"))
    factories.stage(factories.pair())
    factories.office()
    factories.source()
    Page.objects.create(slug="about", title_en="About", body_en=BODY)

    def rename():
        type(person).objects.filter(pk=person.pk).update(name_en="Another")

    propose(person, rename, by=factories.user("editor"))
    return at_the_desk(live_server)


def pages() -> list[str]:
    """Return the list, the form for a new record, one record's page and its history, of every admin; and the deeds'."""
    addresses = [reverse("admin:index"), reverse("admin:password_change")]
    for model, desk in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        addresses += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        if one := model._base_manager.first():
            own = ["change", "history", "delete", *getattr(desk, "log_entries", ())]
            addresses += [reverse(f"{name}_{page}", args=[one.pk]) for page in own]
    return addresses + pages_of_words()


def without_keys(path: str) -> str:
    return re.sub(r"\d+", "", path)


def pages_of_words() -> list[str]:
    draft = factories.draft(body=BODY)
    deed_pages = [reverse("admin:articles_deed", args=[name, draft.pk]) for name in PAGES]
    return [*deed_pages, *(reverse(f"admin:articles_{name}", args=[draft.pk]) for name in ("preview", "wechat"))]


def test_the_browser_has_nothing_to_complain_of_on_any_page_of_the_desk(page, desk, thoroughness):
    complaints = []
    page.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, desk, "root")
    addresses = pages()
    always = [path for path in addresses if "/change/" in path or "wechat" in path]
    others = [path for path in addresses if path not in always]
    sample = thoroughness.sample(
        others, IN_A_SAMPLE, key=lambda path: re.sub(r"\d+", "", path)
    )  # whatever the keys are

    for path in [*always, *sample]:
        answer = page.goto(desk + path, wait_until="load")
        refused = answer.status in (403, 404)  # some may not be added to or deleted from, and say so
        assert answer.status == 200 or refused, path
        assert [words for words in complaints if not (refused and "status of 40" in words)] == [], path
        complaints.clear()
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the keeper looks at once
        assert not page.evaluate("document.body.classList.contains('desk-unsaved')"), path
