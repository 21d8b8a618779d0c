"""The page of a story says what readers may see at its moment, and no more."""

import pytest

from newsroom.articles import deeds
from newsroom.cooperation.models import Appearance, FollowUp
from newsroom.languages import EN, ZH
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def port():
    return factories.place("Port", slug="port", name_zh="港城")


@pytest.fixture
def hill():
    return factories.place("Hill", slug="hill")


@pytest.fixture
def pair(port, hill):
    return factories.pair(port, hill)


@pytest.fixture
def visit(pair, hill):
    """A visit with one head, two members without offices, a host, two agreements and a site."""
    people = [factories.person(name) for name in ("Ada Head", "Bea Member", "Cal Member")]
    delegation = factories.delegation(hill, members=people)
    Appearance.objects.filter(person=people[0]).update(role="head", printed_en="Mayor of Hill", order=5)
    event = factories.event(
        pair, held="2019-08-18pm", people=(factories.person("Dee Host"),), held_inferred=True, delegation=delegation
    )
    factories.site(event, factories.institution("Institute of Ropes"))
    return event


@pytest.fixture
def agreement(port, hill, pair, visit):
    return factories.agreement(port, hill, pairs=(pair,), title_en="Framework Agreement", event=visit)


@pytest.fixture
def article(visit, agreement):
    return factories.article(events=[visit], agreements=[agreement], slug="framework")


ADDRESS = "/en/news/2019/framework/"
LATER, EARLIER = "Later stories about these places", "Earlier stories about these places"


def test_a_story_stands_with_its_record(client, article):
    factories.published(
        article, headline="Port and Hill agree", standfirst="In two languages.", body="<p>All of it.</p>"
    )

    page = client.get(ADDRESS).text

    assert "<h1>Port and Hill agree</h1>" in page
    assert "<p>All of it.</p>" in page
    assert "18 August 2019, afternoon</time> (inferred)" in page
    for words in ("Mayor of Hill", "Dee Host", "Framework Agreement", "Institute of Ropes"):
        assert words in page
    card = page.partition("<main")[2]
    assert card.index("Ada Head") < card.index("Bea Member") < card.index("Cal Member")


def test_a_story_that_reports_nothing_on_record_has_no_empty_card(client, pair):
    factories.published(factories.article(pairs=[pair], slug="framework"))

    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert "record-card" not in page.text


def test_that_the_days_of_several_events_are_inferred_is_said_once(client, pair, visit):
    second = factories.event(pair, held="2019-08-19", held_inferred=True)
    factories.published(factories.article(events=[visit, second], slug="framework"))

    dates = client.get(ADDRESS).text.split('<dl class="dates ui">')[1].split("</dl>")[0]
    assert dates.count("inferred") == 1
    assert "19 August 2019</time> (all\N{NO-BREAK SPACE}inferred)" in dates


def test_the_mark_of_inferred_days_follows_without_a_blank_in_chinese(client, pair, visit):
    second = factories.event(pair, held="2019-08-19", held_inferred=True)
    factories.published(factories.article(events=[visit, second], slug="framework"), language="zh-hans")

    dates = client.get(ADDRESS.replace("/en/", "/zh/")).text.split('<dl class="dates ui">')[1].split("</dl>")[0]
    assert "日</time>（均为推定）" in dates


def test_a_draft_is_answered_as_an_address_that_never_was(client, article):
    factories.draft(article, headline="Not yet")

    draft, never = client.get(ADDRESS), client.get("/en/news/2019/never/")

    assert (draft.status_code, never.status_code) == (404, 404)
    assert draft.content == never.content


def test_a_story_in_the_other_language_alone_is_offered_in_it(client, article):
    factories.published(article, ZH, headline="两市签约")

    response = client.get(ADDRESS)

    assert response.status_code == 404
    assert 'href="/zh/news/2019/framework/"' in response.text
    assert "两市签约" in response.text


def test_a_withdrawn_story_is_gone_with_its_headline_and_the_reason(client, article):
    version = factories.published(article, headline="Port and Hill agree")
    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="They did not.")

    response = client.get(ADDRESS)

    assert response.status_code == 410
    assert "Port and Hill agree" in response.text
    assert "They did not." in response.text


def test_a_withdrawer_may_hide_the_headline(client, article):
    version = factories.published(article, headline="Port and Hill agree")
    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="Names.", hide_headline=True)

    response = client.get(ADDRESS)

    assert response.status_code == 410
    assert "Port and Hill agree" not in response.text


def test_a_correction_is_said_with_its_note(client, article):
    version = factories.published(article)
    draft = deeds.correct(version.edition, by=factories.user("editor"))
    deeds.write(draft, by=factories.user("editor"), body="<p>Better.</p>", change_note="The name was wrong.")
    deeds.submit(draft, by=factories.user("editor"))
    deeds.approve(draft, by=factories.user("publisher"))

    page = client.get(ADDRESS).text

    assert "The name was wrong." in page
    assert "Better." in page
    assert "Updated" in page


def test_a_correction_that_waits_is_not_said(client, article, monkeypatch):
    version = factories.published(article)
    draft = deeds.correct(version.edition, by=factories.user("editor"))
    deeds.write(draft, by=factories.user("editor"), body="<p>Better.</p>", change_note="The name was wrong.")
    deeds.submit(draft, by=factories.user("editor"))
    later = version.public_from.replace(year=version.public_from.year + 1)
    deeds.approve(draft, by=factories.user("publisher"), at=later)

    before = client.get(ADDRESS).text
    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: later)
    after = client.get(ADDRESS).text

    assert "The name was wrong." not in before
    assert "The name was wrong." in after


def test_what_came_of_it_is_said_when_it_is_released(client, article, agreement):
    factories.published(article)
    known = FollowUp.objects.create(agreement=agreement, happened="2020-05", words_en="A second round of talks.")
    FollowUp.objects.create(agreement=agreement, happened="2021", words_en="A secret round of talks.")
    release(known, by=factories.user("publisher"))

    page = client.get(ADDRESS).text

    assert "A second round of talks." in page
    assert "A secret round" not in page


def test_later_stories_of_the_pair_follow(client, article, pair):
    factories.published(article)
    factories.published(factories.article(pairs=[pair]), headline="One year on")

    page = client.get(ADDRESS).text

    assert page.index(LATER) < page.index("One year on")
    assert EARLIER not in page


def test_earlier_stories_of_the_pair_stand_apart_from_later_ones(client, article, pair):
    factories.published(factories.article(pairs=[pair]), headline="A first letter")
    factories.published(article)

    page = client.get(ADDRESS).text

    assert page.index(EARLIER) < page.index("A first letter")
    assert LATER not in page


def test_that_a_story_is_of_the_same_pair_does_not_say_that_it_came_of_another(client, article, agreement, pair):
    for headline in ("A first letter", "", "One year on"):
        factories.published(factories.article(pairs=[pair]) if headline else article, headline=headline or "This one")
    assert "What came of it" not in client.get(ADDRESS).text

    known = FollowUp.objects.create(agreement=agreement, happened="2020-05", words_en="A pier was built.")
    release(known, by=factories.user("publisher"))
    page = client.get(ADDRESS).text

    assert page.index("What came of it") < page.index("A pier was built.") < page.index(LATER)
    assert page.index(LATER) < page.index("One year on") < page.index(EARLIER) < page.index("A first letter")


def test_a_renewal_is_told_with_what_it_renews(client, article, agreement, port):
    renewal = factories.agreement(port, title_en="Second Framework", follows=agreement, following="renews")
    factories.published(article)
    assert "Second Framework" not in client.get(ADDRESS).text

    release(renewal, by=factories.user("publisher"))

    assert (
        f'<a href="{renewal.address_in(EN)}">Second Framework</a></p><p class="small">Renews Framework Agreement'
        in (client.get(ADDRESS).text)
    )


def test_what_came_of_it_stands_in_the_order_of_its_days_and_once(client, article, agreement, pair):
    factories.published(article)
    later = factories.article(pairs=[pair])
    factories.published(later, headline="Told in a story")
    factories.published(later, ZH, headline="两地再会")
    factories.published(factories.article(pairs=[pair]), headline="A pier is opened")
    for day, words, link in (
        ("2021", "Ships sailed.", ""),
        ("2020-05", "A pier was built.", f"https://example.org{later.address_in(EN)}"),
    ):
        made = FollowUp.objects.create(agreement=agreement, happened=day, words_en=words, link=link)
        release(made, by=factories.user("publisher"))

    page = client.get(ADDRESS).text

    assert page.index("A pier was built.") < page.index("Ships sailed.") < page.index("A pier is opened")
    assert "Told in a story" not in page
    assert "两地再会" not in page


def test_a_later_story_in_the_other_language_alone_is_told_in_it(client, article, pair):
    factories.published(article)
    factories.published(factories.article(pairs=[pair]), ZH, headline="两地再会")

    assert '<span lang="zh-Hans">两地再会</span>' in client.get(ADDRESS).text


def test_whoever_s_page_is_hidden_is_named_and_not_linked(client, article, visit):
    factories.published(article)
    host = visit.appearances.get().person
    address = host.address_in(EN)
    assert address in client.get(ADDRESS).text
    host.hidden_at = "2020-01-01T00:00Z"
    host.save()

    page = client.get(ADDRESS).text

    assert address not in page
    assert "Dee Host" in page


def test_a_minor_correction_is_not_told_on_the_page_whatever_its_note(client):
    article = factories.article()
    factories.published(article)
    factories.published(article, headline="Better", change_note="A name was wrong.")
    factories.published(article, headline="Best", change_note="A comma was wrong.", minor=True)

    page = client.get(article.address_in(EN))

    assert [str(one["note"]) for one in page.context["corrections"]] == ["A name was wrong."]
    assert "A comma was wrong." not in page.text


@pytest.mark.parametrize("inferred", [True, False])
def test_a_record_with_an_inferred_day_says_what_that_means(client, article, inferred):
    article.events.update(held_inferred=inferred)
    factories.published(article)

    card = client.get(ADDRESS).text.partition('id="record-card"')[2]

    assert ("Inferred: no source states the whole date" in card) is inferred
