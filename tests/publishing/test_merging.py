"""Two records of one thing become one; a fallen official's page can be hidden."""

import pytest
from django.utils import translation

from newsroom.articles.models import Article
from newsroom.cooperation.models import Appearance
from newsroom.people import deeds as people
from newsroom.people.models import Person
from newsroom.places.deeds import merge_places
from newsroom.places.models import Pair, Place
from newsroom.publishing.addresses import moved_to
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.models import LogEntry, Redirect
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _addresses(monkeypatch):
    """Addresses are told by the slug alone: which pages stand is not this test's matter."""
    for model in (Person, Place, Pair, Article):
        monkeypatch.setattr(model, "path", lambda record: f"{record.view_name}/{record.slug}/")


def test_what_pointed_to_the_one_points_to_the_other(at):
    one, same = factories.person("Qi Dongyao", other_names="Dongyao Qi"), factories.person("Qiu Dongyao")
    event = factories.event(people=(one,))
    merge(one, same, by=factories.user("publisher"))
    assert event.appearances.get().person == same
    same.refresh_from_db()
    assert same.other_names.splitlines() == ["Qi Dongyao", "Dongyao Qi"]
    assert not Person.objects.filter(pk=one.pk).exists()


def test_a_name_that_is_taken_over_decides_where_the_record_is_listed(at):
    one, same = factories.person("Qi Dongyao"), factories.person(name_en="", name_zh="裘东耀")
    merge(one, same, by=factories.user("publisher"))
    same.refresh_from_db()
    assert (same.name_en, same.sort_key) == ("Qi Dongyao", "qi dongyao")


def test_the_old_address_leads_to_the_one_that_is_left_while_that_is_public(at):
    one, same = factories.person(), factories.person()
    old = one.path()
    merge(one, same, by=factories.user("publisher"))
    assert Redirect.objects.get(path=old).record == same
    assert moved_to(old, at.now) is None
    factories.published(factories.article(events=[factories.event(people=(same,))]))
    assert moved_to(old, at.now) == same


def test_both_at_one_event_are_not_merged_and_nothing_is_lost(at):
    one, other = factories.person(), factories.person()
    event = factories.event(people=(one, other))
    with pytest.raises(Refused):
        merge(one, other, by=factories.user("publisher"))
    assert Appearance.objects.filter(event=event).count() == 2
    assert Person.objects.filter(pk=one.pk).exists()


def test_merging_places_merges_their_pairs(at):
    home, one, same = factories.place(), factories.place(), factories.place()
    left, right = factories.pair(home, one), factories.pair(same, home)
    event = factories.event(left)
    stage = factories.stage(left)
    merge_places(one, same, by=factories.user("publisher"))
    stage.refresh_from_db()
    assert list(event.pairs.all()) == [right]
    assert stage.pair == right
    assert Pair.objects.count() == 1


def test_two_places_of_one_pair_are_not_one_place(at):
    pair = factories.pair()
    with pytest.raises(Refused):
        merge_places(pair.first, pair.second, by=factories.user("publisher"))
    assert Pair.objects.filter(pk=pair.pk).exists()


def test_merging_is_the_publisher_s_and_is_flagged(at):
    one, same = factories.person(), factories.person()
    with pytest.raises(Refused):
        merge(one, same, by=factories.user("editor"))
    merge(one, same, by=factories.user("publisher"))
    assert LogEntry.objects.get(verb="merge").alone


def test_a_hidden_page_comes_back_when_it_is_shown_again(at):
    publisher, person = factories.user("publisher"), factories.person()
    factories.published(factories.article(events=[factories.event(people=(person,))]))
    people.hide(person, by=publisher, reason="A private person asked for it.")
    assert not person.is_public(at.now)
    with pytest.raises(Refused):
        people.hide(person, by=publisher, reason="Again.")
    people.show(person, by=publisher)
    assert person.is_public(at.now)


@pytest.mark.parametrize("waits", ["the duplicate", "the one that stays"])
def test_nothing_is_merged_while_a_change_of_either_waits(at, waits):
    one, same = factories.person(), factories.person()
    of = one if waits == "the duplicate" else same
    propose(of, lambda: Person.objects.filter(pk=of.pk).update(name_zh="甲"), by=factories.user("editor"))

    with pytest.raises(Refused, match="waits to be decided"), translation.override("en"):
        merge(one, same, by=factories.user("publisher"))

    assert Person.objects.filter(pk=one.pk).exists()


def test_every_address_of_what_was_merged_twice_leads_to_what_is_left(at):
    one, other, last = factories.person(), factories.person(), factories.person()
    old = [one.path(), other.path()]

    merge(one, other, by=factories.user("publisher"))
    merge(other, last, by=factories.user("publisher"))

    assert [Redirect.objects.get(path=path).record for path in old] == [last, last]
