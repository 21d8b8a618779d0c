"""A story beside its other language, cited and handed on."""

import pytest

from newsroom.articles import deeds
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/en/news/2019/framework/"
TWIN = "/zh/news/2019/framework/"
ALONE = "Here it stands alone."


@pytest.fixture
def article():
    SiteSettings.objects.create(pk=1, name_en="Port News", name_zh="港城合作", organiser_zh="港城合作办公室")
    made = factories.article(slug="framework", events=[factories.event(factories.pair())])
    factories.published(made, headline="Port and Hill agree", body="<p>All of it.</p>")
    return made


@pytest.fixture
def both(article):
    factories.published(article, ZH, headline="两市签约", body="<p>全文。</p>")
    return article


def test_both_languages_stand_side_by_side_each_with_its_lang(client, both):
    page = client.get(f"{ADDRESS}?with=zh").text

    english, chinese = page.split('lang="zh-Hans" data-read>')
    assert "<h1>Port and Hill agree</h1>" in english.split('lang="en" data-read>')[1]
    assert '<h2 class="headline">两市<wbr>签约</h2>' in chinese
    assert "发布时间" in chinese
    assert page.count('id="record-card"') == 1
    assert page.count("<h1>") == 1


def test_each_half_names_the_source_in_its_own_language(client, both):
    paper = factories.source(outlet_en="Port Daily", outlet_zh="港城日报")
    both.citations.create(source=paper)

    english, chinese = client.get(f"{ADDRESS}?with=zh").text.split('lang="zh-Hans" data-read>')
    assert "<dd>Port Daily</dd>" in english
    assert "<dd>港城日报</dd>" in chinese


def test_each_half_says_in_its_own_language_that_nothing_took_place(client, article, both):
    event = article.events.get()
    event.state = event.State.CALLED_OFF
    event.save()

    english, chinese = client.get(f"{ADDRESS}?with=zh").text.split('lang="zh-Hans" data-read>')
    assert "called off" in english.split('lang="en" data-read>')[1]
    assert "已取消" in chinese.split("</section>")[0]
    assert "called off" not in chinese.split("</section>")[0]


def test_the_page_of_both_languages_points_machines_to_the_plain_one(client, both):
    plain, page = client.get(ADDRESS).text, client.get(f"{ADDRESS}?with=zh").text

    for link in (
        f'rel="canonical" href="http://testserver{ADDRESS}"',
        f'hreflang="zh-Hans" href="http://testserver{TWIN}"',
    ):
        assert link in plain
        assert link in page


def test_the_switch_of_the_page_of_both_languages_keeps_both(client, both):
    assert f'<a href="{TWIN}?with=en" lang="zh-Hans"' in client.get(f"{ADDRESS}?with=zh").text
    assert f'<a href="{ADDRESS}?with=zh" lang="en"' in client.get(f"{TWIN}?with=en").text


@pytest.mark.parametrize("asked", ["en", "fr", "zh-hans", "%E4%B8%AD", "<b>"])
def test_a_story_beside_anything_else_stands_alone_and_says_so(client, both, asked):
    page = client.get(f"{ADDRESS}?with={asked}").text

    assert ALONE in page
    assert "两市签约" not in page.split("<main")[1].split('class="deeds"')[0]


def test_a_story_in_one_language_stands_alone_and_offers_no_second(client, article):
    factories.submitted(article, ZH, headline="尚未签发")

    asked, plain = client.get(f"{ADDRESS}?with=zh").text, client.get(ADDRESS).text

    assert "This story is not available in Chinese. " + ALONE in asked
    assert "尚未签发" not in asked
    assert "side by side" not in plain
    assert ALONE not in plain


def test_a_withdrawn_story_is_gone_in_every_variation(client, both):
    for edition in both.editions.all():
        deeds.withdraw(edition, by=factories.user("publisher"), reason="They did not.")

    for variation in ("", "?with=zh", "?with=en", "?type=large", "qr.svg"):
        assert client.get(ADDRESS + variation).status_code == 410


def test_the_half_that_was_withdrawn_is_not_shown(client, both):
    deeds.withdraw(both.editions.get(language=ZH), by=factories.user("publisher"), reason="They did not.")

    page = client.get(f"{ADDRESS}?with=zh").text

    assert ALONE in page
    assert "两市签约" not in page


def test_both_halves_say_what_was_corrected(client, both):
    for language, note in ((EN, "The name was wrong."), (ZH, "姓名有误。")):
        draft = deeds.correct(both.editions.get(language=language), by=factories.user("editor"))
        deeds.write(draft, by=factories.user("editor"), change_note=note)
        deeds.submit(draft, by=factories.user("editor"))
        deeds.approve(draft, by=factories.user("publisher"))

    page = client.get(f"{ADDRESS}?with=zh").text

    assert "The name was wrong." in page
    assert '<span lang="zh-Hans">姓名有误。</span>' in page
    assert "姓名有误。" not in client.get(ADDRESS).text


def test_a_story_is_cited_in_the_form_of_each_language(client, both):
    for version in (edition.versions.get() for edition in both.editions.all()):
        type(version).objects.filter(pk=version.pk).update(public_from="2019-08-19T09:18Z")
        type(version.edition).objects.filter(pk=version.edition.pk).update(first_public_from="2019-08-19T09:18Z")

    page = client.get(ADDRESS).text

    assert f"“Port and Hill agree.” Port News, 19 August 2019. http://testserver{ADDRESS}</p>" in page
    assert "港城合作办公室. 两市签约[EB/OL]. (2019-08-19)[" in page
    assert f"]. http://testserver{TWIN}.</p>" in page


def test_a_story_in_one_language_is_cited_in_it_alone(client, article):
    page = client.get(ADDRESS).text

    assert "“Port and Hill agree.” Port News" in page
    assert "EB/OL" not in page


def test_the_code_of_a_story_is_a_drawing_that_may_be_kept(client, both):
    code = client.get(f"{ADDRESS}qr.svg")
    again = client.get(f"{ADDRESS}qr.svg", headers={"if-none-match": code.headers["ETag"]})

    assert code.headers["Content-Type"] == "image/svg+xml"
    assert code.content.startswith(b"<svg ")
    assert b"style=" not in code.content
    assert again.status_code == 304
    assert f'src="{ADDRESS}qr.svg"' in client.get(ADDRESS).text
    assert client.get(f"{TWIN}qr.svg").content != code.content


def test_what_readers_cannot_see_has_no_code(client, article):
    assert client.get(f"{TWIN}qr.svg").status_code == 404
    assert client.get("/en/news/2019/never/qr.svg").status_code == 404
