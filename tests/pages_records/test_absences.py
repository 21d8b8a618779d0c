"""What a pair's page says is not on record: the fewest records with which it does, and each one that silences it."""

from copy import deepcopy
from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Appearance, Party
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db
RELATION = "No formal relation between the two is on record."
NO_VISIT = "No visit to Rivermouth is found in the records of this site, which begin in 2015."
NO_AGREEMENT = "No agreement between the two is found in the records of this site, which begin in 2015."


@pytest.fixture
def two(db, client, known):
    """Harbourton and Rivermouth, and a reader."""
    it = deepcopy(known)
    it.client = client
    return it


@pytest.fixture(scope="module")
def known(built_once):
    """Harbourton and Rivermouth: readers know of one delegation from Rivermouth in Harbourton, in 2015."""
    it = SimpleNamespace(home=factories.place("Harbourton", slug="harbourton"))
    SiteSettings.objects.create(pk=1, name_en="Harbourton", home="harbourton")
    it.state = factories.place("Riverland", level="province")
    it.partner = factories.place("Rivermouth", slug="rivermouth", parent=it.state)
    it.pair = factories.pair(it.home, it.partner)
    it.third = factories.place("Lakeside")
    it.visit = factories.event(it.pair, held="2015-05-04", delegation=factories.delegation(it.partner))
    it.visit.places.set([it.home])
    released(it.visit)
    return it


def page(two, language="en") -> str:
    return text_of(two.client.get(f"/{language}/pairs/harbourton-rivermouth/"))


def facts(two) -> dict:
    response = two.client.get("/en/pairs/harbourton-rivermouth/")
    return {row["term"]: (str(row["fact"]), str(row["note"])) for row in response.context["facts"]}


def at(place, *, sender=None, guest=None, pairs=(), agreement=(), **facts):
    """A public event at a place (None: at none), with a delegation, a guest by office, or an agreement."""
    facts = {"held": "2016"} | facts
    event = factories.event(delegation=factories.delegation(sender) if sender else None, **facts)
    event.places.set([place] if place else [])
    event.pairs.set(pairs)
    if guest:
        name = "institution" if isinstance(guest, Institution) else "place"
        somebody = Appearance.objects.create(event=event, person=factories.person(), side="guest", parts=["attended"])
        somebody.offices.add(factories.office(**{name: guest}))
    if agreement:
        released(factories.agreement(*agreement, event=event, signed="2016"))
    return released(event)


def test_the_fewest_records_say_what_is_not_there(two):
    assert RELATION in page(two) and NO_VISIT in page(two) and NO_AGREEMENT in page(two)
    assert "在本站自2015年开始的记录中，未见到访Rivermouth的记载。" in page(two, "zh").replace(
        '<span lang="en">', ""
    ).replace("</span>", "")


NEAR_A_VISIT = {
    "a visit": lambda two: at(two.partner, sender=two.home),
    "a guest at a forum": lambda two: at(two.partner, guest=two.home),
    "somebody of a body at a forum": lambda two: at(two.partner, guest=factories.institution(place=two.home)),
    "a district there": lambda two: at(factories.place(parent=two.partner), sender=two.home),
    "the wider place": lambda two: at(two.state, sender=two.home),
    "a district's delegation": lambda two: at(two.partner, sender=factories.place(parent=two.home)),
    "an embassy": lambda two: at(two.partner, sender=factories.institution(place=two.home, kind="embassy")),
    "an event without a place": lambda two: at(None, sender=two.home, pairs=[two.pair]),
    "an event without a place, of the other and a third": lambda two: at(
        None, sender=two.home, pairs=[factories.pair(two.partner, two.third)]
    ),
    "an event of the pair there, with nobody named": lambda two: at(two.partner, pairs=[two.pair]),
    "a signing of three there": lambda two: at(two.partner, agreement=(two.home, two.partner, two.third)),
}
NOT_NEAR_A_VISIT = {
    "another's visit": lambda two: at(two.partner, sender=two.third),
    "a visit the other way": lambda two: at(two.home, sender=two.partner, pairs=[two.pair]),
    "a visit elsewhere": lambda two: at(two.third, sender=two.home),
    "a visit elsewhere, of the other and a third": lambda two: at(
        two.third, sender=two.home, pairs=[factories.pair(two.partner, two.third)]
    ),
    "an online meeting": lambda two: at(two.partner, sender=two.home, pairs=[two.pair], mode="online"),
    "one that was called off": lambda two: at(two.partner, sender=two.home, pairs=[two.pair], state="called-off"),
}


@pytest.mark.parametrize("name", NEAR_A_VISIT)
def test_no_visit_is_not_said_where_a_record_may_be_one(two, name):
    NEAR_A_VISIT[name](two)

    assert "No visit to Rivermouth is found" not in page(two)


@pytest.mark.parametrize("name", NOT_NEAR_A_VISIT)
def test_no_visit_is_said_whatever_else_is_on_record(two, name):
    NOT_NEAR_A_VISIT[name](two)

    assert NO_VISIT in page(two)


@pytest.mark.parametrize("near", [None, 0, 1, 2])
def test_however_many_records_there_are_each_is_asked(two, monkeypatch, near):
    monkeypatch.setattr("newsroom.cooperation.doubts.MOST", 1)
    type(two.visit).objects.all().delete()
    released(factories.stage(two.pair, "contact"))
    for number in range(3):
        at(two.state, sender=two.home if number == near else two.third)

    assert ("Last contact" in facts(two)) == (near is None)
    assert ("No visit to Rivermouth is found" in page(two)) == (near is None)


def test_a_hidden_record_silences_nothing(two):
    type(two.visit).objects.filter(pk=at(two.partner, sender=two.home).pk).update(public_from=None)

    assert NO_VISIT in page(two)


def test_a_hidden_agreement_silences_nothing(two):
    at(two.partner, agreement=(two.third,)).agreements.update(public_from=None)
    party = two.third.parties.get()
    Party.objects.filter(pk=party.pk).update(place=two.home)

    assert NO_VISIT in page(two)


def test_a_record_without_a_day_may_be_of_any_year(two):
    released(factories.event(held=None, delegation=factories.delegation(two.state))).places.set([two.home])

    assert "No visit to Harbourton" not in page(two)


def test_a_country_is_not_the_wider_place_of_a_city(two):
    country = factories.place("Farland", level="country")
    Place.objects.filter(pk=two.state.pk).update(parent=country)
    at(country, sender=two.home)

    assert NO_VISIT in page(two)


def test_a_visit_long_ago_is_said_to_be_the_last_after_its_year(two):
    assert "No visit to Harbourton after 2015 is found in the records of this site" in page(two)
    assert "2015年之后未见到访" in page(two, "zh") and "以来未见" not in page(two, "zh")

    at(two.home, guest=two.state)  # in 2016, of the wider place

    assert "No visit to Harbourton" not in page(two)


def change(event, **facts):
    type(event).objects.filter(pk=event.pk).update(**facts)


# what else is on record of the year of the last visit, whose own day is inferred → whether the year is said to be so
OF_THE_YEAR = {
    "nothing": (lambda two: None, True),
    "a visit of an inferred day": (lambda two: visit_to(two, held="2015-09", held_inferred=True), True),
    "a visit of a sure day": (lambda two: visit_to(two, held="2015-09"), False),
    "a visit of a sure day earlier": (lambda two: visit_to(two, held="2014"), True),
    "a visit the other way": (lambda two: at(two.partner, sender=two.home, held="2015"), True),
    "an online meeting": (lambda two: visit_to(two, held="2015-09", mode="online"), True),
    "a visit of another": (lambda two: at(two.home, sender=two.third, held="2015", pairs=[two.pair]), True),
}


def visit_to(two, **facts):
    return at(two.home, sender=two.partner, pairs=[two.pair], **facts)


@pytest.mark.parametrize("name", OF_THE_YEAR)
def test_the_year_of_the_last_visit_is_inferred_where_no_visit_of_it_has_a_sure_day(two, name):
    enter, inferred = OF_THE_YEAR[name]
    change(two.visit, held_inferred=True)
    enter(two)

    assert f"No visit to Harbourton after 2015{' (inferred)' if inferred else ''} is found" in page(two)


@pytest.mark.parametrize(
    ("site", "pair", "said"),
    [
        (None, None, "No visit to Harbourton after 2015 is found in the records of this site, which begin in 2015."),
        (2010, None, "No visit to Harbourton after 2015 is found in the records from 2010 on, which are whole."),
        (2016, None, "No visit to Harbourton after 2015 is found in the records from 2016 on, which are whole."),
        (2020, None, "No visit to Harbourton is found in the records from 2020 on, which are whole."),
        (2010, 2020, "No visit to Harbourton is found in the records from 2020 on, which are whole."),
        (None, 2010, "No visit to Harbourton after 2015 is found in the records from 2010 on, which are whole."),
    ],
)
def test_an_absence_is_said_for_the_years_of_which_the_records_are_whole(two, site, pair, said):
    SiteSettings.objects.update(whole_since=site)
    Pair.objects.update(whole_since=pair)

    assert said in page(two)


@pytest.mark.parametrize(("held", "is_said"), [("2019", True), ("2019/2020", False), (None, False)])
def test_what_was_before_the_records_were_whole_silences_nothing(two, held, is_said):
    SiteSettings.objects.update(whole_since=2020)
    released(factories.event(two.pair, held=held)).places.set([two.partner])

    assert ("No visit to Rivermouth is found in the records from 2020 on" in page(two)) is is_said


def of_three(two, **facts):
    return released(factories.agreement(two.home, two.partner, two.third, signed="2016", **facts))


NEAR_AN_AGREEMENT = {
    "one of the two": lambda two: released(factories.agreement(two.home, two.partner)),
    "one of three": of_three,
    "one of their bodies and a district": lambda two: released(
        factories.agreement(factories.place(parent=two.home), factories.institution(place=two.partner))
    ),
    "one of the wider place": lambda two: released(factories.agreement(two.home, two.state)),
    "one that names the pair": lambda two: released(factories.agreement(two.third, pairs=(two.pair,))),
}


@pytest.mark.parametrize("name", NEAR_AN_AGREEMENT)
def test_no_agreement_is_not_said_where_there_is_one_near_the_two(two, name):
    NEAR_AN_AGREEMENT[name](two)

    assert "No agreement" not in page(two)


@pytest.mark.parametrize("hidden", [True, False])
def test_no_agreement_is_said_beside_one_of_others_or_a_hidden_one(two, hidden):
    text = factories.agreement(two.home, two.partner if hidden else two.third)
    if not hidden:
        released(text)

    assert NO_AGREEMENT in page(two)


def test_an_agreement_of_three_counts_for_the_pair_with_others(two):
    of_three(two, title_en="Alliance of three")

    assert facts(two)["Agreements"][0] == "1"
    assert "Alliance of three" in page(two) and "with others" in page(two)
    Party.objects.filter(place=two.third).delete()
    assert "with others" not in page(two)


def test_no_agreement_in_force_is_not_said_beside_one_of_a_district(two):
    released(factories.agreement(two.home, two.partner, pairs=(two.pair,), term="2010/2012"))
    assert "The last agreement with an end date expired in 2012." in page(two)
    assert facts(two)["Agreements"] == ("1", "none in force")

    released(factories.agreement(two.home, factories.place(parent=two.partner)))
    assert "expired in" not in page(two) and facts(two)["Agreements"] == ("1", "")


@pytest.mark.parametrize(("signed", "note"), [("2090", "none in force"), ("2020", ""), (None, "none in force")])
def test_no_agreement_in_force_is_not_said_beside_one_that_may_have_been_signed(two, signed, note):
    text = {"pairs": (two.pair,), "signed": "2010", "term": "2010/2012"}
    released(factories.agreement(two.home, two.partner, **text))
    released(factories.agreement(two.home, two.partner, pairs=(two.pair,), state="planned", signed=signed))

    assert facts(two)["Agreements"] == ("1", note)
    assert ("expired in 2012" in page(two)) is bool(note)


def test_an_event_of_both_stands_on_the_page_of_a_pair_that_it_does_not_name(two):
    at(two.third, guest=two.home, name_en="Forum of three").places.add(two.partner)

    assert "Forum of three" in page(two)
    assert facts(two)["Last contact"] == ("2016", "Forum of three")


def test_the_last_contact_needs_both_sides(two):
    at(two.home, pairs=[two.pair], name_en="Council debate")

    assert facts(two)["Last contact"][0] == "4 May 2015"


def test_no_contact_is_said_only_where_nothing_comes_near(two):
    type(two.visit).objects.all().delete()
    stage = released(factories.stage(two.pair, "contact"))
    assert facts(two)["Last contact"] == ("not on record", "in the records of this site")

    near = at(two.home, sender=two.state)
    assert "Last contact" not in facts(two)

    type(near).objects.filter(pk=near.pk).update(public_from=None)
    of_district = released(factories.agreement(two.home, factories.place(parent=two.partner)))
    assert "Last contact" not in facts(two) and stage and of_district


@pytest.mark.parametrize(
    ("state", "signed", "is_said"),
    [("signed", None, False), ("planned", "2020", False), ("planned", "2090", True), ("initialled", None, True)],
)
def test_no_contact_is_said_only_where_no_text_may_have_been_signed(two, state, signed, is_said):
    type(two.visit).objects.all().delete()
    released(factories.agreement(two.home, two.partner, pairs=(two.pair,), state=state, signed=signed))

    assert (facts(two).get("Last contact", ("",))[0] == "not on record") is is_said


NEAR_A_RELATION = {
    "a stage": lambda two: released(factories.stage(two.pair, "contact")),
    "a stage of the districts": lambda two: released(
        factories.stage(factories.pair(factories.place(parent=two.home), factories.place(parent=two.partner)))
    ),
    "a stage of the wider place": lambda two: released(factories.stage(factories.pair(two.home, two.state))),
    "a sister city agreement of both": lambda two: of_three(two, kind="sister-city"),
}


@pytest.mark.parametrize("name", NEAR_A_RELATION)
def test_no_relation_is_not_said_where_there_is_one_near_the_two(two, name):
    assert RELATION in page(two) and facts(two)["Relation"][0] == "not on record"

    NEAR_A_RELATION[name](two)

    assert RELATION not in page(two)
    assert facts(two).get("Relation", ("",))[0] != "not on record"


def test_the_pairs_of_districts_are_shown_and_not_counted(two):
    districts = factories.pair(
        factories.place("Docks", parent=two.home, slug="docks"), factories.place("Mills", parent=two.partner)
    )
    assert "Docks" not in page(two)

    released(factories.stage(districts, "sister-city"))

    assert f"/en/pairs/{districts.slug}/" in page(two) and "Not counted here." in page(two)


def test_the_page_of_a_pair_whose_place_ended_says_so_and_names_a_successor_without_a_page(two):
    released(factories.stage(two.pair, "sister-city", reached="1998"))
    Place.objects.filter(pk=two.partner.pk).update(ended="2003", ended_earliest="2003-01-01", ended_latest="2003-12-31")
    two.partner.successors.add(factories.place("Newford"))

    assert facts(two)["Relation"] == ("Ended", "in 2003")
    told = page(two)
    assert "Newford" in told and "/places/newford" not in told and "Rivermouth ceased to exist" in told
    groups = two.client.get("/en/pairs/?by=relation").context["groups"]
    assert [str(heading) for heading, _rows in groups] == ["Ended"]


def test_the_local_word_stands_first_and_the_common_one_beside_it(two):
    released(factories.stage(two.pair, "sister-city", reached="1998", word_en="twin town"))

    assert facts(two)["Relation"] == ("twin town", "Sister cities, since 1998")
    for address in ("/en/pairs/", "/en/places/harbourton/", "/en/"):
        told = text_of(two.client.get(address))
        assert "twin town" in told.casefold() and "Sister cities" in told


def test_a_local_word_of_the_other_language_stands_among_the_stages_alone(two):
    released(factories.stage(two.pair, "sister-city", reached="1998", word_en="twin town"))

    assert "twin town" not in text_of(two.client.get("/zh/pairs/"))
    told = two.client.get(two.pair.address_in("zh-hans"))
    assert str(told.context["facts"][0]["fact"]) == "友好城市"
    assert '<p class="note"><span lang="en">twin town</span></p>' in told.text
