"""The pages of delegations, events, people, institutions and places."""

import json

import pytest

from newsroom.cooperation.models import Appearance
from newsroom.people.models import Tenure
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released, text_of


def order_of(page: str, *words: str) -> bool:
    places = [page.index(word) for word in words]
    return places == sorted(places)


def test_a_delegation_is_told_heads_first_then_members_in_order_of_precedence(client, visit):
    for place, name in enumerate(("Wu An", "He Bei")):
        Appearance.objects.create(
            delegation=visit.delegation, person=factories.person(name), role="member", order=10 - place
        )

    page = text_of(client.get("/en/delegations/anbei-haimen/"))

    assert order_of(page, "Lin Yue", "Mayor of Anbei", "Tan Bo", "He Bei", "Wu An")
    assert "9 people" in page
    assert ">Head<" in page and ">Members<" in page
    assert page.casefold().count(">head<") == 1  # the heading says it of all under it
    assert page.partition("<h1")[0].count('class="pair" href="/en/pairs/haimen-anbei/"') == 1


@pytest.mark.parametrize("prefix", ["zh", "en"])
def test_a_stop_that_nobody_released_is_not_shown(client, visit, prefix):
    hidden = factories.event(visit.pair, held="2019-08-20", delegation=visit.delegation, name_en="Secret stop")
    hidden.places.set([factories.place("Secret Harbour")])

    for address in (
        "delegations/anbei-haimen/",
        "delegations/",
        "delegations.csv",
        "delegations.json",
        "people/lin-yue/",
    ):
        assert "Secret" not in text_of(client.get(f"/{prefix}/{address}"))


def test_a_stop_ahead_is_never_shown_with_the_journey(client, visit):
    ahead = factories.event(
        visit.pair, held="2999-01-01", delegation=visit.delegation, name_en="Stop ahead", state="announced"
    )
    released(ahead)

    for address in ("delegations/anbei-haimen/", "delegations/", "delegations.csv"):
        page = text_of(client.get(f"/en/{address}"))
        assert "Stop ahead" not in page and "2999" not in page


def test_delegations_are_narrowed_by_place_kind_and_year(client, visit):
    far = factories.delegation(factories.place("Beigang", slug="beigang"), kind="business", slug="traders")
    stop = factories.event(held="2021", delegation=far)
    released(stop)

    def found(question):
        return [row["address"] for row in client.get(f"/en/delegations/?{question}").context["delegations"]]

    assert found("") == ["/en/delegations/traders/", "/en/delegations/anbei-haimen/"]
    assert found("place=beigang") == found("kind=business") == found("year=2021") == ["/en/delegations/traders/"]
    assert found("place=haimen") == found("place=anbei") == ["/en/delegations/anbei-haimen/"]
    rows = json.loads(text_of(client.get("/en/delegations.json?year=2021")))
    assert [row["senders"] for row in rows] == [["Beigang"]]


def test_an_event_says_when_it_was_and_how_that_is_known(client, visit):
    english, chinese = (text_of(client.get(f"/{prefix}/events/meeting/")) for prefix in ("en", "zh"))

    assert '<time datetime="2019-08-18">18 August 2019, afternoon</time>' in english
    assert "2019年8月18日下午" in chinese
    assert "is inferred: no source states it in full." in english


def test_an_event_names_who_came_who_received_them_what_was_seen_and_signed(client, visit):
    page = text_of(client.get("/en/events/meeting/")).partition("<main")[2]

    assert order_of(page, "Delegation received", "Lin Yue", "Received by", "Shen Hai", "Signed", "Framework Agreement")
    assert order_of(page.partition(">Visited<")[2], "Haimen Institute", "the old harbour")


def test_an_agreement_that_is_not_public_is_not_told_on_its_event(client, visit):
    factories.agreement(visit.haimen, event=visit.event, title_en="Secret protocol")

    assert "Secret protocol" not in text_of(client.get("/en/events/meeting/"))


def test_a_person_is_shown_with_the_office_of_each_day(client, visit):
    later = factories.event(visit.pair, held="2021-03-01")
    Appearance.objects.create(
        event=later, person=visit.head, side="guest", parts=["spoke"], printed_en="Former Mayor of Anbei"
    )
    Tenure.objects.create(person=visit.head, office=factories.office("Mayor of Anbei"), began="2017", ended="2020-06")
    released(later)

    response = client.get("/en/people/lin-yue/")

    assert [(row["offices"], row["as"]) for row in response.context["appearances"]] == [
        ("Former Mayor of Anbei", "spoke"),
        ("Mayor of Anbei", "head"),
    ]
    assert order_of(text_of(response).partition(">Offices<")[2], "2017", "June 2020", "Mayor of Anbei")
    assert "安北市市长" in text_of(client.get("/zh/people/lin-yue/"))


# whether the office was printed on another occasion of that day, of which the day is inferred (or not) → the days
@pytest.mark.parametrize(("first", "second"), [(False, True), (True, False), (True, True), (False, False)])
def test_a_day_is_told_once_and_as_inferred_only_if_it_always_is(client, visit, first, second):
    office = {"side": "guest", "parts": ["attended"], "printed_en": "Envoy of Anbei"}
    for number, inferred in enumerate((first, second)):
        event = released(factories.event(visit.pair, held="2021-03-01", held_inferred=inferred, name_en=f"E{number}"))
        Appearance.objects.create(event=event, person=visit.head, **office)

    page = text_of(client.get("/en/people/lin-yue/")).partition(">Offices<")[2].partition("Envoy of Anbei")[0]

    assert page.count("1 March 2021") == 1
    assert ("(inferred)" in page) is (first and second)


def test_an_office_printed_on_many_days_is_told_with_the_first_and_the_last_and_never_as_a_term(client, visit):
    for held in ("2021-03-01", "2020-05-02am"):
        event = factories.event(visit.pair, held=held)
        Appearance.objects.create(
            event=event, person=visit.head, side="guest", parts=["attended"], printed_en="Mayor of Anbei"
        )
        released(event)

    page = text_of(client.get("/en/people/lin-yue/")).partition(">Offices<")[2]

    assert order_of(page, "18 August 2019", "1 March 2021", "as printed on 3 days")
    assert "2 May 2020" not in page and "2019–" not in page


# the days on which an office was printed → what is said of them
@pytest.mark.parametrize(
    ("held", "days", "said"),
    [
        (["2021-03-01pm"], ["1 March 2021"], "as printed that day"),
        (["2021-03-01am", "2021-03-01pm"], ["1 March 2021"], "as printed that day"),
        (["2021-03-01pm", "2022-03-01am"], ["1 March 2021", "1 March 2022"], "as printed on these days"),
        (["2021-03-01/2021-03-04"], ["1–4 March 2021"], "as printed at that time"),
        ([""], [], ""),
    ],
)
def test_an_office_is_of_whole_days_and_of_as_many_as_it_was_printed_on(client, visit, held, days, said):
    for day in held:
        event = released(factories.event(visit.pair, held=day))
        Appearance.objects.create(event=event, person=visit.head, parts=["attended"], printed_en="Envoy")

    page = text_of(client.get("/en/people/lin-yue/")).partition(">Offices<")[2].partition("Mayor of Anbei")[0]

    assert order_of(page, *days, said) and "noon" not in page and "morning" not in page
    assert page.count("as printed") == bool(said)


def test_a_person_who_was_hidden_is_named_where_they_appeared_and_has_no_page(client, visit):
    type(visit.head).objects.filter(pk=visit.head.pk).update(hidden_at=clock.moment())

    assert client.get("/en/people/lin-yue/").status_code == 410
    for address in ("events/meeting/", "delegations/anbei-haimen/", "agreements/framework/"):
        page = text_of(client.get(f"/en/{address}"))
        assert "Lin Yue" in page and "/people/lin-yue/" not in page
    assert "Lin Yue" not in text_of(client.get("/en/people/"))


def test_a_person_who_was_hidden_before_anything_named_them_never_was(client, visit):
    hidden = factories.person("Nobody", slug="nobody", hidden_at=clock.moment())
    factories.event(visit.pair, people=(hidden,))

    assert client.get("/en/people/nobody/").status_code == 404


def test_an_unknown_person_is_told_by_the_office_that_was_printed(client, visit):
    Appearance.objects.create(
        event=visit.event, parts=["attended", "hosted"], printed_en="Director of the harbour office", order=9
    )

    assert "Director of the harbour office" in text_of(client.get("/en/events/meeting/"))


def test_an_institution_lists_what_it_signed_and_who_came(client, visit):
    page = text_of(client.get("/en/institutions/haimen-institute/"))

    assert order_of(page, "Haimen Institute", "Exchange of Staff", "Visit of a delegation from Anbei to Haimen")
    assert 'href="/en/places/haimen/"' in page


def test_a_place_names_what_it_is_part_of_without_leading_where_nothing_is_shown(client, visit):
    province = factories.place("North Province", slug="north")
    type(visit.anbei).objects.filter(pk=visit.anbei.pk).update(parent=province)

    page = text_of(client.get("/en/places/anbei/"))

    assert "North Province" in page and "/en/places/north/" not in page


def test_a_place_tells_who_came_who_went_and_what_it_passed_into(client, visit):
    new = factories.place("New Anbei", slug="new-anbei")
    visit.anbei.successors.add(new)
    visit.anbei.ended = "2024"
    visit.anbei.save()

    assert order_of(text_of(client.get("/en/places/haimen/")), "Delegations received", "Visit of a delegation")
    anbei = text_of(client.get("/en/places/anbei/"))
    assert order_of(anbei, "It passed into", "New Anbei", "Delegations sent", "Government delegation of Anbei")


@pytest.mark.parametrize(
    ("east", "north", "words"), [("121.5", "29.87", "29.9° N, 121.5° E"), ("-46.33", "-23.96", "24.0° S, 46.3° W")]
)
def test_a_place_says_where_on_the_globe_it_stands(client, visit, east, north, words):
    visit.anbei.longitude, visit.anbei.latitude = east, north
    visit.anbei.save()

    assert words in text_of(client.get("/en/places/anbei/"))


def test_lists_stand_under_initials_and_what_has_no_latin_name_under_other(client, visit):
    released(factories.event(factories.pair(visit.haimen, factories.place("", name_en="", name_zh="秦港", slug="qin"))))
    zheng = factories.person("Marcel Zander", surname_en="Zander")
    released(factories.event(visit.pair, people=(zheng,)))

    def initials(address):
        return [initial for initial, _rows in client.get(address).context["groups"]]

    assert initials("/en/places/") == ["A", "H", ""]
    assert initials("/zh/places/")[-1] == "Q"
    assert initials("/en/people/")[-1] == "Z"


@pytest.mark.parametrize(("prefix", "day"), [("en", "18 August 2019, afternoon"), ("zh", "2019年8月18日下午")])
def test_the_titles_of_a_journey_and_of_its_stops_tell_which_of_its_name_it_is(client, visit, prefix, day):
    for record in (visit.event, visit.delegation):
        page = client.get(f"/{prefix}{record.address_in('en')[3:]}").text
        assert day in page.split("<title>")[1].split("</title>")[0]


@pytest.mark.parametrize(
    ("mode", "words"), [("in-person", ""), ("online", "Online"), ("apart", "At a distance, by letter or message")]
)
def test_an_event_says_how_it_was_held_only_where_somebody_stated_it(client, visit, mode, words):
    type(visit.event).objects.filter(pk=visit.event.pk).update(mode=mode)

    page = text_of(client.get("/en/events/meeting/"))

    assert ("<dt>Held</dt>" in page) is bool(words)
    assert f"<dd>{words}</dd>" in page or not words
