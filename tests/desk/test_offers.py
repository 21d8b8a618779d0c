"""What the desk offers on a version is what the account may do: neither more nor less, for each permission."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User
from newsroom.articles.admin.deed_pages import PAGES
from newsroom.articles.admin.offers import offers
from newsroom.publishing import clock
from tests import factories
from tests.desk import every_deed
from tests.pressing import press

pytestmark = pytest.mark.django_db

REFUSED = "Your account may not do this. Ask a publisher."
STATES = {
    "draft": every_deed.draft,
    "submitted": every_deed.handed_in,
    "waiting": every_deed.waiting,
    "public": every_deed.public,
    "discarded": every_deed.put_away,
    "with a preview": every_deed.previewed,
}
# What each permission alone lets somebody do, of what fits the state of the words.
OFFERED = {
    "submit": {"submit", "discard", "correct", "restore"},
    "approve": {"approve", "return", "reschedule", "cancel", "withdraw"},
    "emergency": {"approve-alone"},
    "release": {"open-preview", "close-previews"},
    "amend": set(),
    "archive": set(),
    "hide": set(),
}
TYPED = {"note": "A day is missing.", "reason": "It is so.", "days": "1"}


def account(permission: str) -> User:
    made = User.objects.create(username=f"may-{permission}", is_staff=True, language="en")
    held = [("publishing", permission), ("articles", "view_article")]
    for app, codename in held:
        made.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return User.objects.get(pk=made.pk)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("permission", OFFERED)
def test_each_permission_is_offered_what_it_may_do_and_nothing_else(permission, state):
    version, everybody = STATES[state]("en", factories.user("editor", "author")), factories.user("publisher")
    at, alone = clock.moment(), account(permission)

    offered = set(offers(version, by=alone, at=at))

    assert offered == set(offers(version, by=everybody, at=at)) & OFFERED[permission]


def test_every_deed_page_is_offered_to_one_permission():
    assert sorted(name for names in OFFERED.values() for name in names) == sorted(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("permission", OFFERED)
def test_a_deed_is_refused_for_the_permission_unless_it_is_offered_for_it(permission, name):
    making = {"return": "submitted", "approve": "submitted", "reschedule": "waiting", "cancel": "waiting"}
    making |= {"withdraw": "public", "correct": "public", "restore": "discarded", "close-previews": "with a preview"}
    version = STATES[making.get(name, "draft")]("en", factories.user("editor", "author"))
    client = Client()
    client.force_login(account(permission))
    links = {"links": [link.pk for link in version.previews.all()]}

    answer = press(client, reverse("admin:articles_deed", args=[name, version.pk]), TYPED | links)

    assert (REFUSED in answer.text, answer.status_code) == (
        (False, 302) if name in OFFERED[permission] else (True, 200)
    )
