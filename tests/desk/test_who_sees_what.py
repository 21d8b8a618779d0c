"""Every address of the desk, asked by who is not signed in, who may do nothing, who has one permission, and each role.

The table below is written out: it is not made from what the desk asks. A page that an account may not see tells none
of the words of what readers do not see yet.
"""

import logging
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import EventCitation
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.models import Amendment, LogEntry, Redirect
from newsroom.terms.models import Term
from newsroom.website.models import Page
from tests import factories
from tests.accounts.test_roles import ROLES, permissions_of
from tests.desk import every_address
from tests.desk.every_address import DESK, READ_IT, Address, addresses, rooms
from tests.desk.test_no_second_way import LIVE, registered, world
from tests.leak.hush import fill, slug_of

pytestmark = pytest.mark.django_db

SEES = {"view", "change"}  # whoever may change a record sees it
NOBODY: set[str] = set()
LOOK_OVER = "look-over/<int:key>/"

# Page of a record: the permissions of which one is needed, the status it answers then. Else it is 403.
OF_RECORDS = {
    "": (SEES, 200),
    "add/": ({"add"}, 200),
    "<path:object_id>/history/": (SEES, 200),
    "<path:object_id>/change/": (SEES, 200),
    "<int:key>/release/": (SEES, 200),
    "<int:key>/retract/": (SEES, 200),
    "<int:key>/merge/": (SEES, 200),
    "<int:key>/hide/": (SEES, 200),
    "<int:key>/show/": (SEES, 200),
    "choices": (SEES, 200),
    "preview/<int:key>/": (SEES, 200),
    "preview/<int:key>/photos/<slug:photo>/<int:width>.<slug:ending>": (SEES, 200),
    "preview/<int:key>/photos/<slug:photo>/<slug:cut>/<int:width>.<slug:ending>": (SEES, 200),
    "wechat/<int:key>/": (SEES, 200),
    "wechat/<int:key>.html": (SEES, 200),
    "<int:key>/<int:width>.<slug:ending>": (SEES, 200),
    "<int:key>/<slug:cut>/<int:width>.<slug:ending>": (SEES, 200),
    "<int:key>/file/<slug:prefix>": (SEES, 200),
    "submit/<int:key>/": (SEES, 200),
    "return/<int:key>/": (SEES, 200),
    "approve/<int:key>/": (SEES, 200),
    "approve-alone/<int:key>/": (SEES, 200),
    "reschedule/<int:key>/": (SEES, 200),
    "cancel/<int:key>/": (SEES, 200),
    "withdraw/<int:key>/": (SEES, 200),
    "correct/<int:key>/": (SEES, 200),
    "restore/<int:key>/": (SEES, 200),
    "discard/<int:key>/": (SEES, 200),
    "open-preview/<int:key>/": (SEES, 200),
    "close-previews/<int:key>/": (SEES, 200),
    "<path:object_id>/password/": ({"change"}, 200),
    "<id>/password/": ({"change"}, 200),
}
# What else stands in the way, or beside it.
OF_ONE_MODEL = {
    ("masthead.sitesettings", ""): (SEES, 302),  # there is one row: the list leads to it, and no other is added
    ("masthead.sitesettings", "add/"): (NOBODY, 403),
    ("publishing.amendment", "add/"): (NOBODY, 403),
    ("publishing.redirect", "add/"): (NOBODY, 403),
    ("publishing.logentry", "add/"): (NOBODY, 403),
}
NEVER_DELETED = {
    "masthead.sitesettings",
    "accounts.user",
    "publishing.amendment",
    "publishing.redirect",
    "publishing.logentry",
}
DELETED = {"articles.section", "cooperation.field", "terms.term", "website.page", "auth.group"}  # the rest is locked
OF_THE_DESK = {
    "": 200,
    "login/": 302,
    "logout/": 405,
    "language/": 405,
    "password_change/": 200,
    "password_change/done/": 200,
    "jsi18n/": 200,
    "nowhere": 404,
}
WITHOUT_SIGN_IN = {"login/": 200}


def expected(address: Address, held: set[str]) -> int:
    """Return the status that the table gives to an account that holds these permissions, such as places.view_pair."""
    if address.page in OF_THE_DESK and not address.label:
        return OF_THE_DESK[address.page]
    if address.page == "app":
        return 200 if any(stands_in_room(label, held) for label in rooms()[address.label]) else 404
    if address.page == LOOK_OVER:
        seen = held & {"publishing.view_logentry", "publishing.change_logentry"}
        return 200 if seen and "publishing.approve" in held else 403
    return expected_of_record(address, verbs_on(address.label, held), held)


def verbs_on(label: str, held: set[str]) -> set[str]:
    return {verb for verb in ("view", "change", "add", "delete") if of(label, verb) in held}


def stands_in_room(label: str, held: set[str]) -> bool:
    """Return whether the list of a room's kinds of record has a line for this one."""
    verbs = verbs_on(label, held)
    added = "add" in verbs and (label, "add/") not in OF_ONE_MODEL
    return bool(verbs & SEES) or added or ("delete" in verbs and label not in NEVER_DELETED)


def of(label: str, verb: str) -> str:
    app, model = label.split(".")
    return f"{app}.{verb}_{model}"


def expected_of_record(address: Address, verbs: set[str], held: set[str]) -> int:
    match address.page:
        case "<path:object_id>/":
            return 302  # to the record's page, where it is asked
        case "<path:object_id>/delete/":
            return expected_of_deletion(address.label, verbs)
        case "<int:key>/amend/":
            waits = address.label == "cooperation.event"  # whose amendment is shown instead of a second form
            return (302 if waits else 200) if "change" in verbs and "publishing.amend" in held else 403
        case "<int:key>/approve/" | "<int:key>/decline/":
            return 200 if verbs & SEES and "publishing.approve" in held else 403
        case every_address.READ_IT:
            return 302 if verbs & SEES else 403
        case "add/" if address.label == "accounts.user":
            return 200 if {"add", "change"} <= verbs else 403
    needed, answer = OF_ONE_MODEL.get((address.label, address.page)) or OF_RECORDS[address.page]
    return answer if verbs & needed else 403


def expected_of_deletion(label: str, verbs: set[str]) -> int:
    """What readers see or are going to see is not deleted: whoever sees it is told so, on its page."""
    if label in DELETED:
        return 200 if "delete" in verbs else 403
    return 302 if label not in NEVER_DELETED and verbs & SEES else 403


class Desk:
    """A desk full of what readers do not see yet, and a word for each kind of record that stands in all its texts."""

    def __init__(self):
        world(at=clock.moment() + timedelta(days=1))
        SiteSettings.objects.get_or_create(pk=1)
        Page.objects.create(slug="about", title_en="About")
        Term.objects.create(category="phrase", name_en="Exchange")
        Redirect.objects.create(path="pairs/old/", kind=ContentType.objects.get_for_model(Article), object_id=1)
        story = Article.objects.get()
        EventCitation.objects.create(event=story.events.get(), source=factories.source(b"as good as a text"))
        deeds.approve(factories.draft(by=factories.user("publisher")), by=factories.user("publisher"), alone="Typhoon")
        propose(story.events.get(), lambda: story.events.update(name_en="Talks"), by=factories.user("editor"))
        factories.submitted(factories.article(), by=factories.user("editor"))
        self.words = {}
        for model in [*registered(LIVE), Version, LogEntry, Amendment]:
            self._hide(model)
        self.addresses = list(addresses())

    def _hide(self, model) -> None:
        word = f"hush{model._meta.model_name}"
        self.words[word] = self.words[slug_of(word)] = model._meta.label_lower
        for record in model._base_manager.all():
            fill(record, word)

    def told_by(self, answer) -> set[str]:
        """Return the kinds of record of which an answer tells a word, in its bytes or its headers."""
        content = b"" if answer.streaming else answer.content
        told = (content.decode(errors="ignore") + str(answer.headers)).casefold()
        return {label for word, label in self.words.items() if word in told}


@pytest.fixture(scope="module")
def desk(built_once):
    return Desk()


@pytest.fixture(autouse=True)
def _quiet(caplog):
    """Thousands of answers are a 403, and each would be logged with its traceback."""
    caplog.set_level(logging.ERROR, "django.request")


def account(*labels: str, groups=(), **facts) -> Client:
    made = User.objects.create(username=f"somebody-{User.objects.count()}", is_staff=True, language="en", **facts)
    for label in labels:
        app, codename = label.split(".")
        made.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    client = Client()
    client.force_login(made)
    return client


def wrong(desk: Desk, client: Client, held: set[str], asked: list[Address]) -> list[str]:
    """Return the cells that are not as the table says, and the pages that tell what they should not."""
    found = []
    for address in asked:
        answer = client.get(address.path, address.query)
        if answer.status_code != expected(address, held):
            found.append(f"{answer.status_code} and not {expected(address, held)}: {address}")
        denied = answer.status_code != 200 or not address.label
        told = desk.told_by(answer) if denied else set()
        found += [f"tells of {label}: {address}" for label in told - may_be_told(address, held)]
    return sorted(found)


def may_be_told(address: Address, held: set[str]) -> set[str]:
    """Return what the desk's first page, and that of a deed to be looked over, tell.

    Where somebody is led on, it is by an address that they may see.
    """
    seen = {label for label in ("articles.article", "publishing.amendment", "publishing.logentry")}
    seen = {label for label in seen if {of(label, "view"), of(label, "change")} & held}
    told = {"articles.article", "articles.version"} if "articles.article" in seen else set()
    if address.page == "" and "publishing.approve" in held:
        told |= {"cooperation.event"} if "publishing.amendment" in seen else set()
    if address.page in ("", LOOK_OVER) and "publishing.approve" in held:
        told |= {"publishing.logentry"} if "publishing.logentry" in seen else set()
    return told


def every_permission() -> list[str]:
    labels = Permission.objects.values_list("content_type__app_label", "codename")
    return sorted(".".join(label) for label in labels)


def test_every_page_of_a_record_has_its_line_in_the_table(desk):
    special = {"<path:object_id>/", "<path:object_id>/delete/", "<int:key>/amend/", "<int:key>/approve/"}
    special |= {"<int:key>/decline/", READ_IT, LOOK_OVER, "app"}

    unknown = {address.page for address in desk.addresses} - set(OF_RECORDS) - set(OF_THE_DESK) - special

    assert unknown == set()


def test_who_is_not_signed_in_is_led_to_the_sign_in_everywhere(desk):
    answers = {address: Client().get(address.path, address.query) for address in desk.addresses}

    assert {str(address) for address, answer in answers.items() if desk.told_by(answer)} == set()
    assert {address.page for address, answer in answers.items() if answer.status_code != 302} == {"login/"}


def test_an_account_that_may_do_nothing_sees_nothing(desk):
    assert wrong(desk, account(), set(), desk.addresses) == []


def test_an_account_with_one_permission_sees_what_the_table_says(desk, thoroughness):
    found = []
    for label in thoroughness.sample(every_permission(), 8):
        near = [address for address in desk.addresses if address.label and label.endswith(address.label.split(".")[-1])]
        first = [address for address in desk.addresses if not address.label]
        asked = {*first, *near, *thoroughness.sample(desk.addresses, 20, key=lambda one, label=label: f"{label} {one}")}
        found += [f"{label}: {cell}" for cell in wrong(desk, account(label), {label}, list(asked))]

    assert found == []


def test_an_account_that_may_do_deeds_and_see_nothing_is_told_nothing(desk, thoroughness):
    held = {f"publishing.{deed}" for deed in ("submit", "approve", "emergency", "release", "amend", "archive", "hide")}

    first = [address for address in desk.addresses if not address.label]
    asked = [*first, *thoroughness.sample(desk.addresses, 25)]

    assert wrong(desk, account(*held), held, asked) == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_what_the_table_says(desk, role, thoroughness):
    held = permissions_of(role)

    assert wrong(desk, account(*held), held, thoroughness.sample(desk.addresses, 25)) == []


def test_the_first_page_names_what_waits_to_who_may_see_it(desk):
    seen = ("articles.view_article", "publishing.view_amendment", "publishing.view_logentry", "publishing.approve")

    told = desk.told_by(account(*seen).get(DESK))

    assert told == {"articles.version", "cooperation.event", "publishing.logentry"}
