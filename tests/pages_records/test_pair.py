"""The page of a pair: what there is between two places, and what there is not."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.cooperation.models import Agreement, EventCitation, FollowUp, FollowUpCitation, StageCitation
from tests import factories
from tests.pages_records.conftest import released, text_of

ADDRESS = "/en/pairs/haimen-anbei/"


def facts(response) -> dict:
    return {row["term"]: (str(row["fact"]), row["note"]) for row in response.context["facts"]}


def test_the_other_order_of_the_two_names_leads_to_the_one_address(client, visit):
    response = client.get("/en/pairs/anbei-haimen/")

    assert (response.status_code, response.headers["Location"]) == (301, ADDRESS)


def test_the_other_order_of_a_pair_that_nobody_may_see_is_a_404(client, visit):
    factories.pair(visit.haimen, factories.place("Beigang", slug="beigang"))

    assert client.get("/en/pairs/beigang-haimen/").status_code == 404


def test_the_facts_say_relation_visits_agreements_and_last_contact(client, visit):
    released(factories.stage(visit.pair, "friendly-exchange", reached="2020-05"))

    assert facts(client.get(ADDRESS)) == {
        "Relation": ("Friendly exchange", "since May 2020"),
        "Visits on record": ("1", "1 to Haimen"),
        "Agreements": ("2", "1 with no end stated"),
        "Last contact": ("18 August 2019 (inferred)", "Visit of a delegation from Anbei to Haimen"),
    }


def test_the_latest_stage_is_what_the_two_are_to_each_other(client, visit):
    for kind, day in (("sister-city", "2021"), ("contact", "2015"), ("intent", "2018-03")):
        released(factories.stage(visit.pair, kind, reached=day))

    assert facts(client.get(ADDRESS))["Relation"] == ("Sister cities", "since 2021")


@pytest.mark.parametrize(("term", "note"), [("2018/2019", "none in force"), ("2018/2999", "1 in force")])
def test_what_is_in_force_is_counted_today(client, visit, term, note):
    other = factories.pair(visit.haimen, factories.place("Beigang", slug="beigang"))
    released(factories.agreement(visit.haimen, pairs=(other,), term=term))

    assert facts(client.get("/en/pairs/haimen-beigang/"))["Agreements"] == ("1", note)


def test_a_bundle_counts_as_many_as_it_says_and_its_named_members_not_again(client, visit):
    bundle = factories.agreement(visit.haimen, pairs=(visit.pair,), count=22)
    released(bundle)
    released(factories.agreement(visit.haimen, pairs=(visit.pair,), part_of=bundle))

    assert facts(client.get(ADDRESS))["Agreements"][0] == "24"


def test_a_delegation_that_stayed_for_days_visited_once(client, visit):
    second = factories.event(visit.pair, held="2019-08-19", delegation=visit.delegation)
    second.places.set([visit.haimen])
    released(second)

    assert facts(client.get(ADDRESS))["Visits on record"] == ("1", "1 to Haimen")


def test_visits_are_told_apart_by_direction(client, visit):
    there = factories.event(visit.pair, held="2020-01-05", delegation=factories.delegation(visit.haimen))
    there.places.set([visit.anbei])
    released(there)

    response = client.get(ADDRESS)

    assert facts(response)["Visits on record"] == ("2", "1 to Haimen, 1 to Anbei")
    assert response.context["years"][0]["entries"][0]["side"] == "away"


@pytest.mark.parametrize(("part", "visits"), [(True, "1 to Haimen, 1 to Anbei"), (False, "1 to Haimen")])
def test_a_visit_to_a_part_of_a_place_is_one_to_it_and_to_another_place_none(client, visit, part, visits):
    town = factories.event(visit.pair, held="2020-01-05", delegation=factories.delegation(visit.haimen))
    town.places.set([factories.place("New Town", parent=visit.anbei if part else None)])
    released(town)

    assert facts(client.get(ADDRESS))["Visits on record"][1] == visits


def test_what_was_called_off_was_no_visit_and_no_contact(client, visit):
    released(factories.event(visit.pair, held="2021", delegation=factories.delegation(visit.anbei), state="called-off"))

    response = client.get(ADDRESS)

    assert facts(response)["Visits on record"][0] == "1"
    assert facts(response)["Last contact"][0] == "18 August 2019 (inferred)"
    assert "called off" in text_of(response)


def test_the_timeline_stands_newest_first_under_its_years(client, visit):
    released(factories.stage(visit.pair, "contact", reached="2015"))
    released(factories.event(visit.pair, held="2022-03"))
    undated = factories.event(visit.pair, held=None, name_en="A meeting without a day")
    released(undated)

    years = client.get(ADDRESS).context["years"]

    assert [part["year"] for part in years] == [2022, 2019, 2015, None]
    assert [entry["kind"] for entry in years[1]["entries"]] == ["visit", "agreement", "agreement"]


def test_what_came_of_an_agreement_is_told_when_it_is_public(client, visit):
    shown = FollowUp.objects.create(agreement=visit.framework, words_en="A school was opened", happened="2020")
    FollowUp.objects.create(agreement=visit.framework, words_en="A secret harbour")
    source = factories.source(title_en="School news", published="2020-03")
    FollowUpCitation.objects.create(follow_up=shown, source=source, says_en="two schools")
    released(shown)

    for address in (ADDRESS, "/en/agreements/framework/"):
        page = text_of(client.get(address))
        assert "A school was opened" in page and "This source says: two schools" in page
        assert "A secret harbour" not in page


def test_a_stage_is_told_with_its_source(client, visit):
    stage = factories.stage(visit.pair, "contact")
    StageCitation.objects.create(stage=stage, source=factories.source(title_en="Old gazette"))
    assert "Old gazette" not in text_of(client.get(ADDRESS))

    released(stage)

    assert "Old gazette" in text_of(client.get(ADDRESS))


def test_institutions_are_tied_by_the_agreements_they_signed(client, visit):
    def tied():
        return [one["name"] for one in client.get(ADDRESS).context["institutions"]]

    assert tied() == ["Haimen Institute"]
    for kind in ("notice", "statement", "declaration", "minutes", "intent", "application", "other"):
        Agreement.objects.filter(pk=visit.expired.pk).update(kind=kind)
        assert tied() == [], kind
    for kind in ("contract", "accession", "framework", "memorandum"):
        Agreement.objects.filter(pk=visit.expired.pk).update(kind=kind)
        assert tied() == ["Haimen Institute"], kind
    Agreement.objects.filter(pk=visit.expired.pk).update(state="planned")
    assert tied() == []


def test_the_newest_stories_stand_beside_the_timeline_and_the_rest_behind_a_link(client, visit):
    for number in range(6):
        story = factories.article(events=[visit.event], slug=f"more-{number}")
        factories.published(story, headline=f"More {number}")

    response = client.get(ADDRESS)

    assert len(response.context["stories"]) == 5
    assert 'href="/en/news/?pair=haimen-anbei"' in text_of(response)


def test_what_is_not_on_record_is_said_plainly(client, visit):
    page = text_of(client.get(ADDRESS))

    assert "No formal relation between the two is on record." in page
    assert "No visit to Anbei is found in the records of this site, which begin in 2019." in page
    assert "No visit to Haimen is found" not in page


def test_a_pair_shows_the_one_it_continues(client, visit):
    before = factories.pair(visit.haimen, factories.place("Old Anbei", slug="old-anbei"))
    type(visit.pair).objects.filter(pk=visit.pair.pk).update(continues=before)
    assert "pairs/haimen-old-anbei/" not in text_of(client.get(ADDRESS))

    released(factories.stage(before, "contact"))

    assert "pairs/haimen-old-anbei/" in text_of(client.get(ADDRESS))
    assert "pairs/haimen-anbei/" in text_of(client.get("/en/pairs/haimen-old-anbei/"))


def test_a_pair_page_costs_at_most_thirty_five_questions(client, visit):
    for number in range(5):
        more = factories.event(visit.pair, held=f"202{number}", delegation=factories.delegation(visit.anbei))
        released(more)
        released(factories.agreement(visit.haimen, visit.anbei, pairs=(visit.pair,)))
        released(factories.stage(visit.pair, "contact", reached=f"201{number}"))
    before = factories.pair(visit.haimen, factories.place("Old Anbei"))
    type(visit.pair).objects.filter(pk=visit.pair.pk).update(continues=before)

    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)

    assert len(queries) <= 35


def test_pairs_are_gathered_by_country_or_by_what_they_are_to_each_other(client, visit):
    factories.place("Farland", level="country", country="DE")
    far = factories.pair(visit.haimen, factories.place("Fernhafen", slug="fernhafen", country="DE"))
    released(factories.stage(far, "sister-city"))

    by_country = client.get("/en/pairs/").context["groups"]
    by_relation = client.get("/en/pairs/?by=relation").context["groups"]

    assert [(str(heading), [row["partner"] for row in rows]) for heading, rows in by_country] == [
        ("China", ["Anbei"]),
        ("Farland", ["Fernhafen"]),
    ]
    assert [heading for heading, _rows in by_relation] == ["Sister cities", ""]


def steps(response) -> list:
    return [(rung["kind"], rung["upgrade"]) for rung in response.context["ladder"]]


def test_the_steps_of_a_relation_stand_in_order_and_a_higher_one_is_an_upgrade(client, visit):
    for kind, day in (("sister-city", "2004"), ("friendly-exchange", "1998"), ("ended", "2011"), ("contact", None)):
        released(factories.stage(visit.pair, kind, reached=day))

    assert steps(client.get(ADDRESS)) == [
        ("Contact", False),
        ("Friendly exchange", False),
        ("Sister cities", True),
        ("Ended", False),
    ]


def test_a_step_names_its_local_word_what_made_it_so_and_who_ended_it(client, visit):
    released(factories.stage(visit.pair, "sister-city", word_en="twin town", agreement=visit.framework))
    released(factories.stage(visit.pair, "ended", reached="2022", ended_by=visit.anbei))

    page = text_of(client.get(ADDRESS))

    assert "twin town" in page and "ended by Anbei" in page
    assert client.get(ADDRESS).context["ladder"][0]["made_by"]["name"] == "Framework Agreement"


# the local word → what the pair's page and the list of pairs say of the relation
@pytest.mark.parametrize(
    ("local", "fact", "note", "listed"),
    [
        ("twin town", "twin town", "Sister cities, since 1998", "Twin town&nbsp;· Sister cities&nbsp;· since 1998"),
        ("International sister cities", "International sister cities", "since 1998", "sister cities&nbsp;· since 1998"),
        ("", "Sister cities", "since 1998", "Sister cities&nbsp;· since 1998"),
    ],
)
def test_the_common_word_stands_beside_a_local_one_that_does_not_hold_it(client, visit, local, fact, note, listed):
    released(factories.stage(visit.pair, "sister-city", reached="1998", word_en=local))

    assert facts(client.get(ADDRESS))["Relation"] == (fact, note)
    row = text_of(client.get("/en/pairs/")).partition("<main")[2]
    assert listed in row and row.count("ister cities") == 1


def test_what_made_a_step_is_not_named_where_readers_may_not_see_it(client, visit):
    hidden = factories.agreement(visit.haimen, title_en="A secret text")
    released(factories.stage(visit.pair, "contact", agreement=hidden))

    assert "A secret text" not in text_of(client.get(ADDRESS))


def test_a_pair_tells_what_the_one_it_continues_had_become(client, visit):
    before = factories.pair(visit.haimen, factories.place("Old Anbei", slug="old-anbei"))
    type(visit.pair).objects.filter(pk=visit.pair.pk).update(continues=before)
    released(factories.stage(before, "sister-city", reached="1998"))
    released(factories.stage(visit.pair, "sister-city", reached="2011"))

    response = client.get(ADDRESS)

    assert [rung["of"] and rung["of"]["partner"] for rung in response.context["ladder"]] == ["Old Anbei", None]
    assert facts(response)["Relation"] == ("Sister cities", "since 1998, with Old Anbei until 2011")


def test_what_sources_say_otherwise_stands_with_the_fact(client, visit):
    stage = factories.stage(visit.pair, "sister-city", reached="1986")
    post = factories.source(outlet_en="Evening Post")
    StageCitation.objects.create(stage=stage, source=post, says_en="1987")
    EventCitation.objects.create(event=visit.event, source=post, says_en="110 people")
    EventCitation.objects.create(event=visit.event, source=factories.source(outlet_en="Morning Post"))
    released(stage)

    page = text_of(client.get(ADDRESS))

    assert "1987 according to Evening Post" in page and "110 people according to Evening Post" in page
    assert "Morning Post" not in page


def test_what_sources_say_otherwise_names_the_field(client, visit):
    stage = factories.stage(visit.pair, "sister-city", reached="1986")
    post = factories.source(outlet_en="Evening Post", outlet_zh="海州晚报")
    StageCitation.objects.create(stage=stage, source=post, says_of="beginning", says_en="1987", says_zh="1987年")
    EventCitation.objects.create(event=visit.event, source=post, says_of="number", says_en="110", says_zh="110人")
    released(stage)

    english, chinese = text_of(client.get(ADDRESS)), text_of(client.get(ADDRESS.replace("/en/", "/zh/")))

    assert "Beginning of the relation: 1987 according to Evening Post" in english
    assert "Number of people: 110 according to Evening Post" in english
    assert "结好时间，海州晚报作1987年" in chinese and "人数，海州晚报作110人" in chinese


def test_silence_is_said_with_its_years(client, visit):
    page = text_of(client.get(ADDRESS))
    assert "No visit to Haimen after 2019 (inferred) is found in the records of this site, which begin in 2019." in page
    assert "No agreement" not in page

    other = factories.pair(visit.haimen, factories.place("Beigang", slug="beigang"))
    released(factories.agreement(visit.haimen, pairs=(other,), term="2018/2019"))
    released(factories.agreement(visit.haimen, pairs=(other,), term="2018/2021-06"))
    page = text_of(client.get("/en/pairs/haimen-beigang/"))
    assert "The last agreement with an end date expired in 2021." in page
    assert "No visit to Beigang is found" in page


def test_the_table_of_the_timeline_says_the_kind_of_each_entry(client, visit):
    released(factories.event(visit.pair, held="2022-03"))
    released(factories.stage(visit.pair, "contact", reached="2015"))

    table = text_of(client.get("/zh/pairs/haimen-anbei/")).partition('class="as-table"')[2]

    assert all(f"<td>{kind}" in table for kind in ("活动</td>", "访问</td>", "协议", "关系阶段"))


def test_of_a_relation_that_is_over_nobody_asks_for_visits(client, visit):
    released(factories.stage(visit.pair, "ended", reached="2020"))

    assert "No visit to Haimen after" not in text_of(client.get(ADDRESS))


def test_few_visits_and_agreements_are_not_drawn(client, visit):
    assert client.get(ADDRESS).context["plot"] is None


def test_visits_and_agreements_are_drawn_by_year_with_the_same_as_a_table(client, visit):
    for _number in range(3):
        released(factories.agreement(visit.haimen, visit.anbei, pairs=(visit.pair,)))

    response = client.get(ADDRESS)

    assert response.context["plot"].rows == [(2019, 1, 5)]
    assert "<title>Visits and agreements signed by year, 2019 to " in text_of(response)


# agreements of a pair, each perhaps renewing the one before it and perhaps of another pair → what is said
IN_FORCE = [
    ([{"term": "/2018"}], "none in force"),
    ([{"term": "/2018", "term_extendable": True}], "1 whose end is not on record"),
    ([{"term": "/2018"}, {"kind": "declaration"}], "none in force"),
    ([{"kind": "declaration"}], ""),
    ([{"term": "/2018"}, {"term": "/2999"}], "1 in force"),
    ([{"term": "/2018"}, {"state": "planned", "signed": "2999"}], "none in force"),
    ([{"term": "/2018"}, {"state": "planned"}], ""),  # its day is over: whether it was signed is not on record
    ([{}, {"term": "/2018", "renews": True}], "none in force"),
    ([{"term": "/2018"}, {}, {"term": "/2018", "renews": True, "elsewhere": True}], ""),
]


@pytest.mark.parametrize(("agreements", "note"), IN_FORCE)
def test_that_none_is_in_force_is_said_only_where_all_are_known_to_be_over(client, visit, agreements, note):
    pair, other = factories.pair(visit.haimen, factories.place("Beigang", slug="beigang")), factories.pair()
    before = None
    for one in agreements:
        columns = dict(one)
        of = other if columns.pop("elsewhere", False) else pair
        if columns.pop("renews", False):
            columns |= {"follows": before, "following": "renews"}
        before = released(factories.agreement(visit.haimen, pairs=(of,), **columns))

    response = client.get("/en/pairs/haimen-beigang/")

    assert facts(response)["Agreements"][1] == note
    assert ("expired in" in text_of(response)) == (note == "none in force")
