"""Names from before they had a Chinese order get their keys, and so do names that waited."""

import pytest
from django.db import connection

from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Place
from newsroom.publishing import release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from newsroom.terms.models import Term
from tests import factories
from tests.upgrading import Scene, amendment, as_before, journey

pytestmark = pytest.mark.django_db

BEFORE = [("people", "0005_names_in_other_scripts"), ("places", "0004_names_in_other_scripts"), ("terms", "0001_first")]


class Names(Scene):
    """Names of every kind of record, one with our translation alone, and one that waits."""

    def __init__(self) -> None:
        self.place = factories.place("Harmony", name_zh="长沙")
        self.keys = {
            self.place: "chang2长sha1沙",
            factories.place("Zeehaven"): "zeehaven",
            factories.institution("Harbour", name_zh="海州港"): "hai3海zhou1州gang3港",
            factories.person("", name_en="", name_zh="单海"): "shan4单hai3海",
            factories.person("Jane Smith", surname_en="Smith"): "smith jane smith",
            factories.office("Mayor of Harbourton", name_zh="市长"): "shi4市zhang3长",
            Term.objects.create(name_zh="市长", name_en="Mayor", category=Term.Category.OFFICE): "shi4市zhang3长",
        }
        self.ours = factories.institution("", name_en="", name_zh="海州港", gloss_en="Port of Harbourton")
        release.release(factories.event(factories.pair(self.place)), by=factories.user("publisher"))
        taken = snapshots.take(self.place)
        self.amendment = amendment(
            self.place, as_before(taken, {"sort_as"}), as_before(taken, {"sort_as"}, name_zh="北港")
        )

    def write(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_institution SET sort_key=%s WHERE id=%s", ["~海州港", self.ours.pk])


upgraded = journey(BEFORE, Names)


def test_every_name_that_stands_gets_its_key_and_one_that_waits_when_it_is_approved(upgraded):
    it = upgraded(Names)
    assert {record: type(record).objects.get(pk=record.pk).sort_key_zh for record in it.keys} == it.keys
    for model in (Place, Institution, Person, Office, Term):
        assert not model.objects.filter(sort_key_zh="").exists() and not model.objects.filter(sort_key="").exists()
    assert Institution.objects.get(pk=it.ours.pk).sort_key == "port of harbourton"
    amend(it.amendment, by=factories.user("publisher"), minor=True)
    assert Place.objects.get(pk=it.place.pk).sort_key_zh == "bei3北gang3港"
