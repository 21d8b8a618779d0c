"""The desk's roles as one table: the permissions of each group.

A role is a Django group. The table is written into the database after every migration; what an administrator
added to a group by hand stays.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission

RECORDS = (
    "cooperation.event",
    "cooperation.stop",
    "cooperation.visited",
    "cooperation.delegation",
    "cooperation.sender",
    "cooperation.appearance",
    "cooperation.agreement",
    "cooperation.party",
    "cooperation.approval",
    "cooperation.followup",
    "cooperation.stage",
    "cooperation.eventcitation",
    "cooperation.delegationcitation",
    "cooperation.agreementcitation",
    "cooperation.stagecitation",
    "cooperation.followupcitation",
    "people.institution",
    "people.person",
    "people.office",
    "people.tenure",
    "people.tenurecitation",
    "places.place",
    "places.succession",
    "places.pair",
    "sources.source",
    "photos.photo",
    "photos.pictured",
)
STORIES = (
    "articles.article",
    "articles.edition",
    "articles.version",
    "articles.articlecitation",
    "articles.articlephoto",
)
PUBLISHERS = ("articles.section", "website.page", "terms.term", "cooperation.field", "masthead.sitesettings")
LOG = ("publishing.logentry", "publishing.amendment", "publishing.redirect")


def _each(verbs: str, models: tuple[str, ...]) -> set[str]:
    return {f"{app}.{verb}_{model}" for verb in verbs.split() for app, model in (label.split(".") for label in models)}


def _deeds(words: str) -> set[str]:
    return {f"publishing.{word}" for word in words.split()}


SEES_ALL = _each("view", RECORDS + STORIES + PUBLISHERS + LOG)

ROLES: dict[str, set[str]] = {
    "reporter": SEES_ALL | _each("add change", RECORDS + STORIES) | _deeds("submit"),
    "translator": SEES_ALL | _each("add change", STORIES) | _deeds("submit"),
    "editor": SEES_ALL | _each("add change delete", RECORDS + STORIES) | _deeds("submit amend"),
    "publisher": SEES_ALL
    | _each("add change delete", RECORDS + STORIES + PUBLISHERS)
    | _deeds("submit amend approve emergency release archive hide"),
    "auditor": SEES_ALL,
}


def write_roles(**_signal: Any) -> None:
    """Write each role's group with the permissions of the table."""
    rows = Permission.objects.values_list("content_type__app_label", "codename", "pk")
    known = {f"{app}.{codename}": key for app, codename, key in rows}
    for name, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(known[label] for label in wanted if label in known))
