"""What the page of an agreement says of its status, its term, its parties' days, its approvals and what it ended."""

import json
import re
from html import unescape

import pytest

from newsroom.cooperation.models import Approval, Stage
from newsroom.dates import Length
from tests import factories
from tests.pages_records.conftest import released, text_of

YEARS = Length(60)


def card(client, agreement, prefix: str = "en") -> str:
    page = text_of(client.get(f"/{prefix}/agreements/{agreement.slug}/")).partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


# facts → what the page says in English, and in Chinese
SAID = [
    ({"state": "planned", "signed": "2018-05-04"}, "Planned for 4 May 2018; whether it was signed is not on record"),
    ({"state": "initialled", "signed": "2018-05"}, "Initialled, May 2018; whether it was signed is not on record"),
    ({"signed": "2018-01-01", "term_length": YEARS}, "Expired"),
    ({"signed": "2018-01-01", "term_length": YEARS}, "5 years from the signing reckoned until 1 January 2023"),
    ({"signed": "2018-01-01", "signed_inferred": True, "term_length": YEARS}, "Expired (inferred)"),
    (
        {"signed": "2018-01-01", "signed_inferred": True, "term_length": YEARS},
        "Reckoned from the day of signing, which is inferred.",
    ),
    ({"signed": "2018", "term_length": YEARS}, "Expired (inferred)"),
    ({"signed": "2018", "term_length": YEARS}, "Reckoned from the day of signing, which is not known exactly."),
    ({"term": "2018/", "term_length": YEARS}, "Reckoned from the beginning of the term, which is not known exactly."),
    ({"term": "/2018", "term_inferred": True}, "Expired (inferred)"),
    ({"term": "/2018", "term_inferred": True}, "The term is inferred."),
    ({"term": "/2018", "term_runs_on": True}, "Stated term over; whether it was extended is not on record"),
    ({"term": "/2018", "term_runs_on": True}, "runs on by itself unless ended"),
    ({"term_length": YEARS, "term_reckoned": "unknown"}, "5 years, from a day that is not on record"),
    ({"term_length": YEARS, "term_reckoned": "unknown"}, "Length of the term stated, its end not on record"),
]
NOT_SAID = [
    ({"signed": "2018-01-01", "term_length": YEARS}, "inferred"),
    ({"signed": "2018", "term_length": YEARS}, "reckoned until"),
    ({"signed": "2018", "term": "/2999", "term_length": YEARS}, "Reckoned"),
    ({"kind": "declaration"}, "no end stated"),
    ({"kind": "declaration"}, "As of"),
]


@pytest.mark.parametrize(("facts", "said"), SAID)
def test_the_page_says(client, visit, facts, said):
    assert said in card(client, released(factories.agreement(visit.haimen, **facts)))


@pytest.mark.parametrize(("facts", "not_said"), NOT_SAID)
def test_the_page_does_not_say(client, visit, facts, not_said):
    assert not_said.lower() not in card(client, released(factories.agreement(visit.haimen, **facts))).lower()


def test_the_page_says_so_in_chinese(client, visit):
    planned = released(factories.agreement(visit.haimen, state="planned", signed="2018-05-04"))
    reckoned = released(factories.agreement(visit.haimen, signed="2018", term_length=YEARS, term_extendable=True))

    assert "原定2018年5月4日签署，是否签署未见记载" in card(client, planned, "zh")
    for words in ("自签署之日起5年", "期满可延长", "所载期限已满，是否延长未见记载（推定）", "签署日期不确切"):
        assert words in card(client, reckoned, "zh")


@pytest.mark.parametrize("address", ["agreements/framework/", "agreements/", "pairs/haimen-anbei/"])
def test_every_status_names_its_day(client, visit, address):
    response = client.get(f"/en/{address}")
    today = response.context["as_of"]["day"]

    assert f'<time datetime="{today}">{today.printed("en")}</time>' in text_of(response)


def test_a_party_that_signed_on_a_day_of_its_own_says_so(client, visit):
    agreement = released(factories.agreement(visit.haimen, visit.anbei, signed="2020-05-05"))
    assert "signed on" not in card(client, agreement)

    party = agreement.parties.get(place=visit.anbei)
    party.signed = "2020-05-04"
    party.save()

    assert "Anbei signed on 4 May 2020" in card(client, agreement)
    assert "Signed on 5 May 2020" in card(client, agreement)


UNSIGNED = [
    (
        "planned",
        "en",
        ["Planned for 4 May 2031", "To be signed in Haimen", "to be signed by Lin Yue to be signed as: Mayor of Anbei"],
    ),
    ("planned", "zh", ["拟签日期", "拟签地点", "拟签署人： 林岳", "拟签署身份： Mayor of Anbei"]),
    (
        "initialled",
        "en",
        ["Initialled on 4 May 2031", "Initialled in Haimen", "initialled by Lin Yue initialled as: Mayor of Anbei"],
    ),
    ("initialled", "zh", ["草签日期", "草签地点", "草签人： 林岳", "草签身份： Mayor of Anbei"]),
]


@pytest.mark.parametrize(("state", "prefix", "said"), UNSIGNED)
def test_a_text_that_is_not_signed_is_nowhere_called_so(client, visit, state, prefix, said):
    agreement = released(
        factories.agreement(visit.haimen, visit.anbei, state=state, signed="2031-05-04", signed_in=visit.haimen)
    )
    by_anbei = {"signatory": visit.head, "signed_as_en": "Mayor of Anbei"}
    agreement.parties.filter(place=visit.anbei).update(**by_anbei)

    page = card(client, agreement, prefix)

    for words in said:
        assert words in page
    for words in ("Signed on", "Signed in", " signed by", " 签署日期", " 签署地点", " 签署人", " 签署身份"):
        assert words not in page.replace("to be signed", "").replace("拟签署", "")


@pytest.mark.parametrize("state", ["planned", "initialled"])
def test_a_person_has_not_signed_what_is_not_signed(client, visit, state):
    by_lin_yue = {"signatory": visit.head}
    for stands, title in (("signed", "Port Agreement"), (state, "Harbour Agreement")):
        agreement = released(factories.agreement(visit.anbei, state=stands, title_en=title, signed="2031"))
        agreement.parties.update(**by_lin_yue)

    context = client.get("/en/people/lin-yue/").context

    assert {row["title"] for row in context["signed"]} == {"Port Agreement", "Framework Agreement"}
    assert [row["title"] for row in context["unsigned"]] == ["Harbour Agreement"]


def test_an_approval_is_told_with_its_day_and_its_body_as_far_as_they_are_known(client, visit):
    agreement = released(factories.agreement(visit.haimen))
    assert "Approved" not in card(client, agreement)

    approval = Approval.objects.create(agreement=agreement, approved="2020-05", institution=visit.body)
    assert "Approved on May 2020 Haimen Institute" in card(client, agreement)

    approval.approved = None
    approval.save()
    assert "Approved by Haimen Institute" in card(client, agreement)


def test_what_a_text_ended_is_not_among_what_it_made(client, visit):
    agreement = released(factories.agreement(visit.haimen, kind="statement"))
    stage = released(factories.stage(visit.pair, "ended", agreement=agreement))

    assert "Relations that it ended" in card(client, agreement)
    assert "Relations it established" not in card(client, agreement)

    Stage.objects.filter(pk=stage.pk).update(kind="friendly-exchange")

    assert "Relations that it ended" not in card(client, agreement)
    assert "Relations it established" in card(client, agreement)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        *(("renews", "Renewed by"), ("replaces", "Replaced by"), ("ends", "Ended by")),
        *(("extends", "Extended by"), ("amends", "Amended by"), ("carries-out", "Carried out by")),
    ],
)
def test_what_followed_is_told_from_the_side_of_what_was_followed(client, visit, how, said):
    later = released(factories.agreement(visit.haimen, title_en="Later", follows=visit.framework, following=how))

    assert f"{said} Later" in card(client, visit.framework)
    assert said not in card(client, later)


def test_what_ended_without_a_text_says_why(client, visit):
    gone = factories.place("Gone", ended="2019")
    of_a_place = released(factories.agreement(gone, visit.haimen, signed="2010"))
    pair = factories.pair(gone, factories.place())
    of_a_relation = factories.agreement(pairs=(pair,), signed="2010")
    factories.stage(pair, "sister-city", reached="2010", agreement=of_a_relation)
    released(of_a_relation)
    released(factories.stage(pair, "ended", reached="2018"))

    assert "Gone no longer exists." in card(client, of_a_place)
    assert "The relation that it made has ended." in card(client, of_a_relation)
    for agreement in (of_a_place, of_a_relation):
        released(factories.agreement(follows=agreement, following="ends", signed="2019"))
        assert not any(words in card(client, agreement) for words in ("has ended", "no longer exists"))


def test_the_register_as_data_names_what_is_part_of_what_and_the_day_of_the_status(client, visit):
    bundle = released(factories.agreement(visit.haimen, slug="bundle", count=8))
    factories.agreement(slug="hidden")
    facts = {"part_of": bundle, "follows": bundle, "following": "carries-out"}
    member = released(factories.agreement(visit.haimen, slug="member", **facts))

    def row():
        rows = client.get("/en/agreements.json")
        (found,) = [one for one in rows_of(rows) if one["address"].endswith("/member/")]
        return found

    assert row()["part_of"] == row()["follows"] == "http://testserver/en/agreements/bundle/"
    assert row()["following"] == "carries out" and row()["as_of"] == str(client.get("/en/agreements/").context["today"])

    hidden = type(member).objects.get(slug="hidden")
    type(member).objects.filter(pk=member.pk).update(part_of=hidden, follows=hidden)
    assert (row()["part_of"], row()["follows"], row()["following"]) == ("", "", "")


def rows_of(response) -> list[dict]:
    return json.loads(text_of(response))


# columns → what stands on the English page, in HTML
OTHER_WORDS = [
    (
        {"title_original": "Städtepartnerschaft", "original_language": "de"},
        'Original title: <span lang="de">Städtepartnerschaft</span>',
    ),
    ({"title_gloss_en": "Twinning"}, "Title in our translation: Twinning"),
    (
        {"called_original": "姊妹市盟約", "original_language": "zh-Hant"},
        'The source’s own term: <span lang="zh-Hant">姊妹市盟約</span>',
    ),
    ({"called_gloss_en": "covenant"}, "The term in our translation: covenant"),
]


@pytest.mark.parametrize(("columns", "said"), OTHER_WORDS)
def test_words_in_another_language_and_our_translations_are_marked_as_such(client, visit, columns, said):
    assert said not in text_of(client.get("/en/agreements/framework/"))
    assert "our translation" not in text_of(client.get("/en/agreements/framework/"))

    type(visit.framework).objects.filter(pk=visit.framework.pk).update(**columns)

    assert said in text_of(client.get("/en/agreements/framework/"))


def test_a_title_known_in_another_language_alone_stands_beneath_the_kind(client, visit):
    only = {"title_en": "", "title_original": "Partnerschaftsvertrag", "original_language": "de", "kind": "framework"}
    released(factories.agreement(visit.haimen, slug="vertrag", title_gloss_zh="伙伴关系条约", **only))

    for prefix, kind in (("en", "Framework agreement"), ("zh", "框架协议")):
        page = text_of(client.get(f"/{prefix}/agreements/vertrag/"))
        assert kind in re.sub("<[^>]+>", "", page[page.index("<h1>") : page.index("</h1>")])
        assert '<p class="quiet" lang="de">Partnerschaftsvertrag</p>' in page
        assert "Original title" not in page and "原文标题" not in page
        assert 'lang="de">Partnerschaftsvertrag<' in text_of(client.get(f"/{prefix}/agreements/"))
    assert "标题（本站译文）：伙伴关系条约" in text_of(client.get("/zh/agreements/vertrag/"))
    assert "伙伴关系条约" not in text_of(client.get("/en/agreements/vertrag/"))
