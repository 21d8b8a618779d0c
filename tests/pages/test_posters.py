"""The picture that a shared story shows: the right words in the right letters, for those who may read the story."""

import io
import json
import re
import subprocess
import sys

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from newsroom.articles import deeds, poster
from newsroom.articles.phrases import phrases
from newsroom.articles.share_image.fonts import NoFont, font_for
from newsroom.articles.share_image.lines import CLOSING, HAN, OPENING, broken, pieces, shortened
from newsroom.languages import EN, HAN_RANGES, KANA_RANGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place
from newsroom.publishing.release import release
from tests import factories

SAID = {
    "language": "zh",
    "home": "港城",
    "partner": "山城",
    "headline": ["港城", "与", "山城", "签署", "合作协议"],
    "site": "港城合作",
    "day": "2019年8月19日",
    "colours": {"paper": "#fbfaf7", "ink": "#1b1f24", "quiet": "#565e68", "rule": "#d9d6ce", "seal": "#a3262a"},
}
LONG = "港城市代表团访问墨西哥山城：两市签署“友好城市”协议，并就港口、教育、文化等6个领域达成11项合作（2018—2020年）"


@pytest.fixture
def story(db):
    default_storage.delete("posters")  # the storage outlives a test
    SiteSettings.objects.create(pk=1, name_en="Port Cooperation", name_zh="港城合作")
    pair = factories.pair(factories.place("Port", slug="port"), factories.place("Hill", slug="hill"))
    article = factories.article(events=[factories.event(pair)], slug="signed")
    factories.published(article, EN, headline="Port and Hill sign")
    return article


@pytest.fixture
def printed(monkeypatch):
    """What the press was asked to print, one after another; it draws nothing."""
    asked = []
    monkeypatch.setattr(poster, "rendered", lambda said: asked.append(said) or json.dumps(said).encode())
    return asked


def at(story, prefix="en"):
    return f"/og/{prefix}/{story.pk}.png"


# Who may see it


def test_it_prints_the_story_and_its_pair_once_and_is_kept(client, story, printed):
    first = client.get(at(story))

    assert first.headers["Content-Type"] == "image/png"
    assert first.getvalue() == client.get(at(story)).getvalue() != b""
    (said,) = printed
    assert (said["home"], said["partner"]) in [("Port", "Hill"), ("Hill", "Port")]
    assert ("".join(said["headline"]), said["site"], said["language"]) == (
        "Port and Hill sign",
        "Port Cooperation",
        "en",
    )
    assert client.get(at(story), headers={"if-none-match": first.headers["ETag"]}).status_code == 304


def test_each_language_is_printed_in_its_own_script(client, story, printed):
    Place.objects.filter(slug="port").update(name_zh="港城")
    factories.published(story, ZH, headline="港城与山城签约")

    client.get(at(story, "zh"))
    client.get(at(story, "en"))

    chinese, english = printed
    assert ("|".join(chinese["headline"]), chinese["site"], chinese["day"][-1]) == (
        "港城|与|山城|签约",
        "港城合作",
        "日",
    )
    assert {chinese["home"], chinese["partner"]} == {"港城", "Hill"}
    assert {english["home"], english["partner"]} == {"Port", "Hill"}


def test_a_corrected_headline_is_another_picture_and_the_old_one_goes(client, story, printed):
    before = client.get(at(story)).headers["ETag"]
    version = deeds.correct(story.editions.get(), by=factories.user("editor"))
    deeds.write(version, by=version.changed_by, headline="Hill and Port sign", change_note="Order.")
    deeds.submit(version, by=version.changed_by)
    deeds.approve(version, by=factories.user("publisher"))

    assert client.get(at(story)).headers["ETag"] != before
    assert len(default_storage.listdir(f"posters/{story.pk}-en")[1]) == 1


def test_a_story_that_readers_cannot_see_has_none(client, story, printed):
    draft = factories.draft(headline="Secret").edition.article

    assert client.get(at(draft)).status_code == 404
    assert client.get(at(story, "zh")).status_code == 404
    assert client.get("/og/en/99999999999999999999.png").status_code == 404
    assert printed == []


def test_the_picture_of_a_withdrawn_story_is_gone_though_it_was_drawn(client, story, printed):
    client.get(at(story))
    deeds.withdraw(story.editions.get(), by=factories.user("publisher"), reason="An error.", take_along=[])

    answer = client.get(at(story))

    assert answer.status_code == 410
    assert "An error." in answer.text
    assert '<html lang="en">' in answer.text


def test_a_story_names_its_picture_and_every_other_page_the_site_s(client, story):
    page, front = client.get("/en/news/2019/signed/").text, client.get("/en/").text

    assert f'<meta property="og:image" content="http://testserver/og/en/{story.pk}.png">' in page
    assert '<meta property="og:image:alt" content="Port and Hill sign · Port Cooperation">' in page
    assert '<meta property="og:image" content="http://testserver/static/icons/share.png">' in front


def test_where_it_cannot_be_drawn_the_site_s_own_is_shown_and_not_kept(client, story, monkeypatch):
    monkeypatch.setattr(poster, "rendered", lambda said: None)

    answer = client.get(at(story))

    assert Image.open(io.BytesIO(answer.getvalue())).size == (poster.WIDTH, poster.HEIGHT)
    assert answer.headers["Cache-Control"] == "no-store"
    assert not default_storage.exists(f"posters/{story.pk}-en")


# Of a pair


# the stages of the pair → what its picture says between the two names, in English and in Chinese
@pytest.mark.parametrize(
    ("stages", "english", "chinese"),
    [
        ([("sister-city", "1998", "")], "Sister cities · since 1998", "友好城市 · 自1998年起"),
        ([("sister-city", "1998", "twin towns")], "twin towns · since 1998", "友好城市 · 自1998年起"),
        ([], "Visits, agreements and stories", "访问、协议与报道"),
    ],
)
def test_a_pair_is_shared_with_its_names_and_what_they_are_to_each_other(
    client, story, printed, stages, english, chinese
):
    pair = story.events.get().pairs.get()
    for kind, reached, word in stages:
        release(factories.stage(pair, kind, reached=reached, word_en=word), by=factories.user("publisher"))

    for prefix, words in (("en", english), ("zh", chinese)):
        page = client.get(f"/{prefix}/pairs/{pair.slug}/").text
        address = f"/og/{prefix}/pairs/{pair.slug}.png"
        assert f'<meta property="og:image" content="http://testserver{address}">' in page
        assert client.get(address).headers["Content-Type"] == "image/png"
        assert "".join(printed[-1]["headline"]) == words
        assert {printed[-1]["home"], printed[-1]["partner"]} == {"Port", "Hill"} and printed[-1]["day"] == ""


def test_a_pair_that_readers_cannot_see_has_no_picture(client, story, printed):
    hidden = factories.pair(factories.place("Secret", slug="secret"), factories.place("Hidden", slug="hidden"))

    assert client.get(f"/og/en/pairs/{hidden.slug}.png").status_code == 404
    assert printed == []


# The press


@pytest.fixture(scope="module")
def fonts():
    """Whether this machine can print Chinese; the renderer says so itself, and fails with nothing else."""
    asked = json.dumps(SAID).encode()
    done = subprocess.run([sys.executable, "-I", str(poster.PROGRAM)], input=asked, capture_output=True)
    if done.returncode == poster.NO_FONT:
        pytest.skip("no font here has Chinese letters")
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    "words", [{}, {"headline": phrases(LONG)}, {"home": "", "partner": ""}, {"headline": ["长" * 200]}]
)
def test_it_draws_a_picture_of_the_right_size_with_words_on_it(fonts, words):
    drawn = poster.rendered(SAID | words)
    image = Image.open(io.BytesIO(drawn)).convert("RGB")

    assert image.size == (poster.WIDTH, poster.HEIGHT)
    assert len(drawn) < 60_000
    headline = image.crop((0, 200, 1200, 530)).convert("L").point(lambda light: 255 * (light < 80))
    left, _top, right, _bottom = headline.getbbox()
    assert left >= 40
    assert right <= 1200 - 78


def test_different_headlines_are_different_pictures(fonts):
    assert poster.rendered(SAID) != poster.rendered(SAID | {"headline": ["港城与山城续签合作协议"]})


def test_letters_that_no_font_has_are_not_drawn_as_boxes(fonts):
    assert poster.rendered(SAID | {"headline": ["Unassigned \U000e1234\ue123"]}) is None


def test_what_no_font_can_print_is_tried_once(monkeypatch):
    tried, said = [], SAID | {"headline": ["Tried once"]}
    ended = subprocess.CompletedProcess([], poster.NO_FONT, b"")
    monkeypatch.setattr(poster, "_without_font", set())
    monkeypatch.setattr(subprocess, "run", lambda *command, **how: tried.append(command) or ended)

    assert poster.rendered(said) is poster.rendered(said) is None
    assert len(tried) == 1


def test_the_renderer_needs_nothing_of_ours():
    """It is run alone, so that a worker holds no fonts and no pixels."""
    done = subprocess.run([sys.executable, "-I", str(poster.PROGRAM)], input=b"{}", capture_output=True)

    assert b"ModuleNotFoundError" not in done.stderr
    assert b"KeyError: 'language'" in done.stderr  # it came as far as what it was to print


# The lines


def wide(text):
    return sum(2 if ord(letter) > 0x2000 else 1 for letter in text)


@pytest.mark.parametrize("width", range(8, 60, 3))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(width):
    for line in broken(pieces(LONG), wide, width, 99) or []:
        assert line[0] not in CLOSING
        assert line[-1] not in OPENING
        assert wide(line) <= width


def test_figures_and_words_are_not_broken():
    assert "2018—2020" in "".join(pieces(LONG))
    assert not any(line.endswith("2") or line.startswith("018") for line in broken(pieces(LONG), wide, 31, 99))
    assert broken(pieces("Ningbo signs twice"), len, 12, 2) == ["Ningbo", "signs twice"]


def test_lines_are_of_like_length():
    first, second = broken(pieces("两市签署战略合作框架协议书"), wide, 24, 2)
    assert abs(len(first) - len(second)) <= 1


@pytest.mark.parametrize("width", range(10, 40, 2))
def test_a_line_ends_where_a_phrase_ends_unless_the_phrase_is_wider_than_it(width):
    parts = ["港城", "与", "维拉德尔市", "结为", "友好城市"]

    lines = broken(parts, wide, width, 99)

    ends = {"".join(parts[:number]) for number in range(1, len(parts) + 1)}
    assert {"".join(lines[: number + 1]) for number in range(len(lines))} <= ends
    assert broken(["友好城市关系"], wide, 6, 99) == ["友好城", "市关系"]


def test_the_apostrophe_of_english_words_is_as_narrow_as_in_a_latin_font(fonts):
    for words in ("Port’s and Hill’s", "“Green port”"):
        font = font_for(words, "en", "serif", 60)
        assert all(font.getlength(mark) < 40 for mark in words if mark in "‘’“”")
    assert font_for("港城的“绿色港口”", "zh", "serif", 60).getlength("“") == 60


def test_a_letter_is_never_put_together_of_another_and_a_stray_accent(fonts):
    """The Chinese fonts have c and an accent, but no ć; which font has it is the machine's affair."""
    try:
        font = font_for("Rađović", "en", "serif", 60)
    except NoFont:
        return
    assert "CJK" not in font.path


def test_nothing_is_lost_unless_an_ellipsis_says_so():
    assert "".join(broken(pieces(LONG), wide, 30, 99)) == LONG
    assert broken(pieces(LONG), wide, 30, 2) is None
    short = shortened(LONG, wide, 30, 2)
    assert len(short) == 2
    assert short[-1].endswith("…")
    assert shortened("Short", len, 30, 2) == ["Short"]
    assert shortened("x" * 50, len, 10, 1) == ["xxxxxxxxx…"]


def test_its_lines_end_between_all_signs_that_the_house_knows_as_chinese_or_japanese():
    known = re.compile(f"[{HAN_RANGES}{KANA_RANGES}]")
    signs = [sign for sign in map(chr, range(0x2E80, 0x33480)) if known.match(sign)]
    assert len(signs) > 80_000
    assert [sign for sign in signs if not re.match(f"[{HAN}]", sign)] == []
