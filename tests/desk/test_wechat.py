"""A story leaves for WeChat as one piece of HTML that needs nothing but itself."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils.html import escape

from newsroom.articles.models import ArticlePhoto, Version
from newsroom.articles.wechat import inline_styles
from newsroom.cooperation.models import Appearance
from newsroom.languages import EN, ZH
from tests import factories

BODY = (
    '<h2>What was signed</h2><p>Read <a href="https://example.org/">the text</a> of <em>both</em> &amp; '
    '<span lang="zh-Hans">宁波</span>.</p><ul><li>Ports</li></ul><table><tbody><tr><th colspan="2">Party</th></tr>'
    "<tr><td>One</td><td>Two</td></tr></tbody></table>"
)
PLAIN = {"section", "p", "span", "strong", "em", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"}
OTHERS = {"img": {"src", "alt"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}


def page(version: Version) -> str:
    return reverse("admin:articles_wechat", args=[version.pk])


def download(version: Version) -> str:
    return reverse("admin:articles_wechat_file", args=[version.pk])


def export(client, version: Version) -> str:
    """Return the HTML that the desk gives to copy."""
    return client.get(page(version)).context["words"]


@pytest.fixture
def story(db):
    place = factories.place("Harbourton", name_zh="海港")
    mayor = factories.person("Ada Quill", name_zh="艾达")
    delegation = factories.delegation(place)
    facts = {"role": "head", "order": 0, "printed_en": "Mayor <of> Harbourton", "printed_zh": "海港市市长"}
    Appearance.objects.create(delegation=delegation, person=mayor, **facts)
    event = factories.event(factories.pair(place), delegation=delegation, venue_en="The old town hall")
    article = factories.article(events=[event])
    photo = factories.photo(b"pixels", caption_en="A <handshake>", caption_zh="握手", credit_en="The office")
    ArticlePhoto.objects.create(article=article, photo=photo)
    return article


@pytest.fixture(params=[EN, ZH])
def version(request, story):
    words = {EN: ("Two cities & one line", "It was a fine day."), ZH: ("两市签约", "当日天晴。")}[request.param]
    return factories.draft(story, request.param, headline=words[0], standfirst=words[1], body=BODY)


class Elements(HTMLParser):
    def __init__(self, text: str):
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_it_holds_only_what_wechat_keeps_and_nothing_from_elsewhere(publisher, version):
    words = export(publisher, version)

    for tag, attributes in Elements(words).found:
        assert tag in {*PLAIN, *OTHERS} and set(attributes) <= {"style", *OTHERS.get(tag, ())}, (tag, attributes)
        assert "src" not in attributes or attributes["src"].startswith("data:image/")
        assert not re.search(r"(?<!-)\bposition|url\(", attributes.get("style", ""))
    assert not re.search(r"class=|id=|<script|<a\b|var\(--|{{|{%", words)


def test_it_tells_the_story_with_its_record_its_photo_and_where_it_comes_from(publisher, version):
    words = export(publisher, version)
    told = {
        EN: [
            "Two cities &amp; one line",
            "Ada Quill",
            "Mayor &lt;of&gt; Harbourton",
            "A &lt;handshake&gt;",
            "Delegation",
        ],
        ZH: ["两市签约", "艾达", "海港市市长", "握手", "代表团"],
    }[version.language]

    for text in [*told, "Ports", 'colspan="2"', "data:image/jpeg;base64,cGl4ZWxz", "data:image/png;base64,"]:
        assert text in words
    assert f"http://testserver{version.edition.article.address_in(version.language)}" in words


def test_every_element_with_words_is_dressed(publisher, version):
    bare = [tag for tag, attributes in Elements(export(publisher, version)).found if "style" not in attributes]

    assert not set(bare) & {"p", "img", "table", "th", "td", "ul"}


def test_emphasis_is_slanted_in_english_and_dotted_in_chinese(publisher, version):
    (emphasis,) = [attributes for tag, attributes in Elements(export(publisher, version)).found if tag == "em"]

    if version.language == EN:
        assert emphasis == {}
    else:
        style = emphasis["style"]
        assert "font-style:normal" in style and "text-emphasis:filled dot" in style and "italic" not in style


def test_the_page_gives_it_as_words_and_shows_none_of_its_styles(publisher, version):
    answer = publisher.get(page(version))

    assert 'style="' not in answer.text  # in the field it is escaped
    assert "Readers do not see this version" in answer.text
    assert escape(export(publisher, version)) in answer.text


def test_the_file_is_a_download_and_a_page_of_its_own(publisher, version):
    answer = publisher.get(download(version))

    prefix = {EN: "en", ZH: "zh"}[version.language]
    name = f"{version.edition.article.slug}-{prefix}.html"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.text.startswith("<!doctype html>") and export(publisher, version) in answer.text


def test_nothing_of_it_stays(publisher, version):
    export(publisher, version)

    assert Version.objects.get().state == "draft"


def test_a_stranger_gets_none(client, version):
    assert client.get(page(version)).status_code == 302 and client.get(download(version)).status_code == 302


def test_what_is_dressed_stays_escaped_and_loses_what_is_not_kept():
    written = (
        '<section class="x" id="y"><p onclick="go()">1 &lt; 2 <a href="https://example.org/">more</a></p></section>'
    )

    assert inline_styles(written, {"x": 'font-family:"Song"'}) == (
        '<section style="font-family:&quot;Song&quot;"><p>1 &lt; 2 more</p></section>'
    )
    assert inline_styles("<script>go()</script><style>p{}</style><p>Words.</p>", {}) == "<p>Words.</p>"
