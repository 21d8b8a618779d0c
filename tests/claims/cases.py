"""For each claim the fewest records that make it appear, and each single change that makes it vanish."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsroom.masthead.models import SiteSettings
from tests import factories
from tests.claims.world import World, change, hide
from tests.pages_records.conftest import released

PAIR, TEXT = "pairs/harbourton-rivermouth/", "agreements/text/"
Entering = Callable[[World], object]


@dataclass(frozen=True)
class Case:
    """`enter` makes the claim `name` appear on `page`, in English and Chinese; each of `vanishes` silences it."""

    name: str
    enter: Entering
    page: str
    en: str
    zh: str
    vanishes: dict[str, Entering]


def text(**facts: Any) -> Entering:
    return lambda it: it.text(**facts)


def changed(record: str, **columns: Any) -> Entering:
    return lambda it: change(it.entered[record], **columns)


def hidden(record: str) -> Entering:
    return lambda it: hide(it.entered[record])


def later(how: str, **facts: Any) -> Entering:
    """Enter a second text that follows the first."""
    facts = {"signed": "2005", "following": how} | facts
    return lambda it: it.text("later", follows=it.entered["text"], **facts)


def both(*entering: Entering) -> Entering:
    def enter(it: World) -> None:
        for one in entering:
            one(it)

    return enter


def of_status(name: str, en: str, zh: str, enter: Entering, **vanishes: Entering) -> Case:
    """A status as the agreement's own page says it."""
    return Case(f"status.{name}", enter, TEXT, f"Status {en} As of", f"状态 {zh} 截至", vanishes)


def ended_relation(it: World) -> None:
    it.text(term="/2090")
    it.stage(agreement=it.entered["text"])
    it.stage("end", kind="ended", reached="2010")


STATUSES = (
    of_status(
        *("planned", "Planned", "拟签"),
        text(state="planned", signed="2090"),
        its_day_has_passed=changed("text", signed="2010"),
        it_was_signed=changed("text", state="signed"),
    ),
    of_status(
        *("initialled", "Initialled", "已草签"),
        text(state="initialled", signed="2090"),
        its_day_has_passed=changed("text", signed="2010"),
        it_was_signed=changed("text", state="signed"),
    ),
    of_status(
        *("overdue", "Planned for 2010; whether it was signed is not on record", "原定2010年签署，是否签署未见记载"),
        text(state="planned", signed="2010"),
        its_day_is_not_known=changed("text", signed=""),
        it_was_signed=changed("text", state="signed"),
        its_day_is_ahead=changed("text", signed="2090"),
    ),
    of_status(
        *("ahead", "Signed, not yet in force", "已签署，尚未生效"),
        text(term="2080/2090"),
        its_term_has_begun=changed("text", term="2020/2090"),
        it_was_planned=changed("text", state="planned"),
        it_was_replaced=later("replaces"),
    ),
    of_status(
        *("in-force", "In force", "有效"),
        text(term="/2090"),
        its_term_is_over=changed("text", term="/2010"),
        no_end_is_stated=changed("text", term=""),
        it_was_renewed=later("renews"),
        it_was_ended=later("ends"),
        its_end_is_inferred=changed("text", term_inferred=True),
        a_party_ended=lambda it: change(it.partner, ended="2010"),
        its_relation_ended=both(
            lambda it: it.stage(agreement=it.entered["text"]), lambda it: it.stage("end", kind="ended", reached="2010")
        ),
    ),
    of_status(
        *("no-end", "No end stated", "未载明到期日"),
        text(),
        an_end_is_stated=changed("text", term="/2090"),
        it_cannot_run=changed("text", kind="declaration"),
        it_was_replaced=later("replaces"),
    ),
    of_status(
        *("undated", "Length of the term stated, its end not on record", "载有期限，届满之日未见记载"),
        text(term_length="5 years", term_reckoned="unknown"),
        it_runs_from_the_signing=changed("text", term_reckoned="signing"),
        no_length_is_stated=changed("text", term_length=None),
        it_was_renewed=later("renews"),
    ),
    of_status(
        *("term-over", "Stated term over; whether it was extended is not on record", "所载期限已满，是否延长未见记载"),
        text(term="/2010", term_extendable=True),
        nothing_says_that_it_may_go_on=changed("text", term_extendable=False),
        its_term_is_not_over=changed("text", term="/2090"),
        it_was_renewed=later("renews"),
    ),
    of_status(
        *("expired", "Expired", "已到期"),
        text(term="/2010"),
        its_term_is_not_over=changed("text", term="/2090"),
        it_may_run_on=changed("text", term_runs_on=True),
        it_is_a_minimum=changed("text", term_minimum=True),
        it_was_renewed=later("renews"),
        its_end_is_inferred=changed("text", term_inferred=True),
    ),
    of_status(
        *("renewed", "Renewed", "已续签"),
        both(text(term="/2010"), later("renews")),
        readers_do_not_see_what_renewed_it=hidden("later"),
        what_renews_it_is_planned=changed("later", state="planned"),
        what_renews_it_is_ahead=changed("later", term="2080/2090"),
        it_carries_it_out=changed("later", following="carries-out"),
        it_ends_it=changed("later", following="ends"),
    ),
    of_status(
        *("replaced", "Replaced", "已被取代"),
        both(text(), later("replaces")),
        readers_do_not_see_what_replaced_it=hidden("later"),
        what_replaces_it_is_initialled=changed("later", state="initialled"),
        it_carries_it_out=changed("later", following="carries-out"),
    ),
    of_status(
        *("ended", "Ended", "已终止"),
        ended_relation,
        the_relation_did_not_end=hidden("end"),
        the_end_is_ahead=changed("end", reached="2080"),
        it_did_not_make_the_relation=changed("stage", agreement=None),
        the_end_came_before=changed("end", reached="1990"),
    ),
    of_status(
        *("ended-early", "Ended early", "提前终止"),
        text(state="ended-early"),
        it_did_not_end=changed("text", state="signed"),
        it_was_replaced=later("replaces"),
    ),
    Case(
        "status.none",
        text(kind="declaration"),
        PAIR,
        "Agreements: Without a term (1)",
        "协议：不载期限的文本（1）",
        {
            "a_term_is_stated": changed("text", term="/2090"),
            "it_can_run": changed("text", kind="framework"),
            "readers_do_not_see_it": hidden("text"),
        },
    ),
    of_status(
        *("inferred", "In force (inferred)", "有效（推定）"),
        text(term="/2090", term_inferred=True),
        its_end_is_stated=changed("text", term_inferred=False),
        no_end_is_known=changed("text", term=""),
        it_was_renewed=later("renews"),
    ),
)

TERMS = (
    Case(
        "term.inferred",
        text(signed="2001-05-04", signed_inferred=True, term_length="90 years"),
        TEXT,
        "Reckoned from the day of signing, which is inferred.",
        "据推定的签署日期推算。",
        {
            "the_day_is_stated": changed("text", signed_inferred=False),
            "no_length_is_stated": changed("text", term_length=None),
            "the_end_is_stated": changed("text", term="/2091"),
        },
    ),
    Case(
        "term.length",
        text(signed="2001-05-04", term_length="90 years"),
        TEXT,
        "90 years from the signing",
        "自签署之日起90年",
        {
            "no_length_is_stated": changed("text", term_length=None),
            "it_runs_from_an_unknown_day": changed("text", term_reckoned="unknown"),
        },
    ),
)

RELATIONS = (
    Case(
        "relation.sister-city",
        lambda it: it.stage(),
        PAIR,
        "Relation Sister cities",
        "关系 友好城市",
        {
            "readers_do_not_see_it": hidden("stage"),
            "it_is_ahead": changed("stage", reached="2080"),
            "they_are_provinces": lambda it: [change(place, level="province") for place in (it.home, it.partner)],
            "it_ended": lambda it: it.stage("end", kind="ended", reached="2010"),
            "a_place_ended": lambda it: change(it.partner, ended="2010"),
            "it_was_a_lower_one": changed("stage", kind="contact"),
        },
    ),
    Case(
        "relation.since",
        lambda it: it.stage(reached_inferred=True),
        PAIR,
        "since 1998 (inferred)",
        "自1998年起（推定）",
        {
            "the_day_is_not_known": changed("stage", reached=""),
            "the_day_is_stated": changed("stage", reached_inferred=False),
            "readers_do_not_see_it": hidden("stage"),
        },
    ),
)


def visited(to: str = "home", sender: str = "partner", **facts: Any) -> Entering:
    """Release a visit of one of the two to the other, in 2015."""

    def enter(it: World) -> None:
        event = factories.event(held="2015", **facts)
        event.places.set([getattr(it, to)])
        it.sent(event, getattr(it, sender))
        it.entered["visit"] = released(event)

    return enter


PAIRS = (
    Case(
        "pair.relation",
        lambda it: it.stage(kind="contact", reached=""),
        PAIR,
        "Relation Contact",
        "关系 建立联系",
        {"readers_do_not_see_it": hidden("stage"), "it_is_ahead": changed("stage", reached="2080")},
    ),
    Case(
        "pair.no-relation",
        lambda it: None,
        PAIR,
        "The stages of the relation are not on record.",
        "双方关系未见记载。",
        {
            "a_stage": lambda it: it.stage(kind="contact"),
            "a_stage_of_their_districts": lambda it: it.stage(of=it.districts()),
            "a_text_that_may_have_made_one": text(kind="sister-city"),
        },
    ),
    Case(
        "pair.continued",
        lambda it: it.succeeded(),
        PAIR,
        "continued by Northport",
        "由北港承接",
        {
            "nothing_continues_it": lambda it: change(it.entered["successor"], continues=None),
            "the_relation_is_not_over": lambda it: change(it.partner, ended=""),
        },
    ),
    Case(
        "pair.earlier",
        lambda it: it.succeeded(),
        "pairs/harbourton-northport/",
        "with Rivermouth until 2003",
        "至2003年为与河口的结对",
        {
            "it_continues_nothing": lambda it: change(it.entered["successor"], continues=None),
            "the_earlier_one_has_no_stage": hidden("stage"),
        },
    ),
    Case(
        "pair.visits",
        visited(),
        PAIR,
        "Visits on record 1 1 to Harbourton",
        "有记录的访问 1 到访海州1次",
        {
            "readers_do_not_see_it": hidden("visit"),
            "it_was_called_off": changed("visit", state="called-off"),
            "it_was_online": changed("visit", mode="online"),
            "it_was_elsewhere": lambda it: it.entered["visit"].places.set([it.third]),
            "nobody_came": lambda it: it.unsent(it.entered["visit"]),
            "an_embassy_sent_them": lambda it: it.sent_by_embassy(it.entered["visit"]),
        },
    ),
    Case(
        "pair.no-visit",
        lambda it: None,
        PAIR,
        "No visit to Rivermouth is found in the records of this site.",
        "在本站记录中，未见到访河口的记载。",
        {
            "a_visit": visited("partner", "home"),
            "a_visit_of_a_district": lambda it: visited("partner", "part")(it.with_part()),
            "another_scope": visited(),
        },
    ),
    Case(
        "pair.scope",
        lambda it: SiteSettings.objects.update(whole_since=2010),
        PAIR,
        "in the records from 2010 on, which are whole",
        "在2010年以来的完整记录中",
        {
            "the_office_does_not_say_so": lambda it: SiteSettings.objects.update(whole_since=None),
            "it_says_otherwise_of_the_pair": lambda it: change(it.pair, whole_since=2015),
        },
    ),
    Case(
        "pair.agreements",
        text(term="/2090"),
        PAIR,
        "Agreements 1 1 in force today",
        "协议 1 1项目前有效",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "it_expired": changed("text", term="/2010"),
            "it_is_a_bundle": changed("text", count=5),
            "another_one": lambda it: it.text("more"),
        },
    ),
    Case(
        "pair.none-in-force",
        text(term="/2010"),
        PAIR,
        "Agreements 1 none in force today",
        "协议 1 目前没有有效协议",
        {
            "it_is_in_force": changed("text", term="/2090"),
            "it_may_go_on": changed("text", term_extendable=True),
            "another_one_without_an_end": lambda it: it.text("more"),
            "one_near_both": lambda it: it.near_both(),
            "the_relation_stands": lambda it: it.stage(),
        },
    ),
    Case(
        "pair.ran-out",
        text(term="/2010"),
        PAIR,
        "The last agreement with an end ran out in 2010.",
        "最后一项载有期限的协议于2010年期满。",
        {
            "its_end_is_inferred": changed("text", term_inferred=True),
            "it_is_in_force": changed("text", term="/2090"),
            "another_one_without_an_end": lambda it: it.text("more"),
            "one_near_both": lambda it: it.near_both(),
            "it_was_ended": later("ends", kind="statement"),
        },
    ),
    Case(
        "pair.no-agreement",
        lambda it: None,
        PAIR,
        "No agreement between the two is found in the records of this site.",
        "在本站记录中，未见双方签署协议的记载。",
        {
            "an_agreement": text(),
            "one_of_three": lambda it: it.text("more", parties=(it.home, it.partner, it.third), pairs=()),
            "one_near_both": lambda it: it.near_both(),
        },
    ),
    Case(
        "pair.last-contact",
        text(signed="2001-05-04"),
        PAIR,
        "Last contact 4 May 2001",
        "最近往来 2001年5月4日",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "its_day_is_not_known": changed("text", signed=""),
            "a_later_visit": visited(),
            "one_party_is_another": lambda it: (
                it.entered["text"].parties.filter(place=it.partner).update(place=it.third)
            ),
        },
    ),
    Case(
        "pair.stage-taken-over",
        lambda it: it.stage(kind="taken-over", reached="2003"),
        PAIR,
        "Taken over by another pair",
        "关系由另一结对承接",
        {"readers_do_not_see_it": hidden("stage"), "it_ended": changed("stage", kind="ended")},
    ),
    Case(
        "pair.ended-by",
        lambda it: it.stage(kind="ended", reached="2003", ended_by=it.partner),
        PAIR,
        "by Rivermouth",
        "由河口提出",
        {"readers_do_not_see_it": hidden("stage"), "nobody_is_named": changed("stage", ended_by=None)},
    ),
)

STORIES = (
    Case(
        "story.visit",
        both(visited(), lambda it: it.told(it.entered["visit"])),
        "news/2019/told/",
        "News Visit Headline",
        "新闻 访问 标题",
        {
            "it_was_called_off": changed("visit", state="called-off"),
            "nobody_came": lambda it: it.unsent(it.entered["visit"]),
        },
    ),
    Case(
        "story.agreements",
        both(text(), lambda it: it.told(it.entered["text"])),
        "news/2019/told/",
        "1 agreement",
        "1项协议",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "it_is_a_bundle": changed("text", count=12),
        },
    ),
)

CASES = (*STATUSES, *TERMS, *RELATIONS, *PAIRS, *STORIES)
